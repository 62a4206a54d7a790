"""Measures of words around targets, of what travels between texts, and of numbers."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact
from test_measures_evidence import LEXICONS, RELATIONS, WIDTH, Doc, Seg, made, values

from discourse.errors import UsageError
from discourse.evidence import find
from discourse.measures import measure
from discourse.measures.verb_swap import log_share_ratio
from discourse.measures.words import document_draws, log_odds


def related(evidence, *rows):
    """Add relations (doc_id, target, relation, norm[, token[, voice]]) to evidence."""
    made_rows = []
    for doc_id, target, relation, norm, *more in rows:
        token, voice = (more + [0, "narrator"][len(more) :])[:2]
        made_rows.append(
            {
                "doc_id": doc_id,
                "sentence": 0,
                "target": target,
                "relation": relation,
                "norm": norm,
                "start": token * WIDTH,
                "end": token * WIDTH + 5,
                "voice": voice,
                "speaker": None,
            }
        )
    evidence.relations = pd.DataFrame(made_rows, columns=RELATIONS)
    return evidence


def documents(left=2, right=2, **more):
    names = [(f"l{i}", "left") for i in range(left)] + [(f"r{i}", "right") for i in range(right)]
    return [Doc(name, [[Seg(10)]], meta={"side": side}, **more) for name, side in names]


def only(frame, **fixed):
    for column, wanted in fixed.items():
        frame = frame[frame[column] == wanted]
    assert len(frame) == 1
    return frame.iloc[0]


VERBS = [
    ("l0", "crisis", "object", "address"),
    ("l0", "crisis", "object", "address"),
    ("l1", "crisis", "passive", "address"),
    ("l1", "crisis", "object", "end"),
    ("r0", "crisis", "object", "address"),
    ("r0", "crisis", "object", "end"),
    ("r1", "crisis", "passive", "end"),
]


def test_each_language_has_its_own_targets_and_words():
    # twice as much is said in English, so that it would choose for the Spanish texts, too
    english = [
        (f"l{i}", "crisis", "object", verb) for i in (0, 1) for verb in ("end", "end", "address", "ease")
    ]
    spanish = [
        ("r0", "crisis", "object", "agravar"),
        ("r1", "crisis", "object", "resolver"),
        ("r1", "tregua", "object", "pactar"),
    ]
    docs = [
        Doc(
            name,
            [[Seg(10)]],
            meta={"lang": "es" if name[0] == "r" else "en"},
            language="es" if name[0] == "r" else "en",
        )
        for name in ("l0", "l1", "r0", "r1")
    ]
    evidence = related(made(*docs), *english, *spanish)
    frame = measure(evidence, "verb_swap", by="lang", n_objects=2, n_verbs=2)
    named = frame.groupby("lang", sort=False)["category"].unique().map(list).to_dict()
    assert named == {
        "en": ["crisis.end", "crisis.address"],
        "es": ["crisis.agravar", "crisis.resolver", "tregua.pactar"],
    }
    assert only(frame, category="crisis.agravar", unit="count")["n_tokens"] == 2
    apart = measure(evidence, "verb_swap", n_objects=2, n_verbs=2)
    assert list(dict.fromkeys(apart["doc_id"])) == ["l0", "l1", "r0", "r1"]
    assert set(apart.loc[apart["doc_id"] == "r0", "category"]) == set(named["es"])
    evidence.relations["relation"] = "verb"
    naming = measure(evidence, "naming", by="lang")
    assert not {"crisis.end", "crisis.ease"} & set(naming.loc[naming["lang"] == "es", "category"])


def test_verb_swap_by_hand():
    frame = measure(related(made(*documents()), *VERBS), "verb_swap", by="side")
    row = only(frame, side="left", category="crisis.address", unit="log_ratio")
    assert row["value"] == pytest.approx(math.log((3.5 / 5) / (1.5 / 4)))
    assert (row["n_hits"], row["n_tokens"]) == (3, 4)
    assert row["note"] == "3 of 4 here, 1 of 3 elsewhere; fewer than three documents on a side: no interval"
    p = only(frame, side="left", category="crisis.address", unit="p_value")
    assert p["value"] == pytest.approx(fisher_exact([[3, 1], [1, 2]])[1])
    # by hand: hypergeometric, margins 4, 3 and 4 verbs "address"; tables with 4, 3, 2, 1 of them at the left
    ways = {k: math.comb(4, k) * math.comb(3, 4 - k) for k in (1, 2, 3, 4)}
    exact = sum(w for w in ways.values() if w <= ways[3]) / math.comb(7, 4)
    assert p["value"] == pytest.approx(exact)
    assert only(frame, side="right", category="crisis.end", unit="count")["value"] == 2


def test_naming_by_hand():
    rows = [
        *[("l0", "keldmark", "noun", "regime")] * 3,
        ("l1", "keldmark", "modifier", "brutal"),
        ("r0", "keldmark", "noun", "regime"),
        *[("r1", "keldmark", "noun", "partner")] * 3,
        ("r0", "keldmark", "verb", "attack"),
    ]
    frame = measure(related(made(*documents()), *rows), "naming", by="side")
    row = only(frame, side="left", category="keldmark.regime", unit="log_ratio")
    # prior: the counts of both sides together, regime 4, partner 3, brutal 1, in all 8; each side has 4
    ours, theirs = math.log(7 / (4 + 8 - 7)), math.log(5 / (4 + 8 - 5))
    assert row["value"] == pytest.approx(ours - theirs)
    assert row["note"].startswith("nomination; Dirichlet prior 1 per word; fewer than three documents")
    z = only(frame, side="left", category="keldmark.regime", unit="z")
    assert z["value"] == pytest.approx((ours - theirs) / math.sqrt(1 / 7 + 1 / 5))
    assert (row["n_hits"], row["n_tokens"]) == (3, 4)
    verb = only(frame, side="right", category="keldmark.attack", unit="count")
    assert (verb["value"], verb["note"]) == (1.0, "predication")
    lone = only(frame, side="left", category="keldmark.attack", unit="log_ratio")
    assert np.isnan(lone["value"])
    assert lone["note"].startswith("predication; undefined: no such words here")


COUNTS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=6).filter(
    lambda pairs: sum(a for a, _ in pairs) > 0 and sum(b for _, b in pairs) > 0
)


@given(COUNTS, st.sampled_from([0.1, 1.0, 10.0]))
def test_swapping_the_sides_flips_the_sign(pairs, prior):
    ours, theirs = np.array(pairs, dtype=float).T
    for statistic in (
        lambda a, b: log_odds(a, b, prior)[0],
        lambda a, b: log_odds(a, b, prior)[1],
        log_share_ratio,
    ):
        there, back = statistic(ours, theirs), statistic(theirs, ours)
        np.testing.assert_allclose(there, -back, atol=1e-9)


@given(COUNTS)
def test_a_stronger_prior_shrinks(pairs):
    ours, theirs = np.array(pairs, dtype=float).T
    weak, strong = (np.abs(log_odds(ours, theirs, prior)[0]) for prior in (1.0, 100.0))
    known = ~np.isnan(weak)
    assert np.nansum(strong[known]) <= np.nansum(weak[known]) + 1e-9


def test_one_word_alone_has_no_odds():
    frame = measure(
        related(made(*documents()), *[(d, "k", "noun", "w") for d in ("l0", "r0")]), "naming", by="side"
    )
    row = only(frame, side="left", category="k.w", unit="log_ratio")
    assert np.isnan(row["value"])
    assert row["note"] == "nomination; undefined: the only word"


def many(order=1):
    rng = np.random.default_rng(5)
    docs = documents(6, 6)
    rows = [
        (doc.doc_id, "crisis", kind, str(rng.choice(["end", "address", "solve", "deny"])))
        for doc in docs
        for kind in ("object", "noun", "verb")
        for _ in range(4)
    ]
    return related(made(*docs[::order]), *rows[::order])


@pytest.mark.parametrize("name", ["naming", "verb_swap", "quantities"])
def test_the_order_of_documents_and_rows_changes_nothing(name):
    first, second = (measure(many(order), name, by="side", seed=3, n_boot=200) for order in (1, -1))
    pd.testing.assert_frame_equal(first, second)
    if name != "quantities":
        rows = first[first["unit"] == "log_ratio"]
        assert rows["ci_low"].notna().all()
        assert (rows["ci_low"] < rows["ci_high"]).all()
        other = measure(many(), name, by="side", seed=4, n_boot=200)
        assert not rows["ci_low"].equals(other.loc[rows.index, "ci_low"])


def test_draws_depend_on_names_only():
    assert (document_draws(5, 9, 1, "a") == document_draws(5, 9, 1, "a")).all()
    assert (document_draws(5, 9, 1, "a") != document_draws(5, 9, 1, "b")).any()
    assert (document_draws(5, 9, 1, "a").sum(axis=1) == 5).all()
    assert document_draws(0, 2, 1, "a").shape == (2, 0)


@pytest.mark.parametrize(("name", "said"), [("naming", "has words"), ("verb_swap", "stands as an object")])
def test_no_targets_is_missing_with_a_note(name, said):
    frame = measure(made(*documents()), name, by="side")
    assert frame["value"].isna().all()
    assert (
        frame["note"].tolist()
        == [f"undefined: no target {said} (find with targets=…, or with a lexicon named actors)"] * 2
    )


def test_a_target_asked_for_that_has_no_words_is_said():
    evidence = related(made(*documents()), *VERBS)
    frame = measure(evidence, "verb_swap", objects=["CRISIS", "port"], by="side", n_verbs=1)
    assert frame["category"].tolist() == [*["crisis.address"] * 3, "port"] * 2
    row = frame.iloc[3]
    assert np.isnan(row["value"])
    assert row["note"] == "undefined: no verb takes this object"
    frame = measure(evidence, "naming", targets="port", by="side")
    assert frame["note"].tolist()[0] == "nomination; undefined: no words of nomination for this target"
    with pytest.raises(UsageError, match="Argument prior: 0; the weight of the prior is above 0"):
        measure(evidence, "naming", prior=0)


def test_boilerplate_is_left_out_unless_asked_for():
    docs = [Doc("l0", [[Seg(10), Seg(10, left_out=True)]]), Doc("r0", [[Seg(10)]])]
    rows = [
        ("l0", "k", "object", "end", 2),
        ("l0", "k", "object", "end", 12),
        ("r0", "k", "object", "end", 1),
    ]
    evidence = related(made(*docs), *rows)
    counts = [
        only(measure(evidence, "verb_swap", include_left_out=w), doc_id="l0", unit="count")["value"]
        for w in (False, True)
    ]
    assert counts == [1, 2]


def test_words_are_compared_within_a_language():
    docs = [*documents(1, 1), Doc("x", [[Seg(10)]], language="es", meta={"side": "right"})]
    rows = [
        ("l0", "k", "noun", "a"),
        ("r0", "k", "noun", "b"),
        ("r0", "k", "noun", "a"),
        ("x", "k", "noun", "b"),
    ]
    frame = measure(related(made(*docs), *rows), "naming")
    row = only(frame, doc_id="l0", category="k.a", unit="z")
    _, z = log_odds(np.array([1.0, 0.0]), np.array([1.0, 1.0]))
    assert row["value"] == pytest.approx(z[0])
    assert "no such words in the other documents" in only(frame, doc_id="x", category="k.b", unit="z")["note"]


def test_naming_and_verbs_of_real_texts():
    texts = [
        "They addressed the crisis, a manageable challenge.",
        "They must end the crisis, an imminent threat.",
    ]
    evidence = find(texts, language="en", targets=["crisis"])
    verbs = measure(evidence, "verb_swap")
    assert values(verbs[verbs["unit"] == "count"], doc_id="text-2") == {"crisis.address": 0, "crisis.end": 1}
    words = measure(evidence, "naming")
    counts = words[words["unit"] == "count"]
    assert values(counts, doc_id="text-1") == {
        "crisis.challenge": 1,
        "crisis.manageable": 1,
        "crisis.imminent": 0,
        "crisis.threat": 0,
    }


def amplified(**meta):
    return made(
        Doc("a1", [[Seg(50, ["war.threat", "war.threat"]), Seg(50, ["peace.negotiation"])]],
            meta={"side": "A", "date": "2020-01-05", **meta}),
        Doc("a2", [[Seg(100, ["war.threat"])]], meta={"side": "A", "date": "2021", **meta}),
        Doc("b0", [[Seg(10, ["war.threat"] * 5, "direct", speaker="Ana Ruiz")]],
            meta={"side": "B", "date": "2019-12"}),
        Doc(
            "b1",
            [[Seg(60), Seg(30, ["war.threat", "-war.enemy"], "direct", speaker="Ana Ruiz"),
              Seg(10, ["war.threat"], "indirect", speaker="Bo Tal")]],
            meta={"side": "B", "date": "2020-01"},
        ),
    )  # fmt: skip


def test_amplification_by_hand():
    frame = measure(amplified(), "amplification")
    got = values(frame)
    # a2 comes after all of B and could not be taken over; b0 comes before anything of A
    assert got["A:war:issued"] == pytest.approx(1000 * 2 / 100)
    assert got["A:war:taken_over"] == pytest.approx(1000 * 2 / 40)
    assert got["A:war"] == pytest.approx(math.log(2.5 / 40) - math.log(2.5 / 100))
    assert got["A:war:position"] == pytest.approx((0.60 + 0.90) / 2)
    assert got["A:peace"] == pytest.approx(math.log(0.5 / 40) - math.log(1.5 / 100))
    assert math.isnan(got["A:peace:position"])
    assert frame["doc_id"].isna().all()
    row = only(frame, category="A:war")
    assert row["note"] == (
        "fewer than three documents on a side: no interval; one document issued, quotations of anybody in "
        "one document of other sides"
    )
    # A quotes nobody
    assert math.isnan(got["B:war"])
    assert only(frame, category="B:war")["note"].startswith("undefined: nothing issued or nothing quoted")


def test_only_the_side_s_speakers_are_taken_over_where_they_are_known():
    frame = measure(amplified(speaker="President Ana RUIZ"), "amplification")
    got = values(frame)
    assert got["A:war:taken_over"] == pytest.approx(1000 / 30)
    assert "quotations of one speaker of the side" in only(frame, category="A:war")["note"]


def test_amplification_needs_sides_and_dates():
    frame = measure(made(*documents()), "amplification")
    assert frame["note"].tolist() == ["undefined: needs documents of two sides (columns 'side' and 'date')"]
    undated = made(
        Doc("a", [[Seg(9)]], meta={"side": "A", "date": None}),
        Doc("b", [[Seg(9, [], "direct")]], meta={"side": "B", "date": None}),
    )
    assert measure(undated, "amplification")["value"].isna().all()


def test_amplification_has_an_interval_with_documents_enough():
    docs = [
        Doc(f"{side}{i}", [[Seg(20 + i, ["war.threat"] * (1 + i % 2)), Seg(9 + i, ["war.enemy"], "direct")]],
            meta={"side": side, "date": f"2020-0{1 + i}"})
        for side in "AB" for i in range(5)
    ]  # fmt: skip
    first, second = (measure(made(*docs[::step]), "amplification", n_boot=200) for step in (1, -1))
    pd.testing.assert_frame_equal(first, second)
    row = only(first, category="A:war")
    assert row["ci_low"] < row["value"] < row["ci_high"]


def fidelity_pair(**meta):
    # war.threat is hedged in the source, asserted in the report; war.enemy is denied in both
    return made(
        Doc("source", [[Seg(20, ["~war.threat", "-war.enemy"], cues=[("hedging", "epistemic")])],
                       [Seg(20, cues=[("hedging", "condition"), ("hedging", "shield")])]]),
        Doc("report", [[Seg(10, ["war.threat", "-war.enemy"])]], meta={"source_id": "source", **meta}),
    )  # fmt: skip


def test_fidelity_by_hand():
    frame = measure(fidelity_pair(), "fidelity")
    got = values(frame, doc_id="report")
    assert got["hedge"] == pytest.approx(math.log((0.5 / 10) / (1.5 / 40)))
    assert got["condition"] == pytest.approx(math.log((0.5 / 10) / (1.5 / 40)))
    assert got["negation"] == pytest.approx(math.log((1.5 / 10) / (1.5 / 40)))
    # all hits have the same entry: two in each, one hedged in the source, none in the report
    assert got["shared:hedged"] == pytest.approx(0 - 1 / 2)
    assert got["shared:negated"] == pytest.approx(0.0)
    source = frame[frame["doc_id"] == "source"]
    assert source["value"].isna().all()
    assert set(source["note"]) == {"undefined: no report with a source in the corpus (column 'source_id')"}
    assert (
        only(frame, doc_id="report", category="hedge")["note"]
        == "one report; fewer than three reports: no interval"
    )


def test_fidelity_of_a_text_to_itself_is_perfect_and_needs_one_language():
    evidence = made(
        Doc("s", [[Seg(20, ["~war.threat", "-war.enemy"], cues=[("hedging", "epistemic")])]]),
        Doc("copy", [[Seg(20, ["~war.threat", "-war.enemy"], cues=[("hedging", "epistemic")])]],
            meta={"source_id": "s"}),
        Doc("otra", [[Seg(20)]], language="es", meta={"source_id": "s"}),
    )  # fmt: skip
    frame = measure(evidence, "fidelity")
    assert frame.loc[frame["doc_id"] == "copy", "value"].tolist() == [0.0] * 5
    assert set(frame.loc[frame["doc_id"] == "otra", "note"]) == {
        "undefined: its source is in another language"
    }


def numbers():
    evidence = made(
        Doc(
            "a", [[Seg(20), Seg(20, [], "direct", hedged=True, same_sentence=True)], [Seg(10, left_out=True)]]
        ),
        Doc("b", [[Seg(10)]]),
    )
    return related(
        evidence,
        ("a", "ships", "number", "20", 3),
        ("a", "percent", "number", "40", 25, "direct"),
        ("a", "votes", "base", "40 percent", 27, "direct"),
        ("a", "percent", "number", "9", 30, "direct"),
        ("a", "ships", "number", "7", 42),
        ("a", "crisis", "object", "end", 5),
    )


def test_quantities_by_hand():
    got = values(measure(numbers(), "quantities"), doc_id="a")
    assert got == pytest.approx(
        {
            "numbers": 1000 * 3 / 40,
            "numbers:narrator": 1000 * 1 / 20,
            "numbers:quoted": 1000 * 2 / 20,
            "hedged": 2 / 3,
            "based": 1 / 2,
            "unit.percent": 1000 * 2 / 40,
            "unit.ships": 1000 * 1 / 40,
        }
    )
    frame = measure(numbers(), "quantities")
    bare = frame[frame["doc_id"] == "b"].set_index("category")
    assert bare.loc["numbers", "value"] == 0
    assert bare.loc["numbers:quoted", "note"] == "undefined: nothing quoted"
    assert bare.loc["hedged", "note"] == "undefined: no numbers"
    everything = measure(numbers(), "quantities", include_left_out=True)
    assert values(everything, doc_id="a")["unit.ships"] == pytest.approx(1000 * 2 / 50)
    assert "unit.ships" not in values(measure(numbers(), "quantities", n_units=1), doc_id="a")


def test_each_language_has_its_own_units():
    docs = [Doc("e", [[Seg(10)]], meta={"g": "x"}), Doc("s", [[Seg(10)]], meta={"g": "x"}, language="es")]
    evidence = related(made(*docs), ("e", "years", "number", "two"), ("s", "años", "number", "dos"))
    apart = measure(evidence, "quantities")
    units = apart[apart["category"].str.startswith("unit.")].groupby("doc_id")["category"].agg(list)
    assert units.to_dict() == {"e": ["unit.years"], "s": ["unit.años"]}
    both = measure(evidence, "quantities", by="g")["category"].tolist()
    assert {"unit.years", "unit.años"} <= set(both)


def test_quantities_without_relations_are_none_not_missing():
    got = values(measure(made(Doc("a", [[Seg(9)]])), "quantities"))
    assert got["numbers"] == 0
    assert math.isnan(got["hedged"])
    assert ("war_peace", "en") in LEXICONS
