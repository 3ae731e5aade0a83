"""Answers of people and what follows, through the whole assistant: nothing leaves after an answer, no yes is lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from engine.house import ADA, MINERVA, House, contacted, hears, told

from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.person import Stage

LEE = "lee@example.org"
DAY = 24 * 60
HELD = (LetterState.APPROVED, LetterState.PENDING)


def waits(house: House, *kinds: Kind) -> list[Letter]:
    return [x for x in house.book.letters if x.kind in kinds and x.state in HELD]


def proposed(house: House) -> None:
    """Ada and Minerva have met, and the proposal is held after SEND."""
    contacted(house)
    house.says("fit yes", answers=ADA)
    house.cycle(1)
    house.says("yes I'm ready", answers=ADA)
    house.cycle(1)
    assert waits(house, Kind.PROPOSAL), told(house)
    house.says("SEND", answers=ADA)
    house.cycle(1)
    assert [x.state for x in waits(house, Kind.PROPOSAL)] == [LetterState.APPROVED]


SAYS_YES = (
    "great news: Minerva said yes, she called me",
    "M said yes on the phone",
    "she called me and said yes!",
    "I got a yes from Minerva",
    "We talked on the phone. She would love to meet next week!",
)


@pytest.mark.parametrize("text", SAYS_YES)
def test_a_yes_by_phone_is_taken_and_keeps_the_held_note_at_home(house: House, text: str) -> None:
    house.draft_to_minerva()
    house.sends()
    assert "SAYS YES" in hears(house, text)
    assert house.book.people[0].ladder.ended == "answered"
    house.cycle(3 * DAY)
    assert not house.to(MINERVA)


def test_an_answer_that_is_only_mentioned_is_asked_and_nothing_leaves_meanwhile(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    text = hears(house, "she already answered me")
    assert "not sure what it means" in text
    assert "withdrawn" in text
    house.cycle(3 * DAY)
    assert not house.to(MINERVA)
    assert "SAYS YES" in hears(house, "ANSWERED YES")


def test_a_yes_by_phone_takes_back_the_next_idea(house: House) -> None:
    contacted(house)
    house.cycle(7 * DAY)
    assert waits(house, Kind.ATTEMPT)
    assert "SAYS YES" in hears(house, "great news: Minerva said yes, she called me")
    assert not waits(house, Kind.ATTEMPT)


def test_a_yes_by_phone_takes_back_the_held_proposal_and_offers_the_agreement(house: House) -> None:
    proposed(house)
    assert "Minerva AGREED" in hears(house, "great news: Minerva said yes, she called me")
    house.cycle(3 * DAY)
    assert len(house.to(MINERVA)) == 1
    assert "AGREED with Minerva" in hears(house, "Minerva agreed 6 months monthly 45 min")


def test_her_own_mail_takes_back_the_held_proposal(house: House) -> None:
    proposed(house)
    house.says("Could you tell me what you expect of a mentor?", who=MINERVA, answers=MINERVA)
    house.cycle(3 * DAY)
    assert len(house.to(MINERVA)) == 1


def test_she_said_yes_without_a_name_is_asked_whom_and_everything_held_waits(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.says("new mentor Lee Park lee@example.org\nwhy: your article on churn showed me how to start small")
    house.cycle(1)
    house.says("reach out to Lee")
    house.cycle(1)
    house.says("SEND", answers=ADA)
    house.cycle(1)
    assert len([x for x in waits(house, Kind.ATTEMPT) if x.state is LetterState.APPROVED]) == 2
    house.says("great news, she said yes", subject="good news")
    house.cycle(1)
    assert "WHO ANSWERED?" in told(house)
    house.cycle(3 * DAY)
    assert not house.to(MINERVA)
    assert not house.to(LEE)


@pytest.mark.parametrize(
    "text",
    ["I hope Minerva said yes", "has she answered?", "she hasn't answered yet", "if Minerva says no, what then?"],
)
def test_hopes_and_questions_are_no_answers(house: House, text: str) -> None:
    contacted(house)
    hears(house, text)
    assert house.book.people[0].ladder.ended == ""


# --- a no that names somebody else


def test_a_no_with_a_referral_is_final_and_notes_whom_she_named(house: House) -> None:
    contacted(house)
    house.says("Sorry, can't myself, but do write to Lee Park, lee@example.org.", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    minerva, lee = house.book.people
    assert (minerva.stage, minerva.do_not_contact) == (Stage.DECLINED, "declined")
    assert (lee.email, lee.referred_by) == (LEE, "Minerva M")
    assert "SAYS NO" in told(house)
    assert "Lee Park <lee@example.org> is in your book" in told(house)
    assert [x.kind for x in house.book.pending("minerva")] == [Kind.THANKS]
    assert "Lee" in house.book.pending("minerva")[0].text


def test_after_a_no_own_words_go_no_more(house: House) -> None:
    contacted(house)
    house.says("Sorry, can't myself, but do write to Lee Park, lee@example.org.", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    house.says("skip", answers=ADA)
    house.cycle(1)
    text = hears(house, "EDIT\nHi Minerva,\n\nare you sure? It would be only ten minutes.\n\nAda Byron")
    assert "Minerva said no on" in text
    assert not house.book.pending()


# --- a yes with times


def said_yes(house: House, words: str = "Gladly! Thursday 12 November at 16:00 or Friday at 11?") -> None:
    contacted(house)
    house.says(words, who=MINERVA, answers=MINERVA)
    house.cycle(1)
    assert "SAYS YES" in told(house)


def invited(house: House) -> datetime:
    """When the coffee is for which Ada has the invite before her (UTC)."""
    letter = next(x for x in house.book.pending() if x.kind is Kind.INVITE)
    meeting = house.book.find_meeting(letter.meeting)
    assert meeting is not None
    return meeting.begins


THURSDAY = datetime(2026, 11, 12, 15, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 13, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "when"),
    [
        ("thursday works", THURSDAY),
        ("thu 12 nov works", THURSDAY),
        ("let's take 12 Nov", THURSDAY),
        ("the first one", THURSDAY),
        ("16:00 is perfect", THURSDAY),
        ("the second one", FRIDAY),
        ("2", FRIDAY),
        ("friday please", FRIDAY),
        ("ok, Friday 13 November at 11:00", FRIDAY),
    ],
)
def test_one_of_her_times_is_taken_in_ones_own_words(house: House, choice: str, when: datetime) -> None:
    said_yes(house)
    assert house.book.people[0].slots == ("Thu 12 Nov 16:00", "Fri 13 Nov 11:00")
    assert "Reply SEND" in hears(house, choice)
    assert invited(house) == when
    house.cycle(DAY)
    assert len(house.to(MINERVA)) == 1


@pytest.mark.parametrize("choice", ["either works", "monday works", "thursday at 9", "the third one"])
def test_where_not_exactly_one_time_fits_it_is_asked_with_her_times_to_tap(house: House, choice: str) -> None:
    said_yes(house)
    text = hears(house, choice)
    assert "Nothing is drafted yet" in text
    assert "Thu 12 Nov 16:00" in text
    assert "[Fri 13 Nov 11:00]" in text
    assert not house.book.pending()


def test_a_day_without_an_hour_asks_for_the_hour(house: House) -> None:
    said_yes(house, "Happy to. Thursday 12 November or Friday?")
    assert "AT WHAT TIME?" in hears(house, "thursday works")
    assert "Reply SEND" in hears(house, "thursday 16:00")
    assert invited(house) == THURSDAY


def test_an_unanswered_yes_is_the_first_line_of_the_digest_until_it_is_answered(house: House) -> None:
    said_yes(house)
    for days in (1, 2):
        house.at = datetime(2026, 11, 3 + days, 7, 5, tzinfo=UTC)
        house.cycle()
        lines = [line for line in told(house).splitlines() if line.strip()]
        assert lines[0].startswith("- Minerva M SAID YES on"), lines[:3]
        assert "Reply COFFEE WITH Minerva M 2026-11-12 16:00" in told(house)
    house.says("status")
    house.cycle(1)
    assert "SAID YES" in told(house)
    hears(house, "the first one", answers=ADA)
    house.says("SEND", answers=ADA)
    house.cycle(1)
    house.says("status")
    house.cycle(1)
    assert "SAID YES" not in told(house)


def test_a_second_no_brings_no_second_thanks(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(60 * 24)
    for _ in range(2):
        house.says("No, thank you. I don't have the time.", who=MINERVA, subject="Re: your note")
        house.cycle(1)
        house.says("SEND", answers=ADA)
        for _ in range(4):
            house.cycle(60 * 24)
    assert len(house.to(MINERVA)) == 2
