"""Terms alone, under the mail that asks for them: "6 months monthly please", "agreed, monthly" (L27, L28).

A line counts only where every word of it is one of terms. Which command it is, the mail that is answered says.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.meetings import terms_of
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import Line, Rule
from assistant.reading.dates.agreed_terms import agreed_terms
from assistant.reading.dates.words import WEEKDAY

_LONGEST = 160
_AGREED = re.compile(r"\s*(?:(?:yes|ok|okay|great)[\s,.!]+)?agreed\b", re.IGNORECASE)
_JUST_AGREED = re.compile(r"(?:(?:yes|ok|okay|great|perfect|fine|good|all)[\s,.!]+)*agreed[\s.!]*", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d{1,3}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\b)?|\S")
_DAY = re.compile(rf"{WEEKDAY}s?", re.IGNORECASE)
_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    a about agreed an and at but each every everything fine first five for fortnight fortnightly four fourth good great
    h half hour hours in instead is it it's last let's long make max maximum meeting meetings min mins minute minutes
    month monthly months no o'clock of ok okay on once one only other our per perfect please pls quarter quarterly
    rather second sessions six sounds starting suits talk talks that the then third three twelve two until up us we
    week weekly weeks with works would year years yes
    """,
    )
)
_BARE = frozenset(".,;:!-–—()/&")


def _terms(match: re.Match[str], line: Line) -> Command | None:
    text, reading = match[0], line.reading
    verb = Verb.PROPOSE if reading.terms == "propose" else Verb.AGREED
    says = _AGREED.match(text) is not None
    if not reading.thread or not (reading.terms or says) or (says and verb is Verb.PROPOSE):
        return None
    if reading.terms == "agreed" and _JUST_AGREED.fullmatch(text):
        return Command(Verb.YES, line=text)
    if not all(_is_known(token) for token in _TOKEN.findall(text)) or not agreed_terms(text):
        return None
    return terms_of(verb, Who(reading.thread), text, line)


def _is_known(token: str) -> bool:
    lower = token.lower().replace("’", "'")
    return lower in _WORDS or lower in _BARE or lower[0].isdigit() or _DAY.fullmatch(lower) is not None


RULES = (Rule(re.compile(rf".{{4,{_LONGEST}}}"), _terms),)
