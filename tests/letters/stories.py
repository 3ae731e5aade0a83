"""The stories whose letters are kept as expected texts: each letter is taken from the first story that brings it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from letters.stories_meetings import MEETINGS, plain_words
from letters.stories_preparing import PREPARING
from letters.stories_series import SERIES
from letters.story import HELLO, POLICY, Story

from assistant.mentoring import events as happened
from assistant.mentoring.delivery import Bounce
from assistant.mentoring.due import due
from assistant.mentoring.facts import Absence, Notice
from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.person import Stage

MINERVAS = happened.Context(thread="person/minerva", person="minerva", message_id="<own@example.org>")


def begun() -> Story:
    """Ada has said hello and answered the three questions: the first draft waits."""
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada(HELLO)
    return story


def written() -> Story:
    """The first note to Minerva has left."""
    story = begun()
    story.ada("SEND")
    story.leave()
    return story


def the_hello() -> Iterator[Story]:
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada("1. lead a pricing team\n2. Minerva McGee, minerva@example.org\n3. her talk")
    story.ada("3. her talk on pricing made us drop our free tier")
    yield story
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada("1. lead a pricing team because I love numbers\n2. nobody yet\n3. -")
    story.ada("hi", fresh=True)
    yield story


def the_first_draft() -> Iterator[Story]:
    story = begun()
    story.ada("shorter")
    story.ada("warmer")
    story.ada("EDIT\nHi Minerva,\n\nwould you mentor me?\n\nAda Byron")
    story.ada("SEND")
    story.ada("no")
    story.ada("why?")
    story.ada("SKIP")
    story.ada("UNDO")
    story.ada("LATER 20 Nov")
    yield story
    story = begun()
    story.ada("shorter")
    story.seen.append(story.seen[2])  # the mail that showed the first draft is answered
    story.ada("SEND")
    story.ada("SEND", fresh=True)
    story.ada("LATER")
    yield story
    story = begun()
    story.days(5)
    story.ada("SEND", fresh=True)
    story.days(8)
    story.ada("2")
    yield story
    story = begun()
    story.days(9)
    story.ada("3")
    yield story
    story = begun()
    story.ada("LATER")
    story.ada("SKIP")
    story.ada("shorter")
    yield story
    story = begun()
    story.days(4)
    story.ada("quiet until 15 Nov", fresh=True)
    story.ada("SEND " + story.draft.code, fresh=True)
    yield story


def what_leaves() -> Iterator[Story]:
    story = begun()
    story.ada("SEND")
    story.ada("SEND")
    story.ada("UNDO")
    story.ada("SEND")
    story.leave()
    story.ada("UNDO")
    yield story


def several_people() -> Iterator[Story]:
    story = begun()
    story.ada("new mentor Lee Ito lee@example.org — heard his talk", fresh=True)
    story.ada("REACH OUT TO Lee Ito")
    story.ada("why: your article on interviews gave us our script")
    story.ada("SEND", fresh=True)
    story.ada("reach out to Mallory", fresh=True)
    story.ada("called somebody", fresh=True)
    story.ada("did it", fresh=True)
    story.ada("status", fresh=True)
    story.ada("goals", fresh=True)
    story.ada("log", fresh=True)
    story.ada("show Minerva", fresh=True)
    story.ada("help", fresh=True)
    story.ada("quiet until 9 Nov", fresh=True)
    story.ada("the weather is nice today", fresh=True)
    story.ada("stop", fresh=True)
    story.ada("RESUME")
    story.ada("pause all", fresh=True)
    yield story


def silence() -> Iterator[Story]:
    story = written()
    story.ada("key: yes\npost: Gran Via 1, Madrid\nresult: churn fell by a third")
    story.days(8)
    story.ada("SEND")
    story.leave()
    story.days(40)
    story.ada("DID IT")
    story.days(250)
    yield story
    story = written()
    story.ada("key: yes\nsame site: yes")
    story.days(8)
    story.ada("SEND")
    story.leave()
    story.days(70)
    yield story
    story = written()
    story.days(8)
    story.ada("REST")
    yield story


def her_answers() -> Iterator[Story]:
    for text in (
        "Hi Ada, yes, gladly. Thursday 12 November at 3pm?",
        "Not before 1 March, please write again then.",
        "I am travelling a lot. Maybe some day.",
        "No thanks, I don't do this.",
        "Please don't write to me again.",
        "You had better ask Lee Ito <lee@example.org>, he knows more.",
        "What do you mean by pricing team?",
        "Thank you!",
        "Hm, well, you see.",
    ):
        story = written()
        story.person("minerva", text)
        yield story
    story = written()
    story.person("minerva", "Not before 1 December, please write again then.")
    story.days(45)
    yield story
    story = written()
    story.person("minerva", "What do you mean by pricing team?")
    story.ada("EDIT\nIt is a small team.\n\nFour people.")
    yield story


def stops() -> Iterator[Story]:
    story = begun()
    story.ada("STOP")
    story.ada("GO ON")
    story.ada("stop Minerva", fresh=True)
    yield story
    story = written()
    story.happens(happened.StoppedElsewhere("elsewhere", story.now, "minerva"))
    yield story


def brakes_and_ways_back() -> Iterator[Story]:
    story = begun()
    story.ada("SEND. The second paragraph worries me.")
    story.ada("reach out to Minerva", fresh=True)
    story.ada("UNDO")
    yield story
    story = written()
    story.days(8)
    story.ada("SKIP")
    first = next(x for x in story.book.letters if x.rung == 1)
    newer = replace(first, id="newer", state=LetterState.PENDING, created=story.now, shown=True)
    story.book = story.book.with_letter(newer)
    story.ada("UNDO")
    yield story


def machines_and_strangers() -> Iterator[Story]:
    story = written()
    note = story.draft
    report = Bounce(("minerva@example.org",), permanent=True, reason="no such user", message_ids=(note.message_id,))
    story.happens(happened.Bounced("bounce", story.now, note.id, report))
    yield story
    for said in (
        Absence(date(2026, 11, 16), "lee@example.org"),
        Absence(kind=Notice.LEFT, deputy="lee@example.org"),
        Absence(kind=Notice.CHALLENGE),
    ):
        story = written()
        text = "I don't read this mailbox now. Please write to lee@example.org."
        story.happens(happened.AutoReplied("auto", story.now, "minerva", said, text))
        yield story
    for word in ("YES", "NO"):
        story = written()
        story.happens(
            happened.UnknownSenderWrote(
                "unknown",
                story.now,
                "minerva",
                "jonas@example.org",
                "Jonas",
                "For Minerva: Thursday works.",
            )
        )
        story.ada(word)
        yield story
    story = begun()
    story.happens(happened.SenderUnproven("forged", story.now, "ada@example.net", "SEND", "mail9"))
    story.happens(
        happened.MailSetAside(
            "big", story.now, "Photos", "it is 40 MB and I read only up to a limit", happened.Context()
        )
    )
    yield story


def the_wire() -> Iterator[Story]:
    for event in (happened.LetterRefused, happened.LetterLost):
        story = begun()
        story.ada("SEND")
        letter = next(x for x in story.book.letters if x.state is LetterState.APPROVED and not x.to_protege)
        state = LetterState.SENDING if event is happened.LetterRefused else LetterState.IN_DOUBT
        story.book = story.book.with_letter(replace(letter, state=state, sending_at=story.now))
        if event is happened.LetterRefused:
            story.happens(happened.LetterRefused("refused", story.now, letter.id, "554 no"))
        else:
            story.happens(happened.LetterLost("lost", story.now, letter.id, shows=False))
            story.ada("YES")
        yield story


def own_mailbox() -> Iterator[Story]:
    story = begun()
    story.ada("SENT")
    story.ada("called Minerva")
    yield story
    story = begun()
    story.happens(happened.CorrespondenceSeen("own", story.now, ("minerva",), "lunch on Friday?", "<own@example.org>"))
    yield story


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
    the_hello, the_first_draft, what_leaves, several_people, silence, her_answers, stops, brakes_and_ways_back,
    machines_and_strangers,
    the_wire, own_mailbox, coffee_to_agreement,
    rarer_mails, *MEETINGS, *SERIES, *PREPARING, plain_words,
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
