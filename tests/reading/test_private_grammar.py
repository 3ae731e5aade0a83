"""What makes a mark of privacy: its words by their classes, in any order and language, whatever they are dressed in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.languages import by_language
from assistant.reading.privacy import grammar, split_private
from assistant.reading.privacy.words import folded, naming

MENTOR = "Minerva McGee"
SECRET = "zzsecretzz"
HANDS = Path(__file__).with_name("private_notes")


def passages(name: str) -> list[str]:
    lines = (HANDS / name).read_text("utf-8").splitlines()
    return [line.replace("¶", "\n") for line in lines if line and not line.startswith("# ")]


def is_mark(said: str) -> bool:
    return any(grammar.find(folded(said, naming(MENTOR)), naming(MENTOR)))


@pytest.mark.parametrize("passage", passages("grammar.txt"))
def test_whatever_may_not_be_passed_on_stays_private_to_the_last_word(passage: str) -> None:
    public, private = split_private(passage.replace("⟨", "").replace("⟩", ""), MENTOR)
    for secret in re.findall(r"⟨(.*?)⟩", passage, re.DOTALL):
        for word in re.findall(r"\w{2,}", secret):
            assert re.search(rf"(?<!\w){word}(?!\w)", public) is None
            assert word in " ".join(private)


@pytest.mark.parametrize("passage", passages("ordinary.txt"))
def test_ordinary_notes_with_the_same_words_are_no_secret(passage: str) -> None:
    assert split_private(passage, MENTOR) == (passage, ())


NOT = ["don't", "do not", "never", "please don't", "do not ever"]
DO = ["share", "forward", "mention", "repeat", "send", "show", "disclose", "pass on"]
WHAT = ["this", "it", "that", "any of this"]
WHOM = ["to Minerva", "to her", "to anyone", "with the others", "in the recap", "in the mail", ""]
JOINED = ["{m}: {}", "{}. {m}.", "({m}) {}", "{} ({m})", "- {}, {m}", "## {m}\n{}", "> [!note] {m}\n> {}", "{m}\n{}"]
JOINED += ["| {m} | {} |", "[{m}] {}", "**{m}**: {}", "{m} - {}"]


@given(st.sampled_from(NOT), st.sampled_from(DO), st.sampled_from(WHAT), st.sampled_from(WHOM), st.sampled_from(JOINED))
@settings(deadline=None)
def test_every_prohibition_with_every_audience_in_every_dress_is_heeded(
    no: str, do: str, what: str, whom: str, joined: str
) -> None:
    mark = f"{no} {do} {what} {whom}".strip()
    text = "We spoke of prices.\n\n" + joined.replace("{m}", mark).replace("{}", f"the {SECRET} closes in May")
    public, private = split_private(text, MENTOR)
    assert SECRET not in public
    assert SECRET in " ".join(private)
    assert "We spoke of prices." in public or joined == "{m}\n{}"  # alone on its line a mark may mean what is before it


@pytest.mark.parametrize(
    "said",
    ["Not for {n}", "{n} mustn't know", "don't let {n} see", "{n} should never hear this", "keep it from {n}",
     "nothing of this to {n}", "Nicht für {n}", "{n} soll das nicht wissen", "pas pour {n}", "no para {n}",
     "non per {n}", "niet voor {n}", "inte för {n}"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["Minerva", "McGee", "minerva", "MINERVA"])
def test_the_mentor_is_known_by_each_of_her_names_however_typed(said: str, name: str) -> None:
    assert split_private(f"{said.replace('{n}', name)}: {SECRET}", MENTOR)[0].find(SECRET) < 0


@pytest.mark.parametrize("tag", ["#donotshare", "#doNotShare", "#notforminerva", "#nofwd", "#keepfromminerva"])
def test_a_tag_is_read_word_by_word(tag: str) -> None:
    assert SECRET not in split_private(f"We spoke.\n\nthe {SECRET} closes {tag}", MENTOR)[0]


def test_what_is_said_of_others_in_the_indicative_asks_for_no_silence() -> None:
    assert not is_mark("we don't share the office with them")
    assert not is_mark("she never shares her slides")


@pytest.mark.parametrize(
    ("legend", "hidden", "shown"),
    [
        ("* = not for Minerva", f"* {SECRET}", "- prices are up"),
        ("P = private, S = share", f"P {SECRET}", "S prices are up"),
        ("lines with a ! are for me only", f"! {SECRET}", "- prices are up!"),
        ("Anything with (X) is not for Minerva.", f"- {SECRET} (X)", "- prices are up"),
    ],
)
def test_a_legend_tells_which_lines_are_private_and_no_others(legend: str, hidden: str, shown: str) -> None:
    public, private = split_private(f"{legend}\n\n{shown}\n{hidden}\n{shown}", MENTOR)
    assert public.count(shown) == 2
    assert any(SECRET in piece for piece in private)
    assert SECRET not in public


def test_what_a_speaker_keeps_from_the_notes_between_two_words_is_private() -> None:
    public, private = split_private(f"prices went up go private {SECRET} go public costs went down", MENTOR)
    assert public == "prices went up   costs went down"
    assert SECRET in " ".join(private)


def test_every_class_of_words_is_one_that_the_rules_know() -> None:
    assert {key for table in by_language("discretion").values() for key in table} <= set(grammar.CLASSES)
    assert len(set(grammar.CLASSES.values())) == len(grammar.CLASSES)


@given(st.text(max_size=400))
@settings(deadline=None)
def test_marks_lie_within_the_text_and_the_cheap_question_is_never_wrong(text: str) -> None:
    plain = folded(text)
    found = list(grammar.find(plain))
    assert all(0 <= start < end <= len(plain) for start, end in found)
    assert grammar.may_find(plain) or not found


@given(
    st.lists(
        st.sampled_from(
            [
                "not",
                "for",
                "Minerva",
                ",",
                ":",
                ".",
                "-",
                "don't",
                "let",
                "her",
                "see",
                "this",
                "we",
                "mail",
                "x",
                "y",
                "\n",
                "(",
                ")",
                "only",
                "me",
            ]
        )
    )
)
@settings(deadline=None)
def test_any_heap_of_such_words_is_split_without_loss(words: list[str]) -> None:
    text = " ".join(words)
    public, private = split_private(text, MENTOR)
    kept = " ".join((public, *private))
    assert all(word in kept for word in words if word.isalpha())
