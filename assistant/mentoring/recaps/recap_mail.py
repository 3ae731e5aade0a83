"""The mail that shows a recap to the protégé: what is to be confirmed on top, the mentor's version at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from assistant.mentoring.book import Book, Note
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.meetings.next_time import next_time
from assistant.mentoring.minutes import Recap
from assistant.mentoring.offers import offer_line
from assistant.mentoring.outbox import moved
from assistant.mentoring.person import Person
from assistant.mentoring.recaps import mentor_version
from assistant.mentoring.recaps.actions import shown
from assistant.mentoring.words.phrases import offered, shortened

VERSION = "person/recap"
ON_WIRE = (LetterState.SENDING, LetterState.IN_DOUBT)
MOST_ACTIONS = 40
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
    anew: bool = True,
    again: bool = False,
    changed: Sequence[str] = (),
    unsure: Sequence[str] = (),
) -> Decision:
    """The recap as a mail. The mentor's version stands in it in full once nothing is left to confirm.

    anew: the recap has changed, so that a version from before is out of date; else it is shown as it waits.
    again: drafted also where the mentor has a version already.
    changed, unsure: what corrections of this mail changed, and what was not understood of them, a line each.
    """
    gone = version_gone(case.book, recap)
    if anew:
        book, back = withdrawn(case.book, recap)
        case, said = case.on(book), f"{said} {back}".strip()
    waiting = [] if anew else [x.id for x in _versions(case.book, recap) if x.state is LetterState.PENDING]
    writes = anew and not recap.to_confirm and (again or gone is None)
    draft = mentor_version.draft(case, person, recap) if writes else None
    following = next_time(case, person, recap)
    sends = bool(draft or waiting)
    own = (Tap("Send", "SEND"), Tap("Shorter", "SHORTER")) if sends else _without_draft(recap)
    return case.answer(
        "protege/recap",
        person=person.id,
        kind=Kind.RECAP,
        drafts=(draft,) if draft else (),
        shows_ids=waiting,
        notes=notes,
        taps=(*own, *following.taps, *taps),
        values={
            **_told(case, person, recap, gone),
            "said": said,
            "foreign": [a.number for a in mentor_version.foreign_actions(case, recap)] if sends else [],
            "changed": changed,
            "unsure": unsure,
            "next": following.says,
            "asks": following.asks,
            "ask_fit": ask_fit,
        },
    )


def _told(case: Case, person: Person, recap: Recap, gone: Letter | None) -> dict[str, object]:
    book = case.book
    actions = [a for a in book.actions if a.recap == recap.id]
    known = {a.text.lower() for a in actions}
    return {
        "name": person.first_name,
        "day": recap.day,
        "confirm": _screen([line.partition(": ")[2] for line in recap.to_confirm]),
        "example": _example(recap),
        "points": [shortened(line) for line in recap.points[:MOST_POINTS]],
        "more": max(0, len(recap.points) - MOST_POINTS),
        "decisions": _screen(recap.decisions),
        "actions": [shown(book, a, case.today) for a in actions if a.owner != "mentor"][:MOST_ACTIONS],
        "offers": [offer_line(a.text, person.first_name, a.due, a.number) for a in actions if a.owner == "mentor"][
            :MOST_ACTIONS
        ],
        "offered": _screen([offered(o, person.first_name) for o in recap.offers if o.lower() not in known]),
        "questions": _screen(recap.questions),
        "private": _screen(recap.private),
        "used": recap.used,
        "can_write": bool(person.email and not person.do_not_contact) and gone is None,
        "gone": gone.sent_at if gone else None,
        "going": gone is not None and gone.sent_at is None,
    }


def _screen(lines: Sequence[str]) -> list[str]:
    """Lines for one screen; of more it is said how many the book keeps."""
    found = [shortened(line) for line in lines[:MOST_POINTS]]
    more = len(lines) - len(found)
    return [*found, f"and {more} more, kept in your book"] if more else found


def _without_draft(recap: Recap) -> tuple[Tap, ...]:
    return (Tap("Take it as it is", "OK"),) if recap.to_confirm else ()


def _versions(book: Book, recap: Recap) -> list[Letter]:
    """The mentor's versions of this recap, oldest first."""
    return [x for x in book.letters if x.person == recap.person and x.template == VERSION and x.created >= recap.at]


def waits(book: Book, recap: Recap) -> bool:
    """Whether a version of this recap waits, or is approved and has not left."""
    return any(x.state in (LetterState.PENDING, LetterState.APPROVED) for x in _versions(book, recap))


def version_gone(book: Book, recap: Recap) -> Letter | None:
    """The version that the mentor has, or that is on its way at this moment."""
    found = [x for x in _versions(book, recap) if x.state in (LetterState.SENT, *ON_WIRE)]
    return found[-1] if found else None


def withdrawn(book: Book, recap: Recap) -> tuple[Book, str]:
    """The book without the versions from before; and what to say where one was approved and has not left."""
    said = ""
    for letter in book.letters:
        if letter.person != recap.person or letter.template != VERSION:
            continue
        if letter.state is LetterState.APPROVED:
            said = "The version that you approved has not left and does not go."
        if letter.state in (LetterState.PENDING, LetterState.APPROVED):
            book = book.with_letter(moved(letter, LetterState.WITHDRAWN))
    return book, said


def _example(recap: Recap) -> str:
    """A reply that would answer the first open line."""
    number, _, question = recap.to_confirm[0].partition(": ") if recap.to_confirm else ("", "", "")
    day = recap.day + timedelta(days=14)
    due = f", due {day.day} {day:%b}" if "when" in question else ""
    if "goal" in question and "does not exist" in question:
        return f"{number} is for goal 1"
    if "or somebody else?" in question and "who will" not in question and "by when" not in question:
        return f"{number} should say … with the name"
    return f"{number} is mine{due}" if number else ""
