"""What became of a draft that a word means and that waits no more (L15)."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Letter, Tap


def no_longer(case: Case, old: Sequence[Letter]) -> Decision:
    """Says what became of the draft, if it is known."""
    if not old:
        return case.nothing_done("no draft waits here", taps=(Tap("Status", "STATUS"),))
    letter = old[-1]
    person = case.book.find_person(letter.person)
    return case.answer(
        "protege/no_longer",
        person=letter.person,
        values={
            "name": person.name if person else letter.to,
            "subject": letter.subject,
            "state": letter.state.value,
            "at": letter.sent_at or letter.not_before,
            "failure": letter.failure,
        },
    )
