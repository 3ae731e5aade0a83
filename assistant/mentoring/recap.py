"""From notes to a recap (L32, L33, P98–P110): what was said, who does what by when, and what is still open.

An owner or a date that the notes do not give stays open and is asked for, on top. The notes belong to one meeting, by
its uid and occurrence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring import notes_text, times
from assistant.mentoring.actions import next_number, shown, unfinished
from assistant.mentoring.book import Asks, Book, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.coffee import FIT_TAPS, met
from assistant.mentoring.corrections import correct, take, to_confirm
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.gratitude import thank
from assistant.mentoring.held_meetings import Held, key_of, meetings_of
from assistant.mentoring.letters import Kind, Tap, Why
from assistant.mentoring.minutes import Action, Asked, Recap, RecapState
from assistant.mentoring.offers import offer_of
from assistant.mentoring.person import Person
from assistant.mentoring.phrases import clause
from assistant.mentoring.privacy import plain
from assistant.mentoring.promises import task_words
from assistant.mentoring.recap_mail import answer

__all__ = ["correct", "notes_came", "notes_command", "notes_due", "question_answered", "take", "thank"]

NO_TEXT = "no text above the quote. Did you attach it?"
YES = frozenset({"yes", "ok", "okay"})
MINE, KNEW = "MINE", "SHE KNEW"
WHOSE_TAPS = (Tap("Mine, dictated", MINE), Tap("They knew", KNEW), Tap("No, delete it", "NO"))


# --- notes come


def notes_came(case: Case, event: happened.NotesForwarded) -> Decision:
    """Notes, read. Of whom, whose words they are, and whether they are notes at all is asked where it is not sure."""
    if notes_text.is_empty(event.notes):
        return case.nothing_done(cannot_read(event.unread) if event.unread else NO_TEXT, person=event.person)
    made = _with_whom(case, event)
    if not event.unread:
        return made
    what = f"{cannot_read(event.unread)}. What stands in the mail itself is in the recap."
    told = case.tell("protege/noted", person=event.person, thread=case.context.thread, values={"what": what})
    return made.with_draft(told)


def cannot_read(names: Sequence[str]) -> str:
    """What is said of files that can't be read: never silently lost."""
    return (
        f"I can't read {', '.join(names)}: of files I read text, Word, web pages"
        f" and mails (.txt, .md, .docx, .html, .eml). "
        "Paste the words into a mail that begins with NOTES"
    )


def _with_whom(case: Case, event: happened.NotesForwarded) -> Decision:
    person = case.book.find_person(event.person)
    stored = {
        "notes": notes_text.written(event.notes),
        "dictated": "yes" if event.dictated else "",
        "confirm": "yes" if event.confirm else "",
    }
    if person is None:
        return _ask_of_whom(case, stored, event.candidates)
    return _checked(case, person, stored)


def notes_command(case: Case) -> Decision:
    """`notes: …` that came as a command: its lines are main points, those that say so private."""
    lines = [line.strip(" -*•\t") for line in case.command.text.splitlines() if line.strip(" -*•\t")]
    private = [line for line in lines if line.lower().startswith("private:")]
    notes = Notes(
        points=tuple(line for line in lines if line not in private),
        private=tuple(line.partition(":")[2].strip() for line in private if line.partition(":")[2].strip()),
    )
    person = case.person
    event = happened.NotesForwarded(
        case.key, case.at, case.context, person.id if person else "", notes, case.command.text, case.command.candidates
    )
    return notes_came(case, event)


def _ask_of_whom(case: Case, stored: dict[str, str], candidates: tuple[str, ...]) -> Decision:
    people = [p for p in case.book.people if not candidates or p.id in candidates]
    if not people:
        return case.nothing_done(
            "I know nobody yet whom these notes could be about: NEW MENTOR Minerva minerva@example.org"
        )
    recent = sorted(people, key=lambda p: not meetings_of(case, p))[:6]
    return case.asking(
        Asks.WHOSE_NOTES,
        "protege/notes_of_whom",
        data={**stored, "what": "person"},
        values={"names": [p.name for p in recent]},
        taps=[Tap(p.name, p.name) for p in recent],
    )


