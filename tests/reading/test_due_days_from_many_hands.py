"""Due days from many hands (phones, Indians, Germans, Finns, Japanese, the British), and what is no due day.

All is said on Tuesday 3 November 2026, at 10:00 in Madrid. A day is MM-DD, of another year YYYY-MM-DD; "?" is asked.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.reading.dates import Found, Moment, due

NOW = Moment(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/Madrid")


def said(found: Found | None) -> str | None:
    if found is None or found.ask:
        return "?" if found else None
    assert found.first is not None
    return found.first.isoformat().removeprefix("2026-")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pls send tmrw", "11-04"),
        ("eob fri pls", "11-06"),
        ("by e.o.d.", "11-03"),
        ("by end of wk", "11-06"),
        ("end of nxt week", "11-13"),
        ("nxt fri works for the draft", "11-13"),
        ("by nxt mon", "11-09"),
        ("by 2morrow", "11-04"),
        ("send cv tomoz", "11-04"),
        ("tmw eod", "11-04"),
        ("submit by the fri", "11-06"),
        ("I'll have it with you Thursday fortnight", "11-19"),
        ("come Friday the deck must be ready", "11-06"),
        ("by noon on the 12th", "11-12"),
        ("Please revert back positively by EOD tomorrow", "11-04"),
        ("within one week from today", "11-10"),
        ("in another two weeks", "11-17"),
        ("two weeks from now", "11-17"),
        ("by the second week of December", "12-11"),
        ("by 10th next month", "12-10"),
        ("on 25th of this month", "11-25"),
        ("by today evening", "11-03"),
        ("Monday second half", "11-09"),
        ("by 11:59 pm on Sunday", "11-08"),
        ("until latest next Tuesday", "11-10"),
        ("until the 20.11. please", "11-20"),
        ("until 20.11. I give you feedback", "11-20"),
        ("on the 20.11. I must give the paper", "11-20"),
        ("to the 20th November", "11-20"),
        ("in KW47", "11-20"),
        ("during the weekend", "11-08"),
        ("Monday in two weeks", "11-16"),
        ("in 8 days", "11-11"),
        ("by 2026/11/13 (Fri)", "11-13"),
        ("within next week", "11-13"),
        ("by the mid of next week", "11-12"),
        ("by the beginning of next month", "12-01"),
        ("by late November", "11-30"),
        ("by Jan end", "2027-01-31"),
        ("by year's end", "12-31"),
        ("by the end of the calendar year", "12-31"),
        ("by end of Q4", "12-31"),
        ("a fortnight today", "11-17"),
        ("ten days from today", "11-13"),
        ("in a month's time", "12-03"),
        ("in six weeks", "12-15"),
        ("in 2 weeks and 3 days", "11-20"),
        ("in 1 week", "11-10"),
        ("in 3 wks time", "11-24"),
        ("in the next two days", "11-05"),
        ("Within the next fortnight", "11-17"),
        ("in the next fortnight", "11-17"),
        ("The deadline was moved from 10 November to 17 November", "11-17"),
        ("The due date is now the 19th instead of the 12th", "11-19"),
        ("not Thursday but Friday", "11-06"),
        ("not by Thursday but by Friday", "11-06"),
        ("was due on Thursday, now due next Monday", "11-09"),
        ("brought forward to Thursday", "11-05"),
        ("we agreed to meet on Thursday", "11-05"),
        ("he wanted the draft by Thursday", "11-05"),
        ("We settled on Friday for the draft", "11-06"),
        ("by end of business day tomorrow", "11-04"),
        ("before lunch tomorrow", "11-04"),
        ("Fri 5pm sharp", "11-06"),
        ("fri@5", "11-06"),
        ("Deck -> Fri", "11-06"),
        ("Deck - due Fri", "11-06"),
        ("Deck by 13.11", "11-13"),
        ("Deck due 13-11", "11-13"),
        ("deck @due(2026-11-13)", "11-13"),
        ("deck !tomorrow", "11-04"),
        ("by 13 nov.", "11-13"),
        ("by 13 Novemeber", "11-13"),
        ("by Febuary 2", "2027-02-02"),
        ("by 2 Feburary", "2027-02-02"),
        ("by wensday", "11-04"),
        ("by wendsday", "11-04"),
        ("by wednsday", "11-04"),
        ("by thrusday", "11-05"),
        ("by thurday", "11-05"),
        ("by tuseday", "11-10"),
        ("by teusday", "11-10"),
        ("by firday", "11-06"),
        ("by satruday", "11-07"),
        ("by tomorrrow", "11-04"),
        ("by the thirteenth", "11-13"),
        ("by 13 of November", "11-13"),
        ("by 13 Nov 26", "11-13"),
        ("by Friday 13 November at the latest please", "11-13"),
        ("by 1/12", "12-01"),
        ("by 01/12", "12-01"),
        ("The deadline for the grant is 15 November", "11-15"),
        ("Must be with the printer by Wednesday 18th November", "11-18"),
        ("Please let me have sight of it by the 12th", "11-12"),
        ("From the 12th I can help", "11-12"),
        ("later today", "11-03"),
        ("this afternoon", "11-03"),
        ("by 10 tomorrow", "11-04"),
        ("by Tuesday lunchtime next week", "11-10"),
        ("this week Thursday", "11-05"),
        ("the next Friday", "11-13"),
        ("in the course of next week", "11-13"),
        ("around 20 November", "11-20"),
        ("ca. 20 Nov", "11-20"),
        ("at the latest by the end of the month", "11-30"),
        ("eod 30/11", "11-30"),
        ("by 30 November 2026, 17:00 CET", "11-30"),
        ("by Mo 30.11.", "11-30"),
        ("by the 11/11", "11-11"),
        ("by 2/12", "12-02"),
        ("by dec 2", "12-02"),
        ("on the second of December", "12-02"),
        ("ahead of Friday", "11-06"),
        ("ready for Thursday morning", "11-05"),
        ("within a month", "12-03"),
        ("within ten working days", "11-17"),
        ("no more than two weeks from now", "11-17"),
        ("one week before Christmas", "12-18"),
        ("the Friday before Christmas", "12-18"),
        ("the day after Thanksgiving", "11-27"),
        ("3 days after 12 November", "11-15"),
        ("the day before the 20th", "11-19"),
        ("the day after the 20th", "11-21"),
        ("by New Year's Eve", "12-31"),
        ("by mid-Jan 2027", "2027-01-15"),
        ("by quarter end", "12-31"),
        ("by next week", "11-13"),
        ("by the end of today", "11-03"),
        ("on the morning of the 12th", "11-12"),
        ("Thu ev", "11-05"),
        ("W 11 Nov", "11-11"),
    ],
)
def test_a_due_day_is_read_whoever_writes_it(words: str, expected: str) -> None:
    assert said(due(words, NOW)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "by friyay",
        "after 2 weeks",
        "by day after",
        "before the week's out",
        "in 1w",
        "in 2w",
        "in 10d",
        "in the next few days",
        "in the coming days",
        "one of these days",
        "over the coming weeks",
        "I sent Marguerite the slides on Monday.",
        "We met on Friday and it went well.",
        "she called me on Wednesday about it",
        "Priya already posted the parcel on Thursday",
        "The plumber came on Tuesday",
        "they told us on Monday that it is fine",
        "On Monday I spoke with the dean",
        "I finished the essay on Sunday",
        "I've sent it on Monday",
        "had lunch with Lee on Thursday",
        "the mail from Friday needs an answer",
        "Read the notes from Monday",
        "read the minutes of Monday's meeting",
        "the invoice dated 12 November",
        "since Monday",
        "as of Monday I am at the new desk",
        "the Thursday group liked it",
        "reply to Ben's Tuesday mail",
        "Call her after the 20th",
        "not before the 20th",
        "no earlier than Friday",
        "anytime but Friday",
        "by @friday",
        "by mnday",
        "by tomm",
        "by twelve November",
        "Thank April for the introduction",
        "At some point write to Ben",
        "Book flights before prices go up",
        "Submit after the review",
        "When the grant comes through, hire someone",
        "As soon as legal signs, share it",
        "within the hour",
        "first thing in the morning",
        "overnight",
        "over lunch",
        "ultimo November",
        "le 30/11",
        "for the 12 November board meeting",
        "for Monday's session",
        "inside two weeks",
        "in under two weeks",
        "less than a week from now",
        "in no less than 3 weeks",
        "the week after Thanksgiving",
        "by Advent",
        "by St Nicholas",
        "by Nikolaus",
        "by the turn of the year",
        "by end of the fiscal year",
        "by spring",
        "by summer 2027",
        "after the weekend",
    ],
)
def test_what_is_told_or_only_named_is_no_due_day(words: str) -> None:
    assert said(due(words, NOW)) is None


@pytest.mark.parametrize("words", ["by Thursday or Friday", "by 6/11 or 7/11", "two months from today on Friday"])
def test_where_two_days_could_be_meant_it_is_asked(words: str) -> None:
    assert said(due(words, NOW)) == "?"


@pytest.mark.parametrize("words", ["before Friday", "before 20 November", "before the 20th"])
def test_a_day_before_which_something_is_due_is_said_back(words: str) -> None:
    found = due(words, NOW)
    assert found is not None
    assert found.unusual


def test_on_or_before_a_day_is_that_day() -> None:
    found = due("on or before 20 November", NOW)
    assert found is not None
    assert not found.unusual
