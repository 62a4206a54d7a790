"""One cue with its source and what it introduces."""

from __future__ import annotations


class Attribution:
    """One cue with its source and what it introduces, as word numbers of a block.

    Attributes
    ----------
    cue : (int, int)
        Half open.
    word : str
        The cue as the lexicon has it.
    bits : int
    source : (int, int) or None
    mode : str
        "np" (a source stands there), "same" (that of the sentence), "dropped" (left out, as Spanish may do),
        "none".
    parts : list of (int, int)
        What is attributed; several where the cue interrupts it.
    """

    def __init__(
        self,
        cue: tuple[int, int],
        word: str,
        bits: int,
        source: tuple[int, int] | None,
        mode: str,
        parts: list[tuple[int, int]],
        passive: bool = False,
    ) -> None:
        self.cue, self.word, self.bits = cue, word, bits
        self.source, self.mode, self.parts, self.passive = source, mode, parts, passive
        self.inside = False  # in a report, whose source has the word
