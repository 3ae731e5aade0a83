"""The rules of letters.md over all letters, and over letters to people with whatever values people have."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from letters.stories import everything, letters
from letters.story import DESK, POLICY, Story, begun, shown, written

from assistant.mentoring import checks
from assistant.mentoring.book import Goal
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, Why
from assistant.mentoring.outreach import outreach
from assistant.mentoring.outreach.attempts import attempt
from assistant.mentoring.person import Person
from assistant.mentoring.words.phrases import undisclosed

BANNED = re.compile(
    r"hope this (?:e-?mail )?finds you|pick your brain|touch(?:ing)? base|checking in|following up|circling back"
    r"|know you[’']?re busy|quick question|successfully|unfortunately|unable to|just an assistant|huge fan|inspiring",
    re.IGNORECASE,
)
LIMIT = {0: POLICY.first_words, 1: POLICY.smaller_words, 4: POLICY.result_words}
ADA = "Ada Byron"


def to_people() -> list[Letter]:
    return [x for x in everything() if not x.to_protege and x.template != "person/own"]


def wrong(letter: Letter) -> list[str]:
    """What breaks a rule in a letter to a person."""
    text = undisclosed(letter.text)
    found = [
        ("a subject of more than 60 characters", len(letter.subject) > 60),
        ("an exclamation mark", "!" in f"{letter.subject}{text}"),
        ("a banned phrase", BANNED.search(f"{letter.subject} {text}")),
        ("a slot", re.search(r"\{\{|\}\}|\{%|None|Undefined|\(none\)", text)),
        ("double spaces", re.search(r"\S  \S", text)),
        ("two blank lines", "\n\n\n" in text),
        ("a greeting without a name", re.search(r"^(?:Hi|Dear) ?,", text)),
        ("a space before a full stop or comma", re.search(r"\w [.,?]", text)),
        ("two stops", re.search(r"\.\.|\?\.|,\.|,,", text)),
        ("more than one question", letter.kind is Kind.ATTEMPT and text.count("?") > 1),
        ("no name below", not text.endswith(ADA)),
        ("a word that is wrong before a vowel or twice", re.search(r"\b(to to|the the|towards to)\b", text)),
        ("no line of its own for the greeting", not re.search(r"^[^\n]+,\n\n", text, re.MULTILINE)),
    ]
    if letter.rung in LIMIT:
        count = checks.words(text, letter.person.title(), ADA)
        found.append(("too long", count > LIMIT[letter.rung]))
    return [name for name, is_so in found if is_so]


@pytest.mark.parametrize("letter", to_people(), ids=lambda x: x.template)
def test_a_letter_to_a_person_keeps_the_rules(letter: Letter) -> None:
    assert wrong(letter) == [], letter.text


@pytest.mark.parametrize("template", sorted(t for t in letters() if t.startswith("protege/")))
def test_a_mail_to_the_protege_is_clean_and_ends_with_something_to_tap(template: str) -> None:
    letter = letters()[template]
    text = shown(letter)
    assert "\n\n\n" not in text
    assert not re.search(r"\(none\)|\bNone\b|Undefined|\{\{|\.\.(?!\.)|\?\.\s", text), text
    assert not BANNED.search(re.sub(r"“[^”]*”|^  .*$|^- Better.*$", "", text, flags=re.MULTILINE)), text
    assert len(letter.subject) <= 60
    assert "mailto:" in letter.text or template == "protege/welcome"


@pytest.mark.parametrize("template", sorted(t for t in letters() if t.startswith("protege/")))
def test_the_first_line_says_what_the_mail_is_on_one_screen(template: str) -> None:
    first = letters()[template].text.split("\n", 1)[0]
    assert 0 < len(first.split()) <= 45, first


def test_the_hello_has_at_most_120_words() -> None:
    text = letters()["protege/welcome"].text
    assert len(re.sub(r"^\[.*$", "", text, flags=re.MULTILINE).split()) <= 120


def test_i_did_nothing_has_at_most_80_words() -> None:
    text = letters()["protege/not_understood"].text
    assert len(re.sub(r"^\[.*$", "", text, flags=re.MULTILINE).split()) <= 80


def test_the_disclosure_stands_in_the_first_letter_only() -> None:
    story = written()
    assert "A program posts this" in story.draft.text
    story.days(8)
    assert story.draft.rung == 1
    assert "A program posts this" not in story.draft.text


# --- whatever values people have

WORD = st.text(st.characters(categories=("L",)), min_size=1, max_size=12)
NAME = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
SENTENCE = st.lists(WORD, min_size=3, max_size=14).map(" ".join)
MAYBE = st.one_of(st.just(""), SENTENCE)


def drafted(story: Story, person: Person, rung: int, goal: str, **wishes: object) -> Letter:
    """The letter of one rung to this person."""
    book = replace(story.book.with_person(person), goals=(Goal(1, goal),))
    case = Case(book, f"case {rung}", story.now, POLICY)
    draft = attempt(case, person, rung, why=Why("", ""), **wishes)  # type: ignore[arg-type]
    return DESK.carry_out(Decision(book, (draft,)), POLICY).letter(draft.id)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=NAME, goal=SENTENCE, why=SENTENCE, ask=MAYBE, hope=MAYBE, becoming=MAYBE,
    referrer=st.one_of(st.just(""), NAME),
    zone=st.sampled_from(["", "America/New_York", "Asia/Tokyo"]), rung=st.sampled_from([0, 1, 4]),
    length=st.sampled_from(["full", "short"]), flattery=st.booleans(),
)  # fmt: skip
def test_any_values_make_a_clean_letter(
    name: str, goal: str, why: str, ask: str, hope: str, becoming: str, referrer: str, zone: str, rung: int,
    length: str, flattery: bool,
) -> None:  # fmt: skip
    story = written() if rung else begun()
    person = replace(
        story.book.person("minerva"), name=name, why=why, ask=ask, hope=hope, becoming=becoming, referred_by=referrer,
        zone=zone, result="churn fell by a third", key=True,
    )  # fmt: skip
    letter = drafted(story, person, rung, goal, length=length, flattery=flattery)
    said = f"{name} {goal} {why} {ask} {hope} {becoming} {referrer}"
    assume(not BANNED.search(letter.text) and not re.search("none|undefined", said, re.IGNORECASE))
    breaks = set(wrong(letter)) - {"too long", "a word that is wrong before a vowel or twice"}
    assert not breaks, letter.text
    assert person.first_name in letter.text.split("\n", 1)[0]


def test_the_usual_first_note_is_within_its_length_with_every_field_filled() -> None:
    story = begun()
    person = replace(
        story.book.person("minerva"), ask="how you chose your first project", becoming="a support lead in Madrid",
        hope="pricing for small teams", referred_by="Lee Ito",
    )  # fmt: skip
    letter = drafted(story, person, 0, "lead a pricing team")
    assert wrong(letter) == [], letter.text
    assert not letter.hits


def test_nothing_is_drafted_from_an_empty_card() -> None:
    story = begun()
    empty = Person("lee", "Lee Ito")
    assert len(outreach.what_is_missing(story.book, empty)) == 2
