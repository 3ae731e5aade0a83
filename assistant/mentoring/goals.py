"""Hello, goals, and the answers to our open questions (L1, L5; P1–P16).

The hello asks three questions; with their answers the first draft comes in the next mail. Everything else is asked
later, one question at a time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring import answers, outreach, recap, search
from assistant.mentoring.book import Asks, Book, Goal, Person, Question, Remark
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning
from assistant.mentoring.letters import Tap

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBERED = re.compile(r"^\s*(?:\(?([1-9])[.):]|([1-9])\s*[-–—])\s*", re.MULTILINE)
NOBODY = re.compile(r"\b(?:nobody|no one|noone|none|not yet|don[’']?t know)\b", re.IGNORECASE)
BECAUSE = re.compile(r"\s+because\s+", re.IGNORECASE)
GOALS_MOST = 9


def hello(case: Case) -> Decision:
    """The welcome: who I am, what I never do, and three questions; a second hello says that we know each other."""
    if case.book.welcomed is not None:
        return case.answer(
            "protege/hello_again", values={"goals": len(case.book.goals), "people": len(case.book.people)}
        )
    book = replace(case.book, welcomed=case.at)
    question = Question(case.id("three"), Asks.THREE, case.at, GENERAL)
    return case.on(book.with_question(question)).answer("protege/welcome", thread=GENERAL)


# --- goals (L5)


def goals(case: Case) -> Decision:
    """`goals`, `new goal: … because …`, `change goal 2 to …`, the goal sheet sent back edited."""
    command = case.command
    match command.op:
        case "new":
            return _new(case)
        case "change":
            return _change(case)
        case "drop":
            return _drop(case)
        case "sheet":
            return _edited(case)
        case _:
            return sheet(case)


def sheet(case: Case, changed: tuple[int, ...] = (), *, said: str = "") -> Decision:
    """The goal sheet, changed lines marked."""
    rows = [{"number": g.number, "text": g.text, "why": g.why, "changed": g.number in changed} for g in case.book.goals]
    return case.answer("protege/goals", thread=GENERAL, values={"rows": rows, "said": said})


def _new(case: Case) -> Decision:
    text, why = _split(case.command.text, case.command.because)
    if not text:
        return case.nothing_done("I found no goal in that line. Write e.g. new goal: lead a pricing team because …")
    if len(case.book.goals) >= GOALS_MOST:
        return case.nothing_done("nine goals are more than anybody can follow; change or drop one first")
    book = add_goal(case.book, text, why)
    return sheet(case.on(book), (book.goals[-1].number,))


def add_goal(book: Book, text: str, why: str = "") -> Book:
    """The book with one goal more; one that says the same is not doubled."""
    if any(g.text.lower() == text.lower() for g in book.goals):
        return book
    number = 1 + max((g.number for g in book.goals), default=0)
    return replace(book, goals=(*book.goals, Goal(number, text, why)))


def _split(text: str, because: str) -> tuple[str, str]:
    if because:
        return text.strip(" ."), because.strip()
    head, *rest = BECAUSE.split(text, maxsplit=1)
    return head.strip(" ."), rest[0].strip() if rest else ""


def _change(case: Case) -> Decision:
    goal = next((g for g in case.book.goals if g.number == case.command.number), None)
    if goal is None:
        return case.nothing_done(_no_goal(case))
    text, why = _split(case.command.text, case.command.because)
    if not text:
        return case.nothing_done(f"I found no new words for goal {goal.number}")
    changed = replace(goal, text=text, why=why or goal.why)
    book = replace(case.book, goals=tuple(changed if g.number == goal.number else g for g in case.book.goals))
    return sheet(case.on(book), (goal.number,))


def _drop(case: Case) -> Decision:
    goal = next((g for g in case.book.goals if g.number == case.command.number), None)
    if goal is None:
        return case.nothing_done(_no_goal(case))
    book = replace(case.book, goals=tuple(g for g in case.book.goals if g.number != goal.number))
    return sheet(case.on(book), said=f"Goal {goal.number} is gone: {goal.text}")


def _no_goal(case: Case) -> str:
    known = [str(g.number) for g in case.book.goals]
    if not known:
        return "you have no goals yet. Write e.g. new goal: lead a pricing team because …"
    span = known[0] if len(known) == 1 else f"{known[0]}–{known[-1]}"
    return f"goal {case.command.number} does not exist; you have {span}"


def _edited(case: Case) -> Decision:
    """The sheet sent back: `Goal 1: …` lines; only what differs is changed."""
    by_number = {g.number: g for g in case.book.goals}
    changed = []
    for name, value in case.command.fields:
        number = int("".join(c for c in name if c.isdigit()) or 0)
        goal = by_number.get(number)
        text, why = _split(value, "")
        if goal is not None and text and text != goal.text:
            by_number[number] = replace(goal, text=text, why=why or goal.why)
            changed.append(number)
    book = replace(case.book, goals=tuple(by_number[g.number] for g in case.book.goals))
    return sheet(case.on(book), tuple(changed), said="" if changed else "Nothing has changed.")


# --- answers to open questions


def open_question(case: Case) -> Decision:
    """Numbered or plain answers to what we asked last in this thread."""
    question = case.book.question(case.context.thread)
    if question is None and case.context.thread != GENERAL:
        question = case.book.question(GENERAL, Asks.THREE)
    if question is None:
        return case.nothing_done("I have no open question here", taps=(Tap("Status", "STATUS"),))
    match question.asks:
        case Asks.THREE:
            return _three(case, question)
        case Asks.WHAT_ANSWER:
            return _what_answer(case, question)
        case Asks.HELD_BACK:
            return _held_back(case, question)
        case Asks.RECAP | Asks.WHOSE_NOTES | Asks.FIT:
            return recap.question_answered(case, question, case.command.text)
        case Asks.UNTIL_WHEN:
            return case.nothing_done("I found no day in that. Reply e.g. LATER fri", person=question.person)
        case _:
            return case.nothing_done("I am not sure what that answers. YES or NO is enough", person=question.person)


def _three(case: Case, question: Question) -> Decision:
    """The hello's three: a goal, a person, what of theirs was used. With all three the first draft comes at once."""
    said = dict(case.command.answers) or numbered(case.command.text)
    book = case.book
    missing = []
    if said.get(1):
        text, why = _split(said[1], "")
        book = add_goal(book, text, why)
    person = None
    if said.get(2) and not NOBODY.search(said[2]):
        person = _named(book, said[2])
        book = book.with_person(person)
    if person is None and len(book.people) == 1:
        person = book.people[0]
    if person is not None and said.get(3) and not NOBODY.fullmatch(said[3].strip(" .")):
        person = replace(
            person,
            why=person.why or said[3].strip(),
            remarks=(*person.remarks, Remark(case.at, said[3].strip(), evidence=True)),
        )
        book = book.with_person(person)
    if not book.goals:
        missing.append("1. What do you want to be able to do in two years?")
    if person is None and not NOBODY.search(said.get(2, "")):
        missing.append("2. Who has done it? A name and an address, or “nobody yet”.")
    if person is not None and not person.why:
        missing.append(f"3. What of {person.first_name}'s did you use, and what did it change?")
    if not said:
        return case.nothing_done("I could not tell which answer is which. Number them 1, 2 and 3")
    base = case.on(book)
    if missing:
        return base.answer("protege/three_missing", thread=GENERAL, values={"missing": missing})
    base = case.on(book.without_question(question.id))
    if person is None:
        return base.answer("protege/nobody_yet", thread=GENERAL, values={"goal": book.goals[0].text})
    if outreach.what_is_missing(book, person):
        return search.card(base, person)
    return outreach.first_draft(base, person)


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
    found = ADDRESS.search(text)
    email = found[0].lower() if found else ""
    rest = ADDRESS.sub(" ", text)
    name = (
        re.split(r"[,;(\n]|\s[-–—]\s", re.sub(r"[<>()]", " ", rest).strip(" ,;.\n"))[0].strip(" ,;.")
        or email.partition("@")[0].title()
    )
    known = (book.by_address(email) if email else None) or next(
        (p for p in book.people if p.name.lower() == name.lower()), None
    )
    if known is not None:
        return replace(known, email=known.email or email)
    return search.new_person(book, " ".join(name.split())[:60], email)


