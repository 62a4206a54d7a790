"""Save a figure with its numbers and its origin, the same bytes from the same evidence."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from discourse import __version__
from discourse.errors import FigureError, listed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from discourse.measures.tables import EvidenceTables

__all__ = ["FOLDER_VARIABLE", "figure_folder", "project_root", "save_figure"]

FOLDER_VARIABLE = "DISCOURSE_FIGURES"
# What lies at the root of the project, and tells it from other folders.
MARKS = ("pyproject.toml", "notebooks")
# The font is the one that matplotlib brings, so that pictures are the same on every machine.
STYLE: Any = {
    "font.family": ["DejaVu Sans"],
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10.0,
    "svg.hashsalt": "discourse",
    "svg.fonttype": "path",
    "path.simplify": True,
    "savefig.dpi": 150,
    "savefig.facecolor": "white",
}


def project_root(start: Path | None = None) -> Path:
    """Return the folder that holds pyproject.toml and notebooks/, here or above.

    Raises
    ------
    FigureError
        There is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if all((folder / mark).exists() for mark in MARKS):
            return folder
    raise FigureError(
        f"No project at '{here.name}' or above it: a project has {listed(MARKS)}. "
        "Go to its folder and try again."
    )


def figure_folder(folder: str | Path | None = None) -> Path:
    """Return where figures are saved: as given, as DISCOURSE_FIGURES says, else figures/ of the project or here."""
    if folder is not None:
        return Path(folder)
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    try:
        return project_root() / "figures"
    except FigureError:  # somebody's own folder
        return Path.cwd() / "figures"


def save_figure(
    ax: Axes | Figure,
    name: str,
    *,
    data: pd.DataFrame,
    caption: str = "",
    evidence: EvidenceTables | Sequence[EvidenceTables] | None = None,
    seed: int = 0,
    folder: str | Path | None = None,
) -> Path:
    """Save a figure with its numbers and its origin.

    Parameters
    ----------
    ax : matplotlib axes or figure
        What was drawn.
    name : str
        Name of the files, small letters, digits, hyphens.
    data : pandas.DataFrame
        The tidy table that was drawn.
    caption : str
        What the figure shows, and what it does not.
    evidence : Evidence, or several, optional
        What the numbers were measured on; its texts' and lexicons' SHA-256 become part of the record.
    seed : int
        Seed of what was drawn at random.
    folder : path, optional
        By default the folder of the variable DISCOURSE_FIGURES, else figures/ of the project, or of the folder you
        are in where that is no project.

    Returns
    -------
    pathlib.Path
        The picture, NAME.svg; beside it NAME.png, NAME.csv and NAME.json.

    Raises
    ------
    FigureError
        A name that cannot be a file's, or a table without rows.

    Examples
    --------
    >>> import pandas, tempfile
    >>> import matplotlib; matplotlib.use("Agg")
    >>> from discourse import plots
    >>> columns = "genre measure category value unit ci_low ci_high n_hits n_tokens note".split()
    >>> row = ["news", "framing", "war", 4.0, "per_1000", 3.0, 5.0, 8, 2000, ""]
    >>> table = pandas.DataFrame([row], columns=columns)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     saved = save_figure(plots.forest(table), "war-by-genre", data=table, folder=folder)
    ...     sorted(path.name for path in saved.parent.iterdir())
    ['war-by-genre.csv', 'war-by-genre.json', 'war-by-genre.png', 'war-by-genre.svg']
    """
    import matplotlib as mpl

    from discourse.evidence.store import csv_text

    if not name or name != "".join(c for c in name.lower() if c.isalnum() or c in "-_"):
        raise FigureError(
            f"Figure '{name}': a name is small letters, digits and hyphens, e.g. 'framing-by-genre'."
        )
    if not hasattr(data, "columns") or not (hasattr(ax, "savefig") or hasattr(ax, "get_figure")):
        raise FigureError(
            f"Figure '{name}': what a function of plots gives, and the table it was drawn from, are needed:"
            f" save_figure(ax, '{name}', data=table)."
        )
    if data.empty:
        raise FigureError(f"Figure '{name}': the table has no rows, so there is nothing to save.")
    target = figure_folder(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FigureError(
            f"Figure '{name}': the folder '{target}' cannot be made ({error.strerror or error})."
        ) from None
    base = target / name
    figure: Any = ax if hasattr(ax, "savefig") else ax.get_figure()
    with mpl.rc_context(STYLE):
        figure.savefig(base.with_suffix(".svg"), metadata={"Date": None}, bbox_inches="tight")
        figure.savefig(
            base.with_suffix(".png"),
            metadata={"Software": None},
            dpi=STYLE["savefig.dpi"],
            bbox_inches="tight",
        )
    _write(base.with_suffix(".csv"), csv_text(data))
    record = {
        "name": name,
        "caption": " ".join(caption.split()),
        "discourse": __version__,
        "seed": seed,
        "columns": [str(column) for column in data.columns],
        "rows": len(data),
        **_origin(evidence),
    }
    _write(base.with_suffix(".json"), json.dumps(record, indent=2, ensure_ascii=False, sort_keys=True) + "\n")
    return base.with_suffix(".svg")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _origin(evidence: EvidenceTables | Sequence[EvidenceTables] | None) -> dict[str, Any]:
    """Return the hashes of texts and lexicons, sorted, without path or time."""
    if evidence is None:
        return {"texts": {}, "lexicons": {}}
    several = evidence if isinstance(evidence, Sequence) else [evidence]
    texts: dict[str, str] = {}
    lexicons: dict[str, Any] = {}
    for one in several:
        documents = one.documents
        texts |= {str(d): str(h) for d, h in zip(documents["doc_id"], documents["sha256"], strict=True)}
        for (lexicon, language), about in one.lexicons.items():
            lexicons[f"{lexicon} {language}"] = {key: about.get(key) for key in ("version", "sha256")}
    return {"texts": dict(sorted(texts.items())), "lexicons": dict(sorted(lexicons.items()))}
