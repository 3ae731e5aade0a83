from __future__ import annotations

import imaplib
from datetime import UTC, datetime

import pytest

from assistant.demo.imap_server import EmbeddedImap

ADA, BEN = "ada@example.org", "ben@example.org"


def sign_in(server: EmbeddedImap, user: str, password: str = "secret") -> imaplib.IMAP4:
    client = imaplib.IMAP4(server.host, server.port, timeout=20)
    client.login(user, password)
    return client


def test_what_is_delivered_is_there_for_its_user_only(embedded_imap: EmbeddedImap) -> None:
    raw = b"Subject: hi\r\n\r\n\xff\x00 Hi Ada\r\n"
    embedded_imap.deliver(ADA, raw, at=datetime(2026, 3, 3, 9, tzinfo=UTC))
    with sign_in(embedded_imap, ADA) as client:
        assert client.select()[1] == [b"1"]
        assert b"03-Mar-2026 09:00:00 +0000" in client.fetch("1", "INTERNALDATE")[1][0]
    with sign_in(embedded_imap, BEN) as client:
        assert client.select()[1] == [b"0"]
    assert embedded_imap.mails(ADA) == [raw]
    assert embedded_imap.mails(ADA, "Nowhere") == []


def test_flags_can_be_looked_at(embedded_imap: EmbeddedImap) -> None:
    embedded_imap.deliver(ADA, b"Subject: hi\r\n\r\n")
    with sign_in(embedded_imap, ADA) as client:
        client.select()
        client.store("1", "+FLAGS", r"(\Seen)")
    assert embedded_imap.flags(ADA) == [{r"\Seen"}]


def test_a_wrong_password_is_refused(embedded_imap: EmbeddedImap) -> None:
    with pytest.raises(imaplib.IMAP4.error):
        sign_in(embedded_imap, ADA, "wrong")


def test_another_uidvalidity_keeps_the_mails(embedded_imap: EmbeddedImap) -> None:
    embedded_imap.deliver(ADA, b"Subject: hi\r\n\r\n")
    seen = set()
    for _ in range(2):
        with sign_in(embedded_imap, ADA) as client:
            assert client.select()[1] == [b"1"]
            seen.add(client.response("UIDVALIDITY")[1][0])
        embedded_imap.renumber(ADA)
    assert len(seen) == 2


def test_hanging_up_cuts_every_connection(embedded_imap: EmbeddedImap) -> None:
    client = sign_in(embedded_imap, ADA)
    embedded_imap.hang_up()
    with pytest.raises((imaplib.IMAP4.abort, OSError)):
        client.noop()
    client.shutdown()


def test_a_closed_server_is_gone_and_closing_twice_is_no_fault() -> None:
    server = EmbeddedImap({ADA: "secret"})
    client = sign_in(server, ADA)
    server.close()
    server.close()
    with pytest.raises(OSError, match="refused"):
        imaplib.IMAP4(server.host, server.port)
    client.shutdown()


def test_a_port_that_is_taken_is_an_error(embedded_imap: EmbeddedImap) -> None:
    with pytest.raises(RuntimeError, match="did not start"):
        EmbeddedImap({}, port=embedded_imap.port)
