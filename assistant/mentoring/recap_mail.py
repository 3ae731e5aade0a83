"""The mail that shows a recap to the protégé: what is to be confirmed on top, the mentor's version at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.mentoring import mentor_version
from assistant.mentoring.actions import shown
from assistant.mentoring.book import Note
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, LetterState, Tap
from assistant.mentoring.minutes import Recap
from assistant.mentoring.offers import offer_line
from assistant.mentoring.person import Person
from assistant.mentoring.phrases import offered

_MARK = re.compile(
    r"^[\W_]*(?:private(?:ly)?|off the record|confidential)(?=[\s:,;.!)\]–—-])[\s:,;.!*_–—-]*", re.IGNORECASE
)
MOST_POINTS = 15  # one screen; the rest stays in the book


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
            "points": list(recap.points[:MOST_POINTS]),
            "more": max(0, len(recap.points) - MOST_POINTS),
            "decisions": list(recap.decisions),
            "actions": [shown(book, a, case.today) for a in actions if a.owner != "mentor"],
            "offers": [offer_line(a.text, person.first_name, a.due, a.number) for a in actions if a.owner == "mentor"],
            "offered": [offered(o, person.first_name) for o in recap.offers if o.lower() not in known],
            "questions": list(recap.questions),
            "private": [_bare(line) for line in recap.private],
            "next": recap.next_meeting,
            "used": recap.used,
            "ask_fit": ask_fit,
            "can_write": bool(person.email and not person.do_not_contact),
        },
    )


def _example(recap: Recap) -> str:
    """A reply that would answer the first open line."""
    number, _, question = recap.to_confirm[0].partition(": ") if recap.to_confirm else ("", "", "")
    day = recap.day + timedelta(days=14)
    due = f", due {day.day} {day:%b}" if "when" in question else ""
    return f"{number} is mine{due}" if number else ""


def _bare(line: str) -> str:
    """A private line without its mark: "(private: she leaves)" -> "she leaves"."""
    words = _MARK.sub("", line)
    return words.strip(" )]}>") if line[:1] in "([{<" and words != line else words.strip() or line
