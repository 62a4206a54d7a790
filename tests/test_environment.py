"""The set-up: pyproject.toml, requirements.lock, environment.yml, the Makefile and the READMEs agree."""

from __future__ import annotations

import email
import fnmatch
import importlib.metadata
import re
import subprocess
import sys
import tomllib

import pytest
import rattler
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

# where conda-forge calls a package otherwise than PyPI, or has a lighter one with the same modules
CONDA_NAMES = {"matplotlib": "matplotlib-base", "seaborn": "seaborn-base"}
NOT_ON_CONDA_FORGE = {"simplemma"}


@pytest.fixture(scope="module")
def project(repository):
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def environment(repository):
    return yaml.safe_load((repository / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lock(repository):
    return (repository / "requirements.lock").read_text(encoding="utf-8")


def normal(specifiers: str) -> frozenset[str]:
    return frozenset(part.strip() for part in specifiers.split(",") if part.strip())


def test_environment_has_the_run_time_dependencies_with_their_ranges(project, environment):
    wanted, by_pip = {}, {}
    for line in project["dependencies"] + project["optional-dependencies"]["readers"]:
        requirement = Requirement(line)
        name = canonicalize_name(requirement.name)
        if name in NOT_ON_CONDA_FORGE:
            by_pip[name] = normal(str(requirement.specifier))
        else:
            wanted[CONDA_NAMES.get(name, name)] = normal(str(requirement.specifier))

    # MatchSpec reads a line as conda does; strict refuses what only some versions of conda understand
    specs = [
        rattler.MatchSpec(line, strict=True) for line in environment["dependencies"] if isinstance(line, str)
    ]
    found = {spec.name.normalized: normal(str(spec.version or "")) for spec in specs}
    del found["python"], found["pip"]
    assert found == wanted

    pip_lines = next(entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict))
    assert pip_lines[-1] == "-e ."
    requirements = [Requirement(line) for line in pip_lines[:-1]]
    assert {canonicalize_name(r.name): normal(str(r.specifier)) for r in requirements} == by_pip


def test_environment_is_what_binder_would_build(repository, project, environment):
    done = subprocess.run(
        [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(repository)],
        capture_output=True,
        text=True,
        check=True,
    )
    output = done.stdout + done.stderr
    version = re.search(r"Building conda environment for python=([\d.]+)", output).group(1)
    assert f"python={version}" in environment["dependencies"]
    assert version in SpecifierSet(project["requires-python"])
    # discourse itself is installed from the repository, whose files must be there by then
    assert output.index("COPY --chown=0:0 src/ ${REPO_DIR}/") < output.index(
        "env update -p ${NB_PYTHON_PREFIX}"
    )


def test_lock_has_every_dependency_within_its_range(project, lock):
    locked: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, flags=re.MULTILINE):
        locked.setdefault(canonicalize_name(name), []).append(version)
    lines = project["dependencies"] + [
        line for extra in project["optional-dependencies"].values() for line in extra
    ]
    assert lines
    for line in lines:
        requirement = Requirement(line)
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{line} is not in requirements.lock; run: make lock"
        outside = [version for version in versions if version not in requirement.specifier]
        assert not outside, f"requirements.lock has {outside} for {line}; run: make lock"


def test_lock_is_hashed_and_names_no_index(lock):
    assert "://" not in lock
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index-url|--find-links)\b", lock, flags=re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", lock.strip())
    unhashed = [
        block for block in blocks if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", block, re.S)
    ]
    assert not unhashed


def test_the_tools_to_compare_with_are_locked_beside_and_change_no_other_version(repository, lock):
    own = (repository / "benchmarks" / "requirements.lock").read_text(encoding="utf-8")
    test_lock_is_hashed_and_names_no_index(own)
    pattern = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", flags=re.MULTILINE)
    locked, versions = pattern.findall(own), set(pattern.findall(lock))
    names = {name for name, _ in versions}
    assert [line for line in locked if line[0] in names and line not in versions] == []
    config = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    for line in config["dependency-groups"]["benchmark"]:
        requirement = Requirement(line)
        assert any(
            canonicalize_name(name) == canonicalize_name(requirement.name)
            and version in requirement.specifier
            for name, version in locked
        ), f"{line} is not in benchmarks/requirements.lock; run: make lock"


