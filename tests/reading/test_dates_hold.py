"""What holds for dates of any text: said back it is the same, never before the mail, and quick on anything."""

from __future__ import annotations

import re
import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.tuesday import NOW

from assistant.mentoring.facts import Slot
from assistant.reading.dates import at, clock, dates, day, due, minutes, months, recurrence, slots, until, zone

AHEAD = st.integers(0, 330).map(lambda days: NOW.today + timedelta(days=days))
ZONES = st.sampled_from(["Europe/Madrid", "Asia/Kolkata", "America/New_York", "Pacific/Chatham", "Etc/GMT+3", "UTC"])
WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """next this last the first second third of on by until after before from to in a week two weeks month fri
        fortnight Tuesday Mon May march 14 3 10:00 at 3pm noon morning Nov 12 2026 1/2 31.12. Easter Christmas new year
        not but , . ; or and - every weekly except my time ET +05:30 end mid early EOD Q4 KW 48 quarter half past""",
    )
)
TEXT = st.lists(WORDS, max_size=16).map(" ".join) | st.text(max_size=120)


@given(
    AHEAD,
    st.sampled_from(["%a %-d %b", "%A %-d %B", "%-d %B %Y", "%Y-%m-%d", "%b %-d, %Y", "%a, %-d %B %Y", "%d.%m.%Y"]),
)
def test_a_day_that_is_said_back_is_the_same_day(meant: date, form: str) -> None:
    found = day(meant.strftime(form), NOW)
    assert found
    assert (found.day, found.ask) == (meant, "")


@given(AHEAD, st.times().map(lambda t: t.replace(second=0, microsecond=0, fold=0)), ZONES)
def test_a_time_that_is_said_back_is_the_same_time(meant: date, hour: object, name: str) -> None:
    start = datetime.combine(meant, hour)  # type: ignore[arg-type]
    found = slots(f"{start:%a %-d %B %Y %H:%M} ({name})", NOW)
    if name.startswith("Etc/"):  # said as an offset
        found = slots(f"{start:%a %-d %B %Y %H:%M} (UTC-3)", NOW)
    assert found == (Slot(start, None, name),)


@given(AHEAD, st.integers(8, 17), st.sampled_from([0, 15, 30, 45]), st.sampled_from([15, 30, 45, 60, 90]))
def test_a_length_of_time_that_is_said_back_is_the_same(meant: date, hour: int, minute: int, length: int) -> None:
    start = datetime(meant.year, meant.month, meant.day, hour, minute)  # noqa: DTZ001 slots are local
    end = start + timedelta(minutes=length)
    assert slots(f"{start:%a %-d %B %Y, %H:%M}–{end:%H:%M}", NOW) == (Slot(start, end, NOW.zone),)


@given(TEXT)
@settings(max_examples=400, deadline=None)
def test_nothing_is_ever_due_or_proposed_before_the_mail(words: str) -> None:
    found = due(words, NOW)
    assert found is None or found.first is None or found.first >= NOW.today
    assert all(slot.start.date() >= NOW.today for slot in slots(words, NOW))
    assert all(slot.end is None or slot.end >= slot.start for slot in slots(words, NOW))


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_the_same_words_always_mean_the_same(words: str) -> None:
    readings = [(dates(words, NOW), slots(words, NOW), until(words, NOW), recurrence(words)) for _ in range(2)]
    assert readings[0] == readings[1]


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_every_date_lies_in_its_text_and_has_days_in_order_or_a_question(words: str) -> None:
    end = 0
    for one in dates(words, NOW):
        assert end <= one.start < one.end <= len(words)
        assert one.ask or (one.first and one.first <= (one.last or one.first))
        end = one.end


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_every_zone_is_one_that_exists(words: str) -> None:
    assert all(ZoneInfo(slot.zone) for slot in slots(words, NOW))


HOSTILE = (
    *(
        "a ",
        "1 ",
        "1.",
        "1/1 ",
        "at ",
        "Mon ",
        "next ",
        "in ",
        "to ",
        "on ",
        "\n",
        "- ",
        "(",
        "Tue 10:00 or ",
        "12 Nov, ",
    ),
    *(
        "12 or ",
        "at 10, ",
        "not ",
        "every first and ",
        "1st or ",
        "first and third ",
        "from 1 to ",
        "10-11, ",
        "two weeks ",
    ),
    *("London time ", "\x00", "end of ", "week of "),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_kilobytes_of_anything_are_read_at_once(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    for read in (dates, slots, due, until, at):
        started = time.process_time()
        read(text, NOW)
        assert time.process_time() - started < 1  # 0.2 s on a quiet machine; what is not linear takes minutes
    for plain in (recurrence, clock, minutes, months):
        started = time.process_time()
        plain(text)
        assert time.process_time() - started < 1
    started = time.process_time()
    zone(text, "UTC")
    assert time.process_time() - started < 1
