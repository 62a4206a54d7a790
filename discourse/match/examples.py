"""The examples of a lexicon, run: what must match and what must not."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..lexicon.check import Problem
from ..tokens import tokenize
from .find import match


def failing_examples(lexicon: Lexicon) -> list[Problem]:
    """Run a lexicon's examples; give those whose hits are not exactly the ones they state.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    list of Problem
        Of the kind "example", in the order of the file.

    Examples
    --------
    >>> from discourse.lexicon import load_lexicon
    >>> failing_examples(load_lexicon("left_out", "en"))
    []
    """
    tokens = tokenize([example.text for example in lexicon.examples], lexicon.language)
    found = match(tokens, lexicon)
    hits: list[dict[str, list[str]]] = [{} for _ in lexicon.examples]
    for first, last, category in zip(found.first, found.last, found.category, strict=True):
        written = tokens.text[tokens.start[first] : tokens.end[last - 1]]
        hits[tokens.doc[first]].setdefault(lexicon.categories[category], []).append(written)
    where = f"Lexicon '{lexicon.source or lexicon.name}'"
    return [
        Problem("example", f"{where}, example '{e.text}': expected {_listed(e.hits)}, found {_listed(own)}.")
        for e, own in zip(lexicon.examples, hits, strict=True)
        if {c: h for c, h in e.hits.items() if h} != own
    ]


def _listed(hits: dict[str, list[str]]) -> str:
    """Hits in words: war.threat: “ultimatum”; peace: “truce”, “talks”."""
    parts = [
        f"{category}: " + ", ".join(f"“{hit}”" for hit in own)
        for category, own in sorted(hits.items())
        if own
    ]
    return "; ".join(parts) or "nothing"
