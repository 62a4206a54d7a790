"""Evidence: tables with the contract's columns, rules that bind them, the way to disk and back."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from discourse.corpus import read_corpus
from discourse.errors import DisclosureError, EvidenceError, UsageError
from discourse.evidence import EVIDENCE_TABLES, TABLES, annotate, export_restricted, find, load_evidence

MADURO_LIKE = "The president said: “Peace, yes. War, no. Never, never war.”"


def test_peace_yes_war_no() -> None:
    hits = find(MADURO_LIKE, "war_peace", language="en").hits
    hits = hits[hits["text"].str.lower().isin(["peace", "war"])]
    rows = [
        (t.lower(), c.split(".")[0], n)
        for t, c, n in zip(hits["text"], hits["category"], hits["negated"], strict=True)
    ]
    assert rows == [("peace", "peace", False), ("war", "war", True), ("war", "war", True)]
    assert set(hits["voice"]) == {"direct"}


@pytest.mark.parametrize("sentence", ["war " * 70, "x/" * 100 + "ñ" * 90, "guerra ñandú " * 20])
def test_a_sentence_longer_than_a_file_name_is_a_text(sentence: str) -> None:
    assert find(sentence, language="en").documents["doc_id"].tolist() == ["text-1"]


def test_la_paz_si_la_guerra_no() -> None:
    hits = find(
        "«La paz, sí. La guerra, no. Nunca, nunca la guerra», dijo la ministra.", "war_peace", language="es"
    ).hits
    rows = [(t.lower(), n) for t, n in zip(hits["text"], hits["negated"], strict=True)]
    assert rows == [("paz", False), ("guerra", True), ("guerra", True)]
    assert set(hits["voice"]) == {"direct"}


def test_tables_have_the_columns_of_the_contract() -> None:
    evidence = find([MADURO_LIKE, ""], "war_peace", language="en")
    for name in EVIDENCE_TABLES:
        assert list(getattr(evidence, name).columns) == list(TABLES[name])
    assert evidence.documents["n_tokens"].tolist()[1] == 0
    tokens = annotate(MADURO_LIKE, language="en")
    assert list(tokens.columns) == list(TABLES["tokens"])
    assert evidence.segments["n_tokens"].sum() == len(tokens)


def test_every_span_slices_back() -> None:
    text = "Él dijo: “No habrá guerra”.\n\nThe army may attack; “we want peace,” Ana Ruiz said. They don’t negotiate."
    evidence = find(text, "war_peace", "hedging", language="en")
    for hit in evidence.hits.itertuples():
        assert text[hit.start : hit.end] == hit.text
    for quote in evidence.quotes.itertuples():
        assert text[quote.start : quote.end] == quote.text
    for token in annotate(text, language="en").itertuples():
        assert text[token.start : token.end] == token.form


@pytest.mark.parametrize("lexicons", [("war_peace",), ("urgency", "hedging")])
def test_hits_alone_are_those_of_all_evidence(lexicons: tuple[str, ...]) -> None:
    """Layers are then worked out for the sentences and documents with hits only."""
    texts = [
        "The market opened. It did not rain, and Ana Ruiz said that the fish was fresh.",
        "“We will never accept war,” said Ana Ruiz. The market opened. She may not want peace now, she added.",
        "Ruiz denied nothing. “It is late,” she said.\n\nA war, she feared, might not be far: “We must act now.”",
        "La ministra no quiere la guerra. “Llueve”, dijo. Quizá la paz no llegue pronto, añadió ella.",
        "El mercado abrió. “No hay pan”, dijo Ruiz.",
        "“An open mark, and no war.",
        "",
    ]
    whole, alone = find(texts, *lexicons), find(texts, *lexicons, tables=("hits",))
    assert len(whole.hits) > 3
    assert whole.hits["quote_id"].notna().any()
    pd.testing.assert_frame_equal(whole.hits, alone.hits)
    assert whole.warnings == alone.warnings


def test_order_of_documents_changes_nothing() -> None:
    texts = [MADURO_LIKE, "The fleet attacked the port.", "Talks may begin. No army will cross."]
    together = find(texts, "war_peace", language="en").hits
    alone = pd.concat([find(t, "war_peace", language="en").hits for t in texts], ignore_index=True)
    columns = [c for c in together.columns if c not in ("hit_id", "doc_id", "quote_id")]
    pd.testing.assert_frame_equal(together[columns], alone[columns])


def test_an_unsupported_language_has_no_hits_but_tokens() -> None:
    evidence = find("La guerre est finie.", "war_peace", language="fr")
    assert len(evidence.hits) == 0
    assert evidence.documents["n_tokens"].tolist() == [4]


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_disk_and_back(tmp_path: Path, format: str) -> None:
    evidence = find([MADURO_LIKE, "The army may attack."], "war_peace", "hedging", language="en")
    evidence.save(str(tmp_path), format)
    again = load_evidence(tmp_path)
    for name in EVIDENCE_TABLES:
        pd.testing.assert_frame_equal(
            getattr(evidence, name), getattr(again, name), check_exact=False, rtol=1e-9
        )
    assert again.lexicons == evidence.lexicons


def test_no_evidence_there(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="no evidence there"):
        load_evidence(tmp_path)


def test_kwic_shows_lines_and_knows_its_categories() -> None:
    evidence = find("They threatened to attack the port at dawn.", "war_peace", language="en")
    line = evidence.kwic("war", window=2).iloc[-1]
    assert (line["left"], line["node"], line["right"]) == ("threatened to", "attack", "the port")
    with pytest.raises(EvidenceError, match="No category 'war.thret'.*Did you mean 'war.threat'"):
        evidence.kwic("war.thret")
    with pytest.raises(UsageError, match="window=-1"):
        evidence.kwic(window=-1)


def test_unknown_table() -> None:
    with pytest.raises(UsageError, match="No table 'token' of annotations.*Did you mean 'tokens'"):
        annotate("War.", "token")


def _restricted_corpus(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    import hashlib

    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "corpus").mkdir()
    (folder / "corpus" / "metadata.csv").write_text(
        f"doc_id,file,language,rights,sha256,genre\nr,,en,all rights reserved,{digest},essay\n",
        encoding="utf-8",
    )
    (folder / "kept").mkdir()
    (folder / "kept" / "r").write_text(text, encoding="utf-8")
    monkeypatch.setenv("DISCOURSE_RESTRICTED", str(folder / "kept"))
    return folder / "corpus"


OPEN_TEXT = (
    "The long committee meeting on the harbour went on until the evening because nobody had brought the map. "
    "Then after a long pause the chairman stood up and asked the clerk to read what the captain had written. "
    "The army will not cross the bridge before the market has closed, the captain had written to his sister. "
    "After that the windows were opened and everyone walked home along the river in the rain, talking of bread."
)


def test_restricted_evidence_stands_in_for_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _restricted_corpus(tmp_path, OPEN_TEXT, monkeypatch)
    corpus = read_corpus(folder)
    lines = export_restricted(corpus, ["war_peace"], folder / "evidence" / "r")
    assert lines[0].startswith("r: ")
    with_text = find(corpus, "war_peace")
    monkeypatch.delenv("DISCOURSE_RESTRICTED")
    without = find(read_corpus(folder), "war_peace")
    assert without.texts == {}
    for name in EVIDENCE_TABLES:
        left, right = getattr(with_text, name), getattr(without, name)
        if name == "quotes":
            assert right["text"].isna().all()
            left, right = left.drop(columns="text"), right.drop(columns="text")
        pd.testing.assert_frame_equal(left, right)
    assert without.kwic("war")["left"].isna().all()


def test_stored_evidence_of_other_lexicons_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _restricted_corpus(tmp_path, OPEN_TEXT, monkeypatch)
    export_restricted(read_corpus(folder), ["war_peace"], folder / "evidence" / "r")
    monkeypatch.delenv("DISCOURSE_RESTRICTED")
    evidence = find(read_corpus(folder), "hedging")
    assert evidence.problems == (
        "'r': its text is not on this machine, and the stored evidence does not cover the lexicon 'hedging'.",
    )
    assert len(evidence.documents) == 0


def test_too_much_disclosure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _restricted_corpus(tmp_path, "War, war, war, army, army, bombs, missiles, tanks.", monkeypatch)
    with pytest.raises(
        DisclosureError, match="'r': its evidence would disclose .* runs of more than 5 words: hits r#1"
    ):
        export_restricted(read_corpus(folder), ["war_peace"], folder / "evidence" / "r")
    assert not (folder / "evidence").exists()


def test_a_description_in_a_long_run_is_withheld(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The four old village farmers never said that the war was over. " + OPEN_TEXT
    folder = _restricted_corpus(tmp_path, text, monkeypatch)
    (speaker, *_) = find(read_corpus(folder), "war_peace").quotes["speaker"]
    assert speaker == "The four old village farmers"
    export_restricted(read_corpus(folder), ["war_peace"], folder / "evidence" / "r")
    monkeypatch.delenv("DISCOURSE_RESTRICTED")
    without = find(read_corpus(folder), "war_peace")
    assert without.quotes["speaker"].iloc[0] == "withheld 1"
    assert without.hits["speaker"].iloc[0] == "withheld 1"


def test_the_articles_give_the_same_figures_without_their_texts(
    restricted_texts: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from discourse.measures import measure
    from discourse.plots import score_table

    folder = Path(__file__).parents[1] / "corpus"
    lexicons = ("war_peace", "hedging", "boosters", "left_out")
    monkeypatch.setenv("DISCOURSE_RESTRICTED", str(restricted_texts))
    from_text = find(read_corpus(folder).query("block == 'article'"), *lexicons)
    monkeypatch.delenv("DISCOURSE_RESTRICTED")
    from_tables = find(read_corpus(folder).query("block == 'article'"), *lexicons)
    assert len(from_text.texts) == 2 and not from_tables.texts and not from_tables.problems
    pd.testing.assert_frame_equal(score_table(from_text), score_table(from_tables))
    for name in ("framing", "rejection", "hedging", "left_out"):
        pd.testing.assert_frame_equal(
            measure(from_text, name, n_boot=50), measure(from_tables, name, n_boot=50)
        )


def test_the_articles(restricted_texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCOURSE_RESTRICTED", str(restricted_texts))
    corpus = read_corpus(Path(__file__).parents[1] / "corpus").query("block == 'article'")
    evidence = find(corpus, "war_peace")
    for hit in evidence.hits.itertuples():
        assert evidence.texts[hit.doc_id][hit.start : hit.end] == hit.text
    counted = evidence.hits[~evidence.hits["left_out"]]
    for hit in counted.itertuples():
        line = evidence.texts[hit.doc_id][: hit.start].rpartition("\n")[2]
        assert "Find out more about" not in line.rpartition(". ")[2]
    text = evidence.texts["diplomatic-dance"]
    start = text.index("“Peace, yes")
    quoted = counted[(counted["doc_id"] == "diplomatic-dance") & counted["start"].between(start, start + 40)]
    rows = [
        (c.split(".")[0], n, v)
        for c, n, v in zip(quoted["category"], quoted["negated"], quoted["voice"], strict=True)
    ]
    assert rows == [("peace", False, "direct"), ("war", True, "direct"), ("war", True, "direct")]
    assert set(quoted["speaker"]) == {"Nicolás Maduro"}
