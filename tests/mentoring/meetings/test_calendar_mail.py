"""Answers to invites, and invites of others (L30; calendar.md R6-R10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from mentoring.calendars import ADA, MINERVA, came, coffee_desk, hers, invite, reply
from mentoring.people import COFFEE, MADRID, MALLORY, SERIES, Desk, active, ada, at, local, minerva

from assistant.mentoring.meetings import meetings
from assistant.mentoring.minutes import PrivateDate
from assistant.mentoring.person import Stage


def test_an_acceptance_is_recorded_and_told_once_for_a_first_coffee() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_answered, reply())
    assert desk.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"
    assert desk.answer.text.startswith("Minerva McGee SAYS YES TO Wed 11 Nov at 10:00")
    assert desk.book.person("minerva").ladder.ended == "answered"
    assert desk.book.pending() == ()


def test_an_acceptance_of_a_series_meeting_is_only_noted() -> None:
    desk = Desk(active(SERIES))
    decision = desk.happens(meetings.invite_answered, reply(uid=SERIES.uid))
    assert decision.drafts == ()
    assert "accepted" in decision.notes[0].text
    assert desk.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"


def test_a_repeated_or_older_answer_changes_nothing() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_answered, reply("DECLINED", stamp="2026-11-04 10:00"))
    known = desk.book.meetings
    for late in (reply("DECLINED", stamp="2026-11-04 10:00"), reply("ACCEPTED", stamp="2026-11-04 08:00")):
        decision = desk.happens(meetings.invite_answered, late)
        assert desk.book.meetings == known
        assert decision.drafts == ()


def test_an_answer_to_the_time_before_a_move_does_not_count_for_the_new_one() -> None:
    desk = coffee_desk()
    desk.says(meetings.meet, op="move", day=local("2026-11-12 00:00").date())
    desk.leaves()
    desk.happens(meetings.invite_answered, reply("ACCEPTED", sequence=0, stamp="2026-11-04 11:00"))
    assert desk.book.meetings[0].answer_of(MINERVA) == "NEEDS-ACTION"
    desk.happens(meetings.invite_answered, reply("ACCEPTED", sequence=1, stamp="2026-11-04 08:59"))
    assert desk.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"


@pytest.mark.parametrize(("sender", "who"), [(MALLORY, MALLORY), (MALLORY, MINERVA), (MINERVA, MALLORY)])
def test_nobody_else_can_answer_for_her_or_crash_the_party(sender: str, who: str) -> None:
    desk = coffee_desk()
    decision = desk.happens(meetings.invite_answered, reply(sender=sender, who=who))
    assert desk.book.meetings == (COFFEE,)
    assert decision.drafts == ()
    assert decision.notes


def test_her_scheduling_contact_may_answer_for_her() -> None:
    book = ada(minerva(Stage.COFFEE_SET, scheduling="jonas@example.org"), meetings=(COFFEE,))
    desk = Desk(book, "2026-11-04 09:00")
    desk.happens(meetings.invite_answered, reply(sender="jonas@example.org"))
    assert desk.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"


def test_a_decline_offers_new_times_and_writes_to_nobody() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_answered, reply("DECLINED"))
    assert "CAN'T MAKE Wed 11 Nov at 10:00" in desk.answer.text
    assert desk.taps[:3] == ["SEND", "LATER", "SKIP"]
    assert len(desk.taps) == 6
    assert all(tap.startswith("COFFEE WITH Minerva McGee 2026-11-") for tap in desk.taps[3:])
    assert [x.template for x in desk.book.pending()] == ["person/reschedule"]


def test_an_occurrence_is_found_by_its_instant_and_kept_apart() -> None:
    desk = Desk(active(SERIES))
    one = datetime(2027, 1, 5, 15, tzinfo=UTC)  # 16:00 in Madrid, as Google writes it
    desk.happens(meetings.invite_answered, reply("ACCEPTED", uid=SERIES.uid))
    desk.happens(meetings.invite_answered, reply("DECLINED", uid=SERIES.uid, recurrence=one))
    known = desk.book.meetings[0]
    assert (known.answer_of(MINERVA), known.answer_of(MINERVA, one)) == ("ACCEPTED", "DECLINED")
    assert "Tue 5 Jan 2027 at 16:00" in desk.answer.text
    assert "the rest of the series stands" in desk.answer.text


def test_an_occurrence_named_by_an_hour_that_its_clock_shifts_is_that_occurrence() -> None:
    # as in a series that was sent in UTC, for a zone without yearly rules
    desk = Desk(active(SERIES))
    hour_late = datetime(2027, 1, 5, 16, tzinfo=UTC)
    desk.happens(meetings.invite_answered, reply("DECLINED", uid=SERIES.uid, recurrence=hour_late))
    assert desk.book.meetings[0].answer_of(MINERVA, hour_late - timedelta(hours=1)) == "DECLINED"


def test_an_answer_for_a_time_without_a_meeting_changes_nothing() -> None:
    desk = Desk(active(SERIES))
    desk.happens(meetings.invite_answered, reply(uid=SERIES.uid, recurrence=at("2027-01-06 16:00")))
    assert desk.book.meetings == (SERIES,)


def test_the_proteges_own_decline_means_i_cant_make_it() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_answered, reply("DECLINED", sender="ada@work.example.org", who="ada@example.org"))
    assert desk.draft.template == "invite/cannot"
    assert desk.book.meetings[0].answer_of(MINERVA) == "NEEDS-ACTION"
    assert desk.book.person("minerva").answered_at is None


def test_a_counter_that_fits_is_a_move_that_one_word_sends() -> None:
    desk = coffee_desk()
    event = reply("TENTATIVE", method="COUNTER", start=at("2026-11-12 15:00"))
    desk.happens(meetings.invite_answered, event)
    assert "Wed 11 Nov at 10:00 → Thu 12 Nov at 15:00" in desk.answer.text
    assert desk.draft.id in desk.answer.shows
    assert desk.book.meetings[0].start == COFFEE.start
    desk.leaves()
    assert (desk.book.meetings[0].start, desk.book.meetings[0].sequence) == (local("2026-11-12 15:00"), 1)


def test_a_counter_outside_hours_is_told_with_times_that_fit() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_answered, reply("TENTATIVE", method="COUNTER", start=at("2026-11-12 21:00")))
    assert "outside your hours" in desk.answer.text
    assert desk.book.pending() == ()
    assert all(tap.startswith("MOVE TO ") for tap in desk.taps)


def test_an_unknown_uid_is_shown_when_she_sent_it_and_noted_else() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_answered, reply(uid="other@x"))
    assert "an invite that I don't know" in desk.answer.text
    assert desk.happens(meetings.invite_answered, reply(uid="other@x", sender=MALLORY)).drafts == ()
    assert desk.book.meetings == (COFFEE,)


def test_what_the_protege_says_of_an_answer_is_recorded() -> None:
    desk = coffee_desk()
    desk.says(meetings.reported, op="accepted")
    assert desk.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"
    desk.says(meetings.reported, op="declined")
    assert "CAN'T MAKE" in desk.answer.text


# --- invites of others


def test_her_own_invite_becomes_the_meeting() -> None:
    desk = Desk(now="2026-11-04 09:00")
    desk.happens(meetings.invite_received, came(invite()))
    known = desk.book.meetings[0]
    assert (known.organizer, known.start, known.zone, known.minutes, known.state) == (
        MINERVA, local("2026-11-10 11:00"), MADRID, 30, "invited",
    )  # fmt: skip
    assert desk.book.person("minerva").stage is Stage.COFFEE_SET
    assert desk.book.person("minerva").ladder.ended == "answered"


def test_a_forwarded_invite_is_answered_and_tracked() -> None:
    desk = Desk(now="2026-11-04 09:00")
    desk.happens(meetings.invite_received, came(invite(), "ada@example.org", forwarded=True))
    assert desk.book.meetings[0].uid == "hers@x"
    assert desk.answer.text.startswith("Minerva McGee INVITES YOU")


def test_a_stranger_cannot_invite_in_her_name() -> None:
    desk = Desk(now="2026-11-04 09:00")
    assert desk.happens(meetings.invite_received, came(invite(), MALLORY)).drafts == ()
    assert desk.book.meetings == ()


def test_ours_is_cancelled_not_doubled() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_received, came(invite()))
    assert (desk.draft.template, desk.draft.method, desk.draft.meeting) == ("invite/doubled", "CANCEL", COFFEE.uid)
    desk.leaves()
    assert [m.state for m in desk.book.meetings] == ["cancelled", "invited"]


def test_ours_that_nobody_has_seen_is_simply_withheld() -> None:
    desk = coffee_desk(state="draft")
    desk.happens(meetings.invite_received, came(invite()))
    assert [m.state for m in desk.book.meetings] == ["cancelled", "invited"]
    assert desk.book.pending() == ()


def test_an_answer_to_her_own_private_date_leaves_it_there() -> None:
    board = PrivateDate("board@x", "reminder/1", "Promotion board", local("2027-03-03 00:00").date())
    desk = coffee_desk()
    desk.book = replace(desk.book, private_dates=(board,))
    decision = desk.happens(meetings.invite_answered, reply("DECLINED", uid=board.uid, who=ADA, sender=ADA))
    assert (desk.book.private_dates, decision.drafts) == ((board,), ())
    assert decision.notes[0].text == f"{ADA} answered a private date: it stands as it is"


def test_an_update_counts_only_from_the_stored_organizer_and_when_newer() -> None:
    desk = hers()
    newer = invite(when="2026-11-11 11:00", sequence=1)
    desk.happens(meetings.invite_received, came(newer, MALLORY))
    desk.happens(meetings.invite_received, came(replace(newer, organizer=MALLORY), MALLORY))
    desk.happens(meetings.invite_received, came(replace(newer, sequence=0)))
    assert desk.book.meetings[0].start == local("2026-11-10 11:00")
    desk.happens(meetings.invite_received, came(newer))
    assert desk.book.meetings[0].start == local("2026-11-11 11:00")
    assert "MOVED Tue 10 Nov at 11:00 → Wed 11 Nov at 11:00" in desk.answer.text


def test_a_cancellation_only_from_the_stored_organizer() -> None:
    desk = hers()
    desk.happens(meetings.invite_received, came(invite("CANCEL", sequence=1), MALLORY))
    assert desk.book.meetings[0].state == "invited"
    desk.happens(meetings.invite_received, came(invite("CANCEL", sequence=1)))
    assert desk.book.meetings[0].state == "cancelled"


def test_nobody_cancels_our_invite_by_mail() -> None:
    desk = coffee_desk()
    desk.happens(meetings.invite_received, came(invite("CANCEL", uid=COFFEE.uid, sequence=9)))
    assert desk.book.meetings == (COFFEE,)


def test_cancelling_one_of_her_series_leaves_the_others() -> None:
    desk = Desk(now="2026-11-04 09:00")
    desk.happens(meetings.invite_received, came(invite(rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=4")))
    one = at("2026-11-17 11:00")
    desk.happens(meetings.invite_received, came(invite("CANCEL", when="2026-11-17 11:00", sequence=1, recurrence=one)))
    left = [start for start, _ in desk.book.meetings[0].occurrences(desk.now, desk.now + timedelta(days=60))]
    assert left == [at("2026-11-10 11:00"), at("2026-11-24 11:00"), at("2026-12-01 11:00")]


@pytest.mark.parametrize("method", ["ADD", "REFRESH", "X-OTHER", "DECLINECOUNTER"])
def test_other_methods_are_never_misapplied(method: str) -> None:
    desk = Desk(now="2026-11-04 09:00")
    assert desk.happens(meetings.invite_received, came(invite(method))).drafts == ()
    assert desk.book.meetings == ()


def test_a_published_date_is_asked_about_and_no_meeting_yet() -> None:
    desk = Desk(now="2026-11-04 09:00")
    desk.happens(meetings.invite_received, came(invite("PUBLISH")))
    assert desk.answer.template == "protege/calendar_asks"
    assert desk.book.meetings == ()
