"""The books on disk: each save is whole or not at all, each note is journalled once, nothing is made up."""

import os
import select
import shutil
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from tinydb import TinyDB

from assistant.errors import StorageError
from assistant.mentoring.book import Book, Note, Protege
from assistant.mentoring.letters import Kind, Letter
from assistant.mentoring.minutes import Recap
from assistant.mentoring.person import Person
from assistant.ports import MailboxState, Store, Watermark
from assistant.storage.codec import SchemaError
from assistant.storage.store import TinyDbStore
from assistant.storage.tinydb import AtomicStorage

FullDisk = Callable[[int], AbstractContextManager[None]]

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
ADA = Protege("ada", "Ada Byron", "ada@example.org", zone="Europe/Madrid", country="ES-MD")
BEN = Protege("ben", "Ben Okri", "ben@example.org")
MINERVA = Person("minerva", "Minerva", "minerva@example.org")


def open_store(folder: Path, *proteges: Protege) -> TinyDbStore:
    """As after a start of the program."""
    return TinyDbStore(folder, proteges or (ADA, BEN))


def note(text: str, person: str = "") -> Note:
    return Note(NOON, "L1", "mail", text, person)


def letter(id: str, person: str = "minerva", text: str = "Hi!") -> Letter:
    return Letter(id, Kind.ATTEMPT, "person/first", "t", "minerva@example.org", "Hi", text, "d", NOON, person=person)


def texts(store: TinyDbStore, id: str = "ada") -> list[str]:
    return [n.text for n in store.notes(id)]


def test_it_is_the_store_of_the_ports(tmp_path: Path) -> None:
    store: Store = open_store(tmp_path)
    assert store.books() == ("ada", "ben")


def test_a_book_that_does_not_exist_yet_is_new_and_reading_it_writes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    assert store.load("ada") == Book(ADA)
    assert not store.restored("ada")
    assert [*store.notes("ada"), *store.closed("ada")] == []
    assert not (tmp_path / "state").exists()


def test_a_saved_book_comes_back_after_a_restart(tmp_path: Path) -> None:
    book = replace(Book(ADA), people=(MINERVA,), letters=(letter("l1"),), handled={"k": date(2026, 3, 3)})
    store = open_store(tmp_path)
    store.save(book, [note("hello")])
    assert store.load("ada") is book
    assert open_store(tmp_path).load("ada") == book
    assert open_store(tmp_path).load("ben") == Book(BEN)
    assert texts(open_store(tmp_path)) == ["hello"]


def test_a_book_is_a_tinydb_file_with_a_document_an_item(tmp_path: Path) -> None:
    open_store(tmp_path).save(replace(Book(ADA), people=(MINERVA,), letters=(letter("l1"), letter("l2"))))
    with TinyDB(tmp_path / "books/ada/book.json", storage=AtomicStorage) as db:
        assert db.tables() == {"meta", "protege", "people", "letters"}
        assert [doc["id"] for doc in db.table("letters")] == ["l1", "l2"]


