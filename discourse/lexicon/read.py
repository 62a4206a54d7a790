"""Read lexicons from YAML files, with a message that names the entry where something is wrong."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from ..errors import LexiconError, did_you_mean, listed
from ..tokens import normalise
from .check import advice, can_be_token
from .contexts import HIT, as_norm, cuts, fault
from .model import Entry, Example, Lexicon
from .yaml_source import entry_lines, read_yaml

LANGUAGES = ("en", "es")
TERM = "term"  # the name of the lexicon that is one word or phrase
_FIELDS = {"name", "version", "language", "measures", "categories", "entries"}
_CATEGORY_FIELDS = {"description", "categories"}
_ENTRY_FIELDS = ("entry", "case", "unless", "only", "note")
_CASES = ("lower", "capital", "upper")


def builtin_lexicons() -> dict[str, list[str]]:
    """List the lexicons that come with the program.

    Returns
    -------
    dict
        Name → languages it is there in.

    Examples
    --------
    >>> builtin_lexicons()["war_peace"]
    ['en', 'es']
    """
    return {name: [*languages] for name, languages in _builtin().items()}


@lru_cache(maxsize=1)
def _builtin() -> dict[str, list[str]]:
    """The same, listed once."""
    found: dict[str, list[str]] = {}
    for file in sorted(resources.files("discourse").joinpath("lexicons").iterdir(), key=lambda f: f.name):
        stem, _, language = file.name.removesuffix(".yaml").rpartition("_")
        if file.name.endswith(".yaml") and language in LANGUAGES:
            found.setdefault(stem, []).append(language)
    return found


def load_lexicon(name: str | os.PathLike[str], language: str | None = None) -> Lexicon:
    """Load a lexicon by its name and language, or from a YAML file.

    Parameters
    ----------
    name : str or path
        The name of a built-in lexicon ("war_peace"), or a path that ends in .yaml or .yml.
    language : str, optional
        "en" or "es"; "en" where a built-in lexicon is named without one. A file must be of this language.

    Returns
    -------
    Lexicon

    Raises
    ------
    LexiconError
        No such lexicon, or the file is not one.

    Examples
    --------
    >>> load_lexicon("war_peace", "en").top_categories
    ('war', 'peace')
    """
    if not isinstance(name, (str, os.PathLike)) or not os.fspath(name):
        raise LexiconError(
            f"Lexicon {name!r}: a name or a path is needed; built in: {listed(builtin_lexicons())}."
        )
    text = os.fspath(name)
    path = Path(text)
    if is_lexicon_file(text):
        return _load(path, language)
    known = _builtin()
    if text not in known and path.is_dir():
        raise LexiconError(f"Lexicon '{text}': this is a folder; name a file in it that ends in .yaml.")
    if text not in known and path.is_file():
        raise LexiconError(
            f"Lexicon '{text}': a lexicon is a file that ends in .yaml; make one of it with"
            " discourse lexicon convert (.dic of LIWC, .yml of quanteda, .csv)."
        )
    if text not in known:
        raise LexiconError(
            f"Unknown lexicon '{text}'; built in: {', '.join(sorted(known))}; or give a file that ends in .yaml."
            f"{did_you_mean(text, known)}"
        )
    language = language or "en"
    if language not in known[text]:
        raise LexiconError(f"Lexicon '{text}' has no '{language}' version; it has: {listed(known[text])}.")
    return _load_builtin(text, language)


@lru_cache(maxsize=64)
def _load_builtin(name: str, language: str) -> Lexicon:
    file = resources.files("discourse").joinpath("lexicons", f"{name}_{language}.yaml")
    return parse_lexicon(file.read_bytes(), file.name)


def is_lexicon_file(name: str | os.PathLike[str]) -> bool:
    """Say whether a name is that of a lexicon file, by its ending.

    Examples
    --------
    >>> is_lexicon_file("mine.yaml"), is_lexicon_file("war_peace")
    (True, False)
    """
    return os.fspath(name).lower().endswith((".yaml", ".yml"))


def _load(path: Path, language: str | None) -> Lexicon:
    if path.is_dir():
        raise LexiconError(f"Lexicon file '{path}': this is a folder; name a file in it.")
    if not path.is_file():
        raise LexiconError(f"Lexicon file '{path}': there is no such file.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"Lexicon file '{path}': cannot be read ({error.strerror or error}).") from None
    lexicon = parse_lexicon(data, path.name)
    if language not in (None, lexicon.language):
        raise LexiconError(f"Lexicon file '{path}': it is '{lexicon.language}', not '{language}'.")
    return lexicon


def parse_lexicon(data: bytes, source: str) -> Lexicon:
    """Read the bytes of a lexicon file.

    Parameters
    ----------
    data : bytes
        UTF-8 YAML.
    source : str
        The name messages give it.

    Returns
    -------
    Lexicon

    Raises
    ------
    LexiconError
        One line that names the file, the entry and what to do.
    """
    where = f"Lexicon '{source}'"
    try:
        content, node = read_yaml(data.decode("utf-8-sig"), where)
    except UnicodeDecodeError as error:
        raise LexiconError(f"{where}: not UTF-8 (byte {error.start}); save it as UTF-8.") from None
    if not isinstance(content, dict) or "entries" not in content:
        hint = " A dictionary of quanteda's becomes one with discourse lexicon convert." if content else ""
        raise LexiconError(
            f"{where}: not a lexicon; it must be a mapping with {listed(sorted(_FIELDS))}."
            f"{hint if isinstance(content, dict) else ''}"
        )
    missing = sorted(_FIELDS - content.keys())
    if missing:
        raise LexiconError(f"{where}: {listed(missing)} missing; a lexicon has {listed(sorted(_FIELDS))}.")
    if not isinstance(content["name"], str) or not content["name"].strip():
        raise LexiconError(
            f"{where}: name '{content['name']}'; the name of the construct in words is needed."
        )
    if content["language"] not in LANGUAGES:
        raise LexiconError(f"{where}: language '{content['language']}'; allowed: {listed(LANGUAGES)}.")
    descriptions = _categories(content["categories"], where)
    parents = {c.rpartition(".")[0] for c in descriptions}
    leaves = [c for c in descriptions if c not in parents]
    sets = _sets(content.get("sets"), where)
    entries = _entries(content["entries"], list(descriptions), leaves, where, entry_lines(node))
    _check_contexts(entries, sets, where)
    known = _FIELDS | {"sets", "examples"}
    return Lexicon(
        name=str(content["name"]),
        version=str(content["version"]),
        language=content["language"],
        categories=tuple(descriptions),
        descriptions=descriptions,
        entries=tuple(entries),
        sets=sets,
        examples=tuple(_examples(content.get("examples"), descriptions, where)),
        datasheet={"measures": content["measures"], **{k: v for k, v in content.items() if k not in known}},
        sha256=hashlib.sha256(data).hexdigest(),
        source=source,
    )


def _categories(tree: Any, where: str, prefix: str = "") -> dict[str, str]:
    if not isinstance(tree, dict) or not tree:
        raise LexiconError(f"{where}: categories must be a mapping of names to descriptions.")
    found: dict[str, str] = {}
    for name, value in tree.items():
        if not isinstance(name, str) or "." in name:
            raise LexiconError(
                f"{where}: category '{name}': a name is a word without a full stop (quote yes and no)."
            )
        if isinstance(value, dict):
            found[prefix + name] = str(value.get("description", ""))
            below = value if value and not value.keys() & _CATEGORY_FIELDS else value.get("categories")
            strange = [] if below is value else [key for key in value if key not in _CATEGORY_FIELDS]
            if strange:
                raise LexiconError(
                    f"{where}: category '{prefix}{name}' has '{strange[0]}' beside its description; put what"
                    " stands below it under categories."
                )
            if below is not None:
                found.update(_categories(below, where, f"{prefix}{name}."))
        elif isinstance(value, str):
            found[prefix + name] = value
        else:
            raise LexiconError(f"{where}: category '{prefix}{name}' needs a description in words.")
    return found


def _sets(tree: Any, where: str) -> dict[str, tuple[str, ...]]:
    if tree is None:
        return {}
    if not isinstance(tree, dict) or not all(isinstance(v, list) for v in tree.values()):
        raise LexiconError(f"{where}: sets must be a mapping of names to lists of words.")
    for name, words in tree.items():
        _strings(words, f"{where}, set '{name}'")
    return {str(name): tuple(map(as_norm, words)) for name, words in tree.items()}


def _entries(
    tree: Any, categories: list[str], leaves: list[str], where: str, lines: list[int]
) -> list[Entry]:
    if not isinstance(tree, dict):
        raise LexiconError(f"{where}: entries must be a mapping of categories to lists of entries.")
    entries: list[Entry] = []
    number = 0
    for category, items in tree.items():
        if category not in categories:
            place = f"line {lines[number]}, entry {number + 1}" if number < len(lines) else "entries"
            raise LexiconError(
                f"{where}, {place}: category '{category}' is not declared;"
                f" declared: {listed(leaves)}.{did_you_mean(str(category), leaves)}"
            )
        if category not in leaves:
            below = [leaf for leaf in leaves if leaf.startswith(f"{category}.")]
            raise LexiconError(
                f"{where}: entries stand under '{category}', which has subcategories; put them under one of"
                f" {listed(below)}."
            )
        if not isinstance(items, list):
            raise LexiconError(f"{where}, category '{category}': its entries must be a list.")
        for item in items:
            number += 1
            entries += _entry(item, number, categories.index(category), where, lines[number - 1])
    return entries


def _entry(item: Any, number: int, category: int, where: str, line: int) -> list[Entry]:
    where = f"{where}, line {line}, entry {number}"
    rules: dict[str, Any] = item if isinstance(item, dict) else {"entry": item}
    for key in rules:
        if key not in _ENTRY_FIELDS:
            raise LexiconError(
                f"{where}: unknown field '{key}'; allowed: {listed(_ENTRY_FIELDS)}."
                f"{did_you_mean(str(key), _ENTRY_FIELDS)}"
            )
    if "entry" not in rules:
        raise LexiconError(f"{where}: has no field 'entry'; write the pattern there.")
    patterns = rules["entry"]
    patterns = patterns if isinstance(patterns, list) else [patterns]
    _strings(patterns, where)
    case = rules.get("case")
    if case is not None and case not in _CASES:
        raise LexiconError(f"{where}: case '{case}'; allowed: {listed(_CASES)}.")
    unless, only = (tuple(_strings(rules.get(key, []), f"{where}, {key}")) for key in ("unless", "only"))
    note = None if rules.get("note") is None else str(rules["note"])
    return [
        Entry(number, text, tuple(map(as_norm, text.split())), category, case, unless, only, note, line)
        for text in patterns
    ]


def _strings(values: Any, where: str) -> list[str]:
    if not isinstance(values, list):
        raise LexiconError(f"{where}: a list is needed, not '{values}'.")
    for value in values:
        if not isinstance(value, str) or not value.strip():
            raise LexiconError(
                f"{where}: '{value}' is no text; YAML reads no, yes, on, off and numbers as values:"
                " write them in quotes."
            )
    return values


def _check_contexts(entries: list[Entry], sets: dict[str, tuple[str, ...]], where: str) -> None:
    """Refuse contexts that are badly written or lie nowhere around any of the patterns they stand under."""
    covered: dict[tuple[int, int, str], bool] = {}
    for entry in entries:
        for pattern in (*entry.unless, *entry.only):
            key = (entry.line, entry.number, pattern)
            if key not in covered:
                _check_context(pattern, sets, f"{where}, line {entry.line}, entry {entry.number}")
            if not covered.get(key):
                covered[key] = HIT in pattern.split() or bool(cuts(pattern, entry.words))
    for (line, number, pattern), is_covered in covered.items():
        if not is_covered:
            raise LexiconError(
                f"{where}, line {line}, entry {number}: the context '{pattern}' neither has _ for the entry"
                " nor contains it; write _ where the entry stands."
            )


def _check_context(pattern: str, sets: dict[str, tuple[str, ...]], where: str) -> None:
    wrong = fault(pattern)
    if wrong:
        raise LexiconError(f"{where}: the context '{pattern}': {wrong}.")
    for element in pattern.replace("!", " ").replace("|", " ").split():
        name = element[1:-1]
        if element[0] == "<" and element[-1] == ">" and name not in (*sets, "start", "end"):
            raise LexiconError(
                f"{where}: set '<{name}>' is not declared; declared: {listed(sorted(sets))}."
                f"{did_you_mean(name, sets)}"
            )


def _examples(tree: Any, categories: dict[str, str], where: str) -> list[Example]:
    if tree is None:
        return []
    if not isinstance(tree, dict) or set(tree) - {"match", "no_match"}:
        raise LexiconError(f"{where}: examples must be a mapping with match and no_match.")
    for kind, below in tree.items():
        if not isinstance(below, (list, type(None))):
            raise LexiconError(f"{where}: examples, {kind}: a list is needed, not '{below}'.")
    found = []
    for item in tree.get("match") or []:
        if (
            not isinstance(item, dict)
            or not isinstance(item.get("text"), str)
            or not isinstance(item.get("hits"), dict)
        ):
            raise LexiconError(f"{where}: a match example is a mapping with text and hits, not '{item}'.")
        for category in item["hits"]:
            if category not in categories:
                raise LexiconError(
                    f"{where}, example '{item['text']}': category '{category}' is not declared."
                    f"{did_you_mean(str(category), categories)}"
                )
        place = f"{where}, example '{item['text']}'"
        found.append(Example(item["text"], {c: _strings(h, place) for c, h in item["hits"].items()}))
    for item in tree.get("no_match") or []:
        if not isinstance(item, str):
            raise LexiconError(f"{where}: a no_match example is a sentence, not '{item}'; quote it.")
        found.append(Example(item, {}))
    return found


def term_lexicon(term: str, language: str = "en") -> Lexicon:
    """Make a lexicon of one word or phrase, to look it up.

    Parameters
    ----------
    term : str
        Words separated by spaces; wildcards allowed.
    language : str

    Returns
    -------
    Lexicon
        Named "term", with the category "term".

    Raises
    ------
    LexiconError
        Nothing to look for, or nothing that could be found.

    Examples
    --------
    >>> term_lexicon("Use of Force").entries[0].words
    ('use', 'of', 'force')
    """
    words = tuple(normalise(word) for word in term.split())
    if not words:
        raise LexiconError("The term is empty; give a word or a phrase.")
    dead = next((word for word in words if not can_be_token(word)), None)
    if dead is not None:
        raise LexiconError(f"Term '{term}': nothing can be '{dead}'; {advice(dead)}.")
    entry = Entry(number=1, text=" ".join(words), words=words, category=0)
    digest = hashlib.sha256(f"{language} {entry.text}".encode()).hexdigest()
    return Lexicon(TERM, "1", language, (TERM,), {TERM: term}, (entry,), sha256=digest, source=TERM)
