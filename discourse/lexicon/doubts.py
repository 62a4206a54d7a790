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
        "about above across after against along among around at before behind below between beyond by down during for"
        " from in inside into like near of off on onto out outside over per since through to towards under until up"
        " upon versus via with within without and or but nor as than the a an this that these those its their his her"
        " our my your no any some every each all both is was are were has have had will would can could may"
        " might must should do does did not which who whom whose where when".split()
    ),
    "es": frozenset(
        "a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin sobre tras y e o u ni"
        " que como más menos la el los las lo un una unos unas este esta estos estas ese esa esos esas su sus mi mis"
        " nuestro nuestra nuestros nuestras no se le les me nos es son era fue fueron está están estaba ha han había"
        " será serán sea cual cuyo donde cuando quien todo toda todos todas cada".split()
    ),
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
        bound = last in binding  # nuclear|del estado
        # knife|surplus|corps of engineers
        bound |= i == at + 1 and len(words) >= _MANY and rest[0] in binding and len(rest) > 1
        if bound and binding.isdisjoint(others):
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
