"""People of the book: added, told about, corrected field by field; a bad value changes nothing and says why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import Desk, ada, lee, minerva

from assistant.mentoring.command import Verb
from assistant.mentoring.outreach.search import TEXT_FIELDS, about, fields, new_mentor, rows, with_field
from assistant.mentoring.person import Person, Remark, Stage


def add(desk: Desk, named: str, email: str = "", text: str = "", *lines: tuple[str, str]) -> str:
    desk.says(new_mentor, Verb.NEW_MENTOR, named=named, email=email, text=text, fields=lines)
    return desk.answer.text


def set_field(desk: Desk, *lines: tuple[str, str], person: str = "minerva") -> str:
    desk.says(fields, Verb.FIELDS, fields=lines, person=person)
    return desk.answer.text


def test_a_new_mentor_waits_at_the_end_of_the_queue() -> None:
    desk = Desk(ada(minerva(), lee()))
    add(desk, "Jonas Jo", "Jonas@Example.org", "heard his talk on hiring")
    jonas = desk.book.people[-1]
    assert (jonas.email, jonas.rank, jonas.stage) == ("jonas@example.org", 3, Stage.PROSPECT)
    assert [r.evidence for r in jonas.remarks] == [True]


def test_whoever_is_known_by_address_or_name_is_not_added_twice() -> None:
    desk = Desk(ada(minerva(email="")))
    add(desk, "minerva mcgee", "minerva@example.org")
    add(desk, "M. McGee", "minerva@example.org")
    assert [(p.name, p.email) for p in desk.book.people] == [("Minerva McGee", "minerva@example.org")]
    add(desk, "Minerva McGee", "other@example.org")
    assert len({p.id for p in desk.book.people}) == 2


def test_an_address_of_ones_own_or_none_at_all_is_no_mentors() -> None:
    desk = Desk()
    for named, email in (("Me", "ada@example.org"), ("Me", "ada@work.example.org"), ("", "")):
        assert "did nothing" in add(desk, named, email)
    assert len(desk.book.people) == 1


def test_private_words_are_kept_apart_and_never_evidence() -> None:
    desk = Desk()
    desk.says(about, Verb.ABOUT, text="(private): her talk was borrowed")
    desk.says(about, Verb.ABOUT, text="her book is good")
    told = desk.book.person("minerva").remarks
    assert [(r.text, r.private, r.evidence) for r in told] == [
        ("her talk was borrowed", True, False),
        ("her book is good", False, True),
    ]
    assert not any("borrowed" in line for line in rows(desk.book.person("minerva")))


def test_an_address_that_is_somebody_elses_or_ones_own_is_refused() -> None:
    desk = Desk(ada(minerva(), lee()))
    assert "Lee Ito's" in set_field(desk, ("email", "lee@example.org"))
    assert "your own" in set_field(desk, ("email", "Ada@work.example.org"))
    assert desk.book.person("minerva").email == "minerva@example.org"


def test_a_new_address_takes_back_what_was_drafted_to_the_old_one() -> None:
    desk = Desk(ada(minerva(Stage.PROSPECT)))
    set_field(desk, ("hope", "pricing"))
    from assistant.mentoring.outreach import outreach

    desk.says(outreach.reach_out, Verb.REACH_OUT)
    old = desk.draft
    set_field(desk, ("email", "new@example.org"))
    assert old.id not in {x.id for x in desk.book.pending()}
    assert all(x.to == "new@example.org" for x in desk.book.pending())


@pytest.mark.parametrize(
    ("name", "value", "kept", "expected"),
    [
        ("Referred by", "Lee Ito", "referred_by", "Lee Ito"), ("key", "Yes", "key", True), ("key", "no", "key", False),
        ("same site", "ja", "same_site", True), ("address", "<M@Example.org>", "email", "m@example.org"),
        ("time zone", "Europe/London", "zone", "Europe/London"), ("zone", "UTC", "zone", "UTC"),
        ("country", "es-md.", "country", "ES-MD"), ("why", "  your\n talk ", "why", "your talk"),
    ],
)  # fmt: skip
def test_a_field_is_kept_as_it_is_meant(name: str, value: str, kept: str, expected: object) -> None:
    changed = with_field(minerva(), name, value)
    assert isinstance(changed, Person)
    assert getattr(changed, kept) == expected
    assert replace(changed, **{kept: getattr(minerva(), kept)}) == minerva()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("email", "minerva"), ("email", "a@b@example.org"), ("email", ""), ("timezone", "Oz"), ("zone", ""),
        ("country", "Spain"), ("name", ""), ("stage", "active"), ("do not contact", ""), ("id", "lee"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_said_in_a_sentence(name: str, value: str) -> None:
    assert isinstance(with_field(minerva(), name, value), str)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_field_by_mail_touches_what_only_events_may_change(name: str, value: str) -> None:
    changed = with_field(minerva(do_not_contact="stop"), name, value)
    if isinstance(changed, Person):
        assert (changed.id, changed.stage, changed.do_not_contact) == ("minerva", Stage.CONTACTED, "stop")


@given(st.sampled_from(sorted(TEXT_FIELDS)), st.text(max_size=40))
def test_a_text_is_one_line(name: str, value: str) -> None:
    changed = with_field(minerva(), name, value)
    assert isinstance(changed, Person)
    assert "\n" not in getattr(changed, name)


def test_a_good_line_beside_a_bad_one_is_kept() -> None:
    desk = Desk()
    text = set_field(desk, ("country", "Spain"), ("ask", "how she began"))
    assert "no country code" in text
    assert desk.book.person("minerva").ask == "how she began"


def test_lines_about_nobody_are_asked_back() -> None:
    desk = Desk(ada(minerva(), lee()))
    desk.says(fields, Verb.FIELDS, fields=(("why", "x"),))
    assert "whom are these lines about" in desk.answer.text
    assert desk.book == replace(desk.book, people=(minerva(), lee()))


def test_the_card_leaves_out_what_is_empty() -> None:
    told = minerva(remarks=(Remark(Desk().now, "her book", evidence=True),))
    assert rows(told)[0] == "email: minerva@example.org"
    assert rows(told)[-1] == "evidence: her book"
    assert rows(Person("x", "X")) == []
