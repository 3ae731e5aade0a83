"""One mail, from bytes to facts; whatever the bytes are."""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.mentoring.facts import Address, Machine, Mail
from assistant.reading.message import read as read_with
from assistant.reading.trust import Authserv, Dkim, Microsoft365, Nobody

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
HEAD = (
    b"Received: from a.example by mx.example.org for <assistant+k7q2@example.org>; Tue, 3 Mar 2026 08:00:01 +0000\r\n"
    b"From: Ada Byron <ada@example.org>\r\nTo: Robin <assistant+k7q2@example.org>\r\n"
    b"Subject: =?utf-8?q?Re:_Minerva_=C2=B7_mentoring?=\r\nDate: Tue, 3 Mar 2026 10:00:00 +0200\r\n"
    b"Message-ID: <1@mail.example.org>\r\nIn-Reply-To: <draft@example.org>\r\n"
    b"References: <a@example.org>\r\n <draft@example.org>\r\n"
)
MAIL = HEAD + b"\r\nSEND\r\n\r\nOn Tue, 3 Mar 2026 at 08:00, Robin <assistant@example.org> wrote:\r\n> Reply SKIP\r\n"


def read(raw: bytes) -> Mail:
    return read_with(raw, NOW, trust=Nobody())


def test_a_plain_reply_is_read() -> None:
    mail = read(MAIL)
    assert mail.sender == Address("ada@example.org", "Ada Byron")
    assert mail.to == (Address("assistant+k7q2@example.org", "Robin"),)
    assert mail.subject == "Re: Minerva · mentoring"
    assert mail.date == datetime(2026, 3, 3, 10, tzinfo=timezone(timedelta(hours=2)))
    assert (mail.message_id, mail.in_reply_to) == ("<1@mail.example.org>", "<draft@example.org>")
    assert mail.references == ("<a@example.org>", "<draft@example.org>")
    assert mail.delivered_to == ("assistant+k7q2@example.org",)
    assert (mail.new_text, mail.certain, mail.machine, mail.forward) == ("SEND", True, None, None)
    assert (mail.size, mail.problems) == (len(MAIL), ())


def test_the_key_is_that_of_the_mail_not_of_its_way() -> None:
    again = b"Delivered-To: x@example.org\r\nReceived: from b.example\r\nX-Spam: no\r\n" + MAIL
    unix = MAIL.replace(b"\r\n", b"\n")
    encoded = HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(MAIL.partition(b"\r\n\r\n")[2])
    assert {read(raw).key for raw in (again, unix, encoded)} == {read(MAIL).key}


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"SEND", b"SKIP"), (b"<1@", b"<2@"), (b"ada@", b"mallory@"), (b"10:00:00", b"10:00:01"), (b"To: R", b"To: T")],
)
def test_another_mail_has_another_key(old: bytes, new: bytes) -> None:
    assert read(MAIL.replace(old, new)).key != read(MAIL).key


def test_a_mail_without_anything_is_named() -> None:
    assert set(read(b"").problems) == {"no From", "no Date"}
    assert "two From" in read(b"From: a@example.org\nFrom: b@example.org\n\n").problems
    assert "unreadable Date" in read(b"From: a@example.org\nDate: Fri, 99 Foo 9999\n\n").problems
    assert (
        "unknown charset x-foo" in read(b"From: a@example.org\nContent-Type: text/plain; charset=x-foo\n\nhi").problems
    )


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Tue, 3 Mar 2026 09:00:00 -0000", "2026-03-03T09:00:00+00:00"),
        ("Tue, 3 Mar 2026 09:00:00", "2026-03-03T09:00:00+00:00"),
        ("3 Mar 2026 09:00 +0530 (IST)", "2026-03-03T09:00:00+05:30"),
        ("Tue, 3 Mar 0026 09:00:00 +9999", None),
        ("Tue, 3 Mar 1026 09:00:00 +0000", None),
    ],
)
def test_dates_are_aware_or_none(written: str, wanted: str | None) -> None:
    date = read(f"From: a@example.org\nDate: {written}\n\n".encode()).date
    assert (date.isoformat() if date else None) == wanted


def part(kind: str, body: str, *more: str) -> str:
    return "\r\n".join(["--b", f"Content-Type: {kind}", *more, "", body, ""])


