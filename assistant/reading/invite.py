"""Calendar messages from others: what a REPLY, COUNTER, REQUEST or CANCEL says, or why it is not acted on.

Guards come before anything is parsed (calendar.md R2), only the lines that carry meaning are read (so that a broken
footer or an odd property loses nothing, R4), and what is not certain is refused with a reason, never assumed (R5).
Nothing here judges who may say what (R6) or whether it is stale (R8): that needs the book. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr

from dateutil.rrule import rrulestr
from icalendar import vDuration

from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.reading.invite_lines import Event, Message, Refused, Value, read
from assistant.reading.invite_zones import Zones

PEOPLE_MOST, DATES_MOST = 200, 400
ANSWERS, INVITES = frozenset({"REPLY", "COUNTER"}), frozenset({"REQUEST", "CANCEL"})

_ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SEQUENCE", "ORGANIZER", "RRULE", "RECURRENCE-ID")
_RULE_PARTS = frozenset(
    {
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "BYDAY",
        "BYMONTHDAY",
        "BYMONTH",
        "BYSETPOS",
        "BYYEARDAY",
        "BYWEEKNO",
        "WKST",
    }
)
_TIME = re.compile(r"(\d{8}T\d{6})(Z?)")
_PARTSTAT = frozenset({"ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"})


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
        message = read(text)
        method = _method(message)
        uid = _uid(message.events)
        zones = Zones(message.zones)
        if method in ANSWERS:
            return tuple(_answer(method, uid, event, zones) for event in message.events)
        return tuple(_invite(method, uid, event, zones) for event in message.events)
    except Refused as refused:
        return Refusal(str(refused), method, uid)
    except Exception as error:  # noqa: BLE001 - R3: the library raises nearly anything on hostile text
        return Refusal(f"it can't be read ({type(error).__name__})", method, uid)


def _method(message: Message) -> str:
    methods = set(message.methods)
    if len(methods) > 1:
        raise Refused("it says two things at once (two METHODs)")
    method = next(iter(methods), "")
    if method not in ANSWERS | INVITES:
        shown = method[:20] if re.fullmatch(r"[A-Z-]+", method) else "none"
        raise Refused(f"it asks and answers nothing that I act on (METHOD: {shown})")
    if not message.events:
        raise Refused("it holds no event")
    return method


def _uid(events: Sequence[Event]) -> str:
    for event in events:
        twice = [name for name in _ONCE if len({value.text for value in event.values.get(name, ())}) > 1]
        if twice:
            raise Refused(f"an event has two {twice[0]}")
        if len(event.values.get("ATTENDEE", ())) > PEOPLE_MOST:
            raise Refused(f"it has more than {PEOPLE_MOST} attendees")
    uids = {found.text if (found := event.find("UID")) else "" for event in events}
    uid = next(iter(uids))
    if len(uids) != 1 or not 1 <= len(uid) <= 255 or not uid.isprintable():
        raise Refused("its events have no UID, a strange one, or different ones")
    return uid


# --- the events


def _answer(method: str, uid: str, event: Event, zones: Zones) -> CalendarAnswer:
    answers = [(_address(value), _partstat(value)) for value in event.values.get("ATTENDEE", ())]
    known = tuple(dict.fromkeys((email, status) for email, status in answers if email))
    if not known or len({email for email, _ in known}) != len(known):
        raise Refused("it does not say who answers, or answers twice")
    start = _moment(event.find("DTSTART"), zones) if method == "COUNTER" else None
    return CalendarAnswer(
        method=method,
        uid=uid,
        sequence=_sequence(event),
        stamp=_stamp(event),
        answers=known,
        recurrence=_recurrence(event, zones),
        start=start,
        end=_end(event, start, zones) if start else None,
        comment=event.words("COMMENT", 2000),
    )


def _invite(method: str, uid: str, event: Event, zones: Zones) -> CalendarInvite:
    organizer = event.find("ORGANIZER")
    email = _address(organizer) if organizer else ""
    if not email:
        raise Refused("it does not say whose event it is")
    start = _moment(event.find("DTSTART"), zones)
    recurrence = _recurrence(event, zones)
    attendees = [_address(value) for value in event.values.get("ATTENDEE", ())]
    return CalendarInvite(
        method=method,
        uid=uid,
        sequence=_sequence(event),
        stamp=_stamp(event),
        organizer=email,
        summary=" ".join(event.words("SUMMARY", 300).split()),
        start=start,
        end=_end(event, start, zones),
        place=" ".join(event.words("LOCATION", 300).split()),
        rrule=_rule(event, recurrence),
        attendees=tuple(dict.fromkeys(a for a in attendees if a)),
        recurrence=recurrence,
        excluded=_excluded(event, zones),
    )


def _excluded(event: Event, zones: Zones) -> tuple[datetime, ...]:
    """The series' dates that do not take place, as UTC instants. Dates listed one by one (RDATE) are not followed."""
    if "RDATE" in event.values:
        raise Refused("it lists its dates one by one")
    listed = [Value(t.strip(), v.parameters) for v in event.values.get("EXDATE", ()) for t in v.text.split(",")]
    if len(listed) > DATES_MOST:
        raise Refused(f"it leaves out more than {DATES_MOST} dates")
    return tuple(sorted({_moment(value, zones).astimezone(UTC) for value in listed}))


