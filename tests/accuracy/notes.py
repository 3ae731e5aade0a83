"""Meeting notes and real public minutes: who does what until when, what was decided, when next (`text/README.md`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from accuracy.dates import normalised
from accuracy.overlap import pairs
from accuracy.subject import Case, Subject, rows
from accuracy.verdict import Verdict

from assistant.mentoring.facts import Notes
from assistant.reading import dates as reading
from assistant.reading import notes as noted
from assistant.reading.dates import Moment
from assistant.reading.notes.day_words import in_english

MINUTES_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Action:
    text: str
    owner: str
    due: date | None = None


# --- notes of a talk


def cases(corpus: Path) -> Iterator[Case]:
    return rows(corpus / "text" / "notes.jsonl", key="id")


def _moment(case: Case) -> Moment:
    """As the daemon makes it; the rows give a zone and no country."""
    zone = case.row["timezone"]
    return Moment(datetime.fromisoformat(case.row["sent_at"]), zone, reading.day_first(_countries().get(zone, "GB")))


@cache
def _countries() -> dict[str, str]:
    """The country of each zone."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {row[2]: row[0] for row in rows}


def read(case: Case) -> Notes:
    row = case.row
    return noted.notes(row["text"], _moment(case), protege=row["protege"], mentor=row["mentor"])


def judge(case: Case, found: Notes) -> Iterator[Verdict]:
    expected = case.row["expected"]
    ours = actions(found)
    wanted = [action["text"] for action in expected["actions"]]
    matched = pairs(wanted, [action.text for action in ours])
    yield Verdict(
        "notes.actions",
        2 * len(matched),
        len(wanted) + len(ours),
        [text for i, text in enumerate(wanted) if i not in {a for a, _ in matched}] or "all were found",
        [action.text for j, action in enumerate(ours) if j not in {b for _, b in matched}],
        len(wanted),
    )
    for i, j in matched:
        gold, action = expected["actions"][i], ours[j]
        yield Verdict("notes.owner", action.owner == gold["owner"], 1, f"{gold['owner']} · {gold['text']}", action)
        due = action.due.isoformat() if action.due else None
        if gold["due"] or due:
            yield Verdict("notes.due", due == gold["due"], 1, f"{gold['due']} · {gold['text']}", action)
    if expected["decisions"] or found.decisions:
        both = len(pairs(expected["decisions"], found.decisions))
        of = len(expected["decisions"]) + len(found.decisions)
        n = len(expected["decisions"])
        yield Verdict("notes.decisions", 2 * both, of, expected["decisions"], found.decisions, n)
    readings = [expected["next_meeting"], *_also(case)]
    right = any(_is_next(reading, found, _moment(case)) for reading in readings)
    got = f"{found.next_start} · {found.next_meeting}"
    yield Verdict("notes.next", right, 1, " or ".join(map(str, readings)), got)
    said = public(found)
    for phrase in case.row.get("private", ()):
        yield Verdict("notes.private", _folded(phrase) in said, 1, f"never: {phrase}", found)


def _also(case: Case) -> list[str | None]:
    """Other good readings of the next meeting."""
    expected = case.row["expected"]
    return [*expected.get("next_also", case.row.get("next_also", [])), *expected.get("next_meeting_also_ok", [])]


def public(found: Notes) -> str:
    """All that may reach another person, in one line."""
    tasks = [f"{one.text} {one.asks} {one.other}" for one in found.actions]
    parts = (*found.points, *found.decisions, *tasks, *found.offers, *found.questions, found.next_meeting, found.used)
    return _folded(" ".join(parts))


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def actions(found: Notes) -> list[_Action]:
    """The tasks, and what the mentor offered to do: to the corpus these are the mentor's actions."""
    return [
        *(_Action(one.text, one.owner, one.due) for one in found.actions),
        *(_Action(text, "mentor") for text in found.offers),
    ]


def _is_next(expected: str | None, found: Notes, moment: Moment) -> bool:
    """The words for the next meeting, resolved as the daemon resolves them."""
    said = in_english(found.next_meeting)
    if expected and expected.startswith("rrule "):
        return normalised(reading.recurrence(said)) == normalised(expected.removeprefix("rrule "))
    if found.next_start is not None:
        return expected in {found.next_start.strftime("%Y-%m-%d %H:%M"), f"{found.next_start:%Y-%m-%d}"}
    days = reading.dates(said, moment)
    if expected is None:
        return not days and not reading.recurrence(said)
    return any(_is_day(expected, one) for one in days)


def _is_day(expected: str, found: reading.Found) -> bool:
    if found.first is None:
        return False
    kind, _, day = expected.rpartition(" ")
    match kind:
        case "":
            middle = found.point is not None and found.point.isoformat() == day  # "mid June" is the 15th
            return middle or (found.first.isoformat() == day and found.first == (found.last or found.first))
        case "week":
            return found.first.isocalendar()[:2] == date.fromisoformat(day).isocalendar()[:2]
        case "month":
            return f"{found.first:%Y-%m}" == day
        case "after":
            return (found.last or found.first).isoformat() == day
        case _:  # a day and a time: the time was not read
            return False


# --- real minutes


def _minutes(corpus: Path) -> Iterator[Case]:
    for case in rows(corpus / "text" / "real_notes.jsonl", key="file"):
        if (case.folder / str(case.row.get("file"))).is_file():
            yield case


def _minutes_read(case: Case) -> Notes:
    """As notes of a talk between two people whom the minutes do not know."""
    text = (case.folder / case.row["file"]).read_bytes().decode("utf-8", "replace")
    return noted.notes(text, Moment(MINUTES_AT, "UTC"), protege="Ada Byron", mentor="Minerva Marsh")


def _minutes_judge(case: Case, found: Notes) -> Iterator[Verdict]:
    wanted: list[dict[str, Any]] = case.row["actions"]
    ours = [action.text for action in found.actions]
    matched = pairs([_marked(action) for action in wanted], ours)
    missed = [action["text"] for i, action in enumerate(wanted) if i not in {a for a, _ in matched}]
    extra = [text for j, text in enumerate(ours) if j not in {b for _, b in matched}]
    yield Verdict(
        "minutes.precision", len(matched), len(ours), "only what is marked", f"{len(extra)}: {extra}", len(ours)
    )
    yield Verdict("minutes.recall", len(matched), len(wanted), f"{len(missed)}: {missed}", "", len(wanted))


def _marked(action: dict[str, Any]) -> str:
    """The words of an action without its links, which fill lines and say nothing."""
    return re.sub(r"\(https?://[^)\s]*\)|https?://\S+", " ", str(action["text"])).strip() or str(action["text"])


SUBJECTS = (
    Subject("notes", cases, read, judge, Notes()),
    Subject("minutes", _minutes, _minutes_read, _minutes_judge, Notes()),
)