def multi(kind: str, *parts: str) -> bytes:
    return (
        HEAD
        + f"MIME-Version: 1.0\r\nContent-Type: multipart/{kind}; boundary=b\r\n\r\n{''.join(parts)}--b--\r\n".encode()
    )


@pytest.mark.parametrize("end", ["--b--\r\n", ""])
def test_each_part_is_read_once_also_where_the_end_is_missing(end: str) -> None:
    body = f"{part('text/plain', 'one')}{part('text/plain', 'two')}{end}"
    mail = read(HEAD + f"Content-Type: multipart/mixed; boundary=b\r\n\r\n{body}".encode())
    assert mail.text.split() == ["one", "two"]
    assert mail.problems == (() if end else ("the end is missing",))


def test_plain_text_is_taken_before_html() -> None:
    assert read(multi("alternative", part("text/plain", "plain"), part("text/html", "<p>page"))).text == "plain"


def test_html_is_taken_where_the_plain_text_says_nothing() -> None:
    assert read(multi("alternative", part("text/plain", " \r\n-"), part("text/html", "<p>page"))).text == "page"
    assert read(multi("mixed", part("text/html", "<p>page"))).text == "page"


def test_html_helps_where_the_plain_quote_carries_no_marks() -> None:
    attribution = "On Tue, 3 Mar 2026 at 08:00, Robin <assistant@example.org> wrote:"
    page = f'SEND<blockquote type="cite">{attribution.replace("<", "&lt;")}<br>Reply SKIP</blockquote>'
    plain = part("text/plain", f"SEND\r\n\r\n{attribution}\r\n\r\nReply SKIP now")
    assert not read(multi("mixed", plain)).certain
    mail = read(multi("alternative", plain, part("text/html", page)))
    assert (mail.new_text, mail.certain) == ("SEND", True)


CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n"


def test_the_same_calendar_is_kept_once() -> None:
    mail = read(
        multi(
            "mixed",
            part("text/plain", "yes"),
            part("text/calendar; method=REPLY", CALENDAR),
            part(
                "application/ics; name=invite.ics",
                base64.encodebytes(CALENDAR.encode()).decode(),
                "Content-Transfer-Encoding: base64",
            ),
            part("application/octet-stream; name=other.ics", CALENDAR.replace("REPLY", "CANCEL")),
        )
    )
    assert [text.count("METHOD") for text in mail.calendars] == [1, 1]
    assert "\r" not in mail.calendars[0]


def test_files_that_hold_text_are_read() -> None:
    notes = part("text/plain; name*0*=utf-8''n%C3%B6tes; name*1=.txt", "ACTION: Ada", "Content-Disposition: attachment")
    image = part("image/png; name=../../logo.png", "AAAA", "Content-Transfer-Encoding: base64")
    mail = read(multi("mixed", part("text/plain", "see file"), notes, image))
    assert [(a.name, a.text, a.size) for a in mail.attachments] == [
        ("nötes.txt", "ACTION: Ada", 11),
        ("logo.png", None, 3),
    ]
    assert mail.text == "see file"


def test_an_attached_mail_is_a_forward() -> None:
    inner = "From: Minerva <minerva@example.org>\r\nSubject: Coffee\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000\r\n\r\nYes."
    found = read(multi("mixed", part("text/plain", "she said yes"), part("message/rfc822", inner))).forward
    assert found is not None
    assert (found.note, found.sender, found.subject, found.body) == (
        "she said yes",
        Address("minerva@example.org", "Minerva"),
        "Coffee",
        "Yes.",
    )


def test_forwarded_text_is_never_new() -> None:
    forwarded = (
        "---------- Forwarded message ---------\r\nFrom: Minerva <minerva@example.org>\r\nSubject: x\r\n\r\nSEND\r\n"
    )
    mail = read(HEAD.replace(b"Re:", b"Fwd:") + b"\r\n" + forwarded.encode())
    assert mail.forward is not None
    assert (mail.new_text, mail.forward.body) == ("", "SEND")


