"""Calendar messages from others: what each METHOD of RFC 5546 says, or why it is not acted on.

The guards come first, on counts alone (calendar.md R2); then the facts are read (`invite_facts`); and what is not
certain is refused with a reason, never assumed (R5). Nothing here judges who may say what (R6) or whether it is stale
(R8): that needs the book. Never raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.mentoring.recurrence import with_one_end
from assistant.reading.invites import lines as invite_lines
from assistant.reading.invites.facts import CalendarFacts, EventFacts, Kind, When, of_lines
from assistant.reading.invites.lines import Lines
from assistant.reading.invites.rule import TWO_ENDS, normal, objection

SIZE_MOST, LINE_MOST = 256_000, 20_000  # characters
EVENTS_MOST, PEOPLE_MOST, DATES_MOST = 20, 200, 400
ANSWERS = frozenset({"REPLY", "COUNTER", "REFRESH"})
INVITES = frozenset({"REQUEST", "CANCEL", "ADD", "PUBLISH", "DECLINECOUNTER"})
TIMELESS = frozenset({"CANCEL", "DECLINECOUNTER"})  # they need not say when (RFC 5546 §3.2.5, §3.2.8)
LONGEST, YEARS = timedelta(days=31), range(1970, 2101)

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_PARTSTAT = frozenset({"ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"})


class _Refused(Exception):
    """The reason, inside this module."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A calendar message that is not acted on, and why, in words for the protégé."""

    reason: str
    method: str = ""
    uid: str = ""


def invite(text: str) -> CalendarAnswer | CalendarInvite | Refusal:
    """What a calendar message says first of all: its series, or its only occurrence. See `invites`."""
    found = invites(text)
    if isinstance(found, Refusal):
        return found
    return next((one for one in found if one.recurrence is None), found[0])


def invites(text: str) -> tuple[CalendarAnswer, ...] | tuple[CalendarInvite, ...] | Refusal:
    """Every VEVENT of a calendar message, in its order: all of one UID and one method, never empty.

    `text` is the decoded part. Times come out aware (UTC offsets of the zone meant), occurrences as UTC instants.
    """
    method, uid = "", ""
    try:
        lines = _guarded(text)
        method = _method(lines)
        found = of_lines(lines)
        uid = _uid(found)
        if method in ANSWERS:
            return tuple(_answer(method, uid, event) for event in found.events)
        return tuple(_invite(method, uid, event) for event in found.events)
    except _Refused as refused:
        return Refusal(str(refused), method, uid)
    except Exception as error:  # noqa: BLE001 - a fault of ours in a stranger's text is no reason to stop
        return Refusal(f"it can't be read ({type(error).__name__})", method, uid)


# --- guards


def _guarded(text: str) -> Lines:
    """The lines of a calendar whose size, count and depth are as a real one's (R2)."""
    if len(text) > SIZE_MOST:
        raise _Refused("it is too large")
    lines = invite_lines.read(text)
    if lines.calendars != 1 or any(not event.calendar for event in lines.events):
        raise _Refused("it holds no calendar, or more than one")
    if lines.depth > invite_lines.DEPTH_MOST:
        raise _Refused("it is nested too deeply")
    if len(lines.events) > EVENTS_MOST:
        raise _Refused(f"it holds more than {EVENTS_MOST} events")
    for event in lines.events:
        if len(event.all("ATTENDEE")) > PEOPLE_MOST:
            raise _Refused(f"it has more than {PEOPLE_MOST} attendees")
        if sum(value.text.count(",") + 1 for name in ("EXDATE", "RDATE") for value in event.all(name)) > DATES_MOST:
            raise _Refused(f"it lists or leaves out more than {DATES_MOST} dates")
    return lines


def _method(lines: Lines) -> str:
    methods = set(lines.methods)
    if len(methods) > 1:
        raise _Refused("it says two things at once (two METHODs)")
    method = next(iter(methods), "PUBLISH")  # without one it invites nobody (RFC 5545 §3.7.2)
    if method not in ANSWERS | INVITES:
        shown = method[:20] if re.fullmatch(r"[A-Z-]+", method) else "unreadable"
        raise _Refused(f"it asks and answers nothing that I act on (METHOD: {shown})")
    if not lines.events:
        raise _Refused("it holds no event")
    return method


def _uid(found: CalendarFacts) -> str:
    for event in found.events:
        name, size = event.longest
        if size > LINE_MOST:
            raise _Refused(f"its {name} is too long")
        if event.broken:
            raise _Refused(f"its {event.broken[0]} is broken")
        if event.double:
            raise _Refused(f"an event has two {event.double[0]}")
    uids = {event.uid.strip() for event in found.events}
    uid = next(iter(uids))
    if len(uids) != 1 or not 1 <= len(uid) <= 255 or not uid.isprintable():
        raise _Refused("its events have no UID, a strange one, or different ones")
    return uid


# --- the events


