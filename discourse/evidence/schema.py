"""The tables' columns and types: a contract that Python, CSV, JSON Lines and Parquet share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import EvidenceError, listed

if TYPE_CHECKING:
    import pandas as pd

# s text that may be missing, i whole number, n whole number that may be missing, f number, b yes or no
TABLES: dict[str, dict[str, str]] = {
    "tokens": {
        "doc_id": "s",
        "paragraph": "i",
        "sentence": "i",
        "token": "i",
        "start": "i",
        "end": "i",
        "form": "s",
        "norm": "s",
        "voice": "s",
        "speaker": "s",
        "negated": "b",
        "hedged": "b",
        "left_out": "b",
    },
    "hits": {
        "hit_id": "s",
        "doc_id": "s",
        "paragraph": "i",
        "sentence": "i",
        "start": "i",
        "end": "i",
        "text": "s",
        "lexicon": "s",
        "category": "s",
        "entry": "s",
        "voice": "s",
        "speaker": "s",
        "quote_id": "s",
        "negated": "b",
        "negation": "s",
        "hedged": "b",
        "left_out": "b",
        "position": "f",
    },
    "segments": {
        "doc_id": "s",
        "paragraph": "i",
        "sentence": "i",
        "start": "i",
        "end": "i",
        "n_tokens": "i",
        "role": "s",
        "question": "b",
        "voice": "s",
        "speaker": "s",
        "quote_id": "s",
        "hedged": "b",
        "left_out": "b",
    },
    "cues": {
        "doc_id": "s",
        "sentence": "i",
        "start": "i",
        "end": "i",
        "layer": "s",
        "kind": "s",
        "scope_start": "i",
        "scope_end": "i",
    },
    "quotes": {
        "quote_id": "s",
        "doc_id": "s",
        "start": "i",
        "end": "i",
        "text": "s",
        "type": "s",
        "cue": "s",
        "cue_start": "n",
        "cue_end": "n",
        "speaker": "s",
        "speaker_start": "n",
        "speaker_end": "n",
        "source_kind": "s",
        "source_role": "s",
    },
    "relations": {
        "doc_id": "s",
        "sentence": "i",
        "target": "s",
        "relation": "s",
        "norm": "s",
        "start": "i",
        "end": "i",
        "voice": "s",
        "speaker": "s",
    },
    "documents": {"doc_id": "s", "sha256": "s", "language": "s", "n_tokens": "i"},
}
EVIDENCE_TABLES = ("hits", "segments", "cues", "quotes", "relations", "documents")


@dataclass(frozen=True)
class Coded:
    """A text column with few different values: their list and, per row, a place in it.

    Attributes
    ----------
    values : sequence of str or None
    codes : int array
        Counted from the end where negative, as in Python.
    """

    values: Sequence[str | None]
    codes: np.ndarray

    def __len__(self) -> int:
        return len(self.codes)


def frame(table: str, columns: Mapping[str, Any]) -> pd.DataFrame:
    """Make a data frame of a table's columns with the contract's names, order and types.

    Parameters
    ----------
    table : str
        One of `TABLES`.
    columns : mapping of str to array
        Further columns (a document's metadata) stand after the contract's, as text.

    Returns
    -------
    pandas.DataFrame

    Raises
    ------
    EvidenceError
        A column is missing or has values of the wrong kind.
    """
    import pandas as pd

    schema = TABLES[table]
    missing = [name for name in schema if name not in columns]
    if missing:
        raise EvidenceError(f"Table {table} lacks the column {listed(missing)}; it has {listed(schema)}.")
    made = {}
    for name in [*schema, *(c for c in columns if c not in schema)]:
        kind = schema.get(name, "s")
        try:
            made[name] = _column(columns[name], kind)
        except (TypeError, ValueError):
            raise EvidenceError(f"Table {table}, column {name}: {_KINDS[kind]} needed.") from None
    return pd.DataFrame(made)


_KINDS = {
    "s": "text",
    "i": "whole numbers",
    "n": "whole numbers or nothing",
    "f": "numbers",
    "b": "true or false",
}


def _column(values: Any, kind: str) -> Any:
    import pandas as pd

    if isinstance(values, Coded):
        return _text(values)
    if kind == "s":
        return pd.array(np.asarray(values, dtype=object), dtype=_text_type())
    if kind == "i":
        return np.asarray(values).astype(np.int64)
    if kind == "f":
        return np.asarray(values).astype(np.float64)
    if kind == "n":
        # int64 cannot be missing; these few columns are float64, as in the files
        return np.array([np.nan if v is None or v == "" else float(v) for v in values], dtype=np.float64)
    values = np.asarray(values)
    if values.dtype == bool:
        return values
    return np.array([_truth(v) for v in values.tolist()], dtype=bool)


def _text(column: Coded) -> Any:
    """The column written out, by Arrow: no Python object per row."""
    import pyarrow as pa

    size = len(column.values)
    codes = column.codes.astype(np.int64)
    codes[codes < 0] += size
    values = column.values
    if size > len(codes):  # a vocabulary: only the words that occur
        used, codes = np.unique(codes, return_inverse=True)
        values = [values[i] for i in used.tolist()]
    return _text_type().__from_arrow__(pa.array(values, type=pa.large_string()).take(pa.array(codes)))


@lru_cache(maxsize=1)
def _text_type() -> Any:
    """The type "str", found by name once."""
    import pandas as pd

    return pd.Series([], dtype="str").dtype


def _truth(value: object) -> bool:
    found = {"true": True, "false": False, "1": True, "0": False}.get(str(value).lower())
    if found is None:
        raise ValueError(value)
    return found
