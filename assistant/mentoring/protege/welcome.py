"""The hello and its three questions (L1; P1, P2, P12): with their answers the first draft comes in the next mail.

What was said is kept and said back, whatever else is missing; everything else is asked later, one question at a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.mentoring.addresses import TYPED, is_reachable
from assistant.mentoring.book import Asks, Book, Question
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.goals import add_goal, with_reason
from assistant.mentoring.outreach import outreach, search
from assistant.mentoring.person import Person, Remark
from assistant.mentoring.words.phrases import clause, says_something

GOAL, WHO, USED = 1, 2, 3
QUESTIONS = {
    GOAL: "1. What do you want to be able to do in two years?",
    WHO: "2. Who has done it? Name and address, or “nobody yet”.",
    USED: "3. What of theirs did you use, and what did it change?",
}
ASKS_THREE = frozenset({"protege/welcome", "protege/three_missing"})  # the mails that ask them
WORDS = re.compile(r"\w{2}")
SENTENCE = 7  # words: fewer may be no more than a title
LONGEST_ANSWER = 60  # words of an answer without its number
NOBODY = re.compile(r"\b(?:nobody|no one|noone|none|not yet|don[’']?t know)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heard:
    """What of the three is known now. `said`: what was taken, in words; `refused`: what could not be, in words."""

    book: Book
    person: Person | None
    said: tuple[str, ...]
    refused: tuple[str, ...]
    missing: tuple[str, ...]
    used: str  # what was used, of whom nobody knows yet
    nobody: bool


def hello(case: Case) -> Decision:
    """The welcome: who I am, what I never do, and of three questions those that the first mail does not answer.

    A second hello says that we know each other."""
    if case.book.welcomed is not None:
        return case.answer(
            "protege/hello_again", values={"goals": len(case.book.goals), "people": len(case.book.people)}
        )
    question = Question(case.id("three"), Asks.THREE, case.at, GENERAL)
    case = case.on(replace(case.book, welcomed=case.at).with_question(question))
    heard = _heard(case, question, _said(case))
    values: dict[str, object] = {"said": heard.said, "missing": heard.missing}
    welcome = case.on(_kept(heard, question)).answer("protege/welcome", thread=GENERAL, values=values)
    if heard.missing:
        return _with_refused(welcome, case, heard)
    return welcome.then(_begun(case.on(welcome.book), question, heard))


def three(case: Case, question: Question) -> Decision:
    """The hello's three: a goal, a person, what of theirs was used. With all three the first draft comes at once."""
    said = _said(case) or _only_missing(case, question)
    if not said and not case.command.fields:
        return case.nothing_done("I could not tell which answer is which. Number them 1, 2 and 3")
    heard = _heard(case, question, said)
    if not heard.missing:
        return _begun(case, question, heard)
    values: dict[str, object] = {"said": heard.said, "missing": heard.missing}
    asked = case.on(_kept(heard, question)).answer("protege/three_missing", thread=GENERAL, values=values)
    return _with_refused(asked, case, heard)


def _begun(case: Case, question: Question, heard: Heard) -> Decision:
    """All that was asked is there: the first draft, or what else it needs; without anybody, how to name somebody."""
    base = case.on(heard.book.without_question(question.id))
    if heard.person is None:
        values: dict[str, object] = {"goal": heard.book.goals[-1].text, "used": heard.used}
        return _with_refused(base.answer("protege/nobody_yet", thread=GENERAL, values=values), case, heard)
    if missing := outreach.what_is_missing(heard.book, heard.person):
        needs = outreach.needs(base, heard.person, missing)
        return _with_refused(needs, case, heard)
    others = [p.name for p in heard.book.people if p.id != heard.person.id and p not in case.book.people]
    begun = outreach.first_draft(base, heard.person)
    if others:
        what = f"In your book too, for later: {', '.join(others)}."
        begun = begun.with_draft(case.tell("protege/noted", thread=GENERAL, values={"what": what}))
    return _with_refused(begun, case, heard)


def _with_refused(decision: Decision, case: Case, heard: Heard) -> Decision:
    if not heard.refused:
        return decision
    because = "one line of yours has no place: " + "; ".join(heard.refused)
    return decision.with_draft(case.tell("protege/nothing", thread=GENERAL, values={"because": because}))


def _kept(heard: Heard, question: Question) -> Book:
    """The book with the question still open, and in it what was said of nobody in the book yet."""
    kept = {"used": heard.used, "person": heard.person.id if heard.person else "", "nobody": "yes" * heard.nobody}
    return heard.book.with_question(replace(question, data=tuple((k, v) for k, v in kept.items() if v)))


# --- the answers


def _said(case: Case) -> list[tuple[int, str]]:
    return [(number, words.strip()) for number, words in case.command.answers if words.strip()]


