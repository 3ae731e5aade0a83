"""An invite that is on the wire, or of which nobody knows whether it left, is not drafted anew under the same UID."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from mentoring.people import Desk, active, local

from assistant.mentoring.command import Verb
from assistant.mentoring.letters import LetterState
from assistant.mentoring.meetings import meetings

WEEKLY: dict[str, object] = {"rrule": "FREQ=WEEKLY;BYDAY=MO", "time": time(15)}
FORTNIGHTLY: dict[str, object] = {"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "time": time(11)}
ONCE: dict[str, object] = {"at": local("2026-11-19 11:00")}
LATER: dict[str, object] = {"at": local("2026-11-20 11:00")}


@pytest.mark.parametrize("state", [LetterState.SENDING, LetterState.IN_DOUBT])
@pytest.mark.parametrize(("first", "then"), [(WEEKLY, FORTNIGHTLY), (ONCE, LATER)])
def test_another_wish_waits_until_its_fate_is_known(
    first: dict[str, object], then: dict[str, object], state: LetterState
) -> None:
    desk = Desk(active())
    desk.says(meetings.meet, Verb.MEET, **first)
    desk.book = desk.book.with_letter(replace(desk.draft, state=state))
    before = desk.book
    desk.says(meetings.meet, Verb.MEET, **then)
    assert "on its way at this moment" in desk.answer.text
    assert desk.book.meetings == before.meetings
    assert desk.book.pending() == ()
