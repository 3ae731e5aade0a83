from __future__ import annotations

import io
import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli.logs import LogFormat, clean, set_up
from assistant.errors import MailboxLost

log = logging.getLogger("assistant.engine.receive")


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("assistant")
    handlers, levels = root.handlers[:], (root.level, ours.level)
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    ours.setLevel(levels[1])


def logged(format: LogFormat = LogFormat.TEXT, *, verbose: bool = False) -> io.StringIO:
    out = io.StringIO()
    set_up(format, verbose=verbose, stream=out)
    return out


def handle(words: str, kind: type[Exception]) -> None:
    raise kind(words)


def fail(words: str, kind: type[Exception] = ValueError) -> None:
    try:
        handle(words, kind)
    except kind:
        log.exception("mail 7 failed")


def test_an_event_is_one_line_with_time_level_and_place() -> None:
    out = logged()
    log.info("mail %s read", "7")
    line = out.getvalue()
    assert line.endswith("Z info engine.receive: mail 7 read\n")
    assert len(line.splitlines()) == 1


def test_a_mail_cannot_forge_a_line() -> None:
    out = logged()
    log.warning("from %s", "mallory\n2026-01-01T00:00:00Z info all is well\x1b[2J\u2028\u202e")
    assert len(out.getvalue().splitlines()) == 1
    assert "\x1b" not in out.getvalue()
    assert clean("a\r\n\tb") == "a\\r\\n\\tb"


def test_json_is_one_object_a_line() -> None:
    out = logged(LogFormat.JSON)
    log.error('say "hi"\n')
    said = json.loads(out.getvalue())
    assert (said["level"], said["place"], said["text"]) == ("error", "engine.receive", 'say "hi"\\n')
    assert len(out.getvalue().splitlines()) == 1


def test_debug_is_for_verbose_and_other_packages_are_quiet() -> None:
    out = logged()
    log.debug("not shown")
    logging.getLogger("imapclient").info("> LOGIN ada hunter2")
    logging.getLogger("icalendar").warning("words of a mail")
    assert out.getvalue() == ""
    out = logged(verbose=True)
    log.debug("shown")
    logging.getLogger("imapclient").info("> LOGIN ada hunter2")
    assert "shown" in out.getvalue()
    assert "hunter2" not in out.getvalue()


def test_an_unforeseen_exception_never_quotes_a_mail_above_debug() -> None:
    out = logged()
    fail("words of a mail")
    assert "ValueError at test_logs.py:" in out.getvalue()
    assert "words of a mail" not in out.getvalue()
    out = logged(verbose=True)
    fail("words of a mail")
    assert "words of a mail" in out.getvalue()
    assert len(out.getvalue().splitlines()) == 1


def test_our_own_errors_say_what_they_mean() -> None:
    out = logged()
    fail("imap.example.org does not answer", MailboxLost)
    assert "MailboxLost imap.example.org does not answer" in out.getvalue()


@pytest.mark.parametrize(
    ("level", "priority"), [(logging.DEBUG, 7), (logging.INFO, 6), (logging.WARNING, 4), (logging.ERROR, 3)]
)
def test_the_journal_gets_its_priorities_and_no_time(
    level: int, priority: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "journal").open("w+") as journal:
        found = os.fstat(journal.fileno())
        monkeypatch.setenv("JOURNAL_STREAM", f"{found.st_dev}:{found.st_ino}")
        set_up(LogFormat.TEXT, verbose=True, stream=journal)
        log.log(level, "read")
        journal.seek(0)
        assert journal.read() == f"<{priority}>engine.receive: read\n"


def test_another_streams_journal_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_STREAM", "1:2")
    with (tmp_path / "journal").open("w+") as journal:
        set_up(LogFormat.TEXT, verbose=False, stream=journal)
        log.info("read")
        journal.seek(0)
        assert not journal.read().startswith("<")
