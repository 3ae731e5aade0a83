"""Letters on hold: approved, not yet gone. Which of them a mail is about, and that no answer leaves them out (L43)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.command import Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Letter, LetterState, Tap
from assistant.mentoring.outbox import stands_against

# Answers in which nothing was done: whoever wrote may have meant the letter that goes.
IDLE = frozenset(
    f"protege/{name}"
    for name in (
        *("nothing", "not_understood", "no_longer", "whom", "which_draft", "this_one", "not_sent", "until_when"),
        *("other_time", "reminder_past", "only_we_got_it", "set_aside"),
    )
)
UNCHANGED = "I changed nothing"
DROPPED = "dropped for another change of its meeting"  # the `failure` of a draft, until the digest has named it
# What tells by itself that approved letters go no more.
TELLS = frozenset({"withdrawn", "taken_back"})
TELL = frozenset({"protege/stopped", "protege/stop_this", "protege/rested", "protege/clock_started"})
OWN_DOING = frozenset({Verb.STOP, Verb.UNDO, Verb.EDIT, Verb.SKIP, Verb.SENT})
# Mails after which a word still means what goes, and not what they tell.
_NEUTRAL = IDLE | {"protege/help", "protege/status", "protege/why", "protege/unsent"}


def held(book: Book, person: str = "") -> list[Letter]:
    """The letters (to this person) that are approved and have not left, oldest approval first."""
    found = [
        x
        for x in book.letters
        if x.state is LetterState.APPROVED and not x.to_protege and (not person or x.person == person)
    ]
    return sorted(found, key=lambda x: x.approved_at or x.created)


def told_by(book: Book, answered: Letter | None) -> list[Letter]:
    """The letters that a mail to the protégé shows, or says to go."""
    if answered is None:
        return []
    at = answered.created if answered.kind is Kind.OWN else None  # "it goes at …" is the answer to the SEND itself
    approved = {x.id for x in book.letters if at is not None and x.approved_at == at}
    return [x for x in book.letters if not x.to_protege and (x.id in answered.shows or x.id in approved)]


def about(case: Case) -> list[Letter]:
    """The letters on hold that a brake in this mail is about; [] where it is about something else, or nothing is.

    Those of its code, or that the answered mail shows or says to go; else the person's, or all of them. A word
    with other meanings (SKIP, NO, EDIT, LATER with a day) is for what waits or was asked, where anything is.
    """
    book, command = case.book, case.command
    if command.code:
        return [x for x in held(book) if x.code == command.code.upper()]
    answered = book.find_letter(case.context.letter)
    told = told_by(book, answered)
    if found := [x for x in told if x.state is LetterState.APPROVED]:
        return found
    if any(x.state is not LetterState.WITHDRAWN for x in told):
        return []
    person = case.person.id if case.person else ""
    mine = held(book, person)
    if is_plain(case):
        return mine or held(book)
    other = answered is not None and answered.template not in _NEUTRAL and not told
    busy = any(not person or x.person == person for x in book.pending()) or book.question(case.context.thread)
    return [] if other or busy else mine


def near(case: Case, names: Collection[str] = ()) -> list[Letter]:
    """The letters on hold to which a mail is so near that loose words ("hmm, is the date right?") may be about them.

    names: ids of the people whom it names."""
    book = case.book
    named = [x for x in held(book) if x.person in names]
    if named:
        return named
    answered = book.find_letter(case.context.letter)
    told = told_by(book, answered)
    if told or answered is None:
        mine = held(book, case.context.person) if case.context.person else []
        return [x for x in told if x.state is LetterState.APPROVED] or ([] if told else mine)
    if answered.template in IDLE:
        return held(book, case.context.person)
    return []


def is_plain(case: Case) -> bool:
    """Whether the words can only mean "not now": cancel it, wait, don't send."""
    command = case.command
    later = command.op == "later" and command.day is None and command.at is None
    return command.verb is Verb.SKIP and (command.op == "hold" or later)


