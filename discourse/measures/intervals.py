"""Bootstrap intervals that respect that hits cluster: whole blocks are drawn again, never single hits.

A block is a paragraph of one text or a document of a group. Every statistic here is a function of sums over
blocks, so a resample is a matrix product: how often each block was drawn, times what each block holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from threading import Lock

import numpy as np

from discourse.measures.tails import outer_pair, sample_of

__all__ = [
    "LARGEST_SMALL",
    "Places",
    "StackedCounts",
    "block_order",
    "bootstrap_sums",
    "expanded_levels",
    "interval_of_draws",
    "resample_counts",
    "seeded_generator",
    "stacked_counts",
]

Statistic = Callable[[np.ndarray], np.ndarray]

# A drawn matrix is kept for the next unit with as many blocks; larger ones are seldom asked for twice.
KEPT_BLOCKS = 512
# Numbers in the matrix of those that are kept ready: 32 MB.
KEPT_COUNTS = 8_000_000
# Whole numbers below this are exact in four bytes.
LARGEST_SMALL = 1 << 24


def _digest(*parts: object, length: int) -> bytes:
    return hashlib.shake_256("\x1f".join(map(str, parts)).encode()).digest(length)


def seeded_generator(seed: int, *parts: object) -> np.random.Generator:
    """Return a random generator that depends on the seed and the names given, and on nothing else.

    Parameters
    ----------
    seed : int
        The user's seed.
    *parts : object
        What the draw is for: a document id or group, the measure.

    Examples
    --------
    >>> int(seeded_generator(1, "a").integers(100)) == int(seeded_generator(1, "a").integers(100))
    True
    """
    return np.random.Generator(np.random.PCG64(int.from_bytes(_digest(seed, *parts, length=16), "big")))


def resample_counts(n_blocks: int, n_boot: int, seed: int, name: str) -> np.ndarray:
    """Draw how often each block occurs in each resample.

    Parameters
    ----------
    n_blocks, n_boot : int
        Number of blocks, number of resamples; every resample draws `n_blocks` blocks with replacement.
    seed : int
        The user's seed.
    name : str
        What the draws are for (the measure).

    Returns
    -------
    numpy.ndarray of uint16
        Shape (n_blocks, n_boot); every column sums to `n_blocks`.

    Examples
    --------
    >>> resample_counts(3, 4, seed=0, name="framing").sum(axis=0).tolist()
    [3, 3, 3, 3]
    """
    if n_blocks <= KEPT_BLOCKS:
        return _kept_counts(n_blocks, n_boot, seed, name)
    return _drawn_counts(n_blocks, n_boot, seed, name)


def _drawn_counts(n_blocks: int, n_boot: int, seed: int, name: str) -> np.ndarray:
    generator = seeded_generator(seed, name, n_blocks, n_boot)
    counts = np.empty((n_boot, n_blocks), dtype=np.uint16)
    step = max(1, 2_000_000 // max(n_blocks, 1))
    for first in range(0, n_boot, step):
        rows = min(step, n_boot - first)
        drawn = generator.integers(0, n_blocks, size=(rows, n_blocks))
        drawn += (np.arange(rows) * n_blocks)[:, None]
        counts[first : first + rows] = np.bincount(drawn.ravel(), minlength=rows * n_blocks).reshape(
            rows, n_blocks
        )
    return np.ascontiguousarray(counts.T)


@lru_cache(maxsize=256)
def _kept_counts(n_blocks: int, n_boot: int, seed: int, name: str) -> np.ndarray:
    counts = _drawn_counts(n_blocks, n_boot, seed, name)
    counts.setflags(write=False)
    return counts


class StackedCounts:
    """Drawn counts of several numbers of blocks, one below the other in one matrix, ready to be multiplied.

    Parameters
    ----------
    n_boot, seed, name
        As for `resample_counts`.
    """

    def __init__(self, n_boot: int, seed: int, name: str) -> None:
        self._names = (n_boot, seed, name)
        self._rows = np.empty((0, n_boot), dtype=np.float32)
        self._length = 0
        self._first: dict[int, int] = {}
        self._one_at_a_time = Lock()

    def of(self, sizes: list[int], small: bool = False) -> tuple[np.ndarray, np.ndarray]:
        """Return the matrix, and the row in which the counts of each number of blocks begin.

        Parameters
        ----------
        sizes : list of int
            Different numbers of blocks.
        small : bool
            In numbers of half the size, for sums of whole numbers below `LARGEST_SMALL`: half the work.

        Returns
        -------
        counts : numpy.ndarray of float64 or float32
            Shape (n_rows, n_boot).
        first : numpy.ndarray of int64
        """
        with self._one_at_a_time:
            if self._know(sizes) and small:
                return self._rows[: self._length], self._places(sizes)
        n_boot, seed, name = self._names
        first = np.cumsum(sizes) - sizes
        if set(sizes) <= self._first.keys():
            parts = [self._rows[at : at + size] for size, at in zip(sizes, self._places(sizes), strict=True)]
        else:
            parts = [resample_counts(size, n_boot, seed, name) for size in sizes]
        return np.concatenate(parts, dtype=np.float32 if small else np.float64), first

    def _places(self, sizes: list[int]) -> np.ndarray:
        return np.array([self._first[size] for size in sizes], dtype=np.int64)

    def _know(self, sizes: list[int]) -> bool:
        """Draw what is new, if there is room for it."""
        n_boot, seed, name = self._names
        new = [size for size in sizes if size not in self._first]
        if (self._length + sum(new)) * n_boot > KEPT_COUNTS:
            return False
        for size in new:
            end = self._length + size
            if end > len(self._rows):
                grown = np.empty((max(end, 2 * len(self._rows)), n_boot), dtype=np.float32)
                grown[: self._length] = self._rows[: self._length]
                self._rows = grown
            self._rows[self._length : end] = _drawn_counts(size, n_boot, seed, name)
            self._first[size], self._length = self._length, end
        return True


@lru_cache(maxsize=2)
def stacked_counts(n_boot: int, seed: int, name: str) -> StackedCounts:
    """Return the drawn counts of these names, kept for whoever asks next."""
    return StackedCounts(n_boot, seed, name)


def block_order(n_blocks: int, seed: int, unit: str, name: str) -> np.ndarray:
    """Return the order in which a unit's blocks meet the drawn counts, fixed by (seed, unit, measure).

    All units with as many blocks share one matrix of drawn counts, since drawing is the dear part; each unit
    has its blocks in an order of its own, which makes its resamples its own.
    """
    keys = np.frombuffer(_digest(seed, name, unit, length=8 * n_blocks), dtype="<u8")
    return np.argsort(keys, kind="stable")


def bootstrap_sums(blocks: np.ndarray, orders: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return what each resample holds in sum.

    Parameters
    ----------
    blocks : numpy.ndarray
        Shape (n_units, n_blocks, n_columns): what each block of each unit holds.
    orders : numpy.ndarray of int
        Shape (n_units, n_blocks), from `block_order`.
    counts : numpy.ndarray
        Shape (n_blocks, n_boot), from `resample_counts`.

    Returns
    -------
    numpy.ndarray of float64
        Shape (n_units, n_columns, n_boot). Exact, since the counts are whole numbers.
    """
    ordered = np.take_along_axis(blocks, orders[:, :, None], axis=1)
    return ordered.transpose(0, 2, 1).astype(np.float64) @ counts.astype(np.float64)


