"""A person who is away gets nothing before the return, as was promised when their notice came (`policy.md`)."""

from __future__ import annotations

from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Letter, Tap
from assistant.mentoring.outbox import leaves_at


def while_away(case: Case, found: list[Letter]) -> Decision | None:
    """The question whether these drafts shall go all the same; None where nobody is away, or it was said ANYWAY."""
    person = case.book.person(found[0].person)
    back = person.away_until
    if back is None or case.command.op == "anyway" or all(x.urgent for x in found):
        return None
    goes = max(leaves_at(case.book, x, case.now, case.policy)[1] for x in found)
    if goes.astimezone(zone(case.zone)).date() >= back:
        return None
    return case.nothing_done(
        f"{person.first_name} is away, and I said that nothing goes there before {said_day(back)}. SEND ANYWAY sends "
        f"it all the same, LATER {back.day} {back:%b %Y} keeps it until then",
        person=person.id,
        taps=(
            Tap("Send anyway", f"SEND ANYWAY {found[0].code}"),
            Tap(f"After {back.day} {back:%b}", f"LATER {back.day} {back:%b %Y} {found[0].code}"),
        ),
    )
