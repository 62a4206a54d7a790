"""The command line: verbs, formats, exit codes, one line for every mistake."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from discourse.cli import main
from discourse.cli.parser import MEASURES
from discourse.evidence import TABLES
from discourse.measures import all_measures

TEXT = "Peace, yes. War, no. Never, never war.\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(a) for a in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_find_writes_hits(capsys: pytest.CaptureFixture[str], document: Path) -> None:
    status, out, err = run(capsys, "find", document, "--lexicon", "war_peace", "--language", "en")
    table = pd.read_csv(io.StringIO(out))
    assert status == 0 and err == ""
    assert list(table.columns) == list(TABLES["hits"])
    assert table["negated"].tolist() == [False, True, True]
    assert [TEXT[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
    assert set(table["doc_id"]) == {"a.txt"}


@pytest.mark.parametrize("table", ["tokens", "cues", "segments", "quotes"])
def test_annotate_gives_each_table(capsys: pytest.CaptureFixture[str], document: Path, table: str) -> None:
    status, out, _ = run(capsys, "annotate", document, "--table", table, "--language", "en")
    assert status == 0
    assert out.splitlines()[0] == ",".join(TABLES[table])


def test_json_lines_of_a_quotation_without_a_speaker(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_text(
        "“We will stay,” said the mayor.\n\n“Nobody asked us about it at all.”\n", encoding="utf-8"
    )
    _, out, _ = run(capsys, "quotes", path, "--format", "jsonl", "--language", "en")
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows[0]["speaker_start"] == 21
    assert rows[1]["speaker_start"] is None


def test_json_lines_are_plain(capsys: pytest.CaptureFixture[str], document: Path) -> None:
    _, out, _ = run(capsys, "annotate", document, "--format", "jsonl", "--language", "en")
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows[0] == {
        "doc_id": "a.txt",
        "paragraph": 0,
        "sentence": 0,
        "token": 0,
        "start": 0,
        "end": 5,
        "form": "Peace",
        "norm": "peace",
        "voice": "narrator",
        "speaker": None,
        "negated": False,
        "hedged": False,
        "left_out": False,
    }


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_output_by_ending(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"hits{ending}"
    status, out, _ = run(
        capsys, "find", document, "--lexicon", "war_peace", "--language", "en", "--output", target
    )
    assert (status, out) == (0, "")
    readers = {
        ".csv": pd.read_csv,
        ".jsonl": lambda p: pd.read_json(p, lines=True),
        ".parquet": pd.read_parquet,
    }
    assert readers[ending](target)["negated"].tolist() == [False, True, True]


def test_measure_gives_the_tidy_table(capsys: pytest.CaptureFixture[str], document: Path) -> None:
    status, out, _ = run(
        capsys, "measure", document, "--measure", "framing", "--measure", "rejection", "--language", "en"
    )
    table = pd.read_csv(io.StringIO(out))
    assert status == 0
    assert list(table.columns) == [
        "doc_id",
        "measure",
        "category",
        "value",
        "unit",
        "ci_low",
        "ci_high",
        "n_hits",
        "n_tokens",
        "note",
    ]
    war = table[(table["measure"] == "framing") & (table["category"] == "war")]
    assert war["value"].tolist() == [0.0]


def test_kwic_of_a_term_and_of_a_category(capsys: pytest.CaptureFixture[str], document: Path) -> None:
    _, out, _ = run(capsys, "kwic", document, "--term", "never war", "--language", "en", "--window", "2")
    assert pd.read_csv(io.StringIO(out))[["left", "node", "right"]].values.tolist() == [
        ["no. Never,", "never war", "."]
    ]
    status, _, err = run(capsys, "kwic", document, "--lexicon", "war_peace", "--category", "war.thret")
    assert status == 2
    assert err.startswith("discourse: Lexicon 'war_peace' (en): unknown category 'war.thret'; declared: ")
    assert err.count("\n") == 1


def test_what_cannot_be_read_is_told_and_the_rest_written(
    capsys: pytest.CaptureFixture[str], document: Path
) -> None:
    bad = document.with_name("bad.txt")
    bad.write_bytes("Señor".encode("latin-1"))
    status, out, err = run(capsys, "find", document, bad, "--lexicon", "war_peace", "--language", "en")
    assert status == 1
    assert len(out.splitlines()) == 4
    assert err.startswith(f"discourse: '{bad}': not UTF-8 (byte 2)")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (
            ["find", "nowhere", "--lexicon", "war_peace"],
            2,
            "discourse: 'nowhere': there is no such file or folder.\n",
        ),
        (["measure", "DOC", "--measure", "framng"], 2, "Did you mean 'framing'?\n"),
        (["annotate", "DOC", "--query", "genre == 'x'"], 2, "no column 'genre'"),
        (["find", "DOC", "--lexicon", "war_pece"], 2, "discourse: Unknown lexicon 'war_pece'; built in: "),
    ],
)
def test_mistakes(
    capsys: pytest.CaptureFixture[str],
    document: Path,
    arguments: list[str],
    status: int,
    message: str,
) -> None:
    got, out, err = run(capsys, *[document if a == "DOC" else a for a in arguments])
    assert (got, out) == (status, "")
    assert message in err
    assert err.count("\n") == 1 and "Traceback" not in err


def test_a_yaml_that_is_no_lexicon(capsys: pytest.CaptureFixture[str], document: Path) -> None:
    for name, content in {
        "list.yaml": "- war\n",
        "broken.yaml": "a: [1\n",
        "twice.yaml": "name: a\nname: b\n",
    }.items():
        path = document.with_name(name)
        path.write_text(content, encoding="utf-8")
        status, out, err = run(capsys, "find", document, "--lexicon", path)
        assert (status, out, err.count("\n")) == (2, "", 1)
        assert err.startswith(f"discourse: Lexicon '{name}'")


def test_wrong_usage_exits_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(["find"])
    assert error.value.code == 2


def test_corpus_add_writes_both_or_nothing(
    capsys: pytest.CaptureFixture[str], document: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "corpus"
    assert run(capsys, "corpus", "add", document, "--corpus", folder, "--meta", "genre=news")[:2] == (
        0,
        "added a\n",
    )
    status, _, err = run(capsys, "corpus", "add", document, "--corpus", folder)
    assert (status, err) == (
        1,
        f"discourse: '{document}': the id 'a' is in the corpus already; rename the file.\n",
    )
    assert run(capsys, "corpus", "check", folder)[:2] == (0, "1 documents in order; 0 problems.\n")


def test_lexicon_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "lexicon", "list")
    assert "war_peace\ten\t" in out and "war_peace\tes\t" in out
    _, out, _ = run(capsys, "lexicon", "show", "war_peace", "--language", "en")
    assert "war.threat: " in out
    status, out, err = run(capsys, "lexicon", "check", "left_out")
    assert (status, err) == (0, "")


def test_the_command_is_installed_and_quiet(document: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "discourse.cli",
            "find",
            str(document),
            "--lexicon",
            "war_peace",
            "--language",
            "en",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 4


def test_many_warnings_are_counted_and_every_problem_told(tmp_path, capsys):
    rows = [{"id": f"text-{n}", "text": "“War is near, he said. Peace, yes."} for n in range(30)]
    rows.insert(9, {"id": "empty", "text": ""})
    rows.append({"id": "empty too", "text": ""})
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["find", str(path), "--lexicon", "war_peace", "--language", "en"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert sum("opening mark “ is never closed" in line for line in lines) == 20
    assert [line for line in lines if "no text in column" in line] == [lines[0], lines[1]]
    assert lines[-1] == "discourse: warning: 10 more of these."


@pytest.fixture
def dated(tmp_path):
    table = tmp_path / "dated.csv"
    table.write_text(
        "id,year,text\na,1999,War came.\nb,2016,Peace came.\nc,2018,War went.\n", encoding="utf-8"
    )
    return str(table)


@pytest.mark.parametrize(
    "query", ["year > 2015", "year > '2015'", "year >= 2016 and year != 1999", "year in [2016, 2018]"]
)
def test_years_are_compared_as_numbers_or_as_they_are_written(capsys, dated, query):
    status, out, err = run(
        capsys, "find", dated, "--lexicon", "war_peace", "--query", query, "--language", "en"
    )
    assert (status, err) == (0, "")
    assert [line.split(",")[1] for line in out.splitlines()[1:]] == ["b", "c"]


def test_a_query_that_no_document_fits_says_so(capsys, dated):
    status, out, err = run(
        capsys, "find", dated, "--lexicon", "war_peace", "--query", "year == 2001", "--language", "en"
    )
    assert (status, len(out.splitlines())) == (0, 1)
    assert err == 'discourse: warning: --query "year == 2001": no document fits it.\n'


def test_every_file_that_cannot_be_added_is_told(capsys, tmp_path):
    for name, data in (
        ("a.txt", b"War."),
        ("b.txt", b"War."),
        ("c.txt", b"\xff"),
        ("d.doc", b"x"),
        ("e.txt", b""),
    ):
        (tmp_path / name).write_bytes(data)
    files = sorted(tmp_path.iterdir())
    status, out, err = run(
        capsys, "corpus", "add", *files, "--corpus", tmp_path / "corpus", "--language", "en"
    )
    lines = err.splitlines()
    assert (status, out, len(lines)) == (1, "", 5)
    assert [name for name in ("b.txt", "c.txt", "d.doc", "e.txt") if name not in err] == []
    assert lines[-1] == "discourse: nothing was added; mend these, or leave them out."
    assert not (tmp_path / "corpus").exists()


def test_a_lexicon_that_no_measure_counts_is_told(capsys, dated, tmp_path):
    own = tmp_path / "boats.yaml"
    own.write_text(
        "name: boats\nversion: 0.1.0\nlanguage: en\nmeasures: boats\norigin: made up\n"
        "categories: {boat: Boats.}\nentries: {boat: [ferry]}\n",
        encoding="utf-8",
    )
    _, _, err = run(
        capsys, "measure", dated, "--measure", "framing", "--lexicon", str(own), "--language", "en"
    )
    assert (
        "its name 'boats' is none that these measures count; they count war_peace; count it with --measure rates"
        in err
    )


def test_rates_of_a_lexicon_of_ones_own(capsys, dated, tmp_path):
    own = tmp_path / "boats.yaml"
    own.write_text(
        "name: boats\nversion: 0.1.0\nlanguage: en\nmeasures: boats\n"
        "categories: {boat: {inland: x, sea: y}}\nentries: {boat.inland: [ferry], boat.sea: [war, peace]}\n",
        encoding="utf-8",
    )
    asked = ("measure", dated, "--measure", "rates", "--language", "en", "--query", "year == 1999")
    status, out, err = run(capsys, *asked, "--lexicon", own)
    rows = pd.read_csv(io.StringIO(out))
    assert (status, err) == (0, "")
    assert rows["category"].unique().tolist() == ["all", "boat", "boat.inland", "boat.sea"]
    _, both, _ = run(capsys, *asked, "--measure", "framing", "--lexicon", own)  # war_peace is read, too
    lines = [line for line in both.splitlines() if ",rates," in line]
    assert lines == out.splitlines()[1:]
    status, _, err = run(capsys, *asked)
    assert status == 2
    assert (
        "--measure rates: it counts lexicons of your choice; give one with --lexicon, a name or a file."
        in err
    )


def test_a_measure_named_beside_all_is_computed(capsys, document):
    _, out, _ = run(
        capsys,
        "measure",
        document,
        "--measure",
        "all",
        "--measure",
        "rates",
        "--lexicon",
        "urgency",
        "--language",
        "en",
    )
    assert {"framing", "rates"} <= set(pd.read_csv(io.StringIO(out))["measure"])


def test_help_names_every_measure():
    assert sorted(MEASURES) == sorted(all_measures())
