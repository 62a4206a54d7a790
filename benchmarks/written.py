"""Tables as they are printed: aligned for a terminal, or as Markdown for the documentation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A header and rows of text."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def print_table(table: Table, markdown: bool) -> None:
    """Print a table, after an empty line.

    Parameters
    ----------
    table : Table
    markdown : bool
        With bars between cells; else in columns.
    """
    print()
    if markdown:
        for line in (table.header, ["---"] * len(table.header), *table.rows):
            print(f"| {' | '.join(line)} |")
        return
    widths = [max(map(len, column)) for column in zip(table.header, *table.rows, strict=True)]
    for line in (table.header, *table.rows):
        cells = [
            c.ljust(w) if n == 0 else c.rjust(w) for n, (c, w) in enumerate(zip(line, widths, strict=True))
        ]
        print("  ".join(cells).rstrip(), flush=True)
