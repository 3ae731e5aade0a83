from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.cli.check import examine
from assistant.cli.findings import Mark
from assistant.demo.imap_server import EmbeddedImap
from assistant.demo.smtp_server import EmbeddedSmtp, Submitted
from assistant.storage.lock import lock

USER = "assistant@example.org"
CONFIG = """\
[assistant]
address = "assistant@example.org"
[imap]
host = "127.0.0.1"
port = {imap}
security = "none"
password_file = "password"
[smtp]
port = {smtp}
[trust]
mode = "open"
[[protege]]
id = "ada"
name = "Ada Byron"
email = "ada@example.org"
timezone = "Europe/Madrid"
"""


@contextmanager
def servers(folder: Path, *, password: str = "secret") -> Iterator[Path]:
    """Both servers, one mailbox, and a configuration for them. Yields its path."""
    with EmbeddedImap({USER: "secret"}) as imap:

        def deliver(mail: Submitted) -> None:
            imap.deliver(USER, b"Delivered-To: assistant@example.org\r\n" + mail.raw)

        with EmbeddedSmtp(deliver) as smtp:
            path = folder / "config.toml"
            path.write_text(CONFIG.format(imap=imap.port, smtp=smtp.port), encoding="utf-8")
            (folder / "password").write_text(password, encoding="utf-8")
            (folder / "password").chmod(0o600)
            yield path


def test_where_everything_is_well_it_says_so_and_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with servers(tmp_path) as path:
        assert main(["check", "--config", str(path)]) == 0
    out = capsys.readouterr().out
    for part in ("mailbox", "IDLE", "folders", "came back", "plus-addresses", "zone of ada"):
        assert part in out
    assert "✗" not in out


def test_a_wrong_password_is_said_in_the_table_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with servers(tmp_path, password="hunter2") as path:
        assert main(["check", "--config", str(path)]) == 1
    out = capsys.readouterr().out
    assert "✗" in out
    assert "refuses" in out
    assert "hunter2" not in out


def test_each_problem_of_the_configuration_is_a_line_of_the_table(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[assistant]\n", encoding="utf-8")
    found = list(examine(tmp_path / "config.toml"))
    assert {finding.mark for finding in found} == {Mark.BAD}
    assert len(found) > 2


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    with servers(tmp_path) as path:
        pass
    found = {finding.what: finding for finding in examine(path)}
    assert found["servers"].mark is Mark.BAD


def test_a_state_folder_that_others_may_read_is_said(tmp_path: Path) -> None:
    with servers(tmp_path) as path:
        pass
    (tmp_path / "state").mkdir(mode=0o755)
    (tmp_path / "state").chmod(0o755)
    found = {finding.what: finding for finding in examine(path)}["state folder"]
    assert found.mark is Mark.BAD
    assert found.do.startswith("chmod 700")


def test_a_daemon_at_work_is_no_fault(tmp_path: Path) -> None:
    with servers(tmp_path) as path:
        pass
    with lock(tmp_path / "state"):
        found = {finding.what: finding for finding in examine(path)}["daemon"]
    assert found.mark is Mark.GOOD
    assert str(os.getpid()) in found.says


def test_a_broken_letter_is_named_with_file_and_line(tmp_path: Path) -> None:
    with servers(tmp_path) as path:
        pass
    folder = tmp_path / "templates" / "person"
    folder.mkdir(parents=True)
    (folder / "first.txt").write_text("Subject: Hi\n\nHi {{ name }\n", encoding="utf-8")
    (folder / "smaller.txt").write_text("Hi {{ name }}\n", encoding="utf-8")
    found = [finding.says for finding in examine(path) if finding.what == "templates" and finding.mark is Mark.BAD]
    assert len(found) == 2
    assert found[0].startswith("person/first.txt, line 3: ")
    assert found[1] == "person/smaller.txt, line 1: does not begin with “Subject:”"
