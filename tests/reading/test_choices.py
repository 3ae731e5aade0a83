"""The protégé picks one of the times that a person offered, or answers what we asked, in plain words."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

OFFERED = at(thread="minerva", answering="said_yes", offers=("minerva",))
READY = at(thread="minerva", answering="ready", question="agreement")
PROMPT = at(thread="minerva", answering="notes_prompt")


@pytest.mark.parametrize(
    "text",
    ["thursday works", "thu", "ok, thursday", "great! thursday it is", "Thursday works!\n\nAda", "next thursday"],
)
def test_a_bare_weekday_is_that_day_of_theirs(text: str) -> None:
    found = one(text, OFFERED)
    assert (found.verb, found.person, dict(found.fields)) == (Verb.CHOICE, "minerva", {"weekday": "3"})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the second one", 2),
        ("let's do the first", 1),
        ("2", 2),
        ("option 2", 2),
        ("last one please", -1),
    ],
)
def test_a_time_is_picked_by_its_place(text: str, number: int) -> None:
    assert one(text, OFFERED).number == number


def test_days_and_hours_are_kept() -> None:
    assert one("let's take 26 Nov", OFFERED).day == date(2026, 11, 26)
    assert one("the 26th", OFFERED).day == date(2026, 11, 26)
    assert one("16:00 works for me", OFFERED).time == time(16)
    found = one("thu 26 Nov at 16:00 is perfect", OFFERED)
    assert (found.day, found.time) == (date(2026, 11, 26), time(16))


@pytest.mark.parametrize("text", ["either works", "both work for me"])
def test_a_choice_that_chooses_nothing_is_kept_as_such(text: str) -> None:
    found = one(text, OFFERED)
    assert (found.verb, found.number, found.day, found.fields) == (Verb.CHOICE, None, None, ())


def test_none_of_them_says_so() -> None:
    assert one("neither works for me", OFFERED).text == "none"


@pytest.mark.parametrize(("text", "order"), [("the later one", "later"), ("the earliest one", "earliest")])
def test_the_later_one_is_the_later_by_the_clock(text: str, order: str) -> None:
    assert dict(one(text, OFFERED).fields) == {"order": order}


@pytest.mark.parametrize("text", ["6 months monthly please", "monthly, tuesdays at 4", "first tuesday at 16:00"])
def test_bare_terms_count_only_under_a_mail_about_terms(text: str) -> None:
    assert one(text, at(thread="minerva", answering="agreed", terms="agreed")).verb is Verb.AGREED
    assert one(text, at(thread="minerva", answering="draft", terms="propose")).verb is Verb.PROPOSE
    assert not {Verb.AGREED, Verb.PROPOSE} & {found.verb for found in commands("", text, FRESH)}


@pytest.mark.parametrize(
    "text",
    [
        "thursday doesn't work",
        "not thursday",
        "monday?",
        "tell her thursday works",
        "move to thu",
        "later",
        "if thursday works",
    ],
)
def test_what_denies_asks_or_says_more_is_no_choice(text: str) -> None:
    assert Verb.CHOICE not in {found.verb for found in commands("", text, OFFERED)}


@pytest.mark.parametrize("reading", [THREAD, FRESH, DRAFT])
def test_nothing_is_chosen_where_nothing_was_offered(reading: object) -> None:
    for text in ("thursday works", "the second one", "2"):
        assert Verb.CHOICE not in {found.verb for found in commands("", text, reading)}  # type: ignore[arg-type]


def test_in_another_persons_thread_nothing_is_chosen() -> None:
    other = at(thread="lee", offers=("minerva",))
    assert Verb.CHOICE not in {found.verb for found in commands("", "thursday works", other)}


@pytest.mark.parametrize("text", ["yes I'm ready", "I'm ready", "Yes, I am ready to commit!", "ready", "let's do it"])
def test_ready_in_plain_words_is_a_yes_only_where_it_is_asked(text: str) -> None:
    assert one(text, READY).verb is Verb.YES
    assert one(text, DRAFT).verb is not Verb.YES


@pytest.mark.parametrize("text", ["not yet", "I'm not ready", "no, not yet", "not ready yet"])
def test_not_ready_in_plain_words_is_a_no_only_where_it_is_asked(text: str) -> None:
    assert one(text, READY).verb is Verb.NO
    assert one(text, DRAFT).verb is not Verb.NO


@pytest.mark.parametrize("text", ["it went great! fit yes", "it went great!\nfit yes", "fit yes. It went great"])
def test_the_fit_beside_other_words_is_the_answer_and_keeps_them(text: str) -> None:
    for reading in (PROMPT, THREAD):
        found = one(text, reading)
        assert (found.verb, found.op) == (Verb.FIT, "yes")
        assert "it went great" in found.text.lower()


@pytest.mark.parametrize(("text", "op"), [("yes it fits", "yes"), ("it doesn't fit", "no"), ("not sure", "maybe")])
def test_the_fit_in_plain_words_where_it_is_asked(text: str, op: str) -> None:
    assert (one(text, PROMPT).verb, one(text, PROMPT).op) == (Verb.FIT, op)
    assert one(text, DRAFT).verb is not Verb.FIT


def test_the_days_of_an_agreement_need_no_monthly() -> None:
    found = one("Minerva agreed 6 months first thursday 17:00", THREAD)
    assert (found.rrule, found.time) == ("FREQ=MONTHLY;BYDAY=1TH", time(17))
    assert one("Minerva agreed until first Thursday of May", THREAD).rrule == ""


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("move to fri", True),
        ("move to fri 15:00", True),
        ("move to fri 4 dec", False),
        ("move to next fri", False),
        ("move to 16:00", False),
    ],
)
def test_a_move_says_whether_only_a_weekday_was_named(text: str, bare: bool) -> None:
    assert (dict(one(text, THREAD).fields).get("day") == "weekday") is bare


@pytest.mark.parametrize(
    ("text", "op", "number"),
    [
        ("reminders", "list", None),
        ("show my reminders", "list", None),
        ("drop R2", "drop", 2),
        ("delete reminder 2", "drop", 2),
    ],
)
def test_reminders_are_listed_and_dropped(text: str, op: str, number: int | None) -> None:
    found = one(text)
    assert (found.verb, found.op, found.number) == (Verb.REMIND, op, number)
    assert one("drop the reminder about the memo").text == "the memo"
    assert one("drop 2").verb is Verb.ACTIONS


@given(st.text("thursdaymon 0123456789:.,!?'", max_size=100))
@settings(max_examples=200, deadline=None)
def test_any_choice_is_read(text: str) -> None:
    assert commands("", text, OFFERED)


def test_a_video_call_is_by_video_wherever_the_word_stands() -> None:
    assert one("video call with Minerva on 24 Aug at 17:00", THREAD).place == "video"