def test_flowed_text_is_joined() -> None:
    body = "a long line \r\nthat goes on\r\n> quoted \r\n> too\r\n From me\r\n-- \r\nAda\r\n"
    mail = read(HEAD + b'Content-Type: text/plain; format="flowed"\r\n\r\n' + body.encode())
    assert mail.text == "a long line that goes on\n> quoted too\nFrom me\n-- \nAda"
    assert mail.signature == "-- \nAda"


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("utf-8", "José"),
        ("iso-8859-1", "José"),
        ("windows-1252", "José"),
        ("gb2312", "你好"),
        ("iso-2022-jp", "日本"),
        ("utf-7", "José"),
    ],
)
def test_charsets_are_decoded(charset: str, data: str) -> None:
    raw = HEAD + f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode() + data.encode(charset)
    assert read(raw).text == data


def test_bytes_that_fit_no_charset_are_kept() -> None:
    mail = read(HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nJos\xe9\x00 \xa0x")
    assert mail.text == "José  x"
    assert mail.problems == ("text is not utf-8",)


def test_only_headers_say_nothing_certain() -> None:
    mail = read_with(HEAD, NOW, trust=Nobody(), truncated=True, size=90_000_000)
    assert (mail.truncated, mail.certain, mail.new_text, mail.size) == (True, False, "", 90_000_000)
    assert mail.subject == "Re: Minerva · mentoring"


def test_trust_is_asked() -> None:
    raw = b"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n" + MAIL
    assert read_with(raw, NOW, trust=Authserv("mx.example.org")).authenticated
    assert not read(raw).authenticated


def test_ten_thousand_parts_and_deep_nesting_are_cheap_and_named() -> None:
    began = time.perf_counter()
    many = read(HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nhi\r\n" * 10_000)
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000))
    nested = read(b"From: a@example.org\n" + deep)
    mails = read(b"Content-Type: message/rfc822\n\n" * 3000)
    assert time.perf_counter() - began < 10
    assert "more than 1000 parts" in many.problems
    assert "parts nested deeper than 20" in nested.problems
    assert mails.problems


TRUSTS = st.sampled_from([Nobody(), Authserv("mx.example.org"), Microsoft365(), Dkim(lambda *_, **__: b"")])
FRAGMENTS = st.sampled_from(
    [
        b"From: ",
        b"ada@example.org",
        b"\r\n",
        b"\n",
        b"\r",
        b"\0",
        b"\xff\xfe",
        b"=?utf-8?b?",
        b"=?x?q?=zz?=",
        b"?=",
        b"--b",
        b"--b--",
        b"Content-Type: multipart/mixed; boundary=b\r\n",
        b"Content-Type: message/rfc822\r\n",
        b"Content-Type: text/html\r\n",
        b"Content-Type: text/calendar\r\n",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
        b"Content-Type: message/delivery-status\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Transfer-Encoding: x-uuencode\r\n",
        b"Content-Disposition: attachment; filename*0*=x'y'%ff; filename*1=z.eml\r\n",
        b"Date: ",
        b"Tue, 3 Mar 2026 09:00:00 +0000",
        b"Subject: Undeliverable\r\n",
        b"Auto-Submitted: auto-replied\r\n",
        b"Final-Recipient: rfc822; a@b\r\n",
        b"Action: failed\r\n",
        b"until 31 Feb 2026",
        b"<div",
        b">",
        b"<blockquote>",
        b"\r\n\r\n",
        b"; charset=idna",
        b'; charset="x',
        b"DKIM-Signature: d=example.org; h=from",
        b"Authentication-Results: mx.example.org; dmarc=pass",
        b"-----Original Message-----\n",
        b"From: a@b.c\nTo: x\nSubject: y\n",
        b"> ",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FRAGMENTS | st.binary(max_size=20), max_size=40), TRUSTS, st.booleans())
def test_no_bytes_raise(pieces: list[bytes], trust: Nobody, truncated: bool) -> None:
    raw = b"".join(pieces)
    mail = read_with(raw, NOW, trust=trust, truncated=truncated)
    assert len(mail.key) == 40
    assert mail.key == read_with(raw, NOW, trust=trust, truncated=truncated).key


@given(st.binary(max_size=600), st.integers(0, len(MAIL)), st.integers(0, 60))
def test_no_mutated_mail_raises(noise: bytes, at: int, cut: int) -> None:
    read(MAIL[:at] + noise + MAIL[at + cut :])


def test_a_bounce_is_known_before_anything_else() -> None:
    assert (
        read(b"From: MAILER-DAEMON@example.org\nSubject: Undeliverable: x\nAuto-Submitted: auto-replied\n\n").machine
        is Machine.BOUNCE
    )
