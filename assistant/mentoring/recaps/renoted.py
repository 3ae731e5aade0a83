"""Notes that come again for a talk: the same ones, a corrected version, or more of them.

Lines are compared as sets, then by likeness; nothing of either is thrown away where it is not the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from difflib import SequenceMatcher
from enum import Enum
from typing import TypeVar

from assistant.mentoring.book import Book
from assistant.mentoring.facts import Notes
from assistant.mentoring.minutes import Recap
from assistant.mentoring.person import Person
from assistant.mentoring.privacy import plain

Line = TypeVar("Line")
LIKE = 0.72  # from which share of letters a line is another's correction
BEGINS = 12  # characters that two lines begin with
MOST_COMPARED = 2500  # pairs of lines: of more only the same lines count
SOON = timedelta(days=2)  # notes without a meeting are of one talk when they come within this
TRIFLE = 3  # words of a line above a forward: "fyi", "see below"
_CORRECTS = re.compile(
    r"\b(?:correct(?:ed|ions?)|revised|updated|amended|new version|version 2|v2|final version|better version"
    r"|this one instead|instead of the (?:last|first)|not the last (?:one|mail)|ignore (?:the|my) (?:last|first))\b",
    re.IGNORECASE,
)
_HEAD = 200


class Likeness(Enum):
    """How notes stand to those of the same talk from before: the same, instead of them, or more of them."""

    SAME = "same"
    CORRECTED = "corrected"
    MORE = "more"


def says_corrected(subject: str, text: str) -> bool:
    """Whether a mail says of itself that it corrects one before."""
    return _CORRECTS.search(f"{subject}\n{text[:_HEAD]}") is not None


def earlier(book: Book, person: Person, recap: Recap) -> Recap | None:
    """The recap that there is already of the talk of this new one."""
    found = [r for r in book.recaps if r.person == person.id]
    if recap.meeting:
        bound = [r for r in found if (r.meeting, r.occurrence) == (recap.meeting, recap.occurrence)]
        return bound[-1] if bound else None
    loose = [r for r in found if not r.meeting and r.day == recap.day and abs(recap.at - r.at) <= SOON]
    return loose[-1] if loose else None


def likeness(old: Iterable[str], new: Iterable[str], *, corrects: bool = False) -> Likeness:
    """What new lines are to the old ones. corrects: the mail says that it corrects."""
    before, now = ({plain(line): None for line in lines if plain(line)} for lines in (old, new))
    gone = [line for line in before if line not in now]
    fresh = [line for line in now if line not in before]
    if not gone and all(len(line.split()) <= TRIFLE for line in fresh) and len(fresh) <= 1:
        return Likeness.SAME
    kept = len(before) - len(gone) + len(_paired(gone, fresh))
    return Likeness.CORRECTED if corrects or 2 * kept >= len(before) else Likeness.MORE


def _paired(gone: Sequence[str], fresh: Sequence[str]) -> dict[str, str]:
    """Old lines with the new line that corrects each."""
    if len(gone) * len(fresh) > MOST_COMPARED:
        return {}
    left = list(fresh)
    found: dict[str, str] = {}
    for line in gone:
        best = closest(line, left)
        if best is not None:
            left.remove(best)
            found[line] = best
    return found


def closest(line: str, among: Sequence[str]) -> str | None:
    """The line most like this one; None where none is like enough to be its correction."""
    rated = [(_alike(line, other), other) for other in among]
    best = max(rated, default=(0.0, ""))
    return best[1] if best[0] >= LIKE else None


def _alike(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if len(short) >= BEGINS and long.startswith(short):
        return 0.9  # the same line with more behind it
    matcher = SequenceMatcher(a=one[:_HEAD], b=other[:_HEAD], autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE else 0.0


def kept_lines(book: Book, recap: Recap) -> tuple[str, ...]:
    """Every line of a recap, its actions included."""
    actions = (a.text for a in book.actions if a.recap == recap.id)
    return (*recap.points, *recap.decisions, *recap.offers, *recap.questions, *recap.private, *actions)


def both(one: Iterable[Line], other: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of both, in their order, none twice."""
    return tuple(dict.fromkeys((*one, *other)))


def combined(one: Notes, other: Notes) -> Notes:
    """Two lots of notes as one, no line twice."""
    following = other if other.next_meeting else one
    return Notes(
        points=both(one.points, other.points),
        decisions=both(one.decisions, other.decisions),
        actions=both(one.actions, other.actions),
        offers=both(one.offers, other.offers),
        questions=both(one.questions, other.questions),
        private=both(one.private, other.private),
        next_meeting=following.next_meeting,
        next_start=following.next_start,
        next_day=following.next_day,
        used=other.used or one.used,
        held=other.held or one.held,
    )
