"""STATUS: what waits, what leaves, who is where, and one next step."""

from __future__ import annotations

from dataclasses import replace

from mentoring.people import Desk, ada, at, lee, minerva

from assistant.mentoring import status
from assistant.mentoring.command import Verb
from assistant.mentoring.ladder import RUNGS
from assistant.mentoring.letters import LetterState
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Stage


def shown(desk: Desk) -> Desk:
    """A draft to Minerva waits and was shown."""
    desk.says(outreach.reach_out, Verb.REACH_OUT, person="minerva")
    desk.book = desk.book.with_letter(replace(desk.draft, shown=True))
    return desk


def test_every_rung_has_its_words() -> None:
    assert {f"attempt {rung.name}" for rung in RUNGS} <= set(status.NEXT)


def test_a_draft_that_waits_can_be_sent_or_skipped_from_there() -> None:
    desk = shown(Desk(ada(minerva(Stage.PROSPECT))))
    code = desk.draft.code
    desk.says(status.status, Verb.STATUS)
    assert desk.taps == [f"SEND {code}", f"SKIP {code}"]
    assert desk.answer.thread == "general"
    assert code in desk.answer.text


def test_a_draft_that_nobody_has_seen_is_not_offered() -> None:
    desk = shown(Desk(ada(minerva(Stage.PROSPECT))))
    desk.book = desk.book.with_letter(replace(desk.draft, shown=False))
    assert status.waiting(desk.book) == []
    desk.says(status.status, Verb.STATUS)
    assert not any(tap.startswith("SEND") for tap in desk.taps)


def test_what_is_approved_is_named_with_its_hour_and_its_readers_zone() -> None:
    desk = shown(Desk(ada(minerva(Stage.PROSPECT, zone="America/New_York"))))
    goes = at("2026-11-04 15:00")
    desk.book = desk.book.with_letter(replace(desk.draft, state=LetterState.APPROVED, not_before=goes))
    (row,) = status.leaving(desk.book)
    assert (row["name"], row["goes"], row["zone"]) == ("Minerva McGee", goes, "America/New_York")
    assert status.waiting(desk.book) == []


def test_people_stand_in_their_order_and_the_closed_ones_are_left_out() -> None:
    people = (lee(rank=1), minerva(rank=2), lee(id="x", name="X", stage=Stage.DECLINED))
    rows = status.people(Desk(ada(*people)).case())
    assert [row["name"] for row in rows] == ["Lee Ito", "Minerva McGee"]


def test_only_open_actions_that_are_hers_or_nobodys_are_named() -> None:
    actions = (
        Action(1, "memo", "minerva", "me"), Action(2, "intro", "minerva", "mentor"), Action(3, "?", "minerva"),
        Action(4, "old", "minerva", "me", state=ActionState.DONE),
    )  # fmt: skip
    assert [row["number"] for row in status.open_actions(ada(actions=actions))] == [1, 3]
