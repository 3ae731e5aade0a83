"""Who may do what: the role of a mail's sender. Only a proven protégé, to the assistant and nobody else, commands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import MALLORY, TOKENS, Desk, ada, at, ben, lee, minerva

from assistant.mentoring.book import Book, Challenge
from assistant.mentoring.command import Verb
from assistant.mentoring.delivery import Bounce, Complaint
from assistant.mentoring.facts import Address, Machine, Mail
from assistant.mentoring.letters import Letter
from assistant.mentoring.outreach import outreach
from assistant.mentoring.routing import Directory, Role, Route, route
from assistant.mentoring.tokens import Purpose, Thread, Tokens

US = "assistant@example.org"
ADA = "ada@example.org"
MINERVA = "minerva@example.org"


def mail(sender: str = ADA, to: str = US, **more: object) -> Mail:
    now = at("2026-11-03 09:00")
    plain = Mail(
        key="k", message_id="<m@example.org>", senders=(Address(sender),), to=(Address(to),), cc=(), delivered_to=(),
        subject="", date=now, arrived=now, in_reply_to="", references=(), new_text="", certain=True, text="",
        authenticated=True, size=9,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def by(name: str, purpose: Purpose, book: str = "ada", tokens: Tokens = TOKENS) -> str:
    return tokens.thread_address(Thread(book, name, purpose))


def only(mail: Mail, *books: Book, tokens: Tokens = TOKENS) -> Route:
    (found,) = route(mail, Directory({b.protege.id: b for b in books or (ada(minerva(), lee()), ben())}, tokens))
    return found


def drafted() -> tuple[Book, Letter, Letter]:
    """Ada's book with a note to Minerva that left, and the mail that showed it."""
    desk = Desk()
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    shown = desk.answer
    return desk.book, desk.draft, shown


def test_a_proven_protege_writing_to_us_alone_commands() -> None:
    assert only(mail()) == Route(Role.COMMAND, "ada")
    assert only(mail("ada@work.example.org")).role is Role.COMMAND
    assert only(mail(cc=(Address("ada@work.example.org"),))).role is Role.COMMAND


def test_nobody_unproven_commands_whatever_name_or_thread_they_use() -> None:
    for to in (US, by("general", Purpose.OWNER), by("person/minerva", Purpose.OWNER)):
        assert only(mail(to=to, authenticated=False)).role is Role.UNPROVEN
    forged = mail(MALLORY, by("general", Purpose.OWNER), senders=(Address(MALLORY, "Ada Byron"),))
    assert only(forged).role is Role.UNPROVEN
    assert only(mail(MALLORY, senders=(Address(MALLORY, "Ada Byron <ada@example.org>"),))).role is Role.STRANGER


SENDERS = st.sampled_from([ADA, "ben@example.org", MINERVA, "lee@example.org", MALLORY])
PLACES = st.lists(
    st.sampled_from(
        [
            US,
            ADA,
            MINERVA,
            MALLORY,
            by("general", Purpose.OWNER),
            by("person/minerva", Purpose.OWNER),
            by("person/minerva", Purpose.PERSON),
            by("general", Purpose.OWNER, "ben"),
            by("x", Purpose.CHALLENGE),
        ]
    ),
    max_size=3,
)


@given(
    sender=SENDERS, to=PLACES, cc=PLACES, delivered=PLACES, proven=st.booleans(), truncated=st.booleans(),
    machine=st.sampled_from([None, *Machine]), subject=st.sampled_from(["", "Re: Minerva · mentoring", "SEND"]),
)  # fmt: skip
def test_only_a_proven_protege_to_us_alone_ever_commands(
    sender: str, to: list[str], cc: list[str], delivered: list[str], proven: bool, truncated: bool,
    machine: Machine | None, subject: str,
) -> None:  # fmt: skip
    it = replace(
        mail(sender), to=tuple(map(Address, to)), cc=tuple(map(Address, cc)), delivered_to=tuple(delivered),
        authenticated=proven, truncated=truncated, machine=machine, subject=subject,
    )  # fmt: skip
    books = {"ada": ada(minerva(), lee(), challenges=(Challenge("x", it.arrived, MALLORY, ()),)), "ben": ben()}
    routes = route(it, Directory(books, TOKENS))
    assert routes
    for found in routes:
        if found.role is Role.COMMAND:
            assert proven
            assert not truncated
            assert machine is None
            assert sender in books[found.book].protege.addresses
            assert all(TOKENS.is_ours(e) or e in books[found.book].protege.addresses for e in (*to, *cc))
        if found.role is Role.CHALLENGE:
            assert sender in books[found.book].protege.addresses


