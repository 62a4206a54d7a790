"""Batches, workers, parts: the same rows whoever makes them, however often they are interrupted."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import fsspec
import numpy as np
import pandas as pd
import pytest
import tasks_for_workers
from hypothesis import given
from hypothesis import strategies as st

import discourse
import discourse.corpus.read
from discourse import scale
from discourse.cli import main
from discourse.cli.output import open_writer
from discourse.corpus import Corpus, iter_documents
from discourse.errors import DiscourseError, MeasureError, ReadError, UsageError
from discourse.evidence import EVIDENCE_TABLES, find
from discourse.measures import measure
from discourse.measures.registry import BUILT_IN
from discourse.readers import Document, read_table
from discourse.scale import (
    Batch,
    GivenUp,
    make_batches,
    make_engine,
    make_job,
    run_job,
    run_tables,
    run_to_folder,
)
from discourse.scale import batches as batches_module
from discourse.scale import jobs as jobs_module
from discourse.scale.engines import InProcess, Processes
from discourse.scale.parts import MANIFEST, PartsFolder, part_name

ENGLISH = (
    "War may come, but nobody wants it.",
    "“We seek peace,” said Ana Ruiz, the minister of fisheries.",
    "The army did not attack the harbour.",
    "According to one adviser, the talks will probably fail.",
    "Never again will our sailors be threatened!",
    "If the ceasefire holds, the blockade might end.",
    "He said that the missiles were clearly a mistake.",
    "Prices rose by 4.5 percent, the U.S. envoy noted.",
)
SPANISH = (
    "La guerra no es inevitable.",
    "«Queremos la paz», dijo la ministra Elena Soto.",
    "Quizá el bloqueo termine pronto.",
    "Según un asesor, las tropas no han cruzado la frontera.",
    "Nunca aceptaremos amenazas.",
)
MEAN = 900  # characters of a batch, so that a few dozen short documents make a dozen batches


def document(number: int, sentences: int = 6) -> Document:
    draw = random.Random(number)
    language = "es" if number % 4 == 3 else "en"
    pool = SPANISH if language == "es" else ENGLISH
    lines = [draw.choice(pool) for _ in range(sentences)]
    text = " ".join(lines[: sentences // 2]) + "\n\n" + " ".join(lines[sentences // 2 :])
    metadata = {"side": "north" if number % 2 else "south", "year": str(1990 + number % 5)}
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(f"doc-{number:04d}", text, digest, language, metadata, "made here")


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches_module, "MEAN", MEAN)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [document(number) for number in range(60)]


def rows(tables: Iterator[tuple[pd.DataFrame, list[str]]]) -> pd.DataFrame:
    return pd.concat([table for table, _ in tables], ignore_index=True)


class Counting(InProcess):
    """An engine that remembers which batches it ran."""

    def __init__(self) -> None:
        self.ran: list[Batch] = []

    def outcomes(self, task, batches):
        for batch in batches:
            self.ran.append(batch)
            yield batch, task(batch)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


# --- batches


def test_batches_keep_every_document_in_order(documents):
    batches = list(make_batches(documents))
    assert [d for batch in batches for d in batch.documents] == documents
    assert [batch.number for batch in batches] == list(range(len(batches)))
    assert len(batches) > 8
    assert max(sum(len(d.text) for d in batch.documents) for batch in batches) <= 2 * MEAN


def test_a_document_longer_than_a_batch_is_a_batch_of_its_own():
    long = replace(document(1), doc_id="long", text="War. " * MEAN)
    batches = list(make_batches([document(2), long, document(3)]))
    assert ["long"] in [[d.doc_id for d in batch.documents] for batch in batches]


@given(st.integers(0, 60), st.integers(100, 10_000))
def test_an_added_document_changes_batches_up_to_the_next_border_only(place, number):
    before = [document(n) for n in range(60)]
    after = [*before[:place], document(number), *before[place:]]
    borders = np.cumsum([0, *(batches_module._ends_batch(d, len(d.text), MEAN) for d in before)])
    stretch = {d.doc_id: int(n) for d, n in zip(before, borders, strict=False)}
    keys = {batch.key for batch in make_batches(before, MEAN)}
    changed = {
        d.doc_id for batch in make_batches(after, MEAN) if batch.key not in keys for d in batch.documents
    }
    assert document(number).doc_id in changed
    assert {stretch[doc_id] for doc_id in changed if doc_id in stretch} <= {int(borders[place])}


def test_keys_tell_texts_languages_and_metadata_apart():
    one = document(1)
    others = [
        replace(one, sha256="0" * 64),
        replace(one, language="es"),
        replace(one, metadata={**one.metadata, "year": "2001"}),
        replace(one, doc_id="other"),
    ]
    keys = {next(make_batches([d])).key for d in [one, *others]}
    assert len(keys) == 5


# --- the same table, whoever makes it


def test_workers_make_the_same_table(documents):
    job = make_job("measures", ["war_peace"], measures=("framing", "hedging"))
    here = rows(run_tables(job, documents, InProcess(), progress=False))
    there = rows(run_tables(job, documents, Processes(2), progress=False))
    pd.testing.assert_frame_equal(there, here)
    assert len(here) > 60


@pytest.mark.parametrize("table", ["hits", "segments", "cues", "quotes", "tokens"])
def test_batches_make_the_table_of_the_whole(documents, table):
    job = make_job(table, ["war_peace"])
    whole = run_job(job, Batch(0, tuple(documents)))[0]
    parts = rows(run_tables(job, documents, InProcess(), progress=False))
    pd.testing.assert_frame_equal(parts, whole)


def test_the_order_of_documents_orders_rows_and_nothing_else(documents):
    job = make_job("hits", ["war_peace"])
    shuffled = random.Random(5).sample(documents, len(documents))
    one = rows(run_tables(job, documents, InProcess(), progress=False))
    other = rows(run_tables(job, shuffled, InProcess(), progress=False))
    assert other["doc_id"].drop_duplicates().tolist() == [
        d.doc_id for d in shuffled if d.doc_id in set(other["doc_id"])
    ]
    ordered = other.sort_values("doc_id", kind="stable", ignore_index=True)
    pd.testing.assert_frame_equal(ordered, one.sort_values("doc_id", kind="stable", ignore_index=True))


def test_no_document_gives_a_table_without_rows():
    for table in ("hits", "measures", "tokens"):
        job = make_job(table, ["war_peace"], measures=("framing",))
        ((empty, problems),) = run_tables(job, [], InProcess(), progress=False)
        filled, _ = run_job(job, Batch(0, (document(0),)))
        assert list(empty.columns) == list(filled.columns)
        assert (len(empty), problems) == (0, [])


def test_the_command_line_writes_the_same_bytes_with_one_worker_and_two(documents, tmp_path, capsys):
    source = tmp_path / "texts.jsonl"
    table = pd.DataFrame({"id": [d.doc_id for d in documents], "text": [d.text for d in documents]})
    table.assign(language=[d.language for d in documents]).to_json(source, orient="records", lines=True)
    for ending in (".csv", ""):
        written = []
        for workers in "12":
            target = tmp_path / f"hits{workers}{ending}"
            arguments = ["find", str(source), "--lexicon", "war_peace", "--workers", workers]
            assert main([*arguments, "--output", str(target)]) == 0
            written.append(contents(target) if target.is_dir() else target.read_bytes())
        assert written[0] == written[1]
    assert capsys.readouterr() == ("", "")
    parts = pd.concat(
        [pd.read_parquet(p) for p in sorted((tmp_path / "hits2").glob("part-*.parquet"))], ignore_index=True
    )
    assert parts["hit_id"].tolist() == pd.read_csv(tmp_path / "hits1.csv")["hit_id"].tolist()


def test_a_file_is_whole_or_not_there(documents, tmp_path, capsys):
    for ending in (".csv", ".jsonl", ".parquet"):
        target = tmp_path / f"hits{ending}"
        with pytest.raises(KeyError), open_writer(str(target), "csv") as write:  # noqa: PT012
            write(pd.DataFrame({"a": [1]}))
            raise KeyError
        assert list(tmp_path.iterdir()) == []


def test_evidence_with_workers_is_the_evidence(documents):
    metadata = {"desk": "sports"}  # a column the others lack
    corpus = Corpus((*documents, replace(document(99), metadata=metadata)), ("one could not be read",))
    here = find(corpus, "war_peace", "reporting", targets=["peace"])
    there = discourse.find(corpus, "war_peace", "reporting", targets=["peace"], workers=2, progress=False)
    for name in EVIDENCE_TABLES:
        pd.testing.assert_frame_equal(getattr(there, name), getattr(here, name))
    assert (there.lexicons, there.settings) == (here.lexicons, here.settings)
    assert (there.problems, there.texts) == (here.problems, here.texts)


# --- measures


def _lexicons() -> list[str]:
    return list(dict.fromkeys(x for entry in BUILT_IN.values() for x in entry.lexicons))


@pytest.mark.parametrize("by", [(), ("side",)])
def test_measures_of_a_stream_are_those_of_the_evidence(documents, by):
    some = documents[:30]
    job = make_job("measures", _lexicons(), measures=tuple(BUILT_IN), by=by, seed=3)
    tables = [table for table, _ in scale.run_measures(job, some, InProcess(), progress=False)]
    evidence = find(Corpus(tuple(some)), *_lexicons())
    wrong = []
    for name, streamed in zip(BUILT_IN, tables, strict=True):
        whole = measure(evidence, name, by=list(by) or None, seed=3)
        try:
            pd.testing.assert_frame_equal(streamed, whole, check_dtype=False, rtol=0, atol=0)
        except AssertionError:
            wrong.append(name)
    assert wrong == [], "set across_documents for these, or complete their tables"
    assert bool(job.measured_alone) is not bool(by)


@pytest.mark.parametrize("by", [(), ("year",)])
def test_workers_share_the_measures_of_all_documents(documents, by):
    names = ("voice", "framing", "diversity", "shift", "naming")
    job = make_job("measures", _lexicons(), measures=names, by=by, seed=3)
    alone, shared = (
        [table for table, _ in scale.run_measures(job, documents, engine, progress=False)]
        for engine in (InProcess(), Processes(2))
    )
    assert [len(table) > 0 for table in alone] == [True] * len(names)
    for one, other in zip(alone, shared, strict=True):
        pd.testing.assert_frame_equal(one, other, rtol=0, atol=0)


class Far(InProcess):
    """An engine whose processes see no file of this machine."""

    is_here = False


def test_rows_that_come_from_another_machine_are_those_left_in_files(documents):
    job = make_job("measures", ["war_peace"], measures=("framing", "voice"))
    here, there = (rows(scale.run_measures(job, documents, engine)) for engine in (InProcess(), Far()))
    pd.testing.assert_frame_equal(here, there, rtol=0, atol=0)


class Forgetting(InProcess):
    """An engine that gives up one batch, when its rows have been left in files."""

    def outcomes(self, task, batches):
        for batch in batches:
            made = task(batch)
            yield batch, GivenUp(batch) if batch.documents and batch.number == 1 else made


def test_of_a_batch_that_is_given_up_no_measure_has_rows(documents):
    job = make_job("measures", ["war_peace"], measures=("framing", "voice"))
    lost = {d.doc_id for d in list(make_batches(documents, 2 * MEAN))[1].documents}
    tables, problems = zip(*scale.run_measures(job, documents, Forgetting(), progress=False), strict=True)
    left = {d.doc_id for d in documents} - lost
    assert [set(table["doc_id"]) for table in tables] == [left, left]
    assert [len(lines) for lines in problems] == [1, 0]


class GivingUpMeasures(InProcess):
    """An engine that does the batches, and not the measures of all documents."""

    def outcomes(self, task, batches):
        for batch in batches:
            yield batch, task(batch) if batch.documents else GivenUp(batch)


def test_a_measure_that_is_given_up_is_told_and_the_others_written(documents):
    job = make_job("measures", ["war_peace"], measures=("framing", "voice", "rejection"))
    tables, problems = zip(
        *scale.run_measures(job, documents, GivingUpMeasures(), progress=False), strict=True
    )
    assert [len(table) > 0 for table in tables] == [True, False, True]
    assert list(tables[1].columns) == list(tables[0].columns)
    assert [len(lines) for lines in problems] == [0, 1, 0]
    assert problems[1][0].startswith("the measure 'voice': left out, the worker process ended 3 times")


def test_measures_go_to_a_folder_by_batch_or_by_measure(documents, tmp_path):
    alone = make_job("measures", ["war_peace"], measures=("framing", "prominence"))
    together = make_job("measures", ["war_peace"], measures=("framing", "voice"))
    for job, n_parts in ((alone, len(list(make_batches(documents)))), (together, 2)):
        folder = tmp_path / job.measures[1]
        assert scale.measures_to_folder(job, documents, InProcess(), str(folder), progress=False) == []
        parts = sorted(folder.glob("part-*.parquet"))
        assert len(parts) == n_parts
        table = pd.concat(map(pd.read_parquet, parts), ignore_index=True)
        direct = rows(scale.run_measures(job, documents, InProcess(), progress=False))
        ordered = [
            t.sort_values(["measure", "doc_id"], kind="stable", ignore_index=True) for t in (table, direct)
        ]
        pd.testing.assert_frame_equal(*ordered, check_dtype=False)


def test_a_measure_is_named_once(documents):
    job = make_job("measures", ["war_peace"], measures=("framing", "framing"))
    with pytest.raises(UsageError, match="--measure: name each measure once."):
        next(scale.run_measures(job, documents, InProcess()))


def test_an_unknown_column_to_group_by_is_told(documents):
    job = make_job("measures", ["war_peace"], measures=("framing",), by=("sde",))
    with pytest.raises(MeasureError, match="Did you mean 'side'?"):
        next(scale.run_measures(job, documents, InProcess(), progress=False))


# --- parts: resumed, grown, never mixed


@pytest.fixture(scope="module")
def job():
    return make_job("hits", ["war_peace"])


@pytest.fixture(scope="module")
def finished(documents, job, tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("parts") / "hits"
    assert run_to_folder(job, documents, InProcess(), str(folder), progress=False, mean=MEAN) == []
    return contents(folder)


def test_parts_are_numbered_and_everything_else_begins_with_an_underscore(documents, finished):
    n_batches = len(list(make_batches(documents)))
    assert [name for name in finished if not name.startswith("_")] == [part_name(n) for n in range(n_batches)]
    assert [name for name in finished if name.startswith("_")] == [MANIFEST]


def _write_in_the_background(folder: str, n_documents: int) -> None:
    """In a process to be killed: a run with small batches."""
    run_to_folder(
        make_job("hits", ["war_peace"]),
        [document(number) for number in range(n_documents)],
        InProcess(),
        folder,
        progress=False,
        mean=MEAN,
    )


def wait_for_parts(folder: Path, n: int, alive: Callable[[], bool]) -> int:
    """Wait until a run has written so many parts; how many there are."""
    until = time.monotonic() + 60
    while (found := len(list(folder.glob("part-*")))) < n:
        assert alive() and time.monotonic() < until
        time.sleep(0.001)
    return found


def test_a_run_killed_at_ten_random_moments_ends_with_the_same_bytes(job, tmp_path):
    n_documents, draw = 300, random.Random(11)
    whole, folder = tmp_path / "whole", tmp_path / "hits"
    context = get_context("forkserver")
    context.set_forkserver_preload(["discourse.scale", "discourse.measures", "pandas", "pyarrow.parquet"])
    for _ in range(10):
        before = len(list(folder.glob("part-*")))
        process = context.Process(target=_write_in_the_background, args=(str(folder), n_documents))
        process.start()
        # some have written nothing when they are killed, some a few parts more
        wait_for_parts(folder, before + draw.randint(0, 2), process.is_alive)
        time.sleep(draw.uniform(0, 0.05))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
    there = len(list(folder.glob("part-*")))
    _write_in_the_background(str(whole), n_documents)
    assert 0 < there < len(contents(whole)) - 1
    _write_in_the_background(str(folder), n_documents)
    assert contents(folder) == contents(whole)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_command_with_two_workers_that_is_killed_goes_on(tmp_path, monkeypatch, capsys):
    sentences = {"id": range(400), "text": [document(n, 40).text for n in range(400)]}
    pd.DataFrame(sentences).to_json(tmp_path / "texts.jsonl", orient="records", lines=True)
    arguments = ["find", str(tmp_path / "texts.jsonl"), "--lexicon", "war_peace", "--language", "en"]
    folder, whole = tmp_path / "hits", tmp_path / "whole"
    # batches of the usual size are too few for a test
    code = (
        "import sys; from discourse.cli import main; from discourse.scale import batches\n"
        "if __name__ == '__main__':\n    batches.MEAN = 20_000\n    sys.exit(main(sys.argv[1:]))"
    )
    script = tmp_path / "command.py"
    script.write_text(code)
    command = [sys.executable, str(script), *arguments, "--workers", "2", "--output", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    n_parts = wait_for_parts(folder, 3, lambda: process.poll() is None)
    process.kill()
    process.wait()
    times = {path.name: path.stat().st_mtime_ns for path in sorted(folder.glob("part-*"))[:n_parts]}
    assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert {name: (folder / name).stat().st_mtime_ns for name in times} == times
    monkeypatch.setattr(batches_module, "MEAN", 20_000)
    assert main([*arguments, "--workers", "1", "--output", str(whole)]) == 0
    capsys.readouterr()
    assert contents(folder) == contents(whole)
    assert len(contents(whole)) > 3 * n_parts


class Stop(BaseException):
    """A run that ends in the middle, without any tidying up."""


def stop_at(operation: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the n-th writing or renaming of a part not happen, and what would follow neither."""
    count = 0

    def counted(original):
        def act(self, *arguments):
            nonlocal count
            count += 1
            if count > operation:
                raise Stop
            return original(self, *arguments)

        return act

    monkeypatch.setattr(PartsFolder, "_move", counted(PartsFolder._move))
    monkeypatch.setattr(PartsFolder, "_pipe", counted(PartsFolder._pipe))
    monkeypatch.setattr(PartsFolder, "_remove", counted(PartsFolder._remove))


