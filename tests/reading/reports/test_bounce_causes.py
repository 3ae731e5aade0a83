"""Why a mail came back, by code and words, and whether the address is to blame."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.delivery import Cause
from assistant.reading.reports.bounce_causes import cause, status

AT_RCPT = " (in reply to RCPT TO command)"
AT_DATA = " (in reply to end of DATA command)"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            f"550 5.1.1 address: Recipient address rejected: User unknown in local recipient table{AT_RCPT}",
            Cause.NO_USER,
        ),
        ("550 5.4.1 Recipient address rejected: Access denied", Cause.NO_USER),
        ("550 5.1.1 inactive email address", Cause.NO_USER),
        (
            "Host or domain name not found. Name service error for name=example.org type=MX: Host not found",
            Cause.NO_HOST,
        ),
        ("Name service error for domain example.org: Host not found, try again", Cause.NETWORK),
        ("The domain example.org doesn't receive email according to the administrator", Cause.NO_MAIL),
        ("551 5.1.6 recipient no longer on server", Cause.MOVED),
        ("550 5.2.1 The email account that you tried to reach is inactive", Cause.DISABLED),
        ("550 Mailbox is frozen", Cause.DISABLED),
        ("552 5.2.2 The user's mailbox is over quota", Cause.FULL),
        ("552 5.3.4 Message size exceeds fixed limit", Cause.TOO_LARGE),
        ("450 4.7.1 Connection rate limit exceeded", Cause.BUSY),
        ("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using rbl.example.org", Cause.BLOCKED),
        ("550 5.7.25 The IP address sending this message does not have a PTR record", Cause.BLOCKED),
        ("550 5.7.26 This mail has been blocked because the sender is unauthenticated (SPF, DKIM)", Cause.UNPROVEN),
        ("554 5.7.1 rejected due to example.org's DMARC policy", Cause.UNPROVEN),
        ("553 5.1.8 sender... Domain of sender address does not exist", Cause.SENDER),
        ("554 5.7.1 address: Relay access denied", Cause.RELAY),
        ("554 5.7.0 Reject, id=20025-09 - SPAM", Cause.SPAM),
        ("550 Virus Detected; Content Rejected", Cause.VIRUS),
        ("550 5.7.0 Local Policy Violation", Cause.POLICY),
        ("554 4.4.7 Message expired: unable to deliver in 840 minutes", Cause.EXPIRED),
        ("connect to mx.example.org[192.0.2.9]:25: No route to host", Cause.NETWORK),
        ("451 4.3.0 Error: queue file write error", Cause.SYSTEM),
        ("550 5.6.0 Recipient address rejected: Media error", Cause.CONTENT),
        ("550 5.1.1 Refused due to recipient preferences", Cause.FILTERED),
        ("", Cause.UNKNOWN),
    ],
)
def test_the_words_and_the_code_tell_why(said: str, wanted: Cause) -> None:
    assert cause(status("", said), said) is wanted


@pytest.mark.parametrize(
    ("code", "said", "wanted"),
    [
        ("5.0.0", f"550 Unknown user{AT_RCPT}", Cause.NO_USER),
        ("5.0.0", f"550 Unknown user{AT_DATA}", Cause.FILTERED),
        ("5.2.0", "550 Unknown user", Cause.FILTERED),
        ("5.1.1", f"550 Unknown user{AT_DATA}", Cause.NO_USER),
        ("5.0.0", "550 Unknown user", Cause.FILTERED),
        ("5.0.0", "User minerva not listed in Domino Directory", Cause.NO_USER),
    ],
)
def test_who_is_unknown_only_after_the_data_was_filtered(code: str, said: str, wanted: Cause) -> None:
    assert cause(code, said) is wanted


def test_only_a_bad_address_is_hard() -> None:
    hard = [one for one in Cause if one.hard]
    assert hard == [Cause.NO_USER, Cause.NO_HOST, Cause.MOVED, Cause.NO_MAIL]


@pytest.mark.parametrize(
    ("written", "said", "wanted"),
    [
        ("5.1.1", "550 no", "5.1.1"),
        ("5.0.0", "550 5.1.1 no", "5.1.1"),
        ("5.0.0 (permanent failure)", "5.1.0 - Unknown address error 550-'5.2.2 Mailbox Full'", "5.2.2"),
        ("4.4.7", "450 4.7.1 Access denied", "4.7.1"),
        ("", "550 no", "5.0.0"),
        ("", "ERROR_CODE :421, host not reachable", "4.0.0"),
        ("", "sent at 12:45 by 10.5.5.1 on 2026-03-03", ""),
        ("2.0.0", "", "2.0.0"),
        ("", "", ""),
    ],
)
def test_the_most_telling_code_wins(written: str, said: str, wanted: str) -> None:
    assert status(written, said) == wanted


@given(st.text(max_size=200), st.text(max_size=200))
def test_nothing_raises(written: str, said: str) -> None:
    code = status(written, said)
    assert code == "" or code[0] in "245"
    assert cause(code, said, written) in Cause
