"""The e-mail language: what a protégé's mail says."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from reading.protege_mail import DRAFT, FRESH, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands


def test_edit_takes_the_whole_new_text() -> None:
    text = "first paragraph\nof the note\n\nsecond: done 2\n\nSEND"
    found = one(f"EDIT\n{text}", DRAFT)
    assert (found.verb, found.op, found.text) == (Verb.EDIT, "replace", text)


def test_a_very_long_text_is_taken_whole() -> None:
    text = "\n".join(f"- line {n} of the notes" for n in range(900))
    assert one(f"Notes Minerva\n{text}").text == text
    assert one("notes: " + "word " * 5000).text == ("word " * 5000).strip()


def test_people_are_those_of_the_book() -> None:
    assert one("reach out to Minerva").person == "minerva"
    assert one("reach out to minerva marsh").person == "minerva"
    assert one("reach out to minerva@example.org").person == "minerva"
    assert one("reach out to Mallory").verb is Verb.UNKNOWN
    assert one("write to Will about hiring").person == "will"
    assert one("will do").verb is Verb.UNKNOWN
    assert one("May I ask something?").verb is Verb.UNKNOWN


def test_two_of_a_name_are_asked() -> None:
    found = one("reach out to Anna")
    assert (found.person, found.candidates) == (None, ("anna1", "anna2"))
    assert found.ask
    assert one("reach out to Anna Dahl").person == "anna2"


@pytest.mark.parametrize(
    ("text", "verb", "op"),
    [
        ("hi", Verb.HELLO, ""),
        ("help", Verb.HELP, ""),
        ("?", Verb.HELP, ""),
        ("status", Verb.STATUS, ""),
        ("what's up", Verb.STATUS, ""),
        ("goals", Verb.GOALS, "show"),
        ("reflect", Verb.REFLECT, ""),
        ("plan", Verb.PLAN, ""),
        ("find", Verb.FIND, ""),
        ("ideas for mentors", Verb.FIND, ""),
        ("rank", Verb.RANK, "show"),
        ("Minerva first", Verb.RANK, "first"),
        ("drop Lee", Verb.RANK, "drop"),
        ("Minerva is my boss", Verb.RELATION, "boss"),
        ("Lee knows Minerva", Verb.RELATION, "knows"),
        ("OVERRIDE BOSS because she moves", Verb.RELATION, "override_boss"),
        ("assigned: Minerva", Verb.ASSIGNED, ""),
        ("draft for Minerva", Verb.REACH_OUT, ""),
        ("SKIP", Verb.SKIP, "skip"),
        ("I wrote to Minerva today", Verb.SENT, ""),
        ("called Minerva", Verb.TOUCH, "call"),
        ("saw her at the meetup", Verb.TOUCH, "in_person"),
        ("posted the note", Verb.TOUCH, "handwritten"),
        ("did it", Verb.TOUCH, ""),
        ("Minerva answered: yes, next week", Verb.ANSWERED, "yes"),
        ("Minerva said no", Verb.SAID_NO, ""),
        ("Minerva: later, after March", Verb.SAID_LATER, ""),
        ("stop Minerva", Verb.STOP, "person"),
        ("never write to Minerva", Verb.STOP, "person"),
        ("pause all", Verb.STOP, "all"),
        ("intro to Minerva via Lee", Verb.INTRODUCE, ""),
        ("coffee with Minerva wed 10:00 Café X", Verb.COFFEE, ""),
        ("fit yes", Verb.FIT, "yes"),
        ("fit maybe", Verb.FIT, "maybe"),
        ("propose Minerva 6 months monthly", Verb.PROPOSE, ""),
        ("Minerva agreed, 6 months", Verb.AGREED, ""),
        ("meet monthly first tue 16:00 45min", Verb.MEET, "series"),
        ("move to thu", Verb.MEET, "move"),
        ("cancel next", Verb.MEET, "cancel"),
        ("when next?", Verb.MEET, "when"),
        ("prep", Verb.PREP, "show"),
        ("goal today: learn to say no", Verb.PREP, "goal"),
        ("no-show", Verb.NO_SHOW, "no_show"),
        ("I can't make it", Verb.NO_SHOW, "cant_make_it"),
        ("actions", Verb.ACTIONS, "list"),
        ("done 2", Verb.ACTIONS, "done"),
        ("doing 2", Verb.ACTIONS, "doing"),
        ("drop 3 because no time", Verb.ACTIONS, "drop"),
        ("move 1 to fri", Verb.ACTIONS, "move"),
        ("mark 2 as done", Verb.ACTIONS, "done"),
        ("remind me in 2 weeks to call Lee", Verb.REMIND, "remind"),
        ("milestone: promotion board 3 Mar", Verb.REMIND, "milestone"),
        ("thank Minerva: she introduced me to Lee", Verb.THANK, ""),
        ("impact: because of Minerva I got the job", Verb.IMPACT, "impact"),
        ("thanks style: handwritten", Verb.IMPACT, "style"),
        ("health", Verb.HEALTH, ""),
        ("how is it going with Minerva?", Verb.HEALTH, ""),
        ("wrap up Minerva", Verb.WRAP_UP, "wrap_up"),
        ("renew 6 months", Verb.WRAP_UP, "renew"),
        ("lighter", Verb.WRAP_UP, "lighter"),
        ("close", Verb.WRAP_UP, "close"),
        ("why?", Verb.WHY, ""),
        ("log", Verb.RECORDS, "log"),
        ("show Minerva", Verb.RECORDS, "show"),
        ("export", Verb.RECORDS, "export"),
        ("forget Minerva", Verb.RECORDS, "forget"),
        ("delete everything", Verb.RECORDS, "delete_all"),
        ("UNDO", Verb.UNDO, ""),
        ("digest at 8", Verb.SETTING, "digest"),
        ("holidays ES-MD", Verb.SETTING, "holidays"),
        ("my timezone is Europe/Madrid", Verb.SETTING, "timezone"),
    ],
)
def test_the_vocabulary(text: str, verb: Verb, op: str) -> None:
    for shape in (text, text.upper() if "@" not in text else text, f"{text}!", f"\n{text}\n\n-- \nAda Byron\nSEND"):
        found = one(shape, THREAD)
        assert (found.verb, found.op) == (verb, op), shape


def test_settings_carry_their_values() -> None:
    assert one("my timezone is Madrid").text == "Europe/Madrid"
    assert one("work hours 8:30-17:00").fields == (("from", "08:30"), ("to", "17:00"))
    assert one("quiet until 3 Jan").until == date(2027, 1, 3)
    away = one("away 1-14 Aug")
    assert (away.day, away.until) == (date(2027, 8, 1), date(2027, 8, 14))
    assert one("digest at 7").time == time(7)
    assert one("my timezone is Mars").ask
    assert one("quiet until 3 Jan 2020").ask


def test_dates_and_times_are_carried() -> None:
    coffee = one("coffee with Minerva wed 10:00 Café X")
    assert (coffee.at, coffee.place) == (datetime.fromisoformat("2026-11-25 10:00"), "Café X")
    series = one("meet monthly first tue 16:00 45min", THREAD)
    assert (series.rrule, series.time, series.minutes) == ("FREQ=MONTHLY;BYDAY=1TU", time(16), 45)
    terms = one("propose Minerva 6 months every two weeks")
    assert (terms.months, terms.rrule) == (6, "FREQ=WEEKLY;INTERVAL=2")
    assert one("Minerva: later, after March").day == date(2027, 3, 31)
    assert one("LATER fri", DRAFT).day == date(2026, 11, 27)
    reminder = one("remind me tomorrow 9am to call the registrar")
    assert (reminder.at, reminder.text) == (datetime.fromisoformat("2026-11-21 09:00"), "call the registrar")


def test_several_commands_one_a_line() -> None:
    found = commands("", "Hi,\n\ndone 1\nmove 2 to fri\nprep\n\nBest,\nAda", FRESH)
    assert [(command.verb, command.op) for command in found] == [
        (Verb.ACTIONS, "done"),
        (Verb.ACTIONS, "move"),
        (Verb.PREP, "show"),
    ]


def test_free_text_goes_to_the_blank_line() -> None:
    found = commands("", "note on Lee: never send him\nanything\n\nstatus", FRESH)
    assert [(command.verb, command.text) for command in found] == [
        (Verb.ABOUT, "never send him\nanything"),
        (Verb.STATUS, ""),
    ]


def test_a_wrapped_line_goes_on() -> None:
    found = one("Please prepare a first note to Minerva, topic is the migration of the\nold controllers.")
    assert (found.verb, found.text) == (Verb.REACH_OUT, "the migration of the old controllers")


def test_a_new_person_comes_with_fields() -> None:
    added, fields = commands(
        "", "new mentor Zoe Quill zoe@example.org — heard her talk on pricing\nwhy: her talk\nask: 20 minutes", FRESH
    )
    assert (added.verb, added.named, added.email, added.because) == (
        Verb.NEW_MENTOR,
        "Zoe Quill",
        "zoe@example.org",
        "heard her talk on pricing",
    )
    assert (fields.verb, fields.named, fields.fields) == (
        Verb.FIELDS,
        "Zoe Quill",
        (("why", "her talk"), ("ask", "20 minutes")),
    )


def test_fields_belong_to_the_person_of_the_thread_and_the_top_one_wins() -> None:
    found = one("employer: Acme\nEmployer: Other\nkey: yes", THREAD)
    assert (found.verb, found.person, found.fields) == (Verb.FIELDS, "minerva", (("employer", "Acme"), ("key", "yes")))
    assert one("employer: Acme", FRESH).ask


def test_numbered_answers_are_answers() -> None:
    found = one("1. lead a team\nof ten\n2) nobody yet\n3: nothing", at(answering="welcome"))
    assert (found.verb, found.answers) == (Verb.ANSWER, ((1, "lead a team\nof ten"), (2, "nobody yet"), (3, "nothing")))
    assert one("1) a team 2) nobody 3) nothing", at(answering="welcome")).answers == (
        (1, "a team"),
        (2, "nobody"),
        (3, "nothing"),
    )
    assert one("1. done\n2. ask her", at(answering="prep", thread="minerva")).op == "answers"
