"""The brakes: while an approved letter is held, whatever means "not now" holds it back, through the whole assistant."""

from __future__ import annotations

import pytest
from engine.approving import approved, held, says, two_held
from engine.house import ADA, MINERVA, House, told

HOLD = (
    "cancel it", "Cancel", "cancel that please", "I changed my mind", "I've changed my mind!", "stop it",
    "Stop this now",
    "abort", "ABORT!!!", "drop it", "take it back", "withdraw", "withdraw it", "hold it", "Hold", "halt",
    "no don't", "No, don't do it!", "NO NO NO", "wait a sec", "Wait, wait!", "one moment please", "not yet", "not now",
    "never mind", "forget it", "don't!", "please don't send the letter", "oh no, wait", "recall it", "undo send",
    "that was a mistake", "oops", "hang on a minute", "hold on", "not so fast", "please cancel the letter, thanks",
    "Can you still cancel it?", "call it off", "scrap that", "do not send it yet", "Wait! I changed my mind.",
    "Hmm, wait, is the date right? I would rather look at it once more before it goes",
    "on second thoughts, no", "later", "skip", "let me think about it",
    "actually lets not", "delete it", "cancle it", "not her!", "bad idea", "nvm", "let me reread it first",
    "spell her name right first", "it says free tier but i meant trial", "not like that", "tomorrow pls",
    "ok but first let me check with ben", "can you send it at 5", "she's on holiday this week", "stopp",
    "nicht senden", "warte", "nein, doch nicht", "espera", "no lo envíes", "attends", "non", "non, pas encore",
)  # fmt: skip


@pytest.mark.parametrize("words", HOLD)
def test_whatever_means_not_now_holds_the_letter_and_says_so(house: House, words: str) -> None:
    approved(house)
    assert "TAKEN BACK" in says(house, words)
    house.cycle(24 * 60)
    assert not house.to(MINERVA)
    assert len(house.book.pending()) == 1


@pytest.mark.parametrize("words", ["cancel it", "wait!", "don't send it", "stop it", "I changed my mind"])
def test_a_brake_in_a_new_mail_holds_what_goes(house: House, words: str) -> None:
    approved(house)
    assert "TAKEN BACK" in says(house, words, fresh=True)
    house.cycle(24 * 60)
    assert not house.to(MINERVA)


def test_a_brake_under_the_mail_that_showed_the_draft_holds_it_too(house: House) -> None:
    house.draft_to_minerva()
    shown = house.last[ADA]
    house.sends()
    house.last[ADA] = shown
    assert "TAKEN BACK" in says(house, "hold it")
    house.cycle(24 * 60)
    assert not house.to(MINERVA)


@pytest.mark.parametrize("words", ["STOP", "STOP STOP STOP", "please stop", "Stop, please!", "stop!!!"])
def test_stop_stops_the_letter_and_all_to_that_person_and_asks_how_much(house: House, words: str) -> None:
    approved(house)
    said = says(house, words)
    assert "STOPPED: 1 note to Minerva M will not go" in said
    assert "for good?" in said
    house.cycle(24 * 60)
    assert not house.to(MINERVA)
    minerva = house.book.people[0]
    assert minerva.paused
    assert not minerva.do_not_contact


@pytest.mark.parametrize(
    "words",
    ["hold it until friday", "send it on friday instead", "later fri", "wait until Friday", "not before friday",
     "on friday instead", "Please hold it until Friday, thanks", "cancel it until friday", "rather on friday"],
)  # fmt: skip
def test_a_brake_with_a_day_says_when_it_is_asked_again(house: House, words: str) -> None:
    approved(house)
    said = says(house, words)
    assert "TAKEN BACK" in said
    assert "Fri 6 Nov" in said
    house.cycle(24 * 60)
    assert not house.to(MINERVA)
    assert not held(house)
    house.cycle(3 * 24 * 60)
    assert len(house.book.pending()) == 1


def test_a_day_that_is_over_holds_all_the_same(house: House) -> None:
    approved(house)
    assert "TAKEN BACK" in says(house, "hold it until 1 november 2026")
    house.cycle(24 * 60)
    assert not house.to(MINERVA)


