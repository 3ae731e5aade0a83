"""Brakes: words that hold a letter back while it is on hold, and what they mean when nothing is (L16, L17, L43).

Holding is always safe: nothing leaves, and one SEND lets it go. So with a letter on hold every word that can mean "not
now" takes it back, and says so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.mentoring.case import Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import LetterState, Tap
from assistant.mentoring.protege import drafts, held, questions, undo
from assistant.mentoring.protege.approval import not_approved
from assistant.mentoring.protege.shortwords import three_ways

WORDS = frozenset({Verb.SKIP, Verb.EDIT, Verb.NO})
UNSURE = "I hold it, since I am not sure what you want."
ENDS = frozenset({"rest"})  # what of SKIP is more than "not now"


def is_brake(case: Case) -> bool:
    """Whether this command holds a letter back, or can mean nothing else."""
    command = case.command
    if command.verb not in WORDS or command.op in ENDS:
        return False
    return command.op == "hold" or bool(held.about(case))


def brake(case: Case) -> Decision:
    """Takes the letter back; a day puts it off until then, a change is made. Without a letter on hold it is asked."""
    found = held.about(case)
    if not found:
        return _nothing_held(case)
    command = case.command
    back = case.on(not_approved(case.book, found))
    if command.verb is Verb.SKIP and command.op == "later" and (day := drafts.day_of(case)) and day > case.today:
        letters = [back.book.letter(x.id) for x in found]
        return drafts.put_off(back, letters, day, taken_back=True)
    if command.verb is Verb.EDIT and not command.ask:
        changed = drafts.change(back, back.book.letter(found[-1].id), taken_back=True)
        if changed is not None:
            return changed
    return undo.unsent(case, found, ask=command.ask if command.verb is Verb.SKIP else "")


def when_unsure(case: Case, decision: Decision, *, names: Collection[str] = (), why: str = UNSURE) -> Decision:
    """What nobody is sure of, so near to a letter that goes, may mean "not now": the letter is held, and that is said.

    Where the answer to it did something, or no letter goes that it can be about, the decision stays."""
    near = held.near(case, names)
    if not near or not held.is_idle(decision):
        return decision
    kept = undo.unsent(case, near, ask=why)
    return replace(kept, notes=(*decision.notes, *kept.notes))


def is_unsure(command: Command) -> bool:
    """Whether a command is no more than words that nobody is sure of."""
    return command.verb in (Verb.UNKNOWN, Verb.ANSWER)


def _nothing_held(case: Case) -> Decision:
    """ "Cancel it", and no letter is on hold: too late, or it is asked what is meant. Nothing is done."""
    answered = case.book.find_letter(case.context.letter)
    told = held.told_by(case.book, answered)
    if late := undo.too_late(case, told):
        return late
    waiting = [x for x in told if x.state is LetterState.PENDING]
    if waiting:
        return three_ways(case, waiting[0].person)
    if case.book.question(case.context.thread) is not None:
        said = Command(Verb.ANSWER, text=case.command.line, line=case.command.line)
        return questions.open_question(replace(case, command=said))
    person = case.person
    if person is not None and (pending := case.book.pending(person.id)):
        return three_ways(case, pending[-1].person)
    return case.nothing_done(
        "nothing is on its way, so there is nothing to hold back", taps=(Tap("Status", "STATUS"), Tap("Undo", "UNDO"))
    )
