"""What every mailbox promises of copies of letters and of waiting, over each implementation of the port."""

from __future__ import annotations

import threading
import time

import pytest
from servers.mailboxes import Given, mail


def test_a_letter_is_proven_by_its_copy_in_sent(given: Given) -> None:
    letter = mail("letter", message_id="<k7q2@example.org>")
    given.mailbox.keep_sent(letter)
    assert given.people_see("Sent") == ["letter"]
    assert list(given.mailbox.copies("<k7q2@example.org>")) == [letter]
    assert list(given.mailbox.copies("k7q2@example.org")) == [letter]


def test_copies_are_found_in_the_inbox_and_in_processed(given: Given) -> None:
    filed = given.mail("filed", message_id="<k7q2@example.org>")
    (batch,) = given.batches()
    given.mailbox.file([each.uid for each in batch.mails])
    waiting = given.mail("waiting", message_id="<k7q2@example.org>")
    assert sorted(given.mailbox.copies("<k7q2@example.org>")) == sorted([filed, waiting])


@pytest.mark.parametrize("other", ["<ak7q2@example.org>", "<k7q2@example.org.uk>", "<K7Q2@example.org>"])
def test_a_message_id_that_only_contains_ours_proves_nothing(given: Given, other: str) -> None:
    given.mail("other", message_id=other)
    assert list(given.mailbox.copies("<k7q2@example.org>")) == []


def test_a_message_id_in_the_text_proves_nothing(given: Given) -> None:
    given.mail("other", body="Message-ID: <k7q2@example.org>\r\n")
    assert list(given.mailbox.copies("<k7q2@example.org>")) == []


def test_a_folded_message_id_is_found(given: Given) -> None:
    raw = given.raw(b"Subject: folded\r\nMessage-ID:\r\n <k7q2@example.org>\r\n\r\nHi\r\n")
    assert list(given.mailbox.copies("<k7q2@example.org>")) == [raw]


@pytest.mark.parametrize("id", ["", "<>", "<naïve@example.org>", '<a" OR ALL@example.org>', "<a\r\nb@example.org>"])
def test_what_is_no_message_id_of_ours_finds_nothing(given: Given, id: str) -> None:
    given.mail("one")
    assert list(given.mailbox.copies(id)) == []


def test_no_copy_is_kept_where_that_is_not_wanted(given: Given) -> None:
    given.restart(keep_sent=False)
    given.mailbox.keep_sent(mail("letter"))
    assert given.people_see("Sent") == []


@pytest.mark.parametrize("idle", [True, False])
def test_new_mail_ends_the_waiting(given: Given, idle: bool) -> None:
    given.restart(idle=idle)
    given.batches()
    given.mailbox.wait(0.01, lambda: False)  # signed in
    timer = threading.Timer(0.2, given.mail)
    timer.start()
    began = time.monotonic()
    while not given.batches() and time.monotonic() - began < 30:
        given.mailbox.wait(30, lambda: False)
    timer.join()
    assert time.monotonic() - began < 10
    assert given.subjects() == ["Hello"]


def test_mail_that_came_before_the_waiting_ends_it_at_once(given: Given) -> None:
    given.mail("one")
    given.read_all()
    given.mail("two")
    began = time.monotonic()
    given.mailbox.wait(30, lambda: False)
    assert time.monotonic() - began < 10


def test_waiting_ends_with_its_time(given: Given) -> None:
    given.batches()
    began = time.monotonic()
    given.mailbox.wait(0.3, lambda: False)
    given.mailbox.wait(0, lambda: False)
    assert time.monotonic() - began < 5


def test_stop_ends_the_waiting_soon(given: Given) -> None:
    given.batches()
    stop = threading.Event()
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    began = time.monotonic()
    while not stop.is_set():
        given.mailbox.wait(30, stop.is_set)
    assert time.monotonic() - began < 5
    timer.join()
