"""Compiles the packages that read rules word by word: DISCOURSE_COMPILE=1 python setup.py build_ext.

Without that variable nothing is compiled, and the package is plain Python; pyproject.toml says all else.
"""

import os
from pathlib import Path

from setuptools import setup


def modules() -> list:
    """Make the extension modules, one library for each package."""
    from mypyc.build import mypycify

    from discourse.compiled import PACKAGES, PLAIN

    groups = []
    for name in PACKAGES:
        paths = sorted(str(p) for p in Path("discourse", name).glob("*.py") if p.stem not in PLAIN)
        groups.append((paths, f"discourse.{name}.{name}_rules"))
    extensions = mypycify(
        [path for paths, _ in groups for path in paths],
        separate=groups,
        multi_file=True,
        opt_level="1",  # most of it calls Python's own; more takes the compiler longer and gains little
        debug_level="0",
        target_dir="build/c",
    )
    for extension in extensions:  # mypyc puts the header of a library where the library belongs
        extension.include_dirs += [f"build/c/discourse/{name}" for name in PACKAGES]
    return extensions


setup(ext_modules=modules() if os.environ.get("DISCOURSE_COMPILE") == "1" else [])
