"""A mail of several sentences: each is done, asked about, or said back as not understood; nothing vanishes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import Reading, commands
from assistant.reading.commands.sameness import is_text_of, same

WISHES = (
    "status", "show my goals", "drop Lee", "Minerva first", "remind me on 1 December to call the bank",
    "remind me on 5 December to buy stamps", "Minerva said no", "thank Lee: the pilot runs",
    "note on Minerva: she likes tea", "I called Minerva yesterday", "I met Lee yesterday", "done 2",
    "move 3 to friday", "stop Lee", "pause everything", "propose Minerva 6 months monthly",
    "coffee with Lee on 1 December at 10:00 at Café Sol", "intro to Minerva via Lee", "Lee is my boss",
    "digest at 9", "why did I get this?", "log", "export", "show me my plan", "prep for Lee",
    "how is it going with Lee?", "fit yes for Lee", "Lee agreed, 6 months monthly",
    "Minerva said later, after 1 March", "new goal: speak at a conference", "cancel the next meeting with Lee",
    "draft a note to Lee about pricing", "wrap up with Lee", "reflect", "I wrote to Minerva this morning",
    "reach out to Minerva", "forget Lee", "actions", "Will knows Lee", "my work hours are 8-16",
)  # fmt: skip
UNREADABLE = ("Could you order a cake?", "Please book me a flight to Rome", "Chuck Will a postcard")
TALK = ("It was a lovely day", "Hope you are well", "Thanks!")
NUMBERS = {"actions": (1, 2, 3), "goals": (1, 2, 3)}
MOMENTS = (
    FRESH,
    at(thread="lee", **NUMBERS),
    at(thread="minerva", answering="draft", codes=("K7Q2",), **NUMBERS),
    at(thread="lee", answering="prep", meets=("lee",), **NUMBERS),
    at(thread="lee", answering="recap", **NUMBERS),
    at(thread="lee", answering="fit", **NUMBERS),
    at(answering="digest", **NUMBERS),
    at(answering="goals", **NUMBERS),
    at(thread="minerva", answering="goes", **NUMBERS),
)
_TAKES_ALL = {Verb.NOTES, Verb.ANSWER}


def is_accounted_for(sentence: str, found: list[Command], moment: Reading) -> bool:
    if any(one.verb in _TAKES_ALL for one in found) or is_text_of(sentence, found):
        return True
    return any(same(alone, one) for alone in commands("", sentence, moment) for one in found)


@settings(derandomize=True, max_examples=300)  # a million mails: the same few hundred of them in every run
@given(
    st.lists(st.sampled_from(WISHES + UNREADABLE), min_size=2, max_size=5, unique=True),
    st.sampled_from(["", *TALK]),
    st.sampled_from([". ", ".\n", "\n", "\n\n", ". Also, "]),
    st.sampled_from(MOMENTS),
)
def test_no_sentence_vanishes(said: list[str], talk: str, between: str, moment: Reading) -> None:
    parts = [said[0], *([talk] if talk else []), *said[1:]]
    dot = between.startswith(".")

    text = between.join(part.rstrip("!") if dot else part for part in parts).replace("?.", "?")
    found = commands("", text, moment)
    assert found
    assert [one for one in said if not is_accounted_for(one, found, moment)] == []


TOUCHING = ("Minerva said no", "I wrote to Minerva this morning", "reach out to Minerva", "shorter", *UNREADABLE)


@settings(derandomize=True, max_examples=300)
@given(
    st.sampled_from(TOUCHING),
    st.lists(st.sampled_from(WISHES), max_size=3, unique=True),
    st.sampled_from([". ", "\n", ", "]),
    st.booleans(),
)
def test_an_approval_beside_what_touches_the_draft_is_none(
    touch: str, said: list[str], between: str, last: bool
) -> None:
    parts = [*said, touch, "send"] if last else ["send", touch, *said]
    assert Verb.SEND not in {one.verb for one in commands("", between.join(parts), DRAFT)}


def test_what_a_sentence_surely_says_by_itself_is_done_beside_the_rest() -> None:
    found = commands("", "I met Lee yesterday at the fair. Please thank him: he told me about the grant.", FRESH)
    assert [(one.verb, one.person) for one in found] == [(Verb.TOUCH, "lee"), (Verb.THANK, "lee")]


def test_a_sentence_about_somebody_else_is_said_back() -> None:
    found = commands("", "Lee turned me down. Zap Minerva over to the left.", FRESH)
    assert [(one.verb, bool(one.ask)) for one in found] == [(Verb.SAID_NO, False), (Verb.UNKNOWN, True)]
    assert "Zap Minerva" in found[1].ask


def test_him_before_anybody_was_named_is_nobody() -> None:
    found = commands("", "Please thank him: he lent me his notes\nWill knows Lee", FRESH)
    assert all(one.person is None or one.ask for one in found if one.verb is Verb.THANK)


@pytest.mark.parametrize(
    "text", ["export\nThanks!\nlog", "Thanks. Also, show my goals. Also, log", "Thanks!\nstop Lee"]
)
def test_thanks_in_the_middle_end_no_mail(text: str) -> None:
    assert len([one for one in commands("", text, FRESH) if one.verb is not Verb.THANKS_ONLY]) >= text.count("\n")
    assert commands("", text, FRESH)[-1].verb in {Verb.RECORDS, Verb.STOP}


@pytest.mark.parametrize("end", ["Thanks!\nLee Marvin", "Many thanks\nAda", "Thank you.\nA.", "Cheers\n\nada"])
def test_thanks_above_a_name_still_end_it(end: str) -> None:
    assert [one.verb for one in commands("", f"show my goals\n\n{end}", FRESH)] == [Verb.GOALS]


@pytest.mark.parametrize("end", ["Ada x", "xo Ada", "A.", "A", "With regards,\nA. Byron", "Au plaisir,\nAda"])
def test_a_name_with_kisses_or_an_initial_is_a_signature(end: str) -> None:
    assert [one.verb for one in commands("", f"Good. Send.\n\n{end}", DRAFT)] == [Verb.SEND]


@pytest.mark.parametrize(
    ("text", "ops"),
    [
        ("A bit warmer, and mention the ward in Galway", ["warmer", "mention"]),
        ("too long. mention Oslo", ["shorter", "mention"]),
        ("make it shorter and mention that we met in Rome and Paris", ["shorter", "mention"]),
        ("not so long please", ["shorter"]),
    ],
)
def test_the_changes_of_a_draft_are_each_read(text: str, ops: list[str]) -> None:
    assert [one.op for one in commands("", text, DRAFT)] == ops


@pytest.mark.parametrize("rest", ["keep the last line", "put it in French", "lose the second sentence"])
def test_a_change_that_only_the_writer_can_make_is_said_back(rest: str) -> None:
    found = commands("", f"shorter and {rest}", DRAFT)
    assert [one.verb for one in found] == [Verb.EDIT, Verb.UNKNOWN]
    assert rest in found[1].ask


def test_a_yes_to_a_recap_stands_beside_another_wish() -> None:
    found = commands("", "ok\nthank Lee: his list saved me a week", at(thread="lee", answering="recap"))
    assert [one.verb for one in found] == [Verb.YES, Verb.THANK]


@pytest.mark.parametrize("moment", [DRAFT, at(thread="lee", answering="recap")])
def test_a_fit_is_of_whom_it_names(moment: Reading) -> None:
    assert commands("", "fit yes for Lee", moment)[0].person == "lee"


def test_the_day_of_an_invite_that_waits_is_no_wish_to_hold_it() -> None:
    moment = at(thread="minerva", answering="invite_draft", codes=("K7Q2",), meets=("minerva",))
    assert all(one.verb is not Verb.SKIP for one in commands("", "can we do friday instead, same time", moment))


def test_the_order_of_the_commands_is_that_of_the_sentences() -> None:
    text = "I called Lee this morning. He says yes for a coffee. Please also show me my goals."
    assert [one.verb for one in commands("", text, FRESH)] == [Verb.TOUCH, Verb.ANSWERED, Verb.GOALS]


def test_a_thread_tells_whom_a_pronoun_means() -> None:
    found = commands("", "show my goals. Please thank him: he lent me his notes and I passed.", THREAD)
    assert [(one.verb, one.person) for one in found] == [(Verb.GOALS, None), (Verb.THANK, "minerva")]