def _checked(case: Case, person: Person, stored: dict[str, str]) -> Decision:
    """Whose words? Are they notes? Both are asked once before anything is made of them."""
    if stored.get("dictated") and not person.transcripts:
        return case.asking(
            Asks.WHOSE_NOTES,
            "protege/whose_notes",
            person=person.id,
            data={**stored, "what": "whose"},
            values={"name": person.first_name},
            taps=WHOSE_TAPS,
        )
    if stored.get("confirm"):
        return case.asking(
            Asks.WHOSE_NOTES,
            "protege/are_these_notes",
            person=person.id,
            data={**stored, "what": "confirm"},
            values={"name": person.first_name},
            taps=(Tap("Yes, notes", "YES"), Tap("No", "NO")),
        )
    notes = notes_text.read_back(stored["notes"])
    held = meetings_of(case, person, notes)
    if len(held) > 1 and not stored.get("which"):
        return _ask_which(case, person, stored, held)
    which = stored.get("which", "")
    bound = next((x for x in held if key_of(x) == which), None) if which else next(iter(held), None)
    return make(case, person, notes, bound)


def _ask_which(case: Case, person: Person, stored: dict[str, str], held: Sequence[Held]) -> Decision:
    """Two talks without notes, and nothing that says which: asked, never guessed."""
    said = [times.said(times.local(case, x.actual)) for x in held]
    options = {f"option {number}": key_of(x) for number, x in enumerate(held, 1)}
    return case.asking(
        Asks.WHOSE_NOTES,
        "protege/which_meeting",
        person=person.id,
        data={**stored, **options, "what": "meeting"},
        values={"name": person.first_name, "meetings": said},
        taps=tuple(Tap(words, str(number)) for number, words in enumerate(said, 1)),
    )


def question_answered(case: Case, question: Question, word: str) -> Decision:
    """The answer to a question about notes or about a recap. `word` is what was written, "yes" and "no" included."""
    said = plain(word)
    if question.asks is Asks.RECAP:
        if said in YES:
            return take(case)
        return case.nothing_done("which line is wrong? Reply e.g.  2 is mine, due 5 Dec", person=question.person)
    done = case.on(case.book.without_question(question.id))
    if said in ("no", "delete", "delete it"):
        what = "Nothing was made of these lines, and I keep none of them in your book."
        return done.answer("protege/noted", person=question.person, values={"what": what})
    if question.get("what") == "person":
        return _of_whom(case, done, question, said)
    person = case.book.find_person(question.person)
    if person is None:
        return done.nothing_done("that person is not in your book any more")
    if question.get("what") == "whose":
        return _whose(case, done, question, person, said)
    if question.get("what") == "meeting":
        return _which(case, done, question, person, said)
    if said not in YES:
        return case.nothing_done("are these notes? YES or NO", person=person.id)
    return _checked(done, person, {**dict(question.data), "confirm": ""})


def _of_whom(case: Case, done: Case, question: Question, said: str) -> Decision:
    named = [p for p in case.book.people if said and said in (plain(p.name), plain(p.first_name), p.email, p.id)]
    if len(named) != 1:
        return case.nothing_done("I still don't know whom these notes are about; reply with the name")
    return _checked(done, named[0], dict(question.data))


def _whose(case: Case, done: Case, question: Question, person: Person, said: str) -> Decision:
    """Whose words a dictation holds is asked once a person, and kept."""
    whose = "mine" if said.startswith("mine") else "known" if "knew" in said.split() else ""
    if not whose:
        return case.nothing_done("whose words are they: MINE, SHE KNEW, or NO?", taps=WHOSE_TAPS, person=person.id)
    person = replace(person, transcripts=whose)
    return _checked(done.on(done.book.with_person(person)), person, {**dict(question.data), "dictated": ""})


def _which(case: Case, done: Case, question: Question, person: Person, said: str) -> Decision:
    """Which meeting: by the number that the question gave it."""
    match = re.match(r"\W*(\d)\b", said)
    which = question.get(f"option {match[1]}") if match else ""
    if not which:
        return case.nothing_done("which meeting are these notes of? Reply with its number", person=person.id)
    return _checked(done, person, {**dict(question.data), "which": which})


# --- the recap


