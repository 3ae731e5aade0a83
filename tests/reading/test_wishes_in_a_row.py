"""Several wishes in one mail: each is found, in order, and what was not understood is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, at, one

from assistant.mentoring.command import Verb
from assistant.reading import reply
from assistant.reading.command import commands

WISHES = {
    "status": Verb.STATUS,
    "Minerva said no": Verb.SAID_NO,
    "drop Lee": Verb.RANK,
    "propose Minerva 6 months monthly": Verb.PROPOSE,
    "remind me on 1 December to call the bank": Verb.REMIND,
    "thank Lee: the pilot runs": Verb.THANK,
    "show me my plan": Verb.PLAN,
}


@given(st.lists(st.sampled_from(sorted(WISHES)), min_size=2, unique=True), st.sampled_from(["", "- ", "1) ", "and "]))
def test_each_line_of_a_list_is_a_wish_in_its_order(lines: list[str], mark: str) -> None:
    text = "A few things:\n" + "\n".join(f"{mark}{line}" for line in lines)
    assert [found.verb for found in commands("", text, FRESH)] == [WISHES[line] for line in lines]


MORE = {
    "my actions list": (Verb.ACTIONS, "list"),
    "the prep for Minerva": (Verb.PREP, "show"),
    "her card": (Verb.RECORDS, "show"),
    "the log": (Verb.RECORDS, "log"),
    "my goals": (Verb.GOALS, "show"),
    "the plan": (Verb.PLAN, ""),
    "Lee's card": (Verb.RECORDS, "show"),
}


@given(st.sampled_from(sorted(MORE)), st.sampled_from(["and {}", "And {} too", "also {}", "and {} also", "Plus {}."]))
def test_one_more_thing_to_see_needs_no_verb_of_its_own(what: str, said: str) -> None:
    found = commands("", f"How is it going with Minerva?\n{said.format(what)}", FRESH)
    assert [(one.verb, one.op) for one in found[1:]] == [MORE[what]]
    assert not [one for one in found if one.ask]


@given(st.sampled_from(["the weather", "a cake for the lab", "my regards to the team"]))
def test_one_more_thing_that_is_none_of_ours_is_asked_about(what: str) -> None:
    found = commands("", f"status\nand {what}", FRESH)
    assert [bool(one.ask) for one in found] == [False, True]
    assert what in found[1].ask


def test_she_is_whom_the_list_named_last() -> None:
    found = commands("", "I saw Lee at the fair yesterday.\nShow me his card.\nAnd actions", FRESH)
    assert [(one.verb, one.person) for one in found] == [
        (Verb.TOUCH, "lee"),
        (Verb.RECORDS, "lee"),
        (Verb.ACTIONS, None),
    ]


def test_whom_a_reminder_names_is_she_of_the_next_wish() -> None:
    text = "2 is done. Please remind me on Friday to call Lee, and when do I meet him next?"
    assert [(found.verb, found.person) for found in commands("", text, FRESH)][-1] == (Verb.MEET, "lee")


def test_an_apology_that_is_said_twice_is_one() -> None:
    found = one("I'm ill, I can't come to Monday's talk with Minerva", at(meets=("minerva",)))
    assert (found.verb, found.op, found.person) == (Verb.NO_SHOW, "cant_make_it", "minerva")


def test_a_question_after_remind_me_is_no_reminder() -> None:
    assert (one("remind me when I meet Minerva next").verb, one("show me everything I promised").op) == (
        Verb.MEET,
        "list",
    )


ACTIONS_IN_A_ROW = [
    ("3 is done\n1 is done also", [("done", 3, ""), ("done", 1, "")]),
    ("2 and 3 are done, move 1 to 30 November", [("done", 2, ""), ("done", 3, ""), ("move", 1, "")]),
    ("3 is finished, show me the rest", [("done", 3, ""), ("list", None, "")]),
    ("drop 2 because it is closed. 1 is done too.", [("drop", 2, "it is closed"), ("done", 1, "")]),
    ("Drop 2 because the shop is shut.\nActions.", [("drop", 2, "the shop is shut"), ("list", None, "")]),
]


@pytest.mark.parametrize(("text", "expected"), ACTIONS_IN_A_ROW)
def test_no_action_is_swallowed_by_the_words_of_another(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert [(one.op, one.number, one.because) for one in commands("", text, FRESH)] == expected


def test_a_result_behind_a_colon_may_sound_like_an_order() -> None:
    found = one("done 2: send the memo to all", FRESH)
    assert (found.op, found.number, found.text) == ("done", 2, "send the memo to all")


@given(st.lists(st.sampled_from(sorted(WISHES)), min_size=2, max_size=4, unique=True), st.integers(0, 4))
def test_a_line_that_may_be_a_wish_and_is_not_understood_is_asked_about(lines: list[str], place: int) -> None:
    lines.insert(min(place, len(lines)), "Could you order a cake for the lab?")
    found = commands("", "\n".join(lines), FRESH)
    asked = [command for command in found if command.ask]
    assert [command.verb for command in asked] == [Verb.UNKNOWN]
    assert "order a cake" in asked[0].ask
    assert len(found) == len(lines)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("find me some mentors and draft a note for Minerva", [Verb.FIND, Verb.REACH_OUT]),
        ("take Lee off my list and pause everything", [Verb.RANK, Verb.STOP]),
        ("Minerva said no. Lee said later, after 12 April. Show me my goals.",
         [Verb.SAID_NO, Verb.SAID_LATER, Verb.GOALS]),
        ("Thank Lee: he lent me his notes and I passed. Also, stop Minerva.", [Verb.THANK, Verb.STOP]),
    ],
)  # fmt: skip
def test_the_sentences_of_a_line_are_wishes_too(text: str, verbs: list[Verb]) -> None:
    assert [found.verb for found in commands("", text, FRESH)] == verbs


@pytest.mark.parametrize(
    "text",
    [
        "about Minerva: she likes mornings\nand she is often away in May",
        "I owe Lee much. Please wrap it up with him nicely.",
    ],
)
def test_a_text_that_goes_on_is_one_wish(text: str) -> None:
    assert len(commands("", text, FRESH)) == 1


def test_a_list_with_an_unread_line_under_a_draft_never_approves_it() -> None:
    found = commands("", "status\nsend\nCould you order a cake for the lab?", DRAFT)
    assert Verb.SEND not in {command.verb for command in found}


def test_actions_may_be_counted_in_words_and_in_a_row() -> None:
    reading = at(actions=(1, 2, 3))
    assert (one("Number one is done", reading).verb, one("Number one is done", reading).number) == (Verb.ACTIONS, 1)
    assert [(found.op, found.number) for found in commands("", "1 done, 3 done", reading)] == [("done", 1), ("done", 3)]


@pytest.mark.parametrize(
    ("text", "verb", "op"),
    [
        ("fit no for Lee, he's nice but it's not it", Verb.FIT, "no"),
        ("Please give me a health check about Lee.", Verb.HEALTH, ""),
        ("seeing Lee tomorrow, get me ready please", Verb.PREP, "show"),
        ("Kindly suspend all correspondence until I tell you otherwise.", Verb.STOP, "all"),
        ("I was given a mentor by the foundation, it is Lee", Verb.ASSIGNED, ""),
        ("can I get the morning summary at 7:30 instead", Verb.SETTING, "digest"),
        ("I have moved to Lisbon, please use Lisbon time from now on.", Verb.SETTING, "timezone"),
        ("out of names. ideas?", Verb.FIND, ""),
        ("We like it. Could we make it lighter with Lee?", Verb.WRAP_UP, "lighter"),
        ("I can reach Lee through Minerva, they studied together", Verb.INTRODUCE, ""),
    ],
)
def test_what_strangers_wrote_is_read(text: str, verb: Verb, op: str) -> None:
    found = one(text)
    assert (found.verb, found.op, found.ask) == (verb, op, "")


def test_a_renewal_is_with_the_only_one_who_is_named() -> None:
    found = one("Lee and I want to keep going! renew for 6 more months please")
    assert (found.verb, found.op, found.person, found.months) == (Verb.WRAP_UP, "renew", "lee", 6)


def test_a_condition_under_a_draft_neither_sends_nor_waits() -> None:
    found = one("If she answers me before Friday then leave it, otherwise send.", DRAFT)
    assert found.verb not in {Verb.SEND, Verb.YES}
    assert found.verb is not Verb.SKIP or found.ask


def test_new_text_below_a_finnish_attribution_is_kept() -> None:
    text = "la 20. helmik. 2027 klo 8.27 Ada <ada@example.org> kirjoitti:\n\n> Hi,\n> a draft\n\njoo, hyvä näin\n"
    assert reply.split(text).new == "joo, hyvä näin"


@pytest.mark.parametrize("line", ["health Minerva", "health of Minerva", "health check Minerva"])
def test_each_line_of_a_list_keeps_its_own_person(line: str) -> None:
    found = commands("", f"called Lee\n{line}\nlog", FRESH)
    assert [(one.verb, one.person) for one in found] == [
        (Verb.TOUCH, "lee"),
        (Verb.HEALTH, "minerva"),
        (Verb.RECORDS, None),
    ]
    assert one(line, replace(FRESH, thread="lee")).person == "minerva"


@pytest.mark.parametrize("where", ["at the park gate yesterday and said hello", "yesterday at the meetup", "yesterday"])
def test_the_day_of_a_talk_is_found_wherever_it_stands(where: str) -> None:
    found = one(f"I met Minerva {where}", FRESH)
    assert (found.verb, found.day) == (Verb.TOUCH, FRESH.moment.today - timedelta(days=1))
