"""The lexicons that come with the program: in order, documented, and doing what their examples say."""

from __future__ import annotations

from pathlib import Path

import pytest

import discourse
from discourse.lexicon import builtin_lexicons, check, doubtful, load_lexicon, parse_lexicon, to_yaml
from discourse.match import failing_examples

FOLDER = Path(discourse.__file__).resolve().parent / "lexicons"
FILES = sorted(FOLDER.glob("*.yaml"))
DATASHEET = ("measures", "unit", "inclusion", "origin", "not_for", "references")


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request):
    return request.param


def test_every_file_is_built_in():
    known = {f"{name}_{language}" for name, languages in builtin_lexicons().items() for language in languages}
    assert known == {path.stem for path in FILES}


def test_its_name_is_that_of_its_file(path):
    lexicon = parse_lexicon(path.read_bytes(), path.name)
    assert f"{lexicon.name}_{lexicon.language}" == path.stem


def test_its_datasheet_is_complete(path):
    lexicon = parse_lexicon(path.read_bytes(), path.name)
    assert [field for field in DATASHEET if field not in lexicon.datasheet] == []
    assert [c for c, description in lexicon.descriptions.items() if not description.strip()] == []


def test_its_examples_match_exactly(path):
    lexicon = parse_lexicon(path.read_bytes(), path.name)
    assert any(example.hits for example in lexicon.examples)
    assert any(not example.hits for example in lexicon.examples)
    assert [str(problem) for problem in failing_examples(lexicon)] == []


def test_check_finds_no_problems(path):
    assert [str(problem) for problem in check(parse_lexicon(path.read_bytes(), path.name))] == []


def test_no_context_has_a_phrase_among_single_words(path):
    assert [str(problem) for problem in doubtful(parse_lexicon(path.read_bytes(), path.name))] == []


def test_it_survives_being_written_again(path):
    lexicon = parse_lexicon(path.read_bytes(), path.name)
    copy = parse_lexicon(to_yaml(lexicon).encode(), path.name)
    assert copy.entries == lexicon.entries
    assert copy.categories == lexicon.categories
    assert copy.datasheet == lexicon.datasheet


def test_both_languages_have_the_same_top_categories():
    for name, languages in builtin_lexicons().items():
        assert len({load_lexicon(name, language).top_categories for language in languages}) == 1, name
