"""What was decided, as people write it in notes: labels, headings, columns and sentences; and what only sounds so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes import notes
from assistant.reading.notes.decisions import is_decision, is_label, is_labelled, is_seal

AROUND = "Talked about the budget.\n{}\n\nShe is at a fair on 1 October.\n"


def read(text: str) -> Notes:
    moment = Moment(datetime(2026, 9, 15, 17, tzinfo=UTC), "Europe/London")
    return notes(AROUND.format(text), moment, protege="Ben Carter", mentor="Minerva McGee")


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("D: no more work on Sundays", ["no more work on Sundays"]),
        ("DEC - pitch to the jury in person", ["pitch to the jury in person"]),
        ("[DECISION] I stay with the small team.", ["I stay with the small team."]),
        ("✅ Decided: cap the group at six", ["cap the group at six"]),
        ("Decided today: no second course", ["no second course"]),
        ("Decision 1: drop French\nDecision 2: keep German", ["drop French", "keep German"]),
        ("Consensus: print it in May", ["print it in May"]),
        ("Verdict: the short version wins", ["the short version wins"]),
        ("What we settled on\n- one page a week\n- no slides", ["one page a week", "no slides"]),
        ("decisions:\n  - keep the name\nnext_meeting: 6 October 10:00", ["keep the name"]),
        ("| Topic | Decision |\n|---|---|\n| Course | the evening one |", ["Course: the evening one"]),
        ("Beschluss / decision: the exam comes first", ["the exam comes first"]),
        ("Ustalono: zostaję w zespole", ["zostaję w zespole"]),
        ("Ficou assente: nada de horas extra", ["nada de horas extra"]),
        ("Päätetty: ei uusia kursseja", ["ei uusia kursseja"]),
        ("Decisions: none", []),
        ("Outcome: connected", []),
    ],
)
def test_a_label_heading_or_column_says_what_was_decided(said: str, decided: list[str]) -> None:
    assert list(read(said).decisions) == decided


@pytest.mark.parametrize(
    "said",
    [
        "We've landed on a three-month trial.",
        "Minerva and I agreed that the title stays.",
        "In the end we opted for the internal role.",
        "We came down on the side of the smaller flat.",
        "The plan is now fixed, two days at home.",
        "It's final: I turn down the posting.",
        "so we decided it: two themes, no more",
        "We have chosen Friday mornings for deep work.",
        "I decided not to apply to Oslo.",
        "Wir haben uns auf Teilzeit geeinigt.",
        "We hebben voor het kleine huis gekozen.",
        "Quedamos en que no cambio de equipo.",
        "Nous avons tranché, je reste.",
    ],
)
def test_a_sentence_says_what_was_decided(said: str) -> None:
    found = read(said)
    assert [said.endswith(one) for one in found.decisions] == [True]
    assert found.actions == ()


def test_a_word_that_seals_the_sentence_before_it_makes_that_a_decision() -> None:
    assert read("No relocation this year. Settled.").decisions == ("No relocation this year.",)


@pytest.mark.parametrize(
    "said",
    [
        "I haven't decided about Oslo.",
        "We did not agree on the title.",
        "They decided to close her office.",
        "She decided years ago never to manage people again.",
        "We may decide in May.",
        "To decide: the title",
        "Options: stay, move teams, or leave. No decision yet.",
        "She thinks I should leave. Maybe a course would help.",
        "Minerva and I went for lunch.",
        "We agreed to meet on 6 October at 10.",
    ],
)
def test_what_is_open_thought_or_others_own_is_no_decision(said: str) -> None:
    assert read(said).decisions == ()


def test_what_was_agreed_that_somebody_does_is_a_task() -> None:
    found = read("Agreed that Minerva will read the draft by Friday.")
    assert ([one.owner for one in found.actions], found.decisions) == (["mentor"], ())


def test_dec_is_a_decision_and_the_month_is_not() -> None:
    assert (is_label("DEC"), is_label("Dec"), is_label("dec 3")) == (True, False, False)


@given(st.text(max_size=300))
def test_any_words_are_read_without_harm(text: str) -> None:
    is_decision(text)
    is_labelled(text)
    is_label(text)
    is_seal(text)
