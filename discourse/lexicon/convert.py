"""Lexicons from other formats and to them."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from pathlib import Path

from ..errors import LexiconError, listed
from .check import check
from .foreign import WordList, read_liwc, read_quanteda, read_table
from .model import Lexicon
from .read import LANGUAGES, builtin_lexicons, load_lexicon, parse_lexicon
from .write import dump, nested, to_csv, to_dic, to_yaml
from .yaml_source import read_yaml

READ_ENDINGS = (".yaml", ".yml", ".dic", ".csv")
WRITTEN_ENDINGS = (".yaml", ".yml", ".csv", ".dic")
_UNKNOWN = "not stated by its source"
_FIRST_VERSION = "0.1.0"


def convert(
    path: str | os.PathLike[str],
    to: str | os.PathLike[str],
    name: str | None = None,
    language: str | None = None,
) -> list[str]:
    """Convert a lexicon file into another format, by the endings of the two names.

    Read are LIWC dictionaries (.dic), dictionaries in quanteda's YAML format, CSV tables with the columns
    entry and category (also case, unless, only, note), and lexicons; written are lexicons (.yaml), CSV
    tables and LIWC dictionaries.

    Parameters
    ----------
    path : str or path
        The file to read, or the name of a built-in lexicon.
    to : str or path
        The file to write; replaced where it is there.
    name : str, optional
        The construct's name, for formats that do not hold it; by default the file's.
    language : "en" or "es", optional
        For formats that do not hold it; English where it is not given.

    Returns
    -------
    list of str
        What was changed, or could not be kept, one line each.

    Raises
    ------
    LexiconError
        The file is missing, of an unknown format or broken.
    """
    source, target = Path(path), Path(to)
    if target.suffix.lower() not in WRITTEN_ENDINGS:
        raise LexiconError(
            f"'{target}': lexicons cannot be written as '{target.suffix}';"
            f" allowed: {listed(WRITTEN_ENDINGS)}."
        )
    if source.resolve() == target.resolve():
        raise LexiconError(f"'{target}': source and result are the same file; give the result another name.")
    warnings: list[str] = []
    lost: list[str] = []
    if str(path) in builtin_lexicons():
        lexicon = replace(load_lexicon(str(path), language), name=name or str(path))
    else:
        lexicon, warnings = read_any(source, name, language)
    if target.suffix.lower() == ".csv":
        text, lost = to_csv(lexicon)
    elif target.suffix.lower() == ".dic":
        text, lost = to_dic(lexicon)
    else:
        text = to_yaml(lexicon)
    try:
        target.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise LexiconError(f"'{target}': cannot be written: {error.strerror or error}.") from None
    return [*warnings, *lost, *(str(p) for p in check(lexicon) if p.kind == "unreachable")]


def read_any(path: Path, name: str | None = None, language: str | None = None) -> tuple[Lexicon, list[str]]:
    """Read a lexicon in any of the formats known here.

    Parameters
    ----------
    path : Path
    name, language : str, optional
        For formats that do not hold them.

    Returns
    -------
    (Lexicon, list of str)
        The second: what was changed, or could not be kept, one line each.

    Raises
    ------
    LexiconError
        The file is missing, of an unknown format or broken.
    """
    where = f"Lexicon '{path.name}'"
    ending = path.suffix.lower()
    if path.is_dir():
        raise LexiconError(f"Lexicon '{path}': this is a folder; name a file in it.")
    if not ending and not path.exists():
        load_lexicon(os.fspath(path), language)  # says which names there are
    if ending not in READ_ENDINGS:
        raise LexiconError(f"{where}: '{path.suffix}' files cannot be read; allowed: {listed(READ_ENDINGS)}.")
    if not path.is_file():
        raise LexiconError(f"Lexicon file '{path}': there is no such file.")
    if language not in (None, *LANGUAGES):
        raise LexiconError(f"{where}: language '{language}'; allowed: {listed(LANGUAGES)}.")
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{where}: not UTF-8 (byte {error.start}); save it as UTF-8.") from None
    if ending == ".dic":
        return _adopt(read_liwc(text, where), path, data, name, language)
    if ending == ".csv":
        return _adopt(read_table(text, where), path, data, name, language)
    content, _ = read_yaml(text, where)
    if isinstance(content, dict) and "entries" in content:
        return _own(parse_lexicon(data, path.name), text, name, language)
    return _adopt(read_quanteda(content, where), path, data, name, language)


def _own(lexicon: Lexicon, text: str, name: str | None, language: str | None) -> tuple[Lexicon, list[str]]:
    warnings = []
    n_comments = sum(line.lstrip().startswith("#") for line in text.split("\n"))
    if n_comments:
        warnings.append(f"{n_comments} lines of comment left out; a note of an entry would be kept.")
    if language not in (None, lexicon.language):
        warnings.append(f"language '{language}' not used: the lexicon says '{lexicon.language}'.")
    return replace(lexicon, name=name or lexicon.name), warnings


def _adopt(
    found: WordList, path: Path, data: bytes, name: str | None, language: str | None
) -> tuple[Lexicon, list[str]]:
    """Make a lexicon of a word list."""
    where = f"Lexicon '{path.name}'"
    if not any(found.entries.values()):
        raise LexiconError(f"{where}: no entries found in it.")
    entries, warnings = found.entries, found.warnings
    if found.n_lowered:
        warnings.append(f"{found.n_lowered} entries are now in lower case, which matching needs.")
    if language is None:
        warnings.append("language taken to be 'en'; say --language es for Spanish.")
    warnings.append("measures, unit, inclusion and not_for are not known: state them before you use it.")
    content = {
        "name": name or path.stem,
        "version": _FIRST_VERSION,
        "language": language or "en",
        "measures": _UNKNOWN,
        "origin": f"Converted from '{path.name}' (SHA-256 {hashlib.sha256(data).hexdigest()}).",
        "categories": nested(dict.fromkeys(entries, "")),
        "entries": {category: own for category, own in entries.items() if own},
    }
    # lines of a file that nobody has seen would mislead
    try:
        lexicon = parse_lexicon(dump(content).encode(), path.name)
    except LexiconError as error:
        raise LexiconError(re.sub(r", line \d+(?=, entry )", "", str(error))) from None
    placeless = tuple(replace(entry, line=0) for entry in lexicon.entries)
    return replace(lexicon, entries=placeless, source=f"{path.stem}.yaml"), warnings
