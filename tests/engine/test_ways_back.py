"""One SEND among other words, and UNDO: what counts, what comes back, and what is said (L15, L43)."""

from __future__ import annotations

import pytest
from engine.approving import approved, coffee, held, says
from engine.house import ADA, MINERVA, House


def test_a_send_between_sentences_that_are_all_understood_counts(house: House) -> None:
    house.draft_to_minerva()
    said = says(house, "Perfect, thanks! SEND. And please also add Lee Park, lee@example.org")
    assert "APPROVED" in said
    assert [p.name for p in house.book.people] == ["Minerva M", "Lee Park"]


def test_a_send_beside_words_not_understood_says_that_it_was_not_sent(house: House) -> None:
    house.draft_to_minerva()
    said = says(house, "SEND. The second paragraph worries me. And please also add Lee Park, lee@example.org")
    assert "I did not send" in said
    assert "Lee Park" in said
    assert not held(house)


@pytest.mark.parametrize("words", ["SEND\nreach out to Lee", "SEND\nshorter", "SEND. And mention Porto."])
def test_a_send_that_does_not_count_is_always_said(house: House, words: str) -> None:
    house.draft_to_minerva()
    said = says(house, words)
    assert any(words in said for words in ("I did not send", "Nothing was sent", "I did nothing"))
    assert not held(house)


def test_a_change_of_words_in_a_yes_is_made_and_shown_and_never_sent(house: House) -> None:
    house.draft_to_minerva()
    says(
        house, "EDIT\nHi Minerva,\n\nyour talk cut our churn by 20% in May.\n\nTwenty minutes? No is fine.\n\nAda Byron"
    )
    said = says(house, "yes, but change 20% to 18%")
    assert "churn by 18% in May" in said
    assert "Was: " in said
    assert not held(house)


def test_a_change_that_can_not_be_made_offers_edit_with_the_text_and_no_send_first(house: House) -> None:
    house.draft_to_minerva()
    said = says(house, "yes, but change 20% to 18%")
    links = [line for line in said.splitlines() if line.startswith("[")]
    assert links[0].startswith("[Edit]")
    assert "twenty%20minutes" in links[0]
    assert not any(line.startswith("[Send as") for line in links)
    assert not held(house)


# --- UNDO


def test_undo_takes_a_drafted_reach_out_away(house: House) -> None:
    house.draft_to_minerva()
    house.says("new mentor Lee Park lee@example.org\nwhy: your article on churn showed me how to start small")
    house.cycle(5)
    says(house, "reach out to Lee", fresh=True)
    assert "TAKEN BACK" in says(house, "UNDO")
    assert [x.person for x in house.book.pending()] == ["minerva"]


def test_undo_of_a_later_brings_the_draft_back(house: House) -> None:
    house.draft_to_minerva()
    says(house, "LATER 20 Nov")
    assert "BACK AGAIN" in says(house, "UNDO")
    assert len(house.book.pending()) == 1


def test_undo_of_an_edit_brings_the_earlier_text_back(house: House) -> None:
    house.draft_to_minerva()
    before = house.book.pending()[0].text
    says(house, "EDIT\nHi Minerva,\n\nanother text. Twenty minutes? No is fine.\n\nAda Byron")
    assert "BACK AGAIN" in says(house, "UNDO")
    assert [x.text for x in house.book.pending()] == [before]


def test_undo_of_a_goal_brings_the_goals_back(house: House) -> None:
    house.draft_to_minerva()
    goals = house.book.goals
    says(house, "new goal: fly to the moon", fresh=True)
    assert "TAKEN BACK" in says(house, "UNDO")
    assert house.book.goals == goals


def test_undo_of_a_setting_brings_it_back(house: House) -> None:
    house.draft_to_minerva()
    protege = house.book.protege
    for words in ("my timezone is Europe/London", "away 1-14 Dec", "digest at 7", "work hours 7-15", "holidays GB"):
        says(house, words, fresh=True)
        assert house.book.protege != protege
        assert "TAKEN BACK" in says(house, "UNDO")
        assert house.book.protege == protege


