"""Whose answer waits for the protégé, derived from what was said, sent and arranged since; and the choice of a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from mentoring.people import COFFEE, POLICY, Desk, active, ada, at, lee, local, minerva

from assistant.mentoring import events
from assistant.mentoring.answers import answers
from assistant.mentoring.command import Verb
from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.mentoring.letters import Kind
from assistant.mentoring.meetings import meetings
from assistant.mentoring.minutes import Reminder
from assistant.mentoring.outreach import outreach, touches
from assistant.mentoring.person import Stage
from assistant.mentoring.protege import choosing
from assistant.mentoring.recaps import reminders
from assistant.mentoring.unanswered import is_reminder_day, offers, unanswered

THU = Slot(local("2026-11-12 16:00"), None, "Europe/Madrid")
FRI = Slot(local("2026-11-13 11:00"), local("2026-11-13 13:00"), "Europe/Madrid")
DAY = Slot(local("2026-11-16 00:00"), local("2026-11-17 00:00"), "Europe/Madrid", whole_day=True)


def says(desk: Desk, meaning: Meaning, *slots: Slot, certain: bool = True, who: str = "minerva") -> Desk:
    answer = Answer(meaning, certain, slots=slots, text="her words")
    desk.happens(answers.answered, events.AnswerReceived(desk.key(), desk.now, who, answer, "her words"))
    return desk


def yes(*slots: Slot, **changes: object) -> Desk:
    return says(Desk(ada(minerva(**changes), lee())), Meaning.YES, *slots)


def waiting(desk: Desk) -> list[tuple[str, str]]:
    return [(u.person.id, u.what) for u in unanswered(desk.book, desk.now)]


def test_a_yes_waits_and_names_the_word_that_answers_it() -> None:
    assert waiting(yes(THU)) == [("minerva", "yes")]
    assert unanswered(yes(THU).book, at("2026-11-04 09:00"))[0].word == "COFFEE WITH Minerva McGee 2026-11-12 16:00"
    assert unanswered(yes().book, at("2026-11-04 09:00"))[0].word == "COFFEE WITH Minerva McGee"
    assert unanswered(yes(stage=Stage.PROPOSED).book, at("2026-11-04 09:00"))[0].word == "Minerva McGee AGREED"


def test_a_yes_comes_before_an_older_question() -> None:
    desk = says(Desk(ada(minerva(), lee(stage=Stage.CONTACTED))), Meaning.QUESTION, who="lee")
    desk.now = at("2026-11-04 09:00")
    assert waiting(says(desk, Meaning.YES, THU)) == [("minerva", "yes"), ("lee", "question")]


def test_what_the_protege_did_since_answers_it() -> None:
    desk = yes(THU)
    desk.now = at("2026-11-04 09:00")
    desk.says(touches.touch, Verb.TOUCH, person="minerva", op="call")
    assert waiting(desk) == []


def test_a_meeting_that_stands_answers_a_yes_and_a_stop_ends_the_wait() -> None:
    desk = yes(THU)
    desk.book = replace(desk.book, meetings=(COFFEE,))
    assert waiting(desk) == []
    assert waiting(says(yes(THU), Meaning.STOP)) == []


@pytest.mark.parametrize("meaning", [Meaning.THANKS, Meaning.OTHER, Meaning.QUESTION])
def test_a_word_after_the_yes_does_not_lose_it_nor_its_times(meaning: Meaning) -> None:
    desk = says(yes(THU, FRI), meaning, certain=meaning is not Meaning.OTHER)
    assert waiting(desk) == [("minerva", "yes")]
    assert offers(desk.book, desk.book.person("minerva"), desk.now) == (THU, FRI)


@pytest.mark.parametrize("meaning", [Meaning.NO, Meaning.LATER])
def test_a_no_or_a_later_after_the_yes_ends_it(meaning: Meaning) -> None:
    desk = says(yes(THU), meaning)
    assert waiting(desk) == []
    assert offers(desk.book, desk.book.person("minerva"), desk.now) == ()


def test_thanks_for_an_answer_that_was_given_asks_for_nothing() -> None:
    desk = says(Desk(), Meaning.QUESTION)
    desk.now = at("2026-11-04 09:00")
    desk.says(touches.touch, Verb.TOUCH, person="minerva", op="call")
    desk.now = at("2026-11-05 09:00")
    assert waiting(says(desk, Meaning.THANKS)) == []


def test_times_that_have_passed_are_offered_no_more() -> None:
    desk = yes(THU, FRI)
    minerva_ = desk.book.person("minerva")
    assert offers(desk.book, minerva_, at("2026-11-13 09:00")) == (FRI,)
    assert offers(desk.book, minerva_, at("2026-11-20 09:00")) == ()


def test_a_line_that_the_protege_is_late_takes_no_offered_time_away() -> None:
    desk = Desk(active(COFFEE), "2026-11-11 09:30")
    says(desk, Meaning.YES, THU)
    desk.now = at("2026-11-11 09:45")
    desk.says(meetings.no_show, Verb.NO_SHOW, op="late", minutes=10)
    assert desk.leaves().template == "person/late"
    assert offers(desk.book, desk.book.people[0], desk.now) == (THU,)


@pytest.mark.parametrize(("day", "said"), [(3, False), (4, True), (5, True), (6, False)])
def test_the_digest_comes_one_and_two_business_days_after_an_answer(day: int, said: bool) -> None:
    assert is_reminder_day(ada(), at("2026-11-03 15:00"), date(2026, 11, day), POLICY) is said


# --- choosing


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ({"number": 2}, "2026-11-13 11:00"),
        ({"number": -1}, "2026-11-13 11:00"),
        ({"day": date(2026, 11, 12)}, "2026-11-12 16:00"),
        ({"fields": (("weekday", "4"),)}, "2026-11-13 11:00"),
        ({"time": time(12)}, "2026-11-13 12:00"),
        ({"at": local("2026-11-12 16:00")}, "2026-11-12 16:00"),
    ],
)
def test_the_one_time_that_fits_becomes_the_invite(said: dict[str, object], start: str) -> None:
    desk = yes(THU, FRI)
    desk.says(choosing.choose, Verb.CHOICE, person="minerva", **said)
    assert desk.draft.kind is Kind.INVITE
    assert desk.book.meetings[0].start == datetime.fromisoformat(start)


@pytest.mark.parametrize(
    "said", [{}, {"number": 3}, {"day": date(2026, 11, 14)}, {"time": time(9)}, {"fields": (("weekday", "0"),)}]
)
def test_anything_else_drafts_nothing_and_offers_them_all_again(said: dict[str, object]) -> None:
    desk = yes(THU, FRI)
    desk.says(choosing.choose, Verb.CHOICE, person="minerva", **said)
    assert desk.book.pending() == ()
    assert desk.taps == ["COFFEE WITH Minerva McGee 2026-11-12 16:00", "COFFEE WITH Minerva McGee 2026-11-13 11:00"]


def test_of_a_whole_day_the_hour_is_asked() -> None:
    desk = yes(DAY)
    desk.says(choosing.choose, Verb.CHOICE, person="minerva", number=1)
    assert desk.answer.text.startswith("AT WHAT TIME?")
    assert desk.taps[0] == "COFFEE WITH Minerva McGee 2026-11-16 10:00"
    desk.says(choosing.choose, Verb.CHOICE, person="minerva", time=time(15))
    assert desk.book.meetings[0].start == local("2026-11-16 15:00")


def test_none_of_them_offers_free_times() -> None:
    desk = yes(THU)
    desk.says(choosing.choose, Verb.CHOICE, person="minerva", text="none")
    assert len(desk.taps) == 3
    assert desk.book.pending() == ()


def test_another_time_for_a_meeting_that_stands_is_taken_as_a_move() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_SET), meetings=(COFFEE,)))
    says(desk, Meaning.YES, THU, FRI)
    assert waiting(desk) == [("minerva", "time")]
    desk.says(choosing.choose, Verb.CHOICE, number=2)
    assert desk.draft.template == "invite/yours"
    assert "Fri 13 Nov at 11:00" in desk.draft.text


def test_own_words_to_somebody_who_said_no_are_refused() -> None:
    desk = says(Desk(), Meaning.NO)
    person = desk.book.person("minerva")
    desk.says(lambda case: outreach.own_words(case, person, "Are you sure?"))
    assert "Minerva said no on" in desk.answer.text
    assert [x.kind for x in desk.book.pending()] == [Kind.THANKS]


# --- reminders


def reminded() -> Desk:
    two = (Reminder(1, "write the memo", date(2026, 11, 6)), Reminder(2, "call Lee", date(2026, 11, 5), time(9)))
    return Desk(ada(reminders=two))


def test_reminders_are_listed_the_next_one_first() -> None:
    desk = reminded()
    desk.says(reminders.remind, Verb.REMIND, op="list")
    assert desk.answer.text.index("R2 Thu 5 Nov 09:00: call Lee") < desk.answer.text.index("R1 Fri 6 Nov")
    assert desk.taps == ["DROP R2", "DROP R1"]


def test_a_dropped_reminder_is_gone_and_can_be_brought_back() -> None:
    desk = reminded()
    desk.says(reminders.remind, Verb.REMIND, op="drop", text="memo")
    assert [r.number for r in reminders.waiting(desk.book)] == [2]
    assert desk.book.undo is not None
    reference = desk.book.undo[2]
    desk.says(lambda case: reminders.take_back(case, reference))
    assert [r.number for r in reminders.waiting(desk.book)] == [2, 1]


def test_what_fits_none_or_several_drops_nothing() -> None:
    desk = reminded()
    for said in ({"number": 7}, {"text": ""}, {"text": "banana"}):
        desk.says(reminders.remind, Verb.REMIND, op="drop", **said)
        assert desk.answer.text.startswith("I dropped nothing")
    assert len(reminders.waiting(desk.book)) == 2
