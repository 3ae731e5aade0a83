"""What is said of calendars: what stands in them, an invite that never came, and who can't come (L29, L30)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import Line, Make, about, person, rule
from assistant.reading.commands.which_meeting import named_meeting
from assistant.reading.dates import day


def _who(match: re.Match[str], line: Line) -> Who | None:
    """Who is named; "she" outside a thread is the one person with whom a meeting is to come."""
    word = (match.groupdict().get("who") or "").lower()
    if word in ("she", "he", "they") and not line.reading.thread and len(line.reading.meets) == 1:
        return Who(line.reading.meets[0], named=word)
    return person(match, line)


def _calendar_word(match: re.Match[str], line: Line) -> Command | None:
    """`accepted`, `Minerva declined the invite`: a calendar's answer, where there is a meeting to answer (L30)."""
    who = _who(match, line)
    meets = line.reading.meets
    if who is None or not (who.named or (who.id in meets if who.id else meets)):
        return None
    op = "tentative" if "tentative" in match["said"].lower() else match["said"].lower()
    return Command(Verb.CALENDAR, who.id, who.candidates, who.named, op, line=line.text)


def _declined_it(match: re.Match[str], line: Line) -> Command | None:
    """ "Minerva declined", who has an invite: that is about the invite, and nothing ends."""
    who = _who(match, line)
    return _calendar_word(match, line) if who is not None and who.id in line.reading.meets else None


def _they_cannot(match: re.Match[str], line: Line) -> Command | None:
    """ "Minerva can't make 1 Dec", "she said the 5th doesn't work": a decline of the meeting on that day."""
    who = _who(match, line)
    found = day(match["text"], line.reading.moment)
    if who is None or who.id not in line.reading.meets or found is None or found.day is None:
        return None
    fields = (("of", found.day.isoformat()),)
    return Command(Verb.CALENDAR, who.id, who.candidates, who.named, "declined", fields=fields, line=line.text)


def _asked(match: re.Match[str], line: Line) -> Command | None:
    """ "When do we meet next?", "did she accept?": what is to come, and what they answered."""
    who = _who(match, line)
    return Command(Verb.MEET, who.id, who.candidates, who.named, "when", line=line.text) if who else None


def _asked_of_one(match: re.Match[str], line: Line) -> Command | None:
    """ "What time is tuesday's call?": only where it is a meeting that is asked for."""
    meant = named_meeting(match["text"].strip(" ?"), line) if line.reading.meets else None
    return (
        about(Verb.MEET, meant.who, line, op="when") if meant and dict(meant.fields).get("scope") != "person" else None
    )


def _again(op: str) -> Make:
    """ "resend the invite", "she never got the invite" (to them), "I never got the invite" (to the protégé)."""

    def make(match: re.Match[str], line: Line) -> Command | None:
        if not line.reading.meets:
            return None
        what = (match.groupdict().get("what") or "").strip()
        meant = named_meeting(what, line) if what else None
        who = _who(match, line)
        if who is None or (what and meant is None):
            return None
        who = who if who.named or meant is None else meant.who
        return replace(about(Verb.MEET, who, line, op=op), fields=meant.fields if meant else ())

    return make


_INVITE = r"(?:the |our |my |that |this )?(?:calendar )?(?:invites?|invitations?)"
_INVITES = rf"{_INVITE}(?: (?:for|of|to) (?P<what>(?!me\b|her\b|him\b|them\b).{{3,60}}?))?"
_NEVER = (
    r"(?:(?:has |have )?(?:never|not) (?:got(?:ten)?|received|seen|gets?|seen)|(?:didn't|did not|hasn't|haven't|has not"
    r"|have not|can't|cannot) (?:get|got(?:ten)?|receive[d]?|find|see(?:n)?)|lost|deleted|has no|have no)"
)
_MEET = r"(?:meet|see each other|talk|speak)"

RULES = (
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
        r"{who} (?:has |just |has just )?(?:declined|refused|cancell?ed|turned down|said no to|is out"
        r"|is away|is not free|isn't free)(?: on| the| for)* (?P<text>.{3,40})",
        _they_cannot,
        polite=False,
    ),
    rule(
        r"{who}(?:'s| is) (?:out|away|off|travell?ing|busy|not free|not there)(?: on| the)* (?P<text>.{3,40})",
        _they_cannot,
        polite=False,
    ),
    rule(
        r"{who} (?:said|says|wrote|writes|tells me|told me|texted)(?: that)? (?P<text>.{3,40}?) (?:doesn't|does not"
        r"|won't|will not|isn't|is not|can't) (?:work|suit|fit|good|possible|free|be possible)(?: out)?"
        r"(?: for (?:her|him|them))?",
        _they_cannot,
        polite=False,
    ),
    rule(r"(?:when|what) are (?:our|my|the)(?: next| coming)? (?:meetings|dates)(?: with {who})?", _asked),
    rule(
        r"when(?:'s| is)?(?: our| the| my)? next(?: meeting| talk| one| call| session)?(?: with {who})?"
        rf"|when (?:do|will) (?:we|i) {_MEET}(?: next| again)?",
        _asked,
    ),
    rule(r"when (?:am i|are we|do i) (?:meet(?:ing)?|see(?:ing)?) {who}(?: next| again)?", _asked),
    rule(
        r"(?:what(?:'s| is| do i have| have we got)(?: there)?|anything|show(?: me)?(?: what(?:'s| is))?|whats)"
        r"(?: in| on)?(?: (?:the|my|our))? (?:calendar|diary|schedule|books?)(?: with {who})?",
        _asked,
    ),
    rule(
        r"(?:show|list|give)(?: me)?(?: (?:the|my|our|all))*(?: coming| next| upcoming)? (?:meetings|dates|calls)"
        r"(?: with {who})?",
        _asked,
    ),
    rule(
        r"(?:did|has|have) {who} (?:accept|answer|confirm|repl(?:y|ied)|respond)(?:ed)?(?: the invite| it| yet"
        r"| already)*",
        _asked,
    ),
    rule(r"(?:what time|when|which day|where)(?: exactly)?(?:'s| is| are) (?P<text>.{3,60})", _asked_of_one),
    rule(rf"i {_NEVER} {_INVITES}", _again("resend_own"), polite=False),
    rule(
        rf"(?:re-?send|send) me {_INVITES}(?: again| once more)?|(?:re-?send|send) {_INVITE} to me(?: again)?",
        _again("resend_own"),
    ),
    rule(rf"{{who}} {_NEVER} {_INVITES}", _again("resend"), polite=False),
    rule(rf"(?:re-?send|send again) {_INVITES}(?: to {{who}})?", _again("resend")),
    rule(rf"(?:re-?send|send)(?: again)? {{who}} {_INVITES}(?: again| once more)?", _again("resend")),
    rule(rf"send {_INVITES}(?: to {{who}})? (?:again|once more|another time)", _again("resend")),
)
