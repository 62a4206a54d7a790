"""The committed evidence of public series is what the texts give."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from discourse.corpus import Corpus, import_corpus
from discourse.evidence import EVIDENCE_TABLES, find, load_evidence

EVIDENCE = Path(__file__).parents[1] / "corpus" / "evidence"
LEXICONS = ("war_peace", "hedging", "boosters", "urgency", "tracks")


def compare(corpus: Corpus, name: str) -> None:
    made, kept = find(corpus, *LEXICONS).without_quoted_text(), load_evidence(EVIDENCE / name)
    assert made.lexicons == kept.lexicons, (
        "the lexicons changed: make the evidence anew (corpus/evidence/README.md)"
    )
    for table in EVIDENCE_TABLES:
        pd.testing.assert_frame_equal(getattr(made, table), getattr(kept, table))


def test_state_of_the_union(nltk_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NLTK_DATA", str(nltk_data))
    compare(Corpus(tuple(import_corpus("nltk", "state_union"))), "state_union")


def test_general_debate(ungdc: Path) -> None:
    archive = ungdc.parent / "TXT"
    if not archive.is_dir():
        pytest.skip("the archive's folder TXT is not beside the Parquet file of the General Debate")
    compare(Corpus(tuple(import_corpus("ungdc", str(archive)))), "general_debate")


@pytest.mark.parametrize("name", ["articles", "state_union", "general_debate"])
def test_no_running_text_is_committed(name: str) -> None:
    evidence = load_evidence(EVIDENCE / name)
    assert evidence.quotes["text"].isna().all()
    assert evidence.hits["text"].dropna().str.split().str.len().max() <= 6
