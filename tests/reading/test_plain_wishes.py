"""Plain wishes of every day, in other people's words: goals, people, help, UNDO (L2, L5, L11–L13, L23, L24, L43)."""

from __future__ import annotations

import pytest
from reading.protege_mail import FRESH, THREAD, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands


@pytest.mark.parametrize(
    ("text", "number", "goal"),
    [
        ("change goal 1, make it: score one full game alone", 1, "score one full game alone"),
        ("Kindly change goal 2, make it: present at one conference", 2, "present at one conference"),
        ("I would like to change goal 2 please, make it learn Maori", 2, "learn Maori"),
        ("change goal 2 so it says run a marathon", 2, "run a marathon"),
        ("change goal 1. It should read: sleep more", 1, "sleep more"),
        ("update goal 2\nrun 10 km", 2, "run 10 km"),
        ("reword my second goal as lead a team", 2, "lead a team"),
        ("change goal 2 to lead a team because I can", 2, "lead a team"),
    ],
)
def test_a_goal_is_worded_anew(text: str, number: int, goal: str) -> None:
    found = one(text)
    assert (found.verb, found.op, found.number, found.text) == (Verb.GOALS, "change", number, goal)


@pytest.mark.parametrize("text", ["change goal 2", "dont change goal 2 to anything", "make goal 2 a habit"])
def test_a_goal_without_new_words_stays(text: str) -> None:
    assert all(found.op != "change" or found.ask for found in commands("", text, FRESH))


@pytest.mark.parametrize(
    "text",
    [
        "The hospital program assigned me Rosa Lind, rosa@example.org",
        "The doctoral school assigned me Rosa Lind, rosa@example.org",
        "The scheme has paired me with Rosa Lind (rosa@example.org).",
    ],
)
def test_whom_a_programme_gives_is_assigned(text: str) -> None:
    found = one(text)
    assert (found.verb, found.named, found.email) == (Verb.ASSIGNED, "Rosa Lind", "rosa@example.org")


def test_what_a_sister_assigns_is_no_mentor() -> None:
    assert one("My sister assigned me Rosa Lind rosa@example.org for the play").verb is Verb.UNKNOWN


@pytest.mark.parametrize(
    "text", ["Sir Lee knows Minerva, they were on the same committee.", "Lee knows Minerva, they met at work"]
)
def test_who_knows_whom_may_have_its_reason(text: str) -> None:
    found = one(text)
    assert (found.verb, found.person, dict(found.fields)) == (Verb.RELATION, "lee", {"other": "minerva"})


def test_knowing_somebodys_number_is_not_knowing_them() -> None:
    assert one("Lee knows Minerva's number").verb is Verb.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Can you send me that list of what I can tell you to do? I've lost it",
        "what can i write to you? give me the list of the words please",
        "Before I click anything: what does SEND do exactly?",
    ],
)
def test_help_is_asked_for_in_many_words(text: str) -> None:
    assert one(text).verb is Verb.HELP


def test_help_with_a_topic_names_it() -> None:
    assert one("Please help me with actions, which words are there?").text == "actions"


@pytest.mark.parametrize(
    "text",
    ["UNDO!! wrong Minerva", "UNDO!!! wrong Minerva, sorry", "Wait, I was too fast! Please take that last one back."],
)
def test_why_it_is_taken_back_asks_nothing(text: str) -> None:
    assert one(text, THREAD).verb is Verb.UNDO


def test_an_introduction_is_asked_for_by_its_way() -> None:
    found = one("best way to lee is via minerva, set up the intro")
    assert (found.verb, found.person, dict(found.fields)) == (Verb.INTRODUCE, "lee", {"via": "minerva"})


def test_a_stop_may_give_its_reason() -> None:
    found = one("Please stop everything towards Lee, I will not write to him any more.")
    assert (found.verb, found.op, found.person) == (Verb.STOP, "person", "lee")


def test_since_when_somebody_is_the_boss_does_not_matter() -> None:
    assert one("FYI Lee is my boss since Monday.").verb is Verb.RELATION


def test_not_to_forget_somebody_notes_nothing() -> None:
    assert one("Don't forget Lee, he is on leave this week only!").verb is Verb.UNKNOWN


def test_a_question_that_they_asked_is_read_behind_its_report() -> None:
    found = one("Lee answered. It is a question: he wants to know which book he should read.")
    assert (found.verb, found.op) == (Verb.ANSWERED, "question")


def test_a_touch_and_a_card_are_two_things() -> None:
    found = commands("", "I met Lee at the show yesterday, good chat. Can you show me his card?", FRESH)
    assert [(each.verb, each.person) for each in found] == [(Verb.TOUCH, "lee"), (Verb.RECORDS, "lee")]


def test_where_to_search_is_no_status() -> None:
    assert one("I need ideas for mentors. Where I must search?").verb is Verb.FIND


@pytest.mark.parametrize(
    "text",
    [
        "Put Rosa Lind (rosa@example.org) on my list of possible mentors, just a maybe for now.",
        "Perhaps also Rosa Lind, rosa@example.org, she was in the jury. Not sure about her yet.",
    ],
)
def test_a_maybe_is_added_under_their_name_alone(text: str) -> None:
    found = one(text)
    assert (found.verb, found.named, found.op) == (Verb.NEW_MENTOR, "Rosa Lind", "maybe")
