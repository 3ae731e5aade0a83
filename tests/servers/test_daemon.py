"""The daemon with a real Dovecot and a real Postfix, and what goes wrong there: it says so, and goes on by itself."""

from __future__ import annotations

import resource
import signal
import smtplib
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from servers.dovecot import PASSWORD, USERS
from servers.fixtures import not_installed
from servers.smtp_tap import SmtpTap, Step
from servers.whole import ADA, Whole, said, why_not

from assistant.demo.smtp_server import EmbeddedSmtp, Submitted

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]
Begin = Callable[..., Whole]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """The servers; the daemon is started by the test. Settings are those of `Whole`."""
    if reason := why_not():
        not_installed(reason)
    with ExitStack() as stack:

        def make(**settings: Any) -> Whole:
            return stack.enter_context(Whole(**({"speed": 60.0} | settings)))

        yield make


@pytest.fixture
def whole(begin: Begin) -> Whole:
    """Everything running, and Ada welcomed."""
    running = begin()
    running.start()
    running.asks(ADA, "hi")
    return running


def answered_once(whole: Whole) -> None:
    """Every mail of Ada's has one answer, and nothing came twice."""
    ids = [mail["Message-ID"] for mail in whole.inbox(ADA)]
    assert len(ids) == len(set(ids))
    for number in range(1, whole.mails + 1):
        assert len(whole.answers(ADA, f"<{number}.from.ada@example.org>")) == 1


@pytest.mark.parametrize("idle", [True, False], ids=["idle", "polling"])
def test_a_mail_comes_in_and_its_answer_goes_out(begin: Begin, idle: bool) -> None:
    whole = begin(idle=idle)
    whole.start()
    assert "Robin" in said(whole.asks(ADA, "hi"))
    whole.asks(ADA, "status")
    answered_once(whole)
    assert whole.stop() == 0


@pytest.mark.parametrize("politely", [True, False], ids=["stopped", "crashed"])
def test_a_restarted_mail_server_is_found_again(whole: Whole, politely: bool) -> None:
    whole.dovecot.stop() if politely else whole.dovecot.kill()
    id = whole.write(ADA, "status")  # Postfix keeps it meanwhile
    whole.until_log("again in")
    whole.dovecot.start()
    whole.postfix.flush()
    whole.answer(ADA, id)
    answered_once(whole)


def test_a_restarted_submission_server_is_found_again(whole: Whole) -> None:
    id = whole.write(ADA, "status")
    whole.postfix.restart()
    whole.answer(ADA, id)
    whole.postfix.stop()
    raw = (
        b"From: ada@example.org\r\nTo: assistant@example.org\r\nSubject: help\r\nMessage-ID: <2x.from@example.org>\r\n"
    )
    stamp = b"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n"
    whole.dovecot.deliver(stamp + raw + b"\r\nhelp\r\n")
    whole.until_log(": deferred")
    whole.postfix.start()
    whole.answer(ADA, "<2x.from@example.org>")
    answered_once(whole)


def test_a_changed_uidvalidity_reads_from_the_start_and_answers_nothing_twice(whole: Whole) -> None:
    whole.asks(ADA, "status")
    before = len(whole.inbox(ADA))
    whole.dovecot.renumber()
    whole.until_log("reading from the start")
    whole.asks(ADA, "help")
    assert len(whole.inbox(ADA)) == before + 1
    answered_once(whole)


def test_a_refused_sign_in_is_said_and_tried_again(whole: Whole) -> None:
    def password(word: str) -> None:
        users = "".join(f"{name}:{{PLAIN}}{word if name == USERS[0] else PASSWORD}::::::\n" for name in USERS)
        (whole.dovecot._base / "users").write_text(users)

    password("another")
    whole.dovecot.restart()
    id = whole.write(ADA, "status")
    whole.until_log("refuse")
    assert PASSWORD not in whole.log()
    assert whole.answers(ADA, id) == []
    password(PASSWORD)
    whole.answer(ADA, id)
    answered_once(whole)


def test_a_refused_sign_in_for_sending_leaves_nothing_in_doubt(begin: Begin) -> None:
    whole = begin(signs_in=True)

    def relay(mail: Submitted) -> None:
        with smtplib.SMTP("127.0.0.1", whole.postfix.port) as client:
            client.sendmail(mail.sender, mail.recipients, mail.raw)

    with EmbeddedSmtp(relay, user=USERS[0], password=PASSWORD) as server:
        whole.submission = server.port
        whole.configure()
        whole.start()
        whole.asks(ADA, "hi")
        server.stop()  # a kept connection is not signed in anew
        server._user = "somebody else"
        server.start()
        ids = [whole.write(ADA, text) for text in ("status", "help")]
        whole.until_log("error engine.deliver: submission")
        assert PASSWORD not in whole.log()
        server._user = USERS[0]
        for id in ids:
            whole.answer(ADA, id)
        assert whole.stop() == 0
    assert "in doubt" not in whole.log()
    answered_once(whole)


