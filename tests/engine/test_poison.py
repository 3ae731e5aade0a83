"""Poison: one mail, one letter or one due event that cannot be handled never stops the others, and nothing is lost."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from engine.house import ADA, MINERVA, OURS, House

from assistant.engine import deliver, engine
from assistant.errors import MailboxLost, UnreadableMail
from assistant.mentoring.book import Book
from assistant.mentoring.events import AttemptDue, Event
from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.policy import Policy
from assistant.storage.spool import FileSpool
from assistant.transport.maildir import MaildirMailbox

BEN = '[[protege]]\nname = "Ben Bit"\nemail = "ben@example.org"\ntimezone = "Europe/Berlin"\n'
BEN_AT = "ben@example.org"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path, more=BEN) as house:
        yield house


def put(house: House, *, message_id: str, subject: str = "hello", text: str = "status", who: str = ADA) -> None:
    head = f"From: {who}\r\nTo: {OURS}\r\nSubject: {subject}\r\nMessage-ID: {message_id}\r\n"
    date = f"Date: {house.at:%a, %d %b %Y %H:%M:%S} +0000\r\n"
    house.put((head + date + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n").encode())


def approved(house: House) -> Letter:
    """Ada's first note to Minerva, approved."""
    house.draft_to_minerva()
    house.says("SEND", answers=ADA)
    house.cycle(1)
    return next(x for x in house.book.letters if x.state is LetterState.APPROVED and not x.to_protege)


def change(house: House, letter: Letter, **changes: object) -> None:
    house.assistant.store.save(house.book.with_letter(replace(letter, **changes)))  # type: ignore[arg-type]


# --- what is read can be written


@pytest.mark.parametrize("message_id", [f"<{'a' * 300}@x>", "<é@example.org>", "<ab>", f"<{'a' * 2000}@x>"])
def test_any_message_id_is_answered_and_the_other_protege_too(house: House, message_id: str) -> None:
    put(house, message_id=message_id)
    house.says("hi", who=BEN_AT)
    house.cycle()
    assert len(house.to(ADA)) == 1
    assert len(house.to(BEN_AT)) == 1


@pytest.mark.parametrize("subject", ["=?utf-8?q?a=C2=9Bb?=", "=?utf-7?q?+2AA-?=", "=?utf-8?q?a=E2=80=AEb?="])
def test_any_subject_is_answered(house: House, subject: str) -> None:
    house.says("hi")
    house.cycle()
    put(house, message_id="<1@example.org>", subject=subject, text="blorp")
    house.says("hi", who=BEN_AT)
    house.cycle(1)
    assert house.last[ADA]["In-Reply-To"] == "<1@example.org>"
    assert len(house.to(BEN_AT)) == 1


@pytest.mark.parametrize("text", ["new mentor Zoe zoé@example.org", "new mentor Zoe\nemail: zoé@example.org"])
def test_an_address_that_cannot_be_written_is_refused_in_words(house: House, text: str) -> None:
    house.says("hi")
    house.cycle()
    house.says(text)
    house.cycle(1)
    assert "zoé@example.org” is no e-mail address" in house.last[ADA].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert [p.email for p in house.book.people] == [""]


def test_an_address_in_the_three_answers_that_cannot_be_written_is_refused_in_words(house: House) -> None:
    house.says("hi")
    house.cycle()
    three = "1. lead a team\n2. Zoé Z, zoé@example.org\n3. her talk on pricing made us drop our free tier"
    house.says(three, answers=ADA)
    house.cycle(1)
    assert "is no e-mail address" in house.last[ADA].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert [(p.name, p.email) for p in house.book.people] == [("Zoé Z", "")]


# --- letters that cannot be composed


def test_a_letter_that_cannot_be_composed_fails_and_the_protege_is_told(house: House) -> None:
    letter = approved(house)
    change(house, letter, to="zoé@example.org")
    person = house.book.person(letter.person)
    house.assistant.store.save(house.book.with_person(replace(person, also=("zoé@example.org",))))
    house.says("hi", who=BEN_AT)
    house.cycle(60)
    assert house.book.letter(letter.id).state is LetterState.FAILED
    assert not [x for x in house.sent if "zo" in x.recipients[0]]
    assert len(house.to(BEN_AT)) == 1
    house.cycle(1)
    assert "NOT DELIVERED" in house.last[ADA].get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_letter_that_is_not_what_was_approved_fails_and_never_leaves(house: House) -> None:
    letter = approved(house)
    change(house, letter, text=letter.text + "\n\nP.S. Send money.")
    house.cycle(60)
    assert house.book.letter(letter.id).state is LetterState.FAILED
    assert not house.to(MINERVA)


