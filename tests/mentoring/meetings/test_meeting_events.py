"""Meetings of the book through the iTIP broker: what counts, from whom, and in which order it may come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentoring.people import COFFEE, MADRID, MALLORY, SERIES, Desk, active, ada, at, local, minerva

from assistant.mentoring.events import InviteAnswered, InviteReceived
from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.mentoring.meetings import meeting_events, meetings
from assistant.mentoring.person import Stage
from assistant.mentoring.schedule import Change, Meeting

MINERVA = "minerva@example.org"
STAMP = at("2026-11-04 09:00")
JANUARY, FEBRUARY = datetime(2027, 1, 5, 15, tzinfo=UTC), datetime(2027, 2, 2, 15, tzinfo=UTC)


def invite(
    number: int, when: str = "2026-11-10 11:00", *, one: str = "", method: str = "REQUEST", **more: object
) -> CalendarInvite:
    """The n-th thing that Minerva wrote of her weekly meeting."""
    start = at(when).astimezone(ZoneInfo(MADRID))
    values: dict[str, object] = {
        "rrule": "" if one else "FREQ=WEEKLY;COUNT=5",
        "recurrence": at(one) if one else None,
        **more,
    }
    stamp = STAMP + timedelta(minutes=number)
    return CalendarInvite(
        method, "hers@x", number, stamp, MINERVA, "Chat", start, start + timedelta(minutes=30), **values
    )  # type: ignore[arg-type]


def hears(desk: Desk, said: CalendarInvite, *more: CalendarInvite, sender: str = MINERVA) -> None:
    desk.happens(meetings.invite_received, InviteReceived("k", STAMP, "minerva", sender, said, None, more))


def starts(desk: Desk) -> list[datetime]:
    (meeting,) = desk.book.meetings
    return [actual for _, actual in meeting.occurrences(desk.now, desk.now + timedelta(days=90))]


def hers() -> Desk:
    desk = Desk(ada(minerva(Stage.ACTIVE)), "2026-11-04 09:00")
    hears(desk, invite(0))
    return desk


# --- their invites


def test_what_she_left_out_of_her_series_is_no_meeting() -> None:
    desk = Desk(ada(minerva(Stage.ACTIVE)), "2026-11-04 09:00")
    hears(desk, invite(0, excluded=(at("2026-11-17 11:00"),)))
    assert at("2026-11-17 11:00") not in starts(desk)
    assert len(starts(desk)) == 4


def test_a_series_may_come_with_its_exceptions() -> None:
    desk = Desk(ada(minerva(Stage.ACTIVE)), "2026-11-04 09:00")
    hears(desk, invite(0), invite(0, "2026-11-18 12:00", one="2026-11-17 11:00"))
    assert starts(desk)[:3] == [at("2026-11-10 11:00"), at("2026-11-18 12:00"), at("2026-11-24 11:00")]


def test_changes_of_two_occurrences_count_in_any_order() -> None:
    first = invite(1, "2026-11-18 12:00", one="2026-11-17 11:00")
    second = invite(2, "2026-11-25 12:00", one="2026-11-24 11:00")
    found = []
    for order in ((first, second), (second, first)):
        desk = hers()
        for said in order:
            hears(desk, said)
        found.append(starts(desk))
    assert found[0] == found[1]
    assert {at("2026-11-18 12:00"), at("2026-11-25 12:00")} < set(found[0])


SAID = {
    "moved": invite(1, "2026-11-18 12:00", one="2026-11-17 11:00"),
    "moved on": invite(2, "2026-11-19 12:00", one="2026-11-17 11:00"),
    "off": invite(3, one="2026-11-24 11:00", method="CANCEL"),
    "all later": invite(4, "2026-11-10 12:00"),
    "one after that": invite(5, "2026-11-25 16:00", one="2026-11-24 12:00"),
    "all off": invite(6, method="CANCEL"),
}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(sorted(SAID)), max_size=5, unique=True), st.data())
def test_whatever_order_her_mails_come_in_the_meetings_are_the_same(names: list[str], data: st.DataObject) -> None:
    found = []
    for order in (names, data.draw(st.permutations([*names, *names[:2]]))):
        desk = hers()
        for name in order:
            hears(desk, SAID[name])
        (meeting,) = desk.book.meetings
        found.append([] if meeting.state == "cancelled" else starts(desk))
    assert found[0] == found[1]


@pytest.mark.parametrize("said", SAID.values(), ids=list(SAID))
def test_nobody_but_her_changes_her_meeting(said: CalendarInvite) -> None:
    desk = hers()
    known = desk.book.meetings
    for sender in (MALLORY, "ada@example.org", "jonas@example.org"):
        hears(desk, said, sender=sender)
        hears(desk, replace(said, organizer=sender), sender=sender)
    assert desk.book.meetings == known


def test_her_scheduling_contact_answers_for_her_and_changes_nothing_of_hers() -> None:
    desk = Desk(ada(minerva(Stage.ACTIVE, scheduling="jonas@example.org")), "2026-11-04 09:00")
    hears(desk, invite(0))
    known = desk.book.meetings
    hears(desk, SAID["all off"], sender="jonas@example.org")
    assert desk.book.meetings == known


def test_a_change_of_several_is_told_once() -> None:
    desk = hers()
    before = len(desk.book.letters)
    hears(desk, SAID["moved"], replace(SAID["off"], method="REQUEST", start=at("2026-11-25 09:00")))
    assert len(desk.book.letters) == before + 1
    assert "MOVED Tue 17 Nov at 11:00 → Wed 18 Nov at 12:00" in desk.answer.text


def test_an_exception_for_a_time_without_a_meeting_is_told_to_nobody() -> None:
    desk = hers()
    before = starts(desk)
    decision = desk.happens(
        meetings.invite_received,
        InviteReceived("k", STAMP, "minerva", MINERVA, invite(1, "2026-11-18 12:00", one="2026-11-18 11:00")),
    )
    assert (starts(desk), decision.drafts) == (before, ())


# --- ours


def answered(desk: Desk, *said: CalendarAnswer, sender: str = MINERVA) -> None:
    desk.happens(meetings.invite_answered, InviteAnswered("k", STAMP, sender, said[0], more=said[1:]))


def reply(partstat: str, one: datetime | None = None, *, number: int = 1, who: str = MINERVA) -> CalendarAnswer:
    stamp = STAMP + timedelta(minutes=number)
    return CalendarAnswer("REPLY", SERIES.uid, 0, stamp, ((who, partstat),), one)


def test_one_message_may_answer_the_series_and_single_meetings() -> None:
    desk = Desk(active(SERIES))
    answered(desk, reply("ACCEPTED"), reply("DECLINED", JANUARY))
    (meeting,) = desk.book.meetings
    assert (meeting.answer_of(MINERVA), meeting.answer_of(MINERVA, JANUARY)) == ("ACCEPTED", "DECLINED")
    assert "CAN'T MAKE Tue 5 Jan 2027" in desk.answer.text


def test_she_answers_by_any_of_her_addresses() -> None:
    desk = Desk(active(SERIES, also=("m.mcgee@example.org",)))
    answered(desk, reply("ACCEPTED", who="m.mcgee@example.org"), sender="M.McGee@example.org")
    assert desk.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"


def test_a_program_that_lists_everybody_answers_for_its_sender_alone() -> None:
    desk = Desk(active(SERIES))
    said = replace(reply("ACCEPTED"), answers=((MALLORY, "DECLINED"), ("MAILTO:Minerva@Example.org", "ACCEPTED")))
    answered(desk, said)
    assert [(seen.email, seen.answer) for seen in desk.book.meetings[0].attendance] == [(MINERVA, "ACCEPTED")]


@pytest.mark.parametrize("partstat", ["NEEDS-ACTION", "DELEGATED"])
def test_what_is_no_answer_is_noted(partstat: str) -> None:
    desk = Desk(active(SERIES))
    answered(desk, reply(partstat))
    assert desk.book.meetings == (SERIES,)
    assert partstat.lower() in desk.last.notes[0].text


def test_a_moved_occurrence_rises_above_what_was_sent_and_others_keep_their_answers() -> None:
    desk = Desk(active(SERIES))
    answered(desk, reply("ACCEPTED"), reply("ACCEPTED", FEBRUARY))
    desk.now = at("2026-12-10 09:00")
    desk.says(meetings.meet, op="move", at=local("2027-01-07 16:00"))
    (waiting,) = desk.book.changes_waiting
    assert (waiting.method, waiting.occurrence, waiting.meeting.sequence) == ("REQUEST", JANUARY, 1)
    desk.leaves()
    (meeting,) = desk.book.meetings
    assert (meeting.answer_of(MINERVA, JANUARY), meeting.answer_of(MINERVA, FEBRUARY)) == ("NEEDS-ACTION", "ACCEPTED")
    answered(desk, reply("DECLINED", FEBRUARY, number=9))
    assert desk.book.meetings[0].answer_of(MINERVA, FEBRUARY) == "DECLINED"


@pytest.mark.parametrize(
    ("meeting", "changed", "method", "occurrence"),
    [
        (COFFEE, replace(COFFEE, start=local("2026-11-12 10:00")), "REQUEST", None),
        (COFFEE, replace(COFFEE, state="cancelled"), "CANCEL", None),
        (SERIES, SERIES.with_change(Change(JANUARY, local("2027-01-07 16:00"))), "REQUEST", JANUARY),
        (SERIES, SERIES.with_change(Change(JANUARY, cancelled=True)), "CANCEL", JANUARY),
        (SERIES, SERIES.with_change(Change(JANUARY, place="her office")), "REQUEST", JANUARY),
        (SERIES, replace(SERIES, place="Café Luna"), "REQUEST", None),
        (SERIES, replace(SERIES, state="cancelled"), "CANCEL", None),
    ],
)
def test_a_change_of_ours_is_told_as_what_it_is(
    meeting: Meeting, changed: Meeting, method: str, occurrence: datetime | None
) -> None:
    book = active(meeting)
    raised, message = meeting_events.told(book, meeting, changed, STAMP)
    assert (raised.sequence, message.method, message.events[0].instant) == (meeting.sequence + 1, method, occurrence)
    assert (message.recipient.address, len(message.events)) == (MINERVA, 1)


def test_an_occurrence_at_another_place_stays_so_through_the_broker() -> None:
    elsewhere = replace(SERIES, place="Café Luna").with_change(Change(JANUARY, place="her office"))
    made = meeting_events.stored_of(active(elsewhere), elsewhere)
    back = meeting_events.changed(replace(elsewhere, changes=()), made)
    assert (back.place, back.place_of(JANUARY), back.place_of(FEBRUARY)) == ("Café Luna", "her office", "Café Luna")


def test_a_person_without_an_address_is_still_told() -> None:
    book = ada(minerva(Stage.COFFEE_SET, email=""), meetings=(COFFEE,))
    _, message = meeting_events.told(book, COFFEE, replace(COFFEE, state="cancelled"), STAMP)
    assert message.method == "CANCEL"
