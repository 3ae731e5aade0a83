"""Meetings: coffee, fit, proposal, agreement, series, prep, notes, endings (L25–L29, L31, L32, L34, L37, L39, L40)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import (
    calendar_words,
    meeting_changes,
    place_changes,
    renewals,
    rhythm_changes,
    several_months,
)
from assistant.reading.commands.coffee import agreed_on, arranged, coffee, when_unclear
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import REST, Line, Make, about, person, rule
from assistant.reading.dates import at, clock, day, minutes, recurrence
from assistant.reading.dates.agreed_terms import agreed_terms


def terms(verb: Verb) -> Make:
    """propose Minerva 6 months monthly; Minerva agreed, 12 months, first Tuesday, 45 minutes"""

    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        if who is None:
            return None
        return terms_of(verb, who, match.groupdict().get("text") or "", line)

    return make


def terms_of(verb: Verb, who: Who, words: str, line: Line) -> Command:
    """What is proposed to somebody, or agreed with them: how long, how often, until when."""
    command = about(verb, who, line, text=words.strip(" ,:.!"))
    found = re.search(r"\buntil\b.{3,40}", words, re.IGNORECASE)
    end = day(found[0], line.reading.moment) if found else None
    said = agreed_terms(words)
    return replace(
        command,
        months=said.months,
        rrule=said.rule,
        minutes=said.minutes,
        until=end.day if end else None,
        time=said.hour,
        fields=(*command.fields, ("guessed", "week")) if said.guessed else command.fields,
    )


def _length(words: str) -> int | None:
    return minutes(re.sub(r"\b\d{1,2}[:.]\d\d\b", " ", words))


def _meet(match: re.Match[str], line: Line) -> Command | None:
    """meet monthly first tue 16:00 45min: a series; with a date and no rhythm a single meeting."""
    text, agreed = agreed_on(match["text"].strip())
    if meeting_changes.is_shift(text):
        return None  # "meet an hour earlier on the 1st"
    who, words = _with_whom(text, line)
    words = re.sub(r"\bfrom now on(?:wards)?\b", " ", words, flags=re.IGNORECASE)
    rule_ = recurrence(words)
    found = (
        at(words, line.reading.moment)
        if not rule_ or re.search(r"\b(?:from|starting|beginning)\b", words, re.IGNORECASE)
        else None
    )
    if not rule_ and (found is None or (found.day is None and not found.ask)):
        return None
    command = Command(
        Verb.MEET,
        who.id,
        who.candidates,
        who.named,
        op="series" if rule_ else "once",
        rrule=rule_ or "",
        minutes=_length(words),
        place=_by_what(words),
        fields=agreed,
        line=line.text,
    )
    if rule_:
        start = day(words, line.reading.moment) if found else None
        return replace(
            command, time=clock(re.sub(r"\b\d{1,3} ?(?:min|h)\w*", " ", words)), day=start.day if start else None
        )
    ask = when_unclear(found)
    return replace(
        command, at=found.at if found and not ask else None, day=found.day if found and not ask else None, ask=ask
    )


def _by_what(words: str) -> str:
    """How they meet, where a line ends with it: "…, 50 mins, zoom", "… at Café Luna"."""
    found = _HOW.search(words)
    return found["place"].strip(" .") if found else ""


_HOW = re.compile(
    r"(?:,|\b(?:by|via|on|over|at|in)) ?(?P<place>(?:video|phone|zoom|teams|online|skype|in person)(?: call)?"
    r"(?: https?://\S{4,300})?|(?<=at )(?:the |her |his |my )?[A-ZÀ-Ý][\w'’&. -]{2,60})\W*$"
)
_WITH = re.compile(r"\bwith (?P<who>[\w'@+.-]{2,64}(?: [\w'.-]{2,64})?)", re.IGNORECASE)


def _with_whom(words: str, line: Line) -> tuple[Who, str]:
    """ "Minerva thu 15:00", "thu 15:00 with Minerva": the person of the book, and the rest; else the thread's."""
    parts = words.split()
    for count in range(min(3, len(parts) - 1), 0, -1):
        rest = " ".join(parts[count:])
        who = resolve(" ".join(parts[:count]), line.reading)
        if who and (recurrence(rest) or at(rest, line.reading.moment)):
            return who, rest
    for match in _WITH.finditer(words):
        for named in (match["who"], match["who"].split()[0]):
            if who := resolve(named, line.reading):
                end = match.start("who") + len(named)
                return who, f"{words[: match.start()].rstrip()}{words[end:]}"
    if together := _TOGETHER.search(words):
        who = resolve(together["who"] or together["whom"], line.reading)
        if who:
            return who, f"{words[: together.start()].rstrip(' ,')}{words[together.end() :]}"
    return Who(line.reading.thread), words


