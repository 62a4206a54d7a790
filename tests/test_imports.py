"""The order of the rooms: a module imports only from those before it, and starting up loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import discourse

PACKAGE = Path(discourse.__file__).resolve().parent

ORDER = (
    "collector compiled errors tokens lexicon match cleaning negation hedging quotation annotate readers corpus evidence "
    "measures stats features plots figures report scale cli"
).split()

HEAVY = {"dask", "matplotlib", "pandas", "scipy", "seaborn", "sklearn", "spacy", "statsmodels"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def rooms_imported(source: str, module: str, is_package: bool) -> set[str]:
    """Return the rooms of discourse that a module's source imports, wherever the import stands.

    `module` is the dotted name below discourse, e.g. ``measures.framing``. A name taken from the package
    itself that is no room is returned as ``discourse.<name>``: it comes from a room that the name hides.
    """
    rooms = set()

    def add(dotted: list[str], names: list[str]) -> None:
        if dotted:
            rooms.add(dotted[0])
        else:
            rooms.update(
                name if name in ORDER else f"discourse.{name}" for name in names if not name.startswith("__")
            )

    # where a relative import with one dot starts
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first, *rest = alias.name.split(".")
                if first == "discourse":
                    add(rest, ["*"])
        elif isinstance(node, ast.ImportFrom):
            dotted = node.module.split(".") if node.module else []
            if node.level:
                dotted = package[: len(package) - (node.level - 1)] + dotted
            elif dotted[:1] == ["discourse"]:
                dotted = dotted[1:]
            else:
                continue
            add(dotted, [alias.name for alias in node.names])
    return rooms


def backward(room: str, imported: set[str]) -> list[str]:
    """Return those of the imported rooms that do not come before `room` (its own room is no other)."""
    allowed = ORDER[: ORDER.index(room) + 1]
    return sorted(imported - set(allowed))


def dotted_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=dotted_name)
def test_a_module_imports_only_from_rooms_before_it(path):
    module = dotted_name(path)
    room = module.split(".")[0]
    assert room in ORDER, (
        f"discourse/{room} has no place in the order of rooms; give it one in ORDER and the design"
    )
    imported = rooms_imported(path.read_text(encoding="utf-8"), module, path.name == "__init__.py")
    assert not backward(room, imported), f"discourse.{module} imports from rooms that come after it"


@pytest.mark.parametrize(
    ("source", "module", "is_package", "expected"),
    [
        ("from discourse.errors import ReadError\nimport re", "readers", False, {"errors"}),
        ("import discourse.stats.intervals as i", "measures.framing", False, {"stats"}),
        ("from discourse import lexicon, errors", "match", False, {"lexicon", "errors"}),
        ("from discourse import __version__", "figures", False, set()),
        ("from discourse import find", "figures", False, {"discourse.find"}),
        ("import discourse", "figures", False, {"discourse.*"}),
        ("from . import errors", "tokens", False, {"errors"}),
        ("from .errors import ReadError", "tokens", False, {"errors"}),
        ("from .rates import rate", "measures.framing", False, {"measures"}),
        ("from ..errors import ReadError", "measures.framing", False, {"errors"}),
        ("from .framing import framing", "measures", True, {"measures"}),
        ("from .. import plots", "measures", True, {"plots"}),
        ("def f():\n    from discourse.cli import main", "tokens", False, {"cli"}),
        ("if TYPE_CHECKING:\n    from discourse.corpus import Corpus", "tokens", False, {"corpus"}),
    ],
)
def test_imports_are_read_in_every_form(source, module, is_package, expected):
    assert rooms_imported(source, module, is_package) == expected


def test_a_backward_import_is_found():
    assert backward("match", {"errors", "tokens", "match"}) == []
    assert backward("match", {"errors", "evidence", "discourse.find"}) == ["discourse.find", "evidence"]


def test_no_room_is_a_drawer():
    drawers = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
    names = {path.stem.strip("_").lower() for path in MODULES} | {path.parent.name for path in MODULES}
    assert not names & drawers


@pytest.mark.parametrize("module", ["discourse", "discourse.cli"])
def test_starting_up_loads_nothing_heavy(module):
    code = f"import sys, {module}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


def test_help_loads_the_parser_and_little_of_the_standard_library():
    code = (
        "import sys; before = set(sys.modules)\n"
        "from discourse.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    own = [name for name in loaded if name.partition(".")[0] == "discourse"]
    assert own == ["discourse", "discourse.cli", "discourse.cli.parser", "discourse.errors"]
    others = {name.partition(".")[0] for name in loaded} - {"discourse"}
    assert others <= sys.stdlib_module_names
    assert len(loaded) <= 60, "--help must answer at once: import what a verb needs when it runs"
