"""Corpora: folders, files, tables; every mistake of a user in one line."""

from __future__ import annotations

import csv
import hashlib
import os
from pathlib import Path

import pandas as pd
import pytest

from discourse.corpus import add_documents, read_corpus
from discourse.errors import CorpusError, QueryError, ReadError, UsageError
from discourse.evidence import find
from discourse.measures import measure

ROOT = Path(__file__).parents[1]


def make_corpus(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    files = []
    for name, text in texts.items():
        path = folder.parent / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        files.append(path)
    add_documents(folder, files, {"genre": "news"}, language="en")
    return folder


def test_a_table_in_memory_is_a_corpus_with_its_metadata():
    table = pd.DataFrame(
        {
            "texto": ["No war.", None, "Peace, yes."],
            "género": pd.Categorical(["news", "news", "essay"]),
            "date": pd.to_datetime(["2031-01-05", "2031-02-01", None]),
            "year": [2031.0, 2031.0, float("nan")],
        },
        index=["a", "b", "c"],
    )
    corpus = read_corpus(table, text_column="texto", language="en")
    assert corpus.problems == ("table, row 2, id 'b': no text in column 'texto'.",)
    assert [(d.doc_id, d.text) for d in corpus] == [("a", "No war."), ("c", "Peace, yes.")]
    assert corpus["a"].metadata == {"género": "news", "date": "2031-01-05", "year": "2031"}
    assert corpus["c"].metadata == {"género": "essay", "date": "", "year": ""}
    evidence = find(
        table.dropna(subset="texto").rename(columns={"texto": "text"}), "war_peace", language="en"
    )
    assert measure(evidence, "framing", by="género", n_boot=0)["género"].unique().tolist() == [
        "essay",
        "news",
    ]
    twice = pd.concat([table, table]).assign(text="War.")
    assert [d.doc_id for d in read_corpus(twice[["text"]])] == list("012345")
    own = pd.DataFrame({"id": [7], "text": ["War."]})
    assert [d.doc_id for d in read_corpus(own)] == ["7"]


def test_an_empty_cell_is_missing_for_queries_of_texts_and_of_evidence(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("id,text,year,note\n1,War came.,1999,\n2,Peace came.,,\n", encoding="utf-8")
    corpus = read_corpus(path, language="en")
    evidence = find(corpus, "war_peace")
    for query, expected in (("year.isna()", ["2"]), ("year < 2000", ["1"]), ("note.str.contains('x')", [])):
        assert [d.doc_id for d in corpus.query(query)] == expected
        assert evidence.query(query).documents["doc_id"].tolist() == expected


def test_added_texts_come_back_with_their_metadata(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", {"one": "No shots were fired.\n", "two": "Talks began.\r\n"})
    corpus = read_corpus(folder)
    assert [d.doc_id for d in corpus] == ["one", "two"]
    assert corpus.problems == ()
    assert corpus["two"].text == "Talks began.\n"
    assert corpus["two"].sha256 == hashlib.sha256(b"Talks began.\r\n").hexdigest()
    assert corpus["one"].metadata["genre"] == "news"
    assert corpus["one"].metadata["rights"] == "unspecified"


def test_adding_is_all_or_nothing(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", {"one": "No shots were fired."})
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("A truce.", encoding="utf-8")
    bad.write_bytes("Señor".encode("latin-1"))
    with pytest.raises(CorpusError, match="bad.txt': not UTF-8 \\(byte 2\\)"):
        add_documents(folder, [good, bad])
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("one.txt", "Something else.", "the id 'one' is in the corpus already; rename the file."),
        ("copy.txt", "No shots were fired.", "the same text is in the corpus already, as 'one'."),
        ("page.html", "<p>Hello</p>", "only plain text (.txt, .md) can be added; convert it first."),
        ("void.txt", " \n", "empty, there is no text in it; leave it out or put the text in."),
    ],
)
def test_what_cannot_be_added_says_why(tmp_path: Path, name: str, content: str, message: str) -> None:
    folder = make_corpus(tmp_path / "corpus", {"one": "No shots were fired."})
    (tmp_path / "new").mkdir()
    path = tmp_path / "new" / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises((CorpusError, ReadError)) as error:
        add_documents(folder, [path])
    assert str(error.value) == f"'{path}': {message}"


def test_folder_problems_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = make_corpus(
        tmp_path / "corpus", {"one": "No shots.", "two": "Talks.", "three": "A truce.", "four": "Calm."}
    )
    (folder / "texts" / "two.txt").unlink()
    (folder / "texts" / "three.txt").write_text("A changed truce.", encoding="utf-8")
    (folder / "texts" / "stray.txt").write_text("Stray.", encoding="utf-8")
    metadata = folder / "metadata.csv"
    metadata.write_text(
        metadata.read_text(encoding="utf-8") + "four,texts/four.txt,en,unspecified,,5,news\n",
        encoding="utf-8",
    )
    corpus = read_corpus(folder)
    assert [d.doc_id for d in corpus] == ["one", "four"]
    problems = " ".join(corpus.problems)
    assert "two.txt': there is no such file." in problems
    assert "'texts/three.txt' is not the text the row was written for (its SHA-256 differs)" in problems
    assert "stray.txt': no row in metadata.csv names this file" in problems
    assert "the doc_id 'four' stands twice; ids must differ." in problems
    assert len(corpus.problems) == 4


def test_no_path_leaves_the_corpus_folder(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", {"one": "No shots."})
    (tmp_path / "secret.txt").write_text("Secret.", encoding="utf-8")
    metadata = folder / "metadata.csv"
    metadata.write_text(
        metadata.read_text(encoding="utf-8") + "x,../secret.txt,en,unspecified,,7,news\n", encoding="utf-8"
    )
    corpus = read_corpus(folder)
    assert [d.doc_id for d in corpus] == ["one"]
    assert "lies outside the corpus folder" in corpus.problems[0]


def test_restricted_text_is_found_by_its_checksum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    text = "Nobody may copy this."
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "metadata.csv").write_text(
        f"doc_id,file,language,rights,sha256\nr,,en,all rights reserved,{digest}\n"
    )
    monkeypatch.delenv("DISCOURSE_RESTRICTED", raising=False)
    assert read_corpus(folder)["r"].text is None
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "any name.bin").write_text(text)
    monkeypatch.setenv("DISCOURSE_RESTRICTED", str(tmp_path / "kept"))
    assert read_corpus(folder)["r"].text == text


def test_tables_and_folders_and_files_together(tmp_path: Path) -> None:
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "docs" / "sub" / "a.txt").write_text("The ships left.", encoding="utf-8")
    (tmp_path / "docs" / "b.txt").write_bytes(b"\xff\xfe")
    with (tmp_path / "t.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerows(
            [["id", "text", "year"], ["7", "One, “two”.\nThree", "1990"], ["7", "Again", ""], ["8", "", ""]]
        )
    corpus = read_corpus(tmp_path / "docs", tmp_path / "t.csv", language="en")
    assert [d.doc_id for d in corpus] == ["sub/a.txt", "7"]
    assert corpus["7"].metadata == {"year": "1990"}
    assert len(corpus.problems) == 3


