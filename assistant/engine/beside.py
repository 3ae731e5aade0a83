"""What a person wrote beside their calendar mail: their own words, without what the calendar program says itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.days import zone
from assistant.mentoring.schedule import actual_start
from assistant.mentoring.wish import ANY_TIME
from assistant.reading.answers.wishes import wishes
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


# "A day later" beside a meeting is counted from the meeting, not from today.
_COUNTED = re.compile(
    r"\b(?:an?|one|two|2|half an) (?:day|week|hour|month|fortnight)s? (?:later|earlier)\b"
    r"|\bthe (?:day|week) (?:after|before)\b",
    re.IGNORECASE,
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


def told(event: happened.Event, said: str, moment: Moment, book: Book) -> happened.Event:
    """The event with its sender's words; also with the times that they name beside it, and what these leave open."""
    if isinstance(event, happened.InviteAnswered):
        about = _about(event, moment, book)
        plain = _COUNTED.sub(" ", said)
        wish = wishes(said, moment, about) if about else ANY_TIME
        return replace(event, words=said, times=slots(plain, moment), wish=wish)
    if isinstance(event, happened.InviteReceived):
        return replace(event, words=said, times=slots(_COUNTED.sub(" ", said), moment))
    return event


def _about(event: happened.InviteAnswered, moment: Moment, book: Book) -> datetime | None:
    """The start (naive, the sender's clock) of the meeting that is answered: "that week" is counted from it."""
    meeting = book.find_meeting(event.answer.uid)
    if meeting is None:
        return None
    original = event.answer.recurrence and meeting.named(event.answer.recurrence)
    following = meeting.next(event.at)
    at = (actual_start(meeting, original) if original else None) or (following[1] if following else meeting.begins)
    return at.astimezone(zone(moment.zone)).replace(tzinfo=None)
