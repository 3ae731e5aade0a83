"""What is private in notes reaches no other person, on any way out: letters, their HTML, subjects, calendars."""

from __future__ import annotations

import pytest
from engine.house import ADA, MINERVA, OURS, House, introduced, parsed

NOTES = """notes Minerva:
- price the outcome
- I will write the pricing memo by 20 Nov
- Minerva will send her checklist by 27 Nov
{}

Next meeting: 4 December at 15:00
"""
SECRET = "zebracorn"
MARKED = [
    "private: {}",
    "Confidential (please do not transmit): {}",
    "dont pass this on: {}, havent told anyone",
    "Please keep this only for you: {}",
    "Keep this one under your hat, nobody else hears it: {}",
    "à garder pour moi : {}",
    "What I tell nobody, also not Minerva: {}",
    "dont tell her or anyone but {}",
    "for my eyes only: {}",
    "#### private, do not include in anything outgoing\n- {}\n- {} again",
    "{}, keep that to yourself.",
    "Privat (nicht weitergeben): {}",
    "- {} (don't tell her)",
]


@pytest.fixture
def house(house: House) -> House:
    return introduced(house)


def read(raw: bytes) -> str:
    """All that a person can see of a mail: its headers and each of its parts, decoded."""
    mail = parsed(raw)
    heads = [str(value) for part in mail.walk() for value in part.values()]
    parts = (part.get_payload(decode=True) for part in mail.walk() if not part.is_multipart())
    bodies = [part.decode("utf-8", "replace") for part in parts if isinstance(part, bytes)]
    unfolded = [body.replace("\r\n ", "").replace("\n ", "") for body in bodies]  # RFC 5545 §3.1
    return "\n".join([*heads, *bodies, *unfolded]).casefold()


def to_others(house: House) -> list[str]:
    """Every mail that went to anybody but Ada and ourselves, as they read it."""
    return [read(mail.raw) for mail in house.sent if set(mail.recipients) - {ADA, OURS}]


def leaves(house: House, command: str, *, holds: str, answers: str = "") -> None:
    """Ada says this and approves what is drafted; within ten days Minerva has a mail more, which holds the words."""
    house.says(command, subject="" if answers else "Minerva", answers=answers)
    house.cycle(5)
    before = len(house.to(MINERVA))
    house.says("SEND ANYWAY", answers=ADA)
    for _ in range(80):
        house.cycle(180)
        if any(holds in read(mail.raw) for mail in house.to(MINERVA)[before:]):
            return
    raise AssertionError(command, read(house.to(ADA)[-1].raw))


@pytest.mark.parametrize("marked", MARKED)
def test_no_private_word_of_notes_leaves_and_the_recap_shows_what_was_kept_apart(house: House, marked: str) -> None:
    secret = marked.replace("{}", f"I will leave {SECRET} by 20 Nov")
    house.says(NOTES.format(secret), subject="Minerva")
    house.cycle(5)
    recap = read(house.to(ADA)[-1].raw)
    assert "only for you" in recap
    assert SECRET in recap.partition("only for you")[2].partition("next meeting")[0]
    for command in ("OK", "SHARE 1", "SHARE 2"):
        house.says(command, answers=ADA)
        house.cycle(5)
    leaves(house, "SEND", holds="pricing memo", answers=ADA)
    house.says(f"THANK Minerva: her line on {SECRET} helped me", subject="Minerva")
    house.cycle(5)
    leaves(house, f"meet Minerva 4 Dec 15:00\n\n{secret}", holds="4 dec")
    assert house.fine
    assert all(SECRET not in mail for mail in to_others(house))


APART = ["not for her: {}", "🔒 {}", "keep this between us: {}", "nur für mich: {}"]


@pytest.mark.parametrize("marked", APART)
def test_no_private_word_of_any_command_reaches_another_person_and_ada_is_told(house: House, marked: str) -> None:
    secret = marked.replace("{}", SECRET)
    beside = f"\n{secret}"

    def kept() -> None:
        assert any("kept private: 1 line" in read(mail.raw) for mail in house.to(ADA)[-4:])

    house.says(NOTES.format(f"- {secret}"), subject="Minerva")
    house.cycle(5)
    leaves(house, f"USED: her frame of outcomes.{beside}", holds="frame of outcomes", answers=ADA)
    kept()
    leaves(house, f"DONE 1: result two customers signed.{beside}", holds="two customers signed")
    kept()
    leaves(house, f"THANK Minerva: she opened a door at Acme.{beside}", holds="a door at acme")
    kept()
    house.says(f"PREP Minerva\ngoal today: a price list\nidea: {secret}", subject="Minerva")
    house.cycle(5)
    leaves(house, f"meet Minerva 4 Dec 15:00 at the office{beside}", holds="begin:vcalendar")
    leaves(house, f"move Minerva to 9 Dec 15:00{beside}", holds="9 dec")
    leaves(house, f"cancel Minerva because the lab is closed.{beside}", holds="the lab is closed")
    assert house.fine
    others = to_others(house)
    assert any("method:cancel" in mail for mail in others)
    assert all(SECRET not in mail for mail in others)


@pytest.mark.parametrize("marked", ["{}, keep this between us", "🔒 {}", "not for her: {}"])
def test_words_that_are_private_altogether_make_no_letter(house: House, marked: str) -> None:
    before = len(house.to(MINERVA))
    house.says(f"THANK Minerva: {marked.replace('{}', f'she told me of {SECRET}')}", subject="Minerva")
    house.cycle(5)
    assert "marked as private" in read(house.to(ADA)[-1].raw)
    house.says("SEND ANYWAY", answers=ADA)
    house.cycle(60 * 24)
    assert len(house.to(MINERVA)) == before
    assert not house.book.pending()


def test_an_edit_is_left_as_ada_wrote_it_and_she_hears_what_of_it_reads_as_private(house: House) -> None:
    house.says("THANK Minerva: she opened a door at Acme", subject="Minerva")
    house.cycle(5)
    house.says("EDIT\nHi Minerva,\n\nthank you for Acme. Keep this between us: I move to Rome.\n\nAda", answers=ADA)
    house.cycle(5)
    assert "reads as private" in read(house.to(ADA)[-1].raw)
    assert "I move to Rome" in house.book.pending()[0].text
