"""Each line of an append-only file stands in it exactly once, wherever between commit and append a crash falls."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import StorageError
from assistant.storage.journal import Journal, Tail

A: dict[str, object] = {"text": "a"}
B: dict[str, object] = {"text": "b"}
C: dict[str, object] = {"text": "c\nd"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Holds one line."""
    journal = Journal(tmp_path / "journal.jsonl")
    journal.settle(journal.plan([A]))
    return journal


@pytest.mark.parametrize("written", range(len(Tail(0, (B, C)).bytes()) + 1))
def test_wherever_an_append_is_torn_it_is_completed_once(journal: Journal, written: int) -> None:
    tail = journal.plan([B, C])
    with journal.path.open("ab") as file:
        file.write(tail.bytes()[:written])
    assert list(journal.lines(tail)) == [A, B, C], "also before it is mended"
    journal.settle(tail)
    journal.settle(tail)
    assert list(journal.lines()) == [A, B, C]
    assert not journal.ahead(tail)


def test_a_lost_file_gets_the_last_lines_once(journal: Journal) -> None:
    journal.settle(journal.plan([A, C]))
    tail = journal.plan([B])
    journal.path.unlink()
    journal.settle(tail)
    journal.settle(tail)
    assert list(journal.lines()) == [B]


def test_somebodys_torn_line_is_passed_over_and_spoils_no_other(journal: Journal) -> None:
    tail = journal.plan([B])
    with journal.path.open("ab") as file:
        file.write(b'{"text": "by ha')
    journal.settle(tail)
    journal.settle(tail)
    assert list(journal.lines()) == [A, B]


def test_a_file_that_goes_on_shows_that_its_book_was_set_back(journal: Journal) -> None:
    old = journal.plan([B])
    journal.settle(old)
    journal.settle(journal.plan([C]))
    assert journal.ahead(old)
    journal.settle(old)
    assert list(journal.lines()) == [A, B, C], "nothing twice"
    now = journal.plan([])
    assert not journal.ahead(now)


@given(lines=st.lists(st.dictionaries(st.text(), st.text() | st.integers(0, 9), max_size=2), max_size=5))
def test_any_lines_come_back_in_order(tmp_path_factory: pytest.TempPathFactory, lines: list[dict[str, object]]) -> None:
    journal = Journal(tmp_path_factory.mktemp("j") / "journal.jsonl")
    for line in lines:
        journal.settle(journal.plan([line]))
    assert list(journal.lines()) == lines


def test_what_is_rewritten_away_is_gone(journal: Journal) -> None:
    journal.settle(journal.plan([B, C]))
    journal.rewrite([A, C])
    assert list(journal.lines()) == [A, C]
    assert journal.path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_cannot_be_read_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").mkdir()
    journal = Journal(tmp_path / "journal.jsonl")
    with pytest.raises(StorageError):
        list(journal.lines())
    with pytest.raises(StorageError):
        journal.settle(Tail(0, (A,)))
