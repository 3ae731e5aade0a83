"""The shapes of notes: bullets, prose, tables, Markdown, wrapped lines, minutes of many, notes from a phone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes import notes

NOW = Moment(datetime(2026, 11, 18, 20, tzinfo=UTC), "Europe/Madrid")


def read(text: str) -> Notes:
    return notes(text, NOW, protege="Ada Byron", mentor="Minerva McGee")


def tasks(text: str) -> list[str]:
    return [one.text for one in read(text).actions]


def test_a_sentence_that_a_mail_program_wrapped_is_one() -> None:
    found = read(
        "We spoke about pricing for a long time, and I promised to send her"
        " the new price\nsheet by 27 November. It was good."
    )
    assert [(one.owner, one.due) for one in found.actions] == [("me", date(2026, 11, 27))]
    assert found.points[-1] == "It was good."


def test_one_sentence_may_hold_a_task_of_each() -> None:
    found = read("I'll send the deck by Friday, and Minerva will introduce me to Lee.")
    assert [(one.owner, one.due) for one in found.actions] == [("me", date(2026, 11, 20)), ("mentor", None)]


@pytest.mark.parametrize(
    "head",
    [
        "## Action items",
        "**Actions**",
        "Next steps:",
        "TO DO",
        "À faire :",
        "Aufgaben:",
        "✅ Action items",
        "3. Actions",
    ],
)
def test_below_a_heading_for_actions_every_item_is_one(head: str) -> None:
    assert tasks(f"Prices\n\n{head}\n- the memo\n- a room\n\n## Other\n- not this") == ["the memo", "a room"]


def test_a_list_of_actions_ends_where_prose_begins() -> None:
    found = read("Action items\n- the memo\n\nIt was a good talk in all.")
    assert [one.text for one in found.actions] == ["the memo"]
    assert found.points == ("It was a good talk in all.",)


def test_a_table_says_who_and_when_in_any_order() -> None:
    found = read(
        "| Owner | Task | Due | Status |\n|--|--|--|--|\n| Ada | memo | 27 Nov"
        " | open |\n| Minerva | deck | tbc | |\n| Ada | old one | | done |"
    )
    assert [(one.text, one.owner, one.due) for one in found.actions] == [
        ("memo", "me", date(2026, 11, 27)),
        ("deck", "mentor", None),
    ]


def test_marks_win_over_guesses() -> None:
    assert tasks("- ask more questions\n- AI: Ada -> send the memo\n- read the room") == ["send the memo"]


MINUTES = """\
# Board meeting

Board members in attendance:
- Carla
- Dario
- Edda
- Ada Byron

## Prices
- Carla: I will look at the prices again
- We will put a banner on the page
- update the page
- TODO is a long word
- ACTION: Carla to send the numbers
- [ ] Dario: book the hall
- Ada will write the memo by 27 November

## Action items
- Edda: update the bylaws
- none
"""


def test_in_minutes_of_many_only_marks_and_the_protege_by_name_count() -> None:
    found = read(MINUTES)
    assert [(one.text, one.owner, one.other) for one in found.actions] == [
        ("Carla to send the numbers", "", "Carla"),
        ("Dario: book the hall", "", ""),
        ("Ada will write the memo by 27 November", "me", ""),
        ("Edda: update the bylaws", "", "Edda"),
    ] or [one.text for one in found.actions] == [
        "Carla to send the numbers",
        "Dario: book the hall",
        "Ada will write the memo by 27 November",
        "Edda: update the bylaws",
    ]


def test_the_next_meeting_is_the_first_words_with_a_date() -> None:
    found = read("Let's talk again soon?\nNext: 3/12 16:00")
    assert found.next_start == datetime.fromisoformat("2026-12-03 16:00")
    assert read("**Next meeting:** 3 December, 16:00").next_start == datetime.fromisoformat("2026-12-03 16:00")
    assert read("Minerva: When do we speak again?\nAda: hm\nMinerva: fine\nAda: on 3 December at 16:00").next_meeting


def test_due_at_the_next_meeting_is_its_day() -> None:
    found = read("I'll bring the numbers to the table by the next meeting.\nNext meeting: 3 December 16:00")
    assert found.actions[0].due == date(2026, 12, 3)
    assert read("I'll bring the numbers by the next meeting.").actions[0].due is None


def test_the_day_before_is_counted_from_the_day_just_named() -> None:
    found = read("I'm presenting on 3 December. Minerva will do a dry run with me the day before.")
    assert found.actions[0].due == date(2026, 12, 2)


def test_a_title_with_a_day_says_when_the_talk_was() -> None:
    assert read("# Minerva 2026-11-16\n- prices").held == date(2026, 11, 16)
    assert read("We talked about 16 November, and prices.").held is None


def test_the_same_words_give_the_same_answer() -> None:
    assert read(MINUTES) == read(MINUTES)


@pytest.mark.parametrize(
    "piece",
    [
        "- Ada: send the memo by 4 Dec\n",
        "A:\n",
        "<a> b\n",
        "< > b\n",
        '"' * 90 + "s is a reply\n",
        "e  y  e  " * 9 + "dan zo\n",
        "I will go, and she will go, and I will go. ",
        "| a ",
        "(private ",
        "[ ] ",
        "next meeting 4 Dec\n",
    ],
)
def test_a_hundred_kilobytes_of_anything_are_read(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    assert len(read(text).actions) <= 200
