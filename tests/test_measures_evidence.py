"""Evidence made by hand for the tests of measures, and a check that it is consistent with the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

WIDTH = 10  # characters a token takes in made-up texts, the space after it included

HITS = (
    "hit_id doc_id paragraph sentence start end text lexicon category entry voice speaker quote_id negated "
    "negation hedged left_out position"
).split()
SEGMENTS = (
    "doc_id paragraph sentence start end n_tokens role question voice speaker quote_id hedged left_out"
).split()
CUES = "doc_id sentence start end layer kind scope_start scope_end".split()
QUOTES = (
    "quote_id doc_id start end text type cue cue_start cue_end speaker speaker_start speaker_end source_kind "
    "source_role"
).split()
RELATIONS = "doc_id sentence target relation norm start end voice speaker".split()

WAR_PEACE = [
    "war.armed_force",
    "war.threat",
    "war.enemy",
    "peace.negotiation",
    "peace.restraint",
]
LEXICONS = {
    ("war_peace", "en"): {"version": "1.0.0", "sha256": "a" * 64, "categories": WAR_PEACE},
    ("war_peace", "es"): {"version": "1.0.0", "sha256": "b" * 64, "categories": WAR_PEACE},
}


@dataclass
class MadeEvidence:
    """The attributes of Evidence, from tables made by hand."""

    hits: pd.DataFrame
    segments: pd.DataFrame
    cues: pd.DataFrame
    quotes: pd.DataFrame
    relations: pd.DataFrame
    documents: pd.DataFrame
    lexicons: Mapping[Any, Any]
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Seg:
    """A segment: its tokens, and the hits that begin with its first, second, … token.

    A hit is "war.threat"; "-war.threat" is negated, its cue "not"; "-war.threat:never" has that cue;
    "-war.threat>no" has it after the hit; "frames/economic" is a hit of another lexicon; "a+b" is one span
    in two categories; a leading "~" marks the hit as hedged. A cue is (layer, kind).
    """

    n: int
    hits: Sequence[str] = ()
    voice: str = "narrator"
    left_out: bool = False
    cues: Sequence[tuple[str, str]] = ()
    speaker: str | None = None
    quote_id: str | None = None
    role: str = "body"
    question: bool = False
    hedged: bool = False
    same_sentence: bool = False


@dataclass
class Doc:
    """A document: paragraphs of segments, and metadata."""

    doc_id: str
    paragraphs: Sequence[Sequence[Seg]]
    language: str = "en"
    meta: Mapping[str, Any] = field(default_factory=dict)


def made(*docs: Doc, lexicons: Mapping[Any, Any] | None = None, quotes: Sequence[dict] = ()) -> MadeEvidence:
    """Return evidence of documents described segment by segment."""
    rows: dict[str, list[dict]] = {name: [] for name in ("hits", "segments", "cues", "documents")}
    for doc in docs:
        token, sentence = 0, -1
        total = sum(seg.n for paragraph in doc.paragraphs for seg in paragraph)
        for paragraph, segments in enumerate(doc.paragraphs):
            for seg in segments:
                sentence += not seg.same_sentence
                place = {"doc_id": doc.doc_id, "paragraph": paragraph, "sentence": sentence}
                start, end = token * WIDTH, (token + seg.n) * WIDTH - 1
                shared = {
                    "voice": seg.voice,
                    "speaker": seg.speaker,
                    "quote_id": seg.quote_id,
                    "left_out": seg.left_out,
                }
                rows["segments"].append(
                    {
                        **place,
                        **shared,
                        "start": start,
                        "end": end,
                        "n_tokens": seg.n,
                        "role": seg.role,
                        "question": seg.question,
                        "hedged": seg.hedged,
                    }
                )
                for i, (layer, kind) in enumerate(seg.cues):
                    at = start + (seg.n - 1 - i) * WIDTH
                    rows["cues"].append(
                        {
                            "doc_id": doc.doc_id,
                            "sentence": sentence,
                            "start": at,
                            "end": at + 5,
                            "layer": layer,
                            "kind": kind,
                            "scope_start": start,
                            "scope_end": end,
                        }
                    )
                for i, described in enumerate(seg.hits):
                    add_hit(rows, described, place, shared, start + i * WIDTH, seg.hedged, total)
                token += seg.n
        rows["documents"].append(
            {
                "doc_id": doc.doc_id,
                "sha256": "0" * 64,
                "language": doc.language,
                "n_tokens": total,
                **doc.meta,
            }
        )
    hits = pd.DataFrame(rows["hits"], columns=HITS)
    hits["hit_id"] = range(len(hits))
    documents = pd.DataFrame(rows["documents"])
    if documents.empty:
        documents = pd.DataFrame(columns=["doc_id", "sha256", "language", "n_tokens"])
    types = {"negated": bool, "hedged": bool, "left_out": bool}
    return MadeEvidence(
        hits.astype({**types, "start": "int64", "end": "int64", "paragraph": "int64", "sentence": "int64"}),
        pd.DataFrame(rows["segments"], columns=SEGMENTS).astype(
            {"hedged": bool, "left_out": bool, "question": bool, "n_tokens": "int64", "paragraph": "int64"}
        ),
        pd.DataFrame(rows["cues"], columns=CUES),
        pd.DataFrame(list(quotes), columns=QUOTES),
        pd.DataFrame(columns=RELATIONS),
        documents,
        LEXICONS if lexicons is None else lexicons,
    )


def add_hit(rows, described, place, shared, start, hedged, total):
    """Add the rows of one described hit, and of its negation cue."""
    hedged = hedged or described.startswith("~")
    described = described.removeprefix("~")
    negated = described.startswith("-")
    described = described.removeprefix("-")
    after = ">" in described
    names, _, cue = described.partition(">" if after else ":")
    lexicon, _, names = names.rpartition("/")
    end = start + WIDTH - 1
    for name in names.split("+"):
        rows["hits"].append(
            {
                **place,
                **shared,
                "start": start,
                "end": end,
                "text": "x" * (WIDTH - 1),
                "lexicon": lexicon or "war_peace",
                "category": name,
                "entry": "x*",
                "negated": negated,
                "negation": (cue or "not") if negated else None,
                "hedged": hedged,
                "position": start / WIDTH / total,
            }
        )
    if negated:
        at = end + 1 if after else max(start - 4, 0)
        rows["cues"].append(
            {
                "doc_id": place["doc_id"],
                "sentence": place["sentence"],
                "start": at,
                "end": at + 3,
                "layer": "negation",
                "kind": "syntactic",
                "scope_start": start,
                "scope_end": end,
            }
        )


def values(frame: pd.DataFrame, **fixed: Any) -> dict[str, float]:
    """Return the values of the rows with the given columns, by category (and unit where it takes that)."""
    for column, wanted in fixed.items():
        frame = frame[frame[column] == wanted]
    if frame["category"].is_unique:
        return dict(zip(frame["category"], frame["value"], strict=True))
    return {(c, u): v for c, u, v in zip(frame["category"], frame["unit"], frame["value"], strict=True)}


def test_made_evidence_is_consistent():
    evidence = made(
        Doc("a", [[Seg(5, ["war.threat", "-war.enemy:never"])], [Seg(4, cues=[("hedging", "epistemic")])]])
    )
    assert list(evidence.hits.columns) == HITS
    assert list(evidence.segments.columns) == SEGMENTS
    assert evidence.segments["n_tokens"].sum() == evidence.documents["n_tokens"].sum() == 9
    assert evidence.hits["negated"].tolist() == [False, True]
    assert evidence.hits["negation"].isna().tolist() == [True, False]
    assert evidence.cues["layer"].tolist() == ["negation", "hedging"]
