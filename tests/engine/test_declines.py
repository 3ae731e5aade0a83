"""A person can't come: other times are drafted, named against what was declined, and leave on Ada's SEND alone (R9)."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

from engine.approving import approved, coffee, says
from engine.house import ADA, MINERVA, House, parsed, told
from engine.meeting_life import answers_invite, body, calendar, line, sends, series, waits

OFFERED = re.compile(r"^- (?P<day>\w{3} \d{1,2} \w{3})(?: \d{4})? at (?P<clock>\d\d:\d\d)", re.MULTILINE)


def test_a_decline_drafts_three_other_times_and_nothing_leaves_by_itself(house: House) -> None:
    coffee(house)
    before = len(house.to(MINERVA))
    answers_invite(house, "DECLINED", words="I am in Lisbon that day.")
    assert "CAN'T MAKE Wed 18 Nov at 15:00" in told(house)
    assert "I am in Lisbon that day." in told(house)
    (draft,) = house.book.pending("minerva")
    assert "you can't make Wed 18 Nov at 15:00" in draft.text
    offered = OFFERED.findall(draft.text)
    assert len(offered) == 3
    assert len({day for day, _ in offered}) == 3
    assert not any("18 Nov" in day for day, _ in offered)
    waits(house, 1)
    assert len(house.to(MINERVA)) == before


def test_the_other_times_leave_on_send_and_change_no_calendar(house: House) -> None:
    coffee(house)
    answers_invite(house, "DECLINED")
    mail = sends(house)
    assert calendar(mail) == ""
    assert "Would one of these suit you instead?" in body(mail)
    (meeting,) = house.book.meetings
    assert (meeting.state, meeting.sequence) == ("invited", 0)


def test_her_choice_among_them_moves_the_same_meeting(house: House) -> None:
    coffee(house)
    answers_invite(house, "DECLINED")
    day, clock = OFFERED.findall(body(sends(house)))[1]
    house.says(f"{day} at {clock} works for me, thank you.", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    said = says(house, "yes")
    assert f"Wed 18 Nov at 15:00 → {day} at {clock}" in said
    moved = sends(house)
    assert line(calendar(moved), "SEQUENCE") == "1"
    assert f"{day} at {clock}" in body(moved)


def test_skip_leaves_it_at_that(house: House) -> None:
    coffee(house)
    answers_invite(house, "DECLINED")
    says(house, "SKIP")
    assert house.book.pending("minerva") == ()
    before = len(house.to(MINERVA))
    waits(house, 2)
    assert len(house.to(MINERVA)) == before


def test_a_second_decline_makes_no_second_draft_but_her_words_are_told(house: House) -> None:
    coffee(house)
    answers_invite(house, "DECLINED")
    (draft,) = house.book.pending("minerva")
    mails = len(house.to(ADA))
    answers_invite(house, "DECLINED", minutes=2)
    assert len(house.to(ADA)) == mails
    answers_invite(house, "DECLINED", words="Sorry, I am at a fair all week.")
    assert "at a fair all week" in told(house)
    assert [x.id for x in house.book.pending("minerva")] == [draft.id]


def test_a_yes_after_all_takes_the_offer_of_other_times_back(house: House) -> None:
    coffee(house)
    answers_invite(house, "DECLINED")
    says(house, "SEND")
    before = len(house.to(MINERVA))
    answers_invite(house, "ACCEPTED")
    assert "SAYS YES TO Wed 18 Nov at 15:00" in told(house)
    waits(house, 2)
    assert len(house.to(MINERVA)) == before
    assert house.book.pending("minerva") == ()


def test_one_declined_occurrence_leaves_the_series_as_it_is(house: House) -> None:
    series(house)
    answers_invite(house, "ACCEPTED")
    answers_invite(house, "DECLINED", occurrence="20270105T150000Z")
    assert "CAN'T MAKE Tue 5 Jan 2027 at 16:00 (the rest of the series stands)" in told(house)
    (draft,) = house.book.pending("minerva")
    days = [day for day, _ in OFFERED.findall(draft.text)]
    assert len(days) == 3
    assert not any("6 Jan" in day for day in days)  # Epiphany, a holiday in Spain
    (meeting,) = house.book.meetings
    assert (meeting.changes, meeting.sequence) == ((), 0)


def test_the_declined_meeting_is_moved_and_not_the_next_one(house: House) -> None:
    series(house)
    answers_invite(house, "DECLINED", occurrence="20270105T150000Z")
    assert "MOVE THE MEETING OF 2027-01-05 16:00 WITH Minerva M TO 2027-01-" in unquote(told(house))
    said = says(house, "MOVE THE MEETING OF 2027-01-05 16:00 WITH Minerva M TO 2027-01-08 10:00")
    assert "Tue 5 Jan 2027 at 16:00 → Fri 8 Jan 2027 at 10:00" in said
    text = calendar(sends(house))
    assert "RECURRENCE-ID;TZID=Europe/Madrid:20270105T160000" in text
    assert "Tue 1 Dec at 16:00 → Thu 3 Dec at 10:00" in says(house, "move to 2026-12-03 10:00", fresh=True)


def test_a_bare_move_after_a_decline_is_of_the_declined_meeting(house: House) -> None:
    series(house)
    answers_invite(house, "DECLINED", occurrence="20270105T150000Z")
    said = says(house, "move to 2027-01-08 10:00", fresh=True)
    assert "Tue 5 Jan 2027 at 16:00 → Fri 8 Jan 2027 at 10:00" in said


def test_a_declined_meeting_whose_time_is_over_is_still_the_one_that_is_moved(house: House) -> None:
    series(house)
    waits(house, 26)
    answers_invite(house, "DECLINED", occurrence="20261201T150000Z", words="Board meeting, sorry.")
    sends(house)
    waits(house, 3)
    house.says("Friday 11 December at 16:00 works for me.", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    assert "Tue 1 Dec at 16:00 → Fri 11 Dec at 16:00" in says(house, "yes")
    text = calendar(sends(house))
    assert "RECURRENCE-ID;TZID=Europe/Madrid:20261201T160000" in text
    starts = [at for _, at in house.book.meetings[0].occurrences(house.at, house.at + timedelta(days=60))]
    assert [f"{at:%d %b}" for at in starts] == ["11 Dec", "05 Jan"]
    waits(house, 10)
    asked = [mail for mail in house.to(ADA) if "NOTES of Fri 11 Dec" in body(parsed(mail.raw))]
    assert len(asked) == 1


def test_a_declined_series_is_asked_for_another_rhythm_and_planned_anew(house: House) -> None:
    series(house)
    answers_invite(house, "DECLINED")
    assert "CAN'T MAKE your meetings: every first Tuesday of the month" in told(house)
    (draft,) = house.book.pending("minerva")
    assert "every first Tuesday of the month at 16:00 does not suit you" in draft.text
    assert "the same day each month" in draft.text
    said = says(house, "meet monthly second wed 15:00")
    assert "every second Wednesday of the month" in said
    uid = house.book.meetings[0].uid
    mail = sends(house)
    assert (line(calendar(mail), "UID"), line(calendar(mail), "SEQUENCE")) == (uid, "1")
    assert "RRULE:FREQ=MONTHLY;BYDAY=2WE" in calendar(mail)
    assert "instead of every first Tuesday of the month" in body(mail)


def test_a_decline_after_the_meeting_makes_no_draft(house: House) -> None:
    coffee(house)
    waits(house, 16)
    answers_invite(house, "DECLINED")
    assert house.book.pending("minerva") == ()


def test_times_that_waited_too_long_are_offered_anew(house: House) -> None:
    approved(house)
    house.cycle(30)
    says(house, "coffee with Minerva 11 Nov 15:00 Café Luna")
    sends(house)
    answers_invite(house, "DECLINED")
    first = OFFERED.findall(house.book.pending("minerva")[0].text)
    shown = house.last[ADA]
    waits(house, 6)
    house.last[ADA] = shown
    assert "too near" in says(house, "SEND")
    assert OFFERED.findall(house.book.pending("minerva")[0].text) != first


def test_a_decline_that_names_other_times_gets_a_draft_with_those(house: House) -> None:
    series(house)
    answers_invite(house, "ACCEPTED")
    words = "I am travelling. I could do 2 December at 11 or 3 December at 16:00."
    answers_invite(house, "DECLINED", occurrence="20261201T150000Z", words=words)
    (draft,) = house.book.pending("minerva")
    assert OFFERED.findall(draft.text) == [("Wed 2 Dec", "11:00"), ("Thu 3 Dec", "16:00")]
    assert "MOVE" in unquote(told(house))