def test_undo_of_a_stop_brings_back_the_stage_from_before(house: House) -> None:
    approved(house)
    house.cycle(30)
    before = house.book.people[0]
    says(house, "stop Minerva")
    assert house.book.people[0].stage != before.stage
    says(house, "UNDO")
    after = house.book.people[0]
    assert (after.stage, after.ladder, after.do_not_contact) == (before.stage, before.ladder, "")


def test_undo_of_what_was_told_says_plainly_that_it_can_not(house: House) -> None:
    approved(house)
    house.cycle(30)
    says(house, "Minerva: later, after March")
    said = says(house, "UNDO")
    assert "can't take back what you told me" in said


def test_undo_does_not_name_a_letter_that_it_is_not_about(house: House) -> None:
    approved(house)
    house.cycle(30)
    says(house, "show Minerva")
    says(house, "digest at 7", fresh=True)
    says(house, "UNDO")
    assert "TOO LATE" not in says(house, "UNDO")


def test_undo_of_a_drafted_cancel_drops_it(house: House) -> None:
    coffee(house)
    says(house, "cancel next", fresh=True)
    assert len(house.book.pending()) == 1
    assert "TAKEN BACK" in says(house, "UNDO")
    assert not house.book.pending()
    assert not house.book.changes_waiting
    assert house.book.meetings[0].state == "invited"


def test_undo_never_revives_a_draft_that_a_newer_one_overtook(house: House) -> None:
    coffee(house)
    says(house, "move to 19 nov 16:00", fresh=True)
    says(house, "skip")
    says(house, "cancel next", fresh=True)
    says(house, "UNDO")
    says(house, "UNDO")
    for letter in house.book.pending():
        assert "19 Nov" not in letter.text


def test_an_invite_whose_words_name_another_time_than_its_calendar_part_is_not_approved(house: House) -> None:
    approved(house)
    house.cycle(30)
    says(house, "coffee with Minerva 18 Nov 15:00 Café Luna")
    says(house, "EDIT\nHi Minerva,\n\nthank you. It is on Wed 18 Nov at 17:30 then.\n\nAda Byron")
    said = says(house, "SEND")
    assert "17:30" in said
    assert "15:00" in said
    assert not held(house)


# --- UNDO of the bigger words


def test_undo_of_stop_under_a_letter_that_goes_lifts_it(house: House) -> None:
    approved(house)
    says(house, "STOP")
    assert house.book.people[0].paused
    assert "GOING ON" in says(house, "UNDO")
    assert not house.book.people[0].paused
    house.cycle(24 * 60)
    assert not house.to(MINERVA)


def test_undo_of_pause_all_resumes_and_sends_nothing(house: House) -> None:
    approved(house)
    says(house, "pause all", fresh=True)
    assert house.book.paused
    assert "GOING ON" in says(house, "UNDO")
    assert not house.book.paused
    house.cycle(24 * 60)
    assert not house.to(MINERVA)


def test_an_attempt_that_she_answered_does_not_come_back(house: House) -> None:
    approved(house)
    house.cycle(15)
    house.cycle(7 * 24 * 60)
    says(house, "skip")
    house.says("Yes, gladly.", who=MINERVA, answers=MINERVA)
    house.cycle(5)
    says(house, "UNDO", fresh=True)
    says(house, "UNDO")
    assert not [x for x in house.book.pending() if x.rung]


def test_the_undo_of_an_older_goes_mail_says_when_that_letter_left(house: House) -> None:
    approved(house)
    goes = house.last[ADA]
    house.cycle(30)
    says(house, "thank Minerva: she introduced me to Lee and I got the pilot", fresh=True)
    says(house, "SEND")
    house.last[ADA] = goes
    said = says(house, "UNDO")
    assert "TOO LATE" in said
    assert house.book.letters[0].subject not in said or "left" in said
    assert len(held(house)) == 1
