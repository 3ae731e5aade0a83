"""Oracles of the calendars that people end up with: what each client shows after all that it received, in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from simulation.calendars import HORIZON, LONG, Diary, Slot, message
from simulation.evidence import answers_of, commands, owner_of
from simulation.mails import Got
from simulation.mentors import Mentor
from simulation.owner import Owner
from simulation.run import Run

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
CLOSING = "Thank you, and an ending"
TAKES_BACK = ("undo", "resume", "new mentor")
BEGINS_AGAIN = ("agreed", "meet ", "coffee", "undo", "new mentor", "renew", "move", "lighter", "assigned")


def calendar_mails(run: Run) -> dict[str, list[Got]]:
    """Every mail with a calendar that really arrived, by address, in order."""
    found: dict[str, list[Got]] = {}
    for got in run.world.got:
        if got.calendar:
            found.setdefault(got.to, []).append(got)
    return found


def diary_of(mails: list[Got], until: datetime | None = None) -> Diary:
    """What a client has made of these by then."""
    diary = Diary()
    for got in mails:
        if until is None or got.at <= until:
            diary.takes(got.calendar)
    return diary


def held(run: Run, mails: list[Got]) -> Iterator[Slot]:
    """Every meeting that stood there when it began, and at the end all that are to come; private dates are none."""
    diary, since = Diary(), run.began
    for got in [*mails, None]:
        until = got.at if got is not None else run.clock.now()
        yield from diary.live(since, until)
        since = until
        if got is not None:
            diary.takes(got.calendar)
    yield from diary.live(since, since + HORIZON)


def of_pairs(run: Run, slots: list[Slot]) -> list[Slot]:
    """Those of a protégé and a mentor of this run: not private dates."""
    pairs = {f"{o.first} and {m.name}" for o in run.owners for m in run.mentors}
    return [s for s in slots if s.pair in pairs]


def is_near(run: Run, got: Got, asked: datetime) -> bool:
    """Whether its reader has a meeting of which it speaks within days of `asked`, when it was drafted (`policy.md`)."""
    diary = diary_of([m for m in calendar_mails(run)[got.to] if m.at < got.at])
    told = message(got.calendar).events
    before = diary.live(asked - 2 * HOUR, asked + 6 * DAY)
    diary.takes(got.calendar)
    near = [*before, *diary.live(asked - 2 * HOUR, asked + 6 * DAY)]
    pairs = {e.summary.partition(":")[0] for e in told}
    return got.at < asked + 3 * DAY and any(s.pair in pairs or s.uid == told[0].uid for s in near)


# --- two at once


def never_doubled(run: Run) -> Iterator[str]:
    """No person holds two meetings of ours at one instant with the same protégé."""
    for address, mails in calendar_mails(run).items():
        slots = sorted(of_pairs(run, list(held(run, mails))), key=lambda s: (s.pair, s))
        for pair, theirs in groupby(slots, key=lambda s: s.pair):
            for one, other in _overlapping(list(theirs)):
                both = f"{one.uid[:6]} and {other.uid[:6]}"
                yield f"{address} has two of {pair} at {other.start:%a %d %b %H:%M}: {both}"
                break


def _overlapping(slots: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    for number, one in enumerate(slots):
        for other in slots[number + 1 : number + 4]:
            if other.start < one.end and (one.uid, one.original) != (other.uid, other.original):
                yield one, other


# --- after the end


def nothing_after_the_end(run: Run) -> Iterator[str]:
    """After a wrap-up no meeting of ours is in any calendar; after a stop none is sent; what is to be cleared is."""
    for owner in run.owners:
        for mentor in run.mentors:
            closed = _closed(run, owner, mentor)
            if closed is not None and mentor.email not in run.world.refuses:
                yield from _left_over(run, owner, mentor, closed)
            stopped = _stopped(run, owner, mentor)
            if stopped is not None:
                for address in (mentor.email, mentor.desk):
                    for got in calendar_mails(run).get(address, []):
                        if got.cycle > stopped and owner_of(run, got) is owner:
                            yield f"{address} got {got.subject!r} at {got.at:%d %b %H:%M}, after a stop"
            yield from _not_cleared(run, owner, mentor)


def _left_over(run: Run, owner: Owner, mentor: Mentor, closed: datetime) -> Iterator[str]:
    pair, until = f"{owner.first} and {mentor.name}", _begun_again(run, owner, mentor, closed)
    for address in (owner.email, mentor.email, mentor.desk):
        mails = calendar_mails(run).get(address, [])
        for got in mails:
            invites = "METHOD:REQUEST" in got.calendar and f"SUMMARY:{pair}" in got.calendar
            if closed < got.at < until and invites:
                yield f"{address} got {got.subject!r} at {got.at:%d %b %H:%M}, after the end of {closed:%d %b}"
        grace = closed + 3 * DAY
        for slot in held(run, mails):
            if slot.pair == pair and grace < slot.start < until:
                yield f"{address} has a meeting at {slot.start:%a %d %b %H:%M} after the end of {closed:%d %b}"
                break


def _closed(run: Run, owner: Owner, mentor: Mentor) -> datetime | None:
    """When the letter that ends it reached the mentor."""
    ended = [g.at for g in run.world.got if g.to == mentor.email and g.subject == CLOSING and owner_of(run, g) is owner]
    return max(ended, default=None)


def _begun_again(run: Run, owner: Owner, mentor: Mentor, closed: datetime) -> datetime:
    """When the protégé began it again, by whatever word; far off when they did not."""
    later = []
    for mail in commands(run, owner):
        about_them = mail.about == mentor.name and mail.says.lower().startswith(BEGINS_AGAIN)
        if (mail.arrived or mail.at) > closed and (about_them or f"{mentor.name} agreed" in mail.says):
            later.append(mail.at)
    return min(later, default=run.clock.now() + HORIZON)


def _stopped(run: Run, owner: Owner, mentor: Mentor) -> datetime | None:
    """When a stop of theirs, or of the protégé's that was never taken back, had arrived."""
    theirs = [a.arrived for a in answers_of(run, mentor) if "stop writing" in a.says and a.arrived]
    if theirs:
        return min(theirs)
    told = commands(run, owner)
    stops = [m for m in told if m.says == f"stop {mentor.name}"]
    back = [m.at for m in told if m.about in ("", mentor.name) and m.says.lower().startswith(TAKES_BACK)]
    mine = [m.arrived for m in stops if m.arrived and not any(at > m.at for at in back)]
    return min(mine, default=None)