@pytest.mark.parametrize("grown", [False, True])
def test_a_run_may_stop_between_any_two_steps(job, tmp_path, grown):
    before = [document(number) for number in range(12, 30)]
    after = [document(number) for number in (5, *range(12, 20), 7, *range(20, 30), 8)]
    whole = tmp_path / "whole"
    run_to_folder(job, after if grown else before, InProcess(), str(whole), progress=False)
    stops, operation = 0, 0
    while True:
        folder = tmp_path / f"stopped-{operation}"
        if grown:
            run_to_folder(job, before, InProcess(), str(folder), progress=False)
        with pytest.MonkeyPatch.context() as patch:
            stop_at(operation, patch)
            try:
                run_to_folder(job, after if grown else before, InProcess(), str(folder), progress=False)
            except Stop:
                stops += 1
            else:
                break
        run_to_folder(job, after if grown else before, InProcess(), str(folder), progress=False)
        assert contents(folder) == contents(whole)
        operation += 1
    assert stops > 10


def test_added_documents_are_measured_with_their_batches_only(documents, job, tmp_path):
    folder = tmp_path / "hits"
    run_to_folder(job, documents, InProcess(), str(folder), progress=False)
    grown = [*documents[:30], document(77), *documents[30:], document(78)]
    engine = Counting()
    run_to_folder(job, grown, engine, str(folder), progress=False)
    known = {batch.key for batch in make_batches(documents)}
    assert [b.key for b in engine.ran] == [b.key for b in make_batches(grown) if b.key not in known]
    assert 1 <= len(engine.ran) <= 4 < len(known)
    fresh = tmp_path / "fresh"
    run_to_folder(job, grown, InProcess(), str(fresh), progress=False)
    assert contents(folder) == contents(fresh)
    again = Counting()
    run_to_folder(job, grown, again, str(folder), progress=False)
    assert again.ran == []


