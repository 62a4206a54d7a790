"""The score: each document a line from its first word to its last, war and peace the notes on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.plots.style import (
    GREY,
    INK,
    PALE,
    colour_of,
    legend_outside,
    new_axes,
    require_columns,
    shortened,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

__all__ = ["score", "score_table"]

SCORE_COLUMNS = ("doc_id", "label", "mark", "pole", "start", "end", "rejected", "quoted", "n_tokens")
# Distance of a note from its line, in rows; how many notes may be piled up where rows are wide, or narrow.
FIRST, PILED_WIDE, PILED_NARROW = 0.18, 4, 2


def score_table(
    evidence: EvidenceTables | Tables,
    *,
    lexicon: str = "war_peace",
    poles: Sequence[str] = ("war", "peace"),
    labels: Mapping[Any, str] | None = None,
) -> pd.DataFrame:
    """Return what the score shows, as a tidy table.

    Parameters
    ----------
    evidence : Evidence
    lexicon : str
        Construct whose hits are the notes.
    poles : sequence of str
        Two top categories.
    labels : mapping of doc_id to str, optional
        Titles; by default the metadata column ``title`` where there is one, else the doc_id.

    Returns
    -------
    pandas.DataFrame
        One row a mark: doc_id, label; mark (``document``, ``left_out`` or ``hit``); pole of a hit; start
        and end in words from the document's first; rejected (negated), quoted (direct or indirect);
        n_tokens of the document. Hits that are left out are not shown.
    """
    tables = as_tables(evidence)
    documents = tables.documents_sorted
    titles = dict(labels or {})
    if not titles and "title" in documents.columns:
        titles = dict(zip(documents["doc_id"], documents["title"], strict=True))
    segments = tables.segments
    doc = tables.segment_doc
    order = np.lexsort((segments["start"].to_numpy(), doc))
    tokens = segments["n_tokens"].to_numpy(dtype=np.float64)
    before = np.zeros(len(order))
    running = np.cumsum(tokens[order])
    before[order] = running - tokens[order]
    firsts = np.zeros(len(tables.doc_ids))
    np.add.at(firsts, doc, tokens)
    length = firsts.copy()
    before -= (np.cumsum(firsts) - firsts)[doc]

    rows: list[dict[str, Any]] = []

    def add(number: int, mark: str, start: float, end: float, **more: Any) -> None:
        doc_id = tables.doc_ids[number]
        title = titles.get(doc_id)
        rows.append(
            {
                "doc_id": doc_id,
                "label": str(doc_id) if title is None or pd.isna(title) else str(title),
                "mark": mark,
                "pole": more.get("pole"),
                "start": start,
                "end": end,
                "rejected": more.get("rejected", False),
                "quoted": more.get("quoted", False),
                "n_tokens": int(length[number]),
            }
        )

    for number in range(len(tables.doc_ids)):
        add(number, "document", 0.0, float(length[number]))
    for i in np.flatnonzero(segments["left_out"].to_numpy(dtype=bool)).tolist():
        add(int(doc[i]), "left_out", float(before[i]), float(before[i] + tokens[i]))
    hits = tables.hits
    seg_start, seg_end = segments["start"].to_numpy(np.float64), segments["end"].to_numpy(np.float64)
    for pole in poles:
        found = tables.in_category(lexicon, pole)
        found = found[~hits["left_out"].to_numpy(dtype=bool)[found]]
        starts = hits["start"].to_numpy(dtype=np.int64)[found]
        at = tables.segment_at(tables.hit_doc[found], starts)
        width = np.maximum(seg_end[at] - seg_start[at], 1.0)
        inside = np.clip((starts - seg_start[at]) / width, 0.0, 1.0)
        place = before[at] + inside * tokens[at]
        quoted = (hits["voice"] != "narrator").to_numpy(dtype=bool)[found]
        negated = hits["negated"].to_numpy(dtype=bool)[found]
        for i, where in enumerate(place):
            number = int(tables.hit_doc[found[i]])
            more = {"pole": pole, "rejected": bool(negated[i]), "quoted": bool(quoted[i])}
            add(number, "hit", float(where), float(where), **more)
    table = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    rank = table["mark"].map({"document": 0, "left_out": 1, "hit": 2})
    table = table.assign(_rank=rank).sort_values(["doc_id", "_rank", "start", "pole"], kind="stable")
    return table.drop(columns="_rank").reset_index(drop=True)


def score(
    data: pd.DataFrame | EvidenceTables | Tables,
    ax: Axes | None = None,
    *,
    order: Sequence[str] | None = None,
    scale: str = "words",
    **options: Any,
) -> Axes:
    """Draw the score.

    Each document is a line from its first word to its last. A note above the line is a hit in the
    narrator's voice, one below it stands in a quoted voice; war and peace have two colours; a filled note
    is affirmed, a hollow one rejected; grey stretches are left out. Notes that would cover each other are
    raised.

    Parameters
    ----------
    data : pandas.DataFrame or Evidence
        From `score_table`, or the evidence, then `options` are those of `score_table`.
    ax : matplotlib.axes.Axes, optional
        Where to draw; new axes whose height fits the number of documents otherwise.
    order : sequence of str, optional
        doc_ids from top to bottom; the table's order by default. Others are not drawn.
    scale : {"words", "share"}
        Lines as long as the texts, or all of one length.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    FigureError
        A table without the columns, or without rows.
    """
    from matplotlib.collections import LineCollection

    table = data if isinstance(data, pd.DataFrame) else score_table(data, **options)
    require_columns(table, SCORE_COLUMNS, "score")
    doc_ids = (
        list(dict.fromkeys(table["doc_id"]))
        if order is None
        else [d for d in order if d in set(table["doc_id"])]
    )
    rows = {doc_id: len(doc_ids) - 1 - i for i, doc_id in enumerate(doc_ids)}
    table = table[table["doc_id"].isin(rows)]
    divisor = (
        table["n_tokens"].clip(lower=1).to_numpy(np.float64) if scale == "share" else np.ones(len(table))
    )
    table = table.assign(
        x=table["start"] / divisor, x_end=table["end"] / divisor, y=table["doc_id"].map(rows)
    )
    longest = float(table["x_end"].max()) or 1.0
    n = len(doc_ids)
    # Few documents get high staves, many narrow ones.
    height = float(np.clip(7.0 / n, 0.36, 1.5))
    ax = new_axes(ax, 10.5, 1.35 + n * height)
    poles = list(dict.fromkeys(table["pole"].dropna()))
    poles.sort(key=lambda pole: {"war": 0, "peace": 1}.get(pole, 2))
    colours = colour_of(poles)

    lines = table[table["mark"] == "document"]
    ax.hlines(lines["y"], lines["x"], lines["x_end"], color=GREY, linewidth=1.0, zorder=1)
    gaps = table[table["mark"] == "left_out"]
    ax.hlines(gaps["y"], gaps["x"], gaps["x_end"], color=PALE, linewidth=max(4.0, 9 * height), zorder=0.5)
    hits = table[table["mark"] == "hit"]
    size = float(np.clip(48 * height, 16, 42))
    # Width of a note in data units: its diameter in points over that of the axes, which are about 480
    # points wide.
    note = np.sqrt(size) * longest / 480.0
    piled = PILED_WIDE if height > 0.6 else PILED_NARROW
    step = min(0.19, (np.sqrt(size) + 2.0) / (72.0 * height))
    hits = hits.assign(level=_levels(hits, note, piled))
    side = np.where(hits["quoted"].to_numpy(dtype=bool), -1.0, 1.0)
    heads = hits["y"].to_numpy() + side * (FIRST + step * hits["level"].to_numpy())
    stems = [[(x, y), (x, head)] for x, y, head in zip(hits["x"], hits["y"], heads, strict=True)]
    ax.add_collection(
        LineCollection(stems, colors=[colours[p] for p in hits["pole"]], linewidths=0.8, zorder=1.5)
    )
    for pole in poles:
        for rejected in (False, True):
            mine = ((hits["pole"] == pole) & (hits["rejected"].astype(bool) == rejected)).to_numpy()
            ax.scatter(
                hits["x"].to_numpy()[mine],
                heads[mine],
                s=size,
                facecolors="white" if rejected else colours[pole],
                edgecolors=colours[pole],
                linewidths=1.2,
                zorder=2.5 if rejected else 2,
            )
    _frame(ax, table, rows, hits, poles, colours, longest, scale)
    return ax


def _levels(hits: pd.DataFrame, note: float, piled: int) -> np.ndarray:
    """Return how far each note is raised so that it does not cover its neighbour on that side of the line."""
    level = np.zeros(len(hits))
    last: dict[tuple[Any, Any, int], float] = {}
    order = np.lexsort((hits["x"].to_numpy(),))
    x, y, quoted = hits["x"].to_numpy(), hits["y"].to_numpy(), hits["quoted"].to_numpy(dtype=bool)
    for i in order.tolist():
        free = [k for k in range(piled) if x[i] - last.get((y[i], quoted[i], k), -np.inf) >= note]
        lowest = free[0] if free else min(range(piled), key=lambda k: last[(y[i], quoted[i], k)])
        level[i] = lowest
        last[(y[i], quoted[i], lowest)] = x[i]
    return level


def _frame(
    ax: Axes,
    table: pd.DataFrame,
    rows: Mapping[str, int],
    hits: pd.DataFrame,
    poles: Sequence[str],
    colours: Mapping[str, str],
    longest: float,
    scale: str,
) -> None:
    """Write titles left, numbers of hits right, the legend above."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    labels = table.drop_duplicates("doc_id").set_index("doc_id")["label"]
    ax.set_yticks(list(rows.values()), [shortened(labels[doc_id]) for doc_id in rows])
    ax.set_ylim(-0.75, len(rows) - 0.25)
    ax.set_xlim(-0.01 * longest, longest * 1.01)
    for spine in ("top", "right", "left"):
        ax.spines[spine].set_visible(False)
    ax.spines["bottom"].set_color(GREY)
    ax.tick_params(axis="y", length=0, labelsize=9, colors=INK)
    ax.tick_params(axis="x", labelsize=9, colors=INK, color=GREY)
    words = scale == "words"
    ax.set_xlabel(
        "words from the beginning" if words else "place in the text (0 = first word, 1 = last)", fontsize=9
    )
    for column, pole in enumerate(poles):
        right = 1.03 + 0.075 * column
        ax.text(
            right,
            1.0,
            f"{pole}\n● / ○",
            transform=ax.transAxes,
            color=colours[pole],
            fontsize=8,
            ha="center",
            va="bottom",
        )
        for doc_id, y in rows.items():
            mine = hits[(hits["doc_id"] == doc_id) & (hits["pole"] == pole)]
            rejected = int(mine["rejected"].astype(bool).sum())
            ax.text(
                right,
                y,
                f"{len(mine) - rejected} / {rejected}",
                transform=ax.get_yaxis_transform(),
                color=colours[pole],
                fontsize=8.5,
                ha="center",
                va="center",
            )
    handles: list[Any] = []
    for pole in poles:
        for word, face in (("affirmed", colours[pole]), ("rejected", "white")):
            handles.append(
                Line2D(
                    [],
                    [],
                    linestyle="",
                    marker="o",
                    markersize=6,
                    markerfacecolor=face,
                    markeredgecolor=colours[pole],
                    label=f"{pole} {word}",
                )
            )
    for side, label in ((1, "above: narrator"), (-1, "below: quoted")):
        sign = Line2D(
            [], [], linestyle="", marker=_note(side), markersize=13, markeredgewidth=0.9, label=label
        )
        sign.set_color(INK)
        handles.append(sign)
    if (table["mark"] == "left_out").any():
        handles.append(Patch(color=PALE, label="left out"))
    legend_outside(ax, handles, columns=4)


def _note(side: int) -> Path:
    """The sign of a hit on its document's line, above it (1) or below it (-1)."""
    from matplotlib.path import Path

    line, stem = Path([(-1, 0), (1, 0)]), Path([(0, 0), (0, 0.5 * side)])
    return Path.make_compound_path(line, stem, Path.circle((0, 0.62 * side), 0.26))
