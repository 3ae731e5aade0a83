"""A bare yes or no: the mail that it answers decides what it means (`language.md`, "Which reading wins", 3)."""

from __future__ import annotations

from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, Tap
from assistant.mentoring.meetings import counters, moves, times
from assistant.mentoring.protege import choosing
from assistant.mentoring.protege.approval import send
from assistant.mentoring.protege.held import told_by
from assistant.mentoring.protege.questions import answer_question
from assistant.mentoring.recaps import recap
from assistant.mentoring.relationship import agreement

THEIRS = frozenset({"protege/invite_came", "protege/their_change"})
NEWS = frozenset({"protege/accepted", "protege/said_thanks", "protege/runs_late", "protege/their_time_stays"})
SAYS_YES = frozenset({"protege/said_yes", "protege/another_time"})


def yes(case: Case) -> Decision:
    """A bare yes is to what the answered mail asks or shows; never to two things."""
    question = case.book.question(case.context.thread)
    answered = case.book.find_letter(case.context.letter)
    if answered is not None and answered.kind is Kind.RECAP:
        return answer_question(case, "yes") if _asks_only(case, Asks.AGREEMENT) else recap.take(case)
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
    if answered is not None and agreement.waits(case, answered):
        return agreement.taken(case, answered)
    if question is not None:
        return answer_question(case, "yes")
    if answered is not None and answered.template in THEIRS:
        return _theirs_stands(case, answered)
    if answered is not None and answered.template in NEWS:
        return Decision(case.book, notes=(case.note("noted", "news, taken note of"),))
    if case.context.person:
        return case.nothing_done("I don't know what your yes is to", taps=(Tap("Status", "STATUS"),))
    return Decision(case.book, notes=(case.note("noted", "a yes to nothing that waits"),))


def _theirs_stands(case: Case, answered: Letter) -> Decision:
    """A yes to their own invite, or to what they changed of it: it counts, and they hear it from her calendar."""
    person = case.book.person(answered.person)
    found = moves.upcoming(case.book, case.at, person)
    theirs = next((u for u in found if u.meeting.organizer), None)
    if theirs is None:
        return Decision(case.book, notes=(case.note("noted", "news, taken note of", person.id),))
    when = times.said(times.local(case, theirs.actual))
    said = (
        f"It names only me, so {person.first_name} hears your yes from you: EDIT, and your words below it"
        if theirs.meeting.only_ours
        else f"{person.first_name} sees your yes when you accept the invite in your own calendar"
    )
    return case.answer(
        "protege/noted", person=person.id, values={"what": f"Good: {when} with {person.first_name} stands. {said}."}
    )


def _asks_only(case: Case, asks: Asks) -> bool:
    """Whether nothing of the recap is open, and something else was asked beside it: are you ready?"""
    thread = case.context.thread
    return case.book.question(thread, asks) is not None and case.book.question(thread, Asks.RECAP) is None


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
    """A bare no: to a time that their calendar proposes, a draft (three ways are shown), a question; else asked."""
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
