"""Score the annotation layers on sentences that others coded.

    DISCOURSE_GOLD=… python benchmarks/layers.py [--markdown]

Each set is read in two halves: the even sentences, which the rules were developed against, and the odd
ones, which nobody looked at. Beside each figure stands what a plain word list reaches in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from discourse.hedging import find_hedges
from discourse.match import Cues
from discourse.negation import find_negation
from discourse.tokens import Tokens, Vocabulary, tokenize

# (file, language, layer, what the text is)
SETS = (
    ("negation_en_fiction", "en", "negation", "English fiction (CD-SCO, training and development parts)"),
    ("negation_en_biomedical", "en", "negation", "English biomedical text (BioScope)"),
    ("negation_en_reviews", "en", "negation", "English product reviews (SFU Review)"),
    ("negation_es_clinical", "es", "negation", "Spanish clinical text (NUBes, first half)"),
    ("hedging_en_biomedical", "en", "hedging", "English biomedical text (BioScope)"),
    ("hedging_en_reviews", "en", "hedging", "English product reviews (SFU Review)"),
    ("hedging_es_clinical", "es", "hedging", "Spanish clinical text (NUBes, first half)"),
)
UNCERTAIN = ("epistemic", "doxastic", "investigation", "condition")
BASELINES = {
    ("negation", "en"): "not n't no never without",
    ("negation", "es"): "no sin ni nunca tampoco",
    (
        "hedging",
        "en",
    ): "may might could would should can possible possibly probable probably likely perhaps maybe seem seems"
    " seemed appear appears appeared suggest suggests suggested suggesting indicate indicates whether if unless think"
    " thought believe believes believed expect expected assume assumed potential potentially apparently presumably"
    " suppose suspected unclear uncertain doubt estimate about around roughly nearly almost",
    (
        "hedging",
        "es",
    ): "puede pueden podría podrían pudiera quizá quizás probable probablemente posible posiblemente parece"
    " parecen aparentemente sospecha sugiere sugieren si creo cree piensa supone supuesto presunto dudoso duda",
}


@dataclass
class Score:
    """Right, found and wanted; precision, recall and F1 as shares."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float("nan")

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else float("nan")

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else float("nan")


def read_gold(name: str) -> list[dict]:
    folder = os.environ.get("DISCOURSE_GOLD")
    if not folder:
        sys.exit(
            "layers.py: set DISCOURSE_GOLD to the folder with the coded sentences (see docs/validity.md)."
        )
    with (Path(folder) / f"{name}.jsonl").open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def baseline(texts: Sequence[str], layer: str, language: str) -> list[list[tuple[int, int]]]:
    """Spans of a plain word list."""
    words = BASELINES[layer, language].split()
    pattern = re.compile(
        rf"(?i)(?:\b(?:{'|'.join(w for w in words if w[1:2] != chr(39))})\b|n['’]t\b|\bcannot\b)"
    )
    return [[m.span() for m in pattern.finditer(text)] for text in texts]


def cue_spans(tokens: Tokens, cues: Cues, n_docs: int) -> list[list[tuple[int, int]]]:
    """Distinct cue spans per document, in its own offsets."""
    found: list[set[tuple[int, int]]] = [set() for _ in range(n_docs)]
    doc = np.searchsorted(tokens.doc_start, cues.start, side="right") - 1
    for d, start, end in zip(doc.tolist(), cues.start.tolist(), cues.end.tolist(), strict=True):
        offset = int(tokens.doc_start[d])
        found[d].add((start - offset, end - offset))
    return [sorted(spans) for spans in found]


def score_cues(
    gold: Iterable[Sequence[tuple[int, int]]], found: Iterable[Sequence[tuple[int, int]]]
) -> Score:
    """Cue level: a cue is right where it shares characters with a coded one."""
    right_found = right_gold = n_found = n_gold = 0
    for wanted, got in zip(gold, found, strict=True):
        right_found += sum(any(a < d and c < b for c, d in wanted) for a, b in got)
        right_gold += sum(any(a < d and c < b for c, d in got) for a, b in wanted)
        n_found, n_gold = n_found + len(got), n_gold + len(wanted)
    # one right count for both sides, so that a cue coded in two parts is not counted twice
    recall = right_gold / n_gold if n_gold else 0
    return Score(right_found, n_found, round(right_found / recall) if recall else n_gold)


