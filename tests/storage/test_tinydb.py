"""A TinyDB file is always readable, and holds the last acknowledged write, whatever happens to process or disk."""

import os
import random
import select
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from assistant.errors import StorageError
from assistant.storage.jsonfile import loads
from assistant.storage.tinydb import AtomicStorage, parse


def table(value: object) -> dict[str, dict[str, dict[str, object]]]:
    return {"goals": {"1": {"text": value}}}


def stored(folder: Path) -> AtomicStorage:
    """A storage that has written "old", then "new"."""
    storage = AtomicStorage(folder / "book.json")
    assert storage.read() is None
    storage.write(table("old"))
    storage.write(table("new"))
    return storage


# --- a database like any other


def test_tinydb_works_on_it(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "book.json", storage=AtomicStorage) as db:
        db.table("people").insert({"name": "Minerva"})
        db.table("people").insert({"name": "Lee"})
        db.table("people").update({"rank": 1}, Query().name == "Lee")
    with TinyDB(tmp_path / "book.json", storage=AtomicStorage) as db:
        assert db.table("people").all() == [{"name": "Minerva"}, {"name": "Lee", "rank": 1}]


def test_a_transaction_of_many_operations_is_one_write(tmp_path: Path) -> None:
    storage = stored(tmp_path)
    db = TinyDB(tmp_path / "book.json", storage=lambda _: storage)
    with storage.transaction():
        for number in range(20):
            db.table("actions").insert({"number": number})
        assert "actions" not in parse(storage.path.read_bytes())
    assert len(parse(storage.path.read_bytes())["actions"]) == 20
    assert parse(storage.backup.read_bytes()) == table("new"), "the state before the transaction"


def test_a_transaction_that_raises_changes_nothing(tmp_path: Path) -> None:
    storage = stored(tmp_path)
    db = TinyDB(tmp_path / "book.json", storage=lambda _: storage)

    def truncate_and_fail() -> None:
        with storage.transaction():
            db.table("goals").truncate()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        truncate_and_fail()
    assert db.table("goals").all() == [{"text": "new"}]


def test_a_transaction_without_a_change_writes_nothing(tmp_path: Path) -> None:
    storage = stored(tmp_path)
    before = storage.path.stat().st_ino
    with storage.transaction():
        storage.read()
    assert storage.path.stat().st_ino == before


def test_reads_are_cached_until_the_file_changes(tmp_path: Path) -> None:
    storage = stored(tmp_path)
    assert storage.read() is storage.read()
    other = AtomicStorage(storage.path)
    other.read()
    other.write(table("other"))
    assert storage.read() == table("other")


def test_the_file_is_readable_json_for_its_owner_only(tmp_path: Path) -> None:
    storage = stored(tmp_path)
    assert storage.path.read_text() == '{\n  "goals": {\n    "1": {\n      "text": "new"\n    }\n  }\n}\n'
    assert {p.name: oct(p.stat().st_mode & 0o777) for p in tmp_path.iterdir()} == {
        "book.json": "0o600",
        "book.json.bak": "0o600",
        "book.json.lock": "0o600",
    }


# --- two processes


def test_two_processes_do_not_write_at_once(tmp_path: Path) -> None:
    first, second = stored(tmp_path), AtomicStorage(tmp_path / "book.json")
    second.read()
    with first.transaction(), pytest.raises(StorageError, match="being written by another process"):
        second.write(table("lost"))
    assert second.read() == table("new")


def test_a_write_that_has_not_seen_the_other_process_is_refused(tmp_path: Path) -> None:
    first, second = stored(tmp_path), AtomicStorage(tmp_path / "book.json")
    second.read()
    first.write(table("first"))
    with pytest.raises(StorageError, match="changed by another process"):
        second.write(table("second"))
    assert second.read() == table("first")
    second.write(table("second"))
    assert first.read() == table("second")


# --- a full disk, a damaged file


@pytest.mark.parametrize("room", [0, 1, 30])
def test_a_full_disk_leaves_the_old_file_and_drops_the_cache(
    tmp_path: Path, full_disk: Callable[[int], AbstractContextManager[None]], room: int
) -> None:
    storage = stored(tmp_path)
    db = TinyDB(tmp_path / "book.json", storage=lambda _: storage)
    with full_disk(room), pytest.raises(StorageError, match="could not be written") as error:
        db.table("goals").update({"text": "too much"})
    assert error.value.retry
    assert parse(storage.path.read_bytes()) == table("new")
    assert storage.read() == table("new"), "TinyDB had changed the cached tables in place"
    assert parse(storage.backup.read_bytes()) == table("old")
    assert not list(tmp_path.glob(".*")), "no temporary file is left"
    storage.write(table("again"))
    assert AtomicStorage(storage.path).read() == table("again")


