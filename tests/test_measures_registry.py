from __future__ import annotations

import importlib.metadata
import re
from dataclasses import replace
from inspect import signature

import pandas as pd
import pytest
from test_measures_evidence import LEXICONS, Doc, Seg, made

from discourse.corpus import Corpus
from discourse.errors import MeasureError, UsageError
from discourse.evidence import find
from discourse.features import EvidenceVectorizer
from discourse.lexicon import builtin_lexicons
from discourse.measures import BUILT_IN, Measure, all_measures, find_measure, measure
from discourse.measures.frame import COLUMNS, check_frame, count_of, tidy
from discourse.measures.tables import Tables
from discourse.readers import Document

EVIDENCE = made(Doc("a", [[Seg(9, ["war.threat"])], [Seg(9)]], meta={"g": 1}))


def test_every_built_in_measure_has_its_function_with_the_shared_arguments():
    for name, entry in BUILT_IN.items():
        assert entry.name == name
        assert entry.summary.endswith(".")
        arguments = list(signature(entry.function).parameters)
        assert arguments[:2] == ["evidence", "by"]
        assert {"seed", "n_boot"} <= set(arguments), name
        # which direction means more
        about = entry.function.__doc__ or ""
        assert re.search("[Hh]igher|[Bb]elow 0", about), name
        assert "Construct" in about, name
        assert "References\n" in about, name


def test_several_measures_stand_in_one_table():
    frame = measure(EVIDENCE, ["framing", "hedging"], n_boot=10)
    assert frame["measure"].unique().tolist() == ["framing", "hedging"]
    assert list(frame.columns) == ["doc_id", *COLUMNS]


def test_all_gives_every_built_in_measure_or_a_note():
    frame = measure(EVIDENCE, "all", n_boot=10)
    assert frame["measure"].unique().tolist() == list(BUILT_IN)
    bare = made(Doc("a", [[Seg(9)]], meta={"g": 1}), lexicons={})
    lacking = measure(bare, "all", by="g", n_boot=10)
    row = lacking[lacking["measure"] == "framing"].iloc[0]
    assert row["note"] == "needs lexicon war_peace, not used in making this evidence"
    assert pd.isna(row["value"])


def test_unknown_measure():
    with pytest.raises(MeasureError) as error:
        measure(EVIDENCE, "framin")
    assert str(error.value).startswith("There is no measure 'framin'; there are framing, ")
    assert str(error.value).endswith(" Did you mean 'framing'?")
    with pytest.raises(MeasureError, match="no measure given"):
        measure(EVIDENCE, [])


class Entry:
    """Stands for an installed package's entry point."""

    def __init__(self, name, loaded):
        self.name, self.value, self.loaded = name, f"package:{name}", loaded

    def load(self):
        if isinstance(self.loaded, Exception):
            raise self.loaded
        return self.loaded


def length(evidence, by=None, *, seed=0):
    """Count tokens. Higher = longer."""
    rows = evidence.documents[["doc_id", "n_tokens"]]
    return tidy(
        ["doc_id"],
        [
            {
                "doc_id": d,
                "measure": "length",
                "category": "tokens",
                "value": n,
                "unit": "count",
                "n_tokens": n,
            }
            for d, n in rows.itertuples(index=False)
        ],
    )


def installed(monkeypatch, *entries):
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: list(entries))


def test_others_add_measures_by_entry_point(monkeypatch):
    installed(monkeypatch, Entry("length", length))
    assert measure(EVIDENCE, "length")["value"].tolist() == [18]
    assert find_measure("length").summary == "Count tokens. Higher = longer."
    assert "length" not in set(measure(EVIDENCE, "all", n_boot=0)["measure"])


def test_a_measure_without_intervals_makes_features(monkeypatch):
    installed(monkeypatch, Entry("length", length))
    made_of = EvidenceVectorizer(["length", "framing"], language="en").fit_transform(["War came.", "Peace."])
    assert made_of[:, 0].tolist() == [2, 1]


def test_an_option_that_no_measure_has():
    with pytest.raises(UsageError) as error:
        measure(EVIDENCE, "framing", nboot=10)
    assert str(error.value) == (
        "Measure 'framing' has no option 'nboot'; it takes n_boot, include_left_out, lexicon, poles, voice,"
        " reference. Did you mean 'n_boot'?"
    )
    with pytest.raises(UsageError, match="Measure 'prominence' has no option 'voice'"):
        measure(EVIDENCE, ["framing", "prominence"], voice="narrator")


def test_an_entry_point_may_name_its_lexicons(monkeypatch):
    installed(monkeypatch, Entry("length", Measure("length", "Tokens.", length, lexicons=("maritime",))))
    assert all_measures()["length"].lexicons == ("maritime",)


def test_bad_entry_points_are_said_in_one_line(monkeypatch):
    installed(monkeypatch, Entry("framing", length))
    with pytest.raises(MeasureError, match="a measure 'framing' exists; choose another name"):
        all_measures()
    installed(monkeypatch, Entry("broken", ImportError("no module x")))
    with pytest.raises(MeasureError) as error:
        all_measures()
    assert (
        str(error.value) == "Measure 'broken' of entry point 'package:broken' cannot be loaded: no module x"
    )
    installed(monkeypatch, Entry("odd", lambda evidence, by, seed: 3))
    with pytest.raises(MeasureError) as error:
        measure(EVIDENCE, "odd")
    assert str(error.value) == "Measure 'odd' returned int; a measure returns a pandas DataFrame."


def test_a_frame_without_the_columns_is_refused():
    with pytest.raises(MeasureError) as error:
        check_frame(pd.DataFrame({"doc_id": ["a"], "value": [1.0]}), "mine", ["doc_id"])
    assert str(error.value) == (
        "Measure 'mine' returned no column measure, category, unit, ci_low, ci_high, n_hits, n_tokens, note; "
        "a measure's table has doc_id, measure, category, value, unit, ci_low, ci_high, n_hits, n_tokens, "
        "note."
    )


