"""What protégés do with their meetings, at random moments, in the language's own words (L25, L28–L30, L40)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from simulation.calendars import Diary, Slot, message
from simulation.mails import OURS, Got, write
from simulation.mentors import DAY, Mentor
from simulation.owner import Owner
from simulation.programs import itip, utc
from simulation.world import Written

DAYS = ("mon", "tue", "wed", "thu", "fri")
HOURS = (10, 11, 15, 16)
PLACES = ("Café Luna", "the library", "room 4")


@dataclass(slots=True)
class Planner(Owner):
    """A protégé with a calendar. `diary` is what their own program made of the copies that they got."""

    diary: Diary = field(default_factory=Diary)
    agreed: set[str] = field(default_factory=set)
    added: set[str] = field(default_factory=set)

    def reads(self, got: Got) -> None:
        if got.calendar:
            self.diary.takes(got.calendar)
            if message(got.calendar).method == "REQUEST" and not self.quiet and self.random.random() < 0.25:
                self.world.later(3 * DAY * self.random.random(), lambda: self.answers_own_copy(got))
        Owner.reads(self, got)

    # --- plans

    def plans(self) -> None:
        """One thing about meetings with one mentor: the first steps first, then whatever changes."""
        who = self.random.choice(list(self.mentors.values())[:2])
        if who.name not in self.named:
            self.named.add(who.name)
            self.write(f"new mentor {who.name} M {who.email} — your talk on pricing changed our plan", about=who.name)
            self.world.later(timedelta(hours=5) * self.random.random(), lambda: self.quiet or self.agrees(who))
            return
        if who.name not in self.agreed:
            self.agrees(who)
            return
        coming = self.coming(who)
        if not any(self.diary.entries[s.uid].whole and self.diary.entries[s.uid].whole.rule for s in coming):  # type: ignore[union-attr]
            self.random.choice((self.starts_a_series, self.starts_a_series, self.meets_once, self.ends))(who)
            return
        acts: dict[Callable[[Mentor], None], int] = {
            self.changes_the_rhythm: 14,
            self.moves_one: 12,
            self.moves_the_next: 7,
            self.cancels_one: 8,
            self.cancels_the_next: 4,
            self.cannot_make_it: 5,
            self.adds_a_contact: 9,
            self.removes_a_contact: 7,
            self.meets_once: 7,
            self.renews: 8,
            self.becomes_lighter: 3,
            self.changes_the_place: 6,
            self.goes_away: 4,
            self.ends: 7,
            self.cancels_all: 4,
            self.asks_when: 3,
        }
        self.random.choices(list(acts), list(acts.values()))[0](who)

    def coming(self, who: Mentor) -> list[Slot]:
        """Their meetings with this mentor in the next two months, as their calendar shows them."""
        now = self.world.clock.now()
        return [s for s in self.diary.live(now, now + 60 * DAY) if s.pair == f"{self.first} and {who.name}"]

    def says(self, who: Mentor, text: str) -> None:
        """A wish about meetings, by itself or in this person's thread."""
        there = next((g for g in reversed(self.got) if g.about == who.name and g.reply_to), None)
        thread = there if self.random.random() < 0.3 else None
        self.write(text, re_=thread, about=who.name)

    def in_their_thread(self, who: Mentor, text: str) -> None:
        there = next((g for g in reversed(self.got) if g.about == who.name and g.reply_to), None)
        if there is not None:
            self.write(text, re_=there, about=who.name)

    def some_day(self, after: int = 4, most: int = 20) -> str:
        day = self.world.clock.now() + self.random.randrange(after, most) * DAY
        while day.weekday() > 4:
            day += DAY
        return f"{day.day} {day:%B}"

    def said_day(self, at: datetime) -> str:
        local = at.astimezone(ZoneInfo(self.zone))
        return f"{local.day} {local:%B}"

    def hour(self) -> int:
        return self.random.choice(HOURS)

    # --- from nothing

    def agrees(self, who: Mentor) -> None:
        self.agreed.add(who.name)
        often, months = self.random.choice(("weekly", "weekly", "monthly")), self.random.choice((2, 3, 12))
        self.write(f"{who.name} agreed {months} months {often} 45 min", about=who.name)
        self.world.later(DAY * self.random.random(), lambda: self.quiet or self.starts_a_series(who))

    def starts_a_series(self, who: Mentor) -> None:
        often = self.random.choice(("weekly", "weekly", "every 2 weeks", "monthly first", "monthly last"))
        day, hour = self.random.choice(DAYS), self.hour()
        self.says(who, f"meet {who.name} {often} {day} {hour}:00 45min")

    def meets_once(self, who: Mentor) -> None:
        coming = self.coming(who)
        if coming and self.random.random() < 0.4:  # on a day on which they meet already
            slot = self.random.choice(coming[:4])
            self.says(who, f"meet {who.name} {self.said_day(slot.start)} {self.hour()}:00")
        else:
            self.says(who, f"meet {who.name} {self.some_day()} {self.hour()}:00")

    # --- changes of the whole

    def changes_the_rhythm(self, who: Mentor) -> None:
        day, hour = self.random.choice(DAYS), self.hour()
        if self.random.random() < 0.4:
            often = self.random.choice(("weekly", "every 2 weeks", "monthly first", "monthly last"))
            self.says(who, f"meet {who.name} {often} {day} {hour}:00 45min")
            return
        full = {"mon": "Mondays", "tue": "Tuesdays", "wed": "Wednesdays", "thu": "Thursdays", "fri": "Fridays"}[day]
        month = f"{self.world.clock.now() + 40 * DAY:%B}"
        words = (
            f"move all of them to {full} at {hour}:00",
            f"from now on {full} at {hour}:00",
            f"from {month} on, {full} at {hour}:00",
            "from now on 30 minutes instead of 45",
            f"let's meet at {hour}:00 in future",
            "every two weeks rather than weekly",
            "every two weeks, 30 minutes, rather than monthly",
            f"the last {full.lower()[:-1]} of the month from now on",
        )
        self.in_their_thread(who, self.random.choice(words))

    def renews(self, who: Mentor) -> None:
        self.says(who, f"renew {who.name} for {self.random.choice((3, 6))} months")

    def becomes_lighter(self, who: Mentor) -> None:
        self.says(who, f"LIGHTER WITH {who.name} M")

    def ends(self, who: Mentor) -> None:
        tone = self.random.choice(("", " COMPLETED", " COMPLETED", " PRIORITIES"))
        self.says(who, f"WRAP UP {who.name} M{tone}")

    def cancels_all(self, who: Mentor) -> None:
        what = self.random.choice(("all meetings", "the series"))
        self.says(who, f"cancel {what} with {who.name}")

    # --- changes of one

    def moves_one(self, who: Mentor) -> None:
        slot = self.random.choice(self.coming(who)[:5])
        to = self.said_day(slot.start + self.random.choice((-1, 0, 1, 2, 7)) * DAY)
        old = self.said_day(slot.start)
        self.says(who, f"move the meeting of {old} with {who.name} to {to} {self.hour()}:00")

    def moves_the_next(self, who: Mentor) -> None:
        self.says(who, f"move the meeting with {who.name} to {self.some_day(2, 9)} {self.hour()}:00")

    def cancels_one(self, who: Mentor) -> None:
        slot = self.random.choice(self.coming(who)[:5])
        self.says(who, f"cancel the meeting of {self.said_day(slot.start)} with {who.name}")

    def cancels_the_next(self, who: Mentor) -> None:
        self.in_their_thread(who, "cancel next")

    def cannot_make_it(self, who: Mentor) -> None:
        self.in_their_thread(who, "I can't make it")

    def changes_the_place(self, who: Mentor) -> None:
        place = self.random.choice(PLACES)
        words = (f"change the place to {place}", f"we meet at {place} from now on", "next meeting by video")
        self.in_their_thread(who, self.random.choice(words))

    # --- beside them

    def adds_a_contact(self, who: Mentor) -> None:
        what = self.random.choice(("meeting", "series", "meetings"))
        self.added.add(who.name)
        self.says(who, f"add {who.desk} to the {what} with {who.name}")

    def removes_a_contact(self, who: Mentor) -> None:
        if who.name not in self.added:
            self.adds_a_contact(who)
            return
        self.says(who, f"remove {who.desk} from the {self.random.choice(('meetings', 'series'))} with {who.name}")

    def goes_away(self, who: Mentor) -> None:
        begins = self.world.clock.now() + self.random.randrange(2, 20) * DAY
        ends = begins + self.random.randrange(1, 8) * DAY
        self.write(f"away {begins.day} {begins:%b} - {ends.day} {ends:%b}")

    def asks_when(self, who: Mentor) -> None:
        self.says(who, "when next?")

    def answers_own_copy(self, got: Got) -> None:
        """Their own program accepts or declines; a decline means "I can't make it" (`policy.md`)."""
        event = message(got.calendar).events[0]
        now = self.world.clock.now()
        coming = next((s for s in self.diary.live(now, now + 60 * DAY) if s.uid == event.uid), None)
        if self.quiet or coming is None or self.count >= self.most:
            return
        answer = self.random.choice(("ACCEPTED", "ACCEPTED", "ACCEPTED", "DECLINED"))
        lines = [f"DTSTAMP:{utc(now)}", f"SEQUENCE:{event.sequence}", f"ORGANIZER:mailto:{OURS}"]
        lines.append(f"ATTENDEE;PARTSTAT={answer}:mailto:{self.email}")
        if event.rule and answer == "DECLINED":
            lines.append(f"RECURRENCE-ID:{utc(coming.original)}")
        elif event.one is not None:
            lines.append(f"RECURRENCE-ID:{utc(event.one)}")
        self.count += 1
        id = self.world.fresh_id()
        raw = write(
            sender=f"{self.name} <{self.email}>",
            to=OURS,
            subject=f"{answer}: {event.summary}",
            text=itip("REPLY", event.uid, lines),
            at=now,
            message_id=id,
            body_type="text/calendar; method=REPLY; charset=utf-8",
        )
        about = event.summary.partition(" and ")[2].partition(":")[0]
        says = f"(own calendar) {answer} {event.uid[:6]}"
        self.world.post(Written(id, self.first, says, now, raw, genuine=True, about=about))
