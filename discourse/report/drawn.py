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
MAX_CATEGORIES = 6  # of a lexicon in one figure

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


def balance_figures(evidence: Evidence, framing: pd.DataFrame) -> str:
    """The balance of war and peace with intervals, a line a document or group; a figure for each language."""
    told = (
        "Balance of framing cues, ln((war + ½) / (peace + ½)): a point for the value, a bar for its 95 % interval."
        " Right of the dashed line at 0 more war than peace, left of it more peace than war."
    )
    balance = framing[framing["category"] == "balance"]
    return _by_language(
        evidence, balance, "balance", told, "discourse.plots.forest(table, category='balance')"
    )


def rates_figures(evidence: Evidence, rates: pd.DataFrame) -> str:
    """Rates of a lexicon's top categories with intervals, a line a document or group; a figure for each language."""
    top = rates[~rates["category"].str.contains(".", regex=False) & (rates["category"] != "all")]
    if not 0 < top["category"].nunique() <= MAX_CATEGORIES:
        return ""
    told = "Hits of each top category per 1,000 words: a point for the value, a bar for its 95 % interval."
    return _by_language(evidence, top, "rates", told, "discourse.plots.forest(table)")


def _by_language(evidence: Evidence, table: pd.DataFrame, name: str, told: str, how: str) -> str:
    """A figure for each language; levels of two languages are not comparable, so they share no axis.

    Parameters
    ----------
    evidence : Evidence
    table : DataFrame
        Rows of a measure; in a corpus of several languages its groups are apart by `language`.
    name, told, how : str
        Of the figure; its caption; how to draw it whole.
    """
    documents = evidence.documents
    table = table[table["value"].notna()]
    if "doc_id" in table.columns:
        languages = table["doc_id"].map(documents.set_index("doc_id")["language"])
    elif "language" in table.columns:
        languages = table["language"]
    else:
        languages = table["measure"].map(lambda _: documents["language"].iloc[0])
    found = sorted(languages.dropna().unique())
    parts = (
        _forest(evidence, table[languages == language], name, told, how, str(language), len(found) > 1)
        for language in found
    )
    return "\n".join(parts)


def _forest(
    evidence: Evidence,
    table: pd.DataFrame,
    name: str,
    told: str,
    how: str,
    language: str,
    is_one_of_several: bool,
) -> str:
    from .. import plots

    documents = evidence.documents
    titles: dict[str, str] = {}
    if "doc_id" in table.columns and "title" in documents.columns:
        named = documents[documents["title"].notna()]
        titles = dict(zip(named["doc_id"], named["title"], strict=True))
    shown = table.head(MAX_STAVES * table["category"].nunique())
    if is_one_of_several and len(shown.columns[: list(shown.columns).index("measure")]) > 1:
        shown = shown.drop(columns="language", errors="ignore")  # said by the caption
    title = ""
    if is_one_of_several:
        title = {"en": "English", "es": "Spanish"}.get(language, language)
        told = f"{title}. {told} Its levels do not compare with those of another language."
    is_balance = name == "balance"

    def draw() -> Axes:
        ax = plots.forest(
            shown, category="balance" if is_balance else None, labels=titles, null=0.0 if is_balance else None
        )
        if is_balance:
            null = ax.get_xaxis_transform()
            ax.text(
                0, 1, "← more peace  ·  more war →", transform=null, fontsize=8.5, ha="center", va="bottom"
            )
        if title:
            ax.set_title(title, loc="left", fontsize=11, fontweight="bold", pad=18)
        return ax

    svg = drawn(f"{name}{language}", told, draw)
    return _figure(svg, told) + cut(len(shown), len(table), "rows", how)


def _figure(svg: str, caption: str) -> str:
    return f"<figure>{svg}<figcaption>{escaped(caption)}</figcaption></figure>"