@pytest.mark.parametrize("damage", [b"", b'{"goals": {"1"', b"\0" * 40, b"[]", b'{"goals": 7}', b'{"goals": {"1": 7}}'])
def test_a_damaged_file_is_served_from_its_backup_and_kept_aside_by_the_next_write(
    tmp_path: Path, damage: bytes
) -> None:
    stored(tmp_path).path.write_bytes(damage)
    storage = AtomicStorage(tmp_path / "book.json")
    assert storage.read() == table("old")
    assert storage.restored
    storage.write(table("mended"))
    assert not storage.restored
    assert (tmp_path / "book.json.corrupt").read_bytes() == damage
    assert AtomicStorage(storage.path).read() == table("mended")
    assert parse(storage.backup.read_bytes()) == table("old"), "the damaged file did not become the backup"


def test_that_the_backup_was_used_is_still_known_after_a_crash(tmp_path: Path) -> None:
    stored(tmp_path).path.write_bytes(b"")
    AtomicStorage(tmp_path / "book.json").read()
    again = AtomicStorage(tmp_path / "book.json")
    again.read()
    assert again.restored


def test_a_second_damage_does_not_overwrite_what_was_kept_of_the_first(tmp_path: Path) -> None:
    for damage in (b"first", b"second"):
        storage = stored(tmp_path) if damage == b"first" else AtomicStorage(tmp_path / "book.json")
        storage.path.write_bytes(damage)
        storage.read()
        storage.write(table("mended"))
    assert (tmp_path / "book.json.corrupt").read_bytes() == b"first"
    assert (tmp_path / "book.json.corrupt-2").read_bytes() == b"second"


def test_a_lost_file_is_served_from_its_backup(tmp_path: Path) -> None:
    stored(tmp_path).path.unlink()
    storage = AtomicStorage(tmp_path / "book.json")
    assert storage.read() == table("old")
    assert storage.restored


def test_when_both_are_damaged_nothing_is_made_up(tmp_path: Path) -> None:
    storage = stored(tmp_path)
    storage.path.write_bytes(b"{")
    storage.backup.write_bytes(b"{")
    for _ in range(2):
        with pytest.raises(StorageError, match=r"damaged, and so is its \.bak"):
            AtomicStorage(storage.path).read()
    with pytest.raises(StorageError):
        AtomicStorage(storage.path).write(table("new"))
    assert storage.path.read_bytes() == b"{"


def test_a_damaged_first_file_without_a_backup_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "book.json").write_bytes(b"")
    with pytest.raises(StorageError, match="damaged"):
        AtomicStorage(tmp_path / "book.json").read()


def test_a_file_that_cannot_be_read_is_an_error_and_not_a_damage(tmp_path: Path) -> None:
    storage = stored(tmp_path)
    storage.path.unlink()
    storage.path.mkdir()
    with pytest.raises(StorageError, match="could not be read"):
        AtomicStorage(storage.path).read()


# --- kills


def commit_for_ever(path: Path, pipe: int) -> None:
    """Counts up from what is there, and acknowledges each number once it is committed."""
    storage = AtomicStorage(path)
    tables = storage.read() or {"count": {"1": {"n": 0, "weight": "x" * 20_000}}}
    while True:
        number = tables["count"]["1"]["n"] + 1
        tables = {"count": {"1": {"n": number, "weight": "x" * 20_000}}}
        storage.write(tables)
        os.write(pipe, number.to_bytes(4, "big"))


def killed(run: Callable[[int], None], most_ms: float) -> int:
    """Runs `run(pipe)` in a child, kills it within `most_ms` of its first acknowledgement: the last one that came."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            run(writing)
        finally:
            os._exit(1)
    os.close(writing)
    acknowledged = os.read(reading, 4)
    select.select([], [], [], most_ms / 1000 * random.Random(child).random())
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4):
        acknowledged = more
    os.close(reading)
    return int.from_bytes(acknowledged, "big")


def test_no_kill_damages_the_file_or_loses_an_acknowledged_write(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    for _ in range(40):
        acknowledged = killed(lambda pipe: commit_for_ever(path, pipe), most_ms=15)
        count = loads(path.read_bytes())["count"]["1"]["n"]
        assert count in (acknowledged, acknowledged + 1), "the one under way may have been committed"
        assert not (storage := AtomicStorage(path)).restored
        assert storage.read() is not None
