"""The hello and its three questions (L1; P1, P2, P12): with their answers the first draft comes in the next mail.

Everything else is asked later, one question at a time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring import outreach, search
from assistant.mentoring.addresses import TYPED, is_reachable
from assistant.mentoring.book import Asks, Book, Question
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.goals import add_goal, with_reason
from assistant.mentoring.person import Person, Remark
from assistant.mentoring.phrases import says_something

NUMBERED = re.compile(r"^\s*(?:\(?([1-9])[.):]|([1-9])\s*[-–—])\s*", re.MULTILINE)
WORDS = re.compile(r"\w{2}")
SENTENCE = 7  # words: fewer may be no more than a title
NOBODY = re.compile(r"\b(?:nobody|no one|noone|none|not yet|don[’']?t know)\b", re.IGNORECASE)


def hello(case: Case) -> Decision:
    """The welcome: who I am, what I never do, and three questions; a second hello says that we know each other."""
    if case.book.welcomed is not None:
        return case.answer(
            "protege/hello_again", values={"goals": len(case.book.goals), "people": len(case.book.people)}
        )
    book = replace(case.book, welcomed=case.at)
    question = Question(case.id("three"), Asks.THREE, case.at, GENERAL)
    return case.on(book.with_question(question)).answer("protege/welcome", thread=GENERAL)


def three(case: Case, question: Question) -> Decision:
    """The hello's three: a goal, a person, what of theirs was used. With all three the first draft comes at once."""
    said = dict(case.command.answers) or numbered(case.command.text)
    if not said:
        return case.nothing_done("I could not tell which answer is which. Number them 1, 2 and 3")
    book, person = _taken(case, said)
    book, person, problems = _told(book, person, case.command.fields)
    nobody = _nobody(said.get(2, ""))
    missing = _missing(book, person, nobody=nobody)
    if missing:
        asked = case.on(book).answer("protege/three_missing", thread=GENERAL, values={"missing": missing})
        return _with_problems(asked, case, problems)
    base = case.on(book.without_question(question.id))
    if person is None:
        nobody_yet = base.answer("protege/nobody_yet", thread=GENERAL, values={"goal": book.goals[0].text})
        return _with_problems(nobody_yet, case, problems)
    if outreach.what_is_missing(book, person):
        return _with_problems(search.card(base, person, _refused(said.get(2, ""))), case, problems)
    return _with_problems(outreach.first_draft(base, person), case, problems)


def _told(
    book: Book, person: Person | None, fields: tuple[tuple[str, str], ...]
) -> tuple[Book, Person | None, list[str]]:
    """The lines of fields below the answers are of the person just named; and what can't be taken, in words."""
    problems = []
    for name, value in fields:
        changed = f"I don't know yet whom “{name}” is about" if person is None else _field(person, name, value)
        if isinstance(changed, str):
            problems.append(changed)
        else:
            person = changed
    return (book.with_person(person) if person else book), person, problems


def _field(person: Person, name: str, value: str) -> Person | str:
    return search.with_field(person, name, value.strip())


def _with_problems(decision: Decision, case: Case, problems: list[str]) -> Decision:
    if not problems:
        return decision
    because = "one line of yours has no place: " + "; ".join(problems)
    return decision.with_draft(case.tell("protege/nothing", thread=GENERAL, values={"because": because}))


def _taken(case: Case, said: dict[int, str]) -> tuple[Book, Person | None]:
    """The book with what was answered, and the person it is about, if any."""
    book = case.book
    if said.get(1):
        book = add_goal(book, *with_reason(said[1]))
    person = book.people[0] if len(book.people) == 1 else None
    if said.get(2) and not _nobody(said[2]):
        person = _named(book, said[2])
        book = book.with_person(person)
    used = said.get(3, "").strip()
    if person is not None and WORDS.search(used) and not NOBODY.fullmatch(used.strip(" .")):
        remark = Remark(case.at, used, evidence=True)
        # "her talk" names a work; what it changed is the sentence that a letter begins with.
        told = says_something(used) or len(used.split()) >= SENTENCE
        why = person.why or (used if told else "")
        person = replace(person, why=why, remarks=(*person.remarks, remark))
        book = book.with_person(person)
    return book, person


def _nobody(text: str) -> bool:
    """Whether it says that there is nobody; whoever has an address is somebody ("I have not yet met her")."""
    return NOBODY.search(text) is not None and TYPED.search(text) is None


def _refused(text: str) -> tuple[tuple[str, str], ...]:
    """The address in it that nothing can be written to, as a field of the card, which says so."""
    found = TYPED.search(text)
    return (("email", found[0]),) if found and not is_reachable(found[0].lower()) else ()


def _missing(book: Book, person: Person | None, *, nobody: bool) -> list[str]:
    missing = []
    if not book.goals:
        missing.append("1. What do you want to be able to do in two years?")
    if person is None and not nobody:
        missing.append("2. Who has done it? A name and an address, or “nobody yet”.")
    if person is not None and not person.why:
        missing.append(f"3. What of {person.first_name}'s did you use, and what did it change? As a whole sentence.")
    return missing


def numbered(text: str) -> dict[int, str]:
    """ "1 … 2 … 3 …" by number; three plain paragraphs count as 1 to 3."""
    marks = list(NUMBERED.finditer(text))
    if marks:
        ends = [m.start() for m in marks[1:]] + [len(text)]
        return {
            int(m.group(1) or m.group(2)): text[m.end() : end].strip()
            for m, end in zip(marks, ends, strict=True)
            if text[m.end() : end].strip()
        }
    parts = [p.strip() for p in re.split(r"\n\s*\n", text.strip()) if p.strip()]
    if len(parts) != 3:
        parts = [p.strip() for p in text.strip().splitlines() if p.strip()]
    return dict(enumerate(parts, 1)) if len(parts) == 3 else {}


def _named(book: Book, text: str) -> Person:
    """A person from "Minerva M, minerva@example.org": an address and what is left as the name."""
    found = TYPED.search(text)
    typed = found[0].lower() if found else ""
    own = typed in book.protege.addresses  # a slip: nothing to a mentor goes to the protégé instead
    email = typed if is_reachable(typed) and not own else ""
    rest = TYPED.sub(" ", text)
    name = (
        re.split(r"[,;(\n]|\s[-–—]\s", re.sub(r"[<>()]", " ", rest).strip(" ,;.\n"))[0].strip(" ,;.")
        or typed.partition("@")[0].title()
    )
    known = (book.by_address(email) if email else None) or next(
        (p for p in book.people if p.name.lower() == name.lower()), None
    )
    if known is not None:
        return replace(known, email=known.email or email)
    return search.new_person(book, " ".join(name.split())[:60], email)
