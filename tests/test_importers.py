"""Well-known collections become corpora: their layouts, metadata, encodings, and what goes wrong."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from discourse.corpus import IMPORTERS, import_corpus
from discourse.errors import ReadError, UsageError
from discourse.readers import Document, Problem


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder of NLTK's."""
    folder = tmp_path / "corpora" / "state_union"
    folder.mkdir(parents=True)
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))
    return folder


def imported(kind: str, source: str) -> list[Document | Problem]:
    return list(import_corpus(kind, source))


def only(kind: str, source: str) -> Document | Problem:
    found = imported(kind, source)
    assert len(found) == 1
    return found[0]


def test_the_archive_of_the_general_debate(tmp_path: Path) -> None:
    for session, name in ((75, "VEN_75_2020"), (2, "USA_02_1947"), (75, "USA_75_2020")):
        folder = tmp_path / "TXT" / f"Session {session:02} - {1945 + session}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.txt").write_bytes(f"Speech {name}.\r\nThe end.".encode())
    (tmp_path / "TXT" / "notes.txt").write_text("not a speech")
    found = imported("ungdc", str(tmp_path))
    assert [d.doc_id for d in found] == ["USA_02_1947", "USA_75_2020", "VEN_75_2020"]
    assert found[0].text == "Speech USA_02_1947.\nThe end."
    assert found[0].metadata == {"country": "USA", "session": "2", "year": "1947"}
    assert found[0].language == "en"


def test_the_general_debate_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "ungdc.csv"
    path.write_text("id,text,country\nUSA_75_2020,We speak.,USA\n")
    document = only("ungdc", str(path))
    assert (document.doc_id, document.text, document.metadata["country"]) == (
        "USA_75_2020",
        "We speak.",
        "USA",
    )


def test_addresses_unpacked(data: Path) -> None:
    (data / "1965-Johnson-1.txt").write_text("My friends.")
    (data / "README").write_text("about")
    document = only("nltk", "state_union")
    assert document.doc_id == "1965-Johnson-1"
    assert document.metadata == {
        "year": "1965",
        "speaker": "Johnson",
        "office": "President",
        "country": "USA",
    }


def test_addresses_in_their_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpora").mkdir()
    with zipfile.ZipFile(tmp_path / "corpora" / "inaugural.zip", "w") as archive:
        archive.writestr("inaugural/1800-Roe.txt", "Fellow citizens.")
        archive.writestr("inaugural/README", "about")
    monkeypatch.setenv("NLTK_DATA", f"/nowhere:{tmp_path}")
    assert only("nltk", "inaugural").doc_id == "1800-Roe"


ENCODED = {
    "utf-8": ("“War,” she said — no café.", "utf-8"),
    "utf-8 with its mark": ("“No.”", "utf-8-sig"),
    "punctuation in Big5": ("“War,” she said—no.", "big5"),
    "Western European letters": ("The café’s 2½ per cent.", "cp1252"),
    # two bytes that Big5 would read as a Chinese letter
    "signs of Western Europe": ("It costs 2½¢.", "cp1252"),
}


@pytest.mark.parametrize(("text", "encoding"), ENCODED.values(), ids=list(ENCODED))
def test_encodings(data: Path, text: str, encoding: str) -> None:
    (data / "1970-Roe.txt").write_bytes(f"{text}\r\nEnd.".encode(encoding))
    assert only("nltk", "state_union").text == f"{text}\nEnd."


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_go_on(data: Path) -> None:
    (data / "1970-Roe.txt").write_bytes(b"War \x81 no")
    (data / "1971-Roe.txt").write_bytes(b" \n")
    (data / "1972-Roe.txt").write_text("Peace.")
    broken, empty, good = imported("nltk", "state_union")
    assert broken.message == (
        "'state_union/1970-Roe.txt': neither UTF-8, nor Big5 punctuation, nor Windows-1252."
    )
    assert empty.message.startswith("'state_union/1971-Roe.txt': empty, there is no text in it")
    assert good.text == "Peace."


def test_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError) as error:
        imported("ungcd", "x")
    assert str(error.value) == "No collection 'ungcd'; there are: ungdc, nltk. Did you mean 'ungdc'?"
    assert list(IMPORTERS) == ["ungdc", "nltk"]
    with pytest.raises(ReadError, match="there is no such file or folder"):
        imported("ungdc", str(tmp_path / "none"))
    with pytest.raises(
        ReadError, match=r"no file called like USA_01_1946\.txt; give the archive's folder TXT"
    ):
        imported("ungdc", str(tmp_path))
    with pytest.raises(
        UsageError, match=r"No NLTK corpus 'state_onion' can be imported; .* Did you mean 'state_union'"
    ):
        imported("nltk", "state_onion")
    monkeypatch.delenv("NLTK_DATA", raising=False)
    with pytest.raises(
        ReadError, match=r"'state_union': not found; set NLTK_DATA to the folder that nltk\.download"
    ):
        imported("nltk", "state_union")


@pytest.mark.parametrize("name", ["state_union", "inaugural"])
def test_the_addresses_have_no_letters_but_latin_ones(
    name: str, nltk_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NLTK_DATA", str(nltk_data))
    found = imported("nltk", name)
    assert len(found) > 50
    assert all(isinstance(d, Document) for d in found)
    letters = {c for d in found for c in d.text if c.isalpha()}
    assert max(map(ord, letters)) < 0x250
    # marks of the wrong encoding, as Windows-1252 shows Big5
    assert not [d.doc_id for d in found if "¡¦" in d.text]
    assert all(1789 <= int(d.metadata["year"]) <= 2100 for d in found)


def test_the_general_debate_of_the_archive(ungdc: Path) -> None:
    archive = ungdc.parent / "TXT"
    if not archive.is_dir():
        pytest.skip("the archive's folder TXT is not beside the Parquet file of the General Debate")
    found = imported("ungdc", str(archive))
    assert all(isinstance(d, Document) for d in found)
    assert len({d.doc_id for d in found}) == len(found)
    assert {d.metadata["country"] for d in found} >= {"USA", "VEN"}
