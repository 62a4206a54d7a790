"""What of a restricted text's evidence may be shared, and the export of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from ..annotate import Annotation
from ..corpus import Corpus
from ..errors import DisclosureError, EvidenceError, listed
from ..tokens import Tokens
from .find import annotated_batches, find
from .model import Evidence
from .schema import TABLES
from .store import save_evidence

MAX_SHARE, MAX_RUN = 0.2, 5  # of a restricted text's tokens; words in a row
_WITHHELD = "withheld "  # and a number


def shareable(evidence: Evidence, annotation: Annotation, doc_id: str) -> tuple[float, Evidence]:
    """Give a restricted text's evidence without quoted text, or refuse where it discloses too much.

    At most a fifth of the text's tokens may stand in the tables, and no more than five words in a row; the words of
    a quotation's cue are withheld where they would make a longer run, then descriptions of speakers in such a run, and
    descriptions that are longer by themselves.

    Parameters
    ----------
    evidence : Evidence
        Of this one document.
    annotation : Annotation
        Of this one document.
    doc_id : str

    Returns
    -------
    (share, evidence)
        The share of its tokens that the tables disclose, and the evidence without quoted text.

    Raises
    ------
    DisclosureError
        Says how much is covered and which hits would have to go.
    """
    import pandas as pd

    tokens = annotation.tokens
    told = evidence.quotes["speaker"].dropna().unique()
    evidence = _withheld(evidence, [speaker for speaker in told if len(speaker.split()) > MAX_RUN])
    covered, runs = _coverage(evidence, tokens)
    if runs:
        evidence = _without_cue_words(
            evidence, [(int(tokens.start[a]), int(tokens.end[b - 1])) for a, b in runs]
        )
        covered, runs = _coverage(evidence, tokens)
    if runs:
        near = [tokens.text[tokens.start[a] : tokens.end[b - 1]] for a, b in runs]
        unnamed = evidence.quotes.loc[evidence.quotes["source_kind"] != "named", "speaker"].dropna().unique()
        evidence = _withheld(
            evidence, [speaker for speaker in unnamed if any(speaker in run for run in near)]
        )
        covered, runs = _coverage(evidence, tokens)
    share = float(covered.mean()) if len(covered) else 0.0
    if runs or share > MAX_SHARE:
        places = zip(evidence.hits["hit_id"].tolist(), evidence.hits["start"].tolist(), strict=True)
        inside = [
            hit_id for hit_id, at in places if any(tokens.start[a] <= at < tokens.end[b - 1] for a, b in runs)
        ]
        counts = evidence.hits.groupby("lexicon").size().sort_values(ascending=False)
        what = (
            f"runs of more than {MAX_RUN} words: hits {listed(inside)} would have to go"
            if runs
            else (
                f"more than {MAX_SHARE:.0%}: leave out a lexicon; hits by lexicon: "
                + ", ".join(f"{name} {n}" for name, n in counts.items())
            )
        )
        raise DisclosureError(f"'{doc_id}': its evidence would disclose {share:.1%} of its tokens, {what}.")
    quotes = evidence.quotes.assign(text=pd.array([None] * len(evidence.quotes), dtype="str"))
    return share, replace(evidence, quotes=quotes, texts={})


def _withheld(evidence: Evidence, speakers: Sequence[str]) -> Evidence:
    """Put numbers in the place of some speakers' descriptions, the same in every table."""
    known = evidence.quotes["speaker"].dropna()
    before = known[known.str.startswith(_WITHHELD)].nunique()
    numbered = {speaker: f"{_WITHHELD}{n}" for n, speaker in enumerate(speakers, start=before + 1)}
    tables = {name: getattr(evidence, name) for name in ("hits", "segments", "quotes")}
    return replace(
        evidence, **{n: t.assign(speaker=t["speaker"].replace(numbered)) for n, t in tables.items()}
    )


