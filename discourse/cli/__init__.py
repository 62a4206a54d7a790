"""The command line: the same verbs as in Python, thin."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ..errors import DiscourseError, QueryError, UsageError
from .parser import make_parser

DONE, PARTLY, WRONG = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : sequence of str, optional
        Default: the program's own.

    Returns
    -------
    int
        0 done, 1 something could not be processed (the rest is written), 2 wrong usage.
    """
    parser = make_parser()
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except DiscourseError as error:
        print(f"discourse: {error}", file=sys.stderr)
        return WRONG if isinstance(error, (UsageError, QueryError)) else PARTLY
    except BrokenPipeError:
        # the reader of a pipe (head) has seen enough; nothing is left to flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("discourse: stopped.", file=sys.stderr)
        return 130
