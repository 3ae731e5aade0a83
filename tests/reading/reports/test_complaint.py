"""Complaints: the button "this is spam" (RFC 5965) and the button "unsubscribe"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.mentoring.delivery import Complaint
from assistant.mentoring.facts import Machine, Mail
from assistant.reading.message import read as read_with
from assistant.reading.trust import Nobody


def read(text: str) -> Mail:
    return read_with(text.replace("\n", "\r\n").encode(), datetime(2026, 3, 3, 9, tzinfo=UTC), trust=Nobody())


def feedback(kind: str) -> Mail:
    return read(
        "From: feedback@example.org\nTo: assistant@example.org\nSubject: FW: Coffee\n"
        "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n"
        "--b\n\nThis is an email abuse report.\n\n"
        f"--b\nContent-Type: message/feedback-report\n\nFeedback-Type: {kind}\nUser-Agent: ARF/1.0\nVersion: 1\n\n"
        "--b\nContent-Type: message/rfc822\n\nMessage-ID: <ours@example.org>\nTo: minerva@example.org\n\nHi\n--b--\n"
    )


@pytest.mark.parametrize("kind", ["abuse", "fraud", "opt-out", "other"])
def test_a_feedback_report_is_a_complaint_about_what_it_returns(kind: str) -> None:
    mail = feedback(kind)
    assert mail.machine is Machine.COMPLAINT
    assert mail.complaint == Complaint(kind, ("<ours@example.org>",))
    assert (mail.bounce, mail.forward) == (None, None)


@pytest.mark.parametrize("kind", ["auth-failure", "not-spam", "dmarc"])
def test_a_report_about_signatures_is_no_complaint(kind: str) -> None:
    mail = feedback(kind)
    assert (mail.machine, mail.complaint, mail.bounce) == (Machine.AUTO_REPLY, None, None)


def test_a_mail_program_that_unsubscribes_its_owner_complains() -> None:
    mail = read(
        "From: Minerva <minerva@example.org>\nTo: assistant@example.org\nSubject: unsubscribe\n"
        "In-Reply-To: <ours@example.org>\nAuto-Submitted: auto-replied\nX-Apple-Unsubscribe: true\n\n"
        "Apple Mail sent this email to unsubscribe from the message.\n"
    )
    assert mail.complaint == Complaint("unsubscribe", ("<ours@example.org>",))


def test_a_person_who_writes_unsubscribe_is_read_as_a_person() -> None:
    mail = read(
        "From: Minerva <minerva@example.org>\nTo: assistant@example.org\nSubject: unsubscribe\n\nPlease stop.\n"
    )
    assert (mail.machine, mail.complaint) == (None, None)


def test_a_complaint_of_the_junk_mail_reporting_program_is_one() -> None:
    mail = read(
        "From: staff@hotmail.com\nTo: assistant@example.org\nSubject: complaint about message from 192.0.2.1\n"
        "Content-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: message/rfc822\n\nMessage-ID: <ours@example.org>\n\nHi\n--b--\n"
    )
    assert mail.complaint == Complaint("abuse", ("<ours@example.org>",))
