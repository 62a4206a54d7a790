"""Where the rows of the evidence tables lie: documents, paragraphs and segments by number."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import pandas as pd

from discourse.errors import EvidenceError, listed

__all__ = ["EvidenceTables", "Places", "begins"]

REQUIRED = {
    "documents": ("doc_id", "language", "n_tokens"),
    "segments": ("doc_id", "paragraph", "sentence", "start", "end", "n_tokens", "left_out"),
    "hits": ("doc_id", "paragraph", "start", "end", "lexicon", "category", "negated", "left_out"),
}


class EvidenceTables(Protocol):
    """What a measure may read: the tables of one corpus and the lexicons they were made with."""

    @property
    def hits(self) -> pd.DataFrame: ...
    @property
    def segments(self) -> pd.DataFrame: ...
    @property
    def cues(self) -> pd.DataFrame: ...
    @property
    def quotes(self) -> pd.DataFrame: ...
    @property
    def relations(self) -> pd.DataFrame: ...
    @property
    def documents(self) -> pd.DataFrame: ...
    @property
    def lexicons(self) -> Mapping[Any, Any]: ...
    @property
    def settings(self) -> Mapping[str, Any]: ...


class Places:
    """Number the documents and paragraphs of the evidence tables, and find segments by their place.

    Parameters
    ----------
    evidence : object with the evidence tables as attributes
        Never modified.

    Attributes
    ----------
    doc_ids : numpy.ndarray of str
        The documents, sorted, so that the order of the input changes nothing.
    block_doc, block_paragraph : numpy.ndarray of int64
        Document number and paragraph number of each block (a paragraph with at least one segment or hit).
    block_first : numpy.ndarray of int64
        Block range of each document, ``len(doc_ids) + 1`` numbers.

    Raises
    ------
    EvidenceError
        A table lacks a column, or speaks of a document that `documents` does not list.
    """

    def __init__(self, evidence: EvidenceTables) -> None:
        self.evidence = evidence
        self.documents = evidence.documents
        self.hits = evidence.hits
        self.segments = evidence.segments
        self.cues = evidence.cues
        self.quotes = evidence.quotes
        self.relations = evidence.relations
        self.lexicons = evidence.lexicons
        self.settings = evidence.settings
        for table, columns in REQUIRED.items():
            self.require(table, *columns)
        order = np.argsort(self.documents["doc_id"].to_numpy(dtype=object), kind="stable")
        self.documents_sorted = self.documents.iloc[order].reset_index(drop=True)
        self.doc_ids = self.documents_sorted["doc_id"].to_numpy(dtype=object)
        self._doc_index = pd.Index(self.doc_ids)
        if not self._doc_index.is_unique:
            twice = self._doc_index[self._doc_index.duplicated()][0]
            raise EvidenceError(
                f"Table documents: doc_id '{twice}' stands in more than one row; ids are unique."
            )
        self.language = self.documents_sorted["language"].to_numpy(dtype=object)

    def require(self, table: str, *columns: str) -> None:
        """Raise `EvidenceError` where a table lacks a column that a measure needs."""
        frame = getattr(self, table)
        missing = [column for column in columns if column not in frame.columns]
        if missing:
            raise EvidenceError(
                f"Table {table} has no column {listed(missing)}; it has {listed(map(str, frame.columns))}."
            )

    def doc_codes(self, frame: pd.DataFrame, table: str) -> np.ndarray:
        """Return the document number of each row of a table.

        Parameters
        ----------
        frame : pandas.DataFrame
            Any table with the column doc_id.
        table : str
            Its name, for the error message.
        """
        # Each document is looked up once, not once a row; a missing id stands last.
        own, names = pd.factorize(frame["doc_id"])
        codes = np.append(self._doc_index.get_indexer(names.astype(object)), -1)[own]
        if (codes < 0).any():
            stranger = frame["doc_id"].iloc[int(np.argmax(codes < 0))]
            raise EvidenceError(
                f"Table {table} speaks of document '{stranger}', which table documents does not list."
            )
        return codes.astype(np.int64)

    @cached_property
    def segment_doc(self) -> np.ndarray:
        return self.doc_codes(self.segments, "segments")

    @cached_property
    def hit_doc(self) -> np.ndarray:
        return self.doc_codes(self.hits, "hits")

    @cached_property
    def _blocks(self) -> np.ndarray:
        keys = [
            (self.segment_doc << 32) | self.segments["paragraph"].to_numpy(dtype=np.int64),
            (self.hit_doc << 32) | self.hits["paragraph"].to_numpy(dtype=np.int64),
        ]
        return np.unique(np.concatenate([own[begins(own)] for own in keys]))

    @cached_property
    def block_doc(self) -> np.ndarray:
        return self._blocks >> 32

    @cached_property
    def block_paragraph(self) -> np.ndarray:
        return self._blocks & 0xFFFFFFFF

    @cached_property
    def block_first(self) -> np.ndarray:
        return np.searchsorted(self.block_doc, np.arange(len(self.doc_ids) + 1))

    def block_of(self, doc: np.ndarray, paragraph: np.ndarray) -> np.ndarray:
        """Return the block number of each (document number, paragraph number)."""
        keys = (doc << 32) | paragraph.astype(np.int64)
        # Rows of one paragraph stand side by side: each such run is looked up once.
        first = np.flatnonzero(begins(keys))
        blocks = np.searchsorted(self._blocks, keys[first])
        if len(keys) and (blocks >= len(self._blocks)).any():
            raise EvidenceError("A table names a paragraph that lies beyond the last one of table segments.")
        return np.repeat(blocks, np.diff(first, append=len(keys)))

    @cached_property
    def segment_block(self) -> np.ndarray:
        return self.block_of(self.segment_doc, self.segments["paragraph"].to_numpy())

    @cached_property
    def hit_block(self) -> np.ndarray:
        return self.block_of(self.hit_doc, self.hits["paragraph"].to_numpy())

    @cached_property
    def _segment_order(self) -> tuple[np.ndarray, np.ndarray]:
        keys = (self.segment_doc << 40) | self.segments["start"].to_numpy(dtype=np.int64)
        order = np.argsort(keys, kind="stable")
        return order, keys[order]

    def segment_at(self, doc: np.ndarray, start: np.ndarray) -> np.ndarray:
        """Return the row of `segments` that each place lies in.

        Parameters
        ----------
        doc, start : numpy.ndarray of int64
            Document number and character offset.

        Returns
        -------
        numpy.ndarray of int64
            Row position in `segments`; for a place between two segments the one before it; -1 where the
            document has no segment up to there.
        """
        order, keys = self._segment_order
        if not len(keys):
            return np.full(len(doc), -1, dtype=np.int64)
        at = np.searchsorted(keys, (doc << 40) | start.astype(np.int64), side="right") - 1
        found = order[np.maximum(at, 0)]
        same = (at >= 0) & (self.segment_doc[found] == doc)
        return np.where(same, found, -1)

    @cached_property
    def placed_cues(self) -> pd.DataFrame:
        """One row per cue (not per scope part) with the paragraph, voice and left_out of its segment.

        The columns `doc`, `block`, `segment` number document, block and segment.
        """
        self.require("cues", "doc_id", "start", "end", "layer", "kind")
        cues = self.cues.drop_duplicates(["doc_id", "start", "end", "layer", "kind"]).reset_index(drop=True)
        doc = self.doc_codes(cues, "cues")
        at = self.segment_at(doc, cues["start"].to_numpy(dtype=np.int64))
        if (at < 0).any():
            row = cues.iloc[int(np.argmax(at < 0))]
            raise EvidenceError(
                f"Table cues, document '{row.doc_id}': a cue at {row.start} lies before the first segment."
            )
        placed = cues.assign(doc=doc, segment=at, block=self.segment_block[at])
        for column in ("paragraph", "voice", "speaker", "left_out", "role"):
            if column in self.segments.columns:
                placed[column] = self.segments[column].array.take(at)
        return placed


def begins(values: np.ndarray) -> np.ndarray:
    """Return which values differ from the one before them, the first among them."""
    result = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=result[1:])
    return result
