"""What of a command's words is private is set apart, whatever word or sign says so, and the protégé is told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.private_words import ALL_PRIVATE, Split, apart, split, without_private
from assistant.mentoring import events as happened
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.facts import Notes

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
SECRET = "zebracorn"
MARKED = [
    "keep this between us: {}",
    "not for her: {}",
    "🔒 {}",
    "dont tell her, {}",
    "nur für mich: {}",
    "entre nous, {}",
    "private: {}",
]


def given_(*commands: Command, text: str = "") -> happened.CommandsGiven:
    found = apart(happened.CommandsGiven("k", AT, commands, happened.Context()), text)
    assert isinstance(found, happened.CommandsGiven)
    return found


def open_words(command: Command) -> str:
    fields = (value for _, value in (*command.fields, *command.answers))
    return " ".join((command.text, command.because, command.place, *fields))


@pytest.mark.parametrize("marked", MARKED)
@pytest.mark.parametrize("where", ["text", "because", "place", "fields", "answers"])
def test_a_private_part_of_any_free_words_is_set_apart(marked: str, where: str) -> None:
    words = f"she opened a door.\n\n{marked.format(SECRET)}"
    command = Command(Verb.MEET, text="the talk")
    match where:
        case "text":
            command = Command(Verb.THANK, text=words)
        case "because":
            command = Command(Verb.ACTIONS, op="drop", number=1, because=words)
        case "place":
            command = Command(Verb.MEET, place=words)
        case "fields":
            command = Command(Verb.FIELDS, fields=(("why", words),))
        case _:
            command = Command(Verb.ANSWER, answers=((3, words),))
    found = given_(command, text=words).commands[0]
    assert SECRET not in open_words(found)
    assert "she opened a door" in open_words(found)
    assert SECRET in " ".join(found.private)
    assert not found.ask


@pytest.mark.parametrize("verb", [Verb.THANK, Verb.RECAP, Verb.GOALS])
def test_a_command_of_private_words_alone_is_not_done_without_them(verb: Verb) -> None:
    found = given_(Command(verb, op="used", text=f"{SECRET}, keep this between us")).commands[0]
    assert found.ask == ALL_PRIVATE
    assert not found.text


def test_a_mark_in_another_line_of_the_mail_counts() -> None:
    mail = f"THANK Minerva: {SECRET} helped.\n(don't tell her)"
    assert given_(Command(Verb.THANK, text=f"{SECRET} helped"), text=mail).commands[0].ask == ALL_PRIVATE


def test_words_that_stand_in_the_open_part_of_the_mail_stay_open() -> None:
    mail = "done 1: result two signed\n\nprivate: two signed, and the third left"
    assert given_(Command(Verb.ACTIONS, op="done", number=1, text="two signed"), text=mail).commands[0].text == (
        "two signed"
    )


def test_an_edit_keeps_its_own_words_and_says_which_of_them_read_as_private() -> None:
    words = f"Hi Minerva,\n\nyour talk helped.\n\nDon't tell her: {SECRET}."
    found = given_(Command(Verb.EDIT, op="replace", text=words)).commands[0]
    assert found.text == words
    assert SECRET in " ".join(found.private)


@pytest.mark.parametrize(
    "words", ["a private dinner at her place", "our confidential client list tool", "no", "two customers signed"]
)
def test_words_without_a_mark_are_left_as_they_are(words: str) -> None:
    command = Command(Verb.THANK, text=words)
    assert given_(command, text=f"THANK Minerva: {words}").commands[0] == command


def test_what_notes_say_to_thank_for_is_told_apart() -> None:
    used = f"her frame.\nnot for her: {SECRET}"
    found = without_private(Notes(used=used), f"3. {used}")
    assert SECRET not in found.used
    assert SECRET in " ".join(found.private)
    assert "her frame" in found.used


def test_a_private_line_that_no_command_took_is_kept_with_the_last() -> None:
    done = Command(Verb.ACTIONS, op="done", number=1, text="two signed", line="done 1: two signed")
    found = given_(done, text=f"done 1: two signed\n\nprivate: {SECRET}").commands[0]
    assert found.private == (SECRET,)
    assert found.text == "two signed"


@given(st.text(max_size=300), st.text(max_size=100))
def test_no_text_breaks_the_split_and_what_is_private_is_not_open(whole: str, words: str) -> None:
    said = split(whole).of(words)
    assert said == Split(words) or said.private


@given(st.sampled_from(MARKED), st.sampled_from(["she helped.\n{}", "{}", "she helped.\n\n{}\n\nfine"]))
def test_no_marked_secret_stays_in_the_open_part(marked: str, around: str) -> None:
    words = around.format(marked.format(SECRET))
    assert SECRET not in split(words).of(words).public
