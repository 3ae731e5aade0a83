"""A lost digest that repeated others: the next one repeats each of them once, side by side."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import Desk

from assistant.mentoring import daily
from assistant.mentoring import events as happened
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.protege.repeated import INTRO, flat

TEMPLATE = Path(__file__).parents[3] / "templates/protege/digest.txt"


def lost(desk: Desk, id: str, text: str, kind: Kind = Kind.NOTICE) -> Letter:
    return Letter(
        id, kind, "protege/noted", "general", "ada@example.org", f"Subject {id}", text, "digest", desk.now,
        state=LetterState.WITHDRAWN, to_protege=True, failure="unknown",
    )  # fmt: skip


def digest(desk: Desk, *letters: Letter) -> Letter:
    """The digest of a book in which these were lost."""
    for letter in letters:
        desk.book = desk.book.with_letter(letter)
    desk.happens(daily.digest_due, happened.DigestDue(desk.key(), desk.now, desk.now.date()))
    return desk.answer


def test_the_template_introduces_a_repeated_mail_with_our_line() -> None:
    assert INTRO in TEMPLATE.read_text(encoding="utf-8").split("\n")


def test_lost_digests_never_nest_however_often_they_are_lost() -> None:
    desk = Desk()
    text = digest(desk, lost(desk, "1", "NOTED. It rains.\n\nTwo lines."), lost(desk, "2", "RESUMED.")).text
    for number in range(3):
        text = digest(desk, lost(desk, f"digest {number}", text, Kind.DIGEST)).text
    assert text.count("NOTED. It rains.") == 1
    assert text.count("RESUMED.") == 1
    assert "\n  NOTED. It rains.\n\n  Two lines.\n" in text
    assert "    " not in text.partition("\n\n[")[0]


@given(st.lists(st.text("abc .\n", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=4))
def test_every_lost_mail_is_repeated(texts: list[str]) -> None:
    desk = Desk()
    found = flat(lost(desk, str(n), text) for n, text in enumerate(texts))
    assert {one["text"] for one in found} == {text.strip() for text in texts}