def test_a_change_of_a_held_letter_takes_it_back_and_changes_it(house: House) -> None:
    approved(house)
    said = says(house, "EDIT\nHi Minerva,\n\nyour talk changed our plan. Twenty minutes? No is fine.\n\nAda Byron")
    assert "TAKEN BACK" in said
    assert "your talk changed our plan" in said
    house.cycle(24 * 60)
    assert not house.to(MINERVA)
    assert ["your talk changed our plan" in x.text for x in house.book.pending()] == [True]


def test_words_that_nobody_is_sure_of_hold_the_letter_that_they_answer(house: House) -> None:
    approved(house)
    said = says(house, "the moon is made of green cheese")
    assert "TAKEN BACK" in said
    assert "I hold it, since I am not sure what you want." in said
    assert "[Send]" in said
    assert not held(house)
    says(house, "SEND")
    assert len(held(house)) == 1


def test_words_that_nobody_is_sure_of_hold_the_letter_to_whom_they_name(house: House) -> None:
    two_held(house)
    said = says(house, "hmm, I wonder about Minerva's moon", fresh=True)
    assert "I hold it, since I am not sure what you want." in said
    assert [x.person for x in held(house)] == ["lee"]


def test_words_elsewhere_that_are_no_brake_name_the_letter_that_goes_and_the_way_back(house: House) -> None:
    approved(house)
    said = says(house, "the moon is made of green cheese", fresh=True)
    assert "I did nothing" in said
    assert "goes to Minerva on Tue 3 Nov at 10:" in said
    assert "[Undo]" in said
    assert len(held(house)) == 1


def test_a_mail_that_nobody_can_open_holds_the_letter_that_it_answers(house: House) -> None:
    approved(house)
    house.says("-----BEGIN PGP MESSAGE-----\n\nhQEMA5\n=abcd\n-----END PGP MESSAGE-----\n", answers=ADA)
    house.cycle(1)
    assert "TAKEN BACK" in told(house)
    assert "I hold it: I could not read your mail" in told(house)
    assert not held(house)


@pytest.mark.parametrize(
    "words", ["ok cool", "Great, looking forward to it!", "perfect", "sounds good, thanks", "yay", "fine with me"]
)
def test_content_holds_nothing(house: House, words: str) -> None:
    approved(house)
    house.says(words, answers=ADA)
    house.cycle(1)
    assert len(held(house)) == 1


def test_also_a_third_miss_is_answered_while_a_letter_is_held(house: House) -> None:
    approved(house)
    for colour in ("green", "blue", "red", "old"):
        assert "[Undo]" in says(house, f"the moon is {colour} cheese", fresh=True)
    house.cycle(24 * 60)
    assert len(house.to(MINERVA)) == 1
    for colour in ("green", "blue", "red"):
        house.says(f"the moon is {colour} cheese")
    before = len(house.to(ADA))
    house.cycle(1)
    assert len(house.to(ADA)) == before + 2


@pytest.mark.parametrize("words", ["yes", "ok", "SEND", "no draft here", "done 7", "reach out to Nobody"])
def test_every_answer_that_does_nothing_offers_undo_of_what_is_held(house: House, words: str) -> None:
    approved(house)
    said = says(house, words)
    if held(house):
        assert "[Undo]" in said
        assert "goes" in said
    else:
        assert "TAKEN BACK" in said
        assert "[Send]" in said


def test_after_an_answer_that_did_nothing_a_brake_still_holds(house: House) -> None:
    approved(house)
    says(house, "the moon is made of green cheese", fresh=True)
    assert "TAKEN BACK" in says(house, "then cancel it")
    house.cycle(24 * 60)
    assert not house.to(MINERVA)


def test_thanks_hold_nothing(house: House) -> None:
    approved(house)
    house.says("Thanks, can't wait!", answers=ADA)
    house.says("Great, thank you!", answers=ADA)
    house.cycle(1)
    assert len(held(house)) == 1
    house.cycle(24 * 60)
    assert len(house.to(MINERVA)) == 1


def test_cancel_it_when_it_has_left_says_that_it_left(house: House) -> None:
    approved(house)
    goes = house.last[ADA]
    house.cycle(30)
    assert len(house.to(MINERVA)) == 1
    house.last[ADA] = goes
    assert "TOO LATE" in says(house, "cancel it")


def test_cancel_it_with_nothing_on_its_way_does_nothing(house: House) -> None:
    house.draft_to_minerva()
    said = says(house, "cancel it")
    assert "SKIP" in said
    assert len(house.book.pending()) == 1
    says(house, "skip")
    assert "nothing is on its way" in says(house, "cancel it", fresh=True)
