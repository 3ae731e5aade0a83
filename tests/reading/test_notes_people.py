"""Whose a task of the notes is: before it, behind it, in the heading, by "I" and "you"; never inferred."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes import notes

NOW = Moment(datetime(2026, 11, 18, 20, tzinfo=UTC), "Europe/Madrid")


def read(text: str) -> Notes:
    return notes(text, NOW, protege="Ada Byron", mentor="Minerva McGee")


def owners(text: str) -> list[str]:
    return [one.owner for one in read(text).actions]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("ACTION: Ada to write the memo", "me"),
        ("AI -- Minerva send the deck", "mentor"),
        ("TODO(me): write the memo", "me"),
        ("- [ ] @minerva: read the deck", "mentor"),
        ("- [ ] AB finish the list", "me"),
        ("Action: send the deck (Minerva)", "mentor"),
        ("Action: write the memo -> me", "me"),
        ("Action: write the memo -> Ada, by Friday", "me"),
        ("Action: agree on names (Ada & Minerva)", "both"),
        ("Action item for Minerva: read the deck", "mentor"),
        ("[Minerva McGee] Read the deck", "mentor"),
        ("Aufgabe: Ada schreibt das Memo", "me"),
        ("- Minerva: send the checklist", "mentor"),
        ("- mail the form -> me, do it this week", "me"),
        ("I'll write the memo.", "me"),
        ("The memo I must write this week", "me"),
        ("need to send her the form by sunday", "me"),
        ("Minerva offered to read it", "mentor"),
        ("She'll introduce me to Lee", "mentor"),
        ("Minerva is happy to introduce me to Lee", "mentor"),
        ("She asked me to write the memo by Friday", "me"),
        ("We agreed that I'd write the memo", "me"),
        ("We'll draft it together", "both"),
    ],
)
def test_the_words_say_whose_it_is(line: str, owner: str) -> None:
    assert owners(line) == [owner]


def test_a_heading_names_the_owner_of_its_list() -> None:
    assert owners("Actions for Minerva:\n- read the deck\n\nMy actions:\n- write the memo") == ["mentor", "me"]
    assert owners("Action items\nAda:\n- write the memo\nMinerva:\n- read the deck") == ["me", "mentor"]


def test_a_task_of_somebody_else_carries_the_name_and_belongs_to_neither() -> None:
    (one,) = read("- [ ] Lee: send the pilot numbers").actions
    assert (one.owner, one.other) == ("", "Lee")


def test_a_task_without_a_name_stays_open_where_the_list_names_both() -> None:
    found = read("Action items\n- Ada: write the memo\n- Minerva: read the deck\n- book a room")
    assert [(one.owner, one.guessed) for one in found.actions] == [("me", False), ("mentor", False), ("", False)]


def test_a_task_without_a_name_beside_the_mentors_is_a_guess_to_be_confirmed() -> None:
    found = read("- book a mock interview\n- Minerva: share her plan")
    assert [(one.owner, one.guessed) for one in found.actions] == [("me", True), ("mentor", False)]


def test_in_the_mentors_mail_you_are_the_protege() -> None:
    found = read(
        "From: Minerva McGee <minerva@example.org>\nDate: Wed, 18 Nov 2026\n\nTo"
        " recap: you'll send me your memo by the 27th, "
        "and I'll ask Lee whether he has time.\nCould you also write to Lee?\n\nBest,\nMinerva"
    )
    assert [(one.text, one.owner, one.due) for one in found.actions] == [
        ("send Minerva my memo by the 27th", "me", date(2026, 11, 27)),
        ("I'll ask Lee whether he has time.", "mentor", None),
        ("write to Lee", "me", None),
    ]


def test_pasted_words_signed_by_the_mentor_are_the_mentors() -> None:
    assert owners("1) You will send me the draft\n2) I will read it\n\nBest\nMinerva") == ["me", "mentor"]


def test_what_a_summary_says_of_the_protege_is_said_by_the_protege() -> None:
    assert read("Action items\n• Ada Byron will update her website").actions[0].text == "update my website"


def test_a_request_and_its_yes_in_a_talk_are_a_task() -> None:
    found = read(
        "Minerva: How did the pitch go?\nAda: Well, thank you.\nMinerva: So"
        " build the model. Could you have it by the 27th?\n"
        "Ada: Yes, I can do the 27th.\nMinerva: I'll introduce you to Lee."
    )
    assert [(one.owner, one.due) for one in found.actions] == [("me", date(2026, 11, 27)), ("mentor", None)]


@pytest.mark.parametrize(
    "line",
    [
        "If the pilot works out, I'll ask for more time",
        "I'll apply if they open the role",
        "I might apply for the lead role",
        "I should have sent the memo last week",
        "She would love to see the memo",
        "Minerva thinks I should be louder",
        "I'll be in Lisbon on 3 December",
        "She will be away until 5 January",
        "I won't apply to Edinburgh",
        "- [x] send the memo",
        "- clean desk @done",
        "No need to send certificates",
        "Stop applying cold",
    ],
)
def test_conditions_wishes_views_and_done_things_are_no_tasks(line: str) -> None:
    assert read(line).actions == ()


def test_asking_whether_is_a_task_though_it_says_if() -> None:
    assert owners("I'll ask if the board agrees") == ["me"]
