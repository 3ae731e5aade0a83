"""A book that came back from its .bak or from an older copy: nothing lost, nothing sent twice, and it is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from engine.house import ADA, MINERVA, House, drafted

from assistant.mentoring.letters import LetterState


@pytest.fixture
def house(house: House) -> House:
    return drafted(house)


def keep(house: House) -> Path:
    """A copy of the book as it is now, as a backup would be."""
    copy = house.folder / "kept.json"
    shutil.copy(house.file, copy)
    return copy


def restored_mails(house: House) -> list[str]:
    return [m.raw.decode() for m in house.to(ADA) if b"older copy" in m.raw]


def settle(house: House) -> None:
    """Long enough for everything in doubt to be found out."""
    for _ in range(4):
        house.cycle(20)


def test_a_letter_that_left_after_the_backup_is_not_sent_again(house: House) -> None:
    house.sends()
    backup = keep(house)
    house.cycle(30)
    assert len(house.to(MINERVA)) == 1
    house.while_closed(lambda: shutil.copy(backup, house.file))
    house.cycle(1)
    settle(house)
    assert len(house.to(MINERVA)) == 1
    assert len(restored_mails(house)) == 1
    assert [x.state for x in house.book.letters if x.to == MINERVA][-1] is LetterState.SENT


def test_a_send_that_the_backup_does_not_know_is_handled_again_and_still_sends_once(house: House) -> None:
    backup = keep(house)
    house.sends()
    house.cycle(30)
    assert len(house.to(MINERVA)) == 1
    house.while_closed(lambda: shutil.copy(backup, house.file))
    house.cycle(1)
    settle(house)
    assert len(house.to(MINERVA)) == 1
    assert [x.state for x in house.book.letters if x.to == MINERVA][-1] is LetterState.SENT


def test_a_letter_that_had_not_left_leaves_once_proof_was_looked_for(house: House) -> None:
    house.sends()
    house.while_closed(lambda: house.file.write_bytes(b""))
    house.cycle(1)
    assert house.to(MINERVA) == []
    assert LetterState.IN_DOUBT in {x.state for x in house.book.letters if x.to == MINERVA}
    settle(house)
    assert len(house.to(MINERVA)) == 1


def test_answers_that_ada_got_are_not_sent_again(house: House) -> None:
    backup = keep(house)
    house.says("help")
    house.cycle(1)
    helped = house.last[ADA]["Message-ID"]
    house.while_closed(lambda: shutil.copy(backup, house.file))
    house.cycle(1)
    settle(house)
    assert [m.raw.count(helped.encode()) for m in house.to(ADA) if helped.encode() in m.raw] == [1]


def test_a_damaged_book_is_served_from_its_bak_and_ada_is_told_once(house: House) -> None:
    house.sends()
    house.cycle(30)
    house.while_closed(lambda: house.file.write_bytes(b'{"book": tor'))
    house.cycle(1)
    settle(house)
    assert len(house.to(MINERVA)) == 1
    assert len(restored_mails(house)) == 1
    assert list(house.file.parent.glob("*.corrupt"))
    assert not house.assistant.store.restored("ada-byron")


def test_a_whole_book_is_left_alone(house: House) -> None:
    house.while_closed(lambda: None)
    house.cycle(1)
    assert house.book.restored is None
    assert restored_mails(house) == []
