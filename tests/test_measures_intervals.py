from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.measures import intervals as intervals_module
from discourse.measures import ratio_intervals
from discourse.measures.blocks import Blocks, Column
from discourse.measures.intervals import (
    StackedCounts,
    block_order,
    bootstrap_sums,
    expanded_levels,
    interval_of_draws,
    resample_counts,
)
from discourse.measures.quantities import ratio
from discourse.measures.ratio_intervals import interval_of_ratios
from discourse.measures.tails import outer_pair, sample_of
from discourse.measures.units import Unit


@given(st.integers(1, 40), st.integers(1, 30), st.integers(0, 5))
def test_every_resample_draws_as_many_blocks_as_there_are(n_blocks, n_boot, seed):
    counts = resample_counts(n_blocks, n_boot, seed, "m")
    assert counts.shape == (n_blocks, n_boot)
    assert (counts.sum(axis=0) == n_blocks).all()


def test_draws_are_those_of_drawing_with_replacement():
    # each block's count is binomial(n, 1/n): mean 1, variance 1 - 1/n
    counts = resample_counts(10, 20_000, 0, "m").astype(float)
    np.testing.assert_allclose(counts.mean(axis=1), 1.0, atol=0.03)
    np.testing.assert_allclose(counts.var(axis=1), 0.9, atol=0.05)
    assert np.corrcoef(counts[0], counts[1])[0, 1] == pytest.approx(-1 / 9, abs=0.03)


def test_more_blocks_than_are_kept_and_pieces():
    counts = resample_counts(3000, 1500, 0, "m")
    assert counts.shape == (3000, 1500)
    assert (counts.sum(axis=0) == 3000).all()


def test_stacked_counts_are_those_of_each_number_of_blocks(monkeypatch):
    monkeypatch.setattr(intervals_module, "KEPT_COUNTS", 30 * 40)
    stack = StackedCounts(40, 7, "m")
    for sizes in ([3, 5], [5, 9, 3], [2, 30], [9, 4]):  # the third are more than are kept
        for small in (True, False):
            counts, first = stack.of(sizes, small)
            assert counts.dtype == (np.float32 if small else np.float64)
            for size, row in zip(sizes, first.tolist(), strict=True):
                assert (counts[row : row + size] == resample_counts(size, 40, 7, "m")).all()


def test_orders_differ_by_unit_measure_and_seed():
    orders = {tuple(block_order(30, s, u, m)) for s in (0, 1) for u in ("a", "b") for m in ("x", "y")}
    assert len(orders) == 8
    assert all(sorted(order) == list(range(30)) for order in orders)
    assert (block_order(30, 0, "a", "x") == block_order(30, 0, "a", "x")).all()


def test_sums_of_resamples_by_hand():
    blocks = np.array([[[1.0, 10.0], [2.0, 20.0]]])
    counts = np.array([[2, 0, 1], [0, 2, 1]])
    sums = bootstrap_sums(blocks, np.array([[1, 0]]), counts)
    # the order puts the second block first
    assert sums.tolist() == [[[4.0, 2.0, 3.0], [40.0, 20.0, 30.0]]]


def test_expanded_levels_by_hand():
    # t(.025, 19) = -2.0930; times sqrt(20/19) = -2.1474; Phi = .01588
    assert expanded_levels(20)[0] == pytest.approx(0.01588, abs=1e-5)
    assert expanded_levels(10**6)[0] == pytest.approx(0.025, abs=1e-5)
    assert expanded_levels(2)[0] < 1e-10


def test_interval_by_hand():
    draws = np.arange(101.0)[None, :]
    low, high, defined = interval_of_draws(draws, 10**9)
    assert (low[0], high[0]) == pytest.approx((2.5, 97.5), abs=1e-6)
    assert defined[0] == 1.0


