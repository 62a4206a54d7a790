"""What is read otherwise than it was probably meant: a phrase among single-word alternatives, a misspelt field."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import did_you_mean
from .check import Problem, named
from .contexts import HIT
from .model import Lexicon

# What binds a phrase together. Beside content words among alternatives it was hardly meant as one of them.
_BINDING = {
    "en": frozenset(
        "of the a an in on at to for from with by into among between and or its their his her our".split()
    ),
    "es": frozenset("de del la el los las al un una en con por para sin entre y e o a su sus".split()),
}
_FIELDS = (
    *("name", "version", "language", "measures", "categories", "entries", "sets", "examples"),
    *("unit", "inclusion", "origin", "not_for", "references", "precision_check"),
)
_MANY = 3  # alternatives after which a phrase is taken for the last of them


def doubtful(lexicon: Lexicon) -> list[Problem]:
    """Find contexts in which a phrase seems to stand among alternatives, which are single words, and misspelt fields.

    In ``_ knife|surplus|corps of engineers`` the words *of engineers* follow each of the three; what was meant
    is two contexts. Such a context is no error: somebody has to look at it. Fields of any name may be added to a
    lexicon; one that is called nearly as *examples* or *sets* was hardly meant to be.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    list of Problem
        Of the kinds "phrase" and "field", in the order of the file.

    Examples
    --------
    >>> from discourse.lexicon import load_lexicon
    >>> doubtful(load_lexicon("left_out", "en"))
    []
    """
    where = f"Lexicon '{lexicon.source or lexicon.name}'"
    told: dict[tuple[int, str], Problem] = {}
    for entry in lexicon.entries:
        for context in (*entry.unless, *entry.only):
            for phrase, reading in _readings(context, _BINDING.get(lexicon.language, frozenset())):
                told.setdefault(
                    (entry.number, context),
                    Problem(
                        "phrase",
                        f"{where}, {named(entry)}, context '{context}': alternatives are single words, so it is read"
                        f" as {reading}; if the phrase '{phrase}' is meant as one of them, give it a context of its"
                        " own.",
                    ),
                )
    fields = (
        Problem("field", f"{where}: nothing reads the field '{field}'.{hint}")
        for field in lexicon.datasheet
        if field not in _FIELDS and (hint := did_you_mean(field, _FIELDS))
    )
    return [*told.values(), *fields]


def _readings(context: str, binding: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The phrases that stand among alternatives behind the entry, each with how the context is read."""
    elements = context.split()
    if HIT not in elements:
        return
    at = elements.index(HIT)
    for i in range(at + 1, len(elements) - 1):
        words, rest = elements[i].split("|"), _plain(elements[i + 1 :])
        if len(words) < 2 or elements[i].startswith("!") or not rest:
            continue
        *others, last = words
        if (
            binding.isdisjoint(others)
            and (
                # nuclear|del estado
                (last in binding and rest[0] not in binding)
                # knife|surplus|corps of engineers
                or (
                    i == at + 1
                    and len(words) >= _MANY
                    and last not in binding
                    and rest[0] in binding
                    and rest[1:]
                )
            )
        ):
            yield " ".join((last, *rest)), f"({elements[i]}) {' '.join(rest)}"


def _plain(elements: list[str]) -> list[str]:
    """The words at the beginning that are neither patterns nor alternatives; the first of alternatives is one."""
    words: list[str] = []
    for element in elements:
        first = element.partition("|")[0]
        if not first.isalpha():
            break
        words.append(first)
        if first != element:
            break
    return words
