"""What is particular to a Maildir."""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given as example
from hypothesis import strategies as st
from servers.mailboxes import Given, MaildirWorld, mail

from assistant.errors import MailboxLost
from assistant.ports import Watermark
from assistant.transport import fetching
from assistant.transport.maildir import MaildirMailbox
from assistant.transport.maildir_files import as_sent, base_name, deliver, files, make, with_seen
from assistant.transport.uidlist import FILE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mail"


@pytest.fixture
def given(path: Path) -> Given:
    return Given(MaildirWorld(path))


def put(path: Path, name: str, raw: bytes, part: str = "new") -> Path:
    make(path, top=True)
    (path / part / name).write_bytes(raw)
    return path / part / name


def test_a_missing_maildir_is_made(path: Path) -> None:
    assert list(MaildirMailbox(path).unread(Watermark())) == []
    assert {entry.name for entry in path.iterdir()} == {"tmp", "new", "cur", FILE}


def test_what_is_still_being_delivered_is_neither_read_nor_touched(given: Given, path: Path) -> None:
    given.mail("one")
    partial = put(path, "2.partial", b"Subject: not yet", part="tmp")
    (batch,) = given.batches()
    given.mailbox.file([each.uid for each in batch.mails])
    assert len(batch.mails) == 1
    assert partial.read_bytes() == b"Subject: not yet"


def test_hidden_files_folders_and_links_are_no_mail(given: Given, path: Path) -> None:
    put(path, ".hidden", mail())
    (path / "new" / "folder").mkdir()
    (path / "new" / "link").symlink_to(path / "new" / ".hidden")
    (path / "new" / "dangling").symlink_to(path / "nowhere")
    assert given.batches() == []


def test_every_byte_comes_as_it_is_stored(given: Given, path: Path) -> None:
    raw = mail("odd", body="") + bytes(range(256)) + b"\r\n"
    put(path, "1.odd", raw)
    assert [each.raw for each in given.unread()] == [raw]


def test_line_ends_of_a_local_delivery_become_those_of_the_wire(given: Given, path: Path) -> None:
    put(path, "1.local", mail("local").replace(b"\r\n", b"\n"))
    assert [each.raw for each in given.unread()] == [mail("local")]


@example(st.binary())
def test_line_ends_are_mended_once(raw: bytes) -> None:
    assert as_sent(as_sent(raw)) == as_sent(raw)
    assert as_sent(raw).replace(b"\r", b"") == raw.replace(b"\r", b"")


def test_the_time_of_arrival_is_that_of_the_file(given: Given, path: Path) -> None:
    os.utime(put(path, "1.old", mail()), (1_700_000_000, 1_700_000_000))
    assert [each.internal for each in given.unread()] == [datetime.fromtimestamp(1_700_000_000, UTC)]


def test_older_files_are_read_first(given: Given, path: Path) -> None:
    for name, at in (("1.c", 30), ("2.a", 10), ("3.b", 20)):
        os.utime(put(path, name, mail(name)), (at, at))
    assert given.subjects() == ["2.a", "3.b", "1.c"]


def test_a_mail_that_another_program_moves_on_between_the_batches_is_read(given: Given, path: Path) -> None:
    given.mail(*(f"mail {n}" for n in range(fetching.BATCH_MAILS + 3)))
    reading = given.mailbox.unread(Watermark())
    next(reading)
    given.world.mark_as_seen()
    (rest,) = reading
    assert len(rest.mails) == 3


def test_a_lost_list_of_numbers_starts_over_under_another_validity(given: Given, path: Path) -> None:
    given.mail("one")
    mark = given.read_all()
    for content in (None, b"", b"garbage\n", b"1 5 2\n9 too-high\n"):
        (path / FILE).unlink()
        if content is not None:
            (path / FILE).write_bytes(content)
        given.restart()
        (batch,) = given.batches(mark)
        assert batch.mark.validity != mark.validity
        mark = batch.mark


