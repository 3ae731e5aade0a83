"""The messages of the corpora as the daemon would get them: whole mails through `message.read`."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from accuracy.subject import Case

from assistant.mentoring.facts import Mail
from assistant.reading import message
from assistant.reading.trust import Authserv

ARRIVED = datetime(2026, 11, 21, 12, tzinfo=UTC)
TRUST = Authserv("mx.example.org")
NOTHING = Mail(  # what is left of a mail on which the reading crashed
    key="",
    message_id="",
    senders=(),
    to=(),
    cc=(),
    delivered_to=(),
    subject="",
    date=None,
    arrived=ARRIVED,
    in_reply_to="",
    references=(),
    new_text="",
    certain=False,
    text="",
    authenticated=False,
    size=0,
)


def read(case: Case) -> Mail:
    """The mail of a row. A bare body gets the header fields that a mail needs, and only those that the row gives."""
    data = (case.folder / str(case.row["file"])).read_bytes()
    kind = str(case.row.get("input", "message/rfc822"))
    if kind != "message/rfc822":
        fields = {
            "From": "Minerva <minerva@example.org>",
            "To": "Robin <assistant@example.org>",
            "Date": "Fri, 20 Nov 2026 09:00:00 +0000",
            "Message-ID": "<row@example.org>",
            "Subject": re.sub(r"\s*\n\s*", " ", str(case.row.get("subject") or "")),
            "MIME-Version": "1.0",
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Transfer-Encoding": "8bit",
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        data = head.encode() + b"\r\n" + data
    return message.read(data, ARRIVED, trust=TRUST)


def same(one: str, other: str, *, spaces: bool = True) -> bool:
    """Whether two texts are equal but for white space: its runs are one space, or nothing where `spaces` is off."""
    return pressed(one, spaces=spaces) == pressed(other, spaces=spaces)


def pressed(text: str, *, spaces: bool = True) -> str:
    return (" " if spaces else "").join(text.split())
