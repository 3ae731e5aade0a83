"""What people are reported to have answered, on whatever channel (L20–L22): "great news, Minerva called: yes".

Only a plain report counts: who, that they said something, and what. A wish, a doubt or a question about it is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import Who, mentioned, resolve
from assistant.reading.commands.noes import NO, belongs_to_noun
from assistant.reading.commands.rules import MORE, Line, Rule, about, person, rule
from assistant.reading.commands.settled import is_settled
from assistant.reading.dates import at, slots, until

_MOST = 2000  # characters of an answer that are looked at
WHICH = "Is this a YES, LATER or NO?"


def _words(*expressions: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(expressions)})", re.IGNORECASE)


# --- what they said

_NOTHING_YET = r"(?:disagree|nothing|no|not|think|consider|check|look into|get back|sleep|wait|ask)\b"
_SAYS_YES = _words(
    r"^(?:yes|yep|yeah|sure|of course|absolutely|definitely|gladly|with pleasure|deal|okay|ok|all right|alright)\b",
    r"^(?:happy|glad|delighted|pleased) to\b",
    r"^(?:(?:she|he|they)(?:'s|'re| is| are) in|is in|let'?s)\b",
    rf"^agreed\b(?! to {_NOTHING_YET})|\bagreed to (?!{_NOTHING_YET})",
    r"\b(?:is|are|would be|'d be|'s|'re) (?:very |more than |so )?(?:happy|glad|delighted|pleased|up for it)\b",
    r"(?:\bwould|'d) (?:love|like|be (?:happy|glad|delighted|pleased))\b",
    r"\bwants? to (?:meet|talk|chat|do it|help|have (?:a )?coffee)\b",
    r"^(?:(?:she|he|they) )?can (?:meet|talk|do)\b",
)
_SAYS_NO = _words(
    rf"^{NO}",
    r"^(?:(?:she|he|they) )?(?:can't|cannot|can not|won't|will not)(?: (?:do it|mentor|help|take)\b|\s*(?:[.!,;]|$))",
    r"\bnot interested\b",
    r"\b(?:isn't|is not|aren't|are not) interested\b",
    r"\b(?:can ?not|can't) take\b",
    r"\b(?:declines?|declined|refused|turned (?:me|it) down|has to (?:pass|decline)|would rather not"
    r"|doesn't want to)\b",
)
_SAYS_LATER = _words(
    r"^(?:later|not now|not right now|not before|not until|after|in \w+ (?:weeks|months)|ask (?:me )?again"
    r"|try (?:me )?again|come back|next (?:month|year))\b",
    r"\b(?:come back|write again|(?:try|ask) (?:me |her |him )?again|get back to (?:her|him|me)) (?:in|after|from)\b",
)
# A yes beside one of these is none yet: it is asked.
_TAKES_BACK = _words(
    r"\bnot (?:before|until|now|sure|yet|right now)\b",
    r"\b(?:unless|maybe|perhaps|can't|cannot|won't|will have to see|needs? to think)\b",
    r"\b(?:love|like|happy|glad)(?: to)?,? but\b",
    r"^(?:yes|sure|ok|okay),? but (?:only )?(?:later|after|not)\b",
)
# What stands between "she answered" and the answer: no part of it.
_JOINS = re.compile(
    r"(?:[\s,:;.!–—-]+|(?:and|unfortunately|sadly|regrettably|(?:it|that)'?s an?(?= (?:no|yes)\b)|to say|saying|said"
    r"|says|told me|that|me|us|back|already|just|finally|today|tonight"
    r"|yesterday|she|he|they|this (?:morning|afternoon|evening|week)|earlier|last (?:night|week)|in person|for us"
    r"|from (?:her|him)"
    r"|on (?:the phone|linkedin|whatsapp|slack|teams|zoom|signal)|by (?:phone|text|(?:e-?)?mail)|over the phone)"
    r"\b(?!'))*",
    re.IGNORECASE,
)
_A_QUESTION = re.compile(
    r"(?:(?:it|that) (?:is|was) |(?:it|that)'s )?(?:only |just )?(?:with )?an? ?(?:counter[- ]?)?question"
    r"(?:\s?[:.!,–—-].*)?|asks?\b.*|asked\b.*|wants? to know\b.*",
    re.IGNORECASE | re.DOTALL,
)


def what_they_said(who: Who, text: str, line: Line) -> Command:
    """What a person answered, in the protégé's words: yes, later until a day, no, a question; else it is asked."""
    words = text.strip()
    bare = _without_joins(words)
    words = words if bare else ""
    yes, no = _SAYS_YES.search(bare), _SAYS_NO.search(bare)
    if (first := yes or no) and not is_settled(bare[: first.start()], line.reading):
        return _unclear(who, words, line)
    if _SAYS_LATER.search(bare) and not yes:
        return later(who, words, line)
    if no and not yes:
        return about(Verb.SAID_NO, who, line, text=words if len(words.split()) > 3 else "")
    if (words.endswith("?") and not yes) or _A_QUESTION.fullmatch(bare):
        return about(Verb.ANSWERED, who, line, op="question", text=words)
    if yes and not no and not _TAKES_BACK.search(bare):
        rest = re.sub(r"^yes\b[\s,.!:]*", "", words, flags=re.IGNORECASE)
        return replace(about(Verb.ANSWERED, who, line, op="yes", text=rest), at=_one_time(rest, line))
    return _unclear(who, words, line)


