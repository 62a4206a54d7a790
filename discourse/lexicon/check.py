"""What is wrong in a lexicon that can be read all the same: entries that do nothing, or two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from ..tokens import glob_parts, glob_to_regex, is_norm
from .contexts import ANY, COMMA, HIT, as_norm
from .model import Entry, Lexicon


@dataclass(frozen=True)
class Problem:
    """Something to mend in a lexicon.

    Attributes
    ----------
    kind : str
        "duplicate", "shadowed", "unreachable", "conflicting", "empty category" or "example".
    message : str
        One line: where, what, what to do.
    """

    kind: str
    message: str

    def __str__(self) -> str:
        return self.message


def check(lexicon: Lexicon) -> list[Problem]:
    """Find what is wrong in a lexicon.

    - duplicate: the same entry stands twice in a category, with the same rules or with none once;
    - shadowed: another entry of the category covers it, so that it could as well be absent;
    - unreachable: it cannot fit a token (punctuation, upper case, …), nor can a place of its rules or a word
      of a set;
    - conflicting: the same entry stands in two top categories;
    - empty category: no entry stands under it.

    Whether the examples hold is found by `discourse.match.failing_examples`.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> from discourse.lexicon import load_lexicon
    >>> check(load_lexicon("left_out", "en"))
    []
    """
    where = f"Lexicon '{lexicon.source or lexicon.name}'"
    found = [Problem("unreachable", f"{where}, {message}") for message in _unreachable(lexicon)]
    found += [Problem("duplicate", f"{where}, {message}") for message in _duplicates(lexicon)]
    found += [Problem("shadowed", f"{where}, {message}") for message in _shadowed(lexicon)]
    found += [Problem("conflicting", f"{where}, {message}") for message in _conflicting(lexicon)]
    used = {lexicon.categories[entry.category] for entry in lexicon.entries}
    found += [
        Problem(
            "empty category", f"{where}, category '{name}': no entry stands under it; add one or drop it."
        )
        for name in lexicon.leaf_categories
        if name not in used
    ]
    return found


def named(entry: Entry) -> str:
    """What a message calls an entry, with its line first, as editors and compilers do."""
    line = f"line {entry.line}, " if entry.line else ""
    return f"{line}entry {entry.number} '{entry.text}'"


def _number(entry: Entry) -> str:
    return f"entry {entry.number}" + (f" (line {entry.line})" if entry.line else "")


def _rules(entry: Entry) -> tuple[object, ...]:
    """What an entry's reading depends on; empty sets where on nothing."""
    return entry.case, frozenset(entry.unless), frozenset(entry.only)


_NO_RULES: tuple[object, ...] = (None, frozenset(), frozenset())


def _replaces(other: Entry, entry: Entry) -> bool:
    """Does `other` stand wherever `entry` does, as far as their rules go."""
    return _rules(other) in (_NO_RULES, _rules(entry))


def _duplicates(lexicon: Lexicon) -> Iterator[str]:
    known: dict[tuple[int, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for entry in lexicon.entries:
        same = known[entry.category, entry.words]
        for other in same:
            if _replaces(other, entry) or _replaces(entry, other):
                category = lexicon.categories[entry.category]
                yield f"{named(entry)}: stands already as {_number(other)} in '{category}'; keep one."
                break
        same.append(entry)


def _conflicting(lexicon: Lexicon) -> Iterator[str]:
    known: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in lexicon.entries:
        category = lexicon.categories[entry.category]
        for other in known[entry.words]:
            elsewhere = lexicon.categories[other.category]
            apart = category.partition(".")[0] != elsewhere.partition(".")[0]
            if apart and (_replaces(other, entry) or _replaces(entry, other)):
                yield (
                    f"{named(entry)}: stands in '{category}' and, as {_number(other)}, in '{elsewhere}';"
                    " keep one or tell them apart by rules."
                )
                break
        known[entry.words].append(entry)


def _shadowed(lexicon: Lexicon) -> Iterator[str]:
    rooms: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in lexicon.entries:
        rooms[entry.category, len(entry.words)].append(entry)
    for room in rooms.values():
        for wide in room:
            if not any(is_wild for word in wide.words for _, is_wild in glob_parts(word)):
                continue
            patterns = [regex.compile(_covering(word), regex.DOTALL) for word in wide.words]
            for entry in room:
                if entry.words == wide.words or not _replaces(wide, entry):
                    continue
                if all(p.fullmatch(_as_letters(w)) for p, w in zip(patterns, entry.words, strict=True)):
                    yield f"{named(entry)}: {_number(wide)} '{wide.text}' covers it; drop one of them."


# A wildcard of the covered pattern is a letter of its own, which only a wildcard as wide can cover.
_MANY, _ONE = "\ue000", "\ue001"


def _as_letters(word: str) -> str:
    letters = {"*": _MANY, "?": _ONE}
    return "".join(letters[char] if is_wild else char for char, is_wild in glob_parts(word))


def _covering(word: str) -> str:
    return "".join(
        glob_to_regex(char) if is_wild and char == "*" else f"[^{_MANY}]" if is_wild else regex.escape(char)
        for char, is_wild in glob_parts(word)
    )


def _unreachable(lexicon: Lexicon) -> Iterator[str]:
    told: set[tuple[int, str]] = set()
    for entry in lexicon.entries:
        for word in entry.words:
            if not can_be_token(word):
                yield f"{named(entry)}: '{word}' cannot be a token; {advice(word)}."
        for context in (*entry.unless, *entry.only):
            if (entry.number, context) in told:
                continue
            told.add((entry.number, context))
            for word in _dead_elements(context):
                yield f"{named(entry)}, context '{context}': '{word}' cannot be a token; {advice(word)}."
    for name, words in lexicon.sets.items():
        for word in words:
            if not can_be_token(word):
                yield f"set '{name}': '{word}' cannot be a token; {advice(word)}."


def _dead_elements(context: str) -> Iterator[str]:
    """The elements of a context that nothing fits, so that the whole of it says nothing."""
    for element in context.split():
        parts = element.removeprefix("!").split("|")
        if not any(part in _MARKS or part.startswith("<") or can_be_token(part) for part in parts):
            yield element


_MARKS = ("#", "^", COMMA, HIT, ANY)


def can_be_token(pattern: str) -> bool:
    """Say whether there is a token that the pattern fits, whatever its wildcards stand for."""
    parts = glob_parts(as_norm(pattern))
    for many in ("", "a", "it", "a.", "1"):
        word = "".join(
            {"*": many, "?": many[:1] or "a"}[char] if is_wild else char for char, is_wild in parts
        )
        if is_norm(word):
            return True
    return False


def advice(word: str) -> str:
    """Say why a word cannot be a token, and what to do."""
    if any(char.isupper() for char in word):
        return "write it in lower case (how it must be written is said by 'case')"
    if any(char.isspace() for char in word):
        return "it is several words, and one is needed"
    return "tokens are letters and digits, joined inside by ' - . and ,"
