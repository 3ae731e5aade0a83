"""UNDO takes back the last reversible act of a thread and says which; too late, it says when the letter left (L43)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.mentoring import goals
from assistant.mentoring.answers import before_stop, stopping
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.meetings import invites
from assistant.mentoring.meetings.bound import with_bound
from assistant.mentoring.meetings.guests import beside
from assistant.mentoring.outbox import moved
from assistant.mentoring.outreach import attempts
from assistant.mentoring.protege import before
from assistant.mentoring.protege.approval import SEND_TAPS, not_approved
from assistant.mentoring.protege.held import held, told_by
from assistant.mentoring.recaps import corrections

RECENT = timedelta(days=14)
ON_WIRE = (LetterState.SENDING, LetterState.IN_DOUBT)


def undo(case: Case) -> Decision:
    """Takes back the last reversible act of this thread and says which.

    Under the mail that says that a letter goes, it is that letter; with a code, the letter of that code.
    """
    person, last = case.person, case.book.undo
    answered = case.book.find_letter(case.context.letter)
    told = told_by(case.book, answered)
    if case.command.code:
        told = [x for x in case.book.letters if x.code == case.command.code.upper()]
    going = [x for x in told if x.state is LetterState.APPROVED]
    if going:
        return unsent(case, going)
    said_goes = bool(case.command.code) or (answered is not None and not answered.shows and bool(told))
    if said_goes and (late := too_late(case, told)):
        return late
    thread = thread_of(person.id) if person else case.context.thread
    waiting = held(case.book, person.id if person else "")
    if waiting and (last is None or last[1] in ("send", "told") or last[0] != thread):
        newest = waiting[-1].approved_at
        return unsent(case, [x for x in waiting if x.approved_at == newest])
    if last is not None and (last[0] == thread or (answered is None and case.context.thread == GENERAL)):
        return _take_back(case, last)
    return too_late(case, _on_wire(case)) or _nothing(case)


def unsent(case: Case, letters: Sequence[Letter], *, ask: str = "") -> Decision:
    """Back to waiting, unapproved: one answer a person. `ask`: what is still to be said about it."""
    letters = with_bound(case.book, letters)
    decision = Decision(replace(not_approved(case.book, letters), undo=None))
    for id in dict.fromkeys(x.person for x in letters):
        person = case.book.person(id)
        own = [x for x in letters if x.person == id]
        answer = case.on(decision.book).answer(
            "protege/unsent",
            person=id,
            values={"name": person.name, "subject": own[0].subject, "ask": ask},
            shows_ids=[x.id for x in own],
            taps=SEND_TAPS,
            notes=(case.note("undo", f"“{own[0].subject}” waits again", id),),
        )
        decision = decision.then(answer)
    return decision


def too_late(case: Case, letters: Sequence[Letter]) -> Decision | None:
    """These letters have left, or are on their way: says so. None where none of them is, or it is long ago."""
    wire = [x for x in letters if x.state in ON_WIRE]
    if wire:
        book = case.book
        for letter in wire:
            book = book.with_letter(replace(letter, recalled=True))
        return case.on(book).nothing_done(
            f"“{wire[0].subject}” is on its way at this moment, and nobody can call it back. If it turns out that it "
            "did not leave, it won't",
            person=wire[0].person,
        )
    left = [x for x in letters if x.sent_at is not None and not x.to_protege and case.at - x.sent_at < RECENT]
    if not left or case.book.find_person(left[-1].person) is None:
        return None
    gone = left[-1]
    return case.answer(
        "protege/too_late",
        person=gone.person,
        values={"name": case.book.person(gone.person).name, "at": gone.sent_at, "subject": gone.subject},
        taps=(Tap("Draft a correction", "EDIT"),),
    )


def _on_wire(case: Case) -> list[Letter]:
    """What is on its way to the person of this thread; in no person's thread, to anybody: it is called back at most."""
    whom = case.person.id if case.person else ""
    everybody = case.context.thread == GENERAL
    return [
        x
        for x in case.book.letters
        if x.state in ON_WIRE and not x.to_protege and (x.person == whom if whom else everybody)
    ]


