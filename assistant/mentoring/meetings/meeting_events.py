"""A meeting of the book as the iTIP broker sees it, and what the broker made of it as a meeting again.

Ours is organized by nobody whose mail could speak for it: only our own letters change it. Theirs is organized by whom
the book says (calendar.md R6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.mentoring.book import Book
from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.mentoring.itip import organizer
from assistant.mentoring.itip.event import LONG_AGO, Answer, Event, Moment, Party, Property, Stored, Version
from assistant.mentoring.itip.outcome import Message, Outgoing
from assistant.mentoring.itip.rules import STRICT, Rules
from assistant.mentoring.schedule import Attendance, Change, Meeting

US = Party("us")  # the organizer of our own invites, by an address that no mail comes from


def stored_of(book: Book, meeting: Meeting) -> Stored:
    """A meeting as a stored event, with what was answered to it.

    What an attendee was asked since is kept among their answers (`invites`), so it is nothing of the event's own.
    """
    whole = _whole(book, meeting)
    made = Stored(whole)
    for change in meeting.changes:
        made = made.put(_exception(meeting, whole, change))
    for seen in meeting.attendance:
        version = Version(seen.sequence, seen.stamp)
        made = made.with_answer(Answer(seen.email, seen.occurrence, seen.answer, version))
    return made


def answered(meeting: Meeting, made: Stored) -> Meeting:
    """The meeting with the answers that the broker keeps; nothing else of it changes."""
    return replace(
        meeting,
        attendance=tuple(
            Attendance(one.address, one.partstat, one.version.sequence, one.version.stamp, one.instant)
            for one in made.answers
        ),
    )


def changed(meeting: Meeting, made: Stored) -> Meeting:
    """The meeting at the times, and in the state, that the broker keeps of its organizer's invite."""
    whole = made.master
    if whole is None or whole.start is None:
        return meeting
    version = whole.version
    if whole.cancelled:
        return replace(meeting, state="cancelled", sequence=version.sequence, stamp=version.stamp)
    end = whole.end or whole.start
    zone = whole.start.zone
    left_out = (Change(one.instant, None, cancelled=True, sequence=version.sequence) for one in whole.excluded)
    place = _text(whole, "LOCATION")
    return replace(
        meeting,
        summary=_text(whole, "SUMMARY") or meeting.summary,
        place=place,
        start=whole.start.local,
        zone=zone,
        minutes=max(int((end.instant - whole.start.instant).total_seconds() // 60), 1),
        rrule=whole.rule,
        sequence=version.sequence,
        stamp=version.stamp,
        state="invited",
        changes=(*left_out, *(_change(one, zone, place) for one in made.exceptions)),
    )


def asked(invites: Iterable[CalendarInvite], home: str) -> Message:
    """A REQUEST or CANCEL as the broker hears it. home: the zone of a single meeting that says only an offset."""
    found = tuple(invites)
    return Message(found[0].method, tuple(_invite(one, home) for one in found))


def said(meeting: Meeting, answers: Iterable[CalendarAnswer], rules: Rules, sender: str) -> Message:
    """A REPLY or COUNTER as the broker hears it.

    Some programs list every attendee: lines about others are no business of the sender's (no party-crashers).
    """
    found = tuple(answers)
    return Message(found[0].method, tuple(_answer(meeting, one, rules, sender) for one in found))


def rules_of(book: Book, meeting: Meeting) -> Rules:
    """Who speaks for whom in our own invites: each for themselves by all their addresses, her scheduling contact too.

    Somebody else's invite is changed by its stored organizer alone (calendar.md R6).
    """
    if meeting.organizer:
        return STRICT
    speakers = dict.fromkeys(book.protege.addresses, book.protege.email)
    person = book.find_person(meeting.person)
    if person is not None:
        speakers |= dict.fromkeys(person.addresses, _who(book, meeting))
    return Rules(speakers=speakers)


class NothingToTell(AssertionError):
    """A change of which the person has nothing to hear. Our bug: whoever changes a meeting looks first."""


def told(book: Book, known: Meeting, new: Meeting, now: datetime) -> tuple[Meeting, Outgoing]:
    """Our own change of a meeting: as it is then, with its SEQUENCE, and what the person has to hear (S3, S6).

    Raises NothingToTell where the two say the same."""
    before = stored_of(book, known)
    after = organizer.raised(before, stored_of(book, new), now)
    messages = organizer.told(before, after, now)
    who = _who(book, known)
    message = next((one for one in messages if one.recipient.address == who), None)
    if message is None:
        raise NothingToTell(f"{known.uid}: nothing of it changes for {who}")
    sequence = max(event.version.sequence for event in after)
    return replace(new, sequence=sequence), message


# --- a meeting as events


def _whole(book: Book, meeting: Meeting) -> Event:
    end = meeting.instant(meeting.start) + timedelta(minutes=meeting.minutes)
    start = Moment(meeting.start, meeting.zone)
    invited = [book.protege.email] if meeting.organizer else [_who(book, meeting), book.protege.email]
    return Event(
        meeting.uid,
        Version(meeting.sequence, meeting.stamp or LONG_AGO),
        start=start,
        end=start.said(end),
        rule=meeting.rrule,
        status="CANCELLED" if meeting.state == "cancelled" else "",
        organizer=Party(meeting.organizer) if meeting.organizer else US,
        attendees=tuple(Party(who, asked=0) for who in invited),
        properties=_words(meeting.summary, meeting.place),
    )


def _who(book: Book, meeting: Meeting) -> str:
    """The person by their address; one whose address nobody knows any more is still invited."""
    person = book.find_person(meeting.person)
    return person.email if person and person.email else meeting.person


def _exception(meeting: Meeting, whole: Event, change: Change) -> Event:
    """One occurrence that is elsewhere or off. Its version is its own where somebody else organizes."""
    original = Moment(meeting.start, meeting.zone).said(change.original)
    start = replace(original, local=change.start) if change.start else original
    end = start.said(start.instant + timedelta(minutes=meeting.minutes))
    return replace(
        whole,
        version=Version(change.sequence, change.stamp or LONG_AGO) if meeting.organizer else whole.version,
        recurrence=original,
        start=start,
        end=end,
        rule="",
        status="CANCELLED" if change.cancelled else "",
        properties=_words(meeting.summary, meeting.place_of(change.original)),
    )


def _change(event: Event, zone: str, place: str) -> Change:
    """place: that of the whole."""
    assert event.instant is not None
    start = event.start or event.recurrence
    assert start is not None
    here = None if event.cancelled else start.instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    own = _text(event, "LOCATION")
    elsewhere = None if event.cancelled or own == place else own
    version = event.version
    return Change(event.instant, here, event.cancelled, version.sequence, version.stamp, elsewhere)


# --- what came as events


def _invite(one: CalendarInvite, home: str) -> Event:
    zone = str(getattr(one.start.tzinfo, "key", "")) or ("UTC" if one.rrule else home)
    return Event(
        one.uid,
        Version(one.sequence, one.stamp),
        recurrence=_utc(one.recurrence),
        onwards=one.onwards,
        start=_at(one.start, zone),
        end=_at(one.end, zone),
        rule=one.rrule,
        excluded=tuple(_at(instant, zone) for instant in one.excluded),
        organizer=Party(one.organizer.lower()) if one.organizer else None,
        attendees=tuple(Party(who) for who in one.attendees),
        properties=_words(one.summary, one.place),
    )


def _answer(meeting: Meeting, one: CalendarAnswer, rules: Rules, sender: str) -> Event:
    own = rules.own(sender)
    given = [(who, status) for who, status in one.answers if rules.own(who) == own] or one.answers[-1:]
    return Event(
        one.uid,
        Version(one.sequence, one.stamp),
        recurrence=_occurrence(meeting, one),
        onwards=one.onwards,
        start=_utc(one.start),
        end=_utc(one.end),
        attendees=tuple(Party(rules.own(who), partstat=status.upper()) for who, status in given[-1:]),
    )


def _occurrence(meeting: Meeting, answer: CalendarAnswer) -> Moment | None:
    """Which occurrence is meant, by its original start; None for the whole. A single meeting is always the whole."""
    if answer.recurrence is None:
        return None
    instant = answer.recurrence.astimezone(UTC)
    if not meeting.rrule:
        return None if instant == meeting.begins else _utc(instant)
    return _utc(meeting.named(instant))


def _utc(instant: datetime | None) -> Moment | None:
    return _at(instant, "UTC") if instant else None


def _at(instant: datetime, zone: str) -> Moment:
    return Moment(instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None), zone)


def _words(summary: str, place: str) -> tuple[Property, ...]:
    named = (("SUMMARY", summary), ("LOCATION", place))
    return tuple(Property(name, value) for name, value in named if value)


def _text(event: Event, name: str) -> str:
    return next((one.value for one in event.properties if one.name == name), "")
