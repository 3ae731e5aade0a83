"""What protégés do by themselves: new names, wishes, stops, old mails answered again, mails that nothing proves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from simulation.mails import OURS, Got, tap_words
from simulation.mentors import DAY, Mentor
from simulation.owner import WORDS
from simulation.plans import Planner


@dataclass(slots=True)
class Whimsical(Planner):
    """A protégé with whims. `acts` starts them. busy: most of their whims are about meetings."""

    busy: bool = False

    def acts(self) -> None:
        """One act out of the blue, and the next one some days later."""
        if self.quiet:
            return
        if self.count < self.most:
            acts = {
                self.asks_something: 6,
                self.mumbles: 3,
                self.names_somebody: 12,
                self.reaches_out: 16,
                self.answers_an_old_mail: 10,
                self.stops: 2,
                self.pauses: 2,
                self.corresponds: 3,
                self.floods: 2,
                self.comes_from_an_odd_provider: 7,
                self.reminds: 2,
                self.taps: 8,
                self.meets: 3,
                self.thanks: 6,
                self.plans: 140 if self.busy else 5,
            }
            self.random.choices(list(acts), list(acts.values()))[0]()
        most = 1.6 if self.busy else 4
        self.world.later(timedelta(hours=4) + most * DAY * self.random.random(), self.acts)

    def someone(self) -> Mentor:
        return self.random.choice(list(self.mentors.values()))

    def asks_something(self) -> None:
        self.write(
            self.random.choice(("STATUS", "HELP", "log", "goals", "actions")),
            subject=self.random.choice(("", "a question")),
        )

    def mumbles(self) -> None:
        self.write(f"the quick brown fox number {self.count} jumped", expects="any")

    def names_somebody(self) -> None:
        who = next((m for m in self.mentors.values() if m.name not in self.named), self.someone())
        self.named.add(who.name)
        self.write(
            f"new mentor {who.name} M {who.email} — your talk on {self.random.choice(WORDS)} changed our plan",
            about=who.name,
        )

    def reaches_out(self) -> None:
        known = [m for m in self.mentors.values() if m.name in self.named]
        if not known:
            self.names_somebody()
            return
        who = self.random.choice(known)
        self.write(f"REACH OUT TO {who.name}", about=who.name)

    def answers_an_old_mail(self) -> None:
        """SEND or UNDO to a mail from long ago: it says what it showed, and nothing else."""
        mails = [g for g in self.got if "Was this you?" not in g.subject]  # nobody takes a forger's mail for their own
        if not mails:
            return
        old = self.random.choice(mails)
        word = self.random.choice(("SEND", "SEND", "yes", "UNDO", "SKIP", "why?", "EDIT"))
        self.write(
            word,
            re_=old,
            approves=self.meant_by(old) if word in ("SEND", "yes") else (),
            expects="any" if word == "yes" else "one",
        )

    def taps(self) -> None:
        """A tap link of some mail of the last days, as it stands there."""
        tappable = [g for g in self.got[-6:] if tap_words(g.text) and "Was this you?" not in g.subject]
        if not tappable:
            return
        got = self.random.choice(tappable)
        word = self.random.choice([w for w in tap_words(got.text) if "\n" not in w])
        sends = tuple(
            d for g in self.got for d in g.drafts if word.startswith("SEND") and d.code and d.code in word.split()
        )
        if word.split()[0] == "SEND" and not sends:
            return
        self.write(word, re_=got, with_id=False, approves=sends, expects="any" if word in ("YES", "NO") else "one")

    def stops(self) -> None:
        who = self.someone()
        self.write(f"stop {who.name}", about=who.name)

    def pauses(self) -> None:
        self.write("pause all")
        self.world.later(2 * DAY * self.random.random(), lambda: self.write("resume") and None)

    def corresponds(self) -> None:
        who = self.someone()
        self.write(
            f"Hi {who.name}, see you soon.",
            to=who.email,
            cc=OURS,
            subject="see you",
            about=who.name,
            expects="none",
            genuine=False,
        )

    def floods(self) -> None:
        for _ in range(9):
            self.write("STATUS")

    def reminds(self) -> None:
        self.write(f"remind me in 2 weeks to water plant {self.count}")

    def thanks(self) -> None:
        """Another letter to somebody who may have got one today."""
        known = [m for m in self.mentors.values() if m.name in self.named]
        if known:
            who = self.random.choice(known)
            self.write(f"thank {who.name}: slide {self.count} of your talk changed our plan", about=who.name)

    def meets(self) -> None:
        who = self.someone()
        self.write(f"meet {who.name} monthly first tue 16:00 45min", about=who.name)

    def comes_from_an_odd_provider(self) -> None:
        """Genuine, but nothing proves it."""
        latest = self.newest_shown()
        if latest is not None and self.random.random() < 0.5:
            mail = self.write("SEND", re_=latest, subject=f"odd {self.count}", approves=latest.drafts, proven=False)
        else:
            mail = self.write("STATUS", subject=f"odd {self.count}", proven=False)
        self.unproven.append(mail)

    def newest_shown(self) -> Got | None:
        return next((g for g in reversed(self.got) if g.drafts), None)
