"""What somebody writes shortly before a meeting: "sick tomorrow, tell Minerva", "running late, 10 min" (L34).

Read only where a meeting is to come; an "ok" or a "fine" under a mail that told news takes note of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.choices import AGREES
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import Line, Rule, about
from assistant.reading.dates import day, minutes

_LEAD = r"(?:(?:hi|hey|sorry|ugh|argh|oh no|bad news|so sorry|robin)[\s,.!:–—-]+)*"
_TELL = re.compile(
    r"[\s,.;:–—-]*(?:(?:please|pls|can you|could you|and)\s)*(?:tell|let|inform|warn|write to) (?P<who>[\w'.@+-]{2,64}"
    r"(?: [A-Z][\w'-]+)?)(?: know)?(?: (?:that|please|pls))*[\s,.:]*",
    re.IGNORECASE,
)
_SICK = re.compile(
    rf"{_LEAD}(?:(?:i(?:'m| am)|am|got|i(?:'ve| have) (?:got|caught))\s)?"
    r"(?:(?:a bit|really|very|home|off|down with|not)\s)?"
    r"(?:ill|sick|unwell|well|feeling (?:ill|sick|unwell)|(?:the |a )?(?:flu|cold|fever|bug|covid|migraine))"
    r"(?P<day>(?: (?:today|tomorrow|tonight|on \w+(?: \d{1,2}(?:st|nd|rd|th)?)?|\w+day|this (?:morning|afternoon)))?)",
    re.IGNORECASE,
)
_LATE = re.compile(
    rf"{_LEAD}(?:(?:i(?:'m| am|'ll be| will be| might be)|am|will be)\s)?(?:running\s)?"
    r"(?:(?:about|around|some|like|a bit"
    r"|a few|a little|slightly|by)\s?)*(?:\d{1,2}\s?(?:min(?:ute)?s?|')\s)?(?:late|delayed|behind)"
    r"[\s,.:–—-]*(?:(?:by|about|around|maybe|sorry)?[\s,]*)*(?:\d{1,2}\s?(?:min(?:ute)?s?|'))?"
    r"(?: (?:for (?:our|the|my) \w+|today|late|sorry|to (?:our|the) \w+))*",
    re.IGNORECASE,
)
_NEWS = frozenset(
    {"invite_came", "their_change", "accepted", "said_thanks", "runs_late", "calendar_told", "their_time_stays"}
)


def _said(match: re.Match[str], line: Line) -> Command | None:
    """Sick is an apology for the meeting of that day, late a word to the person at once; both are drafts."""
    if not line.reading.meets or line.reading.answering == "notes_prompt":
        return None
    text, who = _without_tell(match[0], line)
    if who is None:
        return None
    sick = _SICK.fullmatch(text.strip(" ,.!;"))
    if sick and not (sick[0].lower().endswith("well") and "not" not in sick[0].lower() and "un" not in sick[0].lower()):
        command = about(Verb.NO_SHOW, who, line, op="cant_make_it")
        found = day(sick["day"], line.reading.moment) if sick["day"].strip() else None
        if sick["day"].strip() and (found is None or found.ask):
            return None
        return replace(command, day=found.day if found else None)
    if _LATE.fullmatch(text.strip(" ,.!;")):
        return replace(about(Verb.NO_SHOW, who, line, op="late"), minutes=minutes(text))
    return None


def _without_tell(text: str, line: Line) -> tuple[str, Who | None]:
    """The words without "tell Minerva", and who that is; None where that is nobody."""
    found = _TELL.search(text)
    if found is None:
        return text, Who(line.reading.thread)
    words = found["who"].split()
    who = resolve(" ".join(words), line.reading) or resolve(words[0], line.reading)
    if found["who"].lower() in ("her", "him", "them"):
        who = Who(line.reading.thread)
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), who


def _noted(match: re.Match[str], line: Line) -> Command | None:
    """ "ok", "fine, thanks" under news: taken note of, whatever the news ask."""
    told = line.reading.answering in _NEWS and bool(line.reading.thread)
    return Command(Verb.YES, line=match[0]) if told else None


RULES = (
    Rule(re.compile(r".{3,120}"), _said),
    Rule(AGREES, _noted),
)
