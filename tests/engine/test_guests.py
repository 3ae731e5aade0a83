"""Pat keeps Minerva's calendar: a mail of their own with Ada's word, answers that count for Minerva, and a way out."""

from __future__ import annotations

import re

import pytest
from engine.approving import coffee, says
from engine.house import ADA, MINERVA, House, told
from engine.meeting_life import calendar
from engine.programs import program

PAT = "pat@example.org"


@pytest.fixture
def house(house: House) -> House:
    return coffee(house)


def added(house: House) -> str:
    """Pat is added, with Ada's word: the calendar that Pat gets."""
    house.says(f"add {PAT} to the meeting with Minerva")
    house.cycle(1)
    return sent(house, PAT)


def sent(house: House, whom: str) -> str:
    house.sends()
    for _ in range(30):
        house.cycle(60)
    return calendar(house.last[whom])


def attendees(text: str) -> list[str]:
    return re.findall(r"^ATTENDEE.*mailto:(.*?)\r?$", text, re.MULTILINE)


def sequence(text: str) -> str:
    found = re.search(r"SEQUENCE:(\d+)", text)
    return found[1] if found else ""


def test_pat_gets_the_same_event_alone_and_only_after_adas_word(house: House) -> None:
    hers = calendar(house.last[MINERVA])
    house.says(f"add {PAT} to the meeting with Minerva")
    house.cycle(1)
    assert f"FOR {PAT}, who keeps Minerva's calendar" in told(house)
    assert house.to(PAT) == []
    text = sent(house, PAT)
    assert attendees(text) == [PAT]
    assert re.findall(r"UID:.*|DTSTART.*", text) == re.findall(r"UID:.*|DTSTART.*", hers)
    assert (house.book.meetings[0].guests, house.book.people[0].scheduling) == ((PAT,), PAT)


def test_minerva_hears_nothing_and_her_invite_stays_as_it_is(house: House) -> None:
    before = len(house.to(MINERVA))
    added(house)
    assert len(house.to(MINERVA)) == before


def test_what_pat_answers_counts_for_minerva(house: House) -> None:
    text = added(house)
    program(house, "REPLY", text.replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "ACCEPTED"), who=PAT)
    assert house.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"


def test_a_move_goes_to_both_by_one_word(house: House) -> None:
    added(house)
    house.says("move the meeting with Minerva to thu 19 nov 15:00")
    house.cycle(1)
    hers = sent(house, MINERVA)
    his = calendar(house.last[PAT])
    assert (sequence(hers), sequence(his)) == ("1", "1")
    assert "20261119T150000" in hers
    assert "20261119T150000" in his
    assert attendees(his) == [PAT]
    assert house.book.meetings[0].sequence == 1


def test_adas_calendar_is_told_of_a_move_once(house: House) -> None:
    added(house)
    house.says("move the meeting with Minerva to thu 19 nov 15:00")
    house.cycle(1)
    before = len(house.to(ADA))
    sent(house, MINERVA)
    copies = [mail for mail in house.to(ADA)[before:] if b"method=REQUEST" in mail.raw]
    assert len(copies) == 1


def test_a_cancellation_goes_to_both(house: House) -> None:
    added(house)
    house.says("cancel the coffee with Minerva")
    house.cycle(1)
    hers = sent(house, MINERVA)
    his = calendar(house.last[PAT])
    assert "METHOD:CANCEL" in hers
    assert "METHOD:CANCEL" in his


def test_who_is_removed_gets_a_cancel_alone(house: House) -> None:
    added(house)
    before = len(house.to(MINERVA))
    house.says("remove Pat from the meetings")
    house.cycle(1)
    assert f"{PAT} COMES OUT" in told(house)
    text = sent(house, PAT)
    assert "METHOD:CANCEL" in text
    assert attendees(text) == [PAT]
    assert len(house.to(MINERVA)) == before
    (meeting,) = house.book.meetings
    assert (meeting.state, meeting.guests) == ("invited", ())


def test_skip_adds_nobody(house: House) -> None:
    house.says(f"add {PAT} to the meeting with Minerva")
    house.cycle(1)
    says(house, "SKIP")
    assert house.book.meetings[0].guests == ()
    assert house.to(PAT) == []


def test_a_move_that_is_skipped_goes_to_neither(house: House) -> None:
    added(house)
    before = [len(house.to(one)) for one in (MINERVA, PAT)]
    house.says("move the meeting with Minerva to thu 19 nov 15:00")
    house.cycle(1)
    assert len(house.book.pending()) == 2
    says(house, "SKIP")
    for _ in range(30):
        house.cycle(60)
    assert house.book.pending() == ()
    assert [len(house.to(one)) for one in (MINERVA, PAT)] == before


def test_undo_takes_both_back(house: House) -> None:
    added(house)
    before = [len(house.to(one)) for one in (MINERVA, PAT)]
    house.says("move the meeting with Minerva to thu 19 nov 15:00")
    house.cycle(1)
    house.sends()
    says(house, "UNDO")
    for _ in range(30):
        house.cycle(60)
    assert [len(house.to(one)) for one in (MINERVA, PAT)] == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"add {ADA} to the meeting with Minerva", "your own copy"),
        (f"add {MINERVA} to the meeting with Minerva", "has the invite already"),
        ("remove Quentin from the meetings", "nobody of that name"),
    ],
)
def test_what_cannot_be_is_said(house: House, text: str, why: str) -> None:
    house.says(text)
    house.cycle(1)
    assert why in told(house)
    assert house.book.pending() == ()


