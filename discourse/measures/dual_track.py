"""Threat coupled with an open door: whether both stand together more often than by chance."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from discourse.measures.intervals import seeded_generator
from discourse.measures.quantities import Quantity, Sums, ratio
from discourse.measures.sentences import Sentences
from discourse.measures.tables import EvidenceTables, Tables, as_tables
from discourse.measures.tally import Tally
from discourse.measures.units import By

__all__ = ["deal", "dual_track", "expected_together", "turns"]


def dual_track(
    evidence: EvidenceTables | Tables,
    by: By = None,
    *,
    seed: int = 0,
    n_boot: int = 1000,
    include_left_out: bool = False,
    lexicon: str = "tracks",
    tracks: tuple[str, str] = ("threat", "opening"),
    n_permutations: int = 499,
) -> pd.DataFrame:
    """Measure how often threat and opening stand together in a sentence, a paragraph, a speaker's turn.

    Construct: coercive diplomacy offers a way out while it threatens. Together = places that hold both,
    over the number to be expected if openings were dealt at random over the same text's places of that
    kind, longer places getting more (given where the threats are and how many openings there are). 1 =
    chance, higher = coupled. Negated hits do not count. The lists cannot know who threatens whom: turns
    keep speakers apart, sentences and paragraphs do not.

    Parameters
    ----------
    evidence : Evidence
    by, seed, n_boot, include_left_out
        As in `framing`.
    lexicon : str
        Construct with both categories.
    tracks : (str, str)
        The category held against the other, and the one that is dealt at random.
    n_permutations : int
        For one text: how often openings are dealt, for the p-value in the note (one-sided, coupled more
        than chance).

    Returns
    -------
    pandas.DataFrame
        Per track its rate (per_1000); ``sentence``, ``paragraph``, ``turn`` (unit ratio, n_hits places that
        hold both); ``order``: of the sentences that hold both, the share in which the first track comes
        first (share). Missing where a text lacks one of the tracks; in groups observed and expected are
        summed over documents.

    References
    ----------
    George, A. L. (1991). Forceful persuasion: Coercive diplomacy as an alternative to war. United States
    Institute of Peace Press (threat and offer as two parts of one strategy). The ratio to chance is this
    project's own: expected = sum over places with a threat of 1 - (1 - w)^n, w the place's share of the
    words, n the openings.
    """
    tables = as_tables(evidence)
    declared = tables.lexicon_categories(lexicon)
    tally = Tally(
        tables,
        "dual_track",
        by,
        languages=tables.lexicon_languages(lexicon),
        seed=seed,
        n_boot=n_boot,
        include_left_out=include_left_out,
    )
    sentences = Sentences(tally)
    asserted = tables.hit_asserted
    rows = {}
    quantities = []
    for track in tracks:
        mine = tally.counted_hits(tables.in_category(lexicon, track))
        rows[track] = mine[asserted[mine]]
        tally.add_hits(track, rows[track])
        quantities.append(Quantity.rate(track, track, languages=declared.get(track)))
    first, second = (sentences.counts(rows[track]) for track in tracks)
    languages = (declared.get(tracks[0]) or frozenset()) & (declared.get(tracks[1]) or frozenset())
    paragraph = (
        np.unique(sentences.block, return_inverse=True)[1] if len(sentences) else np.empty(0, np.int64)
    )
    places = {"sentence": np.arange(len(sentences)), "paragraph": paragraph, "turn": turns(tally, sentences)}
    for name, place in places.items():
        observed, expected, notes = _coupled(tally, sentences, place, first, second, n_permutations, name)
        tally.add(f"{name} both", *observed)
        tally.add(f"{name} expected", expected[0], weights=expected[1])
        quantities.append(
            Quantity(
                name,
                "ratio",
                _over(f"{name} both", f"{name} expected"),
                hits=f"{name} both",
                note=notes,
                undefined=f"undefined: {tracks[0]} and {tracks[1]} cannot meet in a {name}",
                languages=languages,
                whole=True,
            )
        )
    _add_order(tally, sentences, rows[tracks[0]], rows[tracks[1]])
    quantities.append(
        Quantity.share(
            "order",
            "order first",
            "order n",
            note=f"{tracks[0]} before {tracks[1]}",
            undefined=f"undefined: no sentence holds both {tracks[0]} and {tracks[1]}",
            languages=languages,
        )
    )
    return tally.table(quantities)


def _over(top: str, bottom: str) -> Callable[[Sums], np.ndarray]:
    return lambda s: ratio(s[top], s[bottom])


def turns(tally: Tally, sentences: Sentences) -> np.ndarray:
    """Return the number of the speaker's turn each sentence belongs to, -1 where nobody is quoted in it.

    A turn is a stretch of sentences in which one speaker is quoted; a sentence without a quotation, or with
    another speaker, ends it. A sentence with several speakers is the turn of the one with most words in it.
    """
    tables = tally.tables
    segments = tables.segments
    quoted = tally.segment_counted & ~tables.segment_voice.among("narrator")
    quoted &= tables.segment_speaker.codes >= 0
    table = pd.DataFrame(
        {
            "doc": tables.segment_doc[quoted],
            "sentence": segments["sentence"].to_numpy(dtype=np.int64)[quoted],
            "speaker": segments["speaker"].to_numpy(dtype=object)[quoted],
            "n": segments["n_tokens"].to_numpy(dtype=np.int64)[quoted],
        }
    )
    totals = table.groupby(["doc", "sentence", "speaker"])["n"].sum().reset_index()
    totals = totals.sort_values(["doc", "sentence", "n", "speaker"], ascending=[True, True, False, True])
    main = totals.drop_duplicates(["doc", "sentence"])
    keys = (main["doc"].to_numpy(dtype=np.int64) << 32) | main["sentence"].to_numpy(dtype=np.int64)
    own = (sentences.doc << 32) | sentences.sentence
    result = np.full(len(sentences), -1, dtype=np.int64)
    if not len(keys):
        return result
    at = np.searchsorted(own, keys)
    speaker = np.full(len(sentences), "", dtype=object)
    speaker[at] = main["speaker"].to_numpy(dtype=object)
    spoken = speaker != ""
    begins = spoken.copy()
    begins[1:] &= ~(spoken[:-1] & (speaker[1:] == speaker[:-1]) & (sentences.doc[1:] == sentences.doc[:-1]))
    result[spoken] = (np.cumsum(begins) - 1)[spoken]
    return result


def expected_together(weights: np.ndarray, has_first: np.ndarray, n_second: int) -> float:
    """Return how many places with the first are expected to get one of `n_second` dealt at random.

    Parameters
    ----------
    weights : numpy.ndarray
        Length of each place of a text.
    has_first : numpy.ndarray of bool
        Whether it holds the first.
    n_second : int
        Number of the second, each dealt by itself, with probability weight / sum of weights.

    Examples
    --------
    >>> expected_together(np.array([1.0, 1.0, 2.0]), np.array([True, False, False]), 2)
    0.4375
    """
    share = weights / weights.sum()
    return float((1.0 - (1.0 - share[has_first]) ** n_second).sum())


def deal(
    weights: np.ndarray, has_first: np.ndarray, n_second: int, n_times: int, generator: np.random.Generator
) -> np.ndarray:
    """Deal the second at random over places, again and again, and count those that get both.

    Parameters
    ----------
    weights, has_first, n_second
        As in `expected_together`.
    n_times : int
    generator : numpy.random.Generator

    Returns
    -------
    numpy.ndarray of int64
        Places with both, one number a time.
    """
    ends = np.cumsum(weights)
    at = np.searchsorted(ends, generator.random((n_times, n_second)) * ends[-1], side="right")
    at.sort(axis=1)
    new = np.ones(at.shape, dtype=bool)
    new[:, 1:] = at[:, 1:] != at[:, :-1]
    # Rounding must not deal beyond the last place.
    counted = new & has_first[np.minimum(at, len(weights) - 1)]
    found: np.ndarray = counted.sum(axis=1)
    return found


def _coupled(
    tally: Tally,
    sentences: Sentences,
    place: np.ndarray,
    first: np.ndarray,
    second: np.ndarray,
    n_permutations: int,
    name: str,
) -> tuple[tuple[np.ndarray], tuple[np.ndarray, np.ndarray], list[str]]:
    """Return blocks of places with both, blocks and expectations of documents, and notes with p-values."""
    tables = tally.tables
    notes = [""] * len(tables.doc_ids)
    inside = place >= 0
    size = int(place.max()) + 1 if inside.any() else 0
    weight = np.bincount(place[inside], weights=sentences.n_tokens[inside], minlength=size)
    ones = np.bincount(place[inside], weights=first[inside], minlength=size)
    others = np.bincount(place[inside], weights=second[inside], minlength=size)
    doc = np.zeros(size, dtype=np.int64)
    block = np.zeros(size, dtype=np.int64)
    doc[place[inside][::-1]] = sentences.doc[inside][::-1]
    block[place[inside][::-1]] = sentences.block[inside][::-1]
    both = (ones > 0) & (others > 0)
    bounds = np.searchsorted(doc, np.arange(len(tables.doc_ids) + 1))
    docs, expectations = [], []
    for number in range(len(tables.doc_ids)):
        part = slice(bounds[number], bounds[number + 1])
        n_second = int(others[part].sum())
        if n_second and (ones[part] > 0).any() and weight[part].sum():
            expectation = expected_together(weight[part], ones[part] > 0, n_second)
            docs.append(number)
            expectations.append(expectation)
            if tally.per_document and tally.n_boot and n_permutations and part.stop - part.start > 1:
                generator = seeded_generator(tally.seed, tally.measure, name, tables.doc_ids[number])
                drawn = deal(weight[part], ones[part] > 0, n_second, n_permutations, generator)
                extreme = int(np.count_nonzero(drawn >= both[part].sum()))
                p_value = (extreme + 1) / (n_permutations + 1)
                notes[number] = (
                    f"expected {expectation:.2f}, dealt {n_permutations:,} times: p = {p_value:.3f}"
                )
    homes = tally.homes(np.array(docs, dtype=np.int64))
    return (block[both],), (homes, np.array(expectations, dtype=np.float64)), notes


def _add_order(tally: Tally, sentences: Sentences, first: np.ndarray, second: np.ndarray) -> None:
    """Add the sentences that hold both, and those in which the first comes first."""
    start = tally.tables.hits["start"].to_numpy(dtype=np.int64)
    earliest = []
    for rows in (first, second):
        begin = np.full(len(sentences), np.iinfo(np.int64).max)
        kept = rows[np.isin((tally.tables.hit_doc[rows] << 32) | _sentence(tally, rows), _keys(sentences))]
        np.minimum.at(begin, sentences.of_hits(kept), start[kept])
        earliest.append(begin)
    unset = np.iinfo(np.int64).max
    both = (earliest[0] < unset) & (earliest[1] < unset)
    tally.add("order n", sentences.block, both)
    tally.add("order first", sentences.block, both & (earliest[0] < earliest[1]))


def _sentence(tally: Tally, rows: np.ndarray) -> np.ndarray:
    return tally.tables.hits["sentence"].to_numpy(dtype=np.int64)[rows]


def _keys(sentences: Sentences) -> np.ndarray:
    return (sentences.doc << 32) | sentences.sentence
