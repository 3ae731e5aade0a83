"""Stories of the days before a meeting: the agenda for the mentor, the brief of the day, the last meeting but one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from letters.stories_meetings import MADRID, mentored
from letters.story import POLICY, Story

from assistant.mentoring.due import due


def noted() -> Story:
    """Minerva and Ada have talked; Ada promised two things and has done one of them."""
    story = mentored()
    story.ada(
        "notes Minerva\n- price by outcome, not by seat\nI will send her the memo by 25 November.\n"
        "I will call two customers by 4 December.",
        fresh=True,
    )
    story.ada("SKIP")
    story.ada("done 1: result the memo made the board ask for a pilot", fresh=True)
    story.ada("SKIP")
    story.ada("doing 2", fresh=True)
    return story


def prepared() -> Story:
    """What Ada wants of their meeting on Tue 1 Dec."""
    story = noted()
    story.ada("goal today: decide on one price for the pilot", fresh=True)
    story.ada("ask: What would you drop first?\nidea: the free tier", fresh=True)
    return story


def the_agenda() -> Iterator[Story]:
    story = prepared()
    while not any(x.template == "person/agenda" for x in story.seen):
        story.days(1)
    story.ada("ask: Who else has priced by outcome?", fresh=True)
    yield story
    story.days(1)
    yield story


def a_brief_of_its_own() -> Iterator[Story]:
    story = prepared()
    series = story.book.meetings[-1]
    story.book = story.book.with_meeting(replace(series, start=series.start.replace(hour=8)))
    story.days(17)
    story.now = datetime(2026, 12, 1, 6, 30, tzinfo=MADRID)
    for event in due(story.book, story.now, POLICY):
        story.happens(event)
    yield story


def another_place() -> Iterator[Story]:
    story = mentored()
    story.ada("we meet at Café Luna from now on", fresh=True)
    yield story


PREPARING = (the_agenda, a_brief_of_its_own, another_place)
