"""One process at a time has the state folder; its key is made once."""

import os
import signal
from pathlib import Path

import pytest

from assistant.errors import StateInUse, StorageError
from assistant.storage.lock import _make_key, load_or_make_key, lock, make_folder


def test_the_second_process_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    with lock(tmp_path / "state"), pytest.raises(StateInUse, match=f"process {os.getpid()}$"), lock(tmp_path / "state"):
        pass


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with lock(tmp_path):
            pass
    with pytest.raises(RuntimeError), lock(tmp_path):
        raise RuntimeError
    with lock(tmp_path):
        pass


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with lock(tmp_path):
            os.write(writing, b"x")
            signal.pause()
        os._exit(1)
    os.read(reading, 1)
    with pytest.raises(StateInUse, match=f"process {child}$"), lock(tmp_path):
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with lock(tmp_path):
        assert (tmp_path / "run.lock").read_text() == f"{os.getpid()}\n"


def test_a_lock_without_a_name_in_it_is_held_all_the_same(tmp_path: Path) -> None:
    with lock(tmp_path):
        (tmp_path / "run.lock").write_bytes(b"\xff\xfe")
        with pytest.raises(StateInUse, match="another process"), lock(tmp_path):
            pass


def test_a_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    make_folder(tmp_path / "a/b/c")
    make_folder(tmp_path / "a/b/c")
    assert [(tmp_path / p).stat().st_mode & 0o777 for p in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="could not be made"):
        make_folder(tmp_path / "file/folder")


def test_the_key_is_made_once(tmp_path: Path) -> None:
    key = load_or_make_key(tmp_path / "state")
    assert len(key) == 32
    assert load_or_make_key(tmp_path / "state") == key
    assert load_or_make_key(tmp_path / "other") != key
    assert [p.name for p in (tmp_path / "state").iterdir()] == ["token.key"]
    assert (tmp_path / "state/token.key").stat().st_mode & 0o777 == 0o600


def test_of_two_processes_that_make_a_key_the_first_wins(tmp_path: Path) -> None:
    key = load_or_make_key(tmp_path)
    _make_key(tmp_path / "token.key")
    assert load_or_make_key(tmp_path) == key


@pytest.mark.parametrize("damaged", [b"", b"short", b"x" * 33])
def test_a_damaged_key_is_never_overwritten(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "token.key").write_bytes(damaged)
    with pytest.raises(StorageError, match="damaged"):
        load_or_make_key(tmp_path)
    assert (tmp_path / "token.key").read_bytes() == damaged


def test_an_unreadable_key_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "token.key").mkdir()
    with pytest.raises(StorageError, match="could not be read"):
        load_or_make_key(tmp_path)


def test_a_key_that_others_may_read_is_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    load_or_make_key(tmp_path)
    (tmp_path / "token.key").chmod(0o644)
    load_or_make_key(tmp_path)
    assert "may be read by others" in caplog.text


def test_a_key_that_is_missing_beside_books_is_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "books").mkdir()
    load_or_make_key(tmp_path)
    assert "no longer work" in caplog.text