def test_filing_keeps_flags_name_and_time(given: Given, path: Path) -> None:
    os.utime(put(path, "1.a:2,FR", mail(), part="cur"), (1000, 1000))
    (batch,) = given.batches()
    given.mailbox.file([each.uid for each in batch.mails])
    filed = path / ".Processed" / "cur" / "1.a:2,FRS"
    assert filed.stat().st_mtime == 1000
    assert (path / ".Processed" / "maildirfolder").exists()


def test_filing_never_overwrites(given: Given, path: Path, caplog: pytest.LogCaptureFixture) -> None:
    make(path / ".Processed")
    put(path / ".Processed", "1.a:2,S", b"another", part="cur")
    put(path, "1.a", mail())
    (batch,) = given.batches()
    given.mailbox.file([each.uid for each in batch.mails])
    assert given.people_see("INBOX") == ["Hello"]
    assert (path / ".Processed" / "cur" / "1.a:2,S").read_bytes() == b"another"
    assert "stays" in caplog.text


def test_a_place_that_is_no_maildir_is_a_lost_mailbox(path: Path) -> None:
    path.write_text("a file")
    box = MaildirMailbox(path)
    for call in (
        lambda: list(box.unread(Watermark())),
        lambda: box.keep_sent(mail()),
        box.folders,
    ):
        with pytest.raises(MailboxLost, match=str(path)):
            call()


def test_numbers_that_cannot_be_kept_are_not_given_out(given: Given, path: Path) -> None:
    given.mail()
    (path / f".{FILE}.tmp").mkdir()
    with pytest.raises(MailboxLost, match="reading"):
        given.batches()
    (path / f".{FILE}.tmp").rmdir()
    assert given.subjects() == ["Hello"]


@contextmanager
def as_an_ordinary_user(path: Path) -> Iterator[None]:
    """Root may read everything; nobody may not."""
    if os.geteuid() != 0:
        yield
        return
    nobody = pwd.getpwnam("nobody").pw_uid
    for each in (path, *path.rglob("*")):
        os.chown(each, nobody, -1)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_cannot_be_read_does_not_hide_the_others(caplog: pytest.LogCaptureFixture) -> None:
    top = Path(tempfile.mkdtemp())
    try:
        for name in ("1.a", "2.b", "3.c"):
            put(top, name, mail(name))
        (top / "new" / "2.b").chmod(0)
        with as_an_ordinary_user(top):
            box = MaildirMailbox(top)
            for _ in range(fetching.TRIES - 1):
                with pytest.raises(MailboxLost, match="Permission denied"):
                    list(box.unread(Watermark()))
            (batch,) = box.unread(Watermark())
        assert [(each.uid, each.truncated, each.raw) for each in batch.mails] == [
            (1, False, mail("1.a")),
            (2, True, b""),
            (3, False, mail("3.c")),
        ]
        assert "mail 2" in caplog.text
    finally:
        shutil.rmtree(top)


def test_the_folders_in_use_are_named(path: Path) -> None:
    box = MaildirMailbox(path)
    assert box.folders() == {"inbox": str(path), "sent": None, "processed": None}
    box.keep_sent(mail())
    assert box.folders()["sent"] == str(path / ".Sent")


def test_a_delivery_is_complete_or_not_there(path: Path) -> None:
    make(path, top=True)
    one, two = deliver(path, b"one"), deliver(path, b"two", seen=True)
    assert one.read_bytes() == b"one"
    assert two.name.endswith(":2,S")
    assert not list((path / "tmp").iterdir())
    (path / "new" / one.name).unlink()
    (path / "new").rmdir()
    with pytest.raises(OSError, match="No such file"):
        deliver(path, b"three")
    assert not list((path / "tmp").iterdir())


@example(st.text(st.characters(exclude_characters="/\0"), min_size=1))
def test_a_seen_name_keeps_its_base(name: str) -> None:
    assert base_name(with_seen(name)) == base_name(name)
    assert with_seen(with_seen(name)) == with_seen(name)


def test_nothing_is_listed_where_nothing_is(path: Path) -> None:
    assert files(path) == {}
