"""What a mail does not say: no approval, stop or date by mistake; and no mail that hangs or breaks the reading."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import Reading, commands, guesses, is_bare_thanks

OUTWARD = {Verb.SEND, Verb.YES, Verb.SENT, Verb.SAID_NO}


@pytest.mark.parametrize(
    "text",
    [
        "SEND",
        "send",
        "ok send",
        "Ok, send it!",
        "looks good, go ahead",
        "Please send.",
        "send it please, thanks!",
        "SEND\n\nThanks,\nAda",
        "SEND\n-- \nAda\nstop spam",
        "SEND\n\n> SKIP\n> EDIT",
        "SEND k7q2",
    ],
)
def test_an_approval_is_read(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


@pytest.mark.parametrize("text", ["yes", "Yes.", "ok", "Yes! 👍", "looks good"])
def test_a_bare_yes_is_left_to_the_mail_it_answers(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.YES


def test_a_code_is_kept_with_its_word() -> None:
    assert one("SEND K7Q2", DRAFT).code == "K7Q2"
    assert one("yes x8z6", DRAFT).code == "X8Z6"


@pytest.mark.parametrize(
    "text",
    [
        "yes but shorter",
        "send it but warmer",
        "SEND\nshorter",
        "send it tomorrow at 8",
        "send it to Lee instead",
        "yes?",
        "why not",
        "sned",
        "don't send",
        "do not send it yet",
        "should I send it?",
        "SEND?",
        "never send this",
        "Yes if she is not on holiday",
        "I would send it",
        "SEND later",
        "Looks great but change the second line",
        "go ahead, but tomorrow",
        "ok but not today",
        "I said yes to her already",
        "send my regards to her",
        "I'll send it myself tonight",
        "SEND\n\nPS: make it shorter",
        "ok thanks",
        "Great, thanks!",
        "hold on",
        "vale, mándalo",
        "> SEND",
        "-- \nSEND",
        "Wer schickt das jetzt ab?",
        "SEND\nand tell her that I like her talk",
        "yes no",
        "SEND K7Q2 A1B2",
        "If you think so, send it",
        "EDIT\nSEND",
        "delete everything",
    ],
)
def test_nothing_is_approved_where_anything_else_is_said(text: str) -> None:
    assert not {found.verb for found in commands("", text, DRAFT)} & {Verb.SEND, Verb.YES}
    assert not {found.verb for found in commands("SEND", text, DRAFT)} & {Verb.SEND, Verb.YES} or text.startswith(
        ("> ", "-- ")
    )


def test_another_command_that_leaves_the_draft_alone_does_not_stop_an_approval() -> None:
    assert [found.verb for found in commands("", "SEND\ndone 2", DRAFT)] == [Verb.SEND, Verb.ACTIONS]


@pytest.mark.parametrize(
    ("text", "ops"),
    [
        ("yes but shorter", ["shorter"]),
        ("shorter and warmer", ["shorter", "warmer"]),
        ("no flattery", ["no_flattery"]),
        ("can you make it shorter?", ["shorter"]),
    ],
)
def test_an_edit_wins_over_a_yes(text: str, ops: list[str]) -> None:
    found = commands("", text, DRAFT)
    assert [(command.verb, command.op) for command in found] == [(Verb.EDIT, op) for op in ops]


@pytest.mark.parametrize(
    "text",
    [
        "remind me on 13 November 2026 to call",
        "milestone: board 10 Nov 2026",
        "Minerva: later",
        "coffee with Minerva",
        "coffee with Minerva wed",
        "thank Minerva",
        "stop",
        "done 7",
        "change goal 4 to x",
        "Don't write to Minerva yet",
        "new goal:",
    ],
)
def test_what_is_missing_is_asked(text: str) -> None:
    assert one(text).ask


@pytest.mark.parametrize(
    "text",
    [
        "Minerva said no one has ever asked her that",
        "Minerva said no problem",
        "Minerva hasn't said no",
        "Tell Minerva I said no",
        "Has Minerva answered?",
        "No answer from Minerva so far.",
        "If Minerva said no, what then?",
        "I will call Minerva tomorrow",
        "I never write to Minerva without checking",
        "I forgot Minerva's birthday",
        "Please stop writing to me at weekends.",
        "Should I write to Minerva?",
        "help me thank Lee: he said no to them",
        "note on Lee: never send him anything, and stop mentioning golf",
        "Mallory said no",
    ],
)
def test_look_alikes_start_and_stop_nothing(text: str) -> None:
    acted = {found.verb for found in commands("", text, FRESH) if not found.ask}
    assert not acted & {Verb.SAID_NO, Verb.STOP, Verb.SENT, Verb.TOUCH, Verb.SEND, Verb.RECORDS}


def test_corrections_of_a_recap_never_approve() -> None:
    recap = at(thread="minerva", answering="recap")
    found = one("2 is mine, due 5 Dec", recap)
    assert (found.verb, found.op, found.number, found.day, found.fields) == (
        Verb.RECAP,
        "fix",
        2,
        date(2026, 12, 5),
        (("owner", "me"), ("due", "2026-12-05")),
    )
    several = commands("", "deck is mine, 18 Dec yes, next tue 8 Dec 16:00", recap)
    assert [(command.op, command.day) for command in several] == [
        ("fix", None),
        ("due", date(2026, 12, 18)),
        ("next", date(2026, 12, 8)),
    ]
    assert several[2].at == datetime.fromisoformat("2026-12-08 16:00")
    assert one("1 is hers not mine. rest ok", recap).fields == (("owner", "mentor"),)


def test_subject_and_body() -> None:
    assert one("", FRESH, "status").verb is Verb.STATUS
    assert one("status", FRESH, "Status").verb is Verb.STATUS
    assert one("", FRESH, "Re: SEND").verb is Verb.UNKNOWN
    assert one("shorter", DRAFT, "SEND").op == "shorter"
    assert one("please wait a little, she is away", DRAFT, "SEND").verb not in OUTWARD
    assert one("we talked", FRESH, "Notes Minerva").text == "we talked"
    assert len(commands("done 2", "done 3", FRESH)) == 2


def test_a_postscript_is_asked_about() -> None:
    found = commands("", "status\n\nBest,\nAda\n\nPS: stop Minerva", FRESH)
    assert [command.verb for command in found] == [Verb.STATUS, Verb.UNKNOWN]
    assert found[1].ask


def test_an_empty_or_foreign_mail_does_nothing() -> None:
    assert one("", FRESH).verb is Verb.UNKNOWN
    assert one("-- \nAda", FRESH).verb is Verb.UNKNOWN
    assert one("Can you book me a table for four tonight?", FRESH).verb is Verb.UNKNOWN
    assert one("I was told to write here.", at(new=True)).verb is Verb.HELLO


def test_bare_thanks() -> None:
    assert all(is_bare_thanks(text) for text in ("Thanks!", "great, thx", "Thank you so much, that helps :)", "👍"))
    assert not any(is_bare_thanks(text) for text in ("thank Minerva", "Thanks, send it", "", "no thanks to you, stop"))


def test_at_most_two_guesses_that_are_possible_now() -> None:
    found = guesses("sned it, make it shorter, whatever, or tell me the status", DRAFT)
    assert [guess.word for guess in found] == ["SEND", "SHORTER"]
    assert "SEND" not in {guess.word for guess in guesses("sned it, or wait, make it shorter", DRAFT)}
    assert "SEND" not in {guess.word for guess in guesses("sned it", FRESH)}
    assert guesses("I forgot Minerva", FRESH)[0].word.startswith("remind")


WORDS = st.sampled_from(
    [
        "SEND",
        "yes",
        "no",
        "stop",
        "Minerva",
        "Lee",
        "fri",
        "2",
        "done",
        "notes:",
        "private:",
        "why:",
        "K7Q2",
        "\n",
        "\n\n",
        ">",
        "-- \n",
        "but",
        "not",
        "?",
        "later",
        "EDIT",
        "reach out to",
        "1.",
        "Thanks,",
        "said no",
        "x" * 70,
    ]
)


@given(
    st.lists(WORDS, max_size=10).map(" ".join) | st.text(max_size=200),
    st.sampled_from(["", "SEND", "status", "Re: x", "notes Minerva"]),
    st.sampled_from(
        [DRAFT, THREAD, FRESH, at(answering="recap"), at(answering="welcome"), at(answering="notes_prompt")]
    ),
)
@settings(max_examples=400, deadline=None)
def test_any_mail_is_read(text: str, subject: str, reading: Reading) -> None:
    found = commands(subject, text, reading)
    assert found
    assert len(guesses(text, reading)) <= 2
    if "?" in text and not subject:
        sends = {command.verb for command in found} & {Verb.SEND}
        assert not sends or "\n" in text or ">" in text


@given(
    st.sampled_from(["yes", "SEND", "ok send", "looks good"]),
    st.sampled_from([" but ", " if ", ", not ", " to Lee ", " unless ", " when "]),
    st.text("abcdefgh ", min_size=3, max_size=30),
)
@settings(deadline=None)
def test_an_approval_with_a_condition_is_none(word: str, joint: str, rest: str) -> None:
    assert not {found.verb for found in commands("", f"{word}{joint}{rest}x", DRAFT)} & {Verb.SEND, Verb.YES}


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "\n",
        "yes ",
        "can you please help me ",
        "- [ ] a ",
        "12/",
        "next tue ",
        "(",
        "private: x\n",
        "Goal 1: x\n",
        "perfect ",
        "> ",
        "ok send it\n",
        "Oct 6, 7 or 8 at 10, ",
        "do not ",
        "notes: ",
    ],
)
def test_a_hostile_body_comes_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert commands(text[:500], text, DRAFT)
    guesses(text, DRAFT)
