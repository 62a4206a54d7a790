"""The few smallest or largest of many numbers, without sorting them all."""

from __future__ import annotations

import numpy as np

__all__ = ["LONGEST", "PART", "SHORT_ROW", "outer_pair", "sample_of"]

# A part of each row says where the tail begins; a tail of more than a quarter of the row is not worth it.
PART = 4
LONGEST = 4
SHORT_ROW = 200


def outer_pair(
    values: np.ndarray, first: np.ndarray, end: np.ndarray, sample: np.ndarray, sign: float = 1.0
) -> np.ndarray:
    """Return the two values of each row that follow its `first` smallest or largest ones.

    Exactly those of the sorted row. Where they are near the end, only the end of the row is sorted.

    Parameters
    ----------
    values : numpy.ndarray of float64
        Shape (n_rows, n), n at least 2, without NaN.
    first : numpy.ndarray of int64
        How many to pass over, 0 to n - 2.
    end : numpy.ndarray of float64
        The smallest value of each row, or the largest.
    sample : numpy.ndarray of float64
        From `sample_of`.
    sign : float
        1 for the smallest, -1 for the largest.

    Returns
    -------
    numpy.ndarray
        Shape (n_rows, 2), the outer one first.

    Examples
    --------
    >>> row = np.array([[3.0, 1.0, 2.0]])
    >>> outer_pair(row, np.array([1]), np.array([1.0]), sample_of(row)).tolist()
    [[2.0, 3.0]]
    >>> outer_pair(row, np.array([0]), np.array([3.0]), sample_of(row), sign=-1.0).tolist()
    [[3.0, 2.0]]
    """
    n_rows, n = values.shape
    if n < SHORT_ROW or 2 * LONGEST * (int(first.max(initial=0)) + 2) > n:
        return sign * _pair(np.sort(sign * values, axis=-1), first)
    last, rows = sample.shape[1] - 1, np.arange(n_rows)

    def in_sample(rank: np.ndarray) -> np.ndarray:
        rank = np.minimum(rank, last)
        return sample[rows, rank if sign > 0 else last - rank]

    # Many rows begin with the same value again and again, for in as many resamples nothing is drawn.
    known = in_sample(first + 1) == end
    bound = np.where(known, -sign * np.inf, in_sample(3 * (first + 2) // (2 * PART) + 4))[:, None]
    places = np.flatnonzero(values <= bound if sign > 0 else values >= bound)
    held = np.diff(np.searchsorted(places, np.arange(n_rows + 1) * n))
    result = np.repeat(end[:, None], 2, axis=1)
    short = ~known & (held >= first + 2) & (held <= n // LONGEST)
    few = np.flatnonzero(short)
    if len(few):
        if len(few) < n_rows:
            places, held = places[np.repeat(short, held)], held[few]
        tails = np.full((len(few), int(held.max())), np.inf)
        tails[np.arange(tails.shape[1]) < held[:, None]] = sign * values.ravel()[places]
        tails.sort(axis=-1)
        result[few] = sign * _pair(tails, first[few])
    long = np.flatnonzero(~short & ~known)
    if len(long):
        result[long] = sign * _pair(np.sort(sign * values[long], axis=-1), first[long])
    return result


def sample_of(values: np.ndarray) -> np.ndarray:
    """Return a part of each row, sorted, from which to guess where its tails begin."""
    return np.sort(values[:, : max(values.shape[1] // PART, 1)], axis=-1)


def _pair(ordered: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Return the values at two neighbouring places of each sorted row."""
    return np.take_along_axis(ordered, first[:, None] + np.arange(2), axis=-1)
