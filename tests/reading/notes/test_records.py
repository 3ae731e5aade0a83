"""Tasks in named fields, in one line or as a file, and notes with marks of typesetting or of a page."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.reading.dates import Moment
from assistant.reading.notes import notes
from assistant.reading.notes.records import opened, with_records
from assistant.reading.notes.typeset import plain_marks

NOW = Moment(datetime(2026, 11, 18, 20, tzinfo=UTC), "Europe/London")


@pytest.mark.parametrize(
    "line",
    [
        "Card: send the form / Member: Ada / Due: 27 Nov 2026",
        "task: send the form; owner: Ada; due: 27 Nov 2026",
        "what? send the form / who? Ada / when? 27 Nov 2026",
        "AB-14 | send the form | Assignee: Ada | Due: 27 Nov 2026 | Open",
        "- owner=Ada, task=send the form, due=27 Nov 2026",
        "Task: send the form\tOwner: Ada\tDeadline: 27 Nov 2026",
    ],
)
def test_named_fields_of_one_line_are_one_task(line: str) -> None:
    assert with_records(line) == "- [ ] Ada: send the form, by 27 Nov 2026"


@pytest.mark.parametrize(
    "line",
    [
        "Who decides: Lee or Minerva, and when?",
        "Prices: too high, she said: by half",
        "Owner: Ada",
        "09:30 / 10:30",
        "Topic: work / Place: Leeds",
    ],
)
def test_a_line_that_only_looks_like_fields_stays(line: str) -> None:
    assert with_records(line) == line


def test_a_closed_record_is_ticked() -> None:
    assert with_records("Card: the poster / Member: Ada / Status: done") == "- [x] Ada: the poster"


def test_a_file_of_fields_is_read_as_notes() -> None:
    text = json.dumps({
        "actions": [{"owner": "Minerva", "task": "invite the mayor", "due": None}],
        "decisions": ["no raffle"],
        "private": ["her health"],
        "next": "2026-12-02 19:00",
    })  # fmt: skip
    found = notes(text, NOW, protege="Ada Byron", mentor="Minerva McGee")
    assert [(one.owner, one.text, one.due) for one in found.actions] == [("mentor", "invite the mayor", None)]
    assert found.decisions == ("no raffle",)
    assert found.next_start == datetime.fromisoformat("2026-12-02 19:00")
    assert "her health" in " ".join(found.private)
    assert "her health" not in " ".join((*found.points, *found.questions, *found.offers))


@given(some.text())
def test_what_is_no_file_of_fields_stays(text: str) -> None:
    if text.strip()[:1] not in {"{", "["}:
        assert opened(text) == text


@given(
    some.recursive(
        some.none() | some.integers() | some.text(), lambda x: some.lists(x) | some.dictionaries(some.text(), x)
    )
)
def test_any_file_of_fields_is_opened_without_an_error(found: object) -> None:
    assert isinstance(opened(json.dumps(found)), str)


@given(some.text(alphabet="\\{}[]*~%abitem section\n'", max_size=200))
def test_any_text_loses_its_marks_without_an_error(text: str) -> None:
    assert isinstance(plain_marks(text), str)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\\section*{Tasks}\n\\item \\textbf{Me:} the~form", "## Tasks\n- Me: the form"),
        ("\\begin{itemize}\n\\item[\\emph{TODO}] Andr\\'es: call", "- TODO Andrés: call"),
        ("<ul><li><b>Me:</b> the form</li><li>a &amp; b</li></ul>", "\n- Me: the form\n\n- a & b\n"),
        ("<h2>Tasks</h2><p>Me: the form</p>", "\n## Tasks\nMe: the form\n"),
        ("C:\\item is a folder, 2 < 3", "C:\\item is a folder, 2 < 3"),
    ],
)
def test_marks_of_typesetting_and_pages_are_plain_ones(text: str, plain: str) -> None:
    assert plain_marks(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "\\begin{itemize}\n\\item \\textbf{Private:} her health\n\\item \\textbf{Me:} call Lee\n\\end{itemize}",
        "<ul><li><b>Private:</b> her health</li><li><b>Me:</b> call Lee</li></ul>",
        '{"private": "her health", "actions": [{"who": "me", "what": "call Lee"}]}',
    ],
)
def test_what_is_private_stays_private_within_marks(text: str) -> None:
    found = notes(text, NOW, protege="Ada Byron", mentor="Minerva McGee")
    assert "her health" in " ".join(found.private)
    tasks = [one.text for one in found.actions]
    assert tasks == ["call Lee"]
    assert "her health" not in " ".join((*found.points, *found.decisions, *found.questions, *found.offers, *tasks))
