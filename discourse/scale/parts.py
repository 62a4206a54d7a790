"""A folder of numbered Parquet parts: written part by part, resumed where a run was killed."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import fsspec

from ..errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from .batches import Batch
    from .jobs import Job

MANIFEST = "_manifest.json"
_RECORD, _WRITING = "_batch-", "_writing-"


class PartsFolder:
    """Numbered Parquet parts, each with a record of the batch it came from, on any store fsspec knows.

    A part and its record are written under another name and renamed, the record last: a batch without a
    record was not done. Batches are known by what is in them, so that in a corpus that has grown only the
    batches with new documents are made again, and the other parts are renumbered.

    Parameters
    ----------
    path : str
        A folder or a URL (s3://…, memory://…).
    job : Job

    Raises
    ------
    UsageError
        The folder holds another run's parts, or other files.
    """

    def __init__(self, path: str, job: Job) -> None:
        try:
            self._store, inside = fsspec.core.url_to_fs(path)
        except (ValueError, ImportError) as error:
            raise UsageError(f"'{path}': no store of this kind can be written to ({error}).") from None
        self._path = inside.rstrip("/")
        self._store.makedirs(self._path, exist_ok=True)
        names = self._names()
        if MANIFEST in names:
            if self._read(MANIFEST).get("job") != job.key:
                raise UsageError(f"'{path}': holds the parts of another run (other lexicons, settings or version);"
                                 " choose another folder or empty this one.")
        elif any(not name.startswith("_") for name in names):
            raise UsageError(f"'{path}': holds files that are no parts of a run; choose another folder.")
        else:
            self._write(MANIFEST, json.dumps({"job": job.key, "table": job.table}).encode())
        records = [self._read(name) for name in names if name.startswith(_RECORD)]
        present = set(names)
        self._known = {r["batch"]: r for r in records if r.get("part") in present}
        self._holder = {r["part"]: key for key, r in self._known.items()}
        self._used: set[str] = set()

    def _names(self) -> list[str]:
        self._store.invalidate_cache()
        return sorted(str(name).rstrip("/").rpartition("/")[2] for name in self._store.ls(self._path, detail=False))

    def _file(self, name: str) -> str:
        return f"{self._path}/{name}"

    def _read(self, name: str) -> dict:  # type: ignore[type-arg]
        try:
            content = json.loads(self._store.cat_file(self._file(name)))
        except ValueError:
            content = None
        if not isinstance(content, dict):
            raise UsageError(f"'{self._file(name)}': broken; empty the folder and run again.")
        return content

    def _write(self, name: str, data: bytes) -> None:
        self._store.pipe_file(self._file(_WRITING + name), data)
        self._store.mv(self._file(_WRITING + name), self._file(name))

    def known(self, batch: Batch) -> list[str] | None:
        """The problems of a batch that was done before, whose part now has its number; None where it was not."""
        record = self._known.get(batch.key)
        if record is None:
            return None
        wanted = part_name(batch.number)
        if record["part"] != wanted:
            self._make_room(wanted)
            self._move(batch.key, wanted)
        self._used.add(wanted)
        return list(self._known[batch.key]["problems"])

    def add(self, batch: Batch, table: pd.DataFrame, problems: list[str]) -> None:
        """Write the part of a batch, then the record that says it is done."""
        name = part_name(batch.number)
        self._make_room(name)
        self._write(name, parquet_bytes(table))
        self._record({"batch": batch.key, "part": name, "rows": len(table), "problems": problems})
        self._used.add(name)

    def finish(self) -> None:
        """Take away what earlier runs left and this one did not use."""
        for key, record in self._known.items():
            if record["part"] not in self._used:
                self._remove(_record_name(key))
        for name in self._names():
            stale = not name.startswith("_") and name not in self._used
            if stale or name.startswith((_WRITING, "_aside-")):
                self._remove(name)

    def _make_room(self, name: str) -> None:
        """Set a part aside that another batch's is to replace; it may be wanted under a later number."""
        key = self._holder.get(name)
        if key is not None:
            self._move(key, f"_aside-{key[:24]}.parquet")

    def _move(self, key: str, name: str) -> None:
        """Rename a part; its record goes first, so that no record ever names a wrong part."""
        record = self._known[key]
        self._remove(_record_name(key))
        self._store.mv(self._file(record["part"]), self._file(name))
        self._holder.pop(record["part"], None)
        self._record({**record, "part": name})

    def _record(self, record: dict) -> None:  # type: ignore[type-arg]
        self._write(_record_name(record["batch"]), json.dumps(record, ensure_ascii=False).encode())
        self._known[record["batch"]] = record
        self._holder[record["part"]] = record["batch"]

    def _remove(self, name: str) -> None:
        if self._store.exists(self._file(name)):
            self._store.rm_file(self._file(name))


def part_name(number: int) -> str:
    """“part-00012.parquet”."""
    return f"part-{number:05d}.parquet"


def _record_name(key: str) -> str:
    return f"{_RECORD}{key[:24]}.json"


def parquet_bytes(table: pd.DataFrame) -> bytes:
    """A table as the bytes of a Parquet file with plain types."""
    from ..evidence import plain

    stream = io.BytesIO()
    plain(table).to_parquet(stream, index=False)
    return stream.getvalue()
