"""Notes as they really come: twice, corrected, a megabyte of them, with goals; and what follows of actions."""

from __future__ import annotations

import time

import pytest
from engine.house import ADA, MINERVA, House, introduced, told

from assistant.mentoring.letters import LetterState

NOTES = """notes Minerva:
- price the outcome
- I will write the pricing memo by 20 Nov
- I will call two suppliers by 27 Nov
- private: she may leave in spring
"""


@pytest.fixture
def house(house: House) -> House:
    introduced(house)
    house.says("new goal: lead a pricing team because I love numbers", subject="goal")
    house.cycle(5)
    return house


def writes(house: House, text: str, *, answers: bool = False, minutes: float = 5) -> str:
    if answers:
        house.says(text, answers=ADA)
    else:
        house.says(text, subject="Minerva")
    house.cycle(minutes)
    assert house.fine
    return told(house)


def test_the_same_notes_twice_make_one_recap(house: House) -> None:
    writes(house, NOTES)
    again = writes(house, NOTES)
    assert "I have these notes already; nothing is doubled." in again
    assert len(house.book.recaps) == 1
    assert [a.number for a in house.book.actions] == [1, 2]


def test_a_corrected_version_a_minute_later_replaces_and_the_approved_letter_does_not_go(house: House) -> None:
    writes(house, NOTES)
    writes(house, "SEND ANYWAY", answers=True, minutes=1)
    assert [x.state for x in house.book.letters if x.template == "person/recap"] == [LetterState.APPROVED]
    said = writes(house, NOTES.replace("27 Nov", "30 Nov"), minutes=1)
    assert "This takes the place of your first version." in said
    assert "The version that you approved has not left and does not go." in said
    house.cycle(60 * 24)
    assert house.to(MINERVA) == []
    assert [(a.number, a.due.isoformat()) for a in house.book.actions if a.due] == [
        (1, "2026-11-20"),
        (2, "2026-11-30"),
    ]


def test_a_megabyte_of_notes_is_read_kept_and_shown_on_one_screen(house: House) -> None:
    lines = "".join(f"- point {n} about prices and what customers said of them\n" for n in range(18_000))
    began = time.perf_counter()
    said = writes(house, f"{NOTES}- ACTION: Ada to book a room by 24 Nov\n{lines}")
    assert time.perf_counter() - began < 30  # hangs are found, not slow machines
    assert "1 book a room: you, Tue 24 Nov" in said
    assert "more, kept in your book" in said
    assert len(said) < 10_000
    recap = house.book.recaps[0]
    kept = (*recap.points, *recap.private)  # behind the lines that are read for privacy all is private
    assert sum(map(len, kept)) > 900_000
    assert {f"point {n} about prices and what customers said of them" for n in range(16_000)} <= {
        line.removeprefix("- ") for line in kept
    }


def test_a_line_of_a_megabyte_is_kept_and_shown_cut(house: House) -> None:
    said = writes(house, f"{NOTES}- ACTION: Ada to book a room by 24 Nov\n- {'prices and customers ' * 50_000}\n")
    assert len(said) < 10_000
    assert "1 book a room: you, Tue 24 Nov" in said


def test_reasons_results_and_goals_by_mail(house: House) -> None:
    assert "1 write the pricing memo: you, Fri 20 Nov · goal 1" in writes(house, NOTES)
    assert "2 is for goal 1, lead a pricing team." in writes(house, "2 is for goal 1", answers=True)
    moved = writes(house, "move 2 to 4 dec, the lab is closed", answers=True)
    assert "Moved: 2 call two suppliers is due on Fri 4 Dec (it was Fri 27 Nov). Why: the lab is closed." in moved
    done = writes(house, "done 1: result two customers read it", answers=True)
    assert "I said I would write the pricing memo. It is done: two customers read it." in done
    assert "I'll call two suppliers by Fri 4 Dec instead: the lab is closed." in done
    dropped = writes(house, "2 is not worth it anymore", answers=True)
    assert "Dropped: 2 call two suppliers. Why: not worth it anymore." in dropped
    brief = writes(house, "prep Minerva")
    assert "1 write the pricing memo: done, two customers read it · goal 1" in brief
    assert "2 call two suppliers: dropped (not worth it anymore) · goal 1" in brief
    assert house.to(MINERVA) == []


def test_when_to_meet_again_is_asked_and_the_answer_is_an_invite_to_approve(house: House) -> None:
    said = writes(house, NOTES)
    assert "When do you meet again?" in said
    assert "MEET" in said
    invite = writes(house, "thu 10 dec 15:00", answers=True)
    assert "INVITE for Minerva McGee: Thu 10 Dec at 15:00" in invite
    assert house.book.recaps[0].next_meeting == "Thu 10 Dec 15:00"
    assert house.to(MINERVA) == []
