"""What a meeting's calendar entry says of its course: the one skeleton of all meetings (P88), for both sides to see."""

from __future__ import annotations

from assistant.mentoring.schedule import Meeting

SKELETON = (
    "Last actions and what came of them",
    "The goal of today",
    "Questions",
    "Recap aloud: main points and actions",
    "The next date",
)


def agenda(meeting: Meeting) -> str:
    """The text of the entry (calendar.md S10: no links); "" for a first coffee, which is a talk and has none."""
    if meeting.purpose != "meeting":
        return ""
    return "\n".join(f"{number}. {point}" for number, point in enumerate(SKELETON, 1))
