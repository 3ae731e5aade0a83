"""STOP, in all its sizes (L23): at once, first everything waits, then it is asked how much was meant."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.mentoring.answers import answers
from assistant.mentoring.answers.meanings import UNCLEAR
from assistant.mentoring.book import Asks, Book, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning
from assistant.mentoring.letters import LetterState, Tap
from assistant.mentoring.meetings import own_calendar
from assistant.mentoring.outbox import unapproved, withdraw
from assistant.mentoring.person import Person, Stage

EVERYTHING = "you said pause all"
ASKED = "you said STOP and I asked how much"
FOR_GOOD = "you said stop"
ELSEWHERE = "no mail from this mailbox, please"


def stop(case: Case) -> Decision:
    """`stop Minerva`, `pause all`, a bare `STOP`; until the answer to its question nothing leaves to anybody."""
    if case.command.op == "all":
        return _all(case)
    if case.command.op == "resume":
        return _resume(case)
    person = None if case.command.candidates else case.person
    if person is not None:
        answered = case.book.find_letter(case.context.letter)
        under_draft = answered is not None and bool(answered.shows) and not case.command.named
        return _this_one(case, person) if under_draft or case.command.ask else _for_good(case, person)
    if case.command.named:
        return _which_one(case)
    book = replace(case.book, paused=case.book.paused or ASKED)
    names = [p.name for p in case.book.people if not p.do_not_contact][:6]
    return case.asking(
        Asks.WHOM_TO_STOP,
        "protege/stop_whom",
        book=book,
        values={"names": names},
        taps=(*(Tap(n, f"STOP {n}") for n in names), Tap("Everything", "PAUSE ALL"), Tap("Go on", "RESUME")),
    )


def _which_one(case: Case) -> Decision:
    """A name that fits several, or nobody: until it is said who, nothing leaves to any whom it may mean."""
    book = case.book
    for id in case.command.candidates:
        person = book.find_person(id)
        if person is not None and not person.paused:
            book = book.with_person(replace(person, paused=ASKED))
    if not case.command.candidates:
        book = replace(book, paused=book.paused or ASKED)
    return case.on(book).ask_whom("STOP")


def _this_one(case: Case, person: Person) -> Decision:
    """Under a draft or in a person's thread: this note and everything to this person stops at once, then asked."""
    book, count = withdraw(case.book, person.id)
    book = book.with_person(replace(person, paused="you said STOP"))
    return case.on(book).asking(
        Asks.WHOM_TO_STOP,
        "protege/stop_this",
        person=person.id,
        values={"name": person.name, "count": count},
        taps=(Tap("Only this note", "GO ON"), Tap(f"{person.first_name} for good", f"STOP {person.name}")),
    )


def _for_good(case: Case, person: Person) -> Decision:
    """Nothing more to this person, ever, unless the protégé says otherwise."""
    book, count = withdraw(case.book, person.id)
    stopped = replace(
        person,
        paused="",
        do_not_contact=FOR_GOOD,
        do_not_contact_since=case.today,
        ladder=replace(person.ladder, ended="stopped", waits_until=None),
        stage=Stage.RESTING if person.stage in (Stage.CONTACTED, Stage.READY) else person.stage,
    )
    book = _answered(book.with_person(stopped), thread_of(person.id))
    book = _answered(book, case.context.thread)
    if book.paused == ASKED:
        book = replace(book, paused="")
    for other in book.people:
        if other.paused == ASKED:
            book = book.with_person(replace(other, paused=""))
    book = replace(book, undo=(thread_of(person.id), "stop", person.id))
    asked, rows = own_calendar.asked(case.on(book), stopped)
    clear = [Tap("Clear my calendar", "YES")] if own_calendar.has_ours(rows) else []
    return asked.answer(
        "protege/stopped",
        person=person.id,
        values={"name": person.name, "count": count, "on_wire": _on_wire(book, person.id), "rows": rows},
        taps=(*clear, Tap("Undo", "UNDO"), Tap("Status", "STATUS")),
        notes=(case.note("stop", f"nothing more to {person.name}", person.id),),
    )


def _on_wire(book: Book, person: str) -> int:
    """Letters that may have left already: nobody can call them back, and that must be said."""
    return sum(x.person == person and x.state in (LetterState.SENDING, LetterState.IN_DOUBT) for x in book.letters)


def _all(case: Case) -> Decision:
    """`pause all`: nothing leaves to anybody; approved letters go back to waiting."""
    book = case.book
    count = 0
    for letter in book.letters:
        if letter.state is LetterState.APPROVED and not letter.to_protege:
            book = book.with_letter(unapproved(letter))
            count += 1
    book = _answered(replace(book, paused=EVERYTHING), case.context.thread)
    return case.on(book).answer(
        "protege/paused_all",
        thread="general",
        values={"count": count, "waiting": len(book.pending())},
        taps=(Tap("Resume", "RESUME"), Tap("Status", "STATUS")),
        notes=(case.note("pause all", "nothing leaves to anybody"),),
    )


