"""Stories of series: holidays in it, which of several meetings is meant, short notice, and how it ends or goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from letters.stories_meetings import MADRID, agreed_to_talk, answers, mentored
from letters.story import Story


def wednesdays() -> Story:
    """Minerva is Ada's mentor and accepted a series in which 6 January, a holiday in Spain, lies."""
    story = mentored()
    story.ada("cancel the series with Minerva", fresh=True)
    story.ada("SEND")
    story.leave()
    story.ada("meet Minerva monthly first wed 16:00 45min", fresh=True)
    story.ada("SEND")
    story.leave()
    answers(story, "ACCEPTED")
    return story


def holidays() -> Iterator[Story]:
    story = wednesdays()
    story.days(3)
    assert any(x.template == "invite/holidays" for x in story.seen)
    yield story


def which_meeting() -> Iterator[Story]:
    story = mentored()
    story.ada("cancel Minerva", fresh=True)
    story.ada("meet Minerva 2026-11-26 11:00", fresh=True)
    story.ada("SEND")
    story.leave()
    story.ada("cancel Minerva", fresh=True)
    yield story
    story = agreed_to_talk()
    local = story.now.astimezone(MADRID)
    story.ada(f"coffee with Minerva {local:%Y-%m-%d} 17:00", fresh=True)
    yield story


def a_series_declined() -> Iterator[Story]:
    story = mentored()
    answers(story, "DECLINED", comment="Tuesdays are full this term.")
    yield story


def ends() -> Iterator[Story]:
    story = mentored()
    story.ada("lighter", fresh=True)
    yield story
    story = mentored()
    story.ada("renew 6 months", fresh=True)
    yield story
    story = mentored()
    story.ada("wrap up Minerva", fresh=True)
    story.ada("WRAP UP Minerva McGee PRIORITIES", fresh=True)
    yield story


def comes_to_its_end() -> Iterator[Story]:
    story = mentored()
    story.ada("notes Minerva\nI will send her the memo by 11 December.", fresh=True)
    story.ada("1")
    story.now = datetime(2027, 3, 29, 18, tzinfo=MADRID).astimezone(UTC)
    story.days(2)
    yield story


def several_end() -> Iterator[Story]:
    story = mentored()
    story.ada("meet Minerva 2026-11-26 11:00", fresh=True)
    story.ada("SEND")
    story.leave()
    yield story
    story.ada("cancel all meetings with Minerva", fresh=True)
    story.ada("SKIP")
    story.ada("WRAP UP Minerva McGee PRIORITIES", fresh=True)
    yield story


def another_rhythm() -> Iterator[Story]:
    story = mentored()
    story.ada("move all of them to Wednesdays at 5", fresh=True)
    yield story
    story.ada("SKIP")
    story.ada("make it every second Tuesday", fresh=True)
    story.ada("from January on, every two weeks on Thursdays at 10", fresh=True)
    yield story


def another_place() -> Iterator[Story]:
    story = mentored()
    story.ada("place for 5 january: her office", fresh=True)
    story.ada("SEND")
    story.leave()
    story.ada("from february we meet at Café Luna", fresh=True)
    story.ada("resend the invite", fresh=True)
    story.ada("renew until June but fortnightly", fresh=True)
    story.ada("away 22 dec - 8 jan", fresh=True)
    yield story


SERIES = (
    which_meeting,
    a_series_declined,
    holidays,
    ends,
    comes_to_its_end,
    another_rhythm,
    several_end,
    another_place,
)
