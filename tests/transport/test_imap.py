"""ImapMailbox against a real Dovecot."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from servers import dovecot as real
from servers.dovecot import Dovecot
from servers.fixtures import not_installed
from servers.mailboxes import DovecotWorld, Given, imap_settings, mail
from servers.tls import make_certificate

from assistant.errors import MailboxLost, SignInRefused
from assistant.ports import Watermark
from assistant.transport.imap import ImapMailbox

pytestmark = pytest.mark.servers


def never() -> bool:
    return False


@pytest.fixture
def given(dovecot: Dovecot) -> Iterator[Given]:
    given = Given(DovecotWorld(dovecot))
    yield given
    given.close()


def mailbox(server: Dovecot, **more: Any) -> ImapMailbox:
    return ImapMailbox(imap_settings(server.host, server.imaps_port, **({"ca_file": server.ca_file} | more)))


@pytest.fixture
def other_ca(tmp_path: Path) -> Path:
    return make_certificate(tmp_path).cert


def test_mail_delivered_during_idle_ends_the_waiting(dovecot: Dovecot, given: Given) -> None:
    given.batches()
    timer = threading.Timer(0.3, dovecot.deliver, [mail("Hello")])
    timer.start()
    began = time.monotonic()
    given.mailbox.wait(60, never)
    timer.join()
    assert 0.25 < time.monotonic() - began < 10
    assert given.subjects() == ["Hello"]


def test_a_server_killed_during_idle_is_noticed_soon_and_found_again(dovecot: Dovecot, given: Given) -> None:
    given.mail("one")
    mark = given.read_all()
    timer = threading.Timer(0.3, dovecot.kill)
    timer.start()
    began = time.monotonic()
    with pytest.raises(MailboxLost):
        given.mailbox.wait(60, never)
    timer.join()
    assert time.monotonic() - began < 10
    with pytest.raises(MailboxLost):
        given.batches(mark)
    dovecot.start()
    given.mail("two")
    assert given.subjects(mark) == ["two"]


def test_a_server_stopped_between_two_calls_is_found_again(dovecot: Dovecot, given: Given) -> None:
    given.mail("one")
    mark = given.read_all()
    dovecot.restart()
    with pytest.raises(MailboxLost):
        given.batches(mark)
    assert given.batches(mark) == []


def test_a_changed_uidvalidity_is_noticed_on_a_kept_mailbox(dovecot: Dovecot, given: Given) -> None:
    given.mail("one", "two")
    mark = given.read_all()
    dovecot.renumber()
    with pytest.raises(MailboxLost):
        given.mailbox.wait(5, never)
    assert sorted(given.subjects(mark)) == ["one", "two"]


def test_a_wrong_password_is_refused(dovecot: Dovecot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="assistant")
    with pytest.raises(SignInRefused, match="refuses assistant@"):
        list(mailbox(dovecot, password=lambda: "hunter2").unread(Watermark()))
    assert "hunter2" not in caplog.text


def test_tls_with_our_own_authority(dovecot: Dovecot) -> None:
    box = mailbox(dovecot)
    assert "IMAP4REV1" in box.capabilities()
    box.close()


def test_starttls_with_our_own_authority(dovecot: Dovecot) -> None:
    box = ImapMailbox(
        imap_settings("localhost", dovecot.imap_port, security="starttls", ca_file=dovecot.ca_file, idle=False)
    )
    dovecot.append(mail("Hello"))
    assert [len(batch.mails) for batch in box.unread(Watermark())] == [1]
    box.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_another_authority_is_not_believed(dovecot: Dovecot, other_ca: Path, security: str) -> None:
    port = dovecot.imaps_port if security == "tls" else dovecot.imap_port
    box = ImapMailbox(imap_settings("127.0.0.1", port, security=security, ca_file=other_ca))
    with pytest.raises(MailboxLost, match="certificate is not trusted"):
        box.capabilities()
    assert dovecot.log().count("Login: user=") == 0


def test_a_certificate_that_nobody_signed_is_not_believed(dovecot: Dovecot) -> None:
    with pytest.raises(MailboxLost, match="certificate is not trusted"):
        mailbox(dovecot, ca_file=None).capabilities()


def test_thirty_megabytes_come_as_their_header(given: Given) -> None:
    raw = given.mail("large", body="x" * 998 + "\r\n")
    large = given.raw(mail("larger") + (b"y" * 998 + b"\r\n") * 30_000)
    small, got = given.unread()
    assert (small.raw, small.truncated) == (raw, False)
    assert (got.truncated, got.size) == (True, len(large))
    assert got.raw == mail("larger", body="")


def test_bytes_of_every_value_come_as_the_server_has_them(dovecot: Dovecot, given: Given) -> None:
    """IMAP forbids NUL in a literal (RFC 3501 §4.3.1), so Dovecot itself shows 0x80 in its place; the rest is exact."""
    garbage = bytes(value for value in range(256) if value not in b"\r\n") * 3 + b"\r\n"
    given.batches()
    place = dovecot.maildir() / "tmp" / "1.garbage"
    place.write_bytes(mail("odd", body="") + garbage)
    place.chmod(0o644)
    place.rename(dovecot.maildir() / "new" / "1.garbage")
    (got,) = given.unread()
    assert got.raw == mail("odd", body="") + garbage.replace(b"\0", b"\x80")


def test_the_folders_in_use_are_named(given: Given) -> None:
    assert isinstance(given.mailbox, ImapMailbox)
    assert given.mailbox.folders() == {"inbox": "INBOX", "sent": "Sent", "processed": None}
    given.mail()
    (batch,) = given.batches()
    given.mailbox.file([each.uid for each in batch.mails])
    assert given.mailbox.folders()["processed"] == "Processed"


@pytest.fixture
def bare_dovecot(dovecot: Dovecot) -> Iterator[Dovecot]:
    """A server that offers little, and keeps its folders below INBOX, as Courier does."""
    dovecot.close()
    more = "imap_capability = IMAP4rev1\nnamespace inbox {\n  separator = .\n  prefix = INBOX.\n}\n"
    with Dovecot(more=more) as server:
        yield server


def test_a_server_without_extensions_is_enough(bare_dovecot: Dovecot) -> None:
    world = DovecotWorld(bare_dovecot)
    given = Given(world, {"processed": "Gelesen Ünread"})
    given.mail("one", "two")
    (batch,) = given.batches()
    given.mailbox.file([each.uid for each in batch.mails])
    assert isinstance(given.mailbox, ImapMailbox)
    assert given.mailbox.folders() == {"inbox": "INBOX", "sent": "INBOX.Sent", "processed": "INBOX.Gelesen Ünread"}
    assert given.people_see("INBOX") == ["one", "two"]
    letter = mail("letter")
    given.mailbox.keep_sent(letter)
    assert list(given.mailbox.copies("<letter@example.org>")) == [letter]
    given.mail("three")
    assert given.subjects(batch.mark) == ["three"]
    given.close()


@pytest.mark.parametrize(
    ("name", "word"),
    [("assistant@example.org", 'a "quoted\\" word'), ("Robin the assistant", "secret"), ("ñandú", "contraseña")],
)
def test_names_and_passwords_of_any_characters_sign_in(name: str, word: str) -> None:
    if not real.installed():
        not_installed(real.MISSING)
    with Dovecot(users={name: word}, more="auth_username_chars =\nauth_username_format = %u\n") as server:
        settings = imap_settings(server.host, server.imaps_port, ca_file=server.ca_file, password=lambda: word)
        box = ImapMailbox(replace(settings, username=name))
        assert box.capabilities()
        box.close()
