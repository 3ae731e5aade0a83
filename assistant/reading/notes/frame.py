"""What stands around notes and is no line of them: their title, a salutation."""

from __future__ import annotations

import re

from assistant.reading.dates import Moment, dates
from assistant.reading.notes.again import NOUN
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.day_words import in_english
from assistant.reading.notes.lines import Form, Line

# "Call with Suresh sir today": what the notes are of, though it begins with a verb.
_TITLE = re.compile(
    r"(?:(?:my|quick|short|the|today's) )?(?:call|chat|talk|meeting|mtg|coffee|lunch|tea|walk|zoom|session"
    r"|catch[- ]?up"
    r"|conversation|discussion|1:1|notes?|points|recap|summary)(?: \w+){0,3}? (?:with|w/|from) \S+(?: \S+){0,4}$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"call|chat|talk|meeting|mtg|coffee|lunch|tea|walk|zoom|session|notes?|recap|summary|with|of|on|rdv|avec"
    r"|gespräch|mit"
    r"|am|le|reunión|con",
    re.IGNORECASE,
)
_TITLE_SAYS = re.compile(r"[.!?:]$|\b(?:by|before|about|until|to)\b", re.IGNORECASE)
_SORT_OF_TALK = re.compile(
    rf"\b(?:(?:weekly|monthly|fortnightly|regular|quick|short) )?(?:{NOUN}|mentoring|notes?|minutes|protocol)\b"
)
_DAY_WORD = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct"
    r"|nov|dec)[a-z]*|today|yesterday|st|nd|rd|th"
)
_SALUTE = re.compile(
    r"(?:hi|hello|dear|hey|hallo|liebe[r]?|bonjour|hola|ciao|oi)\b(?: [\w.]+){0,3}\s?[,!]", re.IGNORECASE
)
MOST_TITLE = 4  # words
MOST_NAMED = 8  # the same, of "Minerva - end of year"
_NAMED = re.compile(r"[^\W\d_][\w.' ]{0,24} [-–—] ")
MOST_HEAD = 12  # words
_HEADS = re.compile(
    r"(?:(?:\w+ )?(?:log|record|notes?|minutes|memo|protocol|protokoll|summary|report|recap)\b(?: of)?"
    r"|(?:today|this morning|this afternoon|tonight|yesterday),? (?:i|we) (?:meet|met|see|saw|spoke|speak|talk"
    r"|talked)\b)",
    re.IGNORECASE,
)
_TITLE_LATER = re.compile(
    r"\b(?:will|shall|to|by|until|next|before|must|should)\b(?! video| phone| zoom)", re.IGNORECASE
)
_OF_PROGRAM = re.compile(
    r"(?:\W*(?:this (?:summary|recap|transcript) (?:was|is) )?(?:auto(?:matically)?[- ])?(?:generated|created"
    r"|written|summari[sz]ed|transcribed)"
    r" (?:by|with|using) (?:an? )?(?:ai\b|artificial|notetaker|assistant|bot\b|app\b|\w+ ai\b)|exported from \w+"
    r"|(?:this |the )?(?:\w+ )?(?:ai|summary|summaries|transcripts?|notes) (?:can|may|might) (?:make mistakes"
    r"|(?:contain|include|have) (?:errors|mistakes|inaccuracies)|be (?:wrong|incorrect|inaccurate|incomplete))"
    r"|(?:please )?(?:review|verify|check)(?: (?:it|this|them|the summary|important \w+))? (?:for"
    r"|before) (?:accuracy|errors"
    r"|mistakes|relying|sharing))",
    re.IGNORECASE,
)


def is_title(line: Line, names: Cast) -> bool:
    """ "Call with Minerva today": what the notes are of, and no point of them."""
    if line.form is not Form.PROSE or not names.names(line.text, "mentor"):
        return False
    return _TITLE.match(line.text) is not None and not _TITLE_SAYS.search(line.text)


def may_be_title(line: Line, names: Cast) -> bool:
    """ "minerva coffee", "Notizen 18.11. mit Minerva": a title unless it is a task."""
    ended = line.text[-1:] in "!?:" or re.search(r"(?<!\d)\.$", line.text) is not None
    most = MOST_NAMED if _NAMED.match(line.text) else MOST_TITLE
    short = line.form is Form.PROSE and len(line.text.split()) <= most and not ended
    return short and names.names(line.text, "mentor")


def is_talk_of(line: Line, names: Cast) -> bool:
    """ "RAY - TUESDAY CHECK-IN", "Catch-up", "Mentoring 4": a sort of talk, names and days, and no more."""
    said = _SORT_OF_TALK.sub(" ", line.text.lower())
    words = re.findall(r"[^\W\d_]+", said)
    return (
        len(line.text.split()) <= MOST_HEAD
        and said != line.text.lower()
        and all(_TALK.fullmatch(word) or _DAY_WORD.fullmatch(word) or names.role(word) for word in words)
    )


def says_only_a_day(text: str, names: Cast, moment: Moment) -> bool:
    """ "Minerva - 9 juin", "Call Minerva 11 March": a day until today, a name, and a sort of talk."""
    said = in_english(text)
    found = [one for one in dates(said, moment, back=True) if one.first and one.first <= moment.today]
    if len(found) != 1:
        return False
    words = re.findall(r"[^\W\d_]+", f"{said[: found[0].start]} {said[found[0].end :]}")
    return all(_TALK.fullmatch(word) or names.role(word) == "mentor" for word in words)


def heads_talk(line: Line, names: Cast, moment: Moment) -> bool:
    """ "LOG 05 NOV, call w/ Helena", "Today I meet Marcus by video": a talk of a day until today, and with whom."""
    text = line.text
    if (
        line.form is not Form.PROSE
        or len(text.split()) > MOST_HEAD
        or not _HEADS.match(text)
        or _TITLE_LATER.search(text)
    ):
        return False
    found = [one for one in dates(in_english(text), moment, back=True) if one.first]
    with_mentor = any(names.role(word) == "mentor" for word in re.findall(r"[^\W\d_]{2,}", text))
    return with_mentor and bool(found) and all(one.first <= moment.today for one in found if one.first)


def is_of_program(text: str) -> bool:
    """ "Generated by AI. Make sure to check for accuracy.": what a program says of itself."""
    return _OF_PROGRAM.match(text) is not None


def is_salutation(text: str) -> bool:
    """ "Hi Minerva,"."""
    return _SALUTE.fullmatch(text) is not None
