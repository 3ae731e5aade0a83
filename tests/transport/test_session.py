"""Signing in, and losing the line: over servers that answer oddly."""

from __future__ import annotations

import base64
import imaplib
import logging
import ssl
from pathlib import Path
from typing import Any

import pytest
from servers.mailboxes import imap_settings
from servers.scripted_imap import Answer, ScriptedImap

from assistant.errors import ConfigError, MailboxLost, SecretError, SignInRefused
from assistant.ports import Watermark
from assistant.transport.imap import ImapMailbox
from assistant.transport.session import ImapSettings, plain

SECRET = "correct horse"


def mailbox(server: ScriptedImap, **more: Any) -> ImapMailbox:
    settings: dict[str, Any] = {"security": "none", "password": lambda: SECRET} | more
    return ImapMailbox(imap_settings(server.host, server.port, **settings))


def read(box: ImapMailbox) -> list[object]:
    return list(box.unread(Watermark()))


def test_a_refused_password_is_said_without_the_password() -> None:
    script: dict[str, Answer] = {"LOGIN": f"{{tag}} NO [AUTHENTICATIONFAILED] not with {SECRET}\r\n"}
    with ScriptedImap(script) as server, pytest.raises(SignInRefused) as caught:
        read(mailbox(server))
    assert "refuses assistant@example.org" in str(caught.value)
    assert SECRET not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_connection_lost_while_signing_in_is_no_refusal() -> None:
    with ScriptedImap({"LOGIN": None}) as server, pytest.raises(MailboxLost):
        read(mailbox(server))


def test_a_server_that_says_goodbye_while_signing_in_is_no_refusal() -> None:
    with ScriptedImap({"LOGIN": "* BYE too busy\r\n"}) as server, pytest.raises(MailboxLost):
        read(mailbox(server))


