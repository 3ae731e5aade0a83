"""Stories of the edges: machines and strangers that write, a letter whose fate is unknown, mail of Ada's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from letters.story import Story, begun, written

from assistant.mentoring import events as happened
from assistant.mentoring.delivery import Bounce
from assistant.mentoring.facts import Absence, Notice
from assistant.mentoring.letters import LetterState


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


EDGES = (machines_and_strangers, the_wire, own_mailbox)
