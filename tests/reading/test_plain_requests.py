"""Plain requests in other words: what is certain is done, and every wish of the mail is."""

from __future__ import annotations

from datetime import date

import pytest
from reading.protege_mail import DRAFT, FRESH, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands


@pytest.mark.parametrize(
    "text",
    [
        "Count me as away from 3 December to 10 December.",
        "Consider me away between 3 and 10 December.",
        "I am on the mountain from 3 December to 10 December with no internet, so count me as away.",
    ],
)
def test_whoever_is_to_be_counted_as_away_is_away(text: str) -> None:
    found = one(text)
    assert (found.verb, found.op, found.day, found.until) == (
        Verb.SETTING,
        "away",
        date(2026, 12, 3),
        date(2026, 12, 10),
    )


@pytest.mark.parametrize(
    "text",
    [
        "finally got number 2 done!",
        "at last got 2 done!!",
        "Managed to finish number 2 over the weekend.",
        "got round to finishing 2 yesterday",
        "Done with number 2",
    ],
)
def test_an_action_is_done_by_its_number(text: str) -> None:
    found = one(text)
    assert (found.verb, found.op, found.number, found.fields) == (Verb.ACTIONS, "done", 2, ())


def test_all_but_one_action_is_not_that_one() -> None:
    found = commands("", "I wrote to Lee today. Nothing else to report except that number 3 is finished.", FRESH)
    assert [(one.verb, one.number) for one in found if not one.ask] == [(Verb.SENT, None)]
    assert any(one.ask for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Please draw up the proposal for Lee: 12 months, monthly",
        "Please prepare the proposal for Lee: 12 months, monthly",
        "make a proposal for Lee, 12 months, monthly",
    ],
)
def test_a_proposal_is_prepared_and_nothing_wrapped_up(text: str) -> None:
    found = one(text)
    assert (found.verb, found.person, found.months, found.ask) == (Verb.PROPOSE, "lee", 12, "")


@pytest.mark.parametrize(
    "text",
    [
        "Read it twice. Not a comma to change. Please send it.",
        "Not a word to change, off it goes",
        "I've read it three times and would change nothing. Send it please!",
        "There is nothing I'd change. Please post it.",
    ],
)
def test_nothing_to_change_approves_with_its_order(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


@pytest.mark.parametrize(
    "text", ["Not a word to change.", "Not a comma to change but the date.", "I would change nothing, would you?"]
)
def test_nothing_to_change_alone_approves_nothing(text: str) -> None:
    assert Verb.SEND not in {found.verb for found in commands("", text, DRAFT)}


@pytest.mark.parametrize(
    "text",
    [
        "I was assigned Ben Okoro by the leadership programme, ben@example.org",
        "The trust has paired me with Ben Okoro, ben@example.org.",
        "The college mentorship cell has allotted Ben Okoro to me, ben@example.org.",
    ],
)
def test_somebody_new_is_assigned_with_name_and_address(text: str) -> None:
    found = one(text)
    assert (found.verb, found.person, found.named, found.email) == (
        Verb.ASSIGNED,
        None,
        "Ben Okoro",
        "ben@example.org",
    )


@pytest.mark.parametrize(
    "text",
    [
        "new mentor Ben Okoro ben@example.org - he ran the clinic\ndraft for Ben",
        "New mentor: Ben Okoro, ben@example.org, he ran the clinic. Draft for Ben please.",
    ],
)
def test_whoever_was_just_added_is_named_in_full(text: str) -> None:
    added, draft = commands("", text, FRESH)
    assert (added.verb, added.named, added.because) == (Verb.NEW_MENTOR, "Ben Okoro", "he ran the clinic")
    assert (draft.verb, draft.named) == (Verb.REACH_OUT, "Ben Okoro")


def test_both_changes_of_a_draft_are_made() -> None:
    found = commands("", "shorter please\nwarmer please", DRAFT)
    assert [(one.verb, one.op) for one in found] == [(Verb.EDIT, "shorter"), (Verb.EDIT, "warmer")]
    assert [one.op for one in commands("", "Too long. Cut it down please.", DRAFT)] == ["shorter"]


def test_who_is_active_and_who_waits_shows_the_order() -> None:
    found = one("how do my mentors rank right now? who is active and who is waiting")
    assert (found.verb, found.op) == (Verb.RANK, "show")


def test_a_pause_of_one_person_is_asked_for_how_long() -> None:
    found = one("Pause Minerva for now")
    assert found.verb is Verb.STOP
    assert found.person == "minerva"
    assert found.ask


def test_an_approval_beside_lines_of_a_free_text_is_none() -> None:
    for text in ("wrap up with Lee\nMinerva said no\nsend", "thank Lee: the pilot runs\nChuck Will a postcard\nsend"):
        assert Verb.SEND not in {found.verb for found in commands("", text, DRAFT)}