def _unclear(who: Who, words: str, line: Line) -> Command:
    """They answered; what, is asked."""
    command = about(Verb.ANSWERED, who, line, text=words)
    return command if command.ask else replace(command, ask=WHICH)


def _without_joins(words: str) -> str:
    joins = _JOINS.match(words)
    return words[joins.end() if joins else 0 :][:_MOST]


def _one_time(words: str, line: Line) -> datetime | None:
    """The one day and time in their words; None where there are none, several, or one that has to be asked."""
    several = len(slots(words, line.reading.moment)) > 1
    found = at(words, line.reading.moment)
    return None if several or found is None or found.ask or found.past else found.at


def later(who: Who, words: str, line: Line) -> Command:
    """They want to be asked again after a day: parked until then."""
    command = about(Verb.SAID_LATER, who, line, text=words)
    found = until(words, line.reading.moment)
    if found is None or found.first is None or found.past:
        ask = (found.ask if found else "") or "Until when? For example: later, after 3 May."
        return replace(command, ask=command.ask or ask)
    return replace(command, day=found.first, until=found.first)


# --- that they said it

_LEAD = re.compile(
    r"(?:(?:(?:very |such )?(?:great|good|wonderful|amazing|fantastic|super|bad|sad|big|exciting) news|by the way"
    r"|btw|update|fyi|guess what|hooray|hurray|yay|wow|so|well|ok|okay|oh|ah|actually|finally|wait|stop|hold on"
    r"|sorry|yes|just now|today|yesterday|tonight|this (?:morning|afternoon|evening|week)|last (?:night|week)"
    r"|meanwhile|in the meantime|just so you know|don't send (?:it|this)(?: yet)?)\b(?!')[\s,:;.!–—-]*){0,4}",
    re.IGNORECASE,
)
_SUBJECT = r"(?P<who>[^\W\d_][\w'.+@-]{0,63}(?:\s[^\W\d_][\w'.@-]{0,63}){0,2}?)"
_TERMS = r"(?:(?:\d{1,2}|six|twelve|three|nine) months?|(?:half a |one )?year)\b"  # "agreed to 6 months" is L28
_TOLD = re.compile(
    r"(?!(?:i|we|you)\b)"
    + _SUBJECT
    + r"(?:'s|'ve)?\s+(?:(?:has|have|already|just|now|finally|actually|even|kindly)\s+){0,3}"
    r"(?:(?P<answered>answered|replied|responded|wrote back|got back to me|came back to me|said|says)"
    r"|(?P<spoke>told me|tells me|let me know|wrote(?=\s(?:back|to me|me|us)\b|\s?:)|called|phoned|rang|texted|messaged"
    rf"|(?:e-?)?mailed|agreed(?=\sto\s)(?!\s+to\s+(?:an? )?{_TERMS})"
    r"|declined(?=[.!,;]|$|\s(?:me|it|the proposal|my \w+|to (?:meet|mentor))\b)))"
    r"(?:\s(?:back|to me|me|us)\b){0,2}(?=\W|$)(?P<colon>\s?:)?",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"(?:(?:i|we)(?:'ve| have)?\s)?(?:(?:already|just|finally|now)\s)?(?:heard(?: back)? from|(?:got|had|have)"
    r" (?:an?|her|his|their|the) (?P<got>answer|reply|response|yes|no)(?: already)? from) "
    + _SUBJECT
    + r"(?=[\s,.:;!]|$)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"(?:i|we)(?:'ve| have)?\s(?:(?:just|already|finally)\s)?(?:called|phoned|rang|met|saw|talked|spoke|ran into"
    r"|bumped into|had (?:an? )?(?:call|chat|coffee))\b[\w' -]{0,60}?(?:\s?[,;:.!–—-]+\s?|\sand\s)(?:and )?"
    r"(?P<who>she|he|they)(?=(?:'d|'s)?\s)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"she", "he", "they", "her", "him", "them"})
# Mails of ours about a letter that would still leave: there it matters most that they have answered.
_BEFORE_IT_LEAVES = frozenset({"draft", "reattempt", "goes"})


_ASKED_BACK = re.compile(
    r"[\s.,;:–—-]*(?:with|it(?:'s| is| was)|(?:and )?(?:s?he|they) (?:has|have|had|asks?|asked|sent)|(?:and )?(?:his"
    r"|her|their|the)"
    r" (?:answer|reply|response) (?:is|was)(?: only| just)?) (?:an?|one|only an?) (?:counter[- ]?)?question\b"
    r"[\s.,:;–—-]*(?=\w)",
    re.IGNORECASE,
)


def _reported(_match: re.Match[str], line: Line) -> Command | None:
    """ "Minerva said yes, she called me", "she already answered me", "I met Lee and he said no"."""
    lead = _LEAD.match(line.text)
    words = line.text[lead.end() if lead else 0 :]
    told, heard, met = _TOLD.match(words), _HEARD.match(words), _MET.match(words)
    found = told or heard or met
    if found is None:
        return None
    colon = bool(told and told["colon"])
    back = _ASKED_BACK.match(words[found.end() :])
    if words.rstrip().endswith("?") and not colon and not back:
        return None
    who = _whom(found["who"], line.reading) if told or heard else _met_with(words[: found.end()], line.reading)
    if who is None:
        return None
    if back:
        return about(Verb.ANSWERED, who, line, op="question", text=words[found.end() + back.end() :].strip())
    rest = words[found.end() if told or heard else found.start("who") :].strip(" :,")
    if told and (verb := (told["spoke"] or "").lower()) in {"agreed", "declined"}:
        rest = f"{verb} {rest}"
    if heard and not told:
        rest = f"{heard['got']} {rest}".strip() if (heard["got"] or "").lower() in {"yes", "no"} else rest
    said = "\n".join(filter(None, (rest, line.more)))
    other = mentioned(_without_joins(said).partition(" ")[0], line.reading)
    if other and other[0].id != who.id:  # "Lee told me Minerva would love to": whom she asked is not who says it
        return replace(about(Verb.ANSWERED, other[0], line, text=said), ask=WHICH)
    command = what_they_said(who, said, line)
    if command.verb is not Verb.ANSWERED or command.op:
        return command
    weak = bool(told and told["spoke"] and not colon) or bool(met and not told and not heard)
    if weak and (line.reading.answering not in _BEFORE_IT_LEAVES or line.rest.strip()):
        return None  # what she told may be anything
    of_nobody = who.id is None and not who.candidates and bool(rest) and not colon  # "he said hello"
    about_nothing = belongs_to_noun(_without_joins(said))  # "she said no worries"
    return None if of_nobody or about_nothing else command


def _whom(named: str, reading: Reading) -> Who | None:
    """Who is named: a person of the book, an initial of one, or "she" in their thread (elsewhere it is asked)."""
    who = resolve(named, reading)
    if who is not None:
        return who
    word = named.rstrip(".").casefold()
    if word in _PRONOUNS:
        return Who(named=named)
    if len(word) != 1:
        return None
    fitting = [p.id for p in reading.people if p.name.casefold().startswith(word)]
    if reading.thread in fitting or len(fitting) == 1:
        return Who(reading.thread if reading.thread in fitting else fitting[0], named=named)
    return None


def _met_with(words: str, reading: Reading) -> Who | None:
    """ "I met Minerva and she …": she is who was met."""
    named = mentioned(words, reading)
    return named[0] if len(named) == 1 else _whom("she", reading) if not named else None


def _later(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    return later(who, match["text"], line) if who else None


def _said_no(match: re.Match[str], line: Line) -> Command | None:
    who = resolve(match["who"] or match["who2"], line.reading)
    return about(Verb.SAID_NO, who, line) if who else None


def _bare(_match: re.Match[str], line: Line) -> Command:
    command = about(Verb.ANSWERED, Who(line.reading.thread), line)
    return replace(command, ask=f"Who answered? {WHICH[:2]} it{WHICH[7:]}" if command.ask else WHICH)


def _answered(match: re.Match[str], line: Line) -> Command | None:
    """ "answered: …" in a person's thread."""
    if not (line.reading.thread or line.reading.answering):
        return None
    text = "\n".join(filter(None, (match["text"].strip(" :,"), line.more))).strip()
    return what_they_said(Who(line.reading.thread), text, line)


RULES = (
    rule(r"answered|replied", _bare, polite=False),
    rule(
        r"{who} said no(?: thanks| thank you| to (?:me|it|us))?|{who2} (?:declined|refused"
        r"|turned me down|is not interested|isn't interested)".replace(
            "{who2}", r"(?P<who2>[\w'@+.<>-]{2,64}(?: [\w'@+.<>-]{1,64}){0,3}?)"
        ),
        _said_no,
    ),
    rule(r"{who}(?: said)?: (?P<text>(?:later|not now|not before|after)\b.*)", _later, MORE),
    rule(r"{who} said (?P<text>(?:later|not now|not before|after)\b.*)", _later, MORE),
    rule(
        r"{who} (?:asks|asked|wants|told) me to (?P<text>(?:come back|write|try|get back|ask|wait"
        r"|contact).{3,80})",
        _later,
    ),
    Rule(re.compile(r".+", re.DOTALL), _reported, MORE),
    rule(r"(?:answered|replied)(?P<text>:? ?.*)", _answered, MORE),
)
