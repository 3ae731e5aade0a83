"""Coffee and fit (L25, L26)."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from mentoring.people import POLICY, Desk, ada, at, lee, local, minerva

from assistant.mentoring.book import Asks
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decide import decide
from assistant.mentoring.events import CommandsGiven, Context, LetterSent
from assistant.mentoring.letters import Kind, LetterState
from assistant.mentoring.meetings import invites
from assistant.mentoring.outreach.outreach import own_words
from assistant.mentoring.person import Stage
from assistant.mentoring.relationship import coffee
from assistant.mentoring.schedule import Meeting


def arrange(desk: Desk, when: str = "2026-11-11 10:00", place: str = "Café X") -> None:
    desk.says(coffee.coffee, at=local(when), place=place, person="minerva")


def test_a_coffee_becomes_an_invite_that_waits_for_the_proteges_word() -> None:
    desk = Desk()
    arrange(desk)
    meeting = desk.book.meetings[0]
    assert (meeting.start, meeting.zone, meeting.place, meeting.state) == (
        local("2026-11-11 10:00"),
        "Europe/Madrid",
        "Café X",
        "draft",
    )
    assert (desk.draft.kind, desk.draft.method, desk.draft.meeting) == (Kind.INVITE, "REQUEST", meeting.uid)
    assert desk.draft.id in desk.answer.shows
    assert "Wed 11 Nov at 10:00" in desk.answer.text
    assert "Café X" in desk.draft.text
    assert desk.draft.text.endswith("Ada Byron")


def test_the_meeting_stands_only_when_the_invite_has_left() -> None:
    desk = Desk()
    arrange(desk)
    assert desk.book.person("minerva").stage is Stage.CONTACTED
    desk.leaves()
    assert desk.book.meetings[0].state == "invited"
    assert desk.book.person("minerva").stage is Stage.COFFEE_SET


def test_her_time_is_said_in_her_zone() -> None:
    desk = Desk(ada(minerva(zone="Europe/London", country="GB")))
    arrange(desk)
    assert "Wed 11 Nov at 09:00 your time" in desk.draft.text
    assert "For Minerva it is Wed 11 Nov 09:00 (London time)." in desk.answer.text


def test_coffee_without_a_time_asks_and_offers_free_ones() -> None:
    desk = Desk()
    desk.says(coffee.coffee, person="minerva")
    assert desk.book.meetings == ()
    assert desk.answer.text.startswith("WHEN?")
    assert len(desk.taps) == 3
    assert all(tap.startswith("COFFEE WITH Minerva McGee 2026-11-") for tap in desk.taps)


@pytest.mark.parametrize(
    ("when", "because", "tap"),
    [
        ("2026-11-11 07:00", "outside your hours", "COFFEE WITH Minerva McGee 2026-11-11 09:00"),
        ("2026-11-11 02:00", "in the night", "COFFEE WITH Minerva McGee 2026-11-11 09:00"),
        ("2026-11-02 10:00", "has passed", "COFFEE WITH Minerva McGee 2026-11-03 10:00"),
        ("2026-11-11 17:45", "outside your hours", "COFFEE WITH Minerva McGee 2026-11-11 17:30"),
    ],
)
def test_a_time_that_cannot_be_does_nothing_and_names_the_nearest_free_one(when: str, because: str, tap: str) -> None:
    desk = Desk()
    arrange(desk, when)
    assert desk.book.meetings == ()
    assert because in desk.answer.text
    assert desk.taps == [tap]


def test_a_clash_with_a_known_meeting_is_said() -> None:
    other = Meeting("u1", "lee", "Ada and Lee", local("2026-11-11 10:15"), "Europe/Madrid", 45, state="invited")
    desk = Desk(ada(minerva(), lee(), meetings=(other,)))
    arrange(desk)
    assert desk.book.meetings == (other,)
    assert "clashes with Lee Ito" in desk.answer.text
    assert desk.taps == ["COFFEE WITH Minerva McGee 2026-11-11 09:30"]


def test_a_cancelled_meeting_is_no_clash() -> None:
    other = Meeting("u1", "lee", "Ada and Lee", local("2026-11-11 10:15"), "Europe/Madrid", 45, state="cancelled")
    desk = Desk(ada(minerva(), lee(), meetings=(other,)))
    arrange(desk)
    assert len(desk.book.meetings) == 2


def test_an_invite_that_was_skipped_leaves_its_time_free() -> None:
    desk = Desk(ada(minerva(), lee()))
    arrange(desk)
    desk.book = desk.book.with_letter(replace(desk.draft, state=LetterState.SKIPPED))
    desk.says(coffee.coffee, at=local("2026-11-11 10:00"), person="lee")
    assert desk.draft.person == "lee"


def test_two_people_at_one_time_in_one_mail_clash() -> None:
    event = CommandsGiven(
        "k",
        at("2026-11-03 09:00"),
        (
            Command(Verb.COFFEE, "minerva", at=local("2026-11-11 10:00")),
            Command(Verb.COFFEE, "lee", at=local("2026-11-11 10:00")),
        ),
        Context(message_id="<mail@example.org>"),
    )
    decision = decide(ada(minerva(), lee()), event, POLICY)
    assert [d.letter for d in decision.drafts] == ["invite/coffee", "protege/invite_drafted", "protege/other_time"]


def test_when_the_invite_has_left_the_protege_gets_their_own_copy() -> None:
    desk = Desk()
    arrange(desk)
    gone = desk.sending()
    decision = decide(desk.book, LetterSent("sent", desk.now, gone.id), POLICY)
    assert [(d.letter, d.to_protege) for d in decision.drafts] == [("invite/own", True)]
    assert decision.book.meetings[0].state == "invited"
    assert decision.book.person("minerva").stage is Stage.COFFEE_SET
    desk.take(decision)
    assert desk.answer.text.startswith(
        "YOUR COPY of what has just left for Minerva McGee: Wed 11 Nov at 10:00, Café X."
    )


def test_saying_it_again_redrafts_the_unseen_invite_and_keeps_its_uid() -> None:
    desk = Desk()
    arrange(desk)
    first = desk.draft
    arrange(desk, "2026-11-12 11:00")
    assert [m.start for m in desk.book.meetings] == [local("2026-11-12 11:00")]
    assert desk.book.letter(first.id).state is LetterState.WITHDRAWN
    assert desk.draft.meeting == first.meeting
    assert desk.book.meetings[0].place == "Café X"
    assert desk.book.meetings[0].sequence == 0


def test_a_new_time_for_a_coffee_that_she_knows_is_a_move() -> None:
    desk = Desk()
    arrange(desk)
    desk.leaves()
    arrange(desk, "2026-11-12 11:00")
    assert desk.draft.template == "invite/move"
    assert desk.book.meetings[0].start == local("2026-11-11 10:00")
    desk.leaves()
    assert (desk.book.meetings[0].start, desk.book.meetings[0].sequence) == (local("2026-11-12 11:00"), 1)


def test_an_answer_that_waits_is_shown_beside_its_invite() -> None:
    desk = Desk()
    desk.says(lambda case: own_words(case, case.book.person("minerva"), "Wednesday it is."))
    words = desk.draft
    arrange(desk)
    assert words.id in desk.answer.shows
    assert len(desk.answer.shows) == 2


def test_nobody_who_said_stop_gets_an_invite() -> None:
    desk = Desk(ada(minerva(do_not_contact="stop")))
    arrange(desk)
    assert desk.book.meetings == ()
    assert desk.book.pending() == ()


def test_the_proteges_own_copy_is_for_them_alone() -> None:
    desk = Desk()
    arrange(desk)
    gone = desk.leaves()
    copy = invites.own_copy(desk.case(), gone)
    assert copy.to_protege
    assert (copy.letter, copy.meeting, copy.method, copy.occurrence) == ("invite/own", gone.meeting, "REQUEST", None)
    assert copy.values["when"] == at("2026-11-11 10:00")


# --- fit


def test_fit_yes_asks_whether_you_are_ready_and_proposes_nothing_yet() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_SET)))
    desk.says(coffee.fit, op="yes")
    person = desk.book.person("minerva")
    assert (person.stage, person.fit, person.ready) == (Stage.COFFEE_DONE, "yes", False)
    assert desk.book.question("person/minerva", Asks.AGREEMENT)
    assert desk.book.pending() == ()
    assert "12 months" in desk.answer.text


def test_fit_maybe_offers_a_second_coffee() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_DONE)))
    desk.says(coffee.fit, op="maybe")
    assert all(tap.startswith("COFFEE WITH") for tap in desk.taps)
    assert len(desk.taps) == 3


def test_fit_no_closes_with_thanks_and_names_the_next() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_DONE), lee(kind="mentor")))
    desk.says(coffee.fit, op="no", person="minerva")
    assert desk.book.person("minerva").stage is Stage.CLOSED
    assert desk.draft.kind is Kind.THANKS
    assert "Lee" in desk.answer.text
    assert "Lee" not in desk.draft.text


def test_fit_no_never_ends_an_agreement_by_itself() -> None:
    desk = Desk(ada(minerva(Stage.ACTIVE)))
    desk.says(coffee.fit, op="no")
    assert desk.book.person("minerva").stage is Stage.ACTIVE
    assert desk.book.pending() == ()


def test_free_times_keep_to_the_proteges_hours() -> None:
    book = ada()
    desk = Desk(replace(book, protege=replace(book.protege, opens=time(16), closes=time(17))))
    desk.says(coffee.coffee, person="minerva")
    assert all(tap.endswith(("16:00", "16:30")) for tap in desk.taps)
