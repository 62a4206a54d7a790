"""The layers of a document as spans and signs, read off the evidence tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .html import counted
from .spans import Sign, Span

Row = Any  # a row of a table, from itertuples

# Hedges are told apart by these words, not by colour alone.
KIND_LABELS = {
    "epistemic": "epist",
    "doxastic": "dox",
    "investigation": "inv",
    "condition": "cond",
    "approximator": "approx",
    "frequency": "freq",
    "shield": "shield",
}
MAX_HIT_STYLES = 6


@dataclass
class Layers:
    """What a page shows of one document.

    Attributes
    ----------
    spans : list of Span
    signs : list of Sign
    paragraphs : list of (number, role, start, end)
        Pieces that make up the whole text.
    notes : list of (at, Row)
        Quotations, by where they begin.
    """

    spans: list[Span] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    paragraphs: list[tuple[int, str, int, int]] = field(default_factory=list)
    notes: list[tuple[int, Row]] = field(default_factory=list)


def layers_of(
    text: str,
    segments: Sequence[Row],
    cues: Sequence[Row],
    quotes: Sequence[Row],
    hits: Sequence[Row] = (),
    hit_styles: dict[tuple[str, str], int] | None = None,
) -> Layers:
    """Read a document's layers off its rows of the evidence tables.

    Parameters
    ----------
    text : str
    segments, cues, quotes, hits : sequences of rows
        Of this document; segments in order of position.
    hit_styles : dict
        (lexicon, top category) → number of its style.

    Returns
    -------
    Layers
    """
    layers = Layers(paragraphs=_paragraphs(text, segments))
    by_id = {row.quote_id: row for row in quotes}
    layers.spans += _voices(text, segments, by_id)
    layers.spans += _left_out(segments)
    layers.signs += _sentences(text, segments)
    _add_quotes(layers, quotes)
    _add_cues(layers, text, cues)
    for row in hits:
        style = (hit_styles or {})[row.lexicon, row.category.partition(".")[0]]
        denied = " rejected" if row.negated else ""
        layers.spans.append(Span(row.start, row.end, f"hit hit-{style}{denied}", _hit_title(row)))
    return layers


def _paragraphs(text: str, segments: Sequence[Row]) -> list[tuple[int, str, int, int]]:
    """The text cut at the line ends between two paragraphs."""
    found: list[tuple[int, str, int, int]] = []
    before = 0
    for row in segments:
        if not found or found[-1][0] != row.paragraph:
            start = _after_space(text, before, row.start, "\n") if found else 0
            if found:
                number, role, first, _ = found[-1]
                found[-1] = (number, role, first, start)
            found.append((row.paragraph, row.role, start, len(text)))
        before = row.end
    return found or [(0, "", 0, len(text))]


def _after_space(text: str, low: int, high: int, spaces: str = " \n\t\u00a0\u2009\u202f") -> int:
    """The place in a gap after its last white space; `high` where it has none."""
    at = max(text.rfind(space, low, high) for space in spaces)
    return high if at < 0 else at + 1


def _sentences(text: str, segments: Sequence[Row]) -> Iterable[Sign]:
    before, last = 0, None
    for row in segments:
        if row.sentence != last:
            at = _after_space(text, before, row.start) if before else len(text) - len(text.lstrip())
            question = ", a question" if row.question else ""
            yield Sign(at, "tick", "", f"sentence {row.sentence}{question}")
        before, last = row.end, row.sentence


def _left_out(segments: Sequence[Row]) -> Iterable[Span]:
    for i, row in enumerate(segments):
        if row.left_out:
            joined = i + 1 < len(segments) and segments[i + 1].left_out
            yield Span(row.start, segments[i + 1].start if joined else row.end, "left", "left out of counts")


def _voices(text: str, segments: Sequence[Row], quotes: dict[str, Row]) -> Iterable[Span]:
    """Each stretch of a quoted voice, with the punctuation and marks that belong to it."""
    for i, row in enumerate(segments):
        if row.voice == "narrator":
            continue
        before = segments[i - 1] if i else None
        after = segments[i + 1] if i + 1 < len(segments) else None
        start, end = row.start, row.end
        quote = quotes.get(row.quote_id)
        if before is not None and before.quote_id == row.quote_id:
            start = _border(text, before, row)
        elif quote is not None:
            start = max(min(start, quote.start), before.end if before is not None else 0)
        if after is not None and after.quote_id == row.quote_id:
            end = _border(text, row, after)
        elif quote is not None:
            end = min(max(end, quote.end), after.start if after is not None else len(text))
        speaker = word(row.speaker) or "no speaker"
        yield Span(start, end, f"voice {row.voice}", f"{row.voice}: {speaker} ({short_id(row.quote_id)})")


def _border(text: str, left: Row, right: Row) -> int:
    """Where one segment of a quotation gives way to the next: marks belong to what is quoted directly."""
    if left.voice == "direct" != right.voice:
        spaces = [i for i in range(left.end, right.start) if text[i].isspace()]
        return spaces[0] if spaces else int(right.start)
    return _after_space(text, left.end, right.start)


def short_id(quote_id: object) -> str:
    """The part of a quote_id that tells quotations of one document apart."""
    return str(quote_id).rpartition("#")[2]


def _add_quotes(layers: Layers, quotes: Sequence[Row]) -> None:
    reached = 0
    for row in sorted(quotes, key=lambda q: (q.start, -q.end)):
        name = short_id(row.quote_id)
        if row.end <= reached:
            layers.spans.append(Span(row.start, row.end, "nested", f"{name}, inside another quotation"))
        reached = max(reached, row.end)
        layers.signs.append(Sign(row.start, "quote", name, " · ".join(description(row))))
        layers.signs.append(Sign(row.end, "quote-end", "", f"end of {name}", after=True))
        layers.notes.append((row.start, row))
        for what, start, end in (
            ("reporting", row.cue_start, row.cue_end),
            ("speaker", row.speaker_start, row.speaker_end),
        ):
            if start == start and start is not None and end > start:
                words = "reporting cue" if what == "reporting" else "speaker"
                layers.spans.append(Span(int(start), int(end), what, f"{words} of {name}"))


def description(row: Row) -> list[str]:
    """A quotation in words: its speaker, then what is known of type, kind and role of the source, cue."""
    cue = f"cue “{row.cue}”" if word(row.cue) else ""
    known = (word(row.type), word(row.source_kind), word(row.source_role), cue)
    return [word(row.speaker) or "no speaker", *(part for part in known if part)]


def word(value: object) -> str:
    """A cell of text; nothing where it is missing."""
    return value if isinstance(value, str) else ""


def _add_cues(layers: Layers, text: str, cues: Sequence[Row]) -> None:
    seen: set[tuple[int, int, str, str]] = set()
    for row in cues:
        reach = row.scope_end > row.scope_start
        style, words = _CUE_STYLES.get(row.layer, ("", row.layer))
        if reach and row.layer in ("negation", "hedging"):
            kind, where = ("scope", "scope") if row.layer == "negation" else ("reach", "clause")
            title = f"in the {where} of “{text[row.start : row.end]}”"
            layers.spans.append(Span(row.scope_start, row.scope_end, kind, title))
        key = (row.start, row.end, row.layer, row.kind)
        if key in seen:
            continue
        seen.add(key)
        kind_style = f" {row.layer}-{row.kind}" if row.kind in _KNOWN_KINDS else ""
        layers.spans.append(Span(row.start, row.end, f"{style}{kind_style}", f"{words}: {row.kind}"))
        if row.layer == "hedging":
            layers.signs.append(
                Sign(row.end, "kind", KIND_LABELS.get(row.kind, row.kind), row.kind, after=True)
            )
        elif row.layer == "boosting":
            layers.signs.append(Sign(row.end, "plus", "+", "booster", after=True))


_CUE_STYLES = {
    "negation": ("negation", "negation cue"),
    "hedging": ("hedge", "hedge"),
    "boosting": ("boost", "booster"),
}
_KNOWN_KINDS = frozenset({*KIND_LABELS, "syntactic", "lexical", "affixal"})


def _hit_title(row: Row) -> str:
    states = [s for s, on in (("rejected", row.negated), ("hedged", row.hedged)) if on]
    denied = f" by “{row.negation}”" if row.negated and isinstance(row.negation, str) else ""
    return f"{row.lexicon}: {row.category} (entry “{row.entry}”)" + (
        f", {', '.join(states)}{denied}" if states else ""
    )


def census(layers: Layers, cues: Sequence[Row]) -> str:
    """What a document holds, in words: cues by layer and kind, quotations, sentences."""
    unique = {(row.start, row.end, row.layer, row.kind) for row in cues}
    n_sentences = sum(sign.style == "tick" for sign in layers.signs)
    parts = [counted(n_sentences, "sentence"), counted(len(layers.notes), "quotation")]
    for layer, name in (("negation", "negation cue"), ("hedging", "hedge"), ("boosting", "booster")):
        kinds = Counter(kind for _, _, its, kind in unique if its == layer)
        told = ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items(), key=lambda x: (-x[1], x[0])))
        parts.append(counted(sum(kinds.values()), name) + (f" ({told})" if told else ""))
    return " · ".join(parts)
