"""A sentence as the reader of clauses sees it: words, with each marked span as one word."""

from __future__ import annotations

from discourse.tokens.packed import Numbers, Words


class Block:
    """A sentence, or several that one quotation ties together.

    Attributes
    ----------
    words : Words
        Norms; a marked span is the word "“".
    bits : Numbers
    gaps : bytes
        Bits of the gap before each word, and one more after the last.
    token, stop : list of int
        The tokens of each word, half open; empty where each word is a token, see `tokens`.
    quote : list of int
        The span's number, -1 for a plain word.
    places : list of int
        The words that may be cues.
    start, end : int
        Tokens, half open.
    spans : bool
        Whether there is a marked span.
    marks : int
        The bits of all its gaps together.
    """

    def __init__(
        self,
        words: Words,
        bits: Numbers,
        gaps: bytes,
        quote: list[int],
        places: list[int],
        start: int,
        end: int,
        marks: int,
    ) -> None:
        self.words, self.bits, self.gaps = words, bits, gaps
        self.token: list[int] = []
        self.stop: list[int] = []
        self.quote = quote
        self.places, self.start, self.end, self.marks = places, start, end, marks
        self.spans = False

    def __len__(self) -> int:
        return len(self.words)

    def token_at(self, word: int) -> int:
        """Give the token that a word begins with."""
        return self.token[word] if self.token else self.start + word

    def tokens(self, words: tuple[int, int]) -> tuple[int, int]:
        """Give the tokens of some words, both half open."""
        if self.token:
            return self.token[words[0]], self.stop[words[1] - 1]
        return self.start + words[0], self.start + words[1]
