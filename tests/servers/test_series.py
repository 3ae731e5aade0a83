"""A series through real servers: what Minerva and Ada were delivered makes the same calendar for both, at each step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
from servers.calendar_of import CalendarOf
from servers.fixtures import not_installed
from servers.whole import ADA, MINERVA, Whole, said, why_not

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]
MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture
def whole() -> Iterator[Whole]:
    """Everything running; a weekly series with Minerva, Thursdays at 16:00, is in both calendars."""
    if reason := why_not():
        not_installed(reason)
    with Whole(speed=60.0) as running:
        running.start()
        running.asks(ADA, "hi")
        running.asks(ADA, "new mentor Minerva M minerva@example.org\nwhy: her talk made us drop our free tier")
        running.asks(ADA, "assigned: Minerva")
        running.asks(ADA, "Minerva agreed 12 months weekly 45 min")
        sends(running, running.asks(ADA, "meet Minerva weekly thu 16:00 45min"), 1)
        yield running


def sends(whole: Whole, shown: EmailMessage, letters: int) -> None:
    """Ada's SEND to the mail that shows the drafts: so many letters reach Minerva, and as many copies Ada."""
    assert "Reply SEND" in said(shown), said(shown)
    before, mine = len(invites(whole, MINERVA)), len(invites(whole, ADA))
    whole.asks(ADA, "SEND", answers=shown)
    whole.until(lambda: len(invites(whole, MINERVA)) >= before + letters, "the letters to Minerva")
    whole.until(lambda: len(invites(whole, ADA)) >= mine + letters, "Ada's copies")
    assert len(invites(whole, MINERVA)) == before + letters


def invites(whole: Whole, who: str) -> list[EmailMessage]:
    return [m for m in whole.inbox(who) if any(p.get_content_type() == "text/calendar" for p in m.walk())]


def stands(whole: Whole) -> list[datetime]:
    """What stands in the calendars from now on, on Madrid's clock: the same for both."""
    now = whole.now()
    hers, mine = (CalendarOf().apply(invites(whole, who)).starts(now) for who in (MINERVA, ADA))
    assert hers == mine
    return [at.astimezone(MADRID).replace(tzinfo=None) for at in hers]


def test_a_series_that_changes_moves_and_ends_is_the_same_in_both_calendars(whole: Whole) -> None:
    before = stands(whole)
    assert {f"{at:%a %H:%M}" for at in before} == {"Thu 16:00"}

    shown = whole.asks(ADA, "from now on fridays at 10, 30 minutes")
    sends(whole, shown, 2 if "one SEND covers both" in said(shown) else 1)
    changed = stands(whole)
    fridays = [at for at in changed if f"{at:%a %H:%M}" == "Fri 10:00"]
    assert fridays[1:] == [fridays[1] + timedelta(weeks=n) for n in range(len(fridays) - 1)]
    assert set(changed) - set(fridays) <= {at for at in before if at < fridays[0]}

    there = fridays[3] + timedelta(days=3, hours=5)
    sends(whole, whole.asks(ADA, f"move the meeting of {fridays[3]:%Y-%m-%d} to {there:%Y-%m-%d %H:%M}"), 1)
    moved = stands(whole)
    assert moved == sorted({*changed, there} - {fridays[3]})

    sends(whole, whole.asks(ADA, f"the meeting of {fridays[4]:%Y-%m-%d} is online: https://example.org/room"), 1)
    assert stands(whole) == moved
    assert any("https://example.org/room" in said(mail) for mail in whole.inbox(MINERVA)[-1:])

    sends(whole, whole.asks(ADA, f"cancel the meeting of {fridays[5]:%Y-%m-%d}"), 1)
    assert stands(whole) == [at for at in moved if at != fridays[5]]

    ended = whole.asks(ADA, "WRAP UP Minerva M COMPLETED")
    sends(whole, ended, 1 + said(ended).count("Subject: ") - 1)
    assert stands(whole) == []
    assert whole.stop() == 0
