"""Names typed without capitals get them; whoever typed one meant it so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.words.naming import named


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("minerva mcgonagall", "Minerva McGonagall"),
        ("minerva m", "Minerva M"),
        ("lee  park", "Lee Park"),
        ("ludwig van der berg", "Ludwig van der Berg"),
        ("van morrison", "Van Morrison"),
        ("maria de la cruz", "Maria de la Cruz"),
        ("siobhan o'neill-macdonald", "Siobhan O'Neill-Macdonald"),
        ("jean-luc d'arc", "Jean-Luc D'Arc"),
        ("li du", "Li Du"),
        ("élodie durand", "Élodie Durand"),
        ("mcgee", "McGee"),
        ("mcu", "Mcu"),
        ("山田 太郎", "山田 太郎"),
    ],
)
def test_a_name_without_capitals_gets_them(typed: str, name: str) -> None:
    assert named(typed) == name


@pytest.mark.parametrize("typed", ["DeShawn di Marco", "LEE PARK", "bell hooks III", "Minerva mcgee", "danah Boyd", ""])
def test_a_name_with_capitals_stays_as_it_was_typed(typed: str) -> None:
    assert named(typed) == typed


@given(st.text(max_size=80))
def test_only_the_size_of_letters_ever_changes(typed: str) -> None:
    assert named(typed).lower() == " ".join(typed.split()).lower()


@given(st.text(max_size=80))
def test_a_name_that_was_mended_is_not_mended_again(typed: str) -> None:
    assert named(named(typed)) == named(typed)
