"""Transformers in pipelines: names, values by hand, pandas output, the checks of scikit-learn users."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from discourse.errors import UsageError
from discourse.features import EvidenceVectorizer, LexiconVectorizer

TEXTS = ["Peace, yes. War, no. Never, never war.", "War came. The troops attacked the town.", ""]


def test_lexicon_counts_by_hand() -> None:
    vectorizer = LexiconVectorizer("war_peace", unit="count", language="en")
    counts = vectorizer.fit_transform(TEXTS)
    names = list(vectorizer.get_feature_names_out())
    assert counts[:, names.index("war")].tolist() == [0, 3, 0]
    assert counts[:, names.index("peace")].tolist() == [1, 0, 0]
    with_denied = LexiconVectorizer("war_peace", unit="count", negated=True, language="en").fit_transform(
        TEXTS
    )
    assert with_denied[:, names.index("war")].tolist() == [2, 3, 0]


def test_rates_are_per_thousand_and_undefined_without_words() -> None:
    vectorizer = LexiconVectorizer("war_peace", language="en").set_output(transform="pandas")
    frame = vectorizer.fit_transform(TEXTS)
    assert frame["peace"].iloc[0] == pytest.approx(1000 / 7)
    assert frame.iloc[2].isna().all()


def test_a_pipeline_learns_and_is_cloned() -> None:
    texts = ["The army attacked and bombs fell."] * 6 + ["The talks brought peace and dialogue."] * 6
    labels = ["war"] * 6 + ["peace"] * 6
    model = make_pipeline(
        LexiconVectorizer("war_peace", language="en"), StandardScaler(), LogisticRegression()
    )
    assert (clone(model).fit(texts, labels).predict(texts) == np.array(labels)).all()


def test_evidence_vectorizer_keeps_its_columns() -> None:
    vectorizer = EvidenceVectorizer(["framing", "hedging"], language="en").fit(TEXTS[:2])
    values = vectorizer.transform(["It may rain."])
    names = list(vectorizer.get_feature_names_out())
    assert values.shape == (1, len(names))
    assert values[0, names.index("hedging:epistemic")] == pytest.approx(1000 / 3)
    pipeline = make_pipeline(vectorizer, SimpleImputer(keep_empty_features=True))
    assert np.isfinite(pipeline.fit_transform(TEXTS)).all()


def test_mistakes() -> None:
    with pytest.raises(UsageError, match="not one text"):
        LexiconVectorizer().fit("War.")
    with pytest.raises(UsageError, match="unit 'share'; allowed: rate, count"):
        LexiconVectorizer(unit="share", language="en").fit_transform(["War."])
    with pytest.raises(UsageError, match="must be a string, not int"):
        EvidenceVectorizer().fit([3])
