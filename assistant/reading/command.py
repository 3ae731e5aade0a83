"""What a protégé's mail says: the closed vocabulary of `language.md`, matched before anything clever.

Where two readings remain, the one that does nothing outward is taken (rule 6). Deterministic and linear: at most
`MOST_LINES` lines are tried, each against every rule once, with at most `LONGEST` characters.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.mentoring.facts import Guess
from assistant.reading.commands import drafts, endings, own_questions, preps, recaps
from assistant.reading.commands.account import complete
from assistant.reading.commands.approving import short_word
from assistant.reading.commands.body import Body, plain, straight
from assistant.reading.commands.brakes import GOES, is_praise
from assistant.reading.commands.calendar_subject import calendar_subject
from assistant.reading.commands.context import Known, Reading
from assistant.reading.commands.courtesy import is_bare_thanks
from assistant.reading.commands.edits import edits
from assistant.reading.commands.fields import field, fields, goal_lines, inline, numbered
from assistant.reading.commands.free_words import clearer, in_free_words, send_at
from assistant.reading.commands.guesses import guess
from assistant.reading.commands.lists import several
from assistant.reading.commands.meant.notes import announced
from assistant.reading.commands.meant.reader import approved
from assistant.reading.commands.missed import missed
from assistant.reading.commands.orders import orders
from assistant.reading.commands.others_words import own
from assistant.reading.commands.own_questions import tapped
from assistant.reading.commands.prose import looks_like_notes
from assistant.reading.commands.reader import LONGEST, MOST_LINES, Read, match_line, read
from assistant.reading.commands.sameness import paused_once
from assistant.reading.commands.second_thoughts import corrected
from assistant.reading.commands.spotted import spotted
from assistant.reading.commands.subjects import in_thread, of_the_only_one, of_whom, with_full_names
from assistant.reading.commands.verdicts import taken

__all__ = ["Known", "Reading", "commands", "guesses", "is_bare_thanks", "tapped"]

_REPLY_SUBJECT = re.compile(
    r"^\s*(?:re|aw|sv|vs|odp|antw|rif|r|res|ynt|fwd?|wg|tr|rv|enc|doorst)\s*(?:\[\d+\])?:", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LEAD = re.compile(r"^(?:good news|bad news|by the way|btw|well|today|this morning|just now)[,:]?\s+", re.IGNORECASE)
# Approvals, and what a draft is touched by: an approval beside one of these is none (rule 2).
_APPROVES = frozenset({Verb.SEND, Verb.YES})
_TOUCHES = frozenset({
    *(Verb.EDIT, Verb.SKIP, Verb.STOP, Verb.NO, Verb.SAID_NO, Verb.SAID_LATER, Verb.ANSWERED, Verb.SENT, Verb.TOUCH),
    *(Verb.UNKNOWN, Verb.RECAP, Verb.FIELDS, Verb.REACH_OUT),
})  # fmt: skip
_ANSWERABLE = frozenset({"welcome", "goals", "reflect", "question"})
_NOT_SENT = "I did not send, because you wrote something else too. Shall it go as it is? Then reply SEND alone."
_SETTLED = frozenset({Verb.EDIT, Verb.SKIP, Verb.STOP, Verb.NO})  # their answers say themselves that nothing goes


def commands(subject: str, text: str, reading: Reading) -> list[Command]:
    """The commands of one mail, in order. `text`: the new text only. Nothing understood is one Verb.UNKNOWN.

    A command that cannot be acted on yet has `ask` set, a question for the protégé."""
    body = plain(text, reading.protege)
    reading = in_thread(subject, reading)
    meant = corrected(body.text, reading, lambda line: _verb(line, reading))
    body = body if meant == body.text else replace(body, lines=tuple(meant.split("\n")))
    heading = "" if _REPLY_SUBJECT.match(subject) else straight(subject).strip()[:LONGEST]
    if answered := calendar_subject(heading, reading):
        return [answered]
    found = preps.merged(_body(body, heading, of_whom(heading, reading)))
    if body.postscript and read((body.postscript[:LONGEST].split(":", 1)[-1].strip(),), reading).commands:
        found.append(
            Command(
                Verb.UNKNOWN,
                text=body.postscript,
                ask="You wrote this below your name. Is it meant for me?",
                line=body.postscript[:LONGEST],
            )
        )
    found = with_full_names([of_the_only_one(one, body.text, reading) for one in found])
    if reading.new and found and all(one.verb is Verb.HELP for one in found):
        found = [Command(Verb.HELLO, text=body.text, line=body.text[:LONGEST])]  # the welcome tells how it works
    undone = reading.thread  # what is taken back is of this thread
    return [replace(one, person=undone) if one.verb is Verb.UNDO and undone else one for one in found]


def _body(body: Body, heading: str, reading: Reading) -> list[Command]:
    whole = body.text
    by_subject = read((heading,), reading).commands if heading else []
    if not whole:
        return by_subject or [Command(Verb.HELLO if reading.new else Verb.UNKNOWN, line=heading)]
    if by_subject and by_subject[0].verb not in {Verb.HELLO, *_APPROVES, Verb.NO} and _wants_text(by_subject[0]):
        return _with_heading(heading, body, reading)
    found = _text(body, reading)
    if not by_subject:
        return found
    first = by_subject[0]
    if found[0].verb is not Verb.UNKNOWN:
        if found[0].verb is Verb.THANKS_ONLY and first.verb not in _APPROVES:
            return by_subject
        same = any(one.verb is first.verb and (one.number == first.number or first.ask) for one in found)
        approving = first.verb in _APPROVES or any(one.verb in _APPROVES for one in found)
        return found if same or approving or first.verb is Verb.HELLO or first.ask else [*by_subject, *found]
    if first.verb in _APPROVES:
        return [_not_sent(whole, heading)]
    if first.verb is Verb.HELLO and not reading.new and len(whole.split()) > 1:
        return found
    return by_subject


def _wants_text(command: Command) -> bool:
    """Whether a subject's command waits for the words of the body ("Notes Minerva" and the notes below)."""
    return command.verb in {Verb.NOTES, Verb.ABOUT, Verb.THANK, Verb.EDIT, Verb.IMPACT} and bool(command.ask)


