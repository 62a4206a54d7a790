"""Lexicons written down: as lexicon files, as CSV tables, as LIWC dictionaries."""

from __future__ import annotations

import csv
import io
from typing import Any

import yaml

from ..errors import listed
from ..tokens import glob_parts
from .foreign import BETWEEN_PATTERNS, RULE_COLUMNS
from .model import Entry, Lexicon


def nested(descriptions: dict[str, str]) -> dict[str, Any]:
    """Give dotted category names the nested form they have in a lexicon file.

    Parameters
    ----------
    descriptions : dict of str to str

    Returns
    -------
    dict

    Examples
    --------
    >>> nested({"war": "fighting", "war.threat": "threats"})
    {'war': {'description': 'fighting', 'categories': {'threat': 'threats'}}}
    """
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
        "categories": nested(lexicon.descriptions),
    }
    if lexicon.sets:
        content["sets"] = {name: list(words) for name, words in lexicon.sets.items()}
    content["entries"] = entries
    if lexicon.examples:
        content["examples"] = {
            "match": [{"text": e.text, "hits": e.hits} for e in lexicon.examples if e.hits],
            "no_match": [e.text for e in lexicon.examples if not e.hits],
        }
    return dump(content)


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


def dump(content: dict[str, Any]) -> str:
    """Write the content of a lexicon file as YAML.

    Parameters
    ----------
    content : dict

    Returns
    -------
    str
    """
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
    return table.getvalue(), _lost(lexicon, "a CSV table")


def _lost(lexicon: Lexicon, where: str) -> list[str]:
    """What has no place in a plain list of words."""
    return [
        f"{what} left out: {where} has no place for it."
        for what, there in (
            ("name, version and language", True),
            ("descriptions of categories", any(lexicon.descriptions.values())),
            (f"datasheet ({listed(lexicon.datasheet)})", bool(lexicon.datasheet)),
            (f"{len(lexicon.examples)} examples", bool(lexicon.examples)),
        )
        if there
    ]


def _written_out(pattern: str, lexicon: Lexicon) -> str:
    """A context pattern with the words of its sets in place of their names."""
    for name, words in lexicon.sets.items():
        pattern = pattern.replace(f"<{name}>", "|".join(words))
    return pattern


def to_dic(lexicon: Lexicon) -> tuple[str, list[str]]:
    """Write a lexicon as a LIWC dictionary, each entry under its category and those above it.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    (str, list of str)
        The dictionary; what it cannot hold, one line each.
    """
    numbers = {name: str(number) for number, name in enumerate(lexicon.categories, start=1)}
    words: dict[str, dict[str, None]] = {}
    lost = _lost(lexicon, "a LIWC dictionary")
    ruled = sum(bool(entry.case or entry.unless or entry.only) for entry in lexicon.entries)
    if ruled:
        lost.append(f"rules of {ruled} entries left out: LIWC has none, so that these will count more.")
    for entry in lexicon.entries:
        wild = [i for i, (_, is_wild) in enumerate(glob_parts(entry.text)) if is_wild]
        if wild and (entry.text.count("*") != 1 or not entry.text.endswith("*") or len(wild) > 1):
            lost.append(f"entry {entry.number} '{entry.text}' left out: LIWC knows * at the end only.")
            continue
        name = lexicon.categories[entry.category]
        levels = [name[:i] for i, char in enumerate(name) if char == "."]
        words.setdefault(entry.text, {}).update(dict.fromkeys(numbers[level] for level in [*levels, name]))
    head = ["%", *(f"{number}\t{name}" for name, number in numbers.items()), "%"]
    body = ["\t".join([word, *own]) for word, own in words.items()]
    return "\n".join([*head, *body]) + "\n", lost
