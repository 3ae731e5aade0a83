"""Commands in everyday words, as very different people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

SAID = [
    ("what can you do?", Verb.HELP, ""),
    ("I have no idea how to use you, help!", Verb.HELP, ""),
    ("whats pending", Verb.STATUS, ""),
    ("Hi Robin, where do things stand at the moment?", Verb.STATUS, ""),
    ("Do I have anything to approve?", Verb.STATUS, ""),
    ("i moved, my timezone is now Asia/Kolkata", Verb.SETTING, "timezone"),
    ("I work from 8:00 to 16:30", Verb.SETTING, "work_hours"),
    ("dont send me anything until monday", Verb.SETTING, "quiet"),
    ("can i get the digest at 7am", Verb.SETTING, "digest"),
    ("I'll be away from 22 March to 26 March", Verb.SETTING, "away"),
    ("one more goal: get better at saying no", Verb.GOALS, "new"),
    ("Please rephrase goal 2: negotiate without help", Verb.GOALS, "change"),
    ("What are my goals again?", Verb.GOALS, "show"),
    ("lets do the reflection", Verb.REFLECT, ""),
    ("Could you put together my action plan? HR wants to see it", Verb.PLAN, ""),
    ("where could i find mentors?", Verb.FIND, ""),
    ("I don't know anyone who could mentor me. Any ideas where to look?", Verb.FIND, ""),
    ("Something about Minerva: her team just won the design award", Verb.ABOUT, ""),
    ("put Minerva first", Verb.RANK, "first"),
    ("I'd rather start with Minerva", Verb.RANK, "first"),
    ("I don't want Lee on my list anymore", Verb.RANK, "drop"),
    ("you should know that Minerva is my supervisor", Verb.RELATION, "boss"),
    ("fyi Minerva is my boss", Verb.RELATION, "boss"),
    ("HR matched me with Minerva", Verb.ASSIGNED, ""),
    ("can you write something to Minerva for me?", Verb.REACH_OUT, ""),
    ("I think I'm ready to write to Minerva", Verb.REACH_OUT, ""),
    ("Just dropped Lee a note", Verb.SENT, ""),
    ("got a no from Minerva", Verb.SAID_NO, ""),
    ("heard from Lee: yes, happy to", Verb.ANSWERED, "yes"),
    ("leave Lee alone from now on", Verb.STOP, "person"),
    ("please pause everything for now", Verb.STOP, "all"),
    ("could Lee introduce me to Minerva?", Verb.INTRODUCE, ""),
    ("when do I meet Minerva next?", Verb.MEET, "when"),
    ("number 1 is done", Verb.ACTIONS, "done"),
    ("finished the pricing memo", Verb.ACTIONS, "done"),
    ("move action 3 to monday", Verb.ACTIONS, "move"),
    ("show me my to do list", Verb.ACTIONS, "list"),
    ("I prefer to say thank you by phone, please remember that", Verb.IMPACT, "style"),
    ("let's finish things with Lee", Verb.WRAP_UP, "wrap_up"),
    ("continue with Minerva for another 6 months", Verb.WRAP_UP, "renew"),
    ("please forget Minerva", Verb.RECORDS, "forget"),
    ("oh no, undo that!!", Verb.UNDO, ""),
    ("many thanks Robin!", Verb.THANKS_ONLY, ""),
]


@pytest.mark.parametrize(("text", "verb", "op"), SAID)
def test_everyday_words_are_understood(text: str, verb: Verb, op: str) -> None:
    found = one(text, FRESH)
    assert (found.verb, found.op, found.ask) == (verb, op, "")


@pytest.mark.parametrize(("text", "verb", "op"), SAID)
def test_everyday_words_in_a_quote_command_nothing(text: str, verb: Verb, op: str) -> None:
    found = one(f"Fine weather here.\n\n> {text}", FRESH)
    assert (found.verb, found.op) != (verb, op)


@pytest.mark.parametrize(
    "text",
    [
        "looks great, off you go",
        "that's lovely, send it off",
        "Yes! Send it please 🙏",
        "Perfect, ship it!",
        "approved",
    ],
)
def test_approvals_are_taken_in_other_words(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


@pytest.mark.parametrize(
    "text",
    [
        "that's lovely",
        "off you go to the shop and buy milk",
        "I like it but I am not sure about the ending",
        "ok I will think about it",
        "send it? what do you think",
        "not this one",
        "that's fine I guess, but her name is wrong",
        "please don't ship it",
        "sounds a bit cold to me",
    ],
)
def test_praise_and_doubt_approve_nothing(text: str) -> None:
    assert not {one.verb for one in commands("", text, DRAFT)} & {Verb.SEND, Verb.YES}


@pytest.mark.parametrize(
    "text",
    [
        "Minerva has just sent me a mail",
        "Minerva was the first to say it",
        "Should I write to Minerva or to Lee?",
        "She told me to contact Lee",
        "Don't wait until Friday",
        "If Minerva is my boss, what then?",
    ],
)
def test_a_tale_or_a_doubt_is_no_command(text: str) -> None:
    assert one(text, FRESH).verb is Verb.UNKNOWN


def test_two_things_to_see_in_one_sentence_are_both_shown() -> None:
    found = commands("", "I want my goals and my tasks", FRESH)
    assert [(one.verb, one.op) for one in found] == [(Verb.GOALS, "show"), (Verb.ACTIONS, "list")]


def test_somebody_found_is_added_with_the_reason() -> None:
    found = one("i found someone! Rosa Lind rosa@example.org she gave the keynote at our open day", FRESH)
    assert (found.verb, found.named, found.email) == (Verb.NEW_MENTOR, "Rosa Lind", "rosa@example.org")
    assert "keynote" in found.because


def test_somebody_known_who_is_assigned_stays_the_one_of_the_book() -> None:
    assert one("assigned: Minerva", FRESH).person == "minerva"


@pytest.mark.parametrize(
    ("subject", "op"),
    [
        ("Accepted: Coffee with Minerva", "accepted"),
        ("Refusé : Mentorat", "declined"),
        ("Abgelehnt: Gespräch", "declined"),
        ("Tentatively Accepted: Coffee", "tentative"),
    ],
)
def test_a_calendar_program_answers_by_its_subject(subject: str, op: str) -> None:
    (found,) = commands(subject, "Ada Byron has replied.", at(thread="minerva", meets=("minerva",)))
    assert (found.verb, found.person, found.op) == (Verb.CALENDAR, "minerva", op)


def test_a_subject_that_looks_like_a_calendar_answer_needs_a_meeting() -> None:
    assert commands("Accepted: my paper", "hi", FRESH)[0].verb is not Verb.CALENDAR


def test_quiet_has_its_day() -> None:
    assert one("I need some peace, no mails until March 29 please", FRESH).until == date(2027, 3, 29)


def test_a_note_in_her_thread_under_a_draft_is_about_her() -> None:
    found = one("note: she now lives in Porto", at(thread="minerva", answering="draft"))
    assert (found.verb, found.person, found.text) == (Verb.ABOUT, "minerva", "she now lives in Porto")


@given(st.lists(st.sampled_from([text for text, _, _ in SAID]), min_size=1, max_size=3), st.booleans())
def test_the_same_mail_always_says_the_same(lines: list[str], blank: bool) -> None:
    text = ("\n\n" if blank else "\n").join(lines)
    assert commands("", text, THREAD) == commands("", text, THREAD)
