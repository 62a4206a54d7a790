"""How often a lexicon is right: a sheet of hits for judges, and what their judgements say."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from ..errors import ReadError, UsageError, listed

if TYPE_CHECKING:
    import pandas as pd

    from ..evidence import Evidence

JUDGED = {"1": 1.0, "right": 1.0, "yes": 1.0, "y": 1.0, "0": 0.0, "wrong": 0.0, "no": 0.0, "n": 0.0}
SHEET_COLUMNS = (
    "hit_id",
    "doc_id",
    "start",
    "end",
    "lexicon",
    "category",
    "left",
    "node",
    "right",
    "n_stratum",
    "inclusion_probability",
    "judgement",
    "remark",
)
ENDINGS = (".xlsx", ".csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet may run
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def sample_hits(
    evidence: Evidence, n: int = 200, *, lexicon: str | None = None, window: int = 12, seed: int = 0
) -> pd.DataFrame:
    """Draw hits for judges, the same number from each category, with the words around them.

    Parameters
    ----------
    evidence : Evidence
        With its texts at hand.
    n : int
        Hits in all; categories with fewer give all they have, and the others more.
    lexicon : str, optional
        Only hits of this one.
    window : int
        Words to each side.
    seed : int

    Returns
    -------
    pandas.DataFrame
        One row a hit in random order: where it stands, its line, `n_stratum` (hits of its category),
        `inclusion_probability`, and empty columns judgement (1 right, 0 wrong) and remark.

    Raises
    ------
    UsageError
        Nothing to draw from.

    References
    ----------
    Stratified sampling with known inclusion probabilities: Horvitz, D. G., & Thompson, D. J. (1952). A
    generalization of sampling without replacement from a finite universe. Journal of the American
    Statistical Association 47(260), 663-685.
    """
    import pandas as pd

    if n < 1:
        raise UsageError(f"n={n}: a number of hits, 1 or more.")
    hits = evidence.hits if lexicon is None else evidence.hits[evidence.hits["lexicon"] == lexicon]
    lines = evidence.kwic(lexicon=lexicon, window=window).assign(hit_id=hits["hit_id"].to_numpy())
    lines = lines[~lines["left_out"]]
    if not len(lines):
        raise UsageError("No hit to draw from; find entries of a lexicon first.")
    sizes = lines.groupby(["lexicon", "category"], sort=True).size()
    quotas = _quotas(sizes.to_numpy(), n)
    parts = []
    for (name, category), size, quota in zip(
        sizes.index.tolist(), sizes.tolist(), quotas.tolist(), strict=True
    ):
        stratum = lines[(lines["lexicon"] == name) & (lines["category"] == category)]
        rng = np.random.default_rng(_seed(seed, f"{name} {category}"))
        drawn = stratum.iloc[np.sort(rng.choice(size, quota, replace=False))]
        parts.append(drawn.assign(n_stratum=size, inclusion_probability=quota / size))
    sheet = pd.concat(parts, ignore_index=True)
    order = np.random.default_rng(_seed(seed, "order")).permutation(len(sheet))
    return sheet.iloc[order].reset_index(drop=True).assign(judgement="", remark="")[list(SHEET_COLUMNS)]


def _quotas(sizes: np.ndarray, n: int) -> np.ndarray:
    """Equal shares of n; what small strata cannot give goes to the others."""
    quotas = np.zeros(len(sizes), dtype=np.int64)
    left = min(n, int(sizes.sum()))
    while left > 0:
        room = np.flatnonzero(quotas < sizes)
        share = max(1, left // len(room))
        for i in room.tolist():
            give = min(share, int(sizes[i] - quotas[i]), left)
            quotas[i] += give
            left -= give
    return quotas


def _seed(seed: int, name: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed} {name}".encode()).digest()[:8], "big")


def write_sheet(sheet: pd.DataFrame, path: str | Path) -> None:
    """Write a sheet for judges as .xlsx or .csv; a cell that begins like a formula is written as text.

    Raises
    ------
    UsageError
        Another ending, no such folder, or it cannot be written.
    """
    path = check_sheet(path)
    safe = sheet.map(lambda v: f"'{v}" if isinstance(v, str) and v.startswith(_FORMULA) else v)
    try:
        if path.suffix.lower() == ".xlsx":
            # control characters, which a text may hold, are no XML
            safe.map(lambda v: _CONTROL.sub(" ", v) if isinstance(v, str) else v).to_excel(path, index=False)
        else:
            safe.to_csv(path, index=False, float_format="%.10g", lineterminator="\n")
    except OSError as error:
        raise UsageError(f"'{path}': cannot be written ({error.strerror or error}).") from None


def check_sheet(path: str | Path) -> Path:
    """Give the path of a sheet that may be written.

    Raises
    ------
    UsageError
        Another ending, or no such folder.
    """
    path = Path(path)
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(f"'{path}': ending '{path.suffix}'; allowed: {listed(ENDINGS)}.")
    if not path.parent.is_dir():
        raise UsageError(f"'{path}': there is no folder '{path.parent}'; make it first.")
    return path


def read_sheet(path: str | Path) -> pd.DataFrame:
    """Read a judged sheet.

    Raises
    ------
    ReadError
        Not there, of another kind, without the columns, or with a judgement that is none.
    """
    import pandas as pd

    path = Path(path)
    if path.is_dir():
        raise ReadError(
            f"'{path}': this is a folder; name the sheet in it, a file ending in {listed(ENDINGS)}."
        )
    if not path.is_file():
        raise ReadError(f"'{path}': there is no such file.")
    if path.suffix.lower() not in ENDINGS:
        raise ReadError(f"'{path}': ending '{path.suffix}'; allowed: {listed(ENDINGS)}.")
    try:
        if path.suffix.lower() == ".xlsx":
            sheet = pd.read_excel(path, dtype=object)
        else:
            sheet = pd.read_csv(path, dtype="str", sep=_delimiter(path), encoding="utf-8-sig")
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ReadError(f"'{path}': not readable as a sheet ({error}).") from None
    sheet = sheet.dropna(how="all")  # a spreadsheet leaves empty rows
    needed = ("lexicon", "category", "n_stratum", "inclusion_probability", "judgement")
    missing = [c for c in needed if c not in sheet.columns]
    if missing:
        raise ReadError(f"'{path}': column {listed(missing)} missing; a sheet has {listed(SHEET_COLUMNS)}.")
    words = sheet["judgement"].map(
        lambda v: "" if v is None or v != v else str(v).strip().lower().removesuffix(".0")
    )
    strange = words[(words != "") & ~words.isin(list(JUDGED))]
    if len(strange):
        raise ReadError(
            f"'{path}', row {strange.index[0] + 2}: judgement '{strange.iloc[0]}';"
            " allowed: 1 (right), 0 (wrong)."
        )
    return sheet.assign(
        judgement=words.map(JUDGED),
        n_stratum=_numbers(sheet["n_stratum"], path),
        inclusion_probability=_numbers(sheet["inclusion_probability"], path),
    )


def _delimiter(path: Path) -> str:
    """A comma, or what a spreadsheet writes where the comma is a decimal sign."""
    with path.open(encoding="utf-8-sig") as stream:
        header = stream.readline()
    return max((",", ";", "\t"), key=header.count)


def _numbers(column: pd.Series, path: Path) -> pd.Series:
    """A column that the sheet was written with, as numbers."""
    import pandas as pd

    numbers = pd.to_numeric(column.map(lambda v: str(v).replace(",", ".")), errors="coerce")
    wrong = numbers.index[~(numbers > 0)]
    if len(wrong):
        raise ReadError(
            f"'{path}', row {wrong[0] + 2}: {column.name} '{column.loc[wrong[0]]}'; it must be as it was drawn, a number"
            " above 0: restore it."
        )
    return numbers.astype(float)


def score_sheet(sheet: pd.DataFrame) -> pd.DataFrame:
    """Estimate precision by category, and in all hits, from a judged sheet.

    Parameters
    ----------
    sheet : pandas.DataFrame
        From `read_sheet`; rows without a judgement are left out and counted.

    Returns
    -------
    pandas.DataFrame
        lexicon, category, n_hits, n_read, n_right, precision (higher = more often right), ci_low, ci_high
        (95 %: Wilson by category; for all hits the stratified estimate with its normal interval), note.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of
    the American Statistical Association 22(158), 209-212. Stratified estimate: Cochran, W. G. (1977).
    Sampling techniques, 3rd ed., ch. 5.
    """
    import pandas as pd

    rows = []
    for name, group in sheet.groupby("lexicon", sort=True):
        weights, rates, variances = [], [], []
        for category, stratum in group.groupby("category", sort=True):
            read = stratum["judgement"].dropna()
            n, right, size = len(read), int(read.sum()), int(stratum["n_stratum"].iloc[0])
            low, high = _wilson(right, n)
            unread = len(stratum) - n
            rows.append(
                {
                    "lexicon": name,
                    "category": category,
                    "n_hits": size,
                    "n_read": n,
                    "n_right": right,
                    "precision": right / n if n else np.nan,
                    "ci_low": low,
                    "ci_high": high,
                    "note": "Wilson interval" + (f"; {unread} not judged" if unread else ""),
                }
            )
            if n:
                rate = right / n
                weights.append(size)
                rates.append(rate)
                variances.append((1 - n / size) * rate * (1 - rate) / max(n - 1, 1))
        share = np.array(weights) / sum(weights) if weights else np.zeros(0)
        total = float(share @ np.array(rates)) if weights else np.nan
        spread = 1.959964 * float(np.sqrt(share**2 @ np.array(variances))) if weights else np.nan
        judged = group["judgement"].dropna()
        unread = group["category"].nunique() - len(weights)
        low, high = (max(0.0, total - spread), min(1.0, total + spread)) if weights else (np.nan, np.nan)
        note = "stratified estimate, normal interval" if weights else "undefined: nothing judged"
        note += f"; categories not judged: {unread}" if weights and unread else ""
        rows.append(
            {
                "lexicon": name,
                "category": "all",
                "n_hits": sum(weights),
                "n_read": len(judged),
                "n_right": int(judged.sum()),
                "precision": total,
                "ci_low": low,
                "ci_high": high,
                "note": note,
            }
        )
    return pd.DataFrame(rows)


def _wilson(right: int, n: int, z: float = 1.959964) -> tuple[float, float]:
    if not n:
        return float("nan"), float("nan")
    rate, scale = right / n, 1 + z * z / n
    centre = (rate + z * z / (2 * n)) / scale
    half = z * np.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n)) / scale
    return float(max(0.0, centre - half)), float(min(1.0, centre + half))
