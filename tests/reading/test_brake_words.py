"""Words that hold back what goes: read freely, since at worst a letter waits for one word more."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands, guesses
from assistant.reading.commands.brakes import kind

GOES = at(thread="minerva", answering="goes")


@pytest.mark.parametrize(
    "words",
    ["cancel it", "Cancel that, please!", "I changed my mind", "stop it", "Please stop the letter", "abort", "drop it",
     "withdraw", "withdraw it", "hold it", "HALT!", "no don't", "no, don't do it", "NO NO NO", "never mind",
     "forget it",
     "don't", "Recall it", "undo send", "call it off", "Can you still cancel it?", "oh no, stop it", "stop stop it",
     "please cancel the letter, thanks", "Don't send it yet!", "don’t send it"],
)  # fmt: skip
def test_what_takes_a_letter_back(words: str) -> None:
    for reading in (GOES, THREAD, FRESH):
        command = one(words, reading)
        assert command.verb is Verb.SKIP
        assert command.op == "hold"
        assert command.ask == ""


@pytest.mark.parametrize(
    "words", ["wait", "wait a sec", "Wait, wait!", "hold on", "not yet", "not now!", "hang on a minute"]
)
def test_what_asks_for_time(words: str) -> None:
    command = one(words, GOES)
    assert (command.verb, command.op, command.day) == (Verb.SKIP, "later", None)
    assert command.ask


@pytest.mark.parametrize(
    "words", ["stop", "STOP!", "STOP STOP STOP", "please stop", "Stop, please", "stop. stop. stop."]
)
def test_a_bare_stop_is_the_big_one_and_under_a_letter_that_goes_it_is_asked(words: str) -> None:
    assert (one(words, GOES).verb, bool(one(words, GOES).ask)) == (Verb.STOP, True)
    assert (one(words, THREAD).verb, one(words, THREAD).op) == (Verb.STOP, "person")
    assert (one(words, FRESH).verb, one(words, FRESH).op) == (Verb.STOP, "")


@pytest.mark.parametrize(
    "words", ["oops", "that was a mistake", "wrong date", "let me think about it", "one moment", "not ready"]
)
def test_what_says_so_only_to_a_draft_or_a_letter_that_goes(words: str) -> None:
    assert one(words, GOES).verb is Verb.SKIP
    assert one(words, DRAFT).verb is Verb.SKIP
    assert one(words, FRESH).verb is Verb.UNKNOWN


@pytest.mark.parametrize(
    "words",
    ["can't wait", "Thanks, can't wait!", "don't worry", "no problem", "stop Minerva", "cancel next",
     "cancel the series",
     "don't write to Minerva", "skip", "no", "yes", "send it", "drop 2", "drop the compliment",
     "hold the coffee at ten"],
)  # fmt: skip
def test_what_is_no_brake_by_itself(words: str) -> None:
    assert kind(words) == ""


def test_the_code_says_which_letter() -> None:
    assert one("cancel K7Q2", FRESH).code == "K7Q2"
    assert one("UNDO K7Q2", FRESH).code == "K7Q2"


@pytest.mark.parametrize(
    "words",
    ["hold it until friday", "wait until Friday", "send it on friday instead", "not before friday",
     "cancel it until friday",
     "hold on until fri", "on friday instead", "make it friday", "Please hold the letter until Friday, thanks"],
)  # fmt: skip
def test_a_brake_with_a_day_is_a_later(words: str) -> None:
    command = one(words, GOES)
    assert (command.verb, command.op) == (Verb.SKIP, "later")
    assert f"{command.day}" == "2026-11-27"


def test_drop_it_under_a_draft_is_skip() -> None:
    assert one("drop it", DRAFT).op == "skip"
    assert one("drop it", GOES).op == "hold"


@pytest.mark.parametrize(
    "words", ["Hmm, is the date right? I'd rather not send it today", "There is a typo in it", "stop, I found a typo"]
)
def test_loose_words_offer_to_take_it_back_first(words: str) -> None:
    assert commands("", words, GOES)[0].verb is Verb.UNKNOWN
    assert guesses(words, GOES)[0].word == "UNDO"


# --- SEND among other words


def verbs(text: str) -> list[tuple[Verb, str]]:
    return [(c.verb, c.op) for c in commands("", text, DRAFT)]


def test_a_send_between_thanks_and_a_command_elsewhere_counts() -> None:
    said = "Perfect, thanks! SEND. And please also add Kofi Asante, kofi@example.org"
    assert [verb for verb, _ in verbs(said)] == [Verb.SEND, Verb.NEW_MENTOR]
    assert [verb for verb, _ in verbs("yes\nadd Kofi Asante kofi@example.org")] == [Verb.YES, Verb.NEW_MENTOR]


@pytest.mark.parametrize(
    "text",
    ["SEND. The second paragraph worries me. Add Kofi Asante, kofi@example.org", "SEND\nreach out to Lee",
     "SEND\nwhy: her talk", "SEND. I am not sure about the date."],
)  # fmt: skip
def test_a_send_that_does_not_count_is_said(text: str) -> None:
    found = verbs(text)
    assert Verb.SEND not in {verb for verb, _ in found}
    assert found[-1] == (Verb.UNKNOWN, "not_sent")


@pytest.mark.parametrize(
    "above", ["new mentor Kofi Asante kofi@example.org", "about Lee: his article helped", "about Lee: x\nand y"]
)
def test_a_send_on_its_own_line_is_never_swallowed_by_a_note_above(above: str) -> None:
    found = commands("", f"{above}\nSEND K7Q2", DRAFT)
    assert (found[-1].verb, found[-1].code) == (Verb.SEND, "K7Q2")
    assert "SEND" not in found[0].text


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("yes, but change 20% to 18%", "20%", "18%"),
        ("Change “free tier” to “free plan”.", "free tier", "free plan"),
        ("looks good, but please write 18% instead of 20%", "20%", "18%"),
        ("ok, but it should say Madrid, not Porto", "Porto", "Madrid"),
        ("20% should be 18%", "20%", "18%"),
    ],
)
def test_one_wording_for_another_is_a_change_of_the_draft(text: str, old: str, new: str) -> None:
    command = one(text, DRAFT)
    assert (command.verb, command.op, dict(command.fields)) == (Verb.EDIT, "swap", {"old": old, "new": new})


@pytest.mark.parametrize("text", ["yes, but the second sentence is too much", "good, except for the last line"])
def test_a_yes_with_a_wish_is_a_wish(text: str) -> None:
    command = one(text, DRAFT)
    assert (command.verb, command.op) == (Verb.EDIT, "edit")
    assert command.ask


def test_no_guess_sends_what_was_only_half_approved() -> None:
    for text in (
        "yes, but 20% is wrong",
        "send it, only without the date",
        "go ahead once the date is right, not before",
    ):
        assert "SEND" not in {guess.word for guess in guesses(text, DRAFT)}


@given(
    st.lists(
        st.sampled_from(["stop", "no", "wait", "cancel it", "please", ",", "!", "\n", "hold on", "oh", "send", "it"]),
        max_size=12,
    )
)
def test_a_brake_never_approves_and_any_mix_is_read(parts: list[str]) -> None:
    text = " ".join(parts)
    found = commands("", text, GOES)
    if kind(text):
        assert not {c.verb for c in found} & {Verb.SEND, Verb.YES}


def test_long_and_hostile_words_are_read_quickly() -> None:
    for text in (
        "please " * 3000,
        "no " * 3000,
        "cancel " * 400,
        "change a to b to c " * 300,
        "yes but " * 900,
        "stop! " * 2000,
    ):
        began = time.perf_counter()
        commands("", text, DRAFT)
        guesses(text, GOES)
        assert time.perf_counter() - began < 2
