from __future__ import annotations

import pytest
from test_measures_evidence import Doc, Seg, made, values

from discourse.errors import UsageError
from discourse.measures import measure
from discourse.measures.hedging import hedging

EVIDENCE = made(
    Doc(
        "a",
        [
            [Seg(60, ["war.threat"])],
            [Seg(40, ["war.threat"], left_out=True)],
            [Seg(100, ["peace.restraint"])],
        ],
    )
)


def test_share_of_tokens_left_out():
    frame = measure(EVIDENCE, "left_out")
    row = frame.iloc[0]
    assert (row["category"], row["unit"], row["n_tokens"]) == ("tokens", "share", 200)
    assert row["value"] == pytest.approx(0.2)
    assert set(frame["measure"]) == {"left_out"}


def test_measures_with_and_without():
    got = values(measure(EVIDENCE, "left_out"))
    assert got["framing.war:without"] == pytest.approx(1000 / 160)
    assert got["framing.war:with"] == pytest.approx(1000 * 2 / 200)
    assert got["hedging.density:with"] == 0.0


def test_the_two_versions_stand_together():
    names = measure(EVIDENCE, "left_out", measures=["framing"])["category"].tolist()
    assert names[:5] == [
        "tokens",
        "framing.war:without",
        "framing.war:with",
        "framing.war.armed_force:without",
        "framing.war.armed_force:with",
    ]


def test_measures_by_function_and_wrong_name():
    got = values(measure(EVIDENCE, "left_out", measures={"hedging": hedging}, n_boot=0))
    assert len([name for name in got if name.startswith("hedging.")]) == 2 * 9
    with pytest.raises(UsageError) as error:
        measure(EVIDENCE, "left_out", measures=["hedgin"])
    assert str(error.value) == (
        "Argument measures: 'hedgin' cannot be compared by name; names are framing, rejection, hedging. "
        "Did you mean 'hedging'?"
    )


def test_nothing_left_out_makes_no_difference():
    got = values(measure(made(Doc("a", [[Seg(9, ["war.threat"])], [Seg(9)]])), "left_out"))
    assert got["tokens"] == 0.0
    for name, value in got.items():
        if name.endswith(":with"):
            assert got[name + "out"] == value
