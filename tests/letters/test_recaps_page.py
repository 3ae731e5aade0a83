"""`docs/recaps.md`: four very different notes, and the recap and the mentor's version that come of them.

`UPDATE_LETTERS=1 pytest tests/letters/test_recaps_page.py` writes the page anew; read it aloud as Minerva would.
"""

from __future__ import annotations

import os
from pathlib import Path

from letters.stories_meetings import met
from letters.story import shown

PAGE = Path(__file__).parents[2] / "docs" / "recaps.md"
HEAD = """\
# From notes to recaps

What Ada sends after her coffee with Minerva, in four of the many ways in which people write, what she gets back, and
what Minerva gets once Ada has said SEND. A test writes this page (`tests/letters/test_recaps_page.py`), so it is true.
"""
NOTES = (
    (
        "From a phone, on the way home",
        (
            "Nobody is named for the interviews; the notes read as if they were Ada's, so she is asked. Her answer"
            " corrects a day and gives the thanks in the same line."
        ),
        (
            "minerva coffee\n- price is a talk not a number!!\n- stop discounting in the 1st call\n"
            "- book 2 customer interviews this week\n- gonna send her the price sheet by wed\n"
            "- she'll intro me to Lee in finance\n- next: 3 dec 4pm\n(private: she might leave Acme in spring)"
        ),
        ("1 mine. 2 is due thu 19 nov. used: her question about what a customer would miss",),
    ),
    (
        "Prose, late in the evening",
        (
            "Every task is a sentence here. The condition is no task, the view is a point, the private paragraph"
            " stays apart; one more line is made private afterwards, and a decision is put right."
        ),
        (
            "Had a good hour with Minerva. She thinks my case needs numbers before"
            " it needs friends, and she told me how her "
            "own first proposal failed.\nI promised to send her the promotion case"
            " by 24 November, and she offered to read it "
            "over the weekend after. If the pilot works out, I'll ask my manager for more time. We agreed that I drop"
            " the second project until March.\nLet's meet again on 10 December at 15:00.\n\n"
            "Off the record: her team will be merged with ours."
        ),
        (
            "don't tell her about the pilot. the decision is wrong: I drop the second project until April",
            "add: I call two customers by 27 nov. used: her story of the first proposal made me cut mine in half",
        ),
    ),
    (
        "Minutes in Markdown",
        "The table names both, so the row without a name stays open and is asked for.",
        (
            "# Minerva 2026-11-12\n\n**Attendees:** Ada Byron, Minerva McGee\n\n##"
            " Topics\n- Tiers: three are enough\n- Who says no?\n\n"
            "## Decisions\n- Drop the free tier\n\n## Action items\n\n| What | Who | Due |\n|------|-----|-----|\n"
            "| Memo on the three tiers | Ada | 20 Nov |\n| Questions for the ten customers | Minerva | 24 Nov |\n"
            "| Room for the workshop | | |\n\n## Open questions\n- Who owns pricing"
            " after March?\n\n**Next meeting:** 10 December, 15:00"
        ),
        ("3 is mine, due 27 Nov. USED: her rule of three",),
    ),
    (
        "Two languages, in bullets with owners",
        (
            "Written in a café, half in German. Owners stand in brackets and before colons; what “her” means is asked,"
            " since Lee stands before it. A letter in English quotes what is not; Ada puts one line in English."
        ),
        (
            "- Preis zuerst, dann Nutzen\n- drei Varianten reichen: the middle one sells\n"
            "- Ada: one slide with the three tiers by 20 Nov\n- Minerva: send her old price list by 25 Nov\n"
            "- I will ask Lee about her pilot by 27 Nov\n- Zahlen vom Pilot schicken (Ada, by 30 Nov)\n"
            "- Ich rufe die zwei Kunden bis 1. Dezember an\n"
            "- privat: sie wirkt müde\n- we meet again in three weeks"
        ),
        (
            "3 should say ask Lee about the pilot. 3 is for goal 1. 4 should say send the numbers of the pilot",
            "USED: her middle tier, which two customers chose",
        ),
    ),
)


def page() -> str:
    parts = [HEAD]
    for title, remark, notes, more in NOTES:
        story = met()
        recap = story.ada(notes)
        assert recap is not None
        parts += [f"## {title}", remark, "Ada writes:", quoted(notes), "She gets:", quoted(shown(recap))]
        for words in more:
            story.ada(words)
        said = " and then ".join(f"`{words}`" for words in more)
        parts += [f"She answers {said}. The draft for Minerva:", quoted(shown(story.draft))]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def quoted(text: str) -> str:
    return "```text\n" + text.strip("\n") + "\n```"


def test_the_page_of_recaps_is_true() -> None:
    found = page()
    if os.environ.get("UPDATE_LETTERS"):
        PAGE.write_text(found, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == found


def test_nothing_private_stands_in_any_letter_of_the_page_to_minerva() -> None:
    for _title, _remark, notes, more in NOTES:
        story = met()
        story.ada(notes)
        for words in more:
            story.ada(words)
        for letter in story.seen:
            assert letter.to_protege or not any(
                word in letter.text for word in ("leave Acme", "merged", "record", "müde", "the pilot works")
            )
