"""Under a draft or a recap: SEND, EDIT, SKIP, LATER, corrections (L15–L17, L33). An approval is only an approval
when nothing else in the new text touches that draft."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.brakes import GOES, UNTIL_WHEN
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.rules import MORE, REST, Line, Make, rule
from assistant.reading.dates import at

NEW_TEXT = "Send me the new text below the word EDIT, and I check it."
_BUT = re.compile(
    r"(?:yes|yep|ok|okay|sure|good|great|fine|perfect|nice|almost|nearly|looks good|send it"
    r"|i like it)\b[^.?!\n]{0,60}"
    r"\b(?:but|except|only|just|apart from)\b[^?]{3,}",
    re.IGNORECASE,
)


def wish(text: str, reading: Reading) -> Command | None:
    """ "yes, but the second paragraph is too much": a wish about the draft's text, which no approval is."""
    if not reading.under_draft or len(text) > 600 or "?" in text or not _BUT.match(straight(text)):
        return None
    return Command(Verb.EDIT, reading.thread, op="edit", ask=NEW_TEXT, line=text.strip()[:200])


_SHAPES = {"shorter": "shorter", "warmer": "warmer", "no flattery": "no_flattery"}


def _shaped(op: str) -> Make:
    return lambda _match, line: Command(Verb.EDIT, line.reading.thread, op=op, line=line.text)


def _mention(match: re.Match[str], line: Line) -> Command:
    text = f"{match['text']}\n{line.more}".strip() if line.more else match["text"].strip()
    return Command(Verb.EDIT, line.reading.thread, op="mention", text=text.rstrip(" ?"), line=line.text)


def _replace(match: re.Match[str], line: Line) -> Command:
    text = f"{match['text'] or ''}\n{line.rest}".strip().removeprefix(":").strip()
    code = (match["code"] or "").upper()
    ask = "" if text else "What should the new text be? Write EDIT and the whole text below it."
    return Command(Verb.EDIT, line.reading.thread, op="replace", text=text, code=code, ask=ask, line=line.text)


def _edit_wish(_match: re.Match[str], line: Line) -> Command | None:
    """A wish in prose about the draft's text: the protégé has to write it, nothing is cut by guess."""
    if not line.reading.under_draft:
        return None
    return Command(
        Verb.EDIT,
        line.reading.thread,
        op="edit",
        ask=NEW_TEXT,
        line=line.text,
    )


def _skip(_match: re.Match[str], line: Line) -> Command | None:
    reading = line.reading
    if not reading.under_draft and "skip" not in line.text.lower():
        if reading.thread and not reading.answering and not reading.question:
            return Command(Verb.RANK, reading.thread, op="drop", ask="Drop this person from your list?", line=line.text)
        return None
    return Command(Verb.SKIP, line.reading.thread, op="skip", line=line.text)


def _by_code(match: re.Match[str], line: Line) -> Command | None:
    """ "SKIP K7Q2", "LATER K7Q2 fri", "SHORTER K7Q2": the same word, for the draft of that code."""
    word, code = match["word"].lower(), match["code"].upper()
    if word in _SHAPES:
        return Command(Verb.EDIT, line.reading.thread, op=_SHAPES[word], code=code, line=line.text)
    if word in ("skip", "drop"):
        rest = (match["text"] or "").strip(" .!")
        return None if rest else Command(Verb.SKIP, line.reading.thread, op="skip", code=code, line=line.text)
    command = _later(match, line)
    return replace(command, code=code) if command else None


def _later(match: re.Match[str], line: Line) -> Command | None:
    word = (match["text"] or "").strip(" ,.")
    if "cancel" in match[0].lower() and not (line.reading.under_draft or line.reading.answering == GOES):
        return None  # a meeting is cancelled, no draft
    if not word:
        return Command(
            Verb.SKIP, line.reading.thread, op="later", ask="Until when? For example LATER fri.", line=line.text
        )
    found = at(word, line.reading.moment)
    if found is None:
        return None
    ask = found.ask or ("That day is over: until when?" if found.past else "")
    chosen = None if ask else found.day
    return Command(
        Verb.SKIP,
        line.reading.thread,
        op="later",
        day=chosen,
        at=None if ask else found.at,
        time=found.time,
        ask=ask,
        line=line.text,
    )


def _instead(match: re.Match[str], line: Line) -> Command | None:
    """ "on friday instead": another day for the draft, or for the letter that goes."""
    if line.reading.answering not in {"draft", "reattempt", GOES} or len(match["text"].split()) > 5:
        return None  # under an invite it is the meeting's day
    later = _later(match, line)
    return at_an_hour(later) if later and line.reading.under_draft and _SENDS.match(line.text) else later


_SENDS = re.compile(r"(?:\w+,? )?send\b", re.IGNORECASE)
_NO_HOUR = (
    "I did not send, and I cannot send at an hour that is asked for. Reply SEND and it goes at the time that the draft"
    " names, or LATER and a day, and I show it to you again then."
)


