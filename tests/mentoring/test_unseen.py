"""A bare SEND can only mean a text that its writer can have seen (`product.md`, promise 1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mentoring.people import POLICY, ada, minerva

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.events import Context
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.protege import approval

NOW = datetime(2026, 11, 4, 10, 0, tzinfo=UTC)
DRAFT = Letter(
    "new", Kind.ANSWER, "person/own", "person/minerva", "minerva@example.org", "A note", "Thank you.", "digest",
    NOW - timedelta(minutes=2), person="minerva", shown=True, code="K7Q2",
)  # fmt: skip
SHOWING = Letter(
    "showing", Kind.OWN, "protege/draft", "person/minerva", "ada@example.org", "Minerva · mentoring", "DRAFT", "d",
    NOW - timedelta(minutes=2), LetterState.APPROVED, person="minerva", to_protege=True, shows=("new",),
)  # fmt: skip


def book(left: datetime | None) -> Book:
    """Ada's book: a draft waits, and the mail that shows it left then (None: it has not left yet)."""
    showing = replace(SHOWING, state=LetterState.SENT, sent_at=left) if left else SHOWING
    return ada(minerva(), letters=(DRAFT, showing))


def after_send(left: datetime | None, written: datetime = NOW, *, letter: str = "", code: str = "") -> LetterState:
    """The draft's state after Ada's SEND, written then, to the thread's address."""
    context = Context("person/minerva", "minerva", letter, written=written)
    case = Case(book(left), "key", NOW, POLICY, context, Command(Verb.SEND, code=code, line="SEND"), answers=True)
    return approval.send(case).book.letter("new").state


def test_a_bare_send_approves_what_was_shown_before_it_was_written() -> None:
    assert after_send(NOW - timedelta(minutes=1)) is LetterState.APPROVED


def test_a_bare_send_never_approves_a_draft_that_nobody_has_seen_yet() -> None:
    assert after_send(None) is LetterState.PENDING


def test_a_bare_send_written_before_the_draft_was_shown_shows_it_again_instead() -> None:
    assert after_send(NOW - timedelta(minutes=1), written=NOW - timedelta(minutes=5)) is LetterState.PENDING


def test_a_send_in_answer_to_the_mail_that_shows_it_or_with_its_code_needs_no_more() -> None:
    assert after_send(None, letter="showing") is LetterState.APPROVED
    assert after_send(None, code="K7Q2") is LetterState.APPROVED
