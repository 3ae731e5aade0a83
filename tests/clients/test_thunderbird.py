"""A mentor who lives in Thunderbird: her calendar is what the book says, and her real answers are understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from clients.conversation import AGREED, Conversation, calendars
from clients.thunderbird import ACCEPT, DECLINE, DELETE, MAYBE, Event, Thunderbird
from engine.house import ADA, MINERVA, OURS

pytestmark = [pytest.mark.clients, pytest.mark.usefixtures("_thunderbird"), pytest.mark.timeout(150)]

SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)
INVITED = "This message contains an invitation to an event."


def utc(month: int, day: int, hour: int, year: int = 2027) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


class Pair:
    """The house of Ada's assistant, and Minerva's Thunderbird (or her own)."""

    def __init__(self, house: Conversation, hers: Thunderbird) -> None:
        self.house, self.hers, self.answers = house, hers, 0

    def answered(self, raw: bytes, press: tuple[str, ...]) -> str:
        """She opens the mail and presses a button that answers. Gives what Ada is told of her answer."""
        self.hers.opens(raw, press)
        self.answers += 1
        return self.house.hears(self.answers, self.hers.email)

    def event(self) -> Event:
        """The meeting that was made last, in her calendar."""
        return self.hers.events(SINCE, UNTIL)[self.house.meeting.uid]

    def answer(self, occurrence: datetime | None = None) -> str:
        """Her answer as the book has it."""
        return self.house.meeting.answer_of(self.hers.email, occurrence)


@pytest.fixture
def whose() -> str:
    return MINERVA


@pytest.fixture
def pair(tmp_path: Path, whose: str) -> Iterator[Pair]:
    (tmp_path / "house").mkdir()
    with (
        Conversation(tmp_path / "house") as house,
        Thunderbird(tmp_path / "thunderbird", whose, house.smtp.port) as hers,
    ):
        yield Pair(house, hers)


def test_a_single_meeting_is_accepted_moved_cancelled_and_another_one_declined(pair: Pair) -> None:
    house, hers = pair.house, pair.hers
    raw = house.invites("coffee with Minerva 18 Nov 15:00 Café Luna")
    seen = hers.opens(raw)
    assert seen.label == INVITED
    assert {"imipAcceptButton", "imipDeclineButton"} <= set(seen.buttons)
    assert "SAYS YES" in pair.answered(raw, ACCEPT)
    event = pair.event()
    assert (event.starts, event.answer, event.place) == ([utc(11, 18, 14, 2026)], "ACCEPTED", "Café Luna")
    assert event.occurrences[0].end == datetime(2026, 11, 18, 14, 25, tzinfo=UTC)
    assert pair.answer() == "ACCEPTED"

    moved = house.invites("move to 2026-11-19 11:00")
    assert pair.answer() == "NEEDS-ACTION"  # what she said was to another time
    pair.answered(moved, MAYBE)
    event = pair.event()
    assert (event.starts, event.answer, event.sequence) == ([utc(11, 19, 10, 2026)], "TENTATIVE", 1)
    assert pair.answer() == "TENTATIVE"

    hers.opens(house.invites("cancel next"), DELETE)
    assert hers.events(SINCE, UNTIL) == {}

    raw = house.invites("coffee with Minerva 24 Nov 10:00")
    assert "CAN'T MAKE" in pair.answered(raw, DECLINE)
    assert pair.answer() == "DECLINED"
    assert house.meeting.state == "invited"  # nobody cancelled it: Ada is asked


def test_a_series_is_accepted_one_is_cancelled_one_is_moved_and_all_is_cancelled(pair: Pair) -> None:
    house, hers = pair.house, pair.hers
    house.tells(AGREED)
    raw = house.invites("meet Minerva monthly first tue 16:00 45min")
    pair.answered(raw, ACCEPT)
    series = [utc(12, 1, 15, 2026), utc(1, 5, 15), utc(2, 2, 15), utc(3, 2, 15), utc(4, 6, 14)]
    assert pair.event().starts == series  # summer time begins between March and April
    assert pair.answer() == "ACCEPTED"

    hers.opens(house.invites("cancel next"), DELETE)
    assert pair.event().starts == series[1:]

    raw = house.invites("move to 2027-01-07 11:00")
    pair.answered(raw, DECLINE)
    assert pair.answer(series[1]) == "DECLINED"
    assert pair.answer(series[2]) == "ACCEPTED"
    pair.answered(house.invites("move to 2027-01-08 11:00"), ACCEPT)
    assert pair.event().starts == [utc(1, 8, 10), *series[2:]]
    assert pair.answer(series[1]) == "ACCEPTED"

    hers.opens(house.invites("cancel the series"), DELETE)
    assert hers.events(SINCE, UNTIL) == {}


def test_a_series_in_a_zone_without_yearly_rules_is_sent_in_utc_and_right(pair: Pair) -> None:
    house, hers = pair.house, pair.hers
    house.tells("my timezone is America/Havana")  # summer time from March 2026 until November 2027
    house.tells(AGREED.replace("6 months", "18 months"))
    raw = house.invites("meet Minerva monthly first tue 12:00 45min")
    assert "TZID" not in calendars(raw)[0]
    pair.answered(raw, ACCEPT)
    until = datetime(2028, 12, 1, tzinfo=UTC)
    expected = [actual for _, actual in house.meeting.occurrences(SINCE, until)]
    assert {at.hour for at in expected} == {16, 17}
    assert hers.events(SINCE, until)[house.meeting.uid].starts == expected
    # her answer lists the exceptions as NEEDS-ACTION beside the series that she accepted: that is no answer to them
    assert {pair.answer(at) for at in expected} == {"ACCEPTED"}

    pair.answered(house.invites("move to 2026-12-03 11:00"), ACCEPT)
    moved = [actual for _, actual in house.meeting.occurrences(SINCE, until)]
    assert moved[0] == utc(12, 3, 15, 2026)
    assert hers.events(SINCE, until)[house.meeting.uid].starts == moved
    assert pair.answer(expected[0]) == "ACCEPTED"

    hers.opens(house.invites("cancel the series"), DELETE)
    assert hers.events(SINCE, until) == {}


@pytest.mark.parametrize("whose", [ADA])
def test_the_protege_declines_her_own_copy_and_an_apology_waits_for_her_word(pair: Pair) -> None:
    house = pair.house
    house.invites("coffee with Minerva 18 Nov 15:00 Café Luna")
    told = pair.answered(house.to(ADA)[-1].raw, DECLINE)
    assert pair.answer() == "DECLINED"
    assert "I can't make our meeting on Wed 18 Nov at 15:00" in told
    assert len(house.to(MINERVA)) == 2  # the first note and the invite: nothing leaves without her SEND


@pytest.mark.parametrize("whose", [ADA])
def test_her_private_dates_stand_in_her_calendar_move_and_leave_it(pair: Pair) -> None:
    house, hers = pair.house, pair.hers
    house.tells("milestone: promotion board 3 Mar")
    pair.answered(house.invited(ADA), ACCEPT)
    house.tells("remind me thu 10 Dec 14:00 to call the registrar")
    pair.answered(house.invited(ADA), ACCEPT)
    call, board = sorted(hers.events(SINCE, UNTIL).values(), key=lambda event: event.starts)
    assert (board.title, board.starts, board.answer) == ("promotion board", [utc(3, 3, 0)], "ACCEPTED")
    assert board.occurrences[0].end == utc(3, 4, 0)  # the whole day, and no more
    assert (call.title, call.starts, call.answer) == ("call the registrar", [utc(12, 10, 13, 2026)], "ACCEPTED")

    house.tells("my timezone is Europe/Lisbon")  # two o'clock is another instant there
    pair.answered(house.invited(ADA), ACCEPT)
    known = hers.events(SINCE, UNTIL)
    assert (known[call.uid].starts, known[call.uid].sequence) == ([utc(12, 10, 14, 2026)], 1)
    assert known[board.uid] == board

    for number, left in ((2, [board.uid]), (1, [])):
        house.tells(f"DROP R{number}")
        hers.opens(house.invited(ADA), DELETE)
        assert list(hers.events(SINCE, UNTIL)) == left
    private = [mail for mail in house.sent if any("CLASS:PRIVATE" in text for text in calendars(mail.raw))]
    assert len(private) == 5 + 3  # ours, and her answers
    assert {who for mail in private for who in mail.recipients} == {ADA, OURS}
