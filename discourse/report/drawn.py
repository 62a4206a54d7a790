"""Figures as SVG inside a page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import FigureError
from ..evidence import Evidence
from .html import cut, escaped

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MAX_STAVES = 40  # documents in one figure

# What stands before the drawing, remarks in it, and its record: none of it is shown.
_PROLOGUE = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
_REMARKS = re.compile(r"<!--.*?-->|<metadata>.*?</metadata>", re.DOTALL)
_NAMES = re.compile(r'(\bid="|href="#|url\(#)')
_OPENING = re.compile(r"<svg\b[^>]*>")
_VIEW = re.compile(r'viewBox="[^"]*"')
_WIDTH = re.compile(r'width="([\d.]+)pt"')


def drawn(name: str, description: str, draw: Callable[[], Axes]) -> str:
    """Draw a figure and give it as SVG to stand inside HTML.

    The same data give the same bytes. Words are drawn as outlines, so the figure needs no font; a dollar
    sign in a title is a dollar sign.

    Parameters
    ----------
    name : str
        Letters and digits; makes the names inside the drawing differ from those of others on the page.
    description : str
        Plain text that says what is drawn, for who hears the page read.
    draw : callable
        Draws on new axes and returns them.

    Returns
    -------
    str

    Raises
    ------
    FigureError
        Nothing that can be shown was drawn.
    """
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    settings = {
        "svg.hashsalt": f"discourse {name}",
        "svg.fonttype": "path",
        "text.parse_math": False,
        "savefig.bbox": "tight",
    }
    with mpl.rc_context(settings), io.StringIO() as buffer:  # type: ignore[arg-type]
        figure = draw().get_figure(root=True)
        if figure is None:
            raise FigureError(f"Figure '{name}': the axes belong to no figure.")
        try:
            figure.savefig(buffer, format="svg", metadata={"Date": None})
        finally:
            plt.close(figure)
        svg = buffer.getvalue()
    svg = _REMARKS.sub("", _PROLOGUE.sub("", svg))
    svg = _NAMES.sub(rf"\g<1>{name}-", svg)
    opening, size, width = (pattern.search(svg) for pattern in (_OPENING, _VIEW, _WIDTH))
    if opening is None or size is None or width is None:
        raise FigureError(f"Figure '{name}': what was drawn is no SVG with a size.")
    # the namespaces of the opening tag mean nothing inside HTML; 3 points are 4 pixels
    wide = f"width: {float(width[1]) * 4 / 3:.0f}px"
    head = f'<svg role="img" aria-label="{escaped(description)}" {size[0]} style="{wide}">'
    return head + svg[opening.end() :].strip().replace("xlink:href", "href")


def score_figure(evidence: Evidence) -> str:
    """The score of the first documents."""
    from .. import plots

    documents = evidence.documents[evidence.documents["n_tokens"] > 0]["doc_id"].tolist()
    staves = documents[:MAX_STAVES]
    told = (
        "The score. Each document is a line from its first word to its last; above the line hits in the"
        " narrator's voice, below it in a quoted one; filled where affirmed, hollow where rejected; grey"
        " stretches are left out."
    )
    svg = drawn("score", told, lambda: plots.score(evidence, order=staves))
    return _figure(svg, told) + cut(
        len(staves), len(documents), "documents", "discourse.plots.score(evidence)"
    )


def balance_figure(evidence: Evidence, framing: pd.DataFrame) -> str:
    """The balance of war and peace with intervals, a line a document or group; nothing where undefined."""
    from .. import plots

    balance = framing[(framing["category"] == "balance") & framing["value"].notna()]
    if not len(balance):
        return ""
    documents = evidence.documents
    titles: dict[str, str] = {}
    if framing.columns[0] == "doc_id" and "title" in documents.columns:
        named = documents[documents["title"].notna()]
        titles = dict(zip(named["doc_id"], named["title"], strict=True))
    shown = balance.head(MAX_STAVES)
    told = (
        "Balance of framing cues, ln((war + ½) / (peace + ½)), with 95 % intervals: right of 0, more war than"
        " peace."
    )
    svg = drawn("balance", told, lambda: plots.forest(shown, category="balance", labels=titles, null=0.0))
    how = "discourse.plots.forest(table, category='balance')"
    return _figure(svg, told) + cut(len(shown), len(balance), "rows", how)


def _figure(svg: str, caption: str) -> str:
    return f"<figure>{svg}<figcaption>{escaped(caption)}</figcaption></figure>"
