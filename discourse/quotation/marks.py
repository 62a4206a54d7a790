"""Quotation marks: which opens, which closes, what stands between them.

Marks are punctuation, so they stand in the gaps between tokens: only gaps that hold one are looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import regex

from discourse.tokens import Tokens

from .bits import ASKING, FINITE, MANNER, SPEECH
from .cues import cue_table
from .directions import CLOSES, RESUMES, SINGLE, Directions, Mark

MARKS: Final = "\"“”„‟«»‹›‘’‚'`´"
RAYA: Final = "—―–"
_TYPED: Final = ("``", "''")  # double marks typed as two single ones, each read as one mark
_LONG_RUN: Final = 200  # characters; a longer gap is ornament, not quotation
_INSERTED: Final = regex.compile(  # «Si llueve —dijo Ruiz—, nos quedamos»
    r"(?<=\s)([—―–-]) ?(\p{Ll}+)\b[^—―–\n«»“”\"]{0,120}?(?<=[\p{L}\d.]) ?\1(?=[\s,.;:…!?]|$)"
)
_HYPHENED: Final = regex.compile(r"(?:^|\n)[ \t]*-(?=[¿¡(\p{L}…])")  # -No sé -dijo Ruiz-. Vamos.
_SAYING: Final = regex.compile(r"(?<=\s)-(?:me|te|se|le|les|nos)?\s?(\p{Ll}+)")
_DIALOGUE: Final = regex.compile(r"(?:^|\n)[ \t]*(?:«|“|\")?[—―–](?=[¿¡(\p{L}\d.…])")


@dataclass
class Spans:
    """What stands between paired marks, outermost first in order of position.

    Attributes
    ----------
    start, end : list of int
        Characters in the batch's text, marks included.
    inner_start, inner_end : list of int
        The same without the marks.
    first, last : list of int
        Tokens, half open.
    kind : list of str
        "double", "single" or "raya".
    chain : list of int
        The same number for the paragraphs of one quotation, and the turns of one line of dialogue.
    warnings : list of (int, str)
        Character and what is wrong there.
    """

    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    inner_start: list[int] = field(default_factory=list)
    inner_end: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)
    warnings: list[tuple[int, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)


def find_spans(tokens: Tokens) -> Spans:
    """Pair the quotation marks of a batch.

    A pair never crosses a paragraph, unless the next paragraph opens with the mark again: then each
    paragraph is a span of one chain. A mark without a partner is reported and costs at most its sentence.

    Parameters
    ----------
    tokens : Tokens

    Returns
    -------
    Spans
        The outermost ones only, in order.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> tokens = tokenize(["She said, “It’s ‘over’ now.”"])
    >>> spans = find_spans(tokens)
    >>> [tokens.text[a:b] for a, b in zip(spans.start, spans.end)]
    ['“It’s ‘over’ now.”']
    """
    spans = Spans()
    n = len(tokens)
    if n == 0:
        return spans
    paired = _Pairing(tokens, spans)
    places = np.flatnonzero(tokens.vocabulary.gap_test("quotation mark", _has_mark).take(tokens.gap))
    rayas: list[int] = []
    if tokens.language == "es":
        starts = tokens.paragraph_first[:-1]
        dashes = tokens.gap_has(RAYA)
        rayas = starts[dashes[starts]].tolist()
        hyphens = tokens.vocabulary.gap_flags("-").take(tokens.gap.take(starts))
        paired.hyphened = starts[hyphens].tolist() if hyphens.any() else []
    if len(places) or rayas or paired.hyphened:
        paired.run(places.tolist(), rayas)
    return spans


def closes_fully(text: str, spans: Spans, number: int) -> bool:
    """Say whether a marked span ends like a sentence or breaks off for its speaker: “…!” or “…,”."""
    inner = text[spans.inner_start[number] : spans.inner_end[number]].rstrip(" ’'\"”»")
    return bool(inner) and inner[-1] in ",.?!…—"


def _has_mark(gap: str) -> bool:
    return any(c in gap for c in MARKS)


class _Pairing(Directions):
    """One walk over the marks of a batch."""

    def __init__(self, tokens: Tokens, spans: Spans) -> None:
        super().__init__(tokens)
        self.spans = spans
        self.chain = 0
        self.words, self.norms = cue_table(tokens.language).words, tokens.vocabulary.norms
        self.doc_start: list[int] = tokens.doc_start.tolist()
        self.dashes: list[int] = []  # the tokens behind a dash, where there is dialogue
        self.hyphened: list[int] = []  # the first tokens of paragraphs that begin with a hyphen
        self.strokes = RAYA
        self.found: list[tuple[int, int, int, int, int, int, str, int]] = []

    def run(self, places: list[int], rayas: list[int]) -> None:
        tokens, paragraph_of = self.tokens, self.at.paragraph
        by_paragraph: dict[int, list[Mark]] = {}
        for place in places:
            for paragraph, mark in self._marks_before(place):
                by_paragraph.setdefault(paragraph, []).append(mark)
        if rayas:
            self.dashes = np.flatnonzero(tokens.gap_has(RAYA)).tolist()
        dialogue: dict[int, int] = {}  # paragraph → character of the dash that opens it
        for token in rayas:
            a = self.at.end[token - 1] if token else 0
            found = _DIALOGUE.search(self.text, a, self.at.start[token] + 1)
            if found:
                dialogue[paragraph_of[token]] = found.end() - 1
        turns = self._hyphen_turns()
        hyphens = np.flatnonzero(tokens.gap_has("-")).tolist() if turns else []
        done = -1
        for paragraph in sorted(by_paragraph.keys() | dialogue.keys() | turns.keys()):
            if paragraph != done + 1 or paragraph not in by_paragraph or self._begins_document(paragraph):
                self.carried = ""
            if paragraph in dialogue:
                self._turns(paragraph, dialogue[paragraph])
            elif paragraph in turns:
                dashes, self.dashes, self.strokes = self.dashes, hyphens, "-"
                self._turns(paragraph, turns[paragraph])
                self.dashes, self.strokes = dashes, RAYA
            else:
                self._paragraph(paragraph, by_paragraph[paragraph])
            done = paragraph
        self.carried = ""
        self._collect()

    def _marks_before(self, place: int) -> list[tuple[int, Mark]]:
        """The marks of the gap before a token, each with its paragraph."""
        text, n, doc = self.text, len(self.tokens), self.at.doc
        a = self.at.end[place - 1] if place else 0
        b = self.at.start[place] if place < n else len(text)
        here = self.at.paragraph[place] if place < n else -1
        previous = self.at.paragraph[place - 1] if place else -1
        if 0 < place < n and doc[place] == doc[place - 1]:
            ends = begins = a if here == previous else _break(text, a, b)
            length = b - a
        else:  # what stands between is of documents without a word
            ends = self.doc_start[doc[place - 1] + 1] if place else a
            begins = self.doc_start[doc[place]] if place < n else b
            length = max(ends - a, b - begins)
        if length > _LONG_RUN:
            self.spans.warnings.append((a, "a run of marks without words is read as ornament"))
            return []
        found = list[tuple[int, Mark]]()
        marked_to = a
        for at in range(a, b):
            char = text[at]
            if char not in MARKS or at < marked_to or ends <= at < begins:
                continue
            pair = text[at : min(at + 2, b)]
            if pair in _TYPED:
                char = pair
            marked_to = at + len(char)
            before = text[at - 1] if at and (at != begins or here == previous) else ""
            found.append(
                (
                    here if at >= begins else previous,
                    Mark(char, at, place, before, text[marked_to : marked_to + 1]),
                )
            )
        return found

    def _begins_document(self, paragraph: int) -> bool:
        first = self.at.paragraph_first[paragraph]
        return first == 0 or self.at.doc[first] != self.at.doc[first - 1]

    def _hyphen_turns(self) -> dict[int, int]:
        """The paragraphs of dialogue typed with hyphens, where somebody is told to speak: the character of the first."""
        turns: dict[int, int] = {}
        for token in self.hyphened:
            a = self.at.end[token - 1] if token else 0
            opened = _HYPHENED.search(self.text, a, self.at.start[token] + 1)
            paragraph = self.at.paragraph[token]
            last = self.at.paragraph_first[paragraph + 1] - 1
            said = opened and _SAYING.finditer(self.text, self.at.start[token], self.at.end[last])
            if opened and any(self._tells(found[1]) for found in said or ()):
                turns[paragraph] = opened.end() - 1
        return turns

    def _paragraph(self, paragraph: int, marks: list[Mark]) -> None:
        first_token = self.at.paragraph_first[paragraph]
        end_token = self.at.paragraph_first[paragraph + 1]
        if marks and self.carried and marks[0].char == RESUMES.get(self.carried):
            marks[0].char = self.carried
        opens_again = bool(marks) and marks[0].token == first_token and marks[0].char == self.carried
        if not (self.carried and opens_again):
            self.carried = ""
            self.chain += 1
        chain_open = self.carried
        self.carried = ""
        self.stack = []
        pending_double = [m for m in marks if m.char not in SINGLE]
        for number, mark in enumerate(marks):
            way = self._way(mark, marks, number)
            if way == "open":
                top = self.stack[-1] if self.stack else None
                if top is not None and top.char == mark.char and mark.char != "'":
                    self._unclosed(self.stack.pop(), mark.token)
                if not self.stack and not (chain_open and number == 0):
                    self.chain += 1
                self.stack.append(mark)
            elif way == "close":
                self._close(mark)
        if self.stack:
            left = self.stack[0]
            self.stack = []
            next_opens = self._next_opens_with(paragraph, left.char)
            if next_opens:
                self.carried = left.char
                self._span(left, None, end_token)
            elif left.char not in "'‘`":
                # a lone ‚ or ‹ leaves no double mark at all
                last = any(left is mark for mark in pending_double[-1:])
                self._unclosed(left, end_token, whole=len(pending_double) == 1 or last)

    def _close(self, mark: Mark) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if mark.char in CLOSES[self.stack[depth].char]:
                for inner in self.stack[depth + 1 :]:
                    if inner.char not in SINGLE:
                        self.spans.warnings.append((inner.at, f"opening mark {inner.char} is never closed"))
                opened = self.stack[depth]
                del self.stack[depth:]
                if depth == 0:
                    self._span(opened, mark, mark.token)
                return
        if mark.char not in SINGLE:
            self.spans.warnings.append((mark.at, f"closing mark {mark.char} was never opened"))

    def _unclosed(self, mark: Mark, before_token: int, whole: bool = False) -> None:
        """End a span that is never closed: with its sentence, or paragraph if nothing else is quoted."""
        tokens = self.tokens
        self.spans.warnings.append((mark.at, f"opening mark {mark.char} is never closed"))
        if mark.token >= len(tokens):
            return
        end = before_token
        if not whole:
            sentence = self.at.sentence[mark.token]
            end = min(end, self.at.sentence_first[sentence + 1])
        self._span(mark, None, end)

    def _span(self, opened: Mark, closed: Mark | None, end_token: int) -> None:
        tokens = self.tokens
        if end_token <= opened.token or not self.at.gap[opened.token]:
            return  # nothing, or a nickname inside a name
        if closed is None:
            end = self.at.end[end_token - 1]
            stop = self.at.start[end_token] if end_token < len(tokens) else len(self.text)
            while end < stop and self.text[end] in ".!?…,;)":
                end += 1
            inner_end = end
        else:
            inner_end, end = closed.at, closed.at + len(closed.char)
        kind = "single" if opened.char in SINGLE else "double"
        start, inner_start, first = opened.at, opened.at + len(opened.char), opened.token
        inserted = self._inserted(inner_start, inner_end) if closed else None
        if inserted is not None:
            dash, behind = inserted
            stop = inner_start + len(self.text[inner_start:dash].rstrip())
            self.found.append(
                (start, stop, inner_start, stop, first, self._token_from(dash), "raya", self.chain)
            )
            first = self._token_from(behind)
            if first >= end_token:
                return
            start = self.at.start[first]
            while start > behind and self.text[start - 1] in "¿¡(":
                start -= 1
            inner_start = start
        self.found.append((start, end, inner_start, inner_end, first, end_token, kind, self.chain))

    def _inserted(self, start: int, end: int) -> tuple[int, int] | None:
        """Find between dashes inside the marks who speaks, where speech stands before it: its characters."""
        if self.tokens.language != "es":
            return None
        words = cue_table("es").words
        for found in _INSERTED.finditer(self.text, start, end):
            says = words.get(found[2], 0)
            if (says & FINITE and says & (SPEECH | ASKING | MANNER)) or found[2] == "según":
                spoken = self._token_from(start) < self._token_from(found.start())
                return found.span() if spoken else None
        return None

    def _token_from(self, character: int) -> int:
        """The first token that begins at a character or behind it."""
        return int(np.searchsorted(self.tokens.start, character))

    def _turns(self, paragraph: int, start: int) -> None:
        """Read a line of dialogue: —Speech —said she—. Speech."""
        tokens, text = self.tokens, self.text
        first, end = self.at.paragraph_first[paragraph], self.at.paragraph_first[paragraph + 1]
        self.chain += 1
        speaking, opened = True, first
        low, high = bisect_left(self.dashes, first + 1), bisect_left(self.dashes, end)
        for place in [*self.dashes[low:high], end]:
            a = self.at.end[place - 1]
            b = self.at.start[place] if place < len(tokens) else len(text)
            gap = text[a:b].split("\n")[0]
            dash = next((k for k, c in enumerate(gap) if c in self.strokes), -1)
            last = place == end
            tight_left = (dash >= 0 and gap[:dash].strip() != "") or (dash == 0)
            if speaking:
                cut = len(gap.rstrip()) if dash < 0 else len(gap[:dash].rstrip())
                if not last and dash == 0 and len(gap) == 1 and not (gap == "—" and self._says(place)):
                    continue  # a dash inside words
                stop = a + cut
                if opened < place:
                    self.found.append(
                        (
                            start,
                            stop,
                            start + (text[start] in self.strokes),
                            stop,
                            opened,
                            place,
                            "raya",
                            self.chain,
                        )
                    )
                speaking = False
            elif dash >= 0 and not last and tight_left:
                speaking, opened = True, place
                start = b
                while start > a and not text[start - 1].isspace() and text[start - 1] in '¿¡«“"(':
                    start -= 1

    def _says(self, place: int) -> bool:
        """Say whether a verb of saying stands at a token: —Eso es—dijo ella."""
        return self._tells(self.norms[self.at.norm[place]])

    def _tells(self, word: str) -> bool:
        says = self.words.get(word, 0)
        return bool(says & FINITE and says & (SPEECH | ASKING | MANNER))

    def _collect(self) -> None:
        found = sorted(self.found)
        spans = self.spans
        for start, end, inner_start, inner_end, first, last, kind, chain in found:
            if spans.end and start < spans.end[-1]:
                continue
            spans.start.append(start)
            spans.end.append(end)
            spans.inner_start.append(inner_start)
            spans.inner_end.append(inner_end)
            spans.first.append(first)
            spans.last.append(last)
            spans.kind.append(kind)
            spans.chain.append(chain)
        spans.warnings.sort()


def _break(text: str, a: int, b: int) -> int:
    """Where the paragraph that ends in this gap gives over to the next: after its last line end."""
    at = text.rfind("\n", a, b)
    return b if at < 0 else at + 1