@pytest.mark.parametrize("code", ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"])
def test_a_passing_failure_to_sign_in_is_no_refusal(code: str) -> None:
    with ScriptedImap({"LOGIN": f"{{tag}} NO [{code}] later\r\n"}) as server, pytest.raises(MailboxLost):
        read(mailbox(server))


def test_a_password_that_cannot_be_had_is_a_refused_sign_in() -> None:
    def password() -> str:
        raise SecretError("password_file imap-password: No such file or directory")

    with ScriptedImap() as server, pytest.raises(SignInRefused, match="password_file"):
        read(mailbox(server, password=password))


def test_the_password_is_asked_at_every_sign_in() -> None:
    words = iter(("old", "new"))

    def answer(line: str) -> str:
        return "{tag} OK done\r\n" if "new" in line else "{tag} NO wrong\r\n"

    with ScriptedImap({"LOGIN": answer}) as server:
        box = mailbox(server, password=lambda: next(words))
        with pytest.raises(SignInRefused):
            read(box)
        assert read(box) == []
        box.close()


@pytest.mark.parametrize("secret", ["contraseña", "密码"])
def test_a_password_beyond_ascii_goes_by_authenticate(secret: str) -> None:
    with ScriptedImap({"AUTHENTICATE": "+ \r\n"}) as server:
        box = mailbox(server, password=lambda: secret)
        assert read(box) == []
        box.close()
        encoded = server.said[server.verbs().index("CONTINUED")]
    assert base64.b64decode(encoded).decode().split("\0") == ["", "assistant@example.org", secret]


def test_no_password_leaves_where_the_server_takes_none() -> None:
    script: dict[str, Answer] = {"CAPABILITY": "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n{tag} OK done\r\n"}
    with ScriptedImap(script) as server:
        with pytest.raises(SignInRefused, match="takes no password"):
            read(mailbox(server))
        assert not any(SECRET in line for line in server.said)


def test_no_password_leaves_when_starttls_is_not_offered() -> None:
    with ScriptedImap() as server:
        with pytest.raises(MailboxLost, match="STARTTLS"):
            read(mailbox(server, security="starttls"))
        assert "LOGIN" not in server.verbs()


def test_nothing_listening_is_a_lost_mailbox() -> None:
    with ScriptedImap() as server:
        port = server.port
    with pytest.raises(MailboxLost, match="refused"):
        read(ImapMailbox(imap_settings("127.0.0.1", port, security="none")))


@pytest.mark.parametrize("greeting", ["220 smtp.example.org ESMTP\r\n", "* BYE go away\r\n", None, b"\xff\x00\r\n"])
def test_what_does_not_speak_imap_is_a_lost_mailbox(greeting: str | bytes | None) -> None:
    with ScriptedImap(greeting=greeting) as server, pytest.raises(MailboxLost):
        read(mailbox(server))


@pytest.mark.parametrize(
    "answer",
    [
        "* SEARCH one two\r\n{tag} OK done\r\n",
        "* SEARCH 1\r\n* SEARCH 2\r\n{tag} OK done\r\n",
        "{tag} NO not now\r\n",
        "{tag} BAD what\r\n",
        "garbage\r\n",
        "* SEARCH " + "1 " * 600_000 + "\r\n{tag} OK done\r\n",
        None,
    ],
)
def test_an_answer_that_cannot_be_read_drops_the_connection_and_the_next_call_makes_a_new_one(
    answer: str | None,
) -> None:
    exists = "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n{tag} OK done\r\n"
    answers = iter((answer, "* SEARCH\r\n{tag} OK done\r\n"))
    with ScriptedImap({"EXAMINE": exists, "UID SEARCH": lambda _: next(answers)}) as server:
        box = mailbox(server)
        with pytest.raises(MailboxLost):
            read(box)
        assert read(box) == []
        assert server.verbs().count("LOGIN") == 2
        box.close()


def test_a_folder_without_uidvalidity_is_not_read() -> None:
    with ScriptedImap({"EXAMINE": "* 3 EXISTS\r\n{tag} OK done\r\n"}) as server:
        with pytest.raises(MailboxLost, match="no UIDVALIDITY"):
            read(mailbox(server))
        assert "UID SEARCH" not in server.verbs()


def test_a_missing_folder_is_named_by_the_server() -> None:
    script: dict[str, Answer] = {"EXAMINE": "{tag} NO [NONEXISTENT] no such mailbox\r\n"}
    with ScriptedImap(script) as server, pytest.raises(MailboxLost, match="NONEXISTENT"):
        read(mailbox(server, folder="Nowhere"))


def test_neither_log_nor_error_tells_the_password(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with ScriptedImap({"LOGIN": f"{{tag}} BAD LOGIN assistant@example.org {SECRET}\r\n"}) as server:
        box = mailbox(server)
        with pytest.raises((MailboxLost, SignInRefused)) as caught:
            read(box)
    assert SECRET not in str(caught.value)
    assert SECRET not in "".join(
        record.getMessage() for record in caplog.records if record.name.startswith("assistant")
    )


def test_settings_never_show_the_password() -> None:
    assert "password" not in repr(ImapSettings("imap.example.org", "assistant@example.org", lambda: SECRET))


@pytest.mark.parametrize("host", ["imap.example.org", "192.0.2.1", "localhost.example.org", "127.0.0.1.example.org"])
def test_a_plain_connection_beyond_this_machine_is_refused(host: str) -> None:
    with pytest.raises(ConfigError, match="only loopback"):
        imap_settings(host, 143, security="none")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "127.8.8.8"])
def test_a_plain_connection_within_this_machine_is_allowed(host: str) -> None:
    assert imap_settings(host, 143, security="none").host == host


def test_an_unknown_security_is_refused() -> None:
    with pytest.raises(ConfigError, match="tls, starttls or none"):
        imap_settings("localhost", 143, security="ssl")


def test_a_ca_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("no certificate\n")
    for path in (empty, tmp_path / "missing.pem"):
        with pytest.raises(ConfigError, match=path.name):
            ImapMailbox(imap_settings("imap.example.org", 993, ca_file=path))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionResetError(104, "Connection reset by peer"), "Connection reset by peer"),
        (TimeoutError("timed out"), "timed out"),
        (imaplib.IMAP4.abort("unexpected response: b'Dear Ada, this is private'"), "unexpected response"),
        (imaplib.IMAP4.error("select failed: two\r\nlines\x1b[2J"), "select failed: two lines [2J"),
        (imaplib.IMAP4.error(""), "error"),
        (ValueError("Dear Ada"), "an answer could not be read (ValueError)"),
        (ssl.SSLError(1, "[SSL] wrong version number"), "[SSL] wrong version number"),
    ],
)
def test_errors_become_one_line_without_any_mail(error: Exception, said: str) -> None:
    assert plain(error) == said
