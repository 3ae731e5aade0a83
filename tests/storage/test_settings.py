"""Who is configured gets a book; what a protégé set by mail wins, what they never set follows the configuration."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from assistant.errors import ConfigError
from assistant.mentoring.book import Book, Protege
from assistant.storage.store import TinyDbStore, settings

ADA = Protege("ada", "Ada Byron", "ada@example.org", zone="Europe/Madrid", country="ES-MD")


def open_store(folder: Path, configured: Protege) -> TinyDbStore:
    return TinyDbStore(folder, [configured])


def test_who_they_are_comes_from_the_configuration(tmp_path: Path) -> None:
    open_store(tmp_path, ADA).save(Book(ADA))
    moved = replace(ADA, name="Ada King", email="king@example.org", also=("ada@example.org",), send_as_owner=True)
    assert open_store(tmp_path, moved).load("ada").protege == moved


def test_a_setting_made_by_mail_outlives_any_change_of_the_configuration(tmp_path: Path) -> None:
    by_mail = replace(ADA, zone="Asia/Tokyo", opens=time(10))
    open_store(tmp_path, ADA).save(Book(by_mail))
    for zone in ("Europe/Paris", "Asia/Tokyo", "Europe/Rome"):  # also through the one where both are the same
        store = open_store(tmp_path, replace(ADA, zone=zone, closes=time(17)))
        assert store.load("ada").protege == replace(by_mail, closes=time(17))
        store.save(store.load("ada"))


def test_a_setting_that_was_never_made_by_mail_follows_the_configuration(tmp_path: Path) -> None:
    open_store(tmp_path, ADA).save(Book(ADA))
    for zone in ("Europe/Paris", "Europe/Rome", "Europe/Madrid"):
        store = open_store(tmp_path, replace(ADA, zone=zone))
        assert store.load("ada").protege.zone == zone
        store.save(store.load("ada"))


def test_a_book_of_before_there_were_snapshots_keeps_its_settings() -> None:
    assert settings(replace(ADA, zone="Asia/Tokyo"), None, ADA) == (
        replace(ADA, zone="Asia/Tokyo"),
        ADA,
    )


@pytest.mark.parametrize("id", ["", "../ada", "Ada", "a b", "-a", "a" * 42, "ada\n", "ä"])
def test_an_id_that_is_no_safe_folder_name_is_refused(tmp_path: Path, id: str) -> None:
    with pytest.raises(ConfigError, match="protege id"):
        open_store(tmp_path, replace(ADA, id=id))


def test_an_id_may_not_be_there_twice_and_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="twice"):
        TinyDbStore(tmp_path, [ADA, ADA])
    with pytest.raises(ConfigError, match="there is no protégé 'lee'; there is ada"):
        open_store(tmp_path, ADA).load("lee")