@lru_cache(maxsize=4096)
def expanded_levels(n_blocks: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the quantiles of the resamples that bound an expanded percentile interval.

    A plain percentile interval is too narrow for few blocks: it lacks the factor n/(n-1) and uses normal, not
    Student quantiles. The expanded interval takes the level Phi(sqrt(n/(n-1)) t[alpha/2, n-1]) instead.

    Parameters
    ----------
    n_blocks : int
        At least 2.
    confidence : float
        Nominal coverage.

    Returns
    -------
    low, high : float
        Levels between 0 and 1, symmetrical.

    Examples
    --------
    >>> low, high = expanded_levels(20)
    >>> round(low, 4), round(high, 4)
    (0.0159, 0.9841)

    References
    ----------
    Hesterberg, T. C. (2015). What teachers should know about the bootstrap: Resampling in the undergraduate
    statistics curriculum. The American Statistician 69(4), 371-386. doi:10.1080/00031305.2015.1089789
    """
    from scipy.special import ndtr, stdtrit

    t = stdtrit(n_blocks - 1, (1 - confidence) / 2)
    low = float(ndtr(np.sqrt(n_blocks / (n_blocks - 1)) * t))
    return low, 1 - low


def interval_of_draws(
    draws: np.ndarray, n_blocks: int | np.ndarray, confidence: float = 0.95
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the expanded percentile interval of resampled values.

    Parameters
    ----------
    draws : numpy.ndarray
        Shape (..., n_boot): the statistic in each resample; NaN where a resample leaves it undefined.
    n_blocks : int or numpy.ndarray of int64
        Number of blocks that were drawn from, at least 2; one a row where `draws` are rows.
    confidence : float
        Nominal coverage.

    Returns
    -------
    low, high : numpy.ndarray
        NaN where the statistic is the same in every resample (the draws then know nothing of its spread) or
        undefined in more than half of them.
    defined : numpy.ndarray
        Share of resamples in which the statistic was defined.
    """
    n_boot = draws.shape[-1]
    values = draws.reshape(-1, n_boot)
    n_blocks = np.broadcast_to(n_blocks, len(values))
    bounds = np.full((2, len(values)), np.nan)
    defined = np.full(len(values), n_boot)
    least, most = values.min(axis=-1), values.max(axis=-1)
    # A row that is NaN somewhere has a NaN minimum.
    gaps = np.flatnonzero(np.isnan(least))
    if len(gaps):
        unknown = np.isnan(values[gaps])
        defined[gaps] = n_boot - np.count_nonzero(unknown, axis=-1)
        least[gaps] = np.where(unknown, np.inf, values[gaps]).min(axis=-1)
        most[gaps] = np.where(unknown, -np.inf, values[gaps]).max(axis=-1)
    useful = (least < most) & (defined * 2 > n_boot)
    for filled in (True, False):
        rows = np.flatnonzero(useful & ((defined == n_boot) == filled))
        if len(rows):
            some = values if len(rows) == len(values) else values[rows]
            places = Places(defined[rows], n_blocks[rows], confidence)
            bounds[:, rows] = _quantiles(some, defined[rows], places, least[rows], most[rows])
    shape = draws.shape[:-1]
    return bounds[0].reshape(shape), bounds[1].reshape(shape), (defined / n_boot).reshape(shape)


class Places:
    """Between which of the sorted values of each row the two bounds of its interval lie.

    Parameters
    ----------
    defined : numpy.ndarray of int64
        How many values each row has, 2 or more.
    n_blocks : numpy.ndarray of int64
    confidence : float

    Attributes
    ----------
    below, above : numpy.ndarray of int64
        How many smaller values stand before the two that the lower bound lies between, how many larger ones behind
        those of the upper bound.
    """

    def __init__(self, defined: np.ndarray, n_blocks: np.ndarray, confidence: float) -> None:
        sizes, which = np.unique(n_blocks, return_inverse=True)
        levels = np.array([expanded_levels(int(size), confidence) for size in sizes]).reshape(-1, 2)[which].T
        self._place = (defined - 1) * levels
        self._whole = np.floor(self._place).astype(np.int64)
        self._first = np.minimum(self._whole, defined - 2)
        self.below = self._first[0]
        self.above = defined - 2 - self._first[1]

    def bounds(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """Interpolate between the two values of each end, given the outer one first, shape (n_rows, 2)."""
        smaller, larger = np.stack([low, high[:, ::-1]]).transpose(2, 0, 1)
        between = smaller + (self._place - self._whole) * (larger - smaller)
        return np.where(self._whole > self._first, larger, between)


def _quantiles(
    values: np.ndarray, defined: np.ndarray, places: Places, least: np.ndarray, most: np.ndarray
) -> np.ndarray:
    """Return two quantiles of each row, interpolated linearly, of those values that are not NaN.

    Two or more are defined: all of them in every row, or not all of them in any row.
    """
    ends = [(values, places.below, least, 1.0), (values, places.above, most, -1.0)]
    if (defined < values.shape[1]).any():  # what is not known is moved beyond the other end
        unknown = np.isnan(values)
        ends = [(np.where(unknown, sign * np.inf, values), *more, sign) for _, *more, sign in ends]
        samples = [sample_of(filled) for filled, *_ in ends]
    else:
        samples = [sample_of(values)] * 2
    pairs = [
        outer_pair(filled, passed, end, sample, sign)
        for (filled, passed, end, sign), sample in zip(ends, samples, strict=True)
    ]
    return places.bounds(*pairs)
