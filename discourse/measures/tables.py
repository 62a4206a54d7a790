"""The evidence tables, indexed once so that every measure can count by paragraph without searching again.

A measure sees nothing but these tables. `Tables` wraps whatever has them as attributes (`Evidence`, or a
test's own object), numbers documents and paragraphs, and knows which segment a place in a text lies in.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pandas as pd

from discourse.errors import EvidenceError, MeasureError, did_you_mean, listed

if TYPE_CHECKING:
    from discourse.measures.units import Unit

__all__ = ["LAYER_LANGUAGES", "Coded", "EvidenceTables", "Tables", "ancestors", "as_tables"]

# Negation, hedging and voice are annotated in these; a lexicon may cover fewer or more.
LAYER_LANGUAGES = frozenset({"en", "es"})

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


def ancestors(category: str) -> list[str]:
    """Return a dotted category and all categories above it, the widest first.

    Examples
    --------
    >>> ancestors("war.threat.ultimatum")
    ['war', 'war.threat', 'war.threat.ultimatum']
    """
    parts = category.split(".")
    return [".".join(parts[: i + 1]) for i in range(len(parts))]


class Coded:
    """A column of few different words as numbers, so that comparing it compares numbers.

    Parameters
    ----------
    column : pandas.Series of str

    Attributes
    ----------
    codes : numpy.ndarray of int64
        Place of each row's word among `names`, -1 where it is missing.
    names : list of str
    """

    def __init__(self, column: pd.Series) -> None:
        codes, names = pd.factorize(column)
        self.codes = codes.astype(np.int64)
        self.names = [str(name) for name in names]

    def among(self, *names: str) -> np.ndarray:
        """Return whether each row has one of the given words."""
        chosen = np.array([name in names for name in self.names] + [False], dtype=bool)
        return chosen[self.codes]


class Tables:
    """Index the evidence tables by document and paragraph.

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
    measured : dict of (str, str) to DataFrame
        Tables of measures made of these, by name and options.
    units : dict of (keys, languages) to list of Unit
        Documents or groups, as `units_of` gives them.

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
        self.measured: dict[tuple[str, str], pd.DataFrame] = {}
        self.units: dict[tuple[tuple[str, ...], frozenset[str]], list[Unit]] = {}
        self._found: dict[tuple[str, str | None], np.ndarray] = {}
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

    def only(self, documents: np.ndarray) -> Tables:
        """Return the tables of some documents, given by number."""
        names = set(self.doc_ids[documents].tolist())
        tables = ("documents", "segments", "hits", "cues", "quotes", "relations")
        parts = {name: getattr(self, name) for name in tables}
        parts = {
            name: frame[frame["doc_id"].isin(names)].reset_index(drop=True) for name, frame in parts.items()
        }
        return Tables(SimpleNamespace(**parts, lexicons=self.lexicons, settings=self.settings))

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
        return np.unique(np.concatenate([own[_begins(own)] for own in keys]))

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
        begins = np.flatnonzero(_begins(keys))
        blocks = np.searchsorted(self._blocks, keys[begins])
        if len(keys) and (blocks >= len(self._blocks)).any():
            raise EvidenceError("A table names a paragraph that lies beyond the last one of table segments.")
        return np.repeat(blocks, np.diff(begins, append=len(keys)))

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
                placed[column] = self.segments[column].to_numpy()[at]
        return placed

    @cached_property
    def hit_asserted(self) -> np.ndarray:
        return ~self.hits["negated"].to_numpy(dtype=bool)

    @cached_property
    def hit_voice(self) -> Coded:
        return Coded(self.hits["voice"])

    @cached_property
    def hit_speaker(self) -> Coded:
        return Coded(self.hits["speaker"])

    @cached_property
    def segment_voice(self) -> Coded:
        return Coded(self.segments["voice"])

    @cached_property
    def segment_speaker(self) -> Coded:
        return Coded(self.segments["speaker"])

    @cached_property
    def relation_target(self) -> np.ndarray:
        return self.relations["target"].to_numpy(dtype=object)

    @cached_property
    def relation_norm(self) -> np.ndarray:
        return self.relations["norm"].to_numpy(dtype=object).astype(str)

    @cached_property
    def relation_doc(self) -> np.ndarray:
        return self.doc_codes(self.relations, "relations")

    @cached_property
    def relation_segment(self) -> np.ndarray:
        return self.segment_at(self.relation_doc, self.relations["start"].to_numpy(dtype=np.int64))

    def lexicon_languages(self, lexicon: str) -> frozenset[str]:
        """Return the languages in which this evidence was searched with a lexicon.

        Raises
        ------
        MeasureError
            The evidence was not searched with this lexicon at all.
        """
        languages = frozenset(language for name, language in self.lexicons if name == lexicon)
        if not languages:
            names = sorted({name for name, _ in self.lexicons})
            raise MeasureError(
                f"Lexicon '{lexicon}' was not used in making this evidence; used were {listed(names)}."
                f"{did_you_mean(lexicon, names)} Make the evidence again with find(corpus, '{lexicon}')."
            )
        return languages

    def lexicon_categories(self, lexicon: str) -> dict[str, frozenset[str]]:
        """Return every category of a lexicon, parents included, with the languages that declare it.

        The order is that of the lexicon's own declaration, each parent before its children.
        """
        languages = sorted(self.lexicon_languages(lexicon))
        declared: dict[str, set[str]] = {}
        for language in languages:
            for leaf in self.lexicons[(lexicon, language)]["categories"]:
                for category in ancestors(leaf):
                    declared.setdefault(category, set()).add(language)
        tops: dict[str, list[str]] = {}
        for category in declared:
            tops.setdefault(category.split(".")[0], []).append(category)
        ordered = [
            category for group in tops.values() for category in sorted(group, key=lambda c: c.count(".") > 0)
        ]
        return {category: frozenset(declared[category]) for category in ordered}

    def first_of_span(self, rows: np.ndarray) -> np.ndarray:
        """Return the given rows of `hits` without those that repeat a span (one entry in several categories).

        Parameters
        ----------
        rows : numpy.ndarray of int64
            Row positions in `hits`.
        """
        if len(rows) < 2:
            return rows
        span = self._hit_span[rows]
        if (np.diff(span) >= 0).all():  # in order, so that rows of one span stand side by side
            return rows[_begins(span)]
        return rows[~pd.Series(span).duplicated().to_numpy()]

    @cached_property
    def _hit_span(self) -> np.ndarray:
        """Number the spans of hits, so that rows of one span have one number."""
        doc, *ends = (self.hit_doc, *(self.hits[c].to_numpy(dtype=np.int64) for c in ("start", "end")))
        if self._in_order(doc, *ends):
            return np.cumsum(_begins(doc) | _begins(ends[0]) | _begins(ends[1]))
        places = np.stack([doc, *ends])
        order = np.lexsort(places)
        new = (np.diff(places[:, order], prepend=-1) != 0).any(axis=0)
        span = np.empty(len(order), dtype=np.int64)
        span[order] = np.cumsum(new)
        return span

    @staticmethod
    def _in_order(doc: np.ndarray, start: np.ndarray, end: np.ndarray) -> bool:
        """Do the rows of each document stand together, in order of place."""
        new = _begins(doc)
        if np.count_nonzero(new) > len(np.unique(doc[new])):
            return False
        later = start[1:] > start[:-1]
        later |= (start[1:] == start[:-1]) & (end[1:] >= end[:-1])
        return bool((new[1:] | later).all())

    def in_category(self, lexicon: str, category: str | None = None) -> np.ndarray:
        """Return the rows of `hits` in a category or below it, each span once.

        Parameters
        ----------
        lexicon : str
            Name of the construct, e.g. ``war_peace``.
        category : str, optional
            Dotted name; all of the lexicon where it is None.

        Returns
        -------
        numpy.ndarray of int64
            Row positions in `hits`, ascending.
        """
        if (lexicon, category) not in self._found:
            self._found[lexicon, category] = self._in_category(lexicon, category)
        return self._found[lexicon, category]

    def _in_category(self, lexicon: str, category: str | None) -> np.ndarray:
        if category is None:
            return self.first_of_span(self.in_lexicon(lexicon))
        leaves = self._category_rows.get(lexicon, {})
        below = [rows for leaf, rows in leaves.items() if leaf == category or leaf.startswith(category + ".")]
        if not below:
            return np.empty(0, dtype=np.int64)
        if len(below) == 1:
            return self.first_of_span(below[0])
        return self.first_of_span(np.sort(np.concatenate(below)))

    def in_lexicon(self, lexicon: str) -> np.ndarray:
        """Return the rows of `hits` of a lexicon, a span in several categories a row each."""
        return self._lexicon_rows.get(lexicon, np.empty(0, dtype=np.int64))

    @cached_property
    def _lexicon_rows(self) -> dict[str, np.ndarray]:
        lexicon = Coded(self.hits["lexicon"])
        return {name: np.flatnonzero(lexicon.codes == i) for i, name in enumerate(lexicon.names)}

    @cached_property
    def _category_rows(self) -> dict[str, dict[str, np.ndarray]]:
        category = self.hit_category
        result: dict[str, dict[str, np.ndarray]] = {}
        for lexicon, rows in self._lexicon_rows.items():
            own = category.codes[rows]
            result[lexicon] = {category.names[c]: rows[own == c] for c in np.unique(own)}
        return result

    @cached_property
    def hit_category(self) -> Coded:
        return Coded(self.hits["category"])


def _begins(values: np.ndarray) -> np.ndarray:
    """Return which values differ from the one before them, the first among them."""
    result = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=result[1:])
    return result


def as_tables(evidence: EvidenceTables | Tables) -> Tables:
    """Return the index of the evidence, making it where it is not one already.

    Raises
    ------
    MeasureError
        It is no evidence.
    """
    if not hasattr(evidence, "documents"):
        raise MeasureError(
            f"Argument evidence: what find(…) gives is needed, not {type(evidence).__name__};"
            " measure(find(texts, 'war_peace'), 'framing')."
        )
    return evidence if isinstance(evidence, Tables) else Tables(evidence)
