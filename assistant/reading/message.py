"""One mail, from bytes to facts. Never raises, whatever the bytes are: what is odd is named in `Mail.problems`.

The steps: the header block is cut and read first (all that triage needs), then the structure, then the one text that a
person would see, then what kind of mail it is, and what in it is new.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import replace
from datetime import datetime

from assistant.mentoring.addresses import is_message_id
from assistant.mentoring.facts import Address, Forward, Machine, Mail
from assistant.reading import forward, reply, report
from assistant.reading.mime.content import Content, attached_forward, collect
from assistant.reading.mime.headers import Headers, addresses, cut, date_of, message_ids
from assistant.reading.mime.parts import Cutter, Part
from assistant.reading.reply import Parts
from assistant.reading.report import Report
from assistant.reading.trust import Trust, authenticated

MOST_SUBJECT = 1000

_FOR = re.compile(r"\sfor\s+<?([^\s<>;]{1,250}@[^\s<>;]{1,250})>?", re.IGNORECASE)
_DELIVERED = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to")


def read(raw: bytes, arrived: datetime, *, trust: Trust, truncated: bool = False, size: int | None = None) -> Mail:
    """Reads one mail. `arrived` is aware; `truncated`: `raw` is only the header block of a mail of `size` bytes."""
    block, body = cut(raw)
    headers = Headers(block)
    cutter = Cutter()
    root = cutter.cut(headers, b"" if truncated else body)
    content = collect(root)
    text, from_html = content.text()
    senders, to, cc = (addresses(headers.all(name)) for name in ("from", "to", "cc"))
    subject = headers.text("subject")[:MOST_SUBJECT]
    kind = report.classify(headers, root, raw, text, [one.email for one in (*senders, *to, *cc)])
    answered = _first_id(headers.get("in-reply-to"))
    found = None if kind.machine in {Machine.BOUNCE, Machine.COMPLAINT} else _forward(content, subject, text, answered)
    parts = _parts(content, text, found, from_html=from_html)
    message_id = _first_id(headers.get("message-id"))
    return Mail(
        key=_key(message_id, senders, headers, root),
        message_id=message_id,
        senders=senders,
        to=to,
        cc=cc,
        delivered_to=_delivered_to(headers),
        subject=subject,
        date=date_of(headers.get("date")),
        arrived=arrived,
        in_reply_to=answered,
        references=message_ids(headers.get("references")),
        new_text=parts.new,
        certain=parts.certain and not truncated,
        text=text,
        authenticated=authenticated(trust, headers, raw),
        size=len(raw) if size is None else size,
        quoted=parts.quoted,
        signature=parts.signature,
        forward=found,
        calendars=tuple(content.calendars),
        inner_calendars=tuple(content.inner_calendars),
        attachments=tuple(content.attachments),
        machine=kind.machine,
        bounce=kind.bounce,
        complaint=kind.complaint,
        absence=kind.absence,
        truncated=truncated,
        closed="" if text.strip() else content.closed,
        problems=_problems(headers, cutter, content, kind),
    )


def _forward(content: Content, subject: str, text: str, answered: str) -> Forward | None:
    """A forward in the text is outermost; else a mail that is attached."""
    found = forward.parse(subject, text, answered)
    return found or attached_forward(content.mails, text.strip())


def _parts(content: Content, text: str, found: Forward | None, *, from_html: bool) -> Parts:
    """New text apart from the rest: of a forward only its note. HTML helps where the plain text is not certain."""
    if found is not None:
        note = reply.split(found.note, html=from_html)
        rest = text.removeprefix(found.note).strip("\n")
        return replace(note, quoted="\n".join(part for part in (note.quoted, rest) if part))
    parts = reply.split(text, html=from_html)
    if parts.certain or from_html:
        return parts
    page = content.html_text()
    better = reply.split(page, html=True) if page else parts
    return better if better.certain and better.quoted else parts


def _first_id(value: str) -> str:
    found = message_ids(value)
    if found:
        return found[0]
    bare = f"<{value.strip()}>"
    return bare if "@" in bare and is_message_id(bare) else ""


def _delivered_to(headers: Headers) -> tuple[str, ...]:
    """Whom the servers say they delivered it for. Only the topmost Received is our own server's."""
    found = {one.email: None for name in _DELIVERED for one in addresses(headers.all(name)[:10])}
    envelope = _FOR.search(headers.get("received")[:2000])
    if envelope:
        found[envelope[1].lower()] = None
    return tuple(found)


def _key(message_id: str, senders: tuple[Address, ...], headers: Headers, root: Part) -> str:
    """The same for every delivery of a mail: nothing that a relay adds or changes (`mail.md`, "The order of steps")."""
    digest = hashlib.sha256()

    def add(data: bytes) -> None:
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)

    for value in (message_id, *(one.email for one in senders)):
        add(value.encode("utf-8", "replace"))
    for name in ("from", "to", "cc", "date", "subject"):
        for value in headers.all(name):
            add(f"{name}:{' '.join(value.split())}".encode("utf-8", "replace"))
    for part in root.walk():
        if not part.children:
            textual = part.kind.startswith(("text/", "message/"))
            add(part.kind.encode("utf-8", "replace"))
            add(_text_digest(part.payload) if textual else hashlib.sha256(part.payload).digest())
        elif part.kind == "message/rfc822":
            add(_text_digest(part.payload))
    return digest.hexdigest()[:40]


def _text_digest(payload: bytes) -> bytes:
    """A digest that line ends and blanks before them do not change; a line at a time, since mails can be large."""
    digest = hashlib.sha256()
    blank = 0
    for line in io.BytesIO(payload):
        text = line.rstrip()
        if text:
            digest.update(b"\n" * blank + text)
            blank = 0
        blank += 1
    return digest.digest()


def _problems(headers: Headers, cutter: Cutter, content: Content, kind: Report) -> tuple[str, ...]:
    found = [*headers.problems]
    count = len(headers.all("from"))
    if count != 1 and kind.machine not in {Machine.BOUNCE, Machine.COMPLAINT}:
        found.append("no From" if not count else f"{_NUMBERS.get(count, 'many')} From")
    if not headers.sound:
        found.append("broken header lines")
    if "date" not in headers:
        found.append("no Date")
    elif date_of(headers.get("date")) is None:
        found.append("unreadable Date")
    return (*found, *cutter.problems, *content.problems)


_NUMBERS = {2: "two", 3: "three", 4: "four"}
