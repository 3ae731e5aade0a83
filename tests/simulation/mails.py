"""Mails of the simulated world: how people write them, and how they read what they got (independent of the engine)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32, default
from email.utils import format_datetime, getaddresses
from functools import lru_cache
from urllib.parse import unquote

OURS = "assistant@example.org"
SERVER = "mx.example.org"
_CODE = re.compile(r"\b([A-Z]\d[A-Z]\d)\b")
_TAP = re.compile(r"body=SEND(?:%20ANYWAY)?%20([A-Z]\d[A-Z]\d)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft as a mail shows it to the protégé."""

    subject: str
    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Got:
    """A mail as its reader has it. `cycle`: when the engine's cycle began in which it left; `at`: when it left."""

    at: datetime
    cycle: datetime
    to: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    sender: str
    reply_to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    text: str
    calendar: str
    drafts: tuple[Shown, ...]
    raw: bytes

    @property
    def head(self) -> str:
        return self.text.split("\n", 1)[0]

    @property
    def about(self) -> str:
        """The first name in the subject of a person's thread; "" elsewhere."""
        subject = self.subject.removeprefix("Re: ")
        return subject.removesuffix(" · mentoring") if subject.endswith(" · mentoring") else ""


def read(raw: bytes, at: datetime, cycle: datetime, to: str) -> Got:
    message: Message = BytesParser(policy=default).parsebytes(raw)
    texts = {part.get_content_type(): part for part in message.walk() if not part.is_multipart()}
    text = _decoded(texts.get("text/plain"))
    return Got(
        at=at,
        cycle=cycle,
        to=to,
        message_id=str(message["Message-ID"] or "").strip(),
        in_reply_to=str(message["In-Reply-To"] or "").strip(),
        references=tuple(str(message["References"] or "").split()),
        sender=_addresses(message, "From")[0],
        reply_to=_addresses(message, "Reply-To"),
        cc=_addresses(message, "Cc"),
        subject=str(message["Subject"] or ""),
        text=text,
        calendar=_decoded(texts.get("text/calendar")),
        drafts=repeated_in(text) if "What waits" in str(message["Subject"]) else shown_in(text),
        raw=raw,
    )


def _decoded(part: Message | None) -> str:
    data = part.get_payload(decode=True) if part is not None else b""
    assert isinstance(data, bytes)
    return data.decode("utf-8").replace("\r\n", "\n").strip("\n")


def calendar_of(raw: bytes) -> str:
    """The calendar part as it was sent, with its line ends."""
    message: Message = BytesParser(policy=default).parsebytes(raw)
    found = [part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/calendar"]
    assert isinstance(found[0], bytes)
    return found[0].decode("utf-8")


def _addresses(message: Message, name: str) -> tuple[str, ...]:
    return tuple(email.lower() for _, email in getaddresses([str(v) for v in message.get_all(name, [])]))


def shown_in(text: str) -> tuple[Shown, ...]:
    """The drafts that a mail shows: an indented "Subject: …" and the indented text below it."""
    lines = text.split("\n")
    tap = _TAP.search(text)
    found = []
    for number, line in enumerate(lines):
        if not line.startswith("  Subject: "):
            continue
        body = []
        for below in lines[number + 1 :]:
            if below and not below.startswith("  "):
                break
            body.append(below[2:])
        if not any(body):
            continue  # a mail of somebody's that had no words
        above = next((x for x in reversed(lines[:number]) if x.strip()), "")
        own = _CODE.search(above) if above.startswith("To ") else None
        code = own or (_CODE.search(lines[0][-8:]) if lines else None) or tap
        found.append(Shown(line.removeprefix("  Subject: "), "\n".join(body).strip("\n"), code[1] if code else ""))
    return tuple(found)


def repeated_in(text: str) -> tuple[Shown, ...]:
    """The drafts in the mails that a digest repeats, since nobody knows whether they arrived (digests among them)."""
    found: list[Shown] = []
    for section in text.split("A mail of mine may not have reached you. It said:\n\n")[1:]:
        mail = "\n".join(x[2:] for x in section.split("\n") if not x or x.startswith("  "))
        if not mail.startswith("A mail in your name"):
            found += [*shown_in(mail), *repeated_in(mail)]
    return tuple(found)


def plain(text: str) -> str:
    """The words alone: what line ends and indentation can't change."""
    return " ".join(text.split())


def write(
    *,
    sender: str,
    to: str,
    subject: str,
    text: str,
    at: datetime,
    message_id: str,
    cc: str = "",
    in_reply_to: str = "",
    references: tuple[str, ...] = (),
    more: tuple[str, ...] = (),
    body_type: str = "text/plain; charset=utf-8",
) -> bytes:
    """A mail as a person's program writes it, before any server has touched it."""
    lines = [f"From: {sender}", f"To: {to}"]
    lines += [f"Cc: {cc}"] if cc else []
    lines += [f"Subject: {subject}", f"Date: {format_datetime(at)}", f"Message-ID: {message_id}"]
    if in_reply_to:
        lines += [f"In-Reply-To: {in_reply_to}", "References: " + "\r\n ".join((*references[-5:], in_reply_to))]
    lines += [*more, "MIME-Version: 1.0", f"Content-Type: {body_type}", "Content-Transfer-Encoding: 8bit"]
    return ("\r\n".join(lines) + "\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n").encode()


def stamped(raw: bytes, at: datetime, *, proven: bool, hop: int, recipient: str = OURS) -> bytes:
    """The mail as our own server files it: with its trace, and what it found out about the sender."""
    verdict = "pass" if proven else "fail"
    top = (
        f"Received: from relay{hop}.example.org by {SERVER} for <{recipient}>; {format_datetime(at)}\r\n"
        f"Authentication-Results: {SERVER}; dmarc={verdict} header.from=example.org\r\n"
    )
    return top.encode() + raw


def bounce(original: Got, at: datetime, message_id: str) -> bytes:
    """A delivery report that quotes the letter's headers."""
    boundary = "=_report"
    head = original.raw.split(b"\r\n\r\n", 1)[0].decode("ascii")
    text = (
        f"--{boundary}\nContent-Type: text/plain\n\nYour mail could not be delivered.\n"
        f"--{boundary}\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; {SERVER}\n\n"
        f"Final-Recipient: rfc822; {original.to}\nAction: failed\nStatus: 5.1.1\n"
        f"Diagnostic-Code: smtp; 550 5.1.1 no such user\n\n"
        f"--{boundary}\nContent-Type: text/rfc822-headers\n\n{head}\n--{boundary}--"
    ).replace("\r\n", "\n")
    return write(
        sender=f"Mail Delivery System <MAILER-DAEMON@{SERVER}>",
        to=OURS,
        subject="Undelivered Mail Returned to Sender",
        text=text,
        at=at,
        message_id=message_id,
        more=("Auto-Submitted: auto-replied",),
        body_type=f'multipart/report; report-type=delivery-status; boundary="{boundary}"',
    )


@lru_cache(maxsize=4096)
def id_of(raw: bytes) -> str:
    """The Message-ID alone, quickly."""
    return str(BytesParser(policy=compat32).parsebytes(raw, headersonly=True)["Message-ID"] or "").strip()


def tap_words(text: str) -> list[str]:
    """What the tap links of a mail would say."""
    return [unquote(word) for word in re.findall(r"body=([^&\s]+)", text)]
