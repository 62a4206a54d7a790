"""Sentences as units of counting: which hits stand in one sentence, which sentences are questions."""

from __future__ import annotations

import numpy as np

from discourse.measures.tables import Tables
from discourse.measures.tally import Tally

__all__ = ["Sentences"]


class Sentences:
    """The counted sentences of a tally, in order of document and place.

    Parameters
    ----------
    tally : Tally
        Says which segments and hits are counted.

    Attributes
    ----------
    doc, sentence, block, n_tokens, start : numpy.ndarray of int64
        Document number, number within the document, block (paragraph), length, first character.
    question : numpy.ndarray of bool
        Any of its segments is marked as a question.
    voice : numpy.ndarray of object
        The voice of most of its tokens.
    """

    def __init__(self, tally: Tally) -> None:
        tables: Tables = tally.tables
        self.tally = tally
        segments = tables.segments
        counted = np.flatnonzero(tally.segment_counted)
        keys = (tables.segment_doc << 32) | segments["sentence"].to_numpy(dtype=np.int64)
        self._keys, first, code = np.unique(keys[counted], return_index=True, return_inverse=True)
        tokens = segments["n_tokens"].to_numpy(dtype=np.int64)[counted]
        size = len(self._keys)
        self.doc = self._keys >> 32
        self.sentence = self._keys & 0xFFFFFFFF
        self.block = tables.segment_block[counted][first]
        self.n_tokens = np.bincount(code, weights=tokens, minlength=size).astype(np.int64)
        self.start = np.full(size, np.iinfo(np.int64).max)
        np.minimum.at(self.start, code, segments["start"].to_numpy(dtype=np.int64)[counted])
        asked = segments["question"].to_numpy(dtype=bool)[counted]
        self.question = np.bincount(code, weights=asked, minlength=size) > 0
        names = ("narrator", "direct", "indirect")
        own = [tables.segment_voice.among(name)[counted] for name in names]
        by_voice = np.stack([np.bincount(code, weights=tokens * mine, minlength=size) for mine in own])
        self.voice = (
            np.array(names, dtype=object)[by_voice.argmax(axis=0)] if size else np.empty(0, dtype=object)
        )

    def __len__(self) -> int:
        return len(self._keys)

    def of_hits(self, rows: np.ndarray) -> np.ndarray:
        """Return the position here of the sentence of each of the given rows of `hits`.

        Rows whose sentence is not counted are left away, so the result may be shorter.
        """
        tables = self.tally.tables
        keys = (tables.hit_doc[rows] << 32) | tables.hits["sentence"].to_numpy(dtype=np.int64)[rows]
        if not len(self._keys):
            return np.empty(0, dtype=np.int64)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return at[self._keys[at] == keys]

    def counts(self, rows: np.ndarray) -> np.ndarray:
        """Return how many of the given rows of `hits` each sentence holds."""
        return np.bincount(self.of_hits(rows), minlength=len(self._keys))
