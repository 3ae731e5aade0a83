"""Whoever the protégé is: their name, spoken to, is no part of the answer."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.answers.addressing import unaddressed
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 10, 7, 9, tzinfo=UTC), "Europe/Berlin")


@pytest.mark.parametrize("name", ["Ada", "Siobhán", "Wei", "May"])
@pytest.mark.parametrize(
    ("text", "meaning"),
    [("No, {0}.", Meaning.NO), ("Thanks, {0}!", Meaning.THANKS), ("{0}, yes, gladly.", Meaning.YES)],
)
def test_a_name_changes_no_answer(name: str, text: str, meaning: Meaning) -> None:
    assert answer(text.format(name), NOW, (name,)).meaning is meaning


def test_who_is_spoken_of_stays() -> None:
    assert unaddressed("Ada should ask Ada Lovelace's nephew", ("Ada",)) == "Ada should ask Ada Lovelace's nephew"


@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_and_any_names_give_a_text(text: str, names: list[str]) -> None:
    assert isinstance(unaddressed(text, tuple(names)), str)
