"""The drafts of attempts: what a rung's letter says, and the same letter again with a change (L14, L16).

Nothing is invented: what the protégé did not tell is asked for before, never filled with a phrase.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from textwrap import dedent

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.ladder import RUNGS
from assistant.mentoring.letters import BOUNCED, Draft, Kind, Letter, Why
from assistant.mentoring.meetings.calendar_words import clock_times, dates
from assistant.mentoring.meetings.reschedule import offered_again
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.person import Person
from assistant.mentoring.slots import city
from assistant.mentoring.words.phrases import addressed, clause, phrase_of_aim, says_something, undisclosed


def attempt(case: Case, person: Person, rung: int, *, why: Why, length: str = "full", flattery: bool = True) -> Draft:
    """The draft of one rung, with everything its template needs."""
    step = RUNGS[rung]
    values = attempt_values(case, person, rung)
    values.update(length=length, flattery=flattery, warm=False)
    previous = _last_attempt(case.book, person) if step.same_thread else None
    return case.write(
        f"person/{step.name}",
        Kind.ATTEMPT,
        person,
        values=values,
        why=why,
        rung=rung,
        answers=previous.message_id if previous else "",
        references=(*previous.references, previous.message_id) if previous else (),
    )


def _last_attempt(book: Book, person: Person) -> Letter | None:
    sent = [
        x
        for x in book.letters
        if x.person == person.id and x.kind is Kind.ATTEMPT and x.sent_at and x.failure != BOUNCED
    ]
    return sent[-1] if sent else None


def attempt_values(case: Case, person: Person, rung: int) -> dict[str, object]:
    """The plain values of an attempt's template. Nothing is invented: an empty slot would have been asked for."""
    goal = case.book.goals[0] if case.book.goals else None
    connection = connection_of(person)
    previous = _last_attempt(case.book, person)
    windows = _windows(case, person) if rung == 0 else []
    learnt = dict(case.book.learnt)
    return {
        "greeting": person.greeting or f"Hi {person.first_name}",
        "connection": clause(addressed(connection, person.first_name)),
        "aim": phrase_of_aim(goal.text) if goal else "",
        "becoming": clause(person.becoming or learnt.get("becoming", "")),
        "topic": person.hope.rstrip(".?! "),
        "ask": person.ask.rstrip(".?! "),
        "result": clause(person.result),
        "referrer": person.referred_by,
        "windows": windows,
        "first_window": windows[0] if windows else None,
        "zone": reader_zone(case.book, person),
        "zone_said": "your time" if person.zone else city(case.book.protege.zone) + " time",
        "subject_before": previous.subject if previous else "",
    }


def connection_of(person: Person) -> str:
    """What of theirs was used and what it changed, as the protégé said it: their `why`, else a remark that says it."""
    return person.why or next((r.text for r in person.evidence if says_something(r.text)), "")


def turned(person: Person) -> tuple[str, str]:
    """What the protégé wrote about a person and what a letter to them makes of it; ("", "") where nothing changed."""
    said = clause(connection_of(person))
    told = clause(addressed(said, person.first_name))
    return (said, told) if said != told else ("", "")


def _windows(case: Case, person: Person) -> list[datetime]:
    """Two afternoons that both sides could make, far enough off for an approval that takes its time (P52).

    Inside the protégé's working hours and the reader's day; within 15 business days.
    """
    calendar = case.calendar(person)
    local = zone(reader_zone(case.book, person))
    own = zone(case.zone)
    found: list[datetime] = []
    day = calendar.add(max(case.today, person.first_from or case.today), 6)
    for _ in range(15):
        for hour in (15, 16, 11, 10):
            start = datetime.combine(day, time(hour), local)
            mine = start.astimezone(own)
            end = mine + timedelta(hours=1)
            open_then = case.book.protege.opens <= mine.time() and end.time() <= case.book.protege.closes
            if open_then and mine.date() == end.date():
                found.append(start.astimezone(UTC))
                break
        if len(found) == 2:
            break
        day = calendar.add(day, 2 if found else 1)
    return found


def again(case: Case, letter: Letter) -> Draft:
    """The same letter worded afresh with today's values (new times), for a new approval."""
    person = case.book.person(letter.person)
    values = dict(letter.values)
    if letter.rung is not None and not values.get("own_text"):
        fresh = attempt_values(case, person, letter.rung)
        values.update({k: v for k, v in fresh.items() if k in ("windows", "first_window", "zone", "zone_said")})
    values.update(offered_again(case, letter))
    return _redraft(case, letter, letter.template, values)


