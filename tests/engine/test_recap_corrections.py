"""Corrections of a recap by reply, as people write them on phones, and notes that are somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from engine.house import ADA, MINERVA, House, hears, introduced, told

from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.minutes import Action
from assistant.mentoring.person import Stage

NOTES = """notes Minerva:
pricing: three tiers
we agreed to drop the free tier
sell the shares in spring
I will write the memo by 20 nov
Minerva will send the script
will call 5 customers by 27 nov
"""


@pytest.fixture
def house(house: House) -> House:
    introduced(house)
    house.says(NOTES, subject="x")
    house.cycle(5)
    assert "RECAP of your meeting with Minerva" in told(house)
    return house


def action(house: House, number: int) -> Action:
    return next(a for a in house.book.actions if a.number == number)


def version(house: House) -> Letter:
    (found,) = [x for x in house.book.pending("minerva") if x.template == "person/recap"]
    return found


def test_several_corrections_in_one_mail_give_one_recap_that_says_each(house: House) -> None:
    before = len(house.sent)
    said = hears(house, "no: 1 due 23 nov.\n2 is wrong, Minerva sends nothing\n3 mine 30 nov. used: her price list")
    assert len([x for x in house.sent[before:] if ADA in x.recipients]) == 1
    assert said.count("RECAP of your meeting") == 1
    assert "- 1 is due Mon 23 Nov (it was Fri 20 Nov)." in said
    assert "- Taken out: 2 send the script." in said
    assert "- 3 is due Mon 30 Nov (it was Fri 27 Nov)." in said
    assert "- Noted for the thanks." in said
    assert "send the script" not in said.partition("Main points")[2]
    assert "I'll write the memo by Mon 23 Nov." in version(house).text
    assert house.to(MINERVA) == []


def test_what_was_not_understood_is_asked_and_the_rest_is_kept(house: House) -> None:
    said = hears(house, "1 due 23 nov\nand she looked so tired")
    assert "1 is due Mon 23 Nov" in said
    assert "Not changed, since I am not sure:" in said
    assert "“and she looked so tired”: I made nothing of it." in said
    assert "[Add it as a line] " in said
    assert action(house, 1).due.isoformat() == "2026-11-23"  # type: ignore[union-attr]


def test_a_reply_to_what_was_not_understood_goes_on_with_the_recap(house: House) -> None:
    assert "I did nothing" in hears(house, "the blue one is off by three")
    assert "1 is due Mon 23 Nov" in hears(house, "1 due 23 nov")


def test_a_day_that_is_not_so_finds_its_line_by_words_or_by_the_day(house: House) -> None:
    hears(house, "not 20 nov but 24 nov for the memo")
    assert action(house, 1).due.isoformat() == "2026-11-24"  # type: ignore[union-attr]
    hears(house, "it's not 27 nov, it's 1 dec")
    assert action(house, 3).due.isoformat() == "2026-12-01"  # type: ignore[union-attr]


def test_a_private_line_leaves_the_letter_that_stood_and_its_old_code_sends_nothing(house: House) -> None:
    code = version(house).code
    assert "call 5 customers" in version(house).text
    said = hears(house, "ok but action 3 is private")
    assert "Only for you from now on: 3 call 5 customers." in said
    assert "call 5 customers" not in version(house).text
    assert "Kept private: 1 line" not in said
    refused = hears(house, f"SEND ANYWAY {code}")
    assert "call 5 customers" not in refused
    assert version(house).state is LetterState.PENDING
    house.cycle(60 * 30)
    assert house.to(MINERVA) == []


def test_a_private_line_stays_so_when_the_notes_come_again_with_more(house: House) -> None:
    hears(house, "point 2 is private")
    assert "sell the shares in spring" in house.book.recaps[-1].private
    house.says(NOTES + "and one more thing: hire slowly\n", subject="x")
    house.cycle(5)
    assert "sell the shares in spring" not in house.book.recaps[-1].points
    said = hears(house, "share 1 and 2")
    assert "shares in spring" not in said.partition("FOR Minerva")[2]


def test_an_approved_version_is_held_by_a_private_line(house: House) -> None:
    hears(house, "SEND ANYWAY")
    said = hears(house, "wait, 3 is private")
    assert "The version that you approved has not left and does not go." in said
    house.cycle(60 * 24)
    assert house.to(MINERVA) == []


def test_what_she_must_not_know_by_its_words(house: House) -> None:
    hears(house, "don't tell her about the shares")
    assert house.book.recaps[-1].private == ("sell the shares in spring",)
    assert "No line of the recap says “the lawyer”" in hears(house, "don't tell her about the lawyer")
    hears(house, "used: her tip about the lawyer")
    assert "lawyer" not in version(house).text


def test_lines_are_taken_out_added_merged_and_put_in_other_words(house: House) -> None:
    said = hears(house, "the decision is the other way round: we keep the free tier")
    assert "The decision says: we keep the free tier." in said
    assert house.book.recaps[-1].decisions == ("we keep the free tier",)
    hears(house, "point 1 is wrong: two tiers, not three. add: I send the deck by 25 nov")
    assert house.book.recaps[-1].points[0] == "two tiers, not three"
    assert (action(house, 4).text, action(house, 4).owner) == ("send the deck", "me")
    hears(house, "merge 1 and 4")
    assert action(house, 1).text == "write the memo, and send the deck"
    assert "3 call 5 customers" not in hears(house, "take out 3").partition("Main points")[2]
    assert "I'll write the memo, and send the deck by Fri 20 Nov." in version(house).text


def test_a_number_that_two_lines_have_is_asked_with_both(house: House) -> None:
    said = hears(house, "take out 1")
    assert "1 “write the memo” or point 1 “pricing: three tiers”?" in said
    assert "Take out action 1" in said.replace("%20", " ")
    assert "Taken out: pricing: three tiers." in hears(house, "Take out point 1")


def test_undo_brings_back_what_a_correction_changed(house: House) -> None:
    before = (house.book.recaps[-1], [a for a in house.book.actions if a.recap])
    hears(house, "take out 3. point 1 is private. add: I book a room by 25 nov. the decision is wrong: we keep it")
    assert (house.book.recaps[-1], [a for a in house.book.actions if a.recap]) != before
    assert "Taken back: the recap is as it was before." in hears(house, "undo")
    assert (house.book.recaps[-1], [a for a in house.book.actions if a.recap]) == before
    assert "call 5 customers" in version(house).text


def test_a_send_beside_a_correction_sends_nothing(house: House) -> None:
    said = hears(house, "1 due 23 nov. SEND")
    assert "Nothing was sent" in said
    house.cycle(60 * 30)
    assert house.to(MINERVA) == []


def test_the_owner_is_said_in_many_ways(house: House) -> None:
    hears(house, "2 isn't hers, it's mine by 1 dec")
    assert (action(house, 2).owner, str(action(house, 2).due)) == ("me", "2026-12-01")
    assert "is 3 MINE, HERS or OURS" in hears(house, "3 is not mine")
    hears(house, "the customers one is hers")
    assert action(house, 3).owner == "mentor"
    assert "1 is Lee's, so I follow it up no more" in hears(house, "1 is Lee's")
    assert "Lee: write the memo" in house.book.recaps[-1].points


def test_a_moved_action_is_another_version(house: House) -> None:
    old = version(house)
    said = hears(house, "move 1 to 24 nov")
    assert "Moved: 1 write the memo" in said
    assert "by Tue 24 Nov" in version(house).text
    assert version(house).code != old.code
    hears(house, "undo")
    assert "by Fri 20 Nov" in version(house).text


def test_notes_of_a_talk_with_somebody_else_are_asked_about(house: House) -> None:
    told_before = len(house.book.recaps)
    house.says("notes:\nMeeting with Kofi 3 June 2026\nKofi will send the deck\nI will call Lee by fri", subject="x")
    house.cycle(1)
    assert "They read as if the talk was with Kofi" in told(house)
    assert len(house.book.recaps) == told_before
    said = hears(house, "own")
    assert "KEPT as your own notes" in said
    assert "4 call Lee: Fri 6 Nov" in said
    assert house.book.recaps[-1].person == ""
    assert house.to(MINERVA) == []


def test_not_her_meeting_said_afterwards_takes_her_draft_away(house: House) -> None:
    said = hears(house, "that was not Minerva's meeting")
    assert said.startswith("NOT Minerva's: the recap is withdrawn, and the draft for Minerva is gone.")
    assert house.book.pending("minerva") == ()
    assert [(a.number, a.person, a.state.value) for a in house.book.actions] == [
        (1, "", "open"),
        (2, "minerva", "dropped"),
        (3, "", "open"),
    ]
    house.says("DROP 3", answers=ADA)
    house.cycle(1)
    assert action(house, 3).state.value == "dropped"


def test_not_her_meeting_leaves_her_and_the_preparation_as_they_were(tmp_path: Path) -> None:
    with House(tmp_path) as house:
        introduced(house)
        house.says("prep Minerva", subject="prep")
        house.cycle(5)
        hears(house, "goal today: agree on a price\nask: what would you do first?")
        stood, gathered = house.book.people[0].stage, house.book.preparation("minerva")
        assert (stood, gathered.goal) == (Stage.PROSPECT, "agree on a price")
        house.says(NOTES, subject="x")
        house.cycle(5)
        assert house.book.people[0].stage is Stage.COFFEE_DONE
        assert house.book.preparation("minerva").goal == ""
        hears(house, "that was not Minerva's meeting")
        assert house.book.people[0].stage is stood
        assert house.book.preparation("minerva") == gathered


def test_what_came_since_stays_when_it_was_not_her_meeting(house: House) -> None:
    house.cycle(60 * 24 * 6)
    house.says("notes Minerva:\nwe met again on Monday\nI will call Kofi by 4 dec\nhe drafts the offer", subject="x")
    house.cycle(5)
    assert len(house.book.recaps) == 2
    hears(house, "that was not Minerva's meeting")
    assert house.book.people[0].stage is Stage.COFFEE_DONE, "of the other talk there are notes"


def test_the_digest_names_a_recap_that_waits_for_an_answer(tmp_path: Path) -> None:
    with House(tmp_path) as house:
        introduced(house)
        house.says("notes Minerva:\npricing first\nI will call two customers", subject="x")
        house.cycle(5)
        for _ in range(30):
            house.cycle(60)
        said = told(house)
        assert (
            "- Minerva McGee, recap of Tue 3 Nov: it waits for you (1 by when will you “call two customers”?)." in said
        )
        assert "SHOW RECAP Minerva McGee" in said
        assert "RECAP of your meeting with Minerva" in hears(house, "SHOW RECAP Minerva McGee")
        assert "1 is due Fri 13 Nov." in hears(house, "1 due 13 nov")
