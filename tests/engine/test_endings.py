"""How a series ends, goes on, or becomes lighter: one mail each, on Ada's word (L40, S5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from engine.approving import says, told
from engine.house import MINERVA, House
from engine.meeting_life import answers_invite, body, calendar, line, sends, series, waits

from assistant.mentoring.moves import upcoming
from assistant.mentoring.person import Stage


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as house:
        series(house)
        answers_invite(house, "ACCEPTED")
        yield house


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


def test_the_wrap_up_names_what_its_one_mail_does_not_cancel(house: House) -> None:
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    says(house, "WRAP UP Minerva M PRIORITIES", fresh=True)
    assert "Thu 19 Nov at 11:00 stays in the calendar: CANCEL NEXT WITH Minerva M" in told(house)
    sends(house)
    assert [f"{u.actual:%d %b}" for u in upcoming(house.book, house.at)] == ["19 Nov"]
    house.says("CANCEL NEXT WITH Minerva M")
    house.cycle(1)
    assert "CANCELLATION for Minerva M: Thu 19 Nov at 11:00" in told(house)
