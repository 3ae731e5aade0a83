"""A stop is made of word classes: what is denied, ended or taken away reaches its writer, and it is a wish."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.answers.stop_grammar import stops_by_grammar
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 11, 18, 9, tzinfo=UTC), "Europe/Berlin")


def _lines(name: str) -> list[str]:
    return [line for line in (Path(__file__).parent / f"{name}.txt").read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("text", _lines("stop_drawn"))
def test_a_stop_in_any_mood_and_language_is_found(text: str) -> None:
    assert answer(text, NOW).meaning is Meaning.STOP


@pytest.mark.parametrize("text", _lines("like_a_stop"))
def test_what_looks_like_a_stop_is_never_acted_on_as_one(text: str) -> None:
    found = answer(text, NOW)
    assert found.meaning is not Meaning.STOP or not found.certain


def test_most_stops_are_certain_and_most_others_are_not_even_asked() -> None:
    sure = [text for text in _lines("stop_drawn") if answer(text, NOW).certain]
    asked = [text for text in _lines("like_a_stop") if answer(text, NOW).meaning is Meaning.STOP]
    assert (len(sure) >= 100, len(asked) <= 32) == (True, True), (len(sure), asked)


@pytest.mark.parametrize("who", ["me", "us", "my client", "Dr Osei"])
@pytest.mark.parametrize("wish", ["I would be grateful if you did not", "Kindly do not", "I must ask you never to"])
@pytest.mark.parametrize("verb", ["write to", "contact", "approach", "message"])
def test_wish_denial_and_contact_make_a_stop_whatever_the_words(wish: str, verb: str, who: str) -> None:
    assert stops_by_grammar(f"{wish} {verb} {who} again.") == "certain"


@pytest.mark.parametrize(
    "text",
    [
        "I did not receive any more messages after June.",
        "I won't write to you again.",
        "I can't stop writing letters.",
        "Don't forget my address.",
        "Please don't hesitate to write again.",
        "Please delete the slide with my name.",
        "Non ho ricevuto altre e-mail.",
    ],
)
def test_what_was_what_one_does_oneself_and_what_is_turned_round_is_none(text: str) -> None:
    assert stops_by_grammar(text) != "certain"


@pytest.mark.parametrize("limit", ["before Friday", "until the exam is over", "this week"])
def test_a_limit_makes_it_a_question(limit: str) -> None:
    assert stops_by_grammar(f"Please don't write to me again {limit}.") != "certain"


@pytest.mark.parametrize("act", ["lose", "forget", "erase", "cross out", "bin", "unlearn", "mislay"])
@pytest.mark.parametrize("what", ["address", "name", "number", "inbox", "details"])
def test_whatever_is_done_away_with_it_is_mine(act: str, what: str) -> None:
    assert stops_by_grammar(f"Kindly {act} my {what}.") == "certain"


@pytest.mark.parametrize("held", ["You have my name in some queue.", "Your machine has my address:"])
@pytest.mark.parametrize("order", ["Take it out.", "Please erase it.", "Let it forget it."])
def test_what_is_held_of_me_and_an_order_to_remove_it_stand_in_two_sentences(held: str, order: str) -> None:
    assert stops_by_grammar(f"{held} {order}")


@pytest.mark.parametrize(
    "text",
    [
        "Two mails are enough.",
        "It does not need a third.",
        "Don't make it a habit.",
        "Deux lettres suffisent.",
        "Dos correos bastan.",
        "Zwei Mails reichen.",
    ],
)
def test_who_counts_the_mails_may_want_no_more_of_them(text: str) -> None:
    assert stops_by_grammar(text) == "maybe"


@pytest.mark.parametrize("to", ["another person", "somebody else", "anybody but me", "any door but mine"])
def test_letters_that_shall_go_to_others_may_be_a_stop(to: str) -> None:
    assert stops_by_grammar(f"I'd be glad if your letters went to {to}.") == "maybe"


def test_nothing_that_you_could_write_is_perhaps_but_a_no() -> None:
    assert stops_by_grammar("Nothing you could write would interest me.") == "maybe"


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert stops_by_grammar(text) in {"certain", "maybe", ""}


WORDS = ["please", "no", "more", "mails", "not", "write", "me", "delete", "my", "address", ",", "ne", "plus", "if", "x"]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_its_words_is_read(words: list[str]) -> None:
    assert stops_by_grammar(" ".join(words)) in {"certain", "maybe", ""}
