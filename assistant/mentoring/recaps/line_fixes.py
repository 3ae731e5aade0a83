"""Lines of a recap: taken out, in other words, private, added, merged, done, somebody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.mentoring.command import Command
from assistant.mentoring.letters import Tap
from assistant.mentoring.minutes import Action, ActionState, Recap
from assistant.mentoring.promises import task_words
from assistant.mentoring.recaps import meant_lines
from assistant.mentoring.recaps.actions import next_number
from assistant.mentoring.recaps.correcting import Correcting, due_said, known, line_with
from assistant.mentoring.recaps.meant_lines import ACTIONS, POINTS, Line
from assistant.mentoring.recaps.open_lines import asked_anew, asked_first, without
from assistant.mentoring.recaps.owner_fixes import which_action
from assistant.mentoring.words.phrases import clause, shortened

TAKEN_OUT = "taken out of the recap"


def _line(work: Correcting, command: Command, word: str) -> Line | Correcting:
    """The one line that is meant, or the question which. word: what a tap says of a line's number."""
    found = meant_lines.meant(work.book, work.recap, command)
    if len(found) == 1:
        return found[0]
    if not found:
        return work.asks(f"“{clause(command.line)}”: which line is it? {known(work)}")
    taps = [
        Tap(f"{x.named} {clause(x.text)}"[:40], word.format(f"action {x.number}" if x.of == ACTIONS else x.named))
        for x in found[:5]
        if x.named
    ]
    return work.asks(f"“{clause(command.line)}”: {' or '.join(meant_lines.said(found[:5]))}?", taps)


def wrong(work: Correcting, command: Command) -> Correcting:
    """Wrong, and nothing said in its place."""
    line = _line(work, command, "{} is wrong")
    if isinstance(line, Correcting):
        return line
    name = line.named or f"“{clause(line.text)}”"
    taps = (Tap(f"Take {line.named} out", f"TAKE OUT {_tap_name(line)}"),) if line.named else ()
    return work.asks(f"{name} is wrong: TAKE it OUT, or what should it say? {name} SHOULD SAY …", taps)


def _tap_name(line: Line) -> str:
    return f"action {line.number}" if line.of == ACTIONS else line.named


def out(work: Correcting, command: Command) -> Correcting:
    """A line is taken out; an action that is taken out is dropped."""
    line = _line(work, command, "Take out {}")
    if isinstance(line, Correcting):
        return line
    return _without(work, line, command.because).says(f"Taken out: {_shown(line)}.")


def _without(work: Correcting, line: Line, because: str) -> Correcting:
    """The recap without a line; an action keeps its number and is dropped."""
    if line.of != ACTIONS:
        return replace(work, recap=_replaced(work.recap, line, None))
    action = _action(work, line)
    gone = replace(action, state=ActionState.DROPPED, because=because or TAKEN_OUT, recap="", closed_at=work.case.at)
    recap = without(work.recap, action)
    recap = replace(recap, offers=tuple(x for x in recap.offers if x.lower() != action.text.lower()))
    return replace(work, case=work.case.on(work.book.with_action(gone)), recap=recap)


def words(work: Correcting, command: Command) -> Correcting:
    """`3 should say ask Lee about Lee's plans`: a line in other words."""
    words = clause(command.text)
    line = _line(work, command, f"{{}} should say {words}") if words else work.asks(known(work))
    if isinstance(line, Correcting):
        return line
    if line.of != ACTIONS:
        return work.says(f"{_kind(line)} says: {words}.", _replaced(work.recap, line, words))
    action = _action(work, line)
    fixed = replace(action, text=words)
    recap = replace(
        asked_anew(work.recap, fixed, work.person),
        offers=tuple(words if x.lower() == action.text.lower() else x for x in work.recap.offers),
        private=tuple(words if x == action.text else x for x in work.recap.private),
    )
    return work.says(f"{fixed.number} says: {words}.", recap, work.book.with_recap(recap).with_action(fixed))


def private(work: Correcting, command: Command) -> Correcting:
    """Lines that are for nobody else: in doubt all that it may be about."""
    found = meant_lines.meant(work.book, work.recap, command)
    words = dict(command.fields).get("ref", "")
    if not found and not words:
        return work.asks(f"“{clause(command.line)}”: which line is it? {known(work)}")
    if not found:
        return work.says(
            f"No line of the recap says “{words}”. Kept for you alone, should it come.",
            replace(work.recap, private=line_with(work.recap.private, words)),
        )
    for line in sorted(found, key=lambda x: -x.number):  # from the last, so that the numbers before stay right
        recap = work.recap if line.of == ACTIONS else _replaced(work.recap, line, None)
        recap = replace(recap, private=line_with(recap.private, line.text))
        work = work.says(f"Only for you from now on: {_shown(line)}.", recap)
    return work


