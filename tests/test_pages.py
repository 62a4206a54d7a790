"""Pages of numbers say what their scripts compute, and quote no more than they may."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from discourse.evidence import load_evidence
from discourse.measures import measure

ROOT = Path(__file__).resolve().parents[1]


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(page):
    """Return the cells of the rows of a page's tables."""
    return [
        [cell.strip() for cell in line.strip("| ").split(" | ")] for line in page.splitlines() if "| " in line
    ]


def test_planted_contrasts_are_those_of_the_corpus():
    planted = script("planted")
    assert planted.PAGE.read_text(encoding="utf-8") == planted.page(), (
        "run python benchmarks/planted.py --write"
    )


def test_the_page_on_the_articles_is_that_of_the_texts(restricted_texts):
    articles = script("two_articles")
    assert articles.PAGE.read_text(encoding="utf-8") == articles.page(), (
        "run python benchmarks/two_articles.py --write"
    )


def test_the_page_on_the_articles_follows_from_the_committed_evidence():
    """Without the texts: rows of measures that need no further lexicon."""
    articles = script("two_articles")
    evidence = load_evidence(ROOT / "corpus" / "evidence" / "articles")
    page = rows(articles.PAGE.read_text(encoding="utf-8"))
    for name in articles.COMMITTED:
        told = [row for row in page if row[0] == name]
        assert told, name
        made = measure(evidence, name, n_boot=0)
        for _, category, unit, *cells in told:
            line = articles.rows_of(made, [category], unit)[0]
            assert rows(line)[0][3:] == cells, f"{name} {category}: rebuild corpus/evidence, then the page"


def test_the_page_on_the_articles_quotes_cue_words_only():
    page = (ROOT / "docs" / "two-articles.md").read_text(encoding="utf-8")
    quoted = re.findall("“([^”]+)”", page)
    assert len(quoted) > 50
    assert max(len(words.split()) for words in quoted) <= script("two_articles").MOST_WORDS
    # of some 3,800 words; the limit of the disclosure check is a fifth
    assert sum(len(words.split()) for words in quoted) < 400


@pytest.mark.parametrize("name", ["planted", "two-articles"])
def test_pages_are_linked(name):
    for page in ("docs/index.md", "docs/measures.md", "README.md"):
        assert f"{name}.md" in (ROOT / page).read_text(encoding="utf-8"), page
