"""The people of the story and their mail programs: they answer what really came, as phones and calendars do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, getaddresses
from hashlib import sha256
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import icalendar

WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_TAP = re.compile(r"^\[(?P<label>[^\]\n]+)\]  (?P<url>mailto:\S+)$", re.MULTILINE)
_QUOTE = re.compile(r"^On .{10,120} wrote:$|^-{8,} Forwarded message -{8,}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a mailbox. `signature` is what their mail program adds below every mail."""

    name: str
    email: str
    zone: str
    signature: str = ""

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def local(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class Tap:
    """A link of a mail that opens another mail, ready to send."""

    label: str
    to: str
    subject: str
    body: str


def write(person: Person, at: datetime, to: str, subject: str, text: str) -> EmailMessage:
    """A new mail, with the Message-ID that their provider would give it."""
    return _mail(person, at, [to], subject, _signed(person, text))


def reply(person: Person, at: datetime, to: EmailMessage, text: str) -> EmailMessage:
    """A reply to everybody that Reply-To names: new text on top, the signature, and the whole mail quoted below."""
    whole = f"{_signed(person, text)}\n\n{_quoted(person, to)}"
    answered = _mail(person, at, _reply_addresses(to, person), _re(to), whole)
    _thread(answered, to)
    return answered


def attach(mail: EmailMessage, name: str, data: bytes) -> EmailMessage:
    """The mail with a Word document."""
    mail.add_attachment(data, "application", WORD, filename=name)
    return mail


def forward(person: Person, at: datetime, to: str, mail: EmailMessage, note: str) -> EmailMessage:
    """A forward as most programs make it: a note, a line, the headers, and the text unquoted."""
    head = "\n".join(f"{name}: {mail[name]}" for name in ("From", "Date", "Subject", "To"))
    text = f"{_signed(person, note)}\n\n---------- Forwarded message ---------\n{head}\n\n{text_of(mail)}"
    return _mail(person, at, [to], f"Fwd: {mail['Subject']}", text)


def tap(person: Person, at: datetime, mail: EmailMessage, label: str) -> EmailMessage:
    """What a tap on one of the mail's links sends: no In-Reply-To, no quote. KeyError where there is no such link."""
    found = next((t for t in taps(mail) if t.label == label), None)
    if found is None:
        raise KeyError(f"“{mail['Subject']}” has no link [{label}], but {[t.label for t in taps(mail)]}")
    return _mail(person, at, [found.to], found.subject, _signed(person, found.body))


def answer_invite(person: Person, at: datetime, mail: EmailMessage, answer: str) -> EmailMessage:
    """The iTIP REPLY (RFC 5546 §3.2.3) that a calendar program makes of the REQUEST in this mail."""
    request = icalendar.Calendar.from_ical(event_of(mail))
    asked = next(iter(request.walk("VEVENT")))
    event = icalendar.Event()
    for name in ("UID", "SEQUENCE", "ORGANIZER", "DTSTART", "DTEND", "RECURRENCE-ID", "SUMMARY"):
        if name in asked:
            event[name] = asked[name]
    event.add("DTSTAMP", at.astimezone(UTC))
    attendee = icalendar.vCalAddress(f"mailto:{person.email}")
    attendee.params["PARTSTAT"] = answer
    attendee.params["CN"] = person.name
    event.add("ATTENDEE", attendee, encode=False)
    calendar = icalendar.Calendar()
    calendar.add("PRODID", "-//Example//Calendar//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "REPLY")
    for part in request.walk("VTIMEZONE"):
        calendar.add_component(part)
    calendar.add_component(event)
    organizer = str(asked["ORGANIZER"]).partition(":")[2]
    said = f"{answer.title()}: {asked['SUMMARY']}"
    replied = _mail(person, at, [organizer], said, f"{person.name} has {answer.lower()} this invitation.\n")
    replied.add_alternative(calendar.to_ical().decode(), subtype="calendar", params={"method": "REPLY"})
    return replied


# --- reading what came


def text_of(mail: EmailMessage) -> str:
    """The plain text, with LF line ends."""
    part = mail.get_body(("plain",))
    return "" if part is None else str(part.get_content()).replace("\r\n", "\n").strip("\n")


def html_of(mail: EmailMessage) -> str:
    part = mail.get_body(("html",))
    return "" if part is None else str(part.get_content())


def event_of(mail: EmailMessage) -> str:
    """The first calendar part, "" where there is none."""
    for part in mail.walk():
        if part.get_content_type() == "text/calendar":
            data = part.get_payload(decode=True)
            return data.decode() if isinstance(data, bytes) else ""
    return ""


def attachments(mail: EmailMessage) -> list[str]:
    """The names of the attached files; an event without a file counts by its method."""
    names = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    if not names and (event := event_of(mail)):
        method = re.search(r"^METHOD:(\w+)", event, re.MULTILINE)
        names = [f"calendar {method[1].lower() if method else 'event'}"]
    return names


def taps(mail: EmailMessage) -> list[Tap]:
    """The mail's links, in order, as the phone's mail program opens them (RFC 6068)."""
    found = []
    for match in _TAP.finditer(text_of(mail)):
        parts = urlsplit(match["url"])
        fields = parse_qs(parts.query.replace("+", "%2B"))
        subject, body = (fields.get(name, [""])[0].replace("\r\n", "\n") for name in ("subject", "body"))
        found.append(Tap(match["label"], unquote(parts.path), subject, body))
    return found


def shortened(text: str) -> str:
    """The text as a reader sees it: the links as their labels, on one line."""
    labels = [match["label"] for match in _TAP.finditer(text)]
    rest = _TAP.sub("", text).rstrip()
    return f"{rest}\n\n{'  '.join(f'[{label}]' for label in labels)}" if labels else rest


def parted(text: str) -> tuple[str, str]:
    """A mail's new text, and the mail that it quotes or forwards ("" where there is none)."""
    found = _QUOTE.search(text)
    return (text[: found.start()].rstrip(), text[found.start() :]) if found else (text, "")


# --- putting a mail together


def _mail(person: Person, at: datetime, to: Sequence[str], subject: str, text: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{person.name} <{person.email}>"
    mail["To"] = ", ".join(to)
    mail["Subject"] = subject
    mail["Date"] = format_datetime(person.local(at))
    seed = "\0".join((person.email, at.isoformat(), *to, subject, text))
    mail["Message-ID"] = f"<{sha256(seed.encode()).hexdigest()[:24]}@mail.example.org>"
    mail.set_content(text)
    return mail


def _signed(person: Person, text: str) -> str:
    return f"{text.strip()}\n\n{person.signature}" if person.signature else text.strip()


def _re(mail: EmailMessage) -> str:
    subject = str(mail["Subject"])
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"


def _reply_addresses(mail: EmailMessage, person: Person) -> list[str]:
    wanted = mail.get_all("Reply-To") or mail.get_all("From") or []
    return [address for _, address in getaddresses([str(w) for w in wanted]) if address != person.email]


def _thread(mail: EmailMessage, answered: EmailMessage) -> None:
    before = str(answered["References"] or "").split()
    mail["In-Reply-To"] = str(answered["Message-ID"])
    mail["References"] = " ".join((*before, str(answered["Message-ID"])))


def _quoted(person: Person, mail: EmailMessage) -> str:
    sent = person.local(mail["Date"].datetime)
    lines = text_of(mail).splitlines()
    quoted = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"On {sent:%a}, {sent.day} {sent:%b %Y} at {sent:%H:%M}, {mail['From']} wrote:\n\n{quoted}"
