"""Numbers that are days or hours by where they stand, and days and hours that belong to something else.

All is said on Tuesday 3 November 2026, at 10:00 in Madrid.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.tuesday import NOW, time_said

from assistant.reading.dates import slots, without_refused_days


def proposed(words: str) -> str:
    return "; ".join(time_said(slot) for slot in slots(words, NOW))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The 12th is empty for me all day", "11-12"),
        ("The 12 at 15:00 I am in the studio and free", "11-12 15:00"),
        ("They are full here on the 10th, so the 11th and ten o'clock", "11-11 10:00"),
        ("Ok for me. 30.11. or 1.12. at 9.00.", "11-30 09:00; 12-01 09:00"),
        ("The afternoons of 12.11. and 13.11. are quiet", "11-12 13:00-18:00; 11-13 13:00-18:00"),
        ("I like the 2nd draft more. Thursday at 9?", "11-05 09:00"),
        ("There is a bakery at 5th and Main. Thursday at 9?", "11-05 09:00"),
    ],
)
def test_a_bare_number_is_a_day_where_nothing_follows_that_it_counts(words: str, expected: str) -> None:
    assert proposed(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("On Thursday I could do either 11 or half past three", "11-05 11:00; 11-05 15:30"),
        ("Either 11 or half past three on Thursday", "11-05 11:00; 11-05 15:30"),
        ("Thursday the 12th. Eleven suit you?", "11-12 11:00"),
        ("Thursday I could manage 10.", "11-05 10:00"),
        ("Tomorrow I'm in Ghent. Thursday or Friday, 9 both days.", "11-05 09:00; 11-06 09:00"),
        ("Dinner on Thursday? 8 at the Lion.", "11-05 08:00"),
        ("How's Thursday 9, Friday 9, or Monday 2?", "11-05 09:00; 11-06 09:00; 11-09 14:00"),
        ("9 on Thursday, at the bakery", "11-05 09:00"),
        ("Thursday: 9 in the morning or 3 in the afternoon", "11-05 09:00; 11-05 15:00"),
        ("Saturday, morning 11", "11-07 11:00"),
        ("Thursday at the 17", "11-05 17:00"),
        ("Thursday at 10, all 8 of us", "11-05 10:00"),
        ("Thursday at 10 for 3 people and 2 dogs", "11-05 10:00"),
        ("One is good, two are better: Thursday at 10", "11-05 10:00"),
    ],
)
def test_a_bare_number_is_an_hour_where_the_words_around_it_leave_nothing_else(words: str, expected: str) -> None:
    assert proposed(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("At nine on Thursday, before the 9:45 sermon", "11-05 09:00"),
        ("Thursday at 2. I have a call at 4", "11-05 14:00"),
        ("Thursday at 2? My bus goes at 5.", "11-05 14:00"),
        ("Thursday works after 4, so let's just call it 5", "11-05 17:00"),
        ("On Thursday I have choir till 20:00. Shall we say 20:30?", "11-05 20:30"),
        ("How's Thursday? I get off at 3:30 so 4 is good", "11-05 16:00"),
        ("Let us fix it for Thursday by 10am", "11-05 10:00"),
        ("In the evenings next week, around 7", "11-09 19:00; 11-10 19:00; 11-11 19:00; 11-12 19:00; 11-13 19:00"),
        ("Thursday, 10 to 12 a.m.", "11-05 10:00-12:00"),
    ],
)
def test_an_hour_is_read_with_what_is_said_around_it(words: str, expected: str) -> None:
    assert proposed(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I'm in Leeds on the 10th, York on the 11th, and free on the afternoon of the 12th", "11-12 13:00-18:00"),
        ("I'd say Wednesday but the plumber is coming. Thursday at four?", "11-05 16:00"),
        ("Thursday at 10 suits me, the 11th suits my colleague but not me", "11-05 10:00"),
        ("Thursday works better than Friday. 4 pm", "11-05 16:00"),
        ("I'm booked solid except for Thursday at 11 and Friday at 9", "11-05 11:00; 11-06 09:00"),
        ("This week is flat out but the 12th is clear", "11-12"),
        ("Week 46, any day from Monday to Wednesday", "11-09; 11-10; 11-11"),
        ("Only Friday left this week, at nine", "11-06 09:00"),
        ("Tuesday and Thursday mornings next week", "11-10 09:00-12:00; 11-12 09:00-12:00"),
        ("The week after Thanksgiving: Tue at 1", "12-01 13:00"),
        ("Thanksgiving week is short, but Monday or Tuesday at 10 works", "11-23 10:00; 11-24 10:00"),
        ("Tomorrow's chocker. The day after, say 1pm?", "11-05 13:00"),
        ("My free hour is Tuesdays at 3, so the 10th or the 17th", "11-10 15:00; 11-17 15:00"),
        ("I'll look in on you before Friday: Thursday at 9", "11-05 09:00"),
        ("Two options before I disappear till January: Thu 12/11 1pm, Fri 13/11 10am", "11-12 13:00; 11-13 10:00"),
        ("Yes, but after the holidays please: 11 January at 11.", "2027-01-11 11:00"),
        ("I have the Thursday and the Friday free, from 10 o'clock", "11-05 10:00-18:00; 11-06 10:00-18:00"),
    ],
)
def test_a_day_counts_by_its_own_clause(words: str, expected: str) -> None:
    got = "; ".join(time_said(slot) for slot in slots(words, NOW))
    years = "; ".join(f"{slot.start:%Y}-{time_said(slot)}" for slot in slots(words, NOW))
    assert expected in {got, years}


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("On Sunday I do not take calls; Friday, 4 pm will suit.", " Friday, 4 pm will suit."),
        ("I can't mentor anybody.", "I can't mentor anybody."),
        ("I can't on Friday.", "I can't on Friday."),
    ],
)
def test_a_refused_day_beside_an_offered_hour_refuses_nothing_else(words: str, left: str) -> None:
    assert without_refused_days(words, NOW).replace(";", "") == left


@given(st.text(alphabet="12345 .,?!:-/apmtheorfidaynsu\n", max_size=200))
def test_no_text_breaks_the_reading_of_proposals(text: str) -> None:
    for slot in slots(text, NOW):
        assert slot.end is None or slot.start < slot.end