def test_undefined_and_constant_draws():
    draws = np.array([[1.0] * 10, [np.nan] * 6 + [1.0, 2.0, 3.0, 4.0], [np.nan] * 2 + list(range(8))])
    low, _, defined = interval_of_draws(draws, 50)
    assert np.isnan(low[0])
    assert np.isnan(low[1])
    assert low[2] > 0
    assert defined.tolist() == [1.0, 0.4, 0.8]


def test_coverage_of_a_clustered_rate():
    """Over made-up texts with a known rate the interval covers it about as often as it says."""
    random = np.random.default_rng(5)
    rate, n_blocks, covered, total = 0.03, 30, 0, 300
    for trial in range(total):
        tokens = random.integers(20, 120, n_blocks).astype(float)
        hits = random.poisson(tokens * rate * random.gamma(1.0, 1.0, n_blocks)).astype(float)
        blocks = np.stack([hits, tokens], axis=1)[None]
        sums = bootstrap_sums(
            blocks, block_order(n_blocks, 0, f"{trial}", "m")[None], resample_counts(n_blocks, 500, 0, "m")
        )
        low, high, _ = interval_of_draws(ratio(sums[:, 0], sums[:, 1]), n_blocks)
        covered += low[0] <= rate <= high[0]
    assert 0.88 <= covered / total <= 0.98


@given(
    st.integers(0, 100),
    st.sampled_from([3, 50, 200, 1000]),
    st.floats(0, 1),
    st.sampled_from(["reals", "rates", "few", "one"]),
    st.sampled_from([1.0, -1.0]),
    st.sampled_from([0.0, 0.1, 0.4]),
)
def test_an_outer_pair_is_that_of_the_sorted_row(seed, n, level, kind, sign, gaps):
    draw = np.random.default_rng(seed)
    values = {
        "reals": lambda: draw.normal(size=(7, n)),
        "rates": lambda: draw.poisson(1, size=(7, n)) / draw.integers(90, 110, size=(7, n)),
        "few": lambda: draw.integers(0, 3, size=(7, n)).astype(float),
        "one": lambda: np.where(draw.random((7, n)) < 0.002, 5.0, 0.0),
    }[kind]()
    values[:, draw.random(n) < gaps] = sign * np.inf
    first = draw.integers(0, max(1, int(level * (n - 1))), size=7)
    pair = outer_pair(values, first, sign * (sign * values).min(axis=1), sample_of(values), sign)
    ordered = sign * np.sort(sign * values, axis=-1)
    assert (pair[:, 0] == ordered[np.arange(7), first]).all()
    assert (pair[:, 1] == ordered[np.arange(7), first + 1]).all()


def test_intervals_agree_with_quantiles_of_numpy():
    draws = np.random.default_rng(1).gamma(2.0, size=(4, 1000))
    draws[1, ::10] = np.nan
    draws[2] = 3.0
    draws[3, :600] = np.nan
    low, high, defined = interval_of_draws(draws, 20)
    for row in (0, 1):
        known = draws[row][~np.isnan(draws[row])]
        np.testing.assert_allclose([low[row], high[row]], np.quantile(known, expanded_levels(20)))
    two, _, _ = interval_of_draws(np.array([[1.0, 2.0, 5.0]]), 2)
    assert two.tolist() == [1.0]  # two blocks: the levels are 0 and 1
    assert interval_of_draws(np.array([[1.0, 2.0, 5.0]]), 2)[1].tolist() == [5.0]
    assert np.isnan(low[2:]).all()
    assert np.isnan(high[2:]).all()
    assert defined.tolist() == [1.0, 0.9, 1.0, 0.4]


