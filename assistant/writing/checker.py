"""Our own checker of outgoing calendar messages (S9): what it lets pass, every client reads the same way.

It is stricter than RFC 5545 and 5546 where our own invites are narrower (calendar.md S1–S10), and shares no code with
the writer except the length of a line. Its complaints are for the operator's log and for tests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta

from assistant.writing.checker_series import rule_faults, series_faults
from assistant.writing.checker_times import UTC_TIME, instant, is_day, zone_faults
from assistant.writing.checker_tree import Broken, Component, line_faults, tree

METHODS = frozenset({"REQUEST", "CANCEL", "DECLINECOUNTER"})
_STATUS = {"REQUEST": {"CONFIRMED", "TENTATIVE"}, "CANCEL": {"CANCELLED"}}
_MAILTO = re.compile(r"mailto:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_TRIGGER = re.compile(r"-?P(?:\d+W|\d+D|(?:\d+D)?T(?:\d+H)?(?:\d+M)?(?:\d+S)?)(?<![PT])")
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)

# name -> how often at least and at most
_CALENDAR = {"VERSION": (1, 1), "PRODID": (1, 1), "METHOD": (1, 1), "CALSCALE": (0, 1)}
_EVENT = {
    "UID": (1, 1), "DTSTAMP": (1, 1), "SEQUENCE": (1, 1), "DTSTART": (1, 1), "DTEND": (1, 1), "SUMMARY": (1, 1),
    "ORGANIZER": (1, 1), "ATTENDEE": (1, 1), "STATUS": (1, 1), "RECURRENCE-ID": (0, 1), "RRULE": (0, 1),
    "EXDATE": (0, 400), "LOCATION": (0, 1), "DESCRIPTION": (0, 1), "TRANSP": (0, 1), "CLASS": (0, 1),
}  # fmt: skip
_DECLINED = {"UID": (1, 1), "DTSTAMP": (1, 1), "SEQUENCE": (0, 1), "ORGANIZER": (1, 1), "RECURRENCE-ID": (0, 1)}
_ZONE = {"TZID": (1, 1), "X-LIC-LOCATION": (0, 1)}
_OBSERVANCE = {"DTSTART": (1, 1), "RRULE": (0, 1), "TZOFFSETFROM": (1, 1), "TZOFFSETTO": (1, 1), "TZNAME": (0, 1)}
_ALARM = {"ACTION": (1, 1), "TRIGGER": (1, 1), "DESCRIPTION": (1, 1)}
_PROPERTIES = {
    "VCALENDAR": _CALENDAR, "VEVENT": _EVENT, "VTIMEZONE": _ZONE, "STANDARD": _OBSERVANCE, "DAYLIGHT": _OBSERVANCE,
    "VALARM": _ALARM,
}  # fmt: skip


def check(ics: str) -> list[str]:
    """What is wrong with an outgoing calendar message (text with CRLF), in words; empty when it may leave."""
    wrong = list(line_faults(ics))
    if wrong:
        return wrong
    try:
        calendar = tree(ics)
    except Broken as broken:
        return [str(broken)]
    method = calendar.find("METHOD")
    declines = method is not None and method.value == "DECLINECOUNTER"
    wrong = list(_counts(calendar, _PROPERTIES | {"VEVENT": _DECLINED if declines else _EVENT}))
    wrong = wrong or [*_calendar(calendar), *(w for e in calendar.all("VEVENT") for w in _event(calendar, e))]
    return wrong or list(series_faults(calendar))


def _counts(component: Component, properties: Mapping[str, Mapping[str, tuple[int, int]]]) -> Iterator[str]:
    """How often each property may stand where, and nothing unknown."""
    allowed = properties[component.name]
    seen = Counter(p.name for p in component.properties)
    for name, (least, most) in allowed.items():
        if not least <= seen[name] <= most:
            yield f"{component.name} has {seen[name]} {name}"
    yield from (f"{component.name} has an unknown {name}" for name in seen if name not in allowed)
    for inner in component.inner:
        yield from _counts(inner, properties)


def _calendar(calendar: Component) -> Iterator[str]:
    method, events, zones = calendar.get("METHOD").value, calendar.all("VEVENT"), calendar.all("VTIMEZONE")
    if calendar.get("VERSION").value != "2.0":
        yield "VERSION is not 2.0"
    if method not in METHODS:
        yield f"METHOD {method[:20]} is none of ours"
    if not events:
        yield "there is no VEVENT"
    if len({e.get("UID").value for e in events}) > 1:
        yield "there is more than one UID"
    if sum(1 for e in events if e.find("RECURRENCE-ID") is None) > 1:
        yield "there is more than one master VEVENT"
    named = [z.get("TZID").value for z in zones]
    if len(set(named)) != len(named):
        yield "a VTIMEZONE stands twice"
    used = {p.parameters["TZID"] for e in events for p in e.properties if "TZID" in p.parameters}
    yield from (f"TZID {tzid[:40]} has no VTIMEZONE" for tzid in sorted(used - set(named)))
    yield from (f"VTIMEZONE {tzid[:40]} is not used" for tzid in sorted(set(named) - used))
    for zone in zones:
        yield from zone_faults(zone)


def _event(calendar: Component, event: Component) -> Iterator[str]:
    method = calendar.get("METHOD").value
    if not re.fullmatch(r"[\x21-\x7e]{1,255}", event.get("UID").value):
        yield "UID is not 1 to 255 printable characters"
    sequence = event.find("SEQUENCE")
    if sequence and (not re.fullmatch(r"\d{1,10}", sequence.value) or int(sequence.value) >= 2**31):
        yield "SEQUENCE is no number below 2^31"
    if not UTC_TIME.fullmatch(event.get("DTSTAMP").value) or instant(event.get("DTSTAMP")) is None:
        yield "DTSTAMP is no UTC time"
    if method == "DECLINECOUNTER":
        yield from _declined(event)
        return
    if event.get("STATUS").value not in _STATUS.get(method, set()):
        yield f"STATUS {event.get('STATUS').value[:20]} does not go with METHOD {method[:20]}"
    if event.get("SUMMARY").value.strip() == "":
        yield "SUMMARY is empty"
    for name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
        found = event.find(name)
        if found and re.search(r"(?<!\\)(?:\\\\)*(?:\\(?![\\;,nN])|[;,])", found.value):
            yield f"{name} is not escaped"
    agenda = event.find("DESCRIPTION")
    if agenda and _LINK.search(agenda.value):
        yield "DESCRIPTION has a link"
    yield from _people(method, event)
    yield from _times(event)
    yield from _alarms(method, event)


def _declined(event: Component) -> Iterator[str]:
    """RFC 5546 §3.2.8: what is declined is named, and nothing else said."""
    occurrence = event.find("RECURRENCE-ID")
    if occurrence and instant(occurrence) is None:
        yield "RECURRENCE-ID: no time, or none in its zone"
    if not _MAILTO.fullmatch(event.get("ORGANIZER").value):
        yield "ORGANIZER is no plain mailto: address"
    if event.inner:
        yield "it has an alarm that nobody needs"


def _people(method: str, event: Component) -> Iterator[str]:
    organizer, attendee = event.get("ORGANIZER"), event.get("ATTENDEE")
    for person in (organizer, attendee):
        if not _MAILTO.fullmatch(person.value):
            yield f"{person.name} is no plain mailto: address"
    if organizer.value.lower() == attendee.value.lower():
        yield "the organizer is the attendee"
    if attendee.parameters.get("PARTSTAT", "NEEDS-ACTION") != "NEEDS-ACTION":
        yield "PARTSTAT is not NEEDS-ACTION"
    if attendee.parameters.get("RSVP", "TRUE") != "TRUE":
        yield "RSVP is not TRUE"
    if method == "REQUEST" and not {"PARTSTAT", "RSVP"} <= attendee.parameters.keys():
        yield "the attendee of a REQUEST lacks PARTSTAT or RSVP"
    if attendee.parameters.get("ROLE", "REQ-PARTICIPANT") != "REQ-PARTICIPANT":
        yield "ROLE is not REQ-PARTICIPANT"
    if attendee.parameters.get("CUTYPE", "INDIVIDUAL") != "INDIVIDUAL":
        yield "CUTYPE is not INDIVIDUAL"


def _times(event: Component) -> Iterator[str]:
    start, end = event.get("DTSTART"), event.get("DTEND")
    kept = event.find("CLASS")
    if kept is not None and kept.value != "PRIVATE":
        yield "CLASS is not PRIVATE"
    if kept is not None and is_day(start, end) and not event.find("RRULE"):
        return  # a private date of a whole day (S10); no meeting is one
    others = [p for p in event.properties if p.name in {"RECURRENCE-ID", "EXDATE"}]
    bad = [p.name for p in (start, end, *others) if instant(p) is None]
    if bad:
        yield f"{', '.join(bad)}: no time, or none in its zone"
        return
    if len({p.parameters.get("TZID", "") for p in (start, end, *others)}) > 1:
        yield "the times are in different zones"
    begins, ends = instant(start), instant(end)
    if begins and ends and not timedelta(0) < ends - begins <= timedelta(days=1):
        yield "it does not end after its start, within a day"
    rule = event.find("RRULE")
    if rule and event.find("RECURRENCE-ID"):
        yield "an exception has a rule"
    elif rule:
        yield from rule_faults(rule.value, start)
    elif event.find("EXDATE"):
        yield "EXDATE without a rule"


def _alarms(method: str, event: Component) -> Iterator[str]:
    alarms = event.all("VALARM")
    if len(alarms) > 1 or (alarms and method != "REQUEST"):
        yield "it has more than one alarm, or one that nobody needs"
    for alarm in alarms:
        if alarm.get("ACTION").value != "DISPLAY" or not _TRIGGER.fullmatch(alarm.get("TRIGGER").value):
            yield "the alarm is malformed"
