"""The oracles of calendars see: seven faults that a naive assistant has are each caught, and by the right one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from simulation.test_planted_faults import caught_by

from assistant.engine import desk
from assistant.mentoring import fate
from assistant.mentoring.book import Book
from assistant.mentoring.letters import Letter
from assistant.mentoring.meetings import calling_off, meeting_events
from assistant.mentoring.protege import approval
from assistant.mentoring.schedule import Meeting

pytestmark = pytest.mark.timeout(600)
Told = Callable[[Book, Meeting, Meeting, datetime], tuple[Meeting, object]]


def test_a_change_under_a_new_uid_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = desk.request

    def anew(meeting: Meeting, *more: object) -> str:
        return real(replace(meeting, uid=f"{meeting.sequence}.{meeting.uid}"), *more)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "request", anew)
    assert caught_by("never doubled")


def test_a_cancellation_under_another_uid_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = desk.cancel

    def elsewhere(meeting: Meeting, *more: object) -> str:
        return real(replace(meeting, uid=f"{meeting.uid}.off"), *more)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "cancel", elsewhere)
    assert caught_by("cancelled what was invited")


def test_a_change_that_keeps_its_sequence_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Told = meeting_events.told

    def unraised(book: Book, known: Meeting, new: Meeting, now: datetime) -> tuple[Meeting, object]:
        raised, message = real(book, known, new, now)
        return replace(raised, sequence=known.sequence), message

    monkeypatch.setattr(meeting_events, "told", unraised)
    assert caught_by("versions rise")


def test_an_end_that_leaves_the_calendars_as_they_are_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling_off, "ours", lambda _: [])
    assert caught_by("nothing after the end")


def test_a_cancellation_that_the_own_calendar_never_hears_of_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = fate._shows_event
    monkeypatch.setattr(fate, "_shows_event", lambda letter: real(letter) and letter.method != "CANCEL")
    assert caught_by("calendars agree")


def test_a_send_that_lets_everything_for_one_person_go_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_of_theirs(book: Book, letters: list[Letter]) -> list[Letter]:
        return list(book.pending(letters[0].person)) if letters else []

    monkeypatch.setattr(approval, "with_bound", all_of_theirs)
    assert caught_by("approved one by one")


def test_an_invite_that_no_client_reads_alike_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = desk.request
    monkeypatch.setattr(desk, "request", lambda *given: real(*given).replace("STATUS:CONFIRMED\r\n", ""))
    assert caught_by("invites are sound")
