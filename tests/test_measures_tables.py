from __future__ import annotations

import numpy as np
import pytest
from test_measures_evidence import Doc, Seg, made

from discourse.errors import EvidenceError
from discourse.measures.tables import Tables, as_tables

EVIDENCE = made(Doc("b", [[Seg(3), Seg(4)], [Seg(5, ["war.threat"])]]), Doc("a", [[Seg(2)]]))


def test_blocks_are_paragraphs_in_order_of_document():
    tables = Tables(EVIDENCE)
    assert tables.doc_ids.tolist() == ["a", "b"]
    assert tables.block_doc.tolist() == [0, 1, 1]
    assert tables.block_paragraph.tolist() == [0, 0, 1]
    assert tables.block_first.tolist() == [0, 1, 3]
    assert tables.segment_block.tolist() == [1, 1, 2, 0]
    assert tables.hit_block.tolist() == [2]
    assert as_tables(tables) is tables


def test_the_segment_of_a_place():
    tables = Tables(EVIDENCE)
    # document b: segments 0-29, 30-69, 70-119; a: 0-19
    doc = np.array([1, 1, 1, 1, 0, 0])
    start = np.array([0, 29, 30, 119, 0, 500])
    assert tables.segment_at(doc, start).tolist() == [0, 0, 1, 2, 3, 3]


def test_categories_with_parents_in_declared_order():
    lexicons = {("war_peace", "en"): {"categories": ["war.threat.ultimatum", "peace", "war.enemy"]}}
    tables = Tables(made(Doc("a", [[Seg(2)]]), lexicons=lexicons))
    assert list(tables.lexicon_categories("war_peace")) == [
        "war",
        "war.threat",
        "war.threat.ultimatum",
        "war.enemy",
        "peace",
    ]


def test_errors():
    twice = made(Doc("a", [[Seg(2)]]), Doc("a", [[Seg(2)]]))
    with pytest.raises(EvidenceError) as error:
        Tables(twice)
    assert str(error.value) == "Table documents: doc_id 'a' stands in more than one row; ids are unique."
    stranger = made(Doc("a", [[Seg(2)]]))
    stranger.segments["doc_id"] = "z"
    with pytest.raises(EvidenceError) as error:
        Tables(stranger).segment_doc  # noqa: B018
    assert str(error.value) == "Table segments speaks of document 'z', which table documents does not list."
    bare = made(Doc("a", [[Seg(2)]]))
    bare.hits = bare.hits.drop(columns=["negated", "start"])
    with pytest.raises(EvidenceError) as error:
        Tables(bare)
    assert str(error.value).startswith("Table hits has no column start, negated; it has hit_id, doc_id, ")
