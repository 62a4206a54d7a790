"""Add texts to a corpus folder: text and metadata row together, or nothing at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ..errors import CorpusError, ReadError, UsageError
from ..readers import Document, decode_table, delimiter_of, read_file
from .folders import METADATA, REQUIRED, TEXTS, read_metadata

_FILLED_IN = ("doc_id", "file", "language", "sha256", "n_characters")


class FilesRefusedError(CorpusError):
    """Files that cannot be added, so that none was.

    Attributes
    ----------
    problems : list of str
        One line a file.
    """

    def __init__(self, problems: list[str]) -> None:
        more = f" {len(problems) - 1} more files are refused, too." if len(problems) > 1 else ""
        super().__init__(f"{problems[0]}{more}")
        self.problems = problems


def add_documents(
    folder: Path, files: Sequence[Path], metadata: dict[str, str] | None = None, language: str | None = None
) -> list[str]:
    """Add plain-text files to a corpus folder: text and metadata row together, or nothing at all.

    Parameters
    ----------
    folder : Path
        A corpus folder; made where it is missing.
    files : sequence of Path
        Text files in UTF-8; the doc_id is the file's name without its ending.
    metadata : dict, optional
        Further cells for the rows; `rights` is "unspecified" where not given.
    language : str, optional
        Detected where None.

    Returns
    -------
    list of str
        The new doc_ids.

    Raises
    ------
    FilesRefusedError, CorpusError, UsageError
        Nothing was written.
    """
    own = [c for c in metadata or {} if c in _FILLED_IN]
    if own:
        advice = "say --language" if own[0] == "language" else "leave it out"
        raise UsageError(f"Column '{own[0]}' is filled in from the file; {advice}.")
    path = folder / METADATA
    rows = read_metadata(folder) if path.is_file() else []
    columns = list(rows[0]) if rows else [*REQUIRED, "n_characters"]
    if path.is_file() and not rows:
        header = decode_table(path.read_bytes(), str(path)).partition("\n")[0]
        columns = next(csv.reader(io.StringIO(header), delimiter=delimiter_of(header, REQUIRED)))
    columns += [c for c in metadata or {} if c not in columns]
    taken = {row["doc_id"] for row in rows}
    sums = {row["sha256"]: row["doc_id"] for row in rows}
    new: list[tuple[Path, bytes, dict[str, str]]] = []
    refused: list[str] = []
    for file in files:
        try:
            document = _readable(file, language)
            _check_new(document, file, folder / TEXTS / file.name, taken, sums)
        except (CorpusError, ReadError) as error:
            refused.append(str(error))
            continue
        taken.add(document.doc_id)
        sums[document.sha256] = document.doc_id
        cells = {
            "rights": "unspecified",
            **(metadata or {}),
            "doc_id": document.doc_id,
            "file": f"{TEXTS}/{file.name}",
            "language": document.language,
            "sha256": document.sha256,
            "n_characters": str(len(document.text or "")),
        }
        new.append((folder / TEXTS / file.name, file.read_bytes(), {c: cells.get(c, "") for c in columns}))
    if refused:
        raise FilesRefusedError(refused)
    _write_together(folder, columns, rows, new)
    return [row["doc_id"] for _, _, row in new]


def _readable(file: Path, language: str | None) -> Document:
    if file.suffix.lower() not in (".txt", ".md"):
        raise ReadError(f"'{file}': only plain text (.txt, .md) can be added; convert it first.")
    return read_file(file, file.stem, language)


def _check_new(document: Document, file: Path, target: Path, taken: set[str], sums: dict[str, str]) -> None:
    """Refuse an id, a text or a file that is there."""
    if document.doc_id in taken:
        raise CorpusError(f"'{file}': the id '{document.doc_id}' is in the corpus already; rename the file.")
    if document.sha256 in sums:
        raise CorpusError(f"'{file}': the same text is in the corpus already, as '{sums[document.sha256]}'.")
    if target.exists():
        raise CorpusError(f"'{target}': this file exists already; rename yours.")


def _write_together(
    folder: Path,
    columns: list[str],
    rows: list[dict[str, str]],
    new: list[tuple[Path, bytes, dict[str, str]]],
) -> None:
    """Write texts, then the table by one rename; take the texts back where anything fails."""
    (folder / TEXTS).mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    temporary = folder / f".{METADATA}.new"
    try:
        for target, data, _ in new:
            written.append(target)
            target.write_bytes(data)
        with temporary.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows([*rows, *(row for _, _, row in new)])
        temporary.replace(folder / METADATA)
    except OSError as error:
        for target in written:
            target.unlink(missing_ok=True)
        temporary.unlink(missing_ok=True)
        raise CorpusError(
            f"'{folder}': could not write ({error.strerror or error}); nothing was added."
        ) from None
