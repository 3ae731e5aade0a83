"""What a mail's bytes say, as a digest: the gate before submission, and the proof that a copy on a server is a letter.

The digest is `mentoring.digest.digest`, made from bytes instead of from the book. Trace headers, line ends, folding and
transfer encodings (what servers change on the way) make no difference; a recipient, a word or the event does.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses

from assistant.mentoring.digest import digest


def content_digest(raw: bytes) -> str:
    """The digest over To, Cc, Subject, the text and the event in `raw`. "" where there is no mail to be read."""
    try:
        message: Message[str, str] = BytesParser(policy=compat32).parsebytes(raw)
        texts = [part for part in message.walk() if _is_body(part, "text/plain")]
        events = [part for part in message.walk() if _is_body(part, "text/calendar")]
        if len(texts) != 1 or len(events) > 1:
            return ""
        return digest(
            ", ".join(_addresses(message, "To")),
            _addresses(message, "Cc"),
            _subject(message),
            _decoded(texts[0]),
            _decoded(events[0]) if events else "",
        )
    except Exception:  # noqa: BLE001 - a broken copy is no proof, and email's parser raises nearly anything
        return ""


def proof_digest(raw: bytes) -> str:
    """The same, for a copy that a server gave back: what was added on the way does not count."""
    return content_digest(raw)


def _is_body(part: Message[str, str], kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _addresses(message: Message[str, str], name: str) -> list[str]:
    fields: Iterable[str] = [str(value).replace("\r", "").replace("\n", "") for value in message.get_all(name, [])]
    return [email.lower() for _, email in getaddresses(list(fields)) if email]


def _subject(message: Message[str, str]) -> str:
    subjects = message.get_all("Subject", [])
    if len(subjects) > 1:
        raise ValueError("more than one subject")
    raw = str(subjects[0]).replace("\r", "").replace("\n", "") if subjects else ""
    return "".join(
        text.decode(charset or "ascii", "replace") if isinstance(text, bytes) else text
        for text, charset in decode_header(raw)
    )


def _decoded(part: Message[str, str]) -> str:
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data.decode(part.get_content_charset("utf-8"), "replace")
