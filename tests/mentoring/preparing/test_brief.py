"""The brief on the day of a meeting, the nudge before it, and the last meeting but one (policy.md, prep)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people import POLICY, SERIES, Desk, active, at, local

from assistant.mentoring.book import Book
from assistant.mentoring.minutes import Asked, Preparation
from assistant.mentoring.person import Agreement
from assistant.mentoring.preparing import brief, prep
from assistant.mentoring.schedule import Attendance

FIRST = at("2026-12-01 16:00")


def alone(book: Book, now: str) -> int:
    return len(brief.alone(book, at(now), POLICY))


def test_the_digest_of_the_day_is_the_brief_so_no_mail_of_its_own_comes() -> None:
    assert alone(replace(active(SERIES), digest_last=date(2026, 12, 1)), "2026-12-01 15:00") == 0


def test_without_a_digest_a_mail_comes_from_two_hours_before_until_it_begins() -> None:
    book = active(SERIES)
    assert [alone(book, f"2026-12-01 {hour}") for hour in ("13:59", "14:00", "15:59", "16:01")] == [0, 1, 1, 0]


def test_a_meeting_before_the_digests_hour_gets_a_mail_and_one_after_it_waits_for_the_digest() -> None:
    early = replace(SERIES, start=local("2026-12-01 08:15"))
    later = replace(SERIES, start=local("2026-12-01 09:00"))
    assert (alone(active(early), "2026-12-01 06:30"), alone(active(later), "2026-12-01 07:30")) == (1, 0)


def test_a_meeting_at_the_weekend_gets_a_mail() -> None:
    saturday = replace(SERIES, start=local("2026-12-05 11:00"), rrule="")
    assert alone(active(saturday), "2026-12-05 09:30") == 1


def test_a_meeting_that_she_declined_has_no_brief() -> None:
    off = SERIES.with_attendance(Attendance("minerva@example.org", "DECLINED", 0, at("2026-11-20 09:00"), FIRST))
    assert alone(active(off), "2026-12-01 15:00") == 0
    assert brief.todays(active(off), at("2026-12-01 08:00")) == []


def test_one_nudge_the_business_day_before_where_there_is_no_question() -> None:
    book = active(replace(SERIES, prepared=(FIRST,)))
    days = [bool(brief.unasked(book, at(f"2026-11-{day} 08:00"), POLICY)) for day in (26, 27, 30)]
    assert days == [False, False, True]
    asked = book.with_preparation(Preparation("minerva", questions=(Asked("What would you drop?"),)))
    assert brief.unasked(asked, at("2026-11-30 08:00"), POLICY) == []


def test_the_last_meeting_is_announced_one_ahead() -> None:
    ending = replace(SERIES, rrule="FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270331T215959Z")
    book = active(
        ending,
    )
    book = book.with_person(replace(book.people[0], agreement=Agreement(date(2026, 11, 1), date(2027, 3, 31))))
    desk = Desk(book, "2027-01-28 09:00")
    desk.says(prep.prep, op="show")
    assert "last meeting but one: Tue 2 Mar at 16:00 is the last" in desk.answer.text
    desk = Desk(book, "2027-02-25 09:00")
    desk.says(prep.prep, op="show")
    assert "last but one" not in desk.answer.text
