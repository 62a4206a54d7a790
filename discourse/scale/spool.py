"""Tables that come batch by batch, kept in files until they are wanted whole.

Each batch has a file of its own, written by the process that works on it where that sees the folder. The files are
Arrow's and are mapped into memory when they are read, so that what several processes read of them stands in memory
once.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["Spool", "add_rows", "packed", "spooled"]


class Spool:
    """A folder of tables that grow; to be used in a ``with`` statement.

    Attributes
    ----------
    folder : Path
        Until the statement ends.
    """

    def __init__(self) -> None:
        # where a system does not let go of mapped files, they are left to it
        self._temporary = TemporaryDirectory(prefix="discourse-", ignore_cleanup_errors=True)
        self.folder = Path(self._temporary.name)

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._temporary.cleanup()

    def leave_out(self, batch: int) -> None:
        """Take away what was added of a batch."""
        for table in self.folder.iterdir():
            _file(self.folder, table.name, batch).unlink(missing_ok=True)


def add_rows(folder: Path, name: str, batch: int, rows: pd.DataFrame | pa.Buffer) -> None:
    """Add a batch's rows to a table, or put them in the place of those it had there.

    Parameters
    ----------
    folder : Path
        Of a spool.
    name : str
        The table.
    batch : int
        Its place in the run, which is that of the rows in the table.
    rows : DataFrame or pyarrow.Buffer
        Columns of objects are text; a buffer is from `packed`.
    """
    import pyarrow as pa

    file = _file(folder, name, batch)
    file.parent.mkdir(exist_ok=True)
    if isinstance(rows, pa.Buffer):
        file.write_bytes(rows)
    else:
        with pa.OSFile(str(file), "wb") as sink:
            _write(rows, sink)


def _file(folder: Path, name: str, batch: int) -> Path:
    return folder / name / f"{batch:09d}.arrow"


def packed(table: pd.DataFrame) -> pa.Buffer:
    """Give a table's rows as bytes.

    Parameters
    ----------
    table : DataFrame
        Columns of objects are text.

    Returns
    -------
    pyarrow.Buffer
        Travels between processes without being copied out.

    Examples
    --------
    >>> import pandas as pd
    >>> with Spool() as spool:
    ...     add_rows(spool.folder, "counts", 0, packed(pd.DataFrame({"doc_id": ["b"], "n": [1]})))
    ...     add_rows(spool.folder, "counts", 1, pd.DataFrame({"doc_id": ["a"], "n": [1]}))
    ...     spooled(spool.folder, "counts", ordered=True)["doc_id"].tolist()
    ['a', 'b']
    """
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    _write(table, sink)
    return sink.getvalue()


def _write(table: pd.DataFrame, sink: pa.NativeFile) -> None:
    import pyarrow as pa

    rows = pa.table({str(name): _column(table[name]) for name in table.columns})
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)


def _column(values: pd.Series) -> pa.Array:
    import pyarrow as pa

    if values.dtype != object:
        return pa.array(values, from_pandas=True)
    try:
        return pa.array(values.to_numpy(), type=pa.large_string(), from_pandas=True)
    except pa.ArrowTypeError:  # what is no text is written as text
        return pa.array(values.astype("str"), from_pandas=True)


def spooled(folder: Path, name: str, ordered: bool = False) -> pd.DataFrame:
    """Read a table whole.

    Parameters
    ----------
    folder : Path
        Of a spool that nothing is added to any more.
    name : str
    ordered : bool
        In the order of doc_id; else as the rows came.

    Returns
    -------
    DataFrame
    """
    import pyarrow as pa

    parts = []
    for file in sorted((folder / name).iterdir()):
        with pa.memory_map(str(file)) as source:
            parts.append(pa.ipc.open_stream(source).read_all())
    rows = pa.concat_tables(parts)
    if ordered:
        documents = rows["doc_id"].combine_chunks().dictionary_encode()
        rank = np.argsort(np.argsort(np.array(documents.dictionary.to_pylist(), dtype=object)))
        place = rank[documents.indices.to_numpy()]
        if (np.diff(place) < 0).any():
            rows = rows.take(pa.array(np.argsort(place, kind="stable")))
    frame: pd.DataFrame = rows.to_pandas()
    return frame
