"""REQUEST, CANCEL and the rest of what an organizer says, as Minerva hears it (RFC 5546 §3.2)."""

from __future__ import annotations

from dataclasses import replace

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
    WEEKLY,
    event,
    known,
    moment,
    one,
    tell,
    times,
)

from assistant.mentoring.itip.event import Party, Property, Stored
from assistant.mentoring.itip.outcome import Asks, Verdict
from assistant.mentoring.itip.rules import Rules


def applied(state: Stored | None, method: str, *events: object) -> Stored:
    outcome = tell(state, method, *events)  # type: ignore[arg-type]
    assert outcome.verdict is Verdict.APPLIED
    assert outcome.stored is not None
    return outcome.stored


def my_answer(state: Stored, week: int | None = None) -> str:
    place = state.at(None if week is None else FIRST + week * WEEK)
    assert place is not None
    party = place.attendee(MINERVA)
    assert party is not None
    return party.partstat


def accepted(*events: object) -> Stored:
    """Minerva's copy: she has accepted, and set an alarm and a private note of hers."""
    mine = replace(
        event(), attendees=(Party(MINERVA, partstat="ACCEPTED"),), alarms=("-PT5M",),
        properties=(*event().properties, Property("X-MINE", "ask about tiers")),
    )  # fmt: skip
    return known(mine, *events)  # type: ignore[arg-type]


def test_an_unknown_request_is_an_invitation() -> None:
    assert times(applied(None, "REQUEST", event())) == {FIRST + n * WEEK: FIRST + n * WEEK for n in range(6)}


@pytest.mark.parametrize("method", ["CANCEL", "REPLY", "COUNTER", "ADD", "REFRESH", "DECLINECOUNTER"])
def test_anything_else_about_an_unknown_meeting_leaves_nothing(method: str) -> None:
    outcome = tell(None, method, event())
    assert (outcome.verdict, outcome.stored) == (Verdict.UNKNOWN, None)


def test_an_exception_of_an_unknown_series_is_kept_alone_until_the_series_comes() -> None:
    alone = applied(None, "REQUEST", one(2, 1, HOUR))
    assert alone.master is None
    whole = applied(alone, "REQUEST", event(1))
    assert times(whole)[FIRST + WEEK] == FIRST + WEEK + HOUR
    assert times(whole)[FIRST] == FIRST


def test_moving_one_leaves_the_others() -> None:
    state = applied(known(), "REQUEST", one(2, 1, HOUR))
    assert times(state)[FIRST + WEEK] == FIRST + WEEK + HOUR
    assert len(times(state)) == 6


def test_cancelling_one_leaves_the_others() -> None:
    state = applied(known(), "CANCEL", one(2, 1))
    assert set(times(state)) == {FIRST + n * WEEK for n in (0, 2, 3, 4, 5)}


def test_a_cancel_without_times_cancels_the_whole() -> None:
    bare = replace(event(2), start=None, end=None, rule="")
    assert times(applied(known(), "CANCEL", bare)) == {}


def test_a_later_request_brings_a_cancelled_meeting_back() -> None:
    state = applied(known(), "CANCEL", event(2))
    assert tell(state, "REQUEST", event(1)).verdict is Verdict.STALE
    assert len(times(applied(state, "REQUEST", event(3)))) == 6


def test_an_occurrence_that_was_left_out_can_come_back() -> None:
    state = known(replace(event(), excluded=(moment(FIRST + WEEK),)))
    assert FIRST + WEEK not in times(state)
    assert FIRST + WEEK in times(applied(state, "REQUEST", one(2, 1)))


def test_a_new_master_makes_older_exceptions_go_and_keeps_newer_ones() -> None:
    state = known(event(1), one(2, 1, HOUR), one(4, 2, HOUR))
    changed = times(applied(state, "REQUEST", event(3)))
    assert changed[FIRST + WEEK] == FIRST + WEEK
    assert changed[FIRST + 2 * WEEK] == FIRST + 2 * WEEK + HOUR


# --- what is Minerva's stays hers


def test_my_answer_stands_while_the_time_does() -> None:
    again = replace(event(2), properties=(Property("SUMMARY", "Coffee, outside"),))
    assert my_answer(applied(accepted(), "REQUEST", again)) == "ACCEPTED"


def test_another_time_asks_me_anew() -> None:
    assert my_answer(applied(accepted(), "REQUEST", event(2, FIRST + HOUR))) == "NEEDS-ACTION"
    assert my_answer(applied(accepted(), "REQUEST", event(2, rule="FREQ=WEEKLY;COUNT=7"))) == "NEEDS-ACTION"


def test_an_organizer_may_ask_me_anew_for_the_same_time() -> None:
    asks = replace(event(2), attendees=(Party(MINERVA, asked=2),))
    state = applied(accepted(), "REQUEST", asks)
    assert my_answer(state) == "NEEDS-ACTION"
    assert state.master is not None
    assert state.master.attendees[0].asked is None


