"""`thank Minerva: …` (L37, P130): a draft around that one sentence; without a reason there is nothing to thank for."""

from __future__ import annotations

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Why
from assistant.mentoring.meetings.moves import TAPS, greeting
from assistant.mentoring.people import out_of_reach
from assistant.mentoring.person import Person
from assistant.mentoring.privacy import may_leave, plain, private_lines
from assistant.mentoring.words.phrases import addressed, clause, speaks_about
from assistant.mentoring.words.turning import whose


def _may_turn(case: Case, person: Person, turned: str) -> bool:
    """Whether the turned words are none of the private lines, turned: "she leaves in May" is "you leave in May"."""
    said = plain(turned)
    return not any(plain(addressed(line, person.first_name)) in said for line in private_lines(case.book))


def thank(case: Case) -> Decision:
    """The thanks as a draft, in the protégé's words turned to the person; the change is shown with it."""
    person = case.person
    if person is None:
        return case.ask_whom("THANK")
    if person.do_not_contact and person.do_not_contact != "declined":
        return case.nothing_done(out_of_reach(person), person=person.id)
    if not person.email:
        return case.nothing_done(f"I have no address of {person.first_name}'s", person=person.id)
    reason = clause(case.command.text)
    if not reason:
        return case.nothing_done(f"what did it change? One line: THANK {person.name}: …", person=person.id)
    if not may_leave(case.book, reason):
        return case.nothing_done("that line holds something you marked as private", person=person.id)
    if word := whose(reason, person.first_name):
        return case.nothing_done(
            f"I can't tell whether “{word}” is {person.first_name} or somebody else. Write it with the name:"
            f" THANK {person.name}: …",
            person=person.id,
        )
    turned = addressed(reason, person.first_name)
    if not may_leave(case.book, turned) or not _may_turn(case, person, turned):
        return case.nothing_done("that line holds something you marked as private", person=person.id)
    draft = case.write(
        "person/thanks",
        Kind.THANKS,
        person,
        values={"greeting": greeting(person), "reason": turned[:1].upper() + turned[1:]},
        why=Why("thanks for one thing that they did", case.command.line, data="your own sentence"),
    )
    return case.answer(
        "protege/thanks_drafted",
        person=person.id,
        drafts=(draft,),
        taps=TAPS,
        values={"name": person.first_name, "reason": reason, "turned": turned if speaks_about(reason) else ""},
        notes=(case.note("thanks", f"{person.name}: {reason}", person.id),),
    )
