"""A letter whose words and calendar part name different times is not approved (L15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from mentoring.people import COFFEE, Desk, active, ada, at, minerva

from assistant.mentoring.command import Verb
from assistant.mentoring.letters import Kind, Letter
from assistant.mentoring.meetings.calendar_words import clock_times, contradiction, dates

WEDNESDAY = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Madrid:20261118T150000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
UTC = WEDNESDAY.replace(";TZID=Europe/Madrid:20261118T150000", ":20261118T140000Z")
CANCELLED = WEDNESDAY.replace("END:VEVENT", "RRULE:FREQ=MONTHLY\r\nEND:VEVENT")


def letter(text: str = "", calendar: str = WEDNESDAY, method: str = "REQUEST", **values: object) -> Letter:
    return Letter(
        "x", Kind.INVITE, "invite/coffee", "person/minerva", "minerva@example.org", "Coffee", text, "d",
        at("2026-11-03 09:00"),
        person="minerva", calendar=calendar, method=method, values=values,
    )  # fmt: skip


def said(letter: Letter) -> str:
    return contradiction(Desk(ada(minerva())).case(), letter)


def test_the_same_time_in_words_and_calendar_is_fine() -> None:
    when = at("2026-11-18 15:00")
    for calendar in (WEDNESDAY, UTC):
        assert said(letter(calendar=calendar, when=when)) == ""


def test_another_time_than_the_words_were_made_from_is_named() -> None:
    found = said(letter(when=at("2026-11-19 16:00")))
    assert "Thu 19 Nov at 16:00" in found
    assert "Wed 18 Nov at 15:00" in found


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("See you on Wed 18 Nov at 15:00.", True),
        ("See you on 18 November at 3pm.", True),
        ("See you soon.", True),
        ("My train leaves at 13:10, so 15:00 it is.", True),
        ("See you on Wed 18 Nov at 17:30.", False),
        ("See you on Thu 19 Nov.", False),
        ("See you on November 19th at 3 pm.", False),
    ],
)
def test_the_proteges_own_words_are_compared_as_they_stand(text: str, *, fine: bool) -> None:
    own = letter(text, when=at("2026-11-18 15:00"), own_text=text)
    assert (said(own) == "") is fine


def test_a_reader_elsewhere_may_read_their_own_hour() -> None:
    desk = Desk(ada(minerva(zone="Europe/London")))
    own = letter("At 14:00 your time.", when=at("2026-11-18 15:00"), own_text="x")
    assert contradiction(desk.case(), own) == ""


def test_a_series_that_ends_is_named_by_its_next_meeting() -> None:
    assert said(letter(calendar=CANCELLED, method="CANCEL", old=at("2026-12-16 15:00"))) == ""


def test_a_letter_without_a_calendar_part_says_what_it_likes() -> None:
    assert said(letter("At 17:30.", calendar="", own_text="x")) == ""
    assert said(letter("At 17:30.", calendar="BEGIN:VCALENDAR", own_text="x")) == ""


def test_times_and_days_are_read_from_words() -> None:
    assert clock_times("9.30, 15:00 or 3 pm; 12am; 11:15 pm; version 1.2.3, 25:00") == {
        (9, 30),
        (15, 0),
        (0, 0),
        (23, 15),
    }
    assert dates("18 Nov, 2nd of December, March 3rd, 7 apples") == {(18, 11), (2, 12), (3, 3)}


def test_send_of_such_a_letter_asks_and_approves_nothing() -> None:
    from assistant.mentoring.meetings import moves
    from assistant.mentoring.protege import approval

    desk = Desk(active(COFFEE))
    desk.says(
        lambda case: moves.move(case, moves.upcoming(case.book, case.at)[0], COFFEE.start + timedelta(days=1)),
        Verb.MEET,
    )
    draft = replace(desk.draft, shown=True, calendar=WEDNESDAY)
    desk.book = desk.book.with_letter(draft)
    desk.says(approval.send, Verb.SEND, letter=desk.answer.id)
    assert desk.draft.id == draft.id
    assert "calendar part" in desk.answer.text
