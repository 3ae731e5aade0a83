"""Word documents as text: headings, lists, tables; what was struck out stays out; a broken file is not read."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.mime.docx import to_text


def document() -> bytes:
    made = Document()
    made.add_heading("Talk with Minerva", 1)
    made.add_paragraph("We spoke about prices.")
    made.add_heading("Actions", 2)
    made.add_paragraph("Ada: memo by 4 Dec", style="List Bullet")
    made.add_paragraph("Thanks to all")
    table = made.add_table(rows=2, cols=3)
    for row, words in enumerate((("What", "Who", "When"), ("read draft", "Minerva", "9 Dec"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    return saved(made)


def saved(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_headings_lists_and_tables_are_typed_as_people_type_them() -> None:
    text = to_text(document())
    assert text is not None
    assert text.split("\n") == [
        "# Talk with Minerva",
        "We spoke about prices.",
        "## Actions",
        "- Ada: memo by 4 Dec",
        "",
        "Thanks to all",
        "",
        "| What | Who | When |",
        "| read draft | Minerva | 9 Dec |",
    ]


def test_a_tracked_deletion_is_gone_and_a_tracked_insertion_is_there() -> None:
    made = Document()
    paragraph = made.add_paragraph("prices ")
    for tag, inner, words in (("w:del", "w:delText", "secret"), ("w:ins", "w:t", "and costs")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    assert qn("w:del")
    assert to_text(saved(made)) == "prices and costs"


def test_what_is_no_document_is_not_read() -> None:
    assert to_text(b"") is None
    assert to_text(b"PK\x03\x04 junk") is None
    assert to_text(document()[:2000]) is None


def test_an_archive_that_would_unpack_to_a_huge_one_is_not_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    assert to_text(out.getvalue()) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_no_error(payload: bytes) -> None:
    assert to_text(payload) is None
