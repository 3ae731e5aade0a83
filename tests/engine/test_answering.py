"""One answer to one mail, soon: nothing that nobody asked for comes before it, and nothing hides what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engine.house import ADA, House

from assistant.mentoring.digest import digest
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.ports import Outcome, Receipt
from assistant.transport.smtp import SmtpSubmission


def flood(house: House, many: int) -> None:
    """So many notices wait, all older than what Ada asks."""
    book = house.book
    model = next(x for x in book.letters if x.to_protege)
    tokens = house.assistant.engine.parts.desk.tokens
    for n in range(many):
        bound = digest(ADA, (), "A notice", f"Notice {n}.", "")
        letter = replace(
            model, id=f"notice{n}", kind=Kind.NOTICE, state=LetterState.APPROVED, subject="A notice", sent_at=None,
            text=f"Notice {n}.", html="", digest=bound, in_reply_to="", references=(), sending_at=None, raw="",
            template="protege/notice", message_id=tokens.message_id("ada-byron", str(n)),
        )  # fmt: skip
        book = book.with_letter(letter)
    house.assistant.store.save(book)


def test_an_answer_goes_before_notices_that_wait(house: House) -> None:
    house.says("hi")
    house.cycle()
    flood(house, 120)
    asked = house.says("status")
    sent = house.cycle(1)
    assert sent[0]["In-Reply-To"] == asked


def test_notices_leave_room_for_an_answer_within_the_hour(house: House) -> None:
    house.says("hi")
    house.cycle()
    flood(house, 120)
    house.cycle(1)
    asked = house.says("status")
    assert asked in [mail["In-Reply-To"] for mail in house.cycle(1)]


def test_two_parts_of_one_mail_get_one_answer_whatever_they_are(house: House) -> None:
    house.draft_to_minerva()
    text = "status\nnotes Minerva: we agreed that I send the memo by 20 Nov. She said pricing pages matter."
    asked = house.says(text)
    sent = house.cycle(1)
    assert [mail["In-Reply-To"] for mail in sent] == [asked]
    body = sent[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "RECAP" in body
    assert "Waiting for you" in body
    joined = [x for x in house.book.letters if x.in_reply_to == asked]
    assert [x.kind for x in joined] == [Kind.RECAP]
    assert len(joined[0].shows) == 1


def test_a_bare_send_approves_no_draft_whose_mail_has_not_left(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.draft_to_minerva()
    got = house.last[ADA]
    old = house.book.pending()[0]
    with monkeypatch.context() as down:
        down.setattr(SmtpSubmission, "submit", lambda *_: Receipt(Outcome.DEFERRED, "451 later"))
        house.says("EDIT\n" + old.text.replace("twenty minutes", "ten minutes"), answers=ADA)
        house.cycle(1)
    new = house.book.pending()[0]
    assert new.id != old.id
    assert not new.shown
    house.last[ADA] = got
    house.says("SEND", answers=ADA)
    house.cycle(1)
    assert [x.state for x in letters(house)] == [LetterState.WITHDRAWN, LetterState.PENDING]
    house.cycle(30)
    assert house.book.letter(new.id).shown
    house.says(f"SEND {new.code}")
    house.cycle(1)
    assert house.book.letter(new.id).state is LetterState.APPROVED


def letters(house: House) -> list[Letter]:
    return [x for x in house.book.letters if not x.to_protege and x.template == "person/own"][-2:]
