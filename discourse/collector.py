"""Let Python's collector of cycles rest while many small objects are made that form none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Look for no cycles of garbage within a block of code; what is not referred to any more goes all the same.

    The layers make a few objects for each sentence and keep none of them in a circle; walking through all of
    them again and again took up to a tenth of their time, the more the more texts are held.

    Examples
    --------
    >>> with resting():
    ...     gc.isenabled()
    False
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
