"""What all figures share: colours told apart by everyone, units in words, labels that fit."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from discourse.errors import FigureError, did_you_mean, listed
from discourse.measures.frame import COLUMNS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = [
    "GREY",
    "INK",
    "PALETTE",
    "chosen",
    "colour_of",
    "group_labels",
    "key_columns",
    "legend_outside",
    "new_axes",
    "plain",
    "quiet",
    "require_columns",
    "shortened",
    "tell_apart",
    "tint",
    "unit_label",
]

# Okabe, M., & Ito, K. (2008). Color Universal Design: eight colours told apart with every kind of colour
# vision.
PALETTE = {
    "vermilion": "#D55E00",
    "blue": "#0072B2",
    "green": "#009E73",
    "orange": "#E69F00",
    "purple": "#CC79A7",
    "sky": "#56B4E9",
    "yellow": "#F0E442",
    "black": "#000000",
}
INK = "#222222"
GREY = "#8A8A8A"
PALE = "#D9D9D9"

# Yellow is too light for marks on white, so it comes last.
CYCLE = ("blue", "vermilion", "green", "orange", "purple", "sky", "black", "yellow")
FIXED = {"war": "vermilion", "peace": "blue"}

UNITS = {
    "per_1000": "hits per 1,000 words",
    "share": "share",
    "log_ratio": "log ratio",
    "count": "count",
    "rate_ratio": "ratio of rates",
    "difference": "difference",
    "probability": "probability",
    "position": "position in the text (0 = first word, 1 = last)",
    "nats": "nats",
    "z": "z",
}
WIDEST_LABEL = 48
# Sums of other categories: drawn on request only.
COMPOSITE = ("salience", "all")


def new_axes(ax: Axes | None, width: float, height: float) -> Axes:
    """Return the given axes, or new ones of the given size in inches."""
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(width, height), layout="constrained")[1]


def quiet(ax: Axes, grid: str = "x") -> None:
    """Take away what carries no number: frame lines, tick marks; draw a pale grid along one axis or none."""
    for side in ("top", "right", "left" if grid == "x" else "top"):
        ax.spines[side].set_visible(False)
    for side in ("bottom", "left"):
        ax.spines[side].set_color(GREY)
    ax.tick_params(length=0, labelsize=9, colors=INK)
    ax.set_axisbelow(True)
    if grid:
        ax.grid(axis=grid, color=PALE, linewidth=0.6)  # type: ignore[arg-type]


def colour_of(names: Sequence[object]) -> dict[Any, str]:
    """Return a colour for each name: war and peace always the same two, others in order.

    Examples
    --------
    >>> colour_of(["peace", "war.threat", "news"])
    {'peace': '#0072B2', 'war.threat': '#D55E00', 'news': '#009E73'}
    """
    tops = {name: str(name).split(".")[0].split(":")[0] for name in names}
    taken = {FIXED[top] for top in tops.values() if top in FIXED}
    rest = [colour for colour in CYCLE if colour not in taken]
    result, used = {}, 0
    for name in names:
        if tops[name] in FIXED:
            result[name] = PALETTE[FIXED[tops[name]]]
        else:
            result[name] = PALETTE[rest[used % len(rest)]]
            used += 1
    return result


def tell_apart(names: Sequence[object], figure: str, what: str, most: int = len(CYCLE)) -> None:
    """Refuse more names than a legend can tell apart.

    Raises
    ------
    FigureError
        There are more than `most`.
    """
    if len(names) > most:
        raise FigureError(
            f"Figure '{figure}': {len(names)} {what}, of which at most {most} can be told apart; choose some."
        )


def tint(category: object) -> str:
    """Return the colour of war or peace where a category belongs to it, else ink.

    Examples
    --------
    >>> tint("framing.war.threat"), tint("hedging.density")
    ('#D55E00', '#222222')
    """
    tops = [part for part in str(category).replace(":", ".").split(".") if part in FIXED]
    return PALETTE[FIXED[tops[0]]] if tops else INK


def plain(name: object) -> str:
    """Return a category or column name in words.

    Examples
    --------
    >>> plain("war.armed_force"), plain("balance_vs_reference")
    ('war: armed force', 'balance vs reference')
    """
    return str(name).replace("_", " ").replace(".", ": ").replace(":  ", ": ")


def unit_label(unit: object, what: str = "") -> str:
    """Return the label of an axis: what is measured and its unit.

    Examples
    --------
    >>> unit_label("per_1000", "framing"), unit_label("share"), unit_label("index", "peace journalism: index")
    ('framing, hits per 1,000 words', 'share', 'peace journalism: index')
    """
    words = UNITS.get(str(unit), plain(unit))
    if what.rpartition(": ")[2] == words:  # “index, index” says nothing more
        return what
    return f"{what}, {words}" if what else words


def shortened(label: object, width: int = WIDEST_LABEL) -> str:
    """Return a label cut to fit, at a space where there is one.

    Examples
    --------
    >>> shortened("A very long title of an article about a strait", 24)
    'A very long title of an…'
    """
    text = " ".join(str(label).split())
    if len(text) <= width:
        return text
    cut = textwrap.shorten(text, width, placeholder="…")
    return cut if len(cut) > 1 else text[: width - 1] + "…"


def require_columns(table: pd.DataFrame, columns: Sequence[str], figure: str) -> None:
    """Raise `FigureError` where the table lacks a column that the figure needs, or has no rows."""
    if not hasattr(table, "columns"):
        raise FigureError(
            f"Figure '{figure}': a table is needed, such as measure(…) gives, not {type(table).__name__}."
        )
    have = [str(column) for column in table.columns]
    for column in columns:
        if column not in have:
            raise FigureError(
                f"Figure '{figure}': the table has no column '{column}'; it has {listed(have)}."
                f"{did_you_mean(column, have)}"
            )
    if table.empty:
        raise FigureError(f"Figure '{figure}': the table has no rows, so there is nothing to draw.")


def key_columns(table: pd.DataFrame) -> list[str]:
    """Return the columns that say what a row speaks of: those before `measure`."""
    columns = [str(column) for column in table.columns]
    if "measure" in columns:
        return columns[: columns.index("measure")]
    return [column for column in columns if column not in COLUMNS]


def group_labels(table: pd.DataFrame, labels: Mapping[Any, str] | None = None) -> pd.Series:
    """Return a label for each row, from its keys; those that would be called the same begin with their keys.

    Parameters
    ----------
    table : pandas.DataFrame
        A measure's table.
    labels : mapping, optional
        A better name for a key, e.g. doc_id to title.
    """
    keys = key_columns(table)
    if not keys:
        return pd.Series("all", index=table.index, dtype=object)
    given = labels or {}
    parts = [
        [shortened(given.get(value, "(none)" if pd.isna(value) else value)) for value in table[key]]
        for key in keys
    ]
    names = pd.Series([", ".join(row) for row in zip(*parts, strict=True)], index=table.index, dtype=object)
    told = [table[key].map(lambda value: "(none)" if pd.isna(value) else str(value)) for key in keys]
    own = pd.Series([", ".join(row) for row in zip(*told, strict=True)], index=table.index, dtype=object)
    alike = own.groupby(names).transform("nunique") > 1
    return names.where(~alike, own + ": " + names)


def chosen(table: pd.DataFrame, category: str | Sequence[str] | None, figure: str) -> pd.DataFrame:
    """Return the rows of the categories to draw, all in one unit.

    Without a choice: the top categories (without dot or colon, no sums of others) in the unit that comes
    first.

    Raises
    ------
    FigureError
        A category that the table lacks, that stands twice for a group, or categories in different units.
    """
    require_columns(table, ["category", "value", "unit"], figure)
    have = list(dict.fromkeys(table["category"]))
    if category is None:
        names = table["category"].astype(str)
        simple = table[~names.str.contains(r"[.:]") & ~names.isin(COMPOSITE)]
        pool = simple if len(simple) else table
        return _once(pool[pool["unit"] == pool["unit"].iloc[0]], figure)
    wanted = [category] if isinstance(category, str) else list(category)
    for name in wanted:
        if name not in have:
            raise FigureError(
                f"Figure '{figure}': the table has no category '{name}'; it has {listed(map(str, have))}."
                f"{did_you_mean(name, map(str, have))}"
            )
    rows = table[table["category"].isin(wanted)]
    units = list(dict.fromkeys(rows["unit"]))
    if len(units) > 1:
        raise FigureError(
            f"Figure '{figure}': the categories are in different units ({listed(map(str, units))}), which "
            "one axis cannot show; choose categories of one unit, or rows of one unit."
        )
    order = {name: i for i, name in enumerate(wanted)}
    return _once(rows.iloc[np.argsort(rows["category"].map(order).to_numpy(), kind="stable")], figure)


def _once(rows: pd.DataFrame, figure: str) -> pd.DataFrame:
    """The rows, if no group has two of one category: those would be drawn over each other."""
    keys = key_columns(rows)
    # A series looks at its times itself.
    twice = rows[rows.duplicated([*keys, "category"])] if keys and figure != "series" else rows.iloc[:0]
    if len(twice):
        first = twice.iloc[0]
        group = ", ".join(str(first[key]) for key in keys)
        measures = listed(map(str, rows["measure"].unique())) if "measure" in rows else ""
        raise FigureError(
            f"Figure '{figure}': category '{first['category']}' has several rows for '{group}'; keep those of one"
            f" measure{f' ({measures})' if measures else ''}."
        )
    return rows


def legend_outside(ax: Axes, handles: Sequence[Any], columns: int | None = None, **more: Any) -> None:
    """Put a legend above the axes, where it covers no data, in as many columns as have room."""
    longest = max((len(str(handle.get_label())) for handle in handles), default=0)
    room = int(np.clip(84 // (longest + 6), 1, 4))
    ax.legend(
        handles=list(handles),
        loc="lower left",
        bbox_to_anchor=(0.0, 1.0),
        ncols=columns or min(len(handles), room),
        frameon=False,
        fontsize=9,
        borderaxespad=0.3,
        handletextpad=0.5,
        columnspacing=1.4,
        **more,
    )
