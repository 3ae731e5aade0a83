"""The protégé's settings in free words: zone, hours, digest, quiet, away, holidays (L4)."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import settings
from assistant.reading.commands.meant.scene import Make, Scene, frame
from assistant.reading.commands.rules import Line

_HOURS = (
    r"(?P<text>\d{1,2}(?::?\d\d)?\s?(?:[ap]m)?\s?(?:-|–|to|until"
    r"|till)\s?\d{1,2}(?::?\d\d)?\s?(?:[ap]m)?)(?!\s?\w*\.?\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec))"
)
_UNTIL = r"(?:until|till|til|before) (?P<text>[\w .]{2,24}?)"


_DIGEST = r"(?:digest|(?:morning|daily) (?:summary|overview|update|e?-?mail|round-?up))"
# "use Lisbon time from now on", "switch me to Europe/Lisbon": a place whose zone is meant.
_PLACE = r"(?P<text>(?-i:[A-Z])[A-Za-z]+(?:/[A-Z][\w/-]+|(?: (?-i:[A-Z])\w+)?(?= (?:time|zone)\b)))"


def _setting(make: Callable[[re.Match[str], Line], Command | None]) -> Make:
    """A setting of the protégé's own; nobody else is named beside it. What would have to be asked is not taken here."""

    def read(match: re.Match[str], scene: Scene) -> Command | None:
        found = None if scene.named else make(match, scene.line(match[0]))
        return found if found and not found.ask else None

    return read


def _away(match: re.Match[str], line: Line) -> Command | None:
    first, last = settings.away(match["text"], line)
    over = not first or not last or last < line.reading.moment.today
    return None if over else Command(Verb.SETTING, op="away", day=first, until=last, line=line.text)


FRAMES = (
    # settings (L4)
    frame(
        r"^.*?(?P<my>)\b(?:time ?zone|tz|clock|zone)\b.{0,30}?(?P<text>[A-Z][A-Za-z]+/[A-Z][\w/-]+).*$",
        _setting(settings.zone),
    ),
    frame(
        r"^.*?(?P<my>)(?P<text>[A-Z][A-Za-z]+/[A-Z][\w/-]+)\b.{0,30}\b(?:time ?zone|tz|clock|zone)\b.*$",
        _setting(settings.zone),
    ),
    frame(
        rf"^(?P<my>)(?:use|set|switch|put|move|change|take|go)\b.{{0,20}}?\b{_PLACE}\b.{{0,40}}$",
        _setting(settings.zone),
    ),
    frame(
        rf"^.*\b{_DIGEST}\b.{{0,50}}?\b(?:at|to|by|around|about|for)(?: about"
        r"| around)? (?P<text>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?| o'clock)?(?!\d)|(?:half"
        r"|quarter) (?:past|to) \w+|(?:six|seven|eight|nine|ten|eleven|noon)\b).*$",
        _setting(settings.digest),
    ),
    frame(
        rf"^.*\b(?:i|my|our)\b.{{0,20}}\b(?:work\w*|office|business|day|hours)\b.{{0,40}}?\b{_HOURS}.*$",
        _setting(settings.work_hours),
    ),
    frame(
        r"^.*\b(?:quiet|silen(?:ce|t)|peace|disturb\w*|bother\w*|no (?:more )?(?:e-?)?(?:mails?|messages)"
        r"|nothing|anything|leave me alone|mute|pause|hold (?:all |my )*(?:mails?|messages) (?:to|for) me)\b.{0,24}"
        rf"\b{_UNTIL}(?:[,.;!].*| please.*| (?:as|because|since) .*)?$",
        _setting(settings.quiet),
    ),
    frame(
        r"^(?:i(?:'m| am|'ll be| will be| shall be| have)?|we(?:'re| are|'ll be)?|my|on|off|away|out"
        r"|parental|maternity|paternity|sick|annual|summer|winter|christmas|vacation"
        r"|holidays?)\b.{0,30}(?<!\w)(?:leave|holidays?|vacation|pto|break|away|out of (?:the )?office"
        r"|off(?: work)?|travelling|traveling|abroad"
        r"|gone|unavailable|offline|not (?:around|available|reachable|here))\b(?P<text>.{0,60}\d.*)$",
        _setting(_away),
    ),
    frame(
        r"^(?P<text>.*\b(?:count|consider|treat|regard|mark|list|log|put) me (?:down )?(?:as )?(?:being )?"
        r"(?:away|absent|off|out(?: of (?:the )?office)?|unavailable|on (?:leave|holiday|vacation))\b.*)$",
        _setting(_away),
    ),
    frame(r"^.*\bholidays?\b.{0,40}?\b(?P<text>[A-Z]{2}(?:-[A-Z0-9]{1,3}))\b.{0,30}$", _setting(settings.holidays)),
)
