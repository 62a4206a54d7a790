"""The errors: one family, one line each, and the nearest word."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse import errors
from discourse.errors import DiscourseError, MissingDependencyError, did_you_mean, listed

FAMILY = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, DiscourseError)
]


def test_public_names_are_complete():
    public = {kind.__name__ for kind in FAMILY} | {"did_you_mean", "listed"}
    assert set(errors.__all__) == public


@pytest.mark.parametrize("kind", [kind for kind in FAMILY if kind is not MissingDependencyError])
def test_every_error_is_a_discourse_error_with_its_message(kind):
    with pytest.raises(DiscourseError) as caught:
        raise kind("Corpus 'corpus': no file 'a.txt'; add it or delete its row.")
    assert type(caught.value) is kind
    assert str(caught.value) == "Corpus 'corpus': no file 'a.txt'; add it or delete its row."


def test_message_is_one_line():
    message = str(DiscourseError("  Lexicon 'a.yaml':\r\n\tline 3\u2028  is not YAML\n"))
    assert message == "Lexicon 'a.yaml': line 3 is not YAML"


@given(st.text())
def test_message_is_one_line_whatever_it_quotes(text):
    assert len(str(DiscourseError("Where: " + text)).splitlines()) == 1


def test_missing_dependency():
    error = MissingDependencyError("spacy", "syntax", "The measure 'actors' with syntax")
    assert str(error) == (
        "The measure 'actors' with syntax needs the package 'spacy', which is not installed; "
        "in the clone run: pip install '.[syntax]'"
    )
    assert isinstance(error, ImportError)
    assert (error.package, error.extra) == ("spacy", "syntax")


@pytest.mark.parametrize(
    "error", [DiscourseError("Where: what."), MissingDependencyError("spacy", "syntax", "Parsing")]
)
def test_errors_cross_to_other_processes(error):
    # worker processes hand errors over by the same protocol that copying uses
    twin = copy.copy(error)
    assert twin is not error
    assert type(twin) is type(error)
    assert str(twin) == str(error)


@pytest.mark.parametrize(
    ("word", "allowed", "expected"),
    [
        ("modl", ["modal", "adverb"], " Did you mean 'modal'?"),
        ("MODAL", ["modal", "adverb"], " Did you mean 'modal'?"),
        ("war-peace", ["war_peace"], " Did you mean 'war_peace'?"),
        ("negociacion", ["Negociación", "diálogo"], " Did you mean 'Negociación'?"),
        ("hedgeing", ["boosters", "hedging"], " Did you mean 'hedging'?"),
        ("cat", ["dog"], ""),
        ("", ["dog"], ""),
        ("dog", [], ""),
    ],
)
def test_did_you_mean(word, allowed, expected):
    assert did_you_mean(word, allowed) == expected


def test_did_you_mean_prefers_the_first_of_words_that_fold_alike():
    assert did_you_mean("war peace", iter(["war_peace", "War-Peace"])) == " Did you mean 'war_peace'?"


@given(st.text(), st.lists(st.text()))
def test_did_you_mean_names_only_what_is_allowed(word, allowed):
    answer = did_you_mean(word, allowed)
    assert answer in {"", *(f" Did you mean '{candidate}'?" for candidate in allowed)}


def test_listed_shows_a_dozen():
    assert listed([]) == "none"
    assert listed(iter("ab")) == "a, b"
    assert listed("abcdefghijkl") == "a, b, c, d, e, f, g, h, i, j, k, l"
    assert listed("abcdefghijklm") == "a, b, c, d, e, f, g, h, i, j, k, l and 1 more"