def _with_heading(heading: str, body: Body, reading: Reading) -> list[Command]:
    lines = body.lines
    again = read(lines[:1], reading).commands
    if again and again[0].verb in {Verb.NOTES, Verb.ABOUT, Verb.THANK, Verb.EDIT}:
        return _text(body, reading)
    return _text(Body((heading, *lines)), reading)


def _text(body: Body, reading: Reading) -> list[Command]:
    """What the writer says themself."""
    return own(_said(body, reading), body.text, lambda rest: _said(Body(tuple(rest.split("\n"))), reading))


def _verb(line: str, reading: Reading) -> Verb | None:
    matched = match_line(line, "", "", reading)
    return matched[0].verb if matched else None


def _said(body: Body, reading: Reading) -> list[Command]:
    whole = straight(body.text)
    if is_bare_thanks(whole) or (reading.answering == GOES and is_praise(whole)):
        return [Command(Verb.THANKS_ONLY, line=whole)]
    if meant := own_questions.told(whole, reading):
        return [meant]
    if agreed := taken(whole, reading):
        return [agreed]
    if short_word(whole) and (matched := match_line(whole, "", "", reading)):
        return [matched[0]]
    if certain := approved(whole, reading) or announced(body.lines, reading):
        return complete(whole, [certain], reading)
    free = not (reading.new or reading.under_draft or _is_asked(reading))
    if free and (wishes := several(body.lines, reading)):
        return paused_once(complete(whole, wishes, reading))
    found = _in_context(body, whole, reading) or _judge(read(body.lines, reading), whole, reading)
    return complete(whole, found, reading)


def _is_asked(reading: Reading) -> bool:
    """Whether our mail asked for words, which are no list of wishes."""
    return bool(reading.question) or reading.answering in {*_ANSWERABLE, "prep", "fit", "recap", "notes_prompt"}


def _in_context(body: Body, whole: str, reading: Reading) -> list[Command]:
    """What only the answered mail makes clear: a recap's corrections, a goal sheet, numbered answers."""
    if fixes := recaps.corrections(whole, reading):
        return fixes
    if ended := endings.told(whole, reading):
        return [ended]
    goals = goal_lines(body.lines)
    if goals and not re.match(r"\s*goal \d+ (?:is|should)", whole, re.IGNORECASE):
        return [
            Command(Verb.GOALS, op="sheet", fields=tuple((str(n), value) for n, value in goals), line=whole[:LONGEST])
        ]
    asked = reading.answering in _ANSWERABLE or bool(reading.question) or reading.answering in {"prep", "fit"}
    if asked and (answered := _answers(body, whole, reading)):
        return answered
    if reading.under_draft and (changes := edits(whole, reading)):
        return changes
    return []


def _answers(body: Body, whole: str, reading: Reading) -> list[Command]:
    """Numbered answers to the letter's questions, and the lines of fields below them."""
    answers, left = numbered(body.lines)
    if reading.answering == "prep" and not answers and match_line(whole, "", "", reading) is None:
        answers, left = numbered(body.lines, bare=True)  # "2 start with …" is an idea on question 2
    below = bool(answers) and any(field(line) for line in left)
    answers = max(
        answers, inline("\n".join(line for line in body.lines if line not in left) if below else whole), key=len
    )
    if not answers or not (len(answers) > 1 or below or not any(line.strip() for line in left)):
        return []
    if reading.answering == "prep":
        more = read(left, reading).commands if below else []
        return [Command(Verb.PREP, reading.thread, op="answers", answers=answers, line=whole[:LONGEST]), *more]
    told, _ = fields(left)
    return [Command(Verb.ANSWER, reading.thread, answers=answers, fields=told, text=whole, line=whole[:LONGEST])]


