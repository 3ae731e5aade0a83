"""What the tests of meetings say: a series with Minerva runs, her calendar program answers, and mails are read."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from engine.approving import approved, says
from engine.house import ADA, MINERVA, House, parsed

SERIES = "meet monthly first tue 16:00 45min"


def body(mail: EmailMessage) -> str:
    """The plain text of a mail, with unwrapped spaces."""
    found = mail.get_body(("plain",))
    assert found is not None
    return str(found.get_content())


def calendar(mail: EmailMessage) -> str:
    """The calendar part of a mail, unfolded; "" where it has none."""
    found = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    return re.sub(r"\r?\n[ \t]", "", str(found[0].get_content())) if found else ""


def line(text: str, name: str) -> str:
    """The first content line of that name, without its parameters."""
    found = re.search(rf"^{name}[^:\n]*:(.*?)\r?$", text, re.MULTILINE)
    return found[1] if found else ""


def agreed(house: House, words: str = "Minerva agreed 12 months monthly 45 min") -> None:
    """Minerva is Ada's mentor; nothing is in any calendar yet."""
    approved(house)
    house.cycle(30)
    says(house, words, fresh=True)


def series(house: House, rule: str = SERIES) -> None:
    """Their series is in both calendars, from Tue 1 Dec at 16:00 on."""
    agreed(house)
    says(house, rule.replace("meet", "meet Minerva", 1), fresh=True)
    sends(house)
    assert [m.state for m in house.book.meetings] == ["invited"], body(house.last[ADA])


def mentored(house: House, rule: str = SERIES) -> House:
    """The same, and Minerva's calendar has accepted it."""
    series(house, rule)
    answers_invite(house, "ACCEPTED")
    return house


def sends(house: House) -> EmailMessage:
    """Ada's SEND to the mail that she got last, and the hours in which it may leave: what Minerva got."""
    before = len(house.to(MINERVA))
    house.says("SEND", answers=ADA)
    for _ in range(110):
        house.cycle(60)
        if len(house.to(MINERVA)) > before:
            break
    assert len(house.to(MINERVA)) == before + 1, body(house.last[ADA])
    return house.last[MINERVA]


def waits(house: House, days: float) -> None:
    """Days go by, an hour at a time."""
    for _ in range(int(days * 24)):
        house.cycle(60)


def until(house: House, moment: str) -> None:
    """Time goes by until then (UTC), an hour at a time."""
    end = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    while house.at < end:
        house.cycle(min(60, (end - house.at) / timedelta(minutes=1)))


def answers_invite(
    house: House, answer: str, *, occurrence: str = "", words: str = "", who: str = MINERVA, minutes: int = 1
) -> None:
    """Minerva's program answers the invite that she got last, or one occurrence (its UTC start, "20261201T150000Z")."""
    invites = [mail for mail in house.to(MINERVA) if b"text/calendar" in mail.raw]
    text = calendar(parsed(invites[-1].raw))
    event = [f"UID:{line(text, 'UID')}", f"DTSTAMP:{house.at:%Y%m%dT%H%M%SZ}", f"SEQUENCE:{line(text, 'SEQUENCE')}"]
    event += [f"RECURRENCE-ID:{occurrence}"] if occurrence else []
    event += [f"COMMENT:{words}"] if words else []
    event += ["ORGANIZER:mailto:assistant@example.org", f"ATTENDEE;PARTSTAT={answer}:mailto:{MINERVA}"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//her//program//EN", "METHOD:REPLY", "BEGIN:VEVENT"]
    sends_calendar(house, "REPLY", "\r\n".join([*lines, *event, "END:VEVENT", "END:VCALENDAR", ""]), who=who)
    house.cycle(minutes)


def sends_calendar(house: House, method: str, text: str, *, who: str = MINERVA) -> None:
    """A calendar program's mail lies in the mailbox."""
    house.mails += 1
    head = f"From: {who}\r\nTo: assistant@example.org\r\nSubject: {method}\r\nMIME-Version: 1.0\r\n"
    kind = f"Message-ID: <{house.mails}.cal@example.org>\r\nContent-Type: text/calendar; method={method}; charset=utf-8"
    house.put(f"{head}{kind}\r\n\r\n{text}".encode())
