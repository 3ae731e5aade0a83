"""Due dates, sentences without any, zones, rhythms, and other projects' date cases (`text/README.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from accuracy.subject import Case, Subject, rows
from accuracy.verdict import Verdict

from assistant.mentoring.facts import Slot
from assistant.reading import dates as reading
from assistant.reading.dates import Found, Moment

NOWHERE = "Pacific/Chatham"  # the zone of nobody who is named in the rows: what is right by chance is not
_PLANNED = (-1, 400)  # days from the day of writing
PROSE_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def moment(row: dict[str, Any], zone: str = "UTC", *, day_first: bool = True) -> Moment:
    """When a row was written: its `ref`, local time of `zone`."""
    return Moment(datetime.fromisoformat(row["ref"]).replace(tzinfo=ZoneInfo(zone)), zone, day_first)


# --- due dates


def _due_cases(corpus: Path) -> Iterator[Case]:
    return rows(corpus / "text" / "due_sentences.jsonl", key="id")


def _due_read(case: Case) -> Found | None:
    return reading.due(case.row["text"], moment(case.row, day_first="mdy" not in case.row["tags"]))


def _due_judge(case: Case, found: Found | None) -> Iterator[Verdict]:
    ours = found.first if found and not found.ask else None
    wanted = f"{case.row['due']} · {case.row['text']} ({case.row['ref'][:10]})"
    right = (ours.isoformat() if ours else None) == case.row["due"]
    yield Verdict("dates.due", right, 1, wanted, f"{ours} {found.ask if found else ''}")
    past = ours is not None and ours < datetime.fromisoformat(case.row["ref"]).date()
    yield Verdict("dates.past", past, 1, wanted, ours)


# --- prose


def _prose_cases(corpus: Path) -> Iterator[Case]:
    return rows(corpus / "text" / "prose_no_dates.jsonl", key="id")


def _prose_read(case: Case) -> list[Found]:
    return reading.dates(case.row["text"], Moment(PROSE_AT, "UTC"))


def _prose_judge(case: Case, found: list[Found]) -> Iterator[Verdict]:
    text = case.row["text"]
    seen = [text[one.start : one.end] for one in found]
    yield Verdict("dates.false", bool(found), 1, f"no date · {text}", seen)


# --- other projects' cases


def _others_cases(corpus: Path) -> Iterator[Case]:
    """Without those that are meant only in Duckling's latent mode ("second" for the 2nd)."""
    for case in rows(corpus / "text" / "dates_thirdparty.jsonl", key="id"):
        if case.row.get("section") != "latent":
            yield case


def _others_read(case: Case) -> list[Found]:
    """American order, as those projects' English has it."""
    now = moment(case.row, day_first=False)
    found = reading.dates(case.row["text"], now)
    timed = reading.at(case.row["text"], now) if found else None
    return [timed] if timed and timed.time else found


def _others_judge(case: Case, found: list[Found]) -> Iterator[Verdict]:
    row = case.row
    if row.get("negative"):
        right = not found
        wanted = "nothing"
    else:
        right = any(_is(found[0], alternative, row) for alternative in row["alts"]) if found else False
        wanted = row["alts"]
    ours = [f"{one.first}–{one.last or one.first} {one.time or ''} {one.ask}" for one in found[:1]]
    expected = f"{wanted} · {row['text']} ({row['ref'][:10]})"
    yield Verdict("dates.thirdparty", right, 1, expected, ours)
    if _is_planning(row):
        yield Verdict("dates.planning", right, 1, expected, ours)
        yield Verdict("dates.planning.safe", right or not found or bool(found[0].ask), 1, expected, ours)


def _is_planning(row: dict[str, Any]) -> bool:
    """What people plan by: a day, a week or a month, from yesterday to a year ahead, and no holiday."""
    if row.get("negative") or row.get("holiday") or row["grain"] not in {"day", "week", "month"}:
        return False
    try:
        start = datetime.fromisoformat(row["alts"][0]["start"] or "")
    except ValueError:
        return False
    return _PLANNED[0] <= (start.date() - datetime.fromisoformat(row["ref"]).date()).days <= _PLANNED[1]


