"""A series ends and another takes its place: two letters of one change, never one of them alone (L29, S3)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, parsed
from engine.meeting_life import answers_invite, body, calendar, line, sends, series, until, waits

from assistant.mentoring.decide import decide
from assistant.mentoring.events import LetterRefused
from assistant.mentoring.letters import LetterState
from assistant.mentoring.policy import Policy

CHANGE = "from now on Thursdays at 10"


def parted(house: House, change: str = CHANGE) -> str:
    """The day before a meeting the rhythm changes: the old series ends with it, another one begins."""
    until(house, "2026-11-16 10:00")
    said = says(house, change, fresh=True)
    assert len(house.book.pending()) == 2
    return said


def starts(house: House, days: int = 400) -> list[str]:
    """What stands in the calendars, Madrid's winter time."""
    found = [
        actual
        for meeting in house.book.meetings
        if meeting.state == "invited"
        for _, actual in meeting.occurrences(house.at, house.at + timedelta(days=days))
    ]
    return [f"{at + timedelta(hours=1):%a %-d %b %H:%M}" for at in sorted(found)]


def doubled(house: House) -> list[str]:
    return [day for day, count in Counter(at[:-6] for at in starts(house, 900)).items() if count > 1]


def states(house: House) -> set[LetterState]:
    """Of the two letters, the last of each."""
    last = {x.meeting: x.state for x in house.book.letters if x.template in ("invite/rhythm", "invite/series_until")}
    assert len(last) == 2
    return set(last.values())


def got(house: House, before: int) -> list[str]:
    return [calendar(parsed(mail.raw)) for mail in house.to(MINERVA)[before:]]


@pytest.mark.parametrize("which", [0, 1])
def test_the_code_of_one_sends_both_and_the_new_series_comes_first(weekly: House, which: int) -> None:
    parted(weekly)
    known, before = weekly.book.meetings[0].uid, len(weekly.to(MINERVA))
    says(weekly, f"SEND {weekly.book.pending()[which].code}", fresh=True)
    until(weekly, "2026-11-16 16:00")
    assert [line(text, "UID") == known for text in got(weekly, before)] == [False, True]
    assert starts(weekly)[:3] == ["Tue 17 Nov 16:00", "Thu 19 Nov 10:00", "Thu 26 Nov 10:00"]


@pytest.mark.parametrize("which", [0, 1])
def test_the_code_of_one_skips_both(weekly: House, which: int) -> None:
    parted(weekly)
    says(weekly, f"SKIP {weekly.book.pending()[which].code}", fresh=True)
    assert states(weekly) == {LetterState.SKIPPED}
    says(weekly, "UNDO", fresh=True)
    assert states(weekly) == {LetterState.PENDING}


@pytest.mark.parametrize("which", [0, 1])
def test_undo_by_the_code_of_one_takes_both_back_and_one_send_covers_them_again(weekly: House, which: int) -> None:
    parted(weekly)
    codes = [x.code for x in weekly.book.pending()]
    says(weekly, "SEND")
    says(weekly, f"UNDO {codes[which]}", fresh=True)
    assert states(weekly) == {LetterState.PENDING}
    says(weekly, "SEND")
    assert states(weekly) == {LetterState.APPROVED}


@pytest.mark.parametrize("which", [0, 1])
def test_one_in_adas_own_words_still_goes_with_the_other(weekly: House, which: int) -> None:
    parted(weekly)
    ends = weekly.book.people[0].agreement
    before = len(weekly.to(MINERVA))
    code = weekly.book.pending()[which].code
    says(weekly, f"EDIT {code}\nHi Minerva,\n\nThursdays suit me better.\n\nAda", fresh=True)
    says(weekly, "SEND")
    until(weekly, "2026-11-16 17:00")
    assert len(got(weekly, before)) == 2
    assert starts(weekly)[:2] == ["Tue 17 Nov 16:00", "Thu 19 Nov 10:00"]
    after = weekly.book.people[0].agreement
    assert ends is not None
    assert after is not None
    assert after.ends_on == ends.ends_on


