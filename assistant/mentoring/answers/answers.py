"""What a person's answer sets in motion (`policy.md`, what comes · then). Any human answer ends the ladder.

The answer comes by mail to us, forwarded by the protégé, or as the protégé's word ("Minerva said no"). What is not
certain is put to the protégé: nothing is decided on a guess, except that everything waits.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.mentoring.answers.meanings import UNCLEAR, Answered
from assistant.mentoring.book import Asks, Book
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning
from assistant.mentoring.letters import Kind
from assistant.mentoring.meetings import their_invites
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.people import last_to
from assistant.mentoring.person import BEFORE_COFFEE, Person, Remark, Stage
from assistant.mentoring.standing import HARDSHIP
from assistant.mentoring.unanswered import is_answered

# After one of these an older yes, and the times that came with it, wait no longer.
CLOSES = frozenset({Meaning.NO, Meaning.STOP, Meaning.LATER, Meaning.NOT_NOW, Meaning.HARDSHIP})


def answered(case: Case, event: happened.AnswerReceived) -> Decision:
    """A person wrote, to us or (forwarded) to the protégé. The words are always shown in full."""
    person = case.book.find_person(event.person)
    if person is None:
        return Decision(case.book)
    if event.message_id:
        # Kept for the protégé's answer: it belongs into their thread, under their last mail.
        ids = tuple(dict.fromkeys((*event.references[-9:], event.message_id)))
        person = replace(person, their_mail=ids, their_subject=event.subject or person.their_subject)
    elif event.subject:
        person = replace(person, their_subject=event.subject)
    if event.cancels is not None:  # a stop came with it: only the stop is told
        cancelled = their_invites.invite_received(case, event.cancels)
        case = case.on(cancelled.book)
    return take(case, person, event.answer, event.text, message_id=event.message_id, references=event.references)


def take(
    case: Case,
    person: Person,
    answer: Answer,
    text: str,
    *,
    message_id: str = "",
    references: tuple[str, ...] = (),
) -> Decision:
    """Ends the ladder, withdraws what the answer overtakes, and goes by what it means."""
    book, withdrawn = withdraw(case.book, person.id, kinds=_overtaken(person))
    ladder = replace(person.ladder, ended="answered", last=person.ladder.last or case.at, retried_bounce=False)
    takes_up = person.paused == HARDSHIP and answer.certain and answer.meaning is Meaning.YES
    paused = "" if person.paused == UNCLEAR or takes_up else person.paused
    proposed = _asked_to_mentor(case.book, person)
    if answer.meaning is Meaning.THANKS and not answer.certain and _was_thanked(case.book, person):
        answer = replace(answer, certain=True)  # "My pleasure. Good luck!" under thanks agrees to nothing
    waits = bool(person.awaits) and not is_answered(case.book, person, case.at)
    if not waits or (answer.certain and answer.meaning in CLOSES):
        person = replace(person, awaits="", slots=(), offered=())
    person = replace(person, ladder=ladder, answered_at=case.at, paused=paused, away_until=None)
    if person.do_not_contact == "declined" and answer.meaning not in (Meaning.NO, Meaning.STOP):
        # "Nothing unless they write" (promise 2): they wrote.
        person = replace(person, do_not_contact="", do_not_contact_since=None, stage=Stage.CONTACTED)
    if not (answer.meaning is Meaning.STOP and answer.certain) and text:
        person = replace(person, remarks=(*person.remarks, Remark(case.at, f"answered: {text[:2000]}", private=True)))
    book = book.with_person(person)
    question = book.question(thread_of(person.id), Asks.WHAT_ANSWER)
    if question is not None:
        book = book.without_question(question.id)
    here = Answered(case.on(book), person, answer, text, withdrawn, message_id, references, proposed)
    if answer.meaning is Meaning.STOP and answer.certain:
        return here.stop()
    if not answer.certain:
        return here.unclear()
    meant = {
        Meaning.YES: here.yes,
        Meaning.LATER: here.later,
        Meaning.NOT_NOW: here.later,
        Meaning.NO: here.no,
        Meaning.REFERRAL: here.referral,
        Meaning.QUESTION: here.question,
        Meaning.THANKS: here.thanks,
        Meaning.HARDSHIP: here.hardship,
    }
    return meant.get(answer.meaning, here.unclear)()


def _was_thanked(book: Book, person: Person) -> bool:
    last = last_to(book, person)
    return last is not None and last.kind in (Kind.THANKS, Kind.RECAP)


def _overtaken(person: Person) -> frozenset[Kind]:
    """What an answer overtakes: the next attempt and the proposal; and a note in own words that no answer asked for."""
    unasked = person.answered_at is None and person.stage in BEFORE_COFFEE
    return frozenset({Kind.ATTEMPT, Kind.PROPOSAL} | ({Kind.ANSWER} if unasked else set()))


def _asked_to_mentor(book: Book, person: Person) -> bool:
    """Whether a yes is a yes to the proposal: it left, or was about to when they said so themselves."""
    waits = any(x.person == person.id and x.kind is Kind.PROPOSAL and not x.final for x in book.letters)
    return person.stage is Stage.PROPOSED or (person.stage is Stage.COFFEE_DONE and waits)
