"""What is private in notes reaches no other person, on any way out: letters, their HTML, subjects, calendars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.house import ADA, MINERVA, House, parsed

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
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as house:
        house.says("hi")
        house.cycle()
        house.says("new mentor Minerva McGee minerva@example.org", subject="new")
        house.cycle(5)
        yield house


def read(raw: bytes) -> str:
    """All that a person can see of a mail: its headers and each of its parts, decoded."""
    mail = parsed(raw)
    parts = (part.get_payload(decode=True) for part in mail.walk() if not part.is_multipart())
    bodies = [part.decode("utf-8", "replace") for part in parts if isinstance(part, bytes)]
    return "\n".join([*map(str, mail.values()), *bodies]).casefold()


@pytest.mark.parametrize("marked", MARKED)
def test_no_private_word_leaves_the_house_and_the_recap_shows_what_was_kept_apart(house: House, marked: str) -> None:
    house.says(NOTES.format(marked.replace("{}", f"I will leave {SECRET} by 20 Nov")), subject="Minerva")
    house.cycle(5)
    recap = read(house.to(ADA)[-1].raw)
    assert "only for you" in recap
    assert SECRET in recap.partition("only for you")[2].partition("next meeting")[0]
    for command in ("OK", "SHARE 1", "SHARE 2", "SEND ANYWAY"):
        house.says(command, answers=ADA)
        house.cycle(5)
    house.cycle(60 * 24)
    for command in (
        f"THANK Minerva: her line on {SECRET} helped me",
        "PREP Minerva",
        "meet Minerva 4 Dec 15:00",
        "1 done",
    ):
        house.says(command, subject="Minerva")
        house.cycle(5)
        house.says("SEND ANYWAY", answers=ADA)
        house.cycle(60 * 24)
    assert house.fine
    assert house.to(MINERVA)
    recaps = [mail for mail in house.to(MINERVA) if "memo" in read(mail.raw)]
    assert recaps
    assert all(SECRET not in read(mail.raw) for mail in recaps)