@pytest.mark.parametrize("machine", list(Machine))
def test_a_machine_in_a_proteges_name_never_commands(machine: Machine) -> None:
    assert only(mail(machine=machine)).role is Role.MACHINE


def test_a_mail_with_two_senders_is_nobodys() -> None:
    assert only(mail(senders=(Address(ADA), Address(MALLORY)))).role is Role.STRANGER
    assert only(mail(senders=())).role is Role.STRANGER


def test_a_mail_to_people_that_we_see_is_correspondence_with_those_we_know() -> None:
    seen = only(mail(to=MINERVA, cc=(Address(US), Address("lee@example.org"), Address(MALLORY))))
    assert (seen.role, seen.people) == (Role.CORRESPONDENCE, ("minerva", "lee"))
    bcc = only(mail(to=MINERVA, delivered_to=(US,)))
    assert (bcc.role, bcc.people) == (Role.CORRESPONDENCE, ("minerva",))


def test_answering_the_address_of_her_letters_says_that_nobody_else_got_it() -> None:
    found = only(mail(to=by("person/minerva", Purpose.PERSON)))
    assert found.to_people
    assert not only(mail(to=by("person/minerva", Purpose.OWNER))).to_people


def test_a_mail_too_large_to_read_never_commands() -> None:
    assert only(mail(truncated=True)).role is Role.TOO_LARGE


def test_the_thread_comes_by_address_then_by_answer_then_by_subject() -> None:
    book, draft, shown = drafted()
    by_address = only(mail(to=by("person/minerva", Purpose.OWNER)), book, ben())
    by_answer = only(mail(in_reply_to=shown.message_id), book, ben())
    by_subject = only(mail(subject="Re: AW: Minerva · mentoring"), book, ben())
    assert {r.person for r in (by_address, by_answer, by_subject)} == {"minerva"}
    assert by_answer.letter == shown.id
    assert only(mail(references=("<other@example.org>", shown.message_id)), book).letter == shown.id
    assert only(mail(subject="Minerva · mentoring lessons"), book).person == ""
    assert draft.id != shown.id


def test_a_subject_that_fits_two_people_is_nobodys() -> None:
    two = ada(minerva(), replace(lee(), name="Minerva Ito"))
    assert only(mail(subject="Re: Minerva · mentoring"), two).person == ""


def test_our_own_mail_that_comes_back_is_ours() -> None:
    book, draft, _ = drafted()
    assert only(mail(US, message_id=draft.message_id), book).role is Role.OURS
    assert only(mail(by("general", Purpose.OWNER))).role is Role.MACHINE


def test_a_challenge_is_answered_by_the_protege_whom_it_asked_and_nobody_else() -> None:
    book = ada(challenges=(Challenge("c1", at("2026-11-03 09:00"), MALLORY, ()),))
    to = by("c1", Purpose.CHALLENGE)
    asked = only(mail(to=to, authenticated=False), book, ben())
    assert (asked.role, asked.challenge) == (Role.CHALLENGE, "c1")
    for other in (MALLORY, "ben@example.org", MINERVA):
        assert only(mail(other, to), book, ben()).role is Role.STRANGER


