"""What a yes says of time: the times that it offers, the rhythm that it wishes for, and the clock of who says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from assistant.mentoring.book import Book
from assistant.mentoring.days import zone
from assistant.mentoring.facts import Answer, Slot
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.rhythm import words
from assistant.mentoring.slots import has_begun, in_zone
from assistant.mentoring.unanswered import is_answered, offers

MOST = 4  # times that are shown, each with its tap


OFFERS = ("times", "windows")  # the values of a letter that offers times


def ours(book: Book, person: Person, references: Collection[str]) -> tuple[Slot, ...]:
    """The times that our letter offered which they answer, in its order, in the protégé's zone; () where it had none.

    references: the Message-IDs that their mail names; where none is ours, it is the last letter to them."""
    left = [
        x for x in book.letters if x.person == person.id and not x.to_protege and x.sent_at and x.to == person.email
    ]
    named = [x for x in left if x.message_id and x.message_id in references]
    if not left or (letter := (named or left)[-1]).values.get("own_text"):
        return ()
    found = next((said for name in OFFERS if (said := letter.values.get(name))), None)
    starts = [at for at in found if isinstance(at, datetime)] if isinstance(found, list | tuple) else []
    home = zone(book.protege.zone)
    return tuple(Slot(at.astimezone(home).replace(tzinfo=None), None, book.protege.zone) for at in starts)


def on_the_table(book: Book, person: Person, references: Collection[str], now: datetime) -> tuple[Slot, ...]:
    """The times between which they choose: their own, as long as nobody has answered those, else ours (`ours`)."""
    theirs = () if person.answered_at is None or is_answered(book, person, now) else offers(book, person, now)
    return theirs or ours(book, person, references)


def kept(values: Mapping[str, object]) -> dict[str, object]:
    """What stays of a letter's values when it has left: the times that it offers, for the answer to it."""
    return {name: values[name] for name in (*OFFERS, "own_text", "terms") if values.get(name)}


def named_times(answer: Answer, person: Person, at: datetime, *, proposed: bool) -> list[Slot]:
    """The times that they offer: what has begun is none, nor is the first day of a rhythm."""
    if wished_rhythm(answer, person, proposed=proposed):
        return []
    return [slot for slot in answer.slots if not has_begun(slot, at)][:MOST]


def wished_rhythm(answer: Answer, person: Person, *, proposed: bool) -> str:
    """The rhythm that they wish for, as a command says it, " monthly first tue 16:00"; "" where there is none."""
    rule, hour = answer.rule, answer.hour
    if hour is None or "BYDAY" not in rule or not (proposed or person.stage is Stage.ACTIVE):
        return ""
    return f" {words(rule)} {hour:%H:%M}"


def named_terms(answer: Answer) -> str:
    """The terms that an answer to the proposal names, as a command says them: " monthly first tue 16:00 45 min"."""
    hour = f"{answer.hour:%H:%M}" if answer.hour and "BYDAY" in answer.rule else ""
    length = f"{answer.minutes} min" if answer.minutes else ""
    term = f"{answer.months} months" if answer.months else ""
    return "".join(f" {part}" for part in (words(answer.rule) if answer.rule else "", hour, length, term) if part)


def told_zone(named: list[Slot], zone: str) -> str:
    """Where their clock is, if they say so beside their times; "" where it is the protégé's own, or is not said.

    zone: the protégé's."""
    found = {slot.zone for slot in named if not slot.whole_day and in_zone(slot, zone).start != slot.start}
    name = found.pop() if len(found) == 1 else ""
    return name if "/" in name else ""


def meets(book: Book, person: Person, at: datetime) -> bool:
    """Whether a meeting with them is to come that they know of."""
    return any(m.person == person.id and m.state == "invited" and m.next(at) for m in book.meetings)


def kept_terms(answer: Answer) -> dict[str, object]:
    """The terms that they named, as plain values: a YES to the mail that tells of them takes them."""
    return {
        "rule": answer.rule,
        "hour": answer.hour if "BYDAY" in answer.rule else None,
        "minutes": answer.minutes,
        "months": answer.months,
    }