def test_documents_taken_away_leave_nothing_behind(documents, job, tmp_path):
    folder, fresh = tmp_path / "hits", tmp_path / "fresh"
    run_to_folder(job, documents, InProcess(), str(folder), progress=False)
    fewer = documents[7:40]
    run_to_folder(job, fewer, InProcess(), str(folder), progress=False)
    run_to_folder(job, fewer, InProcess(), str(fresh), progress=False)
    assert contents(folder) == contents(fresh)


def test_any_store_that_fsspec_knows(documents, job, finished):
    run_to_folder(job, documents, InProcess(), "memory://runs/hits", progress=False)
    store = fsspec.filesystem("memory")
    written = {name.rpartition("/")[2]: store.cat_file(name) for name in store.ls("/runs/hits", detail=False)}
    assert written == finished
    engine = Counting()
    run_to_folder(job, documents, engine, "memory://runs/hits", progress=False)
    assert engine.ran == []


def test_a_part_that_is_broken_is_made_again(documents, job, finished, tmp_path):
    folder = tmp_path / "hits"
    run_to_folder(job, documents, InProcess(), str(folder), progress=False)
    (folder / part_name(3)).write_bytes(b"PAR1 and nothing else")
    engine = Counting()
    run_to_folder(job, documents, engine, str(folder), progress=False)
    assert [batch.number for batch in engine.ran] == [3]
    assert contents(folder) == finished