def test_everything_is_for_its_owner_only(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    store.save(replace(Book(ADA), letters=(letter("l1", ""),)), [note("hello")])
    store.save(Book(ADA))
    store.save_mailbox(MailboxState())
    found = {str(p.relative_to(tmp_path)): p.stat().st_mode & 0o777 for p in tmp_path.rglob("*")}
    assert {p for p, mode in found.items() if mode == 0o700} == {"state", "state/books", "state/books/ada"}
    assert {p for p, mode in found.items() if mode == 0o600} == {
        f"state/{p}"
        for p in (
            "mailbox.json",
            "mailbox.json.lock",
            "books/ada/book.json",
            "books/ada/book.json.bak",
            "books/ada/book.json.lock",
            "books/ada/journal.jsonl",
            "books/ada/closed.jsonl",
        )
    }


def test_the_readable_book_is_plain_json(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.save(replace(Book(ADA), people=(MINERVA,)))
    assert store.readable("ada") == {
        "protege": {
            "id": "ada",
            "name": "Ada Byron",
            "email": "ada@example.org",
            "zone": "Europe/Madrid",
            "country": "ES-MD",
        },
        "people": [{"id": "minerva", "name": "Minerva", "email": "minerva@example.org"}],
    }


# --- the mailbox


def test_the_mailbox_state_comes_back(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    assert store.load_mailbox() == MailboxState()
    state = MailboxState(Watermark(7, 42), sent=(NOON,), first_notes=(("h", "ada", NOON),), strangers=2)
    store.save_mailbox(state)
    store.save_mailbox(replace(state, strangers=3))
    assert open_store(tmp_path / "state").load_mailbox() == replace(state, strangers=3)


# --- what must not be read


def test_a_book_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    open_store(tmp_path).save(Book(ADA))
    path = tmp_path / "books/ada/book.json"
    newer = path.read_text().replace('"schema": 1', '"schema": 2')
    path.write_text(newer)
    store = open_store(tmp_path)
    for _ in range(2):
        with pytest.raises(SchemaError, match="newer version"):
            store.load("ada")
        with pytest.raises(SchemaError, match="newer version"):
            store.save(Book(ADA))
    assert path.read_text() == newer
    assert store.load("ben") == Book(BEN), "the others go on"


def test_a_book_in_a_wrong_folder_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path).save(Book(ADA))
    shutil.copytree(tmp_path / "books/ada", tmp_path / "books/ben")
    with pytest.raises(StorageError, match="is the book of 'ada'"):
        open_store(tmp_path).load("ben")


def test_a_book_edited_by_hand_is_read_at_once(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.save(replace(Book(ADA), people=(MINERVA,)))
    path = tmp_path / "books/ada/book.json"
    path.write_text(path.read_text().replace('"Minerva"', '"Minerva M."'))
    assert store.load("ada").people[0].name == "Minerva M."


# --- failing disks


def test_a_save_on_a_full_disk_changes_nothing_and_can_be_repeated(tmp_path: Path, full_disk: FullDisk) -> None:
    store = open_store(tmp_path)
    store.save(Book(ADA), [note("one")])
    big = replace(Book(ADA), letters=(letter("l1", "", "x" * 9000),))
    with full_disk(4096), pytest.raises(StorageError):
        store.save(big, [note("two")])
    assert store.load("ada") == Book(ADA)
    assert texts(store) == ["one"]
    store.save(big, [note("two")])
    assert open_store(tmp_path).load("ada") == big
    assert texts(open_store(tmp_path)) == ["one", "two"]


def test_a_journal_that_cannot_be_written_yet_is_caught_up_later(tmp_path: Path, full_disk: FullDisk) -> None:
    store = open_store(tmp_path)
    store.save(Book(ADA), [note("one")])
    with (tmp_path / "books/ada/journal.jsonl").open("ab") as file:
        file.write(b" " * 5000 + b"\n")
    with full_disk(4096):
        store.save(replace(Book(ADA), strangers=1), [note("two")])
        with pytest.raises(StorageError):
            store.save(replace(Book(ADA), strangers=2), [note("three")])
    assert store.load("ada").strangers == 1
    assert texts(store) == texts(open_store(tmp_path)) == ["one", "two"]
    open_store(tmp_path).save(replace(Book(ADA), strangers=2), [note("three")])
    assert texts(open_store(tmp_path)) == ["one", "two", "three"]


def test_a_damaged_book_comes_from_its_backup_and_says_so_until_the_next_save(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for strangers in range(3):
        store.save(replace(Book(ADA), strangers=strangers), [note(str(strangers))])
    path = tmp_path / "books/ada/book.json"
    path.write_bytes(path.read_bytes()[:50])
    for _ in range(2):  # a crash in between changes nothing
        store = open_store(tmp_path)
        assert store.load("ada").strangers == 1
        assert store.restored("ada")
        assert not store.restored("ben")
    store.save(store.load("ada"), [note("restored")])
    assert not store.restored("ada")
    assert not open_store(tmp_path).restored("ada")
    assert (tmp_path / "books/ada/book.json.corrupt").exists()
    assert texts(open_store(tmp_path)) == ["0", "1", "2", "restored"]


def test_a_book_set_back_by_hand_is_noticed_by_its_journal(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.save(Book(ADA), [note("one")])
    store.save(replace(Book(ADA), strangers=1), [note("two")])
    assert not open_store(tmp_path).restored("ada")
    shutil.copy(tmp_path / "books/ada/book.json.bak", tmp_path / "books/ada/book.json")
    store = open_store(tmp_path)
    assert store.restored("ada")
    store.save(store.load("ada"), [note("three")])
    assert not open_store(tmp_path).restored("ada")
    assert texts(open_store(tmp_path)) == ["one", "two", "three"]


# --- what leaves the live book


def test_items_that_leave_the_book_are_kept_beside_it(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    recap = Recap("r1", "minerva", NOON, date(2026, 3, 3))
    full = replace(Book(ADA), people=(MINERVA,), letters=(letter("l1"), letter("l2", "")), recaps=(recap,))
    store.save(full)
    store.save(replace(full, letters=(replace(letter("l1"), shown=True),), recaps=()))
    assert [(line["table"], line["item"]["id"]) for line in open_store(tmp_path).closed("ada")] == [
        ("letters", "l2"),
        ("recaps", "r1"),
    ]


def test_what_leaves_together_with_its_person_is_not_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.save(replace(Book(ADA), people=(MINERVA,), letters=(letter("l1"), letter("l2", ""))))
    store.save(Book(ADA))
    assert [line["item"]["id"] for line in store.closed("ada")] == ["l2"]


def test_a_forgotten_person_is_in_no_file_of_the_book(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    full = replace(Book(ADA), people=(MINERVA,), letters=(letter("l1"), letter("l2"), letter("l3", "")))
    path = tmp_path / "books/ada/book.json"
    store.save(full, [note("first", "minerva"), note("other")])
    store.save(full)
    path.write_bytes(path.read_bytes()[:-9])  # so that there will be a .corrupt, too
    store.save(replace(full, letters=(letter("l2"), letter("l3", ""))), [note("second", "minerva")])
    assert (tmp_path / "books/ada/book.json.corrupt").exists()
    assert len(list(store.closed("ada"))) == 1
    notes = [note("somebody was forgotten"), note("namely", "minerva")]
    store.forget(replace(full, people=(), letters=(letter("l3", ""),)), "minerva", notes)
    everything = b"".join(p.read_bytes() for p in (tmp_path / "books/ada").iterdir())
    assert b'"l1"' not in everything
    assert b'"l2"' not in everything
    assert b"minerva" not in everything.replace(b"minerva@example.org", b"")
    assert texts(open_store(tmp_path)) == ["other", "somebody was forgotten"]
    assert not open_store(tmp_path).restored("ada")


# --- kills


def save_for_ever(folder: Path, pipe: int) -> None:
    store = open_store(folder)
    for number in count(store.load("ada").strangers + 1):
        store.save(replace(store.load("ada"), strangers=number), [note(str(number))])
        os.write(pipe, number.to_bytes(4, "big"))


def test_kills_lose_no_acknowledged_save_and_journal_each_note_once(tmp_path: Path) -> None:
    for round_ in range(40):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                save_for_ever(tmp_path, writing)
            finally:
                os._exit(1)
        os.close(writing)
        acknowledged = os.read(reading, 4)
        select.select([], [], [], (round_ * 7 % 40) / 4000)  # 0 to 10 ms, so that it hits every step
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reading, 4):
            acknowledged = more
        os.close(reading)
        store = open_store(tmp_path)
        kept = store.load("ada").strangers
        assert kept in (int.from_bytes(acknowledged, "big"), int.from_bytes(acknowledged, "big") + 1)
        assert texts(store) == [str(n) for n in range(1, kept + 1)]
        assert not store.restored("ada")
