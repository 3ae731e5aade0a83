"""When to meet again: known, named by the notes, or asked in one line with times to tap (P82, P85)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people import COFFEE, SERIES, Desk, active, ada, at, local, minerva
from mentoring.talks import NOTES, after_coffee, bring

from assistant.mentoring.meetings import meetings
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import recap
from assistant.mentoring.schedule import Attendance

PLAIN = replace(NOTES, next_meeting="")
ASKED = "Next meeting: not fixed. When do you meet again?"


def meets(desk: Desk) -> list[str]:
    return [says for says in desk.taps if says.startswith("MEET")]


def test_a_recap_without_a_next_meeting_asks_with_three_times_a_month_ahead() -> None:
    desk = after_coffee()
    bring(desk, PLAIN)
    assert ASKED in desk.answer.text
    assert meets(desk) == ["MEET 2026-12-09 10:00", "MEET 2026-12-10 15:00", "MEET 2026-12-11 11:00"]


def test_the_answer_is_kept_with_the_recap_and_drafts_the_invite() -> None:
    desk = after_coffee()
    bring(desk, PLAIN)
    desk.says(recap.correct, op="next", at=local("2026-12-10 15:00"))
    assert desk.draft.template == "invite/meeting"
    made = desk.book.recaps[0]
    assert (made.next_meeting, made.next_at) == ("Thu 10 Dec 15:00", at("2026-12-10 15:00"))
    desk.says(recap.correct, op="used", text="her list changed how I plan")
    assert "Next meeting: Thu 10 Dec 15:00." in desk.answer.text
    assert meets(desk) == []


def test_a_tapped_time_is_known_to_the_recap_while_its_invite_waits() -> None:
    desk = after_coffee()
    bring(desk, PLAIN)
    desk.says(meetings.meet, at=local("2026-12-10 15:00"))
    desk.says(recap.correct, op="used", text="her list changed how I plan")
    assert "Next meeting: Thu 10 Dec 15:00; its invite waits for your SEND." in desk.answer.text


def test_a_time_that_can_not_be_is_not_kept() -> None:
    desk = after_coffee()
    bring(desk, PLAIN)
    desk.says(recap.correct, op="next", at=local("2026-12-10 23:00"))
    assert "outside your hours" in desk.answer.text
    assert desk.book.recaps[0].next_at is None


def test_notes_that_name_only_a_day_are_offered_hours_of_it() -> None:
    desk = after_coffee()
    bring(desk, replace(NOTES, next_meeting="again in six weeks", next_day=date(2026, 12, 23)))
    assert "Next meeting: again in six weeks (Wed 23 Dec). At what time?" in desk.answer.text
    assert meets(desk) == ["MEET 2026-12-23 10:00", "MEET 2026-12-23 15:00"]
    desk.says(recap.correct, op="next", day=date(2026, 12, 17))
    assert "Next meeting: Thu 17 Dec. At what time?" in desk.answer.text
    assert meets(desk)[0] == "MEET 2026-12-17 10:00"


def test_a_day_that_has_passed_is_no_next_meeting() -> None:
    desk = after_coffee()
    bring(desk, PLAIN)
    desk.says(recap.correct, op="next", day=date(2026, 11, 2))
    assert "has passed" in desk.answer.text
    assert desk.book.recaps[0].next_meeting == ""


def test_with_a_series_nothing_is_asked() -> None:
    desk = Desk(active(SERIES), "2026-12-01 18:00")
    bring(desk, PLAIN)
    assert "Next meeting: Tue 5 Jan 16:00." in desk.answer.text
    assert meets(desk) == []


def test_another_time_than_the_series_can_move_it_or_come_on_top() -> None:
    desk = Desk(active(SERIES), "2026-12-01 18:00")
    bring(desk, replace(NOTES, next_start=local("2026-12-17 15:00")))
    assert "Next meeting: Thu 17 Dec 15:00; your calendars say Tue 5 Jan 16:00." in desk.answer.text
    assert {"MOVE TO 2026-12-17 15:00", "MEET 2026-12-17 15:00"} <= set(desk.taps)


def test_a_declined_meeting_is_no_next_one() -> None:
    said = Attendance("minerva@example.org", "DECLINED", 0, at("2026-11-11 11:00"))
    later = replace(COFFEE, uid="next@x", purpose="meeting", start=local("2026-12-03 10:00"), attendance=(said,))
    desk = Desk(ada(minerva(Stage.COFFEE_SET), meetings=(COFFEE, later)), "2026-11-11 12:00")
    bring(desk, PLAIN)
    assert ASKED in desk.answer.text


def test_nobody_is_asked_about_who_can_not_be_invited() -> None:
    desk = after_coffee(do_not_contact="stop")
    bring(desk, PLAIN)
    assert "Next meeting: not fixed." in desk.answer.text
    assert "When do you meet again?" not in desk.answer.text