def test_counts_in_words():
    assert [count_of(n, "text") for n in (0, 1, 10, 11, 1200)] == [
        "no texts",
        "one text",
        "ten texts",
        "11 texts",
        "1,200 texts",
    ]


def test_named_measure_without_its_lexicon_is_an_error():
    bare = made(Doc("a", [[Seg(9)]]), lexicons={("urgency", "en"): {"categories": []}})
    with pytest.raises(MeasureError, match="Lexicon 'war_peace' was not used"):
        measure(bare, "framing")
    assert ("war_peace", "en") in LEXICONS


def _document(doc_id, text, language="en", **metadata):
    return Document(doc_id, text, "0" * 64, language, metadata)


EDGES = {
    "no document": [],
    "an empty text": [_document("a", "")],
    "a blank text": [_document("a", " \n\n ")],
    "one word": [_document("a", "War")],
    "no word": [_document("a", "…")],
    "an unsupported language": [_document("a", "La guerre est finie.", "fr")],
    "a strange language beside English": [
        _document("a", "La guerre est finie.", "fr"),
        _document("b", "War is near. Peace too."),
    ],
    "half of the metadata": [
        _document("a", "War came.", date="2031", side="north", person="Oda", setting="public"),
        _document("b", "Talks began.", date="", side="", person="", setting="", source_id="nobody"),
    ],
}


@pytest.mark.parametrize("by", [None, "language", []], ids=["documents", "groups", "together"])
@pytest.mark.parametrize("documents", EDGES.values(), ids=list(EDGES))
def test_edges_give_a_value_or_say_why_not(documents, by):
    evidence = find(Corpus(tuple(documents)), *builtin_lexicons(), targets=["war"])
    for name in BUILT_IN:
        frame = measure(evidence, name, by=by, n_boot=20)
        assert len(frame) or not documents, name
        assert (frame["note"] != "")[frame["value"].isna()].all(), name
        # never 0 where there is nothing to divide by
        nothing = (frame["n_tokens"] == 0) & (frame["unit"] != "count")
        assert frame["value"][nothing].isna().all(), name


TEXTS = {
    "n1": (
        "The minister threatened war. “We want peace,” Oda Lisk said.\n\nIt may strike 40 ships. They held secret talks.",
        "north",
    ),
    "n2": (
        "Why should talks fail? Critics claimed the fleet would attack.\n\nNobody wants a war. They held open talks.",
        "north",
    ),
    "s1": (
        "The regime is ready to negotiate.\n\nMaren Quenneth warned that the siege would go on. They held open talks.",
        "south",
    ),
    "s2": (
        "The ministry offered talks.\n\nThe ceasefire held, and 12 soldiers left the war zone. They ended the secret talks.",
        "south",
    ),
}


def _evidence(names, copies=1):
    documents = [
        _document(f"{name}{'' if copy == 0 else f'-{copy}'}", text, side=side, date=f"2031-0{i + 1}")
        for i, (name, (text, side)) in enumerate(TEXTS.items())
        if name in names
        for copy in range(copies)
    ]
    return find(Corpus(tuple(documents)), *builtin_lexicons(), targets=["war", "talks"])


@pytest.mark.parametrize("by", [None, "side"])
def test_the_order_of_documents_and_rows_changes_nothing(by):
    evidence = _evidence(TEXTS)
    rows = {
        name: getattr(evidence, name).sample(frac=1, random_state=3).reset_index(drop=True)
        for name in ("documents", "segments", "hits", "cues", "quotes", "relations")
    }
    mixed = replace(evidence, **rows)
    for name in BUILT_IN:
        first, second = (measure(tables, name, by=by, n_boot=40) for tables in (evidence, mixed))
        pd.testing.assert_frame_equal(first, second, obj=name)


# Smoothed with half a hit, counted, or told of an equal number of hits: these move with the size of a corpus.
SIZED = {"log_ratio", "count", "z", "p_value", "time"}


def test_every_document_twice_gives_the_same_rates_and_shares():
    once, twice = _evidence(TEXTS), _evidence(TEXTS, copies=2)
    for name in BUILT_IN:
        tables = []
        for evidence in (once, twice):
            frame = measure(evidence, name, by="side", n_boot=0)
            kept = ~frame["unit"].isin(SIZED) & (frame["category"] != "equal_size")
            tables.append(frame[kept].set_index(["side", "category", "unit"])["value"])
        pd.testing.assert_series_equal(*tables, obj=name)


def test_what_is_above_the_others_is_what_they_are_below():
    """Two groups: each is compared with the other, so the sign flips."""
    evidence = _evidence(TEXTS)
    for name, units in (
        ("who_or_what", {"per_1000"}),
        ("naming", {"log_ratio", "z"}),
        ("verb_swap", {"log_ratio"}),
    ):
        frame = measure(evidence, name, by="side", n_boot=0)
        frame = frame[frame["unit"].isin(units)].set_index(["category", "unit"])
        north, south = (frame[frame["side"] == side]["value"] for side in ("north", "south"))
        assert north.notna().any(), name
        pd.testing.assert_series_equal(north, -south, obj=name)


def test_a_measure_of_the_same_tables_is_kept_and_not_changed_from_outside():
    tables = Tables(EVIDENCE)
    first = find_measure("framing").function(tables, n_boot=10)
    wanted = first.copy()
    first["value"] = 0.0
    pd.testing.assert_frame_equal(find_measure("framing").function(tables, n_boot=10), wanted)
    other = find_measure("framing").function(tables, n_boot=0)
    assert other["ci_low"].isna().all()
