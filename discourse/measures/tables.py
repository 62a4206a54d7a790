"""The evidence tables, indexed once so that every measure can count by paragraph without searching again.

A measure sees nothing but these tables. `Tables` wraps whatever has them as attributes (`Evidence`, or a
test's own object), numbers documents and paragraphs, and knows which segment a place in a text lies in.
"""

from __future__ import annotations

from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from discourse.errors import MeasureError, did_you_mean, listed
from discourse.measures.places import EvidenceTables, Places, begins

if TYPE_CHECKING:
    from discourse.measures.units import Unit

__all__ = ["LAYER_LANGUAGES", "Coded", "EvidenceTables", "Tables", "ancestors", "as_tables"]

# Negation, hedging and voice are annotated in these; a lexicon may cover fewer or more.
LAYER_LANGUAGES = frozenset({"en", "es"})


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


class Tables(Places):
    """Index the evidence tables by document and paragraph, by voice and by category.

    Parameters
    ----------
    evidence : object with the evidence tables as attributes
        Never modified.

    Attributes
    ----------
    measured : dict of (str, str) to DataFrame
        Tables of measures made of these, by name and options.
    units : dict of (keys, languages) to list of Unit
        Documents or groups, as `units_of` gives them.
    """

    def __init__(self, evidence: EvidenceTables) -> None:
        super().__init__(evidence)
        self.measured: dict[tuple[str, str], pd.DataFrame] = {}
        self.units: dict[tuple[tuple[str, ...], frozenset[str]], list[Unit]] = {}
        self._found: dict[tuple[str, str | None], np.ndarray] = {}

    def only(self, documents: np.ndarray) -> Tables:
        """Return the tables of some documents, given by number."""
        names = set(self.doc_ids[documents].tolist())
        tables = ("documents", "segments", "hits", "cues", "quotes", "relations")
        parts = {name: getattr(self, name) for name in tables}
        parts = {
            name: frame[frame["doc_id"].isin(names)].reset_index(drop=True) for name, frame in parts.items()
        }
        return Tables(SimpleNamespace(**parts, lexicons=self.lexicons, settings=self.settings))

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
            return rows[begins(span)]
        return rows[~pd.Series(span).duplicated().to_numpy()]

    @cached_property
    def _hit_span(self) -> np.ndarray:
        """Number the spans of hits, so that rows of one span have one number."""
        doc, *ends = (self.hit_doc, *(self.hits[c].to_numpy(dtype=np.int64) for c in ("start", "end")))
        if self._in_order(doc, *ends):
            return np.cumsum(begins(doc) | begins(ends[0]) | begins(ends[1]))
        places = np.stack([doc, *ends])
        order = np.lexsort(places)
        new = (np.diff(places[:, order], prepend=-1) != 0).any(axis=0)
        span = np.empty(len(order), dtype=np.int64)
        span[order] = np.cumsum(new)
        return span

    @staticmethod
    def _in_order(doc: np.ndarray, start: np.ndarray, end: np.ndarray) -> bool:
        """Do the rows of each document stand together, in order of place."""
        new = begins(doc)
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
