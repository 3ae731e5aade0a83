"""Series, moves, cancellations (L29, L34): what people see changes only when the letter has left."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import COFFEE, SERIES, Desk, active, ada, at, lee, local, minerva

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Address
from assistant.mentoring.letters import LetterState
from assistant.mentoring.meetings import invites, meetings
from assistant.mentoring.outreach.attempts import again
from assistant.writing.invite import Invitation, cancel, request


def meet_monthly(desk: Desk, **more: object) -> None:
    values = {
        "rrule": "FREQ=MONTHLY;BYDAY=1TU",
        "time": time(16),
        "minutes": 45,
        "line": "meet monthly first tue 16:00",
    }
    desk.says(meetings.meet, op="series", **{**values, **more})


def test_a_series_starts_inside_its_rule_and_ends_with_the_agreement() -> None:
    desk = Desk(active())
    meet_monthly(desk)
    made = desk.book.meetings[0]
    assert made.start == local("2026-12-01 16:00")
    assert made.rrule == "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271031T225959Z"
    assert (made.state, desk.draft.template, desk.draft.occurrence) == ("draft", "invite/series", None)
    assert "every first Tuesday of the month" in desk.draft.text
    starts = [actual for _, actual in made.occurrences(desk.now, desk.now + timedelta(days=400))]
    assert len(starts) == 11
    assert starts[4] == at("2027-04-06 16:00")  # the clocks have changed, the hour has not


def test_holidays_in_the_series_are_named() -> None:
    desk = Desk(active())
    meet_monthly(desk, rrule="FREQ=MONTHLY;BYDAY=1WE")
    assert "On a holiday: Wed 6 Jan 2027" in desk.answer.text


def test_weeks_in_which_clocks_differ_are_said() -> None:
    desk = Desk(active(zone="America/New_York"))
    meet_monthly(desk, rrule="FREQ=WEEKLY;BYDAY=TU", line="meet weekly tue 16:00")
    assert "it is at another hour for you" in desk.draft.text
    assert "Tue 16 Mar 2027 at 11:00" in desk.draft.text


@pytest.mark.parametrize(
    ("rrule", "says"), [("FREQ=MONTHLY;BYMONTHDAY=31", ""), ("FREQ=MONTHLY;BYMONTHDAY=30", "not every month")]
)
def test_the_31st_is_the_last_day_and_the_30th_is_refused(rrule: str, says: str) -> None:
    desk = Desk(active())
    meet_monthly(desk, rrule=rrule)
    if says:
        assert says in desk.answer.text
        assert desk.book.meetings == ()
    else:
        assert "BYMONTHDAY=-1" in desk.book.meetings[0].rrule


@pytest.mark.parametrize(
    ("line", "rrule", "made"),
    [
        ("MEET quarterly second tue 16:00", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"),
        ("meet monthly last day 16:00", "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("meet monthly 16:00", "FREQ=MONTHLY", ""),
        ("meet weekly 16:00", "FREQ=WEEKLY", ""),
    ],
)
def test_a_rhythm_without_its_days_is_read_from_the_line_or_asked(line: str, rrule: str, made: str) -> None:
    desk = Desk(active())
    meet_monthly(desk, rrule=rrule, line=line)
    if made:
        assert desk.book.meetings[0].rrule.startswith(f"{made};UNTIL=")
    else:
        assert desk.book.meetings == ()
        assert "needs its days" in desk.answer.text


def test_a_series_before_the_talk_is_too_early() -> None:
    desk = Desk()
    meet_monthly(desk)
    assert desk.book.meetings == ()
    assert "after the talk" in desk.answer.text


def test_a_series_in_the_night_is_refused_with_another_hour() -> None:
    desk = Desk(active())
    meet_monthly(desk, time=time(2))
    assert desk.book.meetings == ()
    assert desk.taps == ["MEET monthly first tue 09:00"]


def test_a_second_series_with_the_same_person_is_not_made() -> None:
    desk = Desk(active(SERIES))
    meet_monthly(desk)
    assert desk.book.meetings == (SERIES,)


# --- moving


def test_moving_one_meeting_changes_nothing_until_it_has_left() -> None:
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    desk.says(meetings.meet, op="move", day=date(2026, 12, 3))
    assert desk.book.meetings == (SERIES,)
    assert desk.draft.occurrence == at("2026-12-01 16:00")
    assert desk.draft.calendar == "SEQUENCE:1"
    assert "Before: Tue 1 Dec at 16:00" in desk.draft.text
    assert "Now: Thu 3 Dec at 16:00" in desk.draft.text
    assert "Tue 1 Dec at 16:00 → Thu 3 Dec at 16:00" in desk.answer.text
    desk.leaves()
    moved = desk.book.meetings[0]
    assert moved.next(desk.now) == (at("2026-12-01 16:00"), at("2026-12-03 16:00"))
    assert moved.sequence == 1
    assert desk.book.changes_waiting == ()


def test_a_second_change_takes_the_place_of_the_first() -> None:
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    desk.says(meetings.meet, op="move", day=date(2026, 12, 3))
    first = desk.draft
    desk.says(meetings.meet, op="move", day=date(2026, 12, 4))
    assert desk.book.letter(first.id).state is LetterState.WITHDRAWN
    assert len(desk.book.changes_waiting) == 1
    desk.leaves()
    assert desk.book.meetings[0].next(desk.now) == (at("2026-12-01 16:00"), at("2026-12-04 16:00"))
    assert desk.book.meetings[0].sequence == 1


def test_no_second_change_while_the_first_is_on_the_wire() -> None:
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    desk.says(meetings.meet, op="move", day=date(2026, 12, 3))
    waiting = desk.book.changes_waiting
    desk.sending()
    desk.says(meetings.meet, op="move", day=date(2026, 12, 4))
    assert desk.book.changes_waiting == waiting
    assert "on its way" in desk.answer.text


def test_a_move_within_two_business_days_is_urgent() -> None:
    desk = Desk(active(SERIES), "2026-11-30 09:00")
    desk.says(meetings.meet, op="move", day=date(2026, 12, 3))
    assert desk.draft.urgent
    early = Desk(active(SERIES), "2026-11-20 09:00")
    early.says(meetings.meet, op="move", day=date(2026, 12, 3))
    assert not early.draft.urgent


def test_a_move_outside_hours_names_the_nearest_free_time() -> None:
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    desk.says(meetings.meet, op="move", at=local("2026-12-03 20:00"))
    assert desk.book.changes_waiting == ()
    assert desk.taps == ["MOVE TO 2026-12-03 17:00"]


def test_moving_an_unseen_invite_only_redrafts_it() -> None:
    desk = Desk(ada(meetings=(replace(COFFEE, state="draft"),)))
    desk.says(meetings.meet, op="move", day=date(2026, 11, 12))
    assert desk.draft.template == "invite/coffee"
    assert (desk.book.meetings[0].start, desk.book.meetings[0].sequence) == (local("2026-11-12 10:00"), 0)


def test_their_own_invite_can_only_be_asked_to_move() -> None:
    desk = Desk(ada(meetings=(replace(COFFEE, organizer="minerva@example.org"),)))
    desk.says(meetings.meet, op="move", day=date(2026, 11, 12))
    assert (desk.draft.template, desk.draft.method) == ("person/move_request", "")
    desk.leaves()
    assert desk.book.meetings[0].start == COFFEE.start


def test_two_people_with_meetings_are_asked_apart() -> None:
    desk = Desk(ada(minerva(), lee(), meetings=(COFFEE, replace(SERIES, person="lee"))))
    desk.says(meetings.meet, op="move", day=date(2026, 11, 12))
    assert desk.taps == [
        "MOVE THE MEETING WITH Minerva McGee TO 2026-11-12",
        "MOVE THE MEETING WITH Lee Ito TO 2026-11-12",
    ]
    assert desk.book.pending() == ()


# --- cancelling


def test_cancelling_next_cancels_one_and_never_the_series() -> None:
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    desk.says(meetings.meet, op="cancel", line="cancel next")
    assert (desk.draft.method, desk.draft.occurrence) == ("CANCEL", at("2026-12-01 16:00"))
    assert desk.book.meetings == (SERIES,)
    desk.leaves()
    assert desk.book.meetings[0].state == "invited"
    assert desk.book.meetings[0].next(desk.now) == (at("2027-01-05 16:00"), at("2027-01-05 16:00"))


def test_the_whole_series_is_cancelled_only_when_said() -> None:
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    desk.says(meetings.meet, op="cancel", line="cancel the series")
    assert (desk.draft.method, desk.draft.occurrence, desk.draft.calendar) == ("CANCEL", None, "SEQUENCE:1")
    desk.leaves()
    assert desk.book.meetings[0].state == "cancelled"


def test_cancelling_what_nobody_has_seen_writes_to_nobody() -> None:
    desk = Desk(ada(meetings=(replace(COFFEE, state="draft"),)))
    desk.says(meetings.meet, op="cancel", line="cancel next")
    assert desk.book.meetings[0].state == "cancelled"
    assert desk.book.pending() == ()


def test_i_cant_make_it_apologises_with_three_new_times() -> None:
    desk = Desk(active(SERIES), "2026-11-30 09:00")
    desk.says(meetings.no_show, op="cant_make_it")
    assert (desk.draft.method, desk.draft.occurrence, desk.draft.urgent) == ("CANCEL", at("2026-12-01 16:00"), True)
    assert desk.draft.text.count("\n- ") == 3
    assert "I am sorry" in desk.draft.text


def test_a_no_show_gets_a_kind_note_without_blame() -> None:
    desk = Desk(active(SERIES))
    desk.says(meetings.no_show, op="no_show")
    assert desk.draft.template == "person/no_show"
    assert "you did not" not in desk.draft.text.lower()


def test_when_names_the_next_meeting_first() -> None:
    desk = Desk(active(SERIES, COFFEE))
    desk.says(meetings.meet, op="when")
    assert desk.answer.text.startswith("NEXT: Wed 11 Nov at 10:00 with Minerva McGee")
    empty = Desk()
    empty.says(meetings.meet, op="when")
    assert empty.answer.text.startswith("NO MEETING")


def test_what_every_draft_would_carry_passes_the_checker_of_invites() -> None:
    desk = Desk(active(zone="America/New_York"), "2026-11-20 09:00")
    meet_monthly(desk)
    made = [event(desk)]
    desk.leaves()
    desk.says(meetings.meet, op="move", day=date(2026, 12, 10))
    made.append(event(desk))
    desk.leaves()
    desk.says(meetings.meet, op="cancel", line="cancel next")
    made.append(event(desk))
    desk.leaves()
    desk.says(meetings.meet, op="cancel", line="cancel the series")
    made.append(event(desk))
    assert [re.findall(r"SEQUENCE:(\d+)", text) for text in made] == [["0"], ["1"], ["2"], ["3"]]
    assert ["RECURRENCE-ID" in text for text in made] == [False, True, True, False]


def event(desk: Desk) -> str:
    """The calendar text of the draft that waits, made as the engine makes it."""
    draft = [d for d in desk.last.drafts if d.method][-1]
    meeting = invites.as_worded(desk.book, draft)
    ada_, minerva_ = Address("assistant@example.org", "Ada Byron"), Address("minerva@example.org", "Minerva McGee")
    invitation = Invitation(ada_, minerva_, desk.now, zone_file)
    return {"REQUEST": request, "CANCEL": cancel}[draft.method](meeting, invitation, draft.occurrence)


def zone_file(name: str) -> bytes:
    return resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()


@given(st.lists(st.sampled_from(["move", "cancel", "leave", "back"]), min_size=1, max_size=8))
def test_the_sequence_never_falls_and_rises_with_every_change_that_left(steps: list[str]) -> None:
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    day = date(2026, 12, 2)
    for step in steps:
        before = desk.book.meetings[0]
        if step == "leave" and desk.book.pending():
            said = desk.draft.calendar
            desk.leaves()
            assert f"SEQUENCE:{desk.book.meetings[0].sequence}" == said
            assert desk.book.meetings[0].sequence == before.sequence + 1
        elif step in ("move", "cancel"):
            day += timedelta(days=1)
            desk.says(meetings.meet, op=step, day=day, line=step)
            assert desk.book.meetings[0] == before
        elif step == "back":
            desk.book = invites.withdraw_for(desk.book, before.uid)
            assert desk.book.meetings[0] == before


def test_a_redrafted_change_still_finds_its_meeting() -> None:
    """EDIT and LATER word a letter anew under another id: the change that waits is the same."""
    desk = Desk(active(SERIES), "2026-11-20 09:00")
    desk.says(meetings.meet, op="move", day=date(2026, 12, 3))
    letter = desk.draft

    def redraft(case: Case) -> Decision:
        draft = again(case, letter)
        assert invites.as_worded(desk.book, draft).sequence == 1
        assert draft.id != letter.id
        return case.answer("protege/draft", person="minerva", drafts=(draft,))

    desk.says(redraft)
    desk.leaves()
    assert desk.book.meetings[0].next(desk.now) == (at("2026-12-01 16:00"), at("2026-12-03 16:00"))
