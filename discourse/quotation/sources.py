"""What a source is, and what is known of the sources of a document."""

from __future__ import annotations


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


class Person:
    """One full name of a document.

    Attributes
    ----------
    source : Source or None
        Made when first asked for.
    first : int
        Token of the first full mention.
    tokens : tuple of str
    mentions : list of (int, int)
        Tokens of the full mentions.
    """

    def __init__(
        self,
        source: Source | None,
        first: int,
        tokens: tuple[str, ...],
        mentions: list[tuple[int, int]] | None = None,
    ) -> None:
        self.source, self.first, self.tokens = source, first, tokens
        self.mentions = list[tuple[int, int]]() if mentions is None else mentions


class Document:
    """What is known of the sources of one document, in the order of reading.

    Attributes
    ----------
    first, last : int
        Its tokens.
    people : list of Person
    by_name, by_full : dict
        A name, and all the names of a person → their numbers in `people`.
    by_title : dict or None
        Words of office → (token, person).
    mentions : list of (int, int, int)
        Tokens, person.
    spoken : list of (int, Source)
        Token of the cue, source.
    described : dict
        The noun of a description → who is meant.
    spelt : dict
        Letters → the body whose full name has these initials, None where the text has none.
    body_nouns : list of int or None
        Where a noun that calls bodies stands before a capital: the bank | Lundbank.
    held : dict
        A noun of office → where somebody known to hold it is called by surname alone, -1 for nowhere.
    asker : Source or None
        Who has just asked something.
    read : bool
        Whether the names have been looked up.
    """

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.people: list[Person] = []
        self.by_name: dict[str, list[int]] = {}
        self.by_full: dict[tuple[str, ...], int] = {}
        self.by_title: dict[str, list[tuple[int, int]]] | None = None
        self.mentions: list[tuple[int, int, int]] = []
        self.spoken: list[tuple[int, Source]] = []
        self.described: dict[str, Source] = {}
        self.spelt: dict[str, Source | None] = {}
        self.body_nouns: list[int] | None = None
        self.held: dict[str, int] = {}
        self.asker: Source | None = None
        self.read = False
