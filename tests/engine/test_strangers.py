"""Strangers' mail: stored, never answered, counted once for every protégé, whatever breaks in between."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from engine.house import ADA, OURS, House

from assistant.engine.receive import STRANGERS
from assistant.errors import StorageError

MANY = 2 * STRANGERS + 7
BEN = '[[protege]]\nname = "Ben Bit"\nemail = "ben@example.org"\ntimezone = "Europe/Berlin"\n'


def stranger(number: int) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"someone{number}@example.org", OURS, "An offer"
    mail["Message-ID"] = f"<{number}.offer@example.org>"
    mail.set_content("Buy this.")
    return mail.as_bytes()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path, more=BEN) as house:
        house.says("hi")
        house.says("hi", who="ben@example.org")
        house.cycle()
        yield house


def queued(house: House) -> int:
    return len(list((house.folder / "state/spool/new").iterdir()))


def counts(house: House) -> list[int]:
    store = house.assistant.store
    return [store.load(id).strangers for id in store.books()]


def test_many_are_counted_once_in_every_book_and_nobody_is_answered(house: House) -> None:
    for number in range(MANY):
        house.put(stranger(number))
    assert house.cycle(1) == []
    assert counts(house) == [MANY, MANY]
    assert queued(house) == 0


def test_the_same_mail_again_is_not_counted_again(house: House) -> None:
    for number in (1, 2, 1):
        house.put(stranger(number))
        house.cycle(1)
    assert counts(house) == [2, 2]


def test_other_mail_among_them_is_handled_in_the_same_cycle(house: House) -> None:
    house.put(stranger(1))
    asked = house.says("status")
    house.put(stranger(2))
    assert [mail["In-Reply-To"] for mail in house.cycle(1)] == [asked]
    assert counts(house) == [2, 2]


def test_a_book_that_cannot_be_written_leaves_them_in_the_queue(house: House) -> None:
    for number in range(3):
        house.put(stranger(number))
    lock = house.folder / "state/books/ben-bit/book.json.lock"
    with lock.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(StorageError):
            house.cycle(1)
        assert queued(house) >= 3
    house.cycle(1)
    assert counts(house) == [3, 3]
    assert queued(house) == 0
    assert all(ADA not in mail.recipients for mail in house.sent[2:])
