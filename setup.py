"""Compiles what goes through texts word by word: DISCOURSE_COMPILE=1 python setup.py build_ext.

Without that variable nothing is compiled, and the package is plain Python; pyproject.toml says all else.
"""

import copy
import os
import shutil
import sys
import tempfile
from pathlib import Path

from setuptools import Distribution, Extension, setup
from setuptools.command.build_ext import build_ext


def try_compiler() -> None:
    """Compile two lines, so that where there is no compiler, or no Python.h, nothing longer is begun."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "probe.c")
        source.write_text("#include <Python.h>\nPyMODINIT_FUNC PyInit_probe(void) { return NULL; }\n")
        probe = Distribution({"ext_modules": [Extension("probe", [str(source)])]})
        command = probe.get_command_obj("build_ext")
        command.build_lib = command.build_temp = folder
        command.ensure_finalized()
        command.run()


# Of other packages only the types of NumPy are needed; to read those of all that is imported takes a minute.
_SETTINGS = """\
[mypy]
follow_imports = skip
ignore_missing_imports = True
[mypy-discourse.*,numpy.*,librt.*,mypy_extensions]
follow_imports = normal
"""
# Where mypyc writes C, from nothing each time: what it remembers lacks the libraries it needed then.
_MADE = "build/c"


class BuildApart(build_ext):
    """Compiles libraries at the same time, each in a folder of its own: all have parts of one name."""

    def build_extension(self, ext: Extension) -> None:
        own = copy.copy(self)
        own.build_temp = str(Path(self.build_temp, ext.name))
        build_ext.build_extension(own, ext)


def modules() -> list:
    """Make the extension modules, one library for each package."""
    try_compiler()
    shutil.rmtree(_MADE, ignore_errors=True)
    settings = Path(_MADE, "mypy.ini")
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS)
    from mypyc.build import mypycify

    from discourse import compiled

    groups = []
    for name in compiled.PACKAGES:
        paths = [str(Path("discourse", name, f"{module}.py")) for module in compiled.modules(name)]
        groups.append((paths, f"discourse.{name}.{name}_compiled"))
    extensions = mypycify(
        [
            f"--config-file={settings}",
            f"--cache-dir={_MADE}/cache",
            *(path for paths, _ in groups for path in paths),
        ],
        separate=groups,
        multi_file=True,
        opt_level="1",  # most rules call Python's own; more takes the compiler longer and gains little
        debug_level="0",
        target_dir=_MADE,
    )
    for extension in extensions:  # mypyc puts the header of a library where the library belongs
        if sys.platform != "win32":  # it holds a variable, which is one however many modules include it
            extension.extra_compile_args = [*extension.extra_compile_args, "-fcommon"]
        extension.include_dirs += [f"{_MADE}/discourse/{name}" for name in compiled.PACKAGES]
        if extension.name.startswith("discourse.tokens."):  # numbers of the machine alone
            extension.extra_compile_args = [
                "-O2" if argument == "-O1" else argument for argument in extension.extra_compile_args
            ]
    return extensions


setup(
    ext_modules=modules() if os.environ.get("DISCOURSE_COMPILE") == "1" else [],
    cmdclass={"build_ext": BuildApart},
)