def _not_cleared(run: Run, owner: Owner, mentor: Mentor) -> Iterator[str]:
    """YES to "clear your own calendar": answered so, and nothing of it stands there any more."""
    for mail in commands(run, owner):
        answer = next((g for g in owner.got if g.in_reply_to == mail.message_id), None)
        if answer is None or mail.about != mentor.name or "out of your calendar" not in answer.text:
            continue
        pair, until = f"{owner.first} and {mentor.name}", _begun_again(run, owner, mentor, answer.at)
        for slot in held(run, calendar_mails(run).get(owner.email, [])):
            if slot.pair == pair and answer.at + DAY < slot.start < until and mail.says == "YES":
                yield f"{owner.first} still has a meeting with {mentor.name} at {slot.start:%a %d %b %H:%M}"
                break


# --- agreement


def calendars_agree(run: Run) -> Iterator[str]:
    """Once the world is quiet, the protégé's calendar, the mentor's and that of who keeps it show the same."""
    now = run.clock.now()
    mails = calendar_mails(run)
    for owner in run.owners:
        own = diary_of(mails.get(owner.email, [])).live(now, now + HORIZON - LONG)
        for mentor in run.mentors:
            if _unreachable(run, mentor) or _stopped(run, owner, mentor) or _cleared(run, owner, mentor):
                continue
            pair = f"{owner.first} and {mentor.name}"
            mine = {s for s in own if s.pair == pair and not _copy_lost(run, owner, s.uid)}
            shown = diary_of(mails.get(mentor.email, [])).live(now, now + HORIZON - LONG)
            theirs = {s for s in shown if s.pair == pair and not _copy_lost(run, owner, s.uid)}
            yield from _differ(owner.email, mentor.email, mine, theirs)
            desk = diary_of(mails.get(mentor.desk, [])).live(now, now + HORIZON - LONG)
            yield from _differ(mentor.desk, mentor.email, {s for s in desk if s.pair == pair}, set(shown), both=False)


def _differ(one: str, other: str, ours: set[Slot], theirs: set[Slot], *, both: bool = True) -> Iterator[str]:
    for has, lacks, found in ((one, other, ours - theirs), (other, one, theirs - ours if both else set())):
        for slot in sorted(found)[:1]:
            yield f"{has} has {slot.uid[:6]} at {slot.start:%a %d %b %H:%M}, {lacks} does not ({len(found)} such)"


def _unreachable(run: Run, mentor: Mentor) -> bool:
    """Whether some mail to them was refused or came back: nobody knows what their calendar shows."""
    back = any(m.author == "mailer-daemon" and m.about == mentor.name for m in run.world.written.values())
    return back or mentor.email in run.world.refuses


def _cleared(run: Run, owner: Owner, mentor: Mentor) -> bool:
    """Whether the protégé cleared their own calendar alone, after a stop that they took back later."""
    return any(g.calendar and "for you alone" in g.text and f": {mentor.name} M," in g.subject for g in owner.got)


def _copy_lost(run: Run, owner: Owner, uid: str) -> bool:
    """Whether the provider lost a copy of the protégé's own, and no server shows copies: its words are in a digest."""
    tried = [h for h in run.world.handed if h.to == owner.email and f"UID:{uid}" in h.got.calendar]
    arrived = {h.got.message_id for h in tried if h.reached}
    return not run.world.shows_copies and any(h.got.message_id not in arrived for h in tried)