@pytest.fixture
def one_text(tmp_path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text("War, no. Peace, yes.\n", encoding="utf-8")
    return path


def test_two_runs_are_not_mixed(one_text, tmp_path, capsys):
    folder = tmp_path / "parts"
    arguments = ["find", str(one_text), "--output", str(folder), "--language", "en"]
    assert main([*arguments, "--lexicon", "war_peace"]) == 0
    assert main([*arguments, "--lexicon", "boosters"]) == 2
    assert capsys.readouterr().err == (
        f"discourse: --output '{folder}': holds the parts of another run (other lexicons);"
        " choose another folder, or empty this one.\n"
    )
    other = tmp_path / "other.txt"
    other.write_text("Peace at last.\n", encoding="utf-8")
    assert main(["find", str(other), "--output", str(folder), "--lexicon", "war_peace"]) == 2
    assert capsys.readouterr().err == (
        f"discourse: --output '{folder}': holds the parts of a run over other inputs; name them too, choose"
        " another folder, or empty this one.\n"
    )
    both = ["find", str(one_text), str(other), "--language", "en"]
    assert main([*both, "--output", str(folder), "--lexicon", "war_peace"]) == 0
    assert pd.read_parquet(folder)["doc_id"].tolist() == ["one.txt", "one.txt", "other.txt"]


def test_the_manifest_says_what_the_parts_were_made_from(job, finished):
    manifest = json.loads(finished[MANIFEST])
    assert manifest == {**job.record, "inputs": []}
    assert [(name, language) for name, language, _ in manifest["lexicons"]] == [
        ("war_peace", "en"),
        ("war_peace", "es"),
    ]
    assert all(len(sha256) == 64 for _, _, sha256 in manifest["lexicons"])


def test_a_lexicon_that_was_changed_makes_another_run(one_text, tmp_path, capsys):
    folder, lexicon = tmp_path / "parts", tmp_path / "own.yaml"
    arguments = [
        "find",
        str(one_text),
        "--output",
        str(folder),
        "--language",
        "en",
        "--lexicon",
        str(lexicon),
    ]
    convert = ["lexicon", "convert", "boosters", "--output", str(lexicon), "--name", "own"]
    assert main(convert) == 0
    assert main(arguments) == 0
    lexicon.write_text(lexicon.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    capsys.readouterr()
    assert main(arguments) == 2
    assert "holds the parts of another run (other lexicons); choose" in capsys.readouterr().err


def test_one_input_is_known_however_it_is_written(one_text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "./one.txt"):
        arguments = ["find", name, "--output", "parts", "--language", "en", "--lexicon", "war_peace"]
        assert main(arguments) == 0


def test_a_run_that_could_not_start_leaves_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    arguments = ["--output", "parts", "--lexicon", "war_peace"]
    assert main(["find", "nothing.jsonl", *arguments]) == 2
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "one.txt").write_text("War, no.", encoding="utf-8")
    remote = ["--engine", "dask", "--scheduler", "nonsense://10.0.0.1"]
    assert main(["find", "one.txt", *arguments, *remote]) == 2
    assert list((tmp_path / "parts").iterdir()) == []
    capsys.readouterr()


def test_a_folder_with_other_files_is_left_alone(one_text, tmp_path, capsys):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.odt").write_bytes(b"dear all")
    assert main(["find", str(one_text), "--output", str(folder), "--lexicon", "war_peace"]) == 2
    assert capsys.readouterr().err == (
        f"discourse: --output '{folder}': holds files that are no parts of a run; choose another folder.\n"
    )
    assert contents(folder) == {"letter.odt": b"dear all"}


def test_a_broken_manifest_and_an_unknown_store_are_told(job, tmp_path):
    (tmp_path / MANIFEST).write_text("[]")
    with pytest.raises(UsageError, match="its _manifest.json is broken; empty the folder and run again."):
        PartsFolder(str(tmp_path), job)
    with pytest.raises(UsageError, match="--output 'nonsense://x': no folder can be written there"):
        PartsFolder("nonsense://x", job)


def test_restricted_texts_are_looked_for_again_every_time(job, tmp_path):
    absent = replace(document(2), text=None)
    for _ in range(2):
        engine = Counting()
        problems = run_to_folder(job, [absent], engine, str(tmp_path / "hits"), progress=False)
        assert len(engine.ran) == 1
        assert problems == [
            "'doc-0002': its text is not on this machine (set $DISCOURSE_RESTRICTED) and no evidence of it is stored."
        ]


def test_workers_have_the_environment_of_the_moment(documents, monkeypatch):
    task = partial(tasks_for_workers.variable, "DISCOURSE_OF_THE_MOMENT")
    for value in ("one", "two"):
        monkeypatch.setenv("DISCOURSE_OF_THE_MOMENT", value)
        outcomes = [outcome for _, outcome in Processes(2).outcomes(task, make_batches(documents))]
        assert set(outcomes) == {value}


def test_workers_stay_from_one_task_to_the_next(documents):
    batches, engine = list(make_batches(documents)), Processes(2)
    with engine.staying():
        tasks = (tasks_for_workers.number_and_process, tasks_for_workers.process_and_number)
        first, second = ([outcome for _, outcome in engine.outcomes(task, batches)] for task in tasks)
    assert [number for number, _ in first] == [number for _, number in second] == list(range(len(batches)))
    processes = {process for _, process in first}
    assert {process for process, _ in second} <= processes
    assert os.getpid() not in processes
    assert not any(is_running(process) for process in processes)


def test_staying_workers_are_ended_when_a_run_is_broken_off(documents):
    engine = Processes(2)
    with engine.staying():
        outcomes = engine.outcomes(tasks_for_workers.number_and_process, make_batches(documents))
        _, (_, before) = next(outcomes)
        outcomes.close()
        assert not is_running(before)
        again = [o for _, o in engine.outcomes(tasks_for_workers.number, make_batches(documents))]
    assert again == list(range(len(again)))


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="only there workers are forked")
@pytest.mark.parametrize("has_thread", [False, True])
def test_workers_end_with_the_process_that_started_them(tmp_path, has_thread):
    script = tmp_path / "script.py"
    script.write_text(
        "import os, sys, threading\nfrom discourse.scale.batches import Batch\n"
        "from discourse.scale.engines import Processes\nfrom discourse.scale.workers import may_fork\n"
        "sys.path.insert(0, sys.argv[1])\nimport tasks_for_workers\n"
        "if __name__ == '__main__':\n"
        "    if sys.argv[2] == 'True':\n"
        "        threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "    print(may_fork())\n"
        "    batches = [Batch(n, ()) for n in range(9)]\n"
        "    for _, (number, process) in Processes(2).outcomes(tasks_for_workers.number_and_process, batches):\n"
        "        print(process, flush=True)\n"
        "        if number == 4:\n            os.kill(os.getpid(), 9)\n"
    )
    command = [sys.executable, str(script), str(Path(__file__).parent), str(has_thread)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    forked, *processes = done.stdout.split()
    assert forked == str(not has_thread)
    assert len(processes) == 5, done.stderr
    deadline = time.monotonic() + 20
    while any(is_running(int(process)) for process in processes):
        assert time.monotonic() < deadline
        time.sleep(0.05)


# --- what goes wrong costs its batch, not the run


def test_a_killed_worker_costs_its_batch_and_not_the_run(documents, tmp_path):
    def kill() -> None:
        while not (tmp_path / "worker").exists():
            time.sleep(0.01)
        os.kill(int((tmp_path / "worker").read_text()), signal.SIGKILL)

    thread = Thread(target=kill)
    thread.start()
    task = partial(tasks_for_workers.wait_to_be_killed_once, tmp_path)
    outcomes = [outcome for _, outcome in Processes(2).outcomes(task, make_batches(documents))]
    thread.join()
    assert outcomes == list(range(len(outcomes)))
    assert len(outcomes) > 8


def test_a_batch_that_always_ends_its_worker_is_given_up(documents):
    batches = list(make_batches(documents))
    outcomes = [o for _, o in Processes(2).outcomes(tasks_for_workers.end_the_worker, batches)]
    assert outcomes == [GivenUp(b) if b.number == 3 else b.number for b in batches]


class GivingUp(InProcess):
    """An engine that never comes to the end of batch 3."""

    def outcomes(self, task, batches):
        for batch in batches:
            yield batch, GivenUp(batch) if batch.number == 3 else task(batch)


def test_what_is_given_up_is_told_and_the_others_written(documents, job, finished, tmp_path):
    lost = list(make_batches(documents))[3]
    message = (
        f"the documents '{lost.documents[0].doc_id}' to '{lost.documents[-1].doc_id}': left out, the worker process"
        " ended 3 times over it; is there memory enough? Try fewer --workers, or cut long documents."
    )
    folder = tmp_path / "hits"
    assert run_to_folder(job, documents, GivingUp(), str(folder), progress=False) == [message]
    assert contents(folder) == {name: data for name, data in finished.items() if name != part_name(3)}
    tables = list(run_tables(job, documents, GivingUp(), progress=False))
    assert [problems for _, problems in tables] == [[message] if n == 3 else [] for n in range(len(tables))]
    assert len(tables[3][0]) == 0
    assert run_to_folder(job, documents, InProcess(), str(folder), progress=False) == []
    assert contents(folder) == finished


def _failing(corpus, *lexicons, **options):
    if any("fisheries" in d.text for d in corpus.documents):
        raise ValueError("no fish here")
    return find(corpus, *lexicons, **options)


def test_a_document_the_program_fails_on_is_named_and_the_others_go_on(documents, job, monkeypatch):
    monkeypatch.setattr(jobs_module, "find", _failing)
    table, problems = run_job(job, Batch(0, tuple(documents[:20])))
    fishy = [d.doc_id for d in documents[:20] if "fisheries" in d.text]
    assert 1 < len(fishy) < 15
    place = f"test_scale.py, line {_failing.__code__.co_firstlineno + 2}"
    assert problems == [
        f"'{doc_id}': left out, the program failed on it; please report this: ValueError: no fish here ({place})."
        for doc_id in fishy
    ]
    monkeypatch.undo()
    others = Corpus(tuple(d for d in documents[:20] if d.doc_id not in fishy))
    pd.testing.assert_frame_equal(table, find(others, "war_peace").hits)


def test_a_users_mistake_ends_the_run_with_its_message(documents):
    with pytest.raises(DiscourseError, match="^Measure 'x': cannot be.$"):
        list(Processes(2).outcomes(tasks_for_workers.find_a_mistake, make_batches(documents)))


def test_a_script_without_a_guard_is_told_so(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import threading\nfrom discourse.scale.batches import Batch\nfrom discourse.scale.engines import Processes\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"  # so that none can be forked
        "list(Processes(2).outcomes(len, [Batch(0, ()), Batch(1, ())]))\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "discourse.errors.UsageError: Worker processes cannot start; in a script, let what it does stand under"
        ' if __name__ == "__main__":, or work in one process (workers=1).'
    )


# --- memory is that of a few batches


@pytest.mark.parametrize(("engine", "ahead"), [(InProcess(), 1), (Processes(2), 7)])
def test_few_batches_are_held_at_a_time(engine, ahead):
    read, most = 0, 0

    def stream() -> Iterator[Batch]:
        nonlocal read
        for number in range(60):
            read += 1
            yield Batch(number, (document(1),))

    for given_back, (batch, _) in enumerate(engine.outcomes(tasks_for_workers.number, stream())):
        assert batch.number == given_back
        most = max(most, read - given_back)
    assert read == 60
    assert most <= ahead


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_tables_are_read_line_by_line(tmp_path, ending):
    path = tmp_path / f"texts{ending}"
    good = b"id,text\n1,War.\n" if ending == ".csv" else b'{"id": 1, "text": "War."}\n'
    bad = "2,Señor.\n" if ending == ".csv" else '{"id": 2, "text": "Señor."}\n'
    path.write_bytes(good + bad.encode("latin-1"))
    entries = read_table(path, language="en")
    assert next(entries).text == "War."
    place = len(good) + bad.index("ñ")
    with pytest.raises(ReadError, match=f"^'{path}': not UTF-8 \\(byte {place}\\)"):
        next(entries)


def test_a_folder_of_parquet_parts_is_read_part_by_part(documents, job, tmp_path):
    columns = {"id": [d.doc_id for d in documents], "text": [d.text for d in documents]}
    table = pd.DataFrame({**columns, "language": [d.language for d in documents]})
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / MANIFEST).write_text("{}")
    for number in range(3):
        table.iloc[20 * number : 20 * number + 20].to_parquet(folder / part_name(number))
    table.to_parquet(tmp_path / "texts.parquet")
    store = fsspec.filesystem("memory")
    for path in folder.iterdir():
        store.pipe_file(f"/texts/{path.name}", path.read_bytes())
    whole = list(iter_documents(tmp_path / "texts.parquet"))
    assert len(whole) == 60
    for place in (folder, "memory://texts"):
        assert [replace(d, source="") for d in iter_documents(place)] == [
            replace(d, source="") for d in whole
        ]