# --- one act each


def _take_back(case: Case, last: tuple[str, str, str]) -> Decision:
    _, what, reference = last
    if what == "send":
        sent = [x for i in reference.split(",") if (x := case.book.find_letter(i))]
        return too_late(case, sent) or _nothing(case)
    base = case.on(replace(case.book, undo=None))
    if what in ("action", "remind"):
        return corrections.taken_back(base, what, reference)
    way = WAYS.get(what)
    return way(base, reference) if way else _nothing(case)


def _nothing(case: Case) -> Decision:
    return case.nothing_done("there is nothing to take back here", taps=(Tap("Status", "STATUS"),))


def _unpause(case: Case, _reference: str) -> Decision:
    return stopping.stop(replace(case, command=Command(Verb.STOP, op="resume", line="resume")))


def _untold(case: Case, reference: str) -> Decision:
    return case.nothing_done(f"I can't take back what you told me (“{reference}”). Tell me how it is, and I go by that")


def _unstop(case: Case, reference: str) -> Decision:
    """The protégé's own stop: the person stands where they stood; what was withdrawn stays so."""
    person = case.book.find_person(before_stop.standing_of(reference))
    if person is None:
        return _nothing(case)
    person = before_stop.standing_back(reference, person)
    return stopping.lifted(case.on(case.book.with_person(person)), person)


def _unskip(case: Case, reference: str) -> Decision:
    """A draft that was dropped or put off comes back for a new SEND, unless something newer took its place."""
    book = case.book
    skipped = [x for i in reference.split(",") if (x := book.find_letter(i)) and x.state is LetterState.SKIPPED]
    if not skipped:
        return _nothing(case)
    person = book.person(skipped[0].person)
    if why := _overtaken(case, skipped):
        newer = [x.id for x in book.pending(person.id) if any(_same_thing(x, old) for old in skipped)]
        subject = skipped[0].subject
        if not newer:
            return case.nothing_done(f"“{subject}” does not come back, since {why}", person=person.id)
        return case.answer(
            "protege/overtaken",
            person=person.id,
            values={"subject": subject, "because": why},
            shows_ids=newer,
            taps=SEND_TAPS,
        )
    ladder = replace(person.ladder, waits_until=None)
    if skipped[0].rung is not None and skipped[0].rung == ladder.rung and skipped[0].rung > 0:
        ladder = replace(ladder, rung=skipped[0].rung - 1)
    book = book.with_person(replace(person, ladder=ladder))
    again = tuple(attempts.again(case.on(book), x) for x in skipped)
    return case.on(book).answer("protege/unskipped", person=person.id, drafts=again, taps=SEND_TAPS)


def _same_thing(newer: Letter, old: Letter) -> bool:
    """Whether both are about the same meeting, or of the same kind to the same person."""
    if newer.to_protege or newer.person != old.person:
        return False
    if Kind.AGENDA in (newer.kind, old.kind):
        return newer.kind is old.kind and (newer.meeting, newer.occurrence) == (old.meeting, old.occurrence)
    return newer.meeting == old.meeting if newer.meeting or old.meeting else newer.kind is old.kind


def _overtaken(case: Case, skipped: Sequence[Letter]) -> str:
    """Why a dropped draft must not come back, in words; "" when nothing speaks against it."""
    book, person = case.book, case.book.person(skipped[0].person)
    for old in skipped:
        later = [x for x in book.letters if _same_thing(x, old) and x.created > old.created and x.id != old.id]
        if any(x.state is not LetterState.SKIPPED for x in later):
            return "a newer draft about the same has taken its place"
        if old.method and not invites.still_fits(book, old):
            return "the meeting has changed since"
        answered = person.answered_at is not None and person.answered_at >= old.created
        if old.kind is Kind.ATTEMPT and answered:
            return f"{person.name} has answered"
    return f"{person.name} is not to be written to" if person.do_not_contact else ""


