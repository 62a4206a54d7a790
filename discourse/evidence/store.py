"""Evidence on disk."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import EvidenceError, UsageError, listed
from ..lexicon import TERM
from ..readers import Document
from .model import Evidence
from .schema import EVIDENCE_TABLES, TABLES, frame

if TYPE_CHECKING:
    import pandas as pd

RECORD = "evidence.json"
FORMATS = ("csv", "parquet")


def save_evidence(evidence: Evidence, folder: str | Path, format: str = "parquet") -> None:
    """Write evidence tables into a folder, with a record of what they were made from.

    Parameters
    ----------
    evidence : Evidence
    folder : path
        Made where it is missing.
    format : str
        "parquet" or "csv".

    Raises
    ------
    UsageError
        Another format.
    """
    if format not in FORMATS:
        raise UsageError(f"format '{format}'; allowed: {listed(FORMATS)}.")
    folder = _folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"'{folder}': this folder cannot be made ({error.strerror or error}).") from None
    for name in EVIDENCE_TABLES:
        write_table(getattr(evidence, name), folder / f"{name}.{format}")
    record = {
        "lexicons": [{"name": n, "language": g, **x} for (n, g), x in sorted(evidence.lexicons.items())],
        "settings": evidence.settings,
        "tables": {name: f"{name}.{format}" for name in EVIDENCE_TABLES},
    }
    (folder / RECORD).write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _folder(folder: str | Path) -> Path:
    if not isinstance(folder, (str, os.PathLike)):
        raise UsageError(f"Argument folder: {folder!r}; the path of a folder is needed.")
    return Path(folder)


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write a table by its ending: CSV (UTF-8, ten significant digits), JSON Lines or Parquet."""
    if path.suffix == ".csv":
        path.write_text(csv_text(table), encoding="utf-8", newline="\n")
    elif path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(json_lines(table))
    elif path.suffix == ".parquet":
        plain(table).to_parquet(path, index=False)
    else:
        raise UsageError(f"'{path}': ending '{path.suffix}'; allowed: .csv, .jsonl, .parquet.")


def csv_text(table: pd.DataFrame, header: bool = True) -> str:
    """Give a table as CSV: ten significant digits, nothing where a value is missing."""
    return str(plain(table).to_csv(index=False, header=header, float_format="%.10g", lineterminator="\n"))


