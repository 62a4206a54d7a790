"""What people get wrong: each mistake is one line that says where, what, what is allowed and what to do."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import discourse as dc
from discourse import compiled
from discourse.cli import main
from discourse.corpus import query_rows
from discourse.errors import DiscourseError, QueryError
from discourse.measures import find_measure
from discourse.readers import plainly_other

ENGLISH = (
    "The envoys of the two states met in the old harbour and spoke of the war. They said that it was not for them"
    " to end it, but they have asked the council to send a ship with food. "
)
SPANISH = (
    "Los enviados de los dos estados se reunieron en el puerto y hablaron de la guerra. Dijeron que no les tocaba"
    " a ellos terminarla, pero pidieron al consejo que mande un barco con alimentos para las familias. "
)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        status = main([str(a) for a in arguments])
    except SystemExit as error:
        status = int(error.code or 0)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Peace, yes. War, no.\n", encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text("id,side,word count,text\na,gov,3,War came.\nb,opp,4,Peace came.\n", encoding="utf-8")
    return path


# The language ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("own", "said", "name"), [(ENGLISH, "es", "English"), (SPANISH, "en", "Spanish")])
def test_a_text_plainly_in_another_language_is_told(capsys, tmp_path, own, said, name):
    path = tmp_path / "a.txt"
    path.write_text(own * 4, encoding="utf-8")
    for verb in (["find", "--lexicon", "war_peace"], ["kwic", "--term", "war"], ["quotes"]):
        status, _, err = run(capsys, verb[0], path, *verb[1:], "--language", said)
        assert (status, err.count("\n")) == (0, 1)
        assert f"as --language says, but its words are {name}" in err
    other = "en" if said == "es" else "es"
    assert run(capsys, "find", path, "--lexicon", "war_peace", "--language", other)[2] == ""


@pytest.mark.parametrize(
    ("sample", "language"),
    [
        ("The war.", "es"),  # short
        (ENGLISH + SPANISH, "es"),  # both
        (SPANISH + ENGLISH, "en"),
        ("Orvessa Keldmark 3 - 2, Porto Vero 1 - 0, " * 30, "es"),  # a list
        ("war " * 500, "en"),  # a German word, too
        (ENGLISH * 30, "en"),
        (SPANISH * 30, "es"),
        ("", "es"),
    ],
)
def test_what_may_be_as_stated_is_let_be(sample, language):
    assert plainly_other(sample, language) == ""


def test_a_third_language_is_seen():
    french = (
        "Les envoyés des deux États se sont réunis dans le vieux port et ils ont parlé de la guerre. " * 6
    )
    assert plainly_other(french, "es") == "fr"


def test_metadata_that_name_the_wrong_language_are_told(capsys, tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"id": "a", "language": "es", "text": ENGLISH * 4}) + "\n", encoding="utf-8")
    _, _, err = run(capsys, "find", path, "--lexicon", "war_peace")
    assert "'a': read as Spanish, as its metadata say, but its words are English" in err


@pytest.mark.parametrize(
    ("value", "code"), [("english", "en"), ("EN", "en"), ("Español", "es"), ("en-GB", "en")]
)
def test_a_language_by_its_name_is_told_its_code(capsys, text, value, code):
    status, out, err = run(capsys, "find", text, "--lexicon", "war_peace", "--language", value)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert f"'{value}'; allowed: en, es. Did you mean '{code}'" in err
    with pytest.raises(DiscourseError, match=f"Did you mean '{code}'"):
        dc.find("War.", "war_peace", language=value)


def test_a_lexicon_that_cannot_read_a_document_is_told(capsys, tmp_path):
    lexicon, spanish = tmp_path / "boats.yaml", tmp_path / "b.txt"
    lexicon.write_text(
        "name: boats\nversion: 0.1.0\nlanguage: en\nmeasures: boats\n"
        "categories: {boat: Boats.}\nentries: {boat: [ferry]}\n",
        encoding="utf-8",
    )
    spanish.write_text(SPANISH, encoding="utf-8")
    status, out, err = run(capsys, "find", spanish, "--lexicon", lexicon)
    assert (status, len(out.splitlines())) == (0, 1)
    assert "lexicon 'boats' is English and reads no Spanish: one document has no hits of it" in err


# Options ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fnd", "DOC"], "'fnd'; allowed: find, annotate"),
        (["annotate", "DOC", "--table", "token"], "quotes. Did you mean 'tokens'; see discourse annotate --help."),
        (["find", "DOC", "--lexicon", "war_peace", "--language", "fr"], "'fr'; allowed: en, es; see discourse find"),
        (["find", "DOC"], "the following arguments are required: --lexicon; see discourse find --help."),
        (["find", "DOC", "--lexicon", "war_peace", "--wndow", "3"], "unrecognized arguments: --wndow 3"),
        (["annotate", "DOC", "--format", "html", "--table", "cues"], "a page shows every layer"),
        (["annotate", "DOC", "--format", "html", "--output", "OUT.csv"], "let the name end in .html"),
        (["annotate", "DOC", "--format", "csv", "--output", "OUT.html"], "--format csv is for standard output"),
        (["annotate", "DOC", "--format", "html", "--workers", "2"], "--workers: a page is made in one process"),
        (["quotes", "DOC", "--format", "jsonl", "--output", "OUT.csv"], "--format jsonl is for standard output"),
        (["find", "DOC", "--lexicon", "war_peace", "--text-column", "x"], "names a column of a table"),
        (["kwic", "DOC", "--term", "war", "--window", "-1"], "--window -1: a number of words, 0 or more"),
        (["kwic", "DOC", "--term", "war", "--output", "OUT"], "allowed: .csv, .jsonl, .parquet"),
        (["kwic", "DOC", "--term", "war", "--output", "no/where/a.csv"], "there is no folder 'no/where'"),
        (["quotes", "DOC", "--output", "memory://store/a.csv"], "leave the ending out for a folder of Parquet"),
        (["annotate", "DOC", "--output", "memory://store/a.html"], "a page is written on this machine only"),
        (["measure", "DOC", "--measure", "framing", "--by", "gnre"], "the documents have no column 'gnre'"),
        (["find", "DOC", "--lexicon", "war_peace", "--query", "gnre == 'x'"], "no column 'gnre'"),
        (["find", "DOC", "--lexicon", "war_peace", "--query", " "], "there is nothing in it"),
        (["report", "DOC", "--output", "OUT.pdf"], "let the name end in .html"),
        (["measure", "DOC", "--measure", "framing", "--by", "n_tokens"], "has a column 'n_tokens' of its own"),
        (["kwic", "DOC", "--term", "war, peace"], "Term 'war, peace': nothing can be 'war,'"),
        (["kwic", "DOC", "--term", ""], "The term is empty"),
        (["find", "", "--lexicon", "war_peace"], "Input '': a path is needed"),
        (["find", "DOC", "--lexicon", "war_peace", "--output", ""], "--output '': name a file"),
        (["corpus", "add", "DOC", "--corpus", "DOC"], "this is a file; a corpus is a folder"),
        (["validate", "score", "FOLDER"], "this is a folder; name the sheet in it"),
        (["validate", "sample", "DOC", "--lexicon", "war_peace", "--output", "OUT.ods"], "allowed: .xlsx, .csv"),
        (["find", "DOC", "--lexicon", "FOLDER"], "this is a folder; name a file in it that ends in .yaml"),
        (["lexicon", "show", "war_pece"], "Did you mean 'war_peace'?"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_two_and_one_line(capsys, text, tmp_path, arguments, message):
    names = {"DOC": str(text), "FOLDER": str(tmp_path), "OUT": str(tmp_path / "out")}
    given = [next((v + a.removeprefix(k) for k, v in names.items() if a.startswith(k)), a) for a in arguments]
    before = sorted(tmp_path.iterdir())
    status, out, err = run(capsys, *given)
    assert (status, out, err.count("\n")) == (2, "", 1), err
    assert message in err
    assert err.startswith("discourse")
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_given_to_lexicon_check(capsys, tmp_path):
    status, _, err = run(capsys, "lexicon", "check", tmp_path)
    assert (status, err) == (
        1,
        f"discourse: Lexicon '{tmp_path}': this is a folder; name a file in it that ends in .yaml.\n",
    )


def test_what_cannot_be_written_is_told_and_leaves_nothing(capsys, text, tmp_path, monkeypatch):
    verbs = (["find", "--lexicon", "war_peace"], ["annotate"], ["kwic", "--term", "war"], ["corpus", "list"])
    before = sorted(tmp_path.iterdir())
    too_long = tmp_path / ("a" * 300 + ".csv")
    for verb in verbs:
        status, _, err = run(capsys, *verb, text, "--output", too_long)
        assert (status, err.count("\n")) == (2, 1)
        assert "File name too long" in err
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    for verb in verbs:
        status, _, err = run(capsys, *verb, text, "--output", tmp_path / "a.csv")
        assert (status, err.count("\n")) == (2, 1)
        assert "nothing may be written into the folder" in err
    assert sorted(tmp_path.iterdir()) == before


# Queries ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("side = 'gov'", "= assigns; two of them compare: =="),
        ("side == gov", "Is it a value? Write it in quotes: 'gov'."),
        ("sid == 'gov'", "Did you mean 'side'?"),
        ("side == 'gov", "a quotation mark is not closed"),
        ("side == “gov”", "put values between straight quotation marks"),
        ("side == 'gov' && side == 'opp'", "write and, or in place of &&, ||"),
        ("side <> 'gov'", "write != for what is not equal"),
        ("side", "it must be true or false for each document"),
        ("word count > 3", "stands between backticks: `word count`"),
        ("side == 'a=b' and", "not understood (invalid syntax)"),
        (
            "side != 5",
            "column 'side' holds text ('gov') and is compared with 5; mend that cell, or put '5' in quotes",
        ),
    ],
)
def test_a_query_in_another_language_is_told_what_to_write(query, advice):
    rows = pd.DataFrame({"doc_id": ["a", "b"], "side": ["gov", "opp"], "word count": ["3", "4"]})
    with pytest.raises(QueryError) as caught:
        query_rows(rows, query)
    assert advice in str(caught.value)
    assert str(caught.value).startswith(f'Query "{query}": ')


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("year != 2016", "acd"),
        ("year not in [1999]", "bcd"),
        ("side == 'gov' and year != 2001", "a"),
        ("side == 'gov' or year == 2016", "abc"),
        ("year == 2016 or year == '1999'", "ab"),
        ("2000 <= year < 2016 & side == 'gov'", "c"),
        ("score >= 0.5", "ac"),
        ("score == -1", "d"),
        ("`word count` > 4 and year > 2000", "bcd"),
        ("year > begun", "ab"),
        ("side == 'a & b'", "d"),
    ],
)
def test_columns_are_numbers_where_they_are_compared_with_numbers(query, expected):
    rows = pd.DataFrame(
        {
            "doc_id": ["a", "b", "c", "d"],
            "year": ["1999", "2016", "2001", "2001"],
            "score": ["0.5", "", "2", "-1"],
            "side": ["gov", "opp", "gov", "a & b"],
            "word count": ["3", "40", "5", "7"],
            "begun": ["200", "100", "3000", "2001"],
        },
        index=[7, 7, 2, 0],
    )
    found = query_rows(rows, query)
    assert ("".join(found["doc_id"]), list(found.columns)) == (expected, list(rows.columns))


def test_a_column_with_a_space_can_be_asked_for(capsys, table):
    _, out, _ = run(capsys, "corpus", "list", table, "--query", "`word count` > 3", "--language", "en")
    assert pd.read_csv(io.StringIO(out))["doc_id"].tolist() == ["b"]


def test_metadata_with_the_names_of_a_documents_own_columns_are_told(capsys, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id,text,doc_id,side\na,War came.,zz,gov\nb,Peace came.,yy,gov\n", encoding="utf-8")
    status, out, err = run(capsys, "corpus", "list", path, "--language", "en", "--query", "doc_id == 'a'")
    assert (status, pd.read_csv(io.StringIO(out))["doc_id"].tolist()) == (0, ["a"])
    assert err.startswith("discourse: warning: column doc_id: documents have their own of this name")
    assert err.count("\n") == 1


def test_a_run_that_ends_as_it_begins_sees_no_traceback(tmp_path):
    (tmp_path / "t.csv").write_bytes("id,text\n1,Señor\n".encode("latin-1"))
    command = [
        sys.executable,
        "-m",
        "discourse.cli",
        "find",
        "t.csv",
        "--lexicon",
        "war_peace",
        "--workers",
        "3",
    ]
    for _ in range(3):  # how far the workers are varies
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr


def test_a_reader_who_leaves_early_sees_no_traceback(tmp_path):
    rows = [json.dumps({"id": str(n), "text": "War came. Peace came, said Ana Ruiz."}) for n in range(40)]
    path = tmp_path / "t.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "discourse.cli",
        "measure",
        str(path),
        "--language",
        "en",
        "--workers",
        "2",
    ]
    for name in ("framing", "voice", "sourcing", "naming", "verb_swap"):
        command += ["--measure", name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""


def test_a_console_without_utf8_changes_neither_ids_nor_tables(tmp_path):
    (tmp_path / "ñandú.txt").write_text("“War came,” said Ana Ruiz.", encoding="utf-8")
    command = [sys.executable, "-m", "discourse.cli", "quotes", str(tmp_path), "--language", "en"]
    found = []
    for more in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = subprocess.run(command, env={**os.environ, **more}, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        found.append(done.stdout.decode())
    assert found[0] == found[1]
    assert "ñandú.txt#q1" in found[0]


def test_dates_in_another_form_are_told_when_a_corpus_is_checked(capsys, tmp_path):
    path = tmp_path / "t.csv"
    rows = [("a", "3/4/2020"), ("b", "2020-04-03"), ("c", "2020"), ("d", ""), ("e", "April 2020")]
    path.write_text("id,date,text\n" + "".join(f"{i},{d},War.\n" for i, d in rows), encoding="utf-8")
    status, out, err = run(capsys, "corpus", "check", path, "--language", "en")
    assert (status, out) == (0, "5 documents in order; 0 problems.\n")
    assert err.startswith(
        "discourse: warning: column date: '3/4/2020' of 'a' and 1 more: dates are YYYY, YYYY-MM or"
    )


def test_a_comparison_of_words_across_languages_is_told(capsys, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'id,text,side\n1,"{ENGLISH}",x\n2,"{SPANISH}",x\n3,"{ENGLISH}",y\n', encoding="utf-8")
    asked = ("keyness", path, "--target", "side == 'x'", "--reference", "side == 'y'")
    status, _, err = run(capsys, *asked)
    assert status == 0
    assert (
        "texts in en, es are compared, so that words of a language mark the side that has more of it" in err
    )
    _, _, err = run(capsys, *asked, "--query", "language == 'en'")
    assert err == ""


def test_saved_evidence_is_no_input(capsys, tmp_path):
    dc.find("Peace, yes. War, no.", "war_peace").save(tmp_path / "saved")
    status, _, err = run(capsys, "measure", tmp_path / "saved", "--measure", "framing")
    assert (status, err.count("\n")) == (2, 1)
    assert "saved evidence, not texts; in Python load_evidence(" in err


def test_documents_on_both_sides_of_a_comparison_are_told(capsys, table):
    sides = ["--target", "side == 'gov'", "--reference", "side in ['gov', 'opp']"]
    status, _, err = run(capsys, "keyness", table, *sides, "--language", "en")
    assert (status, err.count("\n")) == (0, 1)
    assert "documents that fit both count on both sides: 1, 'a' for one." in err


# corpus add ------------------------------------------------------------------------------------------------


def test_a_misspelt_corpus_is_not_begun(capsys, text, tmp_path):
    folder = tmp_path / "corpus"
    status, out, err = run(capsys, "corpus", "add", text, "--corpus", folder)
    assert (status, out) == (0, "added a\n")
    assert err == f"discourse: warning: '{folder}' was no corpus; it is now, with a metadata.csv.\n"
    other = tmp_path / "b.txt"
    other.write_text("A truce.", encoding="utf-8")
    status, out, err = run(capsys, "corpus", "add", other, "--corpus", tmp_path / "corpsu")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "there is no such folder. Did you mean 'corpus'?" in err
    assert not (tmp_path / "corpsu").exists()
    status, _, err = run(capsys, "corpus", "add", other, "--corpus", tmp_path / "a" / "b")
    assert status == 2 and "there is no folder" in err


def test_a_new_column_is_told_of_a_row_that_was_written(capsys, text, tmp_path):
    folder = tmp_path / "corpus"
    run(capsys, "corpus", "add", text, "--corpus", folder)
    status, _, err = run(capsys, "corpus", "add", text, "--corpus", folder, "--meta", "mood=grim")
    assert status == 1 and "new column" not in err and err.count("\n") == 1
    other = tmp_path / "b.txt"
    other.write_text("A truce.", encoding="utf-8")
    status, _, err = run(capsys, "corpus", "add", other, "--corpus", folder, "--meta", "mood=grim")
    assert (status, err) == (0, "discourse: warning: metadata.csv has a new column 'mood'.\n")


# Restricted texts ------------------------------------------------------------------------------------------


def test_stored_evidence_that_cannot_answer_says_so(capsys, repository, monkeypatch):
    monkeypatch.delenv("DISCOURSE_RESTRICTED", raising=False)
    only = ["--query", "rights == 'all rights reserved'"]
    _, _, err = run(capsys, "kwic", repository / "corpus", "--term", "war", *only)
    assert "the stored evidence has no running text that a term could be looked up in" in err
    assert "no hits of the lexicon" not in err


# Python ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda e: dc.find("speech.txt", "war_peace"), "'speech.txt' is the name of a file, and a text is needed"),
        (lambda e: dc.find(["a.txt", "b.md"], "war_peace"), "read it: read_corpus('a.txt')"),
        (lambda e: dc.find(Path("speech.txt"), "war_peace"), "is the name of a file"),
        (lambda e: dc.find(None, "war_peace"), "a Corpus, a text or a list of texts is needed, not NoneType"),
        (lambda e: dc.find(["War.", None], "war_peace"), "text 2: every text must be a string, not NoneType"),
        (lambda e: dc.find(pd.DataFrame({"texto": ["War."]})), "read_corpus(table, text_column=…). Did you mean 'texto'?"),
        (lambda e: dc.find({"a": "War."}), "not dict"),
        (lambda e: dc.find(b"War."), "not bytes"),
        (lambda e: dc.find("War.", ["war_peace", "hedging"]), "several are given one after the other"),
        (lambda e: dc.find("War.", targets="crisis"), "a list of words or phrases is needed"),
        (lambda e: dc.find("War.", workers="2"), "a number of processes"),
        (lambda e: dc.annotate(None), "a Corpus, a text or a list of texts is needed"),
        (lambda e: dc.annotate("War.", None), "No table 'None'"),
        (lambda e: dc.read_corpus(None), "An input is the path of a file or folder, or a table, not NoneType"),
        (lambda e: dc.read_corpus(["a.txt"]), "several are given one after the other"),
        (lambda e: dc.load_lexicon(None), "a name or a path is needed"),
        (lambda e: dc.measure("War.", "framing"), "what find(…) gives is needed, not str"),
        (lambda e: dc.measure(e, None), "no measure given"),
        (lambda e: dc.measure(e, "framing", by=5), "the name of a column"),
        (lambda e: find_measure("framing").function(e.hits), "what find(…) gives is needed, not DataFrame"),
        (lambda e: e.kwic(5), "No category '5'"),
        (lambda e: e.kwic(window="8"), "a number of words, 0 or more"),
        (lambda e: e.query(None), "there is nothing in it"),
        (lambda e: e.save(None), "the path of a folder is needed"),
        (lambda e: dc.load_evidence("no/where"), "name the folder it was saved in"),
        (lambda e: dc.plots.forest(None), "a table is needed, such as measure(…) gives"),
        (lambda e: dc.save_figure(None, "a", data=None), "the table it was drawn from"),
        (lambda e: dc.save_figure(dc.plots.score(e), "a", data=e.hits, folder="/dev/null/a"), "cannot be made"),
        (lambda e: dc.stats.keyness(None, None), "a tokens table or counts are needed"),
        (lambda e: dc.LexiconVectorizer(None).fit(["War."]), "A lexicon is a name"),
    ],
)  # fmt: skip
def test_wrong_arguments_in_python_raise_the_programs_own_error(call, message):
    evidence = dc.find("Peace, yes. War, no.", "war_peace")
    with pytest.raises(DiscourseError) as caught:
        call(evidence)
    assert message in str(caught.value)


def test_what_is_a_text_is_no_file_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "war").mkdir()
    for texts in ("war", "", "See report.pdf", "War and peace and/or a truce.", ["War.", "notes.txt"]):
        assert len(dc.find(texts, "war_peace").documents) == (2 if isinstance(texts, list) else 1)
    assert len(dc.find(pd.Series(["War came.", "Peace came."]), "war_peace").hits) == 2
    evidence = dc.find(np.array(["War came."]), "war_peace")
    assert len(evidence.kwic(window=np.int64(2))) == 1


# The compiled rules ----------------------------------------------------------------------------------------


def test_the_version_says_in_which_form_the_rules_run(capsys, monkeypatch, tmp_path):
    monkeypatch.delenv("DISCOURSE_COMPILED", raising=False)
    monkeypatch.setattr(compiled, "folder", lambda: tmp_path)
    version = f"discourse {dc.__version__}\nrules: "
    assert run(capsys, "--version")[1].startswith(
        f"{version}plain Python, a third as fast, with the same results: they"
    )
    (tmp_path / "sources.json").write_text("{}", encoding="utf-8")
    assert compiled.is_stale()
    assert "their sources have changed since they were compiled; make setup" in run(capsys, "--version")[1]
    (tmp_path / "sources.json").write_text(json.dumps(compiled.fingerprint()), encoding="utf-8")
    assert run(capsys, "--version")[1] == f"{version}compiled\n"
    monkeypatch.setenv("DISCOURSE_COMPILED", "0")
    assert run(capsys, "--version")[1] == f"{version}plain Python, as DISCOURSE_COMPILED=0 asks\n"
    assert not compiled.is_stale()


def test_stale_rules_are_told_only_where_someone_watches(capsys, monkeypatch, text):
    monkeypatch.setattr(compiled, "is_stale", lambda: True)
    arguments = ["find", str(text), "--lexicon", "war_peace", "--language", "en", "--workers", "1"]
    assert main(arguments) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(arguments) == 0
    assert "discourse: rules: " in capsys.readouterr().err


def test_a_page_tells_what_is_not_sure_as_tables_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, page = tmp_path / "a.txt", tmp_path / "a.html"
    path.write_text("Peace came.\n\nShe said: “The war is over.\n", encoding="utf-8")
    status, _, told = run(capsys, "annotate", path, "--output", page, "--language", "en")
    assert status == 0
    assert told == run(capsys, "quotes", path, "--language", "en")[2]
    assert "is never closed" in told
    assert "is never closed" in page.read_text(encoding="utf-8")


def test_an_empty_lexicon_is_told(tmp_path: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lexicon = tmp_path / "bare.yaml"
    lexicon.write_text(
        "name: bare\nversion: 1.0.0\nlanguage: en\nmeasures: nothing yet\ncategories: {place: A place.}\n"
        "entries: {}\n",
        encoding="utf-8",
    )
    status, out, err = run(capsys, "find", text, "--lexicon", lexicon, "--language", "en")
    assert status == 0 and out.count("\n") == 1
    assert err == "discourse: warning: lexicon 'bare' (en) has no entries: nothing can be found with it.\n"
