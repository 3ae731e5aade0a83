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


@pytest.mark.parametrize("folder", ["invite", "person", "protege"])
def test_every_template_is_shown_by_some_story(folder: str) -> None:
    """A new template needs a story: what nobody has read aloud is not ready to be sent."""
    assert set(names(folder)) - set(letters()) == set()
