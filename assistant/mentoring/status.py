"""What waits, each line with its reply word, and what comes next (L3)."""

from __future__ import annotations

from assistant.mentoring import due
from assistant.mentoring.book import Book
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.daily import next_step, waiting_answers
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.minutes import ActionState
from assistant.mentoring.outbox import approving, reader_zone
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.protege.held import held
from assistant.mentoring.recaps import reminders
from assistant.mentoring.relationship import loose_ends
from assistant.mentoring.standing import have_talked, is_off
from assistant.mentoring.words.phrases import STAGES

NEXT = {
    "letter leaves": "a letter leaves on",
    "draft waits": "a draft waits until",
    "meeting": "you meet on",
    "resume": "I ask you again on",
    "attempt first": "a fresh draft comes on",
    "attempt smaller": "the second idea comes on",
    "attempt notice": "the next idea comes on",
    "attempt introduction": "the next idea comes on",
    "attempt result": "the next idea comes on",
    "attempt handwritten": "a note by hand comes on",
    "attempt desk": "a hello in person comes on",
    "rest": "no more ideas; it rests from",
    "first note": "the first note is next",
}


def status(case: Case) -> Decision:
    """ "Nothing waits. Next: …" or the list."""
    return case.answer(
        "protege/status",
        thread=GENERAL,
        values={
            "answers": waiting_answers(case.book, case.at),
            "waits": waiting(case.book),
            "leaving": leaving(case.book),
            "people": people(case),
            "talks": loose_ends.talk_rows(case.book, case.at),
            "recaps": loose_ends.recap_rows(case.book, case.at),
            "no_next": loose_ends.next_rows(case),
            "actions": open_actions(case.book),
            "reminders": reminders.shown(case.book),
            "paused": case.book.paused,
            **next_step(case),
        },
        taps=_taps(case),
    )


def _taps(case: Case) -> list[Tap]:
    """A tap for each draft that waits, else the next step."""
    waiting = [x for x in case.book.pending() if x.shown][:4]
    if not waiting:
        step = next_step(case)
        return [Tap(str(step["step_label"]), str(step["step"]))]
    names = [case.book.person(x.person).first_name for x in waiting]
    return [
        Tap(f"Skip {name}" if word == "SKIP" else f"Send to {name}", f"{word} {x.code}")
        for x, name in zip(waiting, names, strict=True)
        for word in (approving(case.book, x), "SKIP")
        if word
    ]


def waiting(book: Book) -> list[dict[str, object]]:
    """Drafts that wait for a word: {name, subject, code, word, expires}."""
    return [
        {
            "name": book.person(x.person).name,
            "subject": x.subject,
            "code": x.code,
            "word": approving(book, x),
            "expires": x.expires,
        }
        for x in book.pending()
        if x.shown
    ]


def leaving(book: Book) -> list[dict[str, object]]:
    """Approved letters that will leave: {name, subject, goes, zone}; what a pause holds is told with its person."""
    return [
        {
            "name": book.person(x.person).name,
            "subject": x.subject,
            "goes": x.not_before,
            "zone": reader_zone(book, book.find_person(x.person)),
        }
        for x in held(book)
        if x.not_before and not (book.paused or book.person(x.person).paused)
    ]


def people(case: Case) -> list[dict[str, object]]:
    """Everybody in the queue and in touch: {name, stage, next, at}; closed ones are left out."""
    rows: list[dict[str, object]] = []
    for person in sorted(case.book.people, key=lambda p: p.rank):
        if person.stage in (Stage.CLOSED, Stage.DECLINED):
            continue
        coming = due.next_for(case.book, person, case.policy, case.at)
        rows.append(
            {
                "name": person.name,
                "stage": _stage(case, person),
                "next": NEXT.get(coming.what, coming.what) if coming else "",
                "at": coming.at if coming else None,
                "paused": person.paused or person.do_not_contact,
            }
        )
    return rows


def _stage(case: Case, person: Person) -> str:
    """Where they stand, as the calendar has it: a talk that was held or declined is planned no more."""
    if person.stage is not Stage.COFFEE_SET:
        return STAGES[person.stage.value]
    if is_off(case.book, person, case.at):
        return "no time that both can make"
    return STAGES[Stage.COFFEE_DONE.value if have_talked(case.book, person, case.at) else person.stage.value]


def open_actions(book: Book) -> list[dict[str, object]]:
    """Open actions that the protégé owns or nobody: {number, text, due, owner}."""
    return [
        {"number": a.number, "text": a.text, "due": a.due, "owner": a.owner}
        for a in book.actions
        if a.state in (ActionState.OPEN, ActionState.DOING) and a.owner != "mentor"
    ]