def _what_answer(case: Case, question: Question) -> Decision:
    """What did their answer mean? A word that names it is enough."""
    word = case.command.text.strip().split(None, 1)[0].strip(" .,!").lower() if case.command.text.strip() else ""
    meaning = {"yes": Meaning.YES, "no": Meaning.NO, "later": Meaning.LATER, "question": Meaning.QUESTION}.get(word)
    person = case.book.find_person(question.person)
    if person is None or meaning is None:
        return case.nothing_done("that is not YES, LATER or NO to me", person=question.person)
    return answers.take(case, person, Answer(meaning, certain=True, text=question.get("text")), question.get("text"))


def _held_back(case: Case, question: Question) -> Decision:
    """1 the wording, 2 the timing, 3 not her (`product.md`): each leads to one next step."""
    person = case.book.find_person(question.person)
    said = case.command.text.strip()[:1]
    chosen = dict(case.command.answers)
    number = said if said in "123" and said else str(next(iter(chosen), ""))
    base = case.on(case.book.without_question(question.id))
    if person is None or number not in ("1", "2", "3"):
        return case.nothing_done("1, 2 or 3 is enough", person=question.person)
    if number == "3":
        return base.answer("protege/not_her", person=person.id, values={"name": person.name})
    again = replace(base, command=Command(Verb.REACH_OUT, person=person.id, line=case.command.line))
    if number == "1" and outreach.what_is_missing(base.book, person) == [] and person.ladder.started is None:
        return outreach.reach_out(again)
    return base.answer("protege/held_back", person=person.id, values={"name": person.name, "number": number})
