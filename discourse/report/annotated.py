"""A page that shows texts with their layers coloured, for proof-reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..corpus import Corpus
from ..evidence import WARNING, Evidence, LexiconSet, as_corpus, find
from .html import escaped, fold, page
from .layers import MAX_HIT_STYLES, Layers, Row, census, description, layers_of, short_id, word
from .spans import marked_up
from .style import ANNOTATION_STYLE, LEGEND_SCRIPT

MAX_CHARACTERS = 3_000_000  # of text on one page; a browser grows slow beyond
_META = ("language", "date", "genre", "author", "source", "rights")

# value of the box, its sample as HTML, ticked at first
_LEGEND = (
    (
        "voice",
        '<span class="voice direct">direct</span> <span class="voice indirect">indirect</span> voice',
        True,
    ),
    ("quotes", '<i class="quote" data-is="q1"></i>quotations, with speakers in the margin', True),
    ("reporting", '<span class="reporting">said</span> <span class="speaker">the minister</span>', True),
    (
        "negation",
        '<span class="negation">not</span> <span class="negation negation-affixal">un</span>certain',
        True,
    ),
    ("scope", '<span class="scope">scope of a negation</span>', True),
    (
        "hedges",
        '<span class="hedge hedging-epistemic">may</span><i class="kind" data-is="kind"></i> hedges',
        True,
    ),
    ("reach", '<span class="reach">clause of a hedge</span>', False),
    ("boosters", '<span class="boost">clearly</span><i class="plus" data-is="+"></i> boosters', True),
    ("left", '<span class="left">left out</span>', True),
    ("ticks", '<i class="tick" data-is=""></i>sentences', True),
    ("headings", "<b>headings</b>", True),
)


def annotated_page(
    data: Corpus | Evidence | str | Sequence[str],
    lexicons: Sequence[Any] = (),
    syntax: bool = False,
    *,
    language: str | None = None,
    title: str = "Annotated texts",
    max_characters: int = MAX_CHARACTERS,
    tell: Callable[[str], object] | None = None,
) -> str:
    """Show texts with every layer coloured, on one page for proof-reading.

    Voice is the background, negation below the words, hedges and boosters above them, what is left out of
    counts is grey. Boxes switch each layer on and off. Everything is inside the page; it opens offline.

    Parameters
    ----------
    data : Corpus, Evidence, str, or sequence of str
    lexicons : sequence of str, path or Lexicon
        Their hits are framed, dashed where rejected; of evidence, all hits in it are.
    syntax : bool
        Use spaCy for the bounds of attributed content (extra ``[syntax]``).
    language : str, optional
        Of texts given as strings; detected where None.
    title : str
    max_characters : int
        Documents beyond so much text are named at the end, not shown.
    tell : callable, optional
        Called with a line for each document that could not be read, and for each place that could not be read for
        sure (these begin with "warning: "); the page has them, too.

    Returns
    -------
    str
        HTML, to be written as UTF-8.

    Raises
    ------
    LexiconError
        A lexicon is unknown or broken.

    Examples
    --------
    >>> page = annotated_page("“War, no,” said Ana Ruiz.", language="en")
    >>> "Ana Ruiz" in page, "http://" in page, "https://" in page
    (True, False, False)
    """
    LexiconSet(list(lexicons))
    if isinstance(data, Evidence):
        evidence = data
        beyond = _beyond([(d, len(data.texts.get(d, ""))) for d in data.documents["doc_id"]], max_characters)
    else:
        corpus = as_corpus(data, language)
        beyond = _beyond([(d.doc_id, len(d.text or "")) for d in corpus], max_characters)
        shown = tuple(d for d in corpus if d.doc_id not in beyond)
        evidence = find(replace(corpus, documents=shown), *lexicons, syntax=syntax)
    if tell is not None:
        for line in (*evidence.problems, *(WARNING + line for line in evidence.warnings)):
            tell(line)
    styles = _hit_styles(evidence)
    rows = {name: _by_document(getattr(evidence, name)) for name in ("segments", "cues", "quotes", "hits")}
    articles, entries = [], []
    problems = list(evidence.problems)
    for number, document in enumerate(evidence.documents.to_dict("records"), start=1):
        text = evidence.texts.get(document["doc_id"])
        if document["doc_id"] in beyond:
            continue
        if text is None:
            problems.append(f"'{document['doc_id']}': its text is not on this machine.")
            continue
        mine = {name: table.get(document["doc_id"], []) for name, table in rows.items()}
        layers = layers_of(text, **mine, hit_styles=styles)
        entries.append(f'<li><a href="#d{number}">{escaped(_name(document))}</a></li>')
        articles.append(_article(number, document, text, layers, census(layers, mine["cues"])))
    parts = [
        _legend(styles),
        "<main>",
        f"<h1>{escaped(title)}</h1>",
        f'<nav aria-label="Documents"><ol>{"".join(entries)}</ol></nav>' if len(entries) > 1 else "",
        _told("Not shown:", problems),
        _told("Not read for sure:", evidence.warnings),
        *articles,
        _end(beyond, max_characters),
        "</main>",
    ]
    off = " ".join(f"no-{value}" for value, _, ticked in _LEGEND if not ticked)
    return page(title, "\n".join(p for p in parts if p), ANNOTATION_STYLE, LEGEND_SCRIPT, off)


def _beyond(lengths: Iterable[tuple[str, int]], limit: int) -> dict[str, int]:
    """The documents after the first ones with so much text; one is always shown."""
    beyond: dict[str, int] = {}
    length = 0
    for number, (doc_id, n) in enumerate(lengths):
        length += n
        if number and length > limit:
            beyond[doc_id] = n
    return beyond


def _by_document(table: Any) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in table.itertuples(index=False):
        rows.setdefault(row.doc_id, []).append(row)
    return rows


def _hit_styles(evidence: Evidence) -> dict[tuple[str, str], int]:
    """A colour for each lexicon's top category; the last one is shared where there are many."""
    tops = dict.fromkeys(
        (name, category.partition(".")[0])
        for (name, _), x in evidence.lexicons.items()
        for category in x["categories"]
    )
    return {key: min(number, MAX_HIT_STYLES - 1) for number, key in enumerate(tops)}