def test_a_query_holds_metadata_and_no_texts(documents, tmp_path, monkeypatch, capsys):
    rows = [{"id": d.doc_id, "text": d.text, "language": d.language, **d.metadata} for d in documents]
    source = tmp_path / "texts.jsonl"
    pd.DataFrame([*rows, {"id": "empty", "text": ""}]).to_json(source, orient="records", lines=True)
    arguments = [
        "find",
        str(source),
        "--lexicon",
        "war_peace",
        "--query",
        "side == 'north' and n_characters > 9",
    ]
    monkeypatch.setattr(discourse.corpus.read, "Corpus", None)  # what would hold them all
    assert main([*arguments, "--output", str(tmp_path / "hits.csv")]) == 1
    assert capsys.readouterr().err.count("no text in column 'text'") == 1
    monkeypatch.undo()
    north = [d for d in documents if d.metadata["side"] == "north"]
    hits = find(Corpus(tuple(north)), "war_peace").hits
    assert pd.read_csv(tmp_path / "hits.csv")["hit_id"].tolist() == hits["hit_id"].tolist()
    assert main([*arguments[:-1], "sde == 1", "--output", str(tmp_path / "hits")]) == 2
    assert "no column 'sde'" in capsys.readouterr().err
    assert not (tmp_path / "hits").exists()


