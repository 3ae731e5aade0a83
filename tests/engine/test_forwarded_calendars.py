"""A calendar in an attached mail is its sender's word only where Ada vouches for it."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from engine.approving import coffee
from engine.house import ADA, MINERVA, OURS, House, told
from engine.meeting_life import calendar
from engine.programs import hers


@pytest.fixture
def house(house: House) -> House:
    return coffee(house)


def attaches(house: House, text: str, method: str, *, who: str = ADA, writer: str = MINERVA, words: str = "") -> None:
    """A mail with another one attached, in which a calendar stands."""
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = writer, ADA, "Pricing talk"
    inner.set_content("Here it is.")
    inner.add_alternative(text, subtype="calendar", params={"method": method})
    house.mails += 1
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = who, OURS, "Fwd: Pricing talk"
    mail["Date"], mail["Message-ID"] = format_datetime(house.at), f"<{house.mails}.eml@example.org>"
    mail.set_content(words)
    mail.add_attachment(inner)
    house.put(mail.as_bytes())
    house.cycle(1)


def test_an_invite_of_hers_that_ada_attaches_is_the_meeting(house: House) -> None:
    attaches(house, hers("REQUEST"), "REQUEST")
    assert "INVITES YOU: Thu 19 Nov at 16:00" in told(house)
    meeting = house.book.find_meeting("hers@example.org")
    assert meeting is not None
    assert (meeting.person, meeting.organizer) == ("minerva", MINERVA)


@pytest.mark.parametrize("who", [MINERVA, "mallory@example.org"])
def test_one_that_anybody_else_attaches_is_nothing(house: House, who: str) -> None:
    known = house.book.meetings
    attaches(house, hers("REQUEST"), "REQUEST", who=who, words="See attached.")
    assert house.book.meetings == known


def test_an_answer_of_hers_that_ada_attaches_counts_and_is_answered(house: House) -> None:
    text = calendar(house.last[MINERVA]).replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "ACCEPTED")
    before = len(house.to(ADA))
    attaches(house, text, "REPLY")
    assert house.book.meetings[0].answer_of(MINERVA) == "ACCEPTED"
    assert len(house.to(ADA)) == before + 1
    attaches(house, text, "REPLY")
    assert len(house.to(ADA)) == before + 2
    assert "changed nothing" in told(house)


def test_an_answer_that_a_stranger_attaches_counts_for_nobody(house: House) -> None:
    text = calendar(house.last[MINERVA]).replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "ACCEPTED")
    known = house.book.meetings
    attaches(house, text, "REPLY", who="mallory@example.org")
    assert house.book.meetings == known


def test_adas_own_decline_is_hers_whatever_mail_it_carries(house: House) -> None:
    own = calendar(house.last[ADA]) or calendar(house.last[MINERVA]).replace(MINERVA, ADA)
    attaches(house, own.replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "DECLINED"), "REPLY")
    assert "CAN'T" in told(house).upper() or "apolog" in told(house).lower()
