"""The measures by name: those built in, and those that other packages add.

Another package adds a measure with an entry point in the group ``discourse.measures``, whose name is the
measure's and whose object is a `Measure` or a function with the signature of the built-in ones.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from inspect import signature
from typing import TYPE_CHECKING, Any

from discourse.errors import MeasureError, UsageError, did_you_mean, listed
from discourse.lexicon import builtin_lexicons

if TYPE_CHECKING:
    import pandas as pd

    from discourse.measures.tables import EvidenceTables

__all__ = ["BUILT_IN", "Measure", "all_measures", "find_measure", "measure"]

GROUP = "discourse.measures"


@dataclass(frozen=True)
class Measure:
    """A measure, by name.

    Attributes
    ----------
    name : str
        As given to `measure`.
    summary : str
        One line: what it measures.
    source : str or callable
        The function, or where it is, as ``package.module:function``.
    lexicons : tuple of str
        Lexicons the evidence must have been made with.
    tables : tuple of str
        Evidence tables it reads.
    across_documents : bool
        Without groups, does a document's row depend on other documents (the most frequent speakers, equal
        sample sizes, a series over time). The others are computed batch by batch.
    any_lexicon : bool
        Counts whatever lexicons the evidence was made with; asked for by name, for "all" counts each already.
    """

    name: str
    summary: str
    source: str | Callable[..., pd.DataFrame]
    lexicons: tuple[str, ...] = ()
    tables: tuple[str, ...] = ("documents", "segments", "hits")
    across_documents: bool = False
    any_lexicon: bool = False

    @property
    def function(self) -> Callable[..., pd.DataFrame]:
        """The function itself, imported when first asked for."""
        if callable(self.source):
            return self.source
        module, _, attribute = self.source.partition(":")
        found: Callable[..., pd.DataFrame] = getattr(importlib.import_module(module), attribute)
        return found

    @property
    def options(self) -> tuple[str, ...] | None:
        """Names of the arguments beside evidence, groups and seed; None where any are taken."""
        taken = signature(self.function).parameters
        if any(parameter.kind is parameter.VAR_KEYWORD for parameter in taken.values()):
            return None
        return tuple(name for name in list(taken)[1:] if name not in ("by", "seed"))

    def check_options(self, names: Iterable[str]) -> None:
        """Raise UsageError for an option that the measure does not take."""
        known = self.options
        for name in names if known is not None else ():
            if name not in (known or ()):
                takes = f"it takes {', '.join(known)}" if known else "it takes none"
                raise UsageError(
                    f"Measure '{self.name}' has no option '{name}'; {takes}.{did_you_mean(name, known or ())}"
                )


def _written(
    name: str,
    summary: str,
    lexicons: Sequence[str] = (),
    tables: Sequence[str] = (),
    across_documents: bool = False,
    module: str = "",
) -> Measure:
    needed = ("documents", "segments", "hits", *tables)
    source = f"discourse.measures.{module or name}:{name}"
    return Measure(name, summary, source, tuple(lexicons), needed, across_documents)


WRITTEN: dict[str, Measure] = {
    entry.name: entry
    for entry in (
        _written("framing", "War and peace talk: rates, salience, balance.", ["war_peace"]),
        _written("rejection", "War and peace denied, refused, absent.", ["war_peace"], ["cues"]),
        _written("hedging", "Hedges by kind and boosters.", [], ["cues"]),
        _written("left_out", "Share of boilerplate, and measures with and without it.", [], ["cues"]),
        _written(
            "voice",
            "War and peace talk by narrator, quoted voices and speakers.",
            ["war_peace"],
            across_documents=True,
        ),
        _written("hedged_frames", "Share of war and peace talk in hedged clauses.", ["war_peace"]),
        _written("prominence", "How far up war and peace stand, and which comes first.", ["war_peace"]),
        _written("dual_track", "Threat and opening together, against chance.", ["tracks"]),
        _written("questions", "Questions: their share, by voice, and what they speak of.", ["war_peace"]),
        _written(
            "sourcing",
            "Quotations by kind, role and stance.",
            ["reporting"],
            ["quotes"],
            across_documents=True,
        ),
        _written(
            "diversity", "How evenly hits spread over policy options.", ["options"], across_documents=True
        ),
        _written(
            "shift",
            "Trend, change, change point and the entries behind it.",
            ["war_peace"],
            across_documents=True,
        ),
        _written(
            "public_private",
            "The same persons in public and in private.",
            ["war_peace"],
            ["cues"],
            across_documents=True,
        ),
        _written(
            "who_or_what",
            "A gap taken apart: who is quoted, what is said.",
            ["war_peace"],
            across_documents=True,
        ),
        _written("urgency", "Closeness in space, time and values.", ["urgency"]),
        _written("history_cues", "Talk of the past, and how near to threats.", ["history"]),
        _written("metaphor_candidates", "Candidates for metaphor by source domain.", ["metaphor"]),
        _written("peace_journalism", "Indicators of war and peace journalism.", ["peace_journalism"]),
        _written("frames", "Frame cues under published labels.", ["policy_frames", "news_frames"]),
        _written("actors", "Actors and the cues in their sentences.", ["actors"], across_documents=True),
        _written(
            "naming",
            "What a target is called and what is said of it.",
            ["actors"],
            ["relations"],
            across_documents=True,
        ),
        _written(
            "verb_swap",
            "Verbs that take an object, against the other documents.",
            ["actors"],
            ["relations"],
            across_documents=True,
        ),
        _written(
            "amplification",
            "What one side issues and the others take over.",
            ["war_peace"],
            across_documents=True,
        ),
        _written(
            "fidelity",
            "Hedges and negations a report keeps of its source.",
            ["war_peace"],
            ["cues"],
            across_documents=True,
        ),
        _written(
            "quantities",
            "Numbers by voice, unit and hedge.",
            [],
            ["relations"],
            across_documents=True,
            module="numbers",
        ),
        Measure(
            "rates",
            "Categories of any lexicon, of your own too, per 1,000 words.",
            "discourse.measures.rates:rates",
            any_lexicon=True,
        ),
    )
}

# Those that run without a lexicon of the user's own. The others are found by name, for whoever brings one.
BUILT_IN: dict[str, Measure] = {
    name: entry
    for name, entry in WRITTEN.items()
    if not entry.any_lexicon and set(entry.lexicons) <= set(builtin_lexicons())
}


def all_measures() -> dict[str, Measure]:
    """Return every measure by name: those of this package, then those of entry points, sorted.

    A name of this package cannot be taken over.

    Returns
    -------
    dict of str to Measure

    Raises
    ------
    MeasureError
        An entry point that cannot be loaded, or takes a name that is taken.
    """
    from importlib.metadata import entry_points

    found = dict(WRITTEN)
    for entry in sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value)):
        if entry.name in found:
            raise MeasureError(
                f"Entry point '{entry.value}': a measure '{entry.name}' exists; choose another name."
            )
        try:
            loaded = entry.load()
        except (ImportError, AttributeError) as error:
            raise MeasureError(
                f"Measure '{entry.name}' of entry point '{entry.value}' cannot be loaded: {error}"
            ) from error
        found[entry.name] = loaded if isinstance(loaded, Measure) else _wrapped(entry.name, loaded)
    return found


def _wrapped(name: str, function: Callable[..., pd.DataFrame]) -> Measure:
    summary = (function.__doc__ or name).strip().splitlines()[0]
    return Measure(name, summary, function, across_documents=True)


def find_measure(name: str) -> Measure:
    """Return a measure by name.

    Raises
    ------
    MeasureError
        No measure has this name.

    Examples
    --------
    >>> find_measure("framing").lexicons
    ('war_peace',)
    """
    if name in WRITTEN:
        return WRITTEN[name]
    known = all_measures()
    if name not in known:
        raise MeasureError(
            f"There is no measure '{name}'; there are {', '.join(known)}.{did_you_mean(name, known)}"
        )
    return known[name]


def measure(
    evidence: EvidenceTables,
    name: str | Sequence[str],
    by: str | Sequence[str] | None = None,
    seed: int = 0,
    **options: Any,
) -> pd.DataFrame:
    """Compute one or several measures of the evidence as one tidy table.

    Parameters
    ----------
    evidence : Evidence
        From `find`.
    name : str or sequence of str
        A measure's name, several, or ``"all"`` for every built-in one.
    by : str or sequence of str, optional
        Metadata columns to group documents by; each document by itself by default.
    seed : int
        Seed of everything drawn at random.
    **options
        Further arguments of the measure, e.g. ``n_boot``, ``include_left_out``, ``voice``; with several
        measures only those that all of them take.

    Returns
    -------
    pandas.DataFrame
        doc_id or the grouping columns, then measure, category, value, unit, ci_low, ci_high, n_hits,
        n_tokens, note. With ``"all"``, a measure whose lexicon was not used gives one row with a missing
        value and a note.

    Raises
    ------
    MeasureError
        Unknown measure, unknown grouping column, or evidence made without the lexicon that a named measure
        needs.
    UsageError
        An option that the measure, or one of several, does not take.
    """
    import pandas as pd

    from discourse.measures.frame import check_frame, tidy
    from discourse.measures.tables import as_tables
    from discourse.measures.units import check_groups, grouping, units_of

    keys = grouping(by)
    tables = as_tables(evidence)
    check_groups(tables, keys)
    everything = name == "all"
    names = list(BUILT_IN) if everything else [name] if isinstance(name, str) else list(name or ())
    if not names:
        raise MeasureError(f"Argument name: no measure given; there are {listed(all_measures())}.")
    frames = []
    entries = [find_measure(one) for one in names]
    for entry in entries:
        entry.check_options(options)
    for one, entry in zip(names, entries, strict=True):
        lacking = [
            lexicon for lexicon in entry.lexicons if all(lexicon != used for used, _ in tables.lexicons)
        ]
        if lacking and everything:
            words = ", ".join(lacking)
            note = f"needs lexicon {words}, not used in making this evidence"
            units = units_of(tables, keys, frozenset(map(str, tables.language)))
            rows = [{**dict(zip(keys, u.key, strict=True)), "measure": one, "note": note} for u in units]
            frames.append(tidy(keys, rows))
        else:
            frames.append(check_frame(entry.function(tables, by, seed=seed, **options), one, keys))
    return pd.concat(frames, ignore_index=True)
