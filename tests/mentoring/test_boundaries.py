"""When a person does not want to meet: days and hours in the protégé's words (P112)."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.calendars import counter
from mentoring.people import COFFEE, Desk, ada, at, local, minerva

from assistant.mentoring.boundaries import Boundaries, boundaries
from assistant.mentoring.meetings import meetings, times
from assistant.mentoring.person import Stage

ALL = frozenset(range(7))


@pytest.mark.parametrize(
    ("text", "days", "opens", "closes"),
    [
        ("no Mondays", ALL - {0}, time(), None),
        ("not on Fri, never on Wednesdays", ALL - {2, 4}, time(), None),
        ("no Mondays or Fridays", ALL - {0, 4}, time(), None),
        ("only Tuesdays and Thursdays", frozenset({1, 3}), time(), None),
        ("Tue-Thu only", frozenset({1, 2, 3}), time(), None),
        ("no weekends", ALL - {5, 6}, time(), None),
        ("not before 10", ALL, time(10), None),
        ("not before 9:30, not after 16:30", ALL, time(9, 30), time(16, 30)),
        ("no calls after 5pm", ALL, time(), time(17)),
        ("between 10 and 15:00", ALL, time(10), time(15)),
        ("10:00-16:00", ALL, time(10), time(16)),
        ("no Mondays, only after 14:00", ALL - {0}, time(14), None),
        ("nothing about her employer; one mail a month", ALL, time(), None),
        ("no handwriting", ALL, time(), None),
        ("", ALL, time(), None),
    ],
)
def test_days_and_hours_are_found(text: str, days: frozenset[int], opens: time, closes: time | None) -> None:
    found = boundaries(text)
    assert (found.days, found.opens, found.closes) == (days, opens, closes)


@pytest.mark.parametrize(
    ("text", "start", "said"),
    [
        ("no Mondays", "2026-11-09 10:00", "wants no meetings on Mondays"),
        ("no Mondays", "2026-11-10 10:00", ""),
        ("not before 10", "2026-11-10 09:30", "wants no meetings before 10:00"),
        ("not after 16:00", "2026-11-10 15:45", "wants no meetings after 16:00"),
        ("not after 16:00", "2026-11-10 15:30", ""),
        ("no evenings", "2026-11-10 18:30", "keeps that part of the day free"),
        ("no mornings", "2026-11-10 11:45", "keeps that part of the day free"),
        ("no mornings", "2026-11-10 12:00", ""),
    ],
)
def test_what_offends_is_said(text: str, start: str, said: str) -> None:
    assert boundaries(text).against(local(start), 30) == said


@given(st.text(max_size=80))
def test_any_text_has_some_meaning(text: str) -> None:
    found = boundaries(text)
    assert isinstance(found, Boundaries)
    assert found.against(datetime(2026, 11, 10, 10), 30) is not None  # noqa: DTZ001 - the person's local


# --- in the times that are proposed


def desk(**of_minerva: object) -> Desk:
    return Desk(ada(minerva(Stage.COFFEE_SET, **of_minerva), meetings=(COFFEE,)), "2026-11-03 09:00")


def proposed(book: Desk, count: int = 3) -> list[datetime]:
    case = book.case()
    return times.proposals(case, case.book.people[0], 30, count)


def test_what_is_proposed_keeps_her_boundaries() -> None:
    found = proposed(desk(boundaries="only Tuesdays and Thursdays, not before 14:00"), 4)
    assert len(found) == 4
    assert {start.weekday() for start in found} <= {1, 3}
    assert all(start.time() >= time(14) for start in found)


def test_what_is_proposed_is_in_the_working_hours_of_both() -> None:
    found = proposed(desk(zone="America/New_York"))
    assert len(found) == 3
    assert all(start.time() >= time(15) for start in found)  # 9:00 in New York


def test_where_no_hour_suits_both_the_proteges_hours_count() -> None:
    found = proposed(desk(zone="Pacific/Auckland"))
    assert len(found) == 3
    assert all(time(9) <= start.time() < time(18) for start in found)


def test_a_time_against_her_boundaries_is_refused_with_the_nearest_that_is_not() -> None:
    book = desk(boundaries="no Mondays")
    book.says(meetings.meet, op="move", at=local("2026-11-16 10:00"))
    assert "Minerva wants no meetings on Mondays" in book.answer.text
    assert book.taps == ["MOVE TO 2026-11-17 09:00"]
    assert book.book.pending() == ()


def test_what_she_proposes_herself_is_not_held_against_her() -> None:
    """P53: the mentor's counter-proposal always wins if it is inside the protégé's hours."""
    book = desk(boundaries="no Mondays")
    book.happens(meetings.invite_answered, counter(at("2026-11-16 10:00")))
    assert book.draft.template == "invite/yours"
