"""Token columns to read one element at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discourse.tokens import Tokens


class Views:
    """The columns of a batch as views: an element is a plain number, and much faster than one of an array.

    Attributes are named as in `Tokens`; `starts_sentence` is its `sentence_start`.

    Examples
    --------
    >>> from discourse.tokens import tokenize
    >>> Views(tokenize(["War. Peace."])).sentence[1]
    1
    """

    __slots__ = (
        "doc",
        "end",
        "gap",
        "norm",
        "paragraph",
        "paragraph_first",
        "paragraph_role",
        "sentence",
        "sentence_first",
        "start",
        "starts_sentence",
    )

    def __init__(self, tokens: Tokens) -> None:
        self.start, self.end, self.doc = tokens.start.data, tokens.end.data, tokens.doc.data
        self.norm, self.gap = tokens.norm.data, tokens.gap.data
        self.paragraph, self.paragraph_first = tokens.paragraph.data, tokens.paragraph_first.data
        self.sentence, self.sentence_first = tokens.sentence.data, tokens.sentence_first.data
        self.paragraph_role = tokens.paragraph_role.data
        self.starts_sentence = tokens.sentence_start.tobytes()  # of bytes one is read fastest
