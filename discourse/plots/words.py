"""Words that one group has more than the others, and those it has less."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from discourse.errors import FigureError, did_you_mean, listed
from discourse.plots.style import (
    GREY,
    INK,
    PALETTE,
    group_labels,
    new_axes,
    plain,
    quiet,
    require_columns,
    shortened,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["diverging"]

HERE, ELSEWHERE = PALETTE["blue"], PALETTE["orange"]


def diverging(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    group: str | None = None,
    n_words: int | None = None,
    labels: Mapping[Any, str] | None = None,
) -> Axes:
    """Draw words to the right where a group has them more than the others, to the left where less.

    Parameters
    ----------
    table : pandas.DataFrame
        Of `naming` or `verb_swap`, or another measure whose categories are ``target.word`` with log ratios.
    ax : matplotlib.axes.Axes, optional
    group : str, optional
        Which group (its label) is drawn against the others; by default the first that has a value.
    n_words : int, optional
        At most so many words a target, those furthest from 0; all by default.
    labels : mapping, optional
        Better names for groups.

    Returns
    -------
    matplotlib.axes.Axes
        A block of words a target (for `naming`, a strategy of each), in the order of their values, with
        intervals where there are any. The right margin tells how often the group has the word.

    Raises
    ------
    FigureError
        No log ratios in the table, no such group, or none of its values is defined.
    """
    from matplotlib.transforms import blended_transform_factory

    rows, name = _rows(table, group, labels)
    rows = _blocks(rows, n_words)
    block = rows["_block"].to_numpy(dtype=object)
    begins = np.append(True, block[1:] != block[:-1])
    y = -(np.arange(len(rows)) + 1.1 * np.cumsum(begins))
    ax = new_axes(ax, 8.2, 1.3 + 0.24 * (len(rows) + 1.1 * int(begins.sum())))
    value, low, high = (rows[column].to_numpy(dtype=np.float64) for column in ("value", "ci_low", "ci_high"))
    colours = np.where(value > 0, HERE, ELSEWHERE)
    ax.barh(y, np.nan_to_num(value), height=0.62, color=colours, alpha=0.75, zorder=2)
    ax.hlines(y, low, high, color=INK, linewidth=1.1, zorder=3)
    ax.axvline(0.0, color=GREY, linewidth=0.9, zorder=1)
    ax.set_yticks(y, [shortened(word, 30) for word in rows["_word"]])
    ax.set_ylim(float(y.min()) - 0.7, 0.2)
    quiet(ax)
    left = blended_transform_factory(ax.transAxes, ax.transData)
    for first in np.flatnonzero(begins).tolist():
        ax.text(
            0.0,
            y[first] + 1.0,
            block[first],
            transform=left,
            fontsize=9,
            color=INK,
            va="center",
            weight="bold",
        )
    for place, row in zip(y, rows.to_dict("records"), strict=True):
        counts = f"{int(row['n_hits']):,} of {int(row['n_tokens']):,}"
        ax.text(1.015, place, counts, transform=left, fontsize=8, color=GREY, va="center")
        if np.isnan(row["value"]):
            ax.text(0.0, place, " undefined", fontsize=8, color=GREY, va="center")
    ax.text(1.015, 1.0, "words here", transform=ax.transAxes, fontsize=8, color=GREY, va="bottom")
    reach = float(np.nanmax(np.abs(np.concatenate([value, low, high])))) * 1.08 or 1.0
    ax.set_xlim(-reach, reach)
    ax.set_xlabel(f"log ratio (left: more in the others, right: more in {name})", fontsize=9, color=INK)
    return ax


def _rows(
    table: pd.DataFrame, group: str | None, labels: Mapping[Any, str] | None
) -> tuple[pd.DataFrame, str]:
    """The log ratios of one group, and its name."""
    require_columns(
        table, ["category", "value", "unit", "ci_low", "ci_high", "n_hits", "n_tokens"], "diverging"
    )
    rows = table[
        (table["unit"] == "log_ratio") & table["category"].astype(str).str.contains(".", regex=False)
    ]
    if rows.empty:
        units = listed(map(str, dict.fromkeys(table["unit"])))
        raise FigureError(f"Figure 'diverging': the table has no log ratios of words; its units are {units}.")
    rows = rows.assign(_group=group_labels(rows, labels))
    names = list(dict.fromkeys(rows["_group"]))
    if group is not None and group not in names:
        raise FigureError(
            f"Figure 'diverging': the table has no group '{group}'; it has {listed(names)}."
            f"{did_you_mean(group, names)}"
        )
    known = list(dict.fromkeys(rows.loc[rows["value"].notna(), "_group"]))
    name = group if group is not None else next(iter(known), None)
    if name is None or name not in known:
        whose = f"of '{name}' " if name is not None else ""
        raise FigureError(f"Figure 'diverging': no value {whose}is defined, so there is nothing to draw.")
    return rows[rows["_group"] == name], name


def _blocks(rows: pd.DataFrame, n_words: int | None) -> pd.DataFrame:
    """Words in blocks by target, in the order of their values; undefined ones last."""
    parts = rows["category"].astype(str).str.split(".", n=1, expand=True)
    strategy = [""] * len(rows)
    if "note" in rows and (rows["measure"] == "naming").all():
        strategy = [f" ({str(note).partition(';')[0]})" for note in rows["note"]]
    block = [plain(target) + more for target, more in zip(parts[0], strategy, strict=True)]
    rows = rows.assign(_block=block, _word=parts[1])
    order = {name: i for i, name in enumerate(dict.fromkeys(block))}
    if n_words is not None:
        furthest = rows["value"].abs().groupby(rows["_block"]).rank(ascending=False, method="first")
        rows = rows[furthest <= n_words]
    return rows.assign(_order=rows["_block"].map(order), _down=-rows["value"]).sort_values(
        ["_order", "_down", "_word"], kind="stable", na_position="last"
    )
