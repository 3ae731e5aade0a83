"""What a person wrote beside their calendar mail: their own words, without what the calendar program says itself."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.reading.dates import Moment, slots

# What calendar programs write around a person's words; "to stop receiving these emails" is not theirs.
_BELOW = re.compile(
    r"^.*(?:invitation from google|you are receiving|to stop receiving|has accepted|has declined"
    r"|(?:you have been|has) invited(?: you)? to|(?:event|meeting|invitation) has been (?:cancell?ed|updated|changed)"
    r"|has cancell?ed (?:this|the) |join (?:with google meet|zoom meeting|microsoft teams|the meeting)"
    r"|microsoft teams (?:meeting|need help)|is inviting you to a scheduled"
    r"|reply for [\w.+-]+@|view all guest info).*$"
    r"|^\s*(?:when|where|who|calendar|organi[sz]er|wann|wo|cuándo|dónde|quand|où)\s?:.*$|^\W*[-_~:*=.]{12,}\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def words(event: happened.Event, text: str) -> str:
    """A person's own words beside their calendar mail: a stop may stand there. text: the new text of the mail."""
    found = _BELOW.search(text)
    said = (text[: found.start()] if found else text).strip()
    comment = ""
    if isinstance(event, happened.InviteAnswered):
        comment = event.answer.comment.strip()
    elif isinstance(event, happened.InviteReceived):
        comment = event.invite.comment.strip()
    return said if comment in said else f"{comment}\n{said}".strip()


def told(event: happened.Event, said: str, moment: Moment) -> happened.Event:
    """The event with its sender's words; also with the times that they name beside it."""
    if isinstance(event, happened.InviteAnswered):
        return replace(event, words=said, times=slots(said, moment))
    if isinstance(event, happened.InviteReceived):
        return replace(event, words=said, times=slots(said, moment))
    return event
