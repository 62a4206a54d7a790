"""What `packed` reads numbers with where it is not compiled and the library for it is absent."""

from __future__ import annotations

from struct import Struct

i64 = int
_FOUR, _EIGHT = Struct("<i"), Struct("<q")


def read_i32_le(column: bytes, at: int, /) -> int:
    """Read the number of four bytes at a place.

    Examples
    --------
    >>> read_i32_le(b"\\x01\\x00\\x00\\x00", 0)
    1
    """
    number: int = _FOUR.unpack_from(column, at)[0]
    return number


def read_i64_le(column: bytes, at: int, /) -> int:
    """Read the number of eight bytes at a place.

    Examples
    --------
    >>> read_i64_le(b"\\xff" * 8, 0)
    -1
    """
    number: int = _EIGHT.unpack_from(column, at)[0]
    return number
