"""The mail world: the assistant's mailbox and submission, and everything on its way. It delays, shuffles, repeats,
drops and refuses; and it writes down what really happened, for the oracles.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from simulation.fakes import Chaos, SimulatedClock
from simulation.mails import OURS, Got, Shown, id_of, read, stamped

from assistant.errors import MailboxLost, SignInRefused
from assistant.ports import Batch, Delivered, Outcome, Receipt, Watermark

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Written:
    """A mail that somebody wrote to the assistant. `arrived`: when it first was in the mailbox, None on its way.

    author: whoever really wrote it. genuine: a protégé's own, to the assistant alone, provably. approves: the drafts
    to which it says SEND. expects: how many answers it must get at the end ("one" | "none" | "any").
    """

    message_id: str
    author: str
    says: str
    at: datetime
    raw: bytes
    proven: bool = True
    genuine: bool = False
    approves: tuple[Shown, ...] = ()
    about: str = ""
    expects: str = "any"
    human: bool = True
    arrived: datetime | None = None
    released: bool = False


@dataclass(slots=True)
class Handed:
    """One submission as it really went. `reached`: the person got it."""

    at: datetime
    to: str
    outcome: str
    reached: bool
    got: Got


@dataclass(slots=True)
class World:
    """Everything outside of the assistant. `files_sent`: the provider keeps a copy of what is submitted."""

    random: Random
    clock: SimulatedClock
    chaos: Chaos
    shows_copies: bool
    files_sent: bool
    written: dict[str, Written] = field(default_factory=dict)
    handed: list[Handed] = field(default_factory=list)
    got: list[Got] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    readers: dict[str, Callable[[Got], None]] = field(default_factory=dict)
    inbox: list[tuple[bytes, datetime]] = field(default_factory=list)
    sent_folder: list[bytes] = field(default_factory=list)
    validity: int = 1
    cycle_began: datetime | None = None
    refuses: frozenset[str] = frozenset()
    _queue: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    _count: int = 0

    # --- time

    def later(self, delay: timedelta, act: Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._queue, (self.clock.now() + delay, self._count, act))

    def next_at(self) -> datetime | None:
        return self._queue[0][0] if self._queue else None

    def run_until(self, now: datetime) -> None:
        """Everything that happens out there up to now, in order."""
        while self._queue and self._queue[0][0] <= now:
            _, _, act = heapq.heappop(self._queue)
            act()

    def say(self, line: str) -> None:
        self.lines.append(f"{self.clock.now():%a %d %b %H:%M:%S}  {line}")

    def fresh_id(self) -> str:
        self._count += 1
        return f"<{self._count}.world@example.org>"

    # --- to the assistant

    def post(self, mail: Written, *, recipient: str = OURS) -> None:
        """On its way: minutes mostly, hours sometimes, and now and then twice."""
        self.written.setdefault(mail.message_id, mail)
        self.say(f"{mail.author} writes {mail.says!r} {'' if mail.proven else '(unproven) '}{mail.message_id}")
        copies = 2 if self.chaos.happens(0.06) else 1
        for hop in range(copies):
            delay = timedelta(seconds=self.random.randrange(20, 600))
            if self.chaos.happens(0.1):
                delay += timedelta(minutes=self.random.randrange(300))
            self.later(delay, lambda hop=hop: self._arrives(mail, hop, recipient))

    def _arrives(self, mail: Written, hop: int, recipient: str) -> None:
        now = self.clock.now()
        if mail.arrived is None:
            mail.arrived = now
        self.say(f"    {mail.message_id} is in the mailbox")
        self.inbox.append((stamped(mail.raw, now, proven=mail.proven, hop=hop, recipient=recipient), now))

    def redeliver(self) -> None:
        """The mailbox was rebuilt: another UIDVALIDITY, other UIDs, the same mails."""
        self.validity += 1
        self.random.shuffle(self.inbox)
        self.say(f"UIDVALIDITY is {self.validity} now")

    # --- ports.Mailbox

    def unread(self, mark: Watermark) -> Iterator[Batch]:
        self.chaos.step("before unread")
        if self.chaos.happens(0.02):
            raise MailboxLost("the connection broke")
        first = mark.uid if mark.validity == self.validity else 0
        uids = range(first + 1, len(self.inbox) + 1)
        size = self.random.choice((1, 2, 5, 50))
        for start in range(0, len(uids), size):
            batch = uids[start : start + size]
            yield Batch(Watermark(self.validity, batch[-1]), tuple(self._mail(uid) for uid in batch))
            if self.chaos.happens(0.02):
                raise MailboxLost("the connection broke in the middle")
        self.chaos.step("after unread")

    def _mail(self, uid: int) -> Delivered:
        raw, internal = self.inbox[uid - 1]
        return Delivered(uid, raw, internal, len(raw))

    def file(self, uids: Sequence[int]) -> None:
        del uids
        self.chaos.step("file for people")

    def copies(self, message_id: str) -> Sequence[bytes]:
        self.chaos.step("before copies")
        if self.chaos.happens(0.05):
            raise MailboxLost("the connection broke while looking for proof")
        everything = [*(raw for raw, _ in self.inbox), *self.sent_folder]
        return [raw for raw in everything if id_of(raw) == message_id]

    def keep_sent(self, raw: bytes) -> None:
        del raw
        self.chaos.step("keep sent")

    def wait(self, seconds: float, stop: Callable[[], bool]) -> None:
        raise AssertionError("a cycle never waits")

    # --- ports.Submission

    def submit(self, sender: str, to: str, copies: Sequence[str], raw: bytes) -> Receipt:
        del sender
        self.chaos.step("before submit")
        if self.chaos.happens(0.01):
            raise SignInRefused("not now")
        got = read(raw, self.clock.now(), self.cycle_began or self.clock.now(), to)
        if to in self.refuses:
            return self._handed(got, Outcome.REFUSED, reached=False, why="550 no such user")
        if self.chaos.happens(0.07):
            return self._handed(got, Outcome.DEFERRED, reached=False, why="451 try again later")
        if self.chaos.happens(0.05):
            return self._handed(got, Outcome.DOUBT, reached=False)
        reached_unknown = self.chaos.happens(0.05)
        refused = tuple(c for c in copies if c != OURS and self.chaos.happens(0.03))
        self._reaches(got, [c for c in copies if c not in refused])
        if reached_unknown:
            return self._handed(got, Outcome.DOUBT, reached=True)
        receipt = self._handed(got, Outcome.ACCEPTED, reached=True)
        self.chaos.step("after submit")
        return replace(receipt, copies_refused=refused)

    def has_come(self, subject: str, moment: str, zone: ZoneInfo, writer: str) -> bool:
        """What a person says who is asked: did the mail of that moment come? The same subject may have come before."""
        for one in self.handed:
            near = [(one.at - n * MINUTE).astimezone(zone) for n in range(3)]
            said = [f"{at:%a} {at.day} {at:%b} at {at:%H:%M}" for at in near]
            if one.reached and one.got.subject == subject and one.to != writer and moment in said:
                return True
        return False

    def close(self) -> None:
        pass

    def _handed(self, got: Got, outcome: Outcome, *, reached: bool, why: str = "") -> Receipt:
        self.handed.append(Handed(self.clock.now(), got.to, outcome.value, reached, got))
        if not reached or outcome is not Outcome.ACCEPTED:
            self.say(f"  submission of {got.message_id[:10]} to {got.to}: {outcome.value}, reached={reached}")
        return Receipt(outcome, why)

    def _reaches(self, got: Got, copies: Sequence[str]) -> None:
        self.got.append(got)
        self.say(
            f"  -> {got.to}: {got.subject!r} | {got.head[:110]!r} (re {got.in_reply_to or '-'}) {got.message_id[:10]}"
        )
        if self.files_sent:
            self.sent_folder.append(got.raw)
        if OURS in copies and self.shows_copies:
            delay = timedelta(seconds=self.random.randrange(1, 480))
            self.later(
                delay,
                lambda: self.inbox.append((stamped(got.raw, self.clock.now(), proven=True, hop=9), self.clock.now())),
            )
        reader = self.readers.get(got.to)
        if reader is not None:
            self.later(MINUTE, lambda: reader(got))