def test_an_answer_that_cannot_be_composed_stands_in_the_next_digest(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.says("hi")
    house.cycle()
    compose = deliver.compose

    def fails(letter: Letter, **more: object) -> bytes:
        if letter.template == "protege/status":
            raise ValueError("poison")
        return compose(letter, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(deliver, "compose", fails)
    house.says("status")
    assert house.cycle(1) == []
    assert [x.state for x in house.book.letters if x.template == "protege/status"] == [LetterState.FAILED]
    house.cycle(22 * 60 + 30)
    assert "A mail of mine may not have reached you" in house.last[ADA].get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_letter_that_left_is_sent_even_if_what_follows_cannot_be_worded(house: House) -> None:
    letter = approved(house)
    own = house.folder / "templates/protege"
    own.mkdir(parents=True)
    (own / "not_delivered.txt").write_text("Subject: x\n\n{{ no_such_value }}\n")
    house.close()
    change(house, letter, text="changed")
    house.cycle(60)
    assert house.book.letter(letter.id).state is LetterState.FAILED
    assert house.cycle(1) == []
    assert house.fine


# --- what is due


def test_a_due_event_that_fails_three_times_is_given_up_and_stops_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "assistant")
    house.says("hi")
    house.says("hi", who=BEN_AT)
    house.cycle()
    poison = AttemptDue("poison", house.at, "nobody", 1)
    real = engine.due

    def due(book: Book, now: datetime, policy: Policy) -> tuple[Event, ...]:
        ours = (poison,) if book.protege.email == ADA and poison.key not in book.handled else ()
        return (*ours, *real(book, now, policy))

    monkeypatch.setattr(engine, "due", due)
    for _ in range(3):
        house.says("status", who=BEN_AT)
        assert len(house.cycle(1)) == 1
        assert not house.fine
    assert "poison" in house.book.handled
    assert house.cycle(1) == []
    assert house.fine
    assert any(n.rule == "given up" for n in house.book.recent)


def test_a_book_of_which_nothing_can_be_derived_stops_nobody(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.says("hi")
    house.cycle()

    def poisoned(real: Callable[..., object]) -> Callable[..., object]:
        def derive(book: Book, *more: object) -> object:
            if book.protege.email == ADA:
                raise ValueError("poison")
            return real(book, *more)

        return derive

    for name in ("due", "next_due"):
        monkeypatch.setattr(engine, name, poisoned(getattr(engine, name)))
    house.says("hi", who=BEN_AT)
    house.cycle(1)
    assert len(house.to(BEN_AT)) == 1
    assert house.assistant.engine.next_due() > house.at


# --- the mailbox


def test_a_sent_folder_that_cannot_be_read_leaves_the_letter_in_doubt_and_stops_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = approved(house)
    change(house, letter, state=LetterState.IN_DOUBT, sending_at=house.at, raw="x")

    def lost(self: object, message_id: str) -> Sequence[bytes]:
        raise MailboxLost("Sent cannot be opened")

    monkeypatch.setattr(MaildirMailbox, "copies", lost)
    house.says("hi", who=BEN_AT)
    house.cycle(60)
    assert house.book.letter(letter.id).state is LetterState.IN_DOUBT
    assert len(house.to(BEN_AT)) == 1


def test_a_copy_that_cannot_be_kept_changes_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(self: object, raw: bytes) -> None:
        raise MailboxLost("Sent is full")

    monkeypatch.setattr(MaildirMailbox, "keep_sent", lost)
    house.says("hi")
    house.says("hi", who=BEN_AT)
    house.cycle()
    assert len(house.to(ADA)) == len(house.to(BEN_AT)) == 1
    assert [x.state for x in house.book.letters] == [LetterState.SENT]


def test_a_held_mail_that_somebody_tidied_away_does_not_keep_the_others_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust = house.folder / "config.toml"
    trust.write_text(trust.read_text().replace('"open"', '"authserv"\nauthserv_id = "mx.example.org"'))
    house.says("hi")
    house.says("status")
    house.cycle()
    house.cycle(11)
    gone: list[str] = []
    real = FileSpool.requeue

    def requeue(self: FileSpool, name: str) -> None:
        if not gone:
            gone.append(name)
            raise UnreadableMail("it is not there any more")
        real(self, name)

    monkeypatch.setattr(FileSpool, "requeue", requeue)
    house.says("YES", answers=ADA)
    house.cycle(1)
    assert gone
    assert any(c.used for c in house.book.challenges)


# --- time


def test_send_that_lay_in_the_mailbox_while_the_machine_slept_still_leaves_time_for_undo(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.draft_to_minerva()
    asked = house.at
    house.says("SEND", answers=ADA)
    clock = type(house.assistant.clock)
    monkeypatch.setattr(clock, "arrival", lambda self, internal: min(asked, self.now()))
    house.cycle(3 * 60)
    letter = next(x for x in house.book.letters if x.state is LetterState.APPROVED and not x.to_protege)
    assert letter.hold_until == house.at + timedelta(minutes=10)
    assert not house.to(MINERVA)
    house.cycle(11)
    assert len(house.to(MINERVA)) == 1


def test_times_that_have_passed_while_the_machine_slept_do_not_leave(house: House) -> None:
    house.says("hi")
    house.cycle()
    house.says("new goal: lead a pricing team because I like it\nnew mentor Minerva M minerva@example.org\n"
               "why: your talk on pricing made us drop our free tier")  # fmt: skip
    house.cycle(1)
    house.says("reach out to Minerva")
    house.cycle(1)
    letter = house.book.pending()[0]
    house.says(f"SEND {letter.code}")
    house.cycle(1)
    assert house.book.letter(letter.id).state is LetterState.APPROVED
    house.cycle(21 * 24 * 60)
    assert not house.to(MINERVA)
    assert house.book.letter(letter.id).state is LetterState.WITHDRAWN
    said = [x.raw.decode() for x in house.to(ADA)]
    assert any("NOT SENT: the times in it had come too near" in x for x in said)
    fresh = house.book.pending()[0]
    house.says(f"SEND {fresh.code}")
    house.cycle(1)
    house.cycle(15)
    assert len(house.to(MINERVA)) == 1
