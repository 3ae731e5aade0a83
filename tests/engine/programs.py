"""Calendar programs that write to the assistant: whole messages, by whoever sends them."""

from __future__ import annotations

from email.message import EmailMessage

from engine.house import MINERVA, House


def program(house: House, method: str, text: str, *, who: str = MINERVA, words: str = "") -> list[EmailMessage]:
    """What a calendar program sends, and what the assistant sends then."""
    house.mails += 1
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = who, "assistant@example.org", f"{method}: coffee"
    mail["Message-ID"] = f"<{house.mails}.cal@example.org>"
    if words:
        mail.set_content(words)
        mail.add_alternative(text, subtype="calendar", params={"method": method})
    else:
        mail.set_content(text, subtype="calendar", params={"method": method})
    house.put(mail.as_bytes())
    return house.cycle(1)


def hers(
    method: str,
    start: str = "20261119T150000",
    *lines: str,
    uid: str = "hers@example.org",
    sequence: int = 0,
    minute: int = 0,
    organizer: str = MINERVA,
) -> str:
    """A calendar message of Minerva's own: half an hour in London, to Ada."""
    end = f"{start[:11]}{int(start[11:13]) + 30:02}00"
    made = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{uid}"),
        *(f"DTSTAMP:20261103T09{minute:02}00Z", f"SEQUENCE:{sequence}", "SUMMARY:Pricing talk"),
        *(f"DTSTART;TZID=Europe/London:{start}", f"DTEND;TZID=Europe/London:{end}"),
        *(f"ORGANIZER:mailto:{organizer}", "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ada@example.org"),
        *(*lines, "END:VEVENT", "END:VCALENDAR", ""),
    )
    return "\r\n".join(made)
