"""Columns read element by element: the same numbers as the array has, in every form the reading has."""

from bisect import bisect_left

import numpy as np
import pytest

from discourse.tokens import unpacked
from discourse.tokens.packed import Numbers, Words, numbers

EXTREMES = [0, 1, -1, 2**31 - 1, -(2**31), 12345]


@pytest.mark.parametrize("dtype", [np.int32, np.int64])
def test_a_column_has_the_elements_of_its_array(dtype):
    values = [*EXTREMES, *([2**62, -(2**62), 2**40] if dtype is np.int64 else [])]
    column = numbers(np.array(values, dtype=dtype))
    assert len(column) == len(values)
    assert [column[k] for k in range(len(values))] == values
    assert column.listed(1, 4) == values[1:4]
    assert column.listed(-5, 2) == values[:2]
    assert column.listed(len(values) - 1, 99) == values[-1:]


def test_narrower_columns_are_widened():
    column = numbers(np.array([3, -4], dtype=np.int8))
    assert (column[0], column[1]) == (3, -4)


@pytest.mark.parametrize("value", range(-1, 9))
def test_a_place_in_a_sorted_column_is_that_of_a_list(value):
    values = [0, 2, 2, 5, 7]
    assert numbers(np.array(values)).at_or_above(value) == bisect_left(values, value)


def test_a_window_ends_where_it_ends():
    """Neighbours in the column are not part of it."""
    raw = np.arange(10, dtype=np.int64).tobytes()
    window = Numbers(raw, False, 4, 3)
    assert [window[k] for k in range(-2, 5)] == [0, 0, 4, 5, 6, 0, 0]
    words = Words(["a", "b", "c"], np.array([2, -1, 0, 1], dtype=np.int32).tobytes(), 1, 2, "“")
    assert [words[k] for k in range(-1, 3)] == ["", "“", "a", ""]
    assert words.listed(-3, 9) == ["“", "a"]
    assert len(words) == 2


@pytest.mark.parametrize("value", EXTREMES)
def test_numbers_are_read_the_same_without_the_library(value):
    column = value.to_bytes(4, "little", signed=True) * 2 + value.to_bytes(8, "little", signed=True)
    assert unpacked.read_i32_le(column, 4) == value
    assert unpacked.read_i64_le(column, 8) == value
