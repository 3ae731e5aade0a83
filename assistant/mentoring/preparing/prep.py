"""Preparing a meeting (L31, P88–P104): goal, a few questions each with an own idea, what became of the last actions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.meetings import moves, times
from assistant.mentoring.minutes import Asked, Preparation
from assistant.mentoring.person import Person
from assistant.mentoring.preparing import mentor_agenda
from assistant.mentoring.preparing.opener import opener
from assistant.mentoring.recaps.actions import shown, since_last_talk
from assistant.mentoring.recaps.aims import aim_lines
from assistant.mentoring.winding_down import last_after_next
from assistant.mentoring.words.phrases import clause

MOST = 5
YES_NO = re.compile(
    r"^(?:is|are|am|was|were|do|does|did|can|could|should|shall|will|would|have|has|had|may|might)\b", re.IGNORECASE
)
LOOK_UP = re.compile(r"^(?:what (?:is|are|does)|when (?:is|was|did)|who (?:is|was)|where (?:is|can))\b", re.IGNORECASE)
CAREER = re.compile(r"\bwhat should i do (?:with|about) my (?:career|life)\b", re.IGNORECASE)


def prep(case: Case) -> Decision:
    """`prep`, `goal today: …`, `ask: …`, `idea: …`, and numbered answers (the protégé's own ideas)."""
    person = case.person or _next_person(case)
    if person is None:
        return case.ask_whom("PREP")
    gathered = case.book.preparation(person.id)
    command = case.command
    text = clause(command.text)
    match command.op:
        case "lines":
            changed, said = _lines(gathered, command.fields, command.answers)
        case "goal":
            changed, said = replace(gathered, goal=text), "The goal is set."
        case "ask":
            idea = clause(dict(command.fields).get("idea", ""))
            changed, said = _asking(gathered, command.text.strip(), idea)
        case "idea":
            changed, said = replace(gathered, ideas=(*gathered.ideas, text)), "The idea is kept for the next meeting."
        case "answers":
            changed, said = _ideas(gathered, command.answers)
        case _:
            return _brief(case, person, gathered, "")
    if command.op in ("goal", "ask", "idea") and not text:
        return case.nothing_done(f"there are no words after {command.op.upper()}", person=person.id)
    case = case.on(case.book.with_preparation(changed))
    draft = mentor_agenda.after_prep(case, person) if changed != gathered else None
    return _brief(case, person, changed, said, agenda=draft)


def _lines(
    gathered: Preparation, pairs: tuple[tuple[str, str], ...], answers: tuple[tuple[int, str], ...]
) -> tuple[Preparation, str]:
    """Several lines of one mail, in their order; an idea right below a question is the idea on it."""
    said = []
    if answers:
        gathered, told = _ideas(gathered, answers)
        said.append(told)
    for number, (key, words) in enumerate(pairs):
        following = pairs[number + 1] if number + 1 < len(pairs) else ("", "")
        before = pairs[number - 1][0] if number else ""
        if key == "ask" and clause(words):
            idea = clause(following[1]) if following[0] == "idea" else ""
            gathered, told = _asking(gathered, words.strip(), idea)
        elif key == "goal" and clause(words):
            gathered, told = replace(gathered, goal=clause(words)), "The goal is set."
        elif key == "idea" and before != "ask" and clause(words):
            gathered, told = replace(gathered, ideas=(*gathered.ideas, clause(words))), "The idea is kept."
        else:
            continue
        said.append(told)
    return gathered, " ".join(dict.fromkeys(said)) or "There were no words after these keys."


def _next_person(case: Case) -> Person | None:
    """Whom the next meeting is with, if there is one."""
    found = moves.upcoming(case.book, case.at)
    return found[0].person if found else None


def _asking(gathered: Preparation, text: str, idea: str) -> tuple[Preparation, str]:
    if len(gathered.questions) >= MOST:
        return gathered, f"Five questions are plenty for one meeting; “{clause(text)}” is not added."
    question = Asked(text, idea)
    return replace(
        gathered, questions=(*gathered.questions, question)
    ), f"Question {len(gathered.questions) + 1} is added."


def _ideas(gathered: Preparation, answers: tuple[tuple[int, str], ...]) -> tuple[Preparation, str]:
    """`2 charge by outcome`: the own idea on question 2 (P93)."""
    questions = list(gathered.questions)
    taken = []
    for number, words in answers:
        if 0 < number <= len(questions):
            questions[number - 1] = replace(questions[number - 1], idea=clause(words))
            taken.append(number)
    if not taken:
        return gathered, f"You have {len(questions)} questions; nothing was changed."
    return replace(gathered, questions=tuple(questions)), f"Your idea on {' and '.join(map(str, taken))} is kept."


def sharper(question: str) -> str:
    """A better way to ask a vague question, "" for a good one (P95, P96, P115)."""
    text = question.strip()
    if CAREER.search(text):
        return "Put two options and say which you lean to: “I see two ways, … and …; what would you weigh first?”"
    if YES_NO.search(text):
        return "It can be answered with yes or no. “What would you do first about …? I will report back in two weeks.”"
    if LOOK_UP.search(text):
        return "A search engine may know it. “When you did …, what surprised you?”"
    return ""


# --- the brief


def prep_due(case: Case, event: happened.PrepDue) -> Decision:
    """Three business days before: the brief, once for each occurrence (P89)."""
    meeting = case.book.find_meeting(event.meeting)
    person = case.book.find_person(meeting.person) if meeting else None
    if meeting is None or person is None or meeting.state == "cancelled" or event.occurrence in meeting.prepared:
        return Decision(case.book)
    prepared = tuple(dict.fromkeys((*meeting.prepared, event.occurrence)))
    case = case.on(case.book.with_meeting(replace(meeting, prepared=prepared)))
    return _brief(case, person, case.book.preparation(person.id), "", occurrence=event.occurrence)


def _brief(
    case: Case,
    person: Person,
    gathered: Preparation,
    said: str,
    *,
    occurrence: datetime | None = None,
    agenda: Draft | None = None,
) -> Decision:
    following = [u for u in moves.upcoming(case.book, case.at, person) if occurrence in (None, u.original)]
    when = following[0].actual if following else None
    actions = since_last_talk(case.book, person, case.at)
    questions = [
        {"text": q.text, "idea": q.idea, "carried": q.carried, "sharper": sharper(q.text)} for q in gathered.questions
    ]
    return case.answer(
        "protege/prep",
        person=person.id,
        kind=Kind.OWN if case.answers else Kind.NOTICE,
        values={
            "said": said,
            "name": person.first_name,
            "when": when,
            "place": following[0].meeting.place_of(following[0].original) if following else "",
            "first": not any(r.person == person.id for r in case.book.recaps),
            "goal": gathered.goal,
            "questions": questions,
            "ideas": list(gathered.ideas),
            "opener": opener(case.book, person, case.at),
            "actions": [shown(case.book, a, case.today) for a in actions],
            **aim_lines(case.book, actions),
            "missing": _missing(gathered),
            "last": last_after_next(case.book, person, case.at),
            "report_by": case.calendar(person).add(times.local(case, when).date() if when else case.today, 10),
        },
        drafts=(agenda,) if agenda else (),
        taps=mentor_agenda.TAPS[:2] if agenda else (Tap("Actions", "ACTIONS"), Tap("When?", "WHEN NEXT")),
        why=Why("a brief three business days before a meeting", case.command.line or "the meeting comes near"),
    )


def _missing(gathered: Preparation) -> list[str]:
    """What a well prepared meeting still lacks (P94)."""
    found = []
    if not gathered.goal:
        found.append("GOAL TODAY: what I want to leave with")
    if len(gathered.questions) < 3:
        found.append("ASK: a question (three to five, one of them not about skills)")
    without = [str(n) for n, q in enumerate(gathered.questions, 1) if not q.idea]
    if without:
        found.append(f"your own idea on question {' and '.join(without)}, by its number")
    return found