def test_wrong_inputs_say_what_is_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there is no such file or folder"):
        read_corpus(tmp_path / "nowhere")
    path = tmp_path / "t.csv"
    path.write_text("doc,body\n1,Hello\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_corpus(path)
    assert str(error.value) == f"'{path}': no column 'text'; columns: doc, body; name it with --text-column."


def test_query_keeps_what_fits_and_names_columns(tmp_path: Path) -> None:
    corpus = read_corpus(make_corpus(tmp_path / "corpus", {"one": "No shots.", "two": "Talks."}))
    assert [d.doc_id for d in corpus.query("doc_id == 'two'")] == ["two"]
    with pytest.raises(QueryError, match="no column 'gnre'.*Did you mean 'genre'"):
        corpus.query("gnre == 'news'")
    with pytest.raises(QueryError, match="not understood"):
        corpus.query("genre ==")
    with pytest.raises(QueryError, match="not allowed"):
        corpus.query("@pd.io")


def test_the_corpus_of_the_project_is_in_order() -> None:
    corpus = read_corpus(ROOT / "corpus")
    assert corpus.problems == ()
    made_up = [d for d in corpus if d.metadata["constructed"] == "true"]
    assert len(made_up) == 40
    assert {d.language for d in made_up} == {"en", "es"}
    assert all(d.metadata["file"] == "" for d in corpus if d.metadata["rights"] == "all rights reserved")


def test_nothing_in_a_folder_is_passed_over_in_silence(tmp_path: Path) -> None:
    folder, other = tmp_path / "texts with spaces", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    (folder / "ñandú ‘a’.txt").write_text("No shots.", encoding="utf-8")
    for left_behind in ("~$report.docx", ".DS_Store", "Thumbs.db", "desktop.ini"):
        (folder / left_behind).write_bytes(b"x")
    (other / "b.txt").write_text("A truce.", encoding="utf-8")
    (folder / "linked.txt").symlink_to(other / "b.txt")
    (folder / "dead.txt").symlink_to(tmp_path / "gone.txt")
    (folder / "sub").symlink_to(other)
    (folder / "self").symlink_to(folder)
    corpus = read_corpus(folder)
    assert [d.doc_id for d in corpus] == ["linked.txt", "ñandú ‘a’.txt"]
    assert sorted(corpus.problems) == [
        f"'{folder}/dead.txt': a link that leads to no file; mend it or take it away.",
        f"'{folder}/self': a link to a folder, which is not entered; name it as an input of its own.",
        f"'{folder}/sub': a link to a folder, which is not entered; name it as an input of its own.",
    ]


def test_a_file_name_that_is_no_text_costs_its_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("No shots.", encoding="utf-8")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.txt")).write_text("A truce.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    corpus = read_corpus(tmp_path)
    assert [d.doc_id for d in corpus] == ["a.txt"]
    assert corpus.problems == (f"'{tmp_path}/b\\xff.txt': the name of this file is not UTF-8; rename it.",)


def test_one_input_that_cannot_be_read_costs_the_others_nothing(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("id,text\n1,No shots.\n", encoding="utf-8")
    bad.write_bytes("id,text\n2,Señor\n".encode("latin-1"))
    corpus = read_corpus(bad, good)
    assert [d.doc_id for d in corpus] == ["1"]
    assert "not UTF-8 (byte 12), probably cp1252" in corpus.problems[0]
    with pytest.raises(ReadError, match="not UTF-8"):
        read_corpus(bad)


def test_metadata_as_a_spreadsheet_writes_them(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", {"one": "No shots.", "two": "Talks."})
    path = folder / "metadata.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([*rows, [""] * len(rows[0])])
    assert [d.doc_id for d in read_corpus(folder)] == ["one", "two"]
    third = tmp_path / "three.txt"
    third.write_text("A truce.", encoding="utf-8")
    add_documents(folder, [third], language="en")
    assert read_corpus(folder).problems == ()
    assert len(read_corpus(folder)) == 3
    twice = path.read_text(encoding="utf-8").replace("n_characters", "rights", 1)
    path.write_text(twice, encoding="utf-8")
    with pytest.raises(CorpusError, match="columns with one name: rights"):
        read_corpus(folder)


def test_what_is_filled_in_from_the_file_is_not_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A truce.", encoding="utf-8")
    for column, advice in (("doc_id", "leave it out"), ("language", "say --language")):
        with pytest.raises(UsageError, match=f"Column '{column}' is filled in from the file; {advice}"):
            add_documents(tmp_path / "corpus", [path], {column: "x"})
    assert not (tmp_path / "corpus").exists()


def test_a_language_is_understood_by_its_name(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path / "corpus", {"one": "No shots."})
    path = folder / "metadata.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",en,", ",English,"), encoding="utf-8")
    assert read_corpus(folder)["one"].language == "en"