def unit(number):
    return Unit((f"d{number}",), f"doc_id=d{number}", np.array([number]), frozenset({"en"}), "", True)


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=5), min_size=1, max_size=6)
)
def test_sparse_resamples_are_those_of_dense_blocks(documents):
    """What is kept sparse gives the sums that whole matrices give."""
    unit_of_block = np.repeat(np.arange(len(documents)), [len(d) for d in documents])
    flat = np.array([row for d in documents for row in d], dtype=float).reshape(-1, 2)
    columns = {name: Column(flat[:, i]) for i, name in enumerate(("hits", "n_tokens"))}
    blocks = Blocks([unit(i) for i in range(len(documents))], columns, unit_of_block)
    dense = [np.array([row for row in d if any(row)], dtype=float).reshape(-1, 2) for d in documents]
    np.testing.assert_array_equal(blocks.sums, [rows.sum(axis=0) for rows in dense])
    seen = []
    for sums in blocks.resampled(9, 0, "m", fewest=2):
        for place, member in enumerate(sums.members.tolist()):
            rows = dense[member]
            np.testing.assert_array_equal(blocks.of(member), rows)
            counts = resample_counts(len(rows), 9, 0, "blocks")
            order = block_order(len(rows), 0, blocks.units[member].name, "m")
            wanted = bootstrap_sums(rows[None], order[None], counts)[0]
            got = [sums["hits"][place], sums["n_tokens"][place]]
            np.testing.assert_array_equal(got, wanted)
            seen.append(member)
    assert sorted(seen) == [i for i, rows in enumerate(dense) if len(rows) >= 2]


def test_intervals_of_rows_of_different_sizes_are_those_of_each_alone():
    draws = np.random.default_rng(2).poisson(0.4, size=(6, 1000)) / 7.0
    draws[2, ::9] = np.nan
    sizes = np.array([2, 5, 5, 30, 200, 30])
    together = interval_of_draws(draws, sizes)
    for row, size in enumerate(sizes.tolist()):
        alone = interval_of_draws(draws[[row]], size)
        np.testing.assert_array_equal([part[row] for part in together], [part[0] for part in alone])


@given(
    st.integers(0, 100),
    st.sampled_from([3, 200, 1000]),
    st.sampled_from([1.0, 100.0, 1000.0]),
    st.sampled_from([0, 1, 90, 1 << 23]),
    st.sampled_from([np.float32, np.float64]),
)
def test_intervals_of_ratios_are_those_of_their_draws(seed, n_boot, scale, least, kind):
    """Rare and frequent parts, wholes that are 0 in some resamples, rows that never differ."""
    draw = np.random.default_rng(seed)
    means = np.array([0.01, 0.5, 4, 60, 0.0, 3, 9])[:, None]
    wholes = (least + draw.poisson(5 * (least < 2) + 20 * (least > 1), size=(7, n_boot))).astype(kind)
    wholes[-1, draw.random(n_boot) < 0.7] = 0
    parts = np.minimum(draw.poisson(means, size=(7, n_boot)), wholes).astype(kind)
    parts[5], sizes = wholes[5], draw.integers(2, 40, 7)
    got = interval_of_ratios(parts, wholes, np.full(7, scale), sizes)
    wanted = interval_of_draws(ratio(parts.astype(float), wholes.astype(float), scale), sizes)
    for one, other in zip(got, wanted, strict=True):
        np.testing.assert_array_equal(one, other)


def test_most_rows_of_small_numbers_need_no_draws_in_full(monkeypatch):
    asked = []
    whole = ratio_intervals.interval_of_draws
    monkeypatch.setattr(
        ratio_intervals,
        "interval_of_draws",
        lambda draws, *more: (asked.append(len(draws)), whole(draws, *more))[1],
    )
    draw = np.random.default_rng(3)
    wholes = draw.integers(900, 1100, size=(60, 1000)).astype(np.float32)
    wholes[::6, ::9] = 0
    parts = draw.poisson(np.linspace(0.5, 30, 60)[:, None], size=(60, 1000)).astype(np.float32)
    parts[wholes == 0] = 0
    low, high, _ = interval_of_ratios(parts, wholes, np.full(60, 1000.0), np.full(60, 25))
    assert (low < high).all()
    assert sum(asked) <= 3
