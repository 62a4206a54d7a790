"""Write what a verb makes: a table that comes in parts, to standard output or a file, or a page."""

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
PAGES = (".html", ".htm")


@contextmanager
def open_writer(output: str | None, format: str | None) -> Iterator[Write]:
    """Open what a command writes to.

    A file is written under another name and renamed when it is complete: a command that fails or is killed
    leaves what was there before.

    Parameters
    ----------
    output : str or None
        A file, whose ending picks the format; standard output where None.
    format : str or None
        On standard output: "csv" (where None) or "jsonl".

    Yields
    ------
    function
        Call it with each part of the table, in order.

    Raises
    ------
    UsageError
        An unknown ending, no such folder, or it cannot be written.
    """
    if output is None:
        yield _text_writer(sys.stdout, format or "csv")
        sys.stdout.flush()
        return
    path, ending = _table_file(output)
    in_place = path.exists() and not path.is_file()  # a pipe or a device
    target = path if in_place else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with ExitStack() as stack:
            if ending == ".parquet":
                yield _parquet_writer(target, stack)
            else:
                stream = stack.enter_context(target.open("w", encoding="utf-8", newline=""))
                yield _text_writer(stream, ending[1:])
        if not in_place:
            target.replace(path)
    except OSError as error:
        raise UsageError(f"--output '{output}': cannot be written ({error.strerror or error}).") from None
    finally:
        if not in_place:
            target.unlink(missing_ok=True)


def _table_file(output: str) -> tuple[Path, str]:
    """The path and the ending of a file that a table can be written to."""
    if "://" in output:
        raise UsageError(
            f"--output '{output}': one file is written on this machine only; leave the ending out for a folder of"
            " Parquet parts on that store, or name a file here."
        )
    path = Path(output)
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(
            f"--output '{output}': ending '{path.suffix}'; allowed: {listed(ENDINGS)}, or none for a folder of"
            " parts where the command works batch by batch."
        )
    _check_folder(path)
    return path, ending


def check_table(output: str | None, format: str | None) -> None:
    """Refuse, before a long reading begins, a file that no table can be written to.

    Raises
    ------
    UsageError
    """
    check_format(output, format)
    if output is not None:
        _table_file(output)


def check_format(output: str | None, format: str | None) -> None:
    """Refuse a format for standard output beside a file whose ending asks for another one.

    Raises
    ------
    UsageError
    """
    if output is not None and format and not output.lower().endswith(f".{format}"):
        raise UsageError(
            f"--format {format} is for standard output, and --output '{output}' has its format by its ending"
            f" (none: Parquet parts): leave one of them out, or let the name end in .{format}."
        )


def check_page(output: str, what: str) -> None:
    """Refuse, before a long reading begins, a name that is no page's or that cannot be written.

    Raises
    ------
    UsageError
    """
    path = Path(output)
    if path.suffix.lower() not in PAGES:
        raise UsageError(f"--output '{output}': {what} is a page; let the name end in .html.")
    if "://" in output:
        raise UsageError(f"--output '{output}': a page is written on this machine only; name a file here.")
    _check_folder(path)


def write_page(page: str, output: str | None) -> None:
    """Write a page whole, or leave what was there; to standard output where None.

    Raises
    ------
    UsageError
        It cannot be written.
    """
    if output is None:
        sys.stdout.write(page)
        return
    path = Path(output)
    target = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        target.write_text(page, encoding="utf-8", newline="\n")
        target.replace(path)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise UsageError(f"--output '{output}': cannot be written ({error.strerror or error}).") from None


def _check_folder(path: Path) -> None:
    """Refuse a file in a folder that is not there or may not be written into, or that is a folder itself."""
    if not path.parent.is_dir():
        raise UsageError(f"--output '{path}': there is no folder '{path.parent}'; make it first.")
    if path.is_dir():
        raise UsageError(f"--output '{path}': this is a folder; name a file.")
    is_device = path.exists() and not path.is_file()  # a pipe has rights of its own
    if not is_device and not os.access(path.parent, os.W_OK):
        raise UsageError(f"--output '{path}': nothing may be written into the folder '{path.parent}'.")


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
