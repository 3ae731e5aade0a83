"""With whom a talk was, where the head of its notes says so: "Meeting with Kofi 3 June 2025", "Lee 1:1"."""

from __future__ import annotations

import calendar
import re

HEAD = 3  # lines that can be the head
LONGEST = 90  # characters of a head
MOST_WORDS = 12
_TALK = (
    r"(?:meeting|talk|call|chat|coffee|lunch|breakfast|dinner|1[:-]1|one[- ]on[- ]one|catch[- ]?up|session|sync"
    r"|interview|conversation|discussion|notes|minutes|recap|treffen|gespräch|termin|réunion|rendez-vous|entretien"
    r"|reunión|charla|riunione|incontro|reunião|gesprek|möte|møde)"
)
_CAPITAL = r"(?-i:[^\W\d_a-zß-öø-ÿ])"
_NAME = rf"(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?{_CAPITAL}[\w'’-]{{1,25}}(?: {_CAPITAL}[\w'’.-]{{0,25}}){{0,2}})"
_WITH = re.compile(
    rf"^\W*(?:(?:notes?|minutes|recap)(?: of| from| on|:)? )?(?:(?:the|my|our|a|quick|short|zoom|phone|video|weekly"
    rf"|first)"
    rf" ){{0,3}}{_TALK}(?: notes?)?(?: (?:with|w/|w|mit|avec|con|com|met|med|och|of|from))? ?[:–—-]? {_NAME}(?=$"
    rf"|[\s,.:;(–—/-])",
    re.IGNORECASE,
)
_MET = re.compile(
    rf"^\W*(?:i |we |just |today i )?(?:met|saw|spoke|talked|had (?:a |my )?(?:coffee|call|chat|lunch|talk))(?: up)?"
    rf"(?: with| to)? {_NAME}(?=$|[\s,.:;(–—/-])",
    re.IGNORECASE,
)
_NAMED_TALK = re.compile(rf"^\W*{_NAME}(?:'s)? ?[:–—/-]? ?{_TALK}\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[DM]r\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bProf\.)\s")  # "met Grace. We went …"
# Words that begin with a capital in a head and are nobody.
_NOBODY = re.compile(
    r"the|my|our|a|an|meeting|meetings|call|talk|chat|weekly|monthly|daily|team|board|group|staff|office"
    r"|zoom|teams|meet|monday|notes|minutes|agenda|summary|points|action|actions|recap|today|yesterday|week"
    r"|mentor|mentoring|first|second|third|q1|q2|q3|q4|about|on|at|in|and|with|for"
)
_DAYS = frozenset(
    word.casefold()
    for words in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr)
    for word in words
    if word
)


def talked_with(text: str) -> str:
    """The name with whom the talk was, as the head of the notes writes it; "" where it names nobody."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:HEAD]
    for line in (_SENTENCE.split(line)[0] for line in lines):
        if len(line) > LONGEST or len(line.split()) > MOST_WORDS:
            continue
        match = _WITH.match(line) or _MET.match(line) or _NAMED_TALK.match(line)
        if match and (name := _name(match["name"])):
            return name
    return ""


def _name(words: str) -> str:
    """The words of a name that are one: "Kofi June" is Kofi."""
    kept: list[str] = []
    for word in words.split():
        plain = word.strip(".,:'’").casefold()
        if _NOBODY.fullmatch(plain) or plain in _DAYS or re.fullmatch(r"[A-ZÄÖÜ]{4,}", word):
            break
        kept.append(re.sub(r"['’]s$", "", word.strip(".,:")))
    return " ".join(kept)
