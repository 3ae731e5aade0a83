"""Oracles of the mails to protégés: one answer each, nothing lost, nothing for forgers, not too many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from simulation.evidence import commands, to_people
from simulation.mails import Got, plain, read
from simulation.owner import Owner
from simulation.run import Run
from simulation.world import Written

from assistant.mentoring.letters import LetterState

HOUR = timedelta(hours=1)
CALMING = (
    "UNDO",
    "STOP",
    "SKIP",
    "EDIT",
    "SENT",
    "ANSWERED",
    "SHORTER",
    "LATER",
    "DID",
    "REST",
    "NO",
    "1",
    "2",
    "3",
    "YES",
)


# --- one answer to each mail of a protégé


def one_answer_each(run: Run) -> Iterator[str]:
    for owner in run.owners:
        tried = [read(raw, run.began, run.began, owner.email) for raw in run.disk.on_the_wire.values()]
        for mail in commands(run, owner):
            if mail.expects == "none":
                continue
            found = [g for g in owner.got if _answers(g, mail)]
            if len(found) > 1:
                yield f"{owner.first}'s {mail.says!r} {mail.message_id} got {len(found)} answers"
            if not found and mail.expects == "one" and not _told_in_a_digest(owner, mail, tried):
                yield f"{owner.first}'s {mail.says!r} {mail.message_id} got no answer"


def _answers(got: Got, mail: Written) -> bool:
    joined = got.subject.endswith("answers in one") and got.subject[0].isdigit()
    return got.in_reply_to == mail.message_id or (joined and mail.message_id in got.references)


def _told_in_a_digest(owner: Owner, mail: Written, tried: list[Got]) -> bool:
    """Where nobody can know whether an answer left, the next digest repeats it."""
    heads = [plain(got.head)[:60] for got in tried if _answers(got, mail)]
    return any("What waits" in g.subject and head in plain(g.text) for g in owner.got for head in heads)


# --- nothing lost


def nothing_lost(run: Run) -> Iterator[str]:
    for name in run.disk.new:
        yield f"mail {name} is still in the queue"
    for name in run.disk.aside:
        yield f"mail {name} was set aside: {run.disk.failures[-1] if run.disk.failures else ''}"
    if run.disk.failures:
        yield f"handling a mail failed: {run.disk.failures[0]}"
    for book in run.disk.books.values():
        for letter in book.letters:
            if letter.state in (LetterState.SENDING, LetterState.IN_DOUBT):
                yield f"letter {letter.subject!r} hangs in {letter.state}"
    for owner in run.owners:
        yield from _approved_but_never_left(run, owner)


def _approved_but_never_left(run: Run, owner: Owner) -> Iterator[str]:
    """Every "APPROVED" that the protégé was told of must end with the person, unless something stood against it."""
    for mail in commands(run, owner):
        answer = next(
            (g for g in owner.got if g.in_reply_to == mail.message_id and g.text.startswith("APPROVED")), None
        )
        if answer is None or not mail.approves or _stood_against(run, owner, mail, answer):
            continue
        texts = {plain(d.text) for d in mail.approves}
        if not any(plain(g.text) in texts for g in to_people(run)):
            what = f"{mail.approves[0].subject!r} for {answer.about}"
            yield f"{owner.first}'s approved {what} ({mail.message_id}) never arrived"


def _stood_against(run: Run, owner: Owner, mail: Written, answer: Got) -> bool:
    name, since = answer.about, mail.arrived or mail.at
    if any(h.to.startswith(name.lower()) and h.outcome == "refused" for h in run.world.handed):
        return True
    for other in run.world.written.values():
        if other.arrived is None or other is mail:
            continue
        by_owner = other.author == owner.first and (other.about in ("", name) or other.says in ("pause all", "resume"))
        quiet = by_owner and (
            other.says.split()[0].upper() in CALMING or other.says.startswith(("stop", "pause", name, "(own"))
        )
        about_person = other.author != owner.first and other.about == name
        if (quiet or about_person) and other.arrived > since - timedelta(days=60):
            return True
    return False


# --- forgers, strangers and machines


def forgers_get_nothing(run: Run) -> Iterator[str]:
    people = {o.email for o in run.owners} | {m.email for m in run.mentors}
    people |= {m.desk for m in run.mentors if any(m.name in o.added for o in run.owners)}
    people |= {account for m in run.mentors for account in m.other_accounts}
    unanswerable = {m.message_id for m in run.world.written.values() if not m.human or m.author == "Mallory"}
    genuine = {m.message_id for o in run.owners for m in commands(run, o)}
    for got in run.world.got:
        if got.to not in people:
            yield f"{got.to} got {got.subject!r}"
        if got.in_reply_to in unanswerable - genuine:
            yield f"{got.to} got an answer to {run.world.written[got.in_reply_to].says!r}"


# --- not too many


def not_too_many(run: Run) -> Iterator[str]:
    for owner in run.owners:
        times = [g.at for g in run.world.got if g.to == owner.email]
        for first, at in enumerate(times):
            count = sum(at <= t < at + HOUR for t in times[first:])
            if count > run.policy.mails_an_hour:
                yield f"{owner.first} got {count} mails within the hour from {at:%d %b %H:%M}"
                break
