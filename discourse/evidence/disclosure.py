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


def shareable(evidence: Evidence, annotation: Annotation, doc_id: str) -> tuple[float, Evidence]:
    """Give a restricted text's evidence without quoted text, or refuse where it discloses too much.

    At most a fifth of the text's tokens may stand in the tables, and no more than five words in a row; the words of
    a quotation's cue are withheld where they would make a longer run.

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
    covered, runs = _coverage(evidence, tokens)
    if runs:
        # a cue beside a long description of its source makes most long runs, and no measure needs its words there
        cues = evidence.quotes["cue_start"]
        near = [any(tokens.start[a] <= c < tokens.end[b - 1] for a, b in runs) for c in cues]
        evidence = replace(evidence, quotes=evidence.quotes.assign(cue=evidence.quotes["cue"].mask(near)))
        covered, runs = _coverage(evidence, tokens)
    share = float(covered.mean()) if len(covered) else 0.0
    if runs or share > MAX_SHARE:
        inside = [
            row.hit_id for row in evidence.hits.itertuples()
            if any(tokens.start[a] <= row.start < tokens.end[b - 1] for a, b in runs)
        ]
        counts = evidence.hits.groupby("lexicon").size().sort_values(ascending=False)
        what = f"runs of more than {MAX_RUN} words: hits {listed(inside)} would have to go" if runs else (
            f"more than {MAX_SHARE:.0%}: leave out a lexicon; hits by lexicon: "
            + ", ".join(f"{name} {n}" for name, n in counts.items()))
        raise DisclosureError(f"'{doc_id}': its evidence would disclose {share:.1%} of its tokens, {what}.")
    quotes = evidence.quotes.assign(text=pd.array([None] * len(evidence.quotes), dtype="str"))
    return share, replace(evidence, quotes=quotes, texts={})


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
    denying = evidence.cues[evidence.cues["layer"] == "negation"]
    told = evidence.quotes[evidence.quotes["cue"].notna()]
    for table, first, last in ((evidence.hits, "start", "end"), (told, "cue_start", "cue_end"),
                               (denying, "start", "end")):
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
        raise EvidenceError("No restricted text of this corpus is on this machine (set $DISCOURSE_RESTRICTED).")
    parts, lines = [], []
    for document in restricted:
        evidence = find(Corpus((document,)), *lexicons, progress=False)
        (_, annotation), = annotated_batches([document], progress=False)
        share, evidence = shareable(evidence, annotation, document.doc_id)
        bare = evidence.documents[list(TABLES["documents"])]
        parts.append(replace(evidence, documents=bare))
        lines.append(f"{document.doc_id}: {share:.1%} of its tokens stand in the tables")
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.joined(part, order=[d.doc_id for d in restricted])
    save_evidence(whole, folder, "csv")
    return lines
