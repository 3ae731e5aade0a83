"""What a person's answer sets in motion: any answer ends the ladder, no is final, and nothing is decided on a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from mentoring.people import Desk, ada, at, lee, local, minerva

from assistant.mentoring import events
from assistant.mentoring.answers import answers
from assistant.mentoring.answers.meanings import UNCLEAR
from assistant.mentoring.book import Asks
from assistant.mentoring.command import Verb
from assistant.mentoring.facts import Address, Answer, Meaning, Slot
from assistant.mentoring.letters import Kind, LetterState
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Ladder, Stage
from assistant.mentoring.protege import drafts

SENT = at("2026-10-20 10:00")
RUNNING = Ladder(0, SENT, SENT)


def desk_with_draft() -> Desk:
    """A note to Minerva waits, another to nobody."""
    desk = Desk(ada(minerva(Stage.READY), lee()))
    desk.says(outreach.reach_out, Verb.REACH_OUT, person="minerva")
    person = replace(desk.book.person("minerva"), ladder=RUNNING, stage=Stage.CONTACTED)
    desk.book = desk.book.with_person(person)
    return desk


def says(desk: Desk, meaning: Meaning, *, certain: bool = True, text: str = "her words", **more: object) -> None:
    answer = Answer(meaning, certain, text=text, **more)  # type: ignore[arg-type]
    came = events.AnswerReceived(desk.key(), desk.now, "minerva", answer, text, message_id="<her@example.org>")
    desk.happens(answers.answered, came)


@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("meaning", list(Meaning))
def test_every_answer_ends_the_ladder_withdraws_the_next_attempt_and_shows_her_words(
    meaning: Meaning, certain: bool
) -> None:
    desk = desk_with_draft()
    says(desk, meaning, certain=certain)
    person = desk.book.person("minerva")
    assert person.ladder.ended in ("answered", "later")
    assert person.answered_at == desk.now
    assert not [x for x in desk.book.pending("minerva") if x.kind is Kind.ATTEMPT]
    assert "her words" in desk.answer.text


@pytest.mark.parametrize("meaning", list(Meaning))
def test_what_is_not_certain_is_asked_and_meanwhile_everything_waits(meaning: Meaning) -> None:
    desk = desk_with_draft()
    says(desk, meaning, certain=False)
    assert desk.book.question("person/minerva", Asks.WHAT_ANSWER) is not None
    assert desk.book.person("minerva").paused == UNCLEAR
    assert not desk.book.person("minerva").do_not_contact
    says(desk, Meaning.THANKS)
    assert desk.book.question("person/minerva", Asks.WHAT_ANSWER) is None
    assert desk.book.person("minerva").paused == ""


def test_the_proteges_own_pause_outlives_her_answer() -> None:
    desk = Desk(ada(minerva(paused="you said STOP")))
    says(desk, Meaning.YES)
    assert desk.book.person("minerva").paused == "you said STOP"


def test_no_is_final_one_thanks_is_drafted_and_only_she_opens_the_door_again() -> None:
    desk = desk_with_draft()
    says(desk, Meaning.NO)
    person = desk.book.person("minerva")
    assert (person.stage, person.do_not_contact) == (Stage.DECLINED, "declined")
    assert person.do_not_contact_since == date(2026, 11, 3)
    assert [(x.kind, x.state) for x in desk.book.pending("minerva")] == [(Kind.THANKS, LetterState.PENDING)]
    says(desk, Meaning.NO)
    assert desk.book.person("minerva").do_not_contact == "declined"
    says(desk, Meaning.YES)
    assert desk.book.person("minerva").do_not_contact == ""


def test_stop_is_for_good_in_every_book_and_a_later_yes_opens_nothing() -> None:
    desk = Desk(ada(minerva(also=("m@work.example.org",))))
    says(desk, Meaning.STOP)
    assert desk.last.stopped == ("m@work.example.org", "minerva@example.org")
    assert desk.book.pending("minerva") == ()
    says(desk, Meaning.YES)
    assert desk.book.person("minerva").do_not_contact == "stop"


def test_a_mentor_who_ends_the_meetings_has_not_said_no() -> None:
    desk = Desk(ada(minerva(Stage.ACTIVE)))
    says(desk, Meaning.NO)
    person = desk.book.person("minerva")
    assert (person.stage, person.do_not_contact) == (Stage.CLOSED, "")
    assert desk.book.pending("minerva") == ()


def test_later_waits_until_that_day_and_five_business_days_more() -> None:
    desk = desk_with_draft()
    says(desk, Meaning.LATER, until=date(2027, 3, 1))
    ladder = desk.book.person("minerva").ladder
    assert (ladder.ended, ladder.waits_until) == ("later", date(2027, 3, 8))


def test_later_without_a_day_is_asked_and_parked_meanwhile() -> None:
    desk = desk_with_draft()
    says(desk, Meaning.LATER)
    assert desk.book.question("person/minerva", Asks.UNTIL_WHEN) is not None
    assert desk.book.person("minerva").ladder.waits_until == date(2026, 12, 1)


def test_the_times_she_proposes_become_taps_in_the_proteges_zone() -> None:
    desk = desk_with_draft()
    slots = (
        Slot(local("2026-11-12 15:00"), None, "Europe/London"),
        Slot(local("2026-11-13 00:00"), None, "Europe/London", whole_day=True),
    )
    says(desk, Meaning.YES, slots=slots)
    assert "COFFEE WITH Minerva McGee 2026-11-12 16:00" in desk.taps
    assert not any("2026-11-13" in tap for tap in desk.taps)
    assert desk.book.person("minerva").slots == ("Thu 12 Nov 16:00", "Fri 13 Nov")


def test_a_referral_adds_the_named_person_once_and_thanks_her() -> None:
    desk = desk_with_draft()
    for _ in range(2):
        says(desk, Meaning.REFERRAL, referral=Address("jonas@example.org", "Jonas Jo"))
    jonas = [p for p in desk.book.people if p.email == "jonas@example.org"]
    assert [(p.referred_by, p.stage) for p in jonas] == [("Minerva McGee", Stage.PROSPECT)]
    assert [x.kind for x in desk.book.pending("minerva")] == [Kind.THANKS]


def test_being_referred_to_oneself_adds_nobody() -> None:
    desk = desk_with_draft()
    says(desk, Meaning.REFERRAL, referral=Address("ada@example.org", "Ada"))
    assert [p.id for p in desk.book.people if "ada@example.org" in p.addresses] == []


def test_her_mail_is_what_the_proteges_answer_will_be_threaded_to() -> None:
    desk = desk_with_draft()
    says(desk, Meaning.QUESTION)
    desk.says(drafts.edit, Verb.EDIT, person="minerva", text="Four people.")
    assert desk.draft.in_reply_to == "<her@example.org>"


def test_an_answer_about_nobody_changes_nothing() -> None:
    desk = Desk()
    before = desk.book
    answer = Answer(Meaning.STOP, certain=True)
    desk.happens(answers.answered, events.AnswerReceived("k", desk.now, "nobody", answer, "x"))
    assert desk.book == before
