"""How many calendar mails a second are written on one core, from the meeting to the bytes that leave.

It judges nothing. `python tests/bench/invite_speed.py`, from the root of a checkout. The goal is 500 a second.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from clients import catalogue

from assistant.mentoring.letters import Kind, Letter
from assistant.mentoring.schedule import Meeting
from assistant.writing.invite import request
from assistant.writing.letter import compose

MANY, GOAL = 500, 500
WORDS = "Ada Byron invites you (sent by a scheduling assistant).\n\nHi Minerva,\n\nhere are our meetings."


def mail(meeting: Meeting, number: int) -> bytes:
    """One whole mail, each of another meeting."""
    invitation = catalogue.to(agenda=catalogue.AGENDA)
    later: datetime = invitation.stamp + timedelta(seconds=number)
    calendar = request(replace(meeting, uid=f"{number}@example.org"), replace(invitation, stamp=later))
    letter = Letter(
        id=str(number),
        kind=Kind.INVITE,
        template="invite/series",
        thread="person/minerva",
        to="minerva@example.org",
        cc=(),
        subject="Ada and Minerva: our meetings",
        text=WORDS,
        digest="",
        created=later,
        message_id=f"<{number}.k7q2@example.org>",
        calendar=calendar,
        method="REQUEST",
    )
    return compose(letter, sender=catalogue.ROBIN, reply_to=("assistant+k7q2@example.org",), date=later, auto=False)


def rate(work: Callable[[int], object]) -> float:
    """How many in a second of one core, in the best of three rounds: the machine has other work."""
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        for number in range(MANY):
            work(number)
        best = max(best, MANY / (time.process_time() - began))
    return best


def main() -> None:
    meetings = {"a single meeting": catalogue.SINGLE, **{f"a series, {k}": v for k, v in catalogue.SERIES.items()}}
    for name, meeting in meetings.items():
        speed = rate(lambda number, meeting=meeting: mail(meeting, number))  # type: ignore[misc]
        sys.stdout.write(f"{name:<26}{speed:7.0f} a second{'' if speed >= GOAL else f'  UNDER {GOAL}'}\n")


if __name__ == "__main__":
    main()
