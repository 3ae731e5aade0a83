"""Lines of fields, of preparation and of a recap: each goes where it belongs, and none is swallowed."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from reading.protege_mail import FRESH, NOW, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.command import commands
from assistant.reading.dates import Moment
from assistant.reading.prompted import prompted_notes

MEETS = at(thread="minerva", meets=("minerva",))
PREP = at(thread="minerva", answering="prep", meets=("minerva",))
RECAP = at(thread="minerva", answering="recap")
MOMENT = Moment(NOW, "Europe/Madrid", day_first=True)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_fields_below_the_three_answers_are_no_part_of_the_third(gap: str) -> None:
    text = f"1. a seat\n2. Lee, lee@example.org\n3. his talk helped{gap}becoming: a lead\nask: twenty minutes"
    found = one(text, at(answering="welcome", question="three", people=()))
    assert dict(found.answers)[3] == "his talk helped"
    assert dict(found.fields) == {"becoming": "a lead", "ask": "twenty minutes"}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_purpose_and_success_belong_to_the_agreement(gap: str) -> None:
    found = one(f"Minerva agreed, 12 months monthly{gap}Purpose: learn pricing\nsuccess: I lead", FRESH)
    assert found.verb is Verb.AGREED
    assert found.fields == (("purpose", "learn pricing"), ("success", "I lead"))


def test_a_recap_takes_share_used_and_a_correction_in_one_mail() -> None:
    found = commands("", "share 1 and 3\nused: charge by outcome\n2 is mine, due 5 Dec", RECAP)
    assert sorted((c.op, c.number) for c in found if c.op != "used") == [("fix", 2), ("share", 1), ("share", 3)]
    assert next(c.text for c in found if c.op == "used") == "charge by outcome"


def test_two_questions_are_two_and_keep_their_ideas_and_the_goal() -> None:
    found = one("ask: tiers?\nidea: by seat\nask: churn?\ngoal today: a plan", PREP)
    assert found.fields == (("ask", "tiers?"), ("idea", "by seat"), ("ask", "churn?"), ("goal", "a plan"))


def test_ask_and_idea_are_of_the_meeting_that_is_near_and_else_ask_is_the_persons() -> None:
    assert one("ask: tiers?", MEETS).verb is Verb.PREP
    assert one("idea: by seat", THREAD).verb is Verb.PREP
    assert one("ask: twenty minutes", THREAD).verb is Verb.FIELDS


def test_a_number_without_a_dot_is_an_idea_under_a_brief_only() -> None:
    assert one("2 start with the outcome", PREP).answers == ((2, "start with the outcome"),)
    assert one("2 done", PREP).verb is Verb.ACTIONS
    assert one("2 start with the outcome", THREAD).verb is Verb.UNKNOWN


@pytest.mark.parametrize("word", ["accepted", "declined"])
def test_a_bare_calendar_word_is_one_where_there_is_a_meeting(word: str) -> None:
    assert (one(word, MEETS).verb, one(word, MEETS).op) == (Verb.CALENDAR, word)
    assert one(word, THREAD).verb is not Verb.CALENDAR


def test_a_meeting_names_its_person_anywhere() -> None:
    assert one("MEET Minerva thu 15:00").person == "minerva"
    assert one("meet monthly first tue 16:00 with Lee").person == "lee"
    assert one("I can't make it with Minerva").person == "minerva"
    assert one("MEET Anna thu 15:00").candidates == ("anna1", "anna2")
    assert one("cancel the series", THREAD).op == "cancel"


def test_a_quarterly_series_keeps_its_weekday() -> None:
    assert one("meet quarterly second tue 16:00", THREAD).rrule == "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Minerva", "timezone: Europe/London"),
        ("Minerva", "why: her talk\ntimezone: Europe/London"),
        ("", "Minerva\ntimezone: Europe/London"),
        ("", "about Minerva: a friend of Lee\ntimezone: Europe/London"),
        ("", "timezone: Europe/London\nwhy: her talk on pricing"),
        ("", "new mentor Zed Q zed@example.org\n\ntimezone: Europe/London"),
        ("Anna", "timezone: Europe/London"),
    ],
)
def test_a_zone_among_what_is_told_of_a_person_is_never_the_proteges(subject: str, text: str) -> None:
    assert all(c.verb is not Verb.SETTING for c in commands(subject, text, at()))


def test_ones_own_zone_is_still_set() -> None:
    assert one("timezone: Europe/London").verb is Verb.SETTING
    assert one("my timezone is Europe/London", THREAD).verb is Verb.SETTING


def test_an_unknown_field_is_a_line_of_its_own() -> None:
    assert one("why: her talk\nfoo: bar", THREAD).fields == (("why", "her talk"), ("foo", "bar"))
    assert one("why: her talk, see\nhttps://example.org/a", THREAD).fields[0][1].endswith("example.org/a")


def test_what_they_said_of_a_time_is_a_time() -> None:
    assert one("Lee answered: yes, next Tuesday at 4pm works").at == datetime(2026, 11, 24, 16)  # noqa: DTZ001 - local, as a command has it
    assert one("Lee answered: yes, Tuesday 4pm or Wednesday 5pm").at is None


def test_maybe_after_a_month_is_later_and_not_certain() -> None:
    found = answer("Maybe after March.", MOMENT)
    assert (found.meaning, found.certain, found.until) == (Meaning.LATER, False, date(2027, 3, 31))
    assert answer("He is better placed, ask Lee.", MOMENT).meaning is Meaning.REFERRAL


def test_numbered_answers_to_the_question_for_notes_go_where_they_were_asked_for() -> None:
    text = "1. tiers. I will send the memo by Friday.\n2. nothing\n3. her question on value\n4. Tue 8 Dec 16:00"
    found = prompted_notes(text, MOMENT, protege="Ada Byron", mentor="Minerva Marsh")
    assert (found.points, found.used, found.next_meeting) == (("tiers.",), "her question on value", "Tue 8 Dec 16:00")
    assert [a.text for a in found.actions] == ["I will send the memo by Friday."]


def test_a_numbered_list_of_ones_own_stays_notes() -> None:
    text = "1. we talked\n2. tiers\n3. I will call Lee\n4. I will write to Lee by Friday"
    found = prompted_notes(text, MOMENT, protege="Ada Byron", mentor="Minerva Marsh")
    assert (found.used, len(found.actions)) == ("", 2)
