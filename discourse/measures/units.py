"""What a row of a measure speaks of: a document by itself, or a group of documents with the same metadata."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from discourse.errors import MeasureError, UsageError, did_you_mean, listed
from discourse.measures.frame import COLUMNS, count_of, joined_notes
from discourse.measures.tables import Tables

__all__ = ["VOICES", "By", "Unit", "check_groups", "grouping", "keys_of_units", "units_of", "voices_of"]

By = str | Sequence[str] | None
VOICES = ("narrator", "direct", "indirect")


def grouping(by: By) -> list[str]:
    """Return the key columns that `by` asks for; documents where it is None.

    Examples
    --------
    >>> grouping(None), grouping("genre"), grouping(["genre", "side"])
    (['doc_id'], ['genre'], ['genre', 'side'])
    """
    if by is None:
        return ["doc_id"]
    if not isinstance(by, (str, Sequence)):
        raise MeasureError(f"Argument by: {by!r}; the name of a column, or a list of names, is needed.")
    return [by] if isinstance(by, str) else list(by)


def check_groups(tables: Tables, keys: Sequence[str]) -> None:
    """Raise `MeasureError` where a grouping column is not in the documents' metadata."""
    columns = [str(column) for column in tables.documents.columns]
    for key in keys:
        if key not in columns:
            raise MeasureError(
                f"Argument by: the documents have no column '{key}'; they have {listed(columns)}."
                f"{did_you_mean(key, columns)}"
            )
        if key in COLUMNS:
            raise MeasureError(
                f"Argument by: a table of measures has a column '{key}' of its own; rename that of the metadata."
            )


def voices_of(voice: str | Sequence[str] | None) -> tuple[str, ...] | None:
    """Return the voices asked for, None for all; ``quoted`` stands for direct and indirect.

    Raises
    ------
    UsageError
        A word that is no voice.

    Examples
    --------
    >>> voices_of("quoted")
    ('direct', 'indirect')
    """
    if voice is None:
        return None
    result: list[str] = []
    for name in [voice] if isinstance(voice, str) else voice:
        if name == "quoted":
            result += ["direct", "indirect"]
        elif name in VOICES:
            result.append(name)
        else:
            allowed = [*VOICES, "quoted"]
            raise UsageError(
                f"Argument voice: '{name}' is no voice; allowed are {listed(allowed)}."
                f"{did_you_mean(name, allowed)}"
            )
    return tuple(dict.fromkeys(result))


@dataclass(frozen=True)
class Unit:
    """A document or a group.

    Attributes
    ----------
    key : tuple
        Its values of the grouping columns.
    name : str
        What its draws are seeded by, e.g. ``genre=editorial``.
    documents : numpy.ndarray of int64
        Numbers of its documents, those in a supported language.
    languages : frozenset of str
        Their languages.
    note : str
        What every row of the unit must say.
    supported : bool
        False where no document is in a supported language.
    """

    key: tuple[Hashable, ...]
    name: str
    documents: np.ndarray
    languages: frozenset[str]
    note: str
    supported: bool


def units_of(tables: Tables, keys: Sequence[str], languages: frozenset[str]) -> list[Unit]:
    """Return the units, sorted by key, numbers as numbers; groups whose key is missing come last.

    Parameters
    ----------
    tables : Tables
    keys : sequence of str
        ``["doc_id"]``, metadata columns, or none for all documents as one group.
    languages : frozenset of str
        Languages in which the measure is defined.
    """
    asked = (tuple(keys), languages)
    if asked not in tables.units:
        tables.units[asked] = _units_of(tables, keys, languages)
    return list(tables.units[asked])


def _units_of(tables: Tables, keys: Sequence[str], languages: frozenset[str]) -> list[Unit]:
    supported = np.array([language in languages for language in tables.language], dtype=bool)
    if list(keys) == ["doc_id"]:
        return [
            Unit(
                (doc_id,),
                f"doc_id={doc_id}",
                np.array([i]),
                frozenset([str(tables.language[i])]),
                "" if supported[i] else f"language '{tables.language[i]}' is not in this measure's lexicons",
                bool(supported[i]),
            )
            for i, doc_id in enumerate(tables.doc_ids)
        ]
    if not keys:
        return [_group(tables, (), "all", np.arange(len(tables.doc_ids)), supported)]
    found = []
    for key, members in tables.documents_sorted.groupby(list(keys), sort=True, dropna=False).indices.items():
        parts = key if isinstance(key, tuple) else (key,)
        clean: tuple[Hashable, ...] = tuple(None if pd.isna(part) else part for part in parts)
        name = ",".join(f"{column}={part}" for column, part in zip(keys, clean, strict=True))
        found.append(_group(tables, clean, name, np.sort(np.asarray(members, dtype=np.int64)), supported))
    return _in_order(found, len(keys))


def _in_order(units: list[Unit], n_keys: int) -> list[Unit]:
    """Sort units so that week 2 comes before week 10, though metadata are strings."""
    ranks = []
    for place in range(n_keys):
        values = [unit.key[place] for unit in units]
        told = {value for value in values if value is not None}
        are_numbers = all(re.fullmatch(r"-?\d{1,15}(\.\d+)?", str(value)) for value in told)
        ordered = sorted(told, key=lambda value: (float(str(value)) if are_numbers else 0.0, str(value)))
        rank = {value: number for number, value in enumerate(ordered)}
        ranks.append([len(rank) if value is None else rank[value] for value in values])
    order = sorted(range(len(units)), key=lambda u: tuple(rank[u] for rank in ranks))
    return [units[u] for u in order]


def _group(
    tables: Tables, key: tuple[Hashable, ...], name: str, members: np.ndarray, supported: np.ndarray
) -> Unit:
    kept = members[supported[members]]
    languages = frozenset(str(language) for language in tables.language[kept])
    notes = []
    if len(kept) < len(members):
        strangers = sorted({str(language) for language in tables.language[members]} - languages)
        left = count_of(len(members) - len(kept), "document")
        notes.append(
            f"not counted: {left} in a language that this measure's lexicons lack ({listed(strangers)})"
        )
    if len(languages) > 1:
        notes.append(f"pools {', '.join(sorted(languages))}: levels are not comparable between languages")
    return Unit(key, name, kept, languages, joined_notes(*notes), len(kept) > 0)


def keys_of_units(keys: Sequence[str], units: Sequence[Unit], times: int) -> dict[str, pd.Series]:
    """Return the key columns of a table with some rows for each unit, one below the other.

    Parameters
    ----------
    keys : sequence of str
    units : sequence of Unit
    times : int
        Rows of each unit.
    """
    if list(keys) == ["doc_id"]:
        columns = {"doc_id": _ids(tuple(unit.key[0] for unit in units))}
    else:
        columns = {
            key: pd.Series([unit.key[k] for unit in units], dtype=None if units else object)
            for k, key in enumerate(keys)
        }
    return {key: pd.Series(column.array.repeat(times), copy=False) for key, column in columns.items()}


@lru_cache(maxsize=2)
def _ids(doc_ids: tuple[Hashable, ...]) -> pd.Series:
    """The ids as a column, once for all measures of the same documents."""
    return pd.Series(doc_ids, dtype=None if doc_ids else object)
