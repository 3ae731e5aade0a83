"""What the protégé reports of a person's answer, in a word or in prose (L20–L22): it goes the way of every answer."""

from __future__ import annotations

from assistant.mentoring.answers import take
from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.mentoring.person import Person


def reported(case: Case) -> Decision:
    """`ANSWERED`, `Minerva answered: yes, next week`: the ladder stops; what it means may have to be asked (L20)."""
    person = case.person
    if person is None:
        return case.ask_whom("ANSWERED")
    text = _words(case, person)
    meaning = {
        "yes": Meaning.YES,
        "later": Meaning.LATER,
        "no": Meaning.NO,
        "question": Meaning.QUESTION,
        "thanks": Meaning.THANKS,
        "stop": Meaning.STOP,
    }.get(case.command.op or case.command.text.strip(" .!").lower(), Meaning.OTHER)
    until = case.command.day or case.command.until
    slots = (Slot(case.command.at, None, case.zone),) if case.command.at else ()
    return take(case, person, Answer(meaning, meaning is not Meaning.OTHER, slots, until, text=text), text)


def _words(case: Case, person: Person) -> str:
    """Their words: as the protégé reports them, or, where a bare word only says what they mean, as they came."""
    question = case.book.question(thread_of(person.id), Asks.WHAT_ANSWER)
    said = case.command.text
    bare = len(said.split()) <= 1
    return question.get("text") if question and bare else "" if bare else said


def said_no(case: Case) -> Decision:
    """L21."""
    person = case.person
    if person is None:
        return case.ask_whom("SAID NO")
    return take(case, person, Answer(Meaning.NO, certain=True), _words(case, person))


def said_later(case: Case) -> Decision:
    """L22."""
    person = case.person
    if person is None:
        return case.ask_whom("LATER")
    day = case.command.day or case.command.until
    return take(case, person, Answer(Meaning.LATER, certain=True, until=day), _words(case, person))
