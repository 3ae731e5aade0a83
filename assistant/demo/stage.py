"""Directing the story: what people do, how time passes, and what must come of it. A failed expectation ends it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from assistant.demo import people
from assistant.demo.people import Person
from assistant.demo.postbox import ASSISTANT, Passed, Postbox, StoryBroken
from assistant.demo.telling import Teller

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Stage:
    """The world, and who holds which mail in hand: `last` is the newest mail that the assistant sent somebody."""

    box: Postbox
    teller: Teller
    zone: ZoneInfo
    last: dict[str, EmailMessage] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.box.clock.now()

    def day(self, month: int, day: int, hour: int, minute: int = 0) -> datetime:
        """A moment of the story's year, on the protégé's clock."""
        return datetime(self.now.year, month, day, hour, minute, tzinfo=self.zone)

    def says(self, caption: str) -> None:
        self.teller.caption(caption)

    # --- what people do

    def write(self, person: Person, subject: str, text: str) -> None:
        """A new mail to the assistant."""
        self.box.post(person, people.write(person, self.now, ASSISTANT, subject, text))

    def send_document(self, person: Person, subject: str, text: str, name: str, data: bytes) -> None:
        """A new mail to the assistant with a Word document."""
        self.box.post(person, people.attach(people.write(person, self.now, ASSISTANT, subject, text), name, data))

    def reply(self, person: Person, text: str) -> None:
        """A reply to the newest mail in hand."""
        self.box.post(person, people.reply(person, self.now, self._in_hand(person), text))

    def tap(self, person: Person, label: str, *, on: EmailMessage | None = None) -> None:
        """A tap on a link of this mail, by default of the newest in hand."""
        try:
            mail = people.tap(person, self.now, on or self._in_hand(person), label)
        except KeyError as error:
            raise StoryBroken(str(error.args[0])) from error
        self.box.post(person, mail)

    def answer_invite(self, person: Person, invite: EmailMessage, answer: str) -> None:
        """Their calendar program answers the invite in this mail: ACCEPTED, DECLINED."""
        self.expect(bool(people.event_of(invite)), f"the mail “{invite['Subject']}” carries an invite")
        self.box.post(person, people.answer_invite(person, self.now, invite, answer))

    def _in_hand(self, person: Person) -> EmailMessage:
        if person.email not in self.last:
            raise StoryBroken(f"{person.first_name} has no mail to answer")
        return self.last[person.email]

    # --- what must come of it

    def gets(self, person: Person, *words: str, until: datetime | None = None) -> EmailMessage:
        """Until then (default: a minute on) exactly one mail leaves; it is this person's and says all `words`."""
        return self.leave((person, *words), until=until)[0]

    def leave(self, *wanted: tuple[Person | str, ...], until: datetime | None = None) -> list[EmailMessage]:
        """Until then exactly these mails leave, in this order; each is to a person and says the words after them."""
        left = self.box.wait_until(until or self.now + MINUTE)
        for passed in left:
            self.last[passed.to[0]] = passed.mail
        seen = "; ".join(f"{_to(p)} “{p.mail['Subject']}”" for p in left) or "nothing"
        if len(left) != len(wanted):
            names = ", ".join(w[0].first_name for w in wanted if isinstance(w[0], Person)) or "nobody"
            raise StoryBroken(f"{self._when()}: mails for {names} should have left, but there was: {seen}")
        for passed, (person, *words) in zip(left, wanted, strict=True):
            assert isinstance(person, Person)
            if passed.to[0] != person.email:
                raise StoryBroken(f"{self._when()}: a mail for {person.first_name} should have left, not {seen}")
            self._must_say(passed, [str(word) for word in words])
        return [passed.mail for passed in left]

    def silence(self, until: datetime | None = None, because: str = "") -> None:
        """Nothing at all leaves until then."""
        self.leave(until=until)
        if because:
            self.teller.check(because)

    def expect(self, condition: bool, what: str) -> None:
        """A check of the story's own, told when it holds."""
        if not condition:
            raise StoryBroken(f"{self._when()}: it should be so that {what}")
        self.teller.check(what)

    def received(self, person: Person) -> list[Passed]:
        """Every mail of the assistant's that was addressed to this person."""
        return [p for p in self.box.passed if p.sender == ASSISTANT and p.to[:1] == (person.email,)]

    def _must_say(self, passed: Passed, words: list[str]) -> None:
        whole = " ".join(f"{passed.mail['Subject']}\n{people.shortened(people.text_of(passed.mail))}".split())
        missing = [word for word in words if word.lower() not in whole.lower()]
        if missing:
            said = f"should say “{missing[0]}”, but says: {whole[:900]}"
            raise StoryBroken(f"{self._when()}: the mail {_to(passed)} {said}")

    def _when(self) -> str:
        local = self.now.astimezone(self.zone)
        return f"{local:%a} {local.day} {local:%b} {local:%H:%M}"


def _to(passed: Passed) -> str:
    return f"to {passed.to[0].partition('@')[0].title()}"
