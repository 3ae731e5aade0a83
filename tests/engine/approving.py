"""What the tests of brakes and of the ways back say: Ada approves, says a word, and reads what she is told."""

from __future__ import annotations

from engine.house import ADA, House, told

from assistant.mentoring.letters import Letter, LetterState


def held(house: House) -> list[Letter]:
    """The letters that are approved and have not left."""
    return [x for x in house.book.letters if x.state is LetterState.APPROVED and not x.to_protege]


def approved(house: House) -> None:
    """A first note to Minerva is approved and goes in a few minutes; Ada has the mail that says so."""
    house.draft_to_minerva()
    house.sends()
    assert "APPROVED" in told(house)
    assert len(held(house)) == 1


def says(house: House, text: str, *, fresh: bool = False) -> str:
    """What Ada is answered."""
    before = len(house.to(ADA))
    house.says(text, answers="" if fresh else ADA)
    house.cycle(1)
    assert len(house.to(ADA)) == before + 1
    return told(house)


def two_held(house: House) -> None:
    """Notes to Minerva and to Lee are approved and on hold."""
    approved(house)
    house.says("new mentor Lee Park lee@example.org\nwhy: your article on churn showed me how to start small")
    house.cycle(1)
    says(house, "reach out to Lee", fresh=True)
    says(house, "SEND")
    assert [x.person for x in held(house)] == ["minerva", "lee"]


def coffee(house: House) -> House:
    """A coffee with Minerva is in both calendars: Wed 18 Nov at 15:00."""
    approved(house)
    house.cycle(30)
    says(house, "coffee with Minerva 18 Nov 15:00 Café Luna")
    house.sends()
    house.cycle(60)
    assert house.book.meetings[0].state == "invited"
    return house
