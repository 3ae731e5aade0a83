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


@pytest.mark.parametrize(
    "text",
    [
        "<!-- private notes -->\nSECRET\n- SECRET",
        "<!-- not for Minerva: -->\nSECRET",
        "<!-- Private, keep from Minerva -->\nSECRET",
        "%% private section %%\nSECRET",
        "{{private section}}\nSECRET",
        "- [[private notes]]: SECRET",
        "SECRET <!-- don't share this with Minerva -->",
        "SECRET %% not for Minerva's eyes %%",
        "SECRET ~~don't tell Minerva~~",
        "## Talk <!-- private, not for the recap -->\n- SECRET",
        "~~x~~ 🔒\nSECRET",
        "- ~~call Lee~~ 🔒\n  - SECRET",
        "<!-- id:12 --> - private: x\n  - SECRET",
        "%% SECRET. And the budget is confidential %%",
    ],
)
def test_a_fence_that_marks_what_is_around_it_goes_on_marking_it(text: str) -> None:
    assert "resigns in May" not in split_private(text.replace("SECRET", "resigns in May"))[0]


@pytest.mark.parametrize(
    "text",
    [
        "private: at quarter end private funding runs out, she may have to sell",
        "private: by month end private talks begin with Acme",
        "private: I may end private lessons with Lee, he drinks",
        "confidential: they will end confidential talks with Acme on Friday, price is 40 million",
    ],
)
def test_words_that_only_sound_like_the_end_of_a_dictated_part_end_nothing(text: str) -> None:
    assert split_private(text)[0].strip() == ""


def test_a_dictated_part_ends_where_it_is_said_to() -> None:
    public, private = split_private("private colon she may leave end private we agreed on three tiers")
    assert public.strip() == "we agreed on three tiers"
    assert any("she may leave" in piece for piece in private)
