"""Whether figures built anew are those that were published, and where they differ."""

from __future__ import annotations

import json
from pathlib import Path

from discourse.errors import listed

__all__ = ["compare_folders", "figure_files"]

KINDS = (".csv", ".json", ".svg", ".png")


def figure_files(folder: Path) -> list[Path]:
    """Return the files of figures in a folder, and its gallery, sorted; none where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix in KINDS or path.name == "README.md")


def compare_folders(kept: str | Path, fresh: str | Path) -> list[str]:
    """Compare two folders of figures.

    Parameters
    ----------
    kept, fresh : path
        The published figures, and those built anew.

    Returns
    -------
    list of str
        A line a difference: missing and new files, the first differing cell of a table, the first differing
        key of a record, pictures of which the bytes (SVG) or the pixels (PNG) differ. Empty where all
        agree.
    """
    old = {path.name: path for path in figure_files(Path(kept))}
    new = {path.name: path for path in figure_files(Path(fresh))}
    lines = []
    for name in sorted({*old, *new}):
        if name not in new:
            lines.append(f"{name}: no notebook saves it any more")
        elif name not in old:
            lines.append(f"{name}: is new; run discourse figures and commit it")
        elif old[name].read_bytes() != new[name].read_bytes():
            difference = _difference(old[name], new[name])
            if difference:
                lines.append(f"{name}: {difference}")
    return lines


def _difference(old: Path, new: Path) -> str:
    """Return how two files differ, nothing where only the packing of a picture does."""
    if old.suffix == ".csv":
        return _table_difference(old, new)
    if old.suffix == ".json":
        return _record_difference(old, new)
    if old.suffix == ".png":
        return _pixel_difference(old, new)
    before, after = (path.read_text(encoding="utf-8", errors="replace").splitlines() for path in (old, new))
    for number, (one, other) in enumerate(zip(before, after, strict=False), 1):
        if one != other:
            return f"line {number} differs"
    return f"has {len(after)} lines, not {len(before)}"


def _table_difference(old: Path, new: Path) -> str:
    import csv

    before, after = (list(csv.reader(path.open(encoding="utf-8", newline=""))) for path in (old, new))
    if before[:1] != after[:1]:
        return f"columns are {', '.join(after[0])}, not {', '.join(before[0])}"
    if len(before) != len(after):
        return f"has {len(after) - 1} rows, not {len(before) - 1}"
    found = [
        (row, column)
        for row, (one, other) in enumerate(zip(before, after, strict=True))
        for column in range(len(before[0]))
        if one[column : column + 1] != other[column : column + 1]
    ]
    if not found:
        return "differs in its line ends or quoting"
    row, column = found[0]
    key = ", ".join(before[row][: min(2, len(before[row]))])
    more = f" ({len(found):,} cells differ)" if len(found) > 1 else ""
    value, kept = after[row][column], before[row][column]
    return f"row {row} ({key}), column {before[0][column]}: {value}, not {kept}{more}"


def _record_difference(old: Path, new: Path) -> str:
    before, after = (json.loads(path.read_text(encoding="utf-8")) for path in (old, new))
    for key in sorted({*before, *after}):
        one, other = before.get(key), after.get(key)
        if one != other:
            if isinstance(one, dict) and isinstance(other, dict):
                changed = sorted(k for k in {*one, *other} if one.get(k) != other.get(k))
                return f"{key}: {listed(changed)} changed"
            return f"{key} is {other!r}, not {one!r}"
    return "is written in another way"


def _pixel_difference(old: Path, new: Path) -> str:
    import numpy as np
    from matplotlib.image import imread

    before, after = imread(old), imread(new)
    if before.shape != after.shape:
        return f"is {after.shape[1]} x {after.shape[0]} pixels, not {before.shape[1]} x {before.shape[0]}"
    changed = int(np.count_nonzero((before != after).any(axis=-1)))
    return f"{changed:,} of {before.shape[0] * before.shape[1]:,} pixels differ" if changed else ""
