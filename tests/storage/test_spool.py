"""The queue of mails: all or nothing goes in, in order, once; nothing is ever lost on its way through."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import StorageError, UnreadableMail
from assistant.ports import Delivered
from assistant.storage.spool import FileSpool, _name, _spooled

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def mail(uid: int, raw: bytes = b"From: ada@example.org\r\n\r\nHello\r\n") -> Delivered:
    return Delivered(uid, raw, NOON, len(raw))


def files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


@pytest.fixture
def spool(tmp_path: Path) -> FileSpool:
    return FileSpool(tmp_path)


def test_mails_wait_in_the_order_of_their_uids(spool: FileSpool) -> None:
    spool.put([mail(100), mail(9), mail(99)], 7)
    spool.put([mail(2)], 8)
    assert [s.name.split("-")[:2] for s in spool.waiting()] == [
        ["0000000007", "0000000009"],
        ["0000000007", "0000000099"],
        ["0000000007", "0000000100"],
        ["0000000008", "0000000002"],
    ]


def test_everything_known_of_a_mail_comes_back(spool: FileSpool) -> None:
    madrid = datetime(2026, 3, 3, 13, 5, 9, tzinfo=timezone(timedelta(hours=1)))
    spool.put([Delivered(1, b"raw\0\xff\n", madrid, 6), Delivered(2, b"Subject: big\n\n", None, 40_000_000, True)], 7)
    whole, headers = spool.waiting()
    assert (whole.raw, whole.internal, whole.size, whole.truncated) == (b"raw\0\xff\n", madrid, 6, False)
    assert (headers.raw, headers.internal, headers.size, headers.truncated) == (
        b"Subject: big\n\n",
        None,
        40_000_000,
        True,
    )
    assert headers.name.endswith(".headers.eml")


MAILS = st.builds(
    Delivered,
    uid=st.integers(1, 2**32 - 1),
    raw=st.binary(max_size=50),
    internal=st.none() | st.datetimes(timezones=st.just(UTC)).map(lambda d: d.replace(microsecond=0)),
    size=st.integers(0, 10**12),
    truncated=st.booleans(),
)


@given(mail=MAILS, validity=st.integers(0, 2**32 - 1))
def test_a_name_holds_all_that_is_known(mail: Delivered, validity: int) -> None:
    name = _name(mail, validity)
    again = _spooled(f"{name}.2", name, mail.raw)
    assert (again.internal, again.truncated, again.failures) == (mail.internal, mail.truncated, 2)
    assert again.size == (mail.size if mail.truncated else len(mail.raw))
    assert not set(name) - set("0123456789abcdefx-.headersml")


def test_the_same_mail_put_twice_is_one(spool: FileSpool) -> None:
    spool.put([mail(1), mail(1)], 7)
    name = next(spool.waiting()).name
    spool.failed(name, 3)
    spool.put([mail(1), mail(2)], 7)
    assert [s.failures for s in spool.waiting()] == [1, 0]


def test_handled_mail_is_filed_by_its_month(spool: FileSpool, tmp_path: Path) -> None:
    spool.put([mail(1), mail(2)], 7)
    first, second = spool.waiting()
    spool.file(first.name, datetime(2026, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-5))))
    assert [s.name for s in spool.waiting()] == [second.name]
    assert (tmp_path / "spool/2027/01" / first.name).read_bytes() == first.raw
    assert spool.raw(first.name) == first.raw


def test_filing_again_after_a_crash_does_nothing(spool: FileSpool, caplog: pytest.LogCaptureFixture) -> None:
    spool.put([mail(1)], 7)
    name = next(spool.waiting()).name
    spool.file(name, NOON)
    spool.file(name, NOON)
    assert "not in the queue" in caplog.text
    assert spool.raw(name) == mail(1).raw


def test_a_mail_that_fails_three_times_is_set_aside_and_the_others_are_not(spool: FileSpool) -> None:
    spool.put([mail(1), mail(2)], 7)
    poison, other = spool.waiting()
    assert not spool.failed(poison.name, 3)
    assert not spool.failed(poison.name, 3)
    assert list(spool.waiting()) == [replace(poison, failures=2), other]
    assert spool.failed(poison.name, 3)
    assert list(spool.waiting()) == [other]
    assert spool.counts() == (1, 1)
    assert spool.raw(poison.name) == poison.raw


def test_a_mail_that_failed_once_and_is_then_handled_is_filed_under_its_name(spool: FileSpool, tmp_path: Path) -> None:
    spool.put([mail(1)], 7)
    name = next(spool.waiting()).name
    spool.failed(name, 3)
    spool.file(name, NOON)
    assert files(tmp_path) == [f"spool/2026/03/{name}"]


@pytest.mark.parametrize("aside", [True, False])
def test_a_filed_mail_goes_back_into_the_queue_with_no_failures(spool: FileSpool, aside: bool) -> None:
    spool.put([mail(1)], 7)
    before = next(spool.waiting())
    if aside:
        spool.failed(before.name, 1)
    else:
        spool.file(before.name, NOON)
    spool.requeue(before.name)
    spool.requeue(before.name)
    assert list(spool.waiting()) == [before]


def test_a_mail_that_is_gone_is_said_to_be(spool: FileSpool) -> None:
    with pytest.raises(UnreadableMail, match="no longer in the spool"):
        spool.requeue(_name(mail(1), 7))


@pytest.mark.parametrize("name", ["../../token.key", "/etc/passwd", "", ".", "x.eml", "0000000007-*.eml", "a\nb"])
def test_a_name_that_is_no_name_touches_nothing(spool: FileSpool, tmp_path: Path, name: str) -> None:
    (tmp_path / "token.key").write_bytes(b"secret")
    spool.put([mail(1)], 7)
    before = files(tmp_path)
    for touch in (spool.requeue, spool.raw, lambda n: spool.file(n, NOON), lambda n: spool.failed(n, 1)):
        with pytest.raises(UnreadableMail):
            touch(name)
    assert files(tmp_path) == before


def test_a_full_disk_takes_in_none_of_the_batch(
    spool: FileSpool, full_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    spool.put([mail(1)], 7)
    batch = [mail(1), mail(2), mail(3, b"x" * 9000), mail(4)]
    with full_disk(4096), pytest.raises(StorageError) as error:
        spool.put(batch, 7)
    assert error.value.retry
    assert [p.name for p in spool.new.iterdir()] == [_name(mail(1), 7)]
    spool.put(batch, 7)
    assert len(list(spool.waiting())) == 4


def test_half_written_and_strange_files_are_left_alone_and_named_once(
    spool: FileSpool, caplog: pytest.LogCaptureFixture
) -> None:
    spool.put([mail(1)], 7)
    (spool.new / f".{_name(mail(2), 7)}.tmp").write_bytes(b"half")
    (spool.new / "notes.txt").write_bytes(b"mine")
    with caplog.at_level(logging.WARNING):
        assert len(list(spool.waiting())) == len(list(spool.waiting())) == 1
    assert caplog.text.count("notes.txt") == 1
    spool.put([mail(2)], 7)
    assert [s.raw for s in spool.waiting()] == [mail(1).raw, mail(2).raw]


def test_a_mail_handled_while_the_queue_is_walked_is_passed_over(spool: FileSpool) -> None:
    spool.put([mail(1), mail(2), mail(3)], 7)
    walk = spool.waiting()
    next(walk)
    spool.file(_name(mail(2), 7), NOON)
    assert [s.name for s in walk] == [_name(mail(3), 7)]


def test_filed_mails_are_found_again_by_month(spool: FileSpool) -> None:
    spool.put([mail(3), mail(1), mail(2)], 7)
    names = [s.name for s in spool.waiting()]
    for name, day in zip(names, (datetime(2025, 12, 31, tzinfo=UTC), NOON, NOON), strict=True):
        spool.file(name, day)
    assert list(spool.filed(datetime(2026, 3, 30, tzinfo=UTC))) == names[1:]
    assert list(spool.filed(datetime(2025, 12, 1, tzinfo=UTC))) == names
    assert list(spool.filed(datetime(2026, 4, 1, tzinfo=UTC))) == []


def test_the_spool_is_for_its_owner_only(spool: FileSpool, tmp_path: Path) -> None:
    spool.put([mail(1)], 7)
    spool.file(_name(mail(1), 7), NOON)
    for path in tmp_path.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
