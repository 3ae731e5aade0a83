"""The first talk, and whether it fits (L25, L26, P52, P65): fit, then readiness; only both lead to a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, LetterState, Tap, Why
from assistant.mentoring.meetings import inviting, times
from assistant.mentoring.meetings.moves import TAPS, greeting
from assistant.mentoring.outbox import unapproved, withdraw
from assistant.mentoring.people import next_prospect
from assistant.mentoring.person import BEFORE_COFFEE, Person, Remark, Stage
from assistant.mentoring.relationship import agreement
from assistant.mentoring.words.phrases import addressed, clause

FIT_TAPS = (Tap("It fits", "FIT YES"), Tap("Not sure", "FIT MAYBE"), Tap("No", "FIT NO"))


def coffee(case: Case) -> Decision:
    """`coffee with Minerva wed 10:00 Café X`: the invite as a draft, or the nearest time that can be."""
    person = case.person
    if person is None:
        return case.ask_whom("COFFEE WITH")
    word = f"COFFEE WITH {person.name}"
    if person.stage in (Stage.ACTIVE, Stage.WINDING_DOWN):  # one more meeting, no first talk
        agreed = person.agreement.minutes if person.agreement else case.policy.meeting_minutes
        return inviting.invite_once(case, person, "meeting", case.command.minutes or agreed, word)
    return inviting.invite_once(case, person, "coffee", case.command.minutes or case.policy.coffee_minutes, word)


def fit(case: Case) -> Decision:
    """`fit yes | maybe | no`: the protégé's own judgement after the talk (P66)."""
    person = case.person or _talked(case)
    word = case.command.op.lower()
    if person is None:
        # Until it is said who, no proposal leaves to whoever it may be.
        asking = case if word == "yes" else case.on(_held_back(case.book))
        return asking.ask_whom(f"FIT {word}".strip().upper())
    if word not in ("yes", "maybe", "no"):
        return case.answer("protege/fit_asked", person=person.id, values={"name": person.first_name}, taps=FIT_TAPS)
    person = replace(met(person), fit=word, awaits="")
    if said := clause(case.command.text):  # "it went great! fit yes": the words beside the answer are kept
        person = replace(person, remarks=(*person.remarks, Remark(case.at, f"after the talk: {said}", private=True)))
    book = case.book.with_person(person)
    if word != "yes":  # a proposal on its way was made for a yes
        book, _ = withdraw(book, person.id, kinds={Kind.PROPOSAL})
    case = case.on(book)
    if case.command.text:
        case = replace(case, command=replace(case.command, text=""))  # no terms of a proposal
    match word:
        case "yes":
            return agreement.ask_ready(case, person)
        case "maybe":
            return _second(case, person)
        case _:
            return _close(case, person)


def unambiguous(commands: Sequence[Command]) -> list[Command]:
    """The commands of one mail. "fit no. fit yes" says both of one person, so it says neither: it is asked."""
    fits = [one for one in commands if one.verb is Verb.FIT]
    both = {(one.person, one.named) for one in fits if any(_same(one, x) and one.op != x.op for x in fits)}
    kept: list[Command] = []
    for one in commands:
        if one.verb is not Verb.FIT or (one.person, one.named) not in both:
            kept.append(one)
        elif not any(_same(one, x) for x in kept):
            kept.append(replace(one, op="", text=""))
    return kept


def _same(one: Command, other: Command) -> bool:
    return one.verb is other.verb and (one.person, one.named) == (other.person, other.named)


def _talked(case: Case) -> Person | None:
    """The one person with whom it is open whether it fits."""
    found = [p for p in case.book.people if p.stage in (Stage.COFFEE_SET, Stage.COFFEE_DONE, Stage.PROPOSED)]
    return found[0] if len(found) == 1 and not (case.command.named or case.command.candidates) else None


def _held_back(book: Book) -> Book:
    """The book with no proposal on its way: each waits for a SEND again."""
    going = [x for x in book.letters if x.kind is Kind.PROPOSAL and x.state is LetterState.APPROVED]
    for letter in going:
        book = book.with_letter(unapproved(letter))
    return book


def met(person: Person) -> Person:
    """They have talked: what the protégé reports as a fact moves the stage (`product.md`)."""
    return replace(person, stage=Stage.COFFEE_DONE) if person.stage in BEFORE_COFFEE else person


def _second(case: Case, person: Person) -> Decision:
    free = times.proposals(case, person, case.policy.coffee_minutes)
    return case.answer(
        "protege/second_coffee",
        person=person.id,
        values={"name": person.first_name},
        taps=times.taps(free, f"COFFEE WITH {person.name}"),
        notes=(case.note("fit", f"{person.name}: maybe", person.id),),
    )


def _close(case: Case, person: Person) -> Decision:
    """Thanks and close: with a mentor already agreed, the way out is the wrap-up instead."""
    if person.stage in (Stage.ACTIVE, Stage.WINDING_DOWN):
        return case.nothing_done(
            f"you and {person.first_name} have an agreement; WRAP UP {person.name} ends it well", person=person.id
        )
    book = case.book.with_person(replace(person, stage=Stage.CLOSED))
    case = case.on(book)
    last = [r for r in book.recaps if r.person == person.id]
    used = last[-1].used if last else ""
    draft = case.write(
        "person/thanks_meeting",
        Kind.THANKS,
        person,
        values={
            "greeting": greeting(person),
            "day": last[-1].day if last else None,
            "used": clause(addressed(used, person.first_name)),
            "closing": True,
        },
        why=Why("thanks and close after a talk that did not fit", case.command.line),
    )
    return case.answer(
        "protege/fit_no",
        person=person.id,
        drafts=(draft,),
        taps=TAPS,
        values={"name": person.first_name, "next": next_prospect(book, person.id), "used": bool(used)},
        notes=(case.note("fit", f"{person.name}: no; closed", person.id),),
    )
