"""What a mail holds for people: its text (plain before HTML), its calendars, its files, the mails attached to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.mentoring.facts import Attachment, Forward
from assistant.reading.mime import docx, html
from assistant.reading.mime.calendar_text import calendar_text
from assistant.reading.mime.headers import Headers, addresses, cut
from assistant.reading.mime.parts import MOST_TEXT, Cutter, Part
from assistant.reading.mime.sealed import ENCRYPTED, unarmoured, why_closed

MOST_ATTACHMENTS = 100
MOST_ATTACHED_TEXT = 300_000
MOST_CALENDARS = 20

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READABLE = {
    ".txt": "text/plain",
    ".md": "text/plain",
    ".eml": "message/rfc822",
    ".html": "text/html",
    ".htm": "text/html",
    ".docx": DOCX,
}

SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})

_NO_HTML = re.compile(r"html|view (?:this|it) in|mail (?:client|program|reader)", re.IGNORECASE)


@dataclass(slots=True)
class Content:
    """`pieces` are the stretches of the body in their order, each as plain text and as HTML, as far as it has them."""

    pieces: list[tuple[str, str]] = field(default_factory=list)
    calendars: dict[str, None] = field(default_factory=dict)
    inner_calendars: dict[str, None] = field(default_factory=dict)  # of attached mails: somebody else's word
    attachments: list[Attachment] = field(default_factory=list)
    mails: list[Part] = field(default_factory=list)
    problems: dict[str, None] = field(default_factory=dict)
    closed: str = ""  # why text of this mail cannot be read (`sealed.py`), or ""
    room: int = MOST_TEXT  # characters of body text that are still read
    files: bool = True  # whether the text of attached files is read: not inside attached mails
    charset: str = ""  # what the mail's headers use, for text that declares nothing

    def text(self) -> tuple[str, bool]:
        """The body, and whether all of it comes from HTML."""
        chosen = [
            (plain, False) if _says_something(plain, page) else (html.to_text(page), True)
            for plain, page in self.pieces
        ]
        body = "\n\n".join(text.strip("\n") for text, _ in chosen if text.strip())
        return body, bool(chosen) and all(from_html for text, from_html in chosen if text.strip())

    def html_text(self) -> str:
        """The body from its HTML, or "" where a piece has none."""
        if not self.pieces or not all(page for _, page in self.pieces):
            return ""
        return "\n\n".join(html.to_text(page) for _, page in self.pieces)


def _says_something(plain: str, page: str) -> bool:
    """Some senders put nothing, or only "use another mail program", beside their HTML."""
    if not page:
        return True
    if not any(char.isalnum() for char in plain[:2000]):
        return False
    return not (len(plain) < 300 and len(page) > 4 * len(plain) and _NO_HTML.search(plain))


def collect(root: Part, *, files: bool = True) -> Content:
    """Everything in a mail. What is inside an attached mail stays in it; of its `files` only the names are kept."""
    content = Content(files=files, charset=root.headers.charset)
    _read(root, content)
    return content


def _read(part: Part, content: Content) -> None:
    content.closed = content.closed or why_closed(part.kind, part.filename)
    if part.kind == "multipart/encrypted":
        return
    if part.kind == "multipart/alternative":
        _read_alternative(part, content)
    elif part.kind.startswith("multipart/"):
        for child in part.children:
            _read(child, content)
    elif _is_calendar(part):
        _keep_calendar(part, content)
    elif part.kind == "message/rfc822":
        content.mails.append(part)
        _attach(part, content)
    elif part.kind in {"text/plain", "text/html"} and part.disposition != "attachment" and not part.filename:
        text, encrypted = unarmoured(_text(part, content))
        content.closed = content.closed or (ENCRYPTED if encrypted else "")
        content.pieces.append(("", text) if part.kind == "text/html" else (text, ""))
    elif part.body.strip() and part.kind not in SIGNATURES:
        _attach(part, content)


def _read_alternative(part: Part, content: Content) -> None:
    """One text in several shapes: the plain one and the HTML one make one piece, everything else is kept as it is."""
    inner = Content(room=content.room, files=content.files, charset=content.charset)
    for child in part.children:
        _read(child, inner)
    plain = "\n".join(text for text, _ in inner.pieces if text)
    page = "\n".join(text for _, text in inner.pieces if text)
    if plain or page:
        content.pieces.append((plain, page))
    content.room = inner.room
    content.calendars.update(inner.calendars)
    content.inner_calendars.update(inner.inner_calendars)
    content.attachments.extend(inner.attachments)
    content.mails.extend(inner.mails)
    content.problems.update(inner.problems)
    content.closed = content.closed or inner.closed


def _text(part: Part, content: Content) -> str:
    text, problem = part.text(content.charset)
    if problem:
        content.problems[problem] = None
    if len(text) > content.room:
        content.problems[f"text longer than {MOST_TEXT} characters"] = None
        text = text[: content.room]
    content.room -= len(text)
    return text


def _is_calendar(part: Part) -> bool:
    if part.kind in {"text/calendar", "application/ics", "text/x-vcalendar"}:
        return True
    return part.kind in {"application/octet-stream", "text/plain"} and part.filename.lower().endswith(".ics")


def _keep_calendar(part: Part, content: Content) -> None:
    text, problem = calendar_text(part.payload, part.params.get("charset", ""), content.charset)
    if problem:
        content.problems[problem] = None
    if text.strip() and len(content.calendars) < MOST_CALENDARS:
        content.calendars[text] = None


def _attach(part: Part, content: Content) -> None:
    if len(content.attachments) >= MOST_ATTACHMENTS:
        content.problems[f"more than {MOST_ATTACHMENTS} attachments"] = None
        return
    payload = part.payload
    ending = "." + part.filename.lower().rpartition(".")[2]
    kind = READABLE.get(ending) if "." in part.filename else None
    text = None
    if not content.files:
        pass
    elif part.kind == "message/rfc822":
        text = _inner(part.children[0], content) if part.children else None
    elif DOCX in (kind, part.kind):
        text = docx.to_text(payload)
    elif kind == "message/rfc822":
        block, body = cut(payload[: MOST_TEXT * 2])
        text = _inner(Cutter().cut(Headers(block), body), content)
    elif kind or part.kind in {"text/plain", "text/html", "text/markdown"}:
        text = _text(part, content)
        text = html.to_text(text) if (kind or part.kind) == "text/html" else text
    text = None if text is None else text[:MOST_ATTACHED_TEXT]
    content.attachments.append(Attachment(part.filename, part.kind, text, len(payload)))


def _inner(root: Part, content: Content) -> str:
    """The text of an attached mail; its calendars are kept apart, and its own files are not looked into."""
    inner = collect(root, files=False)
    content.inner_calendars.update(list(inner.calendars.items())[: MOST_CALENDARS - len(content.inner_calendars)])
    return inner.text()[0]


def attached_forward(mails: list[Part], note: str) -> Forward | None:
    """The first attached mail, as a forward."""
    inner = next((mail.children[0] for mail in mails if mail.children), None)
    if inner is None:
        return None
    senders = addresses(inner.headers.all("from"))
    return Forward(
        note=note,
        sender=senders[0] if senders else None,
        subject=inner.headers.text("subject"),
        date=inner.headers.text("date"),
        body=collect(inner, files=False).text()[0].strip(),
    )
