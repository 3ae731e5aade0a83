"""One run from one seed: people, mail, crashes, at least sixty days, and then calm until everything has settled."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import ClassVar

from simulation.fakes import Chaos, Crash, Disk, MemorySpool, MemoryStore, SimulatedClock
from simulation.mails import OURS, SERVER
from simulation.mallory import Mallory
from simulation.mentors import Mentor
from simulation.programs import Program
from simulation.whims import Whimsical
from simulation.world import World

from assistant.bootstrap import loader, zone_data
from assistant.engine.desk import Desk
from assistant.engine.engine import Engine
from assistant.engine.receive import Parts
from assistant.errors import AssistantError
from assistant.mentoring.book import Asks, Book, Protege
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outbox import stands_against
from assistant.mentoring.policy import Policy
from assistant.mentoring.tokens import Tokens
from assistant.reading.trust import Authserv
from assistant.writing.twin import Twin
from assistant.writing.wording import Wordsmith

DAYS = 60
CALM_DAYS = 30
AROUND = ("save", "save mailbox", "put", "file", "requeue", "unread", "submit")
STEPS = (
    *(f"{when} {what}" for what in AROUND for when in ("before", "after")),
    *("keep sent", "before copies", "file for people", ""),
)


@lru_cache(maxsize=1)
def desk() -> Desk:
    """Real words and tokens; read-only, so all runs share it."""
    templates = loader(None)
    return Desk(
        wordsmith=Wordsmith(templates, "Robin", "Grace"),
        twin=Twin(templates),
        zone_data=zone_data,
        tokens=Tokens(b"k" * 32, OURS, True),
        assistant_name="Robin",
        operator="Grace",
    )


@dataclass(slots=True)
class Run:
    """A seed's world, and what is known of it at the end."""

    seed: int
    random: Random
    clock: SimulatedClock
    chaos: Chaos
    disk: Disk
    world: World
    owners: list[Whimsical]
    mentors: list[Mentor]
    policy: Policy
    cycles: int = 0
    surprises: list[str] = field(default_factory=list)

    least: ClassVar = timedelta(days=DAYS)

    @property
    def began(self) -> datetime:
        return start_of(self.seed)

    def summary(self) -> str:
        kind = f"own copies {'come home' if self.world.shows_copies else 'never come home'}"
        crashes = f"{self.chaos.crashes.total()} crashes, mostly {self.chaos.focus or 'anywhere'}"
        return f"{self.cycles} cycles, {len(self.world.written)} mails in, {len(self.world.got)} out, {crashes}; {kind}"

    def engine(self) -> Engine:
        """A process just started: it knows what the disk knows."""
        parts = Parts(
            store=MemoryStore(self.disk, self.chaos),
            spool=MemorySpool(self.disk, self.chaos),
            mailbox=self.world,
            clock=self.clock,
            desk=desk(),
            trust=Authserv(SERVER),
            policies=dict.fromkeys(self.disk.books, self.policy),
        )
        return Engine(parts, self.world)


def start_of(seed: int) -> datetime:
    random = Random(f"{seed}/start")
    return datetime(2026, 1, 5, 7, tzinfo=UTC) + timedelta(days=random.randrange(360))


def prepare(seed: int) -> Run:
    random = Random(f"{seed}/world")
    clock = SimulatedClock(start_of(seed))
    chaos = Chaos(Random(f"{seed}/chaos"), clock, crash=random.choice((0.0, 0.002, 0.006)), focus=random.choice(STEPS))
    shows = random.random() < 0.7
    world = World(random, clock, chaos, shows_copies=shows, files_sent=shows and random.random() < 0.5)
    names = ("Minerva", "Lee", "Kofi", "Jonas")[: random.randrange(2, 5)]
    busy = random.random() < 0.6  # a run that is about meetings
    mentors = [Mentor(name, f"{name.lower()}@example.org", random, world, friendly=busy) for name in names]
    proteges = [Protege("ada", "Ada Byron", "ada@example.org", zone="Europe/Madrid", country="ES-MD")]
    if random.random() < 0.4:
        proteges.append(Protege("ben", "Ben Okri", "ben@example.org", zone="America/New_York", country="US"))
    share = (70 if busy else 44) // len(proteges)
    known = {m.name: m for m in mentors}
    owners = [
        Whimsical(
            p.first_name,
            p.name,
            p.email,
            random,
            world,
            known,
            most=share,
            zone=p.zone,
            busy=busy,
            sure=150 if busy else 34,
        )
        for p in proteges
    ]
    _open_calendars(world, mentors, {o.first: o.email for o in owners})
    policy = Policy(mails_an_hour=random.choice((4, 20)))
    disk = Disk({p.id: Book(p) for p in proteges})
    return Run(seed, random, clock, chaos, disk, world, owners, mentors, policy)


