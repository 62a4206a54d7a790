"""Lexicons from other formats and to them."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from ..errors import LexiconError, listed
from .check import check
from .foreign import BETWEEN_PATTERNS, RULE_COLUMNS, WordList, read_liwc, read_quanteda, read_table, read_yaml
from .model import Entry, Lexicon
from .read import LANGUAGES, parse_lexicon

READ_ENDINGS = (".yaml", ".yml", ".dic", ".csv")
WRITTEN_ENDINGS = (".yaml", ".yml", ".csv")
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
    entry and category (also case, unless, only, note), and lexicons; written are lexicons (.yaml) and CSV.

    Parameters
    ----------
    path : str or path
        The file to read.
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
    lexicon, warnings = read_any(source, name, language)
    if target.suffix.lower() == ".csv":
        text, lost = to_csv(lexicon)
        warnings += lost
    else:
        text = to_yaml(lexicon)
    try:
        target.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise LexiconError(f"'{target}': cannot be written: {error.strerror or error}.") from None
    warnings += [str(problem) for problem in check(lexicon) if problem.kind == "unreachable"]
    return warnings


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
    if ending not in READ_ENDINGS:
        raise LexiconError(f"{where}: '{path.suffix}' files cannot be read; allowed: {listed(READ_ENDINGS)}.")
    if not path.is_file():
        raise LexiconError(f"Lexicon file '{path}': there is no such file.")
    if language not in (None, *LANGUAGES):
        raise LexiconError(f"{where}: language '{language}'; allowed: {listed(LANGUAGES)}.")
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{where}: not UTF-8 (byte {error.start}); save it as UTF-8.") from None
    if ending == ".dic":
        return _adopt(read_liwc(text, where), path, data, name, language)
    if ending == ".csv":
        return _adopt(read_table(text, where), path, data, name, language)
    content = read_yaml(text, where)
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
        "categories": _tree(dict.fromkeys(entries, "")),
        "entries": {category: own for category, own in entries.items() if own},
    }
    return parse_lexicon(_dumped(content).encode(), f"{path.stem}.yaml"), warnings


def _tree(descriptions: dict[str, str]) -> dict[str, Any]:
    """Dotted names → the nested mapping of a lexicon file."""
    tree: dict[str, Any] = {}
    for dotted in sorted(descriptions, key=lambda name: name.count(".")):
        *above, own = dotted.split(".")
        level = tree
        for part in above:
            node = level.setdefault(part, {})
            if isinstance(node, str):
                node = level[part] = {"description": node}
            level = node.setdefault("categories", {})
        level[own] = descriptions[dotted]
    return tree


def to_yaml(lexicon: Lexicon) -> str:
    """Write a lexicon as a lexicon file, with all it has.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    str

    Examples
    --------
    >>> from discourse.lexicon import load_lexicon, parse_lexicon
    >>> lexicon = load_lexicon("war_peace", "es")
    >>> parse_lexicon(to_yaml(lexicon).encode(), "copy.yaml").entries == lexicon.entries
    True
    """
    entries: dict[str, list[Any]] = {}
    for items in _items(lexicon):
        first = items[0]
        rules: dict[str, Any] = {"entry": [e.text for e in items] if len(items) > 1 else first.text}
        rules |= {k: list(v) if isinstance(v, tuple) else v for k, v in _rules(first) if v}
        own = entries.setdefault(lexicon.categories[first.category], [])
        own.append(rules if len(rules) > 1 or len(items) > 1 else first.text)
    content: dict[str, Any] = {
        "name": lexicon.name,
        "version": lexicon.version,
        "language": lexicon.language,
        **lexicon.datasheet,
        "categories": _tree(lexicon.descriptions),
    }
    if lexicon.sets:
        content["sets"] = {name: list(words) for name, words in lexicon.sets.items()}
    content["entries"] = entries
    if lexicon.examples:
        content["examples"] = {
            "match": [{"text": e.text, "hits": e.hits} for e in lexicon.examples if e.hits],
            "no_match": [e.text for e in lexicon.examples if not e.hits],
        }
    return _dumped(content)


def _items(lexicon: Lexicon) -> list[list[Entry]]:
    """The entries, those of one item of the file together."""
    items: list[list[Entry]] = []
    for entry in lexicon.entries:
        if items and items[-1][0].number == entry.number:
            items[-1].append(entry)
        else:
            items.append([entry])
    return items


def _rules(entry: Entry) -> list[tuple[str, Any]]:
    return [(field, getattr(entry, field)) for field in RULE_COLUMNS]


def _dumped(content: dict[str, Any]) -> str:
    dumped: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
    return dumped


def to_csv(lexicon: Lexicon) -> tuple[str, list[str]]:
    """Write a lexicon as a CSV table: entry, category, case, unless, only, note.

    Named sets are written out as alternatives in the rules.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    (str, list of str)
        The table; what it cannot hold, one line each.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["entry", "category", *RULE_COLUMNS])
    for entry in lexicon.entries:
        cells = [
            BETWEEN_PATTERNS.join(_written_out(p, lexicon) for p in rule)
            if isinstance(rule, tuple)
            else rule or ""
            for _, rule in _rules(entry)
        ]
        writer.writerow([entry.text, lexicon.categories[entry.category], *cells])
    lost = [
        f"{what} left out: a CSV table has no place for it."
        for what, there in (
            ("name, version and language", True),
            ("descriptions of categories", any(lexicon.descriptions.values())),
            (f"datasheet ({listed(lexicon.datasheet)})", bool(lexicon.datasheet)),
            (f"{len(lexicon.examples)} examples", bool(lexicon.examples)),
        )
        if there
    ]
    return table.getvalue(), lost


def _written_out(pattern: str, lexicon: Lexicon) -> str:
    """A context pattern with the words of its sets in place of their names."""
    for name, words in lexicon.sets.items():
        pattern = pattern.replace(f"<{name}>", "|".join(words))
    return pattern
