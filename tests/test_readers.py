"""Readers: each kind of file, each mistake in it with its whole message, and languages."""

from __future__ import annotations

import hashlib
import json
import logging
import random
import sys

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.errors import MissingDependencyError, ReadError, UsageError
from discourse.readers import (
    Document,
    Ids,
    Problem,
    decode,
    decode_table,
    detect_language,
    language_code,
    read_file,
    read_table,
)
from discourse.readers import ids as ids_module

ENGLISH = "The fleet left the harbour before dawn, and nobody on the quay knew where it was going."
SPANISH = "La flota salió del puerto antes del amanecer y nadie en el muelle sabía a dónde iba."
HTML = f"""<!doctype html><html lang="en"><head><title>Harbour News</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/war">War</a></li><li><a href="/shop">Shop</a></li></ul></nav>
<header><div class="menu">Subscribe now</div></header>
<main><article><h1>A Fleet Leaves</h1>
<p>{ENGLISH} “Peace, yes,” the harbour master said, and closed the window again.</p>
<p>A week later the ministry wrote that it had no ships to send, and none to lose, in any case.</p>
</article></main>
<footer><p>Copyright of the harbour. All rights reserved.</p><a href="/terms">Terms of use</a></footer></body></html>"""


@pytest.fixture
def write(tmp_path):
    def make(name: str, content: str | bytes):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


# Plain text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"One.\nTwo.", "One.\nTwo."),
        (b"\xef\xbb\xbfOne.", "One."),
        (b"One.\r\nTwo.\rThree.\n\r\n", "One.\nTwo.\nThree.\n\n"),
        (" Señor\u00a0“x” \u2028a\u0301 ".encode(), " Señor\u00a0“x” \u2028a\u0301 "),  # no normalisation
        (b"\xef\xbb\xbf\xef\xbb\xbfOne.", "\ufeffOne."),
    ],
)
def test_text_files_are_untouched_but_for_bom_and_line_ends(data, text):
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "'a.txt': empty, there is no text in it; leave it out or put the text in."),
        (b"\xef\xbb\xbf \n\t", "'a.txt': empty, there is no text in it; leave it out or put the text in."),
        (
            b"a\x00b",
            "'a.txt': holds NUL bytes, so it is no text file; allowed: .txt, .md, .html, .htm, .pdf, .docx.",
        ),
        (
            SPANISH.encode("utf-16"),
            "'a.txt': not UTF-8 (byte 0), probably utf_16; save it as UTF-8 and try again.",
        ),
        (b"\xef\xbb\xbfab\xff", "'a.txt': not UTF-8 (byte 5)"),
    ],
)
def test_what_is_no_text_is_told(data, message):
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith(message)
    assert str(caught.value).endswith(message[-10:]) or "save it as UTF-8 and try again." in str(caught.value)


def test_the_likely_encoding_is_named():
    with pytest.raises(ReadError) as caught:
        decode((SPANISH * 5).encode("cp1252"), "a.txt")
    assert str(caught.value).startswith(
        f"'a.txt': not UTF-8 (byte {SPANISH.encode('cp1252').index(0xF3)}), probably "
    )
    assert str(caught.value).endswith("; save it as UTF-8 and try again.")


@given(st.text().filter(lambda text: text.strip() and "\x00" not in text and "\r" not in text))
def test_any_text_comes_back(text):
    if not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8", "ignore"), "a.txt") == text.encode("utf-8", "ignore").decode()


def test_a_document_knows_where_it_came_from(write):
    data = b"\xef\xbb\xbf" + SPANISH.encode() + b"\r\n"
    path = write("a.md", data)
    document = read_file(path, "a.md", metadata={"side": "north"})
    digest = hashlib.sha256(data).hexdigest()
    assert document == Document("a.md", f"{SPANISH}\n", digest, "es", {"side": "north"}, str(path))
    assert read_file(path, "x", language="en").language == "en"


def test_files_that_cannot_be_read(write, tmp_path):
    for path, message in (
        (
            write("a.rtf", "x"),
            "files ending in '.rtf' cannot be read; allowed: .txt, .md, .html, .htm, .pdf, .docx, .csv,"
            " .jsonl,"
            " .parquet; save the text as .docx or .txt.",
        ),
        (
            write("noending", "x"),
            "files without an ending cannot be read; allowed: .txt, .md, .html, .htm, .pdf, .docx, .csv, .jsonl,"
            " .parquet.",
        ),
        (tmp_path / "gone.txt", "there is no such file."),
    ):
        with pytest.raises(ReadError) as caught:
            read_file(path, "a")
        assert str(caught.value) == f"'{path}': {message}"


