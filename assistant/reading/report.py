"""Mail that no person wrote to us: complaints and bounces first, then absences, other automatic replies, lists.

A bounce is known by RFC 3464 first, then by its words (`bounce.py`). X-Auto-Response-Suppress alone is no evidence:
Exchange puts it on mail that people wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.mentoring.delivery import Bounce, Complaint
from assistant.mentoring.facts import Absence, Machine, Notice
from assistant.reading.mime.headers import Headers, addresses, date_of
from assistant.reading.mime.parts import Part
from assistant.reading.reports import absence, automatic, bounce, complaint

# What a mailbox says about its owner, not about the mail that it got.
_OF_PEOPLE = frozenset({Notice.AWAY, Notice.LEFT, Notice.MOVED})


@dataclass(frozen=True, slots=True)
class Report:
    """What kind of machine wrote a mail: `machine` is None for a person."""

    machine: Machine | None = None
    bounce: Bounce | None = None
    complaint: Complaint | None = None
    absence: Absence | None = None


def classify(headers: Headers, root: Part, raw: bytes, text: str, own: Iterable[str]) -> Report:
    """`text` is the body's text; `own` are the addresses of sender and recipients, who are nobody's deputy."""
    complained = complaint.read(headers, root, text)
    if complained:
        return Report(Machine.COMPLAINT, complaint=complained)
    if complaint.is_feedback(root):
        return Report(Machine.AUTO_REPLY)
    found = bounce.read(headers, root, raw, text)
    if found:
        return Report(Machine.BOUNCE, found)
    senders = addresses(headers.all("from"))
    sender = senders[0] if len(senders) == 1 else None
    program = automatic.is_automatic(headers, root)
    no_reply = automatic.is_no_reply(headers)
    written = date_of(headers.get("date"))
    subject = headers.text("subject")
    listed = automatic.is_list(headers)
    told = None if listed else absence.read(subject, text, sender, own, written, automatic=program or no_reply)
    if told is not None and told.kind in _OF_PEOPLE and (program or not no_reply):
        return Report(Machine.ABSENCE, absence=told)
    if listed:
        return Report(Machine.LIST)
    if program or no_reply or told is not None or absence.is_automatic_subject(subject):
        return Report(Machine.AUTO_REPLY, absence=told)
    return Report()
