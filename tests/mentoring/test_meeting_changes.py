"""Moves and cancellations (L29, L34): what people see changes only when the letter has left."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from importlib import resources

from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import COFFEE, SERIES, Desk, active, ada, at, lee, local, meet_monthly, minerva

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Address
from assistant.mentoring.letters import LetterState
from assistant.mentoring.meetings import invites, meetings
from assistant.mentoring.outreach.attempts import again
from assistant.writing.invite import Invitation, cancel, request

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
