"""What a lexicon is: entries under declared categories, with context rules, examples and a datasheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ..errors import LexiconError, did_you_mean, listed
from ..tokens import glob_parts


@dataclass(frozen=True)
class Entry:
    """One pattern under one category.

    Attributes
    ----------
    number : int
        Place in the file, counted from 1 (what messages name).
    text : str
        The pattern as written: one word or a phrase, with wildcards.
    words : tuple of str
        Its elements, one per token.
    category : int
        Index into `Lexicon.categories`.
    case : str or None
        "lower", "capital" or "upper": how its first token must be written.
    unless, only : tuple of str
        Context patterns that rule the reading out, or that it needs one of.
    note : str or None
        What its author remarks.
    line : int
        Where it stands in its file; 0 where there is none.
    """

    number: int
    text: str
    words: tuple[str, ...]
    category: int
    case: str | None = None
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    note: str | None = None
    line: int = field(default=0, compare=False)

    @cached_property
    def literal_length(self) -> int:
        """Characters that are not wildcards: the more, the more specific the entry."""
        return sum(not is_wild for word in self.words for _, is_wild in glob_parts(word))


@dataclass(frozen=True)
class Example:
    """A sentence and the hits it must have, by category (none at all for a counter-example)."""

    text: str
    hits: dict[str, list[str]]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Entries that count as cues of a construct in one language.

    Attributes
    ----------
    name : str
        The construct ("war_peace"), the same in every language.
    version, language : str
    categories : tuple of str
        Dotted names of all categories, parents before their children.
    descriptions : dict of str to str
    entries : tuple of Entry
    sets : dict of str to tuple of str
        Named word sets for context rules.
    examples : tuple of Example
    datasheet : dict
        measures, unit, inclusion, origin, not_for, references and what else the file says of itself.
    sha256 : str
        Of the file's bytes.
    source : str
        The file's name.
    """

    name: str
    version: str
    language: str
    categories: tuple[str, ...]
    descriptions: dict[str, str]
    entries: tuple[Entry, ...]
    sets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    datasheet: dict[str, object] = field(default_factory=dict)
    sha256: str = ""
    source: str = ""

    @cached_property
    def top_categories(self) -> tuple[str, ...]:
        """The categories without a parent."""
        return tuple(c for c in self.categories if "." not in c)

    @cached_property
    def leaf_categories(self) -> tuple[str, ...]:
        """The categories without children: those that entries stand under."""
        parents = {c.rpartition(".")[0] for c in self.categories}
        return tuple(c for c in self.categories if c not in parents)

    def require(self, category: str) -> str:
        """Give a category back, or say which ones there are.

        Raises
        ------
        LexiconError
            Where the lexicon does not declare it.
        """
        if category in self.categories:
            return category
        raise LexiconError(
            f"Lexicon '{self.name}' ({self.language}): unknown category '{category}';"
            f" declared: {listed(self.categories)}.{did_you_mean(category, self.categories)}"
        )

    def __repr__(self) -> str:
        return f"<Lexicon {self.name} {self.version} ({self.language}): {len(self.entries)} entries>"
