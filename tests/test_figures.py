from __future__ import annotations

import json
import shutil

import matplotlib.pyplot as plt
import nbformat
import pytest
from test_measures_evidence import Doc, Seg, made

from discourse import __version__, figures, plots
from discourse.errors import FigureError
from discourse.figures import compare_folders, gallery, run_notebooks, save_figure
from discourse.measures import measure

EVIDENCE = made(
    *(Doc(f"d{i}", [[Seg(60 + i, ["war.threat"] * i)], [Seg(50)]], meta={"g": i % 2}) for i in range(6))
)
TABLE = measure(EVIDENCE, "framing", by="g", n_boot=200)


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def saved(folder, seed=0):
    return save_figure(
        plots.forest(TABLE),
        "framing",
        data=TABLE,
        caption="Framing\n  by group.",
        evidence=EVIDENCE,
        seed=seed,
        folder=folder,
    )


def test_four_files_with_numbers_and_origin(tmp_path):
    path = saved(tmp_path / "figures")
    assert path == tmp_path / "figures" / "framing.svg"
    assert sorted(p.suffix for p in path.parent.iterdir()) == [".csv", ".json", ".png", ".svg"]
    record = json.loads(path.with_suffix(".json").read_text())
    assert record["caption"] == "Framing by group."
    assert record["discourse"] == __version__
    assert record["texts"] == {f"d{i}": "0" * 64 for i in range(6)}
    assert record["lexicons"]["war_peace en"] == {"version": "1.0.0", "sha256": "a" * 64}
    assert record["columns"] == list(TABLE.columns)
    assert (record["seed"], record["rows"]) == (0, len(TABLE))
    assert "/" not in path.with_suffix(".json").read_text().replace("n/a", "")


def test_numbers_have_ten_significant_digits(tmp_path):
    data = TABLE.assign(value=1 / 3)
    path = save_figure(plots.forest(data), "thirds", data=data, folder=tmp_path)
    line = path.with_suffix(".csv").read_text().splitlines()[1]
    assert ",0.3333333333," in line
    assert b"\r" not in path.with_suffix(".csv").read_bytes()


def test_same_bytes_again(tmp_path):
    one, other = saved(tmp_path / "one"), saved(tmp_path / "other")
    for suffix in (".svg", ".png", ".csv", ".json"):
        assert one.with_suffix(suffix).read_bytes() == other.with_suffix(suffix).read_bytes(), suffix
    assert b"<dc:date>" not in one.read_bytes()
    assert compare_folders(one.parent, other.parent) == []


def test_the_user_s_font_does_not_show(tmp_path):
    one = saved(tmp_path / "one")
    with plt.rc_context({"font.sans-serif": ["serif"], "svg.fonttype": "none", "savefig.dpi": 50}):
        other = saved(tmp_path / "other")
    assert one.with_suffix(".png").read_bytes() == other.with_suffix(".png").read_bytes()


@pytest.mark.parametrize("name", ["", "Framing", "a/b", "../up", "a b", "a.b"])
def test_names_that_are_no_file_names(tmp_path, name):
    with pytest.raises(FigureError) as error:
        save_figure(plots.forest(TABLE), name, data=TABLE, folder=tmp_path)
    assert str(error.value) == (
        f"Figure '{name}': a name is small letters, digits and hyphens, e.g. 'framing-by-genre'."
    )
    assert not list(tmp_path.iterdir())


def test_nothing_to_save(tmp_path):
    with pytest.raises(FigureError) as error:
        save_figure(plots.forest(TABLE), "empty", data=TABLE.head(0), folder=tmp_path)
    assert str(error.value) == "Figure 'empty': the table has no rows, so there is nothing to save."


def test_differences_are_named(tmp_path):
    one, other = saved(tmp_path / "one").parent, saved(tmp_path / "other").parent
    text = (other / "framing.csv").read_text()
    (other / "framing.csv").write_text(text.replace("per_1000", "per_100", 1))
    (other / "framing.json").write_text(
        (other / "framing.json").read_text().replace('"seed": 0', '"seed": 1')
    )
    (other / "framing.svg").write_text((other / "framing.svg").read_text() + "<!-- -->\n")
    (one / "gone.csv").write_text("a\n")
    (other / "new.csv").write_text("a\n")
    lines = compare_folders(one, other)
    assert lines[0] == "framing.csv: row 1 (0, framing), column unit: per_100, not per_1000"
    assert lines[1] == "framing.json: seed is 1, not 0"
    assert lines[2].startswith("framing.svg: has ")
    assert lines[3] == "gone.csv: no notebook saves it any more"
    assert lines[4] == "new.csv: is new; run discourse figures and commit it"


def test_pixels_not_packing_are_compared(tmp_path):
    one, other = saved(tmp_path / "one").parent, saved(tmp_path / "other").parent
    data = plt.imread(one / "framing.png")
    plt.imsave(other / "framing.png", data)
    assert (one / "framing.png").read_bytes() != (other / "framing.png").read_bytes()
    assert compare_folders(one, other) == []
    data = data.copy()
    data[0, 0, :3] = 0
    plt.imsave(other / "framing.png", data)
    assert compare_folders(one, other)[0].startswith("framing.png: 1 of ")
    plt.imsave(other / "framing.png", data[1:])
    assert " pixels, not " in compare_folders(one, other)[0]


