"""From an annotated batch to the rows of the evidence tables: arrays in, plain columns out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..annotate import VOICES, Annotation
from ..lexicon import Lexicon
from ..match import Cues, Matches, match
from ..tokens import ROLES
from .relations import find_relations
from .schema import Coded

Columns = dict[str, Any]
_LAYERS = ("negation", "hedging", "boosting")


class BatchTables:
    """The evidence of one batch, one method a table; documents are given by their place in the batch.

    Parameters
    ----------
    annotation : Annotation
    doc_ids : sequence of str
    """

    def __init__(self, annotation: Annotation, doc_ids: Sequence[str]) -> None:
        self._a = annotation
        self._tokens = t = annotation.tokens
        self._doc_ids = list(doc_ids)
        self._first_sentence = _first_numbers(t.sentence, t.doc_first)
        self._first_paragraph = _first_numbers(t.paragraph, t.doc_first)
        quotes = annotation.quotes
        self._quote_names = self._name_quotes()
        self._speakers = [*quotes.speaker, None]  # [-1] is the narrator
        self.n_tokens = np.diff(t.doc_first)

    def _name_quotes(self) -> list[str | None]:
        """Quote ids (“doc#q1”) numbered within documents, and None for -1."""
        names: list[str | None] = []
        seen: dict[int, int] = {}
        for doc in self._a.quotes.doc:
            seen[doc] = seen.get(doc, 0) + 1
            names.append(f"{self._doc_ids[doc]}#q{seen[doc]}")
        return [*names, None]

    def _place(self, token: np.ndarray) -> Columns:
        t = self._tokens
        doc = t.doc[token]
        return {
            "doc_id": Coded(self._doc_ids, doc),
            "paragraph": (t.paragraph[token] - self._first_paragraph[doc]).astype(np.int64),
            "sentence": (t.sentence[token] - self._first_sentence[doc]).astype(np.int64),
        }

    def _voice(self, token: np.ndarray) -> Columns:
        quote = self._a.quote[token]
        return {
            "voice": Coded(VOICES, self._a.voice[token]),
            "speaker": Coded(self._speakers, quote),
            "quote_id": Coded(self._quote_names, quote),
        }

    def tokens(self) -> Columns:
        """One row per token."""
        t, a = self._tokens, self._a
        every = np.arange(len(t))
        offset = t.doc_start[t.doc]
        first = t.doc_first[t.doc]
        voice = self._voice(every)
        return {
            **self._place(every),
            "token": every - first,
            "start": t.start - offset,
            "end": t.end - offset,
            "form": Coded(t.vocabulary.forms, t.form),
            "norm": Coded(t.vocabulary.norms, t.norm),
            "voice": voice["voice"],
            "speaker": voice["speaker"],
            "negated": a.negated,
            "hedged": a.hedged,
            "left_out": a.left_out,
        }

    def hits(self, lexicons: Sequence[Lexicon], named: bool = True) -> Columns:
        """One row per hit and category, in order of position; without names and texts where nobody reads them."""
        t, a = self._tokens, self._a
        found = [match(t, lexicon) for lexicon in lexicons]
        negations = [hit_negations(a, m) for m in found]
        first, last = (np.concatenate([getattr(m, name) for m in found]) for name in ("first", "last"))
        which = np.repeat(np.arange(len(found)), [len(m) for m in found])
        categories, category = _pooled(
            [(x.categories, m.category) for m, x in zip(found, lexicons, strict=True)]
        )
        entries, entry = _pooled(
            [([e.text for e in x.entries], m.entry) for m, x in zip(found, lexicons, strict=True)]
        )
        cue_row = np.concatenate(negations)
        order = np.lexsort((np.concatenate([m.category for m in found]), which, last, first))
        first, last, which, cue_row = first[order], last[order], which[order], cue_row[order]
        place, doc = self._place(first), t.doc[first]
        offset = t.doc_start[doc]
        start, end = t.start[first], t.end[last - 1]
        names: Any = Coded([None], np.zeros(len(first), dtype=np.int64))
        texts: Any = names
        if named:
            number = np.arange(1, len(first) + 1) - np.searchsorted(doc, doc, side="left")
            rows = zip(doc.tolist(), number.tolist(), strict=True)
            names = _objects([f"{self._doc_ids[d]}#{n}" for d, n in rows])
            texts = slices(t.text, start, end)
        return {
            "hit_id": names,
            **place,
            "start": start - offset,
            "end": end - offset,
            "text": texts,
            "lexicon": Coded([x.name for x in lexicons], which),
            "category": Coded(categories, category[order]),
            "entry": Coded(entries, entry[order]),
            **self._voice(first),
            "negated": cue_row >= 0,
            "negation": self._cue_texts(a.negation, cue_row),
            "hedged": a.hedged[first] | a.hedged[last - 1],
            "left_out": a.left_out[first],
            "position": (first - t.doc_first[doc]) / np.maximum(self.n_tokens[doc], 1),
        }

    def _cue_texts(self, cues: Cues, row: np.ndarray) -> np.ndarray:
        """The text of each cue, None for row -1."""
        texts = np.full(len(row), None, dtype=object)
        there = row >= 0
        texts[there] = slices(self._tokens.text, cues.start[row[there]], cues.end[row[there]])
        return texts

    def segments(self) -> Columns:
        """One row per stretch of one voice in one sentence."""
        t, a = self._tokens, self._a
        if not len(t):
            first = last = np.zeros(0, dtype=np.int64)
        else:
            changes = (
                (np.diff(a.quote) != 0) | (np.diff(a.voice) != 0) | (np.diff(a.left_out.view(np.int8)) != 0)
            )
            first = np.flatnonzero(t.sentence_start | np.append(True, changes))
            last = np.append(first[1:], len(t))
        offset = t.doc_start[t.doc[first]]
        sums = np.append(0, np.cumsum(a.hedged))
        voice = self._voice(first)
        return {
            **self._place(first),
            "start": t.start[first] - offset,
            "end": t.end[last - 1] - offset,
            "n_tokens": last - first,
            "role": Coded(ROLES, a.roles[t.paragraph[first]]),
            "question": t.question[t.sentence[first]],
            **voice,
            "hedged": sums[last] > sums[first],
            "left_out": a.left_out[first],
        }

    def cues(self) -> Columns:
        """One row per cue and part of its scope, of all layers, in order of position."""
        t, a = self._tokens, self._a
        layers = (a.negation, a.hedging, a.boosting)  # as in _LAYERS
        first = np.concatenate([c.first for c in layers]).astype(np.int64)
        columns = {
            name: np.concatenate([getattr(c, name) for c in layers]).astype(np.int64)
            for name in ("start", "end", "scope_start", "scope_end")
        }
        layer = np.repeat(np.arange(len(layers)), [len(c) for c in layers])
        kind = np.concatenate([np.asarray(c.kind, dtype=object) for c in layers])
        order = np.lexsort((columns["scope_start"], layer, columns["end"], columns["start"]))
        first = first[order]
        offset = t.doc_start[t.doc[first]]
        place = self._place(first)
        del place["paragraph"]
        return {
            **place,
            **{n: columns[n][order] - offset for n in ("start", "end")},
            "layer": Coded(_LAYERS, layer[order]),
            "kind": kind[order],
            **{n: columns[n][order] - offset for n in ("scope_start", "scope_end")},
        }

    def quotes(self) -> Columns:
        """One row per quotation, or part of a split one."""
        t, q = self._tokens, self._a.quotes
        doc = np.array(q.doc, dtype=np.int64)
        offset = t.doc_start[doc]
        start, end = (np.array(values, dtype=np.int64) for values in (q.start, q.end))

        def shifted(values: Sequence[int]) -> np.ndarray:
            """Offsets in the document; -1 says there is none."""
            return _objects([None if v < 0 else v - o for v, o in zip(values, offset.tolist(), strict=True)])

        return {
            "quote_id": _objects(self._quote_names[:-1]),
            "doc_id": Coded(self._doc_ids, doc),
            "start": start - offset,
            "end": end - offset,
            "text": slices(t.text, start, end),
            "type": _objects(q.type),
            "cue": _objects(q.cue),
            "cue_start": shifted(q.cue_start),
            "cue_end": shifted(q.cue_end),
            "speaker": _objects(q.speaker),
            "speaker_start": shifted(q.speaker_start),
            "speaker_end": shifted(q.speaker_end),
            "source_kind": _objects(q.source_kind),
            "source_role": _objects(q.source_role),
        }

    def relations(self, targets: Sequence[Lexicon]) -> Columns:
        """One row per word around a target, and per number."""
        t = self._tokens
        rows = find_relations(self._a, targets)
        first, last = (np.array(rows[name], dtype=np.int64) for name in ("first", "last"))
        order = np.lexsort((np.arange(len(first)), last, first))
        first, last = first[order], last[order]
        offset = t.doc_start[t.doc[first]]
        place, voice = self._place(first), self._voice(first)
        return {
            "doc_id": place["doc_id"],
            "sentence": place["sentence"],
            **{name: _objects(rows[name])[order] for name in ("target", "relation", "norm")},
            "start": t.start[first] - offset,
            "end": t.end[last - 1] - offset,
            "voice": voice["voice"],
            "speaker": voice["speaker"],
        }


def hit_negations(annotation: Annotation, found: Matches) -> np.ndarray:
    """For each match the row of the negation cue that denies it, -1 where none does.

    A match is denied by a syntactic or lexical cue outside its own span whose scope it lies in; where
    there are several, by the nearest. A true double negation denies nothing (`annotation.negated`).

    Parameters
    ----------
    annotation : Annotation
    found : Matches

    Returns
    -------
    int64 array, one element per match
    """
    result = np.full(len(found), -1, dtype=np.int64)
    cues = annotation.negation
    rows = np.flatnonzero(
        (np.asarray(cues.kind, dtype=object) != "affixal") & (cues.scope_last > cues.scope_first)
    )
    if not len(rows) or not len(found):
        return result
    low = np.searchsorted(found.last, cues.scope_first[rows], side="right")
    high = np.searchsorted(found.first, cues.scope_last[rows], side="left")
    counts = np.maximum(high - low, 0)
    row = np.repeat(rows, counts)
    hit = np.repeat(low, counts) + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    own = (cues.first[row] >= found.first[hit]) & (cues.last[row] <= found.last[hit])
    denied = annotation.negated[found.first[hit]] | annotation.negated[found.last[hit] - 1]
    row, hit = row[~own & denied], hit[~own & denied]
    distance = np.maximum(found.first[hit] - cues.last[row], cues.first[row] - found.last[hit])
    order = np.lexsort((row, distance, hit))
    row, hit = row[order], hit[order]
    nearest = np.append(True, hit[1:] != hit[:-1]) if len(hit) else np.zeros(0, dtype=bool)
    result[hit[nearest]] = row[nearest]
    return result


def slices(text: str, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """The stretches of a text, as an object array."""
    result = np.empty(len(start), dtype=object)
    result[:] = [text[a:b] for a, b in zip(start.tolist(), end.tolist(), strict=True)]
    return result


def _pooled(parts: Sequence[tuple[Sequence[str], np.ndarray]]) -> tuple[list[str], np.ndarray]:
    """Several lists of names, each with numbers into it, as one list with numbers into that."""
    names: list[str] = []
    numbers = []
    for own, codes in parts:
        numbers.append(codes.astype(np.int64) + len(names))
        names += own
    return names, np.concatenate(numbers)


def _objects(values: Sequence[Any]) -> np.ndarray:
    result = np.empty(len(values), dtype=object)
    result[:] = list(values)
    return result


def _first_numbers(numbers: np.ndarray, doc_first: np.ndarray) -> np.ndarray:
    """The first sentence or paragraph number of each document (0 where it has no token)."""
    first = np.zeros(len(doc_first) - 1, dtype=np.int64)
    filled = np.flatnonzero(np.diff(doc_first))
    first[filled] = numbers[doc_first[:-1][filled]]
    return first
