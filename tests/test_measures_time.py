"""Shift over time, public and private, who or what."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures_evidence import LEXICONS, Doc, Seg, made, values

from discourse.errors import MeasureError
from discourse.measures import measure
from discourse.measures.shift import times_of
from discourse.measures.trend import change_point, log_linear_trend
from discourse.measures.who_or_what import kitagawa


def over_time(counts, weeks=None, entries=None) -> list[Doc]:
    weeks = range(1, len(counts) + 1) if weeks is None else weeks
    return [
        Doc(f"d{i:02}", [[Seg(100, ["war.threat"] * n)]], meta={"week": w})
        for i, (n, w) in enumerate(zip(counts, weeks, strict=True))
    ]


def test_change_is_the_log_ratio_of_late_to_early():
    frame = measure(made(*over_time([1, 2, 1, 2, 4, 3, 5, 4])), "shift")
    assert frame["doc_id"].isna().all()
    row = frame.set_index("category").loc["war:change"]
    assert row["value"] == pytest.approx(math.log(16.5 / 400) - math.log(6.5 / 400))
    assert row["ci_low"] < row["value"] < row["ci_high"]
    assert row["note"].startswith("4 early, 4 late documents; 95 % interval: documents resampled")
    assert row["ci_low"] > 0


def test_entries_add_up_to_the_difference():
    evidence = made(*over_time([1, 2, 1, 2, 4, 3, 5, 4]))
    evidence.hits["entry"] = ["x*" if i % 3 else "threat" for i in range(len(evidence.hits))]
    frame = measure(evidence, "shift")
    entries = frame[frame["category"].str.endswith(":entry") & frame["category"].str.startswith("war.")]
    assert entries["value"].sum() == pytest.approx(1000 * (16 - 6) / 400)
    assert entries["n_hits"].sum() == 22
    assert set(entries["category"]) == {"war.x*:entry", "war.threat:entry"}
    assert not measure(evidence, "shift", entries=0)["category"].str.endswith(":entry").any()


def test_trend_finds_a_planted_growth_and_not_one_in_noise():
    random = np.random.default_rng(4)
    times = np.repeat(np.arange(20.0), 3)
    tokens = random.integers(300, 900, 60).astype(float)
    noise = random.gamma(4, 1 / 4, 60)
    hits = random.poisson(tokens * 0.01 * np.exp(0.08 * times) * noise).astype(float)
    slope, low, high, how = log_linear_trend(hits, tokens, times)
    assert low < 0.08 < high
    assert low > 0
    assert slope == pytest.approx(0.08, abs=0.03)
    assert how.startswith(
        "negative binomial regression over 20 times; 95 % interval robust to autocorrelation (lag"
    )
    flat = random.poisson(tokens * 0.01 * noise).astype(float)
    _, low, high, _ = log_linear_trend(flat, tokens, times)
    assert low < 0 < high


def test_trend_of_exact_growth_by_hand():
    times, tokens = np.arange(6.0), np.full(6, 1000.0)
    slope, *_ = log_linear_trend(10 * 2.0**times, tokens, times)
    assert slope == pytest.approx(math.log(2), abs=1e-6)


def test_change_point_and_its_chance():
    hits = np.array([2.0, 1, 2, 1, 2, 9, 8, 9, 10, 8])
    at, p_value = change_point(hits, np.full(10, 100.0), np.arange(10.0), np.random.default_rng(0), 199)
    assert at == 5.0
    assert p_value < 0.05
    row = measure(made(*over_time([1, 1, 1, 6, 6, 6])), "shift").set_index("category").loc["war:change_point"]
    assert row["value"] == 4.0
    assert row["note"].startswith("exploratory: from then on; documents permuted 199 times: p = ")


def test_a_date_of_change_is_told_as_written():
    dates = [f"2031-0{month}-05" for month in range(1, 7)]
    docs = over_time([1, 1, 1, 6, 6, 6])
    spanish = [Doc(d.doc_id, d.paragraphs, meta={"Fecha": date}) for d, date in zip(docs, dates, strict=True)]
    row = measure(made(*spanish), "shift").set_index("category").loc["war:change_point"]
    assert row["value"] == pytest.approx(2031 + 94 / 365.25)
    assert row["note"].startswith("exploratory: from 2031-04-05 on; documents permuted")


def test_undefined_shifts_say_why():
    few = measure(made(*over_time([1, 2, 3])), "shift").set_index("category")
    assert few.loc["war:trend", "note"] == "undefined: fewer than 5 times"
    assert few.loc["peace:trend", "note"] == "undefined: no hits of peace"
    assert "fewer than three documents on a side: no interval" in few.loc["war:change", "note"]
    same = measure(made(*over_time([1, 2, 3], weeks=[4, 4, 4])), "shift").set_index("category")
    assert same.loc["war:change", "note"] == "undefined: all documents are of one time"
    none = measure(made(Doc("a", [[Seg(9, ["war.threat"])]])), "shift").set_index("category")
    assert none.loc["war:trend", "note"] == (
        "undefined: the documents have no column week, date, year, time, fecha, año; name one with time="
    )
    with pytest.raises(MeasureError) as error:
        measure(made(*over_time([1, 2])), "shift", time="wek")
    assert str(error.value) == (
        "Argument time: the documents have no column 'wek'; they have doc_id, sha256, language, n_tokens, "
        "week. Did you mean 'week'?"
    )


def test_groups_are_followed_apart_and_missing_times_left_away():
    docs = [
        Doc(f"{g}{i}", [[Seg(100, ["war.threat"] * n)]], meta={"g": g, "week": i if i else None})
        for g, series in (("x", [9, 1, 1, 1, 5, 5, 5]), ("y", [9, 5, 5, 5, 1, 1, 1]))
        for i, n in enumerate(series)
    ]
    frame = measure(made(*docs), "shift", by="g")
    change = frame[frame["category"] == "war:change"].set_index("g")["value"]
    assert change["x"] == pytest.approx(-change["y"])
    assert change["x"] > 1
    row = frame[(frame["g"] == "x") & (frame["category"] == "war:change")].iloc[0]
    assert row["n_hits"] == 18


def test_times():
    times, unit = times_of(pd.Series(["2031-01-01", "2032", None], name="date"))
    assert unit == "year"
    np.testing.assert_allclose(times, [2031.0, 2032.0, np.nan])
    assert times_of(pd.Series(["3", "4"], name="week"))[1] == "week"
    with pytest.raises(MeasureError) as error:
        times_of(pd.Series(["soon"], name="date"))
    assert str(error.value) == (
        "Column 'date' has 'soon', which is no time; times are numbers, YYYY, YYYY-MM or YYYY-MM-DD."
    )


def persons(*pairs, extra=()):
    docs = []
    for i, (public, private) in enumerate(pairs):
        for setting, n in (("public", public), ("memo", private)):
            meta = {"person": f"P{i}", "setting": setting, "side": "AB"[i % 2]}
            docs.append(Doc(f"{i}-{setting}", [[Seg(100, ["war.threat"] * n)]], meta=meta))
    return made(*docs, *extra)


def test_observed_differences_by_hand():
    frame = measure(persons((5, 1), (3, 2), (4, 4)), "public_private").set_index("category")
    assert frame.loc["observed.war", "value"] == pytest.approx((40 + 10 + 0) / 3)
    assert frame.loc["observed.war", "n_hits"] == 19
    assert frame.loc["observed.war", "note"].startswith(
        "public minus private per 1,000 words, mean of three persons; 95 % interval: 3 persons resampled"
    )
    assert frame.loc["observed.hedging", "value"] == 0.0
    assert not frame.index.str.startswith("reported").any()


def test_persons_by_themselves_and_persons_without_a_pair():
    lonely = Doc("z", [[Seg(50)]], meta={"person": "Z", "setting": "public", "side": "A"})
    frame = measure(persons((5, 1), (3, 2), extra=[lonely]), "public_private", by="person")
    war = frame[frame["category"] == "observed.war"].set_index("person")
    assert war.loc["P0", "value"] == pytest.approx(40.0)
    assert math.isnan(war.loc["Z", "value"])
    assert (
        war.loc["Z", "note"] == "undefined: nobody has both public and private or memo or internal documents"
    )
    bare = measure(made(Doc("a", [[Seg(9)]])), "public_private")
    assert bare["note"].unique().tolist() == ["undefined: the documents have no columns person and setting"]


def test_reported_cues_are_kept_apart():
    lexicons = {**LEXICONS, ("public_private", "en"): {"categories": ["public", "private"]}}
    docs = [
        Doc("a", [[Seg(100, ["public_private/private", "public_private/private", "public_private/public"])]])
    ]
    frame = measure(made(*docs, lexicons=lexicons), "public_private").set_index("category")
    assert frame.loc["reported.private", "value"] == pytest.approx(20.0)
    assert frame.loc["reported.public", "value"] == pytest.approx(10.0)
    assert math.isnan(frame.loc["observed.war", "value"])


def test_kitagawa_by_hand():
    gap, who, what = kitagawa(
        np.array([60.0, 40]), np.array([0.6, 2.0]), np.array([80.0, 20]), np.array([0.8, 0.5])
    )
    # rates 10, 50 and 10, 25; shares .6, .4 and .8, .2
    assert gap == pytest.approx(26 - 13)
    assert who == pytest.approx(-0.2 * 10 + 0.2 * 37.5)
    assert what == pytest.approx(25 * 0.3)


sides = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), min_size=3, max_size=3)


@given(sides, sides)
def test_who_and_what_add_up_and_swapping_flips(one, other):
    a, x = (np.array([pair[i] for pair in one], dtype=float) for i in (0, 1))
    b, y = (np.array([pair[i] for pair in other], dtype=float) for i in (0, 1))
    x, y = np.where(a > 0, x, 0), np.where(b > 0, y, 0)
    gap, who, what = kitagawa(a, x, b, y)
    if a.sum() and b.sum():
        assert who + what == pytest.approx(gap, abs=1e-9)
        np.testing.assert_allclose(kitagawa(b, y, a, x), [-gap, -who, -what], atol=1e-9)
        assert gap == pytest.approx(1000 * x.sum() / a.sum() - 1000 * y.sum() / b.sum())
    else:
        assert math.isnan(gap)


def test_who_or_what_of_groups():
    def docs(g, quoted, n):
        return [
            Doc(
                f"{g}{i}",
                [[Seg(100 - quoted), Seg(quoted, ["war.threat"] * n, "direct", quote_id="q")]],
                meta={"g": g},
            )
            for i in range(4)
        ]

    # both quote with a rate of 50 per 1,000; x gives quotations more room
    frame = measure(made(*docs("x", 40, 2), *docs("y", 20, 1)), "who_or_what", by="g")
    got = values(frame, g="x")
    assert (got["war:gap"], got["war:who"], got["war:what"]) == pytest.approx((10.0, 10.0, 0.0))
    assert values(frame, g="y")["war:gap"] == pytest.approx(-10.0)
    assert got["peace:gap"] == 0.0


def test_who_or_what_by_kind_of_source_and_alone():
    quotes = [
        {
            "quote_id": "q",
            "doc_id": "a",
            "start": 500,
            "end": 900,
            "source_kind": "anonymous",
            "type": "direct",
        }
    ]
    evidence = made(
        Doc("a", [[Seg(50), Seg(50, ["war.threat"], "direct", quote_id="q")]]),
        Doc("b", [[Seg(100)]]),
        quotes=quotes,
    )
    got = values(measure(evidence, "who_or_what", split="source_kind"), doc_id="a")
    # b quotes nobody, so that what the source says is all due to its being quoted
    assert (got["war:gap"], got["war:who"], got["war:what"]) == pytest.approx((10.0, 10.0, 0.0))
    alone = measure(made(Doc("a", [[Seg(9)]])), "who_or_what")
    assert alone["note"].unique().tolist() == [
        "undefined: nothing to compare with; against all others together"
    ]
    everything = measure(made(*(Doc(d, [[Seg(9, ["war.threat"])]]) for d in "abc")), "who_or_what", by=[])
    assert everything["value"].isna().all()
