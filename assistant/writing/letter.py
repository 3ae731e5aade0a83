"""From a letter to its final bytes (RFC 5322, 7-bit, CRLF): the same letter always gives the same bytes.

A mail to a person is plain text; one to the protégé has its HTML twin beside it. A letter with an event has the
structure that Outlook, Thunderbird and Gmail all show with buttons (calendar.md S1). The text is quoted-printable
UTF-8, so that its long lines survive and wrap at the reader's paragraph ends only; no format=flowed, which old
clients show with broken lines and which would need every quoted line stuffed.
"""

from __future__ import annotations

import re
from base64 import encodebytes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from quopri import encodestring

from assistant.mentoring.facts import Address
from assistant.mentoring.letters import Letter
from assistant.writing.headers import WIRE, mailboxes, message_ids, unstructured
from assistant.writing.twin import bare

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_TYPE = re.compile(r"text/(?:plain|vcard|markdown|csv)|application/(?:zip|json)")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_METHOD = re.compile(r"^METHOD:([A-Z]+)\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attached:
    """A small file that goes along, e.g. the address card ("robin.vcf", "text/vcard") or the plan as text."""

    name: str
    content_type: str
    data: bytes


def compose(
    letter: Letter,
    *,
    sender: Address,
    reply_to: Sequence[str],
    date: datetime,
    auto: bool,
    names: Mapping[str, str] | None = None,
    attached: Sequence[Attached] = (),
) -> bytes:
    """The bytes of `letter`. `date` is aware; `auto` marks mail that no person wrote or approved (RFC 3834).

    names: display names by address, for To, Cc and Reply-To.

    Bcc has no place here: who gets a copy unseen stands in the envelope only.
    Raises ValueError where a header would hold control characters, an address or a Message-ID is none, the text holds
    control characters, or the event's METHOD is not the letter's (Thunderbird then shows no buttons).
    """
    if date.tzinfo is None:
        raise ValueError("a mail's date needs a zone")
    known = names or {}
    message = EmailMessage(policy=WIRE)
    message["From"] = mailboxes("From", [sender])
    message["To"] = mailboxes("To", _people([letter.to], known))
    if letter.cc:
        message["Cc"] = mailboxes("Cc", _people(letter.cc, known))
    if reply_to:
        message["Reply-To"] = mailboxes("Reply-To", _people(reply_to, known))
    message["Subject"] = unstructured("Subject", letter.subject)
    message["Date"] = format_datetime(date)
    message["Message-ID"] = message_ids("Message-ID", [letter.message_id])
    if letter.in_reply_to:
        message["In-Reply-To"] = message_ids("In-Reply-To", [letter.in_reply_to])
    if letter.references:
        message["References"] = message_ids("References", letter.references)
    if auto:
        message["Auto-Submitted"] = "auto-replied" if letter.in_reply_to else "auto-generated"
    message["MIME-Version"] = "1.0"
    parts = _parts(letter)
    if letter.calendar:
        parts = [_multipart("alternative", parts), _file("invite.ics", "application/ics", _crlf(letter.calendar))]
    elif len(parts) > 1:
        parts = [_multipart("alternative", parts)]
    parts += [_file(a.name, _known(a.content_type), a.data) for a in attached]
    _fill(message, parts)
    _bound(message, letter.message_id)
    return message.as_bytes()


def _people(emails: Sequence[str], names: Mapping[str, str]) -> list[Address]:
    return [Address(email, names.get(email, "")) for email in emails]


def _parts(letter: Letter) -> list[EmailMessage]:
    """The alternatives, plainest first: text, HTML, the event (the last is what a client prefers)."""
    html = letter.html or (bare(letter.text) if letter.calendar else "")
    parts = [_text("plain", letter.text)]
    if html:
        parts.append(_text("html", html))
    if letter.calendar:
        parts.append(_event(letter))
    return parts


def _text(subtype: str, text: str) -> EmailMessage:
    if _FORBIDDEN.search(text):
        raise ValueError("a letter's text holds a control character")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    encoded = encodestring(lines.encode()).decode("ascii")
    kept = "\n".join(_unlike_mbox(_short(line)) for line in encoded.split("\n"))
    return _part(f'text/{subtype}; charset="utf-8"', "quoted-printable", kept)


def _short(line: str) -> str:
    """The library encodes a space at the end of a line without counting: 76 is the most (RFC 2045 §6.7)."""
    return line if len(line) <= 76 else f"{line[:-3]}=\n{line[-3:]}"


def _unlike_mbox(line: str) -> str:
    """A line that begins with "From " would be changed by mailboxes in mbox format, and with it the text."""
    if not line.startswith("From "):
        return line
    longer = f"=46{line[1:]}"
    return longer if len(longer) <= 76 else f"=46rom =\n{_unlike_mbox(line[5:])}"


def _event(letter: Letter) -> EmailMessage:
    said = _METHOD.findall(letter.calendar)
    if said != [letter.method]:
        raise ValueError("the event's METHOD is not the letter's")
    return _part(f'text/calendar; charset="utf-8"; method={letter.method}', "base64", _base64(_crlf(letter.calendar)))


def _file(name: str, content_type: str, data: bytes) -> EmailMessage:
    if not _FILE_NAME.fullmatch(name):
        raise ValueError("a file's name is letters, digits, dots and dashes")
    part = _part(f'{content_type}; name="{name}"', "base64", _base64(data))
    part["Content-Disposition"] = f'attachment; filename="{name}"'
    return part


def _known(content_type: str) -> str:
    if not _TYPE.fullmatch(content_type):
        raise ValueError("a file goes along only in a type that we know")
    return f'{content_type}; charset="utf-8"' if content_type.startswith("text/") else content_type


def _part(content_type: str, encoding: str, payload: str) -> EmailMessage:
    part = EmailMessage(policy=WIRE)
    part["Content-Type"] = content_type
    part["Content-Transfer-Encoding"] = encoding
    part.set_payload(payload)
    return part


def _multipart(subtype: str, parts: Sequence[EmailMessage]) -> EmailMessage:
    whole = EmailMessage(policy=WIRE)
    whole["Content-Type"] = f"multipart/{subtype}"
    whole.set_payload(list(parts))
    return whole


def _fill(message: EmailMessage, parts: Sequence[EmailMessage]) -> None:
    """Puts the one part, or a mixture of several, into the message."""
    body = parts[0] if len(parts) == 1 else _multipart("mixed", parts)
    for name, value in body.items():
        message[name] = value
    message.set_payload(body.get_payload())


def _bound(message: EmailMessage, message_id: str) -> None:
    """Boundaries from the Message-ID. "=_" stands in no quoted-printable and no base64 text (RFC 2045 §6.7)."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            name = sha256(f"{message_id} {number}".encode()).hexdigest()[:24]
            kind = part["Content-Type"].partition(";")[0]
            del part["Content-Type"]
            part["Content-Type"] = f'{kind}; boundary="=_{name}"'


def _crlf(calendar: str) -> bytes:
    return calendar.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def _base64(data: bytes) -> str:
    return encodebytes(data).decode("ascii")