def reworded(case: Case, letter: Letter, op: str, text: str) -> Draft | None:
    """The draft with one change, or None where no rule can make it (then the protégé's own words are wanted).

    op: shorter | warmer | no_flattery (or several, "warmer+shorter") | mention | replace; a replaced text is the
    protégé's, word for word.
    """
    values = dict(letter.values)
    if op in ("replace", "edit"):
        subject, own = own_text(text)
        values.update(own_text=own, own_subject=subject or letter.subject, **_times_in(case, own))
        return _redraft(case, letter, "person/own", values) if own else None
    if op == "mention":
        if not (says_something(text) or _SPEAKS.search(text)):
            return None  # "our podcast" is no sentence: the words themselves are wanted
        values["own_text"] = _mentioning(undisclosed(letter.text), text, case.book.protege.name)
        values["own_subject"] = letter.subject
        values.update(_times_in(case, str(values["own_text"])))
        return _redraft(case, letter, "person/own", values)
    taken = [one for one in op.split("+") if takes(letter, one)]
    for one in taken:
        name, value = {"shorter": ("length", "short"), "warmer": ("warm", True)}.get(one, ("flattery", False))
        values[name] = value
    if not taken:
        return None
    return _redraft(case, letter, letter.template, values)


_SPEAKS = re.compile(r"\b(?:I|we|you|it|they|she|he|there|that|who)(?:\s|['’])\s*\w", re.IGNORECASE)
_PART = re.compile(r"[!?\n]+|\.(?=\s)")


def _times_in(case: Case, text: str) -> dict[str, object]:
    """The times that a text in the protégé's words proposes: its days to come that stand beside an hour."""
    parts = [part for part in _PART.split(text) if clock_times(part)]
    named = {day for part in parts for day in dates(part)}
    days = sorted(day for ahead in range(200) if ((day := case.today + timedelta(ahead)).day, day.month) in named)
    windows = [datetime.combine(day, time(12), zone(case.zone)).astimezone(UTC) for day in days]
    return {"windows": windows, "first_window": windows[0] if windows else None}


def in_own_words(book: Book, person: Person, rung: int) -> Letter | None:
    """The newest letter of this rung whose text is the protégé's own and that nobody has got; None if there is none."""
    own = [x for x in book.letters if x.person == person.id and x.kind is Kind.ATTEMPT and x.rung == rung]
    newest = max(own, key=lambda x: x.created, default=None)
    if newest is None or newest.template != "person/own" or (newest.sent_at and newest.failure != BOUNCED):
        return None
    return newest


def takes(letter: Letter, op: str) -> bool:
    """Whether a rule can make this change ("shorter", "warmer", "no_flattery") in this letter, and has not yet."""
    if letter.template == "person/own":
        return False
    values = letter.values
    first = letter.template == "person/first"
    match op:
        case "shorter":
            return first and values.get("length") == "full"
        case "warmer":
            return letter.template in ("person/first", "person/smaller") and values.get("warm") is False
        case "no_flattery":
            return first and values.get("flattery") is True and bool(values.get("connection"))
        case _:
            return False


_SUBJECT = re.compile(r"\s*Subject:[ \t]*(?P<subject>[^\n]+)\n", re.IGNORECASE)


def own_text(text: str) -> tuple[str, str]:
    """A text sent back: its `Subject:` line, if it has one, and the rest as it is, without our indent and our line."""
    plain = dedent(text.strip("\n"))
    subject = _SUBJECT.match(plain)
    rest = plain[subject.end() :] if subject else plain
    return (subject["subject"].strip() if subject else ""), undisclosed(dedent(rest).strip())


def _mentioning(body: str, text: str, signature: str) -> str:
    """The body with the wish as a paragraph of its own, before the last paragraph above the name."""
    lines = body.rstrip().removesuffix(signature).rstrip()
    head, _, last = lines.rpartition("\n\n")
    sentence = re.sub(r"\bi\b(?=\s|['’])", "I", clause(text.strip()))
    said = sentence[:1].upper() + sentence[1:] + "."
    return f"{head}\n\n{said}\n\n{last}" if head else f"{lines}\n\n{said}"


def _redraft(case: Case, letter: Letter, template: str, values: dict[str, object]) -> Draft:
    return Draft(
        id=case.id("again", letter.id),
        letter=template,
        kind=letter.kind,
        to_protege=False,
        thread=letter.thread,
        at=case.at,
        person=letter.person,
        values=values,
        answers=letter.in_reply_to,
        references=letter.references,
        why=letter.why,
        rung=letter.rung,
        meeting=letter.meeting,
        method=letter.method,
        occurrence=letter.occurrence,
        urgent=letter.urgent,
    )
