"""Milestones, reminders with an hour and tasks by hand stand in Ada's own calendar, and nobody else hears of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from engine.house import ADA, House

from assistant.reading.invite import invite
from assistant.writing.checker import check


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as house:
        house.says("hi")
        house.cycle()
        yield house


def dates(mails: list[EmailMessage]) -> list[str]:
    """The calendar parts among these mails, unfolded, each as every client reads it."""
    found = [
        str(part.get_content()) for mail in mails for part in mail.walk() if part["Content-Type"].startswith("text/c")
    ]
    for text in found:
        assert check(text.replace("\r\n", "\n").replace("\n", "\r\n")) == []
    return [re.sub(r"\r?\n[ \t]", "", text) for text in found]


def asks(house: House, text: str) -> list[str]:
    house.says(text)
    return dates(house.cycle(5))


def line(text: str, name: str) -> str:
    found = re.search(rf"^{name}(?:;[^:\n]*)?:(.*)$", text, re.MULTILINE)
    return found[1].strip() if found else ""


def test_a_milestone_is_a_whole_day_in_adas_own_calendar(house: House) -> None:
    (text,) = asks(house, "milestone: promotion board 3 Mar")
    assert "METHOD:REQUEST" in text
    assert "DTSTART;VALUE=DATE:20270303" in text
    assert (line(text, "SUMMARY"), line(text, "CLASS"), line(text, "TRANSP")) == (
        "promotion board", "PRIVATE", "TRANSPARENT"
    )  # fmt: skip
    assert re.findall(r"^ATTENDEE.*mailto:(.*?)\r?$", text, re.MULTILINE) == [ADA]


def test_a_reminder_with_an_hour_stands_there_at_its_instant(house: House) -> None:
    (text,) = asks(house, "remind me fri 10:00 to call the registrar")
    assert line(text, "DTSTART") == "20261106T090000Z"  # ten in Madrid
    assert "TRIGGER:-PT15M" in text


def test_a_reminder_without_an_hour_is_for_the_digest_alone(house: House) -> None:
    assert asks(house, "remind me in 2 weeks to read the memo") == []


def test_only_ada_ever_gets_one(house: House) -> None:
    house.draft_to_minerva()
    asks(house, "milestone: ask Minerva for more 3 Mar")
    assert {mail.recipients[0] for mail in house.sent} == {ADA}
    assert all(set(mail.recipients) <= {ADA, "assistant@example.org"} for mail in house.sent)


@pytest.mark.parametrize("word", ["DROP R1", "UNDO"])
def test_what_is_dropped_or_taken_back_leaves_the_calendar(house: House, word: str) -> None:
    (there,) = asks(house, "milestone: promotion board 3 Mar")
    house.says(word)
    (text,) = dates(house.cycle(5))
    assert "METHOD:CANCEL" in text
    assert (line(text, "UID"), line(text, "SEQUENCE"), line(text, "STATUS")) == (line(there, "UID"), "1", "CANCELLED")


def test_what_is_taken_back_and_wanted_again_is_a_new_date(house: House) -> None:
    (first,) = asks(house, "milestone: promotion board 3 Mar")
    asks(house, "DROP R1")
    (again,) = asks(house, "UNDO")
    assert "METHOD:REQUEST" in again
    assert line(again, "UID") != line(first, "UID")


def test_each_of_two_dates_is_a_mail_of_its_own(house: House) -> None:
    found = asks(house, "milestone: promotion board 3 Mar\nremind me fri 10:00 to call the registrar")
    assert len({line(text, "UID") for text in found}) == 2


def test_a_date_that_has_come_is_told_no_more(house: House) -> None:
    asks(house, "remind me fri 10:00 to call the registrar")
    found = dates(house.cycle(3 * 24 * 60 + 120))
    assert found == []
    assert house.book.reminders[0].done
    assert house.book.private_dates == ()


def test_a_date_moves_with_its_reminder(house: House) -> None:
    (first,) = asks(house, "remind me fri 10:00 to call the registrar")
    asks(house, "my timezone is Europe/Lisbon")
    (moved,) = dates([house.last[ADA]])
    assert (line(moved, "UID"), line(moved, "SEQUENCE")) == (line(first, "UID"), "1")
    assert line(moved, "DTSTART") == "20261106T100000Z"  # ten in Lisbon


def test_adas_own_answer_to_one_changes_nothing_and_is_not_answered(house: House) -> None:
    (text,) = asks(house, "milestone: promotion board 3 Mar")
    known = house.book.private_dates
    text = text.replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "DECLINED")
    head = f"From: {ADA}\r\nTo: assistant@example.org\r\nSubject: Declined\r\nMessage-ID: <r@example.org>\r\n"
    house.put(f"{head}Content-Type: text/calendar; method=REPLY\r\n\r\n{text}".encode())
    assert house.cycle(5) == []
    assert house.book.private_dates == known


def test_our_own_reading_takes_a_timed_one_as_an_invite(house: House) -> None:
    (text,) = asks(house, "remind me fri 10:00 to call the registrar")
    assert getattr(invite(text), "attendees", ()) == (ADA,)
