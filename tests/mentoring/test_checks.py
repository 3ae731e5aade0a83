"""The last gate before a letter to a person: what can't be sent, what needs the protégé's own word, what passes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import POLICY, Desk, ada, lee, minerva

from assistant.mentoring import checks
from assistant.mentoring.book import Book
from assistant.mentoring.letters import Draft, Kind, Why
from assistant.mentoring.minutes import Recap
from assistant.mentoring.person import Remark, Stage

GOOD = "Hi Minerva,\n\nyour talk made us drop our free tier. Twenty minutes? No is fine.\n\nAda Byron"


def found(text: str, book: Book | None = None, kind: Kind = Kind.ATTEMPT, subject: str = "Your talk") -> list[str]:
    """The rules that this letter to Minerva breaks; hard ones in capitals."""
    book = book or ada()
    draft = Desk(book).case().write("person/own", kind, minerva(), why=Why("", ""), rung=0)
    return [hit.rule.upper() if hit.hard else hit.rule for hit in checks.check(book, draft, subject, text, POLICY)]


def test_a_plain_honest_note_passes_every_check() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Would you mentor me.", "P43"),
        ("I look for my  mentor.", "P43"),
        ("Could you hire me.", "P113"),
        ("Are there vacancies at your firm.", "P113"),
        ("Dear [Your name].", "SLOT"),
        ("I liked {{ topic }}.", "SLOT"),
        ("I wrote this by hand.", "HUMAN"),
    ],
)
def test_words_that_can_never_be_sent(words: str, rule: str) -> None:
    assert rule in found(f"{GOOD}\n{words}")
    assert rule in found(GOOD, subject=words)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Just checking in.", "phrase"),
        ("I haven’t heard from you.", "phrase"),
        ("May I pick your brain.", "phrase"),
        ("I know you're busy.", "phrase"),
        ("I am a huge fan.", "phrase"),
        ("Great!", "phrase"),
        ("And one more? And another?", "one ask"),
        ("word " * 101, "length"),
    ],
)
def test_words_that_need_the_proteges_own_word(words: str, rule: str) -> None:
    assert rule in found(f"{GOOD}\n{words}")


def test_innocent_words_hit_nothing() -> None:
    for words in ("We hired two people.", "Our mentor programme ended.", "The fan of the machine broke.", "At work."):
        assert found(GOOD.replace("Twenty", f"{words} Twenty")) == [], words


def test_after_the_first_talk_the_word_mentor_is_allowed_and_in_a_proposal_always() -> None:
    text = f"{GOOD} Would you mentor me."
    assert "P43" not in found(text, ada(minerva(Stage.ACTIVE)))
    assert "P43" not in found(text, kind=Kind.PROPOSAL)
    for stage in (Stage.PROSPECT, Stage.COFFEE_SET, Stage.RESTING):
        assert "P43" in found(text, ada(minerva(stage)))


def test_a_person_who_said_stop_gets_nothing_and_after_a_no_one_thanks() -> None:
    stopped = ada(minerva(do_not_contact="stop"))
    declined = ada(minerva(do_not_contact="declined"))
    assert found(GOOD, stopped)[0] == "STOP"
    assert "STOP" in found(GOOD, stopped, Kind.THANKS)
    assert "STOP" in found(GOOD, declined)
    assert "STOP" not in found("Thank you for your answer.", declined, Kind.THANKS)


def test_private_lines_reach_nobody_however_they_are_spaced() -> None:
    private = Remark(Desk().now, "She is leaving Acme in spring", private=True)
    book = ada(minerva(), lee(remarks=(private,)))
    assert found(f"{GOOD}\nshe  is leaving\nAcme in SPRING.", book) == ["PRIVATE"]
    assert found(f"{GOOD}\nShe is leaving.", book) == []


def test_what_another_mentor_said_stays_with_them() -> None:
    said = Recap("r", "lee", Desk().now, Desk().now.date(), points=("raise prices before the spring", "hire well"))
    book = ada(minerva(), lee(), recaps=(said,))
    assert found(f"{GOOD}\nRaise prices before the spring.", book) == ["PRIVATE"]
    assert found(f"{GOOD}\nHire well.", book) == []
    hers = ada(minerva(), recaps=(replace(said, person="minerva"),))
    assert found(f"{GOOD}\nRaise prices before the spring.", hers) == []


def test_a_note_without_a_way_out_and_thanks_with_a_question_are_named() -> None:
    assert found(GOOD.replace("No is fine.", "Reply soon.")) == ["way out"]
    assert found("Thank you for the introduction to Lee. Next week?", kind=Kind.THANKS) == ["P131"]


def test_hard_hits_stand_first_and_every_soft_one_shows_a_better_way() -> None:
    text = f"{GOOD} Just checking in! Hire me."
    book = ada()
    draft = Desk(book).case().write("person/own", Kind.ATTEMPT, minerva(), why=Why("", ""), rung=0)
    hits = checks.check(book, draft, "Hi", text, POLICY)
    assert [hit.hard for hit in hits] == [True, False, False]
    assert all(hit.better for hit in hits)


def test_a_letter_to_somebody_who_is_not_in_the_book_is_never_sent() -> None:
    nobody: Draft = Desk().case().write("person/own", Kind.ATTEMPT, lee(), why=Why("", ""))
    assert [hit.hard for hit in checks.check(ada(), nobody, "Hi", GOOD, POLICY)] == [True]


WORD = st.text(st.characters(categories=("Ll",)), min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=150))
def test_greeting_name_and_the_one_line_about_the_program_are_not_counted(said: list[str]) -> None:
    body = " ".join(said)
    text = f"Hi Minerva,\n\n{body}\n\nAda Byron\n\nA program posts this for me.\n"
    assert checks.words(text, "Minerva", "Ada Byron") == len(said)
    assert checks.words(body, "Minerva", "Ada Byron") == len(said)


def test_what_passed_is_said_in_short_words_and_nothing_that_failed() -> None:
    marks = checks.passed(Kind.ATTEMPT, (), 40, connection=True, asks=True)
    assert marks == ["evidence ✓", "one ask ✓", "40 words ✓", "easy way out ✓"]
    book = ada()
    draft = Desk(book).case().write("person/own", Kind.ATTEMPT, minerva(), why=Why("", ""), rung=0)
    hits = checks.check(book, draft, "Hi", "word " * 101 + "? ?", POLICY)
    assert checks.passed(Kind.ATTEMPT, hits, 101, connection=False, asks=True) == []
    assert checks.passed(Kind.THANKS, hits, 101, connection=True, asks=True) == []
