"""Offered times beside days that are only said: what fills a day, a habit, a correction, the same week.

All is written on Tuesday 9 March 2027, at 09:00 in London."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.reading.dates import Moment, recurrence, slots

NOW = Moment(datetime(2027, 3, 9, 9, tzinfo=UTC), "Europe/London")


def said(words: str) -> list[str]:
    return [f"{slot.start:%a %-d}" + ("" if slot.whole_day else f"{slot.start: %H:%M}") for slot in slots(words, NOW)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I lecture on Wednesdays, so any day but Wednesday of next week", ["Mon 15", "Tue 16", "Thu 18", "Fri 19"]),
        ("Any day from 15th to 19th March, excluding the 17th (viva).", ["Mon 15", "Tue 16", "Thu 18", "Fri 19"]),
        ("Monday and Tuesday I'm in Lyon, Wednesday 17 March at 14h is good", ["Wed 17 14:00"]),
        ("On Wednesday there is Holi. Can we keep it Thursday 5.30 pm?", ["Thu 11 17:30"]),
        ("On Friday is 12 March, a feast here. So please take Thursday, 16:00", ["Thu 11 16:00"]),
        ("Friday we're shut, so make it Wednesday or Thursday after 4 pm", ["Wed 10 16:00", "Thu 11 16:00"]),
        ("Mondays are always hopeless, so how about Tuesday the 16th at 9?", ["Tue 16 09:00"]),
        ("Only Mondays work for me, so Monday 22 March at 5 pm", ["Mon 22 17:00"]),
        ("Day after tomorrow I am reaching Pune, so Saturday 4 pm only.", ["Sat 13 16:00"]),
        ("We're closed Monday. Any other day next week at 4pm", ["Tue 16 16:00", "Wed 17 16:00", "Thu 18 16:00",
                                                                "Fri 19 16:00"]),
        ("Sunday is All Saints and on Monday I travel back; Tuesday 16 March at 10", ["Tue 16 10:00"]),
        ("From Monday to Wednesday of next week we have holidays. How about Thursday of the same week, at 10?",
         ["Thu 18 10:00"]),
        ("got lectures mon-thurs so fri 12th, anytime", ["Fri 12"]),
        ("Thursday 11 March at 3.45 p.m. The 10th, which my daughter suggested, will not do", ["Thu 11 15:45"]),
        ("10 o'clock on the 1st of April (no joke)", ["Thu 1 10:00"]),
        ("I've a hearing Wednesday, but Thursday at half past four in the afternoon would suit", ["Thu 11 16:30"]),
        ("We have a funeral Friday, Monday at 10 is fine", ["Mon 15 10:00"]),
        ("tues arvo, 2.30?", ["Tue 16 14:30"]),
        ("how about 16.03 at 15:00? on 17.3 I can too, at 11:00", ["Tue 16 15:00", "Wed 17 11:00"]),
        ("any morning 30 March to 1 April is sweet, it goes nuts from midday",
         ["Tue 30 09:00", "Wed 31 09:00", "Thu 1 09:00"]),
    ],
)  # fmt: skip
def test_a_day_that_something_else_fills_is_not_offered(words: str, expected: list[str]) -> None:
    assert said(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sounds good. 15, 16 or 18 March at 10h30.", ["Mon 15 10:30", "Tue 16 10:30", "Thu 18 10:30"]),
        ("for me: 16.03 at 9:00, 16.03 at 18:00 or 18.03 at 9:00", ["Tue 16 09:00", "Tue 16 18:00", "Thu 18 09:00"]),
        ("any morning between the 15th and the 17th", ["Mon 15 09:00", "Tue 16 09:00", "Wed 17 09:00"]),
        ("My free time is 11/3 (Thu), 17:00 or later.", ["Thu 11 17:00"]),
        ("Thursday between 15h and 17h, or Friday the same hours", ["Thu 11 15:00", "Fri 12 15:00"]),
        ("Thursday 10am. If that fails, same time the day after.", ["Thu 11 10:00", "Fri 12 10:00"]),
        ("Thursday the 11th, 11.45? Otherwise the following day, same hour.", ["Thu 11 11:45", "Fri 12 11:45"]),
        ("Tues the 16th, half 3 in the afternoon", ["Tue 16 15:30"]),
        ("Thursday, 7 in the mornin'", ["Thu 11 07:00"]),
        ("tomorrow works: 9, 10 or 11", ["Wed 10 09:00", "Wed 10 10:00", "Wed 10 11:00"]),
        ("Thursday the 11th 'tween 1 and 3 pm", ["Thu 11 13:00"]),
        ("Any day from 15th to 18th March post 6 pm... actually simply take 16th at 6 pm.", ["Tue 16 18:00"]),
        ("Thursday at 3. Actually Friday works too, at 3", ["Thu 11 15:00", "Fri 12 15:00"]),
    ],
)
def test_the_times_of_an_offer_are_all_read(words: str, expected: list[str]) -> None:
    assert said(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on the 10 of each month", "FREQ=MONTHLY;BYMONTHDAY=10"),
        ("the 15 of every month, please", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("always on the last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("once a year is plenty", "FREQ=YEARLY"),
        ("once a month works", "FREQ=MONTHLY"),
        ("a month of Sundays", None),
        ("a week of Mondays", None),
        ("once a week students gather", None),
    ],
)
def test_a_rhythm_is_read_as_it_is_said(words: str, expected: str | None) -> None:
    assert recurrence(words) == expected
