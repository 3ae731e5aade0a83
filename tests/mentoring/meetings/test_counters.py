"""Another time that her calendar proposes: yes is a move, no keeps the old time and says so (calendar.md R9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from mentoring.calendars import counter
from mentoring.people import COFFEE, SERIES, Desk, active, ada, at, local, minerva

from assistant.mentoring.command import Verb
from assistant.mentoring.events import InviteAnswered
from assistant.mentoring.facts import CalendarAnswer
from assistant.mentoring.meetings import meetings
from assistant.mentoring.person import Stage
from assistant.mentoring.protege import shortwords

MINERVA = "minerva@example.org"
FRIDAY = at("2026-11-13 15:00")
JANUARY = datetime(2027, 1, 5, 15, tzinfo=UTC)


def countered(start: datetime = FRIDAY) -> Desk:
    """Minerva proposes Friday instead of Wed 11 Nov at 10:00."""
    desk = Desk(ada(minerva(Stage.COFFEE_SET), meetings=(COFFEE,)), "2026-11-04 09:00")
    desk.happens(meetings.invite_answered, counter(start))
    return desk


def no(desk: Desk) -> None:
    desk.says(shortwords.no, Verb.NO, letter=desk.answer.id, line="no")


def test_yes_thanks_her_and_moves_with_the_next_sequence() -> None:
    desk = countered()
    assert desk.draft.template == "invite/yours"
    assert "says yes to your time" in desk.draft.text
    desk.leaves()
    moved = desk.book.meetings[0]
    assert (moved.start, moved.sequence, moved.proposed) == (local("2026-11-13 15:00"), 1, None)


def test_no_drafts_an_answer_that_keeps_the_old_time() -> None:
    desk = countered()
    assert "NO" in desk.taps
    no(desk)
    assert (desk.draft.template, desk.draft.method, desk.draft.occurrence) == ("invite/keeps", "DECLINECOUNTER", None)
    assert len(desk.book.pending()) == 1
    assert desk.book.changes_waiting == ()
    assert "Fri 13 Nov at 15:00" in desk.draft.text
    assert "stays where it is: Wed 11 Nov at 10:00" in desk.draft.text
    assert desk.draft.text.count("\n- ") == 3
    desk.leaves()
    assert desk.book.meetings[0].start == COFFEE.start
    assert desk.book.meetings[0].proposed is None
    assert desk.book.meetings[0].sequence == 0


def test_no_to_a_time_that_cannot_be_is_the_same() -> None:
    desk = countered(at("2026-11-12 21:00"))
    assert desk.book.pending() == ()
    no(desk)
    assert desk.draft.method == "DECLINECOUNTER"


def test_no_is_about_the_occurrence_that_she_meant() -> None:
    desk = Desk(active(SERIES))
    desk.happens(meetings.invite_answered, counter(at("2027-01-07 16:00"), uid=SERIES.uid, one=JANUARY))
    no(desk)
    assert (desk.draft.method, desk.draft.occurrence) == ("DECLINECOUNTER", JANUARY)


def test_a_second_no_finds_nothing_to_answer() -> None:
    desk = countered()
    told = desk.answer
    no(desk)
    desk.leaves()
    desk.says(shortwords.no, Verb.NO, letter=told.id, line="no")
    assert "no time that they proposed waits" in desk.answer.text
    assert desk.book.pending() == ()


def test_no_after_the_meeting_keeps_nothing() -> None:
    desk = countered()
    desk.now = at("2026-11-12 09:00")
    no(desk)
    assert "over or cancelled" in desk.answer.text


def test_no_waits_while_a_letter_about_it_is_on_its_way() -> None:
    desk = countered()
    desk.sending()
    no(desk)
    assert "on its way" in desk.answer.text


def test_the_same_proposal_twice_asks_once() -> None:
    desk = countered()
    assert desk.happens(meetings.invite_answered, counter(FRIDAY)).drafts == ()


def test_a_proposal_of_the_time_that_it_has_moves_nothing() -> None:
    desk = countered(at("2026-11-11 10:00"))
    assert "that is when it is already" in desk.answer.text
    assert desk.book.pending() == ()


def test_a_proposal_for_a_cancelled_meeting_changes_nothing() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_SET), meetings=(replace(COFFEE, state="cancelled"),)), "2026-11-04 09:00")
    assert desk.happens(meetings.invite_answered, counter(FRIDAY)).drafts == ()
    assert desk.book.meetings[0].proposed is None


def test_her_yes_to_the_old_time_answers_her_own_proposal() -> None:
    desk = countered()
    yes = CalendarAnswer("REPLY", COFFEE.uid, 0, at("2026-11-04 11:00"), ((MINERVA, "ACCEPTED"),))
    desk.happens(meetings.invite_answered, InviteAnswered("k", at("2026-11-04 11:00"), MINERVA, yes))
    assert desk.book.meetings[0].proposed is None


def test_the_time_that_was_declined_is_not_offered_again() -> None:
    plain = countered()
    no(plain)
    first = at("2026-11-09 10:00")
    assert "- Mon 9 Nov at 10:00" in plain.draft.text
    desk = countered(first)
    no(desk)
    assert "- Mon 9 Nov at 10:00" not in desk.draft.text
    assert desk.draft.text.count("\n- ") == 3