# "…, Minerva and me"
_TOGETHER = re.compile(
    r"(?:(?P<who>[\w'-]{2,64}(?: [\w'-]{2,64})?) (?:and|&) (?:me|i|myself)|(?:me|myself) (?:and|&) "
    r"(?P<whom>[\w'-]{2,64}(?: [\w'-]{2,64})?))\b",
    re.IGNORECASE,
)


def _notes(match: re.Match[str], line: Line) -> Command | None:
    """notes: …, Notes Minerva + lines: everything after it."""
    who = person(match, line)
    if who is None:
        return None
    text = "\n".join(filter(None, ((match.groupdict().get("text") or "").strip(), line.rest))).strip()
    if text and who.named and _NOTE_ON.match(line.text):
        return about(Verb.ABOUT, who, line, text=text)
    if text and line.reading.under_draft and _NOTE.match(line.text) and "\n" not in text:
        return about(Verb.ABOUT, who, line, text=text)  # "note: she lives in Porto" under a draft tells of her
    if not text:
        return replace(
            Command(Verb.NOTES, who.id, who.candidates, who.named, line=line.text),
            ask="No text above the quote. Did you attach it?",
        )
    return about(Verb.NOTES, who, line, text=text)


_NOTE_ON = re.compile(r"\s*note (?:on|about|for)\b", re.IGNORECASE)
_NOTE = re.compile(r"\s*note\b", re.IGNORECASE)


def _cannot(match: re.Match[str], line: Line) -> Command:
    who, rest = _with_whom(match.groupdict().get("text") or "", line)
    found = day(rest, line.reading.moment)
    command = Command(Verb.NO_SHOW, who.id, who.candidates, who.named, op="cant_make_it", line=line.text)
    return replace(command, day=found.day if found else None)


def _cannot_that_day(match: re.Match[str], line: Line) -> Command | None:
    """ "I can't make 1 december", "can't do fri 27 nov": a day and nothing else, of somebody who has an invite."""
    who, rest = _with_whom(match["text"], line)
    found = day(rest, line.reading.moment)
    words = f"{rest[: found.start]} {rest[found.end :]}" if found else ""
    if found is None or found.past or _OF_WORK.search(rest) or _A_WORD.search(words):
        return None
    if not line.reading.meets or "?" in line.text:
        return None
    command = Command(Verb.NO_SHOW, who.id, who.candidates, who.named, op="cant_make_it", line=line.text)
    return replace(command, day=found.day, ask=found.ask)


_OF_WORK = re.compile(r"\b(?:by|before|until|till)\b", re.IGNORECASE)
_A_WORD = re.compile(r"\b(?!(?:on|the|at|this|next|meeting|call|talk|session|sorry|of)\b)[^\W\d_]+", re.IGNORECASE)


