"""From the talk to the agreement (L27, L28, P66-P78)."""

from __future__ import annotations

from datetime import date, time

import pytest
from mentoring.people import COFFEE, Desk, ada, minerva

from assistant.mentoring.book import Asks, Book
from assistant.mentoring.letters import Kind
from assistant.mentoring.meetings import meetings
from assistant.mentoring.person import Stage
from assistant.mentoring.relationship import agreement, coffee


def answer(desk: Desk, word: str) -> None:
    question = desk.book.question("person/minerva", Asks.AGREEMENT)
    assert question is not None
    desk.says(lambda case: agreement.question_answered(case, question, word))


def met(**changes: object) -> Book:
    return ada(minerva(Stage.COFFEE_DONE, **changes))


@pytest.mark.parametrize("stage", [Stage.PROSPECT, Stage.CONTACTED, Stage.COFFEE_SET, Stage.RESTING])
def test_nothing_is_proposed_before_the_talk(stage: Stage) -> None:
    desk = Desk(ada(minerva(stage, fit="yes", ready=True)))
    desk.says(agreement.propose, months=6, line="propose Minerva 6 months monthly")
    assert desk.answer.text.startswith("NOT YET: the talk comes first.")
    assert desk.book.pending() == ()


def test_a_proposal_needs_the_fit_first() -> None:
    desk = Desk(met())
    desk.says(agreement.propose, line="propose Minerva")
    assert desk.book.pending() == ()
    assert desk.taps == ["FIT YES", "FIT MAYBE", "FIT NO"]


def test_fit_and_readiness_together_draft_the_proposal() -> None:
    desk = Desk(met())
    desk.says(coffee.fit, op="yes")
    answer(desk, "yes")
    assert desk.draft.kind is Kind.PROPOSAL
    assert "being my mentor" in desk.draft.text
    assert "about 9 hours in all" in desk.draft.text
    assert desk.book.person("minerva").ready


def test_not_ready_proposes_nothing() -> None:
    desk = Desk(met())
    desk.says(coffee.fit, op="yes")
    answer(desk, "no")
    assert desk.book.pending() == ()
    assert desk.book.question("person/minerva") is None


def test_readiness_alone_is_not_enough_when_there_was_no_talk() -> None:
    desk = Desk(met())
    desk.says(coffee.fit, op="yes")
    desk.book = desk.book.with_person(minerva(Stage.CONTACTED, fit="yes"))
    answer(desk, "yes")
    assert desk.book.pending() == ()


def test_the_terms_of_the_command_stand_in_the_proposal() -> None:
    desk = Desk(met(fit="yes", commitment="I write every recap within a day"))
    desk.says(agreement.propose, months=6, line="propose Minerva 6 months every two weeks 30 min")
    text = desk.draft.text
    assert "for 6 months, fortnightly, 30 minutes: about 7 hours in all" in text
    assert "from me: I write every recap within a day" in text
    assert "to lead a pricing team" in text
    assert len([line for line in text.splitlines() if line.startswith("- ")]) <= 5
    assert desk.book.person("minerva").stage is Stage.COFFEE_DONE


def test_agreed_makes_the_relationship_active_with_defaults_that_are_named() -> None:
    desk = Desk(ada(minerva(Stage.PROPOSED)))
    desk.says(agreement.agreed, line="Minerva agreed")
    person = desk.book.person("minerva")
    assert person.stage is Stage.ACTIVE
    assert person.agreement is not None
    assert (person.agreement.ends_on, person.agreement.cadence, person.agreement.minutes) == (
        date(2027, 11, 3),
        "monthly",
        45,
    )
    assert "the term, how often or how long" in desk.answer.text
    assert desk.taps[0] == "YES"
    assert desk.taps[1].startswith("MEET monthly ")


def test_yes_takes_the_defaults_and_drafts_the_short_agreement() -> None:
    desk = Desk(ada(minerva(Stage.PROPOSED)))
    desk.says(agreement.agreed, line="Minerva agreed")
    answer(desk, "yes")
    assert desk.draft.template == "person/agreement"
    assert "monthly, 45 minutes, until Wed 3 Nov 2027" in desk.draft.text
    assert any(tap.startswith("MEET ") for tap in desk.taps)


def test_everything_said_leaves_nothing_to_ask() -> None:
    desk = Desk(ada(minerva(Stage.PROPOSED)))
    desk.says(
        agreement.agreed, months=6, minutes=60, rrule="FREQ=MONTHLY;BYDAY=1TU", time=time(16),
        line="Minerva agreed, 6 months, first tue 16:00, 60 min", fields=(("Purpose", "pricing"),),
    )  # fmt: skip
    kept = desk.book.person("minerva").agreement
    assert kept is not None
    assert (kept.ends_on, kept.minutes, kept.purpose) == (date(2027, 5, 3), 60, "pricing")
    assert desk.book.questions == ()
    assert desk.taps == ["MEET monthly first tue 16:00 60min"]


def test_the_tap_after_the_agreement_is_a_series_that_can_be_made() -> None:
    desk = Desk(ada(minerva(Stage.PROPOSED)))
    desk.says(agreement.agreed, line="Minerva agreed")
    desk.says(meetings.meet, op="series", rrule="FREQ=MONTHLY;BYDAY=2TU", time=time(10))
    assert desk.book.meetings[0].rrule.endswith("UNTIL=20271103T225959Z")


def test_an_end_that_has_passed_is_refused() -> None:
    desk = Desk(ada(minerva(Stage.PROPOSED)))
    desk.says(agreement.agreed, until=date(2026, 1, 1), line="Minerva agreed until 1 Jan")
    assert desk.book.person("minerva").stage is Stage.PROPOSED
    assert "has passed" in desk.answer.text


def test_accepting_an_invite_is_no_agreement() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_SET), meetings=(COFFEE,)))
    desk.says(agreement.agreed, text="the invite", line="Minerva accepted the invite")
    assert desk.book.person("minerva").stage is Stage.COFFEE_SET
    assert desk.book.meetings[0].answer_of("minerva@example.org") == "ACCEPTED"
