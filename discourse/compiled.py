"""Finds the compiled form of what goes through texts word by word (`make setup` builds it).

The rules of quotation and negation, what reads the phrases around targets, and what walks along the chunks of a
text are plain, typed Python. Where a C compiler is at hand mypyc makes machine code of these very modules, three
times as fast; the rest of the program cannot tell which form it has.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("tokens", "match", "negation", "quotation", "evidence")
# What is public, or works on whole columns, stays plain: its examples run, its source can be shown.
PLAIN = ("__init__", "find", "quotes")
# Of these packages nothing else.
ONLY = {
    "tokens": ("packed", "sieve", "walk"),
    "match": ("automaton", "context"),
    "evidence": ("names", "number_words", "numbers", "phrases", "places"),
}
# What the compiled modules take constants from: these are built into them.
_SOURCES = ("negation", "quotation", "tokens")
_HOME = Path(__file__).resolve().parent


def modules(package: str) -> list[str]:
    """Give the modules of a package that are compiled."""
    if package in ONLY:
        return list(ONLY[package])
    return sorted(path.stem for path in (_HOME / package).glob("*.py") if path.stem not in PLAIN)


def folder() -> Path:
    """Give the folder of the compiled modules for this Python: one for each version."""
    return _HOME.parent / "build" / f"compiled-{sys.implementation.cache_tag}"


def fingerprint() -> dict[str, str]:
    """Give the SHA-256 of each module that the compiled form depends on, by its path in the package."""
    paths = [_HOME / package / f"{name}.py" for package in PACKAGES for name in modules(package)]
    paths += [path for package in _SOURCES for path in sorted((_HOME / package).glob("*.py"))]
    paths.append(Path(__file__))  # says which modules these are
    return {
        f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    }


def is_current() -> bool:
    """Say whether there are compiled modules, made from the sources as they are now."""
    try:
        built = json.loads((folder() / "sources.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(built == fingerprint())


def in_use() -> bool:
    """Say whether the compiled modules are those that run."""
    return not _is_unwanted() and _was_current(_HOME)


@lru_cache(maxsize=1)
def _was_current(home: Path) -> bool:
    """The same for all packages of a process: to read the sources takes some time."""
    return is_current() and not _lacks_library()


def _lacks_library() -> bool:
    """Compiled modules call what mypyc's own library has, which may have been taken away since."""
    return any(find_spec(name) is None for name in ("librt", "mypy_extensions"))


def is_stale() -> bool:
    """Say whether there are compiled modules that are not used, since the sources have changed."""
    return not _is_unwanted() and (folder() / "sources.json").exists() and not is_current()


def state() -> str:
    """Say in which form the rules run, and why; for people.

    Examples
    --------
    >>> state().startswith(("compiled", "plain Python"))
    True
    """
    if _is_unwanted():
        return "plain Python, as DISCOURSE_COMPILED=0 asks"
    if is_current() and not _lacks_library():
        return "compiled"
    why = (
        "the library librt, which compiled modules need, is not installed; make setup installs it"
        if is_current()
        else "their sources have changed since they were compiled; make setup compiles them anew"
        if is_stale()
        else "they are not compiled; in a clone with a C compiler, make setup does it"
    )
    return f"plain Python, a third as fast, with the same results: {why}"


def _is_unwanted() -> bool:
    return os.environ.get("DISCOURSE_COMPILED") == "0"


def preferred(package: str, path: Iterable[str]) -> list[str]:
    """Give where the modules of a package are looked for: compiled ones first, if they are of the same sources.

    Parameters
    ----------
    package : str
        One of `PACKAGES`.
    path : iterable of str
        The package's ``__path__`` as it is.

    Returns
    -------
    list of str
        Its new ``__path__``.

    Notes
    -----
    ``DISCOURSE_COMPILED=0`` keeps to the plain modules, as one does to step through them.

    Examples
    --------
    >>> preferred("quotation", ["discourse/quotation"])[-1]
    'discourse/quotation'
    """
    if not in_use():
        return list(path)
    return [str(folder() / "discourse" / package), *path]


def build() -> bool:
    """Compile the packages in a clone of the repository; say whether compiled modules are there now.

    Returns
    -------
    bool
        False where no C compiler or no header of Python is at hand; `build/compile.log` says what was missing.
    """
    if is_current():
        return True
    if not (_HOME.parent / "setup.py").exists():
        raise SystemExit(
            "discourse.compiled: only a clone of the repository can be compiled; there is no setup.py"
        )
    print("Compiling the rules of negation, quotation and phrases, a minute or two, once …", file=sys.stderr)
    root, out = _HOME.parent, folder()
    sources = json.dumps(fingerprint(), indent=1)  # before: what is edited meanwhile is not what was compiled
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    command = [sys.executable, "setup.py", "build_ext", f"--parallel={os.cpu_count() or 1}"]
    command += ["--build-temp=build/objects", f"--build-lib={out}"]
    with (root / "build" / "compile.log").open("w", encoding="utf-8") as log:
        done = subprocess.run(
            command,
            cwd=root,
            env={**os.environ, "DISCOURSE_COMPILE": "1"},
            stdout=log,
            stderr=log,
            check=False,
        )
    if done.returncode == 0:
        (out / "sources.json").write_text(sources, encoding="utf-8")
    return done.returncode == 0


if __name__ == "__main__":
    if not build():
        print(
            "The rules were not compiled (the end of build/compile.log says why; is there a C compiler?): they run as "
            f"plain Python, a third as fast, with the same results. To try again: {sys.executable} -m discourse.compiled",
            file=sys.stderr,
        )