def _answer(method: str, uid: str, event: EventFacts) -> CalendarAnswer:
    answers = [(one.email, _partstat(one.status)) for one in event.attendees]
    known = tuple(dict.fromkeys((email, status) for email, status in answers if email))
    if not known or len({email for email, _ in known}) != len(known):
        raise _Refused("it does not say who answers, or answers twice")
    start = _aware(event.start) if method == "COUNTER" else None
    return CalendarAnswer(
        method=method,
        uid=uid,
        sequence=_sequence(event),
        stamp=_stamp(event),
        answers=known,
        recurrence=_recurrence(event),
        start=start,
        end=_end(event, start) if start else None,
        comment=_words(event.comment, 2000),
        onwards=_onwards(event),
    )


def _invite(method: str, uid: str, event: EventFacts) -> CalendarInvite:
    email = event.organizer.email if event.organizer else ""
    if not email and method != "PUBLISH":
        raise _Refused("it does not say whose event it is")
    if event.listed:
        raise _Refused("it lists its dates one by one")
    start = _start(method, event)
    return CalendarInvite(
        method=method,
        uid=uid,
        sequence=_sequence(event),
        stamp=_stamp(event),
        organizer=email,
        summary=_line(event.summary),
        start=start,
        end=_end(event, start) if event.start else start,
        place=_line(event.place),
        rrule=_rule(event),
        attendees=tuple(dict.fromkeys(one.email for one in event.attendees if one.email)),
        recurrence=_recurrence(event),
        excluded=tuple(sorted({_aware(when).astimezone(UTC) for when in event.excluded})),
        onwards=_onwards(event),
        comment=_words(event.comment, 2000),
    )


def _partstat(status: str) -> str:
    """An unknown status is one that still needs an answer (RFC 5545 §3.2.12)."""
    return status.upper() if status.upper() in _PARTSTAT else "NEEDS-ACTION"


def _sequence(event: EventFacts) -> int:
    sequence = event.sequence or 0
    if not 0 <= sequence < 2**31:
        raise _Refused("its SEQUENCE is no number")
    return sequence


def _rule(event: EventFacts) -> str:
    rule = normal(event.rule)
    if not rule:
        return ""
    if event.recurrence is not None:
        raise _Refused("an occurrence cannot have a rule of its own")
    if event.start is None or event.start.local is None or not event.start.lasts:
        raise _Refused("it repeats in a zone that only it defines")
    against = objection(rule, event.start.local)
    if against:
        raise _Refused(against)
    zone = _aware(event.start).tzinfo
    rule = with_one_end(rule, event.start.local, lambda end: end.astimezone(zone).replace(tzinfo=None))
    if not rule:
        raise _Refused(TWO_ENDS)
    return rule


def _words(text: str, most: int) -> str:
    return _CONTROLS.sub(" ", text).strip()[:most]


def _line(text: str) -> str:
    return " ".join(_words(text, 300).split())


# --- times


def _aware(when: When | None) -> datetime:
    """An aware time. A whole day, a time without a zone and a zone that nobody knows are refused, not guessed (R5)."""
    if when is None:
        raise _Refused("it says no time")
    if when.kind is Kind.DAY:
        raise _Refused("it is about a whole day, not a time")
    if when.local is None:
        raise _Refused("its time can't be read")
    if when.local.year not in YEARS:
        raise _Refused("its year is not between 1970 and 2100")
    if when.kind is Kind.FLOATING:
        raise _Refused("its time has no zone")
    if when.aware is None:
        raise _Refused("its time is in a zone that I don't know")
    return when.aware


def _start(method: str, event: EventFacts) -> datetime:
    """When it is; of what needs no time the occurrence that it names, else when it was written."""
    if method not in TIMELESS or event.start is not None:
        return _aware(event.start)
    return _aware(event.recurrence) if event.recurrence else _stamp(event)


def _end(event: EventFacts, start: datetime) -> datetime:
    """DTEND, or DTSTART and DURATION, or DTSTART where there is neither (RFC 5545 §3.6.1)."""
    end = _aware(event.end) if event.end else start
    length = end.astimezone(UTC) - start.astimezone(UTC)
    if not timedelta(0) <= length <= LONGEST:
        raise _Refused("it ends before it starts, or a month later")
    return end


def _recurrence(event: EventFacts) -> datetime | None:
    return _aware(event.recurrence).astimezone(UTC) if event.recurrence else None


def _onwards(event: EventFacts) -> bool:
    return event.recurrence is not None and event.recurrence.onwards


def _stamp(event: EventFacts) -> datetime:
    """Some write their stamp without the Z that it must have: as UTC it is only compared with others of theirs."""
    when = event.stamp
    if when is None:
        raise _Refused("it does not say when it was written")
    if when.kind in {Kind.ZONED, Kind.FLOATING} and when.local is not None:
        when = When(Kind.UTC, when.local, when.local.replace(tzinfo=UTC))
    return _aware(when)
