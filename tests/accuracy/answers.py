"""What a mentor's answer means, and the times that it proposes (`text/README.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from accuracy.dates import instant
from accuracy.mails import TRUST
from accuracy.subject import Case, Subject, rows
from accuracy.verdict import Verdict

from assistant.mentoring.facts import Answer, Machine, Meaning, Slot
from assistant.reading import answer as answers
from assistant.reading import message
from assistant.reading.dates import Moment

# The corpus's names for what `Meaning` calls otherwise.
_NAMES = {"decline": "no", "ack": "thanks"}
# The zones as people write them; another one is judged by the wall clock alone.
_ZONES = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York", "CT": "America/Chicago",
    "MT": "America/Denver", "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "UTC": "UTC", "GMT": "UTC", "IST": "Asia/Kolkata", "BST": "Europe/London", "CET": "Europe/Paris",
    "CEST": "Europe/Paris", "AEST": "Australia/Sydney", "SGT": "Asia/Singapore", "JST": "Asia/Tokyo",
    "WAT": "Africa/Lagos", "MDT": "America/Denver",
}  # fmt: skip
# The earliest and the latest hour at which a part of a day may begin; the corpora do not agree on one.
_PARTS = {"morning": (6, 11), "lunch": (11, 13), "noon": (11, 13), "afternoon": (12, 17), "evening": (16, 20)}


@dataclass(frozen=True, slots=True)
class Read:
    """`meaning`: one of `Meaning`, or "ooo" for an absence notice. `certain`: the assistant would act on it."""

    meaning: str
    certain: bool
    slots: tuple[Slot, ...] = ()


def cases(corpus: Path) -> Iterator[Case]:
    return rows(corpus / "text" / "replies.jsonl", key="id")


def read(case: Case) -> Read:
    """A whole mail, as the daemon reads it: absence notices are known before anything is understood."""
    sent = datetime.fromisoformat(case.row["sent_at"])
    mail = EmailMessage()
    mail["From"] = "Minerva <minerva@example.org>"
    mail["To"] = "Robin <assistant@example.org>"
    mail["Subject"] = "Re: a question"
    mail["Date"] = format_datetime(sent)
    mail["Message-ID"] = "<row@example.org>"
    mail.set_content(case.row["text"])
    got = message.read(mail.as_bytes(), sent.astimezone(UTC), trust=TRUST)
    if got.machine is Machine.ABSENCE:
        return Read("ooo", certain=True)
    if got.machine is not None:
        return Read(got.machine.value, certain=True)
    moment = Moment(sent, case.row["timezone"], _day_first(case.row["timezone"]))
    found: Answer = answers.answer(got.new_text.strip() or got.text.strip(), moment)
    certain = found.certain and (got.certain or found.meaning is Meaning.STOP)
    return Read(found.meaning.value, certain, found.slots)


def _day_first(zone: str) -> bool:
    """The rows give a zone and no country: the United States are the ones that write the month first."""
    return not (zone.startswith("America/") and zone in _MONTH_FIRST)


_MONTH_FIRST = {
    f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Detroit", "Anchorage")
}


def judge(case: Case, ours: Read) -> Iterator[Verdict]:
    row = case.row
    intent = _NAMES.get(row["intent"], row["intent"])
    wanted, got = f"{intent} · {row['text']}", f"{ours.meaning}{'' if ours.certain else ' (not certain: asked)'}"
    yield Verdict("answers.acted", ours.certain, 1, wanted, got)
    if ours.certain:
        yield Verdict("answers.right", ours.meaning == intent, 1, wanted, got)
    if intent == "stop":
        yield Verdict("answers.stop", ours.meaning == "stop", 1, wanted, got)
    if intent == "yes" or row["slots"]:
        yield from _slots(row, ours.slots)


def _slots(row: dict[str, Any], ours: tuple[Slot, ...]) -> Iterator[Verdict]:
    zone = ZoneInfo(_ZONES.get(row["slot_tz"] or "local") or _of_city(row["slot_tz"]) or row["timezone"])
    got = [f"{slot.start}–{slot.end or ''} {slot.zone}" for slot in ours]
    for wanted in row["slots"]:
        if wanted["kind"] == "exact":
            right = any(_begins(slot, wanted, zone) for slot in ours)
            yield Verdict("slots.exact", right, 1, f"{wanted} {zone} · {row['text']}", got)
    left = list(ours)
    whole = True
    for wanted in row["slots"]:
        used = _matching(wanted, left, zone)
        whole = whole and bool(used)
        left = [slot for slot in left if slot not in used]
    yield Verdict("slots.reply", whole and not left, 1, f"{row['slots']} {zone} · {row['text']}", got)


def _of_city(said: str | None) -> str | None:
    """ "Asia/Tokyo" for a row that says "Tokyo"."""
    city = (said or "").replace(" ", "_").replace("ã", "a")
    return next((name for name in sorted(available_timezones()) if name.endswith(f"/{city}")), None)


def _begins(slot: Slot, wanted: dict[str, Any], zone: ZoneInfo) -> bool:
    """At the same instant."""
    start = datetime.fromisoformat(f"{wanted['date']}T{wanted['time']}").replace(tzinfo=zone)
    return not slot.whole_day and instant(slot) == start.astimezone(UTC)


def _matching(wanted: dict[str, Any], ours: list[Slot], zone: ZoneInfo) -> list[Slot]:
    """The slots that are this one: one for each of its days; empty where any is missing."""
    kind = wanted["kind"]
    if kind in {"exact", "after"}:
        found = [slot for slot in ours if _begins(slot, wanted, zone)]
        if wanted.get("end"):
            found = [slot for slot in found if slot.end and slot.end.strftime("%H:%M") == wanted["end"]]
        return found[:1]
    first = date.fromisoformat(wanted.get("date") or wanted["from"])
    last = date.fromisoformat(wanted.get("date") or wanted["to"])
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if kind == "range":
        days = [day for day in days if day.weekday() < 5] or days
    found = [slot for day in days for slot in ours if slot.start.date() == day and _is_part(slot, wanted.get("part"))]
    return found if len(found) == len(days) else []


def _is_part(slot: Slot, part: str | None) -> bool:
    if part is None:
        return slot.whole_day
    first, last = _PARTS.get(part, (0, 23))
    return not slot.whole_day and slot.end is not None and first <= slot.start.hour <= last


SUBJECT = Subject("answers", cases, read, judge, Read("", certain=False))
