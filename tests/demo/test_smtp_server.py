import smtplib
import socket

import pytest

from assistant.demo.smtp_server import EmbeddedSmtp, Submitted

LETTER = b"From: ada@example.org\r\nTo: assistant@example.org\r\nSubject: Hello\r\n\r\n.dot\r\n"


def hand_in(server: EmbeddedSmtp, sender: str = "ada@example.org") -> None:
    with smtplib.SMTP(server.host, server.port, timeout=10) as client:
        client.sendmail(sender, ["assistant@example.org", "ben@example.org"], LETTER)


def test_what_is_submitted_is_told_before_the_client_hears_yes() -> None:
    mails: list[Submitted] = []
    with EmbeddedSmtp(mails.append) as server:
        hand_in(server)
        assert mails == [Submitted("ada@example.org", ("assistant@example.org", "ben@example.org"), LETTER)]


def test_the_null_sender_is_an_empty_one() -> None:
    mails: list[Submitted] = []
    with EmbeddedSmtp(mails.append) as server:
        hand_in(server, sender="")
    assert mails[0].sender == ""


def test_two_servers_find_two_free_ports() -> None:
    with EmbeddedSmtp(print) as one, EmbeddedSmtp(print) as other:
        assert len({0, one.port, other.port}) == 3


def test_a_taken_port_is_told_at_the_start() -> None:
    with EmbeddedSmtp(print) as server, pytest.raises(OSError, match=str(server.port)):
        EmbeddedSmtp(print, port=server.port).start()


def test_a_mail_that_cannot_be_delivered_stays_with_its_sender() -> None:
    def full(_mail: Submitted) -> None:
        raise RuntimeError("no room")

    with EmbeddedSmtp(full) as server, pytest.raises(smtplib.SMTPDataError) as refused:
        hand_in(server)
    assert refused.value.smtp_code == 451


def test_nobody_submits_without_the_password() -> None:
    mails: list[Submitted] = []
    with EmbeddedSmtp(mails.append, user="ada", password="dots and lines") as server:
        with pytest.raises(smtplib.SMTPSenderRefused) as refused:
            hand_in(server)
        assert refused.value.smtp_code == 530
        with smtplib.SMTP(server.host, server.port, timeout=10) as client:
            for user, password in (("ada", "wrong"), ("ben", "dots and lines"), ("ada", "")):
                with pytest.raises(smtplib.SMTPAuthenticationError):
                    client.login(user, password)
            client.login("ada", "dots and lines")
            client.sendmail("ada@example.org", ["ben@example.org"], LETTER)
    assert len(mails) == 1


def test_it_stops_with_connections_open_and_can_start_again() -> None:
    server = EmbeddedSmtp(print)
    server.start()
    with socket.create_connection((server.host, server.port), 10) as client:
        assert client.recv(100).startswith(b"220 ")
        server.stop()
        server.stop()
        assert client.recv(100) == b""
    port = server.port
    server.start()
    assert server.port == port
    server.stop()
