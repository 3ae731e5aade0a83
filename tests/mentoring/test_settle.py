"""Filing worded letters: from here the text is final, and what is bound to it is made here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.people import POLICY, TOKENS, Desk, ada, at

from assistant.mentoring.digest import digest
from assistant.mentoring.letters import Draft, Kind, LetterState, Why
from assistant.mentoring.settle import Text, is_asked, joined, post, sent_within, settle, waiting_answers

NOTE = Text("Your talk", "Hi Minerva,\n\nthank you.\n\nAda Byron")


def draft(kind: Kind = Kind.ATTEMPT, id: str = "d1", **more: object) -> Draft:
    case = Desk().case()
    made = case.write("person/own", kind, case.book.person("minerva"), why=Why("rule", "trigger"))
    return replace(made, id=id, **more)  # type: ignore[arg-type]


def filed(made: Draft, text: Text = NOTE, book: object = None) -> Desk:
    desk = Desk(book)  # type: ignore[arg-type]
    desk.book = settle(desk.book, made, text, (), TOKENS, POLICY)
    return desk


def test_a_letter_to_a_person_waits_unapproved_with_everything_bound_to_its_text() -> None:
    letter = filed(draft()).draft
    assert (letter.state, letter.approved) == (LetterState.PENDING, "")
    assert letter.digest == digest("minerva@example.org", ("ada@example.org",), NOTE.subject, NOTE.text, "")
    assert letter.code == TOKENS.code("ada", "d1", letter.digest)
    assert letter.message_id == TOKENS.message_id("ada", "d1")
    assert letter.expires == at("2026-11-10 18:00")


def test_an_invite_goes_to_her_alone_and_every_other_letter_is_copied_to_the_protege() -> None:
    assert filed(draft()).draft.cc == ("ada@example.org",)
    assert filed(draft(Kind.INVITE), replace(NOTE, calendar="BEGIN:VCALENDAR\r\n")).draft.cc == ()


def test_another_text_is_another_code_and_digest() -> None:
    one, other = filed(draft()).draft, filed(draft(), replace(NOTE, text="Hi Minerva,\n\nno.")).draft
    assert one.digest != other.digest
    assert one.code != other.code


def test_a_new_draft_takes_the_place_of_one_of_its_kind_and_leaves_the_others() -> None:
    desk = filed(draft())
    for each in (draft(id="d2"), draft(Kind.THANKS, "d3"), draft(Kind.INVITE, "d4", meeting="m@x")):
        desk.book = settle(desk.book, each, NOTE, (), TOKENS, POLICY)
    assert [x.id for x in desk.book.pending()] == ["d2", "d3", "d4"]
    assert desk.book.letter("d1").state is LetterState.WITHDRAWN


def told(desk: Desk, id: str, *, answers: str = "", shows: tuple[str, ...] = ()) -> None:
    """A mail to Ada is filed."""
    made = replace(desk.case().tell("protege/noted", values={}), id=id, answers=answers, shows=shows, kind=Kind.OWN)
    desk.book = post(desk.book, made, Text(f"Subject {id}", f"Text {id}"), TOKENS)


def test_a_mail_to_the_protege_is_ready_to_leave_goes_to_the_one_address_and_shows_nothing_yet() -> None:
    desk = filed(draft())
    told(desk, "a1", shows=("d1",))
    letter = desk.book.letter("a1")
    assert (letter.state, letter.to, letter.cc) == (LetterState.APPROVED, "ada@example.org", ())
    assert not desk.book.letter("d1").shown


def test_limits_count_what_left_or_may_have_left_and_nothing_else() -> None:
    desk = filed(draft())
    base = desk.draft
    since = desk.now - timedelta(hours=1)
    for state, fields, counts in (
        (LetterState.SENT, {"sent_at": desk.now}, 1),
        (LetterState.SENT, {"sent_at": since}, 0),
        (LetterState.SENT, {"sent_at": desk.now, "own_mailbox": True}, 0),
        (LetterState.SENDING, {"sending_at": desk.now}, 1),
        (LetterState.IN_DOUBT, {"sending_at": desk.now}, 1),
        (LetterState.APPROVED, {"sending_at": desk.now}, 0),
        (LetterState.PENDING, {}, 0),
    ):
        book = desk.book.with_letter(replace(base, state=state, **fields))
        assert sent_within(book, since, to_protege=False) == counts, (state, fields)
        assert sent_within(book, since, to_protege=True) == 0


def test_joined_answers_keep_every_text_thread_and_shown_draft() -> None:
    desk = filed(draft())
    told(desk, "a1", answers="<1@example.org>", shows=("d1",))
    told(desk, "a2", answers="<2@example.org>")
    told(desk, "a3", answers="<3@example.org>", shows=("d2", "d1"))
    two = [desk.book.letter("a1"), desk.book.letter("a2")]
    desk.book = joined(desk.book, two, TOKENS, Text("Two", "both"))
    again = waiting_answers(desk.book)
    assert {x.id for x in again} == {"a3", "a1j2"}
    first = desk.book.letter("a1j2")
    assert (first.in_reply_to, first.references) == ("<1@example.org>", ("<2@example.org>",))
    desk.book = joined(desk.book, [first, desk.book.letter("a3")], TOKENS, Text("All", "three"))
    (whole,) = waiting_answers(desk.book)
    assert whole.shows == ("d1", "d2")
    assert set(whole.references) == {"<2@example.org>", "<3@example.org>"}
    assert whole.digest == digest("ada@example.org", (), "All", "three", "")
    assert whole.message_id != first.message_id


def test_only_answers_to_own_mails_are_asked_for() -> None:
    desk = filed(draft(), book=ada())
    told(desk, "a1")
    assert is_asked(desk.book.letter("a1"))
    assert not is_asked(replace(desk.book.letter("a1"), kind=Kind.DIGEST, in_reply_to=""))
    assert not is_asked(desk.draft)
