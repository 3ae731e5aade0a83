"""The text of a Word document: headings, lists and tables as people type them, without what was struck out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

MOST_UNPACKED = 20_000_000  # bytes: a small archive may hold a huge one
MOST_PARTS = 2000
MOST_BLOCKS = 5000
DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})


def to_text(payload: bytes) -> str | None:
    """The text of a .docx, None where it is none, is locked, or would unpack to more than `MOST_UNPACKED` bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as archive:
            sizes = [entry.file_size for entry in archive.infolist()]
        if len(sizes) > MOST_PARTS or sum(sizes) > MOST_UNPACKED:
            return None
        return "\n".join(_lines(Document(io.BytesIO(payload)))).strip()
    except Exception:  # noqa: BLE001 - a broken archive fails in the library in a dozen ways, all of them "not read"
        return None


def _lines(document: Opened) -> Iterator[str]:
    listed = False
    for number, block in enumerate(document.iter_inner_content()):
        if number >= MOST_BLOCKS:
            return
        if isinstance(block, Table):
            yield from _table(block)
            continue
        line, item = _paragraph(block)
        if line and listed and not item:
            yield ""  # a list ends where prose begins
        listed = item
        yield from line.split("\n") if line else ("",)


def _paragraph(paragraph: Paragraph) -> tuple[str, bool]:
    """A paragraph as a line, and whether it is an item of a list."""
    text = _text(paragraph._p).strip()  # noqa: SLF001 - the library's own text leaves out tracked insertions
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if not text:
        return "", False
    if style.startswith("heading") or style == "title":
        level = style.removeprefix("heading").strip()
        return "#" * (min(int(level), 6) if level.isdigit() else 1) + " " + text, False
    numbering = next(iter(paragraph._p.iter(qn("w:numPr"))), None)  # noqa: SLF001 - no public way to a list's level
    if numbering is None and not style.startswith("list"):
        return text, False
    levels = [int(one.get(qn("w:val"), "0")) for one in numbering.iter(qn("w:ilvl"))] if numbering is not None else []
    return "  " * (levels[0] if levels else 0) + "- " + text, True


def _table(table: Table) -> Iterator[str]:
    yield ""
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            said = " ".join(" ".join(_text(p._p).split()) for p in cell.paragraphs).strip()  # noqa: SLF001 - as above
            cells.append(said.replace("|", "/"))
        yield "| " + " | ".join(cells) + " |"
    yield ""


def _text(element: BaseOxmlElement) -> str:
    """The words below an element, deleted ones left out."""
    found: list[str] = []
    for child in element:
        if child.tag in DELETED:
            continue
        if child.tag == qn("w:t"):
            found.append(child.text or "")
        elif child.tag == qn("w:tab"):
            found.append(" ")
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            found.append("\n")
        elif child.tag == qn("w:sym"):
            found.append("")
        else:
            found.append(_text(child))
    return "".join(found)
