"""What the protégé reports of a person's answer, in a word or in prose (L20–L22): it goes the way of every answer."""

from __future__ import annotations

from assistant.mentoring.answers.answers import take
from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.person import Person
from assistant.mentoring.protege.approval import not_approved

ASKS = frozenset({Kind.ATTEMPT, Kind.PROPOSAL})  # letters to which somebody answers
OVER = frozenset({LetterState.WITHDRAWN, LetterState.SKIPPED, LetterState.EXPIRED, LetterState.FAILED})


def reported(case: Case) -> Decision:
    """`ANSWERED`, `Minerva answered: yes, next week`: the ladder stops; what it means may have to be asked (L20)."""
    person = _who(case)
    if person is None:
        return _ask_who(case)
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
    person = _who(case)
    if person is None:
        return _ask_who(case)
    return take(case, person, Answer(Meaning.NO, certain=True), _words(case, person))


def said_later(case: Case) -> Decision:
    """L22."""
    person = _who(case)
    if person is None:
        return _ask_who(case)
    day = case.command.day or case.command.until
    return take(case, person, Answer(Meaning.LATER, certain=True, until=day), _words(case, person))


# --- who answered?


def _who(case: Case) -> Person | None:
    """Who is named, else the thread's person, else the only one who was written to and has not answered."""
    if case.command.candidates:
        written = _may_have(case)
        return written[0] if len(written) == 1 else None
    if case.person is not None:
        return case.person
    asked = [p for p in case.book.people if p.answered_at is None and any(_asks(x, p) for x in case.book.letters)]
    return asked[0] if len(asked) == 1 else None


def _may_have(case: Case) -> list[Person]:
    """Who may have answered: of those whom the name fits, or of all, whoever was written to; else any of them."""
    fitting = [p for id in case.command.candidates if (p := case.book.find_person(id))]
    people = fitting or [p for p in case.book.people if not p.do_not_contact]
    return [p for p in people if any(_asks(x, p) for x in case.book.letters)] or people


def _asks(letter: Letter, person: Person) -> bool:
    return letter.person == person.id and letter.kind in ASKS and letter.state not in OVER


def _ask_who(case: Case) -> Decision:
    """Somebody answered: until it is said who, nothing that asks for an answer leaves to whoever it may be."""
    people = _may_have(case)
    ids = {p.id for p in people}
    held = [x for x in case.book.letters if x.person in ids and x.kind in ASKS and x.state is LetterState.APPROVED]
    back = list(dict.fromkeys(case.book.person(x.person).name for x in held))
    line, named = case.command.line, case.command.named
    once = bool(named) and line.count(named) == 1
    return case.on(not_approved(case.book, held)).answer(
        "protege/who_answered",
        values={"back": back},
        taps=[Tap(p.name, line.replace(named, p.name) if once else f"{p.name} answered") for p in people[:8]],
    )