def _is(found: Found, alternative: dict[str, Any], row: dict[str, Any]) -> bool:
    """The same days, and the same time where one is asserted. An open range is known by its start."""
    try:
        start = datetime.fromisoformat(alternative["start"] or "")
    except ValueError:  # before the year 1, or an end without a beginning
        return False
    if found.first is None:
        return False
    grain = row["grain"]
    timed = grain in {"hour", "minute", "second", "timeonly"}
    if timed and (found.time is None or (found.time.hour, found.time.minute) != (start.hour, start.minute)):
        return False
    if found.first != start.date():
        return False
    if timed or row["kind"] == "open":
        return True
    if grain == "month":
        return _is_months(found, start.date(), alternative.get("end"), row)
    return (found.last or found.first) == _last(start.date(), alternative.get("end"), row)


def _is_months(found: Found, first: date, end: str | None, row: dict[str, Any]) -> bool:
    """A month that begins on any day is a day ("in 1 month"); an end that is given counts by its month."""
    last = found.last or found.first
    if end is None:
        return first.day != 1 or last == _last(first, None, row)
    until = _last(first, end, row)
    return last is not None and (last.year, last.month) == (until.year, until.month)


def _last(first: date, end: str | None, row: dict[str, Any]) -> date:
    if end:
        last = datetime.fromisoformat(end)
        whole = last.time() == datetime.min.time()
        return last.date() - timedelta(days=1 if row["end_exclusive"] and whole and last.date() > first else 0)
    spans = {"week": 7, "month": 31, "quarter": 92, "year": 366}
    if row["grain"] not in spans:
        return first
    if row["grain"] == "week":
        return first + timedelta(days=6)
    months = {"month": 1, "quarter": 3, "year": 12}[row["grain"]]
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)


# --- zones


def _zone_cases(corpus: Path) -> Iterator[Case]:
    return rows(corpus / "text" / "timezones.jsonl", key="id")


def _zone_read(case: Case) -> tuple[Slot, ...]:
    return reading.slots(case.row["text"], moment(case.row, NOWHERE))


def _zone_judge(case: Case, found: tuple[Slot, ...]) -> Iterator[Verdict]:
    """Exactly one time; where no zone is said, it is in the sender's own."""
    one = found[0] if len(found) == 1 else None
    wanted = case.row["utc"]
    if wanted is None:
        right = one is not None and one.zone == NOWHERE
    else:
        right = one is not None and instant(one).strftime("%Y-%m-%dT%H:%M") == wanted[:16]
    got = [f"{slot.start} {slot.zone}" for slot in found]
    yield Verdict("zones", right, 1, f"{wanted or 'the zone of the sender'} · {case.row['text']}", got)


def instant(slot: Slot) -> datetime:
    """When a proposed time begins, in UTC."""
    return slot.start.replace(tzinfo=ZoneInfo(slot.zone)).astimezone(UTC)


# --- rhythms


def _rhythm_cases(corpus: Path) -> Iterator[Case]:
    return rows(corpus / "text" / "recurrence.jsonl", key="id")


def _rhythm_read(case: Case) -> str | None:
    return reading.recurrence(case.row["text"])


def _rhythm_judge(case: Case, found: str | None) -> Iterator[Verdict]:
    right = normalised(found) == normalised(case.row["rrule"])
    yield Verdict("recurrence", right, 1, f"{case.row['rrule']} · {case.row['text']}", found)


def normalised(rule: str | None) -> dict[str, tuple[str, ...]] | None:
    """An RRULE by its parts, lists without order; INTERVAL=1 and WKST=MO say nothing."""
    if not rule:
        return None
    parts = (part.partition("=") for part in rule.upper().replace("+", "").split(";"))
    said = {name: tuple(sorted(value.split(","))) for name, _, value in parts}
    return {
        name: value for name, value in said.items() if (name, value) not in {("INTERVAL", ("1",)), ("WKST", ("MO",))}
    }


SUBJECTS: tuple[Subject[Any], ...] = (
    Subject("due", _due_cases, _due_read, _due_judge, None),
    Subject("prose", _prose_cases, _prose_read, _prose_judge, []),
    Subject("thirdparty", _others_cases, _others_read, _others_judge, []),
    Subject("zones", _zone_cases, _zone_read, _zone_judge, ()),
    Subject("recurrence", _rhythm_cases, _rhythm_read, _rhythm_judge, None),
)
