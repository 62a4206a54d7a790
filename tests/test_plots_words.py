"""Words against the others' words: blocks, order, what is said where nothing is known."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from discourse import plots
from discourse.errors import FigureError
from discourse.measures.frame import tidy
from discourse.plots.words import ELSEWHERE, HERE


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def table(*rows, measure="verb_swap"):
    made = []
    for side, category, value, *more in rows:
        low, high = more if more else (np.nan, np.nan)
        row = {"side": side, "measure": measure, "category": category, "n_hits": 3, "n_tokens": 1200}
        note = "nomination; more" if measure == "naming" else ""
        made.append({**row, "value": 3.0, "unit": "count"})
        made.append(
            {**row, "value": value, "unit": "log_ratio", "ci_low": low, "ci_high": high, "note": note}
        )
    return tidy(["side"], made)


VERBS = table(
    ("east", "crisis.end", 1.2, 0.4, 2.0),
    ("east", "crisis.solve", np.nan),
    ("east", "crisis.address", -0.7),
    ("east", "united_states.ask", 0.1),
    ("west", "crisis.end", -1.2),
)


def shown(ax):
    return [t.get_text() for t in ax.get_yticklabels()], {t.get_text() for t in ax.texts}


def test_words_stand_in_blocks_in_the_order_of_their_values():
    ax = plots.diverging(VERBS)
    words, texts = shown(ax)
    assert words == ["end", "address", "solve", "ask"]
    assert {"crisis", "united states", "3 of 1,200", " undefined"} <= texts
    assert ax.get_xlabel() == "log ratio (left: more in the others, right: more in east)"
    widths = [bar.get_width() for bar in ax.patches]
    assert widths == [1.2, -0.7, 0.0, 0.1]
    faces = [to_hex(bar.get_facecolor()) for bar in ax.patches]
    assert faces[:2] == [HERE.lower(), ELSEWHERE.lower()]
    drawn = [np.asarray(s) for s in ax.collections[0].get_segments() if np.asarray(s).ndim == 2]
    assert [s[:, 0].tolist() for s in drawn if np.isfinite(s).all()] == [[0.4, 2.0]]
    low, high = ax.get_xlim()
    assert low == -high
    assert high > 2.0
    places = ax.get_yticks()
    assert (np.diff(places) < 0).all()


def test_a_group_is_chosen_words_are_fewer_and_strategies_are_told():
    ax = plots.diverging(VERBS, group="west")
    assert shown(ax)[0] == ["end"]
    assert shown(plots.diverging(VERBS, n_words=1))[0] == ["end", "ask"]
    naming = table(("east", "keldmark.regime", 0.5), measure="naming")
    assert "keldmark (nomination)" in shown(plots.diverging(naming))[1]
    own = plt.figure().subplots()
    assert plots.diverging(VERBS, own, labels={"east": "The East"}) is own
    assert "more in The East" in own.get_xlabel()


def test_mistakes():
    with pytest.raises(FigureError) as error:
        plots.diverging(VERBS, group="wets")
    assert str(error.value) == (
        "Figure 'diverging': the table has no group 'wets'; it has east, west. Did you mean 'west'?"
    )
    with pytest.raises(FigureError, match="no log ratios of words; its units are count"):
        plots.diverging(VERBS[VERBS["unit"] == "count"])
    with pytest.raises(FigureError, match="no value is defined, so there is nothing to draw"):
        plots.diverging(table(("east", "crisis.end", np.nan)))
    with pytest.raises(FigureError, match="no value of 'west' is defined"):
        plots.diverging(table(("east", "k.a", 1.0), ("west", "k.a", np.nan)), group="west")
    with pytest.raises(FigureError, match="the table has no column 'unit'"):
        plots.diverging(pd.DataFrame({"category": ["a.b"], "value": [1.0]}))
