"""scikit-learn transformers on the same evidence: texts in, category rates or measures out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from .errors import UsageError, listed
from .evidence import as_corpus, find
from .measures import measure
from .measures.registry import find_measure

UNITS = ("rate", "count")


class _TextTransformer(TransformerMixin, BaseEstimator):
    """What both share: texts are strings, feature names are fixed when fitting."""

    language: str | None

    def fit(self, texts: Sequence[str], y: object = None) -> _TextTransformer:
        """Learn the feature names; the texts decide nothing but their languages.

        Parameters
        ----------
        texts : sequence of str
        y : ignored

        Returns
        -------
        self
        """
        self.feature_names_ = self._names(_strings(texts))
        return self

    def get_feature_names_out(self, input_features: object = None) -> np.ndarray:
        """Give the names of the columns, in order."""
        check_is_fitted(self, "feature_names_")
        return np.array(self.feature_names_, dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "feature_names_")

    def _names(self, texts: list[str]) -> list[str]:
        raise TypeError(f"{type(self).__name__} names no features")


def _strings(texts: Sequence[str]) -> list[str]:
    if isinstance(texts, str):
        raise UsageError("A sequence of texts is needed, not one text; put it into a list.")
    values = list(texts)
    wrong = next((v for v in values if not isinstance(v, str)), None)
    if wrong is not None:
        raise UsageError(f"Every text must be a string, not {type(wrong).__name__}.")
    return values


class LexiconVectorizer(_TextTransformer):
    """Turn texts into rates (or counts) of a lexicon's categories, one column a category.

    Parameters
    ----------
    lexicon : str or path
        Name or YAML file.
    unit : {"rate", "count"}
        Hits per 1,000 tokens that are not left out (NaN for a text without tokens), or hits.
    negated : bool
        Also count hits that are denied; by default they are not.
    parents : bool
        Columns for parent categories too.
    language : str, optional
        Of all texts; detected where None.

    See Also
    --------
    EvidenceVectorizer : columns from measures instead of categories.

    Examples
    --------
    >>> vectorizer = LexiconVectorizer("war_peace", unit="count", language="en")
    >>> vectorizer.fit_transform(["War, no. Peace, yes."]).sum()
    np.float64(2.0)
    """

    def __init__(
        self,
        lexicon: str = "war_peace",
        *,
        unit: str = "rate",
        negated: bool = False,
        parents: bool = True,
        language: str | None = None,
    ) -> None:
        self.lexicon, self.unit, self.negated, self.parents, self.language = (
            lexicon,
            unit,
            negated,
            parents,
            language,
        )

    def _names(self, texts: list[str]) -> list[str]:
        from .evidence import LexiconSet

        names: dict[str, None] = {}
        for lexicon in LexiconSet([self.lexicon]).all():
            names.update(dict.fromkeys(lexicon.categories if self.parents else lexicon.leaf_categories))
        return list(names)

    def transform(self, texts: Sequence[str]) -> np.ndarray:
        """Count the categories in texts.

        Parameters
        ----------
        texts : sequence of str

        Returns
        -------
        float64 array (n_texts, n_categories)
        """
        check_is_fitted(self, "feature_names_")
        if self.unit not in UNITS:
            raise UsageError(f"unit '{self.unit}'; allowed: {listed(UNITS)}.")
        corpus = as_corpus(_strings(texts), self.language)
        evidence = find(corpus, self.lexicon, progress=False)
        place = {document.doc_id: row for row, document in enumerate(corpus)}
        column = {name: number for number, name in enumerate(self.feature_names_)}
        counts = np.zeros((len(corpus), len(column)))
        hits = evidence.hits[~evidence.hits["left_out"] & (~evidence.hits["negated"] | self.negated)]
        # a parent counts a span once, even where it stands in two of its categories
        spans: set[tuple[str, int, int, str]] = set()
        for doc_id, start, end, category in zip(
            hits["doc_id"], hits["start"], hits["end"], hits["category"], strict=True
        ):
            parts = category.split(".")
            for depth in range(1, len(parts) + 1):
                spans.add((doc_id, start, end, ".".join(parts[:depth])))
        for doc_id, _, _, category in spans:
            if category in column:
                counts[place[doc_id], column[category]] += 1
        if self.unit == "count":
            return counts
        kept = evidence.segments[~evidence.segments["left_out"]].groupby("doc_id")["n_tokens"].sum()
        tokens = np.array([float(kept.get(d.doc_id, 0)) for d in corpus])
        return 1000 * counts / np.where(tokens > 0, tokens, np.nan)[:, None]


class EvidenceVectorizer(_TextTransformer):
    """Turn texts into measures, one column a measure and category (``framing:balance``).

    Parameters
    ----------
    measures : sequence of str
        Names of measures; those whose categories depend on the text (speakers, entries) give the columns
        met when fitting.
    language : str, optional
        Of all texts; detected where None.
    seed : int

    See Also
    --------
    LexiconVectorizer : rates of a lexicon's categories, faster.

    Examples
    --------
    >>> vectorizer = EvidenceVectorizer(["framing"], language="en").fit(["War, no. Peace, yes."])
    >>> "framing:balance" in vectorizer.get_feature_names_out()
    True
    """

    def __init__(
        self, measures: Sequence[str] = ("framing", "hedging"), *, language: str | None = None, seed: int = 0
    ) -> None:
        self.measures, self.language, self.seed = measures, language, seed

    def _table(self, texts: list[str]) -> Any:
        names = [self.measures] if isinstance(self.measures, str) else list(self.measures)
        entries = [find_measure(name) for name in names]
        lexicons = dict.fromkeys(x for entry in entries for x in entry.lexicons)
        corpus = as_corpus(texts, self.language)
        evidence = find(corpus, *lexicons, progress=False)
        # Intervals are of no use as features. A measure from another package may know of none.
        quick = all(entry.options is None or "n_boot" in entry.options for entry in entries)
        options: dict[str, Any] = {"n_boot": 0} if quick else {}
        table = measure(evidence, names, seed=self.seed, **options)
        return corpus, table.assign(feature=table["measure"] + ":" + table["category"].astype(str))

    def _names(self, texts: list[str]) -> list[str]:
        _, table = self._table(texts)
        return list(dict.fromkeys(table.loc[table["category"].notna(), "feature"]))

    def transform(self, texts: Sequence[str]) -> np.ndarray:
        """Compute the measures of texts.

        Parameters
        ----------
        texts : sequence of str

        Returns
        -------
        float64 array (n_texts, n_features)
            NaN where a measure is undefined for a text: impute before a model that cannot have it.
        """
        check_is_fitted(self, "feature_names_")
        corpus, table = self._table(_strings(texts))
        wide = table.drop_duplicates(["doc_id", "feature"]).pivot(
            index="doc_id", columns="feature", values="value"
        )
        ids = [document.doc_id for document in corpus]
        return wide.reindex(index=ids, columns=self.feature_names_).to_numpy(dtype=np.float64)
