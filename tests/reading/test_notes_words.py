"""The parts that notes are read with: days in other tongues, drawn tables, turns of a talk, dictated points."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.notes.cast import cast
from assistant.reading.notes.day_words import in_english
from assistant.reading.notes.doing import meant
from assistant.reading.notes.sentences import clauses, sentences
from assistant.reading.notes.spoken_points import with_points
from assistant.reading.notes.tables import barred
from assistant.reading.notes.tongues import promise
from assistant.reading.privacy import split_private
from assistant.reading.transcripts import in_turns

NAMES = cast("", "Ada Byron", "Minerva McGee")


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("bis Donnerstag", "by Thursday"),
        ("22. Mai, 11 Uhr", "22 May, at 11:00"),
        ("4.6. 15:00", "4 June 15:00"),
        ("después del 18 de mayo", "after 18 May"),
        ("d'ici vendredi", "by Friday"),
        ("le 15 décembre à 9h30", "le 15 December at 9:30"),
        ("até sexta", "by Friday"),
        ("in zwei Wochen", "in 2 weeks"),
        ("Sunday 5 April, 4 in the afternoon", "Sunday 5 April, 4 pm"),
        ("do 3 things so 4 people may see", "do 3 things so 4 people may see"),
        ("guten Morgen", "guten Morgen"),
    ],
)
def test_days_of_other_tongues_are_told_in_english(said: str, english: str) -> None:
    assert in_english(said) == english


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Ich schicke ihr den Plan", "me"),
        ("Je lui envoie les chiffres", "me"),
        ("Minerva fragt bei der Bank", "mentor"),
        ("Ella va a hablar con Lee", "mentor"),
        ("Minerva trouve mon plan trop long", ""),
        ("Wenn Lee zusagt, schicke ich den Plan", ""),
        ("Minerva hat den Plan geschickt", ""),
        ("send Minerva the plan", ""),
    ],
)
def test_promises_of_other_tongues_have_their_owner(line: str, owner: str) -> None:
    assert promise(line, NAMES, dated=True) == owner


def test_a_mistyped_verb_is_the_one_near_it_or_none() -> None:
    assert (meant("snds"), meant("shwos"), meant("thinks"), meant("is")) == ("sends", "shows", "", "")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("task,owner,due\ncall Lee,Ada,1 Dec", "| task | owner | due |\n| call Lee | Ada | 1 Dec |"),
        ("What  Who\ncall Lee  Ada", "| What | Who |\n| call Lee | Ada |"),
        ("Who: Ada\nWhat: call Lee", "| who | what |\n| Ada | call Lee |\n"),
        ("Action: call Lee\nIt rained.", "Action: call Lee\nIt rained."),
        ("We met, talked, and left.", "We met, talked, and left."),
    ],
)
def test_a_table_is_one_however_it_is_drawn(text: str, rows: str) -> None:
    assert barred(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Ada Byron  10:02 AM\nhello\nMinerva McGee  10:03 AM\nhi",
        "[18:02] Byron, Ada\nhello\n[18:03] McGee, Minerva\nhi",
        "0:00:04 Ada Byron\nhello\n0:00:07 Minerva McGee\nhi",
        "[15/10/2026, 20:02] Ada Byron: hello\n[15/10/2026, 20:03] Minerva McGee: hi",
        "WEBVTT\n00:01.000 --> 00:02.000\n<v Ada Byron>hello\n00:02.000 --> 00:03.000\n<v Minerva McGee>hi",
    ],
)
def test_turns_of_a_talk_are_one_line_each(text: str) -> None:
    lines = [line for line in in_turns(text).split("\n") if "->" not in line]
    assert lines == ["Ada Byron: hello", "Minerva McGee: hi"]


def test_points_that_were_dictated_are_points() -> None:
    assert with_points("we met comma and talked full stop") == "we met, and talked."
    assert with_points("the trial period is over") == "the trial period is over"


def test_a_line_that_says_only_when_one_meets_next_ends_what_is_private() -> None:
    assert (
        split_private("private: I leave\nNext meeting: 3 December, 16:00")[0].strip()
        == "Next meeting: 3 December, 16:00"
    )
    assert split_private("private: I leave\nNext meeting with the lawyer 3 December")[0].strip() == ""


@given(st.text(max_size=300))
@settings(deadline=None)
def test_no_word_of_a_text_is_lost_between_its_sentences_and_clauses(text: str) -> None:
    line = " ".join(text.split())
    said = " ".join(clause for sentence in sentences(line) for clause in clauses(sentence))
    assert {word for word in line.split() if word.isalpha() and len(word) > 5 and word.isascii()} <= set(
        said.replace(",", " ").replace(";", " ").split()
    ) | set(line.replace(":", " ").split()) & set(said.replace(":", " ").split())


@given(
    st.lists(
        st.sampled_from(["task,owner,due", "Who: z", "What: z", "z,z,z", "z  z", "a\tz", "", "z", "- z"]), max_size=12
    )
)
@settings(deadline=None)
def test_no_word_is_lost_when_a_table_is_drawn(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert barred(text).count("z") == text.count("z")


@given(
    st.lists(
        st.sampled_from(["10:02 Ada", "Ada 10:02 AM", "Ada: z", "[10:02] Ada: z", "10:02 z", "z", ""]), max_size=12
    )
)
@settings(deadline=None)
def test_no_word_is_lost_when_a_talk_is_put_in_turns(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert in_turns(text).count("z") == text.count("z")
