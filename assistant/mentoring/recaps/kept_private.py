"""Words of a command that are for nobody else (promise 7): kept with the person they are about, and told.

The reading set them apart (`Command.private`), so no practice sees them.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.case import Case
from assistant.mentoring.command import Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft
from assistant.mentoring.person import Remark
from assistant.mentoring.words.phrases import shortened


def told(case: Case, decision: Decision) -> Decision:
    """The decision, its book with what is kept, and a line to the protégé that says so.

    Words that were all private were refused (`ask`): nothing of them is kept, so that they can be said again."""
    private = case.command.private
    if not private or case.command.verb is Verb.NOTES or case.command.ask:
        return decision  # a recap shows what is only for the protégé; a refusal says why itself
    case = case.on(decision.book)
    if case.command.verb is Verb.EDIT:
        what = (
            f"Your text holds “{shortened(private[0])}”, which reads as private. It is your own letter,"
            " so I left it in: look at it before you SEND."
        )
        return decision.with_draft(_says(case, what))
    count = "1 line" if len(private) == 1 else f"{len(private)} lines"
    person = case.person
    book = decision.book
    if person is not None:
        known = {remark.text for remark in person.remarks if remark.private}
        new = tuple(Remark(case.at, piece, private=True) for piece in private if piece not in known)
        book = book.with_person(replace(person, remarks=(*person.remarks, *new)))
    said = _says(case, f"Kept private: {count}, for you alone.")
    return replace(decision, book=book).with_draft(said)


def _says(case: Case, what: str) -> Draft:
    person = case.person
    thread = case.context.thread
    return case.tell("protege/noted", person=person.id if person else "", thread=thread, values={"what": what})