def test_another_wish_takes_the_place_of_both(weekly: House) -> None:
    parted(weekly)
    says(weekly, "from now on Fridays at 11", fresh=True)
    assert len(weekly.book.pending()) == 2
    weekly.says("SEND", answers=ADA)
    until(weekly, "2026-11-16 18:00")
    assert starts(weekly)[:3] == ["Tue 17 Nov 16:00", "Fri 20 Nov 11:00", "Fri 27 Nov 11:00"]


def test_the_old_rule_ends_after_the_original_start_of_a_meeting_that_was_moved(weekly: House) -> None:
    until(weekly, "2026-11-13 10:00")
    says(weekly, "move the meeting of 17 November with Minerva to 16 November 10:00", fresh=True)
    sends(weekly)
    until(weekly, "2026-11-13 17:00")
    before = len(weekly.to(MINERVA))
    assert "Mon 16 Nov at 10:00 stays as it is" in says(weekly, CHANGE, fresh=True)
    weekly.says("SEND", answers=ADA)
    until(weekly, "2026-11-16 08:00")
    assert len(got(weekly, before)) == 2
    assert "UNTIL=20261117T150100Z" in got(weekly, before)[1]
    assert starts(weekly)[:2] == ["Mon 16 Nov 10:00", "Thu 19 Nov 10:00"]
    assert doubled(weekly) == []


def test_held_up_for_two_days_neither_leaves_and_the_rhythm_is_drafted_anew(weekly: House) -> None:
    parted(weekly)
    says(weekly, "SEND")
    before, told = len(weekly.to(MINERVA)), len(weekly.to(ADA))
    weekly.cycle(47 * 60)  # the machine is off
    for _ in range(8):
        weekly.cycle(30)
    assert len(weekly.to(MINERVA)) == before
    said = [body(parsed(mail.raw)) for mail in weekly.to(ADA)[told:]]
    assert any("came too near" in text and "Now: every Thursday at 10:00" in text for text in said)
    weekly.says("SEND", answers=ADA)
    waits(weekly, 1)
    assert "Thu 26 Nov 10:00" in starts(weekly)
    assert not [at for at in starts(weekly)[1:] if at.startswith("Tue")]
    assert len(weekly.book.pending()) == 0


def test_a_wrap_up_takes_both_back(weekly: House) -> None:
    parted(weekly)
    says(weekly, "SEND")
    says(weekly, "WRAP UP Minerva M COMPLETED", fresh=True)
    assert states(weekly) == {LetterState.WITHDRAWN}
    says(weekly, "SEND")
    waits(weekly, 2)
    assert starts(weekly) == []


def test_an_approved_renewal_does_not_leave_after_the_end(weekly: House) -> None:
    says(weekly, "renew Minerva for 6 months", fresh=True)
    says(weekly, "SEND")
    says(weekly, "WRAP UP Minerva M COMPLETED", fresh=True)
    says(weekly, "SEND")
    waits(weekly, 3)
    assert weekly.book.people[0].stage.value == "closed"
    assert starts(weekly, 900) == []


def test_both_expire_together(weekly: House) -> None:
    until(weekly, "2026-11-16 10:00")
    says(weekly, "from January on, Thursdays at 10", fresh=True)
    until(weekly, "2026-11-26 10:00")
    assert LetterState.PENDING not in states(weekly)


def test_a_later_series_that_is_like_that_already_stays_as_it_is(weekly: House) -> None:
    says(weekly, "from January on, Thursdays at 10", fresh=True)
    weekly.says("SEND", answers=ADA)
    until(weekly, "2026-11-06 16:00")
    assert "Now: every Thursday at 10:00" in says(weekly, CHANGE, fresh=True)
    assert [x.template for x in weekly.book.pending() if x.template != "invite/holidays"] == ["invite/rhythm"]


def test_another_change_from_january_on_is_of_the_series_that_runs_then(weekly: House) -> None:
    says(weekly, "from January on, Thursdays at 10", fresh=True)
    weekly.says("SEND", answers=ADA)
    until(weekly, "2026-11-06 16:00")
    assert "Now: every Thursday at 11:00" in says(weekly, "from January on, Thursdays at 11", fresh=True)
    assert "is like that already" in says(weekly, "from January on, Thursdays at 10", fresh=True)


