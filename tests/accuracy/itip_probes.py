"""Seven probes: what the widely used reference broker gets wrong, and what would hurt people (`calendar.md`, the end).

Each is a little story told to the broker; it holds when nobody is misled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from accuracy import itip_text
from accuracy.subject import Case, Subject
from accuracy.verdict import Verdict

from assistant.mentoring import itip
from assistant.mentoring.itip.event import Stored, stored
from assistant.mentoring.itip.occurrences import answered
from assistant.mentoring.itip.outcome import Asks, Message, Outcome

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
LEE, MINERVA, MALLORY = "lee@example.org", "minerva@example.org", "mallory@example.org"

SERIES = (
    "DTSTART:20260303T150000Z",
    "DTEND:20260303T154500Z",
    "RRULE:FREQ=WEEKLY;COUNT=6",
    "SEQUENCE:3",
    "DTSTAMP:20260201T100000Z",
)
SECOND = "RECURRENCE-ID:20260310T150000Z"
SECOND_INSTANT = datetime(2026, 3, 10, 15, tzinfo=UTC)
NEWER = ("SEQUENCE:4", "DTSTAMP:20260202T100000Z")
OLDER = ("SEQUENCE:2", "DTSTAMP:20260131T100000Z")


def text(method: str, *lines: str, organizer: str = LEE, attendee: str = f"mailto:{MINERVA}", said: str = "") -> str:
    """A calendar of one event between Lee, who invites, and Minerva."""
    status = f";PARTSTAT={said}" if said else ""
    head = ("BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", "UID:1@example.org", f"ORGANIZER:mailto:{organizer}")
    return "\n".join((*head, *lines, f"ATTENDEE{status}:{attendee}", "END:VEVENT", "END:VCALENDAR"))


def known(*lines: str) -> Stored:
    return stored(itip_text.events(text("REQUEST", *lines)))


def hears(state: Stored, message: str, sender: str) -> Outcome:
    return itip.receive(state, Message(itip_text.method(message), itip_text.events(message)), sender, NOW, me=MINERVA)


def cancelling_one_leaves_the_series() -> bool:
    outcome = hears(known(*SERIES), text("CANCEL", SECOND, *NEWER), LEE)
    assert outcome.stored is not None
    gone, master = answered(outcome.stored, SECOND_INSTANT), outcome.stored.master
    return gone is not None and gone.cancelled and master is not None and not master.cancelled


def an_exception_leaves_the_master() -> bool:
    moved = ("DTSTART:20260311T150000Z", "DTEND:20260311T154500Z", SECOND, *NEWER)
    before = known(*SERIES)
    outcome = hears(before, text("REQUEST", *moved), LEE)
    assert outcome.stored is not None
    return outcome.stored.master == before.master and outcome.stored.at(SECOND_INSTANT) is not None


def an_older_request_changes_nothing() -> bool:
    before = known(*SERIES)
    late = text("REQUEST", "DTSTART:20260304T150000Z", "DTEND:20260304T154500Z", *OLDER)
    return hears(before, late, LEE).stored == before


def an_older_answer_changes_nothing() -> bool:
    """One to the time before a change, and one that was overtaken by their next."""
    before = known(*SERIES)
    to_the_old_time = hears(before, text("REPLY", *OLDER, said="ACCEPTED"), MINERVA).stored == before
    no = text("REPLY", "SEQUENCE:3", "DTSTAMP:20260203T100000Z", said="DECLINED")
    yes = text("REPLY", "SEQUENCE:3", "DTSTAMP:20260202T100000Z", said="ACCEPTED")
    after = hears(before, no, MINERVA).stored
    assert after is not None
    return to_the_old_time and hears(after, yes, MINERVA).stored == after != before


def a_strangers_cancel_changes_nothing() -> bool:
    """Neither in their own name nor in the organizer's, whom the sender is not."""
    before = known(*SERIES)
    own, forged = (text("CANCEL", *NEWER, organizer=who) for who in (MALLORY, LEE))
    return all(hears(before, message, MALLORY).stored == before for message in (own, forged))


def mailto_in_capitals_is_the_same_person() -> bool:
    message = text("REPLY", "SEQUENCE:3", *NEWER[1:], attendee=f"MAILTO:{MINERVA.title()}", said="ACCEPTED")
    outcome = hears(known(*SERIES), message, MINERVA.upper())
    assert outcome.stored is not None
    master = answered(outcome.stored, None)
    return master is not None and [one.partstat for one in master.attendees] == ["ACCEPTED"]


def a_counter_asks_and_moves_nothing() -> bool:
    before = known(*SERIES)
    other = ("DTSTART:20260304T100000Z", "DTEND:20260304T104500Z", "SEQUENCE:3", NEWER[1])
    outcome = hears(before, text("COUNTER", *other, said="TENTATIVE"), MINERVA)
    assert outcome.stored is not None
    asked = [(ask.asks, ask.start and ask.start.instant) for ask in outcome.asks]
    proposed = datetime(2026, 3, 4, 10, tzinfo=UTC)
    return asked == [(Asks.COUNTER, proposed)] and outcome.stored.master == before.master


PROBES: tuple[Callable[[], bool], ...] = (
    cancelling_one_leaves_the_series,
    an_exception_leaves_the_master,
    an_older_request_changes_nothing,
    an_older_answer_changes_nothing,
    a_strangers_cancel_changes_nothing,
    mailto_in_capitals_is_the_same_person,
    a_counter_asks_and_moves_nothing,
)


def cases(corpus: Path) -> Iterator[Case]:
    """The probes need no data; they go with the iTIP cases."""
    folder = corpus / "calendar"
    if (folder / "itip_cases.jsonl").is_file():
        yield from (Case(probe.__name__, {}, folder) for probe in PROBES)


def read(case: Case) -> bool:
    return next(probe for probe in PROBES if probe.__name__ == case.name)()


def judge(case: Case, holds: bool) -> Iterator[Verdict]:
    yield Verdict("calendar.probes", holds, 1, case.name.replace("_", " "), holds)


SUBJECT = Subject("probes", cases, read, judge, False)
