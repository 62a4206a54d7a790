"""Run the project's notebooks with the interpreter that runs this program."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from discourse.errors import FigureError
from discourse.figures.save import FOLDER_VARIABLE

__all__ = ["run_notebooks"]

CELL_SECONDS = 600


def run_notebooks(folder: str | Path, figures: str | Path, names: Iterable[str] | None = None) -> list[Path]:
    """Run notebooks, so that they save their figures.

    Parameters
    ----------
    folder : path
        Where the notebooks lie; each runs with it as working directory and is not changed.
    figures : path
        Where `save_figure` puts the figures.
    names : iterable of str, optional
        Only these, by file name; all by default.

    Returns
    -------
    list of pathlib.Path
        What was run, in order of name.

    Raises
    ------
    FigureError
        No notebooks, or a cell that failed, with its error.
    """
    folder = Path(folder)
    notebooks = sorted(path for path in folder.glob("*.ipynb") if names is None or path.name in set(names))
    if not notebooks:
        raise FigureError(f"Folder '{folder.name}': no notebooks (*.ipynb) to run.")
    Path(figures).mkdir(parents=True, exist_ok=True)
    for path in notebooks:
        _run(path, Path(figures).resolve())
    return notebooks


def _run(path: Path, figures: Path) -> None:
    import nbformat
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    class SamePython(AsyncKernelManager):
        """Starts the kernel with the interpreter that runs this program, whatever kernels are installed."""

        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(
                argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
                display_name="Python",
                language="python",
            )

    try:
        notebook = nbformat.read(path, as_version=4)
    except (ValueError, nbformat.reader.NotJSONError) as error:
        raise FigureError(f"Notebook '{path.name}' cannot be read: {error}") from error
    environment = {
        **os.environ,
        FOLDER_VARIABLE: str(figures),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_manager_class=SamePython,
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(env=environment)
    except CellExecutionError as error:
        raise FigureError(
            f"Notebook '{path.name}', {_failed_cell(notebook)}: {error.ename}: {error.evalue}"
        ) from error
    except (CellTimeoutError, DeadKernelError) as error:
        reason = (
            f"took longer than {CELL_SECONDS} s"
            if isinstance(error, CellTimeoutError)
            else "ended the kernel"
        )
        raise FigureError(f"Notebook '{path.name}', {_failed_cell(notebook)}: {reason}.") from error


def _failed_cell(notebook: Any) -> str:
    """Return which cell failed: the last that was begun, with its first line."""
    number, begun = 0, None
    for cell in notebook.cells:
        if cell.cell_type == "code":
            number += 1
            if begun is None or cell.get("execution_count"):
                begun = (number, cell)
    if begun is None:
        return "without code cells"
    first = next((line.strip() for line in begun[1].source.splitlines() if line.strip()), "")
    return f"code cell {begun[0]} ('{first[:60]}')"
