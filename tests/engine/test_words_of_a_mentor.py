"""An active mentor writes in plain words: what may end the meetings is asked, and Ada's own "I can't make that day"."""

from __future__ import annotations

import pytest
from engine.approving import says
from engine.house import House, writes
from engine.meeting_life import mentored

from assistant.mentoring.person import Stage


@pytest.fixture
def house(house: House) -> House:
    return mentored(house)


@pytest.mark.parametrize(
    "text",
    [
        "Let's call it a day with the mentoring, it was good.",
        "Happy to have helped, but this is my last month.",
        "I need to step back from our meetings.",
        "I am moving jobs and have to end our sessions.",
    ],
)
def test_what_may_be_an_end_is_asked_and_never_a_yes(house: House, text: str) -> None:
    said = writes(house, text)
    assert "SAYS YES" not in said
    assert "If it ends your meetings, ANSWERED NO says so" in said
    assert house.book.people[0].stage is Stage.ACTIVE
    ended = says(house, "ANSWERED NO")
    assert house.book.people[0].stage is Stage.CLOSED
    assert "Minerva" in ended


@pytest.mark.parametrize("text", ["I can't make {day}", "can't do {day}"])
def test_a_day_that_ada_cannot_make_is_the_apology_for_that_meeting(house: House, text: str) -> None:
    following = house.book.meetings[0].next(house.at)
    assert following is not None
    day = f"{following[1].day} {following[1]:%B}".lower()
    said = says(house, text.format(day=day), fresh=True)
    assert "SEND" in said
    assert "did nothing" not in said
    (draft,) = house.book.pending("minerva")
    assert draft.method == "CANCEL"
