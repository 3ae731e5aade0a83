"""Which act of a command UNDO takes back next, where the practice itself does not say so (L43)."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.answers import before_stop
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.command import Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.protege import before

Act = tuple[str, str, str]  # thread, what, reference: `Book.undo`
# What the protégé tells as a fact moves too much to be taken back: UNDO says so.
TOLD = frozenset({Verb.SENT, Verb.TOUCH, Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.FIT, Verb.AGREED})


def remember(case: Case, decision: Decision) -> Decision:
    """The decision with its act kept for UNDO: what was drafted, or what was before."""
    if case.command.verb is Verb.UNDO:
        return decision
    own = decision.book.undo if decision.book.undo is not case.book.undo else None
    act = _stopped(case, decision) if case.command.verb is Verb.STOP else own or _act(case, decision)
    return decision if act is None else replace(decision, book=replace(decision.book, undo=act))


def _act(case: Case, decision: Decision) -> Act | None:
    old, new = case.book, decision.book
    verb = case.command.verb
    if verb is Verb.GOALS and new.goals != old.goals:
        return GENERAL, "goals", before.goals_kept(old.goals)
    if verb is Verb.SETTING and new.protege != old.protege:
        return GENERAL, "setting", before.settings_kept(old.protege)
    drafted = [d for d in decision.drafts if not d.to_protege]
    if drafted:
        return thread_of(drafted[0].person), "draft", ",".join(d.id for d in drafted)
    if verb in TOLD and new.people != old.people:
        thread = thread_of(case.person.id) if case.person else case.context.thread
        return thread, "told", " ".join(case.command.line.split())[:80]
    return None


def _stopped(case: Case, decision: Decision) -> Act | None:
    """A stop of one person, or of everything."""
    old, new = case.book, decision.book
    for person in old.people:
        now = new.find_person(person.id)
        if now is not None and (now.do_not_contact, now.paused) != (person.do_not_contact, person.paused):
            resumed = not (now.do_not_contact or now.paused)
            return None if resumed else (thread_of(person.id), "stop", before_stop.standing_kept(person))
    return (GENERAL, "pause", "") if new.paused and not old.paused else None
