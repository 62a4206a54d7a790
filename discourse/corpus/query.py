"""Queries over metadata, in the language of pandas, with messages for those who do not speak it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import QueryError, did_you_mean, listed

if TYPE_CHECKING:
    import pandas as pd

_EXAMPLE = "\"language == 'en' and genre == 'editorial'\""
_NUMBER = r"-?\d{1,18}(\.\d+)?"
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
        Metadata, which are strings; numbers among them may be compared as numbers too.
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
    >>> query_rows(table.assign(year=["1999", ""]), "year < 2000.5")["doc_id"].tolist()
    ['a']
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
    except QueryError as error:
        raise QueryError(f"{where}: {error}.") from None
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
    """Query metadata, which are strings; a column that is compared with a number is read as numbers there."""
    rows = table.reset_index(drop=True)
    typed = _typed(rows, expression)
    found = (
        rows.query(expression, engine="python")
        if typed is None
        else typed[0].query(typed[1], engine="python")
    )
    return table.iloc[found.index] if hasattr(found, "columns") else found


def _typed(table: pd.DataFrame, expression: str) -> tuple[pd.DataFrame, str] | None:
    """The table with columns of numbers besides, and the query that asks these; None where it cannot be read."""
    columns = {str(name): name for name in table.columns}
    quoted: dict[str, str] = {}

    def plain(match: re.Match[str]) -> str:
        if match[1] is None or match[1] not in columns:
            return match[0]
        return quoted.setdefault(match[1], f"quoted_column_{len(quoted)}")

    # As pandas reads it: & and | bind no closer than and, or. What stands in quotation marks stays.
    bare = re.sub(r"'[^']*'|\"[^\"]*\"|`([^`]*)`", plain, expression)
    parts = re.split(r"('[^']*'|\"[^\"]*\")", bare)
    parts[::2] = [
        re.sub(r"(?<!&)&(?!&)", " and ", re.sub(r"(?<!\|)\|(?!\|)", " or ", part)) for part in parts[::2]
    ]
    try:
        tree = ast.parse("".join(parts).strip(), mode="eval")
    except SyntaxError:
        return None
    table = table.assign(**{name: table[columns[column]] for column, name in quoted.items()})
    asked = _Numbers(table, {name: column for column, name in quoted.items()})
    tree = ast.fix_missing_locations(asked.visit(tree))
    return table.assign(**asked.found), ast.unparse(tree)


class _Numbers(ast.NodeTransformer):
    """Puts columns of numbers in the place of those that are compared with a number or with each other."""

    def __init__(self, table: pd.DataFrame, names: dict[str, str]) -> None:
        self._table, self._names = table, names
        self.found: dict[str, pd.Series] = {}

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        """Look at one comparison: its columns, and what they are compared with."""
        parts = [part for side in (node.left, *node.comparators) for part in _parts(side)]
        values = [part.value for part in parts if isinstance(part, ast.Constant)]
        names = [part for part in parts if isinstance(part, ast.Name) and part.id in self._table.columns]
        numbers = [value for value in values if isinstance(value, (int, float))]
        if len(numbers) < len(values) or not (numbers or len(names) > 1):
            return node
        columns = {name.id: _numbers(self._table[name.id]) for name in names}
        texts = [name for name, column in columns.items() if column is None]
        if texts and numbers:
            told = self._names.get(texts[0], texts[0])
            cells = self._table[texts[0]].dropna().astype(str)
            cell = next(cell for cell in cells if cell and not re.fullmatch(_NUMBER, cell))
            raise QueryError(
                f"column '{told}' holds text ('{cell}') and is compared with {numbers[0]}; mend that cell, or put"
                f" '{numbers[0]}' in quotes"
            )
        for name in names if not texts else ():
            column = columns[name.id]
            if column is not None:
                name.id = f"number_of_{name.id}"
                self.found[name.id] = column
        return node


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """The columns and values that one side of a comparison is made of."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        for one in node.elts:
            yield from _parts(one)
    elif isinstance(node, ast.BinOp):
        yield from _parts(node.left)
        yield from _parts(node.right)
    elif isinstance(node, ast.UnaryOp):
        yield from _parts(node.operand)
    else:
        yield node


def _numbers(column: pd.Series) -> pd.Series | None:
    """A column of numbers as such, missing ones as NaN, which equal none; None where it is no such column."""
    if column.dtype.kind in "iuf":
        return column
    cells = column.where(column.notna(), "").astype(str)
    filled = cells[cells != ""]
    if not filled.str.fullmatch(_NUMBER).all():
        return None
    is_whole = len(filled) == len(cells) and not filled.str.contains(".", regex=False).any()
    return cells.astype("int64") if is_whole else cells.where(cells != "", "nan").astype("float64")
