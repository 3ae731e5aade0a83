"""The bytes of a calendar part as text, and the parts of a mail that are calendars."""

from __future__ import annotations

import base64
import quopri
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Mail
from assistant.reading import message
from assistant.reading.invites.lines import SIZE_MOST
from assistant.reading.mime.calendar_text import calendar_text
from assistant.reading.trust import Authserv

TEXT = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nSUMMARY:Café für Ada ☕\nEND:VEVENT\nEND:VCALENDAR\n"


def mail(body: bytes, *fields: str) -> Mail:
    head = "".join(f"{field}\r\n" for field in ("From: lee@example.org", "MIME-Version: 1.0", *fields))
    return message.read(head.encode() + b"\r\n" + body, datetime(2026, 11, 21, tzinfo=UTC), trust=Authserv("mx"))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\r\n").encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
)
def test_text_of_any_width_mark_and_line_end_is_read(data: bytes) -> None:
    assert calendar_text(data)[0].replace("\n\n", "\n") == TEXT


@pytest.mark.parametrize("charset", ["iso-8859-15", "windows-1252", "ISO-8859-1"])
def test_a_declared_charset_is_believed(charset: str) -> None:
    text = TEXT.replace(" ☕", "")
    assert calendar_text(text.encode(charset), charset) == (text, "")


@given(st.text(st.characters(min_codepoint=0xA1, max_codepoint=0x2FFF), min_size=1, max_size=40), st.integers(9, 70))
def test_a_fold_in_the_middle_of_a_letter_loses_nothing(words: str, width: int) -> None:
    line = f"SUMMARY:{words}".encode()
    folded = b"\r\n ".join(line[at : at + width] for at in range(0, len(line), width))
    text = calendar_text(b"BEGIN:VEVENT\r\n" + folded + b"\r\nEND:VEVENT")[0]
    assert "\ufffd" not in text
    assert text.replace("\n ", "") == f"BEGIN:VEVENT\nSUMMARY:{words}\nEND:VEVENT\n"


def test_a_letter_that_was_lost_on_the_way_is_one_letter_lost() -> None:
    text, problem = calendar_text(TEXT.encode().replace(b"\xc3\xbc", b"?\xbc"))
    assert "Café f?\ufffdr Ada ☕" in text
    assert problem == "text is not utf-8"


def test_western_text_that_declares_nothing_is_guessed() -> None:
    assert "Café für Ada" in calendar_text(TEXT.replace(" ☕", "").encode("cp1252"))[0]


def test_invisible_letters_and_line_separators_stay() -> None:
    text = TEXT.replace("Café für", "Caf\u00ade\u2028f\u00a0\u200er")
    assert calendar_text(text.encode())[0] == text


def test_what_is_too_long_is_cut_so_that_it_shows() -> None:
    assert len(calendar_text(b"x" * 10_000_000)[0]) > SIZE_MOST


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-7", "utf-16", "shift_jis", "no-such", "idna"]))
def test_any_bytes_are_text(data: bytes, charset: str) -> None:
    text, _ = calendar_text(data, charset)
    text.encode()  # nothing that cannot be written
    assert text.endswith("\n")


ENCODED = {
    "base64": base64.encodebytes(TEXT.encode()),
    "quoted-printable": quopri.encodestring(TEXT.encode()),
    "8bit": TEXT.encode(),
}


@pytest.mark.parametrize(
    "kind", ["text/calendar; method=REPLY", "application/ics", 'application/octet-stream; name="a.ICS"']
)
@pytest.mark.parametrize("encoding", ENCODED)
def test_a_calendar_is_found_however_it_is_labelled_and_encoded(kind: str, encoding: str) -> None:
    found = mail(ENCODED[encoding], f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}")
    assert found.calendars == (TEXT,)


def test_the_same_calendar_twice_is_one_and_another_is_another() -> None:
    parts = (
        f"--b\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\n{TEXT}\r\n"
        f"--b\r\nContent-Type: application/ics\r\nContent-Transfer-Encoding: base64\r\n\r\n{{}}\r\n--b--\r\n"
    )
    for other, count in ((TEXT.replace("\n", "\r\n"), 1), (TEXT.replace("Ada", "Ben"), 2)):
        body = parts.format(base64.b64encode(other.encode()).decode())
        assert len(mail(body.encode(), "Content-Type: multipart/mixed; boundary=b").calendars) == count


def test_a_calendar_after_a_very_long_text_is_whole() -> None:
    words = "word " * 300_000
    body = f"--b\r\nContent-Type: text/plain\r\n\r\n{words}\r\n--b\r\nContent-Type: text/calendar\r\n\r\n{TEXT}--b--"
    assert mail(body.encode(), "Content-Type: multipart/mixed; boundary=b").calendars == (TEXT,)
