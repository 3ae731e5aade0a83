"""A meeting moved or cancelled, in the words that people use: "move Minerva to thu", "cancel tomorrow's call" (L29).

Which meeting is meant stands in the command's fields: `of` (its day, day and hour, or week, ISO; `on` where
only a weekday was said), `scope` (next | series | all | person) and `noun`. The core finds it in the book, or asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.dates import at, clock
from assistant.reading.dates.words import MONTH, MONTH_NUMBER, WEEKDAY

_NOUN = r"(?:(?:video|phone) )?(?P<noun>meetings?|talk|calls?|coffee|lunch|sessions?|chat|appointment|catch-?up|one)"
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
_ONLY_DAY = re.compile(
    rf"(?:on )?(?:the )?(?:today|tomorrow|{_DATE}|{WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th))(?:'s)?", re.IGNORECASE
)
_ONLY_MONTH = re.compile(rf"(?:in |the )?(?:one in )?(?P<month>{MONTH})(?:'s)?", re.IGNORECASE)
_OBJECT = re.compile(
    rf"(?:(?:the|our|my|your|this|that) )?"
    rf"(?:(?P<of>today|tomorrow|tonight|{_DATE}|{WEEKDAY}|next week|{MONTH})(?:'s|s)? )?"
    rf"(?P<next>next |upcoming |coming )?(?:(?P<whose>[\w'.-]{{2,40}}?)(?:'s)? )?{_NOUN}\b(?P<rest>.*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:it|this|that|next|the next|next one|(?:this|that) one)", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:(?:the|our|my) )?next(?: (?:one|meeting|talk|call))?(?P<rest>(?: (?:with|w/)\b.*)?)", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(?:(?:the |our |my |this )?(?:(?:whole|entire|complete) )?series"
    r"|(?:all|every one|both|the rest)(?: of)? ?(?:the |our |my |these |those )?"
    r"(?:next |coming |future |remaining |other )?(?:meetings|calls|talks|sessions|dates|appointments|invites|them)"
    r"|(?:our|my|the) (?:remaining |future )?(?:meetings|calls|talks|sessions)"
    r"|every(?: single)? (?:meeting|one)|(?:the )?whole thing|everything(?= with ))\b(?P<rest>.*)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|w/) (?P<who>[\w'@+.-]{2,64}(?: [\w'.-]{1,64}){0,2})", re.IGNORECASE)
_SO = re.compile(r"[,;:]?\s(?:because|since|as i|, as)\s(?P<because>.+)", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:please|pls|sorry|thanks|thank you|on|of|at|from|the|for)\b|[,.;:!?]", re.IGNORECASE)
_THEM = re.compile(r"(?:all|both|every one|the rest)(?: of)? (?:them|these|those|it)", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(?:to|until|till|onto)\s(?:the )?", re.IGNORECASE)
_BARE_DAY = re.compile(rf"(?:on )?{WEEKDAY}(?:,? (?:at )?\d{{1,2}}(?:[:.h]\d\d)? ?(?:[ap]\.?m\.?)?)?", re.IGNORECASE)
_BY_HOURS = r"(?:(?:an|one|two|half an|1|2) hours?|\d{1,2} min(?:ute)?s?) (?:later|earlier)"
_BY = re.compile(
    r"(?P<words>.+?) (?:(?P<back>back) )?(?:by )?(?P<many>an?|one|two|three|half an|1|2|3|\d{1,2}(?= min)) "
    r"(?P<unit>min(?:ute)?|hour|day|week)s?"
    r"(?: (?P<way>later|earlier|back))?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Meant:
    """Which meeting the words name: of whom, and the command's fields."""

    who: Who
    fields: tuple[tuple[str, str], ...]


def _named(words: str, line: Line) -> _Meant | None:
    """ "tomorrow's coffee with Minerva", "Minerva", "it": None where the words are about something else."""
    plain = words.strip(" ,.;:!?")
    if not plain or _BARE.fullmatch(plain):
        return _Meant(Who(line.reading.thread), (("scope", "next"),) if "next" in plain.lower() else ())
    if whole := _WHOLE.fullmatch(plain):
        found = _person(whole["rest"], line)
        scope = "series" if "series" in plain.lower() else "all"
        return _Meant(found[0], (("scope", scope),)) if found and not _left(found[1]) else None
    if following := _NEXT.fullmatch(plain):
        found = _person(following["rest"], line)
        return _Meant(found[0], (("scope", "next"),)) if found and not _left(found[1]) else None
    if who := resolve(plain, line.reading):
        return _Meant(who, (("scope", "person"),))
    return _by_its_day(plain, line) or _by_its_noun(plain, line)