def test_rows_columns_and_records_that_differ(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
    (one / "a.csv").write_text("x,y\n1,2\n")
    (other / "a.csv").write_text("x,z\n1,2\n")
    assert compare_folders(one, other) == ["a.csv: columns are x, z, not x, y"]
    (other / "a.csv").write_text("x,y\n1,2\n3,4\n")
    assert compare_folders(one, other) == ["a.csv: has 2 rows, not 1"]
    (other / "a.csv").write_text("x,y\n2,3\n")
    assert compare_folders(one, other) == ["a.csv: row 1 (1, 2), column x: 2, not 1 (2 cells differ)"]
    (other / "a.csv").write_text("x,y\n1,2\n")
    (one / "a.json").write_text('{"texts": {"d1": "a", "d2": "b"}}')
    (other / "a.json").write_text('{"texts": {"d1": "a", "d2": "c"}}')
    assert compare_folders(one, other) == ["a.json: texts: d2 changed"]
    assert compare_folders(tmp_path / "nowhere", tmp_path / "nowhere") == []


def test_gallery_shows_captions(tmp_path):
    saved(tmp_path)
    text = gallery(tmp_path).read_text()
    assert "## framing\n\n![framing](framing.svg)\n\nFraming by group.\n" in text
    assert "[numbers](framing.csv), 18 rows · [origin](framing.json): 6 texts, 2 lexicons, seed 0" in text
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(FigureError, match=r"Figure record 'broken\.json' is no JSON"):
        gallery(tmp_path)


CELL = """
import pandas as pd
import discourse as dc
from discourse import plots
columns = "g measure category value unit ci_low ci_high n_hits n_tokens note".split()
table = pd.DataFrame([["x", "framing", "war", {value}, "per_1000", 1.0, 9.0, 4, 1000, ""]], columns=columns)
dc.save_figure(plots.forest(table), "{name}", data=table, caption="Made up.")
"""


def project(root, **cells):
    """Make a project with one notebook a name, of the given cells."""
    (root / "notebooks").mkdir(parents=True)
    (root / "pyproject.toml").write_text("")
    for name, source in cells.items():
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in source])
        nbformat.write(notebook, root / "notebooks" / f"{name}.ipynb")
    return root


@pytest.mark.xdist_group("kernels")
def test_build_and_check(tmp_path, capsys):
    root = project(tmp_path / "p", one=[CELL.format(value=4.0, name="war")])
    (root / "figures").mkdir()
    (root / "figures" / "old.csv").write_text("left from before\n")
    (root / "figures" / "notes.txt").write_text("not ours\n")
    assert figures.build(root) == 0
    kept = sorted(p.name for p in (root / "figures").iterdir())
    assert kept == ["README.md", "notes.txt", "war.csv", "war.json", "war.png", "war.svg"]
    assert figures.check(root) == 0
    assert capsys.readouterr().err == "1 figure in figures/\n1 figure: all reproduce\n"
    shutil.rmtree(root / "notebooks")
    project(tmp_path / "q", one=[CELL.format(value=5.0, name="war")])
    shutil.move(tmp_path / "q" / "notebooks", root / "notebooks")
    assert figures.check(root) == 1
    assert "war.csv: row 1 (x, framing), column value: 5, not 4\n" in capsys.readouterr().err


@pytest.mark.xdist_group("kernels")
def test_a_failing_cell_is_told_in_one_line(tmp_path):
    root = project(tmp_path / "p", bad=["x = 1", "y = 0\nx / y", "z = 3"])
    with pytest.raises(FigureError) as error:
        figures.build(root)
    assert (
        str(error.value) == "Notebook 'bad.ipynb', code cell 2 ('y = 0'): ZeroDivisionError: division by zero"
    )
    assert not (root / "figures").exists()


def test_no_notebooks_and_no_notebook(tmp_path):
    with pytest.raises(FigureError) as error:
        run_notebooks(tmp_path, tmp_path / "out")
    assert str(error.value) == f"Folder '{tmp_path.name}': no notebooks (*.ipynb) to run."
    (tmp_path / "x.ipynb").write_text("no json")
    with pytest.raises(FigureError, match=r"Notebook 'x\.ipynb' cannot be read: "):
        run_notebooks(tmp_path, tmp_path / "out")


def test_the_project_is_found_from_its_notebooks(tmp_path, monkeypatch):
    root = project(tmp_path / "p", one=["1"])
    monkeypatch.delenv("DISCOURSE_FIGURES", raising=False)
    monkeypatch.chdir(root / "notebooks")
    assert figures.figure_folder() == root / "figures"
    monkeypatch.setenv("DISCOURSE_FIGURES", str(tmp_path / "elsewhere"))
    assert figures.figure_folder() == tmp_path / "elsewhere"
    monkeypatch.delenv("DISCOURSE_FIGURES")
    monkeypatch.chdir(tmp_path)
    assert (
        figures.figure_folder() == tmp_path / "figures"
    )  # no project: where somebody works on their own texts
    with pytest.raises(FigureError) as error:
        figures.project_root()
    assert str(error.value) == (
        f"No project at '{tmp_path.name}' or above it: a project has pyproject.toml, notebooks. "
        "Go to its folder and try again."
    )
