"""Many categories in many documents at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from discourse.plots.style import (
    COMPOSITE,
    GREY,
    INK,
    chosen,
    group_labels,
    new_axes,
    plain,
    require_columns,
    unit_label,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["heatmap"]

MOST_NUMBERS = 260
_SLANTED, _ROOM = (
    0.05,
    0.9,
)  # inches a character of a column's name takes in height; what there is for names anyway


def heatmap(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    category: str | Sequence[str] | None = None,
    labels: Mapping[Any, str] | None = None,
) -> Axes:
    """Draw values of categories (columns) by group (rows) as shades.

    Parameters
    ----------
    table : pandas.DataFrame
        A measure's table.
    ax : matplotlib.axes.Axes, optional
    category : str or sequence of str, optional
        Columns, in one unit; by default the categories that have none below them in the unit that comes first.
    labels : mapping, optional
        Better names for groups.

    Returns
    -------
    matplotlib.axes.Axes
        Darker = higher; where values go both ways, blue = below 0, vermilion = above. Missing values are
        crossed out.
    """
    from matplotlib.colors import LinearSegmentedColormap, TwoSlopeNorm

    require_columns(table, ["category", "value", "unit"], "heatmap")
    if category is None:
        unit = table["unit"].iloc[0]
        names = list(dict.fromkeys(table[table["unit"] == unit]["category"]))
        parents = {str(c).rpartition(".")[0] for c in names}
        leaves = [
            c for c in names if str(c) not in parents and ":" not in str(c) and c not in COMPOSITE
        ] or names
        category, table = leaves, table[table["unit"] == unit]
    rows = chosen(table, category, "heatmap")
    rows = rows.assign(_group=group_labels(rows, labels))
    groups = list(dict.fromkeys(group_labels(table.loc[sorted(rows.index)], labels)))
    columns = list(dict.fromkeys(rows["category"]))
    grid = rows.pivot_table("value", "_group", "category", aggfunc="first", dropna=False)
    grid = grid.reindex(index=groups, columns=columns)
    values = grid.to_numpy(dtype=np.float64)
    names = [plain(c) for c in columns]
    high = 1.9 + 0.27 * len(groups) + max(0.0, _SLANTED * max(map(len, names)) - _ROOM)
    ax = new_axes(ax, 3.6 + 0.46 * len(columns), high)
    known = values[~np.isnan(values)]
    two_way = bool(len(known)) and float(known.min()) < 0
    if two_way:
        reach = float(np.abs(known).max()) or 1.0
        colours = LinearSegmentedColormap.from_list("two_way", ["#0072B2", "#FFFFFF", "#D55E00"])
        image = ax.imshow(values, cmap=colours, norm=TwoSlopeNorm(0.0, -reach, reach), aspect="auto")
    else:
        colours = LinearSegmentedColormap.from_list("one_way", ["#FFFFFF", "#9CC9E8", "#0072B2", "#08304F"])
        top = float(known.max()) if len(known) else 1.0
        image = ax.imshow(values, cmap=colours, vmin=0.0, vmax=top or 1.0, aspect="auto")
    for row, column in np.argwhere(np.isnan(values)):
        ax.text(column, row, "×", ha="center", va="center", fontsize=8, color=GREY)
    if values.size <= MOST_NUMBERS:
        limit = float(np.abs(known).max()) if len(known) else 1.0
        for row, column in np.argwhere(~np.isnan(values)):
            number = values[row, column]
            shade = "white" if abs(number) > 0.55 * limit else INK
            if number:
                ax.text(column, row, _short(number), ha="center", va="center", fontsize=7, color=shade)
    ax.set_yticks(range(len(groups)), groups, fontsize=8.5)
    ax.set_xticks(range(len(columns)), names, rotation=45, ha="right", rotation_mode="anchor")
    ax.tick_params(length=0, labelsize=8.5, colors=INK)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_xticks(np.arange(len(columns) + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(groups) + 1) - 0.5, minor=True)
    ax.grid(which="minor", color="white", linewidth=1.2)
    ax.tick_params(which="minor", length=0)
    bar = ax.figure.colorbar(image, ax=ax, location="top", fraction=0.12 / high, pad=0.1 / high, shrink=0.7)
    measure = plain(rows["measure"].iloc[0]) if "measure" in rows else ""
    bar.set_label(unit_label(rows["unit"].iloc[0], measure), fontsize=9, color=INK)
    bar.ax.tick_params(labelsize=8, length=0)
    bar.ax.spines[:].set_visible(False)
    return ax


def _short(number: float) -> str:
    """Return a number in at most four characters."""
    return (
        f"{number:.0f}"
        if abs(number) >= 10
        else f"{number:.1f}"
        if abs(number) >= 0.95
        else f"{number:.2f}".replace("0.", ".")
    )
