"""What Lee's change of an event has to say to each attendee (RFC 5546 §3.2.2, §3.2.5; calendar.md S3, S6)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.itip.calendars import (
    ADA,
    BEN,
    FIRST,
    HOUR,
    LEE,
    MALLORY,
    MINERVA,
    NOW,
    WEEK,
    event,
    known,
    moment,
    one,
    tell,
    times,
)

from assistant.mentoring import itip
from assistant.mentoring.itip.event import Event, Party, Property, Stored
from assistant.mentoring.itip.organizer import cancel, raised, request
from assistant.mentoring.itip.outcome import Outgoing, Refused
from assistant.mentoring.itip.rules import STRICT, Rules, sent

RESTATES = Rules(alone=False)


def told(old: Stored | None, new: Stored | None, rules: Rules = STRICT) -> list[tuple[str, str, list[object]]]:
    """To whom what is said, and about which occurrences."""
    found = itip.edited(old, new, LEE, NOW, rules)
    return [(x.recipient.address, x.method, [each.instant for each in x.events]) for x in found]


def only(old: Stored | None, new: Stored | None) -> Outgoing:
    (found,) = itip.edited(old, new, LEE, NOW)
    return found


def test_a_new_event_is_a_request_to_each() -> None:
    assert told(None, known(event(1, FIRST, MINERVA, BEN))) == [(MINERVA, "REQUEST", [None]), (BEN, "REQUEST", [None])]


def test_the_organizer_tells_nobody_of_themselves() -> None:
    assert told(None, known(event(1, FIRST, LEE, MINERVA))) == [(MINERVA, "REQUEST", [None])]


def test_who_comes_new_is_invited_and_who_goes_gets_a_cancel_alone() -> None:
    old, new = known(event(1, FIRST, MINERVA, BEN)), known(event(2, FIRST, MINERVA, ADA))
    assert told(old, new) == [(MINERVA, "REQUEST", [None]), (BEN, "CANCEL", [None]), (ADA, "REQUEST", [None])]
    uninvited = next(x for x in itip.edited(old, new, LEE, NOW) if x.method == "CANCEL").events[0]
    assert ([x.address for x in uninvited.attendees], uninvited.status, uninvited.version.sequence) == ([BEN], "", 2)


def test_what_nobody_has_to_answer_again_is_not_significant() -> None:
    other = replace(event(1), properties=(Property("SUMMARY", "Tea"),))
    assert not only(known(), known(other)).significant
    assert only(known(), known(event(2, FIRST + HOUR))).significant
    assert not only(known(), known(replace(other, rule="COUNT=6;FREQ=WEEKLY;INTERVAL=1"))).significant


def test_nothing_changed_says_nothing() -> None:
    assert told(known(), known()) == []
    assert told(known(), known(), RESTATES) == [(MINERVA, "REQUEST", [None])]


def test_moving_one_is_told_by_it_alone() -> None:
    moved = known(event(1), one(2, 1, HOUR))
    assert told(known(), moved) == [(MINERVA, "REQUEST", [FIRST + WEEK])]
    assert told(known(), moved, RESTATES) == [(MINERVA, "REQUEST", [None, FIRST + WEEK])]


def test_cancelling_one_is_a_cancel_of_it_never_of_the_series() -> None:
    off = only(known(), known(event(1), one(2, 1, status="CANCELLED")))
    assert (off.method, [x.instant for x in off.events], off.events[0].status) == (
        "CANCEL",
        [FIRST + WEEK],
        "CANCELLED",
    )


def test_moving_one_and_cancelling_another_are_two_messages() -> None:
    new = known(event(1), one(2, 1, HOUR), one(2, 2, status="CANCELLED"))
    assert told(known(), new) == [(MINERVA, "REQUEST", [FIRST + WEEK]), (MINERVA, "CANCEL", [FIRST + 2 * WEEK])]


def test_who_is_not_wanted_at_one_is_told_of_that_one() -> None:
    old = known(event(1, FIRST, MINERVA, BEN))
    new = known(event(1, FIRST, MINERVA, BEN), one(2, 1, HOUR * 0, MINERVA))
    assert (BEN, "CANCEL", [FIRST + WEEK]) in told(old, new)
    assert (MINERVA, "REQUEST", [FIRST + WEEK]) in told(old, new)


def test_who_is_not_at_one_hears_nothing_more_of_it() -> None:
    old = known(event(1, FIRST, MINERVA, BEN), one(2, 1, HOUR, MINERVA))
    moved_on = known(event(1, FIRST, MINERVA, BEN), one(3, 1, 2 * HOUR, MINERVA))
    off = known(event(1, FIRST, MINERVA, BEN), one(3, 1, HOUR, MINERVA, status="CANCELLED"))
    assert told(old, moved_on) == [(MINERVA, "REQUEST", [FIRST + WEEK])]
    assert told(old, off) == [(MINERVA, "CANCEL", [FIRST + WEEK])]


def test_a_request_shows_nothing_that_is_cancelled() -> None:
    (whole,) = request(known(event(1), one(2, 1, status="CANCELLED")), (MINERVA,), NOW)
    assert [x.instant for x in whole.excluded] == [FIRST + WEEK]


def test_who_is_invited_to_one_alone_sees_that_one_alone() -> None:
    new = known(event(1), one(2, 1, HOUR * 0, MINERVA, BEN))
    assert (BEN, "REQUEST", [FIRST + WEEK]) in told(known(), new)
    assert told(new, known()) == [(MINERVA, "REQUEST", [None]), (BEN, "CANCEL", [FIRST + WEEK])]


def test_the_occurrences_of_others_are_left_out_of_ones_series() -> None:
    new = known(event(1, FIRST, MINERVA, BEN), one(1, 1, HOUR, BEN))
    (whole,) = request(new, (MINERVA,), NOW)
    assert [x.instant for x in whole.excluded] == [FIRST + WEEK]
    assert [x.instant for x in request(new, (BEN,), NOW)] == [None, FIRST + WEEK]
    assert request(new, (MALLORY,), NOW) == ()


def test_deleting_or_cancelling_the_event_cancels_it_for_all() -> None:
    old = known(event(3, FIRST, MINERVA, BEN))
    assert told(old, None) == [(MINERVA, "CANCEL", [None]), (BEN, "CANCEL", [None])]
    gone = itip.edited(old, None, LEE, NOW)[0].events[0]
    assert (gone.status, gone.version.sequence) == ("CANCELLED", 4)
    off = itip.edited(old, known(event(4, FIRST, MINERVA, BEN, status="CANCELLED")), LEE, NOW)
    assert [(x.method, x.events[0].status, x.events[0].version.sequence) for x in off] == 2 * [
        ("CANCEL", "CANCELLED", 4)
    ]


def test_an_event_that_is_no_meeting_any_more_is_cancelled() -> None:
    private = replace(event(2), organizer=None, attendees=())
    assert told(known(), known(private)) == [(MINERVA, "CANCEL", [None])]
    assert told(None, known(private)) == []


def test_whom_another_program_tells_is_not_ours_to_tell() -> None:
    new = replace(event(), attendees=(Party(MINERVA, agent="CLIENT"), Party(BEN, agent="NONE")))
    assert told(None, known(new)) == []


def test_a_wish_to_send_all_the_same_is_significant() -> None:
    again = replace(event(1), attendees=(Party(MINERVA, force="REQUEST"),), properties=(Property("SUMMARY", "Tea"),))
    assert only(known(), known(again)).significant


def test_nobody_else_tells_anybody() -> None:
    assert itip.edited(known(), known(event(2, FIRST + HOUR)), MALLORY, NOW) == ()


def test_a_cancel_of_an_occurrence_that_is_not_there_says_nothing() -> None:
    assert cancel(known(), (Party(MINERVA),), (FIRST + HOUR,), NOW) == ()
    assert [x.version.sequence for x in cancel(known(), (Party(MINERVA),), (None, FIRST + WEEK), NOW)] == [2, 2]


def test_what_is_private_never_leaves() -> None:
    her = Party(MINERVA, outcome="1.2", more=(("X-NOTE", "x"), ("CUTYPE", "ROOM")))
    said = (Property("LOCATION", "Café", (("X-GEO", "1"), ("LANGUAGE", "en"))), Property("X-NOTE", "x"))
    private = replace(event(), alarms=("-PT5M",), attendees=(her,), properties=said)
    seen = sent(private, STRICT)
    assert seen.alarms == ()
    assert seen.properties == (Property("LOCATION", "Café", (("LANGUAGE", "en"),)),)
    assert (seen.attendees[0].more, seen.attendees[0].outcome) == ((("CUTYPE", "ROOM"),), "")


# --- versions


def test_a_change_of_time_gets_the_next_sequence_and_a_later_stamp() -> None:
    new = raised(known(event(3)), known(event(3, FIRST + HOUR)), NOW + HOUR)
    assert new.master is not None
    assert (new.master.version.sequence, new.master.version.stamp) == (4, NOW + HOUR)


def test_one_occurrence_rises_above_all_that_was_sent() -> None:
    old = known(event(1), one(5, 2, HOUR))
    new = raised(old, old.put(one(1, 1, HOUR)), NOW + HOUR)
    sequences = {x.instant: x.version.sequence for x in new}
    assert sequences == {None: 1, FIRST + 2 * WEEK: 5, FIRST + WEEK: 6}


def test_another_place_gets_the_next_sequence() -> None:  # calendar.md S3
    there, elsewhere = (replace(event(2), properties=(Property("LOCATION", where),)) for where in ("Luna", "Sol"))
    for old, new in ((there, elsewhere), (event(2), there), (there, event(2))):
        made = raised(known(old), known(new), NOW + HOUR)
        assert made.master is not None
        assert (made.master.version.sequence, made.master.version.stamp) == (3, NOW + HOUR)


def test_another_name_keeps_the_sequence_and_gets_a_later_stamp() -> None:
    other = replace(event(2), properties=(Property("SUMMARY", "Tea"),))
    new = raised(known(event(2)), known(other), NOW + HOUR)
    assert new.master is not None
    assert (new.master.version.sequence, new.master.version.stamp) == (2, NOW + HOUR)


EDITS = st.lists(
    st.tuples(st.sampled_from(["move", "one", "off", "back"]), st.integers(0, 5), st.integers(1, 3)), max_size=6
)


@given(EDITS)
def test_what_the_attendee_hears_is_what_the_organizer_did(edits: list[tuple[str, int, int]]) -> None:
    """Both ends of the broker together: after every edit Minerva's calendar has Lee's times."""
    lees = known()
    hers = tell(None, "REQUEST", event()).stored
    for number, (kind, week, hours) in enumerate(edits, 1):
        new = _edited(lees, kind, week, hours)
        new = raised(lees, new, NOW + number * HOUR)
        for message in itip.edited(lees, new, LEE, NOW + number * HOUR):
            outcome = tell(hers, message.method, *message.events)
            assert outcome.stored is not None
            hers = outcome.stored
        lees = new
        assert hers is not None
        assert times(hers) == times(lees)


def _edited(known_: Stored, kind: str, week: int, hours: int) -> Stored:
    master = known_.master
    assert master is not None
    assert master.start is not None
    if kind == "move":
        there = moment(master.start.instant + hours * WEEK)
        moved = replace(master, start=there, end=moment(there.instant + HOUR))
        return Stored(moved)
    original = master.start.instant + week * WEEK
    before = known_.at(original)
    if before is not None and before.cancelled:
        return known_
    if kind == "back":
        return replace(known_, exceptions=tuple(one for one in known_.exceptions if one.instant != original))
    there = moment(original + hours * HOUR)
    exception = replace(
        master, recurrence=moment(original), start=there, end=moment(there.instant + HOUR), rule="",
        status="CANCELLED" if kind == "off" else "",
    )  # fmt: skip
    return known_.put(exception)


# --- what cannot be scheduled


def test_events_of_two_minds_are_refused() -> None:
    other = replace(one(1, 1), uid="2@example.org")
    assert isinstance(itip.scheduled([event(), other]), Refused)
    assert isinstance(itip.scheduled([event(), replace(one(1, 1), organizer=Party(BEN))]), Refused)
    assert itip.scheduled([]) is None
    assert itip.scheduled([event(), one(1, 1)]) == known(event(), one(1, 1))


@pytest.mark.parametrize("events", [(event(1), event(2)), (event(2), event(1))])
def test_of_two_that_claim_one_place_the_newer_counts(events: tuple[Event, ...]) -> None:
    assert known(*events) == known(event(2))
