"""What was said is kept by the next mail: absences, her own words, one letter a day, what an approval came to."""

from __future__ import annotations

from email.utils import format_datetime

import pytest
from engine.approving import approved, coffee, held, says
from engine.house import ADA, MINERVA, NOTE, House, contacted

from assistant.mentoring.letters import Kind

DAY = 24 * 60


def away(house: House) -> None:
    """Minerva's mailbox answers the last letter by itself."""
    got = house.last[MINERVA]
    house.put(
        (
            f"From: minerva@example.org\r\nTo: {got['Reply-To'].split(',')[0]}\r\n"
            "Subject: Automatic reply\r\n"
            f"Date: {format_datetime(house.at)}\r\nMessage-ID: <away{house.mails}@example.org>\r\n"
            f"In-Reply-To: {got['Message-ID']}\r\n"
            "Auto-Submitted: auto-replied\r\n\r\n"
            "I am out of the office until 20 November 2026.\r\n"
        ).encode()
    )
    house.cycle(1)


# --- somebody who is away


def test_a_send_to_somebody_who_is_away_is_asked(house: House) -> None:
    contacted(house)
    away(house)
    says(house, "thank Minerva: the book list helped me to cut our prices", fresh=True)
    said = says(house, "SEND")
    assert "Minerva is away, and I said that nothing goes there before Wed 25 Nov" in said
    house.cycle(2 * DAY)
    assert len(house.to(MINERVA)) == 1


def test_send_anyway_reaches_somebody_who_is_away(house: House) -> None:
    contacted(house)
    away(house)
    says(house, "thank Minerva: the book list helped me to cut our prices", fresh=True)
    says(house, "SEND")
    assert "APPROVED" in says(house, "SEND ANYWAY")
    house.cycle(3 * DAY)
    assert len(house.to(MINERVA)) == 2


def test_later_until_the_return_keeps_the_letter(house: House) -> None:
    contacted(house)
    away(house)
    says(house, "thank Minerva: the book list helped me to cut our prices", fresh=True)
    code = house.book.pending()[0].code
    says(house, "SEND")
    said = says(house, f"LATER 25 Nov 2026 {code}")
    assert "KEPT" in said
    assert "Wed 25 Nov" in said


# --- her own words


def words_of(house: House) -> list[str]:
    return [x.text for x in house.book.pending()]


@pytest.mark.parametrize("words", ["later friday", "hold it until friday"])
def test_what_she_wrote_comes_back_in_her_words(house: House, words: str) -> None:
    approved(house)
    says(house, words)
    house.cycle(3 * DAY)
    assert ["your talk made us drop our free tier" in text for text in words_of(house)] == [True]
    assert "Would you have twenty minutes, by video?" in words_of(house)[0]
    says(house, f"SEND {house.book.pending()[0].code}", fresh=True)
    house.cycle(60)
    assert len(house.to(MINERVA)) == 1


def test_a_new_address_after_a_bounce_gets_her_words(house: House) -> None:
    contacted(house)
    got = house.last[MINERVA]
    house.put(
        (
            "From: MAILER-DAEMON@example.org\r\nTo: assistant@example.org\r\nSubject: Undelivered\r\n"
            "Message-ID: <b@example.org>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
            "--b\r\nContent-Type: text/plain\r\n\r\nno such user\r\n"
            "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n"
            "Final-Recipient: rfc822; minerva@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"
            f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {got['Message-ID']}\r\n--b--\r\n"
        ).encode()
    )
    house.cycle(1)
    says(house, "email: minerva.m@example.org")
    assert ["Would you have twenty minutes, by video?" in text for text in words_of(house)] == [True]


def test_times_of_the_first_draft_do_not_survive_an_edit_without_times(house: House) -> None:
    approved(house)
    says(house, "hold it")
    house.cycle(4 * DAY)
    said = says(house, "SEND")
    assert "APPROVED" in said


def test_times_in_her_own_words_that_are_too_near_are_asked_of_her(house: House) -> None:
    house.draft_to_minerva()
    own = NOTE.replace("Would you have twenty minutes, by video?", "Would Wed 4 November at 15:00 suit you?")
    says(house, own)
    said = says(house, "SEND")
    assert "the times in it have come too near" in said
    assert not held(house)
    assert ["4 November at 15:00" in text for text in words_of(house)] == [True]


# --- what becomes of an approval


def test_an_approved_letter_that_something_newer_replaces_is_named(house: House) -> None:
    approved(house)
    said = says(house, "email: minerva.m@example.org")
    assert not held(house)
    assert "which you had approved, no longer goes" in said


def test_an_approved_move_that_a_newer_one_replaces_is_named(house: House) -> None:
    coffee(house)
    says(house, "move coffee with Minerva to thu 19 Nov 16:00", fresh=True)
    says(house, "SEND")
    assert len(held(house)) == 1
    said = says(house, "move coffee with Minerva to thu 19 Nov 17:00", fresh=True)
    assert not held(house)
    assert "which you had approved, no longer goes" in said


def test_a_stop_that_fits_two_people_says_of_neither_that_a_letter_still_goes(house: House) -> None:
    approved(house)
    says(house, "new mentor Minerva Jones mj@example.org", fresh=True)
    said = says(house, "stop minerva", fresh=True)
    assert "still goes" not in said
    house.cycle(2 * DAY)
    assert "On its way" not in says(house, "status", fresh=True)
    assert not house.to(MINERVA)
    assert house.last[ADA]


# --- words turned to the reader


def test_thanks_speak_to_the_reader_in_english(house: House) -> None:
    contacted(house)
    said = says(house, "thank Minerva: she told me that she leaves in May", fresh=True)
    assert "You told me that you leave in May." in said


def test_private_words_stay_private_when_they_are_turned(house: House) -> None:
    contacted(house)
    says(house, "about Minerva: private: she leaves in May", fresh=True)
    said = says(house, "thank Minerva: you leave in May and told me all the same", fresh=True)
    assert "private" in said
    assert not house.book.pending()


def test_a_name_alone_is_no_sentence_to_mention(house: House) -> None:
    house.draft_to_minerva()
    said = says(house, "mention our podcast")
    assert "“our podcast” is no sentence" in said
    assert "Our podcast." not in house.book.pending()[0].text


def test_after_a_no_show_the_thanks_for_the_talk_wait_no_more(house: House) -> None:
    coffee(house)
    says(house, "thank Minerva: the talk made us drop our free tier", fresh=True)
    says(house, "Minerva did not show up", fresh=True)
    assert Kind.THANKS not in {x.kind for x in house.book.pending()}