def _by_its_day(plain: str, line: Line) -> _Meant | None:
    """ "January", "1 December", "tuesday": the meeting of that day or month."""
    if month := _ONLY_MONTH.fullmatch(plain):
        return _Meant(Who(line.reading.thread), (("of", _month(month["month"], line)),))
    on = _day(plain, line) if _ONLY_DAY.fullmatch(plain) else ""
    weekday = (("on", "weekday"),) if re.fullmatch(rf"(?:on )?{WEEKDAY}(?:'s)?", plain, re.IGNORECASE) else ()
    return _Meant(Who(line.reading.thread), (("of", on), *weekday)) if on else None


def _by_its_noun(plain: str, line: Line) -> _Meant | None:
    """ "tomorrow's coffee with Minerva", "the January meeting"."""
    match = _OBJECT.fullmatch(plain)
    found = _person(match["rest"], line) if match else None
    if match is None or found is None:
        return None
    who, rest = found
    if match["whose"] and match["whose"].lower() not in ("the", "our", "my"):
        named = resolve(match["whose"], line.reading)
        if named is None:
            return None
        who = named
    day = _when(match["of"] or "", rest, line)
    if _left(rest) and not day:
        return None
    fields = [("noun", match["noun"].lower().rstrip("s"))]
    fields += [("of", day)] if day else []
    fields += [("on", "weekday")] if day and re.fullmatch(WEEKDAY, match["of"] or "", re.IGNORECASE) else []
    fields += [("scope", "next")] if match["next"] or match["noun"].lower() == "one" else []
    return _Meant(who, tuple(fields))


def _person(rest: str, line: Line) -> tuple[Who, str] | None:
    """The person after "with", and the words without them; the thread's where none is named; None for a stranger."""
    match = _WITH.search(rest)
    if match is None:
        return Who(line.reading.thread), rest
    words = match["who"].split()
    for count in range(len(words), 0, -1):
        if who := resolve(" ".join(words[:count]), line.reading):
            return who, f"{rest[: match.start()]} {' '.join(words[count:])}{rest[match.end() :]}"
    return None


def _day(words: str, line: Line) -> str:
    """The day of the meeting that is meant, or its day and hour, in ISO; "" where none is named."""
    found = at(words, line.reading.moment) if words.strip() else None
    if found is None or found.day is None or found.ask:
        return ""
    return f"{found.at:%Y-%m-%d %H:%M}" if found.at else f"{found.day}"


def _week(line: Line) -> str:
    """Next week, as ISO names weeks: "2026-W46"."""
    return f"{line.reading.moment.today + timedelta(days=7):%G-W%V}"


def _when(said: str, rest: str, line: Line) -> str:
    """The day, week or month that stands before the noun or behind it; "" where none does."""
    month = re.fullmatch(MONTH, said, re.IGNORECASE) or _IN_MONTH.fullmatch(rest)
    if month:
        return _month(month.groupdict().get("month") or month[0], line)
    return _week(line) if said.lower() == "next week" else _day(f"{said} {rest}", line)


_IN_MONTH = re.compile(rf"\s*in (?P<month>{MONTH})\W*", re.IGNORECASE)


def _month(name: str, line: Line) -> str:
    """The next month of that name, as ISO writes it: "2027-01"; this one, where it is this one's."""
    today, number = line.reading.moment.today, MONTH_NUMBER[name[:3].lower()]
    return f"{today.year + (number < today.month)}-{number:02}"


def _left(rest: str) -> bool:
    return bool(_FILLER.sub(" ", rest).strip())


# --- moving


def _move(match: re.Match[str], line: Line) -> Command | None:
    """ "move it to thu", "reschedule tomorrow's meeting to friday 10": what is moved stands before the last "to"."""
    text, because = _reasoned(match["text"])
    if by := _BY.fullmatch(text):
        return _shifted(by, line, because, way="later" if match["verb"].lower() in _PUTS_OFF else "")
    for split in reversed([*_PREPOSITION.finditer(f" {text}")]):
        what, when = text[: max(split.start() - 1, 0)], text[split.end() - 1 :]
        meant = _named(what, line)
        made = _to(when, line, meant) if meant else None
        if made is not None:
            return replace(made, because=because)
    return None


def _to(when: str, line: Line, meant: _Meant) -> Command | None:
    command = about(Verb.MEET, meant.who, line, op="move")
    command = replace(command, fields=meant.fields)
    found = at(when, line.reading.moment)
    if found is None:
        hour = clock(when)
        return replace(command, time=hour) if hour else None
    ask = command.ask or found.ask or ("That day is over: when do you mean?" if found.past else "")
    words = when[found.start : found.end].strip()
    bare = bool(_BARE_DAY.fullmatch(words)) and (found.time is not None or not re.search(r"\d", words))
    return replace(
        command,
        day=None if ask else found.day,
        at=None if ask else found.at,
        time=found.time,
        fields=(*meant.fields, *_open(words, bare=bare)),
        ask=ask,
    )


