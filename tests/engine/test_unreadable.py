"""Mail that nobody here can open: said plainly, kept, and nothing done."""

from __future__ import annotations

import pytest
from engine.house import ADA, MINERVA, OURS, House, drafted

ARMOUR = "-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n=abcd\n-----END PGP MESSAGE-----\n"
PACKED = 'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n'


@pytest.fixture
def house(house: House) -> House:
    return drafted(house)


def mail(who: str, body: str, subject: str = "SEND") -> bytes:
    head = f"From: {who}\nTo: {OURS}\nSubject: {subject}\nMessage-ID: <closed@example.org>\nMIME-Version: 1.0\n"
    return (head + "Date: Tue, 03 Nov 2026 09:30:00 +0000\n" + body).encode()


def text_of(house: House) -> str:
    body = house.last[ADA].get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


@pytest.mark.parametrize(("body", "said"), [("\n" + ARMOUR, "it is encrypted"), (PACKED, "it is packed by Outlook")])
def test_a_closed_mail_of_adas_commands_nothing_and_says_why(house: House, body: str, said: str) -> None:
    house.put(mail(ADA, body))
    house.cycle(5)
    house.cycle(60 * 24)
    assert house.to(MINERVA) == []
    assert house.book.pending()
    assert said in text_of(house) or any(said in str(x.raw) for x in house.to(ADA))


def test_minervas_encrypted_answer_stops_the_ladder_and_is_shown_as_what_it_is(house: House) -> None:
    house.sends()
    house.cycle(60 * 24)
    assert len(house.to(MINERVA)) == 1
    house.put(mail(MINERVA, "\n" + ARMOUR, "Re: your note"))
    house.cycle(5)
    assert "it is encrypted" in text_of(house)
    for _ in range(20):
        house.cycle(60 * 24)
    assert len(house.to(MINERVA)) == 1