def _open_calendars(world: World, mentors: list[Mentor], proteges: dict[str, str]) -> None:
    """A calendar program for each mentor, and one for who keeps it beside them."""
    for mentor in mentors:
        mentor.program = Program(mentor.name, mentor.email, world.random, world, proteges)
        world.readers[mentor.email] = mentor.reads
        mentor.aide = Program(mentor.name, mentor.desk, world.random, world, proteges)
        world.readers[mentor.desk] = mentor.aide.reads


def simulate(seed: int, days: int = DAYS) -> Run:
    """The whole story of one seed. The same seed always tells the same story."""
    logging.getLogger("assistant").setLevel(logging.CRITICAL + 1)
    run = prepare(seed)
    for owner in run.owners:
        run.world.later(
            timedelta(hours=3 * run.random.random()), lambda owner=owner: owner.write("hi", subject="hi") and None
        )
        run.world.later(timedelta(days=(0.1 if owner.busy else 1) + 3 * run.random.random()), owner.acts)
    mallory = Mallory(run.random, run.world, run.owners, run.mentors)
    run.world.later(timedelta(days=2 + 6 * run.random.random()), mallory.acts)
    for _ in range(run.random.randrange(3)):
        run.world.later(timedelta(days=days * run.random.random()), run.world.redeliver)
    engine = run.engine()
    while run.clock.now() < run.began + timedelta(days=days):
        _jump(run)
        engine = _cycle(run, engine)
    _calm(run, engine)
    return run


def _jump(run: Run) -> None:
    """To the next thing that happens out there, or some hours on; a computer that sleeps misses a day now and then."""
    now = run.clock.now()
    hours = run.random.choice((0.2, 1, 2, 3, 5, 8)) if run.random.random() > 0.01 else 30
    target = now + timedelta(hours=hours * (0.5 + run.random.random()))
    following = run.world.next_at()
    if following is not None and following < target:
        target = following + timedelta(minutes=20 * run.random.random() ** 2)
    run.clock.at = max(target, now + timedelta(seconds=30))
    run.world.run_until(run.clock.now())


def _cycle(run: Run, engine: Engine) -> Engine:
    """One cycle; after a crash, a new process on what the disk still knows."""
    run.cycles += 1
    run.world.cycle_began = run.clock.now()
    try:
        engine.cycle()
    except Crash as crash:
        run.world.say(f"CRASH {crash}")
        run.disk.crashed(run.random)
        return run.engine()
    except AssistantError as error:
        run.world.say(f"({type(error).__name__}: {error})")
    except Exception as error:
        run.surprises.append(repr(error))
        raise
    return engine


def _calm(run: Run, engine: Engine) -> None:
    """No more faults and no more wishes: hour by hour until nothing is on its way."""
    run.chaos.calm = True
    run.world.say("--- calm ---")
    for owner in run.owners:
        owner.quiet = True
    for mentor in run.mentors:
        mentor.silent = True
        mentor.closes_calendars()
    end = run.clock.now() + timedelta(days=CALM_DAYS)
    while run.clock.now() < end and (run.world.next_at() is not None or not _settled(run)):
        run.clock.push(timedelta(minutes=40))
        run.world.run_until(run.clock.now())
        engine = _cycle(run, engine)
    run.world.say("--- end ---")


def _settled(run: Run) -> bool:
    """Whether nothing waits to leave but what something stands against, or what only the protégé can tell."""
    moving = (LetterState.SENDING, LetterState.IN_DOUBT, LetterState.APPROVED)
    for book in run.disk.books.values():
        for letter in book.letters:
            if letter.state is LetterState.WITHDRAWN and letter.failure == "unknown":
                return False
            if letter.state not in moving or (letter.state is LetterState.APPROVED and stands_against(book, letter)):
                continue
            if letter.state is LetterState.IN_DOUBT and book.question(letter.thread, Asks.IN_DOUBT):
                continue
            return False
    return not run.disk.new
