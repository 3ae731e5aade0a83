"""The stories whose letters are kept as expected texts: each letter is taken from the first story that brings it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from letters.stories_edges import EDGES
from letters.stories_meetings import MEETINGS, plain_words
from letters.stories_outreach import OUTREACH
from letters.stories_preparing import PREPARING
from letters.stories_series import SERIES
from letters.story import POLICY, Story, begun, written

from assistant.mentoring import events as happened
from assistant.mentoring.due import due
from assistant.mentoring.letters import Letter
from assistant.mentoring.person import Stage

MINERVAS = happened.Context(thread="person/minerva", person="minerva", message_id="<own@example.org>")


def coffee_to_agreement() -> Iterator[Story]:
    story = written()
    story.person("minerva", "Yes, gladly.")
    story.ada("COFFEE WITH Minerva 2026-11-12 15:00 Café Luna")
    story.ada("SEND")
    story.leave()
    story.ada("move to fri 13 nov 15:00")
    story.ada("I can't make it", fresh=True)
    story.days(12)
    story.ada("fit maybe")
    story.ada("fit yes")
    story.ada("yes")
    story.ada("SEND")
    story.leave()
    story.ada("Minerva agreed", fresh=True)
    story.ada("YES")
    story.ada("meet monthly first tue 16:00 45min")
    story.ada("SEND")
    story.leave()
    story.ada("when next?")
    story.ada("prep")
    story.days(30)
    story.ada(
        "notes: I will write the memo by 15 Dec. Minerva will introduce me to Lee.\nDecision: drop the free tier."
    )
    story.ada("ok")
    story.ada("done 1: result the memo got us a yes")
    story.ada("actions", fresh=True)
    story.ada("remind me in 2 weeks to thank Lee", fresh=True)
    story.ada("thank Minerva: she introduced me to Lee and I got the pilot", fresh=True)
    story.ada("no-show")
    story.days(20)
    yield story
    story = written()
    story.person("minerva", "Yes, gladly.")
    story.ada("COFFEE WITH Minerva")
    story.ada("COFFEE WITH Minerva 2026-11-12 05:00")
    story.ada("propose Minerva 6 months monthly")
    story.ada("fit no")
    yield story


def rarer_mails() -> Iterator[Story]:
    story = begun()
    story.ada("SKIP")
    story.seen.append(story.seen[2])  # the mail that showed the draft is answered once more
    story.ada("SEND")
    yield story
    story = begun()
    story.days(9)
    story.ada("2")
    yield story
    story = written()
    story.person("minerva", "Please not now, ask me again later.")
    yield story
    story = written()
    story.person("minerva", "Yes, gladly.")
    story.ada("COFFEE WITH Minerva 2026-11-12 15:00 Café Luna")
    story.ada("SEND")
    story.leave()
    story.person("minerva", "Hi Ada, could we do Friday 13 November at 3pm?")
    yield story
    story = begun()
    story.ada("remind me tomorrow 15:00 to thank Lee", fresh=True)
    story.ada("UNDO")
    story.ada("remind me tomorrow 15:00 to thank Lee", fresh=True)
    story.days(1)
    story.later(hours=7)
    for event in due(story.book, story.now, POLICY):
        story.happens(event)
    yield story
    story = begun()
    story.happens(happened.BookRestored("restored", story.now, 3))
    story.happens(happened.OnlyWeGotIt("copy", story.now, MINERVAS, "Hi Minerva, one more thing about the memo."))
    story.happens(happened.SenderUnproven("forged", story.now, "ada@example.net", "SEND", "mail9"))
    story.happens(
        happened.ChallengeAnswered("no", story.now, story.book.challenges[-1].id, yes=False, context=happened.Context())
    )
    yield story
    story = written()
    story.book = story.book.with_person(replace(story.book.person("minerva"), stage=Stage.ACTIVE))
    story.person("minerva", "No thanks, I don't do this any more.")
    yield story


STORIES: tuple[Callable[[], Iterator[Story]], ...] = (
    *OUTREACH, *EDGES, coffee_to_agreement, rarer_mails, *MEETINGS, *SERIES, *PREPARING, plain_words,
)  # fmt: skip


@cache
def letters() -> dict[str, Letter]:
    """Every letter that the stories bring, by its template: the first of each."""
    found: dict[str, Letter] = {}
    for tell in STORIES:
        for story in tell():
            for letter in story.seen:
                found.setdefault(letter.template, letter)
    return found


def everything() -> list[Letter]:
    """All letters of all stories."""
    return [letter for tell in STORIES for story in tell() for letter in story.seen]
