"""What time brings: derived from the book, each occasion once, nothing for people who are away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from mentoring.people import COFFEE, POLICY, Desk, active, ada, at, ben, minerva

from assistant.mentoring import events
from assistant.mentoring.book import Book, Held
from assistant.mentoring.command import Verb
from assistant.mentoring.due import due, next_due, next_for
from assistant.mentoring.letters import LetterState
from assistant.mentoring.minutes import Reminder
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Ladder

SENT = at("2026-11-03 10:00")


def contacted(**ladder: object) -> Book:
    """The first note to Minerva left on Tuesday, 3 November."""
    return ada(minerva(ladder=replace(Ladder(0, SENT, SENT), **ladder)))  # type: ignore[arg-type]


def kinds(book: Book, when: str) -> list[type]:
    return [type(event) for event in due(book, at(when), POLICY)]


def test_before_the_hello_nothing_is_due_but_the_question_who_it_was() -> None:
    assert due(ben(), SENT, POLICY) == ()
    held = replace(ben(), held=(Held("x@example.org", "hi", "mail1"),))
    assert [type(e) for e in due(held, SENT, POLICY)] == [events.ChallengeDue]


def test_the_next_idea_comes_after_five_business_days_in_the_proteges_hours() -> None:
    assert events.AttemptDue not in kinds(contacted(), "2026-11-09 12:00")
    assert events.AttemptDue not in kinds(contacted(), "2026-11-10 08:59")
    assert events.AttemptDue in kinds(contacted(), "2026-11-10 09:00")


def test_hours_that_begin_at_half_past_begin_then() -> None:
    book = contacted()
    book = replace(book, protege=replace(book.protege, opens=time(9, 30)))
    assert events.AttemptDue not in kinds(book, "2026-11-10 09:29")
    assert events.AttemptDue in kinds(book, "2026-11-10 09:30")


def test_nobody_is_written_to_who_rests_answered_or_is_paused_and_never_from_an_absence() -> None:
    when = "2026-11-10 09:00"
    away = contacted()
    away = replace(away, protege=replace(away.protege, away=((date(2026, 11, 10), date(2026, 11, 10)),)))
    for book in (
        contacted(ended="answered"),
        contacted(waits_until=date(2026, 11, 11)),
        replace(contacted(), paused="pause all"),
        ada(replace(contacted().people[0], paused="x")),
        ada(replace(contacted().people[0], do_not_contact="stop")),
        away,
    ):
        assert events.AttemptDue not in kinds(book, when)


def test_the_end_of_a_later_is_asked_about_on_its_day() -> None:
    for ended in ("later", "rested"):
        book = contacted(ended=ended, waits_until=date(2026, 11, 12))
        assert events.ResumeDue not in kinds(book, "2026-11-11 12:00")
        assert events.ResumeDue in kinds(book, "2026-11-12 09:00")


def test_a_draft_that_waits_is_reminded_of_once_and_expires() -> None:
    desk = Desk()
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    draft = desk.draft
    assert kinds(desk.book, "2026-11-05 12:00") == []
    assert events.DraftExpiring in kinds(desk.book, "2026-11-06 08:00")
    reminded = desk.book.with_letter(replace(draft, reminded=True))
    assert events.DraftExpiring not in kinds(reminded, "2026-11-06 08:00")
    assert events.DraftExpired in kinds(reminded, "2026-11-10 18:00")
    assert events.DraftExpired not in kinds(reminded, "2026-11-10 17:59")


def test_the_digest_comes_at_its_hour_on_monday_and_too_late_not_at_all() -> None:
    book = ada()
    assert kinds(book, "2026-11-09 07:59") == []
    assert kinds(book, "2026-11-09 08:00") == [events.DigestDue]
    assert kinds(book, "2026-11-09 10:00") == [events.DigestDue]
    assert kinds(book, "2026-11-09 10:01") == []
    assert kinds(book, "2026-11-10 08:00") == []
    assert kinds(replace(book, strangers=1), "2026-11-10 08:00") == [events.DigestDue]
    assert kinds(replace(book, strangers=1), "2026-11-08 08:00") == []
    assert kinds(replace(book, welcomed=at("2026-11-09 07:00")), "2026-11-09 08:00") == []


def test_notes_are_asked_for_half_an_hour_after_a_meeting_and_once() -> None:
    book = active(replace(COFFEE, prepared=(COFFEE.next(at("2026-11-01 09:00")) or (SENT, SENT))[:1]))
    assert events.NotesDue not in kinds(book, "2026-11-11 10:59")
    assert events.NotesDue in kinds(book, "2026-11-11 11:00")
    noted = replace(book.meetings[0], prompted=(at("2026-11-11 10:00"),))
    assert events.NotesDue not in kinds(replace(book, meetings=(noted,)), "2026-11-11 11:00")


def test_a_reminder_with_an_hour_comes_then_and_one_without_stands_in_the_digest() -> None:
    book = ada(reminders=(Reminder(1, "thank Lee", date(2026, 11, 4), time(15)), Reminder(2, "x", date(2026, 11, 4))))
    assert events.ReminderDue not in kinds(book, "2026-11-04 14:59")
    assert kinds(book, "2026-11-04 15:00").count(events.ReminderDue) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60 * 24 * 60), st.booleans())
def test_what_was_handled_is_not_due_again_at_any_moment(minutes: int, quiet: bool) -> None:
    now = SENT + timedelta(minutes=minutes)
    book = replace(contacted(ended="later" if quiet else "", waits_until=date(2026, 11, 20)), strangers=1)
    first = due(book, now, POLICY)
    assert len({event.key for event in first}) == len(first)
    handled = replace(book, handled={event.key: date(2026, 11, 3) for event in first})
    assert due(handled, now, POLICY) == ()
    assert due(book, now, POLICY) == first


def test_what_comes_next_names_the_nearest_thing() -> None:
    now = SENT
    book = contacted()
    coming = next_for(book, book.people[0], POLICY, now)
    assert coming is not None
    assert (coming.what, coming.at) == ("attempt smaller", at("2026-11-10 09:00"))
    desk = Desk()
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    assert _what(desk.book) == "draft waits"
    desk.book = desk.book.with_letter(replace(desk.draft, state=LetterState.APPROVED))
    assert _what(desk.book) == "letter leaves"
    assert _what(active(COFFEE)) == "meeting"


def _what(book: Book) -> str:
    coming = next_for(book, book.people[0], POLICY, SENT)
    return coming.what if coming else ""


def test_the_book_wants_a_look_at_its_digest_at_the_latest() -> None:
    stopped = ada(minerva(do_not_contact="stop"))
    assert next_due(stopped, at("2026-11-03 09:00"), POLICY) == at("2026-11-04 08:00")