def _late(match: re.Match[str], line: Line) -> Command | None:
    """ "running late, start 15 min later": the meeting of today."""
    by = _BY.fullmatch(f"today's meeting {match['text']}") if line.reading.meets else None
    return _shifted(by, line, "") if by else None


def _instead(match: re.Match[str], line: Line) -> Command | None:
    """ "make it 5pm instead": another hour, or day, for the next meeting."""
    return _to(match["text"], line, _Meant(Who(line.reading.thread), ())) if line.reading.meets else None


_PUTS_OFF = frozenset({"postpone", "push", "push back", "put off", "delay"})


_ORDINAL = re.compile(r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)(?: (?:at )?\d.*)?", re.IGNORECASE)


def _open(words: str, *, bare: bool) -> tuple[tuple[str, str], ...]:
    """What of the day is for the book to say: of which week a weekday is, of which month "the 3rd"."""
    if bare:
        return (("day", "weekday"),)
    return (("day", "ordinal"),) if _ORDINAL.fullmatch(words) else ()


def _shifted(by: re.Match[str], line: Line, because: str, *, way: str = "") -> Command | None:
    """ "move the meeting an hour later": by so many minutes. way: what the verb says of it."""
    meant = _named(by["words"], line)
    if meant is None:
        return None
    way = (by["way"] or by["back"] or way).lower()
    if not way:
        return None  # "move it by an hour": which way?
    unit = {"min": 1, "minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}[by["unit"].lower()]
    if by["many"].lower() == "half an" and unit > 60:
        return None
    said = by["many"].lower()
    many = {"half an": 0.5, "two": 2, "three": 3}.get(said, int(said) if said.isdecimal() else 1)
    minutes = round(many * unit) * (1 if way in ("later", "back") else -1)
    command = about(Verb.MEET, meant.who, line, op="move", because=because)
    return replace(command, fields=(*meant.fields, ("by", str(minutes))))


def _later(match: re.Match[str], line: Line) -> Command | None:
    """ "can we do the meeting an hour later?"."""
    by = _BY.fullmatch(match["text"].strip())
    return _shifted(by, line, "") if by else None


# --- cancelling


def _cancel(match: re.Match[str], line: Line) -> Command | None:
    """ "cancel next", "cancel coffee with Minerva", "cancel the whole series with her because …"."""
    text, because = _reasoned(match["text"])
    meant = _named(text, line)
    plain = text.strip(" ,.;:!?")
    if meant is None or (_BARE.fullmatch(plain) and not meant.fields) or _THEM.fullmatch(plain):
        return None  # "cancel it", "cancel all of them" is a brake
    return replace(about(Verb.MEET, meant.who, line, op="cancel", because=because), fields=meant.fields)


def _left_out(match: re.Match[str], line: Line) -> Command | None:
    """ "skip the January meeting", "no meeting in January": only with its day or month, else it is about a draft."""
    text = match["text"] or match["text2"]
    meant = _named(text, line) if line.reading.meets else None
    if meant is None or "of" not in dict(meant.fields):
        return None
    return replace(about(Verb.MEET, meant.who, line, op="cancel"), fields=meant.fields)


def _reasoned(text: str) -> tuple[str, str]:
    match = _SO.search(text)
    return (text[: match.start()], match["because"].strip(" .")) if match else (text, "")


RULES = (
    rule(
        r"(?:i (?:have|need|would like|want) to )?(?P<verb>move|reschedule|resched|shift|postpone|delay|push back|push"
        r"|put off|change) (?P<text>.+)",
        _move,
    ),
    rule(rf"(?:do|have|make|start|hold|begin) (?P<text>.+ {_BY_HOURS})", _later),
    rule(
        r"(?:i(?:'m| am) |i(?:'ll| will) be )?(?:running )?(?:a bit |a little )?late,? (?:so )?(?:let's |can we )?"
        rf"(?:start|begin|make it|meet) (?P<text>{_BY_HOURS})",
        _late,
    ),
    rule(r"make it (?P<text>.{2,30}) instead", _instead),
    rule(r"(?:i (?:have|need|would like|want) to )?(?:cancel|call off|scrap) (?P<text>.+)", _cancel),
    rule(
        r"(?:skip|leave out) (?P<text>.+)"
        r"|(?:there is |there's )?no (?P<text2>(?:meetings?|calls?|talks?) (?:in|on) .+)",
        _left_out,
    ),
)