def with_what_goes(case: Case, decision: Decision) -> Decision:
    """An answer in which nothing was done says which letter goes all the same, and how to take it back."""
    going = [x for x in held(decision.book) if not stands_against(decision.book, x)]
    if not going or not case.answers:
        return decision
    mine = [x for x in going if x.person == (case.person.id if case.person else case.context.person)] or going
    drafts = tuple(_naming(d, decision.book, mine) if _is_idle(d) else d for d in decision.drafts)
    return replace(decision, drafts=drafts)


def with_what_goes_no_more(case: Case, decision: Decision) -> Decision:
    """An approved letter that something newer replaced is named: its approval was the protégé's, so is its end."""
    found = [decision.book.find_letter(old.id) for old in held(case.book)]
    lost = [x for x in found if x is not None and x.state is LetterState.WITHDRAWN]
    said = any(set(d.values) & TELLS or d.letter in TELL for d in decision.drafts)
    if not lost or said or not case.answers or case.command.verb in OWN_DOING:
        return decision
    names = " and ".join(f"“{x.subject}”" for x in lost)
    what = f"{names}, which you had approved, no longer goes: something newer has taken its place."
    told = case.tell("protege/noted", person=lost[0].person, thread=case.context.thread, values={"what": what})
    return decision.with_draft(told)


def with_what_was_dropped(case: Case, decision: Decision) -> Decision:
    """A draft that nobody had approved yet and that another change of its meeting replaced: it is said, once.

    One change of a meeting waits at a time (`invites.wait_for`); another word on the same date needs none."""
    new = [d for d in decision.drafts if not d.to_protege and d.meeting]
    lost = [
        old
        for old in case.book.pending()
        if old.shown
        and old.method
        and (now := decision.book.find_letter(old.id)) is not None
        and now.state is LetterState.WITHDRAWN
        and any(d.meeting == old.meeting for d in new)
        and not any((d.meeting, d.occurrence, d.method) == (old.meeting, old.occurrence, old.method) for d in new)
    ]
    if not lost or case.command.verb in OWN_DOING:
        return decision
    names = " and ".join(f"“{x.subject}”" for x in lost)
    what = (
        f"The draft {names} is dropped: one change of a meeting waits at a time. SEND this one first, "
        f"then tell me the other again; UNDO drops this one."
    )
    told = case.tell("protege/noted", person=lost[0].person, thread=case.context.thread, values={"what": what})
    book = decision.book
    for letter in lost:  # the digest names it too, once
        book = book.with_letter(replace(book.letter(letter.id), failure=DROPPED))
    return replace(decision, book=book).with_draft(told)


def dropped(book: Book) -> list[Letter]:
    """The drafts that another change of their meeting dropped, that no digest has named, and that nobody told again."""
    found = [x for x in book.letters if x.state is LetterState.WITHDRAWN and x.failure == DROPPED]
    return [
        old
        for old in found
        if not any(
            x.created > old.created
            and (x.meeting, x.occurrence, x.method, x.to) == (old.meeting, old.occurrence, old.method, old.to)
            for x in book.letters
        )
    ]


def is_idle(decision: Decision) -> bool:
    """Whether nothing was done: the protégé is told so, or hears nothing at all."""
    return all(_is_idle(draft) for draft in decision.drafts)


def _is_idle(draft: Draft) -> bool:
    """Whether a mail to the protégé says that nothing was done."""
    return draft.to_protege and (draft.letter in IDLE or str(draft.values.get("said", "")).startswith(UNCHANGED))


def _naming(draft: Draft, book: Book, going: list[Letter]) -> Draft:
    rows = [
        {"name": book.person(x.person).first_name, "subject": x.subject, "goes": x.not_before or x.hold_until}
        for x in going[:3]
    ]
    one = len(going) == 1
    ours = one and draft.thread == f"person/{going[0].person}"
    undo = [
        Tap("Undo" if one else f"Undo {row['name']}", "UNDO" if ours else f"UNDO {x.code}")
        for x, row in zip(going, rows, strict=False)
    ]
    kept = [tap for tap in draft.taps if tap not in undo]
    said = draft.values.get("state") == LetterState.APPROVED.value  # the mail itself says that it goes, and when
    return replace(draft, values={**draft.values, "going": [] if said else rows}, taps=(*undo, *kept))
