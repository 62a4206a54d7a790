"""A value over time with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from discourse.errors import FigureError
from discourse.plots.style import (
    INK,
    chosen,
    colour_of,
    key_columns,
    legend_outside,
    new_axes,
    plain,
    quiet,
    require_columns,
    tell_apart,
    unit_label,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["series"]


def series(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    time: str | None = None,
    category: str | Sequence[str] | None = None,
    hue: str | None = None,
) -> Axes:
    """Draw values over time as lines with interval bands.

    Parameters
    ----------
    table : pandas.DataFrame
        A measure's table, grouped by a time column (week, year, date).
    ax : matplotlib.axes.Axes, optional
    time : str, optional
        The column, the first key by default; numbers or dates (YYYY, YYYY-MM, YYYY-MM-DD).
    category : str or sequence of str, optional
        What to draw, in one unit; by default the top categories in the unit that comes first.
    hue : str, optional
        A second key: a line a value of it, which takes a single category.

    Returns
    -------
    matplotlib.axes.Axes
        A line breaks where a value is missing; points without interval have no band.

    Raises
    ------
    FigureError
        Several categories together with `hue`, several values of a line for one time, more than eight lines, or
        times that are neither numbers nor dates.
    """
    keys = key_columns(table)
    time = time or (keys[0] if keys else "week")
    require_columns(table, [time, *([hue] if hue else [])], "series")
    rows = chosen(table, category, "series")
    categories = list(dict.fromkeys(rows["category"]))
    if hue and len(categories) > 1:
        raise FigureError(
            f"Figure 'series': {len(categories)} categories and hue '{hue}'; choose one category."
        )
    rows = rows.assign(_time=_times(rows[time], time)).dropna(subset=["_time"])
    if rows.empty:
        raise FigureError(f"Figure 'series': no row has a time in column '{time}'.")
    by = hue or "category"
    twice = rows[rows.duplicated([by, "_time"])]
    if len(twice):
        other = next((key for key in keys if key not in (time, hue)), "")
        advice = (
            f"give hue='{other}', or keep the rows of one {other}"
            if other and not hue
            else f"keep one {other or 'row'}"
        )
        raise FigureError(
            f"Figure 'series': several values of '{twice[by].iloc[0]}' for {time} '{twice[time].iloc[0]}', which one line"
            f" cannot show; {advice}."
        )
    names = list(dict.fromkeys(rows[by]))
    tell_apart(names, "series", "lines")
    colours = colour_of(names)
    ax = new_axes(ax, 8.6, 3.9)
    for name in names:
        mine = rows[rows[by] == name].sort_values("_time")
        x = mine["_time"].to_numpy()
        y = mine["value"].to_numpy(dtype=np.float64)
        low, high = (mine[end].to_numpy(dtype=np.float64) for end in ("ci_low", "ci_high"))
        ax.fill_between(x, low, high, color=colours[name], alpha=0.18, linewidth=0, zorder=1)
        # A lone point between two without interval would have no band.
        ax.vlines(x, low, high, color=colours[name], alpha=0.35, linewidth=1.0, zorder=1.5)
        ax.plot(x, y, "-o", color=colours[name], linewidth=1.7, markersize=4, zorder=2)
    quiet(ax, grid="y")
    if rows["_time"].dtype.kind in "if" and rows["_time"].nunique() <= 20:
        ax.set_xticks(sorted(rows["_time"].unique()))
    measure = plain(rows["measure"].iloc[0]) if "measure" in rows else ""
    what = measure if len(categories) > 1 else f"{measure}: {plain(categories[0])}"
    ax.set_ylabel(unit_label(rows["unit"].iloc[0], what), fontsize=9, color=INK)
    ax.set_xlabel(
        f"{plain(time)} ({_base(rows, names, by)})",
        fontsize=9,
        color=INK,
    )
    if (rows["unit"] == "log_ratio").all():
        ax.axhline(0.0, color=INK, linewidth=0.7, linestyle=(0, (4, 3)), zorder=0.8)
    elif rows["value"].min() >= 0:
        ax.set_ylim(bottom=0)
    if len(names) > 1:
        from matplotlib.lines import Line2D

        handles = [Line2D([], [], marker="o", markersize=4, color=colours[n], label=plain(n)) for n in names]
        legend_outside(ax, handles)
    return ax


def _base(rows: pd.DataFrame, names: Sequence[object], by: str) -> str:
    """Return what the lines rest on, and what their bands are."""
    parts = []
    if "n_tokens" in rows:
        # Categories share their words; the lines of a second key have each their own.
        counted = rows[rows[by] == names[0]] if by == "category" else rows
        parts.append(f"n = {int(counted['n_tokens'].sum()):,} words")
    if rows["ci_low"].notna().any():
        parts.append("bands: 95 % interval")
    return "; ".join(parts)


def _times(column: pd.Series, name: str) -> pd.Series:
    """Return times as numbers, or as dates where a month or day is told."""
    numbers = pd.to_numeric(column, errors="coerce")
    if numbers.notna().sum() == column.notna().sum():
        return numbers
    dates = pd.to_datetime(column.astype(str), format="ISO8601", errors="coerce")
    wrong = column[dates.isna() & column.notna()]
    if len(wrong):
        raise FigureError(
            f"Figure 'series': column '{name}' has '{wrong.iloc[0]}', which is no time; "
            "times are numbers, YYYY, YYYY-MM or YYYY-MM-DD."
        )
    return dates
