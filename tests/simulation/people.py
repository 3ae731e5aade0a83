"""People who behave: protégés who answer what they really got, mentors who answer or don't, and Mallory."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from simulation.mails import OURS, Got, Shown, bounce, plain, tap_words, write
from simulation.world import World, Written

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
WORDS = ("pricing", "hiring", "testing", "design", "research", "writing", "budgets", "teams", "data", "sales")


def some_time(random: Random, most_days: float = 4) -> timedelta:
    """Mostly within hours, sometimes days."""
    return timedelta(minutes=2) + most_days * DAY * random.random() ** 4


# --- mentors and other people


@dataclass(slots=True)
class Mentor:
    """Gets letters, answers in one of many ways. What they did is kept for the oracles."""

    name: str
    email: str
    random: Random
    world: World
    stopped: datetime | None = None
    declined: datetime | None = None
    silent: bool = False
    other_accounts: list[str] = field(default_factory=list)
    got: list[Got] = field(default_factory=list)

    def reads(self, got: Got) -> None:
        self.got.append(got)
        if self.silent:
            return
        acts = {
            self.keeps_silent: 44,
            self.says_yes: 10,
            self.says_later: 7,
            self.says_no: 8,
            self.says_stop: 5,
            self.asks: 6,
            self.thanks: 3,
            self.is_away: 8,
            self.writes_from_elsewhere: 4,
            self.mumbles: 3,
            self.bounces: 4,
            self.tells_the_protege: 4,
            self.is_never_there: 3,
        }
        act = self.random.choices(list(acts), list(acts.values()))[0]
        self.world.later(some_time(self.random, 7), lambda: act(got))

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
        if "stop writing" in text:
            self.stopped = now
        self.world.post(mail, recipient=to)


# --- protégés


@dataclass(slots=True)
class Owner:
    """A protégé. Answers what arrives, mostly sensibly, and now and then does something by themselves."""

    first: str
    name: str
    email: str
    random: Random
    world: World
    mentors: dict[str, Mentor]
    most: int = 45
    got: list[Got] = field(default_factory=list)
    count: int = 0
    quiet: bool = False
    unproven: list[Written] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.world.readers[self.email] = self.reads
        self.world.readers["told " + self.email] = self.was_told

    # --- writing

    def write(
        self,
        text: str,
        *,
        re_: Got | None = None,
        to: str = "",
        subject: str = "",
        approves: tuple[Shown, ...] = (),
        about: str = "",
        expects: str = "one",
        cc: str = "",
        proven: bool = True,
        with_id: bool = True,
        genuine: bool = True,
    ) -> Written:
        now, id = self.world.clock.now(), self.world.fresh_id()
        self.count += 1
        recipient = to or (re_.reply_to[0] if re_ and re_.reply_to else OURS)
        title = subject or (re_.subject if re_ else "")
        body = text
        if re_ is not None and with_id and self.random.random() < 0.5:
            body += f"\n\nOn {re_.at:%a, %d %b %Y} at {re_.at:%H:%M}, Robin wrote:\n" + "\n".join(
                "> " + x for x in re_.text.split("\n")
            )
        raw = write(
            sender=f"{self.name} <{self.email}>",
            to=recipient,
            cc=cc,
            subject=title,
            text=body,
            at=now,
            message_id=id,
            in_reply_to=re_.message_id if re_ and with_id else "",
            references=re_.references if re_ and with_id else (),
        )
        mail = Written(
            id,
            self.first,
            text,
            now,
            raw,
            proven=proven,
            genuine=genuine and proven,
            approves=approves,
            about=about or (re_.about if re_ else ""),
            expects=expects if proven else "any",
        )
        self.world.post(mail, recipient=recipient if recipient.startswith("assistant") else OURS)
        return mail

    # --- reading

    def reads(self, got: Got) -> None:
        self.got.append(got)
        if self.quiet:
            self.world.later(HOUR * self.random.random(), lambda: self.settles(got))
        elif self.count < self.most:
            self.world.later(some_time(self.random), lambda: self.settles(got) or self.answers(got))

    def settles(self, got: Got) -> bool:
        """The questions that are always answered, and truthfully."""
        text = got.text
        if "I DON'T KNOW whether" in text:
            subject = re.findall(r'whether "(.*)" reached', text)[-1:]
            reached = any(
                g.subject == s and g.to != self.email
                for g in self.world.got
                for s in subject
                if g.cc == (self.email,) or g.calendar
            )
            if got.about:
                self.write("YES" if reached else "NO", re_=got)
            else:  # a digest that repeats the question: answered where it belongs
                name = re.findall(r'" reached (\w+)', text)[-1]
                there = next((g for g in reversed(self.got) if g.about == name and g.reply_to), None)
                self.write("YES" if reached else "NO", re_=there, with_id=False, expects="any") if there else None
        elif got.subject.removeprefix("Re: ") == "Was this you?":
            self.was_it_me(got)
        else:
            return False
        return True

    def was_it_me(self, got: Got) -> None:
        """YES only to what they wrote themselves: the subject is theirs, and it is not more than they wrote."""
        count = re.search(r"(\d+) mails in your name", text := got.text)
        subject = re.search(r"^Subject: (.*)$", text, re.MULTILINE)
        mine = [m for m in self.unproven if subject and f"\r\nSubject: {subject[1]}\r\n".encode() in m.raw]
        if mine and (int(count[1]) if count else 1) <= len(self.unproven):
            self.write("YES", re_=got, expects="any")
            for mail in mine:
                mail.released = True
            self.unproven.clear()
        elif self.random.random() < 0.5:
            self.write("NO", re_=got, expects="any")

    def answers(self, got: Got) -> None:
        text = got.text
        if self.count >= self.most:
            return
        if "What do you want to be able to do in two years?" in text:
            mentor = self.random.choice(list(self.mentors.values()))
            self.named.add(mentor.name)
            topic = self.random.choice(WORDS)
            self.write(
                f"1. lead a {topic} team because I love it\n2. {mentor.name} M, {mentor.email}\n3. your talk on {topic} made my team change its plan",
                re_=got,
            )
        elif got.drafts and "What waits" not in got.subject:
            self.decides(got)
        elif text.startswith("APPROVED"):
            if self.random.random() < 0.15:
                self.write("UNDO", re_=got, with_id=self.random.random() < 0.7)
        elif "WHO WAS THIS?" in text:
            real = any(account in text for m in self.mentors.values() for account in m.other_accounts)
            self.write("YES" if real else "NO", re_=got)
        elif "SAYS YES" in text:
            self.makes_a_date(got)
        elif "ASKS YOU SOMETHING" in text:
            self.write(
                f"EDIT\nThank you for asking, that is question {self.count} of mine. No worries if not.", re_=got
            )
        elif "not sure what it means" in text or "What did they say: YES, LATER or NO?" in text:
            self.write(
                self.random.choice(("ANSWERED YES", "ANSWERED LATER", "ANSWERED NO", "ANSWERED QUESTION")), re_=got
            )
        elif text.startswith("EXPIRED"):
            self.write(self.random.choice(("1", "2", f"REACH OUT TO {got.about}")), re_=got)
        elif "still need" in text or "needs" in got.head:
            self.write(f"why: your talk on {self.random.choice(WORDS)} changed how we plan", re_=got)
        elif "notes" in text.lower() and self.random.random() < 0.3:
            self.write("notes:\n- She said pricing is about value\nActions:\n- I send the deck by Friday\n", re_=got)

    def makes_a_date(self, got: Got) -> None:
        day = self.world.clock.now() + self.random.randrange(6, 15) * DAY
        while day.weekday() > 4:
            day += DAY
        self.write(f"COFFEE WITH {got.about} {day:%Y-%m-%d} {self.random.randrange(10, 16)}:00 Café Luna", re_=got)

    def decides(self, got: Got) -> None:
        """A word on the drafts that a mail shows."""
        shown, roll = got.drafts, self.random.random()
        word = "SEND ANYWAY" if "Reply SEND ANYWAY" in got.text or "\n- Better:" in got.text else "SEND"
        if "It can't go like this" in got.text:
            self.write(f"EDIT\nHi,\n\na shorter note, number {self.count}. No worries if it doesn't fit.", re_=got)
        elif roll < 0.34:
            self.write(self.random.choice((word, word, "yes" if word == "SEND" else word)), re_=got, approves=shown)
        elif roll < 0.44 and shown[0].code and len(shown) == 1:
            self.write(f"{word} {shown[0].code}", approves=shown, about=got.about)
        elif roll < 0.54:
            # A tap link whose body was lost or an answer by hand to the thread's address: what they saw last is meant.
            self.write(word, re_=got, with_id=False, approves=self.newest(got.about))
        elif roll < 0.60:
            self.write("SHORTER", re_=got)
        elif roll < 0.66:
            self.write(
                f"EDIT\nHi,\n\nmy own words, number {self.count} of {self.first}. No worries if it doesn't fit.",
                re_=got,
            )
        elif roll < 0.70:
            self.write("SKIP", re_=got)
        elif roll < 0.73:
            self.write("LATER fri", re_=got)
        elif roll < 0.75:
            self.write("STOP", re_=got)
        elif roll < 0.77:
            self.write(f"{word}\nSHORTER", re_=got)
        elif roll < 0.79:
            self.write("no", re_=got)
        elif roll < 0.84:
            self.sends_it_herself(got)
        elif roll < 0.87:
            self.write("SENT", re_=got)
        elif roll < 0.9:
            self.write(self.random.choice(("ANSWERED", "why?", "thanks!")), re_=got, expects="any")

    def newest(self, about: str) -> tuple[Shown, ...]:
        """What a bare word can mean for this reader: the drafts that they saw last in that person's thread."""
        return next((g.drafts for g in reversed(self.got) if g.about == about and g.drafts), ())

    def meant_by(self, old: Got) -> tuple[Shown, ...]:
        """What a SEND to this mail can mean: what it shows; where it shows nothing, the draft of its thread."""
        return () if "What waits" in old.subject else old.drafts or self.newest(old.about)

    def sends_it_herself(self, got: Got) -> None:
        """From their own mailbox, with a hidden copy to the thread."""
        mentor = self.mentors.get(got.about)
        if mentor is None:
            return
        bcc = re.search(r"bcc=(assistant%2B\w+)@", got.text)
        now, id = self.world.clock.now(), self.world.fresh_id()
        raw = write(
            sender=f"{self.name} <{self.email}>",
            to=mentor.email,
            subject=got.drafts[0].subject,
            text=got.drafts[0].text,
            at=now,
            message_id=id,
        )
        recipient = bcc[1].replace("%2B", "+") + "@example.org" if bcc else OURS
        self.count += 1
        self.world.post(
            Written(id, self.first, "(own mail, hidden copy)", now, raw, about=got.about, expects="none"),
            recipient=recipient,
        )

    def was_told(self, letter: Got) -> None:
        """A person answered them directly."""
        name = letter.to.partition("@")[0].title()
        how = self.random.choice(("yes, next week", "no", "later, in March"))
        if self.count < self.most:
            self.write(f"{name} answered: {how}", about=name)

    # --- by themselves

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
            }
            self.random.choices(list(acts), list(acts.values()))[0]()
        self.world.later(timedelta(hours=4) + 4 * DAY * self.random.random(), self.acts)

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
            return self.names_somebody()
        who = self.random.choice(known)
        self.write(f"REACH OUT TO {who.name}", about=who.name)

    def answers_an_old_mail(self) -> None:
        """SEND or UNDO to a mail from long ago: it says what it showed, and nothing else."""
        if not self.got:
            return
        old = self.random.choice(self.got)
        word = self.random.choice(("SEND", "SEND", "yes", "UNDO", "SKIP", "why?", "EDIT"))
        self.write(
            word,
            re_=old,
            approves=self.meant_by(old) if word in ("SEND", "yes") else (),
            expects="any" if word == "yes" or "Was this you?" in old.subject else "one",
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


# --- Mallory


@dataclass(slots=True)
class Mallory:
    """Forges, replays, guesses. Knows every address, Message-ID and code that ever stood in a mail."""

    random: Random
    world: World
    owners: list[Owner]
    mentors: list[Mentor]

    def acts(self) -> None:
        if self.world.chaos.calm:
            return
        owner = self.random.choice(self.owners)
        acts = (
            self.forges,
            self.forges,
            self.replays,
            self.poses_as_a_mentor,
            self.says_hello,
            self.claims_an_id,
            self.follows_an_odd_mail,
            self.lists,
        )
        self.random.choice(acts)(owner)
        self.world.later(timedelta(hours=5) + 12 * DAY * self.random.random(), self.acts)

    def _post(
        self,
        raw: bytes,
        id: str,
        says: str,
        now: datetime,
        *,
        proven: bool,
        to: str = OURS,
        human: bool = True,
        about: str = "",
    ) -> None:
        self.world.post(
            Written(id, "Mallory", says, now, raw, proven=proven, expects="none", human=human, about=about),
            recipient=to,
        )

    def _forged(self, owner: Owner, word: str, got: Got | None) -> None:
        now, id = self.world.clock.now(), self.world.fresh_id()
        to = got.reply_to[0] if got and got.reply_to else OURS
        more = self.random.choice(
            (
                (),
                (f"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org",),
                (f"Reply-To: mallory@example.org",),
            )
        )
        raw = write(
            sender=f"{owner.name} <{owner.email}>",
            to=to,
            subject="Re: " + (got.subject if got else ""),
            text=word,
            at=now,
            message_id=id,
            in_reply_to=got.message_id if got and self.random.random() < 0.5 else "",
            more=more,
        )
        self._post(raw, id, f"as {owner.first}: {word}", now, proven=False, to=to)

    def forges(self, owner: Owner) -> None:
        got = next((g for g in reversed(owner.got) if g.drafts), None)
        word = self.random.choice(
            ("SEND", "SEND", "yes", f"SEND {got.drafts[0].code}" if got else "SEND K7Q2", "pause all", "stop Minerva")
        )
        self._forged(owner, word, got)

    def follows_an_odd_mail(self, owner: Owner) -> None:
        """Right behind a mail of the protégé's own that nothing proves: does their YES release this one too?"""
        if not owner.quiet and owner.count < owner.most:
            owner.comes_from_an_odd_provider()
            self.world.later(timedelta(minutes=self.random.randrange(1, 25)), lambda: self.forges(owner))

    def replays(self, owner: Owner) -> None:
        """An old mail of the protégé's, bit for bit: its signature is still good."""
        genuine = [
            m for m in self.world.written.values() if m.author == owner.first and m.proven and m.arrived is not None
        ]
        if genuine:
            old = self.random.choice(genuine)
            self.world.say(f"Mallory replays {old.message_id} ({old.says!r})")
            self.world.later(timedelta(minutes=5), lambda: self.world._arrives(old, 7, OURS))

    def poses_as_a_mentor(self, owner: Owner) -> None:
        mentor = self.random.choice(self.mentors)
        got = mentor.got[-1] if mentor.got else None
        now, id = self.world.clock.now(), self.world.fresh_id()
        to = got.reply_to[0] if got else OURS
        sender = self.random.choice((mentor.email, "mallory@example.org"))
        raw = write(
            sender=f"{mentor.name} <{sender}>",
            to=to,
            subject="Re: your note",
            text="Yes, send me your password.",
            at=now,
            message_id=id,
            in_reply_to=got.message_id if got else "",
        )
        self._post(
            raw,
            id,
            f"as {mentor.name}, from {sender}",
            now,
            proven=sender.startswith("mallory"),
            to=to,
            about=mentor.name,
        )

    def says_hello(self, owner: Owner) -> None:
        now, id = self.world.clock.now(), self.world.fresh_id()
        raw = write(
            sender="Mallory <mallory@example.org>",
            to=OURS,
            subject="hi",
            text=self.random.choice(("hi", "STATUS", "SEND")),
            at=now,
            message_id=id,
        )
        self._post(raw, id, "hi", now, proven=True)

    def claims_an_id(self, owner: Owner) -> None:
        """A mail with one of the assistant's own Message-IDs: no copy, no proof, no sign that copies are shown."""
        known = [g for g in self.world.got if g.cc or g.calendar]
        if known:
            got = self.random.choice(known)
            now = self.world.clock.now()
            raw = write(
                sender="Mallory <mallory@example.org>",
                to=OURS,
                subject="hi",
                text="hello there",
                at=now,
                message_id=got.message_id,
            )
            self.world.inbox.append((raw, now))
            self.world.say(f"Mallory claims {got.message_id[:10]}")

    def lists(self, owner: Owner) -> None:
        now, id = self.world.clock.now(), self.world.fresh_id()
        raw = write(
            sender="News <news@example.org>",
            to=OURS,
            subject="Our news",
            text="Buy things.",
            at=now,
            message_id=id,
            more=("List-Id: <news.example.org>", "Precedence: bulk"),
        )
        self._post(raw, id, "a newsletter", now, proven=True, human=False)


def same_words(one: str, other: str) -> bool:
    return plain(one) == plain(other)
