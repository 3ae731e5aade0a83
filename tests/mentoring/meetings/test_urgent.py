"""What can't wait for the sending window: a change of a meeting that is near, and only until that meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people import COFFEE, POLICY, Desk, active, at

from assistant.mentoring.command import Verb
from assistant.mentoring.meetings import meetings, moves
from assistant.mentoring.outbox import leaves_at


def test_an_absence_makes_no_meeting_urgent() -> None:
    book = active()
    away = replace(book, protege=replace(book.protege, away=((date(2026, 11, 4), date(2026, 11, 10)),)))
    desk, person = Desk(away), away.people[0]
    assert moves.is_urgent(desk.case(), person, at("2026-11-05 15:00"))
    assert not moves.is_urgent(desk.case(), person, at("2026-11-11 15:00"))


def test_a_change_of_a_meeting_that_is_near_leaves_at_night_and_no_longer_after_the_meeting() -> None:
    desk = Desk(active(COFFEE), "2026-11-10 09:00")
    desk.says(meetings.meet, Verb.MEET, op="cancel")
    letter = desk.draft
    assert letter.urgent
    night, after = at("2026-11-10 23:00"), at("2026-11-11 23:00")
    assert leaves_at(desk.book, letter, night, POLICY)[1] < at("2026-11-10 23:30")
    assert leaves_at(desk.book, letter, after, POLICY)[1] >= at("2026-11-12 09:00")
