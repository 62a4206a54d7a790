"""Counting without layers: the hits of `match` by document and category, with or without gaps."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.lexicon import load_lexicon, parse_lexicon
from discourse.match import count, count_tokens, match, stored
from discourse.match.words import has_words_only
from discourse.tokens import Vocabulary, tokenize

counting = import_module("discourse.match.count")  # the name is the function's, too

TEXTS = [
    "Peace, yes. War, no.",
    "",
    "A price war is no war; the armed forces of the U.S. sought a cease-fire. Peace of mind!",
    "La guerra.",
    "Pay attention: weapons of mass destruction — and peace talks, peace talks, peace talks.",
]


@cache
def whole():
    return load_lexicon("war_peace", "en")


@cache
def words_only():
    entries = [entry for entry in whole().entries if len(entry.words) == 1]
    return replace(whole(), entries=tuple(replace(e, unless=(), only=(), case=None) for e in entries))


@pytest.fixture(scope="module")
def war_peace():
    return whole()


KNOWN = Vocabulary()  # in which the lexicons are compiled once


def by_hand(texts: list[str], lexicon) -> list[list[int]]:
    """Count spans one by one from the matches of each text alone."""
    rows = []
    for text in texts:
        found = match(tokenize([text], lexicon.language, KNOWN), lexicon)
        hits = [(int(f), lexicon.categories[c]) for f, c in zip(found.first, found.category, strict=True)]
        rows.append(
            [
                len({f for f, c in hits if c == name or c.startswith(f"{name}.")})
                for name in lexicon.categories
            ]
        )
    return rows


def test_counts_are_those_of_the_matches(war_peace):
    counts = count(TEXTS, war_peace)
    assert counts.categories == war_peace.categories
    assert counts.hits.tolist() == by_hand(TEXTS, war_peace)
    assert counts.n_tokens.tolist() == [len(tokenize([text])) for text in TEXTS]
    assert counts.hits.sum() > 5


WORDS = "war peace war's Wars armed forces price of mind U.S. talks , . ; “ ” \n \n\n no peaceful".split(" ")


@pytest.mark.parametrize("lexicon", [whole, words_only])
@given(texts=st.lists(st.lists(st.sampled_from(WORDS)).map(" ".join), max_size=6))
def test_any_texts_together_count_as_each_alone(lexicon, texts):
    assert count(texts, lexicon(), KNOWN).hits.tolist() == by_hand(texts, lexicon())


def test_which_lexicons_are_counted_on_chunks():
    assert [has_words_only(lexicon()) for lexicon in (whole, words_only)] == [False, True]


LEXICON = """
name: fruit
version: 1.0.0
language: en
measures: Talk of fruit.
unit: hit
origin: Made for a test.
inclusion: Fruit.
not_for: Anything.
references: [none]
categories:
  sweet:
    description: Sweet.
    categories:
      red: Red and sweet.
      round: Round and sweet.
  sour: Sour.
entries:
  sweet.red: [cherry, apple]
  sweet.round: [cherry]
  sour: [lemon, cherry]
"""


def test_a_parent_counts_a_span_once():
    lexicon = parse_lexicon(LEXICON.encode(), "fruit.yaml")
    frame = count(["cherry apple", "lemon"], lexicon).frame()
    assert frame.to_dict("list") == {
        "n_tokens": [2, 1],
        "sweet": [2, 0],
        "sweet.red": [2, 0],
        "sweet.round": [1, 0],
        "sour": [1, 1],
    }


def test_no_text_gives_no_row(war_peace):
    counts = count([], war_peace)
    assert counts.hits.shape == (0, len(war_peace.categories))
    assert counts.n_tokens.shape == (0,)


def test_texts_are_read_as_they_are_needed_and_coded_again(war_peace):
    vocabulary = Vocabulary()
    counts = count((text for text in TEXTS), war_peace, vocabulary)
    tokens = tokenize(TEXTS, "en", vocabulary)
    assert np.array_equal(count_tokens(tokens, war_peace), counts.hits)
    hedging = load_lexicon("hedging", "en")
    assert count_tokens(tokens, hedging).tolist() == by_hand(TEXTS, hedging)


def test_texts_kept_as_numbers_are_coded_again_without_being_read(war_peace, tmp_path, monkeypatch):
    folder = tmp_path / "numbers"
    hedging = load_lexicon("hedging", "en")
    assert count(TEXTS, war_peace, cache=folder).hits.tolist() == by_hand(TEXTS, war_peace)
    assert len(list(folder.iterdir())) == 1
    with monkeypatch.context() as patch:
        patch.setattr(stored, "Tokens", None)
        again = count(TEXTS, hedging, cache=folder)
        assert again.hits.tolist() == by_hand(TEXTS, hedging)
        assert again.n_tokens.tolist() == count(TEXTS, hedging).n_tokens.tolist()
        assert count(TEXTS, war_peace, KNOWN, folder).hits.tolist() == by_hand(TEXTS, war_peace)
    # other borders between the same characters are other texts
    moved = ["".join(TEXTS)]
    assert count(moved, war_peace, cache=folder).hits.tolist() == by_hand(moved, war_peace)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize(
    "texts", [[""], ["\n", "—"], ["naïve “Ünïcode” 戦争 e\u0301 \x00 war", "H.R.It’s war"]]
)
def test_texts_without_words_and_of_any_script_are_kept(war_peace, tmp_path, texts):
    for _ in range(2):
        assert count(texts, war_peace, cache=tmp_path).hits.tolist() == by_hand(texts, war_peace)


def test_numbers_that_are_broken_are_made_again(war_peace, tmp_path):
    count(TEXTS, war_peace, cache=tmp_path)
    (path,) = tmp_path.iterdir()
    whole_file = path.read_bytes()
    for broken in (b"", b"PK", whole_file[: len(whole_file) // 2]):
        path.write_bytes(broken)
        assert count(TEXTS, war_peace, cache=tmp_path).hits.tolist() == by_hand(TEXTS, war_peace)
        assert path.read_bytes() == whole_file


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_batch_that_is_lost_is_made_again_behind_the_others(war_peace, tmp_path, monkeypatch, lost):
    monkeypatch.setattr(counting, "_BATCH", 20)
    texts = ["Peace—peace, at last.", "Last “peace” talks; war, war, war.", "At last no war! Armed forces."]
    count(texts, war_peace, cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == len(texts)
    whole = count(texts, war_peace, cache=tmp_path).hits.tolist()
    sorted(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)[lost].unlink()
    for again in (texts, texts[::-1], texts):
        assert count(again, war_peace, cache=tmp_path).hits.tolist() == by_hand(again, war_peace)
    assert by_hand(texts, war_peace) == whole


def test_the_general_debate_counts_the_same_in_batches(ungdc, war_peace):
    import pyarrow.parquet as pq

    texts = next(pq.ParquetFile(ungdc).iter_batches(batch_size=300, columns=["text"])).column(0).to_pylist()
    whole = tokenize(texts, "en")
    assert np.array_equal(count(texts, war_peace).hits, count_tokens(whole, war_peace))
