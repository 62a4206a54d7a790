"""The command line: the same verbs as in Python, thin."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from ..errors import DiscourseError
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
        0 done, 1 some document or row could not be processed (the rest is written), 2 wrong usage or nothing
        could start.
    """
    parser = make_parser()
    chosen = parser.parse_args(arguments)
    _speak_utf8()
    try:
        return int(chosen.run(chosen))
    except DiscourseError as error:
        # what costs a document alone is told by the verb, which goes on; this ended the command
        print(f"discourse: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # the reader of a pipe (head) has seen enough; nothing is left to flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("discourse: stopped.", file=sys.stderr)
        return 130
    except OSError as error:  # a full disk, a folder that may not be read
        where = f"'{error.filename}': " if error.filename else ""
        print(f"discourse: {where}{error.strerror or error}.", file=sys.stderr)
        return WRONG
    finally:
        _tell_if_slow()


def _speak_utf8() -> None:
    """Let tables be UTF-8 in a pipe or file whatever the console's encoding is, and a console show what it can."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.encoding.lower().replace("-", "") != "utf8":
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _tell_if_slow() -> None:
    """Where someone watches, say that the compiled rules are of other sources: after an edit or a pull."""
    compiled = sys.modules.get("discourse.compiled")
    if compiled is not None and sys.stderr.isatty() and compiled.is_stale():
        print(f"discourse: rules: {compiled.state()}", file=sys.stderr)
