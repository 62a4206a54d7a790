"""How much of a text is talk of war and of peace, and which of the two outweighs the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd

from discourse.errors import MeasureError, did_you_mean, listed
from discourse.measures.frame import count_of
from discourse.measures.kept import kept
from discourse.measures.quantities import Quantity, Sums, log_balance
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["add_asserted", "framing", "pole_categories"]

BOTH = "both poles"


@kept
def framing(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    poles: tuple[str, str] = ("war", "peace"),
    voice: str | Sequence[str] | None = None,
    reference: EvidenceTables | None = None,
) -> pd.DataFrame:
    """Measure framing cues: rates by category, salience and balance of war and peace.

    Construct: how much a text asserts war or peace vocabulary. With W and P the hits of the two poles that
    are not negated and not left out, and n the tokens not left out: rates are 1000 hits / n; salience is
    1000 (W + P) / n, higher = more talk of either; balance is ln((W + .5) / (P + .5)), higher = more war
    than peace, 0 = as much. A parent category counts a span once, though an entry stands in two of its
    children.

    A framing *cue* is what the lexicon counts; whether a text has a war *frame* takes human coders. Zero on
    the balance depends on how long the two lists are: compare texts, or report it against a reference
    corpus.

    Parameters
    ----------
    evidence : Evidence
        Made with the lexicon.
    by : str, sequence of str, optional
        Metadata columns to group by; each document by itself by default.
    seed, n_boot : int
        Seed and number of resamples.
    include_left_out : bool
        Count boilerplate too.
    lexicon : str
        Construct whose categories are counted.
    poles : (str, str)
        Categories that salience and balance set against each other.
    voice : str, sequence of str, optional
        Only hits and tokens of ``narrator``, ``direct``, ``indirect`` or ``quoted`` (both).
    reference : Evidence, optional
        Adds ``balance_vs_reference``: the balance minus that of the reference corpus as a whole, both
        resampled.

    Returns
    -------
    pandas.DataFrame
        A row a category (unit per_1000), then salience (per_1000), balance (log_ratio), and on request
        balance_vs_reference (log_ratio). Missing where there are no tokens or the language has no such
        lexicon.

    Raises
    ------
    MeasureError
        The evidence was not made with the lexicon, or it lacks a pole.

    References
    ----------
    Lowe, W., Benoit, K., Mikhaylov, S., & Laver, M. (2011). Scaling policy preferences from coded political
    texts. Legislative Studies Quarterly 36(1), 123-155. doi:10.1111/j.1939-9162.2010.00006.x
    """
    tables = as_tables(evidence)
    categories = pole_categories(tables, lexicon, poles)
    tally = Tally(
        tables,
        "framing",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
        voice=voice,
    )
    add_asserted(tally, lexicon, categories)
    quantities = [
        Quantity.rate(category, category, languages=where) for category, where in categories.items()
    ]
    both = categories[poles[0]] & categories[poles[1]]
    tally.add_sum(BOTH, poles)
    balance = Quantity("balance", "log_ratio", balance_of(poles), hits=BOTH, languages=both)
    quantities += [Quantity.rate("salience", BOTH, languages=both), balance]
    if reference is not None:
        quantities.append(against_reference(balance, reference, tally, lexicon, poles))
    return tally.table(quantities)


def pole_categories(tables: Tables, lexicon: str, poles: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return the lexicon's categories, or raise where a pole is not among them."""
    categories = tables.lexicon_categories(lexicon)
    for pole in poles:
        if pole not in categories:
            raise MeasureError(
                f"Lexicon '{lexicon}' has no category '{pole}'; it has {listed(categories)}."
                f"{did_you_mean(pole, categories)}"
            )
    return categories


def add_asserted(tally: Tally, lexicon: str, categories: Iterable[str]) -> None:
    """Add a column a category that counts its hits that are not negated."""
    asserted = tally.tables.hit_asserted
    for category in categories:
        rows = tally.tables.in_category(lexicon, category)
        tally.add_hits(category, rows[asserted[rows]])


def balance_of(poles: tuple[str, str]) -> Callable[[Sums], np.ndarray]:
    """Return the function that computes the balance of two counted columns."""
    first, second = poles
    return lambda s: log_balance(s[first], s[second], s["n_tokens"])


def against_reference(
    balance: Quantity, reference: EvidenceTables, tally: Tally, lexicon: str, poles: tuple[str, str]
) -> Quantity:
    """Return the balance minus that of a reference corpus taken as one."""
    tables = as_tables(reference)
    whole = Tally(
        tables,
        "framing.reference",
        [],
        languages=tables.lexicon_languages(lexicon),
        seed=tally.seed,
        n_boot=tally.n_boot,
        include_left_out=tally.include_left_out,
        voice=tally.voices,
    )
    pole_categories(tables, lexicon, poles)
    add_asserted(whole, lexicon, poles)
    point, draws = whole.draws_of(Quantity("balance", "log_ratio", balance_of(poles)))

    def difference(s: Sums) -> np.ndarray:
        return balance.value(s) - (draws if s.resampled else point)

    n_documents = len(tables.doc_ids)
    note = f"reference balance {point:.3f} over {count_of(n_documents, 'document')}, resampled too"
    return Quantity(
        "balance_vs_reference",
        "log_ratio",
        difference,
        hits=balance.hits,
        note=note,
        undefined="undefined: the reference has no tokens",
        languages=balance.languages,
    )
