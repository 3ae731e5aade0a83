"""Words about the mentor become words to them where grammar is certain, and stay as written where it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import Desk, minerva
from mentoring.talks import after_coffee, bring, fix

from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.offers import offer_of
from assistant.mentoring.person import Stage
from assistant.mentoring.promises import task_words
from assistant.mentoring.recaps import recap
from assistant.mentoring.words.phrases import addressed
from assistant.mentoring.words.turning import whose

DUE = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("she tries and watches", "you try and watch"),
        ("she reads it and sends it back", "you read it and send it back"),
        ("she asks hard questions and listens to my answers", "you ask hard questions and listen to my answers"),
        ("he says what he thinks and is never unkind", "you say what you think and are never unkind"),
        ("she likes cats and dogs", "you like cats and dogs"),
        ("she reads papers and articles", "you read papers and articles"),
        ("call two customers and ask their opinion", "call two customers and ask their opinion"),
        ("their talk on pricing", "your talk on pricing"),
        ("tell Sam and his team", "tell Sam and his team"),
        ("thank Lee and her", "thank Lee and her"),
        ("meet Minerva and her team", "meet Minerva and your team"),
    ],
)
def test_a_joined_verb_goes_with_its_subject_and_a_noun_stays(said: str, told: str) -> None:
    assert addressed(said, "Minerva") == told


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("tries the memo and sends it", "try the memo and send it"),
        ("tries and watches the call", "try and watch the call"),
        ("calls Lee", "call Lee"),
        ("calls with Lee", "calls with Lee"),  # things, not what is done
        ("interviews", "interviews"),
        ("I rewrite and send the intro", "rewrite and send the intro"),
        ("notes for Minerva", "notes for Minerva"),
    ],
)
def test_a_task_in_another_person_of_the_verb_is_put_as_a_task(said: str, task: str) -> None:
    assert task_words(said, dated=False) == task


def test_an_offer_turns_all_of_its_verbs() -> None:
    assert offer_of("She tries and watches my demo", "Minerva", dated=False) == "try and watch my demo"
    assert offer_of("Minerva reads the memo and sends it back", "Minerva", dated=False) == (
        "read the memo and send it back"
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ask Lee about her plans", "her"),
        ("tell my boss what she said", "she"),
        ("call a customer and thank him", "him"),
        ("send her the deck", ""),
        ("ask Minerva about her plans", ""),
        ("on Friday send her the deck", ""),
        ("write to her and then to Lee", ""),
        ("call two customers and ask their opinion", ""),
        ("tell Sam and his team", ""),
    ],
)
def test_a_pronoun_behind_somebody_else_is_nobodys_for_sure(text: str, word: str) -> None:
    assert whose(text, "Minerva") == word


@given(st.text(max_size=200), st.text(max_size=12))
def test_any_words_are_looked_at_without_an_error(text: str, name: str) -> None:
    assert whose(text, name) == "" or whose(text, name) in text


def test_whose_plans_are_meant_is_asked_and_other_words_settle_it() -> None:
    desk = after_coffee()
    bring(desk, Notes(actions=(NoteAction("I will ask Lee about her plans", "me", DUE),)))
    assert "? 1 “ask Lee about her plans”: is “her” Minerva or somebody else?" in desk.answer.text
    assert desk.book.pending() == ()
    desk.says(recap.correct, op="words", number=1, text="ask Lee about Lee's plans")
    assert "I'll ask Lee about Lee's plans by Tue 24 Nov." in desk.draft.text


def test_taken_as_it_is_it_stands_in_quotes_as_written() -> None:
    desk = after_coffee()
    bring(desk, Notes(actions=(NoteAction("I will ask Lee about her plans", "me", DUE),)))
    desk.says(recap.take)
    assert "From me: “ask Lee about her plans” by Tue 24 Nov." in desk.draft.text
    assert "your plans" not in desk.draft.text


def test_a_correction_of_nothing_changes_nothing() -> None:
    desk = after_coffee()
    bring(desk, Notes(actions=(NoteAction("I will call Lee", "me", DUE),)))
    before = desk.book.actions
    desk.says(recap.correct, op="words", number=9, text="send it")
    desk.says(recap.correct, op="words", number=1, text=" ")
    assert desk.book.actions == before
    fix(desk, number=1, fields=(("owner", "me"),))
    assert [replace(a, owner="me") for a in before] == list(desk.book.actions)


def test_what_was_used_stands_in_quotes_where_her_may_be_somebody_else() -> None:
    desk = after_coffee()
    bring(desk, Notes(points=("three tiers",)))
    desk.says(recap.correct, op="used", text="I asked Lee about her price list")
    assert "What I took from it: “I asked Lee about her price list”." in desk.draft.text


def test_thanks_ask_for_the_name_where_her_may_be_somebody_else() -> None:
    desk = Desk()
    desk.book = desk.book.with_person(minerva(Stage.ACTIVE))
    desk.says(recap.thank, text="she told Lee about her price list")
    assert "I can't tell whether “her” is Minerva or somebody else" in desk.answer.text
    assert desk.book.pending() == ()
