"""Stories of meetings: invites and their answers on both sides, notes and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from letters.story import POLICY, Story, begun

from assistant.mentoring import events as happened
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.due import due
from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.mentoring.letters import LetterState
from assistant.mentoring.schedule import Meeting

MINERVA = "minerva@example.org"
MADRID = ZoneInfo("Europe/Madrid")


def agreed_to_talk() -> Story:
    """Minerva has said yes; nothing is fixed yet."""
    story = begun()
    story.ada("SEND")
    story.leave()
    story.person("minerva", "Yes, gladly.")
    return story


def invited() -> Story:
    """A coffee stands in both calendars: Thu 12 Nov at 15:00, Café Luna."""
    story = agreed_to_talk()
    story.ada("COFFEE WITH Minerva 2026-11-12 15:00 Café Luna")
    story.ada("SEND")
    story.leave()
    return story


def met() -> Story:
    """They have had their coffee, and Ada was asked for notes."""
    story = invited()
    story.now = datetime(2026, 11, 12, 16, 30, tzinfo=MADRID)
    for event in due(story.book, story.now, POLICY):
        story.happens(event)
    return story


def mentored() -> Story:
    """Minerva is Ada's mentor; they meet every month from Tue 1 Dec at 16:00 on."""
    story = met()
    story.ada("fit yes")
    story.ada("yes")
    story.ada("SEND")
    story.leave()
    story.ada("Minerva agreed 6 months monthly 45 min", fresh=True)
    story.ada("meet monthly first tue 16:00 45min")
    story.ada("SEND")
    story.leave()
    return story


def answers(story: Story, answer: str, *, meeting: Meeting | None = None, comment: str = "", **more: object) -> None:
    """Minerva's calendar program answers the invite."""
    story.later(minutes=1)
    about = meeting or story.book.meetings[-1]
    said = CalendarAnswer("REPLY", about.uid, about.sequence, story.now, ((MINERVA, answer),), comment=comment, **more)  # type: ignore[arg-type]
    key = f"calendar {answer} {comment} {len(story.seen)}"
    story.happens(happened.InviteAnswered(key, story.now, MINERVA, said, words=comment))


def invites(story: Story, start: datetime, method: str = "REQUEST", sequence: int = 0) -> None:
    """Minerva sends an invite of her own, or a change of it, or keeps its time."""
    words = "I teach on the other day." if method == "DECLINECOUNTER" else ""
    event = CalendarInvite(
        method, "hers@example.org", sequence, story.now + timedelta(minutes=sequence), MINERVA, "Ada and Minerva",
        start, start + timedelta(minutes=45), "Room 4", comment=words,
    )  # fmt: skip
    story.happens(happened.InviteReceived(f"{method} {sequence}", story.now, "minerva", MINERVA, event))


def calendars() -> Iterator[Story]:
    story = invited()
    answers(story, "ACCEPTED", comment="Looking forward to it.")
    answers(story, "DECLINED", comment="I am in Lisbon that day.")
    yield story
    story = invited()
    at = datetime(2026, 11, 13, 15, tzinfo=MADRID)
    said = CalendarAnswer(
        "COUNTER", story.book.meetings[-1].uid, 0, story.now, ((MINERVA, "TENTATIVE"),), start=at,
        end=at + timedelta(minutes=30),
    )  # fmt: skip
    story.happens(happened.InviteAnswered("counter", story.now, MINERVA, said, words="Friday would be easier."))
    story.ada("NO")
    yield story
    story = invited()
    unknown = CalendarAnswer("REPLY", "another@example.org", 0, story.now, ((MINERVA, "ACCEPTED"),))
    story.happens(happened.InviteAnswered("unknown", story.now, MINERVA, unknown, subject="Accepted: budget"))
    yield story


def her_own_invite() -> Iterator[Story]:
    story = invited()
    invites(story, datetime(2026, 11, 12, 15, tzinfo=MADRID))
    invites(story, datetime(2026, 11, 13, 16, tzinfo=MADRID), sequence=1)
    yield story
    invites(story, datetime(2026, 11, 13, 16, tzinfo=MADRID), "DECLINECOUNTER", sequence=2)
    yield story
    story = agreed_to_talk()
    invites(story, datetime(2026, 11, 12, 15, tzinfo=MADRID))
    story.ada("move to thu 19 nov 15:00")
    yield story


def what_calendars_leave_open() -> Iterator[Story]:
    """Minerva publishes a date; her calendar asks how ours stands; Lee answers what he was not asked."""
    story = agreed_to_talk()
    invites(story, datetime(2026, 11, 12, 15, tzinfo=MADRID), "PUBLISH")
    yield story
    story = invited()
    about = story.book.meetings[-1]
    asks = CalendarAnswer("REFRESH", about.uid, 0, story.now, ((MINERVA, "NEEDS-ACTION"),))
    story.happens(happened.InviteAnswered("refresh", story.now, MINERVA, asks))
    yield story


def who_keeps_her_calendar() -> Iterator[Story]:
    story = invited()
    story.ada("add pat@example.org to the meeting with Minerva")
    story.ada("SEND")
    story.leave()
    story.ada("move to fri 13 nov 15:00")
    yield story