def test_a_person_answers_in_every_book_that_knows_them_or_in_the_one_of_the_thread() -> None:
    books = (ada(), replace(ben(), people=(minerva(),)))
    directory = Directory({b.protege.id: b for b in books}, TOKENS)
    both = route(mail(MINERVA), directory)
    assert {(r.role, r.book) for r in both} == {(Role.ANSWER, "ada"), (Role.ANSWER, "ben")}
    (here,) = route(mail(MINERVA, by("person/minerva", Purpose.PERSON, "ben")), directory)
    assert (here.role, here.book) == (Role.ANSWER, "ben")


def test_a_person_whom_nothing_proves_and_a_stranger_on_the_thread_are_asked_about() -> None:
    assert only(mail(MINERVA, authenticated=False)).role is Role.UNKNOWN
    jonas = only(mail("jonas@example.org", by("person/minerva", Purpose.PERSON)))
    assert (jonas.role, jonas.person) == (Role.UNKNOWN, "minerva")


def test_one_protege_is_no_protege_on_the_threads_of_another() -> None:
    ours = only(mail("ben@example.org", by("person/minerva", Purpose.OWNER)))
    assert (ours.role, ours.book, ours.person) == (Role.COMMAND, "ben", "")
    theirs = only(mail("ben@example.org", by("person/minerva", Purpose.PERSON)))
    assert (theirs.role, theirs.book) == (Role.UNKNOWN, "ada")


def test_a_person_on_the_proteges_thread_answers_but_does_not_command() -> None:
    assert only(mail(MINERVA, by("person/minerva", Purpose.OWNER), subject="SEND")).role is Role.ANSWER


def test_a_bounce_acts_only_when_it_returns_a_letter_of_ours() -> None:
    book, draft, _ = drafted()
    returned = Bounce((MINERVA,), permanent=True, message_ids=(draft.message_id,))
    back = only(mail("mailer-daemon@example.org", machine=Machine.BOUNCE, bounce=returned), book)
    assert (back.role, back.letter, back.person) == (Role.BOUNCE, draft.id, "minerva")
    forged = replace(returned, message_ids=("<x@example.org>",))
    assert only(mail(MALLORY, machine=Machine.BOUNCE, bounce=forged), book).role is Role.MACHINE
    assert only(mail(MALLORY, machine=Machine.BOUNCE), book).role is Role.MACHINE


def test_an_absence_is_hers_by_what_it_answers_or_by_its_sender() -> None:
    book, draft, shown = drafted()
    absent = mail("rooms@example.org", machine=Machine.ABSENCE, in_reply_to=draft.message_id)
    assert (only(absent, book).role, only(absent, book).person) == (Role.AUTO_REPLY, "minerva")
    assert only(mail(MINERVA, machine=Machine.ABSENCE), book).person == "minerva"
    assert only(replace(absent, in_reply_to=shown.message_id), book).role is Role.MACHINE
    assert only(mail(MINERVA, machine=Machine.LIST), book).role is Role.MACHINE


def test_a_calendar_answer_that_calls_itself_automatic_is_an_answer() -> None:
    found = only(mail(MINERVA, machine=Machine.AUTO_REPLY, calendars=("BEGIN:VCALENDAR",)))
    assert found.role is Role.ANSWER


def test_a_complaint_counts_about_a_letter_of_ours_or_from_a_proven_person() -> None:
    book, draft, shown = drafted()
    about = mail("feedback@example.org", machine=Machine.COMPLAINT, complaint=Complaint("abuse", (draft.message_id,)))
    found = only(about, book)
    assert (found.role, found.person, found.letter) == (Role.COMPLAINT, "minerva", draft.id)
    for ids in ((), ("<x@example.org>",), (shown.message_id,)):
        complaint = Complaint("unsubscribe", ids)
        assert only(replace(about, complaint=complaint), book).role is Role.MACHINE
        hers = mail(MINERVA, machine=Machine.COMPLAINT, complaint=complaint)
        assert only(hers, book).person == "minerva"
        assert only(replace(hers, authenticated=False), book).role is Role.MACHINE
