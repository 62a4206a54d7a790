"""A folder of numbered Parquet parts: written part by part, resumed where a run was killed."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

import fsspec
from fsspec.implementations.local import LocalFileSystem

from ..errors import UsageError, listed

if TYPE_CHECKING:
    import pandas as pd

    from .batches import Batch
    from .jobs import Job

MANIFEST = "_manifest.json"
_PART, _WRITING, _ASIDE = "part-", "_writing-", "_aside-"
_KEY, _PROBLEMS = b"discourse.batch", b"discourse.problems"  # in a part's own metadata


class PartsFolder:
    """Numbered Parquet parts on any store fsspec knows, each of which says what batch it was made from.

    A part is written under another name and renamed, so that one under its own name is complete. A batch is
    known by what is in it: in a corpus that has grown, only the batches with new documents are made again,
    and the other parts are renumbered. No step needs another to have happened: a run can be killed anywhere.

    Parameters
    ----------
    path : str
        A folder or a URL (s3://…, memory://…).
    job : Job
    inputs : sequence of str
        What the documents are read from; a run may add to those of the earlier one.

    Raises
    ------
    UsageError
        The folder holds another run's parts, or other files.
    """

    def __init__(self, path: str, job: Job, inputs: Sequence[str] = ()) -> None:
        try:
            self._store, inside = fsspec.core.url_to_fs(path)
            self._path = inside.rstrip("/")
            self._store.makedirs(self._path, exist_ok=True)
            names = self._names()
        except (ValueError, ImportError, OSError) as error:
            raise UsageError(f"--output '{path}': no folder can be written there ({error}).") from None
        self._manifest = b""  # to be written
        self._check(path, names, job, [_fingerprint(item) for item in inputs])
        self._where: dict[str, str] = {}  # batch → the part that holds it
        self._holder: dict[str, str] = {}  # part → the batch it holds
        self._problems: dict[str, list[str]] = {}
        self._used: set[str] = set()
        for name in names:
            if name.startswith((_PART, _ASIDE)):
                self._recognise(name)

    def _check(self, path: str, names: list[str], job: Job, inputs: list[str]) -> None:
        """Refuse to mix two runs; this one's manifest is written with its first part."""
        record = {**job.record, "inputs": inputs}
        if MANIFEST in names:
            try:
                before = json.loads(self._store.cat_file(self._file(MANIFEST)))
                other = [name for name in job.record if before[name] != record[name]]
                missing = set(before["inputs"]) - set(inputs)
            except (ValueError, KeyError, TypeError):
                raise UsageError(
                    f"--output '{path}': its {MANIFEST} is broken; empty the folder and run again."
                ) from None
            if other:
                raise UsageError(
                    f"--output '{path}': holds the parts of another run (other {listed(other)}); choose another"
                    " folder, or empty this one."
                )
            if missing:
                raise UsageError(
                    f"--output '{path}': holds the parts of a run over other inputs; name them too, choose"
                    " another folder, or empty this one."
                )
            if before == record:
                return
        elif any(not name.startswith(("_", ".")) for name in names):
            raise UsageError(
                f"--output '{path}': holds files that are no parts of a run; choose another folder."
            )
        self._manifest = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"

    def _names(self) -> list[str]:
        self._store.invalidate_cache()
        try:
            found = self._store.ls(self._path, detail=False)
        except FileNotFoundError:  # an object store has no empty folders
            return []
        return sorted(str(name).rstrip("/").rpartition("/")[2] for name in found)

    def _file(self, name: str) -> str:
        return f"{self._path}/{name}"

    def _recognise(self, name: str) -> None:
        """Read from a part's own metadata what it was made from; one that cannot say so is made again."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            with self._store.open(self._file(name), "rb") as stream:
                own = pq.read_schema(stream).metadata or {}
            key, problems = own[_KEY].decode(), json.loads(own[_PROBLEMS])
        except (pa.ArrowException, OSError, KeyError, ValueError):
            return
        if key not in self._where:  # a move that was cut short may leave two
            self._where[key], self._holder[name], self._problems[key] = name, key, problems

    def _write(self, name: str, data: bytes) -> None:
        self._pipe(_WRITING + name, data)
        self._move(_WRITING + name, name)

    def _pipe(self, name: str, data: bytes) -> None:
        self._store.pipe_file(self._file(name), data)

    def _remove(self, name: str) -> None:
        self._store.rm_file(self._file(name))

    def _move(self, before: str, name: str) -> None:
        if isinstance(self._store, LocalFileSystem):
            os.replace(self._file(before), self._file(name))
        else:
            self._store.mv(self._file(before), self._file(name))

    def known(self, batch: Batch) -> list[str] | None:
        """Give the problems of a batch done before, whose part now has its number; None where it was not."""
        if batch.key not in self._where or batch.is_local:
            return None
        self._rename(batch.key, part_name(batch.number))
        self._used.add(part_name(batch.number))
        return self._problems[batch.key]

    def add(self, batch: Batch, data: bytes, problems: list[str]) -> None:
        """Write the part of a batch, which `part_bytes` has made."""
        self._begin()
        name = part_name(batch.number)
        self._holder.pop(self._where.pop(batch.key, ""), None)  # of an earlier run, to be replaced
        if name in self._holder:
            self._set_aside(name)
        self._write(name, data)
        self._holder[name], self._where[batch.key] = batch.key, name
        self._used.add(name)

    def _begin(self) -> None:
        if self._manifest:
            self._write(MANIFEST, self._manifest)
            self._manifest = b""

    def finish(self) -> None:
        """Take away what earlier runs left and this one did not use."""
        self._begin()
        for name in self._names():
            if name.startswith((_PART, _WRITING, _ASIDE)) and name not in self._used:
                self._remove(name)

    def _rename(self, key: str, name: str) -> None:
        before = self._where[key]
        if before != name:
            if name in self._holder:
                self._set_aside(name)
            self._move(before, name)
            self._holder.pop(before, None)
            self._holder[name], self._where[key] = key, name

    def _set_aside(self, name: str) -> None:
        """Free a part's name; its batch may come later in the run, under another number."""
        key = self._holder[name]
        self._rename(key, f"{_ASIDE}{key[:32]}.parquet")


def part_name(number: int) -> str:
    """Name a part by its number.

    Examples
    --------
    >>> part_name(12)
    'part-000012.parquet'
    """
    return f"{_PART}{number:06d}.parquet"


def part_bytes(table: pd.DataFrame, key: str, problems: list[str]) -> bytes:
    """Make the Parquet file of a part, which says what batch it is of.

    Parameters
    ----------
    table : DataFrame
    key : str
        Of the batch.
    problems : list of str

    Returns
    -------
    bytes
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    from ..evidence import plain

    rows = pa.Table.from_pandas(plain(table), preserve_index=False)
    own = {_KEY: key.encode(), _PROBLEMS: json.dumps(problems, ensure_ascii=False).encode()}
    stream = io.BytesIO()
    pq.write_table(rows.replace_schema_metadata({**(rows.schema.metadata or {}), **own}), stream)
    return stream.getvalue()


def _fingerprint(item: str) -> str:
    """An input, told from others without naming a path; ./texts/ is texts."""
    name = str(item).rstrip("/") if "://" in str(item) else PurePath(item).as_posix()
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
