"""Meetings of a series on holidays of either side: one update, on Ada's word, asked about once (calendar.md S7)."""

from __future__ import annotations

import re
from datetime import timedelta

from engine.approving import says
from engine.house import ADA, MINERVA, House, parsed
from engine.meeting_life import agreed, answers_invite, body, calendar, line, sends, series, waits

WEDNESDAYS = "meet monthly first wed 16:00 45min"  # 6 January 2027 is Epiphany in Spain


def asked(house: House) -> list[str]:
    """The mails that ask Ada about holidays."""
    return [text for mail in house.to(ADA) if "HOLIDAYS:" in (text := body(parsed(mail.raw)))]


def test_the_update_is_asked_about_once_the_series_stands(house: House) -> None:
    series(house, WEDNESDAYS)
    assert asked(house) == []
    answers_invite(house, "ACCEPTED")
    waits(house, 2)
    (mail,) = asked(house)
    assert "one meeting of your series with Minerva M falls on one" in mail
    assert "Wed 6 Jan 2027 at 16:00" in mail
    assert "→ Thu 7 Jan 2027 at 16:00" in mail


def test_one_update_moves_the_exception_and_leaves_the_rule_alone(house: House) -> None:
    series(house, WEDNESDAYS)
    rule = re.search(r"RRULE:FREQ=MONTHLY[^\r\n]*", calendar(house.last[MINERVA]))
    answers_invite(house, "ACCEPTED")
    waits(house, 2)
    mail = sends(house)
    text = calendar(mail)
    assert rule is not None
    assert rule[0] in text
    assert text.count("BEGIN:VEVENT") == 2
    assert "RECURRENCE-ID;TZID=Europe/Madrid:20270106T160000" in text
    assert "DTSTART;TZID=Europe/Madrid:20270107T160000" in text
    assert (line(text, "METHOD"), line(text, "SEQUENCE")) == ("REQUEST", "1")
    assert "Wed 6 Jan 2027 at 16:00" in body(mail)
    assert "Thu 7 Jan 2027 at 16:00" in body(mail)
    (meeting,) = house.book.meetings
    starts = [actual for _, actual in meeting.occurrences(house.at, house.at + timedelta(days=80))]
    assert [f"{at:%d %b}" for at in starts] == ["02 Dec", "07 Jan"]


def test_a_series_that_meets_every_week_leaves_the_holidays_out(house: House) -> None:
    agreed(house, "Minerva agreed 3 months weekly 45 min")
    says(house, "meet Minerva weekly fri 16:00 45min", fresh=True)
    sends(house)
    answers_invite(house, "ACCEPTED")
    waits(house, 4)
    (mail,) = asked(house)
    assert "2 meetings of your series" in mail
    text = calendar(sends(house))
    assert text.count("BEGIN:VEVENT") == 1
    left_out = re.findall(r"EXDATE;TZID=Europe/Madrid:(\d{8})T160000", text)
    assert left_out == ["20261225", "20270101"]


def test_without_an_answer_it_is_asked_three_working_days_later(house: House) -> None:
    series(house, WEDNESDAYS)
    waits(house, 2)
    assert asked(house) == []
    waits(house, 4)
    assert len(asked(house)) == 1


def test_no_holiday_no_mail(house: House) -> None:
    agreed(house, "Minerva agreed 4 months monthly 45 min")
    says(house, "meet Minerva monthly second thu 16:00 45min", fresh=True)
    sends(house)
    answers_invite(house, "ACCEPTED")
    waits(house, 10)
    assert asked(house) == []


def test_what_was_skipped_is_not_asked_again_and_a_new_holiday_is(house: House) -> None:
    series(house, WEDNESDAYS)
    answers_invite(house, "ACCEPTED")
    waits(house, 2)
    says(house, "SKIP")
    waits(house, 7)
    assert len(asked(house)) == 1
    assert house.book.meetings[0].sequence == 0
    house.says("holidays JP")
    waits(house, 3)
    first, second = asked(house)
    assert "6 Jan" in first
    assert "Wed 5 May 2027" in second
    assert "6 Jan" not in second


def test_a_declined_series_is_not_asked_about(house: House) -> None:
    series(house, WEDNESDAYS)
    answers_invite(house, "DECLINED")
    says(house, "SKIP")
    waits(house, 6)
    assert asked(house) == []


def test_the_update_does_not_leave_on_the_day_of_the_invite(house: House) -> None:
    series(house, WEDNESDAYS)
    answers_invite(house, "ACCEPTED")
    for _ in range(6):
        house.cycle(60)
        assert asked(house) == []
