"""The outermost forwarded mail, with the note above it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Address, Forward
from assistant.reading import forward

MINERVA = Address("minerva@example.org", "Minerva M")
FIELDS = (
    "From: Minerva M <minerva@example.org>\nDate: Tue, 3 Mar 2026 at 08:00\nSubject: Coffee\nTo: Ada <ada@example.org>"
)
BODY = "Yes, gladly.\n\nWednesday at ten?"
WANTED = Forward("She said yes!", MINERVA, "Coffee", "Tue, 3 Mar 2026 at 08:00", BODY)

SEPARATORS = [
    "---------- Forwarded message ---------",
    "-------- Weitergeleitete Nachricht --------",
    "-------- Message transféré --------",
    "---------- Mensaje reenviado ----------",
    "-------- Messaggio Inoltrato --------",
    "---------- Doorgestuurd bericht ----------",
    "---------- Vidarebefordrat meddelande ----------",
    "-------- Przekazana wiadomość --------",
    "-------- Пересылаемое сообщение --------",
    "---------- 转发的邮件 ---------",
    "Begin forwarded message:\n",
]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_separator_makes_a_forward_in_any_language(separator: str) -> None:
    assert forward.parse("Fwd: Coffee", f"She said yes!\n\n{separator}\n{FIELDS}\n\n{BODY}\n", "") == WANTED


@pytest.mark.parametrize("prefix", ["Fw:", "FWD:", "WG:", "TR:", "RV:", "ENC:", "I:", "VB:", "PD:"])
def test_a_bare_header_block_is_a_forward_by_the_subject(prefix: str) -> None:
    text = f"She said yes!\n\n________________________________\n{FIELDS}\n\n{BODY}\n"
    assert forward.parse(f"{prefix} Coffee", text, "<1@example.org>") == WANTED


def test_a_bare_header_block_under_an_answer_is_none() -> None:
    text = f"ok\n\n{FIELDS}\n\n{BODY}\n"
    assert forward.parse("Re: Coffee", text, "") is None
    assert forward.parse("Coffee", text, "<1@example.org>") is None


def test_a_forward_that_is_quoted_as_a_whole_loses_its_marks() -> None:
    quoted = "\n".join(
        f"> {line}".rstrip() for line in ["Begin forwarded message:", "", *FIELDS.split("\n"), "", *BODY.split("\n")]
    )
    assert forward.parse("Fwd: Coffee", f"She said yes!\n\n{quoted}\n", "") == WANTED


def test_the_outermost_forward_wins() -> None:
    inner = f"see\n\n{SEPARATORS[0]}\nFrom: lee@example.org\nSubject: Older\nDate: 1 Mar 2026\n\nold"
    found = forward.parse("Fwd: Coffee", f"{SEPARATORS[0]}\n{FIELDS}\n\n{inner}\n", "")
    assert found is not None
    assert (found.sender, found.note) == (MINERVA, "")
    assert "Older" in found.body


def test_an_answer_to_a_forward_is_none() -> None:
    quoted = "\n".join(f"> {line}" for line in [SEPARATORS[0], *FIELDS.split("\n"), "", BODY])
    text = f"SEND\n\nOn Tue, 3 Mar 2026 at 09:00, Robin <assistant@example.org> wrote:\n{quoted}\n"
    assert forward.parse("Re: Fwd: Coffee", text, "<1@example.org>") is None


def test_a_forward_on_one_line_is_read() -> None:
    line = (
        "----- Forwarded Message ----- From: Minerva M <minerva@example.org>To: Ada <ada@example.org>"
        "Sent: 3 March 2026Subject: Coffee"
    )
    found = forward.parse("Fw: Coffee", f"She said yes!\n\n   {line}\n {BODY}\n", "")
    assert found == Forward("She said yes!", MINERVA, "Coffee", "3 March 2026", BODY)


@given(st.text(max_size=80), st.text(max_size=400), st.text(max_size=20))
def test_nothing_raises(subject: str, text: str, answered: str) -> None:
    forward.parse(subject, text, answered)
