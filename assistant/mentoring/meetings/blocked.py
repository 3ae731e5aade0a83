"""Why no letter about a meeting is drafted: one of it is being sent, the end with that person waits, or it is theirs.

The same SEQUENCE can't say two things; and a change beside a closing letter would leave its meeting standing after it.
"""

from __future__ import annotations

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, LetterState
from assistant.mentoring.meetings import invites
from assistant.mentoring.person import Person


def blocked(case: Case, person: Person, uid: str) -> Decision | None:
    """The answer that nothing was done, and why; None where a letter about that meeting can be drafted."""
    if invites.on_its_way(case.book, uid):
        return wait(case, person)
    against = end_waits(case, person)
    return case.nothing_done(against, person=person.id) if against else None


def theirs(person: Person, what: str, change: str) -> str:
    """Why nothing of a meeting that they organize themselves is changed from here (R6)."""
    return f"the {what} is {person.first_name}'s own, so only they can {change}; EDIT and your words ask them"


def wait(case: Case, person: Person) -> Decision:
    """Nothing done: until the fate of the letter that is being sent is known, no second change."""
    return case.nothing_done(
        "a letter about this meeting is on its way at this moment; tell me again in a few minutes", person=person.id
    )


def end_waits(case: Case, person: Person) -> str:
    """Why what is agreed with them can't go on, or change, just now; "" where it can: the end is drafted already."""
    closing = [x for x in case.book.letters if x.person == person.id and x.kind is Kind.CLOSING and not x.to_protege]
    states = {x.state for x in closing}
    if states & invites.ON_ITS_WAY:
        return f"the end with {person.first_name} is on its way at this moment"
    if LetterState.APPROVED in states:
        return f"the end with {person.first_name} is approved and goes; UNDO takes it back, then tell me again"
    if LetterState.PENDING in states:
        return f"the end with {person.first_name} is drafted; SKIP it first, then tell me again"
    return ""
