"""Settings: time zone, hours, quiet, away, digest, holidays (L4)."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import available_timezones

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, rule
from assistant.reading.dates import clock, dates, day


def zone(match: re.Match[str], line: Line) -> Command | None:
    if not match["my"] and (line.reading.thread or line.reading.about):
        return None  # in a person's thread, or below their name, "timezone: …" is a field of that person
    word = _SINCE.sub("", match["text"]).strip(" .").replace(" ", "_")
    names = {name.lower(): name for name in available_timezones()}
    name = names.get(word.lower()) or next(
        (n for n in sorted(names.values()) if n.lower().rsplit("/", 1)[-1] == word.lower()), ""
    )
    near = [n for n in sorted(names.values()) if word.lower()[:5] and word.lower()[:5] in n.lower()][:3]
    ask = (
        ""
        if name
        else f"I do not know the zone “{word}”. "
        + (f"Near it: {', '.join(near)}." if near else "For example Europe/Madrid.")
    )
    return Command(Verb.SETTING, op="timezone", text=name, ask=ask, line=line.text)


_HOURS = re.compile(
    r"(?P<a>\d{1,2})(?::?(?P<am>\d\d))?\s?(?P<ap>[ap]m)?\s?(?:-|–"
    r"|to|until|till)\s?(?P<b>\d{1,2})(?::?(?P<bm>\d\d))?\s?(?P<bp>[ap]m)?",
    re.IGNORECASE,
)


def _hour(match: re.Match[str], side: str) -> str:
    hour, half = int(match[side]), (match[f"{side}p"] or "").lower()
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    return f"{hour:02}:{int(match[f'{side}m'] or 0):02}" if hour < 24 and int(match[f"{side}m"] or 0) < 60 else ""


def work_hours(match: re.Match[str], line: Line) -> Command:
    hours = _HOURS.search(match["text"] or match.groupdict().get("text2") or "")
    first, last = (_hour(hours, "a"), _hour(hours, "b")) if hours else ("", "")
    if hours and last <= first and not (hours["ap"] or hours["bp"]) and "01:00" <= last <= "11:59":
        last = f"{int(last[:2]) + 12:02}{last[2:]}"  # "8 to 4"
    good = bool(first and last and first < last)
    return Command(
        Verb.SETTING,
        op="work_hours",
        fields=(("from", first), ("to", last)) if good else (),
        ask="" if good else "From when to when? For example: work hours 9-18.",
        line=line.text,
    )


_SINCE = re.compile(r"\s+(?:now|today|again|please|from|since|as|for|until)\b.*$", re.IGNORECASE)


def quiet(match: re.Match[str], line: Line) -> Command:
    found = day(match["text"], line.reading.moment)
    ask = (
        "Until when? For example: quiet until 3 Jan."
        if found is None
        else found.ask or ("That day is over: until when?" if found.past else "")
    )
    return Command(Verb.SETTING, op="quiet", until=None if ask or found is None else found.day, ask=ask, line=line.text)


_RANGE = re.compile(
    r"(?P<a>\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|to|until|till)\s?(?P<rest>\d{1,2}(?:st|nd|rd|th)?\s.+)", re.IGNORECASE
)


def _away(match: re.Match[str], line: Line) -> Command:
    """away 1-14 Aug; away from 13 February to 24 February: both days included."""
    first, last = away(match["text"], line)
    ask = "" if first and last else "From when to when are you away? For example: away 1-14 Aug."
    if first and last and last < line.reading.moment.today:
        first, last, ask = None, None, "Those days are over: when are you away?"
    return Command(Verb.SETTING, op="away", day=first, until=last, ask=ask, line=line.text)


def _no_meetings(match: re.Match[str], line: Line) -> Command | None:
    """ "holiday with the kids 22 dec to 8 jan, no meetings please": an absence where its two ends are clear."""
    first, last = away(match["text"], line)
    if first is None or last is None or first == last or last < line.reading.moment.today:
        return None
    return Command(Verb.SETTING, op="away", day=first, until=last, line=line.text)


def away(words: str, line: Line) -> tuple[date | None, date | None]:
    """First and last day of an absence, (None, None) where it is not clear."""
    found = [one for one in dates(words, line.reading.moment) if not one.ask]
    if len(found) >= 2 and found[0].first and found[1].first:
        first, last = found[0].first, found[1].last or found[1].first
        if last < first:  # "28 Dec to 3 Jan"
            last = last.replace(year=first.year + 1) if (last.month, last.day) != (2, 29) else last
        return (first, last) if first <= last else (None, None)
    if len(found) == 1 and found[0].first:
        span, short = found[0], _RANGE.search(words)
        if short and span.last == span.first and span.first:
            try:
                return span.first.replace(day=int(short["a"])), span.last
            except ValueError:
                return None, None
        return span.first, span.last or span.first
    return None, None


def digest(match: re.Match[str], line: Line) -> Command:
    hour = clock(f"at {match['text'].strip()}")
    if re.fullmatch(r"\s*[1-6](?:[:.]\d\d)?\s*", match["text"]):  # a digest at 6 is meant for the morning
        hour = hour.replace(hour=hour.hour % 12) if hour else None
    return Command(
        Verb.SETTING,
        op="digest",
        time=hour,
        ask="" if hour else "At what time? For example: digest at 8.",
        line=line.text,
    )


def holidays(match: re.Match[str], line: Line) -> Command:
    return Command(Verb.SETTING, op="holidays", text=match["text"].strip(" .").upper(), line=line.text)


RULES = (
    rule(r"(?P<my>my )?time ?zone(?: is|:)? (?P<text>[\w/+-]{2,40}(?: [\w]{2,20})?)", zone),
    rule(r"(?:my )?work(?:ing)? hours(?: are|:)? (?P<text>.{2,40})", work_hours),
    rule(r"quiet (?:until|till) (?P<text>.{2,60})", quiet),
    rule(r"(?:i(?:'m| am) )?(?:away|on (?:holiday|vacation|leave))(?: from)? (?P<text>[^?]{3,80})", _away),
    rule(
        r"(?:(?:i(?:'m| am|'ll be| will be)|we(?:'re| are|'ll be| will be)) )?(?:(?:going )?(?:on|for) )?"
        r"(?:an? |my |our )?(?:family |summer |winter |christmas |ski(?:ing)? |parental )?"
        r"(?:holidays?|vacation|leave|trip|break|away|off"
        r"|out|out of office|travell?ing|abroad)(?: (?:with|in|to|at) [\w' ]{2,24}?)?,?(?: from)?"
        r" (?P<text>\d[^?,]{4,40}?|[a-z]{3,9} \d[^?,]{4,40}?)"
        r"(?:[,;.–-]{0,2} (?:so |and )?(?:please )?no (?:meetings?|calls?|mails?)(?: then| in that time)?)?",
        _no_meetings,
    ),
    rule(
        r"(?:i|we)(?:'m|'re| am| are|'ll be| will be) in [\w' ]{3,24}?,? (?:from )?(?P<text>\d[^?,]{4,40}?)"
        r"[,;.–-]{1,2} (?:so |and )?(?:please )?no (?:meetings?|calls?|mails?)",
        _no_meetings,
    ),
    rule(r"digest at (?P<text>.{1,12})", digest),
    rule(r"(?:public )?holidays:? (?P<text>[a-z]{2}(?:-[a-z0-9]{1,3})?)", holidays),
)
