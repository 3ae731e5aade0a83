"""What changes of a series: its length, where it clashes, what is dropped, and how each reader's clock has it (L29)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from engine.approving import says
from engine.house import ADA, House, parsed
from engine.meeting_life import body, calendar, line, sends, waits


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("make all meetings 15 minutes longer", "every Tuesday at 16:00, 60 minutes"),
        ("make our calls 20 min shorter", "every Tuesday at 16:00, 25 minutes"),
        ("half an hour instead", "every Tuesday at 16:00, 30 minutes"),
        ("an hour from now on", "every Tuesday at 16:00, 60 minutes"),
        ("15 min earlier from now on", "every Tuesday at 15:45, 45 minutes"),
    ],
)
def test_the_length_or_the_hour_changes_by_a_difference_or_a_value(weekly: House, words: str, now: str) -> None:
    told = says(weekly, words, fresh=True)
    assert "Before: every Tuesday at 16:00, 45 minutes" in told
    assert f"Now: {now}" in told
    assert line(calendar(sends(weekly)), "SEQUENCE") == "1"


def test_a_length_that_is_none_is_refused(weekly: House) -> None:
    said = says(weekly, "make all meetings 40 minutes shorter", fresh=True)
    assert "that would be 5 minutes; a meeting is 10 to 240 minutes long" in said
    assert weekly.book.pending() == ()


def test_a_meeting_is_not_moved_onto_another_of_its_own_series(weekly: House) -> None:
    said = says(weekly, "move the meeting of 24 november to 17 november 16:15", fresh=True)
    assert "Tue 17 Nov 16:15 clashes with Minerva M at Tue 17 Nov 16:00" in said
    assert "nearest free time is Tue 17 Nov" in said
    assert "MOVE%20THE%20MEETING%20OF%202026-11-24%2016%3A00%20WITH%20Minerva%20M%20TO%202026-11-17" in said
    assert weekly.book.pending() == ()


def test_a_meeting_is_not_moved_to_where_a_drafted_change_puts_another(weekly: House) -> None:
    waits(weekly, 1)
    says(weekly, "meet Minerva 2026-11-12 11:00", fresh=True)
    sends(weekly)
    waits(weekly, 1)
    says(weekly, "move the meeting of 12 november to 13 november 12:00", fresh=True)
    said = says(weekly, "move the meeting of 17 november to 13 november 12:00", fresh=True)
    assert "Fri 13 Nov 12:00 clashes with Minerva M at Fri 13 Nov 12:00" in said


def test_what_a_second_change_drops_is_said_at_once_and_in_the_digest_once(weekly: House) -> None:
    waits(weekly, 0.2)
    says(weekly, "move the meeting of 24 november to 26 november 16:00", fresh=True)
    told = says(weekly, "move the meeting of 1 december to 3 december 16:00", fresh=True)
    assert "The draft “Moved: Tue 24 Nov at 16:00 to Thu 26 Nov at 16:00” is dropped" in told
    before = len(weekly.to(ADA))
    waits(weekly, 2)
    said = [body(parsed(mail.raw)) for mail in weekly.to(ADA)[before:]]
    assert sum("Moved: Tue 24 Nov at 16:00" in text and "was dropped for another change" in text for text in said) == 1


def test_a_change_that_drops_the_cancellation_of_the_same_date_says_so(weekly: House) -> None:
    says(weekly, "cancel the meeting of 24 november", fresh=True)
    told = says(weekly, "move the meeting of 24 november to 26 november 16:00", fresh=True)
    assert "The draft “Cancelled: Tue 24 Nov at 16:00” is dropped" in told


def test_what_was_told_again_meanwhile_is_not_named_in_the_digest(weekly: House) -> None:
    says(weekly, "move the meeting of 24 november to 26 november 16:00", fresh=True)
    says(weekly, "move the meeting of 1 december to 3 december 16:00", fresh=True)
    weekly.cycle(1)
    says(weekly, "SKIP")
    says(weekly, "move the meeting of 24 november to 26 november 16:00", fresh=True)
    before = len(weekly.to(ADA))
    waits(weekly, 2)
    assert not any("was dropped for another" in body(parsed(mail.raw)) for mail in weekly.to(ADA)[before:])


def test_each_reader_has_the_change_on_their_own_clock(weekly: House) -> None:
    weekly.says("timezone: Pacific/Auckland", subject="Minerva")
    weekly.cycle(1)
    assert weekly.book.people[0].zone == "Pacific/Auckland"
    told = says(weekly, "make all meetings 15 minutes longer", fresh=True)
    assert "Before: every Tuesday at 16:00, 45 minutes" in told
    assert "Clocks change on different days" not in told
    letter = weekly.book.pending()[-1]
    assert "Before: every Wednesday at 04:00, 45 minutes" in letter.text
    assert "Now: every Wednesday at 04:00, 60 minutes" in letter.text
    assert "Our clocks change on different days" in letter.text


def test_an_invite_that_never_came_is_sent_again_on_her_word_alone(weekly: House) -> None:
    waits(weekly, 0.2)
    told = says(weekly, "she never got the invite", fresh=True)
    assert "THE INVITE AGAIN for Minerva M" in told
    text = calendar(sends(weekly))
    assert (line(text, "UID"), line(text, "SEQUENCE")) == (weekly.book.meetings[0].uid, "0")


def test_adas_own_copy_comes_at_once(weekly: House) -> None:
    before, hers = len(weekly.to(ADA)), len(weekly.to("minerva@example.org"))
    weekly.says("send me the invite again")
    weekly.cycle(5)
    assert any(calendar(parsed(mail.raw)) for mail in weekly.to(ADA)[before:])
    assert len(weekly.to("minerva@example.org")) == hers


# --- away


def test_each_meeting_of_an_absence_can_be_moved_or_cancelled_by_a_tap(weekly: House) -> None:
    told = says(weekly, "holiday with the kids 22 dec to 8 jan, no meetings please", fresh=True)
    assert "3 meetings stand in it" in told
    for day in ("22 Dec", "29 Dec", "5 Jan"):
        assert f"- Minerva, Tue {day} 16:00 (" in told
        assert f"[Cancel Tue {day} 16:00]" in told
        assert f"[Move Tue {day} 16:00 to " in told
    assert weekly.book.pending() == ()
    move = "MOVE THE MEETING OF 2027-01-05 16:00 WITH Minerva M TO 2027-01-11 16:00"
    assert move.replace(" ", "%20").replace(":", "%3A") in told
    assert "MOVE for Minerva M: Tue 5 Jan 2027 at 16:00 → Mon 11 Jan 2027 at 16:00" in says(weekly, move, fresh=True)


def test_of_a_meeting_whose_cancellation_is_approved_nothing_is_asked(weekly: House) -> None:
    says(weekly, "cancel the meeting of 17 november", fresh=True)
    weekly.says("SEND", answers=ADA)
    weekly.cycle(1)
    says(weekly, "pause all", fresh=True)  # it is approved, and held up
    before = len(weekly.to(ADA))
    for _ in range(16 * 24):
        weekly.cycle(60)
    said = [body(parsed(mail.raw)) for mail in weekly.to(ADA)[before:]]
    assert not any(text.startswith(("PREP for Minerva M on Tue 17 Nov",)) for text in said)
    assert weekly.at - timedelta(days=16) > weekly.book.meetings[0].begins - timedelta(days=30)
