"""What calendar programs send about Ada's meetings, as the tests of the core tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.people import COFFEE, MADRID, Desk, ada, at, minerva

from assistant.mentoring.events import Context, InviteAnswered, InviteReceived
from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.mentoring.meetings import meetings
from assistant.mentoring.person import Stage

MINERVA, ADA = "minerva@example.org", "ada@example.org"


def reply(
    said: str = "ACCEPTED",
    *,
    uid: str = COFFEE.uid,
    who: str = MINERVA,
    sender: str = MINERVA,
    stamp: str = "2026-11-04 09:00",
    sequence: int = 0,
    method: str = "REPLY",
    recurrence: datetime | None = None,
    start: datetime | None = None,
) -> InviteAnswered:
    answer = CalendarAnswer(method, uid, sequence, at(stamp), ((who, said),), recurrence, start)
    return InviteAnswered("k", at(stamp), sender, answer, "", "Accepted: coffee")


def coffee_desk(**changes: object) -> Desk:
    return Desk(ada(minerva(Stage.COFFEE_SET), meetings=(replace(COFFEE, **changes),)), "2026-11-04 09:00")  # type: ignore[arg-type]


def invite(
    method: str = "REQUEST", *, uid: str = "hers@x", when: str = "2026-11-10 11:00", **more: object
) -> CalendarInvite:
    start = at(when).astimezone(ZoneInfo(MADRID))
    values = {
        "sequence": 0, "stamp": at("2026-11-04 09:00"), "organizer": MINERVA, "summary": "Chat with Ada",
        "start": start, "end": start + timedelta(minutes=30), "place": "Her office", **more,
    }  # fmt: skip
    return CalendarInvite(method, uid, **values)  # type: ignore[arg-type]


def came(it: CalendarInvite, sender: str = MINERVA, *, forwarded: bool = False) -> InviteReceived:
    context = Context(thread="person/minerva", person="minerva") if forwarded else None
    return InviteReceived("k", at("2026-11-04 09:00"), "minerva", sender, it, context)


def hers() -> Desk:
    desk = Desk(now="2026-11-04 09:00")
    desk.happens(meetings.invite_received, came(invite()))
    return desk


def counter(
    start: datetime, *, uid: str = COFFEE.uid, one: datetime | None = None, stamp: str = "2026-11-04 09:00"
) -> InviteAnswered:
    said = CalendarAnswer("COUNTER", uid, 0, at(stamp), ((MINERVA, "TENTATIVE"),), one, start)
    return InviteAnswered("k", at(stamp), MINERVA, said)
