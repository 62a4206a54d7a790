"""The collector of cycles rests only as long as it is told to."""

from __future__ import annotations

import gc

import pytest

from discourse.collector import resting


def test_what_was_on_is_on_again_whatever_happens():
    assert gc.isenabled()
    with resting():
        assert not gc.isenabled()
        with resting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), resting():
        _ = 1 / 0
    assert gc.isenabled()


def test_what_was_off_stays_off():
    gc.disable()
    try:
        with resting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
