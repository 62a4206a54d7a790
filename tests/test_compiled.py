"""Compiled and plain modules: the same rows, the compiled ones only while the sources are as they were."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys

import pytest

from discourse import compiled

ROWS = """
import hashlib
from dataclasses import fields
import numpy as np
from discourse.annotate import annotate_texts
from discourse.quotation import clauses
from discourse.corpus import read_corpus
from discourse.evidence import phrases
from discourse.evidence.relations import find_relations
from discourse.lexicon import load_lexicon

digest = hashlib.sha256()
for document in read_corpus("corpus"):
    if document.text is None:  # a restricted text that is not here
        continue
    page = annotate_texts([document.text], language=document.language)
    for table in (page.quotes, page.negation, page.hedging, page):
        for field in fields(table):
            column = getattr(table, field.name)
            if isinstance(column, (list, np.ndarray)):
                digest.update(repr((field.name, np.asarray(column).tolist())).encode())
    if document.language in ("en", "es"):
        actors = load_lexicon("actors", document.language)
        digest.update(repr(find_relations(page, [actors])).encode())
assert phrases.__file__.rsplit(".", 1)[-1] == clauses.__file__.rsplit(".", 1)[-1]
print(clauses.__file__.rsplit(".", 1)[-1], digest.hexdigest())
"""


@pytest.fixture
def built():
    if not compiled.is_current():
        pytest.skip("the rules are not compiled here; make setup compiles them where there is a C compiler")


def test_compiled_modules_find_the_rows_that_plain_ones_find(built, repository):
    found = {}
    for wanted in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", ROWS],
            cwd=repository,
            env={**os.environ, "DISCOURSE_COMPILED": wanted},
            capture_output=True,
            text=True,
            check=True,
        )
        form, digest = done.stdout.split()
        found[form] = digest
    assert set(found) == {"py", "so"} or set(found) == {"py", "pyd"}
    assert len(set(found.values())) == 1


def test_examples_of_the_plain_modules_hold(built, repository):
    """Compiled functions have no examples that pytest would find."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "discourse/negation",
            "discourse/quotation",
            "discourse/evidence",
            "discourse/match",
            "discourse/tokens/packed.py",
        ],
        cwd=repository,
        env={**os.environ, "DISCOURSE_COMPILED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert int(done.stdout.rsplit(" passed", 1)[0].split()[-1]) >= 10


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A copy of the package with what stands for its compiled form."""
    home = tmp_path / "discourse"
    for name in compiled.PACKAGES:
        shutil.copytree(compiled._HOME / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "_HOME", home)
    monkeypatch.delenv("DISCOURSE_COMPILED", raising=False)
    compiled.folder().mkdir(parents=True)
    (compiled.folder() / "sources.json").write_text(json.dumps(compiled.fingerprint()))
    return home


def test_compiled_modules_come_first_while_the_sources_are_theirs(elsewhere, monkeypatch):
    first, second = compiled.preferred("quotation", ["plain"])
    assert first.endswith("quotation")
    assert second == "plain"
    monkeypatch.setenv("DISCOURSE_COMPILED", "0")
    assert compiled.preferred("quotation", ["plain"]) == ["plain"]


@pytest.mark.parametrize("change", ["edited", "added", "removed", "of the words"])
def test_a_change_of_a_source_leads_back_to_the_plain_modules(elsewhere, change):
    if change == "edited":
        with (elsewhere / "quotation" / "clauses.py").open("a") as file:
            file.write("# another rule\n")
    elif change == "added":
        (elsewhere / "negation" / "another.py").write_text("")
    elif change == "removed":
        (elsewhere / "negation" / "affixes.py").unlink()
    else:
        (elsewhere / "tokens" / "words.py").write_text("")
    assert not compiled.is_current()
    assert compiled.preferred("quotation", ["plain"]) == ["plain"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_broken_record_means_plain_modules(elsewhere, text):
    (compiled.folder() / "sources.json").write_text(text)
    assert compiled.preferred("negation", ["plain"]) == ["plain"]


def test_without_the_library_of_compiled_modules_the_plain_ones_run(elsewhere, monkeypatch):
    assert compiled.preferred("negation", ["plain"]) != ["plain"]
    monkeypatch.setattr(compiled, "find_spec", lambda name: None if name == "librt" else name)
    compiled._was_current.cache_clear()
    assert compiled.preferred("negation", ["plain"]) == ["plain"]
    assert "librt" in compiled.state()


def test_without_a_compiler_the_program_stays_plain(elsewhere, monkeypatch):
    """What an earlier compilation left goes, and nothing says that the modules are there."""
    (elsewhere / "quotation" / "clauses.py").write_text("")
    (elsewhere.parent / "setup.py").write_text("raise SystemExit('no C compiler')")
    assert compiled.build() is False
    assert not compiled.is_current()
    assert "no C compiler" in (elsewhere.parent / "build" / "compile.log").read_text()


def test_constants_of_compiled_modules_are_final():
    """What is not Final is looked up by name each time, at the speed of plain Python."""
    loose = [
        f"{path.parent.name}/{path.name}:{node.lineno}"
        for package in compiled.PACKAGES
        for name in compiled.modules(package)
        for path in [compiled._HOME / package / f"{name}.py"]
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        and all(isinstance(n, ast.Name) and n.id.isupper() for n in node.targets)
    ]
    assert loose == []
