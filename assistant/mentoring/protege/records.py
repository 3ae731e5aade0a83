"""Why, log, and what is known of a person (L41, L42): the protégé's own, on request, in full."""

from __future__ import annotations

from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.outreach.search import rows
from assistant.mentoring.words.phrases import STAGES
from assistant.mentoring.words.reasons import reason

LINES = 30
LONGEST = 200  # characters of the protégé's own words, said back


def why(case: Case) -> Decision:
    """Why a mail of ours was written: the rule, the trigger, the data, how to stop it."""
    code = case.command.code.upper()  # a code names one draft, whatever mail it stands under
    letter = next((x for x in case.book.letters if code and x.code == code), None)
    letter = letter or case.book.find_letter(case.context.letter)
    if letter is None:
        letter = _last(case)
    if letter is None:
        return case.nothing_done("I have written you nothing yet that I could explain")
    shown = [x for id in letter.shows if (x := case.book.find_letter(id))]
    told = shown[0] if shown else letter
    rule, trigger = reason(told)
    return case.answer(
        "protege/why",
        person=letter.person,
        values={
            "subject": told.subject,
            "rule": rule,
            "trigger": " ".join(trigger.split())[:LONGEST],
            "data": told.why.data or _data(told),
            "stop": _what_stops(case, told),
        },
    )


def _what_stops(case: Case, letter: Letter) -> str:
    """What can still stop this letter, and only that: a mail that has left is past SKIP and UNDO."""
    person = case.book.find_person(letter.person)
    name = person.name if person else ""
    ends = f"STOP {name} ends everything to them" if name else "PAUSE ALL stops everything"
    if letter.to_protege and letter.kind is Kind.OWN:
        return "there is nothing to stop, it answers your own mail"
    if letter.to_protege:
        return letter.why.stop or f"{ends}; STATUS shows what waits"
    match letter.state:
        case LetterState.PENDING:
            return letter.why.stop or f"SKIP drops it, {ends}"
        case LetterState.APPROVED | LetterState.FAILED:
            return f"UNDO holds it back while it has not left, {ends}"
        case LetterState.SENT | LetterState.SENDING | LetterState.IN_DOUBT:
            return f"it has left and nothing calls it back; {ends} from now on"
        case _:
            return "there is nothing to stop, it never leaves"


def _last(case: Case) -> Letter | None:
    sent = [x for x in case.book.letters if x.to_protege and x.sent_at is not None]
    return sent[-1] if sent else None


def _data(letter: Letter) -> str:
    """The values that the letter was worded from, by name: enough to see where a sentence came from."""
    named = [name for name in ("connection", "aim", "topic", "ask", "result") if letter.values.get(name)]
    return "; ".join(f"{name}: {letter.values[name]}" for name in named)


def records(case: Case) -> Decision:
    """`log`, `show Minerva`. Export and forgetting are asked of the operator's commands for now."""
    match case.command.op:
        case "log":
            return _log(case)
        case "show":
            return _show(case)
        case _:
            return case.nothing_done(
                "that I can't do by mail yet; nothing was removed. Whoever runs me can copy or delete your folder"
            )


def _log(case: Case) -> Decision:
    person = case.person
    notes = [n for n in case.book.recent if person is None or n.person == person.id][-LINES:]
    return case.answer(
        "protege/log",
        person=person.id if person else "",
        thread="" if person else GENERAL,
        values={"lines": [{"at": n.at, "text": f"{n.rule}: {n.text}"} for n in notes]},
    )


def _show(case: Case) -> Decision:
    person = case.person
    if person is None:
        return case.ask_whom("SHOW")
    private = [r.text for r in person.remarks if r.private]
    letters = [
        {"at": x.sent_at, "subject": x.subject}
        for x in case.book.letters
        if x.person == person.id and not x.to_protege and x.sent_at
    ]
    return case.answer(
        "protege/show",
        person=person.id,
        values={
            "rows": rows(person),
            "stage": STAGES[person.stage.value],
            "private": private[-10:],
            "letters": letters[-10:],
        },
        taps=(Tap("Log", f"LOG {person.name}"),),
    )
