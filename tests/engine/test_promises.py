"""The promises, tried by somebody who wants to break them: what people receive, through the whole assistant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.house import ADA, MINERVA, House, told

from assistant.mentoring.letters import LetterState

LEE = "lee@example.org"


def add_lee(house: House) -> None:
    house.says("new mentor Lee Park lee@example.org\nwhy: your article on churn showed me how to start small")
    house.cycle(5)


def test_one_send_never_approves_drafts_to_two_people(house: House) -> None:
    house.draft_to_minerva()
    add_lee(house)
    house.says("skip", answers=ADA)
    house.says("reach out to Minerva\nreach out to Lee")
    house.cycle(5)
    assert len(house.book.pending()) == 2
    house.sends()
    assert not [x for x in house.book.letters if x.state is LetterState.APPROVED and not x.to_protege]
    house.cycle(24 * 60)
    assert not house.to(MINERVA)
    assert not house.to(LEE)


def test_yes_to_did_she_answer_elsewhere_sends_nothing(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    assert len(house.to(MINERVA)) == 1
    house.cycle(7 * 24 * 60)
    assert "IDEA for Minerva" in told(house)
    house.says("Yes", answers=ADA)
    house.cycle(5)
    assert "ANSWERED or SEND" in told(house)
    house.cycle(3 * 24 * 60)
    assert len(house.to(MINERVA)) == 1


def test_an_unclear_answer_stops_everything_to_that_person_until_the_protege_says(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("thank Minerva: she introduced me to Lee and I got the pilot")
    house.cycle(5)
    house.sends()
    house.says("Hmm. Interesting thought about the moon.", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    assert "I am not sure what it means" in told(house)
    house.cycle(5 * 24 * 60)
    assert len(house.to(MINERVA)) == 1


def test_words_that_only_may_be_a_stop_are_asked_and_nothing_leaves_meanwhile(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("Yes, gladly, full stop.", who=MINERVA, answers=MINERVA)
    house.cycle(5)
    minerva = house.book.people[0]
    assert minerva.do_not_contact == ""


def test_a_stop_with_two_people_of_that_name_pauses_both_until_it_is_said_who(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.says("new mentor Minerva Jones mj@example.org")
    house.cycle(1)
    house.says("stop Minerva")
    house.cycle(1)
    house.cycle(3 * 24 * 60)
    assert not house.to(MINERVA)


def test_a_stop_beside_a_calendar_answer_is_a_stop(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("coffee with Minerva 18 Nov 15:00 Café Luna")
    house.cycle(5)
    house.sends()
    house.cycle(40)
    invite = house.last[MINERVA]
    request = next(p.get_content() for p in invite.walk() if p.get_content_type() == "text/calendar")
    reply = request.replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "DECLINED")
    house.put(
        (
            "From: minerva@example.org\r\nTo: assistant@example.org\r\nSubject: Declined: coffee\r\n"
            "Message-ID: <d@example.org>\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n'
            "Content-Type: text/plain; charset=utf-8\r\n\r\n"
            "Please stop writing to me and never contact me again.\r\n--b\r\n"
            "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n" + reply + "\r\n--b--\r\n"
        ).encode()
    )
    house.cycle(5)
    assert house.book.people[0].do_not_contact == "stop"


def test_undo_while_a_letter_is_in_doubt_keeps_it_from_going_again(house: House) -> None:
    from dataclasses import replace

    house.draft_to_minerva()
    house.sends()
    book = house.book
    letter = next(x for x in book.letters if x.state is LetterState.APPROVED and not x.to_protege)
    doubted = replace(letter, state=LetterState.IN_DOUBT, sending_at=house.at)
    house.assistant.store.save(book.with_letter(doubted))
    house.says("undo", answers=ADA)
    house.cycle(1)
    assert "nobody can call it back" in told(house)
    house.cycle(60)
    house.cycle(3 * 24 * 60)
    assert not house.to(MINERVA)


def test_private_words_are_private_wherever_they_stand_again(house: House) -> None:
    house.draft_to_minerva()
    house.says("about Minerva: private: she is leaving Acme in spring")
    house.cycle(5)
    house.says("reach out to Minerva")
    house.cycle(5)
    house.says("EDIT\nHi Minerva,\n\nI hear she is leaving Acme in spring.\n\nNo is fine.\n\nAda Byron", answers=ADA)
    house.cycle(5)
    house.sends()
    house.says("SEND ANYWAY", answers=ADA)
    house.cycle(5)
    house.cycle(24 * 60)
    assert not house.to(MINERVA)


def test_after_a_no_one_thanks_may_leave_and_nothing_more(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("No, thank you, I don't do this.", who=MINERVA, answers=MINERVA)
    house.cycle(5)
    house.sends()
    house.cycle(24 * 60)
    assert len(house.to(MINERVA)) == 2
    house.says("thank Minerva: she answered so quickly and kindly")
    house.cycle(5)
    house.says("SEND", answers=ADA)
    house.cycle(5)
    house.cycle(3 * 24 * 60)
    assert len(house.to(MINERVA)) == 2


def test_answering_ones_own_copy_says_that_only_we_got_it_and_a_stop_there_counts(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("Hi Minerva, one more thing about the memo.", answers=MINERVA)  # Ada, to Minerva's thread address
    house.cycle(5)
    assert "ONLY I GOT THIS" in told(house)
    house.says("STOP Minerva", answers=MINERVA)
    house.cycle(5)
    assert house.book.people[0].do_not_contact


def test_a_mail_to_a_person_takes_no_invite_for_sent(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("coffee with Minerva 18 Nov 15:00 Café Luna")
    house.cycle(5)
    invite = house.book.pending()[-1]
    house.put(
        b"From: ada@example.org\r\nTo: minerva@example.org\r\nCc: assistant@example.org\r\n"
        b"Subject: the paper I mentioned\r\nMessage-ID: <p@example.org>\r\n\r\nHere it is.\r\n"
    )
    house.cycle(5)
    assert house.book.letter(invite.id).state is LetterState.PENDING


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[House]:
    """Nobody is proven here: every mail of Ada's is asked back."""
    with House(tmp_path) as house:
        path = tmp_path / "config.toml"
        path.write_text(path.read_text().replace('mode = "open"', 'mode = "authserv"\nauthserv_id = "mx.example.org"'))
        yield house


