"""kill -9 of the real daemon at random instants, with a real Dovecot and a real Postfix: what was lost or came twice?

`python tests/servers/kill9.py [KILLS] [SEED]` plays conversations of two protégés with two people while the daemon is
killed and started again; a part of the kills waits for an instant inside a submission. In the end an oracle that knows
only what people wrote counts what lies in everybody's mailbox. Needs root (Postfix). 200 kills take some ten minutes.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Lock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from email.message import EmailMessage
from email.utils import format_datetime

from servers.ledger import BOUNCE, NAMES, Ledger
from servers.smtp_tap import SmtpTap, Step
from servers.whole import ADA, BEN, LEE, MINERVA, OURS, Whole, why_not

from assistant.bootstrap import open_store
from assistant.config import load
from assistant.mentoring.letters import LetterState

MOVING = (LetterState.APPROVED, LetterState.SENDING, LetterState.IN_DOUBT)
SPEED = 60.0  # an hour of the daemon is a minute: limits an hour do not slow the play, and doubts last a second
A_MINUTE = 65  # mails of one protégé in an hour of the daemon's clock: over 100 answers, it joins several in one
CALM = 120.0  # seconds after the last kill for everything to find its end
Wait = Iterator[None]


@dataclass
class Play:
    """Each conversation is a generator that waits by yielding; all of them go on side by side."""

    whole: Whole
    ledger: Ledger
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    tags: int = 0
    ending: bool = False

    def asks(self, who: str, text: str, answers: EmailMessage | None = None) -> Generator[None, None, EmailMessage]:
        """Writes; done when the answer is there. Use `yield from`. Slow enough that answers are never joined."""
        while sum(at > time.monotonic() - 3600 / SPEED for at in self.times[who]) >= A_MINUTE:
            yield
        self.times[who].append(time.monotonic())
        id = self.whole.write(who, text, answers=answers)
        self.ledger.asked.add(id)
        while not self.ledger.answers[id]:
            yield
        return self.ledger.answers[id][0]

    def begins(self, who: str, mentors: list[str]) -> Wait:
        yield from self.asks(who, "hi")
        for mentor in mentors:
            yield from self.asks(who, f"new mentor {NAMES[mentor]} {mentor}")

    def talks(self, who: str, mentor: str, rounds: int) -> Wait:
        """Thanks, approved and sent; an answer to it; a remark. Until the play ends, `rounds` at least."""
        while rounds > 0 or not self.ending:
            rounds -= 1
            self.tags += 1
            tip, word = f"tip {self.tags:05}", f"word {self.tags:05}"
            shown = yield from self.asks(who, f"thank {NAMES[mentor]} for her {tip}: it made us drop our free tier")
            self.ledger.wanted |= {(mentor, tip), (who, tip)}
            yield from self.asks(who, "SEND", answers=shown)
            while (mentor, tip) not in self.ledger.letters:
                yield
            self.whole.write(
                mentor, f"Thank you, I wanted you to have that {word}.", answers=self.ledger.letters[mentor, tip]
            )
            self.ledger.wanted.add((who, word))
            yield from self.asks(who, f"note about {NAMES[mentor]}: likes tea {self.tags}")
            while not self.ledger.tags[who, word]:
                yield
        yield from self._comes_back(who, mentor, self.ledger.letters[mentor, tip])

    def _comes_back(self, who: str, mentor: str, letter: EmailMessage) -> Wait:
        """The last letter bounces for good: said once, and no thanks go there any more."""
        report = BOUNCE.format(
            to=mentor, date=format_datetime(self.whole.now()), number=self.tags, id=letter["Message-ID"]
        )
        self.whole.submit("", OURS, report.replace("\n", "\r\n").encode(), self.whole.postfix.port)
        said_once = (who, f"bounce of {NAMES[mentor]}")
        self.ledger.wanted.add(said_once)
        while not self.ledger.tags[said_once]:
            yield


@dataclass
class Killer:
    """Kills the daemon, by its process id, at an instant chosen beforehand; starts it again."""

    whole: Whole
    random: Random
    kills: Counter[str] = field(default_factory=Counter)
    plan: str = ""
    due: float = 0.0
    lock: Lock = field(default_factory=Lock)  # the tap calls from its own thread

    def choose(self) -> None:
        self.plan = self.random.choices(("time", "go", "half", "dot"), (13, 2, 2, 3))[0]
        self.due = time.monotonic() + (self.random.uniform(0.1, 2.6) if self.plan == "time" else 6.0)

    def at(self, step: Step) -> bool:
        with self.lock:
            if self.plan != step:
                return False
            self.plan = "done"
            self.kills[f"inside a submission, {step}"] += 1
            self.whole.kill()
            return True

    def rest(self) -> None:
        """Enough: what runs now is left alone."""
        with self.lock:
            if self.whole.process is not None:
                self.plan = "done"

    def look(self) -> None:
        """Called all the time."""
        with self.lock:
            self._look()

    def _look(self) -> None:
        process = self.whole.process
        if process is not None and process.poll() is not None:
            raise AssertionError(f"the daemon ended by itself ({process.returncode}): {self.whole.log()[-3000:]}")
        if process is not None and self.plan != "done" and time.monotonic() >= self.due:
            self.plan = "done"
            self.kills["at a random time"] += 1
            self.whole.kill()
        if self.whole.process is None:
            self.whole.start()
            self.choose()


@dataclass(frozen=True)
class Figures:
    kills: Counter[str]
    mails: int
    lost: list[str]
    twice: list[str]
    doubts: int
    proofs: int
    again: int
    code: int
    seconds: float

    def __str__(self) -> str:
        how = ", ".join(f"{n} {where}" for where, n in sorted(self.kills.items()))
        return (
            f"{sum(self.kills.values())} kills ({how}), {self.mails} mails, "
            f"{len(self.lost)} lost, {len(self.twice)} twice, {self.doubts} letters in doubt, {self.proofs} proven, "
            f"{self.again} sent again, exit code {self.code}, {self.seconds:.0f} s"
        )


def run(kills: int, seed: int, *, rounds: int = 2) -> Figures:
    """One whole play."""
    began = time.monotonic()
    random = Random(seed)
    with Whole(speed=SPEED) as whole:
        killer = Killer(whole, random)
        with SmtpTap(whole.postfix.port, killer.at) as tap:
            whole.submission = tap.port
            whole.configure()
            ledger = Ledger(whole)
            play = Play(whole, ledger)
            whole.start()
            # Calm at first: where no copy of ours was ever seen nothing is proven, and the digest repeats the letter.
            _go(play, killer, 0, [play.begins(ADA, [MINERVA, LEE]), play.begins(BEN, [MINERVA, LEE])])
            killer.choose()
            talks = [play.talks(who, mentor, rounds) for who in (ADA, BEN) for mentor in (MINERVA, LEE)]
            _go(play, killer, kills, talks)
            _calm(whole, ledger)
            code = whole.stop()
        log = whole.log()
        return Figures(
            kills=killer.kills,
            mails=len(ledger.seen) + whole.mails,
            lost=ledger.lost(),
            twice=ledger.twice(),
            doubts=log.count(": in doubt"),
            proofs=log.count("it had left"),
            again=log.count("no proof that it left"),
            code=code,
            seconds=time.monotonic() - began,
        )


def _go(play: Play, killer: Killer, kills: int, conversations: list[Wait]) -> None:
    """All conversations side by side, until all are over; killing until it is enough."""
    open_ = list(conversations)
    last = time.monotonic()
    while open_:
        play.ending = sum(killer.kills.values()) >= kills
        if play.ending:
            killer.rest()
        killer.look()
        if not play.ending:
            last = time.monotonic()
        assert time.monotonic() - last < CALM, f"still waiting:\n{_stuck(play)}"
        play.ledger.look()
        open_ = [one for one in open_ if next(one, open_) is None]
        time.sleep(0.02)


def _stuck(play: Play) -> str:
    """Where everything lies, and what is not of every day in the logs."""
    whole = play.whole
    odd = ("joined", " error ", "limit", "nobody the books know", "set aside", "unproven", "machine")
    ours = [line for line in whole.log().splitlines() if any(word in line for word in odd)]
    posts = [line for line in whole.postfix.log().splitlines() if "deferred" in line or "bounced" in line]
    spooled = [str(path.relative_to(whole.state_folder)) for path in whole.state_folder.rglob("*.eml*")]
    inbox = [path.name for path in whole.files(OURS)]
    lines = [*play.ledger.lost(), *ours[-30:], *whole.log().splitlines()[-30:], *posts[-10:]]
    return "\n".join([*lines, f"inbox: {inbox[-20:]}", f"spool: {sorted(spooled)[-20:]}"])


def _calm(whole: Whole, ledger: Ledger) -> None:
    """Until nothing is on its way any more: every letter at its end, the queue empty."""
    config = load(whole.folder / "config.toml")

    def quiet() -> bool:
        store = open_store(config)
        moving = [x for id in store.books() for x in store.load(id).letters if x.state in MOVING]
        return not moving and not list((whole.state_folder / "spool/new").iterdir())

    if whole.process is None:
        whole.start()
    whole.until(quiet, "the end of all letters", CALM)
    ledger.look()


if __name__ == "__main__":
    if reason := why_not():
        sys.exit(reason)
    figures = run(int(sys.argv[1]) if len(sys.argv) > 1 else 200, int(sys.argv[2]) if len(sys.argv) > 2 else 9)
    sys.stdout.write(f"{figures}\n")
    for line in (*figures.lost, *figures.twice):
        sys.stdout.write(f"  {line}\n")
    sys.exit(1 if figures.lost or figures.twice else 0)
