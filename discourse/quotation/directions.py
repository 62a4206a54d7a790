"""Which way a quotation mark faces: it opens, closes, or is an apostrophe and does neither."""

from __future__ import annotations

from typing import Final

import regex

from discourse.tokens import Tokens

from .views import views

CLOSES: Final[dict[str, str | tuple[str, ...]]] = {
    "“": ("”", '"'),  # typed one way, closed the other
    "„": "“”",
    "‟": "”",
    "«": "»",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    '"': ('"', "”", "''"),
    "'": "'",
    "`": "´'`",
    "``": ("''", "”", '"'),
    "''": ("''",),
}
SINGLE: Final = frozenset("‘’‚'`´")
RESUMES: Final = {
    "«": "»",
    "“": "”",
}  # Spanish begins the next paragraph of a quotation with the closing mark
_ELISION: Final = regex.compile(r"(?:\d0s|em|til|tis|twas|cause|n)\b", regex.IGNORECASE)


class Mark:
    """A quotation mark and what stands beside it.

    Attributes
    ----------
    char : str
    at : int
        Its character.
    token : int
        The token it stands before.
    before, after : str
        Neighbouring characters ("" at the edges of a paragraph).
    """

    def __init__(self, char: str, at: int, token: int, before: str, after: str) -> None:
        self.char, self.at, self.token = char, at, token
        self.before, self.after = before, after


class Directions:
    """What is open at a place of a batch, and what the next mark does there."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens, self.text, self.at = tokens, tokens.text, views(tokens)
        self.stack: list[Mark] = []
        self.carried = ""  # the mark a paragraph left open

    def _way(self, mark: Mark, marks: list[Mark], number: int) -> str:
        """Say whether a mark opens, closes or does neither (an apostrophe)."""
        char, before, after = mark.char, mark.before, mark.after
        opens_here = (
            (not before or before.isspace() or before in "([{—–-/¿¡“‘«\"'")
            and bool(after)
            and not after.isspace()
        )
        if char == "``":
            return "open"
        if char in "“„‟«‹‘‚":
            if char == "“" and self.stack and self.stack[-1].char == "„":
                return "close"
            if char == "‘" and (not opens_here or _ELISION.match(self.text, mark.at + 1)):
                return "none"
            return "open"
        if char in "”»›":
            if char == "»" and not before.strip() and not self.stack and mark.token < len(self.tokens):
                return "none" if not self.carried else "open"
            return "close"
        if char == "´":
            return "close" if any(o.char == "`" for o in self.stack) else "none"
        if char == "`":
            return "open" if opens_here else "none"
        ready = any(char in CLOSES[o.char] for o in self.stack)
        if char in "’'":
            closes_here = bool(before) and not before.isspace() and not (after.isalpha() or after.isdigit())
            if ready and closes_here:
                plural = before in "sS" and after == " " and self.text[mark.at + 2 : mark.at + 3].islower()
                return (
                    "none"
                    if plural and self._closes_later(char, marks[number + 1 : number + 40])
                    else "close"
                )
            if char == "'" and opens_here and not _ELISION.match(self.text, mark.at + 1):
                later = marks[number + 1 : number + 40]
                if any(
                    m.char == "'" and m.before and not m.before.isspace() and not m.after.isalnum()
                    for m in later
                ):
                    return "open"
            return "none"
        # straight double mark
        if before and before.isdigit() and not ready:
            return "none"  # inches
        if ready and self.stack[-1].char == "“" and (after.isalnum() or before.isdigit()):
            return "none" if before.isdigit() else "open"
        if ready:
            clearly_opens = opens_here and (not before or before.isspace()) and after.isalnum()
            return "open" if clearly_opens else "close"
        if after.isspace() and not before.strip():  # " so " in tokenised text: its partner comes later
            return "open" if any(m.char == char for m in marks[number + 1 :]) else "close"
        return "open" if after and (opens_here or not after.isspace()) else "close"

    def _closes_later(self, char: str, marks: list[Mark]) -> bool:
        """Say whether another mark may close before the next opens: this one is a plural's apostrophe."""
        for mark in marks:
            if mark.char in "‘“«" or (mark.char == char == "'" and mark.before.isspace()):
                return False
            if mark.char == char and mark.before and not mark.before.isspace():
                return True
        return False

    def _next_opens_with(self, paragraph: int, char: str) -> bool:
        tokens = self.tokens
        if paragraph + 2 > len(tokens.paragraph_first) - 1:
            return False
        token = self.at.paragraph_first[paragraph + 1]
        if self.at.doc[token] != self.at.doc[token - 1]:
            return False
        lead = self.text[self.at.end[token - 1] : self.at.start[token]]
        if char in RESUMES and lead.rstrip("¿¡—").endswith(RESUMES[char]):
            return True
        return lead.rstrip("¿¡…").endswith(char)
