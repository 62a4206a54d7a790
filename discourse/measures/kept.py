"""A measure that others build on is computed once for the same tables and options."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import ParamSpec

import pandas as pd

from discourse.measures.tables import Tables

__all__ = ["kept"]

P = ParamSpec("P")


def kept(function: Callable[P, pd.DataFrame]) -> Callable[P, pd.DataFrame]:
    """Return the measure as one that looks first whether its tables were measured so before.

    Parameters
    ----------
    function : callable
        A measure. What it makes of a `Tables` is kept there; evidence as such is measured each time.
    """
    parameters = signature(function)

    @wraps(function)
    def measure(*args: P.args, **options: P.kwargs) -> pd.DataFrame:
        call = parameters.bind(*args, **options)
        call.apply_defaults()
        tables, *_ = call.arguments.values()
        if not isinstance(tables, Tables) or call.arguments.get("reference") is not None:
            return function(*args, **options)
        key = (function.__name__, repr(list(call.arguments.items())[1:]))
        if key not in tables.measured:
            tables.measured[key] = function(*args, **options)
        return tables.measured[key].copy()

    return measure
