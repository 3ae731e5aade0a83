"""A bare yes or no: the mail that it answers decides what it means (`language.md`, "Which reading wins", 3)."""

from __future__ import annotations

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Tap
from assistant.mentoring.meetings import counters
from assistant.mentoring.protege import choosing
from assistant.mentoring.protege.approval import send
from assistant.mentoring.protege.held import told_by
from assistant.mentoring.protege.questions import answer_question
from assistant.mentoring.recaps import recap

SAYS_YES = frozenset({"protege/said_yes", "protege/another_time"})


def yes(case: Case) -> Decision:
    question = case.book.question(case.context.thread)
    answered = case.book.find_letter(case.context.letter)
    if answered is not None and answered.kind is Kind.RECAP:
        return recap.take(case)
    if answered is not None and answered.template == "protege/attempt":
        # It asks "did they answer elsewhere?" above the draft: a yes may be to that.
        return case.nothing_done(
            "a yes can mean two things here: they answered, or the note goes. Say ANSWERED or SEND",
            taps=(Tap("They answered", "ANSWERED"), Tap("Send the note", "SEND")),
            person=answered.person,
        )
    if told_by(case.book, answered):
        return send(case)
    if choosing.shows_times(case):
        return choosing.choose(case)  # the one time that they named
    if question is not None:
        return answer_question(case, "yes")
    if case.context.person:
        return case.nothing_done("I don't know what your yes is to", taps=(Tap("Status", "STATUS"),))
    return Decision(case.book, notes=(case.note("noted", "a yes to nothing that waits"),))


def three_ways(case: Case, whom: str) -> Decision:
    """Under a draft that waits, a no or a "cancel it" may mean three things: nothing is done, each is one tap."""
    person = case.book.find_person(whom)
    name = person.name if person else ""
    word = "that" if case.command.op == "hold" else "a no"
    return case.nothing_done(
        f"{word} can mean three things here: SKIP drops this note, LATER moves it, STOP ends it for good",
        taps=(Tap("Skip", "SKIP"), Tap("Later", "LATER"), Tap("Stop", f"STOP {name}".strip())),
        person=whom,
    )


def no(case: Case) -> Decision:
    answered = case.book.find_letter(case.context.letter)
    if answered is not None and answered.template == "protege/countered":
        return counters.declined(case, answered.person)
    if answered is not None and answered.shows:
        return three_ways(case, answered.person)
    if case.book.question(case.context.thread) is not None:
        return answer_question(case, "no")
    person = case.book.find_person(answered.person) if answered is not None else None
    if answered is not None and answered.template in SAYS_YES and person is not None:
        return case.nothing_done(
            f"a no can mean two things here: {person.first_name} said no after all, or you would rather not meet",
            taps=(
                Tap(f"{person.first_name} said no", f"{person.name} SAID NO"),
                Tap("I'd rather not", f"REST {person.name}"),
            ),
            person=person.id,
        )
    return case.nothing_done("I don't know what your no is to", taps=(Tap("Status", "STATUS"),))
