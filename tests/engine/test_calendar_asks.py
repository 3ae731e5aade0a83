"""What calendars read in several ways is asked: published and added dates, changes from one on, who is uninvited."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from engine.approving import coffee, says
from engine.house import ADA, MINERVA, House
from engine.meeting_life import calendar
from engine.programs import hers, program

WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=6"


@pytest.fixture
def house(house: House) -> House:
    """A coffee with Minerva stands, before any class begins its own story."""
    return coffee(house)


def told(house: House) -> str:
    """The last words to Ada, on one line a paragraph."""
    return str(house.last[ADA].get_body(("plain",)).get_content())  # type: ignore[union-attr]


def starts(house: House, uid: str = "hers@example.org") -> list[str]:
    """When a meeting takes place, in London."""
    meeting = house.book.find_meeting(uid)
    assert meeting is not None
    found = meeting.occurrences(house.at, datetime(2027, 12, 1, tzinfo=UTC))
    return [f"{actual:%d %b %H:%M}" for _, actual in found]


class TestPublished:
    def test_a_date_that_she_publishes_is_said_and_kept_only_on_a_yes(self, house: House) -> None:
        known = house.book.meetings
        program(house, "PUBLISH", hers("PUBLISH"))
        assert "PUBLISHES A DATE: “Pricing talk”, Thu 19 Nov at 16:00" in told(house)
        assert house.book.meetings == known
        assert "Counted: Thu 19 Nov 16:00" in says(house, "YES")
        assert starts(house) == ["19 Nov 15:00"]

    def test_a_no_leaves_everything_as_it_is(self, house: House) -> None:
        known = house.book.meetings
        program(house, "PUBLISH", hers("PUBLISH"))
        says(house, "no")
        assert house.book.meetings == known
        assert house.book.question("person/minerva") is None

    def test_words_beside_it_count_before_it(self, house: House) -> None:
        program(house, "PUBLISH", hers("PUBLISH"), words="Please stop writing to me.")
        assert house.book.people[0].do_not_contact

    def test_one_of_nobody_that_ada_forwards_is_offered_as_a_reminder(self, house: House) -> None:
        text = hers("PUBLISH", organizer="events@example.org").replace("METHOD:PUBLISH\r\n", "")
        house.says("", subject="FYI", files={"talk.ics": text})
        house.cycle(1)
        assert "REMIND%20ME%202026-11-19%2016%3A00%20to%20Pricing%20talk" in told(house)

    def test_a_strangers_is_nothing(self, house: House) -> None:
        before = len(house.to(ADA))
        program(house, "PUBLISH", hers("PUBLISH"), who="mallory@example.org")
        assert len(house.to(ADA)) == before

    def test_our_own_meeting_published_by_somebody_changes_nothing(self, house: House) -> None:
        known = house.book.meetings
        program(house, "PUBLISH", hers("PUBLISH", uid=known[0].uid))
        assert house.book.meetings == known
        assert house.book.question("person/minerva") is None


class TestHerSeries:
    @pytest.fixture(autouse=True)
    def series(self, house: House) -> None:
        """Six Thursdays at three in London, by her own invite."""
        program(house, "REQUEST", hers("REQUEST", "20261119T150000", WEEKLY))
        assert len(starts(house)) == 6

    def test_an_added_date_is_asked_and_then_stands_beside_the_series(self, house: House) -> None:
        program(house, "ADD", hers("ADD", "20261124T110000", sequence=1, minute=5))
        assert "ADDS A DATE to your series: Tue 24 Nov at 12:00" in told(house)
        assert len(starts(house)) == 6
        says(house, "yes")
        assert len(starts(house)) == 6
        assert [m.start for m in house.book.meetings if m.uid.startswith("hers@example.org ")] == [
            datetime(2026, 11, 24, 11)  # noqa: DTZ001 - local
        ]

    def test_all_from_one_on_are_moved_by_as_much_after_a_yes(self, house: House) -> None:
        changed = hers(
            "REQUEST", "20261204T160000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T150000Z", sequence=1, minute=5
        )
        program(house, "REQUEST", changed)
        assert "MOVES ALL MEETINGS from Thu 3 Dec at 16:00 on: the first of them → Fri 4 Dec at 17:00" in told(house)
        assert starts(house)[2] == "03 Dec 15:00"
        assert "4 meetings from Thu 3 Dec 16:00 on are moved; the first is Fri 4 Dec 17:00" in says(house, "yes")
        assert starts(house) == [
            *("19 Nov 15:00", "26 Nov 15:00", "04 Dec 16:00", "11 Dec 16:00", "18 Dec 16:00", "25 Dec 16:00"),
        ]

    def test_all_from_one_on_are_off_after_a_yes(self, house: House) -> None:
        off = hers(
            "CANCEL", "20261203T150000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T150000Z", sequence=1, minute=5
        )
        program(house, "CANCEL", off)
        assert "CANCELS ALL MEETINGS from Thu 3 Dec at 16:00 on" in told(house)
        assert len(starts(house)) == 6
        says(house, "yes")
        assert starts(house) == ["19 Nov 15:00", "26 Nov 15:00"]

    @pytest.mark.parametrize("method", ["ADD", "CANCEL"])
    def test_the_same_from_anybody_else_is_nothing(self, house: House, method: str) -> None:
        named = "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T150000Z"
        before = len(house.to(ADA))
        program(house, method, hers(method, "20261203T150000", named, sequence=1, minute=5), who="mallory@example.org")
        assert (len(starts(house)), len(house.to(ADA))) == (6, before)


class TestOurInvite:
    def message(self, house: House, method: str, who: str = MINERVA) -> str:
        text = calendar(house.last[MINERVA]).replace("METHOD:REQUEST", f"METHOD:{method}")
        return re.sub(
            r"DTSTAMP:\w+", f"DTSTAMP:{house.at:%Y%m%dT%H%M%SZ}", text.replace(f"mailto:{MINERVA}", f"mailto:{who}")
        )

    def test_she_asks_how_it_stands_and_gets_it_again_after_adas_word(self, house: House) -> None:
        before = len(house.to(MINERVA))
        known = house.book.meetings
        first = calendar(house.last[MINERVA])
        program(house, "REFRESH", self.message(house, "REFRESH"))
        assert "calendar asks how Wed 18 Nov at 15:00 stands" in told(house)
        assert len(house.to(MINERVA)) == before
        house.sends()
        for _ in range(26):
            house.cycle(60)
        assert len(house.to(MINERVA)) == before + 1
        again = calendar(house.last[MINERVA])
        assert re.sub(r"DTSTAMP:\w+", "", again) == re.sub(r"DTSTAMP:\w+", "", first)
        assert house.book.meetings == known

    def test_a_second_question_while_the_answer_waits_is_only_noted(self, house: House) -> None:
        program(house, "REFRESH", self.message(house, "REFRESH"))
        told_once = len(house.to(ADA))
        program(house, "REFRESH", self.message(house, "REFRESH"))
        assert len(house.to(ADA)) == told_once
        assert len(house.book.pending()) == 1

    @pytest.mark.parametrize(("method", "says"), [("COUNTER", "PROPOSES ANOTHER TIME"), ("REPLY", "ANSWERED")])
    def test_who_was_not_invited_changes_nothing_and_is_named(self, house: House, method: str, says: str) -> None:
        house.says("new mentor Lee Ito lee@example.org — knows Minerva")
        house.cycle(1)
        known = house.book.meetings
        text = self.message(house, method, "lee@example.org").replace("NEEDS-ACTION", "ACCEPTED")
        program(house, method, text, who="lee@example.org")
        assert house.book.meetings == known
        assert f"Lee Ito {says}" in told(house)
        assert "was not invited" in told(house)

    def test_an_answer_to_all_from_one_on_is_not_recorded(self, house: House) -> None:
        text = self.message(house, "REPLY").replace("NEEDS-ACTION", "DECLINED")
        named = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Madrid:20261118T150000\r\nSUMMARY"
        known = house.book.meetings
        program(house, "REPLY", text.replace("SUMMARY", named, 1))
        assert house.book.meetings == known
        assert "ANSWERED ALL MEETINGS from one on" in told(house)
