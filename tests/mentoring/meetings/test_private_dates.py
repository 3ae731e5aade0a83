"""What should stand in the protégé's own calendar is derived from the book; each change of it is told once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from letters.story import Story, written

from assistant.mentoring.letters import Letter
from assistant.mentoring.meetings.private_dates import is_over, wanted


def told(story: Story) -> list[Letter]:
    return [x for x in story.seen if x.template == "invite/private"]


def by_hand(*lines: str) -> Story:
    """Minerva is key and does not answer: the next idea is not a mail, and Ada does it herself."""
    story = written()
    story.ada("\n".join(("key: yes", "result: churn fell by a third", *lines)))
    for _ in range(80):
        story.days(1)
        if told(story):
            return story
        if story.book.pending():
            story.ada("SEND", fresh=True)
            story.leave()
    raise AssertionError("no task came")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("post: Gran Via 1, Madrid",), "Post the note to Minerva"),
        (("same site: yes",), "See Minerva in person"),
    ],
)
def test_a_task_off_the_mail_stands_in_adas_calendar_for_the_next_working_day(
    lines: tuple[str, ...], says: str
) -> None:
    story = by_hand(*lines)
    (letter,) = told(story)
    (date,) = story.book.private_dates
    assert (date.text, letter.to, letter.cc) == (says, "ada@example.org", ())
    assert date.day > letter.created.date()
    assert date.day.weekday() < 5
    assert "ATTENDEE" in letter.calendar
    assert "minerva@" not in letter.calendar


@pytest.mark.parametrize("word", ["DID IT Minerva", "REST Minerva", "Minerva answered: yes, next week", "stop Minerva"])
def test_it_leaves_the_calendar_with_the_task(word: str) -> None:
    story = by_hand("post: Gran Via 1, Madrid")
    story.now = told(story)[0].created
    story.ada(word)
    assert [x.method for x in told(story)] == ["REQUEST", "CANCEL"]
    assert [one.off for one in story.book.private_dates] == [True]


def test_what_has_not_changed_is_not_told_again() -> None:
    story = by_hand("post: Gran Via 1, Madrid")
    story.ada("status", fresh=True)
    assert len(told(story)) == 1


def test_a_whole_day_stays_where_it_is_in_another_zone() -> None:
    story = written()
    story.ada("milestone: promotion board 3 Mar", fresh=True)
    story.ada("my timezone is America/New_York", fresh=True)
    assert len(told(story)) == 1


def test_a_date_is_wanted_while_its_reminder_waits() -> None:
    story = written()
    story.ada("milestone: promotion board 3 Mar", fresh=True)
    (date,) = story.book.private_dates
    assert not is_over(date, story.now)
    done = replace(story.book, reminders=tuple(replace(r, done=True) for r in story.book.reminders))
    assert [len(list(wanted(book))) for book in (story.book, done)] == [1, 0]
