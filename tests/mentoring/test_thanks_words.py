"""Thanks that say for what, and promises that name their day once (practices.md P105, P130; letters.md)."""

from __future__ import annotations

import pytest
from mentoring.people import AGREED, POLICY, Desk, ada, minerva

from assistant.mentoring import checks
from assistant.mentoring.command import Verb
from assistant.mentoring.letters import Draft, Kind, Letter
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import recap
from assistant.mentoring.words.phrases import addressed, promised, task_of


@pytest.mark.parametrize(
    "words",
    [
        "I will send the memo by next week",
        "I will send the memo next week",
        "I will send the memo by Friday",
        "I will send the memo on Fri 20 Nov",
        "I will send the memo by the end of next week",
        "I will send the memo, by Friday next week",
        "I will send the memo by next week, by Friday",
        "I will send the memo tomorrow",
        "I will send the memo this Friday",
        "I will send the memo before 4 December",
        "I will send the memo (by 4 Dec)",
    ],
)
def test_a_promise_with_a_day_of_its_own_loses_the_days_in_its_words(words: str) -> None:
    assert task_of(words, dated=True) == "send the memo"
    assert promised(words, "Minerva", dated=True) == "send the memo"


@pytest.mark.parametrize(
    "words", ["read the book on Sunday trading", "write about the next week's launch", "call the Friday group"]
)
def test_a_day_that_is_no_date_stays(words: str) -> None:
    assert task_of(f"I will {words} by 4 December", dated=True) == words


def drafted(used: str = "") -> Letter:
    """The mentor's version of the notes of a talk."""
    desk = Desk(ada(minerva(Stage.ACTIVE, agreement=AGREED)))
    text = "notes: We talked about tiers."
    desk.says(recap.notes_command, Verb.NOTES, text=text.partition(": ")[2])
    if used:
        desk.says(recap.correct, Verb.RECAP, op="used", text=used)
    return desk.draft


@pytest.mark.parametrize(
    ("used", "line"),
    [
        ("I asked two customers what it is worth to them.", "I asked two customers what it is worth to them."),
        ("her question on value", "thank you for our talk, and for your question on value."),
        ("asked two customers her question on value", "I asked two customers your question on value."),
        ("her list changed how I plan", "Your list changed how I plan."),
    ],
)
def test_what_was_used_stands_in_a_whole_sentence(used: str, line: str) -> None:
    assert line in drafted(used).text


def hits(text: str, kind: Kind = Kind.RECAP) -> list[str]:
    desk = Desk()
    draft = Draft("d", "person/recap", kind, to_protege=False, thread="person/minerva", at=desk.now, person="minerva")
    found = checks.check(desk.book, draft, "Thank you", f"Hi Minerva,\n\n{text}\n\nAda Byron", POLICY)
    return [hit.rule for hit in found]


@pytest.mark.parametrize(
    "text",
    [
        "thank you for Thursday.",
        "thank you for our talk.\n\nI'll send the memo by Fri 4 Dec.",
        "late, but not forgotten: thank you for Thu 5 Nov.",
        "Thank you so much for your valuable time and insights.",
        "thanks for the meeting on Tuesday!",
        "thank you for the talk on Thu 5 Nov.\n\nI'll take it from here by myself, and I wish you well.",
    ],
)
def test_thanks_for_nothing_in_particular_are_held_and_a_better_way_is_shown(text: str) -> None:
    assert "P130" in hits(text)
    assert "P130" in hits(text, Kind.THANKS)
    assert "P130" not in hits(text, Kind.ANSWER)


@pytest.mark.parametrize(
    "text",
    [
        "thank you for Thursday. I asked two customers your question on value.",
        "thank you for our talk, and for your question on value.",
        "thank you. You introduced me to Lee and I got the pilot.",
        "thank you for telling me so plainly. I wish you well.",
        "thank you for pointing me on to Lee. I will write, and I'll tell you what came of it.",
        "thank you for our talk.\n\nWhat I took from it: price the outcome.",
    ],
)
def test_thanks_for_one_thing_pass(text: str) -> None:
    assert "P130" not in hits(text)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("she told me that she leaves in May", "you told me that you leave in May"),
        ("she does not stop", "you do not stop"),
        ("she doesn't lead, she has a list", "you don't lead, you have a list"),
        ("she is kind and her list helped", "you are kind and your list helped"),
        ("he tries hard", "you try hard"),
        ("she's been great", "you have been great"),
        ("she's right", "you are right"),
        ("she never stops asking", "you never stop asking"),
        ("she will come", "you will come"),
        ("she discusses it", "you discuss it"),
    ],
)
def test_a_verb_goes_with_its_new_subject(said: str, told: str) -> None:
    assert addressed(said, "Minerva") == told


def test_a_thing_that_i_promise_is_no_thanks_for_something() -> None:
    assert "P130" in hits("thank you for our talk.\n\nFrom me: one slide with the three tiers by Fri 18 Dec.")
