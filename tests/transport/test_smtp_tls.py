import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from servers import tls
from servers.fixtures import not_installed
from servers.smtp import CUT, Act, TrickyServer, hand_in

from assistant.errors import SignInRefused
from assistant.ports import Outcome
from assistant.transport.smtp import SmtpSubmission

Connect = Callable[..., SmtpSubmission]
BOTH = pytest.mark.parametrize("security", ["tls", "starttls"])


@pytest.fixture(scope="module", autouse=True)
def _openssl() -> None:
    if reason := tls.why_not():
        not_installed(reason)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tls.Certificate:
    return tls.make_certificate(tmp_path_factory.mktemp("tls"))


@contextmanager
def speaking(security: str, certificate: tls.Certificate, password: str = "open sesame") -> Iterator[TrickyServer]:
    """A server that wants a sign-in and speaks TLS, from the first byte or after STARTTLS."""
    way = {"tls": certificate.server_side()} if security == "tls" else {"starttls": certificate.server_side()}
    with TrickyServer(user="assistant", password=password, **way) as server:
        yield server


def secret() -> str:
    return "open sesame"


def never() -> str:
    raise AssertionError("nobody may ask for the password here")


@BOTH
def test_a_letter_and_its_password_go_over_tls(connect: Connect, certificate: tls.Certificate, security: str) -> None:
    with speaking(security, certificate) as server:
        submission = connect(server, security=security, ca_file=certificate.cert, username="assistant", password=secret)
        for _ in range(2):
            assert hand_in(submission).outcome is Outcome.ACCEPTED
        submission.close()
        assert (server.visits, len(server.mails), server.said[-1]) == (1, 2, "QUIT")


@BOTH
def test_an_unknown_authority_gets_nothing(connect: Connect, certificate: tls.Certificate, security: str) -> None:
    with speaking(security, certificate) as server:
        receipt = hand_in(connect(server, security=security, username="assistant", password=never))
        assert receipt.outcome is Outcome.DEFERRED
        assert "certificate" in receipt.detail.lower()
        assert not {line.split()[0] for line in server.said} & {"AUTH", "MAIL"}


@BOTH
def test_another_ones_certificate_gets_nothing(connect: Connect, tmp_path: Path, security: str) -> None:
    other = tls.make_certificate(tmp_path, "mallory.example.org", "DNS:mallory.example.org")
    with speaking(security, other) as server:
        receipt = hand_in(connect(server, security=security, ca_file=other.cert, username="assistant", password=never))
        assert receipt.outcome is Outcome.DEFERRED
        assert "certificate" in receipt.detail.lower()
        assert not {line.split()[0] for line in server.said} & {"AUTH", "MAIL"}


def test_without_starttls_on_offer_nothing_goes_in_the_clear(connect: Connect) -> None:
    with TrickyServer(user="assistant", password="open sesame") as server:
        receipt = hand_in(connect(server, security="starttls", username="assistant", password=never))
        assert receipt.outcome is Outcome.DEFERRED
        assert "STARTTLS" in receipt.detail
        assert server.said == ["EHLO [127.0.0.1]"]


@pytest.mark.parametrize("answer", ["454 4.7.0 TLS not available", "501 no", "421 4.3.2 closing", CUT])
def test_starttls_that_fails_is_for_later(connect: Connect, certificate: tls.Certificate, answer: str | Act) -> None:
    with speaking("starttls", certificate) as server:
        server.once("STARTTLS", answer)
        submission = connect(
            server, security="starttls", ca_file=certificate.cert, username="assistant", password=secret
        )
        assert hand_in(submission).outcome is Outcome.DEFERRED
        assert server.mails == []
        assert hand_in(submission).outcome is Outcome.ACCEPTED


def test_a_server_without_tls_is_for_later(connect: Connect, server: TrickyServer) -> None:
    assert hand_in(connect(server, security="tls", password=never)).outcome is Outcome.DEFERRED


def test_beyond_loopback_a_server_must_offer_a_way_to_sign_in(connect: Connect, tmp_path: Path) -> None:
    host = "127.1"  # this machine, but not by its name
    far = tls.make_certificate(tmp_path, host, f"DNS:{host}")
    with TrickyServer(tls=far.server_side()) as server:
        submission = connect(server, host=host, security="tls", ca_file=far.cert, username="assistant", password=secret)
        with pytest.raises(SignInRefused, match="no way to sign in"):
            hand_in(submission)
        assert server.mails == []


@BOTH
def test_a_cut_after_the_final_dot_is_doubt(connect: Connect, certificate: tls.Certificate, security: str) -> None:
    with speaking(security, certificate) as server:
        server.once("DOT", CUT)
        submission = connect(server, security=security, ca_file=certificate.cert, username="assistant", password=secret)
        assert hand_in(submission).outcome is Outcome.DOUBT
        assert hand_in(submission).outcome is Outcome.ACCEPTED
        assert len(server.mails) == 2


@BOTH
def test_a_connection_dropped_while_idle_is_made_again(
    connect: Connect, certificate: tls.Certificate, security: str
) -> None:
    with speaking(security, certificate) as server:
        submission = connect(server, security=security, ca_file=certificate.cert, username="assistant", password=secret)
        hand_in(submission)
        server.drops_idle("421 4.4.2 idle for too long")
        assert hand_in(submission).outcome is Outcome.ACCEPTED
        assert (server.visits, len(server.mails)) == (2, 2)


def test_no_log_holds_a_password_or_a_letter(
    connect: Connect, certificate: tls.Certificate, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("assistant", "aiosmtplib", "asyncio"):
        caplog.set_level(logging.DEBUG, logger=name)
    with speaking("starttls", certificate, password="another") as server:
        submission = connect(
            server, security="starttls", ca_file=certificate.cert, username="assistant", password=secret
        )
        with pytest.raises(SignInRefused):
            hand_in(submission)
    with speaking("starttls", certificate) as server:
        server.once("DOT", "554 5.7.1 no", CUT)
        submission = connect(
            server, security="starttls", ca_file=certificate.cert, username="assistant", password=secret
        )
        outcomes = [hand_in(submission).outcome for _ in range(3)]
        assert outcomes == [Outcome.REFUSED, Outcome.DOUBT, Outcome.ACCEPTED]
    ours = [record.getMessage() for record in caplog.records if record.name != "mail.log"]
    assert not any("sesame" in line or "b3BlbiBzZXNhbWU" in line or "Good day" in line for line in ours)