def _legend(styles: dict[tuple[str, str], int]) -> str:
    boxes = list(_LEGEND)
    if styles:
        samples = " ".join(
            f'<span class="hit hit-{n}">{escaped(top)}</span>' for (_, top), n in styles.items()
        )
        boxes.append(("hits", f"{samples} hits", True))
    labels = "\n".join(
        f'<label><input type="checkbox" value="{value}"{" checked" if ticked else ""}>{sample}</label>'
        for value, sample, ticked in boxes
    )
    return f'<div id="legend" role="group" aria-label="Layers">{labels}</div>'


def _name(document: Mapping[Any, Any]) -> str:
    title = word(document.get("title"))
    return f"{document['doc_id']}: {title}" if title else str(document["doc_id"])


def _article(number: int, document: Mapping[Any, Any], text: str, layers: Layers, told: str) -> str:
    meta = " · ".join(filter(None, (word(document.get(c)) for c in _META)))
    rows = []
    for paragraph, role, start, end in layers.paragraphs:
        whole = text[start:end]
        end = start + len(whole.rstrip())
        start = min(end, start + len(whole) - len(whole.lstrip("\n")))
        shown = marked_up(text, start, end, layers.spans, layers.signs)
        notes = "".join(_note(row) for at, row in layers.notes if start <= at < end)
        role_told = f'<div class="role">{escaped(role)}</div>' if role not in ("", "body") else ""
        rows.append(
            f'<div class="row"><div class="gutter">¶ {paragraph}{role_told}</div>'
            f'<div class="text {escaped(role)}">{shown}</div>'
            f'<ul class="notes">{notes}</ul></div>'
        )
    return (
        f'<article id="d{number}" lang="{escaped(document["language"])}">'
        f"<h2>{escaped(_name(document))}</h2>\n"
        f'<p class="meta">{escaped(meta)}<br>{escaped(told)}</p>\n' + "\n".join(rows) + "\n</article>"
    )


def _note(row: Row) -> str:
    speaker, *words = description(row)
    return (
        f'<li><span class="id">{escaped(short_id(row.quote_id))}</span><b>{escaped(speaker)}</b>'
        f" {escaped(' · '.join(words))}</li>"
    )


def _told(what: str, lines: Sequence[str]) -> str:
    items = "".join(f"<li>{escaped(line)}</li>" for line in dict.fromkeys(lines))
    return f'<div class="warn">{what}<ul>{items}</ul></div>' if items else ""


def _end(beyond: Mapping[str, int], limit: int) -> str:
    if not beyond:
        return ""
    note = (
        f'<p class="cut">The page ends here: with more, it would hold over {limit:,} characters of text.'
        f" {len(beyond):,} more document{'s are' if len(beyond) > 1 else ' is'} not on it. Choose others with"
        " <code>--query</code>, or raise <code>max_characters</code>.</p>"
    )
    return note + fold("Which ones", f"<p>{', '.join(map(escaped, beyond))}</p>")
