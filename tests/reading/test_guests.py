"""Who keeps a person's calendar, as people say it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import commands
from assistant.reading.commands.context import Known, Reading

PEOPLE = (Known("minerva", "Minerva McGee", ("minerva@example.org",)), Known("lee", "Lee Ito", ("lee@example.org",)))
READING = Reading(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/Madrid", people=PEOPLE)


def read(text: str) -> Command:
    found = commands("", text, READING)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("add pat@example.org to the meeting", None),
        ("please add Pat Moss pat@example.org to the meetings with Minerva", "minerva"),
        ("Add Pat <pat@example.org> to the series with Minerva.", "minerva"),
        ("invite pat@example.org to our coffee with Lee", "lee"),
        ("include pat@example.org in the invites to Minerva", "minerva"),
    ],
)
def test_adding_somebody_is_read_with_the_address_and_whose_meeting_it_is(text: str, whom: str | None) -> None:
    found = read(text)
    assert (found.verb, found.op, found.email, found.person) == (Verb.MEET, "add_guest", "pat@example.org", whom)


@pytest.mark.parametrize(
    ("text", "email", "name"),
    [
        ("remove pat@example.org from the meeting", "pat@example.org", ""),
        ("remove Pat from the meetings", "", "Pat"),
        ("take Pat off the invites", "", "Pat"),
    ],
)
def test_taking_somebody_out_is_read_by_address_or_name(text: str, email: str, name: str) -> None:
    found = read(text)
    assert (found.verb, found.op, found.email, found.text) == (Verb.MEET, "remove_guest", email, name)


@pytest.mark.parametrize(
    "text",
    [
        "Minerva's assistant is Pat pat@example.org",
        "Minerva’s PA is pat@example.org",
        "minerva's new secretary is Pat Moss <pat@example.org>",
    ],
)
def test_whose_assistant_somebody_is_is_a_field_of_theirs(text: str) -> None:
    found = read(text)
    assert (found.verb, found.person, found.fields) == (Verb.FIELDS, "minerva", (("scheduling", "pat@example.org"),))


@pytest.mark.parametrize("text", ["remove Minerva from my life", "add a line about Pat", "invite Minerva for coffee"])
def test_other_sentences_add_and_remove_nobody(text: str) -> None:
    assert all(not found.op.endswith("_guest") for found in commands("", text, READING))


@pytest.mark.parametrize(
    ("text", "email", "name"),
    [
        ("cc her assistant Pat on the invites with Minerva", "", "Pat"),
        ("put pat@example.org in copy of the invites to Minerva", "pat@example.org", ""),
        ("loop in pat@example.org on the meetings with Minerva", "pat@example.org", ""),
        ("add Minerva's PA pat@example.org to the series", "pat@example.org", ""),
        ("Minerva's assistant Pat (pat@example.org) should be on the invites", "pat@example.org", ""),
        ("add pat@example.org to the meetings with Minerva, he keeps her calendar", "pat@example.org", ""),
    ],
)
def test_adding_somebody_is_read_in_anybodys_words(text: str, email: str, name: str) -> None:
    found = read(text)
    assert (found.verb, found.op, found.person) == (Verb.MEET, "add_guest", "minerva")
    assert (found.email, found.text) == (email, name)


@pytest.mark.parametrize(
    "text", ["please add him to the meetings: pat@example.org", "send the invites to pat@example.org as well"]
)
def test_whose_meeting_is_left_to_the_book_where_nobody_is_named(text: str) -> None:
    found = read(text)
    assert (found.verb, found.op, found.email, found.person) == (Verb.MEET, "add_guest", "pat@example.org", None)


@pytest.mark.parametrize(
    "text",
    ["add pat@example.org, he keeps Minerva's calendar", "pat@example.org manages Minerva's diary, add him please"],
)
def test_whoever_keeps_a_calendar_is_a_contact_and_no_person(text: str) -> None:
    found = read(text)
    assert (found.verb, found.person, found.fields) == (Verb.FIELDS, "minerva", (("scheduling", "pat@example.org"),))


@pytest.mark.parametrize(
    "text",
    [
        "add her assistant pat@example.org",
        "add him: pat@example.org",
        "add pat@example.org, he keeps her calendar",
        "invite Pat pat@example.org too",
        "copy Pat pat@example.org on everything with Minerva",
        "include Minerva's secretary Pat pat@example.org",
    ],
)
def test_an_assistant_is_never_taken_for_a_mentor(text: str) -> None:
    assert all(found.verb is not Verb.NEW_MENTOR for found in commands("", text, READING))
