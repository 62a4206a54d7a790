"""What a source is, and what is known of the sources of a document."""

from __future__ import annotations

from dataclasses import dataclass, field


class Source:
    """Somebody or something that content is attributed to.

    Attributes
    ----------
    name : str
        Full name, or the description where no name is given.
    kind : str
        "named", "anonymous", "institution", "document" or "none".
    role : str or None
    gender : str
        "f", "m" or "" where nothing tells.
    plural : bool
    head : str
        The noun of a description.
    speaks : bool
        False for a description whose noun no list has: it may be no person or body at all.
    """

    def __init__(
        self,
        name: str,
        kind: str,
        role: str | None = None,
        gender: str = "",
        plural: bool = False,
        head: str = "",
        speaks: bool = True,
    ) -> None:
        self.name, self.kind, self.role, self.gender = name, kind, role, gender
        self.plural, self.head, self.speaks = plural, head, speaks

    @property
    def personal(self) -> bool:
        """A single human being, as he or she may mean."""
        return self.kind in ("named", "anonymous") and not self.plural


@dataclass
class Person:
    """One full name of a document."""

    source: Source | None  # made when first asked for
    first: int  # token of the first full mention
    tokens: tuple[str, ...]
    mentions: list[tuple[int, int]] = field(default_factory=list)  # tokens of the full mentions


@dataclass
class Document:
    """What is known of the sources of one document, in the order of reading."""

    first: int
    last: int
    people: list[Person] = field(default_factory=list)
    by_name: dict[str, list[int]] = field(default_factory=dict)
    by_full: dict[tuple[str, ...], int] = field(default_factory=dict)
    by_title: dict[str, list[tuple[int, int]]] | None = None
    mentions: list[tuple[int, int, int]] = field(default_factory=list)  # tokens, person
    spoken: list[tuple[int, Source]] = field(default_factory=list)  # token of the cue, source
    described: dict[str, Source] = field(default_factory=dict)
    read: bool = False
