"""The words of a batch as names are read: norms, gaps and what was written."""

from __future__ import annotations

import numpy as np

from discourse.tokens import Tokens
from discourse.tokens.packed import numbers

from .callings import PERSONS_EN, PERSONS_ES
from .roles_en import ENGLISH
from .roles_es import SPANISH
from .views import views


class Wording:
    """Look up what stands at the places of a batch."""

    def __init__(self, tokens: Tokens, bits: np.ndarray, gaps: np.ndarray) -> None:
        self.tokens, self.at = tokens, views(tokens)
        self.bits, self.gaps = numbers(bits), gaps.tobytes()  # of bytes one is read fastest
        self.norms, self._gap_texts = tokens.vocabulary.norms, tokens.vocabulary.gaps
        self.words = ENGLISH if tokens.language == "en" else SPANISH
        self.english = tokens.language == "en"

    def word(self, token: int) -> str:
        """Give a token's norm."""
        return self.norms[self.at.norm[token]]

    def gap(self, token: int) -> str:
        """Give what stands before a token, white space folded."""
        return self._gap_texts[self.at.gap[token]]

    def text(self, first: int, last: int) -> str:
        """The words from a token to before another, on one line, without a possessive at the end."""
        tokens = self.tokens
        text = tokens.text[self.at.start[first] : self.at.end[last - 1]]
        for mark in ("'s", "’s"):
            text = text.removesuffix(mark)
        if (
            self.english
            and text.endswith((" Jr", " Sr"))
            and tokens.text[self.at.end[last - 1] : self.at.end[last - 1] + 1] == "."
        ):
            text += "."
        return " ".join(text.split())

    def tells_person(self, word: str) -> bool:
        """Say whether a noun that no list of offices has is one for a person, by its ending or a list."""
        if word.endswith(self.words.agents):
            return word not in self.words.not_agents or (not self.english and word in PERSONS_ES)
        return word in (PERSONS_EN if self.english else PERSONS_ES)

    def _shouted(self, k: int) -> bool:
        start, end = self.at.start[k], self.at.end[k]
        return self.tokens.text[start:end].isupper()

    def _whole_quotation(self, a: int, e: int) -> bool:
        """A name that is all there is between marks is a nickname or a title."""
        after = self.gap(e)
        return self.gap(a)[-1:] in '“"«‘' and any(c in after[:2] for c in '”"»’')
