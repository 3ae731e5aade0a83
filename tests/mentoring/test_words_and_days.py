"""The pure helpers: words turned to a person, days of work, tokens."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.days import Calendar, first_allowed, is_year_end, shared, zone
from assistant.mentoring.tokens import Purpose, Thread, Tokens
from assistant.mentoring.words.phrases import (
    addressed,
    changed_lines,
    clause,
    phrase_of_aim,
    says_something,
    undisclosed,
)

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - made aware
ZONES = st.sampled_from(["Europe/Madrid", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "UTC"])
COUNTRIES = st.lists(st.sampled_from(["", "ES", "ES-MD", "GB", "US", "JP", "XX"]), max_size=2)


TO_HER = ["your", "talk", "on", "pricing", "made", "my", "team", "drop", "our", "free", "tier", "in", "March"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("her talk on pricing made us think", "your talk on pricing made us think"),
        ("Minerva's talk helped", "your talk helped"),
        ("she is the one who wrote it", "you are the one who wrote it"),
        ("I heard her in May", "I heard you in May"),
        ("his article changed our plan", "your article changed our plan"),
        ("your talk made us drop it", "your talk made us drop it"),
        ("the theory of other cheres", "the theory of other cheres"),
    ],
)
def test_words_about_a_person_become_words_to_them(said: str, told: str) -> None:
    assert addressed(said, "Minerva") == told


@given(
    st.lists(
        st.sampled_from(
            ["your", "talk", "on", "pricing", "made", "my", "team", "drop", "our", "free", "tier", "in", "March"]
        )
    ).map(" ".join)
)
def test_words_that_speak_to_her_are_never_changed(text: str) -> None:
    assert addressed(text, "Minerva") == text


@given(st.text(max_size=60), st.text(max_size=12))
def test_turning_twice_changes_nothing_more(text: str, name: str) -> None:
    once = addressed(text, name)
    assert addressed(once, "") == once


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("her talk on pricing", False),
        ("heard her talk on pricing", False),
        ("wrote the article that I use", False),
        ("your talk on pricing made us drop our free tier", True),
        ("his article on interviews gave us our script", True),
    ],
)
def test_only_a_sentence_may_stand_in_a_letter(text: str, stands: bool) -> None:
    assert says_something(text) is stands


@pytest.mark.parametrize(
    ("goal", "aim"),
    [
        ("lead a pricing team", "to lead a pricing team"),
        ("I want to be able to lead a team.", "to lead a team"),
        ("a role in pricing", "a role in pricing"),
    ],
)
def test_a_goal_goes_into_a_sentence(goal: str, aim: str) -> None:
    assert phrase_of_aim(goal) == aim


@given(st.text(max_size=80))
def test_a_clause_has_single_spaces_and_no_stop(text: str) -> None:
    said = clause(text)
    assert said == " ".join(said.split())
    assert not said.endswith((".", ";", ","))


@given(st.text(max_size=200), st.text(max_size=200))
def test_changed_lines_are_empty_only_where_nothing_changed(before: str, after: str) -> None:
    assert changed_lines(before, before) == []
    same = [" ".join(p.split()) for p in before.split("\n\n")] == [" ".join(p.split()) for p in after.split("\n\n")]
    assert not (same and changed_lines(before, after))


def test_the_line_about_the_program_is_taken_off() -> None:
    assert undisclosed("Hi\n\nAda\n\nA program posts this for me and files replies; I approved.") == "Hi\n\nAda"


@given(DAYS, st.integers(-40, 40), COUNTRIES)
def test_adding_business_days_lands_on_one_and_counts_back(day: date, count: int, countries: list[str]) -> None:
    calendar = shared(countries)
    there = calendar.add(day, count)
    assert count == 0 or calendar.is_business(there)
    assert count < 0 or calendar.between(day, there) == count
    assert (there > day) == (count > 0) or count == 0


@given(DAYS, COUNTRIES)
def test_the_first_business_day_is_the_day_itself_or_the_next_one(day: date, countries: list[str]) -> None:
    calendar = shared(countries)
    first = calendar.first(day)
    assert calendar.is_business(first)
    assert not any(calendar.is_business(day + timedelta(days=n)) for n in range((first - day).days))


def test_an_absence_is_no_time_for_business() -> None:
    calendar = Calendar(("ES",), ((date(2026, 8, 3), date(2026, 8, 14)),))
    assert calendar.first(date(2026, 8, 3)) == date(2026, 8, 17)


@given(MOMENTS, ZONES, COUNTRIES)
def test_a_letter_leaves_in_the_readers_working_hours(at: datetime, name: str, countries: list[str]) -> None:
    calendar = shared(countries)
    leaves = first_allowed(at, calendar, name, 9, 17)
    local = leaves.astimezone(zone(name))
    assert leaves >= at
    assert 9 <= local.hour < 17
    assert calendar.is_business(local.date())
    assert not is_year_end(local.date())
    assert first_allowed(leaves, calendar, name, 9, 17) == leaves


KEYS = st.binary(min_size=16, max_size=32)
THREADS = st.builds(
    Thread, st.sampled_from(["ada", "ben"]), st.text(min_size=1, max_size=20), st.sampled_from(list(Purpose))
)


@given(KEYS, THREADS, THREADS)
def test_a_thread_address_leads_back_to_its_thread_only(key: bytes, thread: Thread, other: Thread) -> None:
    tokens = Tokens(key, "assistant@example.org")
    address = tokens.thread_address(thread)
    assert tokens.is_ours(address)
    assert tokens.find([address.upper()], [thread]) == thread
    assert (tokens.find([address], [other]) is not None) == (other == thread)


@given(KEYS, KEYS, THREADS)
def test_a_token_of_another_key_leads_nowhere(key: bytes, forged: bytes, thread: Thread) -> None:
    address = Tokens(forged, "assistant@example.org").thread_address(thread)
    found = Tokens(key, "assistant@example.org").find([address], [thread])
    assert (found is not None) == (key == forged)


@given(KEYS, st.text(max_size=10), st.text(max_size=10))
def test_a_code_can_be_read_aloud(key: bytes, letter: str, digest: str) -> None:
    code = Tokens(key, "assistant@example.org").code("ada", letter, digest)
    assert len(code) == 4
    assert not set(code) & set("IO01")
