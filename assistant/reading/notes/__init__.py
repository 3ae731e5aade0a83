"""Meeting notes, read: the writer's own lines under the right heading. Nothing is summed up, owner and due are never
inferred (P100), conditions and wishes are no tasks, what is done stays done, what is private stays private."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes.asked import under_questions
from assistant.reading.notes.cast import cast
from assistant.reading.notes.day_order import ordered
from assistant.reading.notes.fields import with_owners
from assistant.reading.notes.forms import plain_form
from assistant.reading.notes.heads import with_heads
from assistant.reading.notes.held import held_on
from assistant.reading.notes.kinds import has_marks, of_many
from assistant.reading.notes.lines import lines
from assistant.reading.notes.records import opened, with_records
from assistant.reading.notes.sorting import Sorter
from assistant.reading.notes.spoken_points import with_points
from assistant.reading.notes.stacked import unstacked
from assistant.reading.notes.tables import barred
from assistant.reading.notes.typeset import plain_marks
from assistant.reading.privacy import split_private, unmarked
from assistant.reading.transcripts import dictated, in_turns

__all__ = ["dictated", "notes"]

MOST_PRIVATE = 500  # lines that are read back without their marks


def notes(text: str, moment: Moment, *, protege: str, mentor: str) -> Notes:
    """Notes of a talk between `protege` and `mentor` (full names), written at `moment`. Lines stay the writer's own.

    An action's owner is "" and its due None unless the words say them; `asks` says what is to be confirmed."""
    shared, private = split_private(with_points(plain_marks(opened(text))), mentor)
    asked = under_questions(plain_form(shared))
    public = barred(unstacked(with_records(in_turns(asked))))
    names = cast(public, protege, mentor)
    moment = ordered(moment, shared)
    spoken = dictated(asked)
    found = lines(public if spoken else with_owners(with_heads(public, names, moment), names, moment))
    many = of_many(found, names)
    names = replace(names, by_name=many)
    sorter = Sorter(
        names,
        moment,
        spoken=spoken,
        many=many,
        marks=has_marks(found, names),
    )
    private = tuple(dict.fromkeys((*map(unmarked, private[:MOST_PRIVATE]), *private[MOST_PRIVATE:])))
    return sorter.sort(found).notes(private, names, moment, held=held_on(found, moment))
