"""Words around a target: what it is called, what is said of it, what it does, what is done to it, how many.

No parser is run. The word classes of the negation layer (closed classes listed, verbs by their form) and the
lemmas of a dictionary tell the shape of the phrase a target stands in; only the places around targets are
looked at, and around numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from ..annotate import Annotation
from ..lexicon import Entry, Lexicon
from ..match import match
from ..tokens import normalise
from .numbers import find_numbers
from .phrases import Phrases
from .places import Places

RELATIONS = ("noun", "modifier", "predicate", "verb", "passive", "object", "number", "base")


def target_lexicon(targets: Sequence[str], language: str) -> Lexicon:
    """Make a lexicon of targets, each a category of its own.

    Parameters
    ----------
    targets : sequence of str
        Words or phrases, e.g. "humanitarian crisis"; wildcards allowed.
    language : str

    Returns
    -------
    Lexicon

    Examples
    --------
    >>> target_lexicon(["Humanitarian  crisis", "humanitarian crisis"], "en").categories
    ('humanitarian crisis',)
    """
    names = list(dict.fromkeys(" ".join(normalise(w) for w in target.split()) for target in targets))
    entries = tuple(Entry(n + 1, name, tuple(name.split()), n) for n, name in enumerate(names))
    digest = hashlib.sha256("\n".join([language, *names]).encode()).hexdigest()
    described = dict.fromkeys(names, "target")
    return Lexicon(
        "targets", "1", language, tuple(names), described, entries, sha256=digest, source="targets"
    )


def find_relations(annotation: Annotation, lexicons: Sequence[Lexicon]) -> dict[str, list[Any]]:
    """Find the words around the hits of some lexicons, and every number with what it counts.

    Parameters
    ----------
    annotation : Annotation
    lexicons : sequence of Lexicon
        Targets: a hit's target is its category's last part.

    Returns
    -------
    dict of lists
        target, relation, norm, first, last (tokens of the word, half open). Relations of a target: ``noun``
        (another name for it), ``modifier`` (of it or of that name), ``predicate`` (said of it after *be*),
        ``verb`` (it does), ``passive`` (done to it, it being the subject), ``object`` (done to it, norm with
        the preposition where one stands between). Of numbers: ``number`` (target is the unit, norm the
        value) and ``base`` (target is what a percentage is of).

    Examples
    --------
    >>> from discourse.annotate import annotate_texts
    >>> annotation = annotate_texts(["They may end the grave crisis."])
    >>> found = find_relations(annotation, [target_lexicon(["crisis"], "en")])
    >>> list(zip(found["relation"], found["norm"], strict=True))
    [('modifier', 'grave'), ('object', 'end')]
    """
    tokens = annotation.tokens
    rows: dict[str, list[Any]] = {"target": [], "relation": [], "norm": [], "first": [], "last": []}

    targets, relations, norms, firsts, lasts = rows.values()

    def add(target: str, relation: str, norm: str, first: int, last: int | None = None) -> None:
        targets.append(target)
        relations.append(relation)
        norms.append(norm)
        firsts.append(first)
        lasts.append(first + 1 if last is None else last)

    if lexicons and len(tokens):
        phrases = Phrases(Places(tokens), add)
        for lexicon in lexicons:
            found = match(tokens, lexicon)
            names = [category.rpartition(".")[2] for category in lexicon.categories]
            phrases.read_all(found.first, found.last, [names[c] for c in found.category.tolist()])
    for unit, relation, value, first, last in find_numbers(tokens):
        add(unit, relation, value, first, last)
    return rows
