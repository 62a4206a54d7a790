"""Frequency, dispersion and collocates."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures

from discourse.errors import UsageError
from discourse.stats import collocates, dispersion, frequency


def tokens(*texts: str) -> pd.DataFrame:
    """Sentences end at a stop."""
    rows = []
    for i, text in enumerate(texts):
        for j, sentence in enumerate(text.split(". ")):
            rows += [{"doc_id": f"d{i}", "sentence": j, "norm": word} for word in sentence.split()]
    return pd.DataFrame(rows, columns=["doc_id", "sentence", "norm"])


def test_frequency_by_hand():
    table = frequency(tokens("war war peace", "war the"))
    assert table.values.tolist() == [["war", 3, 600.0, 2], ["peace", 1, 200.0, 1], ["the", 1, 200.0, 1]]
    by = frequency(tokens("war war", "peace"), by="doc_id")
    assert by[["doc_id", "type", "n", "per_1000"]].values.tolist() == [
        ["d0", "war", 2, 1000.0],
        ["d1", "peace", 1, 1000.0],
    ]


def test_frequency_leaves_out_and_takes_empty_tables():
    table = tokens("war peace")
    assert frequency(table.assign(left_out=[True, False]))["type"].tolist() == ["peace"]
    assert frequency(tokens()).empty
    with pytest.raises(UsageError) as error:
        frequency(table, by="voice")
    assert str(error.value) == (
        "Argument by: the tokens have no column 'voice'; they have doc_id, sentence, norm."
    )


def test_dispersion_by_hand():
    # sizes 4, 4, 2: s = .4, .4, .2; war 3, 1, 0: v = .75, .25, 0; DP = (.35 + .15 + .2) / 2
    counts = pd.DataFrame(
        {
            "doc_id": list("aabbc"),
            "type": ["war", "the", "war", "the", "the"],
            "n": [3, 1, 1, 3, 2],
        }
    )
    row = dispersion(counts).set_index("type").loc["war"]
    assert row["dp"] == pytest.approx(0.35)
    assert row["dp_norm"] == pytest.approx(0.35 / 0.8)
    assert (row["n"], row["n_texts"]) == (4, 2)


def test_dispersion_edges():
    one = dispersion(tokens("war peace"))
    assert one["dp"].tolist() == [0.0, 0.0]
    assert one["dp_norm"].isna().all()
    with pytest.raises(UsageError, match="counts without doc_id have no dispersion"):
        dispersion({"war": 3})


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=12), min_size=2, max_size=6))
def test_dispersion_is_half_the_sum_of_deviations(texts):
    table = dispersion(tokens(*(" ".join(text) for text in texts))).set_index("type")
    sizes = np.array([len(text) for text in texts])
    for word in table.index:
        found = np.array([text.count(word) for text in texts])
        plain = np.abs(found / found.sum() - sizes / sizes.sum()).sum() / 2
        assert table.loc[word, "dp"] == pytest.approx(plain)
    assert table["dp_norm"].between(0, 1 + 1e-12).all()


TEXT = tokens("the naval blockade began. a naval blockade of the port", "the port was calm. naval news")


def test_collocates_by_hand():
    table = collocates(TEXT, "blockade", left=1, right=1, measures=["pmi", "t_score"], n_min=1)
    # windows: naval began, naval of; 16 tokens in all, 14 of them no node
    assert table.set_index("type")["n_near"].to_dict() == {"naval": 2, "began": 1, "of": 1}
    naval = table.set_index("type").loc["naval"]
    assert (naval["n"], naval["expected"]) == (3, pytest.approx(4 * 3 / 14))
    assert naval["pmi"] == pytest.approx(math.log2(2 * 14 / (4 * 3)))
    assert naval["t_score"] == pytest.approx((2 - 4 * 3 / 14) / math.sqrt(2))


def test_collocates_are_those_of_nltk():
    row = collocates(TEXT, "blockade", left=1, right=1, n_min=1).set_index("type").loc["naval"]
    assert row["log_likelihood"] == pytest.approx(BigramAssocMeasures.likelihood_ratio(2, (4, 3), 14))


def test_windows_stop_at_sentences_and_texts():
    near = collocates(TEXT, "began", left=0, right=9, n_min=1)
    assert near.empty
    wider = collocates(TEXT, "began", left=0, right=2, within="doc_id", n_min=1)
    assert set(wider["type"]) == {"a", "naval"}


def test_a_place_near_two_nodes_counts_once():
    table = collocates(tokens("war x war"), "war", left=1, right=1, n_min=1, measures="dice")
    assert table["n_near"].tolist() == [1]


def test_collocate_errors():
    for call, message in (
        (
            lambda: collocates(TEXT, "blokade"),
            "Argument node: 'blokade' does not occur; norms are lower case, without 's.",
        ),
        (
            lambda: collocates(TEXT, "port", measures="mi"),
            "Argument measures: 'mi' is no association; there are log_likelihood, pmi, t_score, chi_squared, "
            "dice, jaccard, mi_like, poisson_stirling, fisher. Did you mean 'pmi'?",
        ),
        (
            lambda: collocates(TEXT, "port", left=-1),
            "Arguments left, right: a window of -1 and 5 tokens is not possible; give 0 or more.",
        ),
        (
            lambda: collocates(TEXT, "port", within="paragraph"),
            "Argument tokens: the table has no column 'paragraph'; it has doc_id, sentence, norm.",
        ),
    ):
        with pytest.raises(UsageError) as error:
            call()
        assert str(error.value) == message
