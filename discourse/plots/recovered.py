"""What was intended, what a reader perceived, what was measured: factor by factor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from discourse.errors import FigureError, listed
from discourse.plots.style import (
    GREY,
    INK,
    PALETTE,
    legend_outside,
    new_axes,
    plain,
    quiet,
    require_columns,
    shortened,
    unit_label,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["recovered"]

STAGES = {
    "intended": ("D", PALETTE["orange"]),
    "perceived": ("s", PALETTE["green"]),
    "measured": ("o", PALETTE["blue"]),
}


def recovered(table: pd.DataFrame, ax: Axes | None = None, *, null: float | None = None) -> Axes:
    """Draw intended, perceived and measured effects of each factor, placebos included.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a factor and stage: factor, stage (intended, perceived, measured), effect, unit, and where
        there are any, ci_low, ci_high, placebo (true for factors that were given no effect), n_high, n_low.
        One unit.
    ax : matplotlib.axes.Axes, optional
    null : float, optional
        Where there is no effect; 1 for ratios (on a logarithmic axis), else 0.

    Returns
    -------
    matplotlib.axes.Axes
        Placebos stand below the others on grey; a missing effect is left away.

    Raises
    ------
    FigureError
        Unknown stage, or several units.
    """
    from matplotlib.lines import Line2D

    require_columns(table, ["factor", "stage", "effect", "unit"], "recovered")
    strangers = sorted(set(table["stage"]) - set(STAGES))
    if strangers:
        raise FigureError(
            f"Figure 'recovered': stage {listed(strangers)} is unknown; stages are {listed(STAGES)}."
        )
    units = list(dict.fromkeys(table["unit"]))
    if len(units) > 1:
        raise FigureError(
            f"Figure 'recovered': units {listed(map(str, units))} on one axis; keep the rows of one unit."
        )
    rows = table.assign(
        placebo=table["placebo"].astype(bool) if "placebo" in table else False,
        ci_low=table.get("ci_low", np.nan),
        ci_high=table.get("ci_high", np.nan),
    )
    factors = list(dict.fromkeys(rows[~rows["placebo"]]["factor"])) + list(
        dict.fromkeys(rows[rows["placebo"]]["factor"])
    )
    place = {factor: len(factors) - 1 - i for i, factor in enumerate(factors)}
    is_ratio = str(units[0]).endswith("ratio") and str(units[0]) != "log_ratio"
    centre = null if null is not None else (1.0 if is_ratio else 0.0)
    ax = new_axes(ax, 8.2, 1.5 + 0.52 * len(factors))
    if rows["placebo"].any():
        n_placebo = rows[rows["placebo"]]["factor"].nunique()
        ax.axhspan(-0.5, n_placebo - 0.5, color="#F2F2F2", zorder=0, linewidth=0)
    ax.axvline(centre, color=GREY, linewidth=0.9, linestyle=(0, (4, 3)), zorder=1)
    for i, (stage, (marker, colour)) in enumerate(STAGES.items()):
        mine = rows[rows["stage"] == stage]
        y = mine["factor"].map(place).to_numpy(dtype=np.float64) + 0.2 * (1 - i)
        low, high = (mine[end].to_numpy(dtype=np.float64) for end in ("ci_low", "ci_high"))
        ax.hlines(y, low, high, color=colour, linewidth=1.7, zorder=2)
        ax.plot(
            mine["effect"],
            y,
            marker,
            color=colour,
            markersize=6,
            markeredgecolor="white",
            markeredgewidth=0.6,
            zorder=3,
        )
    if is_ratio:
        ax.set_xscale("log", base=2)
        shown = pd.concat([rows["effect"], rows["ci_low"], rows["ci_high"]]).dropna()
        ticks = [
            t
            for t in (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16)
            if shown.min() / 1.5 <= t <= shown.max() * 1.5
        ]
        ax.set_xticks(ticks, [f"{t:g}×" if t >= 1 else f"1/{round(1 / t)}×" for t in ticks])
        ax.minorticks_off()
    ax.set_yticks(
        [place[factor] for factor in factors],
        [
            shortened(plain(f)) + (" (placebo)" if rows[rows["factor"] == f]["placebo"].any() else "")
            for f in factors
        ],
    )
    ax.set_ylim(-0.5, len(factors) - 0.5)
    quiet(ax)
    ax.set_xlabel(f"effect, {unit_label(units[0])}; lines: 95 % interval", fontsize=9, color=INK)
    have = set(rows["stage"])
    handles: list[Any] = [
        Line2D([], [], linestyle="", marker=marker, markersize=6, color=colour, label=stage)
        for stage, (marker, colour) in STAGES.items()
        if stage in have
    ]
    legend_outside(ax, handles)
    return ax
