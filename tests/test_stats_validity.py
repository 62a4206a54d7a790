"""Sheets for judges, and what their judgements say, against hand-computed cases."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from discourse.errors import ReadError, UsageError
from discourse.evidence import find
from discourse.stats.validity import read_sheet, sample_hits, score_sheet, write_sheet

TEXTS = ["The army crossed the border. The troops attacked. Talks began and a truce held."] * 6


def test_a_sheet_is_stratified_seeded_and_says_its_probabilities() -> None:
    evidence = find(TEXTS, "war_peace", language="en")
    sheet = sample_hits(evidence, 8, seed=3)
    pd.testing.assert_frame_equal(sheet, sample_hits(evidence, 8, seed=3))
    assert not sheet["hit_id"].equals(sample_hits(evidence, 8, seed=4)["hit_id"])
    assert len(sheet) == 8
    assert sheet["hit_id"].is_unique
    sizes = evidence.hits.groupby("category").size()
    drawn = sheet.groupby("category").size()
    assert drawn.max() - drawn.min() <= 1
    for row in sheet.itertuples():
        assert row.n_stratum == sizes[row.category]
        assert row.inclusion_probability == pytest.approx(drawn[row.category] / sizes[row.category])
    with pytest.raises(UsageError, match="No hit to draw from"):
        sample_hits(find("Rain.", "war_peace", language="en"))


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_from_sheet_to_precision(tmp_path: Path, ending: str) -> None:
    sheet = pd.DataFrame(
        {
            "lexicon": "x",
            "category": ["a"] * 4 + ["b"] * 2,
            "n_stratum": [100] * 4 + [50] * 2,
            "inclusion_probability": [0.04] * 6,
            "judgement": ["1", "1", "1", "0", "right", ""],
            "node": "=cmd",
        }
    )
    path = tmp_path / f"sheet{ending}"
    write_sheet(sheet, path)
    scored = score_sheet(read_sheet(path)).set_index("category")
    assert scored.loc["a", ["n_hits", "n_read", "n_right", "precision"]].tolist() == [100, 4, 3, 0.75]
    # Wilson 1927 for 3 of 4: (0.75 + 1.92073/4 ± 1.96 sqrt(0.75·0.25/4 + 3.84146/64)) / (1 + 3.84146/4)
    assert scored.loc["a", ["ci_low", "ci_high"]].astype(float).round(4).tolist() == [0.3006, 0.9544]
    assert scored.loc["b", "note"] == "Wilson interval; 1 not judged"
    assert scored.loc["all", "precision"] == pytest.approx((100 * 0.75 + 50 * 1.0) / 150)
    variance = (100 / 150) ** 2 * (1 - 4 / 100) * 0.75 * 0.25 / 3
    assert scored.loc["all", "ci_low"] == pytest.approx(125 / 150 - 1.959964 * np.sqrt(variance))


def test_nothing_judged_is_undefined_and_a_category_nobody_read_is_said() -> None:
    empty = pd.DataFrame(
        {"lexicon": "x", "category": ["a", "b"], "n_stratum": [9.0, 5.0], "judgement": [np.nan] * 2}
    )
    row = score_sheet(empty).set_index("category").loc["all"]
    assert row[["precision", "ci_low", "ci_high"]].isna().all()
    assert row["note"] == "undefined: nothing judged"
    half = score_sheet(empty.assign(judgement=[1.0, np.nan])).set_index("category").loc["all"]
    assert (half["n_hits"], half["precision"]) == (9, 1.0)
    assert half["note"] == "stratified estimate, normal interval; categories not judged: 1"


def test_judgements_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("lexicon,category,n_stratum,inclusion_probability,judgement\nx,a,10,0.1,maybe\n")
    with pytest.raises(ReadError) as error:
        read_sheet(path)
    assert str(error.value) == f"'{path}', row 2: judgement 'maybe'; allowed: 1 (right), 0 (wrong)."
    with pytest.raises(ReadError, match="there is no such file"):
        read_sheet(tmp_path / "none.csv")


def test_a_sheet_as_spreadsheets_write_it(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    header = "lexicon;category;n_stratum;inclusion_probability;judgement\r\n"
    path.write_bytes(("\ufeff" + header + "x;a;10;0,1;1\r\nx;a;10;0,1;0\r\n;;;;\r\n").encode())
    sheet = read_sheet(path)
    assert sheet["judgement"].tolist() == [1.0, 0.0]
    assert sheet["inclusion_probability"].tolist() == [0.1, 0.1]
    path.write_text(header + "x;a;ten;0,1;1\n")
    with pytest.raises(ReadError, match="row 2: n_stratum 'ten'; it must be as it was drawn"):
        read_sheet(path)


def test_files_that_are_no_sheets(tmp_path: Path) -> None:
    for name, content in (
        ("a.xlsx", b"PK\x03\x04 broken"),
        ("b.xlsx", b"no"),
        ("c.csv", b""),
        ("d.csv", b"\xff\xfe"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(ReadError, match="not readable as a sheet"):
            read_sheet(path)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ReadError, match="this is a folder"):
        read_sheet(tmp_path / "folder.csv")


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_what_a_spreadsheet_would_run_or_refuse_is_text(tmp_path: Path, ending: str) -> None:
    cells = ["=1+1", "+1", "-1", "@x", "\t=1", "a\x07b\x0c", "plain"]
    path = tmp_path / f"s{ending}"
    write_sheet(pd.DataFrame({"node": cells}), path)
    back = (pd.read_excel if ending == ".xlsx" else pd.read_csv)(path)["node"].tolist()
    assert [cell[0] for cell in back[:5]] == ["'"] * 5
    assert back[6] == "plain"
    with pytest.raises(UsageError, match="there is no folder"):
        write_sheet(pd.DataFrame({"node": cells}), tmp_path / "no" / f"s{ending}")