def test_a_file_that_may_not_be_opened(write, monkeypatch):
    path = write("a.txt", "x")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    with pytest.raises(ReadError) as caught:
        read_file(path, "a")
    assert str(caught.value) == f"'{path}': Permission denied."


# Web pages, PDF, Word --------------------------------------------------------------------------------------


def test_a_page_gives_its_article_without_its_menu(write):
    document = read_file(write("a.html", HTML), "a.html")
    assert ENGLISH in document.text
    assert "A week later the ministry wrote" in document.text
    for furniture in ("Home", "Shop", "Subscribe", "Terms of use"):
        assert furniture not in document.text
    assert document.language == "en"
    assert read_file(write("b.HTM", HTML), "b").text == document.text


def test_a_page_without_text(write):
    path = write("a.html", "<html><body></body></html>")
    with pytest.raises(ReadError) as caught:
        read_file(path, "a")
    assert str(caught.value) == f"'{path}': no running text found in this page."


def pdf(*pages: str) -> bytes:
    """A small PDF by hand: each page its lines, in Helvetica."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for page in pages:
        drawn = "".join(f"({line}) Tj T*\n" for line in page.split("\n") if line)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td\n{drawn}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    start = out.index("xref\n0")
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF").encode()


def test_a_pdf_gives_its_pages(write):
    path = write("a.pdf", pdf("The fleet left\nthe harbour before dawn and", "", "did not come back."))
    document = read_file(path, "a.pdf")
    lines = [line.strip() for line in document.text.split("\n")]
    assert lines == ["The fleet left", "the harbour before dawn and", "did not come back."]


def test_a_pdf_of_matplotlib_is_read(write, tmp_path):
    import matplotlib.pyplot as plt

    figure = plt.figure()
    figure.text(0.1, 0.5, "Peace, yes. War, no.")
    path = tmp_path / "figure.pdf"
    figure.savefig(path)
    plt.close(figure)
    assert read_file(path, "a").text == "Peace, yes. War, no."


def test_pdfs_without_text_or_in_pieces(write):
    import io

    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(pdf("Peace")))
    writer.encrypt("secret")
    locked = io.BytesIO()
    writer.write(locked)
    for data, message in (
        (pdf(""), "this PDF holds pictures of pages, no text; run a text recognition first."),
        (b"%PDF-1.4 and no more", "not readable as PDF (PdfStreamError)."),
        (b"", "not readable as PDF (EmptyFileError)."),
        (locked.getvalue(), "protected by a password; save it without one and try again."),
    ):
        path = write("a.pdf", data)
        with pytest.raises(ReadError) as caught:
            read_file(path, "a")
        assert str(caught.value) == f"'{path}': {message}"


def test_a_word_file_gives_its_paragraphs(tmp_path):
    import docx

    file = docx.Document()
    file.add_heading("A Fleet Leaves", level=1)
    file.add_paragraph(ENGLISH)
    file.add_paragraph("“Peace, yes.” ").add_run("War, no.").bold = True
    path = tmp_path / "a.docx"
    file.save(path)
    document = read_file(path, "a.docx")
    assert document.text.rstrip("\n") == f"A Fleet Leaves\n\n{ENGLISH}\n\n“Peace, yes.” War, no."


def test_word_files_without_text_or_in_pieces(write, tmp_path):
    import docx

    empty = tmp_path / "empty.docx"
    docx.Document().save(empty)
    for path, message in (
        (empty, "empty, there is no text in it; leave it out or put the text in."),
        (write("a.docx", b"no archive"), "not readable as a Word file (BadZipFile)."),
    ):
        with pytest.raises(ReadError) as caught:
            read_file(path, "a")
        assert str(caught.value) == f"'{path}': {message}"


@pytest.mark.parametrize(
    ("name", "package", "purpose"),
    [
        ("a.html", "trafilatura", "Reading HTML"),
        ("a.pdf", "pypdf", "Reading PDF"),
        ("a.docx", "mammoth", "Reading Word files"),
    ],
)
def test_a_package_that_is_not_installed(write, monkeypatch, name, package, purpose):
    path = write(name, "x")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingDependencyError) as caught:
        read_file(path, "a")
    assert str(caught.value) == (
        f"{purpose} needs the package '{package}', which is not installed;"
        " in the clone run: pip install '.[readers]'"
    )


def test_reading_is_quiet(write, capfd):
    with pytest.raises(ReadError):
        read_file(write("a.pdf", pdf("x")[:-60]), "a")
    with pytest.raises(ReadError):
        read_file(write("a.html", "<p"), "a")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").level == logging.CRITICAL


# Tables ----------------------------------------------------------------------------------------------------


def documents(path, **options):
    return [row for row in read_table(path, **options) if isinstance(row, Document)]


def problems(path, **options):
    found = [row.message for row in read_table(path, **options) if isinstance(row, Problem)]
    assert all(message.startswith(f"'{path}', ") for message in found)
    return [message.removeprefix(f"'{path}', ") for message in found]


def test_a_csv_table(write):
    path = write(
        "a.csv", f'\ufeffid,text,side,language\r\n1,"{ENGLISH}\r\n“x”",north,\r\n2,Sí.,south,ES-ve\r\n'
    )
    first, second = documents(path)
    assert first.text == f"{ENGLISH}\r\n“x”"  # a cell is untouched
    assert first.sha256 == hashlib.sha256(first.text.encode()).hexdigest()
    assert (first.doc_id, first.language, first.metadata) == ("1", "en", {"side": "north"})
    assert (second.doc_id, second.language, second.metadata) == ("2", "es", {"side": "south"})
    assert first.source == f"'{path}', row 2"
    assert [d.language for d in documents(path, language="en")] == ["en", "en"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_tables_of_spreadsheets(write, delimiter):
    rows = [["id", "text"], ["1", '"Peace, yes; war\tno"']]
    path = write("a.csv", "\n".join(delimiter.join(row) for row in rows))
    assert [d.text for d in documents(path)] == ["Peace, yes; war\tno"]


def test_other_columns_may_hold_id_and_text(write):
    path = write("a.csv", "nr,body,id\n7,Peace.,x\n")
    (document,) = documents(path, id_column="nr", text_column="body")
    assert (document.doc_id, document.text, document.metadata) == ("7", "Peace.", {"id": "x"})


def test_json_lines(write):
    rows = [
        {"id": 1, "text": ENGLISH, "year": 1999.0, "tags": ["a"], "none": None, "yes": True},
        {"id": "b", "text": SPANISH, "share": 0.5},
    ]
    path = write("a.jsonl", "\n" + "\n\n".join(map(json.dumps, rows)) + "\n")
    first, second = documents(path)
    assert (first.doc_id, first.metadata) == (
        "1",
        {"year": "1999", "tags": '["a"]', "none": "", "yes": "True"},
    )
    assert (second.doc_id, second.metadata, second.language) == ("b", {"share": "0.5"}, "es")


def test_a_parquet_table(tmp_path):
    path = tmp_path / "a.parquet"
    table = pa.table({"id": ["a", "b"], "text": [ENGLISH, None], "year": [1999, None]})
    pq.write_table(table, path)
    (document,) = documents(path)
    assert (document.doc_id, document.text, document.metadata) == ("a", ENGLISH, {"year": "1999"})
    assert document.source == f"'{path}', row 1"
    assert problems(path) == ["row 2, id 'b': no text in column 'text'."]


def test_rows_that_cannot_be_read_are_told_and_the_others_read(write):
    path = write("a.csv", "id,text\n,Peace.\na,Peace.\na,War.\nb, \nc\nd,Peace.,more,still more\ne,War.\n")
    assert [d.doc_id for d in documents(path)] == ["a", "e"]
    assert problems(path) == [
        "row 2: no id in column 'id'; give each row one.",
        "row 4: the id 'a' stands twice; ids must differ.",
        "row 5, id 'b': no text in column 'text'.",
        "row 6, id 'c': no text in column 'text'.",
        "row 7: has more cells than the header (2 too many).",
    ]


def test_json_lines_that_cannot_be_read_are_told(write):
    lines = [
        '{"id": "a", "text": "Peace."}',
        "{",
        "[1]",
        '{"id": "b", "text": 5}',
        '{"id": "c", "text": "\\ud800"}',
    ]
    path = write("a.jsonl", "\n".join(lines))
    assert [d.doc_id for d in documents(path)] == ["a"]
    assert problems(path) == [
        "row 2: not readable as JSON: Expecting property name enclosed in double quotes.",
        "row 3: not a JSON object.",
        "row 4, id 'b': no text in column 'text'.",
        "row 5, id 'c': the text holds half a character ('\\ud800'); write the whole of it.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("a.csv", "", ReadError, "empty; a table needs a header and rows."),
        ("a.jsonl", " \n\n", ReadError, "empty; a table needs a header and rows."),
        ("a.parquet", "PAR1", ReadError, "not readable as Parquet"),
        (
            "a.csv",
            "id,txt\n1,x\n",
            UsageError,
            "no column 'text'; columns: id, txt; name it with --text-column. Did you mean 'txt'?",
        ),
        (
            "a.csv",
            "id;texto;fecha\n1;x;2024\n",
            UsageError,
            "no column 'text'; columns: id, texto, fecha; name it with --text-column. Did you mean 'texto'?",
        ),
        (
            "a.jsonl",
            '{"key": 1, "text": "x"}',
            UsageError,
            "no column 'id'; columns: key, text; name it with --id-column. Where there is none, add one that"
            " differs in each row.",
        ),
        ("a.csv", "id,text,id\n1,x,2\n", ReadError, "columns with one name: id; names must differ."),
        ("a.csv", b"id,text\n1,\xff\n", ReadError, "not UTF-8 (byte 10)"),
        (
            "a.xlsx",
            "x",
            ReadError,
            "tables ending in '.xlsx' cannot be read; allowed: .csv, .jsonl, .parquet.",
        ),
    ],
)
def test_tables_that_cannot_be_read(write, name, content, error, message):
    path = write(name, content)
    with pytest.raises(error) as caught:
        list(read_table(path))
    assert str(caught.value).startswith(f"'{path}': {message}")
    assert len(str(caught.value)) == len(f"'{path}': {message}") or not message.endswith((".", "?"))


def test_a_table_that_is_not_there(tmp_path):
    with pytest.raises(ReadError) as caught:
        list(read_table(tmp_path / "a.csv"))
    assert str(caught.value) == f"'{tmp_path}/a.csv': there is no such file."


def test_tables_are_decoded_without_touching_cells():
    assert decode_table(b"\xef\xbb\xbfa,b\r\n1,2", "a.csv") == "a,b\r\n1,2"
    with pytest.raises(ReadError) as caught:
        decode_table(b" \n", "a.csv")
    assert str(caught.value) == "'a.csv': empty; a table needs a header and rows."
    with pytest.raises(ReadError) as caught:
        decode_table(b"a\xff", "a.csv")
    assert str(caught.value).startswith("'a.csv': not UTF-8 (byte 1)")


# Languages -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (SPANISH, "es"),
        (ENGLISH * 40 + SPANISH * 100, "en"),  # the beginning decides
        ("Peace talks resume", "en"),
        ("Se reanudan las conversaciones de paz", "es"),
        ("¡Alto el fuego!", "es"),
        (
            "La flotte a quitté le port avant l'aube et personne sur le quai ne savait où elle allait. " * 4,
            "fr",
        ),
        ("A frota deixou o porto antes do amanhecer e ninguém no cais sabia para onde ela ia. " * 4, "pt"),
        ("Флот покинул гавань до рассвета, и никто на причале не знал, куда он идёт. " * 4, "ru"),
    ],
)
def test_languages_are_detected(text, language):
    assert [detect_language(text) for _ in range(3)] == [language] * 3


@given(st.text(max_size=150))
def test_short_texts_are_english_or_spanish(text):
    assert detect_language(text) in ("en", "es")
    assert detect_language(text) == detect_language(text)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"),
        (" ES ", "es"),
        ("en_GB", "en"),
        ("es-419", "es"),
        ("English", "en"),
        ("castellano", "es"),
        ("spa", "es"),
        ("fr", "fr"),
        ("Klingon", "klingon"),
        ("", ""),
    ],
)
def test_language_codes(value, code):
    assert language_code(value) == code


def test_ids_are_taken_once_however_many_there_are(monkeypatch):
    monkeypatch.setattr(ids_module, "_RECENT", 16)
    ids, names = Ids(), [f"document {n}" for n in range(3000)]
    assert [ids.take(name, n) for n, name in enumerate(names)] == [None] * 3000
    assert [ids.take(name) for name in names] == list(range(3000))
    assert [ids.take(f"{name}\ud800") for name in names] == [None] * 3000
    assert len(ids._runs) <= 9


def test_a_parquet_file_of_one_row_group_is_not_held_whole(tmp_path):
    draw = random.Random(1)
    texts = [draw.randbytes(1000).hex() for _ in range(10_000)]
    table = pa.table(
        {"id": [str(n) for n in range(len(texts))], "text": texts, "language": ["en"] * len(texts)}
    )
    pq.write_table(table, tmp_path / "texts.parquet", row_group_size=len(texts), compression="none")
    del table
    before, most = pa.total_allocated_bytes(), 0
    for n, entry in enumerate(read_table(tmp_path / "texts.parquet")):
        most = max(most, pa.total_allocated_bytes() - before)
        assert entry.text == texts[n]
    assert most < 8_000_000 < sum(map(len, texts))


def read_rows(path):
    return [e.message.partition(", ")[2] if isinstance(e, Problem) else e.text for e in read_table(path)]


def test_a_table_as_spreadsheets_write_it(write):
    rows = 'id;text;note\r\n\r\n1;"War; and\r\npeace";\r\n;;\r\n  ;;\r\n2;;x\r\n3;Talks.;\r\n;;\r\n'
    expected = ["War; and\r\npeace", "row 6, id '2': no text in column 'text'.", "Talks."]
    assert read_rows(write("a.csv", rows)) == expected
    # the line by which Excel is told the mark, and a byte order mark before it
    for before in ("sep=;\r\n", "\ufeffsep=;\r\n"):
        told = [line.replace("row 6", "row 7") for line in expected]
        assert read_rows(write("a.csv", before + rows)) == told
    assert read_rows(write("a.csv", "sep=|\nid|text\n1|War; no, peace.\n")) == ["War; no, peace."]
    with pytest.raises(ReadError, match="empty; a table needs a header"):
        read_rows(write("a.csv", "sep=;\n"))


def test_a_quotation_mark_without_an_end_swallows_no_row_in_silence(write):
    told = "row 3: a quotation mark in it is never closed"
    first, second = read_rows(write("a.csv", 'id,text\n1,War.\n2,"Peace.\n3,Talks.\n'))
    assert (first, second[: len(told)]) == ("War.", told)
    assert read_rows(write("a.csv", 'id,text\n1,"War.\nPeace."')) == ["War.\nPeace."]
    assert read_rows(write("a.csv", 'id,text\n1,Say "war" and 5" of snow.')) == ['Say "war" and 5" of snow.']


def test_rows_that_json_can_write_and_no_file_can_hold(write):
    rows = [
        '{"id": "\\ud800x", "text": "War."}',
        '{"id": "2", "text": "War.", "title": "\\udfff"}',
        '{"id": "3", "text": "War.", "\\ud800": "x"}',
        '{"id": "4", "text": "War.", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"id": "5", "text": "War.", "x": ' + "9" * 5000 + "}",
        '{"id": "6", "text": "War."}',
    ]
    found = read_rows(write("a.jsonl", "\n".join(rows)))
    half = "holds half a character ('\\ud800'); write the whole of it."
    assert found[:3] == [
        f"row 1: column 'id' {half}",
        f"row 2: column 'title' {half}".replace("ud800", "udfff"),
        f"row 3: column '\\ud800' {half}",
    ]
    assert [line.partition(" as JSON:")[0] for line in found[3:5]] == [
        "row 4: not readable",
        "row 5: not readable",
    ]
    assert found[5] == "War."


def test_days_of_a_parquet_table_stay_days(tmp_path):
    path = tmp_path / "a.parquet"
    days = pd.to_datetime(["2020-01-31", None, "2020-02-01 10:30"], format="mixed")
    pd.DataFrame({"id": list("abc"), "text": "War.", "date": days}).to_parquet(path)
    found = [entry.metadata["date"] for entry in read_table(path)]
    assert found == ["2020-01-31", "", "2020-02-01 10:30:00"]
