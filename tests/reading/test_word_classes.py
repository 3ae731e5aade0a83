"""Words become the letters of their classes, language by language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.answers.stop_grammar import _CLASSES, _LETTERS
from assistant.reading.languages import by_language


def test_a_phrase_goes_before_its_words() -> None:
    assert "Z" in next(_CLASSES.clauses("no longer write"))  # one letter for "no longer", not two
    assert next(_CLASSES.clauses("no longer write")) == "ZV"


def test_case_and_accents_do_not_matter() -> None:
    assert list(_CLASSES.clauses("PLEASE write")) == list(_CLASSES.clauses("please write"))
    assert list(_CLASSES.clauses("Désormais n'écrivez plus")) == list(_CLASSES.clauses("desormais n'ecrivez plus"))


def test_each_language_that_knows_two_words_of_a_clause_reads_it_by_itself() -> None:
    assert len(list(_CLASSES.clauses("please write"))) == 1
    assert list(_CLASSES.clauses("qwerty")) == []


def test_clauses_are_apart_and_a_comma_stays_within() -> None:
    assert list(_CLASSES.clauses("please write. please write")) == ["WV", "WV"]
    assert list(_CLASSES.clauses("please, write")) == ["W,V"]


def test_every_key_of_the_section_has_its_letter_and_no_phrase_is_empty() -> None:
    for language, table in by_language("stop").items():
        assert set(table) <= set(_LETTERS), language
        assert all(phrase.strip() and "*" not in phrase for some in table.values() for phrase in some), language


@given(st.text(max_size=200))
def test_letters_are_those_of_classes_and_of_unknown_words(text: str) -> None:
    known = set("".join(_LETTERS.values())) | {"x", ","}
    assert all(set(clause) <= known for clause in _CLASSES.clauses(text))