def proven(house: House, text: str) -> None:
    """Ada's mail, and her YES to "was this you?"."""
    house.says(text)
    house.cycle(11)
    house.says("yes", answers=ADA)
    house.cycle(5)
    house.cycle(1)


@pytest.mark.parametrize("yes", ["YES", "Yes, it was me", "yes it was me", "Hi,\nyes", "Yep", "YES thanks"])
def test_every_way_of_saying_yes_releases_what_was_held(strict: House, yes: str) -> None:
    strict.says("hi")
    strict.cycle()
    assert "nothing proves that you sent it" in told(strict)
    strict.says(yes, answers=ADA)
    strict.cycle(5)
    strict.cycle(1)
    assert strict.book.welcomed is not None


def test_neither_yes_nor_no_is_asked_again_and_loses_nothing(strict: House) -> None:
    strict.says("hi")
    strict.cycle()
    strict.says("what is this about?", answers=ADA)
    strict.cycle(5)
    assert strict.book.welcomed is None
    strict.says("yes", answers=ADA)
    strict.cycle(5)
    strict.cycle(1)
    assert strict.book.welcomed is not None


def test_a_yes_that_comes_too_late_is_asked_once_more(strict: House) -> None:
    strict.says("hi")
    strict.cycle()
    strict.says("yes", answers=ADA)
    strict.cycle(25 * 60)
    assert strict.book.welcomed is None
    strict.says("yes", answers=ADA)
    strict.cycle(5)
    strict.cycle(1)
    assert strict.book.welcomed is not None


def test_the_question_shows_every_mail_that_a_yes_would_release(strict: House) -> None:
    strict.says("status please", subject="status please")
    strict.says("pause all", subject="a second one")
    strict.cycle()
    strict.says("new mentor Mallory mallory@example.org", subject="a third one")
    strict.cycle(11)
    text = "\n".join(str(m.get_body(("plain",)).get_content()) for m in [strict.last[ADA]])  # type: ignore[union-attr]
    assert "a third one" in text
    assert "new mentor Mallory" in text


def test_a_flood_from_one_unproven_address_is_asked_about_once(strict: House) -> None:
    for text in ("hi", "new mentor Minerva M minerva@example.org"):
        proven(strict, text)
    before = len(strict.to(ADA))
    for _ in range(30):
        strict.says("hello?", who=MINERVA)
    strict.cycle(5)
    assert len(strict.to(ADA)) <= before + 1


def test_an_unproven_stop_that_was_theirs_is_a_stop(strict: House) -> None:
    for text in ("hi", "new mentor Minerva M minerva@example.org"):
        proven(strict, text)
    strict.says("Please stop writing to me.", who=MINERVA)
    strict.cycle(11)
    assert strict.book.people[0].paused
    strict.says("yes", answers=ADA)
    strict.cycle(11)
    strict.says("yes", answers=ADA)  # Ada's own yes has to be proven too
    strict.cycle(5)
    strict.cycle(1)
    assert strict.book.people[0].do_not_contact == "stop"


@pytest.mark.parametrize("word", ["don't send it", "wait", "hold on", "skip", "later", "shorter"])
def test_every_brake_holds_a_letter_that_was_approved(house: House, word: str) -> None:
    house.draft_to_minerva()
    house.sends()
    assert "APPROVED" in told(house)
    house.says(word, answers=ADA)
    house.cycle(1)
    assert "TAKEN BACK" in told(house)
    house.cycle(24 * 60)
    assert not house.to(MINERVA)
