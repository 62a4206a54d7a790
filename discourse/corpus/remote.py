"""Tables on an object store or a web server, through fsspec: fetched part by part, read, thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..errors import ReadError, listed
from ..readers import TABLE_ENDINGS, Document, Problem, read_table


def is_url(item: object) -> bool:
    """Say whether an input is a URL (s3://…, memory://…) and no path.

    Examples
    --------
    >>> is_url("s3://bucket/speeches"), is_url("corpus/texts")
    (True, False)
    """
    return "://" in str(item)


def read_url(
    url: str, text_column: str = "text", id_column: str = "id", language: str | None = None
) -> Iterator[Document | Problem]:
    """Read documents from a table, or from a folder of Parquet parts, that a URL names.

    Parameters
    ----------
    url : str
        Of a kind fsspec knows; some need a further package (s3fs, gcsfs, adlfs).
    text_column, id_column, language
        As for `read_table`.

    Yields
    ------
    Document or Problem

    Raises
    ------
    ReadError
        Nothing can be read there.
    UsageError
        A column is missing.
    """
    import fsspec

    try:
        store, inside = fsspec.core.url_to_fs(url)
        parts = _parts(store, inside)
    except FileNotFoundError:
        raise ReadError(f"'{url}': cannot be read (there is no such file or folder).") from None
    except (ImportError, OSError, ValueError) as error:
        raise ReadError(f"'{url}': cannot be read ({error}).") from None
    if not parts:
        raise ReadError(
            f"'{url}': no table there; allowed: {listed(TABLE_ENDINGS)}, or a folder of .parquet files."
        )
    for part in parts:
        name = url if part == inside else store.unstrip_protocol(part)
        with TemporaryDirectory(prefix="discourse-") as folder:
            local = Path(folder) / part.rpartition("/")[2]
            try:
                store.get_file(part, str(local))
            except OSError as error:
                raise ReadError(f"'{name}': cannot be read ({error}).") from None
            try:
                for entry in read_table(local, text_column, id_column, language):
                    yield _renamed(entry, str(local), name)
            except ReadError as error:
                raise ReadError(str(error).replace(str(local), name)) from None


def _parts(store: Any, inside: str) -> list[str]:
    if inside.lower().endswith(TABLE_ENDINGS):
        return [inside]
    names = sorted(str(name) for name in store.ls(inside, detail=False))
    hidden = ("_", ".")
    return [n for n in names if n.endswith(".parquet") and not n.rpartition("/")[2].startswith(hidden)]


def _renamed(entry: Document | Problem, local: str, name: str) -> Document | Problem:
    """Messages name where the table is, not where it was fetched to."""
    if isinstance(entry, Problem):
        return Problem(entry.message.replace(local, name))
    return replace(entry, source=entry.source.replace(local, name))
