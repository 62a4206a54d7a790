"""The few smallest or largest of many numbers, without sorting them all."""

from __future__ import annotations

import numpy as np

__all__ = ["neighbours"]

# A part of each row says where the tail begins; a tail of more than this share of the row is not worth it.
PART = 8
LONGEST = 4
SHORT_ROW = 200


def neighbours(values: np.ndarray, place: float | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the two values of each row between which a place in its order lies.

    Exactly those of the sorted row. Where the place is near an end of the row, only that end is sorted.

    Parameters
    ----------
    values : numpy.ndarray of float64
        Shape (n_rows, n), without NaN.
    place : float or numpy.ndarray of float64
        0 for the smallest value of a row, n - 1 for its largest; one for all rows or one a row.

    Returns
    -------
    below, above : numpy.ndarray
        The values at the whole places around `place`.

    Examples
    --------
    >>> [part.tolist() for part in neighbours(np.array([[3.0, 1.0, 2.0]]), 0.5)]
    [[1.0], [2.0]]
    """
    n = values.shape[1]
    first = np.minimum(np.broadcast_to(place, len(values)).astype(np.int64), max(n - 2, 0))
    end = n // (2 * LONGEST) if n >= SHORT_ROW else 0
    if (first + 2 <= end).all():
        two = _outermost(values, first, 1.0)
    elif (n - first <= end).all():
        two = _outermost(values, n - 2 - first, -1.0)[:, ::-1]
    else:
        two = _two(np.sort(values, axis=-1), first)
    return two[:, 0], two[:, -1]


def _two(ordered: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Return the values at two places of each sorted row, or at the only one."""
    places = first[:, None] + np.arange(min(2, ordered.shape[1]))
    return np.take_along_axis(ordered, places, axis=-1)


def _outermost(values: np.ndarray, first: np.ndarray, sign: float) -> np.ndarray:
    """Return the two values of each row that follow its `first` smallest (sign 1) or largest (sign -1)."""
    n_rows, n = values.shape
    sampled = n // PART
    rank = np.minimum(2 * (first + 2) // PART + 4, sampled - 1)
    sample = np.sort(sign * values[:, :sampled], axis=-1)
    bound = sign * sample[np.arange(n_rows), rank]
    inside = values <= bound[:, None] if sign > 0 else values >= bound[:, None]
    places = np.flatnonzero(inside)
    held = np.diff(np.searchsorted(places, np.arange(n_rows + 1) * n))
    enough = held >= first + 2
    short = enough & (held <= n // LONGEST)
    result = np.empty((n_rows, 2))
    few = np.flatnonzero(short)
    if len(few):
        if len(few) < n_rows:
            places = places[np.repeat(short, held)]
        tails = np.full((len(few), int(held[few].max())), np.inf)
        tails[np.arange(tails.shape[1]) < held[few, None]] = sign * values.ravel()[places]
        tails.sort(axis=-1)
        result[few] = sign * _two(tails, first[few])
    long = np.flatnonzero(~short)
    if len(long):
        # Many rows begin with the same value again and again, for in as many resamples nothing is drawn.
        some = values[long]
        end = some.min(axis=-1) if sign > 0 else some.max(axis=-1)
        equal = enough[long] & (end == bound[long])
        result[long[equal]] = end[equal, None]
        result[long[~equal]] = sign * _two(np.sort(sign * some[~equal], axis=-1), first[long[~equal]])
    return result
