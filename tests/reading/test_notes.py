"""Notes, read: the writer's own lines; owner and due only where they are said; private stays private."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes import dictated, notes

NOW = Moment(datetime(2026, 11, 20, 9, tzinfo=UTC), "Europe/Madrid")


def read(text: str) -> Notes:
    return notes(text, NOW, protege="Ada Byron", mentor="Minerva Marsh")


def public(found: Notes) -> str:
    """Everything that could reach somebody else."""
    actions = [f"{one.text} {one.asks}" for one in found.actions]
    return "\n".join([*found.points, *found.decisions, *actions, *found.offers, *found.questions, found.next_meeting])


def test_marked_actions_have_the_owner_and_day_that_stand_there() -> None:
    found = read("ACTION: Ada to write the memo by Friday\n- [ ] Minerva send the deck\nTODO: book a room")
    assert [(one.owner, one.due) for one in found.actions] == [("me", date(2026, 11, 27)), ("mentor", None), ("", None)]
    assert not any(one.guessed for one in found.actions)


def test_prose_is_sorted_sentence_by_sentence() -> None:
    found = read(
        "We talked about pricing. I will write the memo before Christmas. Minerva offered to read it. "
        "We agreed that I drop the old plan. Could the board help? Next meeting 8 December 16:00."
    )
    assert [(one.owner, one.due, one.asks) for one in found.actions] == [
        ("me", date(2026, 12, 24), "“before Christmas”: is 24 Dec right?"),
        ("mentor", None, ""),
    ]
    assert found.actions[1].text == "Minerva offered to read it."
    assert found.decisions == ("We agreed that I drop the old plan.",)
    assert found.questions == ("Could the board help?",)
    assert found.next_start == datetime.fromisoformat("2026-12-08 16:00")
    assert found.points == ("We talked about pricing.",)


@pytest.mark.parametrize(
    "line",
    [
        "If I have time I will read the book",
        "She thinks I should apply",
        "I would like to move to Lisbon",
        "- [x] sent the memo",
        "Maybe a talk in autumn",
    ],
)
def test_conditions_wishes_and_done_things_are_no_tasks(line: str) -> None:
    assert read(line).actions == ()


def test_headings_and_tables_are_followed() -> None:
    found = read(
        "## Decisions\n- go for B\n\n## Action items\n- Ada: cost sheet by 4 Dec\n\n## "
        "Questions\n- who pays?\n\n| What | Who | When |\n|--|--|--|\n| read draft | Minerva "
        "| 1 Dec |"
    )
    assert found.decisions == ("go for B",)
    assert [(one.text, one.owner, one.due) for one in found.actions] == [
        ("cost sheet by 4 Dec", "me", date(2026, 12, 4)),
        ("read draft", "mentor", date(2026, 12, 1)),
    ]
    assert found.questions == ("who pays?",)


SECRETS = [
    "private: {}",
    "Private - {}",
    "**Private:** {}",
    "- private: {}",
    "We spoke of prices. private: {}",
    "prices (private: {}) and costs",
    "prices [private {}] and costs",
    "## Private\n{}\n\n## Points\nprices",
    "Private:\n{}\nand more",
    "private colon {}",
    "{}, keep it private.",
    "{} (off the record)",
    "{} - don't share this",
    "(private) {}",
    "private：{}",
    "PRIVATE NOTES\n- {}",
    "private: the first line\n{}",
    "Private. {}",
    "prices (private: he said (twice) {}) and costs",
    "she told me privately: {}",
    "Private conversation: {}",
    "not for Minerva's eyes: {}",
]


@pytest.mark.parametrize("form", SECRETS)
def test_private_words_reach_nobody_in_any_form(form: str) -> None:
    secret = "I will leave the company in spring?"
    found = read("Prices first.\n" + form.format(secret) + "\n\nI will write the memo.")
    assert "leave the company" not in public(found)
    assert "leave the company" in " ".join(found.private)
    assert "I will write the memo." in public(found) or "\n" in form


def test_the_private_sector_is_no_secret() -> None:
    assert read("She knows the private sector well.").private == ()


@given(
    st.sampled_from(SECRETS),
    st.sampled_from(["I will ", "Minerva offered to ", "Decision: ", "next meeting ", "- ", "ACTION: Ada to "]),
    st.text("abc \t-*.!?", max_size=20),
)
@settings(deadline=None)
def test_no_private_word_is_ever_in_a_public_field(form: str, start: str, tail: str) -> None:
    found = read(form.format(f"{start}zzsecretzz {tail}"))
    assert "zzsecretzz" not in public(found)


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_is_read_and_nothing_is_due_in_the_past(text: str) -> None:
    found = read(text)
    assert all(one.due is None or one.due >= NOW.today for one in found.actions)
    assert all(one.owner in {"", "me", "mentor", "both"} for one in found.actions)


def test_recordings_are_recognised() -> None:
    assert dictated("Minerva: how are you?\nAda: fine, thank you\nMinerva: and the talk?")
    assert dictated("[00:01:12] Minerva: hello\n[00:01:20] Ada: hi there")
    assert not dictated("ACTION: Ada to write\nDecision: go\nnext: Tuesday")
    assert not dictated("We talked about prices.\nShe offered help.")