def _only_missing(case: Case, question: Question) -> list[tuple[int, str]]:
    """Words without a number answer the one question that is left, where they can."""
    text = " ".join(case.command.text.split())
    answered = case.book.find_letter(case.context.letter)
    if answered is not None and answered.template not in ASKS_THREE:
        return []
    nobody = bool(question.get("nobody"))
    missing = _missing(case.book, _known(case.book, question), used=question.get("used"), nobody=nobody)
    if len(missing) != 1 or not text or text.endswith("?") or len(text.split()) > LONGEST_ANSWER:
        return []
    number = int(missing[0][0])
    fits = {
        GOAL: len(text.split()) > 1,
        WHO: TYPED.search(text) is not None or NOBODY.search(text) is not None,
        USED: says_something(text),
    }
    return [(number, text)] if fits.get(number) else []


def _known(book: Book, question: Question) -> Person | None:
    """The person whom an earlier answer named, else the only one there is."""
    return book.find_person(question.get("person")) or (book.people[0] if len(book.people) == 1 else None)


def _heard(case: Case, question: Question, said: list[tuple[int, str]]) -> Heard:
    """Everything that was said, taken into the book; what is missing and what could not be taken, in words."""
    book = case.book
    for text in (words for number, words in said if number == GOAL):
        book = add_goal(book, *with_reason(text))
    goals = [
        f"goal: {g.text}" + (f", because {g.why}" if g.why else "") for g in book.goals if g not in case.book.goals
    ]
    named = [words for number, words in said if number == WHO]
    nobody = all(_nobody(words) for words in named) if named else bool(question.get("nobody"))
    people, refused = [], []
    for words in (w for w in named if not _nobody(w)):
        found, problems = _named(book, words, case)
        book = book.with_person(found)
        people.append(found)
        refused += problems
    used = [words for number, words in said if number == USED and _is_used(words)]
    used = used or [words for words in (question.get("used"),) if words]
    told = [f"{p.name}, {p.email}" if p.email else p.name for p in people] + [f"what you used: {u}" for u in used]
    person = people[0] if people else None if nobody else _known(book, question)
    if person is not None:
        person, problems = search.with_fields(book, _with_used(person, case, used), case.command.fields)
        book = book.with_person(person)
        refused += problems
    else:
        refused += [f"I don't know yet whom “{name}” is about" for name, _ in case.command.fields]
    waits = clause(". ".join(used)) if person is None else ""
    missing = _missing(book, person, used=waits, nobody=nobody)
    return Heard(book, person, (*goals, *told), tuple(refused), tuple(missing), waits, nobody)


def _is_used(words: str) -> bool:
    return WORDS.search(words) is not None and NOBODY.fullmatch(words.strip(" .")) is None


def _with_used(person: Person, case: Case, used: list[str]) -> Person:
    """The person with what was used of theirs: a whole sentence is what a letter begins with, a title is evidence."""
    for words in used:
        # "her talk" names a work; what it changed is the sentence that a letter begins with.
        told = says_something(words) or len(words.split()) >= SENTENCE
        remark = Remark(case.at, words, evidence=True)
        person = replace(person, why=person.why or (words if told else ""), remarks=(*person.remarks, remark))
    return person


def _nobody(text: str) -> bool:
    """Whether it says that there is nobody; whoever has an address is somebody ("I have not yet met her")."""
    return NOBODY.search(text) is not None and TYPED.search(text) is None


def _missing(book: Book, person: Person | None, *, used: str, nobody: bool) -> list[str]:
    missing = []
    if not book.goals:
        missing.append(QUESTIONS[GOAL])
    if person is None and not nobody:
        missing.append(QUESTIONS[WHO])
    if person is None and not nobody and not used:
        missing.append(QUESTIONS[USED])
    if person is not None and not person.why:
        missing.append(_what_changed(person))
    return missing


def _what_changed(person: Person) -> str:
    """The third question again, about what was named and not yet told."""
    works = [r.text for r in person.evidence]
    if works:
        return f"3. “{clause(works[-1])[:80]}”: what did it change? As a whole sentence."
    return f"3. What of {person.first_name}'s did you use, and what did it change? As a whole sentence."


def _named(book: Book, text: str, case: Case) -> tuple[Person, list[str]]:
    """A person from "Minerva M, head of pricing, minerva@example.org", and why an address in it was not taken.

    What stands beside name and address is kept as a note."""
    found = TYPED.search(text)
    typed = found[0].lower() if found else ""
    refused = []
    if typed and not is_reachable(typed):
        refused.append(search.no_address(typed))
    if typed in book.protege.addresses:  # a slip: nothing to a mentor goes to the protégé instead
        refused.append(f"{typed} is your own address")
    email = "" if refused else typed
    rest = re.sub(r"[<>()]", ",", TYPED.sub(",", text))
    parts = [part.strip(" .") for part in re.split(r"[,;\n]|\s[-–—]\s", rest) if part.strip(" ,;.")]
    name, *beside = parts or [typed.partition("@")[0].title()]
    name = " ".join(name.split())[:60]
    known = (book.by_address(email) if email else None) or next(
        (p for p in book.people if p.name.lower() == name.lower()), None
    )
    person = replace(known, email=known.email or email) if known else search.new_person(book, name, email)
    for words in beside:
        if WORDS.search(words) and len(words.split()) > 1:
            person = replace(person, remarks=(*person.remarks, Remark(case.at, words)))
    return person, refused