def add(work: Correcting, command: Command) -> Correcting:
    """A line more, as the notes would have brought it."""
    fields = dict(command.fields)
    of, text = fields.get("of", POINTS), shortened(command.text)
    if of != ACTIONS:
        lines = line_with(getattr(work.recap, of), text)
        return work.says(f"Added: {clause(text)}.", meant_lines.with_lines(work.recap, of, lines))
    due = date.fromisoformat(fields["due"]) if fields.get("due") else None
    words = task_words(text, dated=due is not None)
    action = Action(next_number(work.book), words, work.person.id, fields.get("owner", ""), due, recap=work.recap.id)
    recap = asked_first(work.recap, action, work.person)
    if action.owner == "mentor":
        recap = replace(recap, offers=line_with(recap.offers, words))
    said = f"Added as {action.number}: {clause(words)}{due_said(action)}."
    return work.says(said, recap, work.book.with_recap(recap).with_action(action))


def merge(work: Correcting, command: Command) -> Correcting:
    """Two actions as one: the first keeps its number, and the earlier day."""
    numbers = (command.number, int(dict(command.fields).get("with", "0")))
    found = [a for n in numbers for a in meant_lines.actions_of(work.book, work.recap) if a.number == n]
    if len(found) != 2 or found[0].number == found[1].number:
        return work.asks(f"“{clause(command.line)}”: which two? {known(work)}")
    one, other = found
    if one.owner != other.owner:
        return work.asks(f"{one.number} and {other.number} have two owners: whose is it? Say it, then merge.")
    due = min((a.due for a in found if a.due), default=None)
    whole = replace(one, text=f"{clause(one.text)}, and {clause(other.text)}", due=due)
    gone = _without(work, Line(ACTIONS, other.number, other.text), f"merged with {one.number}")
    recap = asked_anew(gone.recap, whole, work.person)
    return gone.says(f"{one.number} is both now: {whole.text}{due_said(whole)}.", recap, gone.book.with_action(whole))


def done(work: Correcting, command: Command) -> Correcting:
    """An action is done, with what came of it where that is said."""
    line = _line(work, replace(command, fields=(*command.fields, ("of", ACTIONS))), "Done {}")
    if isinstance(line, Correcting):
        return line
    action = _action(work, line)
    done = replace(action, state=ActionState.DONE, result=clause(command.text) or action.result, closed_at=work.case.at)
    return work.says(f"Done: {_shown(line)}.", without(work.recap, action), work.book.with_action(done))


def others(work: Correcting, command: Command) -> Correcting:
    """ "3 is Lee's": what others do is told and not followed up."""
    found = meant_lines.action_meant(work.book, work.recap, command, dated=False)
    if len(found) != 1:
        return which_action(work, command, found, "", None)
    action, who = found[0], command.because
    said = f"{action.number} is {who}'s, so I follow it up no more; it stands among the main points."
    line = Line(ACTIONS, action.number, action.text)
    gone = _without(work, line, f"{who}'s")
    recap = replace(gone.recap, points=(*gone.recap.points, f"{who}: {clause(action.text)}"))
    return gone.says(said, recap)


def _action(work: Correcting, line: Line) -> Action:
    return next(a for a in work.book.actions if a.number == line.number)


def _shown(line: Line) -> str:
    words = clause(line.text)
    return f"{line.number} {words}" if line.of == ACTIONS else words


def _kind(line: Line) -> str:
    name = {POINTS: "Main point", "decisions": "The decision", "offers": "The offer"}.get(line.of, "The question")
    return f"{name} {line.number}" if line.of == POINTS else name


def _replaced(recap: Recap, line: Line, words: str | None) -> Recap:
    """The recap with a line in other words, or without it; main points that are shared keep being so."""
    lines = list(getattr(recap, line.of))
    lines[line.number - 1 : line.number] = [] if words is None else [words]
    changed = meant_lines.with_lines(recap, line.of, tuple(lines))
    if line.of != POINTS or words is not None:
        return changed
    return replace(changed, shared=tuple(n - (n > line.number) for n in recap.shared if n != line.number))
