"""What Minerva's change of her own copy answers to Lee (RFC 5546 §3.2.3)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentoring.itip.calendars import BEN, FIRST, LEE, MINERVA, NOW, WEEK, event, known, moment, one, partstats, tell

from assistant.mentoring import itip
from assistant.mentoring.itip.event import Event, Party, Stored
from assistant.mentoring.itip.outcome import Outgoing


def said(partstat: str, made: Event | None = None) -> Event:
    return replace(made or event(), attendees=(Party(MINERVA, "Minerva McGee", partstat),))


def answers(old: Stored | None, new: Stored | None) -> tuple[Outgoing, ...]:
    return itip.edited(old, new, f"MAILTO:{MINERVA}", NOW)


def given(message: Outgoing) -> list[tuple[object, str]]:
    return [(each.instant, each.attendees[0].partstat) for each in message.events]


@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_an_answer_goes_to_the_organizer(partstat: str) -> None:
    (message,) = answers(known(), known(said(partstat)))
    assert (message.method, message.sender.name, message.recipient.address) == ("REPLY", "Minerva McGee", LEE)
    assert given(message) == [(None, partstat)]
    (reply,) = message.events
    assert (reply.version.sequence, reply.version.stamp, [x.address for x in reply.attendees]) == (1, NOW, [MINERVA])


def test_what_was_said_before_is_not_said_again() -> None:
    assert answers(known(said("ACCEPTED")), known(said("ACCEPTED"))) == ()
    assert answers(known(), known(said("NEEDS-ACTION"))) == ()


def test_single_ones_are_answered_in_the_same_message() -> None:
    new = known(said("ACCEPTED"), said("DECLINED", one(1, 1)), said("TENTATIVE", one(1, 2)))
    (message,) = answers(known(), new)
    assert given(message) == [(None, "ACCEPTED"), (FIRST + WEEK, "DECLINED"), (FIRST + 2 * WEEK, "TENTATIVE")]


def test_to_leave_one_out_is_to_decline_it() -> None:
    (message,) = answers(known(), known(replace(event(), excluded=(moment(FIRST + WEEK),))))
    assert given(message) == [(FIRST + WEEK, "DECLINED")]
    assert message.events[0].start == moment(FIRST + WEEK)


def test_one_that_was_declined_already_may_be_left_out_silently() -> None:
    old = known(event(), said("DECLINED", one(1, 1)))
    assert answers(old, known(replace(event(), excluded=(moment(FIRST + WEEK),)))) == ()


def test_to_delete_the_event_is_to_decline_it() -> None:
    (message,) = answers(known(), None)
    assert given(message) == [(None, "DECLINED")]
    (alone,) = answers(known(one(1, 1)), None)
    assert given(alone) == [(FIRST + WEEK, "DECLINED")]


def test_what_is_cancelled_is_not_answered() -> None:
    off = known(event(status="CANCELLED"))
    assert answers(off, None) == ()
    assert answers(off, known(replace(said("DECLINED"), status="CANCELLED"))) == ()


def test_nobody_answers_who_is_not_invited_or_whose_program_does_it() -> None:
    assert itip.edited(known(), known(said("ACCEPTED")), BEN, NOW) == ()
    mine = replace(said("ACCEPTED"), organizer=Party(LEE, agent="CLIENT"))
    assert answers(known(), known(mine)) == ()


def test_a_wish_to_send_all_the_same_sends_it() -> None:
    again = replace(said("ACCEPTED"), organizer=Party(LEE, force="REPLY"))
    (message,) = answers(known(said("ACCEPTED")), known(again))
    assert given(message) == [(None, "ACCEPTED")]


def test_the_organizer_hears_what_was_answered() -> None:
    """Both ends of the broker together."""
    (message,) = answers(known(), known(said("ACCEPTED"), said("DECLINED", one(1, 3))))
    state = tell(known(), message.method, *message.events, sender=message.sender.address).stored
    assert (partstats(state), partstats(state, 3)) == ({MINERVA: "ACCEPTED"}, {MINERVA: "DECLINED"})
