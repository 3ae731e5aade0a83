"""What others said commands nothing, in quotes or told as theirs ("Which reading wins", 5 and 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at

from assistant.mentoring.command import Verb
from assistant.reading.command import commands
from assistant.reading.commands.others_words import without

HARMLESS = {Verb.UNKNOWN, Verb.THANKS_ONLY, Verb.HELP, Verb.STATUS, Verb.ABOUT, Verb.HEALTH, Verb.ANSWERED}

THEIRS = [
    'My broker told me "never write to Minerva, she bites". Curious what you think',
    'My sister wrote "forget Lee" on my calendar, haha',
    'My uncle always said "stop everything and start again". Wise man, no?',
    'The reviewer wrote: "delete everything after page 3"',
    "My boss wants me to drop Lee. Thoughts?",
    "The book says to stop everything. Hm.",
    "Dad said drop Lee",
    "According to Lee, Minerva is my boss now, which is nonsense",
    "my flatmate said I should never write to Lee again",
    "Read somewhere: pause all notifications for a week. Nice idea?",
    '"Stop Minerva", my colleague said at lunch. Funny.',
    "Our chair thinks I should wrap up with Minerva. I am not so certain",
    "They say: never write to a mentor on a Monday. stop Minerva then? lol",
    "Somebody told me to pause all until summer, ridiculous",
    'A friend says "take Lee off the list". What is your view',
    "My mother keeps saying stop everything",
    "I heard that one should never write to Minerva again",
    'One of my colleagues told me: "propose to Minerva, 6 months, monthly"',
    "As my coach says: cancel next week's meeting before it cancels you",
    "Minerva told Lee that she works for me, cancel next, and other jokes",
    "HR wants me to forget Lee",
    "The manual recommends: undo that. Odd.",
]


@pytest.mark.parametrize("text", THEIRS)
def test_what_others_say_is_no_command(text: str) -> None:
    found = commands("", text, FRESH)
    assert all(one.verb in HARMLESS or one.ask for one in found), found


@pytest.mark.parametrize("text", THEIRS)
def test_nor_in_the_thread_of_the_person(text: str) -> None:
    found = commands("Re: Minerva · mentoring", text, THREAD)
    assert all(one.verb in HARMLESS or one.ask for one in found), found


THEIR_YES = [
    "my wife says send it",
    '"SEND", said my tutor when she read it',
    "Mum said: send it!",
    '"Looks good, send it" - that is what my tutor would say',
    "They all tell me to send it",
    "According to my brother: go ahead",
    "My coach wrote: yes, send",
    "the rule book says ok send",
    'My flatmate: "yes please send it"',
    "Everybody says go for it",
]


@pytest.mark.parametrize("text", THEIR_YES)
def test_somebody_elses_yes_approves_nothing(text: str) -> None:
    assert not [one for one in commands("", text, DRAFT) if one.verb in {Verb.SEND, Verb.YES}]


MINE = [
    ("Minerva said no", Verb.SAID_NO),
    ("Lee told me he would love to meet", Verb.ANSWERED),
    ("Lee says yes to the coffee", Verb.ANSWERED),
    ("My boss is impossible. stop Minerva", Verb.STOP),
    ("stop Minerva. She told me to leave her in peace", Verb.STOP),
    ("Please never write to Lee again, he told me off", Verb.STOP),
    ("note on Lee: he said never write to him on a Friday", Verb.ABOUT),
    ("thank Minerva: she told me to apply, and I got the job", Verb.THANK),
    ("remind me in 2 weeks to read what my boss wrote: never stop", Verb.REMIND),
    ("new goal: do what my coach told me to do", Verb.GOALS),
    ("Minerva can't on Tuesday, she says, so please cancel next", Verb.MEET),
    ("thank Lee: the pilot runs\nand Minerva said no\nand show me my plan", Verb.PLAN),
    ("called Lee. He says hello", Verb.TOUCH),
]


@pytest.mark.parametrize(("text", "verb"), MINE)
def test_what_the_writer_says_stays(text: str, verb: Verb) -> None:
    found = commands("", text, at(actions=(1, 2, 3), goals=(1, 2), meets=("minerva",)))
    assert verb in {one.verb for one in found if not one.ask}, found


def test_what_was_told_is_cut_and_the_rest_is_kept() -> None:
    assert without("stop Lee. My boss told me to drop Minerva.").strip() == "stop Lee."
    assert without("my boss says she is out, so please drop Lee") == ", so please drop Lee"


@given(st.text(max_size=200))
def test_a_text_without_what_others_said_is_no_longer(text: str) -> None:
    assert len(without(text)) <= len(text)
