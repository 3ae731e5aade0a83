"""A second sentence that only repeats or explains the first is no question; wishes asked as questions are wishes."""

from __future__ import annotations

import pytest
from reading.protege_mail import DRAFT, FRESH, at

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

RECAP = at(thread="minerva", answering="recap", actions=(1, 2, 3))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("I prefer to thank people by handwritten card. Please remember.", Verb.IMPACT),
        ("How is it going with Minerva? Please give me the signals.", Verb.HEALTH),
        ("Any ideas for mentors? Kindly suggest where I should be looking.", Verb.FIND),
        ("What is pending? Please show me, I've lost track.", Verb.STATUS),
        ("Had my coffee with Minerva this morning, saw her at the canteen on Ward 9, she was lovely", Verb.TOUCH),
        ("so... Minerva answered me finally and she said no 😕", Verb.SAID_NO),
        ("Minerva agreed to 6 months", Verb.AGREED),
        ("Draft one for Minerva.", Verb.REACH_OUT),
        ("first draft for Minerva", Verb.REACH_OUT),
        ("I want Minerva first", Verb.RANK),
        ("what on earth can I write to you?", Verb.HELP),
        ("Could you ask Lee for an intro to Minerva?", Verb.INTRODUCE),
    ],
)
def test_what_repeats_or_explains_asks_nothing(text: str, verb: Verb) -> None:
    assert [(found.verb, bool(found.ask)) for found in commands("", text, FRESH)] == [(verb, False)]


@pytest.mark.parametrize(
    "text",
    [
        "How is it going with Minerva? Please give Lee the signals.",
        "How is it going with Minerva? Please give me the signals every Friday.",
        "I prefer to thank people by handwritten card. Please remember Lee.",
        "Any ideas for mentors? Kindly ask Lee.",
        "What is pending? Please print the file.",
    ],
)
def test_another_person_day_or_verb_is_one_thing_more(text: str) -> None:
    found = commands("", text, FRESH)
    assert len(found) > 1 or any(one.ask or one.verb is Verb.UNKNOWN for one in found)


def test_agreeing_to_think_is_no_yes() -> None:
    assert all(one.ask for one in commands("", "Minerva agreed to think about it", FRESH) if one.verb is Verb.ANSWERED)


@pytest.mark.parametrize(
    "text", ["Could it mention the pilot in May?", "Would it be possible to mention the pilot in May?"]
)
def test_a_mention_may_be_asked_for(text: str) -> None:
    (found,) = commands("", text, DRAFT)
    assert (found.verb, found.op, found.text) == (Verb.EDIT, "mention", "the pilot in May")


def test_what_somebody_should_read_is_no_change_of_words() -> None:
    assert not any(one.op == "swap" for one in commands("", "My boss should read it too.", DRAFT))


def test_whose_an_action_is_to_do() -> None:
    (found,) = commands("Re: Minerva", "Nearly right. Number 3 is for Minerva to do, due 20 December", RECAP)
    assert (found.verb, found.op, found.number) == (Verb.RECAP, "fix", 3)
    assert dict(found.fields)["owner"] == "mentor"


def test_notes_say_when_they_were_taken() -> None:
    (found,) = commands(
        "", "notes from this morning: Minerva thinks the vote goes in May.", at(thread="minerva", answering="prep")
    )
    assert (found.verb, found.text) == (Verb.NOTES, "Minerva thinks the vote goes in May.")


def test_a_line_below_a_long_one_may_be_about_whom_it_adds() -> None:
    text = (
        "New mentor Ben Otter ben.otter@example.org — he runs the harbour at Lisbon\nBen first\ndraft for Ben\nstatus"
    )
    verbs = [found.verb for found in commands("", text, FRESH)]
    assert verbs == [Verb.NEW_MENTOR, Verb.RANK, Verb.REACH_OUT, Verb.STATUS]
