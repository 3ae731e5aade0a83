"""A mail that was written from a draft is known by its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.likeness import likeness, resembles

DRAFT = (
    "Hi Minerva,\n\nyour ProductConf talk on pricing made my team drop our free tier in March.\n\n"
    "Would you have twenty minutes, by video, to tell me how you chose your first pricing project?\n\nAda Byron"
)


def test_the_draft_itself_and_one_with_a_few_changes_are_alike() -> None:
    assert likeness(DRAFT, DRAFT) == 1
    assert resembles(DRAFT, DRAFT.replace("Hi Minerva", "Dear Minerva").replace("in March", "this spring, all of it"))


def test_half_of_it_with_an_own_opening_is_alike() -> None:
    assert resembles(DRAFT, "Dear Minerva, how was Lisbon? " + DRAFT.partition("\n\n")[2].partition("\n\n")[2])


def test_another_mail_by_the_same_person_is_not() -> None:
    assert not resembles(DRAFT, "Hi Minerva, would you have the slides of your talk on pricing? Thanks, Ada Byron")
    assert not resembles(DRAFT, "")
    assert not resembles("", DRAFT)


@given(st.text(), st.text())
def test_likeness_is_a_share(draft: str, mail: str) -> None:
    assert 0 <= likeness(draft, mail) <= 1
