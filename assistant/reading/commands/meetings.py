"""Meetings: coffee, fit, proposal, agreement, series, prep, notes, endings (L25–L29, L31, L32, L34, L37, L39, L40)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import longer, meeting_changes, place_changes, rhythm_changes, several_months
from assistant.reading.commands.coffee import agreed_on, coffee, when_unclear
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import REST, Line, Make, about, person, rule
from assistant.reading.dates import at, clock, day, minutes, months, recurrence
from assistant.reading.dates.words import WEEKDAY


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
    return replace(
        command,
        months=months(words),
        rrule=_rhythm(words),
        minutes=_length(words),
        until=end.day if end else None,
        time=clock(re.sub(r"\d+ ?min\w*", "", words)),
    )


def _length(words: str) -> int | None:
    return minutes(re.sub(r"\b\d{1,2}[:.]\d\d\b", " ", words))


_NTH_DAY = re.compile(
    rf"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) {WEEKDAY}\b(?! (?:of|in) (?!the month|each|every))",
    re.IGNORECASE,
)


def _rhythm(words: str) -> str:
    """A weekday rule wins over a bare "monthly"; "first thursday" alone is one of each month."""
    found = _NTH_DAY.search(words)
    return recurrence(words) or (recurrence(f"monthly {found[0]}") if found else "") or ""


def _meet(match: re.Match[str], line: Line) -> Command | None:
    """meet monthly first tue 16:00 45min: a series; with a date and no rhythm a single meeting."""
    text, agreed = agreed_on(match["text"].strip())
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
    return Who(line.reading.thread), words


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


def _calendar_word(match: re.Match[str], line: Line) -> Command | None:
    """`accepted`, `Minerva declined the invite`: a calendar's answer, where there is a meeting to answer (L30)."""
    who = person(match, line)
    meets = line.reading.meets
    if who is None or not (who.named or (who.id in meets if who.id else meets)):
        return None
    op = "tentative" if "tentative" in match["said"].lower() else match["said"].lower()
    return Command(Verb.CALENDAR, who.id, who.candidates, who.named, op, line=line.text)


def _declined_it(match: re.Match[str], line: Line) -> Command | None:
    """ "Minerva declined", who has an invite: that is about the invite, and nothing ends."""
    who = person(match, line)
    return _calendar_word(match, line) if who is not None and who.id in line.reading.meets else None


def _they_cannot(match: re.Match[str], line: Line) -> Command | None:
    """ "Minerva can't make 1 Dec": a decline of the meeting on that day."""
    who = person(match, line)
    found = day(match["text"], line.reading.moment)
    if who is None or who.id not in line.reading.meets or found is None or found.day is None:
        return None
    fields = (("of", found.day.isoformat()),)
    return Command(Verb.CALENDAR, who.id, who.candidates, who.named, "declined", fields=fields, line=line.text)


def _prep_line(op: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command:
        return Command(Verb.PREP, line.reading.thread, op=op, text=match["text"].strip(), line=line.text)

    return make


def _cancel_free(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    return Command(Verb.MEET, who.id, who.candidates, who.named, "when", line=line.text) if who else None


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


RULES = (
    rule(
        r"(?:(?:put|book|plan|set up|schedule) )?(?:a )?(?:coffee|lunch|video call|call"
        r"|phone call) (?:(?:with|w/) )?{who}(?:(?: on)? (?P<text>\S.*))?",
        coffee,
        polite=True,
    ),
    rule(
        r"(?:propose|proposal|write (?:the|a) proposal)(?: (?:to"
        r"|for))? {who}(?:[,:]? (?P<text>(?:\d|one|two|three|six|half|a year|twelve|monthly|every"
        r"|quarterly|informal|weekly|fortnightly|until).*))?",
        terms(Verb.PROPOSE),
    ),
    rule(
        r"(?:{who} )?(?:has )?(?P<said>accepted|declined|tentative(?:ly accepted)?)"
        r" (?:the |my |our |your )?(?:calendar )?(?:invite|invitation|meeting|coffee)",
        _calendar_word,
        polite=False,
    ),
    rule(r"(?:she |he |they )?(?P<said>accepted|declined|tentative)", _calendar_word, polite=False),
    rule(r"{who} (?:has |just |has just )?(?P<said>declined)", _declined_it, polite=False),
    rule(
        r"{who} (?:can't|cannot|can not|won't be able to|isn't able to|is unable to) (?:make|do|come|attend|meet"
        r"|be there)(?: (?:it|us))?(?: on| the| for)* (?P<text>.+)",
        _they_cannot,
        polite=False,
    ),
    rule(
        r"(?:(?:put|book|add|plan|schedule|arrange|set up) )?(?:in )?(?:an? |one )?(?:extra|additional|another"
        r"|one more|more|further) (?:meeting|session|talk|call) (?P<text>.+)",
        _meet,
    ),
    rule(
        r"{who} (?:has )?(?:agreed|accepted)(?: to (?:it|the proposal|be my mentor"
        r"|mentor me))?(?!\s+to\s+)(?P<text>[,:.!]? ?.*)",
        terms(Verb.AGREED),
        polite=False,
    ),
    rule(r"{who} said yes to the proposal(?P<text>.*)", terms(Verb.AGREED), polite=False),
    rule(r"meet (?P<text>.*)", _meet),
    *place_changes.RULES,
    *longer.RULES,
    *several_months.RULES,
    *rhythm_changes.RULES,
    *meeting_changes.RULES,
    rule(r"(?:when|what) are (?:our|my|the)(?: next| coming)? (?:meetings|dates)(?: with {who})?", _cancel_free),
    rule(
        r"when(?:'s| is)?(?: our| the| my)? next(?: meeting| talk| one)?(?: with {who})?"
        r"|when do we meet(?: next)?",
        _cancel_free,
    ),
    rule(
        r"prep(?: me)?(?: for)?(?: {who})?|prepare (?:me )?for (?:my |the )?(?:meeting"
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
    rule(r"notes?(?: (?!on |about |for ){who})?:(?P<text>.*)", _notes, REST, polite=False),
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
