"""Bodies that were made to be slow, and every reader that gets to see a stranger's words.

Each family aims at one way in which regular expressions, recursion or repeated searching take more than linear time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from assistant.mentoring.facts import Machine
from assistant.reading import answer, command, forward, message, notes, reply
from assistant.reading import dates as when
from assistant.reading.dates import Moment
from assistant.reading.mime import html
from assistant.reading.trust import Authserv

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
MOMENT = Moment(NOW, "Europe/Madrid")
READING = command.Reading(
    now=NOW,
    zone="Europe/Madrid",
    protege="Ada Byron",
    people=(command.Known("minerva", "Minerva Marsh", ("minerva@example.org",)),),
    thread="minerva",
    answering="draft",
    codes=("K7Q2",),
)
FRESH = replace(READING, thread=None, answering="", codes=())  # a mail of its own: every sentence may be a wish
TRUST = Authserv("mx.example.org")
_AUTOMATIC = "Auto-Submitted: auto-replied\r\n"


def _mail(body: str, sender: str, subject: str, *, kind: str = "plain", more: str = "") -> bytes:
    head = (
        f"From: {sender}",
        "To: assistant@example.org",
        f"Subject: {subject}",
        "Date: Tue, 3 Mar 2026 09:00:00 +0000",
        "MIME-Version: 1.0",
        f"Content-Type: text/{kind}; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return "\r\n".join((*head, f"{more}", body)).encode("utf-8", "replace")


def _read(raw: bytes) -> Machine | None:
    return message.read(raw, NOW, trust=TRUST).machine


READERS: Mapping[str, Callable[[str], object]] = {
    "reply": reply.split,
    "forward": lambda body: forward.parse("Fwd: hello", body, ""),
    "html": lambda body: reply.split(html.to_text(body), html=True),
    "report": lambda body: _read(_mail(body, "MAILER-DAEMON@example.org", "Undelivered Mail Returned to Sender")),
    "absence": lambda body: _read(
        _mail(body, "m@example.org", "Out of office", more="Auto-Submitted: auto-replied\r\n")
    ),
    "message": lambda body: _read(_mail(body, "Ada <ada@example.org>", "Re: hello")),
    "page": lambda body: _read(_mail(body, "Ada <ada@example.org>", "Re: hello", kind="html")),
    "answer": lambda body: answer.answer(body, MOMENT),
    "command": lambda body: command.commands("", body, READING),
    "command of its own": lambda body: command.commands("", body, FRESH),
    "notes": lambda body: notes.notes(body, MOMENT, protege="Ada Byron", mentor="Minerva Marsh"),
    "dates": lambda body: (when.dates(body, MOMENT), when.due(body, MOMENT), when.recurrence(body)),
    "slots": lambda body: when.slots(body, MOMENT),
}


# What is repeated, by what it aims at.
PIECES = {
    '"On "': "On ",
    '"On … wrote" without an end': "On Mon, Mar 3, 2026 at 8:00 AM Ada <ada@example.org> ",
    '">"': ">",
    "spaces": " ",
    "spaces and one letter": " " * 998 + "x\n",
    "line breaks": "\n",
    "CRCRLF": "\r\r\n",
    "dashes": "-",
    "lines of dashes": "-----\n",
    "underscores and rules": "_____ -----Original Message---- ",
    '"From: a" lines': "From: a\n",
    '"From: a" in one line': "From: a ",
    "labels of a header block": "From: a@example.org\nSent: x\nTo: y\nSubject: z\n\n",
    "labels without values": "From:\nDate:\nTo:\nCc:\n",
    '"<"': "<",
    '"<a@" unclosed addresses': "<a@b ",
    "quotation marks": '"',
    "brackets": "([{",
    "tags unclosed": "<div><b>",
    "blockquotes nested": "<blockquote>x",
    "tables nested": "<table><tr><td>",
    "entities": "&amp;&#x27;&nbsp",
    "comments unclosed": "<!-- ",
    "one long word": "a",
    "one long line of words": "word ",
    '"wrote:"': "wrote: ",
    '"wrote:" lines': "Ada wrote:\n",
    "base64 lines": "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\n",
    "CJK colons": "发件人：收件人：日期：主题：",
    "CJK lines": "差出人：あ\n件名：い\n",
    "right-to-left marks": "\u200f\u202b>",
    "combining marks": "e\u0301\u0301\u0301",
    "digits": "1",
    "dates": "3/4 or 5.6. at 7, ",
    "days and times": "Tuesday at 10 or Wednesday 3pm, ",
    "half dates": "next the first of every 1 ",
    "negations": "not no never can't won't ",
    "conditions": "if she will if I would ",
    "bullets": "- [ ] x\n",
    "fields": "a: b: c: ",
    "numbered lines": "1. 2) ",
    "table rows": "| a | b ",
    "statuses": "5.1.1 550 <a@b.example> ",
    "delivery fields": "Final-Recipient: rfc822; a@b\nStatus: 5.\n\n",
    "addresses": "a.b+c-d@e-f.g.h.example ",
    "links": "http://a.example/" + "b" * 40 + "?",
    "until and back": "until back on the ",
    "names and colons": "Minerva: Lee: ",
    "private: words that begin a mark, in lines": "keep\n",
    "private: words that begin a mark": "keep this ",
    "private: negations": "don't ",
    "private: marked paragraphs": "private: she leaves\n\n",
    "private: marked items": "- private: x\n",
    "private: headings": "## Private\nshe leaves\n\n",
    "private: brackets in a line": "costs (private: she leaves) ",
    "private: brackets unclosed": "costs (private ",
    "private: tags": "[private]\nx\n[/private]\n",
    "private: things so called": "the private sector ",
    "private: marks that stand alone": "x\n\n(private)\n\n",
    "private: pictures in items": "- 🔒 x\n",
    "private: pictures that may say nothing": "oops 🙊 ",
}


def families(size: int) -> dict[str, str]:
    """A body of `size` characters for each family, by name."""
    made = {name: (piece * (size // len(piece) + 1))[:size] for name, piece in PIECES.items()}
    made["quotes, ever deeper"] = "\n".join(">" * (n % 500) + " x" for n in range(size // 250))[:size]
    made["private: a mark, and one long word"] = f"never tell her {'a' * size}"[:size]
    made["attributes of one tag"] = "<p " + 'a="b" ' * (size // 6) + ">"
    return made


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work keeps a core busy: the machine may have other work."""
    began = time.process_time()
    work()
    return time.process_time() - began
