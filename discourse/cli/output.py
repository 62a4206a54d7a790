"""Write a table that comes in parts: to standard output, CSV, JSON Lines or Parquet."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..errors import UsageError, listed

if TYPE_CHECKING:
    import pandas as pd

Write = Callable[["pd.DataFrame"], None]
ENDINGS = (".csv", ".jsonl", ".parquet")


@contextmanager
def open_writer(output: str | None, format: str) -> Iterator[Write]:
    """Open what a command writes to.

    A file is written under another name and renamed when it is complete: a command that fails or is killed
    leaves what was there before.

    Parameters
    ----------
    output : str or None
        A file, whose ending picks the format; standard output where None.
    format : str
        On standard output: "csv" or "jsonl".

    Yields
    ------
    function
        Call it with each part of the table, in order.

    Raises
    ------
    UsageError
        An unknown ending, or no such folder.
    """
    if output is None:
        yield _text_writer(sys.stdout, format)
        sys.stdout.flush()
        return
    path = Path(output)
    if path.suffix not in ENDINGS:
        raise UsageError(
            f"--output '{output}': ending '{path.suffix}'; allowed: {listed(ENDINGS)}, or none for a folder of"
            " parts where the command works batch by batch."
        )
    if not path.parent.is_dir():
        raise UsageError(f"--output '{output}': there is no folder '{path.parent}'.")
    in_place = path.exists() and not path.is_file()  # a pipe or a device
    target = path if in_place else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with ExitStack() as stack:
            if path.suffix == ".parquet":
                yield _parquet_writer(target, stack)
            else:
                stream = stack.enter_context(target.open("w", encoding="utf-8", newline=""))
                yield _text_writer(stream, path.suffix[1:])
        if not in_place:
            target.replace(path)
    except OSError as error:
        raise UsageError(f"--output '{output}': cannot be written ({error.strerror or error}).") from None
    finally:
        if not in_place:
            target.unlink(missing_ok=True)


def _text_writer(stream: TextIO, format: str) -> Write:
    from ..evidence import csv_text, json_lines

    parts = 0

    def write(table: pd.DataFrame) -> None:
        nonlocal parts
        text = json_lines(table) if format == "jsonl" else csv_text(table, header=parts == 0)
        stream.write(text)
        parts += 1

    return write


def _parquet_writer(path: Path, stack: ExitStack) -> Write:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from ..evidence import plain

    writer: Any = None

    def write(table: pd.DataFrame) -> None:
        nonlocal writer
        rows = pa.Table.from_pandas(
            plain(table), preserve_index=False, schema=writer.schema if writer else None
        )
        if writer is None:
            writer = stack.enter_context(pq.ParquetWriter(path, rows.schema))
        writer.write_table(rows)

    return write
