"""What waits, each line with its reply word, and what comes next (L3)."""

from __future__ import annotations

from assistant.mentoring import due
from assistant.mentoring.book import ActionState, Book, Stage
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outbox import reader_zone


def status(case: Case) -> Decision:
    """ "Nothing waits. Next: …" or the list."""
    return case.answer(
        "protege/status",
        thread=GENERAL,
        values={
            "waits": waiting(case.book),
            "leaving": leaving(case.book),
            "people": people(case),
            "actions": open_actions(case.book),
            "paused": case.book.paused,
        },
    )


def waiting(book: Book) -> list[dict[str, object]]:
    """Drafts that wait for a word: {name, subject, code, expires}."""
    return [
        {"name": book.person(x.person).name, "subject": x.subject, "code": x.code, "expires": x.expires}
        for x in book.pending()
        if x.shown
    ]


def leaving(book: Book) -> list[dict[str, object]]:
    """Approved letters that have not left: {name, subject, goes, zone}."""
    return [
        {
            "name": book.person(x.person).name,
            "subject": x.subject,
            "goes": x.not_before,
            "zone": reader_zone(book, book.find_person(x.person)),
        }
        for x in book.letters
        if x.state is LetterState.APPROVED and not x.to_protege and x.not_before and book.find_person(x.person)
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
                "stage": person.stage.value.replace("_", " "),
                "next": coming.what if coming else "",
                "at": coming.at if coming else None,
                "paused": person.paused or person.do_not_contact,
            }
        )
    return rows


def open_actions(book: Book) -> list[dict[str, object]]:
    """Open actions that the protégé owns or nobody: {number, text, due, owner}."""
    return [
        {"number": a.number, "text": a.text, "due": a.due, "owner": a.owner}
        for a in book.actions
        if a.state in (ActionState.OPEN, ActionState.DOING) and a.owner != "mentor"
    ]
