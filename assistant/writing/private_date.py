"""A private date as a calendar message: a REQUEST or CANCEL whose only attendee is the protégé (calendar.md S10).

Not PUBLISH: a published event cannot be moved or taken out again by a mail in Google or Outlook (docs/decisions/0020).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.mentoring.minutes import PrivateDate
from assistant.writing import ics
from assistant.writing.checker import check
from assistant.writing.invite import PRODID, Invitation, InviteRefused

BEFORE = {True: "-PT15H", False: "-PT15M"}  # a whole day rings at nine the morning before


def private_date(one: PrivateDate, invitation: Invitation) -> str:
    """The message, as iCalendar text with CRLF: in the calendar, or out of it again where it is off.

    A time is said in UTC: it is one instant, and no zone can be read wrongly. It blocks nobody's time.
    Raises InviteRefused for what `check` finds.
    """
    name, organizer, attendee = ics.line_of_text(one.text), invitation.organizer, invitation.attendee
    asks = "" if one.off else ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    reader = f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT{asks}{ics.person(attendee.name, attendee.email)}"
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"),
        *(f"METHOD:{'CANCEL' if one.off else 'REQUEST'}", "BEGIN:VEVENT", f"UID:{one.uid}"),
        *(f"DTSTAMP:{ics.utc(invitation.stamp)}", f"SEQUENCE:{one.sequence}", *_times(one), f"SUMMARY:{name}"),
        *("CLASS:PRIVATE", f"ORGANIZER{ics.person(organizer.name, organizer.email)}", reader),
        f"STATUS:{'CANCELLED' if one.off else 'CONFIRMED'}",
    ]
    if not one.off:
        lines += ["TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{name}"]
        lines += [f"TRIGGER:{BEFORE[one.at is None]}", "END:VALARM"]
    made = ics.document([*lines, "END:VEVENT", "END:VCALENDAR"])
    wrong = check(made)
    if wrong:
        raise InviteRefused(f"the date would be broken: {'; '.join(wrong)}")
    return made


def _times(one: PrivateDate) -> tuple[str, str]:
    if one.at is None:
        last = one.day + timedelta(days=1)
        return f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}"
    begins = datetime.combine(one.day, one.at, ZoneInfo(one.zone))
    return f"DTSTART:{ics.utc(begins)}", f"DTEND:{ics.utc(begins + timedelta(minutes=one.minutes))}"
