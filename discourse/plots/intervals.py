"""Values with their intervals: by group (forest), by category (bars)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from discourse.plots.style import (
    COMPOSITE,
    CYCLE,
    GREY,
    INK,
    chosen,
    colour_of,
    group_labels,
    legend_outside,
    new_axes,
    plain,
    quiet,
    shortened,
    tell_apart,
    unit_label,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["bars", "forest"]

_FORMS = (("o", True), ("o", False), ("D", True), ("s", False), ("^", True), ("v", False))


def base_of(row: pd.Series) -> str:
    """Return what a value rests on, for the margin: hits and words."""
    parts = []
    if "n_hits" in row and row["n_hits"] > 0:
        parts.append(f"{int(row['n_hits']):,} hit{'' if row['n_hits'] == 1 else 's'}")
    if "n_tokens" in row and row["n_tokens"] > 0:
        parts.append(f"{int(row['n_tokens']):,} words")
    return " / ".join(parts)


def forest(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    category: str | Sequence[str] | None = None,
    labels: Mapping[Any, str] | None = None,
    null: float | None = None,
) -> Axes:
    """Draw values with their intervals, a line a group.

    Parameters
    ----------
    table : pandas.DataFrame
        A measure's table.
    ax : matplotlib.axes.Axes, optional
    category : str or sequence of str, optional
        What to draw, in one unit; by default the top categories in the unit that comes first.
    labels : mapping, optional
        Better names for groups, e.g. doc_id to title.
    null : float, optional
        Where to draw a line of no difference; at 0 by default for log ratios and differences, at 1 for
        ratios.

    Returns
    -------
    matplotlib.axes.Axes
        A group whose value is missing has its line, marked as undefined. The right margin tells the base of
        each value where one category is drawn, else that of the group.

    Raises
    ------
    FigureError
        More categories than colours and marks can tell apart, 48.
    """
    rows = chosen(table, category, "forest")
    rows = rows.assign(_group=group_labels(rows, labels))
    groups = list(dict.fromkeys(group_labels(table.loc[sorted(rows.index)], labels)))
    categories = list(dict.fromkeys(rows["category"]))
    unit = rows["unit"].iloc[0]
    tell_apart(categories, "forest", "categories", len(CYCLE) * len(_FORMS))
    colours = colour_of(categories)
    marks = _marks(categories, colours)
    spread = 0.0 if len(categories) == 1 else min(0.22, 0.6 / (len(categories) - 1))
    step = 0.32 if len(categories) == 1 else 0.14 + 0.13 * len(categories)
    ax = new_axes(ax, 8.2, 1.2 + step * len(groups))
    place = {group: len(groups) - 1 - i for i, group in enumerate(groups)}
    for j, name in enumerate(categories):
        mine = rows[rows["category"] == name]
        y = mine["_group"].map(place).to_numpy(dtype=np.float64) + spread * ((len(categories) - 1) / 2 - j)
        x = mine["value"].to_numpy(dtype=np.float64)
        low, high = (mine[end].to_numpy(dtype=np.float64) for end in ("ci_low", "ci_high"))
        ax.hlines(y, low, high, color=colours[name], linewidth=1.6, zorder=2)
        ax.plot(x, y, linestyle="", zorder=3, **marks[name])
        missing = np.isnan(x)
        if missing.any():
            for where in y[missing]:
                ax.text(
                    0.01,
                    where,
                    "undefined",
                    transform=ax.get_yaxis_transform(),
                    fontsize=8,
                    color=GREY,
                    va="center",
                )
    centre = (
        null if null is not None else {"log_ratio": 0.0, "difference": 0.0, "rate_ratio": 1.0}.get(str(unit))
    )
    if centre is not None:
        ax.axvline(centre, color=GREY, linewidth=0.9, linestyle=(0, (4, 3)), zorder=1)
    ax.set_yticks([place[group] for group in groups], groups)
    ax.set_ylim(-0.6, len(groups) - 0.4)
    quiet(ax)
    for group in groups:
        mine = rows[rows["_group"] == group]
        text = base_of(mine.iloc[0]) if len(categories) == 1 else _words(mine)
        ax.text(
            1.015, place[group], text, transform=ax.get_yaxis_transform(), fontsize=8, color=GREY, va="center"
        )
    _name_x(ax, rows, categories, unit)
    if len(categories) > 1:
        _legend(ax, categories, colours, marks=marks)
    return ax


def _marks(names: Sequence[Any], colours: Mapping[Any, str]) -> dict[Any, dict[str, Any]]:
    """Return how to draw each category's points: those of one colour differ in form."""
    used: dict[str, int] = {}
    result = {}
    for name in names:
        colour = colours[name]
        marker, filled = _FORMS[used.get(colour, 0) % len(_FORMS)]
        used[colour] = used.get(colour, 0) + 1
        result[name] = {
            "marker": marker,
            "markersize": 5.5,
            "color": colour,
            "markerfacecolor": colour if filled else "white",
            "markeredgecolor": "white" if filled else colour,
            "markeredgewidth": 0.6 if filled else 1.3,
        }
    return result


