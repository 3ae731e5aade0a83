"""Days and times of an answer that are taken, or that only say why another is offered.

All is said on Tuesday 3 November 2026, at 10:00 in Madrid.
"""

from __future__ import annotations

import pytest
from reading.tuesday import NOW, time_said

from assistant.reading.dates import slots


def _said(words: str) -> str:
    return "; ".join(time_said(slot) for slot in slots(words, NOW))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mondays belong to my mother. Wednesday at 4?", "11-04 16:00"),
        ("Jury duty Thursday and Friday. Monday 9:30 works.", "11-09 09:30"),
        ("The auditors have Thursday, so Friday at 11.", "11-06 11:00"),
        ("Thursday goes to the dentist, Friday to my daughter's play. Monday 10:00 then.", "11-09 10:00"),
        ("I rehearse Wednesdays, I perform Fridays. Thursday 15:00 would be lovely.", "11-05 15:00"),
        ("Market day is Thursday; Friday after 14:00 I am all yours.", "11-06 14:00-18:00"),
        ("Wednesday: school run all day. Thursday: 10 or 11.", "11-05 10:00; 11-05 11:00"),
        ("Choir practice eats Thursdays. How about Friday at noon?", "11-06 12:00"),
        ("Our department retreat runs Wednesday to Friday. Monday the 9th at 16:00?", "11-09 16:00"),
        ("The whole of Thursday is swallowed by interviews. Friday 9:15?", "11-06 09:15"),
        ("Thursday full, Friday full, Monday 10:30 free.", "11-09 10:30"),
        ("Wed: full. Thu: full. Fri: 13:00.", "11-06 13:00"),
        ("Thursday - taken. Friday - 14:00 open.", "11-06 14:00"),
        ("Wednesday no, Thursday no, Friday 3pm yes", "11-06 15:00"),
        ("Sadly Thursday has gone. Friday 12:15 remains.", "11-06 12:15"),
    ],
)
def test_a_day_on_which_something_else_is_held_is_no_offer(words: str, expected: str) -> None:
    assert _said(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("My train gets in at 10:40 on Thursday, so 11:30 on Thursday.", "11-05 11:30"),
        ("School finishes at 3:15, so any time after 4 on Friday.", "11-06 16:00-18:00"),
        ("I have a viva at 9 on Thursday but 11:00 on Thursday is fine.", "11-05 11:00"),
        ("The plumber comes at 8 on Friday, therefore Friday 10:30.", "11-06 10:30"),
        ("My shift ends at 14:00 on Thursday, hence Thursday 15:00.", "11-05 15:00"),
        ("We close at 6 on Friday, so half past six on Friday?", "11-06 18:30"),
        ("There is a service at 11 on Sunday, afterwards I have time: Sunday 12:30.", "11-08 12:30"),
        ("The tide turns at 7:50 on Thursday, so we could talk at 9 on Thursday.", "11-05 09:00"),
        ("I teach from 9 to 11 on Thursday, then Thursday 11:30 is possible.", "11-05 11:30"),
        ("Any morning next week, in the afternoons I see patients.",
         "11-09 09:00-12:00; 11-10 09:00-12:00; 11-11 09:00-12:00; 11-12 09:00-12:00; 11-13 09:00-12:00"),
        ("Thursday at 10, evenings I am with the children.", "11-05 10:00"),
        ("Half past nine on Friday morning, before my clinic", "11-06 09:30"),
        ("Thursday 15:30, when the lunch is over", "11-05 15:30"),
    ],
)  # fmt: skip
def test_a_time_that_is_a_reason_is_no_offer(words: str, expected: str) -> None:
    assert _said(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday or Friday, 3pm.", "11-05 15:00; 11-06 15:00"),
        ("Thursday at the Blue Cat, 3pm?", "11-05 15:00"),
        ("Come on Thursday. Or Friday at 9.", "11-05; 11-06 09:00"),
        ("I'm in the office Thursday. Friday at 10 is fine too.", "11-05; 11-06 10:00"),
        ("I'm around on Wednesday and Thursday. Say 11?", "11-04 11:00; 11-05 11:00"),
        ("Thursday works. So does Friday at 9.", "11-05; 11-06 09:00"),
        ("I have time on Thursday, but Friday 10:00 would be better.", "11-05; 11-06 10:00"),
        ("Thursday would be great, alternatively Friday 16:00", "11-05; 11-06 16:00"),
        ("My office hours are Thursday 2 to 4 pm.", "11-05 14:00-16:00"),
        ("Thursday evening at the pub, or Friday lunch at mine", "11-05 18:00-21:00; 11-06 12:00-14:00"),
    ],
)
def test_what_is_offered_in_its_own_words_stays_an_offer(words: str, expected: str) -> None:
    assert _said(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("10/11 or 12/11, 17:30 both days", "11-10 17:30; 11-12 17:30"),
        ("10/11 and 11/11, at 9 each", "11-10 09:00; 11-11 09:00"),
        ("Between 9/11 and 12/11, any evening",
         "11-09 18:00-21:00; 11-10 18:00-21:00; 11-11 18:00-21:00; 11-12 18:00-21:00"),
        ("- 10/11 at 14h30\n- 11/11 at 9h\n- 12/11 in the afternoon", "11-10 14:30; 11-11 09:00; 11-12 13:00-18:00"),
        ("10/11 at 14:30 - 11/11 at 9:00 - 12/11 in the morning", "11-10 14:30; 11-11 09:00; 11-12 09:00-12:00"),
        ("The 10th and 12th both at 5 pm", "11-10 17:00; 11-12 17:00"),
        ("From the 10th to the 12th I can do any morning",
         "11-10 09:00-12:00; 11-11 09:00-12:00; 11-12 09:00-12:00"),
        ("Instead of Thursday can you do Friday, same time, 3:00 pm?", "11-06 15:00"),
        ("this friday 9pm? if not possible, saturday same time", "11-06 21:00; 11-07 21:00"),
        ("good friday morning for me, or saturday at 11", "11-06 09:00-12:00; 11-07 11:00"),
        ("friday 6 november h 15.30", "11-06 15:30"),
        ("Ring me Thursday 1400 CET", "11-05 14:00 Europe/Paris"),
        ("This sat in my drafts too long. Thursday at 4?", "11-05 16:00"),
        ("I'm off service Thursday and could do 2 pm", "11-05 14:00"),
        ("Night shifts till Friday. Monday afternoon?", "11-09 13:00-18:00"),
    ],
)  # fmt: skip
def test_lists_and_short_ways_to_say_a_day(words: str, expected: str) -> None:
    assert _said(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Yes. I guard the museum Wednesdays, so Thursday 3 pm.", "11-05 15:00"),
        ("Sure - my sister's wedding is this weekend. Monday or Tuesday at 10 both work.", "11-09 10:00; 11-10 10:00"),
        ("Works. The surveyor is coming Thursday all day; Friday 9 o'clock.", "11-06 09:00"),
        ("Happy to chat! I could do Thursday (2pm) or Friday (4pm), whichever.", "11-05 14:00; 11-06 16:00"),
        ("Of course dear. After the pilates, so Wednesday at half five.", "11-04 17:30"),
        ("Yes but weekdays are hopeless, I am on site 7-4. Saturday 11?", "11-07 11:00"),
        ("ok. next week mon is a holiday, tue or wed morning", "11-10 09:00-12:00; 11-11 09:00-12:00"),
        ("Very good. On Friday I have already two calls. Monday at 2 pm, I will send the Teams link.", "11-09 14:00"),
        ("yeah alright. kickoff's at 8 on thursday so make it 6.30 thursday", "11-05 18:30"),
        ("Let us meet. Thursday is my day with the grandchildren; Friday at 12.30 in the canteen.", "11-06 12:30"),
        ("Yes, between 4 and 5 on Thursday, before the parents come.", "11-05 16:00-17:00"),
        ("Gladly. This week I am in Oslo. Wednesday next week, 10 a.m.?", "11-11 10:00"),
        ("Absolutely: next week Mon, Wed or Fri at 3pm.", "11-09 15:00; 11-11 15:00; 11-13 15:00"),
        ("I start operating at 10 on Thursday; 8:30 that day is free.", "11-05 08:30"),
        ("Shabbat ends Saturday night, so Sunday 16:00 is good.", "11-08 16:00"),
        ("Any time Thursday or Friday, the other days are gone.", "11-05; 11-06"),
        ("I'm a night owl and Tuesdays are the only evening without rehearsal: Tuesday 10 Nov, 7 pm.", "11-10 19:00"),
        ("Can do 10am Friday. (Thursday was my first thought but the dentist has other plans.)", "11-06 10:00"),
        ("Yes please. Weekends I keep for the family. Monday 11 sharp.", "11-09 11:00"),
        ("Sure! Thursday 13:15, as I have a class at 12 and another at 14:30.", "11-05 13:15"),
        ("With pleasure. The harvest is until Thursday. Friday at 5 in the afternoon.", "11-06 17:00"),
        ("Thursday the 12th, 2 p.m. The 5th I have the council.", "11-12 14:00"),
        ("w/c 16 Nov: Mon or Tue 9.30, rest of the week is conference", "11-16 09:30; 11-17 09:30"),
        ("Thursday and Friday at 11 I am free; at 12 I must run.", "11-05 11:00; 11-06 11:00"),
    ],
)
def test_what_people_have_to_do_around_it_is_left_aside(words: str, expected: str) -> None:
    assert _said(words) == expected


def test_a_zone_in_which_somebody_says_it_counts() -> None:
    words = "Monday 9 November at 18:30? I say it in ART, not in your time."
    assert _said(words) == "11-09 18:30 America/Argentina/Buenos_Aires"


@pytest.mark.parametrize("unit", ["a: ", "Thursday: ", "so but then ", "I land at 3, so ", "10/11 or "])
def test_hostile_lengths_are_read_at_once(unit: str) -> None:
    slots(unit * (100_000 // len(unit)), NOW)
