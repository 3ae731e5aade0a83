"""Whatever the order in which messages come, and however often: the same state, and nobody's word but their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

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
    WEEK,
    answer,
    event,
    known,
    one,
    partstats,
    tell,
    times,
)

from assistant.mentoring.itip.event import Event, Stored
from assistant.mentoring.itip.outcome import Message, Verdict

SHIFTS = st.integers(-3, 3).map(lambda hours: hours * HOUR)
WEEKS = st.integers(0, 5)
METHODS = ["REQUEST", "CANCEL", "ADD", "COUNTER", "REPLY", "DECLINECOUNTER", "REFRESH", "PUBLISH", "X-OTHER"]


@st.composite
def histories(draw: st.DrawFn) -> list[Message]:
    """What Lee changed one after the other, after the first invite: the whole, single ones, cancelled ones."""
    found = []
    for number in range(2, draw(st.integers(3, 9))):
        kind = draw(st.sampled_from(["whole", "restated", "one", "one", "cancel one", "cancel"]))
        shift, week = draw(SHIFTS), draw(WEEKS)
        match kind:
            case "whole":
                found.append(Message("REQUEST", (event(number, FIRST + draw(st.integers(0, 3)) * WEEK),)))
            case "restated":
                found.append(Message("REQUEST", (event(number), one(number, week, shift))))
            case "one":
                found.append(Message("REQUEST", (one(number, week, shift),)))
            case "cancel one":
                found.append(Message("CANCEL", (one(number, week),)))
            case _:
                found.append(Message("CANCEL", (event(number),)))
    return found


def heard(state: Stored, messages: list[Message], sender: str = LEE) -> Stored:
    for message in messages:
        after = tell(state, message.method, *message.events, sender=sender).stored
        assert after is not None
        state = after
    return state


@given(histories(), st.data())
def test_every_order_of_the_organizers_messages_ends_at_the_same_times(
    history: list[Message], data: st.DataObject
) -> None:
    repeats = data.draw(st.lists(st.sampled_from(history), max_size=4))
    shuffled = data.draw(st.permutations([*history, *repeats]))
    assert times(heard(known(), shuffled)) == times(heard(known(), history))


@given(histories())
def test_a_repeated_message_changes_nothing(history: list[Message]) -> None:
    state = heard(known(), history)
    for message in history:
        outcome = tell(state, message.method, *message.events)
        assert (outcome.verdict, outcome.stored) == (Verdict.STALE, state)


@st.composite
def answers(draw: st.DrawFn) -> list[tuple[str, Event]]:
    """What Minerva and Ben answered one after the other, each to the whole or to one."""
    found = []
    for number in range(1, draw(st.integers(2, 9))):
        who = draw(st.sampled_from([MINERVA, BEN]))
        said = draw(st.sampled_from(["ACCEPTED", "DECLINED", "TENTATIVE"]))
        found.append((who, answer(number, said, draw(st.none() | WEEKS), who)))
    return found


@given(answers(), st.data())
def test_every_order_of_answers_ends_with_the_last_word_of_each(
    given_: list[tuple[str, Event]], data: st.DataObject
) -> None:
    start = known(event(1, FIRST, MINERVA, BEN))
    shuffled = data.draw(st.permutations([*given_, *data.draw(st.lists(st.sampled_from(given_), max_size=3))]))
    found = []
    for order in (given_, shuffled):
        state = start
        for who, said in order:
            after = tell(state, "REPLY", said, sender=who).stored
            assert after is not None
            state = after
        found.append(state)
    assert found[0] == found[1]
    assert (found[0].master, found[0].exceptions) == (start.master, start.exceptions)


@given(answers(), st.sampled_from([MALLORY, ADA, LEE]))
def test_nobody_answers_for_somebody_else(given_: list[tuple[str, Event]], sender: str) -> None:
    start = known(event(1, FIRST, MINERVA, BEN))
    for _, said in given_:
        assert tell(start, "REPLY", said, sender=sender).stored == start


@given(answers(), WEEKS)
def test_an_answer_changes_its_senders_place_alone(given_: list[tuple[str, Event]], week: int) -> None:
    state = known(event(1, FIRST, MINERVA, BEN))
    for who, said in given_:
        before = {place: partstats(state, place) for place in (None, week)}
        after = tell(state, "REPLY", said, sender=who).stored
        assert after is not None
        other = BEN if who == MINERVA else MINERVA
        assert all(partstats(after, place)[other] == was[other] for place, was in before.items())
        state = after


@given(
    histories(),
    st.sampled_from(METHODS),
    st.sampled_from([MALLORY, MINERVA, BEN, ""]),
    st.booleans(),
)
def test_nobody_but_the_stored_organizer_changes_times(
    history: list[Message], method: str, sender: str, in_lees_name: bool
) -> None:
    state = heard(known(), history)
    organizer = event().organizer if in_lees_name else replace(event().attendees[0], address=sender or MALLORY)
    for changed in (event(99, FIRST + timedelta(days=1)), one(99, 1, HOUR), event(99, status="CANCELLED")):
        outcome = tell(state, method, replace(changed, organizer=organizer), sender=sender)
        assert outcome.stored is not None
        assert times(outcome.stored) == times(state)


@given(histories(), st.sampled_from(["REQUEST", "CANCEL", "ADD"]))
def test_what_nothing_proves_is_asked_and_changes_nothing(history: list[Message], method: str) -> None:
    state = heard(known(), history)
    outcome = tell(state, method, event(99, FIRST + HOUR), proven=False)
    assert outcome.stored == state
    assert [ask.asks for ask in outcome.asks] == ["unproven"]
