"""Long mails answer in a sentence or two; what chats around it means nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.answers.chatter import without_chatter
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 11, 18, 9, tzinfo=UTC), "Europe/Berlin")
NEWS = (
    "The swallows came back under the roof this morning and the whole workshop stopped to look. I read your mail"
    " between two calls with the port, where a ship waits for beans, and I laughed about the graph. It rained all week."
    " My brother says the radio is stuck on the football."
)


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("I would be glad to help; come by on Thursday at 10.", Meaning.YES),
        ("I must decline, I am afraid.", Meaning.NO),
        ("The harvest takes all of me, therefore come back to me on 11 May.", Meaning.LATER),
        ("I have no capacity at present, and I cannot foresee when I will.", Meaning.NOT_NOW),
        ("Tell me please, do you want to learn the craft or the trade?", Meaning.QUESTION),
        ("Please do not write to me again.", Meaning.STOP),
    ],
)
def test_a_long_mail_means_what_its_one_answering_sentence_means(said: str, meaning: Meaning) -> None:
    for text in (f"{said} {NEWS}", f"{NEWS} {said}"):
        found = answer(text, NOW)
        assert (found.meaning, found.certain) == (meaning, True), text


def test_the_day_to_come_back_on_stands_in_the_sentence_that_answers() -> None:
    assert answer(f"{NEWS} Come back to me on 11 May.", NOW).until == date(2027, 5, 11)


def test_a_short_mail_has_no_chatter() -> None:
    few = ["The swallows came back.", "It rained."]
    assert without_chatter(few) is few


def test_a_long_mail_that_is_all_chatter_keeps_its_words() -> None:
    news = ["The mangoes are wonderful and the new jetty finally has its lamps."] * 8
    assert without_chatter(news) == news


def test_what_somebody_cannot_do_is_never_chatter() -> None:
    long = ["The mangoes are wonderful and the new jetty finally has its lamps."] * 8
    assert without_chatter([*long, "The programme is closed, there is no capacity."]) == [
        "The programme is closed, there is no capacity."
    ]


@pytest.mark.parametrize(
    "told",
    [
        "My mate Gus says hello to you and to everybody.",
        "I found the old atlas in the loft.",
        "I never knew that you had kept the drawing.",
        "Their daughter has retired now and is busy with the garden.",
        "None of them agree.",
    ],
)
def test_greetings_and_what_was_or_others_do_are_chatter(told: str) -> None:
    assert told not in without_chatter([*NEWS.split(". "), told, "I must decline."])


@pytest.mark.parametrize(
    "said",
    [
        "I have decided to take nobody on.",
        "I read it, but I cannot help you.",
        "I was glad of it and would like to talk.",
        "Please tell me more of it.",
    ],
)
def test_what_answers_is_kept_however_it_begins(said: str) -> None:
    assert said in without_chatter([*NEWS.split(". "), said])


def test_an_hour_of_a_story_under_thanks_is_no_appointment() -> None:
    assert not answer(f"{NEWS} Tonight I'm opening a bottle. Thank you for sending it.", NOW).certain


def test_a_day_of_a_story_is_no_day_to_ask_again_on() -> None:
    found = answer(f"{NEWS} We have the builders in since August, so that is the week gone.", NOW)
    assert not (found.certain and found.meaning is Meaning.LATER)