def test_a_url_that_cannot_be_read_is_told():
    with pytest.raises(ReadError, match="^'memory://nowhere/x.csv': cannot be read"):
        list(iter_documents("memory://nowhere/x.csv"))
    fsspec.filesystem("memory").pipe_file("/columns/x.csv", b"id,words\n1,War.\n")
    with pytest.raises(UsageError, match="no column 'text'"):
        list(iter_documents("memory://columns/x.csv"))


# --- engines and jobs


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"name": "dsk"}, "--engine 'dsk'; allowed: local, dask. Did you mean 'dask'?"),
        ({"workers": 0}, "--workers 0: a number of processes, 1 or more."),
        ({"scheduler": "tcp://10.0.0.1:8786"}, "--scheduler goes with --engine dask."),
        (
            {"name": "dask", "scheduler": "tcp://10.0.0.1:8786", "workers": 2},
            "--workers: a scheduler has its own workers; leave out --workers or --scheduler.",
        ),
    ],
)
def test_engines_that_cannot_be(options, message):
    with pytest.raises(UsageError) as error:
        make_engine(**options)
    assert str(error.value) == message


def test_an_engine_for_the_number_of_workers():
    assert isinstance(make_engine("local", 1), InProcess)
    assert isinstance(make_engine("local", 2), Processes)


