"""Rows of the digest that no first digest has: what waits for the protégé, as they read it."""

from __future__ import annotations

from letters.story import shown, written


def test_an_answer_of_which_nobody_has_said_what_it_means_heads_the_digest() -> None:
    story = written()
    story.person("minerva", "Hm, well, you see.")
    story.days(1)
    assert story.told is not None
    assert shown(story.told) == (
        "Subject: What waits, Wed 4 Nov\n\n"
        "- Minerva McGee answered, and I am not sure what it means, on Tue 3 Nov. Reply SHOW Minerva McGee to see what "
        "Minerva wrote and say whether it is a YES, LATER or NO.\n\n"
        "One next step: see what Minerva wrote and say whether it is a YES, LATER or NO. Reply SHOW Minerva McGee\n\n"
        "[Answer Minerva] SHOW Minerva McGee\n[Status] STATUS\n"
    )