def json_lines(table: pd.DataFrame) -> str:
    """Give a table as JSON Lines: missing values are null, whole numbers have no decimals."""
    table = plain(table)
    columns = [table[c].astype(object).where(table[c].notna(), None).tolist() for c in table.columns]
    columns = [[v.item() if isinstance(v, np.generic) else v for v in c] for c in columns]
    names = list(table.columns)
    rows = zip(*columns, strict=True)
    return "".join(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n" for row in rows)


def plain(table: pd.DataFrame) -> pd.DataFrame:
    """Give a table as files hold it: offsets that may be missing are whole numbers, so that no file says 17.0."""
    kinds = {n for columns in TABLES.values() for n, kind in columns.items() if kind == "n"}
    return table.astype({c: "Int64" for c in table.columns if c in kinds})


def load_evidence(folder: str | Path) -> Evidence:
    """Read evidence that `save_evidence` wrote.

    Parameters
    ----------
    folder : path

    Returns
    -------
    Evidence
        Without texts.

    Raises
    ------
    EvidenceError
        The folder holds no evidence, or a table of it is missing or broken.
    """
    folder = _folder(folder)
    if not (folder / RECORD).is_file():
        raise EvidenceError(
            f"'{folder}': no evidence there, since there is no {RECORD}; name the folder it was saved in."
        )
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        files = {name: folder / record["tables"][name] for name in EVIDENCE_TABLES}
        lexicons = {(x.pop("name"), x.pop("language")): x for x in record["lexicons"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvidenceError(f"'{folder}': no evidence there ({RECORD} is broken: {error}).") from None
    tables: dict[str, Any] = {name: read_evidence_table(name, path, folder) for name, path in files.items()}
    return Evidence(**tables, lexicons=lexicons, settings=record.get("settings", {}))


def read_evidence_table(name: str, path: Path, folder: Path) -> pd.DataFrame:
    """Read one table with the contract's types."""
    import pandas as pd

    if not path.resolve().is_relative_to(folder.resolve()):
        raise EvidenceError(f"'{path}': lies outside the evidence folder.")
    try:
        if path.suffix == ".parquet":
            raw = pd.read_parquet(path)
        else:
            raw = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""], encoding="utf-8")
    except (OSError, ValueError) as error:
        raise EvidenceError(f"'{path}': not readable as a table ({error}).") from None
    columns: dict[str, Any] = {
        c: raw[c].astype(object).where(raw[c].notna(), None).to_numpy() for c in raw.columns
    }
    return frame(name, columns)


def stored_evidence(folder: Path | None, absent: Sequence[Document], wanted: Evidence) -> Evidence:
    """Give the committed evidence of texts that are not on this machine.

    Parameters
    ----------
    folder : Path or None
        The corpus's evidence folder; each folder in it that holds evidence is looked at.
    absent : sequence of Document
    wanted : Evidence
        Evidence of the same call, whose lexicons are asked for.

    Returns
    -------
    Evidence
        Hits of the wanted lexicons; documents without usable evidence are in `problems`.
    """
    import pandas as pd

    stored = [load_evidence(p.parent) for p in sorted(folder.glob(f"*/{RECORD}"))] if folder else []
    tables: dict[str, list[pd.DataFrame]] = {name: [] for name in EVIDENCE_TABLES}
    problems = []
    for document in absent:
        reason = "its text is not on this machine (set $DISCOURSE_RESTRICTED) and no evidence of it is stored"
        for evidence in stored:
            own = evidence.documents
            own = own[(own["doc_id"] == document.doc_id) & (own["sha256"] == document.sha256)]
            if not len(own):
                continue
            stale = _stale(evidence, wanted, document.language)
            if stale:
                reason = f"its text is not on this machine, and the stored evidence {stale}"
                continue
            names = {name for name, _ in wanted.lexicons}
            for name in EVIDENCE_TABLES:
                table = getattr(evidence, name)
                rows = table[table["doc_id"] == document.doc_id]
                if name == "hits":
                    rows = _renumbered(rows[rows["lexicon"].isin(names)])
                tables[name].append(rows if name != "documents" else _with_metadata(rows, document))
            reason = ""
            break
        if reason:
            problems.append(f"'{document.doc_id}': {reason}.")
    empty = {name: frame(name, {c: [] for c in TABLES[name]}) for name in EVIDENCE_TABLES}
    joined: dict[str, Any] = {
        n: pd.concat(t, ignore_index=True) if t else empty[n] for n, t in tables.items()
    }
    return Evidence(**joined, lexicons=wanted.lexicons, settings=wanted.settings, problems=tuple(problems))


def _renumbered(hits: pd.DataFrame) -> pd.DataFrame:
    """Hit ids count the hits of the lexicons asked for, as they do where the text is there."""
    import pandas as pd

    number = hits.groupby("doc_id", sort=False).cumcount() + 1
    ids = [f"{d}#{n}" for d, n in zip(hits["doc_id"], number, strict=True)]
    return hits.assign(hit_id=pd.array(ids, dtype="str"))


def _with_metadata(rows: pd.DataFrame, document: Document) -> pd.DataFrame:
    import pandas as pd

    extra = {k: pd.array([v or None] * len(rows), dtype="str") for k, v in document.metadata.items()}
    return rows[list(TABLES["documents"])].assign(**extra)


def _stale(stored: Evidence, wanted: Evidence, language: str) -> str:
    for (name, lexicon_language), record in wanted.lexicons.items():
        if lexicon_language != language:
            continue
        own = stored.lexicons.get((name, language))
        if own is None:
            if name == TERM:
                return "has no running text that a term could be looked up in"
            return f"does not cover the lexicon '{name}'"
        if own["sha256"] != record["sha256"]:
            return f"was made with another version of the lexicon '{name}'"
    return ""
