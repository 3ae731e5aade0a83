"""Another place in words, and an agreement that goes on for so much longer (L29, L39)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import at

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import commands

MEETS = at(thread="minerva", meets=("minerva",))


def read(text: str) -> list[Command]:
    return list(commands("", text, MEETS))


@pytest.mark.parametrize(
    ("text", "place", "scope"),
    [
        ("change the place to Café Luna", "Café Luna", ""),
        ("please change the location of the meeting with Minerva to her office", "her office", ""),
        ("change the place of all meetings to Room 4", "Room 4", "series"),
        ("change the venue of the series to Zoom", "Zoom", "series"),
        ("next meeting by video", "video", "next"),
        ("can we make it Zoom?", "Zoom", ""),
        ("switch all our meetings to Teams", "Teams", "series"),
        ("we meet at Café Luna from now on", "Café Luna", "series"),
        ("from now on we'll meet in the library", "the library", "series"),
    ],
)
def test_a_place_is_read_with_how_many_meetings_it_is_for(text: str, place: str, scope: str) -> None:
    [command] = read(text)
    assert (command.verb, command.op, command.place) == (Verb.MEET, "place", place)
    assert dict(command.fields).get("scope", "") == scope


@pytest.mark.parametrize(
    "text",
    ["change the place to thu 15:00", "we meet at 5pm from now on", "we talked by phone", "the call by Lee was good"],
)
def test_a_time_or_a_tale_is_no_place(text: str) -> None:
    assert not any(command.op == "place" for command in read(text))


def test_without_a_meeting_to_come_there_is_no_place_to_change() -> None:
    assert not any(command.op == "place" for command in commands("", "next meeting by video", at(thread="minerva")))


@given(st.text(max_size=80))
def test_whatever_stands_behind_the_words_never_fails(words: str) -> None:
    for said in (f"change the place to {words}", f"we meet at {words} from now on", f"extend it by {words}"):
        assert all(isinstance(command, Command) for command in read(said))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("extend by another year", 12),
        ("prolong the mentoring with Minerva for six months", 6),
        ("extend it by 3 more months", 3),
    ],
)
def test_an_agreement_goes_on_for_so_much_longer(text: str, months: int) -> None:
    [command] = read(text)
    assert (command.verb, command.op, command.months) == (Verb.WRAP_UP, "renew", months)


def test_another_hour_instead_moves_the_next_meeting() -> None:
    [command] = read("make it 5pm instead")
    assert (command.verb, command.op, str(command.time)) == (Verb.MEET, "move", "17:00:00")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("running late, start 15 min later", "15"),
        ("running a bit late, start half an hour later", "30"),
        ("move the meeting with Minerva 20 minutes later", "20"),
        ("MOVE THE MEETING WITH MINERVA 15 MINUTES LATER", "15"),
        ("move the meeting 45 minutes earlier", "-45"),
    ],
)
def test_a_meeting_moves_by_minutes(text: str, by: str) -> None:
    [command] = read(text)
    assert (command.verb, command.op, dict(command.fields)["by"]) == (Verb.MEET, "move", by)


def test_who_runs_late_means_the_meeting_of_today() -> None:
    [command] = read("running late, start 15 min later")
    assert dict(command.fields)["of"] == "2026-11-20"


def test_several_months_are_cancelled_one_at_a_time() -> None:
    [command] = read("cancel the December and January meetings")
    assert command.op == "cancel"
    assert "CANCEL THE DECEMBER MEETING" in command.ask


def test_who_should_get_the_invites_too_is_added() -> None:
    [command] = read("Pat pat@example.org should get the invites too")
    assert (command.op, command.email) == ("add_guest", "pat@example.org")
