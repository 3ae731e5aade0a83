"""REPLY, COUNTER and REFRESH, as Lee hears them who organizes (RFC 5546 §3.2.3, §3.2.6, §3.2.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from mentoring.itip.calendars import (
    ADA,
    BEN,
    FIRST,
    HOUR,
    LEE,
    MALLORY,
    MINERVA,
    WEEK,
    answer,
    event,
    known,
    moment,
    one,
    partstats,
    tell,
)

from assistant.mentoring.itip.event import Party, Property, Version
from assistant.mentoring.itip.outcome import Ask, Asks, Verdict
from assistant.mentoring.itip.rules import Rules


def test_an_answer_is_recorded_for_its_sender() -> None:
    outcome = tell(known(), "REPLY", answer(1), sender=MINERVA)
    assert (outcome.verdict, outcome.who, outcome.asks) == (Verdict.APPLIED, MINERVA, ())
    assert partstats(outcome.stored) == {MINERVA: "ACCEPTED"}


def test_a_decline_asks_for_another_time() -> None:
    outcome = tell(known(), "REPLY", answer(1, "DECLINED", 2), sender=MINERVA)
    assert outcome.asks == (Ask(Asks.DECLINED, MINERVA, FIRST + 2 * WEEK),)


def test_an_answer_to_one_and_an_answer_to_all_are_kept_apart() -> None:
    state = tell(known(), "REPLY", answer(1, "DECLINED", 2), sender=MINERVA).stored
    state = tell(state, "REPLY", answer(2), sender=MINERVA).stored
    assert (partstats(state)[MINERVA], partstats(state, 2)[MINERVA], partstats(state, 1)[MINERVA]) == (
        "ACCEPTED", "DECLINED", "ACCEPTED",
    )  # fmt: skip


def test_one_message_may_answer_the_whole_and_single_ones() -> None:
    outcome = tell(known(), "REPLY", answer(1), answer(1, "DECLINED", 3), sender=MINERVA)
    assert partstats(outcome.stored, 3) == {MINERVA: "DECLINED"}
    assert partstats(outcome.stored) == {MINERVA: "ACCEPTED"}


def test_a_time_at_which_there_is_no_meeting_is_left_out() -> None:
    strange = replace(answer(1), recurrence=moment(FIRST + HOUR))
    assert tell(known(), "REPLY", strange, sender=MINERVA).verdict is Verdict.REFUSED
    beside = tell(known(), "REPLY", answer(1), strange, sender=MINERVA)
    assert (beside.verdict, partstats(beside.stored)) == (Verdict.APPLIED, {MINERVA: "ACCEPTED"})


@pytest.mark.parametrize("state", [known(event(status="CANCELLED")), known(event(), one(2, 1, status="CANCELLED"))])
def test_what_is_cancelled_is_not_answered(state: object) -> None:
    outcome = tell(state, "REPLY", answer(3, week=1), sender=MINERVA)  # type: ignore[arg-type]
    assert (outcome.verdict, outcome.because) == (Verdict.REFUSED, "the meeting is cancelled")


def test_an_answer_to_what_was_before_a_change_is_stale() -> None:
    state = known(event(3))
    assert tell(state, "REPLY", answer(9, sequence=2), sender=MINERVA).verdict is Verdict.STALE
    assert tell(state, "REPLY", answer(9, sequence=3), sender=MINERVA).verdict is Verdict.APPLIED


def test_one_who_was_asked_before_an_unimportant_change_may_answer_that() -> None:
    state = known(replace(event(3), attendees=(Party(MINERVA, asked=2),)))
    assert tell(state, "REPLY", answer(9, sequence=2), sender=MINERVA).verdict is Verdict.APPLIED
    assert tell(state, "REPLY", answer(9, sequence=1), sender=MINERVA).verdict is Verdict.STALE


def test_a_sequence_above_ours_does_not_shut_out_later_answers() -> None:
    state = tell(known(), "REPLY", answer(1, sequence=2**31 - 1), sender=MINERVA).stored
    outcome = tell(state, "REPLY", answer(2, "DECLINED"), sender=MINERVA)
    assert partstats(outcome.stored) == {MINERVA: "DECLINED"}


@pytest.mark.parametrize(
    ("sender", "who"), [(MALLORY, MINERVA), (MALLORY, MALLORY), (MINERVA, MALLORY), (LEE, MINERVA)]
)
def test_nobody_crashes_the_party_or_answers_for_others(sender: str, who: str) -> None:
    state = known()
    outcome = tell(state, "REPLY", answer(1, who=who), sender=sender)
    assert (outcome.verdict, outcome.stored) == (Verdict.REFUSED, state)
    asked = [(ask.asks, ask.who) for ask in outcome.asks]
    assert asked == ([(Asks.UNINVITED, MALLORY)] if sender == who == MALLORY else [])


def test_who_admits_everybody_has_them_among_the_attendees_of_what_they_answered() -> None:
    admits = Rules(admits=True)
    state = tell(known(), "REPLY", answer(1, "DECLINED", 2, who=BEN), sender=BEN, rules=admits).stored
    assert partstats(state, 2) == {MINERVA: "NEEDS-ACTION", BEN: "DECLINED"}
    assert partstats(state) == {MINERVA: "NEEDS-ACTION"}


def test_her_scheduling_contact_speaks_for_her_and_so_does_a_stored_sent_by() -> None:
    contact = Rules(speakers={BEN: MINERVA})
    outcome = tell(known(), "REPLY", answer(1), sender=BEN, rules=contact)
    assert partstats(outcome.stored) == {MINERVA: "ACCEPTED"}
    delegated = known(replace(event(), attendees=(Party(MINERVA, sent_by=f"mailto:{BEN}"),)))
    assert tell(delegated, "REPLY", answer(1), sender=BEN).verdict is Verdict.APPLIED


def test_a_sent_by_that_only_the_answer_names_speaks_for_nobody() -> None:
    said = replace(answer(1), attendees=(Party(MINERVA, partstat="ACCEPTED", sent_by=MALLORY),))
    assert tell(known(), "REPLY", said, sender=MALLORY).verdict is Verdict.REFUSED


def test_an_answer_of_two_is_an_answer_of_nobody() -> None:
    state = known(event(1, FIRST, MINERVA, BEN))
    both = replace(answer(1), attendees=(Party(MINERVA, partstat="ACCEPTED"), Party(BEN, partstat="DECLINED")))
    apart = (answer(1), answer(1, "DECLINED", 2, who=BEN))
    assert tell(state, "REPLY", both, sender=MINERVA).stored == state
    assert tell(state, "REPLY", *apart, sender=MINERVA).stored == state


def test_an_answer_ends_the_asking_and_keeps_what_its_delivery_said() -> None:
    from assistant.mentoring.itip.occurrences import answered

    state = tell(known(), "REPLY", replace(answer(1), outcome="2.3"), sender=MINERVA).stored
    assert state is not None
    place = answered(state, None)
    assert place is not None
    assert (place.attendees[0].rsvp, place.attendees[0].outcome) == (False, "2.3")


def test_what_she_adds_is_taken_only_where_it_is_meant_to_be_seen() -> None:
    from assistant.mentoring.itip.occurrences import answered

    said = replace(
        answer(1),
        attendees=(Party(MINERVA, partstat="ACCEPTED", more=(("X-SEAT", "4"), ("X-NOTE", "secret"))),),
        properties=(Property("X-FOOD", "vegan"), Property("LOCATION", "Moon"), Property("X-NOTE", "secret")),
    )
    shares = Rules(attendee_parameters=frozenset({"X-SEAT"}), attendee_properties=frozenset({"X-FOOD"}))
    outcome = tell(known(), "REPLY", said, sender=MINERVA, rules=shares)
    assert outcome.stored is not None
    place = answered(outcome.stored, None)
    assert place is not None
    assert place.attendees[0].more == (("X-SEAT", "4"),)
    assert {one.name for one in place.properties} == {"SUMMARY", "X-FOOD"}
    assert outcome.changed[0].parameters == ("PARTSTAT", "X-SEAT")
    assert outcome.changed[0].properties == ("X-FOOD",)


# --- another time


def test_a_counter_asks_and_moves_nothing() -> None:
    other = replace(answer(1, week=2), start=moment(FIRST + 2 * WEEK + HOUR), end=moment(FIRST + 2 * WEEK + 2 * HOUR))
    outcome = tell(known(), "COUNTER", other, sender=MINERVA)
    assert outcome.asks == (Ask(Asks.COUNTER, MINERVA, FIRST + 2 * WEEK, other.start, other.end),)
    assert outcome.stored is not None
    assert outcome.stored.exceptions == ()
    assert partstats(outcome.stored, 2) == {MINERVA: "TENTATIVE"}


def test_the_same_counter_twice_asks_once() -> None:
    other = replace(answer(1), start=moment(FIRST + HOUR))
    state = tell(known(), "COUNTER", other, sender=MINERVA).stored
    assert tell(state, "COUNTER", other, sender=MINERVA).asks == ()


def test_a_counter_without_a_time_is_none() -> None:
    assert tell(known(), "COUNTER", answer(1), sender=MINERVA).verdict is Verdict.REFUSED


def test_who_asks_how_it_stands_is_sent_what_they_are_invited_to() -> None:
    state = known(event(2), replace(one(3, 1, HOUR), attendees=(Party(BEN),)))
    outcome = tell(state, "REFRESH", answer(1), sender=MINERVA)
    (sent,) = outcome.send
    assert (outcome.verdict, outcome.stored, sent.method, sent.recipient.address) == (
        Verdict.NOTED, state, "REQUEST", MINERVA,
    )  # fmt: skip
    (whole,) = sent.events
    assert (whole.version.sequence, [x.instant for x in whole.excluded]) == (2, [FIRST + WEEK])


@pytest.mark.parametrize(("sender", "who"), [(MALLORY, MALLORY), (MALLORY, MINERVA), (MINERVA, BEN)])
def test_nobody_else_is_told_how_it_stands(sender: str, who: str) -> None:
    outcome = tell(known(), "REFRESH", answer(1, who=who), sender=sender)
    assert (outcome.verdict, outcome.send) == (Verdict.REFUSED, ())


def test_the_stamp_decides_between_two_answers_of_one_sequence() -> None:
    late = replace(answer(5, "DECLINED"), version=Version(1, answer(1).version.stamp + timedelta(hours=1)))
    state = tell(known(), "REPLY", late, sender=MINERVA).stored
    assert tell(state, "REPLY", answer(2), sender=MINERVA).verdict is Verdict.STALE


def test_an_answer_from_ada_to_lees_event_is_her_own() -> None:
    state = known(event(1, FIRST, MINERVA, ADA))
    outcome = tell(state, "REPLY", answer(1, "TENTATIVE", who=ADA), sender=ADA.upper())
    assert partstats(outcome.stored) == {MINERVA: "NEEDS-ACTION", ADA: "TENTATIVE"}
