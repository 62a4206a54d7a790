"""Whether talk changes over time: trend, change between early and late, and which words account for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from discourse.errors import MeasureError, did_you_mean, listed
from discourse.measures.frame import joined_notes, tidy
from discourse.measures.intervals import interval_of_draws, resample_counts, seeded_generator
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import MIN_DOCUMENTS, Tally
from discourse.measures.trend import FEWEST_PERIODS, change_point, log_linear_trend
from discourse.measures.units import By, Unit, units_of

__all__ = ["shift", "times_of"]

TIME_COLUMNS = ("week", "date", "year", "time", "fecha", "año")
IN_YEARS = ("date", "fecha", "año")  # numbers in these are years


def shift(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    categories: Sequence[str] | None = None,
    time: str | None = None,
    entries: int = 10,
    n_permutations: int = 199,
) -> pd.DataFrame:
    """Measure change over time: trend, early against late, a change point, and the entries behind the change.

    Construct: how the rate of hits (not negated, not left out) moves from document to document in time.
    Trend is the change of the logarithm of the rate per unit of time, from a negative binomial regression
    with the documents' tokens as exposure; its standard error sums over documents of one time and allows
    for autocorrelation. Change is ln(late rate / early rate), the documents divided at the median time.
    Higher = more talk as time goes on. The change point is the time at which two rates fit best:
    exploratory, its p in the note comes from permuting documents.

    Parameters
    ----------
    evidence : Evidence
    by : str, sequence of str, optional
        Groups that are followed apart; all documents together by default (doc_id is then missing).
    seed, n_boot, include_left_out, lexicon
        As in `framing`.
    categories : sequence of str, optional
        What is counted; the top categories by default.
    time : str, optional
        Metadata column: numbers (weeks, years) or dates (YYYY, YYYY-MM, YYYY-MM-DD, in years). By default
        the first of week, date, year, time, fecha, año that there is.
    entries : int
        How many entries to name per category, those that moved most.
    n_permutations : int
        For the change point.

    Returns
    -------
    pandas.DataFrame
        ``war:trend`` (log_ratio per unit of time), ``war:change`` (log_ratio), ``war:change_point`` (time),
        and ``war.ENTRY:entry`` (difference per 1,000 tokens, late minus early; all entries of a category
        add up to the difference of its rates: a word shift of proportions). Trend and change point need
        five times, else missing.

    References
    ----------
    Cameron, A. C., & Trivedi, P. K. (2013). Regression analysis of count data, 2nd edition. Driscoll, J.
    C., & Kraay, A. C. (1998). Consistent covariance matrix estimation with spatially dependent panel data.
    Review of Economics and Statistics 80(4), 549-560. Word shifts: Gallagher, R. J., et al. (2021).
    Generalized word shift graphs. EPJ Data Science 10, 4.
    """
    tables = as_tables(evidence)
    declared = tables.lexicon_categories(lexicon)
    chosen = [c for c in declared if "." not in c] if categories is None else list(categories)
    column = _time_column(tables, time)
    tally = Tally(
        tables,
        "shift",
        [] if by is None else by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    asserted = tables.hit_asserted
    rows_of = {}
    for category in chosen:
        rows = tally.counted_hits(tables.in_category(lexicon, category))
        rows_of[category] = rows[asserted[rows]]
        tally.add_hits(category, rows_of[category])
    times, unit_of_time = times_of(tables.documents_sorted[column]) if column else (None, "")
    written = tables.documents_sorted[column].astype(str).to_numpy(dtype=object) if column else None
    units = units_of(tables, tally.keys, tally.languages)
    index = {name: i for i, name in enumerate(["n_tokens", *chosen])}
    by_document = np.stack([tally.by_document(name) for name in index], axis=1)
    keys = ["doc_id"] if by is None else tally.keys
    result: list[dict[str, Any]] = []
    for unit in units:
        head = {"doc_id": None} if by is None else dict(zip(tally.keys, unit.key, strict=True))
        for category in chosen:
            found = _rows(
                tally, unit, by_document, index, category, times, written, unit_of_time, n_permutations
            )
            if times is not None:
                found += _entry_rows(
                    tally, unit, by_document, index, category, rows_of[category], times, entries
                )
            result += [{**head, "measure": "shift", **row} for row in found]
    return tidy(keys, result)


def _time_column(tables: Tables, time: str | None) -> str | None:
    columns = [str(c) for c in tables.documents.columns]
    if time is None:
        named = {c.casefold(): c for c in reversed(columns)}
        return next((c if c in columns else named[c] for c in TIME_COLUMNS if c in named), None)
    if time not in columns:
        raise MeasureError(
            f"Argument time: the documents have no column '{time}'; they have {listed(columns)}."
            f"{did_you_mean(time, columns)}"
        )
    return time


def times_of(column: pd.Series) -> tuple[np.ndarray, str]:
    """Return times as numbers, NaN where missing, and their unit.

    Parameters
    ----------
    column : pandas.Series
        Numbers, or dates as YYYY, YYYY-MM or YYYY-MM-DD.

    Returns
    -------
    times : numpy.ndarray of float64
        Numbers as they are, dates in years.
    unit : str
        The column's name, or ``year`` for dates.

    Raises
    ------
    MeasureError
        Something that is no time.

    Examples
    --------
    >>> times, unit = times_of(pd.Series(["2031-01", "2031-07"], name="date"))
    >>> times.round(2).tolist(), unit
    ([2031.0, 2031.5], 'year')
    """
    numbers = pd.to_numeric(column, errors="coerce")
    if numbers.notna().sum() == column.notna().sum():
        return numbers.to_numpy(dtype=np.float64), "year" if str(column.name).casefold() in IN_YEARS else str(
            column.name
        )
    dates = pd.to_datetime(column.where(column.notna()), format="ISO8601", errors="coerce")
    wrong = column[dates.isna() & column.notna()]
    if len(wrong):
        raise MeasureError(
            f"Column '{column.name}' has '{wrong.iloc[0]}', which is no time; times are numbers, YYYY, "
            "YYYY-MM or YYYY-MM-DD."
        )
    years = dates.dt.year + (dates.dt.day_of_year - 1) / 365.25
    return years.to_numpy(dtype=np.float64), "year"


def _late(times: np.ndarray) -> np.ndarray:
    """Return which documents are late: after the median time, or from it on where that is more even."""
    middle = np.median(times)
    after, from_then = times > middle, times >= middle
    return after if abs(after.mean() - 0.5) <= abs(from_then.mean() - 0.5) else from_then


def _rows(
    tally: Tally,
    unit: Unit,
    by_document: np.ndarray,
    index: dict[str, int],
    category: str,
    times: np.ndarray | None,
    written: np.ndarray | None,
    unit_of_time: str,
    n_permutations: int,
) -> list[dict[str, Any]]:
    docs = unit.documents
    if times is not None:
        docs = docs[~np.isnan(times[docs])]
    docs = docs[by_document[docs, index["n_tokens"]] > 0]
    x, n = by_document[docs, index[category]], by_document[docs, index["n_tokens"]]
    base = {"n_hits": round(x.sum()), "n_tokens": round(n.sum())}
    names = [
        (f"{category}:trend", "log_ratio"),
        (f"{category}:change", "log_ratio"),
        (f"{category}:change_point", "time"),
    ]
    problem = ""
    if not unit.supported:
        problem = unit.note or "no documents"
    elif times is None:
        problem = f"undefined: the documents have no column {listed(TIME_COLUMNS)}; name one with time="
    elif not x.sum():
        problem = f"undefined: no hits of {category}"
    if problem or times is None or written is None:
        return [{"category": name, "unit": what, "note": problem, **base} for name, what in names]
    t = times[docs]
    few = len(np.unique(t)) < FEWEST_PERIODS
    trend: dict[str, Any] = {"category": names[0][0], "unit": names[0][1], **base}
    point: dict[str, Any] = {"category": names[2][0], "unit": names[2][1], **base}
    if few:
        trend["note"] = point["note"] = f"undefined: fewer than {FEWEST_PERIODS} times"
    else:
        slope, low, high, how = log_linear_trend(x, n, t)
        trend |= {"value": slope, "ci_low": low, "ci_high": high}
        trend["note"] = joined_notes(f"per {unit_of_time}", unit.note, how)
        generator = seeded_generator(tally.seed, tally.measure, unit.name, category)
        at, p_value = change_point(x, n, t, generator, n_permutations)
        point |= {"value": at}
        first = min(written[docs[t == at]], key=len)  # 2024-03-05 says more than 2024.175
        then = first if "-" in first[1:] else "then"
        point["note"] = (
            f"exploratory: from {then} on; documents permuted {n_permutations:,} times: p = {p_value:.3f}"
        )
    return [trend, _change(tally, unit, names[1], base, x, n, t), point]


def _change(
    tally: Tally,
    unit: Unit,
    name: tuple[str, str],
    base: dict[str, int],
    x: np.ndarray,
    n: np.ndarray,
    t: np.ndarray,
) -> dict[str, Any]:
    late = _late(t)
    row: dict[str, Any] = {"category": name[0], "unit": name[1], **base}
    if late.all() or not late.any():
        return row | {"note": "undefined: all documents are of one time"}

    def log_ratio(weights: np.ndarray, which: np.ndarray) -> np.ndarray:
        # The half keeps the logarithm defined where one side has no hits.
        return np.log((weights @ x[which] + 0.5) / (weights @ n[which]))

    value = log_ratio(np.ones((1, late.sum())), late) - log_ratio(np.ones((1, (~late).sum())), ~late)
    row["value"] = float(value[0])
    note = f"{int((~late).sum())} early, {int(late.sum())} late documents"
    fewest = int(min(late.sum(), (~late).sum()))
    if not tally.n_boot:
        return row | {"note": joined_notes(note, unit.note, "no interval asked for")}
    if fewest < MIN_DOCUMENTS:
        return row | {
            "note": joined_notes(note, unit.note, "fewer than three documents on a side: no interval")
        }
    draws = [
        log_ratio(
            resample_counts(int(which.sum()), tally.n_boot, tally.seed, f"shift {unit.name} {side}").T.astype(
                float
            ),
            which,
        )
        for side, which in (("late", late), ("early", ~late))
    ]
    low, high, _ = interval_of_draws(draws[0] - draws[1], fewest)
    about = f"95 % interval: documents resampled {tally.n_boot:,} times on each side, expanded percentile"
    return row | {"ci_low": float(low), "ci_high": float(high), "note": joined_notes(note, unit.note, about)}


def _entry_rows(
    tally: Tally,
    unit: Unit,
    by_document: np.ndarray,
    index: dict[str, int],
    category: str,
    rows: np.ndarray,
    times: np.ndarray,
    number: int,
) -> list[dict[str, Any]]:
    """Return the entries whose rates moved most between early and late."""
    tables = tally.tables
    docs = unit.documents[~np.isnan(times[unit.documents])]
    docs = docs[by_document[docs, index["n_tokens"]] > 0]
    if not len(docs) or "entry" not in tables.hits.columns:
        return []
    side = np.full(len(tables.doc_ids), -1)
    side[docs] = _late(times[docs]).astype(int)
    size = [by_document[docs[side[docs] == s], index["n_tokens"]].sum() for s in (0, 1)]
    if not size[0] or not size[1]:
        return []
    where = side[tables.hit_doc[rows]]
    table = pd.DataFrame({"entry": tables.hits["entry"].to_numpy(dtype=object)[rows], "side": where})
    counts = (
        table[where >= 0]
        .groupby(["entry", "side"])
        .size()
        .unstack(fill_value=0)
        .reindex(columns=[0, 1], fill_value=0)
    )
    moved = 1000.0 * (counts[1] / size[1] - counts[0] / size[0])
    ranked = sorted(moved.items(), key=lambda item: (-abs(item[1]), str(item[0])))[: max(number, 0)]
    n_early, n_late = ({key: int(n) for key, n in counts[s].items()} for s in (0, 1))
    return [
        {
            "category": f"{category}.{entry}:entry",
            "unit": "difference",
            "value": float(value),
            "n_hits": n_early[entry] + n_late[entry],
            "n_tokens": int(sum(size)),
            "note": f"late minus early per 1,000 words: {n_early[entry]} early, {n_late[entry]} late",
        }
        for entry, value in ranked
        if value
    ]