def _without_cue_words(evidence: Evidence, runs: Sequence[tuple[int, int]]) -> Evidence:
    """Withhold the words of quotations' cues in long runs; a cue often stands beside a long description of its source."""
    quotes, hits = evidence.quotes, evidence.hits
    near = np.array([any(a <= c < b for a, b in runs) for c in quotes["cue_start"]], dtype=bool)
    spans = list(zip(quotes["cue_start"][near], quotes["cue_end"][near], strict=True))
    same = np.array(
        [any(a <= s and e <= b for a, b in spans) for s, e in zip(hits["start"], hits["end"], strict=True)],
        dtype=bool,
    )
    return replace(
        evidence,
        quotes=quotes.assign(cue=quotes["cue"].mask(near)),
        hits=hits.assign(text=hits["text"].mask(same), entry=hits["entry"].mask(same)),
    )


def _coverage(evidence: Evidence, tokens: Tokens) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Which tokens stand in the tables, and the runs of more than five of them."""
    covered = np.zeros(len(tokens), dtype=bool)
    for start, end in _disclosed(evidence, tokens.text):
        low = np.searchsorted(tokens.end, start, side="right")
        high = np.searchsorted(tokens.start, end, side="left")
        covered[low:high] = True
    edges = np.flatnonzero(np.diff(np.concatenate([[0], covered.view(np.int8), [0]])))
    runs = zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True)
    return covered, [(a, b) for a, b in runs if b - a > MAX_RUN]


def _disclosed(evidence: Evidence, text: str) -> Iterator[tuple[int, int]]:
    """Spans of the text whose words stand in a table: hits, cue words, negations, speakers' names."""
    # a negation's word is told where it denies a hit
    denied = set(zip(evidence.hits["sentence"], evidence.hits["negation"], strict=True))
    cues = evidence.cues[evidence.cues["layer"] == "negation"]
    told = [
        (n, text[s:e]) in denied for n, s, e in zip(cues["sentence"], cues["start"], cues["end"], strict=True)
    ]
    denying = cues[np.array(told, dtype=bool)]
    quoting = evidence.quotes[evidence.quotes["cue"].notna()]
    shown = evidence.hits[evidence.hits["text"].notna()]
    for table, first, last in (
        (shown, "start", "end"),
        (quoting, "cue_start", "cue_end"),
        (denying, "start", "end"),
        (evidence.relations, "start", "end"),
    ):
        rows = table[[first, last]].dropna()
        yield from zip(rows[first].astype(int).tolist(), rows[last].astype(int).tolist(), strict=True)
    # a name is given in full wherever it is resolved to: it discloses the place it was taken from
    for speaker in evidence.quotes["speaker"].dropna().unique():
        place = text.find(speaker)
        if place >= 0:
            yield place, place + len(speaker)


def export_restricted(corpus: Corpus, lexicons: Sequence[str], folder: str | Path) -> list[str]:
    """Write the evidence of a corpus's restricted texts, after the disclosure check.

    Parameters
    ----------
    corpus : Corpus
        Its documents without a file are the restricted ones; those whose text is here are taken.
    lexicons : sequence of str
        Whose hits the evidence holds.
    folder : path

    Returns
    -------
    list of str
        One line per document: how much of it stands in the tables.

    Raises
    ------
    DisclosureError
        Nothing was written.
    """
    restricted = [d for d in corpus.documents if d.text is not None and not d.metadata.get("file")]
    if not restricted:
        raise EvidenceError(
            "No restricted text of this corpus is on this machine (set $DISCOURSE_RESTRICTED)."
        )
    parts, lines = [], []
    for document in restricted:
        evidence = find(Corpus((document,)), *lexicons, progress=False)
        ((_, annotation),) = annotated_batches([document], progress=False)
        share, evidence = shareable(evidence, annotation, document.doc_id)
        bare = evidence.documents[list(TABLES["documents"])]
        parts.append(replace(evidence, documents=bare))
        lines.append(f"{document.doc_id}: {share:.1%} of its tokens stand in the tables")
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.joined(part, order=[d.doc_id for d in restricted])
    save_evidence(whole, folder, "csv")
    return lines
