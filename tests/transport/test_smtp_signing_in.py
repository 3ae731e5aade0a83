from collections.abc import Callable
from pathlib import Path

import pytest
from servers.smtp import CUT, Act, TrickyServer, hand_in

from assistant.errors import ConfigError, SecretError, SignInRefused
from assistant.ports import Outcome
from assistant.transport.smtp import SmtpSettings, SmtpSubmission

Connect = Callable[..., SmtpSubmission]


def secret() -> str:
    return "open sesame"


def test_it_signs_in_where_the_server_asks(connect: Connect) -> None:
    with TrickyServer(user="assistant", password=secret()) as server:
        assert hand_in(connect(server, username="assistant", password=secret)).outcome is Outcome.ACCEPTED
        assert "AUTH PLAIN" in server.said


def test_a_refused_sign_in_is_raised_after_one_attempt_and_tells_no_secret(connect: Connect) -> None:
    with TrickyServer(user="assistant", password="another") as server:
        submission = connect(server, username="assistant", password=secret)
        with pytest.raises(SignInRefused) as refused:
            hand_in(submission)
        assert "535 5.7.8" in str(refused.value)
        assert [line for line in server.said if line.startswith("AUTH")] == ["AUTH PLAIN"]
        assert refused.value.retry
        with pytest.raises(SignInRefused):
            hand_in(submission)
        assert server.visits == 2


@pytest.mark.parametrize("echo", [secret(), "b3BlbiBzZXNhbWU=", "B3BLBIBZZXNHBWU=", "AGFzc2lzdGFudABvcGVuIHNlc2FtZQ=="])
def test_a_server_that_says_our_password_back_is_not_quoted(connect: Connect, echo: str) -> None:
    with TrickyServer(user="assistant", password="another") as server:
        server.once("AUTH", f'500 command "{echo}" not recognized')
        with pytest.raises(SignInRefused) as refused:
            hand_in(connect(server, username="assistant", password=secret))
        assert echo.lower() not in str(refused.value).lower()
        assert "500" in str(refused.value)


@pytest.mark.parametrize("answer", ["454 4.7.0 temporary failure", "421 4.3.2 closing", CUT])
def test_a_sign_in_that_fails_for_now_is_for_later(connect: Connect, answer: str | Act) -> None:
    with TrickyServer(user="assistant", password=secret()) as server:
        server.once("AUTH", answer)
        submission = connect(server, username="assistant", password=secret)
        assert hand_in(submission).outcome is Outcome.DEFERRED
        assert hand_in(submission).outcome is Outcome.ACCEPTED


def test_a_server_that_wants_a_sign_in_first_refuses_us_not_the_letter(connect: Connect) -> None:
    with TrickyServer(user="assistant", password=secret()) as server:
        submission = connect(server)
        with pytest.raises(SignInRefused, match=r"530 5\.7\.0"):
            hand_in(submission)


def test_a_local_server_without_sign_in_gets_none(server: TrickyServer, connect: Connect) -> None:
    def never() -> str:
        raise AssertionError("nobody asked for the password")

    assert hand_in(connect(server, username="assistant", password=never)).outcome is Outcome.ACCEPTED


def test_only_methods_that_take_a_password_are_used(connect: Connect) -> None:
    with TrickyServer(user="assistant", password=secret(), offers_auth="XOAUTH2 GSSAPI") as server:
        submission = connect(server, username="assistant", password=secret)
        with pytest.raises(SignInRefused, match="xoauth2"):
            hand_in(submission)


@pytest.mark.parametrize(("offer", "used"), [("LOGIN", "LOGIN"), ("CRAM-MD5 LOGIN PLAIN", "PLAIN")])
def test_the_password_goes_by_a_method_that_is_offered(connect: Connect, offer: str, used: str) -> None:
    with TrickyServer(user="assistant", password=secret(), offers_auth=offer) as server:
        assert hand_in(connect(server, username="assistant", password=secret)).outcome is Outcome.ACCEPTED
        assert f"AUTH {used}" in server.said


def test_a_password_that_cannot_be_had_is_a_sign_in_that_failed(connect: Connect) -> None:
    def ask() -> str:
        raise SecretError("password_file is missing")

    with TrickyServer(user="assistant", password=secret()) as server:
        submission = connect(server, username="assistant", password=ask)
        with pytest.raises(SignInRefused, match="password_file is missing"):
            hand_in(submission)


def test_being_stopped_halfway_leaves_no_half_connection(connect: Connect) -> None:
    answers = iter([KeyboardInterrupt()])

    def ask() -> str:
        for stop in answers:
            raise stop
        return secret()

    with TrickyServer(user="assistant", password=secret()) as server:
        submission = connect(server, username="assistant", password=ask)
        with pytest.raises(KeyboardInterrupt):
            hand_in(submission)
        assert hand_in(submission).outcome is Outcome.ACCEPTED
        assert server.visits == 2


# Settings


def test_settings_never_show_the_password() -> None:
    assert "secret" not in repr(SmtpSettings("127.0.0.1", 25, password=secret))


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "::1", "[::1]"])
def test_loopback_may_be_plain(host: str) -> None:
    assert SmtpSettings(host, 25, "none").host == host


@pytest.mark.parametrize("host", ["mail.example.org", "192.0.2.1", "localhost.example.org", "10.0.0.1", "::"])
def test_nothing_goes_in_the_clear_beyond_loopback(host: str) -> None:
    with pytest.raises(ConfigError, match="only loopback"):
        SmtpSettings(host, 25, "none")


@pytest.mark.parametrize(
    "wrong",
    [
        {"port": 0},
        {"port": 65536},
        {"security": "ssl"},
        {"timeout": 0},
        {"data_timeout": -1},
        {"host": ""},
        {"host": "a..example.org"},
        {"host": "example.org\r\n"},
    ],
)
def test_settings_that_cannot_work_are_named(wrong: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="smtp"):
        SmtpSettings(**({"host": "mail.example.org", "port": 465} | wrong))


def test_a_ca_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("")
    for name in ("missing.pem", "empty.pem"):
        with pytest.raises(ConfigError, match=name):
            SmtpSubmission(SmtpSettings("localhost", 465, ca_file=tmp_path / name))
