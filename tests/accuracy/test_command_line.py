"""`python -m tests.accuracy`: what it prints, what it refuses, and that no row can break it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from accuracy.__main__ import MODULES, main, subject
from accuracy.made_up import corpus
from accuracy.peers import PEERS
from accuracy.subject import Case, Subject
from accuracy.table import percent, shortened
from accuracy.verdict import GOALS, Goal, Judged, Measure, Verdict, measures
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
MONDAY = {"id": "d1", "text": "send the draft by Friday", "ref": "2026-03-05T09:00:00", "due": "2026-03-06", "tags": []}
WRONG = {**MONDAY, "id": "d2", "due": "2026-03-07"}


def due(folder: Path) -> Path:
    return corpus(folder, "text/due_sentences.jsonl", MONDAY, WRONG)


def test_the_table_has_a_line_a_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(due(tmp_path))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["measure", "n", "ours", "goal"]
    assert lines[1].split() == ["dates.due", "2", "50.0", "%", "≥", "95", "%", "*"]
    assert lines[2].split() == ["dates.past", "2", "0.0", "%", "≤", "0", "%"]
    assert lines[-1].startswith("slowest row: ")


def test_json_has_shares_between_0_and_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(due(tmp_path)), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"measure": "dates.due", "n": 2, "value": 0.5, "goal": 0.95},
        {"measure": "dates.past", "n": 2, "value": 0.0, "goal": 0},
    ]


def test_failures_are_listed_with_what_was_expected_and_what_came(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(due(tmp_path)), "--failures"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("dates.due  due d2\n    expected: 2026-03-07 · send the draft by Friday")
    assert "got:      2026-03-06" in out
    assert "d1" not in out


def test_markdown_is_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(due(tmp_path)), "--markdown"]) == 0
    assert "| `dates.due` | 2 | 50.0 % | ≥ 95 % | 68 % chrono | 67 % |\n" in capsys.readouterr().out


def test_a_page_gets_new_figures_and_keeps_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text("# How well\n\n<!-- figures -->\nold\n<!-- /figures -->\n\nThe end.\n")
    for _ in range(2):
        assert main([str(due(tmp_path)), "--write", str(page)]) == 0
    text = page.read_text()
    assert text.startswith("# How well\n\n<!-- figures -->\n| measure |")
    assert text.endswith(" – |\n<!-- /figures -->\n\nThe end.\n")
    assert "old" not in text
    page.write_text("no marks")
    assert main([str(tmp_path), "--write", str(page)]) == 2
    assert "no <!-- figures -->" in capsys.readouterr().err
    assert page.read_text() == "no marks"


def test_every_peer_stands_beside_a_measure_of_ours() -> None:
    assert PEERS.keys() <= GOALS.keys()


def test_only_one_subject_is_measured_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    due(tmp_path)
    corpus(tmp_path, "text/recurrence.jsonl", {"id": "c1", "text": "weekly", "rrule": "FREQ=WEEKLY"})
    assert main([str(tmp_path), "--only", "recurrence"]) == 0
    assert "dates.due" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("{not json\n", "due_sentences.jsonl, line 1: not JSON"),
        ("[1]\n", "due_sentences.jsonl, line 1: not an object"),
        ('{"id": "d1", "text": "x", "ref": "2026-03-05T09:00:00", "tags": []}\n', "d1: not a row that can be judged"),
    ],
)
def test_a_corpus_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], broken: str, says: str
) -> None:
    due(tmp_path)
    (tmp_path / "text/due_sentences.jsonl").write_text(broken)
    assert main([str(tmp_path)]) == 2
    assert says in capsys.readouterr().err


def test_a_missing_folder_is_said_and_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "holds nothing to measure" in capsys.readouterr().err


def test_it_runs_as_a_module_without_any_tool_of_the_tests(tmp_path: Path) -> None:
    due(tmp_path)
    code = (
        "import runpy, sys; sys.modules['pytest'] = sys.modules['hypothesis'] = None; "
        f"sys.argv = ['accuracy', {str(tmp_path)!r}]; runpy.run_module('tests.accuracy', run_name='__main__')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert (ran.returncode, "dates.due" in ran.stdout) == (0, True), ran.stderr


def test_every_measure_of_the_specification_has_its_name() -> None:
    said = (
        "reply.exact.text .non_english .html, reply.lost, reply.leaked, forward.core .nested, "
        "bounce.recall .recipients .class .hard .false, autoreply.found .false .return_date, "
        "calendar.cases .probes .facts .files, dates.due .past .false .thirdparty, "
        "slots.exact .reply, zones, recurrence, notes.actions .owner .due .decisions .next .private, "
        "minutes.precision .recall, answers.right .acted .stop, commands.right .acted .outward"
    )
    names = []
    for group in said.split(", "):
        first, *others = group.split()
        names += [first, *(first.rpartition(".")[0] + other for other in others)]
    ours = [
        "reply.contains",
        "dates.planning",
        "dates.planning.safe",
    ]  # rows that are no whole replies; dates to plan by
    assert sorted(GOALS) == sorted([*names, *ours])


@pytest.mark.parametrize("name", MODULES)
def test_every_subject_bears_its_name_and_finds_nothing_where_nothing_is(name: str, tmp_path: Path) -> None:
    assert list(subject(name).cases(tmp_path)) == []


# --- rows that crash


def crashing(_case: Case) -> int:
    raise RecursionError("too deep")


def judged(_case: Case, ours: int) -> Iterator[Verdict]:
    yield Verdict("dates.due", ours == 1)
    yield Verdict("dates.past", ours == 2)
    yield Verdict("notes.actions", 0, 0, n=3)


def test_a_crash_is_the_worst_answer_to_every_measure() -> None:
    subject = Subject("made up", lambda _: iter(()), crashing, judged, 0)
    row = subject.judged(Case("one", {}, Path()))
    assert [(one.measure, one.hits, one.of) for one in row.verdicts] == [
        ("dates.due", 0, 1),
        ("dates.past", 1, 1),
        ("notes.actions", 0, 1),
    ]
    assert all(one.got == "crashed: RecursionError: too deep" for one in row.verdicts)
    assert [one.value for one in measures([row])] == [0, 1, 0]


# --- figures


@given(st.floats(0, 1), st.booleans())
def test_a_rounded_figure_never_looks_better(value: float, most: bool) -> None:
    name = "reply.lost" if most else "reply.exact.text"
    shown = float(percent(Measure(name, 1, value)).rstrip(" %")) / 100
    assert shown >= value - 1e-9 if most else shown <= value + 1e-9
    assert abs(shown - value) <= 0.001 + 1e-9


def test_a_measure_that_promises_nothing_is_always_reached() -> None:
    assert Goal(None).reached(0)
    assert not Goal(0.5).reached(0.4)
    assert not Goal(0.5, most=True).reached(0.6)


def test_measures_are_sums_over_rows_in_the_order_of_the_table() -> None:
    rows = [
        Judged("a", (Verdict("minutes.recall", 1, 4, n=4), Verdict("reply.lost", 0)), 0.1),
        Judged("b", (Verdict("minutes.recall", 2, 2, n=2),), 0.1),
    ]
    assert [(one.name, one.n, one.value) for one in measures(rows)] == [
        ("reply.lost", 1, 0),
        ("minutes.recall", 6, 0.5),
    ]


@given(st.text(max_size=2000))
def test_what_is_shown_of_a_row_is_one_short_line(text: str) -> None:
    assert len(shortened(text)) <= 250
    assert len(shortened(text).splitlines()) <= 1
