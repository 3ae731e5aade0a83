"""An agreement that goes on: "renew until June", "extend by another year", "renew but fortnightly" (L40).

How long (months, or an end date) and in which rhythm, each where it is said; what has another word in it is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.commands.series_words import Said, of_series, said
from assistant.reading.commands.since import SINCE
from assistant.reading.dates import Found, months, until

_TERM = re.compile(
    r"\b(?:for |by )?(?P<many>another|a further|\d{1,2}|an?|one|two|three|four|six|nine|twelve|half an?)"
    r"(?P<more> more| further| another)? (?P<unit>months?|years?|mos?|yrs?)(?: more| longer)?\b"
    r"|\b(?:for |by )?another (?P<bare>three|six|nine|twelve|\d{1,2})\b(?! (?:week|day|min|hour|meeting|call))",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?P<to>until|til+|to|through|up (?:un)?til|up to)(?P<end>(?: the)? [^,;]{2,40}?)(?=[,;]| (?:but|and|with)\b|$)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:in |at |with )?(?:the )?same (?:rhythm|time|hours?|days?|slot|place|everything|terms|as (?:now|before))"
    r"|\b(?:just )?(?:as|like) (?:before|now|it is|is)\b|\bunchanged\b|\bbut\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b|\d[./]\d{1,2}[./]\d{2}\b")
_NO_START = "A renewal begins where the series ends. Until when shall it go? For example: RENEW UNTIL 30 JUNE."


def _renewed(match: re.Match[str], line: Line) -> Command | None:
    who, words = _named((match["text"] or "").strip(" ,.:"), line)
    words, end = _until(words, line)
    term = _TERM.search(words)
    words = _SAME.sub(" ", f"{words[: term.start()]} {words[term.end() :]}" if term else words)
    found = of_series(words, line)
    if found is None or (found[0].named and who.named and found[0].id != who.id):
        return None
    value = said(found[1]) or Said("", None, None, ())
    plain = value == Said("", None, None, ())
    if match["verb"].lower() != "renew" and not (term or end):
        return None
    if plain and not (term or end) and _TOLD.search(found[1]):
        return None
    command = about(Verb.WRAP_UP, who if who.named else found[0], line, op="renew")
    ask = command.ask or (end.ask if end else "") or (_NO_START if SINCE.search(found[1]) else "")
    return replace(
        command,
        months=_months(term) if term else None,
        until=end.last if end and not ask else None,
        rrule=value.rrule,
        time=value.hour,
        minutes=value.length,
        fields=(*value.fields, *((("year", "any"),) if end and not _YEAR.search(line.text) else ())),
        ask=ask,
    )


_TOLD = re.compile(r"\b(?:we|she|he|they|i|not|no|don't|doesn't)\b", re.IGNORECASE)  # "renew? not now": no wish


def _named(words: str, line: Line) -> tuple[Who, str]:
    """The person right behind the verb ("renew with Minerva for 6 months"), and the words without the name."""
    parts = re.sub(r"^(?:with|for) ", "", words, flags=re.IGNORECASE).split()
    for count in (2, 1):
        if len(parts) >= count and (who := resolve(" ".join(parts[:count]), line.reading)):
            return who, " ".join(parts[count:])
    return Who(line.reading.thread), words


def _until(words: str, line: Line) -> tuple[str, Found | None]:
    """The words without the end that they name, and that end; "until June" is to the end of June."""
    for match in _END.finditer(words):
        found = until(f"until{match['end']}", line.reading.moment)
        if found is not None:
            return f"{words[: match.start()]} {words[match.end() :]}", found
    return words, None


def _months(term: re.Match[str]) -> int | None:
    if term["bare"]:
        return months(f"{term['bare']} months")
    many = "one" if term["many"].lower() in ("another", "a further") else term["many"]
    return months(f"{many} {term['unit']}")


RULES = (
    rule(
        r"(?P<verb>renew|extend|prolong|continue|carry on|go on|keep going)"
        r"(?: (?:it|us|this|things|(?:the|our) (?:mentoring|mentorship|agreement|term|series|meetings)))?"
        r"(?P<text>[ ,:].{1,120}?)?",
        _renewed,
    ),
)
