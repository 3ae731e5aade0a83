"""Machines that answer for people: an absence makes us wait, a bounce makes us stop; neither is an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from mentoring.people import POLICY, Desk, ada, at, minerva

from assistant.mentoring import events
from assistant.mentoring.answers import machines
from assistant.mentoring.command import Verb
from assistant.mentoring.delivery import Bounce, Failure
from assistant.mentoring.due import next_attempt
from assistant.mentoring.facts import Absence, Notice
from assistant.mentoring.letters import BOUNCED, LetterState
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Ladder, Person, Stage


def approved(now: str = "2026-11-03 09:00", person: Person | None = None) -> Desk:
    """The first note to Minerva is approved."""
    desk = Desk(ada(person or minerva(Stage.READY)), now)
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    draft = desk.draft
    letter = replace(draft, state=LetterState.APPROVED, approved=draft.digest, not_before=desk.now)
    desk.book = desk.book.with_letter(letter)
    return desk


def written() -> Desk:
    """The first note to Minerva has left."""
    desk = approved()
    letter = replace(next(x for x in desk.book.letters if not x.to_protege), discloses=True)
    desk.book = desk.book.with_letter(replace(letter, state=LetterState.SENT, sent_at=desk.now))
    ladder = Ladder(0, desk.now, desk.now)
    person = replace(desk.book.person("minerva"), ladder=ladder, stage=Stage.CONTACTED, disclosed=True)
    desk.book = desk.book.with_person(person)
    return desk


def note(desk: Desk) -> str:
    return next(x.id for x in desk.book.letters if not x.to_protege)


def away(desk: Desk, returns: str | None) -> date | None:
    absence = Absence(date.fromisoformat(returns) if returns else None)
    desk.happens(machines.absent, events.AutoReplied(desk.key(), desk.now, "minerva", absence))
    return desk.book.person("minerva").ladder.waits_until


@pytest.mark.parametrize(
    ("returns", "until"),
    [
        ("2026-11-11", "2026-11-13"),  # a Wednesday: two business days more
        ("2026-11-13", "2026-11-17"),  # a Friday
        ("2026-11-14", "2026-11-18"),  # a Saturday is a Monday
        (None, "2026-11-17"),  # ten business days
        ("2020-01-01", "2026-11-17"),  # a day long over says nothing
        ("2029-01-01", "2026-11-17"),  # nor one that nobody can mean
    ],
)
def test_an_absence_makes_the_ladder_wait_for_the_return_and_a_little_more(returns: str | None, until: str) -> None:
    assert away(written(), returns) == date.fromisoformat(until)


def test_a_second_absence_never_makes_it_earlier() -> None:
    desk = written()
    away(desk, "2026-12-01")
    assert away(desk, "2026-11-11") == date(2026, 12, 3)


def test_what_is_approved_waits_for_the_return_and_leaves_in_her_morning() -> None:
    desk = approved(person=minerva(Stage.READY, zone="America/New_York"))
    away(desk, "2026-11-11")
    letter = desk.book.letter(note(desk))
    assert letter.state is LetterState.APPROVED
    assert letter.not_before == at("2026-11-13 09:00", "America/New_York")


def test_an_absence_is_no_answer_and_tells_nobody() -> None:
    desk = written()
    away(desk, None)
    assert desk.last.drafts == ()
    assert desk.book.person("minerva").answered_at is None
    assert desk.book.person("minerva").ladder.ended == ""


def said(desk: Desk, absence: Absence, text: str = "an automatic reply") -> None:
    desk.happens(machines.absent, events.AutoReplied(desk.key(), desk.now, "minerva", absence, text))


def test_the_holidays_of_both_sides_are_no_business_days() -> None:
    desk = written()
    person = replace(desk.book.person("minerva"), country="US")
    desk.book = desk.book.with_person(person)
    # Thanksgiving is on the 26th.
    assert away(desk, "2026-11-25") == date(2026, 11, 30)


def test_the_deputy_is_named_to_the_protege_once() -> None:
    desk = written()
    said(desk, Absence(date(2026, 11, 16), "lee@example.org"))
    assert "lee@example.org stands in" in desk.answer.text
    said(desk, Absence(date(2026, 11, 16), "lee@example.org"))
    assert desk.last.drafts == ()


def test_what_is_not_surely_a_notice_is_shown_in_full() -> None:
    desk = written()
    said(desk, Absence(certain=False), "I am away, and sad.")
    assert "I am away, and sad." in desk.answer.text
    assert "ANSWERED" in desk.answer.text


def test_of_somebody_who_may_not_be_written_to_nothing_is_told() -> None:
    for absence in (Absence(deputy="lee@example.org"), Absence(kind=Notice.LEFT)):
        desk = written()
        desk.book = desk.book.with_person(replace(desk.book.person("minerva"), do_not_contact="stop"))
        said(desk, absence)
        assert desk.last.drafts == ()
        assert desk.book.person("minerva").paused == ""


def test_who_left_or_moved_gets_nothing_until_the_protege_says() -> None:
    for kind in (Notice.LEFT, Notice.MOVED):
        desk = approved()
        said(desk, Absence(kind=kind, address="minerva@example.net" if kind is Notice.MOVED else ""))
        assert desk.book.person("minerva").paused == machines.GONE
        assert desk.book.letter(note(desk)).state is LetterState.WITHDRAWN
        assert ("email: minerva@example.net" in desk.answer.text) is (kind is Notice.MOVED)
        said(desk, Absence(kind=kind))
        assert desk.last.drafts == ()  # said once


@pytest.mark.parametrize("kind", [Notice.TICKET, Notice.READ, Notice.HELD])
def test_receipts_are_only_noted(kind: Notice) -> None:
    desk = written()
    before = desk.book
    said(desk, Absence(kind=kind))
    assert desk.book == before
    assert [n.rule for n in desk.last.notes] == ["auto-reply"]


def test_an_automatic_confirmation_changes_nothing() -> None:
    desk = written()
    before = desk.book
    desk.happens(machines.absent, events.AutoReplied("key", desk.now, "minerva", None))
    desk.happens(machines.absent, events.AutoReplied("key2", desk.now, "nobody", Absence()))
    assert desk.book == before


def bounce(desk: Desk, *recipients: str, permanent: bool = True) -> None:
    report = Bounce(recipients, permanent=permanent, status="5.1.1", reason="no such user")
    desk.happens(machines.bounced, events.Bounced(desk.key(), desk.now, note(desk), report))


def test_a_note_that_came_back_for_good_reached_nobody_and_her_address_is_asked_for() -> None:
    desk = written()
    bounce(desk, "minerva@example.org")
    person = desk.book.person("minerva")
    assert (person.email, person.stage, person.disclosed) == ("", Stage.READY, False)
    assert (person.ladder.rung, person.ladder.started, person.ladder.ended) == (-1, None, "bounced")
    assert desk.book.letter(note(desk)).failure == BOUNCED
    assert "minerva@example.org" in desk.answer.text
    assert "does not exist" in desk.answer.text


def test_a_later_bounce_keeps_what_was_said_before() -> None:
    desk = written()
    person = desk.book.person("minerva")
    desk.book = desk.book.with_person(replace(person, ladder=replace(person.ladder, rung=1)))
    desk.book = desk.book.with_letter(replace(desk.book.letter(note(desk)), discloses=False))
    bounce(desk)
    person = desk.book.person("minerva")
    assert (person.ladder.rung, person.ladder.started) == (0, desk.now)
    assert (person.stage, person.disclosed) == (Stage.CONTACTED, True)


def test_a_returned_copy_or_an_old_address_changes_nothing() -> None:
    desk = written()
    before = desk.book
    bounce(desk, "ada@example.org")
    assert desk.book == before
    desk.book = desk.book.with_person(replace(desk.book.person("minerva"), email="new@example.org"))
    bounce(desk, "minerva@example.org")
    assert desk.book.person("minerva").email == "new@example.org"
    assert desk.last.drafts == ()


def fails_for_now(desk: Desk, *, delayed: bool = False) -> None:
    failure = Failure("minerva@example.org", permanent=False, delayed=delayed, status="4.2.2", reason="mailbox full")
    report = Bounce(("minerva@example.org",), permanent=False, status="4.2.2", failures=(failure,))
    desk.happens(machines.bounced, events.Bounced(desk.key(), desk.now, note(desk), report))


def test_a_delay_is_only_noted() -> None:
    desk = written()
    before = desk.book.people
    fails_for_now(desk, delayed=True)
    fails_for_now(desk, delayed=True)
    assert desk.book.people == before
    assert desk.last.drafts == ()


def test_a_note_that_did_not_arrive_for_now_comes_back_after_two_business_days() -> None:
    desk = written()
    fails_for_now(desk)
    person = desk.book.person("minerva")
    assert (person.email, person.stage) == ("minerva@example.org", Stage.READY)
    assert "mailbox full" in desk.answer.text
    assert "It comes back to you on Thu 5 Nov 2026" in desk.answer.text
    assert next_attempt(desk.book, person, POLICY) == (0, date(2026, 11, 5))


def test_a_second_failure_ends_the_attempt_and_asks_for_an_address() -> None:
    desk = written()
    fails_for_now(desk)
    fails_for_now(desk)
    person = desk.book.person("minerva")
    assert (person.email, person.ladder.ended) == ("", "bounced")
    assert "takes no mail" in desk.answer.text
    assert "email: name@example.org" in desk.answer.text


def test_a_mail_to_the_protege_that_came_back_is_only_noted() -> None:
    desk = written()
    told = desk.answer
    before = desk.book
    desk.happens(machines.bounced, events.Bounced("key", desk.now, told.id, Bounce((), permanent=True)))
    assert desk.book == before
    assert [n.rule for n in desk.last.notes] == ["bounce"]
