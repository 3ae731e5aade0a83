"""Answers as the calendars of people write them, in our own words: Ada accepts an invite of the assistant."""

from __future__ import annotations

from reading.client_invites import OUTLOOK_ZONE

_REPLY = """BEGIN:VCALENDAR
{head}
METHOD:REPLY
VERSION:2.0
{zone}BEGIN:VEVENT
{lines}
END:VEVENT
END:VCALENDAR
"""


def _reply(head: str, *lines: str, zone: str = "") -> str:
    return _REPLY.format(head=head, lines="\n".join(lines), zone=zone)


REPLIES = {
    "Google": _reply(
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN\nCALSCALE:GREGORIAN",
        "DTSTART:20261111T140000Z",
        "DTEND:20261111T142500Z",
        "DTSTAMP:20261103T084000Z",
        "ORGANIZER;CN=Robin:mailto:assistant@example.org",
        "UID:coffee-1@example.org",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ada By",
        " ron;X-NUM-GUESTS=0:mailto:ada@example.org",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "SUMMARY:Coffee",
    ),
    "Outlook": _reply(
        "PRODID:Microsoft Exchange Server 2010",
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ada Byron:mailto:Ada@Example.org",
        "COMMENT;LANGUAGE=en-GB:\\n",
        "UID:coffee-1@example.org",
        "SUMMARY;LANGUAGE=en-GB:Accepted: Coffee",
        "DTSTART;TZID=Romance Standard Time:20261111T150000",
        "DTEND;TZID=Romance Standard Time:20261111T152500",
        "CLASS:PUBLIC",
        "PRIORITY:5",
        "DTSTAMP:20261103T084000Z",
        "SEQUENCE:2",
        "X-MICROSOFT-CDO-APPT-SEQUENCE:2",
        zone=OUTLOOK_ZONE.format(name="Romance Standard Time"),
    ),
    "Apple": _reply(
        "CALSCALE:GREGORIAN\nPRODID:-//Apple Inc.//iOS 18.0//EN",
        'ATTENDEE;CN="Ada Byron";CUTYPE=INDIVIDUAL;EMAIL="ada@example.org";PARTSTAT=',
        " ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:ada@example.org",
        "DTEND;TZID=Europe/Madrid:20261111T152500",
        "DTSTAMP:20261103T084000Z",
        "DTSTART;TZID=Europe/Madrid:20261111T150000",
        "ORGANIZER;CN=Robin:mailto:assistant@example.org",
        "SEQUENCE:2",
        "UID:coffee-1@example.org",
        "REQUEST-STATUS:2.0;Success",
    ),
    "Thunderbird": _reply(
        "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
        "DTSTAMP:20261103T084000Z",
        "UID:coffee-1@example.org",
        "SUMMARY:Coffee",
        "ORGANIZER;CN=Robin:mailto:assistant@example.org",
        "ATTENDEE;CN=Ada Byron;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:ada@ex",
        " ample.org",
        "DTSTART;TZID=Europe/Madrid:20261111T150000",
        "DTEND;TZID=Europe/Madrid:20261111T152500",
        "SEQUENCE:2",
    ),
    "Fastmail": _reply(
        "PRODID:-//CyrusIMAP.org//Cyrus 3.11.0//EN",
        "UID:coffee-1@example.org",
        "DTSTAMP:20261103T084000Z",
        "SEQUENCE:2",
        "ORGANIZER:mailto:assistant@example.org",
        "ATTENDEE;X-JMAP-ID=YWRh;PARTSTAT=accepted;EMAIL=ada@example.org:mailto:ada@example.org",
    ),
    "Zoho": _reply(
        "PRODID:-//Zoho Corporation//Zoho Calendar-US//EN",
        "ATTENDEE;CN=Ada;EMAIL=ada@example.org;PARTSTAT=ACCEPTED;ZUID=1:mailto:ada@example.org",
        "ORGANIZER;EMAIL=assistant@example.org:mailto:assistant@example.org",
        "UID:coffee-1@example.org",
        "DTSTAMP:20261103T084000Z",
        "DTSTART:20261111T140000Z",
        "SEQUENCE:2",
    ),
    "Proton": _reply(
        "PRODID:-//Proton AG//WebCalendar 5.0//EN",
        "DTSTAMP:20261103T084000Z",
        "UID:coffee-1@example.org",
        "DTSTART;TZID=Europe/Madrid:20261111T150000",
        "ORGANIZER:mailto:assistant@example.org",
        "SEQUENCE:2",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org",
    ),
    "Nextcloud": _reply(
        "PRODID:-//Sabre//Sabre VObject 4.5.6//EN\nCALSCALE:GREGORIAN",
        "UID:coffee-1@example.org",
        "SEQUENCE:2",
        "REQUEST-STATUS:2.0;Success",
        "DTSTAMP:20261103T084000Z",
        "ORGANIZER;CN=Robin:mailto:assistant@example.org",
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ada:mailto:ada@example.org",
    ),
}