def test_her_assistant_is_told_in_a_sentence(house: House) -> None:
    house.says(f"Minerva's assistant is Pat {PAT}")
    house.cycle(1)
    assert house.book.people[0].scheduling == PAT


def series_with_pat(house: House) -> None:
    """Minerva's series is in her calendar and Pat's."""
    house.says("Minerva agreed 6 months monthly 45 min")
    house.cycle(1)
    says(house, "meet Minerva monthly first tue 16:00 45min", fresh=True)
    sent(house, MINERVA)
    house.says(f"add {PAT} to the series with Minerva")
    house.cycle(1)
    sent(house, PAT)


def test_a_renewed_series_goes_to_pat_too_and_ada_is_told(house: House) -> None:
    series_with_pat(house)
    said = says(house, "renew Minerva for 6 months", fresh=True)
    assert f"To {PAT}, with a calendar invite" in said
    hers, his = sent(house, MINERVA), calendar(house.last[PAT])
    assert attendees(his) == [PAT]
    assert re.findall(r"UID:.*|RRULE:.*", his) == re.findall(r"UID:.*|RRULE:.*", hers)
    assert house.book.meetings[-1].guests == (PAT,)


def test_who_was_removed_gets_no_renewed_series(house: House) -> None:
    series_with_pat(house)
    house.says("remove Pat from the meetings")
    house.cycle(1)
    sent(house, PAT)
    assert PAT not in says(house, "renew Minerva for 6 months", fresh=True)
    assert [m.guests for m in house.book.meetings if m.rrule] == [(), ()]


def test_a_move_drafted_while_pat_is_to_be_added_keeps_pat(house: House) -> None:
    house.says(f"add {PAT} to the meeting with Minerva")
    house.cycle(1)
    said = says(house, "move the meeting with Minerva to thu 19 nov 15:00", fresh=True)
    assert f"To {PAT}, with a calendar invite" in said
    hers, his = sent(house, MINERVA), calendar(house.last[PAT])
    assert "20261119T150000" in hers
    assert "20261119T150000" in his
    assert (sequence(hers), sequence(his)) == ("1", "1")
    assert house.book.meetings[0].guests == (PAT,)


def test_who_joins_while_one_meeting_of_a_series_moves_gets_the_series_with_that_change(house: House) -> None:
    series_with_pat(house)
    other = "sam@example.org"
    house.says(f"add {other} to the series with Minerva")
    house.cycle(1)
    said = says(house, "move the meeting of 1 December with Minerva to 2 December 15:00", fresh=True)
    assert f"To {other}, with a calendar invite" in said
    sent(house, MINERVA)
    text = calendar(house.last[other])
    assert "RRULE:" in text
    assert re.search(r"RECURRENCE-ID[^:]*:20261201T160000", text)
    assert "20261202T150000" in text
    assert house.book.meetings[-1].guests == (PAT, other)


def test_who_is_to_be_removed_hears_of_no_move(house: House) -> None:
    added(house)
    house.says("remove Pat from the meetings")
    house.cycle(1)
    says(house, "move the meeting with Minerva to thu 19 nov 15:00", fresh=True)
    assert "METHOD:REQUEST" in sent(house, MINERVA)
    his = calendar(house.last[PAT])
    assert "METHOD:CANCEL" in his
    assert house.book.meetings[0].guests == ()


def test_a_move_in_adas_own_words_goes_to_pat_once(house: House) -> None:
    added(house)
    says(house, "move the meeting with Minerva to thu 19 nov 15:00", fresh=True)
    said = says(house, "EDIT\nHi Minerva,\n\ncould we make it Thu 19 Nov at 15:00 instead?\n\nAda Byron")
    assert f"To {PAT}" in said
    before = len(house.to(PAT))
    assert "20261119T150000" in sent(house, MINERVA)
    assert len(house.to(PAT)) == before + 1


@pytest.mark.parametrize(
    "text",
    [
        f"add {PAT} to the meetings with Minerva, he keeps her calendar",
        f"please add Pat {PAT} to all meetings with Minerva because he keeps her calendar",
        f"Minerva's assistant is Pat {PAT}. Please add him to the meetings",
    ],
)
def test_a_reason_beside_it_invents_nobody(house: House, text: str) -> None:
    said = says(house, text, fresh=True)
    assert [person.name for person in house.book.people] == ["Minerva M"]
    assert f"FOR {PAT}" in said
    assert "SEND" in said


def test_him_is_nobody_where_no_one_keeps_her_calendar(house: House) -> None:
    assert "I need their address" in says(house, "add him to the meetings with Minerva", fresh=True)
    assert [person.name for person in house.book.people] == ["Minerva M"]


def test_reaching_out_to_a_name_with_an_address_is_a_new_person_with_what_is_missing(house: House) -> None:
    said = says(house, "reach out to Lee Park lee@example.org", fresh=True)
    assert "Lee Park" in said
    assert "A first note still needs" in said
    assert house.book.people[1].email == "lee@example.org"


def test_who_joins_is_invited_to_what_stands_and_not_to_a_change_that_was_skipped(house: House) -> None:
    assert "MOVE for Minerva" in says(house, "move the coffee with Minerva to 20 November 16:00", fresh=True)
    says(house, "skip")
    invited = added(house)
    mine = calendar(house.last[MINERVA])
    for name in ("DTSTART", "SEQUENCE"):
        line = re.compile(rf"^{name}[;:].*$", re.MULTILINE)
        assert line.findall(invited)[-1] == line.findall(mine)[-1]