def score_sentences(gold: Iterable[Sequence], found: Iterable[Sequence]) -> Score:
    pairs = [(bool(g), bool(f)) for g, f in zip(gold, found, strict=True)]
    return Score(sum(g and f for g, f in pairs), sum(f for _, f in pairs), sum(g for g, _ in pairs))


def score_scope(tokens: Tokens, scope: np.ndarray, rows: Sequence[dict], kept: np.ndarray) -> Score:
    """Token level: is a token in the scope of any cue (word-internal cues apart)."""
    gold = np.zeros(len(tokens), dtype=bool)
    for number, row in enumerate(rows):
        first, last = tokens.doc_first[number : number + 2]
        starts, ends = (a[first:last] - tokens.doc_start[number] for a in (tokens.start, tokens.end))
        for start, end, kind in row["scopes"]:
            if not str(kind).endswith("affix") and kind not in affixal_kinds(row):
                gold[first:last] |= (starts < end) & (ends > start)
    mask = kept[tokens.doc]
    return Score(int((gold & scope & mask).sum()), int((scope & mask).sum()), int((gold & mask).sum()))


def affixal_kinds(row: dict) -> set[str]:
    """Numbers of the cues that are word-internal (their kind ends in -affix)."""
    return {str(kind).removesuffix("-affix") for _, _, kind in row["cues"] if str(kind).endswith("-affix")}


def scope_to_punctuation(tokens: Tokens, cues: Cues) -> np.ndarray:
    """The plain rule: from the cue to the next punctuation mark."""
    scope = np.zeros(len(tokens), dtype=bool)
    stops = np.flatnonzero(tokens.gap_has(",;:.!?()—–"))
    for first in np.unique(cues.first).tolist():
        after = np.searchsorted(stops, first + 1)
        scope[first + 1 : stops[after] if after < len(stops) else len(tokens)] = True
    return scope


def score_set(name: str, language: str, layer: str) -> list[tuple[str, str, str, Score, Score]]:
    """All figures of one set: (half, level, number of sentences, ours, plain)."""
    rows = read_gold(name)
    texts = [row["text"] for row in rows]
    tokens = tokenize(texts, language, Vocabulary())
    if layer == "negation":
        cues = find_negation(tokens)
        cues = cues.select(np.asarray(cues.kind, dtype=object) != "affixal")
        keep = ("affix", "NegMorMarker")
    else:
        cues = find_hedges(tokens)
        cues = cues.select(np.isin(np.asarray(cues.kind, dtype=object), UNCERTAIN))
        keep = ()
    gold = [[(a, b) for a, b, kind in row["cues"] if not str(kind).endswith(keep or ("\0",))] for row in rows]
    found = cue_spans(tokens, cues, len(rows))
    plain = baseline(texts, layer, language)
    figures = []
    for half, wanted in (("developed on", 0), ("held out", 1)):
        part = [i for i in range(len(rows)) if i % 2 == wanted]
        g, f, p = ([x[i] for i in part] for x in (gold, found, plain))
        n = f"{len(part)}"
        figures.append((half, "sentence", n, score_sentences(g, f), score_sentences(g, p)))
        figures.append((half, "cue", n, score_cues(g, f), score_cues(g, p)))
        if any(row["scopes"] for row in rows) and layer == "negation":
            kept = np.arange(len(rows)) % 2 == wanted
            scope = np.zeros(len(tokens), dtype=bool)
            for first, last in zip(cues.scope_first.tolist(), cues.scope_last.tolist(), strict=True):
                scope[first:last] = True
            figures.append(
                (
                    half,
                    "token in scope",
                    n,
                    score_scope(tokens, scope, rows, kept),
                    score_scope(tokens, scope_to_punctuation(tokens, cues), rows, kept),
                )
            )
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--markdown", action="store_true", help="print the table of docs/validity.md")
    chosen = parser.parse_args()
    if chosen.markdown:
        print("| layer | text | half | n | level | precision | recall | F1 | F1 of a word list |")
        print("|---|---|---|---|---|---|---|---|---|")
    for name, language, layer, what in SETS:
        for half, level, n, ours, plain in score_set(name, language, layer):
            cells = [
                layer,
                what,
                half,
                n,
                level,
                *(f"{x:.3f}" for x in (ours.precision, ours.recall, ours.f1)),
                f"{plain.f1:.3f}",
            ]
            print("| " + " | ".join(cells) + " |" if chosen.markdown else "  ".join(cells))


if __name__ == "__main__":
    main()
