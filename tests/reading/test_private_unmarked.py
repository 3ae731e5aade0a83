"""A private line is read back by its writer without its mark, and no other word of it is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.privacy import split_private, unmarked


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ("private: she leaves", "she leaves"),
        ("(private: she leaves)", "she leaves"),
        ("- [ ] private: call (him)", "call (him)"),
        ("private: 🔒 my review", "my review"),
        ("~~I hate it~~", "I hate it"),
        ("[[my own view]]", "my own view"),
        ("<!-- my own view -->", "my own view"),
        ("<private>my own view</private>", "my own view"),
        ("Keep this to yourself: the merger", "the merger"),
        ("vertraulich - ein Headhunter (Köln)", "ein Headhunter (Köln)"),
        ("nur für mich: ich kündige", "ich kündige"),
        ("she leaves (off the record)", "she leaves"),
        ("she leaves // private", "she leaves"),
        ("off the record, she said no", "she said no"),
    ],
)
def test_a_mark_before_or_behind_its_words_is_not_read_back(piece: str, said: str) -> None:
    assert unmarked(piece) == said


@pytest.mark.parametrize(
    "piece", ["don't tell Minerva but I signed", "she told me privately: x", "48k a year", "private", "it is private."]
)
def test_a_mark_within_its_sentence_stays(piece: str) -> None:
    assert unmarked(piece) == piece


@given(st.text(alphabet="ab (){}[]<>~%|/-*:.🔒\n", max_size=60), st.sampled_from(["", "private: ", "(just for me) "]))
@settings(deadline=None)
def test_no_word_but_the_mark_is_lost(words: str, mark: str) -> None:
    assert re.findall("[ab]+", unmarked(f"{mark}{words}"))[-1:] == re.findall("[ab]+", words)[-1:] or mark


def test_a_link_to_a_page_is_no_aside() -> None:
    said = "We spoke about [[Minerva]] and [[Project Apollo]]."
    assert split_private(said) == (said, ())


def test_an_item_of_which_only_its_box_is_left_is_gone() -> None:
    assert split_private("- [ ] ~~the flat is sold~~\n- [ ] call Lee") == ("- [ ] call Lee", ("~~the flat is sold~~",))


def test_the_mentors_name_is_known_in_small_letters_where_the_caller_knows_it() -> None:
    said = "we met\n\nI hide it from minerva for now"
    assert split_private(said)[1] == ()
    assert split_private(said, "Minerva Marsh")[1] == ("I hide it from minerva for now",)
