"""What Minerva's calendar says of an invite of hers after it came: another time declined, and her words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentoring.calendars import MINERVA, came, coffee_desk, hers, invite
from mentoring.people import COFFEE, MALLORY, Desk, at

from assistant.mentoring.meetings import meetings


def test_another_time_that_she_declines_is_told_and_her_meeting_stays() -> None:
    desk = hers()
    known = desk.book.meetings
    desk.happens(meetings.invite_received, came(invite("DECLINECOUNTER", stamp=at("2026-11-04 10:00"))))
    assert desk.book.meetings == known
    assert desk.answer.text.startswith("Minerva McGee KEEPS Tue 10 Nov at 11:00")
    assert "Nothing is changed" in desk.answer.text


def test_another_time_that_she_declines_for_one_of_her_series_is_about_that_one() -> None:
    desk = Desk(now="2026-11-04 09:00")
    desk.happens(meetings.invite_received, came(invite(rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=4")))
    one = invite("DECLINECOUNTER", when="2026-11-17 11:00", stamp=at("2026-11-04 10:00"))
    desk.happens(meetings.invite_received, came(replace(one, recurrence=at("2026-11-17 11:00"))))
    assert desk.answer.text.startswith("Minerva McGee KEEPS Tue 17 Nov at 11:00")


@pytest.mark.parametrize(
    ("sender", "more"),
    [
        (MALLORY, {"stamp": "2026-11-04 10:00"}),
        (MALLORY, {"stamp": "2026-11-04 10:00", "organizer": MALLORY}),
        (MINERVA, {"stamp": "2026-11-04 08:00"}),  # older than what is known
        (MINERVA, {"stamp": "2026-11-04 10:00", "recurrence": "2026-12-08 11:00"}),  # no meeting then
        (MINERVA, {"stamp": "2026-11-04 10:00", "uid": "other@x"}),
    ],
)
def test_a_declined_time_that_means_nothing_is_noted_and_not_told(sender: str, more: dict[str, str]) -> None:
    desk = hers()
    known = desk.book.meetings
    times = {name: at(value) for name, value in more.items() if name in ("stamp", "recurrence")}
    decision = desk.happens(meetings.invite_received, came(invite("DECLINECOUNTER", **more | times), sender))  # type: ignore[arg-type]
    assert (desk.book.meetings, decision.drafts) == (known, ())
    assert len(decision.notes) == 1


def test_nobody_declines_another_time_for_our_own_invite_but_we() -> None:
    desk = coffee_desk()
    decision = desk.happens(meetings.invite_received, came(invite("DECLINECOUNTER", uid=COFFEE.uid, sequence=9)))
    assert (desk.book.meetings, decision.drafts) == ((COFFEE,), ())


def test_her_words_about_a_change_are_shown() -> None:
    desk = hers()
    desk.happens(meetings.invite_received, came(invite("CANCEL", sequence=1, comment="I am ill. Sorry!")))
    assert "CANCELLED Tue 10 Nov at 11:00" in desk.answer.text
    assert "  I am ill. Sorry!\n" in desk.answer.text


def test_her_words_are_shown_though_nothing_changes_beside_them() -> None:
    desk = hers()
    desk.happens(meetings.invite_received, came(invite(sequence=1, comment="Bring the numbers, please.")))
    assert "CHANGED Tue 10 Nov at 11:00; the time stays" in desk.answer.text
    assert "  Bring the numbers, please.\n" in desk.answer.text
