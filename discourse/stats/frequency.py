"""How often each word occurs, and in how many texts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from discourse.errors import UsageError, listed

__all__ = ["Counts", "counted", "frequency"]

# What functions on words take: a tokens table, a table of counts, or counts alone.
Counts = pd.DataFrame | pd.Series | Mapping[str, float]


def counted(data: Counts, argument: str = "data") -> pd.DataFrame:
    """Return counts by document and type from whatever holds them.

    Parameters
    ----------
    data : pandas.DataFrame, pandas.Series or mapping
        A tokens table (columns norm or type; rows marked left_out do not count), a table of counts (with the
        column n), or counts by type alone, which belong to no document.
    argument : str
        Its name, for the error message.

    Returns
    -------
    pandas.DataFrame
        Columns doc_id (missing where there is none), type, n; one row a document and type, sorted.

    Raises
    ------
    UsageError
        The table has neither norm nor type, or a count is negative.
    """
    if not isinstance(data, (pd.DataFrame, pd.Series, Mapping)):
        raise UsageError(
            f"Argument {argument}: a tokens table or counts are needed, not {type(data).__name__};"
            " annotate(texts) gives the table."
        )
    if isinstance(data, pd.DataFrame):
        name = next((column for column in ("type", "norm") if column in data.columns), None)
        if name is None:
            raise UsageError(
                f"Argument {argument}: the table has no column norm or type; it has "
                f"{listed(map(str, data.columns))}."
            )
        kept = data[~data["left_out"].to_numpy(dtype=bool)] if "left_out" in data.columns else data
        frame = pd.DataFrame(
            {
                "doc_id": kept["doc_id"].to_numpy(dtype=object) if "doc_id" in kept.columns else None,
                "type": kept[name].to_numpy(dtype=object),
                "n": kept["n"].to_numpy() if "n" in kept.columns else 1,
            }
        )
    else:
        pairs = data.items()
        types, numbers = zip(*pairs, strict=True) if len(data) else ((), ())
        frame = pd.DataFrame({"doc_id": None, "type": np.array(types, dtype=object), "n": list(numbers)})
        frame["n"] = frame["n"].astype(np.float64)
    negative = frame[frame["n"] < 0]
    if len(negative):
        worst, n = negative["type"].iloc[0], negative["n"].iloc[0]
        raise UsageError(f"Argument {argument}: type '{worst}' has the count {n:g}; counts are 0 or more.")
    return frame.groupby(["doc_id", "type"], dropna=False, sort=True)["n"].sum().reset_index()


def frequency(tokens: Counts, by: str | None = None) -> pd.DataFrame:
    """Count words.

    Parameters
    ----------
    tokens : pandas.DataFrame, pandas.Series or mapping
        The tokens table (left-out tokens do not count), or counts.
    by : str, optional
        Column of the tokens table to count apart by, e.g. ``doc_id`` or ``voice``.

    Returns
    -------
    pandas.DataFrame
        The column `by`, then type, n, per_1000 (of all tokens of that group), n_texts; most frequent first.

    Examples
    --------
    >>> frequency(pd.DataFrame({"doc_id": ["a", "a", "b"], "norm": ["war", "peace", "war"]}))["n"].tolist()
    [2, 1]
    """
    if by is not None:
        if not isinstance(tokens, pd.DataFrame) or by not in tokens.columns:
            columns = listed(map(str, tokens.columns)) if isinstance(tokens, pd.DataFrame) else "none"
            raise UsageError(f"Argument by: the tokens have no column '{by}'; they have {columns}.")
        parts = [
            frequency(part).assign(**{by: key}) for key, part in tokens.groupby(by, sort=True, dropna=False)
        ]
        empty = frequency({}).assign(**{by: pd.Series(dtype=object)})
        table = pd.concat(parts, ignore_index=True) if parts else empty
        return table[[by, *[column for column in table.columns if column != by]]]
    counts = counted(tokens, "tokens")
    present = counts[counts["n"] > 0]
    table = present.groupby("type", as_index=False).agg(n=("n", "sum"), n_texts=("doc_id", "nunique"))
    total = table["n"].sum()
    table.insert(2, "per_1000", 1000.0 * table["n"] / total if total else table["n"].astype(np.float64))
    table["n"] = table["n"].astype(np.int64)
    table["n_texts"] = table["n_texts"].astype(np.int64)
    return table.sort_values(["n", "type"], ascending=[False, True], ignore_index=True)
