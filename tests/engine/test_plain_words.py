"""Minerva's plain words about a meeting that is to come, and Ada's answers to what is made of them: whole exchanges."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, told, writes
from engine.meeting_life import answers_invite, body, calendar, line, mentored, sends

PAT = "pat@example.org"
JANUARY = "20270105T150000Z"  # Tue 5 Jan at 16:00 in Madrid


@pytest.fixture
def house(house: House) -> House:
    """The series runs; it is the day before its first meeting, Tue 1 Dec at 16:00."""
    mentored(house)
    house.at = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    house.cycle(1)
    return house


@pytest.mark.parametrize("text", ["See you Tuesday!", "No problem, see you then.", "Looking forward to it"])
def test_that_she_will_be_there_is_shown_and_needs_nothing(house: House, text: str) -> None:
    said = writes(house, text)
    assert "WROTE. Nothing is needed: Tue 1 Dec at 16:00 stands." in said
    assert text in said
    assert house.book.people[0].paused == ""
    assert house.book.pending() == ()


@pytest.mark.parametrize("text", ["Sure, sounds good!", "Yes, and I'd rather you wrote less. See you then."])
def test_a_yes_beside_a_meeting_that_stands_proposes_no_other(house: House, text: str) -> None:
    said = writes(house, text)
    assert "Nothing is needed: Tue 1 Dec at 16:00 stands." in said
    assert "COFFEE WITH" not in said


@pytest.mark.parametrize("text", ["See you Tuesday. Please no more of these mails.", "See you then. Cease and desist."])
def test_a_stop_beside_see_you_is_a_stop(house: House, text: str) -> None:
    assert "ASKS FOR NO MORE MAIL" in writes(house, text)


def test_see_you_on_another_day_is_not_taken_for_the_meeting(house: House) -> None:
    assert "stands" not in writes(house, "See you Thursday!")


def test_thanks_for_the_news_are_noted_without_an_answer(house: House) -> None:
    writes(house, "See you Tuesday!")
    mails = len(house.to(ADA))
    house.says("great, thanks", answers=ADA)
    house.says("ok", answers=ADA)
    house.cycle(1)
    assert len(house.to(ADA)) == mails


def test_that_she_is_late_is_told_at_once_and_pauses_nothing(house: House) -> None:
    said = writes(house, "Running 10 minutes late, sorry!")
    assert "IS RUNNING LATE, about 10 minutes" in said
    assert "Tue 1 Dec at 16:00" in said
    assert house.book.people[0].paused == ""


def test_another_time_for_the_meeting_is_a_move_that_waits_for_ada(house: House) -> None:
    said = writes(house, "can we make it Thursday 3 December at 15:00 instead of Tuesday 1 December?")
    assert "PROPOSES ANOTHER TIME: Tue 1 Dec at 16:00 → Thu 3 Dec at 15:00" in said
    moved = sends(house)
    assert "RECURRENCE-ID;TZID=Europe/Madrid:20261201T160000" in calendar(moved)
    assert "DTSTART;TZID=Europe/Madrid:20261203T150000" in calendar(moved)


def test_a_day_that_she_cannot_make_is_offered_anew(house: House) -> None:
    said = writes(house, "I can't make 5 January.")
    assert "CAN'T MAKE Tue 5 Jan 2027 at 16:00 (the rest of the series stands)" in said
    assert "SAYS YES" not in said
    (draft,) = house.book.pending("minerva")
    assert "Hi Minerva" in draft.text
    assert "5 Jan 2027" not in draft.text.partition("instead?")[2]


def test_a_wish_about_the_rhythm_is_shown_with_a_draft(house: House) -> None:
    said = writes(house, "Could we meet fortnightly?")
    assert "WISHES FOR ANOTHER RHYTHM" in said
    assert "Now: every 2 weeks on Tuesday at 16:00" in said
    assert house.book.meetings[0].rrule.startswith("FREQ=MONTHLY")
    assert any("Gladly: our meetings change as you wish" in draft.text for draft in house.book.pending("minerva"))


def test_what_it_knows_no_draft_for_is_said_with_the_reason(house: House) -> None:
    said = writes(house, "Could we meet monthly, please?")
    assert "I drafted nothing: the series with Minerva is like that already" in said


# --- declines with a wish


def declines(house: House, words: str, *, occurrence: str = JANUARY, who: str = MINERVA) -> str:
    answers_invite(house, "DECLINED", occurrence=occurrence, words=words, who=who)
    (draft,) = house.book.pending("minerva")
    return draft.text


def test_her_own_day_leads_and_the_week_that_she_is_away_is_not_offered(house: House) -> None:
    text = declines(house, "I am skiing that week\\, sorry. The week after works\\, same day.")
    offered = [row for row in text.splitlines() if row.startswith("- ")]
    assert offered[0].startswith("- Tue 12 Jan 2027 at 16:00")
    assert len(offered) == 3
    assert all(f"- {day} Jan" in text for day in ("Tue 12", "Mon 11", "Wed 13"))


def test_what_she_rules_out_is_not_offered(house: House) -> None:
    text = declines(house, "Not before the 20th\\, and any afternoon but Friday.")
    days = [row[2:5] for row in text.splitlines() if row.startswith("- ")]
    assert len(days) == 3
    assert "Fri" not in days
    assert "- Wed 20 Jan 2027 at 16:00" in text


def test_the_times_that_she_names_are_not_asked_back(house: House) -> None:
    text = declines(house, "Could do 8 January at 11 or 12 January at 16:00.")
    assert "These times of yours suit me:" in text
    assert "Would one of these" not in text


@pytest.mark.parametrize(
    ("word", "to"),
    [
        ("the second", "Mon 11 Jan 2027 at 16:00"),
        ("2", "Mon 11 Jan 2027 at 16:00"),
        ("second option pls", "Mon 11 Jan 2027 at 16:00"),
        ("take the wednesday one", "Wed 13 Jan 2027 at 16:00"),
        ("the latest one", "Wed 13 Jan 2027 at 16:00"),
    ],
)
def test_ada_takes_one_of_the_times_herself(house: House, word: str, to: str) -> None:
    declines(house, "I am skiing that week\\, sorry. The week after works\\, same day.")
    assert f"MOVE for Minerva M: Tue 5 Jan 2027 at 16:00 → {to}" in says(house, word)
    assert line(calendar(sends(house)), "SEQUENCE") == "1"


def test_of_three_times_the_later_one_is_asked(house: House) -> None:
    declines(house, "I am skiing that week\\, sorry. The week after works\\, same day.")
    assert "WHICH TIME?" in says(house, "the later one")


def test_thursdays_then_puts_the_declined_series_on_thursdays(house: House) -> None:
    text = declines(house, "Tuesdays never work\\, Thursdays would.", occurrence="")
    assert [row[2:5] for row in text.splitlines() if row.startswith("- ")] == ["Thu"] * 3
    said = says(house, "thursdays then")
    assert "Now: every first Thursday of the month at 16:00" in said
    assert any("BYDAY=1TH" in draft.calendar for draft in house.book.pending("minerva"))


def test_who_keeps_her_calendar_is_thanked_and_she_is_spoken_of(house: House) -> None:
    says(house, f"add {PAT} to the series with Minerva", fresh=True)
    says(house, "SEND")
    while not house.to(PAT):
        house.cycle(60)
    answers_invite(house, "DECLINED", occurrence=JANUARY, words="Minerva is travelling that week.", who=PAT)
    assert f"{PAT} answered for Minerva, so the draft is to them." in told(house)
    (draft,) = house.book.pending("minerva")
    assert draft.to == PAT
    assert "Hi Minerva" not in draft.text
    assert "thank you for telling me that Minerva M can't make Tue 5 Jan 2027" in draft.text
    assert f"APPROVED: it goes to {PAT}" in says(house, "SEND")


# --- Ada on the day


@pytest.mark.parametrize("text", ["sick tomorrow, tell Minerva", "I'm ill tomorrow"])
def test_ada_is_sick_tomorrow(house: House, text: str) -> None:
    said = says(house, text, fresh=True)
    assert "APOLOGY for Minerva M: you can't make Tue 1 Dec at 16:00" in said
    assert "did nothing" not in said


@pytest.mark.parametrize("text", ["running late, 10 min", "tell Minerva I'm 10 minutes late", "10 min late"])
def test_ada_is_late_and_one_send_tells_it_within_a_minute(house: House, text: str) -> None:
    house.at = datetime(2026, 12, 1, 14, 30, tzinfo=UTC)
    house.cycle(1)
    assert "LATE for Minerva M, Tue 1 Dec at 16:00" in says(house, text, fresh=True)
    before = len(house.to(MINERVA))
    house.says("SEND", answers=ADA)
    house.cycle(1)
    house.cycle(3)
    assert len(house.to(MINERVA)) == before + 1
    assert "I'll be about 10 minutes late for our meeting, Tue 1 Dec at 16:00" in body(house.last[MINERVA])


def test_without_a_meeting_of_today_nobody_is_late(house: House) -> None:
    assert "I know no meeting of today" in says(house, "running late, 10 min", fresh=True)
