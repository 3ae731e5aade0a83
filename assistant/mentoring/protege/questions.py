"""Answers to the questions that we left open: each goes to the practice that asked."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.mentoring import fate
from assistant.mentoring.answers import answers, meanings, stopping
from assistant.mentoring.book import Asks, Question
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning
from assistant.mentoring.letters import LetterState, Tap
from assistant.mentoring.meetings import calendar_asks
from assistant.mentoring.outbox import moved
from assistant.mentoring.outreach import outreach
from assistant.mentoring.protege import asked_again, welcome
from assistant.mentoring.recaps import recap
from assistant.mentoring.relationship import agreement

# A yes to one of these trusts somebody, sends once more or stops: never by a word that was meant for another question.
GRAVE = frozenset({Asks.WHO_WAS_IT, Asks.IN_DOUBT, Asks.WHOM_TO_STOP})


def open_question(case: Case) -> Decision:
    """Numbered or plain answers to what we asked last in this thread."""
    question = case.book.question(case.context.thread)
    if question is None and case.context.thread != GENERAL:
        question = case.book.question(GENERAL, Asks.THREE)
    if question is None:
        return case.nothing_done("I have no open question here", taps=(Tap("Status", "STATUS"),))
    match question.asks:
        case Asks.THREE:
            return welcome.three(case, question)
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


def _what_answer(case: Case, question: Question) -> Decision:
    """What did their answer mean? The verb that was read names it, else its own word does."""
    verbs = {Verb.YES: Meaning.YES, Verb.NO: Meaning.NO}
    words = (case.command.text or case.command.line).split()
    word = words[0].strip(" .,!").lower() if words else ""
    named = {"yes": Meaning.YES, "no": Meaning.NO, "later": Meaning.LATER, "question": Meaning.QUESTION}
    meaning = verbs.get(case.command.verb) or named.get(word)
    person = case.book.find_person(question.person)
    if person is None or meaning is None:
        name = person.first_name if person else "them"
        return case.nothing_done(
            f"I can't tell either. Nothing goes to {name} until you say YES, LATER or NO. You can also ask {name}: "
            "reply EDIT and below it your question",
            taps=meanings.WHAT_TAPS,
            person=question.person,
        )
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


def answer_question(case: Case, word: str) -> Decision:
    """A yes or no to the open question of the mail that is answered, else to the newest of this thread."""
    here = [q for q in case.book.questions if q.thread == case.context.thread]
    answered = case.book.find_letter(case.context.letter)
    question = next((q for q in here if answered is not None and q.at == answered.created), here[-1])
    told_apart = answered is not None and question.at == answered.created
    if not told_apart and len(here) > 1 and any(q.asks in GRAVE for q in here):
        asked = "; ".join(asked_again.said(case.book, q).partition(":")[0] for q in here)
        return case.nothing_done(
            f"more than one question of mine is open here, and your {word} could be to any: {asked}. "
            f"Press Reply in the mail that asks, and say {word.upper()} there",
            person=question.person,
        )
    match question.asks:
        case Asks.IN_DOUBT:
            return _arrived(case, question.get("letter"), arrived=word == "yes")
        case Asks.WHO_WAS_IT | Asks.WHOM_TO_STOP:
            return stopping.answered(case, question, word)
        case Asks.RECAP | Asks.WHOSE_NOTES:
            return recap.question_answered(case, question, word)
        case Asks.CALENDAR:
            return calendar_asks.question_answered(case, question, word)
        case Asks.AGREEMENT:
            return agreement.question_answered(case, question, word)
        case _:
            return open_question(case)


def _arrived(case: Case, letter_id: str, *, arrived: bool) -> Decision:
    """The protégé found out whether a letter in doubt arrived."""
    letter = case.book.find_letter(letter_id)
    book = case.book
    question = book.question(case.context.thread, Asks.IN_DOUBT)
    if question is not None:
        book = book.without_question(question.id)
    if letter is None or letter.state is not LetterState.IN_DOUBT:
        return case.on(book).nothing_done("that letter's fate is known already")
    if arrived:
        left = replace(case.on(book), at=letter.sending_at or case.at)
        told = case.on(book).tell(
            "protege/noted", person=letter.person, values={"what": "It arrived; nothing more is sent."}
        )
        return fate.sent(left, happened.LetterSent(case.key, left.at, letter.id)).with_draft(told)
    again = moved(letter, LetterState.APPROVED, not_before=case.at, hold_until=case.at)
    return case.on(book.with_letter(again)).answer(
        "protege/noted", person=letter.person, values={"what": "The same text goes again now."}
    )
