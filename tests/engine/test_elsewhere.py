"""Two protégés and one person: a stop holds for the whole mailbox, and one first note is enough for a while."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from engine.house import ADA, MINERVA, House

from assistant.mentoring.letters import Letter, LetterState

BEN_AT = "ben@example.org"
BEN = '[[protege]]\nname = "Ben Bit"\nemail = "ben@example.org"\ntimezone = "Europe/London"\ncountry = "GB"\n'
MEETS = (
    "new goal: lead a design team because I like it\nnew mentor Minerva M minerva@example.org\n"
    "why: your talk on pricing made us drop our free tier"
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path, more=BEN) as house:
        yield house


def reaches_out(house: House, who: str) -> None:
    house.says("hi", who=who)
    house.cycle(1)
    house.says(MEETS, who=who)
    house.cycle(1)
    house.says("reach out to Minerva", who=who)
    house.cycle(1)


def letters(house: House, id: str) -> list[Letter]:
    return [x for x in house.assistant.store.load(id).letters if x.person == "minerva" and not x.to_protege]


def approves(house: House, who: str, id: str) -> None:
    house.says(f"SEND {letters(house, id)[-1].code}", who=who)
    house.cycle(1)


def text(house: House, who: str) -> str:
    return str(house.last[who].get_body(("plain",)).get_content())  # type: ignore[union-attr]


def stops(house: House) -> None:
    """Ada wrote to Minerva, and Minerva wants no more."""
    reaches_out(house, ADA)
    approves(house, ADA, "ada-byron")
    house.cycle(30)
    house.says("Please stop writing to me.", who=MINERVA, answers=MINERVA)
    house.cycle(1)


# --- stop


def test_who_said_stop_is_not_written_to_for_a_protege_who_adds_them_later(house: House) -> None:
    stops(house)
    house.says("hi", who=BEN_AT)
    house.cycle(1)
    asked = house.says(MEETS, who=BEN_AT)
    sent = house.cycle(1)
    assert [mail["In-Reply-To"] for mail in sent] == [asked]
    assert "no more mail from this mailbox" in text(house, BEN_AT)
    house.says("reach out to Minerva", who=BEN_AT)
    house.cycle(1)
    assert "is not to be written to" in text(house, BEN_AT)
    assert letters(house, "ben-bit") == []
    assert "Ada" not in "".join(mail.raw.decode() for mail in house.to(BEN_AT))


def test_a_draft_that_the_same_mail_asks_for_cannot_be_sent(house: House) -> None:
    stops(house)
    house.says("hi", who=BEN_AT)
    house.cycle(1)
    house.says("1. lead a team\n2. Minerva M, minerva@example.org\n3. her talk made us drop our free tier",
               who=BEN_AT, answers=BEN_AT)  # fmt: skip
    sent = house.cycle(1)
    assert len(sent) == 1
    assert all(x.state is LetterState.WITHDRAWN for x in letters(house, "ben-bit"))
    before = len(house.to(MINERVA))
    house.says("SEND", who=BEN_AT, answers=BEN_AT)
    house.cycle(1)
    house.cycle(60)
    assert len(house.to(MINERVA)) == before


def test_only_a_keyed_hash_of_the_address_is_kept_for_the_mailbox(house: House) -> None:
    stops(house)
    state = house.assistant.store.load_mailbox()
    assert len(state.stopped) == 1
    assert "minerva" not in (house.folder / "state/mailbox.json").read_text()


# --- first notes


def test_a_second_protege_s_first_note_waits_twenty_business_days_and_hears_only_that(house: House) -> None:
    reaches_out(house, ADA)
    approves(house, ADA, "ada-byron")
    house.cycle(30)
    assert len(house.to(MINERVA)) == 1
    reaches_out(house, BEN_AT)
    assert "it goes Tue 1 Dec" in text(house, BEN_AT)
    approves(house, BEN_AT, "ben-bit")
    assert "Tue 1 Dec" in text(house, BEN_AT)
    letter = letters(house, "ben-bit")[-1]
    assert letter.not_before is not None
    assert letter.not_before.date() == date(2026, 12, 1)
    house.cycle(24 * 60)
    assert len(house.to(MINERVA)) == 1
    assert "Ada" not in "".join(mail.raw.decode() for mail in house.to(BEN_AT))
    house.cycle(27 * 24 * 60)
    assert house.at.date() == date(2026, 12, 1)
    house.cycle(60)
    assert len(house.to(MINERVA)) == 2


def test_of_two_that_were_approved_on_the_same_day_one_leaves_and_one_comes_back(house: House) -> None:
    reaches_out(house, ADA)
    reaches_out(house, BEN_AT)
    approves(house, ADA, "ada-byron")
    approves(house, BEN_AT, "ben-bit")
    house.cycle(30)
    assert len(house.to(MINERVA)) == 1
    house.cycle(1)
    assert "it goes Tue 1 Dec" in text(house, BEN_AT)
    assert [x.state for x in letters(house, "ben-bit")] == [LetterState.WITHDRAWN, LetterState.PENDING]


def test_the_one_who_wrote_first_is_not_held_back_by_their_own_note(house: House) -> None:
    reaches_out(house, ADA)
    approves(house, ADA, "ada-byron")
    house.cycle(30)
    house.says("status")
    house.cycle(1)
    assert house.book.person("minerva").first_from is None
