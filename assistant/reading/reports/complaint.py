"""Complaints: somebody pressed "this is spam" or "unsubscribe", and their mail program told us (RFC 5965)."""

from __future__ import annotations

from assistant.mentoring.delivery import Complaint
from assistant.reading.mime.headers import Headers, message_ids
from assistant.reading.mime.parts import Part
from assistant.reading.reports.bounce import returned_ids

# Reports about signatures and policies are statistics (RFC 6591, RFC 7489), and one type takes a complaint back.
_NO_COMPLAINTS = frozenset({"auth-failure", "dmarc", "dkim", "dkim-failure", "not-spam"})


def is_feedback(root: Part) -> bool:
    """A feedback report of any type: a machine wrote it."""
    return root.params.get("report-type", "").lower() == "feedback-report" or _report(root) is not None


def read(headers: Headers, root: Part, text: str) -> Complaint | None:
    """The complaint that a mail is, or None."""
    report = _report(root)
    parts = list(root.walk())
    if report is not None:
        kind = Headers(report.payload.strip()).get("feedback-type").strip().lower()
        return None if kind in _NO_COMPLAINTS else Complaint(kind or "abuse", returned_ids(parts, text))
    subject = headers.text("subject").strip().lower()
    if subject.startswith("complaint about message from") and any(part.kind == "message/rfc822" for part in parts):
        return Complaint("abuse", returned_ids(parts, text))  # Outlook.com, Junk Mail Reporting Program
    submitted = headers.get("auto-submitted").strip().lower()
    if "x-apple-unsubscribe" in headers or (subject == "unsubscribe" and submitted.startswith("auto")):
        answered = (*message_ids(headers.get("in-reply-to")), *message_ids(headers.get("references")))
        return Complaint("unsubscribe", answered)
    return None


def _report(root: Part) -> Part | None:
    return next((part for part in root.walk() if part.kind == "message/feedback-report"), None)
