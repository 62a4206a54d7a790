"""Words that say what a source is: roles, institutions, documents, and capitals that are no names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

ROLES: Final = (
    "executive",
    "legislator",
    "judiciary",
    "military",
    "police",
    "diplomat",
    "party",
    "expert",
    "media",
    "business",
    "civil_society",
    "religious",
    "international",
    "civilian",
)
PLAIN: Final = str.maketrans("áéíóú", "aeiou")


@dataclass
class SourceWords:
    """The words of a language by which sources are classified.

    Attributes
    ----------
    strong : dict
        Nouns for persons that say the role by themselves: senator, analyst.
    weak : dict
        Nouns for persons whose role depends on the body they speak for: official, spokesman; "" for none of
        their own.
    bodies : dict
        Institutions and their adjectives: Pentagon, congressional; "" for no role.
    documents : frozenset
    groups : frozenset
        Words for unnamed sources without a role: critics, some, people.
    voices : frozenset
        Those who speak for a body by office: a spokesman for the ministry is the ministry.
    places : frozenset
        Countries and capitals, which stand for their governments.
    titles : frozenset
        Words before a name that are not part of it.
    keep_title : frozenset
        Titles without which a single name is not said: Pope, King.
    female, male : frozenset
        Given names and titles.
    unisex : frozenset
        Those of them that tell no gender.
    surnames_too : frozenset
        Those of them that are surnames as well, and alone tell no gender.
    not_names : frozenset
        Other capitalised words: nationalities, days, parties.
    agents : tuple of str
        Endings of nouns for persons, for those that no list has: -ista, -er.
    not_agents : frozenset
        Words with such an ending that are no persons.
    by_name : dict
        The words of bodies that look like names of persons, and their role: Human Rights Watch.
    sources : frozenset
        All nouns for persons, bodies, documents and places.
    apart : frozenset
        Words that are no part of a name though they have a capital, but behind a given name.
    begin : frozenset
        The first words of `by_name`.
    given : frozenset
        Given names that are no titles.
    surnames : frozenset
        Words that are surnames behind a given name though bodies or peoples are called so: White, Banks, French.
    not_surnames, not_surname_ends : frozenset, tuple of str
        What ends a run of capitals that is no person's name: Community, -tion.
    also_places : frozenset
        Countries that are given names too.
    openers : frozenset
        Words that open a sentence and are no names by themselves: History, Having.
    corporate : frozenset
        What is no surname even behind a given name.
    offices : frozenset
        Titles that are nouns for persons too: President.
    """

    strong: dict[str, str]
    weak: dict[str, str]
    bodies: dict[str, str]
    documents: frozenset[str]
    groups: frozenset[str]
    voices: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    keep_title: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    not_names: frozenset[str]
    agents: tuple[str, ...]
    not_agents: frozenset[str]
    by_name: dict[tuple[str, ...], str]
    unisex: frozenset[str] = frozenset()
    surnames_too: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    not_surnames: frozenset[str] = frozenset()
    not_surname_ends: tuple[str, ...] = ()
    also_places: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    sources: frozenset[str] = field(init=False)
    apart: frozenset[str] = field(init=False)
    begin: frozenset[str] = field(init=False)
    given: frozenset[str] = field(init=False)
    corporate: frozenset[str] = field(init=False)
    offices: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.sources = frozenset().union(
            self.strong, self.weak, self.bodies, self.documents, self.groups, self.places
        )
        self.apart = self.titles.union(
            self.strong, self.weak, self.bodies, self.not_names, self.places, self.groups
        )
        self.begin = frozenset(name[0] for name in self.by_name)
        self.given = (self.female | self.male) - self.titles
        self.corporate = self.not_names.union(self.bodies) - self.surnames - {"domingo"}  # Plácido Domingo
        self.offices = self.titles & (self.strong.keys() | self.weak.keys())


def table(text: str) -> dict[str, str]:
    """Read lines "role:" and, indented below, its words into word → role ("-:" for words without one).

    Examples
    --------
    >>> table("police:\\n    officer sheriff\\n-:\\n    aide")
    {'officer': 'police', 'sheriff': 'police', 'aide': ''}
    """
    found: dict[str, str] = {}
    role = ""
    for line in text.strip().splitlines():
        if line.endswith(":"):
            role = line[:-1].strip(" -")
        else:
            found.update(dict.fromkeys(line.split(), role))
    return found


def named(text: str) -> dict[tuple[str, ...], str]:
    """Read lines "role: one name, another name" into words → role.

    Examples
    --------
    >>> named("police: scotland yard")
    {('scotland', 'yard'): 'police'}
    """
    found: dict[tuple[str, ...], str] = {}
    for line in text.strip().splitlines():
        role, _, names = line.partition(":")
        found.update({tuple(name.split()): role.strip() for name in names.split(",")})
    return found


def plain(names: frozenset[str]) -> frozenset[str]:
    """Give names as they are written without accents, as in capitals and in English.

    Examples
    --------
    >>> sorted(plain(frozenset(("óscar", "inés"))))
    ['ines', 'oscar']
    """
    return frozenset(name.translate(PLAIN) for name in names)


def words(text: str) -> frozenset[str]:
    """Read words divided by white space."""
    return frozenset(text.split())
