"""Correcting a recap: `2 is mine, due 5 Dec`, `point 1 is wrong: two tiers`, `3 is private`, `ok` (L33).

All that one mail corrects gives one new recap. Nothing here approves anything: a corrected recap is another recap, and
its mentor's version another draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.mentoring.book import Asks, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import inviting, times
from assistant.mentoring.minutes import ActionState, Recap, RecapState
from assistant.mentoring.recaps import actions, mentor_version, own_notes, recap_record
from assistant.mentoring.recaps.correcting import Correcting
from assistant.mentoring.recaps.fixes import applied
from assistant.mentoring.recaps.recap_mail import answer, waits, withdrawn

CHANGES = frozenset({"done", "drop", "move"})  # what is said of an action under its recap corrects the recap


def together(commands: Sequence[Command]) -> list[tuple[Command, ...]]:
    """The commands of a mail, those that correct one recap as one: they are answered by one recap."""
    fixes = [c for c in commands if c.verb is Verb.RECAP]
    if not fixes:
        return [(c,) for c in commands]
    whole = [c for c in commands if c.verb is Verb.RECAP or (c.verb is Verb.ACTIONS and c.op in CHANGES)]
    private = tuple(dict.fromkeys(piece for c in whole for piece in c.private))
    first = [replace(whole[0], private=private), *whole[1:]]
    return [tuple(first) if c is whole[0] else (c,) for c in commands if c is whole[0] or c not in whole]


def newest(case: Case) -> Recap | None:
    """The recap that a correction is about: the newest of this person, or of all."""
    person = case.person
    found = [r for r in case.book.recaps if r.person and (person is None or r.person == person.id)]
    return found[-1] if found else None


def take(case: Case) -> Decision:
    """`ok`: the recap as it is; what is open stays open ("—"), and the mentor's version is drafted."""
    recap = newest(case)
    if recap is None:
        return case.nothing_done("there is no recap here to take")
    taken = replace(recap, to_confirm=(), state=RecapState.FINAL)
    return _shown(Correcting(case, taken, ("Taken as it is.",)))


def correct(case: Case) -> Decision:
    """Every correction of one mail, on the newest recap."""
    recap = newest(case)
    if recap is None:
        return case.nothing_done("there is no recap here to correct")
    commands = (case.command, *case.beside)
    if any(c.op == "theirs" for c in commands):
        return own_notes.not_theirs(case, recap, next(c for c in commands if c.op == "theirs"))
    if len(commands) == 1 and case.command.op in ("ok", "yes", "take"):
        return take(case)
    if len(commands) == 1 and case.command.op == "show":
        return answer(case, case.book.person(recap.person), recap, anew=False)
    if len(commands) == 1 and case.command.op == "next" and not case.command.ask and times.wanted(case) is not None:
        return _invited(case, recap)
    work = Correcting(case, recap)
    for command in commands:
        work = applied(work, command)
    if not work.said:
        return case.nothing_done(" ".join(work.unsure), person=recap.person, taps=work.taps)
    return _reversible(_shown(work), case, recap)


def _reversible(decision: Decision, case: Case, recap: Recap) -> Decision:
    """The decision, with what was before kept for UNDO."""
    before = recap_record.kept(recap, [a for a in case.book.actions if a.recap == recap.id])
    undo = (thread_of(recap.person), "recap", before) if before else None
    return replace(decision, book=replace(decision.book, undo=undo))


def uncorrected(case: Case, reference: str) -> Decision:
    """UNDO of the corrections of one mail: the recap and its actions as they were before."""
    recap, before = recap_record.brought_back(reference)
    book = case.book
    for action in book.actions:
        if action.recap == recap.id and all(a.number != action.number for a in before):
            book = book.with_action(
                replace(action, state=ActionState.DROPPED, because="taken back", recap="", closed_at=case.at)
            )
    for action in before:
        book = book.with_action(action)
    asked = book.question(thread_of(recap.person), Asks.RECAP)
    if recap.to_confirm and asked is None:
        data = (("recap", recap.id),)
        id = case.id("recap question")
        book = book.with_question(Question(id, Asks.RECAP, case.at, thread_of(recap.person), recap.person, data))
    return _shown(Correcting(case.on(book), recap, ("Taken back: the recap is as it was before.",)))


def told_of_actions(case: Case) -> Decision:
    """`done 2`, `move 1 to fri` (L35): the list; a mentor's version that waits is drafted anew."""
    return _fresh(case, actions.actions(case))


def taken_back(case: Case, what: str, reference: str) -> Decision:
    """UNDO of a change of an action or of a reminder, and the same of the mentor's version."""
    return _fresh(case, actions.take_back(case, what, reference))


def _fresh(case: Case, decision: Decision) -> Decision:
    """The decision with the versions that its changed actions stand in drafted anew, each for a new SEND."""
    before = {a.number: a for a in case.book.actions}
    changed = {a.recap for a in decision.book.actions if before.get(a.number) != a}
    stale = [r for r in decision.book.recaps if r.id in changed and waits(decision.book, r)]
    if len(stale) != 1 or not decision.drafts:
        return decision
    recap = stale[0]
    book, _ = withdrawn(decision.book, recap)
    draft = mentor_version.draft(case.on(book), book.person(recap.person), recap)
    *others, told = (d for d in decision.drafts if d.to_protege)
    if draft is None or any(not d.to_protege for d in decision.drafts):
        return replace(decision, book=book)  # a progress note says it already
    said = f"{told.values['said']} The version for {book.person(recap.person).first_name} says so now."
    told = replace(
        told,
        values={**told.values, "said": said},
        shows=(draft.id,),
        taps=(Tap("Send", "SEND"), *(tap for tap in told.taps if tap.says != "SEND")),
    )
    return replace(decision, book=book, drafts=(draft, *others, told))


def _invited(case: Case, recap: Recap) -> Decision:
    """The next meeting with its hour, and nothing else in the mail: its invite is drafted at once (P85)."""
    at = times.wanted(case)
    assert at is not None
    said = times.said(at)
    recap = replace(recap, next_meeting=said, next_at=times.instant(case, at), next_day=None)
    person = case.book.person(recap.person)
    if inviting.refused(person):
        return _shown(Correcting(case, recap, (f"The next meeting is {said}.",)))
    bound = case.on(case.book.with_recap(recap))
    made = inviting.invite_once(bound, person, "meeting", inviting.minutes_of(case, person), "MEET")
    if not any(draft.method for draft in made.drafts):
        return replace(made, book=case.book)  # it can't be then, or is asked first: nothing is kept yet
    return made


def _shown(work: Correcting) -> Decision:
    """The recap as it is now; when nothing is open any more, its question is answered."""
    book, recap = work.book, work.recap
    question = book.question(thread_of(recap.person), Asks.RECAP)
    if question is not None and not recap.to_confirm:
        book = book.without_question(question.id)
    note = work.case.note("recap", " ".join(work.said), recap.person)
    return answer(
        work.case.on(book),
        work.person,
        recap,
        changed=work.said,
        unsure=work.unsure,
        taps=work.taps,
        notes=(note,),
        again=work.again,
    )