def for_her_own_calendar() -> Iterator[Story]:
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada("milestone: promotion board 3 Mar", fresh=True)
    story.ada("DROP R1")
    yield story


def hard_news() -> Iterator[Story]:
    story = invited()
    story.person("minerva", "I am so sorry, my mother has died and I have to cancel everything.")
    yield story


def another_time() -> Iterator[Story]:
    story = invited()
    answers(story, "DECLINED", comment="I am in Lisbon that day.")
    story.ada("COFFEE WITH Minerva 2026-11-13 11:00")
    yield story
    story = invited()
    story.person("minerva", "Thursday doesn't work any more, sorry. Could we do Friday 13 November at 11:00?")
    story.ada("YES")
    yield story


def times_that_pass() -> Iterator[Story]:
    story = agreed_to_talk()
    story.ada("COFFEE WITH Minerva")
    story.ada("COFFEE WITH Minerva 2026-11-12 15:00 Café Luna")
    story.ada("SEND")
    invite = next(x for x in story.book.letters if x.calendar and x.state is LetterState.APPROVED)
    story.now = datetime(2026, 11, 12, 15, 5, tzinfo=MADRID)
    story.happens(happened.MeetingPassed("passed", story.now, invite.id))
    yield story
    story = begun()
    past = Command(Verb.REMIND, text="thank Lee", day=date(2026, 11, 2), line="remind me on 2 November to thank Lee")
    story.happens(happened.CommandsGiven("past", story.now, (past,), happened.Context(message_id="<own@example.org>")))
    yield story
    story = begun()
    story.ada("LATER")
    yield story


def notes_and_recaps() -> Iterator[Story]:
    story = mentored()
    story.ada("cancel next", fresh=True)
    story.ada("meet with Minerva 2026-12-10 15:00", fresh=True)
    yield story
    story = met()
    story.ada(
        "We talked about tiers: three are enough.\nI will send her the memo by Fri 20 Nov.\n"
        "She will introduce me to Lee.\nDecision: drop the free tier.\n\nprivate: she is leaving Acme"
    )
    story.ada("USED: her question on value opened two customers")
    story.ada("SEND")
    story.leave()
    story.ada("done 1: result two customers signed", fresh=True)
    yield story
    story = met()
    story.ada("We talked about tiers.\nsend the deck\nI will write the memo")
    yield story
    story = met()
    story.ada("notes\nCoffee with Kofi, Thu 12 Nov\nKofi will send the deck\nI will call Lee by 20 nov", fresh=True)
    yield story
    story = met()
    story.ada("We talked about tiers.\nI will call Lee by 20 nov")
    story.ada("that was not Minerva's meeting")
    yield story
    story = met()
    story.ada(
        "Ada: I wonder how you chose the tiers.\nMinerva: We asked ten customers what they would miss.\n"
        "Ada: And then we could do the same.\nMinerva: I will send you our list of questions."
    )
    yield story
    story = met()
    story.ada(
        "I learned a lot from what she told me about the way in which they made their first tiers, and it was good to "
        "hear that everybody makes the same errors at the beginning, and that nobody knows what the right price is.",
        fresh=True,
    )
    yield story
    story = met()
    second = replace(story.book.meetings[0], uid="second@example.org", start=story.now - timedelta(hours=3))
    story.book = story.book.with_meeting(second)
    story.later(days=5)
    story.ada("notes Minerva\nWe talked about tiers.", fresh=True)
    story.ada("2")
    assert story.book.recaps[0].meeting == second.uid
    yield story
    story = met()
    story.ada("notes\nWe talked about tiers. I will write the memo.")
    story.ada("propose Minerva 6 months monthly", fresh=True)
    story.ada("fit maybe")
    story.ada("We talked about tiers.", fresh=True)
    yield story


def choices() -> Iterator[Story]:
    story = begun()
    story.ada("SEND")
    story.leave()
    story.person("minerva", "Yes. Tuesday 17 November at 3pm or Wednesday 18 November at 3pm?")
    story.ada("yes tuesday 4pm")
    yield story
    story = begun()
    story.ada("SEND")
    story.leave()
    story.ada("new mentor Lee Ito lee@example.org", fresh=True)
    story.ada("why: your talk on hiring made us change our script")
    story.ada("REACH OUT TO Lee Ito")
    story.ada("SEND")
    story.leave()
    story.ada("she answered: yes", fresh=True)
    yield story
    story = begun()
    story.ada("remind me tomorrow to thank Lee", fresh=True)
    story.ada("reminders", fresh=True)
    yield story
    story = mentored()
    story.ada("move to thu 15:00")
    yield story


def plain_words() -> Iterator[Story]:
    """What Minerva and Ada write before a meeting of their series, without any calendar."""
    for words in ("See you Tuesday!", "Running 10 minutes late, sorry.", "Could we meet fortnightly?"):
        story = mentored()
        story.person("minerva", words)
        yield story
    story = mentored()
    story.now = datetime(2026, 12, 1, 15, 40, tzinfo=MADRID)
    story.ada("running late, 10 min", fresh=True)
    yield story


MEETINGS = (
    choices,
    calendars,
    for_her_own_calendar,
    who_keeps_her_calendar,
    what_calendars_leave_open,
    hard_news,
    another_time,
    her_own_invite,
    times_that_pass,
    notes_and_recaps,
)
