"""What every mailbox promises, over each implementation of the port."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from servers.mailboxes import Given, mail

from assistant.ports import Watermark
from assistant.transport import fetching


def test_an_empty_mailbox_gives_nothing(given: Given) -> None:
    assert given.batches() == []


def test_mails_come_in_the_order_of_their_arrival_and_once(given: Given) -> None:
    given.mail("one", "two", "three")
    assert given.subjects() == ["one", "two", "three"]
    assert given.batches(given.read_all()) == []


def test_only_what_came_after_the_watermark_is_read(given: Given) -> None:
    given.mail("one", "two")
    mark = given.read_all()
    given.mail("three")
    assert given.subjects(mark) == ["three"]


def test_the_watermark_survives_a_restart(given: Given) -> None:
    given.mail("one", "two")
    mark = given.read_all()
    given.restart()
    given.mail("three")
    assert given.subjects(mark) == ["three"]


def test_flags_say_nothing_about_what_was_read(given: Given) -> None:
    given.mail("one", "two")
    given.world.mark_as_seen()
    assert given.subjects() == ["one", "two"]


def test_another_program_moving_mail_on_does_not_make_it_new(given: Given) -> None:
    given.mail("one", "two")
    mark = given.read_all()
    given.world.mark_as_seen()
    given.mail("three")
    assert given.subjects(mark) == ["three"]


def test_a_changed_uidvalidity_starts_over(given: Given) -> None:
    given.mail("one", "two", "three")
    mark = given.read_all()
    given.world.renumber()
    given.restart()
    fresh = given.batches(mark)
    assert len(fresh[-1].mails) == 3
    assert fresh[-1].mark.validity != mark.validity


def test_a_changed_uidvalidity_with_nothing_in_the_mailbox_keeps_the_watermark(given: Given) -> None:
    assert given.batches(Watermark(999, 12)) == []


def test_a_watermark_beyond_the_last_mail_gives_nothing(given: Given) -> None:
    """UID n:* gives the last mail, however large n is."""
    given.mail("one")
    mark = given.read_all()
    assert given.batches(Watermark(mark.validity, mark.uid + 50)) == []


def test_a_removed_mail_leaves_the_others_where_they_were(given: Given) -> None:
    given.mail("one", "two", "three")
    mark = given.read_all()
    given.world.remove(2)
    given.mail("four")
    assert given.subjects(mark) == ["four"]
    assert given.subjects() == ["one", "three", "four"]


def test_the_number_of_a_removed_mail_is_never_given_again(given: Given) -> None:
    given.mail("one", "two")
    mark = given.read_all()
    given.world.remove(2)
    assert given.subjects() == ["one"]
    given.restart()
    given.mail("three")
    assert given.subjects(mark) == ["three"]


def test_a_mail_that_vanishes_during_the_reading_is_left_out(given: Given) -> None:
    given.mail(*(f"mail {n}" for n in range(fetching.BATCH_MAILS + 3)))
    reading = given.mailbox.unread(Watermark())
    first = next(reading)
    given.world.remove(fetching.BATCH_MAILS + 2)
    rest = list(reading)
    assert len(first.mails) == fetching.BATCH_MAILS
    assert [each.uid for batch in rest for each in batch.mails] == [first.mark.uid + 1, first.mark.uid + 3]
    assert rest[-1].mark.uid == first.mark.uid + 3


def test_a_last_mail_that_vanishes_still_advances_the_watermark(given: Given) -> None:
    given.mail(*(f"mail {n}" for n in range(fetching.BATCH_MAILS + 1)))
    reading = given.mailbox.unread(Watermark())
    first = next(reading)
    given.world.remove(fetching.BATCH_MAILS + 1)
    (last,) = reading
    assert (last.mails, last.mark.uid) == ((), first.mark.uid + 1)


def test_batches_hold_at_most_a_hundred(given: Given) -> None:
    given.mail(*(f"mail {n}" for n in range(250)))
    batches = given.batches()
    assert [len(batch.mails) for batch in batches] == [100, 100, 50]
    assert [batch.mark.uid for batch in batches] == [batch.mails[-1].uid for batch in batches]


def test_a_batch_is_bounded_by_its_bytes(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "BATCH_BYTES", 2500)
    given.mail("one", "two", "three", body="x" * 1000 + "\r\n")
    assert [len(batch.mails) for batch in given.batches()] == [2, 1]


def test_other_calls_between_the_batches_do_not_disturb_the_reading(given: Given) -> None:
    wanted = [f"mail {n}" for n in range(fetching.BATCH_MAILS + 5)]
    given.mail(*wanted)
    seen = 0
    for batch in given.mailbox.unread(Watermark()):
        seen += len(batch.mails)
        given.mailbox.keep_sent(mail("letter"))
        assert given.mailbox.copies("<letter@example.org>")
        given.mailbox.file([each.uid for each in batch.mails])
    assert seen == len(wanted)
    assert sorted(given.people_see("Processed")) == sorted(wanted)


def test_bytes_come_exactly_as_they_were_sent(given: Given) -> None:
    raw = given.raw(
        mail("odd") + bytes(range(256)).replace(b"\r", b"").replace(b"\n", b"").replace(b"\0", b"") + b"\r\n"
    )
    (got,) = given.unread()
    assert (got.raw, got.size, got.truncated) == (raw, len(raw), False)


def test_a_mail_of_nothing_but_a_header_comes(given: Given) -> None:
    raw = given.raw(b"Subject: short\r\n\r\n")
    assert [each.raw for each in given.unread()] == [raw]


def test_a_mail_over_the_limit_comes_as_its_header(given: Given) -> None:
    given.restart(max_mail_bytes=2000)
    given.mail("small")
    large = given.mail("large", body="x" * 70 + "\r\n" + "y" * 3000 + "\r\n")
    small, got = given.unread()
    assert not small.truncated
    assert got.truncated
    assert got.size == len(large)
    assert got.raw == large[: large.index(b"\r\n\r\n") + 4]
    assert got.internal is not None


def test_the_time_of_arrival_is_aware_and_now(given: Given) -> None:
    given.mail()
    (got,) = given.unread()
    assert got.internal is not None
    assert abs(datetime.now(UTC) - got.internal) < timedelta(minutes=2)


def test_filed_mail_moves_to_processed_and_is_not_read_again(given: Given) -> None:
    given.mail("one", "two")
    (batch,) = given.batches()
    given.mailbox.file([each.uid for each in batch.mails])
    assert given.people_see("INBOX") == []
    assert given.people_see("Processed") == ["one", "two"]
    given.mail("three")
    assert given.subjects(batch.mark) == ["three"]


def test_filing_twice_and_filing_what_is_not_there_do_nothing(given: Given) -> None:
    given.mail("one")
    (batch,) = given.batches()
    for _ in range(2):
        given.mailbox.file([batch.mails[0].uid, batch.mails[0].uid + 700])
    given.mailbox.file([])
    assert given.people_see("Processed") == ["one"]


def test_mail_that_was_not_read_is_never_filed(given: Given) -> None:
    given.mail("one")
    (batch,) = given.batches()
    given.mail("two")
    given.mailbox.file([batch.mark.uid, batch.mark.uid + 1])
    assert given.people_see("INBOX") == ["two"]


def test_after_a_changed_uidvalidity_nothing_is_filed_by_old_numbers(given: Given) -> None:
    given.mail("one")
    (batch,) = given.batches()
    given.world.renumber()
    given.restart()
    given.mailbox.file([batch.mark.uid])
    assert given.people_see("INBOX") == ["one"]
