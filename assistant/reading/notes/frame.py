"""What stands around notes and is no line of them: their title, a salutation."""

from __future__ import annotations

import re

from assistant.reading.dates import Moment, dates
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
    r"call|chat|talk|meeting|mtg|coffee|lunch|tea|walk|zoom|session|notes?|recap|summary|with|of|on|rdv|avec|gespräch|mit"
    r"|am|le|reunión|con",
    re.IGNORECASE,
)
_TITLE_SAYS = re.compile(r"[.!?:]$|\b(?:by|before|about|until|to)\b", re.IGNORECASE)
_SALUTE = re.compile(
    r"(?:hi|hello|dear|hey|hallo|liebe[r]?|bonjour|hola|ciao|oi)\b(?: [\w.]+){0,3}\s?[,!]", re.IGNORECASE
)
MOST_TITLE = 4  # words


def is_title(line: Line, names: Cast) -> bool:
    """ "Call with Minerva today": what the notes are of, and no point of them."""
    if line.form is not Form.PROSE or not names.names(line.text, "mentor"):
        return False
    return _TITLE.match(line.text) is not None and not _TITLE_SAYS.search(line.text)


def may_be_title(line: Line, names: Cast) -> bool:
    """ "minerva coffee", "Notizen 18.11. mit Minerva": a title unless it is a task."""
    short = line.form is Form.PROSE and len(line.text.split()) <= MOST_TITLE and line.text[-1:] not in ".!?:"
    return short and names.names(line.text, "mentor")


def says_only_a_day(text: str, names: Cast, moment: Moment) -> bool:
    """ "Minerva - 9 juin", "Call Minerva 11 March": a day until today, a name, and a sort of talk."""
    said = in_english(text)
    found = [one for one in dates(said, moment, back=True) if one.first and one.first <= moment.today]
    if len(found) != 1:
        return False
    words = re.findall(r"[^\W\d_]+", f"{said[: found[0].start]} {said[found[0].end :]}")
    return all(_TALK.fullmatch(word) or names.role(word) == "mentor" for word in words)


def is_salutation(text: str) -> bool:
    """ "Hi Minerva,"."""
    return _SALUTE.fullmatch(text) is not None
