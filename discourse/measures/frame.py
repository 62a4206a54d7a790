"""The tidy table every measure returns: one row a unit and category, with interval, base and a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from discourse.errors import MeasureError, listed

__all__ = [
    "COLUMNS",
    "NUMBER_WORDS",
    "by_unit",
    "check_frame",
    "count_of",
    "joined_notes",
    "tidy",
    "tidy_columns",
]

# What follows doc_id or the grouping columns, in this order.
COLUMNS = ("measure", "category", "value", "unit", "ci_low", "ci_high", "n_hits", "n_tokens", "note")
REAL = ("value", "ci_low", "ci_high")
WHOLE = ("n_hits", "n_tokens")

NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def count_of(number: int, noun: str) -> str:
    """Return a count in words with its noun.

    Examples
    --------
    >>> count_of(1, "document"), count_of(2, "document"), count_of(18, "paragraph")
    ('one document', 'two documents', '18 paragraphs')
    """
    word = NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else f"{number:,}"
    return f"{word} {noun}" if number == 1 else f"{word} {noun}s"


@lru_cache(maxsize=10_000)
def joined_notes(*notes: str) -> str:
    """Return the notes that say something, joined by semicolons.

    Examples
    --------
    >>> joined_notes("no tokens", "", "few blocks")
    'no tokens; few blocks'
    """
    return "; ".join(note for note in notes if note)


def tidy(keys: Sequence[str], rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Build the table of a measure.

    Parameters
    ----------
    keys : sequence of str
        ``doc_id`` or the grouping columns.
    rows : iterable of dict
        One a row, with the keys and the columns of `COLUMNS`; a missing interval or note may be left out.

    Returns
    -------
    pandas.DataFrame
        The keys, then `COLUMNS`; value, ci_low, ci_high float64, n_hits and n_tokens int64.
    """
    rows = list(rows)
    given: dict[str, Any] = {
        name: [row.get(name, "") for row in rows] for name in ("measure", "category", "unit", "note")
    }
    given |= {name: [row.get(name, np.nan) for row in rows] for name in ("value", "ci_low", "ci_high")}
    given |= {name: [row.get(name, 0) for row in rows] for name in ("n_hits", "n_tokens")}
    return tidy_columns({key: [row[key] for row in rows] for key in keys}, **given)


def tidy_columns(keys: Mapping[str, Sequence[Any] | pd.Series], **columns: Any) -> pd.DataFrame:
    """Build the table of a measure from whole columns.

    Parameters
    ----------
    keys : mapping of str to sequence or Series
        The columns that say what a row speaks of.
    **columns : sequence
        Those of `COLUMNS`.

    Returns
    -------
    pandas.DataFrame
        As from `tidy`.
    """
    index = pd.RangeIndex(
        len(columns["value"])
    )  # one for all columns, so that none is laid beside it and copied
    made: dict[str, Any] = {}
    for key, values in keys.items():
        if isinstance(values, pd.Series):
            made[key] = pd.Series(values.array, index=index, copy=False)
        else:
            made[key] = pd.Series(values, index=index, dtype=None if len(values) else object)
    for name in COLUMNS:
        kind = np.float64 if name in REAL else np.int64 if name in WHOLE else object
        made[name] = pd.Series(columns[name], index=index, dtype=kind, copy=False)
    return pd.DataFrame(made, index=index, copy=False)


def by_unit(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Put the rows of each unit together; units and a unit's rows stay in the order they come in.

    Parameters
    ----------
    frame : pandas.DataFrame
    keys : sequence of str
        ``doc_id`` or the grouping columns.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b", "a"], "category": ["x", "x", "y"]})
    >>> by_unit(table, ["doc_id"])["category"].tolist()
    ['x', 'y', 'x']
    """
    if not keys:
        return frame.reset_index(drop=True)
    unit = frame.groupby(list(keys), sort=False, dropna=False).ngroup()
    return frame.iloc[np.argsort(unit.to_numpy(), kind="stable")].reset_index(drop=True)


def check_frame(frame: object, name: str, keys: Sequence[str]) -> pd.DataFrame:
    """Return what a measure returned, or raise where it is not a tidy table.

    Raises
    ------
    MeasureError
        Not a data frame, or one without the columns of the contract.
    """
    if not isinstance(frame, pd.DataFrame):
        raise MeasureError(
            f"Measure '{name}' returned {type(frame).__name__}; a measure returns a pandas DataFrame."
        )
    missing = [column for column in (*keys, *COLUMNS) if column not in frame.columns]
    if missing:
        raise MeasureError(
            f"Measure '{name}' returned no column {listed(missing)}; a measure's table has "
            f"{listed([*keys, *COLUMNS])}."
        )
    return frame
