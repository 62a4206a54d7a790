"""A report on a corpus: figures, tables with intervals, the lines behind the numbers, provenance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..corpus import Corpus
from ..evidence import Evidence, find
from ..measures import find_measure, measure
from .drawn import balance_figures, rates_figures, score_figure
from .html import counted, escaped, page
from .style import REPORT_STYLE
from .tables import categories_table, documents_table, lines_folds, measure_tables, provenance, speakers_table

if TYPE_CHECKING:
    import pandas as pd

MEASURES = ("framing", "rejection", "hedging", "left_out")

_NOTES = (
    "A hit shows that a text uses a word or phrase of a lexicon in a reading that its context does not rule"
    " out. It shows neither approval nor a frame: whether a text has a frame takes human coders.",
    "Hits that are rejected (negated) and fragments that are left out (promotion, navigation) are in the"
    " tables, and in no rate unless its name says so.",
    "Rates are per 1,000 words that are not left out. An undefined value is a dash, never 0, with a note.",
    "Intervals are from resampling whole documents within a group, or whole paragraphs within one text, since"
    " hits cluster. A text by itself speaks for itself only; a sample of texts for what it was drawn from.",
    "Levels in English and Spanish are not comparable; contrasts within a language are.",
    "The layers (voice, negation, hedging) make mistakes; discourse annotate --format html shows every text"
    " with them.",
)


def report(
    data: Corpus | Evidence | str | Sequence[str],
    lexicons: Sequence[Any] = ("war_peace",),
    *,
    by: str | Sequence[str] | None = None,
    measures: Sequence[str] = MEASURES,
    seed: int = 0,
    n_boot: int = 1000,
    syntax: bool = False,
    language: str | None = None,
    title: str = "Report",
    max_rows: int = 60,
    max_lines: int = 20,
) -> str:
    """Report on a corpus on one standalone page.

    Parameters
    ----------
    data : Corpus, Evidence, or texts as strings
    lexicons : sequence of str, path or Lexicon
        What to find where `data` is no evidence yet.
    by : str, sequence of str, optional
        Metadata columns to group the measures by, and by language where there are several, since levels of two
        languages are not comparable; each document by itself by default.
    measures : sequence of str
        Names of measures; one whose lexicon was not used is named with the reason. Where a lexicon was used that
        none of them counts, `rates` of it are added.
    seed, n_boot : int
        Of the intervals.
    syntax : bool
        Use spaCy for the bounds of attributed content (extra ``[syntax]``).
    language : str, optional
        Of texts given as strings; detected where None.
    title : str
    max_rows, max_lines : int
        Rows of a table and lines of a category on the page; where there are more, a note says so and how to
        get all.

    Returns
    -------
    str
        HTML, to be written as UTF-8.

    Raises
    ------
    MeasureError
        An unknown measure or grouping column.
    LexiconError
        A lexicon is unknown or broken.

    Examples
    --------
    >>> page = report("They sent troops. “No war,” said Ana Ruiz.", language="en", n_boot=50)
    >>> [name in page for name in ("framing", "Ana Ruiz", "SHA-256")]
    [True, True, True]
    """
    for name in measures:
        find_measure(name)
    evidence = data if isinstance(data, Evidence) else find(data, *lexicons, language=language, syntax=syntax)
    by = _apart(evidence, by)
    others = _uncounted(evidence, measures)
    if others and "rates" not in measures:
        measures = ["rates", *measures]
    frames = {name: _computed(evidence, name, by, seed, n_boot, others) for name in measures}
    lines, links = lines_folds(evidence.kwic(), max_lines)
    sections = [
        ("Figures", _figures(evidence, frames.get("framing", ""), frames.get("rates", ""))),
        ("Documents", documents_table(evidence, max_rows)),
        (
            "Hits by category",
            categories_table(evidence.hits, max_rows, links) if lines else "<p>No hits.</p>",
        ),
        *((f"Measure: {name}", _measured(name, frames[name], max_rows)) for name in measures),
        ("The lines behind the numbers", lines or "<p>No hits, so no lines.</p>"),
        ("Quotations by speaker", speakers_table(evidence, max_rows, max_lines)),
        ("Provenance", provenance(evidence, __version__, seed, n_boot, max_rows)),
        ("What this does not show", "<ul>" + "".join(f"<li>{escaped(n)}</li>" for n in _NOTES) + "</ul>"),
    ]
    sections = [(name, body) for name, body in sections if body]
    contents = "".join(
        f'<li><a href="#s{n}">{escaped(name)}</a></li>' for n, (name, _) in enumerate(sections, 1)
    )
    bodies = "\n".join(
        f'<section id="s{n}"><h2>{escaped(name)}</h2>\n{body}\n</section>'
        for n, (name, body) in enumerate(sections, 1)
    )
    head = f"<h1>{escaped(title)}</h1>\n<p>{escaped(_census(evidence))}</p>\n{_warnings(evidence)}"
    content = f'<main>{head}\n<nav aria-label="Contents"><ol>{contents}</ol></nav>\n{bodies}\n</main>'
    return page(title, content, REPORT_STYLE)


def _census(evidence: Evidence) -> str:
    hits = evidence.hits
    names = sorted({name for name, _ in evidence.lexicons})
    of = f" of the lexicon{'s' if len(names) > 1 else ''} {', '.join(names)}" if names else ""
    languages = sorted(evidence.documents["language"].unique())
    return (
        f"{counted(len(evidence.documents), 'document')} ({', '.join(languages) or 'none'}),"
        f" {counted(int(evidence.documents['n_tokens'].sum()), 'word')}, {counted(len(hits), 'hit')}{of}"
        f" ({int(hits['negated'].sum()):,} rejected), {counted(len(evidence.quotes), 'quotation')}."
    )


def _warnings(evidence: Evidence) -> str:
    """What could not be read; and which texts on this page may not be passed on."""
    parts = []
    if evidence.problems:
        items = "".join(f"<li>{escaped(p)}</li>" for p in evidence.problems)
        parts.append(f'<div class="warn">Not in this report:<ul>{items}</ul></div>')
    restricted = restricted_here(evidence)
    if restricted:
        parts.append(
            '<div class="warn">This page quotes restricted texts; it may not be passed on with their lines: '
            f"{escaped(', '.join(restricted))}.</div>"
        )
    return "\n".join(parts)


def restricted_here(evidence: Evidence) -> list[str]:
    """Documents of a corpus folder whose text lies outside it and was read from there."""
    documents = evidence.documents
    if "file" not in documents.columns or "rights" not in documents.columns:
        return []
    rows = documents[documents["file"].isna() & documents["rights"].notna()]
    return [d for d in rows["doc_id"] if d in evidence.texts]


def _apart(evidence: Evidence, by: str | Sequence[str] | None) -> str | Sequence[str] | None:
    """Groups that mix no languages."""
    keys = [by] if isinstance(by, str) else list(by or ())
    is_mixed = evidence.documents["language"].nunique() > 1
    return ["language", *keys] if keys and is_mixed and "language" not in keys else by


def _measured(name: str, frame: pd.DataFrame | str, max_rows: int) -> str:
    if isinstance(frame, str):
        return f"<p>{escaped(frame)}</p>"
    return f"<p>{escaped(find_measure(name).summary)}</p>\n{measure_tables(name, frame, max_rows)}"


def _computed(
    evidence: Evidence,
    name: str,
    by: str | Sequence[str] | None,
    seed: int,
    n_boot: int,
    others: Sequence[str],
) -> pd.DataFrame | str:
    """A measure's table, or why there is none: its lexicon was not used."""
    lacking = [x for x in find_measure(name).lexicons if all(x != used for used, _ in evidence.lexicons)]
    if lacking:
        return f"Not computed: {name} needs the lexicon {', '.join(lacking)}, which was not used here."
    options = {"lexicon": others} if name == "rates" and others else {}
    return measure(evidence, name, by=by, seed=seed, n_boot=n_boot, **options)


def _uncounted(evidence: Evidence, measures: Sequence[str]) -> list[str]:
    """Lexicons that none of the measures counts."""
    counted_here = {lexicon for name in measures for lexicon in find_measure(name).lexicons}
    used = dict.fromkeys(name for name, _ in evidence.lexicons)
    return [name for name in used if name not in counted_here]


def _figures(evidence: Evidence, framing: pd.DataFrame | str, rates: pd.DataFrame | str) -> str:
    if not (evidence.documents["n_tokens"] > 0).any():
        return ""
    parts = []
    if any(name == "war_peace" for name, _ in evidence.lexicons):
        parts += [
            score_figure(evidence),
            "" if isinstance(framing, str) else balance_figures(evidence, framing),
        ]
    if not isinstance(rates, str):
        parts.append(rates_figures(evidence, rates))
    return "\n".join(part for part in parts if part)
