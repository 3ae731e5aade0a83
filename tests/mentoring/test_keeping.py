"""What leaves the book, and what stays: nothing that reached a person is ever forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from mentoring.people import POLICY, Desk, ada, at

from assistant.mentoring.book import Book, Challenge
from assistant.mentoring.command import Verb
from assistant.mentoring.keeping import tidied
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outreach import outreach

NOW = at("2027-11-03 09:00")
TODAY = date(2027, 11, 3)


def with_old_letters(state: LetterState, *, left: bool = False) -> Book:
    """A draft to Minerva in this state and the mail that showed it, both of a year ago."""
    desk = Desk()
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    draft = replace(desk.draft, state=state, sent_at=desk.now if left else None)
    shown = replace(desk.answer, state=LetterState.SENT, sent_at=desk.now)
    return replace(desk.book, letters=(draft, shown))


def test_keys_stay_for_exactly_as_long_as_a_mail_may_come_again() -> None:
    last = TODAY - timedelta(days=POLICY.handled_days)
    book = tidied(ada(handled={"kept": last, "old": last - timedelta(days=1)}), NOW, POLICY)
    assert set(book.handled) == {"kept"}


def test_what_reached_a_person_stays_for_good() -> None:
    book = with_old_letters(LetterState.SENT, left=True)
    assert [x.to_protege for x in tidied(book, NOW, POLICY).letters] == [False]


@pytest.mark.parametrize("state", [LetterState.SKIPPED, LetterState.WITHDRAWN, LetterState.EXPIRED])
def test_old_drafts_that_never_left_go(state: LetterState) -> None:
    assert tidied(with_old_letters(state), NOW, POLICY).letters == ()


@pytest.mark.parametrize(
    "state", [LetterState.PENDING, LetterState.APPROVED, LetterState.SENDING, LetterState.IN_DOUBT]
)
def test_nothing_goes_whose_fate_is_open(state: LetterState) -> None:
    book = tidied(with_old_letters(state), NOW, POLICY)
    assert [x.state for x in book.letters if not x.to_protege] == [state]


def test_a_draft_stays_as_long_as_a_mail_that_shows_it_is_on_its_way() -> None:
    book = with_old_letters(LetterState.SKIPPED)
    shown = replace(book.letters[1], state=LetterState.APPROVED, sent_at=None)
    assert len(tidied(book.with_letter(shown), NOW, POLICY).letters) == 2


def test_a_letter_stays_until_its_days_are_over_and_not_a_day_longer() -> None:
    book = with_old_letters(LetterState.SKIPPED)
    age = timedelta(days=POLICY.letter_days)
    created = book.letters[0].created
    assert len(tidied(book, created + age - timedelta(days=1), POLICY).letters) == 2
    assert tidied(book, created + age, POLICY).letters == ()


def test_questions_about_senders_and_absences_go_when_they_are_over() -> None:
    week = timedelta(days=POLICY.replay_days)
    book = ada(
        challenges=(Challenge("old", NOW - week, "x@example.org", ()), Challenge("new", NOW, "x@example.org", ())),
        misses=(NOW - timedelta(hours=1), NOW - timedelta(minutes=59)),
    )
    over, going = (TODAY - timedelta(days=9), TODAY - timedelta(days=2)), (TODAY, TODAY)
    book = replace(book, protege=replace(book.protege, away=(over, going)))
    kept = tidied(book, NOW, POLICY)
    assert [c.id for c in kept.challenges] == ["new"]
    assert kept.misses == (NOW - timedelta(minutes=59),)
    assert kept.protege.away == (going,)


def test_once_a_day_is_enough_and_the_same_book_comes_back() -> None:
    once = tidied(ada(handled={"old": date(2020, 1, 1)}), NOW, POLICY)
    assert once.tidied == TODAY
    assert tidied(once, NOW, POLICY) is once
