"""Queries over metadata, in the language of pandas, with messages for those who do not speak it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import QueryError, did_you_mean, listed

if TYPE_CHECKING:
    import pandas as pd

_EXAMPLE = "\"language == 'en' and genre == 'editorial'\""
# what people write who speak another language, outside of quoted values, and what they mean
_SLIPS = (
    (r"(?<![=!<>])=(?!=)", "= assigns; two of them compare: =="),
    (r"&&|\|\|", "write and, or in place of &&, ||"),
    (r"<>", "write != for what is not equal"),
    (r"[“”„‘’«»]", "put values between straight quotation marks: 'gov'"),
    (r"\bis\b", "compare with ==, not with is"),
)


def query_rows(table: pd.DataFrame, expression: str) -> pd.DataFrame:
    """Give the rows of a table that fit a pandas query.

    Parameters
    ----------
    table : DataFrame
        Metadata, which are strings; whole numbers among them may be compared as numbers too.
    expression : str

    Returns
    -------
    DataFrame

    Raises
    ------
    QueryError
        One line: what is wrong, which columns there are.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"doc_id": ["a", "b"], "year": ["1999", "2016"]})
    >>> query_rows(table, "year > 2000")["doc_id"].tolist()
    ['b']
    >>> query_rows(table, "year = 2016")
    Traceback (most recent call last):
    discourse.errors.QueryError: Query "year = 2016": = assigns; two of them compare: ==.
    """
    import pandas as pd

    if not isinstance(expression, str) or not expression.strip():
        raise QueryError(f"Query {expression!r}: there is nothing in it; write for example {_EXAMPLE}.")
    where = f'Query "{expression}"'
    if "@" in expression or "__" in expression:
        raise QueryError(f"{where}: @ and __ are not allowed; compare columns with values.")
    try:
        rows = _queried(table, expression)
    except pd.errors.UndefinedVariableError as error:
        name = str(error).split("'")[1] if "'" in str(error) else str(error)
        columns = [str(column) for column in table.columns]
        hint = did_you_mean(name, columns) or f" Is it a value? Write it in quotes: '{name}'."
        raise QueryError(f"{where}: no column '{name}'; columns: {listed(columns)}.{hint}") from None
    except KeyError:
        rows = None  # a column's values were taken for what is true or false
    except Exception as error:
        slip = _slip(expression, [str(column) for column in table.columns])
        raise QueryError(f"{where}: {slip or _not_understood(error)}.") from None
    if not isinstance(rows, pd.DataFrame):
        raise QueryError(
            f"{where}: it must be true or false for each document; compare a column with a value, for example"
            f" {_EXAMPLE}."
        )
    return rows


def _slip(expression: str, columns: list[str]) -> str:
    """What a query that cannot be read says in another language; "" where that is not clear."""
    if expression.count("'") % 2 or expression.count('"') % 2:
        return "a quotation mark is not closed"
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "''", expression)
    odd = [name for name in columns if not name.isidentifier() and name in bare]
    if odd and f"`{odd[0]}`" not in bare:
        return f"the name of this column stands between backticks: `{odd[0]}`"
    return next((advice for pattern, advice in _SLIPS if re.search(pattern, bare)), "")


def _not_understood(error: Exception) -> str:
    reason = re.sub(r"\s*\(<unknown>, line \d+\)", "", str(error))
    return f"not understood ({reason}); write for example {_EXAMPLE}"


def _queried(table: pd.DataFrame, expression: str) -> pd.DataFrame:
    """Query metadata, which are strings; years and other whole numbers may be compared as numbers too."""
    try:
        rows = table.query(expression, engine="python")
    except TypeError:
        rows = table.iloc[:0]
    if getattr(rows, "empty", False) and len(table):
        numbers = {
            str(name): column.astype("int64")
            for name, column in table.items()
            if name != "doc_id"
            and column.dtype != "int64"
            and column.astype(str).str.fullmatch(r"-?\d{1,18}").all()
        }
        if numbers:
            rows = table.loc[table.assign(**numbers).query(expression, engine="python").index]
        else:
            rows = table.query(expression, engine="python")
    return rows
