"""Notes that come (L32, L33, P98–P110): of whom, of which talk, whose words; then they become the recap (`recap_book`).

An owner or a date that the notes do not give stays open and is asked for, on top. The notes belong to one meeting, by
its uid and occurrence; where it is not sure which, it is asked, and the notes wait in the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.mentoring.book import Asks, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Notes
from assistant.mentoring.letters import Kind, Tap, Why
from assistant.mentoring.meetings.held_meetings import IDEAS, MOST, OTHER, Option, is_of_talk, meeting_of, of_key
from assistant.mentoring.person import Person
from assistant.mentoring.privacy import plain
from assistant.mentoring.recaps import notes_text, renoted
from assistant.mentoring.recaps.actions import shown, unfinished
from assistant.mentoring.recaps.corrections import correct, take
from assistant.mentoring.recaps.own_notes import kept
from assistant.mentoring.recaps.recap_book import is_known, known, lines_of, make
from assistant.mentoring.recaps.renoted import Likeness
from assistant.mentoring.relationship.coffee import FIT_TAPS
from assistant.mentoring.relationship.gratitude import thank
from assistant.mentoring.schedule import actual_start
from assistant.mentoring.words.phrases import shortened

__all__ = ["correct", "notes_came", "notes_command", "notes_due", "question_answered", "take", "thank"]

NO_TEXT = "no text above the quote. Did you attach it?"
YES = frozenset({"yes", "ok", "okay"})
MOST_IDEAS = 30
SHORTEST = 4  # characters that can name a meeting: "12 nov", "another"
MINE, KNEW, OWN = "MINE", "SHE KNEW", "OWN"
OWNS = frozenset(
    {"own", "mine", "my own", "my own notes", "mine alone", "nobody", "keep", "keep them", "just me", "for me"}
)
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
    notes, merged = event.notes, None
    waits = case.book.question(thread_of(person.id) if person else case.context.thread, Asks.WHOSE_NOTES)
    corrects = renoted.says_corrected(case.context.subject, event.text)
    if waits is not None and person is not None and waits.get("notes"):
        merged = _with_those_that_wait(waits, notes, person, corrects=corrects)
    stored = {
        "notes": notes_text.written(merged or notes),
        "dictated": "yes" if event.dictated or (merged and waits and waits.get("dictated")) else "",
        "confirm": "yes" if event.confirm else "",
        "corrects": "yes" if corrects else "",
    }
    if person is None or event.other:
        known = (event.person,) if person is not None else event.candidates
        return _ask_of_whom(case, stored, known, event.other)
    done = case.on(case.book.without_question(waits.id)) if waits is not None else case
    return _checked(done, person, stored)


def _with_those_that_wait(waits: Question, notes: Notes, person: Person, *, corrects: bool) -> Notes | None:
    """Notes whose question is still open are not lost when more of them come; a new version takes their place."""
    before = notes_text.read_back(waits.get("notes"))
    like = renoted.likeness(lines_of(before, person), lines_of(notes, person), corrects=corrects)
    return renoted.combined(before, notes) if like is Likeness.MORE else None


def notes_command(case: Case) -> Decision:
    """`notes: …` that came as a command: its lines are main points, those that say so private."""
    lines = [line.strip(" -*•\t") for line in case.command.text.splitlines() if line.strip(" -*•\t")]
    private = [line for line in lines if line.lower().startswith("private:")]
    notes = Notes(
        points=tuple(line for line in lines if line not in private),
        private=(
            *(line.partition(":")[2].strip() for line in private if line.partition(":")[2].strip()),
            *case.command.private,
        ),
    )
    person = case.person
    event = happened.NotesForwarded(
        case.key, case.at, case.context, person.id if person else "", notes, case.command.text, case.command.candidates
    )
    return notes_came(case, event)


def _ask_of_whom(case: Case, stored: dict[str, str], candidates: tuple[str, ...], other: str = "") -> Decision:
    """Of whom? Or are they the protégé's own? other: with whom the talk was, as the notes say."""
    people = [p for p in case.book.people if not candidates or p.id in candidates]
    if not people and not other:
        return case.nothing_done(
            "I know nobody yet whom these notes could be about: NEW MENTOR Minerva minerva@example.org"
        )
    recent = sorted(people, key=lambda p: not is_of_talk(case, p))[:6]
    return case.asking(
        Asks.WHOSE_NOTES,
        "protege/notes_of_whom",
        data={**stored, "what": "person", "other": other},
        values={"names": [p.name for p in recent], "other": other},
        taps=[*(Tap(p.name, p.name) for p in recent), Tap("My own notes", OWN), Tap("No, drop them", "NO")],
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
    earlier = (r for r in reversed(case.book.recaps) if r.person == person.id)
    before = next((r for r in earlier if is_known(case.book, person, r, notes)), None)
    if before is not None:
        return known(case, person, before)
    corrects = bool(stored.get("corrects"))
    which = stored.get("which", "")
    if which:
        return make(case, person, notes, None if which == OTHER else of_key(case, person, which), corrects=corrects)
    found = meeting_of(case, person, notes)
    if isinstance(found, list):
        return _ask_which(case, person, stored, found)
    return make(case, person, notes, found, corrects=corrects)


def _ask_which(case: Case, person: Person, stored: dict[str, str], options: Sequence[Option]) -> Decision:
    """Several talks, or none that took place as far as I know: asked, never guessed."""
    return case.asking(
        Asks.WHOSE_NOTES,
        "protege/which_meeting",
        person=person.id,
        data={**stored, **_kept_options(options), "what": "meeting"},
        values={"name": person.first_name, "meetings": [x.says for x in options]},
        taps=(*(Tap(_label(x), str(n)) for n, x in enumerate(options, 1)), Tap("No, drop them", "NO")),
    )


def _kept_options(options: Sequence[Option]) -> dict[str, str]:
    numbered = list(enumerate(options, 1))
    return {**{f"option {n}": x.key for n, x in numbered}, **{f"says {n}": plain(x.says) for n, x in numbered}}


def _label(option: Option) -> str:
    """An option as short as a tap link is: "Thu 12 Nov 15:00", "Another talk"."""
    words = option.says.partition(",")[0].partition(": ")[0]
    return f"{words[:1].upper()}{words[1:]}"


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
    other = question.get("other").casefold()
    not_theirs = re.search(r"\bnot\b|n't\b", said) or (other and other in said)
    if said in OWNS or not_theirs:
        return kept(done, notes_text.read_back(question.get("notes")))
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
    match = re.match(r"\W*(\d)\b(?!\s*[a-z:.]|\d)", said)
    named = [n for n in range(1, MOST + 2) if len(said) >= SHORTEST and said in question.get(f"says {n}")]
    number = match[1] if match else str(named[0]) if len(named) == 1 else ""
    which = question.get(f"option {number}") if number else ""
    if not which:
        return case.nothing_done("which meeting are these notes of? Reply with its number", person=person.id)
    if which == IDEAS:
        return _kept_as_ideas(done, person, notes_text.read_back(question.get("notes")))
    return _checked(done, person, {**dict(question.data), "which": which})


def _kept_as_ideas(case: Case, person: Person, notes: Notes) -> Decision:
    """Lines that were meant for a meeting to come: its questions and ideas; what is private stays out."""
    gathered = case.book.preparation(person.id)
    lines = (*notes.points, *notes.decisions, *(a.text for a in notes.actions), *notes.questions)
    ideas = tuple(dict.fromkeys((*gathered.ideas, *(shortened(line) for line in lines[:MOST_IDEAS]))))
    case = case.on(case.book.with_preparation(replace(gathered, ideas=ideas)))
    first = f"the first {MOST_IDEAS} of {len(lines)} lines" if len(lines) > MOST_IDEAS else f"{len(lines)} ideas"
    kept = "an idea" if len(lines) == 1 else first
    what = f"Kept {kept} for your next meeting with {person.first_name}; PREP shows them."
    return case.answer("protege/noted", person=person.id, values={"what": what}, taps=(Tap("Prep", "PREP"),))


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
            "when": actual_start(meeting, event.occurrence) or event.occurrence,
            "ask_fit": ask_fit,
            "actions": [shown(case.book, a, case.today) for a in due[:5]],
        },
        taps=(*(FIT_TAPS if ask_fit else ()), Tap("They did not come", "NO-SHOW")),
        why=Why("one mail after a meeting asks for notes", "the meeting ended"),
        notes=(case.note("notes", f"asked for the notes of the meeting with {person.name}", person.id),),
    )
