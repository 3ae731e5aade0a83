"""What can stand in a header: nothing is read that cannot be written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.addresses import is_message_id, is_plain, is_reachable
from assistant.mentoring.facts import Address
from assistant.reading.message import read
from assistant.reading.mime.charsets import decode, tidy
from assistant.reading.mime.headers import message_ids as read_ids
from assistant.reading.trust import Open
from assistant.writing.headers import mailboxes, message_ids, unstructured
from assistant.writing.wording import one_line

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


@given(st.text())
def test_every_message_id_that_is_read_can_be_written(value: str) -> None:
    message_ids("References", read_ids(value))
    message_ids("References", read_ids(f"<{value}> <{value}@example.org>"))


@given(st.binary(max_size=300))
def test_every_subject_that_is_read_can_be_written(value: bytes) -> None:
    raw = b"From: ada@example.org\r\nMessage-ID: <" + value + b">\r\nSubject: " + value + b"\r\n\r\nhi\r\n"
    mail = read(raw, NOON, trust=Open())
    unstructured("Subject", one_line(mail.subject))
    if mail.message_id:
        message_ids("In-Reply-To", [mail.message_id])


@given(st.text(), st.sampled_from(("utf-8", "utf-7", "utf-16-le", "cp1252")))
def test_text_that_is_read_holds_nothing_that_no_file_and_no_mail_can_hold(text: str, charset: str) -> None:
    for found in (
        tidy(text),
        tidy(decode(text.encode(charset, "surrogatepass" if "utf" in charset else "replace"))[0]),
    ):
        found.encode()
        assert not any("\x7f" <= c <= "\x9f" for c in found)


@given(st.text())
def test_an_address_that_is_taken_can_be_written(email: str) -> None:
    if is_plain(email):
        assert email in mailboxes("To", [Address(email)])


@pytest.mark.parametrize("email", ["ada@example.org", "o'brien+x@mail.example.org", "a_b@x-y.example.org"])
def test_plain_addresses_are_reachable(email: str) -> None:
    assert is_reachable(email)


@pytest.mark.parametrize(
    "email", ["zoé@example.org", "zoe@exämple.org", "ada@localhost", "a b@example.org", "", "@x.y"]
)
def test_what_no_letter_can_reach_is_refused(email: str) -> None:
    assert not is_reachable(email)


@pytest.mark.parametrize("value", ["<é@example.org>", "<a b@x>", "no", "<>", f"<{'a' * 990}@x>"])
def test_what_is_no_message_id_is_none(value: str) -> None:
    assert not is_message_id(value)
