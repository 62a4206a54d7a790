"""Pieces of a standalone page: escaped text, tables, folds, and the page around them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from numbers import Integral

from .style import BASE_STYLE

# What a browser would not show, or UTF-8 cannot hold: controls but for tab and line end, lone surrogates.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def escaped(text: object) -> str:
    """Give text that means nothing but itself in HTML, in an attribute too.

    Control characters become their visible symbols, lone surrogates the replacement character.

    Examples
    --------
    >>> escaped('<b title="x">&')
    '&lt;b title=&quot;x&quot;&gt;&amp;'
    >>> escaped(chr(27) + "[0m")
    '␛[0m'
    """
    shown = _UNSHOWN.sub(_symbol, str(text))
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        shown = shown.replace(character, entity)
    return shown


def _symbol(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "␡" if code == 0x7F else chr(0x2400 + code) if code < 0x20 else "\ufffd"


def number(value: float | None, digits: int = 2) -> str:
    """Give a number for reading: a dash where it is missing, groups of three.

    Examples
    --------
    >>> number(1234.5678), number(float("nan")), number(12), number(None), number(-0.5)
    ('1,234.57', '–', '12', '–', '−0.50')
    """
    if value is None or value != value:
        return "–"
    shown = f"{int(value):,}" if isinstance(value, Integral) else f"{value:,.{digits}f}"
    return shown.replace("-", "−")


def counted(n: int, noun: str) -> str:
    """Give a count with its noun.

    Examples
    --------
    >>> counted(1, "hit"), counted(1200, "hit")
    ('1 hit', '1,200 hits')
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], numeric: Iterable[int] = (), name: str = ""
) -> str:
    """Give an HTML table.

    Parameters
    ----------
    header : sequence of str
        Plain text, escaped here; what follows a line end is the unit.
    rows : iterable of sequence of str
        Cells that are HTML already.
    numeric : iterable of int
        Columns to set flush right.
    name : str
        What the table holds, for who hears the page read.
    """
    right = set(numeric)
    kinds = [' class="n"' if i in right else "" for i in range(len(header))]
    heads = [
        escaped(name) + (f'<span class="ci">{escaped(unit)}</span>' if unit else "")
        for name, _, unit in (cell.partition("\n") for cell in header)
    ]
    head = "".join(f'<th scope="col"{kind}>{cell}</th>' for cell, kind in zip(heads, kinds, strict=True))
    body = "\n".join(
        "<tr>" + "".join(f"<td{kind}>{cell}</td>" for cell, kind in zip(row, kinds, strict=True)) + "</tr>"
        for row in rows
    )
    label = f' aria-label="{escaped(name)}"' if name else ""
    rows_told = f"<thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody>"
    return f'<div class="wide"><table{label}>{rows_told}</table></div>'


def cut(shown: int, whole: int, noun: str, how: str) -> str:
    """Give the note under a table that says what it leaves out and how to get all; nothing where it is whole.

    Examples
    --------
    >>> cut(5, 5, "rows", "…"), cut(5, 1200, "rows", "evidence.hits")
    ('', '<p class="cut">Shown: 5 of 1,200 rows. All of them: <code>evidence.hits</code></p>')
    """
    if shown >= whole:
        return ""
    told = f"Shown: {shown:,} of {whole:,} {escaped(noun)}. All of them: <code>{escaped(how)}</code>"
    return f'<p class="cut">{told}</p>'


def fold(summary: str, content: str, opened: bool = False) -> str:
    """Give content that a click opens; the summary is plain text."""
    return f"<details{' open' if opened else ''}><summary>{escaped(summary)}</summary>\n{content}\n</details>"


def page(title: str, content: str, style: str = "", script: str = "", body_class: str = "") -> str:
    """Give a standalone page.

    Nothing can be loaded from anywhere, and no script runs but the one given here, which the page knows by
    its hash: markup that slipped through from a text would stay dead.

    Parameters
    ----------
    title : str
        Plain text.
    content : str
        HTML of the body.
    style, script : str
        Added to the common style; JavaScript of the page.
    body_class : str
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = f"script-src 'sha256-{digest}'" if script else "script-src 'none'"
    policy = f"default-src 'none'; style-src 'unsafe-inline'; {allowed}; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{BASE_STYLE}{style}</style>\n</head>\n"
        f'<body class="{escaped(body_class)}">\n{content}\n'
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )
