"""What each layer costs in processor time, once the words are known."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from texts import read_texts, size
from tools import the_lexicon
from written import Table

_TEXTS = 100  # a batch


def layer_costs(megabytes: float, made: bool) -> Table:
    """Time the layers in this process, the second time over the same texts.

    Parameters
    ----------
    megabytes : float
    made : bool
        Of texts made here.

    Returns
    -------
    Table
        Milliseconds of processor time a megabyte, by layer.
    """
    from discourse.tokens import Vocabulary

    vocabulary, cost = Vocabulary(), Counter[str]()
    texts = read_texts(megabytes, made)
    for _ in range(2):
        cost.clear()
        for first in range(0, len(texts), _TEXTS):
            _time_layers(texts[first : first + _TEXTS], vocabulary, cost)
    n = size(texts) / 1e6
    rows = [[name, f"{milliseconds / n:.1f}"] for name, milliseconds in cost.items()]
    return Table(["step", "processor time, ms a megabyte"], rows)


def _time_layers(texts: list[str], vocabulary: Any, cost: Counter[str]) -> None:
    from discourse.annotate import annotate_texts
    from discourse.cleaning import find_left_out
    from discourse.evidence import frame
    from discourse.evidence.columns import BatchTables
    from discourse.hedging import find_boosters, find_hedges, hedged
    from discourse.match import match
    from discourse.negation import find_negation, negated
    from discourse.quotation import find_quotations
    from discourse.tokens import Tokens

    def timed(name: str, act: Callable[..., Any], *arguments: Any) -> Any:
        begin = time.process_time()
        result = act(*arguments)
        cost[name] += 1000 * (time.process_time() - begin)
        return result

    lexicon = the_lexicon()
    tokens = timed("tokens", Tokens, texts, "en", vocabulary)
    timed("sentences and offsets", lambda: (tokens.sentence, tokens.start))
    timed("left-out fragments", find_left_out, tokens)
    timed("negation", lambda: negated(tokens, find_negation(tokens)))
    timed("hedging", lambda: hedged(tokens, find_hedges(tokens)))
    timed("boosting", find_boosters, tokens)
    timed("quotation", find_quotations, tokens)
    timed("matching war_peace", match, tokens, lexicon)
    tables = BatchTables(annotate_texts(texts, "en", vocabulary), [str(n) for n in range(len(texts))])
    tables.cues()  # looks for boosters, which have been timed
    timed("table hits, matching included", lambda: frame("hits", tables.hits([lexicon])))
    for name in ("segments", "cues", "quotes"):
        timed("tables segments, cues, quotes", lambda name=name: frame(name, getattr(tables, name)()))
    timed("table relations", lambda: frame("relations", tables.relations([])))
