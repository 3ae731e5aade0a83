"""Prose cut into the sentences, and at "…, and she will …" into the clauses, that may hold a task of their own."""

from __future__ import annotations

import re

from assistant.reading.notes import tongues
from assistant.reading.notes.doing import DOING, HANDING, third

_END = re.compile(
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bDr\.)(?<!\bProf\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bvs\.)("
    r"?<!\bapprox\.)(?<!\bSt\.)(?<!\betc\.)(?<!\bkl\.)(?<!\bnr\.)(?<!\d\.\d\.)(?<!\d\.\d\d\.)"
    r"(?!(?<=\d\.)\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
    r"(?:(?<=[.!?])\s+(?=[A-ZÀ-Þ\"'(*]|(?<!(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.\s)[0-9])|(?<=\.\.)\s+|(?<=…)\s+"
    r"|(?<=[\U0001f300-\U0001faff])\s+(?=[A-Za-z])|(?<=[:;][)D])\s+"
    r"|(?<=[a-z][a-z][a-z][.!?])(?<!\bmin\.)(?<!\bmax\.)(?<!\besp\.)(?<!\bext\.)(?<!\bvol\.)(?<!\bfig\.)(?<!\bbzw\.)(?<!\bevt\.)(?<!\bprof\.)(?<!\bjan\.)(?<!\bfeb\.)(?<!\bmar\.)(?<!\bapr\.)(?<!\bjun\.)(?<!\bjul\.)(?<!\baug\.)(?<!\bsep\.)(?<!\boct\.)(?<!\bnov\.)(?<!\bdec\.)\s+(?=[a-z])|(?<=\b[a-z][a-z][.!?])(?<!\b(?:no|vs|st|nr|eg|ie|ca|pp|ed|dr|mr|ms|hr|fr|sr|al|ex)\.)\s+(?=[a-z])|(?<=\w\w\w\w[.!?])\s+|(?<=\d[snrt][tdh][.!?])\s+(?=[a-z])|(?<=[!?])\s+|(?<=[.!?]['\")*_])\s+)"
)
_WHO = r"(?:[Ii]|[Ss]he|[Hh]e|[Ww]e|[Yy]ou|[A-ZÀ-Þ][\w'-]{1,20}?(?:,\s(?:who|which)\b[^,.;]{3,80},)?)"
_INTENT = (
    r"(?:'ll|'m (?:going|gonna|to|\w+ing)|m (?:gonna|going to)|'s (?:going to|gonna|to|\w+ing)|'re (?:going to|\w+ing)"
    r"| (?:will|have to|has to|need to|needs to|must|shall|gonna|gotta|(?:has|have) (?:promised|offered|agreed)"
    r"|promised|offered|offers|owes?|agreed|decided|undertook|volunteered"
    r"|(?:am|is|are) (?:going to|to|gonna|\w+ing)|wants (?:me|you)|asked (?:me|you)|said (?:[Ii]|she|he)(?:'d|'ll"
    rf"| would| will|(?:'s|'m| is| am) going to| (?:{'|'.join(sorted(DOING))})\b)"
    rf"|{'|'.join(sorted(third(verb) for verb in HANDING))})\b)"
)
_MEETS = (
    r"(?:(?:let's|lets|we|We)(?:'ll| will| are|'re)? (?:meet|speak|talk|see|catch|regroup|on)\b"
    r"|we (?:said|fixed|set|booked|settled on) (?:on )?(?:the \d|\d|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?:our |the )?[Nn]ext (?:time|meeting|mtg|call|session|chat|one|coffee|tea|talk|lunch|walk|visit|date)\b)"
)
_CLAUSE = re.compile(
    rf"(?:[,;]\s+(?:(?:so|and|but|then|while|also)\s+)?|\s+(?:so|and|but|while|&)\s+|\s[–—-]\s"
    rf"|:\s+)(?=(?:{_WHO}(?: in turn| also| then| now| both| still| first| [a-z]{{3,}}ly"
    rf"| (?:him|her|my)self)?{_INTENT}|{_MEETS}))"
    r"|[,;]\s+(?:and\s+)?\(?\d[.)]\s+(?=[a-z])|;\s+|,\s+(?=(?:I|she|he) \w+ (?:the|him|her|it|them|my|need|a)\b)"
    rf"|,\s+(?:and )?then (?=(?:{'|'.join(sorted(DOING))})\s\w)"
    rf"|,?\s+and (?:also )?(?=to (?:{'|'.join(sorted(DOING))})\s\w)"
    r"|,\s+(?=will [a-z])|,\s+(?:and |then |please )?(?=(?:send|pay|ask|call|email|book|apply|register|submit|sign up"
    r"|order|buy|print|fill in)\s\w)"
)
# Dictated words have no points: there a new subject with a word of intent begins a clause.
_RUN_ON = re.compile(
    rf"\s+(?:(?:so|and then|and also|and oh also|and oh|and|then|but)\s+)?(?:first thing\s+)?"
    rf"(?=(?:(?:[Ii]|[Ss]he|[Hh]e|[Ww]e){_INTENT}|{_MEETS}|we (?:also |then |both |finally |have "
    rf"|'ve ){{0,2}}(?:agreed|decided"
    rf"|settled)\b|[Ii] should\b))"
)
_DICTATED = re.compile(f"{_CLAUSE.pattern}|{_RUN_ON.pattern}")
_BOUND = re.compile(
    r"\b(?:that|if|when|who|which|because|says?|said|thinks?|thought|what|where|how|whether|until|till|before"
    r"|after|as"
    r"|than|once|unless"
    r"|since|hopes?|knows?|sure|told (?:me|him|her)|agreed|decided|deck|one|(?<!first )thing)$",
    re.IGNORECASE,
)
# They begin anew, whatever stood before.
_JOINS = re.compile(r"\s+(?:so|then|and then|and (?:oh )?also|and oh|but)\s", re.IGNORECASE)
# "she says rent first, buy later": told, and nothing to do
_SAYS = re.compile(r"\b(?:says?|said|thinks?|thought|suggests?|recommends?|advises?|tip|rule|view)\b", re.IGNORECASE)
_BARE_VERB = re.compile(rf"(?:{'|'.join(sorted(DOING))})\s")
_TO = re.compile(r"to\s")
_WHEN = re.compile(
    r"\b(?:by|before|until|till|on|within|tomorrow|tonight|today|(?:this|next) (?:week|month|year|\w+day))\b",
    re.IGNORECASE,
)
LONGEST = 2000  # characters: a longer sentence is not cut
MOST_NAME = 2  # words
MOST_TOPIC = 48  # characters before a colon
LONG_WORDS, FEW_POINTS = 18, 15  # a sentence of more words, with a comma in less than every fifteenth, is dictated
_SUMMING_UP = re.compile(
    r"^(?:just )?(?:to (?:sum up|recap|summari[sz]e)|in (?:short|summary)"
    r"|quick recap)\s*[:,]\s+",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"^(?:(?:and|but|so) )?(?:if|when|once|unless|in case|after|as soon as"
    r"|because|since|although|even if|should)\b",
    re.IGNORECASE,
)