@pytest.mark.parametrize("rule", ["weekly tue", "weekly thu", "monthly third tue", "monthly first tue"])
@pytest.mark.parametrize("change", ["move all of them to Mondays", "every two weeks from now on"])
def test_a_renewed_series_in_another_rhythm_never_doubles_a_day(tmp_path: Path, rule: str, change: str) -> None:
    with House(tmp_path) as house:
        series(house, f"meet {rule} 16:00 45min")
        answers_invite(house, "ACCEPTED")
        says(house, "renew Minerva for 6 months", fresh=True)
        sends(house)
        says(house, change, fresh=True)
        house.says("SEND", answers=ADA)
        waits(house, 1.2)
        assert len([m for m in house.book.meetings if m.rrule]) >= 2
        assert doubled(house) == []


def test_a_meeting_moved_ahead_is_no_phantom_of_the_series_as_it_was(weekly: House) -> None:
    until(weekly, "2026-11-10 08:00")
    says(weekly, "move the meeting of 10 November with Minerva to 20 November 10:00", fresh=True)
    sends(weekly)
    until(weekly, "2026-11-11 09:00")
    assert "No meeting any more: " in says(weekly, "from now on every last thursday of the month at 10", fresh=True)
    assert "Fri 20 Nov at 10:00" in body(weekly.last[ADA])
    sends(weekly)
    assert starts(weekly)[:2] == ["Thu 26 Nov 10:00", "Thu 31 Dec 10:00"]


def test_a_meeting_held_before_its_day_is_remembered(weekly: House) -> None:
    until(weekly, "2026-11-05 10:00")
    says(weekly, "move the meeting of 10 November with Minerva to 9 November 10:00", fresh=True)
    sends(weekly)
    until(weekly, "2026-11-09 12:00")
    says(weekly, "from now on every last thursday of the month at 10", fresh=True)
    weekly.says("SEND", answers=ADA)
    until(weekly, "2026-11-10 09:00")
    past = [at for m in weekly.book.meetings for _, at in m.occurrences(datetime(2026, 11, 1, tzinfo=UTC), weekly.at)]
    assert past == [datetime(2026, 11, 9, 9, tzinfo=UTC)]


def test_a_meeting_moved_beyond_the_new_start_is_named_where_it_ends(tmp_path: Path) -> None:
    with House(tmp_path) as house:
        series(house)
        answers_invite(house, "ACCEPTED")
        says(house, "move the meeting of 1 December with Minerva to 10 December 15:00", fresh=True)
        sends(house)
        said = says(house, "first Wednesday instead of first Tuesday", fresh=True)
        assert "No meeting any more: Thu 10 Dec at 15:00." in said


def test_another_length_leaves_the_hour_on_the_clock_that_was_agreed_on(weekly: House) -> None:
    says(weekly, "zone: America/New_York", fresh=True)
    says(weekly, "from now on 30 minutes", fresh=True)
    sends(weekly)
    assert [(m.zone, m.start.hour, m.minutes) for m in weekly.book.meetings][-1] == ("Europe/Madrid", 16, 30)


def test_a_renewal_leaves_the_hour_on_the_clock_that_was_agreed_on(weekly: House) -> None:
    says(weekly, "zone: America/New_York", fresh=True)
    says(weekly, "renew Minerva for 6 months", fresh=True)
    made = weekly.book.meetings[-1]
    assert (made.zone, made.start.hour) == ("Europe/Madrid", 16)


def test_the_old_series_does_not_end_where_the_new_one_was_refused_by_her_server(weekly: House) -> None:
    parted(weekly)
    says(weekly, "SEND")
    book = weekly.book
    new, end = (
        next(x for x in book.letters if x.template == f"invite/{name}" and x.state is LetterState.APPROVED)
        for name in ("rhythm", "series_until")
    )
    sending = book.with_letter(replace(new, state=LetterState.SENDING))
    after = decide(sending, LetterRefused("refused", weekly.at, new.id, "550 no"), Policy()).book
    assert (after.letter(new.id).state, after.letter(end.id).state) == (LetterState.FAILED, LetterState.WITHDRAWN)