@contextmanager
def small_disk(at: Path) -> Iterator[None]:
    """A file system of one megabyte there. Skips where there is no right to mount."""
    at.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(at)], check=False).returncode != 0:
        pytest.skip("no right to mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def fill(path: Path) -> None:
    """Takes all the room that is left."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def test_a_full_disk_is_said_and_nothing_is_lost(begin: Begin, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small"):
        whole = begin(state=tmp_path / "small/state")
        whole.start()
        whole.asks(ADA, "hi")
        fill(tmp_path / "small/ballast")
        ids = [whole.write(ADA, text) for text in ("status", "help", "goals")]
        whole.until_log("No space left on device; again in")
        assert all(whole.answers(ADA, id) == [] for id in ids)
        (tmp_path / "small/ballast").unlink()
        for id in ids:
            whole.answer(ADA, id)
        answered_once(whole)
        assert whole.stop() == 0


def test_a_mail_too_large_for_what_a_file_may_be_waits_and_is_not_lost(whole: Whole) -> None:
    assert whole.process is not None
    resource.prlimit(whole.process.pid, resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
    id = whole.write(ADA, "status\n\n-- \n" + "a long signature\n" * 20_000)
    whole.until_log("File too large; again in")
    assert whole.answers(ADA, id) == []
    resource.prlimit(whole.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    whole.answer(ADA, id)
    answered_once(whole)


@pytest.mark.parametrize("step", ["go", "half", "dot"])
def test_a_connection_cut_inside_the_data_sends_nothing_twice(begin: Begin, step: Step) -> None:
    whole = begin()
    cuts = [step]

    def at(here: Step) -> bool:
        if whole.mails == 2 and here in cuts:
            cuts.remove(here)
            return True
        return False

    with SmtpTap(whole.postfix.port, at) as tap:
        whole.submission = tap.port
        whole.configure()
        whole.start()
        whole.asks(ADA, "hi")
        state = whole.state_folder / "mailbox.json"
        whole.until(lambda: "shows_copies" in state.read_text(), "a copy of ours")
        whole.asks(ADA, "status")
        whole.until_log("in doubt" if step != "go" else "accepted")
        whole.until_log("it had left" if step == "dot" else "accepted")
        whole.asks(ADA, "help")
        assert whole.stop() == 0
    assert cuts == []
    answered_once(whole)


def test_sigterm_finishes_what_it_does_and_ends_well(begin: Begin) -> None:
    whole = begin()
    whole.start()
    ids = [whole.write(ADA, text) for text in ("hi", "status", "help", "goals")]
    whole.until_log("fetched")
    assert whole.stop() == 0
    assert "Traceback" not in whole.log()
    whole.start()
    for id in ids:
        whole.answer(ADA, id)
    answered_once(whole)


def test_sighup_reads_the_configuration_again(whole: Whole) -> None:
    file = whole.folder / "config.toml"
    right = file.read_text()
    process = whole.process
    assert process is not None
    file.write_text(right.replace('operator = "Grace"', 'operator = "Grace"\nname = "Wren"'))
    process.send_signal(signal.SIGHUP)
    whole.until_log("the configuration was read again")
    assert "Wren" in whole.asks(ADA, "status")["From"]
    file.write_text(right.replace("idle =", "idel ="))
    process.send_signal(signal.SIGHUP)
    whole.until_log("the configuration is as before")
    assert "idel" in whole.log()
    assert "Wren" in whole.asks(ADA, "help")["From"]
    assert process.poll() is None
    answered_once(whole)


def test_a_damaged_book_goes_on_from_its_bak_and_ada_is_told(whole: Whole) -> None:
    whole.asks(ADA, "status")
    assert whole.stop() == 0
    book = whole.state_folder / "books/ada-byron/book.json"
    book.write_bytes(book.read_bytes()[:100])
    whole.start()
    told = whole.first(lambda: whole.saying(ADA, "older copy of it"), "the mail about it")
    assert "older copy" in told["Subject"]
    whole.asks(ADA, "help")
    whole.until_log("restored from a backup")
    assert len(whole.saying(ADA, "older copy of it")) == 1
    answered_once(whole)
