"""Protégés who answer what they really got, mostly sensibly."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from simulation.mails import OURS, Got, Shown, plain, tap_words, write
from simulation.mentors import DAY, HOUR, Mentor, some_time
from simulation.world import World, Written

WORDS = ("pricing", "hiring", "testing", "design", "research", "writing", "budgets", "teams", "data", "sales")
IN_DOUBT = r'whether "(.*)" reached [^:]+: the connection broke on ([^,]*),'


@dataclass(slots=True)
class Owner:
    """A protégé. Answers what arrives; `whims` does something by itself now and then."""

    first: str
    name: str
    email: str
    random: Random
    world: World
    mentors: dict[str, Mentor]
    zone: str = "Europe/Madrid"
    most: int = 45
    sure: int = 34  # how often a draft is simply sent
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
        else:
            self.world.later(some_time(self.random), lambda: self.settles(got) or self.answers(got))

    def settles(self, got: Got) -> bool:
        """The questions that are always answered, and truthfully."""
        text = got.text
        if "I DON'T KNOW whether" in text:
            subject, moment = re.findall(IN_DOUBT, plain(text))[-1]
            reached = self.world.has_come(subject, moment, ZoneInfo(self.zone), self.email)
            if got.about:
                self.write("YES" if reached else "NO", re_=got)
            else:  # a digest repeats the question: answered where it belongs
                name = re.findall(r'" reached (\w+)', text)[-1]
                there = next((g for g in reversed(self.got) if g.about == name and g.reply_to), None)
                self.write("YES" if reached else "NO", re_=there, with_id=False, expects="any") if there else None
        elif got.subject.removeprefix("Re: ") == "Was this you?":
            self.was_it_me(got)
        elif "could be to any" in text:
            self.tells_them_apart(got)
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
        """What a sensible reader does about it, if anything."""
        if self.count >= self.most:
            return
        if got.drafts and "What waits" not in got.subject:
            self.decides(got)
            return
        reactions = {
            "What do you want to be able to do in two years?": self.tells_of_themselves,
            "APPROVED": self.thinks_again,
            "WHO WAS THIS?": self.knows_who_it_was,
            "SAYS YES": self.makes_a_date,
            "ASKS YOU SOMETHING": self.writes_an_answer,
            "not sure what it means": self.says_what_it_means,
            "What did they say: YES, LATER or NO?": self.says_what_it_means,
            "EXPIRED": self.says_what_holds_them_back,
            "still need": self.says_why,
            "Still in the calendars": self.clears_their_calendar,
            "PROPOSES ANOTHER TIME": self.taps_one,
            "which reason is true": self.taps_one,
            "What comes after it?": self.taps_one,
            "Reply with the number": self.names_the_first,
            "notes": self.sends_notes,
        }
        react = next((act for words, act in reactions.items() if words in got.text), None)
        if react is not None:
            react(got)

    def tells_of_themselves(self, got: Got) -> None:
        mentor = self.random.choice(list(self.mentors.values()))
        self.named.add(mentor.name)
        topic = self.random.choice(WORDS)
        three = f"your talk on {topic} made my team change its plan"
        self.write(f"1. lead a {topic} team because I love it\n2. {mentor.name} M, {mentor.email}\n3. {three}", re_=got)

    def thinks_again(self, got: Got) -> None:
        if self.random.random() < 0.15:
            self.write("UNDO", re_=got, with_id=self.random.random() < 0.7)

    def knows_who_it_was(self, got: Got) -> None:
        real = any(account in got.text for m in self.mentors.values() for account in m.other_accounts)
        if got.about:  # in a digest, which may repeat the question, a YES is only noted
            self.write("YES" if real else "NO", re_=got)

    def tells_them_apart(self, got: Got) -> None:
        """A reply in the mail that asks who it was; a day later once more what became of the letter in doubt."""
        for asked in [g for g in self.got if g.about == got.about and "WHO WAS THIS?" in g.text][-1:]:
            self.knows_who_it_was(asked)
        for doubt in [g for g in self.got if "I DON'T KNOW" in g.text and got.about in g.text][-1:]:
            self.world.later(DAY, partial(self.settles, doubt))

    def writes_an_answer(self, got: Got) -> None:
        self.write(f"EDIT\nThank you for asking, that is question {self.count} of mine. No worries if not.", re_=got)

    def says_what_it_means(self, got: Got) -> None:
        meaning = self.random.choice(("YES", "LATER", "NO", "QUESTION"))
        self.write(f"ANSWERED {meaning}", re_=got)

    def says_what_holds_them_back(self, got: Got) -> None:
        self.write(self.random.choice(("1", "2", f"REACH OUT TO {got.about}")), re_=got)

    def says_why(self, got: Got) -> None:
        self.write(f"why: your talk on {self.random.choice(WORDS)} changed how we plan", re_=got)

    def sends_notes(self, got: Got) -> None:
        if self.random.random() < 0.3:
            self.write("notes:\n- She said pricing is about value\nActions:\n- I send the deck by Friday\n", re_=got)

    def makes_a_date(self, got: Got) -> None:
        day = self.world.clock.now() + self.random.randrange(6, 15) * DAY
        while day.weekday() > 4:
            day += DAY
        self.write(f"COFFEE WITH {got.about} {day:%Y-%m-%d} {self.random.randrange(10, 16)}:00 Café Luna", re_=got)

    def clears_their_calendar(self, got: Got) -> None:
        if got.about:  # not in a digest
            self.write(self.random.choice(("YES", "YES", "NO")), re_=got)

    def taps_one(self, got: Got) -> None:
        words = [w for w in tap_words(got.text) if "\n" not in w and not w.startswith(("SEND", "UNDO"))]
        if words:
            self.write(self.random.choice(words), re_=got, with_id=False, expects="any")

    def names_the_first(self, got: Got) -> None:
        self.write("1", re_=got, expects="any")

    def decides(self, got: Got) -> None:
        """A word on the drafts that a mail shows: mostly a SEND, in one of the ways in which people say it."""
        shown = got.drafts
        if "PROPOSES ANOTHER TIME" in got.text and self.random.random() < 0.35:
            self.write("NO", re_=got)
            return
        word = "SEND ANYWAY" if "Reply SEND ANYWAY" in got.text or "\n- Better:" in got.text else "SEND"
        own = f"EDIT\nHi,\n\nmy own words, number {self.count} of {self.first}. No worries if it doesn't fit."
        if "It can't go like this" in got.text:
            self.write(own, re_=got)
            return
        acts: list[tuple[int, Callable[[], object]]] = [
            (
                self.sure,
                lambda: self.write("yes" if word == "SEND" and self.count % 3 == 0 else word, re_=got, approves=shown),
            ),
            (10, lambda: self.sends_by_code(got, word)),
            # A tap link whose body was lost, or a word by hand to the thread's address: what they saw last is meant.
            (10, lambda: self.write(word, re_=got, with_id=False, approves=self.newest(got.about))),
            (6, lambda: self.write("SHORTER", re_=got)),
            (6, lambda: self.write(own, re_=got)),
            (4, lambda: self.write("SKIP", re_=got)),
            (3, lambda: self.write("LATER fri", re_=got)),
            (2, lambda: self.write("STOP", re_=got)),
            (2, lambda: self.write(f"{word}\nSHORTER", re_=got)),
            (2, lambda: self.write("no", re_=got)),
            (5, lambda: self.sends_it_herself(got)),
            (3, lambda: self.write("SENT", re_=got)),
            (3, lambda: self.write(self.random.choice(("ANSWERED", "why?", "thanks!")), re_=got, expects="any")),
            (10, lambda: None),
        ]
        act = self.random.choices([act for _, act in acts], [weight for weight, _ in acts])[0]
        act()

    def sends_by_code(self, got: Got, word: str) -> None:
        """From anywhere: the code names the draft."""
        shown = got.drafts
        if len(shown) == 1 and shown[0].code:
            self.write(f"{word} {shown[0].code}", approves=shown, about=got.about)
        else:
            self.write(word, re_=got, approves=shown)

    def newest(self, about: str) -> tuple[Shown, ...]:
        """What a bare word can mean for this reader: the drafts that they saw last in that person's thread."""
        return next((g.drafts for g in reversed(self.got) if g.about == about and g.drafts), ())

    def meant_by(self, old: Got) -> tuple[Shown, ...]:
        """What a SEND to this mail can mean: what it shows; where it shows nothing, the draft of its thread."""
        there = next((g.drafts for g in reversed(self.got) if g.reply_to == old.reply_to and g.drafts), ())
        return () if "What waits" in old.subject else old.drafts or there

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
