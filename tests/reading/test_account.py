"""Every clause of a mail is accounted for: acted on, or asked about; none is passed over in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, at, one

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import Reading, commands


def read(text: str, reading: Reading = FRESH, subject: str = "") -> list[tuple[Verb, str | None]]:
    return [(found.verb, found.person) for found in commands(subject, text, reading)]


def asked(text: str, reading: Reading = FRESH) -> list[str]:
    """The clauses that are asked about."""
    return [found.text for found in commands("", text, reading) if found.verb is Verb.UNKNOWN]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("oi, two things. bump Minerva to the top, bin Lee", [(Verb.RANK, "minerva"), (Verb.RANK, "lee")]),
        ("Please share my mentoring action plan and the open actions.", [(Verb.PLAN, None), (Verb.ACTIONS, None)]),
        ("remind me on 1 December to pay, draft Lee", [(Verb.REMIND, None), (Verb.REACH_OUT, "lee")]),
        ("I met Lee for lunch yesterday. It was a yes from me on fit.", [(Verb.TOUCH, "lee"), (Verb.FIT, "lee")]),
        ("called Minerva, mailed Lee", [(Verb.TOUCH, "minerva"), (Verb.SENT, "lee")]),
        ("Minerva said no. forget Lee, then export my data",
         [(Verb.SAID_NO, "minerva"), (Verb.RECORDS, "lee"), (Verb.RECORDS, None)]),
        ("status; goals; log", [(Verb.STATUS, None), (Verb.GOALS, None), (Verb.RECORDS, None)]),
    ],
)  # fmt: skip
def test_the_clauses_of_a_sentence_are_wishes_of_their_own(text: str, said: list[tuple[Verb, str | None]]) -> None:
    assert read(text) == said


def test_two_actions_in_one_sentence_are_two_and_none_is_the_others_result() -> None:
    reading = at(actions=(1, 2, 3))
    found = commands("", "Action 3 is completed, action 1 is in progress.", reading)
    assert [(one.op, one.number, one.text) for one in found] == [("done", 3, ""), ("doing", 1, "")]
    assert [(one.op, one.number) for one in commands("", "2 done, 3 move to friday", reading)] == [
        ("done", 2),
        ("move", 3),
    ]
    assert [one.number for one in commands("", "1+3 done", reading)] == [1, 3]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Minerva said no. book me a flight to Rome", "book me a flight to Rome"),
        ("Minerva said no. please tell the printer people that we move", "please tell the printer people that we move"),
        ("Minerva agreed, 6 months monthly. And what about the parking?", "And what about the parking?"),
        ("show my log, and water my plants please", "water my plants please"),
        ("drop Lee and order me a cake", "order me a cake"),
    ],
)
def test_an_order_or_a_question_beside_a_command_is_asked_about(text: str, left: str) -> None:
    assert any(left in words for words in asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "I met Lee at the station, such a nice man",
        "Lee knows Minerva from Uppsala, small world",
        "On reflection, Minerva ought to be my first choice.",
        "Could Lee introduce me to Minerva? Please draft something he can pass on.",
        "The year with Lee has reached its natural end. I would like to wrap up in a proper manner.",
        "I'd rather not pursue Lee any further, so please take him off the list.",
        "I met Lee yesterday and he said no",
        "coffee with Lee on 1 December 14:00 at Café Marmelad, please send invite",
        "I called Lee on Monday. Please log it.",
        "Lee reckons he can intro me to Minerva. set it up?",
        "no-show from Lee today, gutted",
    ],
)
def test_what_only_tells_more_of_it_is_not_asked_about(text: str) -> None:
    assert len(commands("", text, FRESH)) == 1
    assert not asked(text)


@given(
    st.sampled_from(["Lee said no", "drop Lee", "remind me on 1 December to pay the rent", "fit yes for Lee"]),
    st.sampled_from(["order a cake for the lab", "book me a flight to Rome", "please water the plants"]),
    st.sampled_from([". ", ".\n", ".\n\n", "! Also, "]),
)
def test_no_order_beside_a_command_is_lost(command: str, order: str, between: str) -> None:
    found = commands("", f"{command}{between}{order}", FRESH)
    assert any(order.rsplit(maxsplit=1)[-1] in _all(one) for one in found if one.verb is Verb.UNKNOWN)


def _all(command: Command) -> str:
    return f"{command.text} {command.line} {command.ask}"


@pytest.mark.parametrize(
    ("subject", "text", "verb"),
    [
        ("Lee", "he said no", Verb.SAID_NO),
        ("Lee", "he said yes!", Verb.ANSWERED),
        ("note on Lee", "prefers the phone, has two dogs", Verb.ABOUT),
    ],
)
def test_a_subject_that_names_somebody_is_their_thread(subject: str, text: str, verb: Verb) -> None:
    [found] = commands(subject, text, at(people=FRESH.people, thread=None))
    assert (found.verb, found.person, found.ask) == (verb, "lee", "")


@pytest.mark.parametrize(
    ("text", "verb", "op"),
    [
        ("Lovely to report that Lee has agreed to mentor me for a year, meeting every month!", Verb.AGREED, ""),
        ("Kindly note: Lee is my direct superior.", Verb.RELATION, "boss"),
        ("went for a beer with Lee last night, top bloke", Verb.TOUCH, "in_person"),
        ("I had the pleasure of meeting Lee at the reception last night.", Verb.TOUCH, "in_person"),
        ("I should be glad of a list of my outstanding actions.", Verb.ACTIONS, "list"),
        ("A log would be welcome.", Verb.RECORDS, "log"),
        ("Pray forget all you know of Lee.", Verb.RECORDS, "forget"),
        ("tomorrow I am not able to go to the meeting with Lee", Verb.NO_SHOW, "cant_make_it"),
        ("fit's a yes for Lee, he's a ripper", Verb.FIT, "yes"),
        ("For Lee: thanks, he corrected my CV and now I have the interview", Verb.THANK, ""),
        ("My second goal ought to read: speak at the guild dinner.", Verb.GOALS, "change"),
    ],
)
def test_what_new_hands_wrote_is_read(text: str, verb: Verb, op: str) -> None:
    found = one(text)
    assert (found.verb, found.op, found.ask) == (verb, op, "")


@pytest.mark.parametrize("text", ["no worries mate send it", "Charming. Let it go out.\n\n— A.", "k send"])
def test_an_approval_in_anybodys_manner_is_one(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


def test_goals_in_a_row_are_never_one_mangled_goal() -> None:
    assert not any(found.verb is Verb.GOALS for found in commands("", "new goals: (3) finish; (4) find one", FRESH))


def test_a_longer_renewal_keeps_its_length() -> None:
    assert one("Lee and I would like to go on for 3 more months").months == 3
