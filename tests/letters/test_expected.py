"""Every letter as its reader gets it: one file a letter in `expected/`, so that a changed letter is a visible change.

`UPDATE_LETTERS=1 pytest tests/letters` writes the files anew; read the difference aloud before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from letters.stories import letters
from letters.story import names, shown

EXPECTED = Path(__file__).parent / "expected"
UPDATE = bool(os.environ.get("UPDATE_LETTERS"))


def _file(template: str) -> Path:
    return EXPECTED / f"{template.replace('/', '.')}.txt"


@pytest.mark.parametrize("template", sorted(letters()))
def test_a_letter_reads_as_expected(template: str) -> None:
    text = shown(letters()[template])
    if UPDATE:
        EXPECTED.mkdir(exist_ok=True)
        _file(template).write_text(text, encoding="utf-8")
    assert text == _file(template).read_text(encoding="utf-8")


def test_no_expected_letter_is_left_over() -> None:
    assert {path.name for path in EXPECTED.glob("*.txt")} == {_file(template).name for template in letters()}


def test_every_kind_of_letter_to_a_person_of_the_search_is_shown() -> None:
    """The stories bring all of them: a new template needs a story."""
    elsewhere = {"person/move_request", "person/progress", "person/recap"}  # their practices' tests show them
    assert set(names("person")) - set(letters()) <= elsewhere
