"""How a series ends, goes on, or becomes lighter: one mail each, on Ada's word (L40, S5)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, parsed
from engine.meeting_life import body, calendar, line, mentored, sends, waits

from assistant.mentoring.meetings.moves import upcoming
from assistant.mentoring.person import Stage


@pytest.fixture
def house(house: House) -> House:
    return mentored(house)


def starts(house: House) -> list[str]:
    """What is in the calendars from now on."""
    found = [
        actual
        for meeting in house.book.meetings
        if meeting.state == "invited"
        for _, actual in meeting.occurrences(house.at, house.at + timedelta(days=900))
    ]
    return [f"{at:%Y-%m-%d}" for at in sorted(found)]


def test_a_wrap_up_asks_for_the_reason_and_drafts_nothing(house: House) -> None:
    said = says(house, "wrap up Minerva", fresh=True)
    assert "which reason is true?" in said
    assert "COMPLETED" in said
    assert house.book.pending("minerva") == ()


@pytest.mark.parametrize(
    ("tone", "words"),
    [
        ("COMPLETED", "I can take it from here"),
        ("PRIORITIES", "My priorities have shifted"),
        ("NOT WORKING", "not what I need at this point"),
    ],
)
def test_one_mail_says_thanks_and_cancels_the_series(house: House, tone: str, words: str) -> None:
    said = says(house, f"WRAP UP Minerva M {tone}", fresh=True)
    assert "it cancels your meetings from Tue 1 Dec at 16:00 on" in said
    mail = sends(house)
    assert "thank you for the time that you gave me" in body(mail)
    assert words in body(mail)
    text = calendar(mail)
    assert line(text, "METHOD") == "CANCEL"
    assert "RECURRENCE-ID" not in text
    assert house.book.people[0].stage is Stage.CLOSED
    assert starts(house) == []
    before = len(house.to(MINERVA))
    waits(house, 40)
    assert len(house.to(MINERVA)) == before


def test_open_promises_come_first(house: House) -> None:
    says(house, "notes Minerva\nI will send her the memo by 11 December.", fresh=True)
    says(house, "1")
    said = says(house, "wrap up Minerva", fresh=True)
    assert "Open promises first" in said
    assert "send her the memo" in said


def test_a_skipped_wrap_up_changes_nothing(house: House) -> None:
    before = starts(house)
    says(house, "WRAP UP Minerva M COMPLETED", fresh=True)
    says(house, "SKIP")
    waits(house, 2)
    assert starts(house) == before
    assert house.book.people[0].stage is Stage.ACTIVE


def test_a_renewal_is_a_new_series_after_the_old_one(house: House) -> None:
    old = house.book.meetings[0]
    until = starts(house)[-1]
    assert until == "2027-11-02"
    said = says(house, "renew Minerva for 6 months", fresh=True)
    assert "every first Tuesday of the month from Tue 7 Dec 2027 at 16:00" in said
    mail = sends(house)
    assert "I'd like to go on" in body(mail)
    text = calendar(mail)
    assert line(text, "UID") != old.uid
    assert line(text, "SEQUENCE") == "0"
    assert re.search(r"RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20280503T", text)
    found = starts(house)
    assert len(found) == len(set(found))
    assert [day for day in found if day > until] == [
        "2027-12-07", "2028-01-04", "2028-02-01", "2028-03-07", "2028-04-04", "2028-05-02",
    ]  # fmt: skip
    agreement = house.book.people[0].agreement
    assert agreement is not None
    assert agreement.ends_on.isoformat() == "2028-05-03"


def test_a_renewal_that_was_skipped_prolongs_nothing(house: House) -> None:
    before = house.book.people[0].agreement
    says(house, "renew 6 months", fresh=True)
    says(house, "SKIP")
    assert house.book.people[0].agreement == before
    assert starts(house)[-1] == "2027-11-02"


def test_lighter_is_the_same_series_four_times_a_year(house: House) -> None:
    uid = house.book.meetings[0].uid
    said = says(house, "lighter", fresh=True)
    assert "the first Tuesday of the month, every 3 months" in said
    mail = sends(house)
    assert "every 3 months instead of each month" in body(mail)
    text = calendar(mail)
    assert (line(text, "UID"), line(text, "SEQUENCE")) == (uid, "1")
    assert "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU" in text
    assert starts(house) == ["2026-12-01", "2027-03-02", "2027-06-01", "2027-09-07"]
    agreement = house.book.people[0].agreement
    assert agreement is not None
    assert agreement.cadence == "quarterly"


def test_the_meetings_before_a_lighter_series_are_remembered(house: House) -> None:
    while house.at < datetime(2026, 12, 2, 10, tzinfo=house.at.tzinfo):
        house.cycle(60)
    says(house, "lighter", fresh=True)
    sends(house)
    held = [m for m in house.book.meetings for _ in m.occurrences(house.at - timedelta(days=20), house.at)]
    assert len(held) == 1
    assert starts(house)[0] == "2027-01-05"


def test_without_an_agreement_there_is_nothing_to_wrap_up(tmp_path: Path) -> None:
    with House(tmp_path) as house:
        house.draft_to_minerva()
        assert "no agreement" in says(house, "wrap up Minerva", fresh=True)
        assert "no agreement" in says(house, "renew 6 months", fresh=True)


def cancelled(house: House, before: int) -> list[tuple[str, str]]:
    """(METHOD, UID) of every calendar mail that Minerva got since."""
    texts = [calendar(parsed(mail.raw)) for mail in house.to(MINERVA)[before:]]
    return [(line(text, "METHOD"), line(text, "UID")) for text in texts]


def sends_all(house: House) -> int:
    before = len(house.to(MINERVA))
    house.says("SEND", answers=ADA)
    for _ in range(80):
        house.cycle(60)
    return before


def test_the_end_cancels_every_meeting_to_come_each_by_a_mail_of_its_own(house: House) -> None:
    says(house, "renew Minerva for 6 months", fresh=True)
    sends(house)
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    said = says(house, "WRAP UP Minerva M PRIORITIES", fresh=True)
    assert "Thu 19 Nov at 11:00: cancelled by a mail of its own" in said
    uids = {m.uid for m in house.book.meetings}
    assert len(uids) == 3
    before = sends_all(house)
    assert sorted(cancelled(house, before)) == sorted(("CANCEL", uid) for uid in uids)
    assert upcoming(house.book, house.at) == []
    assert house.book.people[0].stage is Stage.CLOSED


def test_a_skipped_end_of_several_leaves_all_of_them(house: House) -> None:
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    says(house, "WRAP UP Minerva M PRIORITIES", fresh=True)
    says(house, "SKIP")
    assert house.book.pending() == ()
    assert len(upcoming(house.book, house.at)) == 2


def test_an_invite_that_nobody_has_seen_goes_with_the_end(house: House) -> None:
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    says(house, "WRAP UP Minerva M COMPLETED", fresh=True)
    before = sends_all(house)
    assert len(cancelled(house, before)) == 1
    assert house.book.pending() == ()
    assert upcoming(house.book, house.at) == []


@pytest.mark.parametrize(
    "words",
    ["cancel all meetings with Minerva", "cancel all our meetings", "cancel all our calls"],
)
def test_all_meetings_are_all_of_them(house: House, words: str) -> None:
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    said = says(house, words, fresh=True)
    assert "every first Tuesday of the month, from Tue 1 Dec at 16:00 on" in said
    before = sends_all(house)
    assert [method for method, _ in cancelled(house, before)] == ["CANCEL", "CANCEL"]
    assert upcoming(house.book, house.at) == []
    assert house.book.people[0].stage is Stage.ACTIVE


def test_cancelling_the_series_takes_the_renewed_one_too_and_no_single_meeting(house: House) -> None:
    says(house, "renew Minerva for 6 months", fresh=True)
    sends(house)
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    says(house, "cancel the series with Minerva", fresh=True)
    before = sends_all(house)
    assert [method for method, _ in cancelled(house, before)] == ["CANCEL", "CANCEL"]
    assert [u.meeting.rrule for u in upcoming(house.book, house.at)] == [""]


def test_the_mentors_own_end_drafts_the_cancellation_of_each(house: House) -> None:
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    house.says(
        "Dear Ada, I am sorry, but I have to stop our mentoring meetings. My new role leaves no time.", who=MINERVA
    )
    house.cycle(1)
    assert house.book.people[0].stage is Stage.CLOSED
    before = sends_all(house)
    assert [method for method, _ in cancelled(house, before)] == ["CANCEL", "CANCEL"]
    assert b"Thank you for telling me" in house.to(MINERVA)[before].raw
    assert upcoming(house.book, house.at) == []


def test_the_end_in_adas_own_words_still_takes_every_meeting_with_it(house: House) -> None:
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    says(house, "WRAP UP Minerva M PRIORITIES", fresh=True)
    said = says(house, "EDIT\nHi Minerva,\n\nthank you for all of it, it made me braver.\n\nAda Byron")
    assert "Out of the calendar: Thu 19 Nov at 11:00" in said
    before = sends_all(house)
    assert [method for method, _ in cancelled(house, before)] == ["CANCEL", "CANCEL"]
    assert upcoming(house.book, house.at) == []


@pytest.mark.parametrize("approved", [False, True])
@pytest.mark.parametrize("wish", ["move 10 december to 11 december at 12:30", "next one at Café Luna"])
def test_while_the_end_waits_no_meeting_is_changed_out_of_it(house: House, wish: str, *, approved: bool) -> None:
    says(house, "lunch with Minerva thu 10 december 12:30", fresh=True)
    sends(house)
    says(house, "wrap up with Minerva, we reached the goal", fresh=True)
    before = len(house.to(MINERVA))
    if approved:
        says(house, "SEND")
    assert "the end with Minerva is" in says(house, wish, fresh=True)
    for _ in range(80):
        house.cycle(60)
    methods = [method for method, _ in cancelled(house, before)]
    assert methods == (["CANCEL"] * 2 if approved else [])
    assert {m.state for m in house.book.meetings} == ({"cancelled"} if approved else {"invited"})
