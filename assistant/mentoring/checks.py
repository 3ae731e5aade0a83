"""Checks on every mail to a person, on the worded text (`policy.md`). Hard ones can't be sent; soft ones can, on the
protégé's own word. Each hit shows a better way to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.mentoring.book import Book
from assistant.mentoring.letters import Draft, Hit, Kind
from assistant.mentoring.outbox import last_thanks
from assistant.mentoring.people import out_of_reach
from assistant.mentoring.person import BEFORE_COFFEE, Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.privacy import plain, private_lines

BE_MY_MENTOR = re.compile(
    r"\bmy\s+mentor\b|\bmentor\s+me\b|\bmentorship\b",
    re.IGNORECASE,
)
A_JOB = re.compile(
    r"\b(?:hire\s+me|give\s+me\s+a\s+job|offer\s+me\s+a\s+(?:job|role|position)|get\s+me\s+(?:a\s+job|hired|promoted)|promote\s+me|"
    r"(?:job|position|vacanc(?:y|ies)|opening)s?\s+(?:for\s+me|at\s+your|in\s+your)|refer\s+me\s+for)\b",
    re.IGNORECASE,
)
CLAIMS_HUMAN = re.compile(
    r"\b(?:typed|written|wrote)\s+this\s+(?:myself\s+)?by\s+hand\b|\bno\s+(?:program|robot|assistant)\s+wrote\b",
    re.IGNORECASE,
)
SLOT = re.compile(
    r"\{\{|\}\}|\{%|\[(?:name|your|topic|date|insert)[^\]]*\]|<(?:name|topic|date)>|\bTBD\b|\bXXX\b", re.IGNORECASE
)
PHRASES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), says, better)
    for pattern, says, better in (
        (
            r"\bjust (?:checking|following) (?:in|up)\b|\b(?:following up|circling back|bumping|touch(?:ing)? base)\b",
            "it only asks again",
            "Bring a new idea: a smaller question, or what came of their advice.",
        ),
        (
            r"\bI ha(?:ve|d)n[’']?t heard\b|\bno reply\b|\bstill waiting\b|\bin case you missed\b",
            "it makes them feel guilty",
            "Leave the silence unmentioned; ask something smaller.",
        ),
        (r"\bpick your brain", "“pick your brain” says nothing", "Name the one thing you would ask."),
        (
            r"\bI hope this (?:e-?mail )?finds you well\b|\bI know you[’']?re busy\b|\bquick question\b",
            "a phrase that everybody uses",
            "Begin with what they did and what it changed.",
        ),
        (
            r"\b(?:huge|big) fan\b|\binspiring\b|\bamazing\b|\bincredible\b|\bawesome\b|\blegendary\b",
            "praise without a fact",
            "Say what of theirs you used and what happened.",
        ),
        (r"!", "an exclamation mark", "A full stop is warmer."),
    )
)
WAY_OUT = re.compile(
    r"\bno worries\b|\bno is fine\b|\bno need\b|\bif it doesn[’']?t (?:fit|suit)\b|\bor not at all\b"
    r"|\bfeel free to say no\b|\bno hard feelings\b"
    r"|\bno problem\b|\bno is a fine answer\b|\bplease don[’']?t feel\b|\bdoor\b.*\bopen\b",
    re.IGNORECASE,
)
FOR_A_DAY = re.compile(
    r"(?:late, but not forgotten: )?(?:thank you|(?:many )?thanks)(?: (?:so|very) much| again| a lot)?"
    r"(?: for (?:(?:our|the|your|a|all|great|good|valuable|kind|time|talk|meeting|call|chat|coffee|conversation|advice"
    r"|help|insights?|and|today|yesterday|on|at|last|week|\w{3,6}day|mon|tue|wed|thu|fri|sat|sun|\d{1,2}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\b[ ,]*)+)?"
    r"|(?:it was )?(?:great|nice|good|lovely) (?:to (?:see|meet|talk to)|seeing|meeting|talking to) you.*",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"(?:I|we)(?:['’]ll| will| meet| wish| look)\b|from (?:me|us both):|no need to answer|I wanted you to know"
    r"|all the best",
    re.IGNORECASE,
)
LIMITS = {0: "first_words", 1: "smaller_words", 4: "result_words"}


def words(text: str, first_name: str, signature: str) -> int:
    """How many words a letter has, without greeting and name (`letters.md`)."""
    body = text.strip()
    head, _, rest = body.partition("\n")
    if (
        head.rstrip().endswith(",")
        and len(head.split()) <= 5
        and (first_name in head or head.startswith(("Dear", "Hi")))
    ):
        body = rest
    lines = body.strip().splitlines()
    disclosure = next((i for i, line in enumerate(lines) if line.startswith("A program posts this")), len(lines))
    lines = lines[:disclosure]
    while lines and lines[-1].strip() in ("", signature):
        lines.pop()
    return sum(len(line.split()) for line in lines)


def check(book: Book, draft: Draft, subject: str, text: str, policy: Policy) -> tuple[Hit, ...]:
    """Every check that this worded letter to a person fails, hard ones first."""
    person = book.find_person(draft.person)
    if person is None:
        return (Hit("person", True, "the person is not in the book"),)
    hits = [*_hard(book, draft, person, subject, text), *_soft(book, draft, person, text, policy)]
    return tuple(sorted(hits, key=lambda hit: not hit.hard))


def _hard(book: Book, draft: Draft, person: Person, subject: str, text: str) -> Iterator[Hit]:
    whole = f"{subject}\n{text}"
    if person.do_not_contact and not last_thanks(book, person, draft.kind):
        yield Hit("stop", True, out_of_reach(person))
    if person.stage in BEFORE_COFFEE and draft.kind is not Kind.PROPOSAL and BE_MY_MENTOR.search(whole):
        yield Hit(
            "P43",
            True,
            "it asks to be mentored before you have talked",
            "Ask for twenty minutes on one thing they did.",
        )
    if A_JOB.search(whole):
        yield Hit("P113", True, "it asks for a job or a promotion", "Ask how they would go about it themselves.")
    if SLOT.search(whole):
        yield Hit("slot", True, "a slot is not filled", "Reply EDIT and the whole note.")
    if CLAIMS_HUMAN.search(whole):
        yield Hit("human", True, "it claims something about how it was written", "Leave that sentence out.")
    said = plain(whole)
    for private in _private(book, person):
        if private in said:
            yield Hit("private", True, "it holds something you marked as private", "Take that line out.")
            break


def _private(book: Book, person: Person) -> Iterator[str]:
    """What never reaches anybody: lines marked private, of any meeting and any person; what another mentor said."""
    yield from private_lines(book)
    for recap in book.recaps:
        if recap.person == person.id:
            continue
        for line in (*recap.points, *recap.decisions, *recap.offers):
            if len(line.split()) >= 5:
                yield plain(line)


def _soft(book: Book, draft: Draft, person: Person, text: str, policy: Policy) -> Iterator[Hit]:
    body = text.partition("\nA program posts this")[0]
    for pattern, says, better in PHRASES:
        found = pattern.search(body)
        if found:
            yield Hit("phrase", False, f"{says}: “{found[0]}”", better)
    count = words(body, person.first_name, book.protege.name)
    limit = getattr(policy, LIMITS[draft.rung]) if draft.kind is Kind.ATTEMPT and draft.rung in LIMITS else None
    if draft.kind in (Kind.THANKS, Kind.RECAP):
        limit = policy.thanks_words
    if draft.kind is Kind.AGENDA:
        limit = policy.agenda_words
    if limit is not None and count > limit:
        yield Hit("length", False, f"{count} words; {limit} is the most that gets read", "Reply SHORTER, or EDIT.")
    if draft.kind in (Kind.THANKS, Kind.RECAP) and not _thanks_for_something(body, book.protege.name):
        yield Hit(
            "P130",
            False,
            "thanks for nothing in particular",
            "Say what of it you used: reply "
            + ("USED: and one line." if draft.kind is Kind.RECAP else "EDIT and below it the whole note."),
        )
    asks = body.count("?")
    if draft.kind is Kind.ATTEMPT and asks > 1:
        yield Hit("one ask", False, f"{asks} questions", "Keep the one that matters most.")
    if draft.kind is Kind.THANKS and asks:
        yield Hit("P131", False, "thanks with a question in it", "Ask another day.")
    if draft.kind is Kind.ATTEMPT and not WAY_OUT.search(body):
        yield Hit("way out", False, "no easy way out", "Add “If it doesn't fit, no worries at all.”")


def _thanks_for_something(body: str, signature: str) -> bool:
    """Whether thanks name a thing: what is left without the greeting, thanks for a day and what is still to come."""
    lines = [line.strip() for line in body.strip().removesuffix(signature).split("\n")]
    said = " ".join(lines[1:] if lines[0].endswith(",") else lines)
    sentences = (s.strip(" .!") for s in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])", said))
    return any(len(s.split()) > 3 and not FOR_A_DAY.fullmatch(s) and not TO_COME.match(s) for s in sentences)


def passed(draft_kind: Kind, hits: tuple[Hit, ...], count: int, *, connection: bool, asks: bool) -> list[str]:
    """What a draft passed, as short words for the line "Checks: …" (language.md, "How it sounds").

    connection, asks: the text holds what of theirs was used, and a question.
    """
    failed = {hit.rule for hit in hits}
    if draft_kind is not Kind.ATTEMPT:
        return [f"{count} words ✓"] if "length" not in failed else []
    marks = []
    if connection:
        marks.append("evidence ✓")
    if asks and "one ask" not in failed:
        marks.append("one ask ✓")
    if "length" not in failed:
        marks.append(f"{count} words ✓")
    if "way out" not in failed:
        marks.append("easy way out ✓")
    return marks