def _moment(value: Value | None, zones: Zones) -> datetime:
    """An aware time. A whole day, a time without a zone and a zone that nobody knows are refused, not guessed (R5)."""
    if value is None:
        raise Refused("it says no time")
    if re.fullmatch(r"\d{8}", value.text):
        raise Refused("it is about a whole day, not a time")
    found = _TIME.fullmatch(value.text)
    if found is None:
        raise Refused("its time can't be read")
    try:
        naive = datetime.strptime(found[1], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - its zone comes next
    except ValueError as error:
        raise Refused("its time can't be read") from error
    if not 1970 <= naive.year <= 2100:
        raise Refused("its year is not between 1970 and 2100")
    tzid = value.parameters.get("TZID", "")
    if found[2]:
        return naive.replace(tzinfo=UTC)
    if not tzid:
        raise Refused("its time has no zone")
    aware = zones.aware(naive, tzid)
    if aware is None:
        raise Refused("its time is in a zone that I don't know")
    return aware


def _end(event: Event, start: datetime, zones: Zones) -> datetime:
    """DTEND, or DTSTART and DURATION, or DTSTART where there is neither (RFC 5545 §3.6.1)."""
    given, lasts = event.find("DTEND"), event.find("DURATION")
    end = start
    if given:
        end = _moment(given, zones)
    elif lasts:
        try:
            span: timedelta = vDuration.from_ical(lasts.text)  # type: ignore[no-untyped-call]  # the library has none
        except ValueError as error:
            raise Refused("its duration can't be read") from error
        end = (start.astimezone(UTC) + span).astimezone(start.tzinfo)
    length = end.astimezone(UTC) - start.astimezone(UTC)
    if not timedelta(0) <= length <= timedelta(days=31):
        raise Refused("it ends before it starts, or a month later")
    return end


def _recurrence(event: Event, zones: Zones) -> datetime | None:
    value = event.find("RECURRENCE-ID")
    if value is None:
        return None
    if "RANGE" in value.parameters:
        raise Refused("it is about all occurrences from one on (THISANDFUTURE)")
    return _moment(value, zones).astimezone(UTC)


def _stamp(event: Event) -> datetime:
    value = event.find("DTSTAMP")
    if value is None:
        raise Refused("it does not say when it was written")
    # some write their stamp without the Z that it must have: as UTC it is only compared with others of theirs
    return _moment(Value(value.text.removesuffix("Z") + "Z", {}), Zones(()))


def _sequence(event: Event) -> int:
    value = event.find("SEQUENCE")
    if value is None:
        return 0
    if not re.fullmatch(r"[0-9]{1,10}", value.text) or int(value.text) >= 2**31:
        raise Refused("its SEQUENCE is no number")
    return int(value.text)


def _rule(event: Event, recurrence: datetime | None) -> str:
    value = event.find("RRULE")
    if value is None:
        return ""
    if recurrence is not None:
        raise Refused("an occurrence cannot have a rule of its own")
    rule = value.text.upper().rstrip(";")
    parts = [part.partition("=") for part in rule.split(";")]
    given = {name: said for name, _, said in parts}
    if len(given) != len(parts) or not given.keys() <= _RULE_PARTS:
        raise Refused("its rule is one that I don't follow")
    if given.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        raise Refused("its rule is one that I don't follow")
    for name in ("INTERVAL", "COUNT"):
        if not re.fullmatch(r"[1-9][0-9]{0,3}", given.get(name, "1")):
            raise Refused("its rule is one that I don't follow")
    if int(given.get("INTERVAL", "1")) > 366:
        raise Refused("its rule is one that I don't follow")
    try:
        rrulestr(re.sub(r"(UNTIL=\d{8}(?:T\d{6})?)Z", r"\1", rule), dtstart=datetime(2026, 1, 1))  # noqa: DTZ001 - a trial
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise Refused("its rule can't be read") from error
    return rule


# --- the people


def _address(value: Value) -> str:
    """Addresses without case and `mailto:` (R6); Apple's EMAIL parameter where the value is no mail address."""
    text = re.sub(r"^\s*mailto:\s*", "", value.text, flags=re.IGNORECASE)
    for shown in (text, value.parameters.get("EMAIL", "")):
        email = parseaddr(shown)[1].lower()
        if re.fullmatch(r"[^\s@<>,;:\"()]{1,64}@[a-z0-9.-]{1,253}", email):
            return email
    return ""


def _partstat(value: Value) -> str:
    """An unknown status is one that still needs an answer (RFC 5545 §3.2.12)."""
    status = value.parameters.get("PARTSTAT", "").upper()
    return status if status in _PARTSTAT else "NEEDS-ACTION"
