"""The sections of a report that are tables: documents, hits, measures, quotations, provenance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..evidence import Evidence
from ..measures import find_measure
from .html import cut, escaped, fold, number, table
from .layers import word

if TYPE_CHECKING:
    import pandas as pd

_FIRST_COLUMNS = ("title", "date", "year", "author", "country", "source", "genre", "side", "rights")
_NOT_SHOWN = ("doc_id", "sha256", "language", "n_tokens", "n_characters", "file")  # told elsewhere
_MAX_COLUMNS = 6
_MAX_WIDE = 12  # categories side by side; more are given row by row
# The rows of a measure that stand side by side, by category; others have all without a point.
_MAIN = {
    "rejection": r"[^.]+",
    "rates": r"[^.:]*|[^.:]*\.all",
    "left_out": r"tokens|framing\.(war|peace|balance):\w+|hedging\.density:\w+",
}
_MAIN_UNITS = {"rejection": "share"}
_UNITS = {"per_1000": "per 1,000 words", "log_ratio": "log ratio"}


def documents_table(evidence: Evidence, max_rows: int) -> str:
    """The documents with their sizes and some of their metadata."""
    documents = evidence.documents
    own = [c for c in documents.columns if c not in _NOT_SHOWN]
    filled = [c for c in own if documents[c].notna().any()]
    same = [
        c for c in filled if len(documents) > 1 and documents[c].notna().all() and documents[c].nunique() == 1
    ]
    differ = [c for c in filled if c not in same]
    ordered = [c for c in _FIRST_COLUMNS if c in differ] + [c for c in differ if c not in _FIRST_COLUMNS]
    shown, others = ordered[:_MAX_COLUMNS], ordered[_MAX_COLUMNS:]
    hits = evidence.hits.groupby("doc_id").size()
    quotes = evidence.quotes.groupby("doc_id").size()
    rows = [
        [
            escaped(row["doc_id"]),
            escaped(row["language"]),
            number(row["n_tokens"]),
            number(int(hits.get(row["doc_id"], 0))),
            number(int(quotes.get(row["doc_id"], 0))),
            *(_cell(row[c]) for c in shown),
        ]
        for row in documents.head(max_rows).to_dict("records")
    ]
    head = ["document", "language", "words", "hits", "quotations", *shown]
    parts = [
        table(head, rows, (2, 3, 4), "documents"),
        cut(len(rows), len(documents), "documents", "discourse corpus list INPUT --output documents.csv"),
    ]
    if same:
        told = "; ".join(f"{c}: {documents[c].iloc[0]}" for c in same)
        parts.append(f'<p class="base">The same for all: {escaped(told)}.</p>')
    if others:
        parts.append(f'<p class="cut">Columns not shown: {escaped(", ".join(others))}.</p>')
    return "\n".join(parts)


def _cell(value: object) -> str:
    """A cell of metadata; dates and other short words stay on one line."""
    shown = escaped(word(value))
    return f'<span class="short">{shown}</span>' if len(shown) <= 12 else shown


def categories_table(hits: pd.DataFrame, max_rows: int, links: Mapping[tuple[Any, Any], str]) -> str:
    """Hits by lexicon and category: how many, how many rejected, hedged, in which voice, in which words."""
    rows = []
    groups = list(hits.groupby(["lexicon", "category"], sort=True))
    for (lexicon, category), part in groups[:max_rows]:
        voices = part["voice"].value_counts()
        kept = part[~part["left_out"]]
        words = (
            part["text"].str.lower().value_counts().sort_index().sort_values(ascending=False, kind="stable")
        )
        told = ", ".join(f"{w} {n}" for w, n in words.head(6).items())
        name = escaped(category)
        link = links.get((lexicon, category))
        rows.append(
            [
                escaped(lexicon),
                f'<a href="#{link}">{name}</a>' if link else name,
                number(len(part)),
                number(part["doc_id"].nunique()),
                number(int(kept["negated"].sum())),
                number(int(kept["hedged"].sum())),
                *(number(int(voices.get(v, 0))) for v in ("narrator", "direct", "indirect")),
                number(int(part["left_out"].sum())),
                escaped(told),
            ]
        )
    head = [
        "lexicon",
        "category",
        "hits",
        "documents",
        "rejected",
        "hedged",
        "narrator",
        "direct",
        "indirect",
        "left out",
        "commonest words",
    ]
    return table(head, rows, range(2, 10), "hits by category") + cut(
        len(rows), len(groups), "categories", "discourse find INPUT --lexicon NAME --output hits.csv"
    )


def measure_tables(name: str, frame: pd.DataFrame, max_rows: int) -> str:
    """A measure: its main categories side by side with intervals, then every row, then the notes."""
    keys = list(frame.columns[: list(frame.columns).index("measure")])
    lexicon = " --lexicon NAME_OR_FILE" if find_measure(name).any_lexicon else ""
    how = f"discourse measure INPUT --measure {name}{lexicon} --output {name}.csv"
    main = frame[frame["category"].str.fullmatch(_MAIN.get(name, r"[^.:]*"))]
    if name in _MAIN_UNITS:
        main = main[main["unit"] == _MAIN_UNITS[name]]
    notes: dict[str, int] = {}
    parts = []
    columns = list(dict.fromkeys(zip(main["category"], main["unit"], strict=True)))
    if 0 < len(columns) <= _MAX_WIDE:
        parts.append(_wide(name, main, keys, columns, notes, max_rows, how))
    rows = [
        [*(_key(v) for v in row[: len(keys)]), *_tidy_cells(name, row[len(keys) :], notes)]
        for row in frame.head(max_rows * 3).drop(columns="measure").itertuples(index=False, name=None)
    ]
    head = [*keys, "category", "value", "unit", "95 % interval", "hits", "words", "note"]
    right = [len(keys) + i for i in (1, 3, 4, 5, 6)]
    every = table(head, rows, right, f"{name}, every row") + cut(len(rows), len(frame), "rows", how)
    parts.append(fold(f"Every row of {name} ({len(frame):,})", every, opened=not parts))
    listed = "".join(f'<li id="{name}-{n}">{escaped(note)}</li>' for note, n in notes.items())
    parts.append(fold("Notes", f'<ol class="notes">{listed}</ol>') if listed else "")
    return "\n".join(parts)


def _wide(
    name: str,
    main: pd.DataFrame,
    keys: list[str],
    columns: list[tuple[str, str]],
    notes: dict[str, int],
    max_rows: int,
    how: str,
) -> str:
    cells: dict[tuple[Any, ...], dict[tuple[str, str], str]] = {}
    sizes: dict[tuple[Any, ...], int] = {}
    for row in main.to_dict("records"):
        key = tuple(row[k] for k in keys)
        key = tuple(None if v != v else v for v in key)  # missing keys are one group
        ci = "" if row["ci_low"] != row["ci_low"] else f"[{number(row['ci_low'])}, {number(row['ci_high'])}]"
        shown = f'{number(row["value"])}{_note(name, row["note"], notes)}<span class="ci">{ci}</span>'
        cells.setdefault(key, {})[row["category"], row["unit"]] = shown
        sizes[key] = max(sizes.get(key, 0), row["n_tokens"])
    rows = [
        [*(_key(v) for v in key), number(sizes[key]), *(of_unit.get(column, "") for column in columns)]
        for key, of_unit in list(cells.items())[:max_rows]
    ]
    units = {unit for _, unit in columns}
    head = [*keys, "words", *(c if len(units) == 1 else f"{c}\n{_UNITS.get(u, u)}" for c, u in columns)]
    base = (
        f'<p class="base">{escaped(_UNITS.get(next(iter(units)), next(iter(units))))}</p>'
        if len(units) == 1
        else ""
    )
    right = range(len(keys), len(head))
    return base + table(head, rows, right, name) + cut(len(rows), len(cells), "rows", how)


def _key(value: Any) -> str:
    return "(none)" if value is None or value != value else escaped(value)


def _tidy_cells(name: str, row: Sequence[Any], notes: dict[str, int]) -> list[str]:
    category, value, unit, low, high, n_hits, n_tokens, note = row
    ci = "" if low != low else f"[{number(low)}, {number(high)}]"
    return [
        escaped(category),
        number(value),
        f'<span class="short">{escaped(_UNITS.get(unit, unit))}</span>',
        ci,
        number(n_hits),
        number(n_tokens),
        _note(name, note, notes),
    ]


def _note(name: str, note: str, notes: dict[str, int]) -> str:
    if not note:
        return ""
    n = notes.setdefault(note, len(notes) + 1)
    return f'<sup><a href="#{name}-{n}" title="{escaped(note)}">{n}</a></sup>'


def lines_folds(lines: pd.DataFrame, max_lines: int) -> tuple[str, dict[tuple[Any, Any], str]]:
    """The lines behind the numbers, a fold a category, evenly spaced through the corpus where they are many.

    Returns
    -------
    (html, links)
        And (lexicon, category) → the id of its lines, which a browser unfolds when a link leads there.
    """
    import numpy as np

    folds: list[str] = []
    links: dict[tuple[Any, Any], str] = {}
    for n, ((lexicon, category), part) in enumerate(
        lines.groupby(["lexicon", "category"], sort=True), start=1
    ):
        links[lexicon, category] = f"lines-{n}"
        chosen = part
        if len(part) > max_lines:
            chosen = part.iloc[np.unique(np.linspace(0, len(part) - 1, max_lines).round().astype(int))]
        body = "\n".join(_line(row) for row in chosen.to_dict("records"))
        how = f"discourse kwic INPUT --lexicon {lexicon} --category {category} --output lines.csv"
        content = (
            f'<div class="wide" id="{links[lexicon, category]}"><table class="kwic"'
            f' aria-label="{escaped(category)}"><tbody>\n{body}\n</tbody></table></div>'
        )
        content += cut(len(chosen), len(part), "lines, evenly spaced", how)
        folds.append(fold(f"{lexicon}: {category} ({len(part):,})", content))
    return "\n".join(folds), links


def _line(row: Mapping[Any, Any]) -> str:
    told = {"rejected": row["negated"], "hedged": row["hedged"], "left out": row["left_out"]}
    states = [state for state, holds in told.items() if holds]
    voice = word(row["speaker"]) or ("" if row["voice"] == "narrator" else str(row["voice"]))
    place = f"{row['doc_id']} ¶ {row['paragraph']}"
    absent = f"(text not on this machine: characters {row['start']}–{row['end']})"
    left = row["left"] if isinstance(row["left"], str) else absent
    style = "node rejected" if row["negated"] else "node"
    return (
        f'<tr><td class="meta">{escaped(place)}</td><td class="left">{escaped(left)}</td>'
        f'<td class="{style}">{escaped(row["node"])}</td>'
        f'<td class="right">{escaped(word(row["right"]))}</td>'
        f'<td class="meta">{escaped(", ".join([voice, *states] if voice else states))}</td></tr>'
    )


def speakers_table(evidence: Evidence, max_rows: int, max_lines: int) -> str:
    """Quotations by speaker, the most quoted first; each speaker's words in a fold."""
    quotes = evidence.quotes
    if not len(quotes):
        return "<p>No quotations were found.</p>"
    names = quotes["speaker"].fillna("(no speaker)")
    spoken = evidence.segments.groupby("speaker")["n_tokens"].sum()
    groups = sorted(
        quotes.groupby(names), key=lambda pair: (pair[0] == "(no speaker)", -len(pair[1]), pair[0].casefold())
    )
    rows, folds = [], []
    for name, part in groups[:max_rows]:
        rows.append(
            [
                escaped(name),
                _values(part["source_kind"]),
                _values(part["source_role"]),
                number(len(part)),
                number(part["doc_id"].nunique()),
                number(int(spoken[name])) if name in spoken.index else "–",
                _values(part["type"]),
                _values(part["cue"].str.lower(), 5),
            ]
        )
        texts = part["text"].dropna()
        items = "".join(
            f'<li>{escaped(text)} <span class="meta">{escaped(doc)}</span></li>'
            for text, doc in zip(texts.head(max_lines), part.loc[texts.index, "doc_id"], strict=False)
        )
        if items:
            note = cut(
                min(max_lines, len(texts)),
                len(texts),
                "quotations",
                "discourse quotes INPUT --output quotes.csv",
            )
            folds.append(fold(f"{name} ({len(part):,})", f"<ul>{items}</ul>{note}"))
    head = ["speaker", "kind", "role", "quotations", "documents", "words", "type", "cues"]
    note = cut(len(rows), len(groups), "speakers", "discourse quotes INPUT --output quotes.csv")
    return (
        table(head, rows, (3, 4, 5), "quotations by speaker")
        + note
        + fold("The quotations, by speaker", "\n".join(folds))
    )