_STRESSED = re.compile(r"(?P<mark>\*\*|__)(?P<said>[^*_]{1,200})(?P=mark)")


def sentences(text: str) -> list[str]:
    """The sentences of a line, in order."""
    plain = _STRESSED.sub(r"\g<said>", text) if "**" in text or "__" in text else text
    return [said for sentence in _END.split(plain) if (said := _SUMMING_UP.sub("", sentence.strip(" *_")))]


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence that may each be a task; one that begins with a condition stays whole."""
    if len(sentence) > LONGEST or _HOLDS.match(sentence):
        return [sentence]
    out: list[str] = []
    start = 0
    run_on = _is_run_on(sentence)
    found = [*(_DICTATED if run_on else _CLAUSE).finditer(sentence), *tongues.clause_breaks(sentence)]
    for match in sorted(found, key=lambda one: one.start()):
        if match.start() < start:
            continue
        before = sentence[start : match.start()].strip()
        if start == 0 and match[0][0] == ":" and match.start() < MOST_TOPIC:
            continue  # a topic, which is read with what stands behind it
        if before.count(" ") < MOST_NAME and re.match(r"\s+(?:and|&)\s", match[0]):
            continue  # "Minerva and I will rehearse"
        held = run_on and not _JOINS.match(match[0]) and _BOUND.search(before[-40:])
        if _TO.match(sentence, match.end()) and not _WHEN.search(before):
            continue  # "to draft and to send it by Friday": one day for both
        if not before or _holds(before) or held or (_BARE_VERB.match(sentence, match.end()) and _SAYS.search(before)):
            continue
        out.append(before.strip(" ,;"))
        start = match.end()
    out.append(sentence[start:].strip())
    return [one for one in out if one]


def _holds(before: str) -> bool:
    """Whether what stands before a break needs what follows: a condition, or "that"."""
    return _HOLDS.match(before[:40]) is not None or before.endswith((" that", "That"))


def _is_run_on(sentence: str) -> bool:
    words = sentence.count(" ") + 1
    return words > LONG_WORDS and (sentence.count(",") + sentence.count(";")) * FEW_POINTS < words
