"""iCalendar text as the broker's values, for the cases that come as text. It translates, and judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from assistant.mentoring.itip.event import LONG_AGO, Event, Moment, Party, Property, Version, address

NOT_CARRIED = frozenset({"BEGIN", "END", "UID", "DTSTAMP", "SEQUENCE"})
RESET = "X-CALENDARSERVER-RESET-PARTSTAT"  # Apple's name for "an answer is wanted since this SEQUENCE"
ANY = "**ANY**"


@dataclass(slots=True)
class Component:
    """One component as written: its lines, and those inside it."""

    name: str
    lines: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[tuple[dict[str, str], str]]:
        return [(parameters, value) for one, parameters, value in self.lines if one == name]

    def find(self, name: str) -> tuple[dict[str, str], str] | None:
        return next(iter(self.all(name)), None)

    def value(self, name: str) -> str:
        found = self.find(name)
        return found[1] if found else ""


def calendar(text: str | None) -> Component:
    """The VCALENDAR of a text; an empty one where there is none."""
    top = Component("")
    open_ones = [top]
    for name, parameters, value in _lines(text or ""):
        if name == "BEGIN":
            component = Component(value.upper())
            open_ones[-1].inside.append(component)
            open_ones.append(component)
        elif name == "END":
            open_ones.pop()
        else:
            open_ones[-1].lines.append((name, parameters, value))
    return next((one for one in top.inside if one.name == "VCALENDAR"), Component("VCALENDAR"))


def method(text: str | None) -> str:
    return calendar(text).value("METHOD")


def events(text: str | None) -> tuple[Event, ...]:
    """Every VEVENT of a calendar's text, in its order; a VPOLL too, as an event whose voters answer."""
    inside = calendar(text).inside
    return tuple(
        _poll(one) if one.name == "VPOLL" else _event(one) for one in inside if one.name in ("VEVENT", "VPOLL")
    )


def is_stamped(text: str | None) -> bool:
    """Whether a text says when its events were written, so that it can be compared."""
    found = [one.value("DTSTAMP") for one in calendar(text).inside if one.name in ("VEVENT", "VPOLL")]
    return bool(found) and all(value not in ("", ANY) for value in found)


def _lines(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        found = re.match(r"""([A-Za-z0-9-]+)((?:;[^=;:]+=(?:"[^"]*"|[^;:"])*)*):(.*)$""", line.strip())
        if found is None:
            continue
        given = re.findall(r""";([^=;:]+)=("[^"]*"|[^;:"]*)""", found[2])
        yield found[1].upper(), {name.upper(): value.strip('"') for name, value in given}, found[3]


def _event(component: Component) -> Event:
    recurrence, stamp = component.find("RECURRENCE-ID"), component.value("DTSTAMP")
    written, owner = stamp not in ("", ANY), component.find("ORGANIZER")
    known = {"RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "STATUS"}
    known |= NOT_CARRIED | {"ORGANIZER", "ATTENDEE", "REQUEST-STATUS"}
    return Event(
        component.value("UID"),
        Version(int(component.value("SEQUENCE") or 0), _moment({}, stamp).instant if written else LONG_AGO),
        recurrence=_moment(*recurrence) if recurrence else None,
        onwards=recurrence is not None and recurrence[0].get("RANGE") == "THISANDFUTURE",
        start=_time(component, "DTSTART"),
        end=_time(component, "DTEND"),
        duration=component.value("DURATION"),
        rule=component.value("RRULE"),
        listed=_times(component, "RDATE"),
        excluded=_times(component, "EXDATE"),
        status=component.value("STATUS").upper(),
        organizer=_party(*owner) if owner else None,
        attendees=tuple(_party(*one) for one in component.all("ATTENDEE")),
        properties=tuple(
            Property(name, value, tuple(sorted(parameters.items())))
            for name, parameters, value in component.lines
            if name not in known
        ),
        outcome=",".join(value.split(";")[0] for _, value in component.all("REQUEST-STATUS")),
        alarms=tuple(_plain(one) for one in component.inside if one.name == "VALARM"),
    )


def _poll(component: Component) -> Event:
    """A poll (draft-york-vpoll): who may vote is invited, and their votes are their answer.

    A message of a poll carries votes only, so the alternatives stay as they are stored, as alarms do.
    """
    alternatives = sorted(_plain(one) for one in component.inside if one.name == "VEVENT")
    voters = (one for one in component.inside if one.name == "VVOTER")
    return replace(_event(component), attendees=tuple(map(_voter, voters)), alarms=tuple(alternatives))


def _voter(component: Component) -> Party:
    parameters, value = component.find("VOTER") or ({}, "")
    votes = sorted((one.value("POLL-ITEM-ID"), one.value("RESPONSE")) for one in component.inside if one.name == "VOTE")
    return _party({**parameters, "PARTSTAT": str(votes)} if votes else parameters, value)


def _plain(component: Component) -> str:
    """A component's lines in one order."""
    return str(sorted((name, sorted(parameters.items()), value) for name, parameters, value in component.lines))


def _party(parameters: dict[str, str], value: str) -> Party:
    more = dict(parameters)
    reset = more.pop(RESET, "")
    return Party(
        address(value),
        name=more.pop("CN", ""),
        partstat=more.pop("PARTSTAT", "NEEDS-ACTION").upper(),
        rsvp=more.pop("RSVP", "").upper() == "TRUE",
        sent_by=address(more.pop("SENT-BY", "")),
        agent=more.pop("SCHEDULE-AGENT", "SERVER").upper(),
        force=more.pop("SCHEDULE-FORCE-SEND", "").upper(),
        outcome=more.pop("SCHEDULE-STATUS", ""),
        asked=int(reset) if reset else None,
        more=tuple(sorted(more.items())),
    )


def _time(component: Component, name: str) -> Moment | None:
    found = component.find(name)
    return _moment(*found) if found else None


def _times(component: Component, name: str) -> tuple[Moment, ...]:
    return tuple(_moment(given, one) for given, value in component.all(name) for one in value.split(","))


def _moment(parameters: dict[str, str], text: str) -> Moment:
    """A time as written, of a period its start; one with a Z is in UTC, whatever TZID stands beside it."""
    text = text.partition("/")[0].strip()
    if "T" not in text:
        return Moment(datetime.strptime(text, "%Y%m%d"), "", day=True)  # noqa: DTZ007 - a day
    naive = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - the zone is beside it
    return Moment(naive, "UTC" if text.endswith("Z") else parameters.get("TZID", ""))


def said(instant: datetime | None) -> str:
    """An instant as the cases write it; "" for the whole."""
    return f"{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}" if instant else ""
