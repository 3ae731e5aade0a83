"""Prose cut into the sentences, and at "…, and she will …" into the clauses, that may hold a task of their own."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bDr\.)(?<!\bProf\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bvs\.)("
    r"?<!\bapprox\.)(?<!\bSt\.)(?<!\betc\.)"
    r"(?:(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9\"'(*])|(?<=\w\w\w\w[.!?])\s+|(?<=[!?])\s+|(?<=[.!?]['\")])\s+)"
)
_CLAUSE = re.compile(
    r"(?:[,;]\s+(?:(?:so|and|but|then|while|also)\s+)?|\s+(?:so|and|but|while)\s+|\s[–—-]\s)"
    r"(?=(?:[Ii]|[Ss]he|[Hh]e|[Ww]e|[A-ZÀ-Þ][\w'-]{1,20})"
    r"(?:(?: have to| need to| must)\b|(?: will|'ll| promised| offered| offers"
    r"| sends| gives| brings| checks| is going to| has to| wants me| asked"
    r" me)\b))"
    r"|;\s+|,\s+(?=(?:I|she|he) \w+ (?:the|him|her|it|them|my|need|a)\b)"
    r"|,\s+(?:and |then |please )?(?=(?:send|pay|ask|call|email|book|apply"
    r"|register|submit|sign up|order|buy|print|fill in)\s\w)"
)
_SUMMING_UP = re.compile(
    r"^(?:just )?(?:to (?:sum up|recap|summari[sz]e)|in (?:short|summary)"
    r"|quick recap)\s*[:,]\s+",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"^(?:(?:and|but|so) )?(?:if|when|once|unless|in case|after|as soon as"
    r"|because|since|although|even if|should)\b|\bthat$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences of a line, in order."""
    return [said for sentence in _END.split(text) if (said := _SUMMING_UP.sub("", sentence.strip()))]


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence that may each be a task; one that begins with a condition stays whole."""
    if _HOLDS.match(sentence):
        return [sentence]
    out: list[str] = []
    start = 0
    for match in _CLAUSE.finditer(sentence):
        before = sentence[start : match.start()].strip()
        if not before or _HOLDS.search(before):
            continue
        out.append(before.strip(" ,;"))
        start = match.end()
    out.append(sentence[start:].strip())
    return [one for one in out if one]
