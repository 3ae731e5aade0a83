"""A recap's lines corrected as people write on phones: by number, by words of the line, by owner, by day."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import at

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import commands
from assistant.reading.commands.recaps import corrections

LINES = (
    "pricing: three tiers",
    "sell the shares in spring",
    "write the memo",
    "send the script",
    "call 5 customers",
    "we agreed to drop the free tier",
)
RECAP = at(
    thread="minerva", answering="recap", question="recap", lines=LINES, actions=(1, 2, 3),
    now=datetime(2026, 12, 1, 17, tzinfo=UTC),
)  # fmt: skip


def read(text: str) -> list[Command]:
    return commands("Re: Minerva · mentoring", text, RECAP)


def said(command: Command) -> str:
    """A correction in a row's words: op, line, owner, day, text."""
    fields = dict(command.fields)
    line = command.number or fields.get("ref") or fields.get("by") or (command.text if command.op == "fix" else "")
    of = fields.get("of", "")
    parts = [command.op, f"{of} {line or ''}".strip(), fields.get("owner", ""), fields.get("due", "")[5:]]
    return " | ".join(filter(None, (*parts, command.text if command.op != "fix" else "", command.because)))


ROWS = [
    ("2 is wrong, Minerva sends nothing", "out | 2 | Minerva sends nothing"),
    ("2 is not true, she never said that", "out | 2 | she never said that"),
    ("point 1 is wrong: two tiers, not three", "words | points 1 | two tiers, not three"),
    ("2 is wrong it's the slides", "words | 2 | the slides"),
    ("2 wrong", "wrong | 2"),
    ("the decision is the other way round: we keep it", "words | decisions | we keep it"),
    ("1 should say two pages, not one", "words | 1 | two pages, not one"),
    ("1 due 12 dec", "fix | 1 | 12-12"),
    ("1 should be due thu", "fix | 1 | 12-03"),
    ("1: 12 dec", "fix | 1 | 12-12"),
    ("3 mine 18 dec", "fix | 3 | me | 12-18"),
    ("3: me, fri", "fix | 3 | me | 12-04"),
    ("i do 3 by fri", "fix | 3 | me | 12-04"),
    ("2 minerva", "fix | 2 | mentor"),
    ("2 is hers", "fix | 2 | mentor"),
    ("hers: 2", "fix | 2 | mentor"),
    ("2 isn't hers, it's mine by 18 dec", "fix | 2 | me | 12-18"),
    ("the script is not hers, it's mine", "fix | script | me"),
    ("2 isn't hers", "fix | 2 | ?"),
    ("not 11 dec but 12 dec for the memo", "fix | memo | 12-12"),
    ("the memo is due 12 dec not 11", "fix | memo | 12-12"),
    ("the one about customers is mine by 18 dec", "fix | customers | me | 12-18"),
    ("hers is by 20 dec", "fix | actions mentor | 12-20"),
    ("3 is Lee's", "others | 3 | Lee"),
    ("take out 3", "out | 3"),
    ("remove 2 because she never offered it", "out | 2 | she never offered it"),
    ("3 is private", "private | 3"),
    ("ok but 2 is private", "private | 2"),
    ("keep 3 to myself", "private | 3"),
    ("leave 3 out of it", "private | 3"),
    ("don't tell her about the shares", "private | shares"),
    ("minerva must not know about the shares", "private | shares"),
    ("nothing about the lawyer to her", "private | the lawyer"),
    ("private: she looks for another job", "add | private | she looks for another job"),
    ("add: I send the deck by fri", "add | I send the deck by fri"),
    ("you forgot: Minerva will intro me to Lee", "add | Minerva will intro me to Lee"),
    ("also: she recommends the book by Hunt", "add | she recommends the book by Hunt"),
    ("2: Minerva does that, due 12 dec", "fix | 2 | mentor | 12-12"),
    ("I did not say number 3", "out | 3"),
    ("Minerva never promised 2", "out | 2"),
    ("3 is wrong. Take it out.", "wrong | 3"),
    ("merge 2 and 3", "merge | 2"),
    ("merge 2 and 3 please, they are one thing", "merge | 2"),
    ("2 and 3 are really the same thing, merge them", "merge | 2"),
    ("number 1 ain't mine, that's Minerva's", "fix | 1 | mentor"),
    ("that was not Minerva's meeting", "theirs"),
    ("that was Kofi's meeting", "theirs | Kofi"),
    ("wrong meeting", "theirs"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_correction_is_read(text: str, expected: str) -> None:
    (found,) = read(text)
    assert (found.verb, said(found)) == (Verb.RECAP, expected)


SEVERAL = [
    ("2 by 12. december. 3 is hers", ["fix | 2 | 12-12", "fix | 3 | mentor"]),
    ("3 is mine. remove 2. keep 1 to myself", ["fix | 3 | me", "out | 2", "private | 1"]),
    ("no: 4 is mine, by 18 dec. 1 done. used: the deck", ["used | the deck", "fix | 4 | me | 12-18", "done | 1"]),
    (
        "1 is mine, 2 is hers and 3 is both of us by 20 dec",
        ["fix | 1 | me", "fix | 2 | mentor", "fix | 3 | both | 12-20"],
    ),
    ("2: hers\n3: mine 18 dec\npoint 1: private", ["fix | 2 | mentor", "fix | 3 | me | 12-18", "private | points 1"]),
    ("1 and 3 are private", ["private | 1", "private | 3"]),
    ("take 2 and 3 out", ["out | 2", "out | 3"]),
    ("looks good, but 3 is mine and due 18 dec", ["fix | 3 | me | 12-18"]),
    ("1 ain't mine, that's Minerva's, says she'll have it by 17 dec", ["fix | 1 | mentor | 12-17"]),
    ("3 is mine, I'll have it by 14 dec. the rest I'm not sure yet", ["fix | 3 | me | 12-14"]),
    ("2 is hers. SEND", ["fix | 2 | mentor", "not_sent"]),
    ("2 is mine. I think she looked tired", ["unread | I think she looked tired", "fix | 2 | me"]),
    ("2 is mine. merge 1 and 3?", ["unread | merge 1 and 3?", "fix | 2 | me"]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_corrections_of_one_mail_are_all_read(text: str, expected: list[str]) -> None:
    assert [said(one) for one in read(text)] == expected


def test_an_order_behind_what_is_done_is_no_result_of_it() -> None:
    done, ends = read("3 is done, wrap up with Lee")
    assert (done.op, done.text) == ("done", "")
    assert (ends.verb, ends.op, ends.person) == (Verb.WRAP_UP, "wrap_up", "lee")


def test_another_command_beside_a_correction_stays_one() -> None:
    assert [one.verb for one in read("2 is hers. When next?")] == [Verb.RECAP, Verb.MEET]


NONE = [
    "merge 2 and 3?",
    "call Minerva",
    "remove Minerva",
    "delete everything",
    "the memo is 2 pages",
    "when is the memo due?",
    "I would move on if 2 were hers",
    "she said 2 is plenty",
    "SEND",
    "it was two tiers",
    "is 3 mine?",
]


@pytest.mark.parametrize("text", NONE)
def test_what_corrects_nothing_is_no_correction(text: str) -> None:
    assert corrections(text, RECAP) == []


@given(
    st.lists(
        st.sampled_from([*"0123,.;:?!\n", " is ", " mine ", " not ", " due ", " dec ", " private ", " and ", "wrong"])
    )
)
def test_no_words_break_the_reading_of_corrections(words: list[str]) -> None:
    for one in corrections("".join(words), RECAP):
        assert one.verb in {Verb.RECAP, Verb.YES} or one.line


@pytest.mark.parametrize("piece", ["2 is ", "not 11 dec but ", "keep 3 ", ", and ", "wrong: ", "the ", "1 and 2, "])
def test_hostile_lengths_are_read_in_no_time(piece: str) -> None:
    began = time.perf_counter()
    read(piece * (1400 // len(piece)))
    assert time.perf_counter() - began < 2


def test_a_day_that_has_no_meaning_is_asked() -> None:
    (found,) = read("1 due 1 november")
    assert found.ask or found.day != date(2026, 11, 1)
