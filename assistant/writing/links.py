"""Tap links: `mailto:` links that open a mail ready to send (RFC 6068), so that one tap answers from any client.

A tap opens a reply to the thread address whose body is the word (and the code). A tap marked `own` opens the letter
itself, from the protégé's mailbox to the person, with a Bcc to the thread address that starts the clock (L18).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

from assistant.mentoring.addresses import is_plain
from assistant.mentoring.letters import Tap

LONGEST = 1900  # Windows and several webmails cut a link at 2,048 characters or a little before


_LINE = re.compile(r"\[([^\]]+)\]  (mailto:\S+)")


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled link, as shown: a line in the text, a button in the twin."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OwnMail:
    """The letter that an `own` tap opens: to whom, its subject and its text."""

    to: str
    subject: str
    text: str


def mailto(to: str, subject: str, body: str, bcc: str = "") -> str:
    """A link that opens a mail. Everything is percent-encoded as UTF-8: spaces %20, line ends %0D%0A, + as %2B.

    Raises ValueError where `to` or `bcc` is not one plain address: a comma would add a recipient.
    """
    fields = [("bcc", _address(bcc))] if bcc else []
    if subject:
        fields.append(("subject", _encode(" ".join(subject.split()))))
    if body:
        fields.append(("body", _encode("\r\n".join(body.splitlines()))))
    query = "&".join(f"{name}={value}" for name, value in fields)
    return f"mailto:{_address(to)}" + (f"?{query}" if query else "")


def taps(
    wanted: Sequence[Tap], thread_address: str, subject: str, code: str = "", own: OwnMail | None = None
) -> tuple[Link, ...]:
    """The links of one mail, in order. `subject` is that of the thread; `own` is needed where a tap is `own`.

    A letter too long for a link (`LONGEST`) keeps recipient, Bcc and subject, and leaves the body empty: a placeholder
    might be sent as it is, an empty mail is noticed. Its label then says that the text is to be copied from above.
    """
    found = []
    for tap in wanted:
        if not tap.own:
            says = f"{tap.says} {code}" if code else tap.says
            found.append(Link(tap.label, mailto(thread_address, _answering(subject), says)))
            continue
        if own is None:
            raise ValueError("a link to the person needs the letter that it opens")
        whole = mailto(own.to, own.subject, own.text, thread_address)
        if len(whole) <= LONGEST:
            found.append(Link(tap.label, whole))
        else:
            found.append(Link(f"{tap.label}: copy the text above", mailto(own.to, own.subject, "", thread_address)))
    return tuple(found)


def lines(links: Sequence[Link]) -> str:
    """The links as they stand in the text part, one a line; the first ([Send]) apart from the others."""
    shown = [f"[{link.label}]  {link.url}" for link in links]
    return "\n".join([*shown[:1], "", *shown[1:]] if len(shown) > 1 else shown)


def parted(text: str) -> tuple[str, tuple[Link, ...]]:
    """A text that was worded here, and the links of its last lines: the reverse of `lines`, for the twin."""
    body = text.split("\n")
    found: list[Link] = []
    while body and (not body[-1] or _LINE.fullmatch(body[-1])):
        line = _LINE.fullmatch(body.pop())
        if line:
            found.append(Link(line[1], line[2]))
    return "\n".join(body), tuple(reversed(found))


def says(link: Link) -> str:
    """The words of the reply that a link opens."""
    return parse_qs(urlsplit(link.url).query).get("body", [""])[0].replace("\r\n", "\n")


def _answering(subject: str) -> str:
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"


def _encode(text: str) -> str:
    return quote(text, safe="")


def _address(email: str) -> str:
    if not is_plain(email):
        raise ValueError("a link needs one plain address")
    local, _, domain = email.rpartition("@")
    return f"{_encode(local)}@{_encode(domain)}"
