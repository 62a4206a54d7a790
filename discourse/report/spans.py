"""Overlapping spans of a text as HTML: cut at every border, each piece with the styles of all over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .html import escaped


@dataclass(frozen=True)
class Span:
    """A stretch of text that belongs to a layer.

    Attributes
    ----------
    start, end : int
        Characters of the document, half open.
    style : str
        Its class on the page; one of the program's own, never taken from a text.
    title : str
        What hovering tells, plain text.
    """

    start: int
    end: int
    style: str
    title: str = ""


@dataclass(frozen=True)
class Sign:
    """A small sign between two characters: a tick, a number, a label; no part of the text when it is copied.

    Attributes
    ----------
    at : int
    style : str
    label : str
        What it shows, plain text.
    title : str
    after : bool
        It stands after what ends here, not before what begins here.
    """

    at: int
    style: str
    label: str
    title: str = ""
    after: bool = False


def marked_up(text: str, start: int, end: int, spans: Sequence[Span], signs: Sequence[Sign] = ()) -> str:
    """Give a stretch of text as HTML with its spans and signs.

    Parameters
    ----------
    text : str
        The whole document.
    start, end : int
        The stretch to show.
    spans, signs : sequence
        In any order; what lies outside the stretch is passed over, what crosses its edge is clipped.

    Returns
    -------
    str
        Without the signs and tags it reads exactly as the text does.

    Examples
    --------
    >>> marked_up("No war", 0, 6, [Span(0, 2, "cue"), Span(0, 6, "scope", "a scope")])
    '<span class="cue scope" title="a scope">No</span><span class="scope" title="a scope"> war</span>'
    """
    inside = [s for s in spans if s.start < end and s.end > start and s.end > s.start]
    shown = [s for s in signs if start <= s.at <= end]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for i, span in enumerate(inside):
        begins.setdefault(max(span.start, start), []).append(i)
        ends.setdefault(min(span.end, end), []).append(i)
    signs_at: dict[int, list[Sign]] = {}
    for sign in sorted(shown, key=lambda s: not s.after):
        signs_at.setdefault(sign.at, []).append(sign)
    places = sorted({start, end, *begins, *ends, *signs_at})
    active: dict[int, Span] = {}
    pieces: list[str] = []
    for place, following in zip(places, [*places[1:], end], strict=True):
        for i in ends.get(place, ()):
            active.pop(i, None)
        pieces += [_sign(sign) for sign in signs_at.get(place, ())]
        active.update((i, inside[i]) for i in begins.get(place, ()))
        if following > place:
            pieces.append(_piece(text[place:following], list(active.values())))
    return "".join(pieces)


def _piece(text: str, spans: Sequence[Span]) -> str:
    if not spans:
        return escaped(text)
    often = Counter(s.style for s in spans)
    styles = " ".join(f"{style} {style}-twice" if n > 1 else style for style, n in often.items())
    titles = "\n".join(dict.fromkeys(s.title for s in spans if s.title))
    title = f' title="{escaped(titles)}"' if titles else ""
    return f'<span class="{styles}"{title}>{escaped(text)}</span>'


def _sign(sign: Sign) -> str:
    title = f' title="{escaped(sign.title)}"' if sign.title else ""
    return f'<i class="{sign.style}" data-is="{escaped(sign.label)}"{title}></i>'
