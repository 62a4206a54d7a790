"""Make corpora of well-known collections: the UN General Debate, and those in NLTK's data folder."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import ReadError, UsageError, did_you_mean, listed
from ..readers import Document, Problem, decode, read_table

_UNGDC_NAME = re.compile(r"([A-Z]{2,4})_(\d{1,2})_(\d{4})\.txt")
NLTK_CORPORA = {
    "state_union": "President",  # files are called 1965-Johnson-1.txt
    "inaugural": "President",
}


def import_corpus(kind: str, source: str) -> Iterator[Document | Problem]:
    """Read the documents of a well-known collection with its own metadata.

    Parameters
    ----------
    kind : str
        "ungdc": the United Nations General Debate Corpus (doi:10.7910/DVN/0TJX8Y), as the archive's folder
        of ``Session NN - YYYY/ISO_NN_YYYY.txt`` or as a Parquet file with the columns id and text.
        "nltk": a corpus of addresses in NLTK's data folder ($NLTK_DATA).
    source : str
        The folder or file of "ungdc"; "state_union" or "inaugural" of "nltk".

    Yields
    ------
    Document or Problem
        Metadata: country, session and year; or speaker and year.

    Raises
    ------
    UsageError, ReadError
        An unknown kind, or nothing there.
    """
    if kind not in IMPORTERS:
        raise UsageError(
            f"No collection '{kind}'; there are: {listed(IMPORTERS)}.{did_you_mean(kind, IMPORTERS)}"
        )
    return IMPORTERS[kind](source)


def _ungdc(source: str) -> Iterator[Document | Problem]:
    path = Path(source)
    if path.is_file():
        yield from read_table(path, language="en")
        return
    if not path.is_dir():
        raise ReadError(f"'{source}': there is no such file or folder.")
    found = sorted(
        (int(m[3]), m[1], p, m) for p in path.rglob("*.txt") if (m := _UNGDC_NAME.fullmatch(p.name))
    )
    if not found:
        raise ReadError(f"'{source}': no file called like USA_01_1946.txt; give the archive's folder TXT.")
    for year, country, file, match in found:
        meta = {"country": country, "session": str(int(match[2])), "year": str(year)}
        yield _document(file.stem, file.read_bytes(), meta, str(file))


def _nltk(source: str) -> Iterator[Document | Problem]:
    if source not in NLTK_CORPORA:
        raise UsageError(
            f"No NLTK corpus '{source}' can be imported; there are: {listed(NLTK_CORPORA)}."
            f"{did_you_mean(source, NLTK_CORPORA)}"
        )
    for file, data in _nltk_files(source):
        year, _, rest = file.removesuffix(".txt").partition("-")
        meta = {
            "year": year,
            "speaker": rest.partition("-")[0],
            "office": NLTK_CORPORA[source],
            "country": "USA",
        }
        yield _document(file.removesuffix(".txt"), data, meta, f"{source}/{file}")


def _nltk_files(name: str) -> list[tuple[str, bytes]]:
    """The texts of an NLTK corpus, unpacked or in its archive, wherever $NLTK_DATA points."""
    folders = [Path(p) for p in os.environ.get("NLTK_DATA", "").split(os.pathsep) if p]
    for folder in folders:
        unpacked, archive = folder / "corpora" / name, folder / "corpora" / f"{name}.zip"
        if unpacked.is_dir():
            return [(p.name, p.read_bytes()) for p in sorted(unpacked.glob("*.txt")) if p.name != "README"]
        if archive.is_file():
            with zipfile.ZipFile(archive) as content:
                names = sorted(n for n in content.namelist() if n.endswith(".txt"))
                return [(n.rpartition("/")[2], content.read(n)) for n in names]
    raise ReadError(
        f"NLTK corpus '{name}': not found; set NLTK_DATA to the folder that nltk.download('{name}') filled."
    )


def _document(doc_id: str, data: bytes, metadata: dict[str, str], source: str) -> Document | Problem:
    try:
        text = _decoded(data, source)
    except ReadError as error:
        return Problem(str(error))
    return Document(doc_id, text, hashlib.sha256(data).hexdigest(), "en", metadata, source)


def _decoded(data: bytes, source: str) -> str:
    """UTF-8; else Big5 where it gives nothing but punctuation outside ASCII; else Windows-1252.

    Some files of these collections of English texts were typed on machines with other encodings: their
    quotation marks and dashes are Big5's, their rare letters those of Western Europe. Nothing is repaired
    beyond that.
    """
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        for encoding in ("big5", "cp1252"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if encoding == "cp1252" or _only_marks(text):
                return decode(text.encode("utf-8"), source)
        raise ReadError(f"'{source}': neither UTF-8, nor Big5 punctuation, nor Windows-1252.") from None
    return decode(data, source)


def _only_marks(text: str) -> bool:
    """Are all characters outside ASCII punctuation, symbols or spaces."""
    return all(unicodedata.category(c)[0] in "PSZ" for c in set(text) if ord(c) > 127)


IMPORTERS: dict[str, Callable[[str], Iterator[Document | Problem]]] = {"ungdc": _ungdc, "nltk": _nltk}