def test_my_alarm_and_my_notes_stay_and_theirs_do_not_come() -> None:
    said = (Property("SUMMARY", "Tea"), Property("X-THEIRS", "x"), Property("TRANSP", "OPAQUE"))
    theirs = replace(event(2), alarms=("-PT1M",), properties=said)
    state = applied(accepted(), "REQUEST", theirs, one(2, 1, HOUR))
    for place in state:
        assert place.alarms == ("-PT5M",)
        names = {each.name for each in place.properties}
        assert "X-MINE" in names
        assert "X-THEIRS" not in names


def test_what_the_organizer_means_to_show_comes() -> None:
    shows = Rules(organizer_properties=frozenset({"X-ROOM"}))
    outcome = tell(None, "REQUEST", replace(event(), properties=(Property("X-ROOM", "4"),)), rules=shows)
    assert outcome.stored is not None
    assert outcome.stored.master is not None
    assert Property("X-ROOM", "4") in outcome.stored.master.properties


def test_what_i_made_of_one_occurrence_survives_a_new_master() -> None:
    mine = replace(one(1, 1), attendees=(Party(MINERVA, partstat="DECLINED"),), alarms=("-PT30M",))
    state = applied(accepted(mine), "REQUEST", replace(event(2), properties=(Property("SUMMARY", "Tea"),)))
    place = state.at(FIRST + WEEK)
    assert place is not None
    assert (place.alarms, my_answer(state, 1)) == (("-PT30M",), "DECLINED")
    assert place.properties[0].value == "Tea"


def test_what_i_have_not_answered_blocks_no_time() -> None:
    state = applied(None, "REQUEST", event())
    assert state.master is not None
    assert Property("TRANSP", "TRANSPARENT") in state.master.properties


# --- who, and what cannot be


@pytest.mark.parametrize("sender", [MALLORY, MINERVA, ""])
@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "ADD"])
def test_only_the_stored_organizer_changes_it(sender: str, method: str) -> None:
    state = known()
    outcome = tell(state, method, event(2, FIRST + HOUR), sender=sender)
    assert (outcome.verdict, outcome.stored) == (Verdict.REFUSED, state)


def test_an_event_does_not_change_hands() -> None:
    state = known()
    taken = replace(event(2), organizer=Party(MALLORY))
    assert tell(state, "REQUEST", taken, sender=LEE).stored == state
    assert tell(state, "REQUEST", taken, sender=MALLORY).stored == state


def test_the_organizers_stored_assistant_may_change_it() -> None:
    state = known(replace(event(), organizer=Party(LEE, sent_by=ADA)))
    assert tell(state, "CANCEL", event(2), sender=ADA).verdict is Verdict.APPLIED


def test_all_from_one_on_is_asked_and_never_misapplied() -> None:
    state = known()
    for method in ("REQUEST", "CANCEL"):
        outcome = tell(state, method, replace(one(2, 1), onwards=True))
        assert (outcome.stored, [ask.asks for ask in outcome.asks]) == (state, [Asks.ONWARDS])
    assert tell(None, "REQUEST", replace(one(2, 1), onwards=True)).stored is None


def test_another_occurrence_is_asked_and_never_misapplied() -> None:
    state = known()
    added = replace(event(2, FIRST + HOUR), rule="")
    outcome = tell(state, "ADD", added)
    assert (outcome.stored, [(ask.asks, ask.start) for ask in outcome.asks]) == (state, [(Asks.ADDED, added.start)])


@pytest.mark.parametrize("method", ["PUBLISH", "DECLINECOUNTER"])
def test_what_asks_nothing_changes_nothing(method: str) -> None:
    state = known()
    for said in (event(2, FIRST + HOUR), one(2, 1, HOUR), one(2, 1, HOUR, onwards=True)):
        outcome = tell(state, method, said)
        assert (outcome.verdict, outcome.stored, outcome.asks) == (Verdict.NOTED, state, ())


def test_a_message_about_two_events_or_none_is_refused() -> None:
    for events in ((), (event(2), replace(one(2, 1), uid="2@example.org")), (replace(event(2), uid="2@example.org"),)):
        assert tell(known(), "REQUEST", *events).verdict is Verdict.REFUSED


def test_an_unknown_method_is_refused() -> None:
    assert tell(known(), "X-OTHER", event(2)).verdict is Verdict.REFUSED


def test_what_changed_is_named_by_occurrence() -> None:
    outcome = tell(known(), "REQUEST", one(2, 1, HOUR), one(2, 3))
    assert [change.instant for change in outcome.changed] == [FIRST + WEEK]
    outcome = tell(known(), "REQUEST", event(2, FIRST, MINERVA, BEN, rule=WEEKLY))
    assert [change.instant for change in outcome.changed] == [None]