def test_a_job_of_another_version_is_refused(job):
    with pytest.raises(UsageError, match="the job is of version 0.0.1; install the same."):
        run_job(replace(job, version="0.0.1"), Batch(0, ()))


def test_jobs_know_their_tables_and_differ_by_what_decides():
    with pytest.raises(UsageError, match="No table 'hit'; there are: hits, measures, "):
        make_job("hit")
    jobs = [
        make_job("hits", ["war_peace"]),
        make_job("hits", ["hedging"]),
        make_job("hits", ["war_peace"], syntax=True),
        make_job("measures", ["war_peace"], measures=("framing",)),
        make_job("measures", ["war_peace"], measures=("framing",), seed=1),
        make_job("measures", ["war_peace"], measures=("framing",), by=("side",)),
    ]
    assert len({job.key for job in jobs}) == len(jobs)
    assert make_job("hits", ["war_peace"]).key == jobs[0].key


@pytest.mark.xdist_group("dask")
def test_dask_makes_the_same_table(documents, job):
    engine = make_engine("dask", 2)
    made = list(run_tables(job, documents, engine, progress=False))
    here = list(run_tables(job, documents, InProcess(), progress=False))
    assert [problems for _, problems in made] == [problems for _, problems in here]
    pd.testing.assert_frame_equal(rows(iter(made)), rows(iter(here)))


def test_no_scheduler_there():
    engine = make_engine("dask", scheduler="nonsense://10.0.0.1")
    with pytest.raises(UsageError, match="--scheduler 'nonsense://10.0.0.1': no Dask scheduler answers"):
        list(engine.outcomes(tasks_for_workers.number, []))


@pytest.mark.xdist_group("dask")
def test_a_cluster_that_loses_a_worker_gives_the_single_process_result(repository):
    script = repository / "benchmarks" / "cluster_demo.py"
    done = subprocess.run(
        [sys.executable, str(script), "--made", "--megabytes", "1.5"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "killed with SIGKILL" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Identical:")