def make(case: Case, person: Person, notes: Notes, bound: Held | None) -> Decision:
    """The recap of these notes in the book, its actions numbered, and the mail that shows it.

    bound: the meeting that they are of; None where the book knows none."""
    written = case.context.written or case.at
    day = times.local(case, bound.actual).date() if bound else notes.held or times.local(case, written).date()
    first = not any(r.person == person.id for r in case.book.recaps)
    offered = [
        offer_of(a.text, person.first_name, dated=a.due is not None) for a in notes.actions if a.owner == "mentor"
    ]
    recap = Recap(
        id=case.id("recap", person.id),
        person=person.id,
        at=case.at,
        day=day,
        meeting=bound.meeting.uid if bound else "",
        occurrence=bound.original if bound else None,
        points=(*notes.points, *(a.text for a in notes.actions if a.other)),
        decisions=notes.decisions,
        offers=tuple(dict.fromkeys((*notes.offers, *offered))),
        questions=notes.questions,
        private=notes.private,
        next_meeting=_said_next(case, notes),
        used=clause(notes.used),
    )
    book = case.book.with_person(met(person))
    if bound is not None:
        noted = tuple(dict.fromkeys((*bound.meeting.noted, bound.original)))
        book = book.with_meeting(replace(bound.meeting, noted=noted))
    open_lines: list[str] = []
    mine = [found for found in notes.actions if not found.other]  # what others do is told and not followed up
    for found in mine:
        book, action = _with_action(book, person, recap.id, found)
        open_lines += to_confirm(action, person, found.asks, guessed=found.guessed)
    recap = replace(recap, to_confirm=tuple(open_lines), state=RecapState.OPEN if open_lines else RecapState.FINAL)
    book = _carried(book.with_recap(recap), person)
    book = _question(case, book, recap)
    note = case.note("recap", f"the notes of {said_day(day)} with {person.name}: {len(mine)} actions", person.id)
    case = case.on(book)
    taps = [*_next_taps(case, notes.next_start), *(FIT_TAPS if first and not person.fit else ())]
    return answer(case, book.person(person.id), recap, taps=taps, ask_fit=first and not person.fit, notes=(note,))


def _said_next(case: Case, notes: Notes) -> str:
    """The next meeting: its day and hour where both are known, else in the writer's words."""
    start = notes.next_start
    return times.said(times.local(case, start) if start.tzinfo else start) if start else notes.next_meeting


def _with_action(book: Book, person: Person, recap: str, found: NoteAction) -> tuple[Book, Action]:
    """The action in the book: a new number, or the number of one that is open and says the same."""
    dated = found.due is not None
    hers = found.owner == "mentor"
    task = offer_of(found.text, person.first_name, dated=dated) if hers else task_words(found.text, dated=dated)
    same = next((a for a in unfinished(book, person.id) if plain(a.text) in (plain(found.text), plain(task))), None)
    if same is not None:
        action = replace(same, owner=found.owner or same.owner, due=found.due or same.due, recap=recap)
    else:
        action = Action(next_number(book), task, person.id, found.owner, found.due, recap=recap)
    return book.with_action(action), action


def _carried(book: Book, person: Person) -> Book:
    """After a meeting its goal is past; a question that stayed unasked comes once more (P90)."""
    gathered = book.preparation(person.id)
    questions = tuple(Asked(q.text, q.idea, carried=True) for q in gathered.questions if not q.carried)
    return book.with_preparation(replace(gathered, goal="", questions=questions, ideas=()))


def _question(case: Case, book: Book, recap: Recap) -> Book:
    thread = thread_of(recap.person)
    if recap.to_confirm:
        data = (("recap", recap.id),)
        return book.with_question(Question(case.id("recap question"), Asks.RECAP, case.at, thread, recap.person, data))
    old = book.question(thread, Asks.RECAP)
    return book.without_question(old.id) if old else book


def _next_taps(case: Case, start: datetime | None) -> list[Tap]:
    """A next meeting that the notes name and no calendar knows: its invite is one tap away (P85)."""
    if start is None:
        return []
    at = times.local(case, start) if start.tzinfo else start  # notes are read in the protégé's own zone
    if times.instant(case, at) <= case.at:
        return []
    known = times.clash(case, at, 15)
    return [] if known else [Tap(f"Invite for {times.said(at)}", f"MEET {times.typed(at)}")]


# --- the prompt for notes


def notes_due(case: Case, event: happened.NotesDue) -> Decision:
    """Half an hour after a meeting: one mail asks for notes, fit, surprises and thanks (P65, P103)."""
    meeting = case.book.find_meeting(event.meeting)
    person = case.book.find_person(meeting.person) if meeting else None
    if meeting is None or person is None or meeting.state == "cancelled" or event.occurrence in meeting.noted:
        return Decision(case.book)
    prompted = tuple(dict.fromkeys((*meeting.prompted, event.occurrence)))
    case = case.on(case.book.with_meeting(replace(meeting, prompted=prompted)))
    ask_fit = meeting.purpose == "coffee" and not person.fit
    due = [a for a in unfinished(case.book, person.id) if a.owner in ("me", "both")]
    return case.answer(
        "protege/notes_prompt",
        person=person.id,
        kind=Kind.NOTICE,
        values={
            "name": person.first_name,
            "when": event.occurrence,
            "ask_fit": ask_fit,
            "actions": [shown(case.book, a, case.today) for a in due[:5]],
        },
        taps=(*(FIT_TAPS if ask_fit else ()), Tap("They did not come", "NO-SHOW")),
        why=Why("one mail after a meeting asks for notes", "the meeting ended"),
        notes=(case.note("notes", f"asked for the notes of the meeting with {person.name}", person.id),),
    )