def at_an_hour(later: Command) -> Command:
    """ "send it tomorrow at 8": when a letter goes is not theirs to say, so an hour is asked about."""
    if later.time is None or later.ask:
        return later
    return replace(later, day=None, at=None, time=None, ask=_NO_HOUR)


_FOR_GOOD = re.compile(r"\b(?:any ?more|again|ever|from now on|at all|any longer)\b", re.IGNORECASE)


def _future(_match: re.Match[str], line: Line) -> Command | None:
    """ "I'll send it myself tonight", "don't send it yet": nothing starts, nothing leaves."""
    if not line.reading.under_draft and mentioned(line.text, line.reading) and _FOR_GOOD.search(line.text):
        return None  # "don't send Lee anything any more": that is a stop
    return Command(
        Verb.SKIP,
        line.reading.thread,
        op="later",
        ask=UNTIL_WHEN,
        line=line.text,
    )


def _share(match: re.Match[str], line: Line) -> Command | None:
    return Command(Verb.RECAP, line.reading.thread, op="share", number=int(match["n"]), line=line.text)


def _used(match: re.Match[str], line: Line) -> Command | None:
    """The one line of thanks, in the person's thread."""
    text = " ".join(f"{match['text']} {line.more}".split())
    return (
        Command(Verb.RECAP, line.reading.thread, op="used", text=text, line=line.text) if line.reading.thread else None
    )


RULES = (
    rule(r"share(?: point)? #?(?P<n>\d{1,2})(?: too| as well)?", _share),
    rule(r"(?:i )?used: (?P<text>.+)", _used, MORE, polite=False),
    rule(r"edit(?: {code})?:?(?P<text>\s.*|)", _replace, REST, polite=False),
    rule(
        r"(?:use|take) (?:this|the (?:below|following|new)|my)(?: own| new)? (?:text|version|wording)(?: below"
        r"| instead)*"
        r"(?:(?P<text>)(?P<code>)):",
        lambda m, line: _replace(m, line) if line.reading.under_draft and line.rest.strip() else None,
        REST,
    ),
    rule(
        r"(?:(?:(?:can|could|might|should|may|would) (?:you|it|we|this|that|the (?:draft|note|mail|letter|text))"
        r"(?: (?:also|maybe|perhaps|please|just|possibly))*|(?:would|could|might) it be possible to|is it possible to"
        r"|please) )?(?:mention|add)(?: that| the fact that)? (?P<text>(?!.{0,40}@).+)",
        lambda m, line: _mention(m, line) if line.reading.under_draft or m[0].lower().startswith("mention") else None,
        MORE,
    ),
    rule(r"(?:make it |a bit |much |a little )*(?:shorter|shorten(?: it)?)", _shaped("shorter")),
    rule(r"(?:make it |a bit |much |a little )*(?:warmer|friendlier)", _shaped("warmer")),
    rule(r"(?:no|less|without) flattery", _shaped("no_flattery")),
    rule(r"(?:delete|remove|cut|drop|take out|leave out|change|replace|rewrite) [^.!?]{3,}", _edit_wish),
    rule(
        r"send anyway(?: {code})?",
        lambda m, line: Command(
            Verb.SEND, line.reading.thread, op="anyway", code=(m["code"] or "").upper(), line=line.text
        ),
    ),
    rule(
        rf"(?P<word>{'|'.join(('skip', 'drop', 'later', *_SHAPES))}) {{code}}(?: (?:until"
        rf"|till))?(?P<text>.{{0,60}})",
        _by_code,
    ),
    rule(r"skip(?: it| this| this one)?|drop(?: (?:it|this|that|the (?:letter|draft|note|mail|invite)))?", _skip),
    rule(r"(?:later|not now|not today|not yet)(?: until| till)?(?P<text>.{0,60})", _later),
    rule(
        r"(?:can we )?(?:postpone|delay|hold|keep|park|cancel|stop|wait|hold on|hold off)(?: with)?(?: this| it| that"
        r"| the \w+)?(?: back)? (?:until|till|for|to) (?P<text>.{2,80})",
        _later,
    ),
    rule(
        r"(?:not|don't send (?:it|this|that)|do not send (?:it|this|that)) (?:before|until|till) (?P<text>.{2,60})",
        _later,
    ),
    rule(r"(?:better |rather |make it |make that |send it |on )+(?P<text>.{3,60}?)(?: instead| rather)?", _instead),
    rule(r"(?P<text>.{3,60}?) (?:instead|rather)", _instead),
    rule(
        r"i(?:'ll| will| am going to|'m going to|'d rather) (?:send|write|mail|do) (?:it|this|her|him|them)\b.*",
        _future,
    ),
    rule(
        r"(?:do not|don't|dont|please don't|not) send\b(?! (?:me|us)\b).*|wait(?: a bit| with (?:it|this"
        r"|sending))?|not yet|hold on",
        _future,
    ),
)
