"""Calendar programs of mentors and of who keeps their calendars: they accept, decline, propose, ask, invite, repeat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from simulation.calendars import Diary, Event, Slot, message
from simulation.mails import OURS, Got, write
from simulation.world import World, Written

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def itip(method: str, uid: str, lines: list[str]) -> str:
    """One message about one event."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//program//EN", f"METHOD:{method}", "BEGIN:VEVENT"]
    return "\n".join([*head, f"UID:{uid}", *lines, "END:VEVENT", "END:VCALENDAR"])


def utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


@dataclass(slots=True)
class Program:
    """Whose: the name of the mentor whose calendar it is. protégés: addresses by first name."""

    whose: str
    email: str
    random: Random
    world: World
    proteges: dict[str, str]
    diary: Diary = field(default_factory=Diary)
    quiet: bool = False
    own: int = 0

    def reads(self, got: Got) -> None:
        """An invite, a change or a cancellation is in the calendar at once; what the person does about it comes."""
        if not got.calendar:  # words alone, as a question for another time
            return
        self.diary.takes(got.calendar)
        came = message(got.calendar)
        if self.quiet or came.method != "REQUEST":
            return
        acts = {
            self.keeps_silent: 20,
            self.accepts: 34,
            self.declines: 7,
            self.declines_one: 6,
            self.proposes: 8,
            self.proposes_for_one: 6,
            self.asks_again: 4,
            self.invites: 7,
            self.repeats: 6,
            self.is_unsure: 2,
        }
        act = self.random.choices(list(acts), list(acts.values()))[0]
        delay = timedelta(minutes=2) + 6 * DAY * self.random.random() ** 3
        self.world.later(delay, lambda: self.quiet or act(came.events[0]))

    # --- answers

    def keeps_silent(self, event: Event) -> None:
        pass

    def accepts(self, event: Event) -> None:
        self._reply(event, "ACCEPTED")

    def is_unsure(self, event: Event) -> None:
        self._reply(event, "TENTATIVE")

    def declines(self, event: Event) -> None:
        self._reply(event, "DECLINED")

    def declines_one(self, event: Event) -> None:
        slot = self._coming(event.uid)
        self._reply(event, "DECLINED", slot if event.rule or event.one else None)

    def repeats(self, event: Event) -> None:
        """The same REPLY twice, the second days late, and in between the other one."""
        first = self._reply(event, "ACCEPTED")
        self.world.later(DAY * self.random.random(), lambda: self.quiet or self.declines(event))
        self.world.later(3 * DAY * self.random.random(), lambda: self.world.post(first))

    def _reply(self, event: Event, answer: str, slot: Slot | None = None) -> Written:
        return self._posts("REPLY", event.uid, self._said(event, answer, slot), answer)

    def _said(self, event: Event, answer: str, slot: Slot | None) -> list[str]:
        now = self.world.clock.now()
        lines = [f"DTSTAMP:{utc(now)}", f"SEQUENCE:{event.sequence}", f"ORGANIZER:mailto:{event.organizer}"]
        lines.append(f"ATTENDEE;PARTSTAT={answer}:MAILTO:{event.attendee}")
        if slot is not None and (event.rule or event.one):
            lines.append(f"RECURRENCE-ID:{utc(slot.original)}")
        elif event.one is not None:
            lines.append(f"RECURRENCE-ID:{utc(event.one)}")
        return lines

    def proposes(self, event: Event) -> None:
        """Another time for what came: of a series, for its next meeting."""
        slot = self._coming(event.uid)
        if slot is None:
            return
        start = self._elsewhen(slot)
        lines = self._said(event, "TENTATIVE", slot)
        lines += [f"DTSTART:{utc(start)}", f"DTEND:{utc(start + (slot.end - slot.start))}"]
        self._posts("COUNTER", event.uid, lines, f"rather {start:%d %b %H:%M}")

    def proposes_for_one(self, event: Event) -> None:
        self.proposes(event)

    def asks_again(self, event: Event) -> None:
        """How does it stand? A REFRESH."""
        lines = [f"DTSTAMP:{utc(self.world.clock.now())}", f"ORGANIZER:mailto:{event.organizer}"]
        self._posts("REFRESH", event.uid, [*lines, f"ATTENDEE:mailto:{event.attendee}"], "how does it stand?")

    # --- their own invites

    def invites(self, event: Event) -> None:
        """Their own invite: to the time of ours or to another; sometimes moved, sometimes cancelled later."""
        slot = self._coming(event.uid)
        protege = self.proteges.get(event.summary.partition(" and ")[0], "")
        if slot is None or not protege:
            return
        self.own += 1
        uid = f"{self.own}.{self.email}"
        start = slot.start if self.random.random() < 0.6 else self._elsewhen(slot)
        named = "" if self.random.random() < 0.2 else f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{protege}"
        self._invited("REQUEST", uid, 0, start, named)
        after = 5 * DAY * self.random.random()
        if self.random.random() < 0.3:
            self.world.later(after, lambda: self._again("REQUEST", uid, start + DAY, named))
        elif self.random.random() < 0.4:
            self.world.later(after, lambda: self._again("CANCEL", uid, start, named))

    def _again(self, method: str, uid: str, start: datetime, named: str) -> None:
        if not self.quiet and start > self.world.clock.now():
            self._invited(method, uid, 1, start, named)

    def _invited(self, method: str, uid: str, sequence: int, start: datetime, named: str) -> None:
        lines = [
            f"DTSTAMP:{utc(self.world.clock.now())}",
            f"SEQUENCE:{sequence}",
            f"DTSTART:{utc(start)}",
            f"DTEND:{utc(start + HOUR / 2)}",
            f"SUMMARY:Talk number {self.own}",
            f"ORGANIZER:mailto:{self.email}",
            f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{OURS}",
            *([named] if named else []),
        ]
        self._posts(method, uid, lines, f"own {method} {uid} {start:%d %b %H:%M}")

    # --- everything

    def _coming(self, uid: str) -> Slot | None:
        now = self.world.clock.now()
        return next((s for s in self.diary.live(now, now + 60 * DAY) if s.uid == uid), None)

    def _elsewhen(self, slot: Slot) -> datetime:
        return slot.start + self.random.choice((1, 2, -1, 3, 24, 25, -24, 48, 72)) * HOUR

    def _posts(self, method: str, uid: str, lines: list[str], says: str) -> Written:
        now, id = self.world.clock.now(), self.world.fresh_id()
        raw = write(
            sender=f"{self.whose} <{self.email}>",
            to=OURS,
            subject=f"{method}: {says}",
            text=itip(method, uid, lines),
            at=now,
            message_id=id,
            body_type=f"text/calendar; method={method}; charset=utf-8",
        )
        about = f"{method} {says} for {uid[:6]}"
        mail = Written(id, self.email, about, now, raw, about=self.whose, expects="none", human=False)
        self.world.post(mail)
        return mail
