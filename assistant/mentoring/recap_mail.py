"""The mail that shows a recap to the protégé: what is to be confirmed on top, the mentor's version at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.mentoring import mentor_version
from assistant.mentoring.actions import shown
from assistant.mentoring.book import Note
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, LetterState, Tap
from assistant.mentoring.minutes import Recap
from assistant.mentoring.person import Person
from assistant.mentoring.phrases import offered


def answer(
    case: Case,
    person: Person,
    recap: Recap,
    *,
    taps: Sequence[Tap] = (),
    ask_fit: bool = False,
    said: str = "",
    notes: Sequence[Note] = (),
) -> Decision:
    """The recap as a mail. The mentor's version stands in it in full once nothing is left to confirm."""
    book = case.book
    for letter in book.pending(person.id):
        if letter.template == "person/recap":  # the recap has changed, so this text is out of date
            book = book.with_letter(replace(letter, state=LetterState.WITHDRAWN))
    case = case.on(book)
    draft = None if recap.to_confirm else mentor_version.draft(case, person, recap)
    actions = [a for a in book.actions if a.recap == recap.id]
    known = {a.text.lower() for a in actions}
    own = (Tap("Send", "SEND"), Tap("Shorter", "SHORTER")) if draft else (Tap("Take it as it is", "OK"),)
    return case.answer(
        "protege/recap",
        person=person.id,
        kind=Kind.RECAP,
        drafts=(draft,) if draft else (),
        notes=notes,
        taps=(*own, *taps),
        values={
            "said": said,
            "name": person.first_name,
            "day": recap.day,
            "confirm": [line.partition(": ")[2] for line in recap.to_confirm],
            "example": _example(recap),
            "points": list(recap.points),
            "decisions": list(recap.decisions),
            "actions": [shown(book, a, case.today) for a in actions if a.owner != "mentor"],
            "offers": [shown(book, a, case.today) for a in actions if a.owner == "mentor"],
            "offered": [offered(o, person.first_name) for o in recap.offers if o.lower() not in known],
            "questions": list(recap.questions),
            "private": list(recap.private),
            "next": recap.next_meeting,
            "used": recap.used,
            "ask_fit": ask_fit,
            "can_write": bool(person.email and not person.do_not_contact),
        },
    )


def _example(recap: Recap) -> str:
    """A reply that would answer the first open line."""
    number = recap.to_confirm[0].partition(": ")[0] if recap.to_confirm else ""
    return f"{number} is mine, due 5 Dec" if number else ""
