"""Figures with their numbers and their origin: saved together, rebuilt from the notebooks, compared.

A figure is four files of one name: .svg and .png, the numbers drawn (.csv), and where they come from
(.json: hashes of texts and lexicons, version, seed, caption). The same texts, lexicons and seed give the
same bytes.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from discourse.figures.comparison import compare_folders, figure_files
from discourse.figures.gallery import counted, gallery, records
from discourse.figures.notebooks import run_notebooks
from discourse.figures.save import figure_folder, project_root, save_figure

__all__ = [
    "build",
    "check",
    "compare_folders",
    "figure_folder",
    "gallery",
    "project_root",
    "run_notebooks",
    "save_figure",
]


def build(root: str | Path | None = None) -> int:
    """Run every notebook of the project and rebuild its figures and their gallery.

    Figures that no notebook saves any more are removed.

    Parameters
    ----------
    root : path, optional
        The project; found from the working directory by default.

    Returns
    -------
    int
        0, for the command line.
    """
    project = Path(root) if root is not None else project_root()
    target = project / "figures"
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary)
        run_notebooks(project / "notebooks", fresh)
        gallery(fresh)
        target.mkdir(exist_ok=True)
        for path in figure_files(target):
            if not (fresh / path.name).exists():
                path.unlink()
        for path in sorted(fresh.iterdir()):
            shutil.copyfile(path, target / path.name)
    print(f"{counted(len(records(target)), 'figure')} in {target.name}/", file=sys.stderr)
    return 0


def check(root: str | Path | None = None) -> int:
    """Rebuild the figures elsewhere and compare them with those of the project.

    Returns
    -------
    int
        0 where all agree; 1 where not, with a line on standard error for each difference.
    """
    project = Path(root) if root is not None else project_root()
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary)
        run_notebooks(project / "notebooks", fresh)
        gallery(fresh)
        differences = compare_folders(project / "figures", fresh)
        count = len(records(fresh))
    for line in differences:
        print(line, file=sys.stderr)
    if not differences:
        print(f"{counted(count, 'figure')}: all reproduce", file=sys.stderr)
    return int(bool(differences))
