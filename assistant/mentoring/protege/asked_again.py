"""LATER under a question: it stays open, nothing is done, and it comes again in a digest (`language.md`, rule 3)."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.book import Asks, Book, Question
from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.minutes import Reminder

AGAIN_DAYS = 2
# What each asks, as a digest says it. Of a LATER to the others their own practice knows what it means.
OPEN = {
    Asks.THREE: "my three questions are open: what you want, who has done it, what of theirs you used",
    Asks.WHO_WAS_IT: "who wrote about {name}, and whether they write for {name}: YES, NO or STOP in that thread",
    Asks.WHOSE_NOTES: "whose words the notes with {name} hold: answer in that thread",
    Asks.RECAP: "the recap with {name} has lines to confirm",
    Asks.IN_DOUBT: "whether my letter reached {name}: YES or NO in that thread",
    Asks.AGREEMENT: "the terms with {name} wait for your YES",
    Asks.HELD_BACK: "what holds you back with {name}: 1 the wording, 2 the timing, 3 not them",
    Asks.CALENDAR: "a date in {name}'s calendar mail waits for your YES or NO",
}


def later(case: Case) -> Decision | None:
    """The question once more after two business days, or on the day named; None where no such question is open."""
    question = case.book.question(case.context.thread)
    if question is None or question.asks not in OPEN:
        return None
    day = case.command.day or case.calendar().add(case.today, AGAIN_DAYS)
    if day <= case.today:
        return case.nothing_done(f"{said_day(day)} is not after today", person=question.person)
    number = 1 + max((r.number for r in case.book.reminders), default=0)
    text = said(case.book, question)
    reminders = (*(r for r in case.book.reminders if r.text != text), Reminder(number, text, day))
    return case.on(replace(case.book, reminders=reminders)).answer(
        "protege/noted",
        person=question.person,
        values={"what": f"I ask again on {said_day(case.calendar().first(day))}. Nothing happens before."},
        taps=(Tap("Status", "STATUS"),),
        notes=(case.note("later", f"a question waits: {text}", question.person),),
    )


def said(book: Book, question: Question) -> str:
    """What a question asks, in a few words."""
    person = book.find_person(question.person)
    words = OPEN.get(question.asks, "what {name} meant")
    return words.format(name=person.first_name if person else "them")
