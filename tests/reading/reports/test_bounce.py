"""Bounces: which mail did not arrive, for whom, and why. `bounces/` holds a report by each family of mail systems."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.delivery import Bounce, Cause, Failure
from assistant.mentoring.facts import Machine, Mail
from assistant.reading.message import read as read_with
from assistant.reading.trust import Nobody

REPORTS = sorted((Path(__file__).parent / "bounces").glob("*.txt"))
SYSTEM = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\nTo: assistant@example.org\n"
PERSON = "Return-Path: <ada@example.org>\nFrom: Ada <ada@example.org>\nTo: assistant@example.org\n"
REFUSED = "<minerva@example.org>: host mx.example.org said: 550 5.1.1 User unknown (in reply to RCPT TO command)"


def read(text: str) -> Mail:
    raw = text.replace("\n", "\r\n").encode("utf-8", "replace")
    return read_with(raw, datetime(2026, 3, 3, 9, tzinfo=UTC), trust=Nobody())


def bounce_of(text: str) -> Bounce:
    found = read(text).bounce
    assert found is not None
    return found


def report(*groups: str, text: str = "It could not be delivered.", fields: str = SYSTEM) -> str:
    """A delivery report with these groups of fields about recipients."""
    status = "\n\n".join(("Reporting-MTA: dns; mx.example.org", *groups))
    return (
        f"{fields}Subject: Report\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        f"--b\n\n{text}\n\n--b\nContent-Type: message/delivery-status\n\n{status}\n\n"
        "--b\nContent-Type: message/rfc822\n\nMessage-ID: <ours@example.org>\nTo: minerva@example.org\n\nHi\n--b--\n"
    )


def group(who: str = "minerva@example.org", action: str = "failed", status: str = "5.1.1", said: str = "") -> str:
    diagnostic = f"\nDiagnostic-Code: smtp; {said}" if said else ""
    return f"Final-Recipient: rfc822; {who}\nAction: {action}\nStatus: {status}{diagnostic}"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_tells_who_why_and_whether_trying_again_helps(path: Path) -> None:
    wanted, _, mail = path.read_text("utf-8").partition("\n")
    recipients, cause, again = wanted.split(" | ")
    found = bounce_of(mail)
    first = found.failures[0]
    assert found.recipients == tuple(recipients.split())
    assert first.cause.name == cause
    assert ("delayed" if first.delayed else "hard" if found.permanent else "soft") == again
    if "<ours@example.org>" in mail:
        assert found.message_ids == ("<ours@example.org>",)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("prefix", ["Fwd: ", "Re: ", "WG: ", ""])
def test_a_person_who_sends_us_a_bounce_has_written_to_us(path: Path, prefix: str) -> None:
    _, _, mail = path.read_text("utf-8").partition("\n")
    body = mail.partition("\n\n")[2]
    for line in ("---------- Forwarded message ---------", ""):
        told = f"This came back, what now?\n\n{line}\n{body}"
        assert read(f"{PERSON}Subject: {prefix}Undelivered Mail Returned to Sender\n\n{told}").bounce is None


def test_each_recipient_has_an_outcome_of_their_own() -> None:
    found = bounce_of(
        report(
            group("lee@example.org", "delayed", "4.4.1", "connection timed out"),
            group(said="550 5.1.1 no such user"),
            group("ben@example.org", "delivered", "2.0.0"),
        )
    )
    assert found.recipients == ("minerva@example.org", "lee@example.org")
    minerva, lee = found.failures
    assert (minerva.permanent, minerva.cause, minerva.reason) == (True, Cause.NO_USER, "550 5.1.1 no such user")
    assert (lee.permanent, lee.delayed, lee.status) == (False, True, "4.4.1")
    assert found.about("lee@example.org") is lee
    assert found.about("ben@example.org") is None


def test_who_was_redirected_is_found_by_the_address_that_was_written_to() -> None:
    redirected = "Original-Recipient: rfc822;minerva@example.org\n" + group("m.marsh@example.org")
    found = bounce_of(report(redirected))
    assert found.recipients == ("m.marsh@example.org",)
    assert found.about("minerva@example.org") == Failure(
        "m.marsh@example.org", True, False, "5.1.1", Cause.NO_USER, "", "minerva@example.org"
    )


@pytest.mark.parametrize(
    "value",
    [
        "rfc822; <Minerva@Example.org>",
        "rfc822;minerva@example.org (Minerva)",
        "minerva@example.org",
        "X400; c=US;a= ;p=Example;dda:SMTP=minerva@example.org;",
        "utf-8; minerva@example.org",
    ],
)
def test_a_recipient_is_read_in_any_notation(value: str) -> None:
    assert bounce_of(report(f"Final-Recipient: {value}\nAction: failed\nStatus: 5.1.1")).recipients == (
        "minerva@example.org",
    )


def test_a_program_or_a_name_without_host_gives_way_to_the_address_written_to() -> None:
    local = "Original-Recipient: rfc822;minerva@example.org\nFinal-Recipient: LOCAL;|/usr/bin/procmail\nAction: failed"
    assert bounce_of(report(local)).recipients == ("minerva@example.org",)
    inner = "Original-Recipient: rfc822;minerva@example.org\n" + group("@mx.example.org:minerva@server")
    assert bounce_of(report(inner)).recipients == ("minerva@example.org",)


def test_a_report_of_success_is_no_bounce() -> None:
    assert read(report(group(action="delivered", status="2.0.0"))).bounce is None
    assert read(report(group(action="relayed", status="2.0.0"))).bounce is None


def test_a_report_that_names_nobody_is_about_whom_the_returned_mail_went_to() -> None:
    empty = report(text="--- Delivery report unavailable ---").replace("Subject: Report", "Subject: Undelivered Mail")
    assert bounce_of(empty).recipients == ("minerva@example.org",)


def test_the_one_who_reads_the_report_is_not_the_one_who_failed() -> None:
    text = "Hello assistant@example.org,\n\nthe group may not exist.\n\n----- Original message -----\n\n"
    returned = "Received: by x\nMessage-ID: <ours@example.org>\nTo: group@example.org\n\nHi\n"
    found = bounce_of(f"{SYSTEM}Subject: Delivery Status Notification (Failure)\n\n{text}{returned}")
    assert found.recipients == ("group@example.org",)


@pytest.mark.parametrize("kind", ["displayed", "deleted"])
def test_a_receipt_is_no_bounce(kind: str) -> None:
    receipt = (
        "From: Minerva <minerva@example.org>\nTo: assistant@example.org\nSubject: Not read: Coffee\n"
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n"
        "--b\n\nYour message was deleted without being read.\n\n--b\nContent-Type: message/disposition-notification\n\n"
        f"Final-Recipient: rfc822; minerva@example.org\nDisposition: manual-action/MDN-sent-manually; {kind}\n\n--b--\n"
    )
    assert read(receipt).machine is Machine.AUTO_REPLY


def test_a_sieve_script_that_rejects_is_a_bounce() -> None:
    rejected = (
        "From: Mail Delivery Subsystem <postmaster@example.org>\nSubject: Automatically rejected mail\n"
        "Auto-Submitted: auto-replied (rejected)\n"
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n"
        "--b\n\nYour message to <minerva@example.org> was automatically rejected:\nQuota exceeded\n\n"
        "--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; minerva@example.org\n\n--b--\n"
    )
    found = bounce_of(rejected)
    assert (found.recipients, found.failures[0].cause) == (("minerva@example.org",), Cause.FULL)


@pytest.mark.parametrize(
    "text",
    [
        "I am away until 13 March. Mail to lee@example.org is not delivered to me.",
        "This mailbox is no longer in use. Please write to lee@example.org.",
        "Ich bin nicht im Büro. Ihre Nachricht wird nicht weitergeleitet. In dringenden Fällen: lee@example.org",
    ],
)
def test_an_absence_without_return_path_is_no_bounce(text: str) -> None:
    fields = "Return-Path: <>\nFrom: Minerva <minerva@example.org>\nTo: assistant@example.org\n"
    assert read(f"{fields}Auto-Submitted: auto-replied\nSubject: Automatic reply: Coffee\n\n{text}\n").bounce is None


def test_a_report_whose_parts_cannot_be_cut_is_read_as_it_came() -> None:
    torn = report(group(said="550 5.1.1 no such user")).replace("boundary=b", "boundary=other")
    found = bounce_of(torn)
    assert (found.recipients, found.permanent) == (("minerva@example.org",), True)


def test_what_the_mail_that_came_back_says_is_not_what_the_report_says() -> None:
    returned = (
        "--- Below this line is a copy of the message.\n\nFrom: ada@example.org\n\n<lee@example.org>: 550 5.1.1 no\n"
    )
    found = bounce_of(f"{SYSTEM}Subject: failure notice\n\n<minerva@example.org>:\nmailbox is full\n\n{returned}")
    assert (found.recipients, found.permanent) == (("minerva@example.org",), False)


def test_a_session_that_fails_after_all_recipients_were_accepted_is_about_all_of_them() -> None:
    session = (
        " In: RCPT TO:<minerva@example.org>\n Out: 250 2.1.5 Ok\n In: RCPT TO:<lee@example.org>\n Out: 250 2.1.5 Ok\n"
        " In: DATA\n Out: 354 go on\n Out: 451 4.3.0 Error: queue file write error\n"
    )
    found = bounce_of(f"{SYSTEM}Subject: Postfix SMTP server: errors from mx\n\n{session}")
    assert (found.recipients, found.status) == (("minerva@example.org", "lee@example.org"), "4.3.0")


PIECES = [
    *(
        REFUSED,
        "<lee@example.org>",
        "RCPT TO:<a@example.org>",
        "550 5.1.1 no",
        "Action: failed",
        "",
        "Received: by x",
        "\0",
    ),
    *("Final-Recipient: rfc822; a@example.org", "----- Original message -----", "Message-ID: <ours@example.org>"),
]
SAID = st.lists(st.sampled_from(PIECES) | st.text(max_size=40), max_size=12)


@given(SAID, st.sampled_from([SYSTEM, PERSON, ""]), st.text(max_size=30))
def test_nothing_raises_and_every_failure_is_a_recipient(lines: list[str], fields: str, subject: str) -> None:
    subject = " ".join(subject.split())
    found = read(f"{fields}Subject: {subject}\n\n" + "\n".join(lines)).bounce
    if found is not None:
        assert tuple(dict.fromkeys(one.recipient for one in found.failures)) == found.recipients
        assert found.permanent in {one.permanent for one in found.failures} or not found.failures


@given(st.lists(st.tuples(st.sampled_from(["failed", "delayed", "delivered"]), st.booleans()), min_size=1, max_size=5))
def test_a_well_formed_report_is_read_to_the_letter(groups: list[tuple[str, bool]]) -> None:
    names = [f"u{number}@example.org" for number in range(len(groups))]
    written = [
        group(name, action, {"failed": "5.1.1", "delayed": "4.4.1", "delivered": "2.0.0"}[action], "x" if said else "")
        for name, (action, said) in zip(names, groups, strict=True)
    ]
    found = read(report(*written)).bounce
    failed = [name for name, (action, _) in zip(names, groups, strict=True) if action == "failed"]
    delayed = [name for name, (action, _) in zip(names, groups, strict=True) if action == "delayed"]
    if not failed and not delayed:
        assert found is None
    else:
        assert found is not None
        assert found.recipients == (*failed, *delayed)
        assert [one.permanent for one in found.failures] == [True] * len(failed) + [False] * len(delayed)


@pytest.mark.parametrize(
    "hostile",
    [
        "a@" * 50_000,
        "<a@example.org>: 550 x\n" * 4300,
        "RCPT TO:<a@example.org>\n" * 4000,
        "Final-Recipient: rfc822; a@example.org\nAction: failed\n\n" * 1800,
        "".join(f"<u{number}@example.org>: 550 5.1.1 no\n" for number in range(2800)),
        ("domain host user mailbox " * 40 + "\n") * 100,
        "5.1.1 550 " * 10_000,
        "Received: a\n" * 8300,
        '"' * 100_000,
    ],
    ids=["at", "list", "session", "groups", "many", "words", "codes", "fields", "quotes"],
)
def test_a_hostile_body_is_read_in_no_time(hostile: str) -> None:
    mail = f"{SYSTEM}Subject: Undelivered Mail Returned to Sender\n\n{hostile}"
    read(mail[:500])  # the words are loaded once
    began = process_time()
    read(mail)
    assert process_time() - began < 1  # 0.2 s and less on an idle machine
