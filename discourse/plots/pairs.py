"""Two values of one thing: with and without, private and public, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from discourse.errors import FigureError, listed
from discourse.plots.style import (
    GREY,
    INK,
    PALE,
    colour_of,
    group_labels,
    key_columns,
    legend_outside,
    new_axes,
    plain,
    quiet,
    require_columns,
    shortened,
    tint,
    unit_label,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["dumbbell", "paired", "slope"]


def paired(
    table: pd.DataFrame,
    between: str | None = None,
    levels: Sequence[Any] | None = None,
    *,
    pair: str | None = None,
    labels: Mapping[Any, str] | None = None,
) -> pd.DataFrame:
    """Return a row a pair, with the value of each of two levels.

    Parameters
    ----------
    table : pandas.DataFrame
        A measure's table, all in one unit.
    between : str, optional
        Column with the two levels; by default the end of `category` after its last colon
        (``framing.war:with``).
    levels : sequence of two, optional
        First and second level; by default in the order of the table.
    pair : str, optional
        Column that says which rows belong together; by default the other keys.
    labels : mapping, optional
        Better names for what is paired.

    Returns
    -------
    pandas.DataFrame
        label, category, unit, first, second, first_low, first_high, second_low, second_high; attributes
        ``levels``.

    Raises
    ------
    FigureError
        More or fewer than two levels, or a level twice in a pair.
    """
    require_columns(table, ["category", "value", "unit"], "pairs")
    if between is None:
        parts = table["category"].astype(str).str.rsplit(":", n=1, expand=True)
        ends = parts[1] if parts.shape[1] > 1 else pd.Series(None, index=table.index, dtype=object)
        rows = table[ends.notna()].assign(_level=ends.dropna(), category=parts[0][ends.notna()])
    else:
        require_columns(table, [between], "pairs")
        rows = table.assign(_level=table[between])
    found = list(dict.fromkeys(rows["_level"].dropna())) if levels is None else list(levels)
    if len(found) != 2:
        raise FigureError(
            f"Figure 'pairs': {len(found)} levels ({listed(map(str, found))}); a pair has two. "
            "Name them with levels=(first, second)."
        )
    rows = rows[rows["_level"].isin(found)]
    units = list(dict.fromkeys(rows["unit"]))
    if len(units) > 1:
        raise FigureError(
            f"Figure 'pairs': units {listed(map(str, units))} on one axis; keep the rows of one unit."
        )
    if pair is not None:
        names = rows[pair].map(lambda v: shortened((labels or {}).get(v, v)))
    else:
        keys = [key for key in key_columns(rows) if key != between]
        names = (
            group_labels(rows[[*keys, "measure", "category"]], labels)
            if keys
            else pd.Series("", index=rows.index)
        )
    rows = rows.assign(_name=names)
    if rows.duplicated(["_name", "category", "_level"]).any():
        twice = rows[rows.duplicated(["_name", "category", "_level"])].iloc[0]
        raise FigureError(
            f"Figure 'pairs': '{twice['_name']}' has '{twice['_level']}' more than once for "
            f"{twice['category']}; say with pair= which rows belong together."
        )
    result = []
    for (name, category), part in rows.groupby(["_name", "category"], sort=False):
        by_level = part.set_index("_level")
        row: dict[str, Any] = {"label": name, "category": category, "unit": units[0]}
        for which, level in zip(("first", "second"), found, strict=True):
            for column, suffix in (("value", ""), ("ci_low", "_low"), ("ci_high", "_high")):
                known = level in by_level.index and column in by_level.columns
                row[which + suffix] = float(by_level.loc[level, column]) if known else np.nan
        result.append(row)
    frame = pd.DataFrame(result)
    frame.attrs["levels"] = tuple(found)
    return frame


def _names(pairs: pd.DataFrame) -> list[str]:
    categories, names = pairs["category"].nunique() > 1, pairs["label"].nunique() > 1
    if categories and names:
        return [
            f"{name} · {plain(category)}"
            for name, category in zip(pairs["label"], pairs["category"], strict=True)
        ]
    if categories:
        return [plain(category) for category in pairs["category"]]
    return [str(name) or plain(c) for name, c in zip(pairs["label"], pairs["category"], strict=True)]


def dumbbell(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    between: str | None = None,
    levels: Sequence[Any] | None = None,
    pair: str | None = None,
    labels: Mapping[Any, str] | None = None,
) -> Axes:
    """Draw each pair as two points joined by a line.

    Parameters
    ----------
    table, between, levels, pair, labels
        As in `paired`.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        First level hollow, second filled; the difference stands in the right margin.
    """
    from matplotlib.lines import Line2D

    pairs = paired(table, between, levels, pair=pair, labels=labels)
    first, second = pairs.attrs["levels"]
    ax = new_axes(ax, 8.2, 1.3 + 0.3 * len(pairs))
    y = np.arange(len(pairs))[::-1].astype(np.float64)
    ax.hlines(y, pairs["first"], pairs["second"], color=PALE, linewidth=4, zorder=1)
    for where, row in zip(y, pairs.to_dict("records"), strict=True):
        colour = tint(row["category"])
        ax.plot(
            row["first"], where, "o", markersize=7, markerfacecolor="white", markeredgecolor=colour, zorder=2
        )
        ax.plot(row["second"], where, "o", markersize=7, color=colour, zorder=3)
        change = row["second"] - row["first"]
        text = "undefined" if np.isnan(change) else "no change" if change == 0 else f"{change:+.2g}"
        ax.text(1.015, where, text, transform=ax.get_yaxis_transform(), fontsize=8, color=GREY, va="center")
    ax.set_yticks(y, [shortened(name, 60) for name in _names(pairs)])
    ax.set_ylim(-0.6, len(pairs) - 0.4)
    ax.text(1.015, len(pairs) - 0.4, "difference", transform=ax.get_yaxis_transform(), fontsize=8, color=GREY)
    quiet(ax)
    category = plain(pairs["category"].iloc[0]) if pairs["category"].nunique() == 1 else ""
    ax.set_xlabel(unit_label(pairs["unit"].iloc[0], category), fontsize=9, color=INK)
    point = {"linestyle": "", "marker": "o", "markersize": 7, "markeredgecolor": INK}
    handles = [
        Line2D([], [], markerfacecolor="white", label=plain(first), **point),  # type: ignore[arg-type]
        Line2D([], [], markerfacecolor=INK, label=plain(second), **point),  # type: ignore[arg-type]
    ]
    legend_outside(ax, handles)
    return ax


def slope(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    between: str | None = None,
    levels: Sequence[Any] | None = None,
    pair: str | None = None,
    labels: Mapping[Any, str] | None = None,
) -> Axes:
    """Draw each pair as a line from its first to its second value.

    Parameters
    ----------
    table, between, levels, pair, labels
        As in `paired`.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes
        Pairs are named at both ends' free side, apart from each other; a pair with a missing value is named
        below.
    """
    pairs = paired(table, between, levels, pair=pair, labels=labels)
    first, second = pairs.attrs["levels"]
    names = _names(pairs)
    whole = pairs[["first", "second"]].notna().all(axis=1).to_numpy()
    drawn = pairs[whole]
    ax = new_axes(ax, 7.6, max(3.4, 1.4 + 0.28 * len(pairs)))
    colours = colour_of(range(len(pairs))) if len(pairs) <= 7 else dict.fromkeys(range(len(pairs)), INK)
    for i in np.flatnonzero(whole).tolist():
        row = pairs.iloc[i]
        ax.plot(
            [0, 1],
            [row["first"], row["second"]],
            "-o",
            color=colours[i],
            linewidth=1.5,
            markersize=5,
            zorder=2,
        )
    ends = drawn["second"].to_numpy(dtype=np.float64)
    values = drawn[["first", "second"]].to_numpy(dtype=np.float64)
    low, high = (float(values.min()), float(values.max())) if len(drawn) else (0.0, 1.0)
    pad = 0.08 * (high - low or 1.0)
    ax.set_ylim(low - pad, high + pad)
    # Names stand at least a line apart.
    inches = ax.get_position().height * float(ax.figure.bbox.height) / ax.figure.dpi
    apart = spaced(ends, 0.17 / max(inches, 0.5) * (high - low + 2 * pad))
    for i, where, end in zip(np.flatnonzero(whole).tolist(), apart, ends, strict=True):
        ax.annotate(
            names[i],
            (1.0, end),
            xytext=(1.06, where),
            fontsize=8.5,
            color=colours[i],
            va="center",
            arrowprops={"arrowstyle": "-", "color": PALE, "linewidth": 0.8},
            annotation_clip=False,
        )
    ax.set_xticks([0, 1], [plain(first), plain(second)])
    ax.set_xlim(-0.08, 1.04)
    quiet(ax, grid="y")
    ax.tick_params(axis="x", labelsize=10)
    category = plain(pairs["category"].iloc[0]) if pairs["category"].nunique() == 1 else ""
    ax.set_ylabel(unit_label(pairs["unit"].iloc[0], category), fontsize=9, color=INK)
    missing = [name for name, known in zip(names, whole, strict=True) if not known]
    if missing:
        ax.set_xlabel(f"without a value on one side: {listed(missing)}", fontsize=8, color=GREY)
    return ax


def spaced(places: np.ndarray, gap: float) -> np.ndarray:
    """Return places moved apart to at least `gap`, each as near as may be to where it was.

    Examples
    --------
    >>> spaced(np.array([1.0, 1.0, 5.0]), 1.0).tolist()
    [0.5, 1.5, 5.0]
    """
    order = np.argsort(places, kind="stable")
    blocks: list[list[float]] = []  # sum of wished starts, number of members
    for rank in order:
        blocks.append([float(places[rank]), 1.0])
        while len(blocks) > 1 and _top(blocks[-2], gap) + gap > _bottom(blocks[-1], gap):
            upper = blocks.pop()
            blocks[-1][0] += upper[0]
            blocks[-1][1] += upper[1]
    result = np.empty(len(places))
    at = 0
    for total, count in blocks:
        centre = total / count
        for k in range(int(count)):
            result[order[at]] = centre + gap * (k - (count - 1) / 2)
            at += 1
    return result


def _bottom(block: Sequence[float], gap: float) -> float:
    return block[0] / block[1] - gap * (block[1] - 1) / 2


def _top(block: Sequence[float], gap: float) -> float:
    return block[0] / block[1] + gap * (block[1] - 1) / 2
