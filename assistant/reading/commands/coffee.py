"""A talk arranged in one line: with whom, when and where (L25)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import Line, about, person
from assistant.reading.dates import at, minutes

_PLACE = re.compile(
    r"(?:,?\s*(?:place|where|location)\s*[:=]\s*|\bat (?=the |[A-Z])|\bin (?=the |[A-Z])"
    r"|,\s*by (?=video|phone))(?P<place>[^,;]{2,80})",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"\b(video|phone|zoom|teams|online)\b", re.IGNORECASE)


def coffee(match: re.Match[str], line: Line) -> Command | None:
    """coffee with Minerva wed 10:00 Café X"""
    who = person(match, line)
    if who is None or _WAS.match(match["text"] or ""):
        return None
    return arranged(who, match["text"] or "", line)


_LINK = re.compile(
    r"(?:\b(?P<medium>video|zoom|teams|online|google meet)\b)?(?: (?:link|call|room))?:? ?(?P<url>https?://[^\s<>\"]{4,300})",
    re.IGNORECASE,
)


def where(rest: str) -> str:
    """The place in what stands around a time (which is a "|"): a link with its medium, "at the library", or the end."""
    if link := _LINK.search(rest):
        return " ".join(filter(None, (link["medium"], link["url"].rstrip(".,;!)"))))
    if named := _PLACE.search(rest):
        return named["place"].strip(" .")
    tail = rest.rsplit("|", 1)[-1].strip(" ,.;")
    return _plain_place(re.split(r"[.!?]", tail, maxsplit=1)[0])


# "lunch with May ran two hours": a tale of one that was.
_WAS = re.compile(r"\W*(?:ran|was|went|lasted|took|turned|felt|gave|ended|had|helped|is over|did|got)\b", re.IGNORECASE)


def arranged(who: Who, text: str, line: Line) -> Command:
    """A talk with somebody; when and where stand in the text. What is missing is asked."""
    words, agreed = agreed_on(text.strip(" ,:"))
    command = about(Verb.COFFEE, who, line)
    found = at(words, line.reading.moment)
    place = ""
    if found and not found.ask:
        rest = f"{words[: found.start]} | {words[found.end :]}".strip()
        place = where(rest)
        if not place and (remote := _REMOTE.search(words) or _REMOTE.match(line.text)):
            place = remote[1].lower()
    ask = command.ask or when_unclear(found)
    return replace(
        command,
        at=found.at if found and not ask else None,
        day=found.day if found and not ask else None,
        minutes=minutes(words),
        place=place,
        fields=agreed,
        ask=ask,
    )


_AGREED = re.compile(
    r"[,;.(]?\s{0,3}\b(?:(?:as |already |we |both |is |it is |it's |that is |that's ){0,3}agreed"
    r"|(?:s?he|they)(?: already)? (?:knows?|agreed|said yes|is fine with it|proposed it|asked for it))\b[\s).!]{0,3}$",
    re.IGNORECASE,
)


def agreed_on(words: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The words without "as agreed" at their end, and the field that says that both know the time."""
    found = _AGREED.search(words)
    return (words[: found.start()], (("agreed", "yes"),)) if found else (words, ())


_LASTS = re.compile(r"\b(?:for )?(?:\d{1,3} ?(?:min\w*|h(?:ours?|rs?)?\b)|(?:half )?an hour\b)", re.IGNORECASE)


def _plain_place(tail: str) -> str:
    """The rest of the line after the time, where it is a place and no sentence."""
    clean = re.sub(r"^(?:at|in|@)\s+", "", _LASTS.sub("", tail).strip(" ,"))
    return (
        clean
        if clean
        and len(clean.split()) <= 5
        and not re.search(r"\b(?:will|she|he|they|is|i|min|please)\b", clean, re.IGNORECASE)
        else ""
    )


def when_unclear(found: object) -> str:
    from_words = getattr(found, "ask", "")
    if found is None:
        return "When? For example: wed 10:00."
    if from_words:
        return str(from_words)
    if getattr(found, "past", False):
        return "That is over: when do you mean?"
    return "" if getattr(found, "time", None) else "At what time?"
