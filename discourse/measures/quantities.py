"""What a measure computes from sums of counts: rates, shares, and any other function of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["Quantity", "Sums", "log_balance", "ratio"]


def ratio(top: np.ndarray, bottom: np.ndarray, scale: float = 1.0) -> np.ndarray:
    """Return scale * top / bottom, NaN where bottom is 0.

    Examples
    --------
    >>> ratio(np.array([1.0, 1.0]), np.array([4.0, 0.0]), 1000).tolist()
    [250.0, nan]
    """
    result = np.full(np.broadcast_shapes(top.shape, bottom.shape), np.nan)
    np.divide(scale * top, bottom, out=result, where=bottom > 0)
    return result


def log_balance(first: np.ndarray, second: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """Return ln((first + .5) / (second + .5)), NaN where there are no tokens.

    Positive = more of the first. The half keeps the logarithm defined where one side has no hits and pulls
    small counts towards 0.

    References
    ----------
    Lowe, W., Benoit, K., Mikhaylov, S., & Laver, M. (2011). Scaling policy preferences from coded political
    texts. Legislative Studies Quarterly 36(1), 123-155. doi:10.1111/j.1939-9162.2010.00006.x

    Examples
    --------
    >>> log_balance(np.array([4.0]), np.array([1.0]), np.array([100.0])).round(4).tolist()
    [1.0986]
    """
    return np.where(tokens > 0, np.log((first + 0.5) / (second + 0.5)), np.nan)


class Sums:
    """Sums of the counted columns, by name: of units as they are, or of each of their resamples.

    Parameters
    ----------
    rows : numpy.ndarray
        Shape (n_rows, n_boot): different sums; n_boot is 1 for units as they are.
    at : numpy.ndarray of int64
        Shape (n_units, n_columns): the row that each unit's sum of each column stands in.
    index : mapping of str to int
        Place of each column.
    resampled : bool
        Whether these are resamples.
    members : numpy.ndarray of int64
        Which of the tally's units these are, in order.
    """

    def __init__(
        self,
        rows: np.ndarray,
        at: np.ndarray,
        index: Mapping[str, int],
        resampled: bool,
        members: np.ndarray,
    ) -> None:
        self._rows, self._at, self._index = rows, at, index
        self.resampled = resampled
        self.members = members

    def __getitem__(self, name: str) -> np.ndarray:
        """Return one column's sums, shape (n_units, n_boot)."""
        return self._rows[self._at[:, self._index[name]]].astype(np.float64, copy=False)

    def stack(self, names: Sequence[str]) -> np.ndarray:
        """Return several columns' sums, shape (n_units, len(names), n_boot)."""
        at = self._at[:, [self._index[name] for name in names]]
        return self._rows[at].astype(np.float64, copy=False)

    def of(self, unit: np.ndarray, column: np.ndarray) -> np.ndarray:
        """Return the sums of some units and columns.

        Parameters
        ----------
        unit : numpy.ndarray of int64
            Position of each unit among `members`.
        column : numpy.ndarray of int64
            Place of a column for each of them.

        Returns
        -------
        numpy.ndarray of float32 or float64
            Shape (len(unit), n_boot); float32 where all are whole numbers small enough for it.
        """
        found: np.ndarray = self._rows[self._at[unit, column]]
        return found


@dataclass(frozen=True)
class Quantity:
    """One row that each unit gets.

    Attributes
    ----------
    category, unit : str
        What the row is called and what its value is counted in.
    value : callable
        `Sums` to an array (n_units, n_boot); NaN where undefined.
    hits, tokens : str or None
        Columns whose sums are shown as n_hits and n_tokens.
    note : str or sequence of str
        Said in each row, before what is said of the interval; one a document where it differs (not said of
        groups).
    undefined : str
        Said where the value is missing though there are tokens.
    languages : frozenset of str or None
        Languages in which the row is defined; None for all that the measure has.
    whole : bool
        True where the value belongs to a document as a whole (the order of its parts, say): its paragraphs
        cannot be drawn again, so a document has no interval, a group of documents has.
    centred : bool
        True where the value in a resample is biased, as entropy is: the resamples are moved so that their
        mean is the value, but not below 0 or above `most`.
    most : float, optional
        The largest value that a centred quantity can take.
    divided : (str, str, float), optional
        Columns and scale where the value is scale * first / second, both never below 0: such quantities are
        computed all at once.
    """

    category: str
    unit: str
    value: Callable[[Sums], np.ndarray]
    hits: str | None = None
    tokens: str | None = "n_tokens"
    note: str | Sequence[str] = ""
    undefined: str = "undefined: nothing to divide by"
    languages: frozenset[str] | None = None
    whole: bool = False
    centred: bool = False
    most: float | None = None
    divided: tuple[str, str, float] | None = None

    @classmethod
    def _divided(cls, category: str, unit: str, top: str, bottom: str, scale: float, **more: Any) -> Quantity:
        def value(s: Sums) -> np.ndarray:
            return ratio(s[top], s[bottom], scale)

        return cls(category, unit, value, divided=(top, bottom, scale), **more)

    @classmethod
    def rate(cls, category: str, hits: str, tokens: str = "n_tokens", **more: Any) -> Quantity:
        """Return the rate of a column per 1,000 tokens."""
        return cls._divided(category, "per_1000", hits, tokens, 1000.0, hits=hits, tokens=tokens, **more)

    @classmethod
    def mean(cls, category: str, unit: str, total: str, number: str, **more: Any) -> Quantity:
        """Return the sum of one column over the sum of another, e.g. of positions over hits."""
        return cls._divided(category, unit, total, number, 1.0, **more)

    @classmethod
    def share(cls, category: str, part: str, whole: str, **more: Any) -> Quantity:
        """Return a column as a share of another, 0 to 1."""
        return cls._divided(category, "share", part, whole, 1.0, **{"hits": part, **more})
