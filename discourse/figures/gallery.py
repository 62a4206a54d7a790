"""The gallery: a page of all figures with their captions, from the records beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from discourse.errors import FigureError

__all__ = ["counted", "gallery", "records"]


def gallery(folder: str | Path) -> Path:
    """Write README.md of a folder of figures: each with its caption, its numbers and its origin.

    Parameters
    ----------
    folder : path
        With the files of `save_figure`.

    Returns
    -------
    pathlib.Path
    """
    folder = Path(folder)
    lines = [
        "# Figures",
        "",
        "Written by `discourse figures` from the records beside the pictures. Each figure has its",
        "numbers (CSV) and its origin (JSON: SHA-256 of texts and lexicons, version, seed);",
        "`discourse figures --check` builds all of them anew and compares.",
        "",
    ]
    for record in records(folder):
        name = record["name"]
        lines += [
            f"## {name}",
            "",
            f"![{name}]({name}.svg)",
            "",
            *([record["caption"], ""] if record["caption"] else []),
            f"[picture]({name}.png) · [numbers]({name}.csv), {record['rows']} rows · [origin]({name}.json): "
            f"{counted(len(record['texts']), 'text')}, {counted(len(record['lexicons']), 'lexicon')}, "
            f"seed {record['seed']}",
            "",
        ]
    path = folder / "README.md"
    path.write_bytes("\n".join(lines).encode("utf-8"))
    return path


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> counted(1, "figure"), counted(2, "figure")
    ('1 figure', '2 figures')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def records(folder: Path) -> list[Mapping[str, Any]]:
    """Return the records of a folder's figures, by name."""
    records = []
    for path in sorted(folder.glob("*.json")):
        try:
            records.append(json.loads(path.read_text(encoding="utf-8")))
        except ValueError as error:
            raise FigureError(
                f"Figure record '{path.name}' is no JSON: {error}; build the figures anew."
            ) from error
    return records
