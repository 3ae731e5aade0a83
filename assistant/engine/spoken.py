"""A person's plain words about a meeting that is to come, with the book's calendar: before they count as an answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from assistant.engine.arrived import Arrived, moment
from assistant.mentoring import events as happened
from assistant.mentoring.days import zone
from assistant.mentoring.events import Says
from assistant.mentoring.facts import Answer, Meaning
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.schedule import HORIZON, Meeting
from assistant.mentoring.standing import stands
from assistant.reading.answers.before_meeting import before_meeting

RECENT = timedelta(hours=1)  # who is late may write when it has begun
# What no plain word about one meeting turns round.
_ENDS = (Meaning.STOP, Meaning.REFERRAL, Meaning.HARDSHIP)


def of_meeting(arrived: Arrived, person: Person, found: Answer, text: str) -> happened.SpokeOfMeeting | None:
    """What the words say of their next meetings; None where they have none, or say something else.

    found: what the words mean as an answer."""
    mail, book = arrived.mail, arrived.book
    here = moment(arrived, person)
    meetings = [m for m in book.meetings if m.person == person.id and m.state == "invited"]
    coming = {at.astimezone(zone(here.zone)).replace(tzinfo=None): at for m in meetings for at in _starts(arrived, m)}
    if not coming or not mail.certain or found.meaning is Meaning.STOP or (found.meaning in _ENDS and found.certain):
        return None
    names = (*person.name.split(), *book.protege.name.split())
    series = any(m.rrule and not m.organizer for m in meetings)
    said = before_meeting(text, here, sorted(coming), series=series, names=names)
    if said is None or not _may(said.says, person):
        return None
    about = coming.get(said.about) if said.about else None
    if said.says is Says.MOVE and any(m.organizer and about in _starts(arrived, m) for m in meetings):
        return None  # their own invite is theirs to move
    return happened.SpokeOfMeeting(
        mail.key,
        mail.arrived,
        person.id,
        said.says,
        about or min(coming.values()),
        text,
        sender=mail.sender.email if mail.sender else "",
        message_id=mail.message_id,
        subject=mail.subject,
        references=mail.references,
        minutes=said.minutes,
        times=said.times,
        wish=said.wish,
        rule=said.rule,
    )


def _starts(arrived: Arrived, meeting: Meeting) -> list[datetime]:
    """When it takes place from now on, as far as it stands."""
    since = arrived.mail.arrived - RECENT
    found = meeting.occurrences(since, since + HORIZON)
    return [actual for original, actual in found if stands(arrived.book, meeting, original)]


def _may(says: Says, person: Person) -> bool:
    """Whether the word can only be about the meeting: a "perfect" may be a yes to what was proposed since."""
    if says is Says.FINE:
        return person.stage is not Stage.PROPOSED and not person.awaits
    return says is not Says.RHYTHM or person.stage in (Stage.ACTIVE, Stage.WINDING_DOWN)
