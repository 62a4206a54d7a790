"""The documentation says what the program does: verbs, options, tables, measures, and examples that run."""

from __future__ import annotations

import argparse
import ast
import csv
import importlib.util
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import discourse
from discourse.cli import main
from discourse.cli.parser import make_parser
from discourse.evidence import TABLES, find
from discourse.evidence.model import KWIC_COLUMNS
from discourse.lexicon import load_lexicon
from discourse.measures import BUILT_IN, find_measure
from discourse.measures.frame import COLUMNS, check_frame
from discourse.measures.hedging import KINDS
from discourse.quotation.roles import ROLES

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
WRITTEN = (
    "index install tables lexicons layers measures command-line restricted-texts data extending api".split()
)
ABOUT_MEASURES = (
    "Construct",
    "Unit of analysis",
    "Estimates",
    "Direction",
    "Undefined",
    "Known failures",
    "Source",
)


def sections(page, level=2):
    """Return heading → text of the sections of a page."""
    parts = re.split(rf"^{'#' * level} (.+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def code(page, *languages):
    pattern = rf"^```(?:{'|'.join(map(re.escape, languages))})\n(.*?)^```$"
    return re.findall(pattern, page, flags=re.MULTILINE | re.DOTALL)


def named(text):
    """Return the words in code marks in the first cell of a table's rows."""
    cells = re.findall(r"^\| (.*?) \|", text, flags=re.MULTILINE)
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def verbs(parser):
    """Return verb → its parser, of one level."""
    action = next((a for a in parser._actions if isinstance(a, argparse._SubParsersAction)), None)
    return dict(action.choices) if action else {}


def test_every_page_is_there():
    assert set(WRITTEN) <= {name.removesuffix(".md") for name in PAGES}


def test_every_verb_has_a_section_that_names_its_acts_and_options():
    page = PAGES["command-line.md"]
    found = sections(page)
    parsers = verbs(make_parser())
    assert {h.removeprefix("discourse ") for h in found if h.startswith("discourse ")} == set(parsers)
    shared = found["Options that many verbs share"]
    for verb, parser in parsers.items():
        text = found[f"discourse {verb}"]
        acts = verbs(parser)
        for act, act_parser in {"": parser, **acts}.items():
            assert not act or f"`{act}`" in text, f"discourse {verb} {act} is not described"
            for action in act_parser._actions:
                for option in action.option_strings:
                    known = option in ("-h", "--help") or re.search(rf"{option}\b", text + shared)
                    assert known, f"discourse {verb} {act}: {option} is not described"


def test_exit_codes_are_those_of_the_program():
    from discourse import cli

    listed = re.findall(r"^\| (\d) \|", sections(PAGES["command-line.md"])["Exit codes"], flags=re.MULTILINE)
    assert [int(c) for c in listed] == [cli.DONE, cli.PARTLY, cli.WRONG]


COMMANDS = [
    (name, line)
    for name, page in PAGES.items()
    for block in code(page, "console")
    for line in re.findall(
        r"^[$>] (?:\.venv[\\/](?:bin|Scripts)[\\/])?(discourse .*)$", block, flags=re.MULTILINE
    )
]


@pytest.mark.parametrize(("name", "line"), COMMANDS, ids=[line for _, line in COMMANDS])
def test_commands_in_the_docs_are_commands(name, line):
    words = [w for w in shlex.split(line, comments=True)[1:] if w != "…"]
    if words in (["--help"], ["--version"]):
        return
    chosen = make_parser().parse_args(words)
    assert callable(chosen.run)


def test_there_are_commands_in_the_docs():
    assert len(COMMANDS) > 30


@pytest.mark.parametrize("name", sorted(PAGES))
def test_python_in_the_docs_is_python(name):
    for block in code(PAGES[name], "python", "{code-cell} ipython3"):
        lines = [line for line in block.splitlines() if not line.startswith((":", "%"))]
        ast.parse("\n".join(lines))


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_column_of_a_table_is_explained(table):
    words = named(sections(PAGES["tables.md"])[table])
    assert words == list(TABLES[table])


def test_the_columns_of_measures_and_lines_are_explained():
    found = sections(PAGES["tables.md"])
    assert named(found["measures"]) == ["doc_id", *COLUMNS]
    lines = re.findall(r"`([a-z_]+)`", found["Concordance lines"])
    assert [word for word in lines if word in KWIC_COLUMNS][: len(KWIC_COLUMNS)] == list(KWIC_COLUMNS)


def test_every_kind_that_a_layer_knows_is_described():
    page, tables = PAGES["layers.md"], sections(PAGES["tables.md"])
    assert named(sections(page)["Hedging"]) == list(KINDS)
    wanted = {
        "syntactic",
        "lexical",
        "affixal",
        *ROLES,
        *load_lexicon("boosters", language="en").top_categories,
    }
    missing = {word for word in wanted if f"`{word}`" not in page}
    assert not missing
    assert all(f"`{kind}`" in tables["cues"] for kind in (*KINDS, "syntactic", "lexical", "affixal"))
    kinds = ("named", "anonymous", "institution", "document", "none")
    assert all(f"`{kind}`" in tables["quotes"] for kind in kinds)


def test_every_built_in_measure_is_defined_and_none_that_is_not_there():
    found = sections(PAGES["measures.md"])
    general = {"What holds for all of them", "Parameters"}
    defined = set(found) - general
    assert not set(BUILT_IN) - defined, "say in docs/measures.md what these measure"
    for name in defined:
        assert callable(find_measure(name).function), name
        labels = re.findall(r"^\*\*([A-Z][a-z ]+)\.\*\* \S", found[name], flags=re.MULTILINE)
        assert tuple(labels) == ABOUT_MEASURES, name


def test_public_names_are_in_the_api():
    from discourse import plots, stats

    page = PAGES["api.md"] + PAGES["measures.md"]
    for name in discourse.__all__:
        if name.startswith("__") or name in ("measures", "stats", "plots", "figures"):
            continue
        assert re.search(rf"\.{name}\b|\b{name},", page), f"{name} is not in api.md"
    for module in (plots, stats):
        short = module.__name__
        public = [n for n in module.__all__ if callable(getattr(module, n))]
        missing = [n for n in public if f"autofunction:: {short}.{n}\n" not in page]
        assert not missing


def test_variables_that_the_tests_know_are_explained():
    import conftest

    for variable, _, _ in conftest.DATA.values():
        assert f"`{variable}`" in PAGES["data.md"]


def test_the_example_of_a_measure_is_a_measure():
    block = next(b for b in code(PAGES["extending.md"], "python") if "def exclamations" in b)
    names: dict[str, object] = {}
    exec(compile(block, "extending.md", "exec"), names)
    evidence = find(["It is clearly over. It may return.", "Nothing here."], language="en")
    frame = check_frame(names["exclamations"](evidence), "exclamations", ["doc_id"])
    assert frame["value"].tolist()[0] == 0.5
    assert frame["value"].isna().tolist() == [False, True]


def test_two_groups_are_compared_as_the_page_says():
    block = next(b for b in code(PAGES["measures.md"], "python") if "compare_rates" in b)
    corpus = discourse.read_corpus(DOCS.parent / "corpus").query("block == 'core' and language == 'en'")
    names: dict[str, object] = {"dc": discourse, "evidence": find(corpus, "war_peace")}
    exec(compile(block.replace("dc.stats.compare", "table = dc.stats.compare"), "measures.md", "exec"), names)
    (row,) = names["table"].to_dict("records")  # type: ignore[attr-defined]
    assert (row["target"], row["reference"], row["n_target"]) == ("news", "opinion", 6)
    assert row["diff_low"] < row["difference"] < row["diff_high"]


def test_the_first_thing_to_try_gives_what_the_page_says(tmp_path, capsys):
    speech = tmp_path / "speech.txt"
    assert "Peace, yes. War, no. Never, never war." in PAGES["install.md"]
    speech.write_text("Peace, yes. War, no. Never, never war.", encoding="utf-8")
    assert main(["find", str(speech), "--lexicon", "war_peace", "--language", "en"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["text"], row["negated"]) for row in rows] == [
        ("Peace", "False"),
        ("War", "True"),
        ("war", "True"),
    ]


def test_the_program_s_order_of_modules_is_told_as_it_is():
    import test_imports

    told = re.search(r"only from those before it: ([^.]+)\.", " ".join(PAGES["extending.md"].split()))[1]
    assert told.split(", ") == test_imports.ORDER


@pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("sphinx", "myst_nb", "pydata_sphinx_theme")),
    reason="Sphinx is not installed; run: pip install '.[docs]'",
)
def test_the_docs_build_without_warnings_and_load_nothing_from_outside(tmp_path):
    pages = tmp_path / "html"
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        "-d",
        str(tmp_path / "trees"),
    ]
    done = subprocess.run(
        [*command, str(DOCS), str(pages)], capture_output=True, text=True, cwd=DOCS.parent, check=False
    )
    assert done.returncode == 0, done.stderr
    for path in sorted(pages.glob("*.html")):
        html = path.read_text(encoding="utf-8")
        loads = re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=\"(https?:[^\"]*)\"", html)
        assert not loads, path.name
    assert "<img" in (pages / "index.html").read_text(encoding="utf-8")
    names = (pages / "api.html").read_text(encoding="utf-8")
    places = [str(entry.source).replace(":", ".") for entry in BUILT_IN.values()]
    assert not [place for place in places if f'id="{place}"' not in names]