def _resume(case: Case) -> Decision:
    """`resume`, `go on`: what was paused goes on; what was withdrawn stays withdrawn."""
    person = case.person
    if person is not None and (person.paused or person.do_not_contact == FOR_GOOD):
        return lifted(case, person)
    if case.book.paused:
        book = _answered(replace(case.book, paused=""), case.context.thread)
        return case.on(book).answer("protege/resumed", values={"name": ""}, taps=(Tap("Status", "STATUS"),))
    return case.nothing_done("nothing is paused", taps=(Tap("Status", "STATUS"),))


def lifted(case: Case, person: Person) -> Decision:
    """The protégé's own stop of a person is taken back; a person's own stop never is."""
    ours = person.do_not_contact == FOR_GOOD
    freed = replace(
        person,
        paused="",
        do_not_contact="" if ours else person.do_not_contact,
        do_not_contact_since=None if ours else person.do_not_contact_since,
    )
    book = _answered(case.book.with_person(freed), thread_of(person.id))
    return case.on(own_calendar.not_asked(book, person)).answer(
        "protege/resumed",
        person=person.id,
        values={"name": person.name},
        taps=(Tap("Status", "STATUS"),),
        notes=(case.note("resume", f"letters to {person.name} may go on", person.id),),
    )


def _answered(book: Book, thread: str) -> Book:
    question = book.question(thread, Asks.WHOM_TO_STOP)
    return book.without_question(question.id) if question else book


def answered(case: Case, question: Question, word: str) -> Decision:
    """A yes or no to one of our questions about a stop or an unknown sender."""
    person = case.book.find_person(question.person)
    base = case.on(case.book.without_question(question.id))
    if question.asks is Asks.WHO_WAS_IT and person is not None:
        return _who_was_it(base, question, person, word)
    if person is not None and word == "yes":
        return _for_good(base, person)
    if person is not None:
        book = base.book.with_person(replace(person, paused=""))
        return base.on(book).answer("protege/resumed", person=person.id, values={"name": person.name})
    if word == "yes":
        return _all(base)
    return _resume(base)


def _who_was_it(case: Case, question: Question, person: Person, word: str) -> Decision:
    """ "Does Jonas write for Minerva?" YES: the address is hers, what came is an answer. NO: letters go on."""
    sender = question.get("sender")
    freed = replace(person, paused="", ladder=replace(person.ladder, ended=question.get("ladder")))
    if word != "yes":
        return case.on(case.book.with_person(freed)).answer(
            "protege/not_them", person=person.id, values={"name": person.name, "sender": sender}
        )
    if sender and sender not in freed.addresses:
        freed = replace(freed, also=(*freed.also, sender))
    freed = replace(freed, answered_at=case.at, ladder=replace(freed.ladder, ended="answered"))
    if question.get("stop"):
        stopped = Answer(Meaning.STOP, certain=True, text=question.get("text"))
        return answers.take(case.on(case.book.with_person(freed)), freed, stopped, question.get("text"))
    freed = replace(freed, paused=UNCLEAR)
    return case.on(case.book.with_person(freed)).asking(
        Asks.WHAT_ANSWER,
        "protege/was_them",
        person=person.id,
        data={"text": question.get("text")},
        values={"name": person.name, "sender": sender, "text": question.get("text")},
        taps=(
            Tap("Yes", "ANSWERED YES"),
            Tap("Later", "ANSWERED LATER"),
            Tap("No", "ANSWERED NO"),
            Tap("A question", "ANSWERED QUESTION"),
            Tap("Stop", f"STOP {person.name}"),
        ),
    )


def stopped_elsewhere(case: Case, event: happened.StoppedElsewhere) -> Decision:
    """A person said stop to another protégé: nothing more from here either. Who and why stays there."""
    person = case.book.find_person(event.person)
    if person is None or person.do_not_contact:
        return Decision(case.book)
    book, count = withdraw(case.book, person.id)
    stopped = replace(
        person,
        do_not_contact=ELSEWHERE,
        do_not_contact_since=case.today,
        ladder=replace(person.ladder, ended="stopped", waits_until=None),
    )
    return case.on(book.with_person(stopped)).answer(
        "protege/stopped_elsewhere",
        person=person.id,
        values={"name": person.name, "count": count},
        notes=(case.note("stop", f"nothing more to {person.name}", person.id),),
    )
