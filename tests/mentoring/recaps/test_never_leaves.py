"""What of notes never leaves the book: private lines, whatever they say, and what another mentor said (promise 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mentoring.people import COFFEE, Desk, ada, at, lee, minerva
from mentoring.talks import NOTES, after_coffee, bring

from assistant.mentoring.book import Book
from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import notes_text, recap

WORDS = (
    st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)
LINES = st.lists(WORDS, max_size=4).map(tuple)


@given(
    points=LINES,
    actions=st.lists(
        st.builds(
            NoteAction, WORDS, st.sampled_from(["me", "mentor", "both", ""]), st.none() | st.just(date(2026, 12, 1))
        ),
        max_size=4,
    ),
    private=st.lists(WORDS, min_size=1, max_size=3),
    leak=st.booleans(),
    share=st.booleans(),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_private_lines_reach_nobody_else(
    points: tuple[str, ...], actions: list[NoteAction], private: list[str], leak: bool, share: bool
) -> None:
    secrets = tuple(f"Zq{line}zQ" for line in private)
    if leak:  # the same words stand in a point and in an action as well
        points = (*points, f"and {secrets[0]} too")
        actions = [*actions, NoteAction(f"I will tell {secrets[0].upper()}", "me", date(2026, 12, 1))]
    desk = after_coffee()
    bring(desk, Notes(points=points, actions=tuple(actions), private=secrets))
    desk.says(recap.take)
    if share:
        for number in range(1, len(points) + 1):
            desk.says(recap.correct, op="share", number=number)
    desk.says(recap.thank, text=f"because {secrets[0]} changed everything")
    to_people = [x for x in desk.book.letters if not x.to_protege]
    assert to_people
    for letter in to_people:
        assert not any(
            secret.lower() in f"{letter.subject}\n{letter.text}\n{letter.values}".lower() for secret in secrets
        )


@given(
    st.builds(
        Notes,
        points=LINES,
        decisions=LINES,
        actions=st.lists(st.builds(NoteAction, st.text(), st.text(), st.none() | st.dates(), st.text())).map(tuple),
        offers=LINES,
        questions=LINES,
        private=LINES,
        next_meeting=st.text(),
        next_start=st.none() | st.just(at("2026-12-08 16:00")),
    )
)
def test_notes_survive_a_question_about_them(notes: Notes) -> None:
    assert notes_text.read_back(notes_text.written(notes)) == notes


def test_one_mentors_words_are_not_in_anothers_recap() -> None:
    book: Book = ada(minerva(Stage.ACTIVE), lee(stage=Stage.ACTIVE), meetings=(COFFEE,))
    desk = Desk(book, "2026-11-11 12:00")
    bring(desk)
    bring(desk, replace(NOTES, points=("another thing",), actions=()), person="lee")
    assert desk.draft.person == "lee"
    assert "memo" not in desk.draft.text