def bars(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    category: str | Sequence[str] | None = None,
    labels: Mapping[Any, str] | None = None,
) -> Axes:
    """Draw values by category as bars from 0, with their intervals; groups side by side.

    Parameters
    ----------
    table : pandas.DataFrame
        A measure's table.
    ax : matplotlib.axes.Axes, optional
    category : str or sequence of str, optional
        What to draw, in one unit; by default every category in the unit that comes first, but for sums of others.
    labels : mapping, optional
        Better names for groups.

    Returns
    -------
    matplotlib.axes.Axes
        One group: bars have the colour of their top category. Several: a colour a group.

    Raises
    ------
    FigureError
        More groups than there are colours, eight.
    """
    if category is None and len(table):
        first = table["unit"].iloc[0]
        same = table[(table["unit"] == first) & (~table["category"].isin(COMPOSITE))]
        category = list(dict.fromkeys(same["category"]))
        table = table[table["unit"] == first]
    rows = chosen(table, category, "bars")
    rows = rows.assign(_group=group_labels(rows, labels))
    groups = list(dict.fromkeys(group_labels(table.loc[sorted(rows.index)], labels)))
    categories = list(dict.fromkeys(rows["category"]))
    single = len(groups) == 1
    if not single:
        tell_apart(groups, "bars", "groups")
    tops = [str(name).partition(".")[0] for name in categories]
    of_top = colour_of(list(dict.fromkeys(tops)))
    colours = (
        {name: of_top[top] for name, top in zip(categories, tops, strict=True)}
        if single
        else colour_of(groups)
    )
    thick = 0.72 / len(groups)
    ax = new_axes(ax, 8.2, 1.2 + max(0.3, 0.15 * len(groups)) * len(categories))
    for g, group in enumerate(groups):
        mine = rows[rows["_group"] == group]
        y = np.array(
            [len(categories) - 1 - categories.index(name) for name in mine["category"]], dtype=np.float64
        )
        y += thick * ((len(groups) - 1) / 2 - g)
        x = mine["value"].to_numpy(dtype=np.float64)
        shades = [colours[name] for name in mine["category"]] if single else colours[group]
        # Wide categories stand out from their parts.
        alpha = [1.0 if "." not in str(name) else 0.6 for name in mine["category"]] if single else 1.0
        for where, value, shade, opacity in zip(
            y,
            np.nan_to_num(x),
            np.broadcast_to(shades, x.shape),
            np.broadcast_to(alpha, x.shape),
            strict=True,
        ):
            ax.barh(where, value, height=thick * 0.92, color=str(shade), alpha=float(opacity), zorder=2)
        low, high = (mine[end].to_numpy(dtype=np.float64) for end in ("ci_low", "ci_high"))
        ax.hlines(y, low, high, color=INK, linewidth=1.1, zorder=3)
        for where in y[np.isnan(x)]:
            ax.text(0.0, where, " undefined", fontsize=8, color=GREY, va="center")
        if single:
            edge = np.nanmax(np.stack([np.nan_to_num(x), np.nan_to_num(high)]), axis=0)
            for where, at, count in zip(y, edge, mine["n_hits"], strict=True):
                ax.text(at, where, f"  n = {int(count):,}", fontsize=8, color=GREY, va="center")
    aspect = _aspect(categories)
    ax.set_yticks(range(len(categories)), [_indented(name, aspect) for name in reversed(categories)])
    ax.set_ylim(-0.6, len(categories) - 0.4)
    quiet(ax)
    if single:
        ax.margins(x=0.12)
        ax.set_title(f"{groups[0]}  ({_words(rows)})", fontsize=10, loc="left", color=INK)
    else:
        _legend(ax, groups, colours, {group: _words(rows[rows["_group"] == group]) for group in groups})
    if not (rows["value"] < 0).any():
        ax.set_xlim(0, None if (rows["value"] > 0).any() else 1)
    _name_x(ax, rows, [aspect] if aspect else [], rows["unit"].iloc[0])
    return ax


def _aspect(categories: Sequence[object]) -> str:
    """What all categories are kinds of, as "kind" in "kind:named"; empty where they differ in it."""
    aspects = {str(name).partition(":")[0] if ":" in str(name) else "" for name in categories}
    return aspects.pop() if len(aspects) == 1 else ""


def _words(rows: pd.DataFrame) -> str:
    """The words that some values rest on: one number, or from the fewest to the most where they differ."""
    if "n_tokens" not in rows or not rows["n_tokens"].max() > 0:
        return ""
    fewest, most = int(rows["n_tokens"].min()), int(rows["n_tokens"].max())
    return f"{most:,} words" if fewest == most else f"{fewest:,}–{most:,} words"


def _indented(name: object, aspect: str = "") -> str:
    parts = str(name).removeprefix(f"{aspect}:").replace(":", ": ").split(".")
    return plain(parts[-1])


def _name_x(ax: Axes, rows: pd.DataFrame, categories: Sequence[str], unit: object) -> None:
    measure = plain(rows["measure"].iloc[0]) if "measure" in rows else ""
    what = f"{measure}: {plain(categories[0])}" if len(categories) == 1 else measure
    ax.set_xlabel(unit_label(unit, what) + _coverage(rows), fontsize=9, color=INK)


def _coverage(rows: pd.DataFrame) -> str:
    return ", 95 % interval" if rows["ci_low"].notna().any() else ""


def _legend(
    ax: Axes,
    names: Sequence[Any],
    colours: Mapping[Any, str],
    base: Mapping[Any, str] | None = None,
    marks: Mapping[Any, Mapping[str, Any]] | None = None,
) -> None:
    from matplotlib.lines import Line2D

    handles = []
    for name in names:
        label = shortened(plain(name), 28)
        if base and base[name]:
            label += f" ({base[name]})"
        mark = marks[name] if marks else {"marker": "o", "markersize": 6, "color": colours[name]}
        handles.append(Line2D([], [], linestyle="", label=label, **mark))
    legend_outside(ax, handles)