def _judge(read: Read, whole: str, reading: Reading) -> list[Command]:
    """Rule 2, and what prose may mean where no line is a command."""
    found, said = read.commands, read.prose
    prose = said if len(said) > MOST_LINES else [line for line in said if not is_bare_thanks(line)]
    if found:
        approving = [one for one in found if one.verb in _APPROVES and one.op != "anyway"]
        coded = any(one.code for one in approving)
        touched = bool(prose) or any(one.verb in _TOUCHES for one in found) or _is_touched(whole, reading, coded=coded)
        if approving and touched:
            others = [one for one in found if one not in approving]
            more = edits("\n".join(prose), reading) if prose else []
            settled = any(one.verb in _SETTLED for one in (*others, *more))
            return [*others, *more, *([] if settled else [_not_sent(whole, whole)])]
        meant = reading.under_draft or reading.answering == "recap"  # there a yes takes what is shown
        weak = {Verb.NO, Verb.HELLO} if meant else {Verb.YES, Verb.NO, Verb.HELLO}
        if prose and [one.verb for one in found] == [Verb.FIT] and not found[0].text:
            found = [replace(found[0], text=" ".join(prose))]  # "it went great!" above "fit yes" is kept with it
        kept = [one for one in found if not (one.verb in weak and (prose or len(found) > 1))]
        return clearer(kept, prose, whole, reading) or _prose(whole, reading)
    return _prose(whole, reading)


def _is_touched(whole: str, reading: Reading, *, coded: bool) -> bool:
    """Whether a line touches a draft, or is part of a free text that may be about it; beside a code it has to bid."""
    for line in filter(str.strip, whole.split("\n")[:MOST_LINES]):
        verb = _verb(line, reading)
        more = verb is None and not is_bare_thanks(line) and (not coded or orders(line) or line.rstrip().endswith("?"))
        if verb in _TOUCHES or more:
            return True
    return False


def _not_sent(whole: str, line: str) -> Command:
    """An approval that does not count is said plainly: nobody may believe that it left."""
    return Command(Verb.UNKNOWN, op="not_sent", text=whole, ask=_NOT_SENT, line=line[:LONGEST])


def _approval_among(whole: str, reading: Reading) -> list[Command]:
    """A SEND between other sentences: it counts where the rest is thanks, or commands that leave the draft alone."""
    if len(whole) > 1500:
        return []
    sends: list[Command] = []
    others: list[Command] = []
    unread = False
    for sentence in _SENTENCE.split(" ".join(whole.split())):
        word = short_word(sentence)
        if word and word[0] == "send":
            sends.append(Command(Verb.SEND, code=word[1], line=sentence))
            continue
        matched = match_line(_LEAD.sub("", sentence), "", "", reading)
        if matched and matched[0].verb not in {Verb.YES, Verb.HELLO, Verb.NOTES, Verb.HELP}:
            others.append(replace(matched[0], line=sentence))
        elif not (is_bare_thanks(sentence) or _PRAISE.fullmatch(sentence) or (word and word[0] == "yes")):
            unread = True
    if not sends:
        return []
    if len(sends) == 1 and others and not unread and not any(one.verb in _TOUCHES for one in others):
        return [*sends, *others]
    settled = any(one.verb in _SETTLED for one in others)
    return [*others, *([] if settled else [_not_sent(whole, whole)])]


_PRAISE = re.compile(
    r"(?:(?:that(?:'s| is)|it(?:'s| is)|this is|just|really|very|so|all) )*(?:perfect|great|lovely|wonderful"
    r"|excellent|brilliant"
    r"|super|good|fine|nice|cool|awesome|amazing|well done|love it|i love it|i like it)[\s.,!:)]*",
    re.IGNORECASE,
)


def _prose(whole: str, reading: Reading) -> list[Command]:
    if timed := send_at(whole, reading):
        return [timed]
    if among := _approval_among(whole, reading):
        return among
    if reported := missed(whole, reading):
        return [reported]
    if reading.answering == "notes_prompt":
        return [Command(Verb.NOTES, reading.thread, text=whole, line=whole[:LONGEST])]
    if found := in_free_words(whole, reading):
        return found
    if reading.answering in _ANSWERABLE or reading.question:
        return [Command(Verb.ANSWER, reading.thread, text=whole, line=whole[:LONGEST])]
    if reading.new:
        return [Command(Verb.HELLO, text=whole, line=whole[:LONGEST])]
    if wished := drafts.wish(whole, reading) or spotted(whole, reading):
        return [wished]
    ask = (
        "Are these notes of a talk? Then send them again with the word NOTES above."
        if looks_like_notes(whole, reading)
        else ""
    )
    return [Command(Verb.UNKNOWN, reading.thread, text=whole, ask=ask, line=whole[:LONGEST])]


def guesses(text: str, reading: Reading) -> tuple[Guess, ...]:
    """At most two things that a text not understood may have meant, each with the word that does it."""
    return guess(plain(text, reading.protege).text, reading)
