"""What is asked: how many sentences are questions, who asks, and what the questions are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from discourse.measures.quantities import Quantity, Sums, ratio
from discourse.measures.sentences import Sentences
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import VOICES, By

__all__ = ["questions"]


def questions(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "war_peace",
    categories: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Measure questions: their share, by voice, and the share of them that speak of a category.

    Construct: whether a text asks “how do we respond” or “how do we engage” shows in what its questions
    speak of. ``war:questions`` is the share of questions with a hit of war, negated or not, for a question
    asserts nothing; ``war:statements`` the same of the other sentences. Higher = more questions, or more of
    them about it.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out, lexicon
        As in `framing`.
    categories : sequence of str, optional
        What the questions may speak of; the top categories by default.

    Returns
    -------
    pandas.DataFrame
        ``questions`` (share of sentences, n_hits their number), ``questions:narrator``, ``:direct``,
        ``:indirect`` (of that voice's sentences, a sentence being of the voice that has most of its
        tokens); then per category ``:questions``, ``:statements`` (shares) and ``:difference``. Missing
        where there is nothing to divide by. Where the lexicon was not used, only the first rows.

    References
    ----------
    This project's own.
    """
    tables = as_tables(evidence)
    used = any(name == lexicon for name, _ in tables.lexicons)
    tally = Tally(tables, "questions", by, seed=seed, n_boot=n_boot, include_left_out=include_left_out)
    sentences = Sentences(tally)
    tally.add("sentences", sentences.block)
    tally.add("questions", sentences.block, sentences.question)
    tally.add("statements", sentences.block, ~sentences.question)
    quantities = [Quantity.share("questions", "questions", "sentences")]
    for name in VOICES:
        mine = sentences.voice == name
        tally.add(f"sentences {name}", sentences.block, mine)
        tally.add(f"questions {name}", sentences.block, mine & sentences.question)
        undefined = f"undefined: no sentences in voice {name}"
        quantities.append(
            Quantity.share(f"questions:{name}", f"questions {name}", f"sentences {name}", undefined=undefined)
        )
    declared = tables.lexicon_categories(lexicon) if used else {}
    chosen = [c for c in declared if "." not in c] if categories is None else list(categories)
    for category in chosen:
        with_hit = sentences.counts(tally.counted_hits(tables.in_category(lexicon, category))) > 0
        for kind, mine in (("questions", sentences.question), ("statements", ~sentences.question)):
            tally.add(f"{category} {kind}", sentences.block, with_hit & mine)
            quantities.append(
                Quantity.share(
                    f"{category}:{kind}",
                    f"{category} {kind}",
                    kind,
                    undefined=f"undefined: no {kind}",
                    languages=declared.get(category),
                )
            )
        quantities.append(
            Quantity(
                f"{category}:difference",
                "difference",
                _difference(category),
                hits=f"{category} questions",
                note="questions minus statements",
                undefined="undefined: no questions or no statements",
                languages=declared.get(category),
            )
        )
    return tally.table(quantities)


def _difference(category: str) -> Callable[[Sums], np.ndarray]:
    def value(s: Sums) -> np.ndarray:
        return ratio(s[f"{category} questions"], s["questions"]) - ratio(
            s[f"{category} statements"], s["statements"]
        )

    return value