def _prep_line(op: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command:
        return Command(Verb.PREP, line.reading.thread, op=op, text=match["text"].strip(), line=line.text)

    return make


def _prep(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    return (
        Command(
            Verb.PREP,
            who.id,
            who.candidates,
            who.named,
            "show",
            ask=f"Which {who.named}?" if who.candidates else "",
            line=line.text,
        )
        if who
        else None
    )


def _lunch(match: re.Match[str], line: Line) -> Command | None:
    """ "let's do lunch next friday 1pm" in the thread of a person: only with its day and hour."""
    found = at(match["text"], line.reading.moment) if line.reading.thread else None
    if found is None or found.at is None or found.ask or found.past:
        return None
    return arranged(Who(line.reading.thread), match["text"], line)


RULES = (
    rule(
        r"(?:do|have|grab|get|go for|put|book|plan|schedule) (?:an? )?(?:quick )?(?:coffee|lunch|breakfast|tea|dinner"
        r"|video call|phone call) (?:on )?(?P<text>\S.*)",
        _lunch,
    ),
    rule(
        r"(?:(?:put|book|plan|set up|schedule) )?(?:a )?(?:coffee|lunch|video call|call"
        r"|phone call) (?:(?:with|w/?) )?{who}(?:(?: on)? (?P<text>\S.*))?",
        coffee,
        polite=True,
    ),
    rule(
        r"(?:propose|proposal|(?:write|prepare|draft|draw up|make|do|get ready)(?: me)?(?: up)? (?:the|a|my|our)"
        r"(?: mentoring)? proposal)(?: (?:to|for))? {who}(?:[,:]? (?P<text>(?:\d|one|two|three|six|half|a year|twelve"
        r"|monthly|every|quarterly|informal|weekly|fortnightly|until).*))?",
        terms(Verb.PROPOSE),
    ),
    *calendar_words.RULES,
    rule(
        r"(?:(?:put|book|add|plan|schedule|arrange|set up) )?(?:in )?(?:an? |one )?(?:extra|additional|another"
        r"|one more|more|further) (?:meeting|session|talk|call) (?P<text>.+)",
        _meet,
    ),
    rule(
        r"{who} (?:has )?(?:agreed|accepted)(?: to (?:it|the proposal|be my mentor"
        r"|mentor me))?(?!\s+to\s+(?!(?:an? )?(?:\d{1,2}|six|twelve|three|nine|half a|one|)"
        r" ?(?:months?|year)\b))(?P<text>[,:.!]? ?.*)",
        terms(Verb.AGREED),
        polite=False,
    ),
    rule(r"{who} said yes to the proposal(?P<text>.*)", terms(Verb.AGREED), polite=False),
    rule(r"meet (?P<text>.*)", _meet),
    *place_changes.RULES,
    *renewals.RULES,
    *several_months.RULES,
    *rhythm_changes.RULES,
    *meeting_changes.RULES,
    rule(
        r"(?:the )?prep(?: me)?(?: for)?(?: {who})?|prepare (?:me )?for (?:my |the )?(?:meeting"
        r"|talk)(?: with {who2})?".replace("{who2}", r"(?P<who2>[\w' .-]{2,60}?)"),
        _prep,
    ),
    rule(
        r"(?:my )?goal (?:for )?(?:today|tomorrow|this (?:meeting|talk|call))(?: is)?: ?(?P<text>.+)",
        _prep_line("goal"),
        polite=False,
    ),
    rule(
        r"ask (?:her|him|them) (?:this|the following|about this|one thing)\s?[:,–—-] ?(?P<text>.+)",
        lambda m, line: _prep_line("ask")(m, line) if line.reading.prepares else None,
    ),
    rule(
        r"(?:(?:here are )?(?:the |my )?notes?)(?: (?:on|of|from|for|about))?(?: today"
        r"| yesterday)?(?: with)?(?: (?:the |my |our )?(?:talk|meeting"
        r"|call)(?: with)?)?(?: {who})?(?: today| yesterday)?:?(?P<text>)",
        _notes,
        REST,
    ),
    rule(
        r"notes?(?: (?:from|of) (?:today|yesterday|(?:this|last|our|the|my|today's) (?:morning|afternoon|evening|night"
        r"|talk|call|meeting|chat|coffee|session|lunch)))?(?: (?!on |about |for ){who})?:(?P<text>.*)",
        _notes,
        REST,
        polite=False,
    ),
    rule(
        r"(?:sorry,? )?(?:i )?(?:can't|cannot|can not|won't be able to"
        r"|will not be able to) (?:make it|come|attend)(?P<text>.*)",
        _cannot,
        polite=False,
    ),
    rule(
        r"(?:sorry,? )?(?:i )?(?:can't|cannot|can not|won't|won't be able to) (?:make|do|manage) (?P<text>.{3,40})",
        _cannot_that_day,
        polite=False,
    ),
)
