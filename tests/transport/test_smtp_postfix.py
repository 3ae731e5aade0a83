import queue
from collections.abc import Callable, Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from servers import postfix, tls
from servers.dovecot import Dovecot
from servers.fixtures import not_installed
from servers.smtp import ADA, ASSISTANT, LETTER, hand_in

from assistant.demo.smtp_server import EmbeddedSmtp, Submitted
from assistant.ports import Outcome
from assistant.transport.smtp import SmtpSubmission

Connect = Callable[..., SmtpSubmission]
Arrived = Callable[[], Submitted]
pytestmark = pytest.mark.servers

SECONDS = 20  # for a mail to come through


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tls.Certificate:
    if reason := postfix.why_not() or tls.why_not():
        not_installed(reason)
    return tls.make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def arrivals() -> Iterator[tuple[int, "queue.Queue[Submitted]"]]:
    """Where Postfix hands its mails on to: a port, and what came in there."""
    mails: queue.Queue[Submitted] = queue.Queue()
    with EmbeddedSmtp(mails.put) as server:
        yield server.port, mails


@pytest.fixture(scope="module")
def server(certificate: tls.Certificate, arrivals: tuple[int, object]) -> Iterator[postfix.Postfix]:
    with postfix.Postfix(postfix.smtp(arrivals[0]), tls=(certificate.cert, certificate.key)) as running:
        yield running


@pytest.fixture
def arrived(arrivals: tuple[int, "queue.Queue[Submitted]"], server: postfix.Postfix) -> Arrived:
    """The next mail that came through."""
    mails = arrivals[1]
    while not mails.empty():
        mails.get()

    def one() -> Submitted:
        try:
            return mails.get(timeout=SECONDS)
        except queue.Empty:
            pytest.fail(f"nothing came through:\n{server.log()}")

    return one


def test_a_letter_comes_through_with_every_byte_of_its_text(
    server: postfix.Postfix, connect: Connect, arrived: Arrived
) -> None:
    text = b".\r\n..\r\n.dot\r\n" + b"z" * 998 + b"\r\n \t \r\n\r\nend\r\n"
    receipt = connect(server).submit(ASSISTANT, ADA, (ASSISTANT,), LETTER + text)
    assert receipt.outcome is Outcome.ACCEPTED
    assert "queued as" in receipt.detail
    mail = arrived()
    assert mail.sender == ASSISTANT
    assert mail.raw.endswith(b"\r\n\r\nGood day.\r\n" + text)


def test_refusals_are_told_apart(server: postfix.Postfix, connect: Connect, arrived: Arrived) -> None:
    submission = connect(server)
    refused = submission.submit(ASSISTANT, "unknown@example.org", (ADA,), LETTER)
    assert (refused.outcome, refused.detail[:9]) == (Outcome.REFUSED, "550 5.1.1")
    put_off = submission.submit(ASSISTANT, "later@example.org", (ADA,), LETTER)
    assert (put_off.outcome, put_off.detail[:9]) == (Outcome.DEFERRED, "450 4.2.0")
    accepted = submission.submit(ASSISTANT, ADA, ("later@example.org", "unknown@example.org", ASSISTANT), LETTER)
    assert accepted.outcome is Outcome.ACCEPTED
    assert accepted.copies_refused == ("later@example.org", "unknown@example.org")
    assert set(arrived().recipients) == {ADA, ASSISTANT}


def test_a_restart_between_letters_goes_unnoticed(server: postfix.Postfix, connect: Connect, arrived: Arrived) -> None:
    submission = connect(server)
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    server.restart()
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    arrived(), arrived()


def test_a_stopped_server_is_for_later(server: postfix.Postfix, connect: Connect, arrived: Arrived) -> None:
    submission = connect(server)
    hand_in(submission)
    server.stop()
    try:
        assert hand_in(submission).outcome is Outcome.DEFERRED
    finally:
        server.start()
    assert hand_in(submission).outcome is Outcome.ACCEPTED
    arrived(), arrived()


def test_starttls_with_a_certificate_of_our_own(
    server: postfix.Postfix, connect: Connect, arrived: Arrived, certificate: tls.Certificate
) -> None:
    assert hand_in(connect(server, security="starttls", ca_file=certificate.cert)).outcome is Outcome.ACCEPTED
    assert b"with ESMTPS" in arrived().raw
    assert hand_in(connect(server, security="starttls")).outcome is Outcome.DEFERRED


def test_a_person_whose_address_is_outside_ascii_can_be_written_to(
    server: postfix.Postfix, connect: Connect, arrived: Arrived
) -> None:
    letter = "Subject: Grüße\r\n\r\nHallo\r\n".encode()
    receipt = connect(server).submit(ASSISTANT, "adä@example.org", (), letter)
    assert receipt.outcome is Outcome.ACCEPTED
    assert arrived().recipients == ("adä@example.org",)


FORGED = b"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n"


def results(mail: Submitted) -> list[str]:
    return message_from_bytes(mail.raw).get_all("Authentication-Results", [])


def test_a_forged_result_is_removed(server: postfix.Postfix, connect: Connect, arrived: Arrived) -> None:
    other = b"Authentication-Results: mx.example.orga; dmarc=pass header.from=example.org\r\n"
    connect(server).submit("mallory@example.org", ASSISTANT, (), FORGED + FORGED.lower() + other + LETTER)
    assert results(arrived()) == ["mx.example.orga; dmarc=pass header.from=example.org"]


def test_the_trusted_port_stamps_the_senders_domain_on_top(
    server: postfix.Postfix, connect: Connect, arrived: Arrived
) -> None:
    other = b"Authentication-Results: other.example.org; dmarc=pass header.from=example.org\r\n"
    connect(server, port=server.trusted_port).submit(ADA, ASSISTANT, ("ben@example.org",), FORGED + other + LETTER)
    mail = arrived()
    assert mail.raw.startswith(b"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n")
    assert len(results(mail)) == 2


def test_an_instance_leaves_nothing_behind() -> None:
    with postfix.Postfix("discard:") as instance:
        folder = instance._path("etc").parent
        assert folder.is_dir()
        pid = instance._master
    assert not folder.exists()
    assert not Path(f"/proc/{pid}/exe").exists()


def test_a_letter_comes_through_to_a_mailbox(connect: Connect, dovecot: Dovecot) -> None:
    with postfix.Postfix(postfix.lmtp(dovecot.lmtp_port)) as server, dovecot.client() as mailbox:
        mailbox.select("INBOX")
        receipt = connect(server, port=server.trusted_port).submit(ADA, ASSISTANT, (), LETTER)
        assert receipt.outcome is Outcome.ACCEPTED
        mailbox.send(b"a IDLE\r\n")
        while (line := mailbox.readline()) and b"EXISTS" not in line:
            pass
        mailbox.send(b"DONE\r\n")
        while not mailbox.readline().startswith(b"a OK"):
            pass
        _, (answer, *_) = mailbox.fetch("1", "(BODY.PEEK[])")
        assert b"mx.example.org; dmarc=pass header.from=example.org" in answer[1]
        assert answer[1].endswith(b"\r\n\r\nGood day.\r\n")