def _unedit(case: Case, reference: str) -> Decision:
    """The draft as it was before the change, for a new SEND. What has been done with the changed one stays."""
    earlier, changed = (case.book.find_letter(id) for id in reference.split(","))
    if earlier is None or changed is None or changed.state is not LetterState.PENDING:
        late = too_late(case, [changed] if changed else [])
        return late or _nothing(case)
    book = case.book.with_letter(moved(changed, LetterState.WITHDRAWN))
    draft = attempts.again(case.on(book), earlier)
    return case.on(book).answer(
        "protege/unskipped",
        person=earlier.person,
        drafts=(draft,),
        shows_ids=beside(case.book, changed),
        taps=SEND_TAPS,
    )


def _unkept(case: Case, reference: str) -> Decision:
    """LATER of a draft that stayed as it was: it is asked again at its old time."""
    id, _, expires = reference.partition(" ")
    letter = case.book.find_letter(id)
    if letter is None or letter.state is not LetterState.PENDING:
        return _nothing(case)
    kept = replace(letter, expires=datetime.fromisoformat(expires) if expires else None)
    return case.on(case.book.with_letter(kept)).answer(
        "protege/unskipped", person=letter.person, shows_ids=[id], taps=SEND_TAPS
    )


def _unlater(case: Case, reference: str) -> Decision:
    """Another day for a draft that was put off before: the day from before."""
    id, _, day = reference.partition(" ")
    person = case.book.find_person(id)
    if person is None or not day:
        return _nothing(case)
    first = date.fromisoformat(day)
    book = case.book.with_person(replace(person, ladder=replace(person.ladder, waits_until=first)))
    return case.on(book).answer(
        "protege/moved_to",
        person=person.id,
        values={"name": person.name, "asked": first, "day": first, "kept": False, "taken_back": False},
    )


def _undraft(case: Case, reference: str) -> Decision:
    """What the last word drafted is dropped; nothing of it had left. What was told on the way stays."""
    book = case.book
    drafted = [x for i in reference.split(",") if (x := book.find_letter(i))]
    waiting = [x for x in drafted if x.state is LetterState.PENDING]
    if not waiting:
        return too_late(case, drafted) or _nothing(case)
    for letter in waiting:
        book = book.with_letter(moved(letter, LetterState.WITHDRAWN))
        if letter.method:
            book = invites.withdraw_for(book, letter.meeting)
    person = book.person(waiting[0].person)
    known = book.find_meeting(waiting[0].meeting)
    return case.on(book).answer(
        "protege/undrafted",
        person=person.id,
        values={
            "name": person.name,
            "subject": waiting[0].subject,
            "changes": known is not None and known.state == "invited",
        },
        notes=(case.note("undo", f"the draft “{waiting[0].subject}” is dropped", person.id),),
    )


def _regoal(case: Case, reference: str) -> Decision:
    book = replace(case.book, goals=before.goals_back(reference))
    said = "TAKEN BACK: your goals are as they were before."
    return goals.sheet(case.on(book), said=said)


def _reset(case: Case, reference: str) -> Decision:
    protege = before.settings_back(reference, case.book.protege)
    said = "TAKEN BACK: your settings are as they were before. What is approved keeps its time."
    return case.on(replace(case.book, protege=protege)).answer(
        "protege/setting", thread=GENERAL, values={"said": said, "moved": 0, "rows": []}
    )


WAYS: dict[str, Callable[[Case, str], Decision]] = {
    "recap": corrections.uncorrected,
    "stop": _unstop,
    "pause": _unpause,
    "skip": _unskip,
    "edit": _unedit,
    "kept": _unkept,
    "later": _unlater,
    "draft": _undraft,
    "goals": _regoal,
    "setting": _reset,
    "told": _untold,
}