def test_installed_versions_are_the_locked_ones(lock):
    lines = re.findall(r"^([\w.-]+==[^\\]+?) \\$", lock, flags=re.MULTILINE)
    assert lines
    for requirement in map(Requirement, lines):
        if requirement.marker is None or requirement.marker.evaluate():
            version = importlib.metadata.version(requirement.name)
            assert version in requirement.specifier, f"{requirement.name} {version}: run make setup"


def closure(project) -> set[str]:
    """Return the packages that an installation with every extra but docs and dev consists of."""
    waiting = list(project["dependencies"])
    for extra in ("readers", "syntax", "scale"):
        waiting += project["optional-dependencies"][extra]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = Requirement(waiting.pop())
        extras = {"", *requirement.extras}
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        key = (canonicalize_name(requirement.name), frozenset(extras))
        if key in seen:
            continue
        seen.add(key)
        for line in importlib.metadata.requires(requirement.name) or []:
            needed = Requirement(line)
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                needed.marker = None
                waiting.append(str(needed))
    return {name for name, _ in seen}


def copyleft(metadata) -> bool:
    """Say whether a package can be had under no other licence than a GPL."""
    expression = metadata.get("License-Expression") or ""
    if expression:
        return all("GPL" in choice and "LGPL" not in choice for choice in re.split(r"\s+OR\s+", expression))
    licences = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    if licences:
        return all("General Public License" in line and "Lesser" not in line for line in licences)
    return bool(
        re.match(r"\s*(GNU )?(A?GPL|(Affero )?General Public License)", metadata.get("License") or "")
    )


def test_no_run_time_dependency_is_under_the_gpl(project):
    packages = closure(project)
    assert {"numpy", "trafilatura", "spacy", "tld"} <= packages
    assert [name for name in sorted(packages) if copyleft(importlib.metadata.metadata(name))] == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("License-Expression: GPL-3.0-only", True),
        ("License-Expression: MPL-1.1 OR GPL-2.0-only", False),
        ("License-Expression: BSD-3-Clause", False),
        ("Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("Classifier: License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("License: GPLv3", True),
        ("License: MIT", False),
    ],
)
def test_a_gpl_licence_is_recognised(header, expected):
    assert copyleft(email.message_from_string(header + "\n\n")) is expected


def test_every_file_beside_the_code_is_packaged(repository):
    config = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = config["tool"]["setuptools"]["package-data"]["*"]
    files = [
        path.relative_to(repository)
        for path in (repository / "discourse").rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    ]
    assert files
    left_out = [str(p) for p in files if not any(fnmatch.fnmatch(p.name, pattern) for pattern in patterns)]
    assert left_out == [], "add their endings to package-data in pyproject.toml"


def make_targets(repository) -> set[str]:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_commands_shown_to_readers_exist(repository, name):
    text = (repository / name).read_text(encoding="utf-8")
    shown = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, flags=re.MULTILINE))
    assert shown, f"{name} shows no make command"
    assert shown <= make_targets(repository)


def test_every_verb_is_explained_and_builds_the_environment_first(repository):
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE).group(1).split())
    explained = dict(re.findall(r"^([a-z-]+):(.*?)## .+$", makefile, flags=re.MULTILINE))
    assert set(explained) == phony
    builds = {verb for verb, needs in explained.items() if "$(STAMP)" in needs or "$(COMPILED)" in needs}
    assert set(explained) - builds == {"help", "clean"}
    assert re.search(r"^\$\(COMPILED\): \$\(STAMP\) ", makefile, flags=re.MULTILINE)


def test_version_is_the_same_everywhere(repository, project):
    citation = yaml.safe_load((repository / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == project["version"] == importlib.metadata.version("discourse")
    assert citation["license"] == project["license"]
    assert project["version"] in (repository / "CHANGELOG.md").read_text(encoding="utf-8")
