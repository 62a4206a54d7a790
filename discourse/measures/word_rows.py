"""The tables of measures of words: some rows a word, in every unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from discourse.measures.frame import joined_notes, tidy_columns
from discourse.measures.tables import Tables
from discourse.measures.units import Unit, keys_of_units
from discourse.measures.words import Comparison

__all__ = ["NO_TARGET", "WordRows", "each_language", "word_missing", "word_rows", "word_table"]

NO_TARGET = "undefined: no target {} (find with targets=…, or with a lexicon named actors)"


@dataclass(frozen=True)
class WordRows:
    """Some rows that each unit has in the table of a measure of words.

    Attributes
    ----------
    category, unit : list of str
        One a row.
    value, low, high, n_hits, n_tokens, note : arrays
        Shape (n_units, n_rows), or one that is repeated to it.
    """

    category: list[str]
    unit: list[str]
    value: Any = np.nan
    low: Any = np.nan
    high: Any = np.nan
    n_hits: Any = 0
    n_tokens: Any = 0
    note: Any = ""


def word_table(
    measure: str, keys: Sequence[str], units: Sequence[Unit], parts: Sequence[WordRows]
) -> pd.DataFrame:
    """Make the measure's table from the rows of all units.

    Parameters
    ----------
    measure : str
    keys : sequence of str
        ``doc_id`` or the grouping columns.
    units : sequence of Unit
    parts : sequence of WordRows
        One below the other in each unit.

    Returns
    -------
    pandas.DataFrame
    """
    n_rows = sum(len(part.category) for part in parts)

    def column(name: str, kind: Any) -> np.ndarray:
        whole = np.empty((len(units), n_rows), dtype=kind)
        first = 0
        for part in parts:
            whole[:, first : first + len(part.category)] = getattr(part, name)
            first += len(part.category)
        return whole.ravel()

    return tidy_columns(
        keys_of_units(keys, units, n_rows),
        measure=np.full(len(units) * n_rows, measure, dtype=object),
        category=column("category", object),
        unit=column("unit", object),
        value=column("value", np.float64),
        ci_low=column("low", np.float64),
        ci_high=column("high", np.float64),
        n_hits=column("n_hits", np.int64),
        n_tokens=column("n_tokens", np.int64),
        note=column("note", object),
    )


def word_rows(
    categories: Sequence[str],
    kinds: Sequence[str],
    found: Comparison,
    values: Sequence[np.ndarray],
    notes: np.ndarray,
) -> WordRows:
    """Give each word a row of each kind.

    Parameters
    ----------
    categories : sequence of str
        One a word.
    kinds : sequence of str
        Units of the values; *log_ratio* has the interval.
    found : Comparison
    values : sequence of arrays (n_units, n_words)
        One a kind.
    notes : object array (n_units, n_kinds) or (n_units, n_words, n_kinds)
    """
    n_units, n_words, n_kinds = len(found.inside), len(categories), len(kinds)

    def spread(value: np.ndarray, only: str = "") -> np.ndarray:
        rows = np.full((n_units, n_words, n_kinds), np.nan)
        rows[:, :, [only in ("", kind) for kind in kinds]] = value[:, :, None]
        return rows.reshape(n_units, -1)

    notes = notes if notes.ndim == 3 else np.repeat(notes[:, None, :], n_words, axis=1)
    return WordRows(
        [category for category in categories for _ in kinds],
        list(kinds) * n_words,
        np.stack(values, axis=2).reshape(n_units, -1),
        spread(found.low, "log_ratio"),
        spread(found.high, "log_ratio"),
        spread(found.inside),
        found.n_inside[:, None],
        notes.reshape(n_units, -1),
    )


def word_missing(category: str, units: Sequence[Unit], *notes: str) -> WordRows:
    """Give each unit one row without a value."""
    said = np.array([joined_notes(*notes, unit.note) for unit in units], dtype=object)
    return WordRows([category], ["count"], note=said[:, None])


def each_language(
    table: Callable[[Sequence[Unit], bool, np.ndarray], pd.DataFrame],
    tables: Tables,
    rows: np.ndarray,
    keys: Sequence[str],
    units: Sequence[Unit],
) -> pd.DataFrame:
    """Make the table of units in one language, of those in another, and so on; the units in order.

    Each has the words of its own languages: an English word is none that a Spanish text could have chosen.

    Parameters
    ----------
    table : callable
        Units, whether their language is supported, and the rows of `relations` in their languages, to their
        table.
    tables : Tables
    rows : int64 array
        Rows of `relations` that count.
    keys : sequence of str
    units : sequence of Unit
    """
    alike: dict[tuple[bool, frozenset[str]], list[int]] = {}
    for number, unit in enumerate(units):
        languages = unit.languages if unit.supported else frozenset[str]()
        alike.setdefault((unit.supported, languages), []).append(number)
    if not alike:
        return table(units, True, rows)
    parts, places = [], []
    written_in = tables.language.astype(str)[tables.relation_doc[rows]]
    for (supported, languages), numbers in alike.items():
        own = rows[np.isin(written_in, sorted(languages))] if supported else rows
        part = table([units[number] for number in numbers], supported, own)
        parts.append(part)
        places.append(np.repeat(numbers, len(part) // len(numbers)))
    if len(parts) == 1:
        return parts[0]
    order = np.argsort(np.concatenate(places), kind="stable")
    return pd.concat(parts, ignore_index=True).iloc[order].reset_index(drop=True)