def _values(column: pd.Series, most: int = 3) -> str:
    """The commonest values of a column, with their counts where there are several."""
    counts = column.dropna().value_counts().sort_index().sort_values(ascending=False, kind="stable")
    if len(counts) == 1:
        return escaped(counts.index[0])
    shown = ", ".join(f"{value} {n}" for value, n in counts.head(most).items())
    return escaped(shown + (f" and {len(counts) - most} more" if len(counts) > most else ""))


def provenance(evidence: Evidence, version: str, seed: int, n_boot: int, max_rows: int) -> str:
    """What the numbers were made from: version, lexicons and texts by SHA-256, settings, seed."""
    facts = {
        "discourse": version,
        "seed": str(seed),
        "resamples": f"{n_boot:,}",
        **{k: str(v) for k, v in sorted(evidence.settings.items())},
    }
    told = " · ".join(f"{escaped(k)} <code>{escaped(v)}</code>" for k, v in facts.items())
    lexicons = [
        [escaped(name), escaped(language), escaped(x["version"]), f"<code>{escaped(x['sha256'])}</code>"]
        for (name, language), x in sorted(evidence.lexicons.items())
    ]
    texts = [
        [escaped(d), f"<code>{escaped(s)}</code>"]
        for d, s in zip(
            evidence.documents["doc_id"].head(max_rows), evidence.documents["sha256"], strict=False
        )
    ]
    how = "discourse corpus list INPUT --output documents.csv"
    inside = table(["document", "SHA-256"], texts, name="texts") + cut(
        len(texts), len(evidence.documents), "texts", how
    )
    return (
        f"<p>{told}</p>"
        + table(["lexicon", "language", "version", "SHA-256"], lexicons, name="lexicons")
        + fold(f"The texts ({len(evidence.documents):,})", inside)
    )
