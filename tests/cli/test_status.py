from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.config import load
from assistant.mentoring.book import Note
from assistant.mentoring.person import Person, Stage
from assistant.ports import MailboxState
from assistant.storage.store import TinyDbStore

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
CONFIG = """\
[assistant]
address = "assistant@example.org"
[imap]
host = "127.0.0.1"
security = "none"
password_env = "NEVER_ASKED_FOR"
[trust]
mode = "open"
[[protege]]
id = "ada"
name = "Ada Byron"
email = "ada@example.org"
timezone = "Europe/Madrid"
[[protege]]
name = "Ben"
email = "ben@example.org"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def filled(here: Path) -> Path:
    """A state folder in which Ada has a mentor, and mails wait."""
    config = load(here / "config.toml")
    store = TinyDbStore(config.assistant.state, config.protege_values())
    book = store.load("ada")
    minerva = Person("minerva", "Minerva M", "minerva@example.org", stage=Stage.ACTIVE)
    store.save(replace(book, people=(minerva,)), [Note(NOW, "L8", "mail 7", "Minerva is a prospect", "minerva")])
    store.save_mailbox(MailboxState(last_contact=NOW))
    for name in ("new/1.eml", "new/2.eml.1", "new/.3.eml.tmp", "aside/4.eml"):
        file = here / "state" / "spool" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return here


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_scripts_read_all_books_and_the_mailbox(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = json.loads(said(capsys, "status", "--json"))
    assert [p["id"] for p in status["proteges"]] == ["ada", "ben"]
    assert status["proteges"][0]["people"][0]["stage"] == "active"
    assert status["mailbox"] == {"last_contact": "2026-03-03T09:00:00+00:00", "queue": 2, "aside": 1, "in_doubt": 0}


@pytest.mark.parametrize("name", ["ada", "ADA@example.org", "Ada Byron"])
def test_one_protege_is_named_by_id_address_or_name(
    name: str, filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = json.loads(said(capsys, "status", name, "--json"))
    assert [p["id"] for p in status["proteges"]] == ["ada"]


def test_people_read_a_table(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "status")
    for part in ("Ada Byron <ada@example.org> (ada)", "Minerva M", "active", "Ben", "queue 2, set aside 1, in doubt"):
        assert part in out


def test_before_the_first_run_there_is_nothing_and_nothing_is_made(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = json.loads(said(capsys, "status", "--json"))
    assert [p["people"] for p in status["proteges"]] == [[], []]
    assert status["mailbox"]["last_contact"] is None
    assert not (here / "state" / "run.lock").exists()


def test_a_protege_whom_nobody_knows_is_a_clear_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "mallory"]) == 1
    assert "no protégé 'mallory' in" in capsys.readouterr().err


def test_a_book_is_readable_and_its_log_too(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Minerva M" in said(capsys, "book", "ada")
    log = said(capsys, "book", "ada", "--log")
    assert "Tue 03 Mar 2026 10:00" in log
    assert "Minerva is a prospect" in log


def test_a_book_and_its_log_are_for_scripts_too(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = json.loads(said(capsys, "book", "ada", "--json"))
    assert book["people"][0]["id"] == "minerva"
    log = json.loads(said(capsys, "book", "ada", "--log", "--json"))
    assert [(n["rule"], n["at"]) for n in log] == [("L8", "2026-03-03T09:00:00+00:00")]
