"""The terms of a proposal or an agreement, in a command's words: how long, how often, how many minutes (P67–P72)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.mentoring.case import Case
from assistant.mentoring.letters import Kind
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.rhythm import cadence_of

A_YEAR = {"weekly": 52, "fortnightly": 26, "monthly": 12, "quarterly": 4}
CADENCES = (
    ("fortnightly", re.compile(r"\b(?:fortnightly|bi-?weekly|every (?:two|2|other) weeks?)\b", re.IGNORECASE)),
    ("quarterly", re.compile(r"\b(?:quarterly|every (?:three|3) months|light)\b", re.IGNORECASE)),
    ("weekly", re.compile(r"\b(?:weekly|every week)\b", re.IGNORECASE)),
    ("monthly", re.compile(r"\b(?:monthly|every month|once a month|core)\b", re.IGNORECASE)),
)
MONTHS = re.compile(r"\b(\d{1,2})\s*months?\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:a|one|1)\s+year\b", re.IGNORECASE)
MINUTES = re.compile(r"\b(\d{2,3})\s*min(?:ute)?s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """What was said of term, cadence and length; `missing` names what the defaults filled in."""

    months: int
    cadence: str
    minutes: int
    missing: tuple[str, ...]

    @property
    def meetings(self) -> int:
        return max(round(A_YEAR[self.cadence] * self.months / 12), 1)

    @property
    def hours(self) -> int:
        """Hours in all, as asked of the mentor (P72)."""
        return max(-(-self.meetings * self.minutes // 60), 1)  # rounded up: never more than was asked for


def terms(case: Case, policy: Policy) -> Terms:
    """The terms in a command; what it leaves open is the default of `policy`."""
    command = case.command
    line = f"{command.op} {command.text} {command.line}"
    months = command.months or (int(found[1]) if (found := MONTHS.search(line)) else 12 if YEAR.search(line) else 0)
    minutes = command.minutes or (int(found[1]) if (found := MINUTES.search(line)) else 0)
    cadence = next((name for name, pattern in CADENCES if pattern.search(line)), "") or cadence_of(command.rrule)
    given = {"the term": months, "how often": cadence, "how long": minutes}
    return Terms(
        min(months or policy.term_months, 60),
        cadence or "monthly",
        min(minutes or policy.meeting_minutes, 240),
        tuple(name for name, value in given.items() if not value),
    )


def last_offer(case: Case, person: Person) -> Terms:
    """The terms of the proposal that was sent; the usual ones where they wrote before it left."""
    cadence = _sent(case, person).get("cadence")
    usual = proposed(case, person)
    return Terms(usual.term_months, cadence if isinstance(cadence, str) else "monthly", usual.meeting_minutes, ())


def proposed(case: Case, person: Person) -> Policy:
    """The defaults of an agreement: the terms of the proposal that was sent, where there was one."""
    sent = _sent(case, person)
    months, minutes = sent.get("months"), sent.get("minutes")
    return replace(
        case.policy,
        term_months=months if isinstance(months, int) else case.policy.term_months,
        meeting_minutes=minutes if isinstance(minutes, int) else case.policy.meeting_minutes,
    )


def _sent(case: Case, person: Person) -> Mapping[str, object]:
    """What the proposal that left last said; nothing, where none has left."""
    sent = [x for x in case.book.letters if x.person == person.id and x.kind is Kind.PROPOSAL and x.sent_at]
    return sent[-1].values if sent else {}
