"""Mentors and other people: they get letters and answer in one of many ways, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from simulation.mails import OURS, Got, bounce, write
from simulation.programs import Program
from simulation.world import World, Written

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def some_time(random: Random, most_days: float = 4) -> timedelta:
    """Mostly within hours, sometimes days."""
    return timedelta(minutes=2) + most_days * DAY * random.random() ** 4


@dataclass(slots=True)
class Mentor:
    """Gets letters, answers in one of many ways. What they did is kept for the oracles."""

    name: str
    email: str
    random: Random
    world: World
    silent: bool = False
    friendly: bool = False
    other_accounts: list[str] = field(default_factory=list)
    got: list[Got] = field(default_factory=list)
    program: Program | None = None
    aide: Program | None = None  # of who keeps their calendar

    @property
    def desk(self) -> str:
        """Who keeps their calendar."""
        return f"{self.name.lower()}.desk@example.org"

    def reads(self, got: Got) -> None:
        self.got.append(got)
        if got.calendar and self.program is not None:
            if self.silent:
                self.closes_calendars()
            self.program.reads(got)
            if self.random.random() < (0.9 if self.friendly else 0.6):
                return
        if self.silent:
            return
        rare = 1 if self.friendly else 4
        acts = {
            self.keeps_silent: 44,
            self.says_yes: 10,
            self.says_later: 7,
            self.says_no: 2 * rare,
            self.says_stop: rare + 1,
            self.asks: 6,
            self.thanks: 3,
            self.is_away: 8,
            self.writes_from_elsewhere: 4,
            self.mumbles: 3,
            self.bounces: rare,
            self.tells_the_protege: 4,
            self.is_never_there: rare - 1,
        }
        act = self.random.choices(list(acts), list(acts.values()))[0]
        self.world.later(some_time(self.random, 7), lambda: act(got))

    def closes_calendars(self) -> None:
        """No more answers from their programs."""
        for program in (self.program, self.aide):
            if program is not None:
                program.quiet = True

    def keeps_silent(self, got: Got) -> None:
        """For good, or until about the time at which the next idea comes."""
        if self.random.random() < 0.5:
            late = self.random.choice((self.says_yes, self.says_later, self.says_no, self.says_stop, self.asks))
            self.world.later(5 * DAY + 4 * DAY * self.random.random(), lambda: self.silent or late(got))

    def says_yes(self, got: Got) -> None:
        self._answer(got, "Hi,\n\nyes, gladly. Wednesday at 15:00 works for me.\n\n" + self.name)

    def says_later(self, got: Got) -> None:
        self._answer(got, "Hi,\n\nnot now, please ask me again after 15 February.\n\n" + self.name)

    def says_no(self, got: Got) -> None:
        self.silent = True
        self._answer(got, "Hi,\n\nno, thank you. I don't have the time.\n\n" + self.name)

    def says_stop(self, got: Got) -> None:
        self.silent = True
        self._answer(got, "Please stop writing to me.\n")

    def asks(self, got: Got) -> None:
        self._answer(got, "Hi,\n\nwhat exactly would you like to know about it?\n\n" + self.name)

    def thanks(self, got: Got) -> None:
        self._answer(got, "Thanks!\n")

    def mumbles(self, got: Got) -> None:
        self._answer(got, "Hm, the weather is grey over here.\n")

    def is_away(self, got: Got) -> None:
        back = self.world.clock.now() + self.random.randrange(2, 12) * DAY
        text = f"I am out of the office until {back.day} {back:%B %Y}.\n"
        self._answer(
            got, text, more=("Auto-Submitted: auto-replied",), subject="Automatic reply: " + got.subject, human=False
        )

    def writes_from_elsewhere(self, got: Got) -> None:
        other = f"{self.name.lower()}.home@example.org"
        self.other_accounts.append(other)
        self._answer(got, "It is me, from home. Yes, gladly.\n", sender=other)

    def bounces(self, got: Got) -> None:
        now, id = self.world.clock.now(), self.world.fresh_id()
        mail = Written(
            id, "mailer-daemon", f"bounce of {got.to}", now, bounce(got, now, id), about=self.name, human=False
        )
        mail.expects = "none"
        self.world.post(mail)

    def is_never_there(self, got: Got) -> None:
        self.world.refuses = self.world.refuses | {self.email}

    def tells_the_protege(self, got: Got) -> None:
        """An answer past the assistant: only the protégé can say so."""
        protege = self.world.readers.get("told " + (got.cc[0] if got.cc else got.reply_to[-1]))
        if protege is not None:
            self.world.later(HOUR, lambda: protege(got))

    def _answer(
        self,
        got: Got,
        text: str,
        *,
        more: tuple[str, ...] = (),
        subject: str = "",
        sender: str = "",
        human: bool = True,
    ) -> None:
        now, id = self.world.clock.now(), self.world.fresh_id()
        to, *others = got.reply_to or (OURS,)
        quoted = "\n".join("> " + line for line in got.text.split("\n"))
        raw = write(
            sender=f"{self.name} <{sender or self.email}>",
            to=to,
            cc=", ".join(others),
            at=now,
            message_id=id,
            subject=subject or "Re: " + got.subject.removeprefix("Re: "),
            in_reply_to=got.message_id,
            references=got.references,
            text=text
            if more or self.random.random() < 0.3
            else f"{text}\nOn {now:%a, %d %b %Y} at {now:%H:%M}, Somebody wrote:\n{quoted}",
            more=more,
        )
        says = text.split("\n\n")[1] if "\n\n" in text else text.strip()
        mail = Written(id, self.name, says, now, raw, about=self.name, expects="none", human=human)
        self.world.post(mail, recipient=to)
