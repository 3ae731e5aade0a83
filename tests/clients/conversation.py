"""Ada, her assistant and a mentor whose answers come from her own calendar program: `says`, `sends`, `hers`."""

from __future__ import annotations

from email import message_from_bytes
from threading import Condition
from typing import Self

from engine.house import ADA, MINERVA, OURS, House

from assistant.demo.smtp_server import Submitted
from assistant.mentoring.schedule import Meeting

LEAVES_WITHIN = 4 * 24 // 2  # cycles two hours apart: a weekend and a holiday lie before the sending window at most
AGREED = "Minerva agreed 6 months monthly 45 min\n\npurpose: learn pricing\nsuccess: I lead the team"
ANSWERS_WITHIN = 30  # seconds


class Conversation(House):
    """A house whose SMTP server also takes the mail of the mentor's calendar program."""

    def __enter__(self) -> Self:
        self.arrived = Condition()
        super().__enter__()
        self.draft_to_minerva()
        self.sends()
        self.cycle(15)
        return self

    def _took(self, mail: Submitted) -> None:
        with self.arrived:
            super()._took(mail)
            self.arrived.notify_all()

    def told(self) -> str:
        """The text that Ada got last."""
        body = self.last[ADA].get_body(("plain",))
        assert body is not None
        return str(body.get_content())

    def tells(self, text: str) -> str:
        self.says(text)
        self.cycle(5)
        return self.told()

    def invites(self, text: str) -> bytes:
        """What Ada says becomes a draft that she sends. Gives the mail that reached Minerva."""
        drafted = self.tells(text)
        assert "Reply SEND" in drafted, drafted
        return self.approves()

    def approves(self) -> bytes:
        """Ada sends the draft that she was shown last. Gives the mail that reached Minerva."""
        before = len(self.to(MINERVA))
        self.says("SEND", answers=ADA)
        for _ in range(LEAVES_WITHIN):
            self.cycle(120)
            if len(self.to(MINERVA)) > before:
                return self.to(MINERVA)[-1].raw
        raise AssertionError(self.told())

    def invited(self, who: str) -> bytes:
        """The last mail to them that has an event."""
        return next(mail.raw for mail in reversed(self.to(who)) if calendars(mail.raw))

    def answers(self, who: str = MINERVA) -> list[Submitted]:
        """What somebody's calendar program sent us."""
        return [mail for mail in self.sent if OURS in mail.recipients and f"<{who}>".encode() in _from(mail)]

    def hears(self, many: int, who: str = MINERVA) -> str:
        """Waits until so many answers of theirs have arrived. Gives what Ada is told then, "" for nothing."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.answers(who)) >= many, ANSWERS_WITHIN), "no answer came"
        before = len(self.to(ADA))
        self.cycle(1)
        return self.told() if len(self.to(ADA)) > before else ""

    @property
    def meeting(self) -> Meeting:
        """The one that was made last."""
        return self.book.meetings[-1]


def calendars(raw: bytes) -> list[str]:
    """The calendar parts of a mail, as they left."""
    parts = [p for p in message_from_bytes(raw).walk() if p.get_content_type() == "text/calendar"]
    return [payload.decode() for part in parts if isinstance(payload := part.get_payload(decode=True), bytes)]


def _from(mail: Submitted) -> bytes:
    return next(line for line in mail.raw.splitlines() if line.lower().startswith(b"from:"))
