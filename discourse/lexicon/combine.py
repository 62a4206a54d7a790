"""Lexicons cited, and put together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from ..errors import LexiconError
from .model import Entry, Lexicon


def cite(lexicon: Lexicon) -> str:
    """Give what a paper says of a lexicon: name, version, language, checksum, origin, references.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    str
        One line.

    Examples
    --------
    >>> from discourse.lexicon import load_lexicon
    >>> print(cite(load_lexicon("left_out", "en"))[:60])
    Lexicon “left_out”, version 1.0.0 (English), SHA-256 b70f113
    """
    spoken = {"en": "English", "es": "Spanish"}[lexicon.language]
    parts = [f"Lexicon “{lexicon.name}”, version {lexicon.version} ({spoken}), SHA-256 {lexicon.sha256}."]
    origin = lexicon.datasheet.get("origin")
    if origin:
        parts.append(" ".join(str(origin).split()))
    references = lexicon.datasheet.get("references") or []
    if isinstance(references, list) and references:
        parts.append("References: " + "; ".join(" ".join(str(r).split()) for r in references))
    return " ".join(parts)


def combine(first: Lexicon, second: Lexicon, name: str | None = None) -> Lexicon:
    """Put two lexicons of one language into one, in which the longest match of both wins.

    Entries that both have, with the same category and rules, stand once. Their examples are left behind:
    they state all hits of a text, which now may be more.

    Parameters
    ----------
    first, second : Lexicon
    name : str, optional
        By default both names, joined by "+".

    Returns
    -------
    Lexicon
        With the versions joined by "+", and a checksum made of both.

    Raises
    ------
    LexiconError
        They differ in language, or mean different things by one category or set.
    """
    where = f"Lexicons '{first.name}' and '{second.name}' cannot be combined"
    if first.language != second.language:
        raise LexiconError(f"{where}: one is '{first.language}', the other '{second.language}'.")
    for what, one, other in (
        ("category", first.descriptions, second.descriptions),
        ("set", first.sets, second.sets),
    ):
        for key in one.keys() & other.keys():
            if one[key] != other[key]:
                raise LexiconError(f"{where}: they mean different things by the {what} '{key}'; rename one.")
    descriptions = {**first.descriptions, **second.descriptions}
    categories = tuple(descriptions)
    parents = {c.rpartition(".")[0] for c in categories}
    entries: list[Entry] = []
    known: set[tuple[Any, ...]] = set()
    shift = max((e.number for e in first.entries), default=0)
    for lexicon, offset in ((first, 0), (second, shift)):
        for entry in lexicon.entries:
            category = lexicon.categories[entry.category]
            if category in parents:
                raise LexiconError(
                    f"{where}: '{category}' has entries in one and subcategories in the other."
                )
            own = (entry.words, category, entry.case, entry.unless, entry.only)
            if own not in known:
                known.add(own)
                number = entry.number + offset
                entries.append(replace(entry, number=number, category=categories.index(category)))
    return Lexicon(
        name=name or f"{first.name}+{second.name}",
        version=f"{first.version}+{second.version}",
        language=first.language,
        categories=categories,
        descriptions=descriptions,
        entries=tuple(entries),
        sets={**first.sets, **second.sets},
        datasheet={
            "measures": "; ".join(
                " ".join(str(x.datasheet.get("measures", "")).split()) for x in (first, second)
            ),
            "origin": f"Combined from: {cite(first)} And: {cite(second)}",
        },
        sha256=hashlib.sha256(f"{first.sha256}\n{second.sha256}\n".encode()).hexdigest(),
        source=f"{first.source}+{second.source}",
    )
