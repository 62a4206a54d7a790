"""Intervals of rates and shares: what most rows of a measure are, and most of the time of making it."""

from __future__ import annotations

import numpy as np

from discourse.measures.intervals import Places, interval_of_draws
from discourse.measures.quantities import ratio
from discourse.measures.tails import LONGEST, PART, SHORT_ROW, sample_of

__all__ = ["interval_of_ratios"]


def interval_of_ratios(
    parts: np.ndarray, wholes: np.ndarray, scale: np.ndarray, n_blocks: np.ndarray, confidence: float = 0.95
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what `interval_of_draws` gives for scale * part / whole.

    Quotients of whole numbers in four bytes are formed in four bytes too: rounded, they still stand in order, so
    that they show where both tails are, and only there are they computed in full and sorted.

    Parameters
    ----------
    parts, wholes : numpy.ndarray of float32 or float64
        Shape (n_rows, n_boot), never below 0; whole numbers below `LARGEST_SMALL` where float32.
    scale : numpy.ndarray of float64
        One a row, above 0.
    n_blocks : numpy.ndarray of int64
        Number of blocks that were drawn from, at least 2; one a row.
    confidence : float
        Nominal coverage.

    Returns
    -------
    low, high, defined : numpy.ndarray

    Examples
    --------
    >>> parts = np.arange(1000, dtype=np.float32)[None]
    >>> low, high, _ = interval_of_ratios(parts, np.full_like(parts, 2), np.ones(1), np.array([50]))
    >>> float(low[0].round(3)), float(high[0].round(3))
    (10.579, 488.921)
    """
    n_rows, n_boot = parts.shape
    low, high, defined = np.full(n_rows, np.nan), np.full(n_rows, np.nan), np.ones(n_rows)
    left = np.ones(n_rows, dtype=bool)
    if parts.dtype == np.float32 and n_boot >= SHORT_ROW:
        known = np.full(n_rows, n_boot)
        gaps = np.flatnonzero(wholes.min(axis=-1) == 0)
        known[gaps] = np.count_nonzero(wholes[gaps], axis=-1)
        at = Places(np.maximum(known, 2), n_blocks, confidence)
        bounds, settled = _screened(parts, wholes, scale, at, gaps)
        settled &= known * 2 > n_boot
        low[settled], high[settled] = bounds[:, settled]
        defined = known / n_boot
        left = ~settled
    if left.any():
        top, bottom = parts[left].astype(np.float64), wholes[left].astype(np.float64)
        draws = ratio(scale[left, None] * top, bottom)
        low[left], high[left], defined[left] = interval_of_draws(draws, n_blocks[left], confidence)
    return low, high, defined


def _screened(
    parts: np.ndarray, wholes: np.ndarray, scale: np.ndarray, at: Places, gaps: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return both bounds of each row, shape (2, n_rows), and which rows they hold for.

    Rows with gaps are those that some resample leaves undefined.
    """
    n_rows, n_boot = parts.shape
    rows = np.arange(n_rows)
    with np.errstate(divide="ignore", invalid="ignore"):
        screen = parts / wholes
    screen[gaps] = np.where(wholes[gaps] > 0, screen[gaps], np.nan)  # is in no tail
    sample = sample_of(screen)
    last = np.full(n_rows, sample.shape[1] - 1)
    last[gaps] -= np.isnan(sample[gaps]).sum(axis=-1)
    below, above = (np.minimum(3 * (passed + 2) // (2 * PART) + 4, last) for passed in (at.below, at.above))
    smallest, largest = sample[rows, below], sample[rows, last - above]
    # Many rows begin with 0 again and again, for in as many resamples nothing is drawn.
    nothing = sample[rows, np.minimum(at.below + 1, last)] == 0
    smallest[nothing] = -1
    places = np.flatnonzero((screen <= smallest[:, None]) | (screen >= largest[:, None]))
    held = np.diff(np.searchsorted(places, np.arange(n_rows + 1) * n_boot))
    short = held <= n_boot // LONGEST
    if not short.all():
        places = places[np.repeat(short, held)]
        held = np.where(short, held, 0)
    values = parts.ravel().take(places).astype(np.float64)
    values *= np.repeat(scale, held)
    values /= wholes.ravel().take(places)
    tails = np.full((n_rows, max(int(held.max()), 2)), np.inf)
    tails[np.arange(tails.shape[1]) < held[:, None]] = values
    tails.sort(axis=-1)
    # The middle tells one tail from the other.
    middle = np.where(nothing, -1, (smallest.astype(np.float64) + largest) / 2) * scale
    pair = np.arange(2)
    low = np.take_along_axis(tails, np.minimum(at.below, tails.shape[1] - 2)[:, None] + pair, axis=-1)
    low[nothing] = 0
    high = np.take_along_axis(tails, np.maximum(held - 1 - at.above, 1)[:, None] - pair, axis=-1)
    settled = (nothing | (low[:, 1] < middle)) & (high[:, 1] > middle) & (smallest < largest) & short
    # The upper tail may be all there is of a row; where all draws agree they tell no interval.
    settled &= (held >= at.above + 2) & (low[:, 0] < high[:, 0])
    low[~settled] = high[~settled] = 0
    return at.bounds(low, high), settled
