"""A meeting moved or cancelled, in the words that people use: "move Minerva to thu", "cancel tomorrow's call" (L29)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.commands.which_meeting import BARE, Meant, named_meeting
from assistant.reading.dates import at, clock
from assistant.reading.dates.words import WEEKDAY

_SO = re.compile(r"[,;:]?\s(?:because|since|as i|, as)\s(?P<because>.+)", re.IGNORECASE)
_THEM = re.compile(r"(?:all|both|every one|the rest)(?: of)? (?:them|these|those|it)", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(?:to|until|till|onto)\s(?:the )?", re.IGNORECASE)
_FOR = re.compile(r"\s(?:for|with|to|by)\s(?:the )?", re.IGNORECASE)  # "swap tuesday's for wednesday"
_ON = re.compile(r"\s(?:at|on|for|to)\s(?:the )?", re.IGNORECASE)  # "do the dec one at 5"
_BARE_DAY = re.compile(rf"(?:on )?{WEEKDAY}(?:,? (?:at )?\d{{1,2}}(?:[:.h]\d\d)? ?(?:[ap]\.?m\.?)?)?", re.IGNORECASE)
_BY_HOURS = r"(?:(?:an|one|two|half an|1|2) hours?|\d{1,2} min(?:ute)?s?) (?:later|earlier)"
_BY = re.compile(
    r"(?P<words>.+?) (?:(?P<back>back) )?(?:by )?(?P<many>an?|one|two|three|half an|1|2|3|\d{1,2}(?= min)) "
    r"(?P<unit>min(?:ute)?|hour|day|week)s?"
    r"(?: (?P<way>later|earlier|back|forward))?\W*",
    re.IGNORECASE,
)


# --- moving


def _move(match: re.Match[str], line: Line) -> Command | None:
    """ "move it to thu", "reschedule tomorrow's meeting to friday 10": what is moved stands before the last "to"."""
    text, because = _reasoned(match["text"])
    verb = match["verb"].lower()
    text = text if verb not in _BRINGS else re.sub(r"\s(?:forward|up)\b(?! by\b)", "", text, flags=re.IGNORECASE)
    if by := _BY.fullmatch(text):
        return _shifted(by, line, because, way="later" if verb in _PUTS_OFF else "earlier" if verb in _BRINGS else "")
    found = _split(text, _FOR if verb in _SWAPS else _PREPOSITION, line)
    return replace(found, because=because) if found else None


def _split(text: str, preposition: re.Pattern[str], line: Line) -> Command | None:
    """What is moved stands before the last preposition, when it is to be behind it."""
    for split in reversed([*preposition.finditer(f" {text}")]):
        what, when = text[: max(split.start() - 1, 0)], text[split.end() - 1 :]
        meant = named_meeting(what, line)
        if meant and _WEEK_AFTER.fullmatch(when.strip(" .!?")):
            return _shifted_by(meant, line, 7 * 24 * 60)
        made = _to(when, line, meant) if meant else None
        if made is not None:
            return made
    return None


def _at(match: re.Match[str], line: Line) -> Command | None:
    """ "do the dec one at 5 instead", "have tuesday's on wednesday": a meeting that is named, at another time."""
    if not line.reading.meets:
        return None
    text = re.sub(r"\s(?:instead|then)\W*$", "", match["text"], flags=re.IGNORECASE)
    made = _split(text, _ON, line)
    return made if made and dict(made.fields).keys() & {"of", "noun"} and not made.ask else None


def _not_that_day(match: re.Match[str], line: Line) -> Command | None:
    """ "Can't do tuesday, thursday same time?": the meeting of the one day on the other."""
    meant = named_meeting(match["not"], line) if line.reading.meets else None
    if meant is None or "of" not in dict(meant.fields):
        return None
    when = _SAME_TIME.sub("", match["text"].rstrip(" ?!."))
    found = at(when, line.reading.moment)
    return _to(when, line, meant) if found and not found.ask and _ONLY_WHEN.fullmatch(when) else None


_ONLY_WHEN = re.compile(r"[\w:., ]{2,30}")


def _needs_to_move(match: re.Match[str], line: Line) -> Command | None:
    """ "Tuesday's one needs to move to thursday", "can tuesday start at 4:30?"."""
    what = re.sub(r"^(?:can|could|should|shall) ", "", match["what"], flags=re.IGNORECASE)
    meant = named_meeting(what, line) if line.reading.meets else None
    if meant is None or not dict(meant.fields).keys() & {"of", "noun"}:
        return None
    when = _SAME_TIME.sub("", match["text"].rstrip(" ?!."))
    if _WEEK_AFTER.fullmatch(when):
        return _shifted_by(meant, line, 7 * 24 * 60)
    return _to(when, line, meant)


_SAME_TIME = re.compile(r"[,;]?\s(?:at )?(?:the )?same time\b", re.IGNORECASE)
_WEEK_AFTER = re.compile(r"(?:the )?(?:week after|following week)", re.IGNORECASE)


def _by_then(match: re.Match[str], line: Line) -> Command | None:
    """ "an hour later on tuesday": the meeting of that day."""
    by = _BY.fullmatch(f"{match['words']} {match['text']}") if line.reading.meets else None
    return _shifted(by, line, "") if by else None


def _week_later(match: re.Match[str], line: Line) -> Command | None:
    """ "next week instead of this week": the next meeting, seven days on."""
    del match
    by = _BY.fullmatch("the next one a week later") if line.reading.meets else None
    return _shifted(by, line, "") if by else None


def _to(when: str, line: Line, meant: Meant) -> Command | None:
    command = about(Verb.MEET, meant.who, line, op="move")
    command = replace(command, fields=meant.fields)
    found = at(when, line.reading.moment)
    if found is None:
        hour = clock(when) or clock(f"at {when}")
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
    return _to(match["text"], line, Meant(Who(line.reading.thread), ())) if line.reading.meets else None


_PUTS_OFF = frozenset({"postpone", "push", "push back", "put off", "delay", "bump"})
_BRINGS = frozenset({"bring", "bring forward", "pull", "pull forward", "bring up"})
_SWAPS = frozenset({"swap", "switch", "trade", "exchange"})


_ORDINAL = re.compile(r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)(?: (?:at )?\d.*)?", re.IGNORECASE)


def _open(words: str, *, bare: bool) -> tuple[tuple[str, str], ...]:
    """What of the day is for the book to say: of which week a weekday is, of which month "the 3rd"."""
    if bare:
        return (("day", "weekday"),)
    return (("day", "ordinal"),) if _ORDINAL.fullmatch(words) else ()


def _shifted(by: re.Match[str], line: Line, because: str, *, way: str = "") -> Command | None:
    """ "move the meeting an hour later": by so many minutes. way: what the verb says of it."""
    meant = named_meeting(by["words"], line)
    if meant is None:
        return None
    way = (by["way"] or by["back"] or way).lower()
    way = "earlier" if way == "forward" else way
    if not way:
        return None  # "move it by an hour": which way?
    unit = {"min": 1, "minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}[by["unit"].lower()]
    if by["many"].lower() == "half an" and unit > 60:
        return None
    said = by["many"].lower()
    many = {"half an": 0.5, "two": 2, "three": 3}.get(said, int(said) if said.isdecimal() else 1)
    minutes = round(many * unit) * (1 if way in ("later", "back") else -1)
    return _shifted_by(meant, line, minutes, because)


def _shifted_by(meant: Meant, line: Line, minutes: int, because: str = "") -> Command:
    command = about(Verb.MEET, meant.who, line, op="move", because=because)
    return replace(command, fields=(*meant.fields, ("by", str(minutes))))


def _later(match: re.Match[str], line: Line) -> Command | None:
    """ "can we do the meeting an hour later?"."""
    by = _BY.fullmatch(match["text"].strip())
    return _shifted(by, line, "") if by else None


# --- its length


def _length(match: re.Match[str], line: Line) -> Command | None:
    """ "make Thursday's 30 minutes": one meeting cannot be another length than agreed; that is said."""
    meant = named_meeting(match["what"], line) if line.reading.meets else None
    told = dict(meant.fields) if meant else {}
    if meant is None or not told.keys() & {"of", "noun"} or told.get("scope") in ("series", "all"):
        return None
    ask = (
        "one meeting alone keeps the length that was agreed. Write MAKE THE MEETINGS "
        f"{match['length'].upper()} for all of them, or say in a note to them when you have to leave"
    )
    return replace(about(Verb.MEET, meant.who, line, op="move"), fields=meant.fields, ask=ask)


# --- cancelling


def _cancel(match: re.Match[str], line: Line) -> Command | None:
    """ "cancel next", "cancel coffee with Minerva", "cancel the whole series with her because …"."""
    text, because = _reasoned(match["text"])
    meant = named_meeting(text, line)
    plain = text.strip(" ,.;:!?")
    if meant is None or (BARE.fullmatch(plain) and not meant.fields) or _THEM.fullmatch(plain):
        return None  # "cancel it", "cancel all of them" is a brake
    return replace(about(Verb.MEET, meant.who, line, op="cancel", because=because), fields=meant.fields)


def _left_out(match: re.Match[str], line: Line) -> Command | None:
    """ "skip the January meeting", "no meeting in January": only with its day or month, else it is about a draft."""
    text = match["text"] or match["text2"] or match["text3"]
    meant = named_meeting(text, line) if line.reading.meets else None
    if meant is None or "of" not in dict(meant.fields):
        return None
    return replace(about(Verb.MEET, meant.who, line, op="cancel"), fields=meant.fields)


def _reasoned(text: str) -> tuple[str, str]:
    match = _SO.search(text)
    return (text[: match.start()], match["because"].strip(" .")) if match else (text, "")


def is_shift(words: str) -> bool:
    """Whether words begin with a difference of hours: "an hour earlier on the 1st"."""
    return re.match(_BY_HOURS, words, re.IGNORECASE) is not None


RULES = (
    rule(
        r"(?:i (?:have|need|would like|want) to )?(?P<verb>move|reschedule|resched|shift|postpone|delay|push back|push"
        r"|put off|change|bump|bring forward|bring|pull forward|pull|swap|switch|trade|exchange) (?P<text>.+)",
        _move,
    ),
    rule(r"(?:do|have|hold|put|start|make) (?P<text>.+)", _at),
    rule(
        r"(?:sorry,? )?(?:i )?(?:can't|cannot|can not|won't) (?:make|do|manage) (?P<not>.{3,30}?)"
        r"[,;.–-]{1,2} (?:(?:how|what) about |(?:could|can) we (?:do|meet|make it)(?: on)? |maybe |but |only )?"
        r"(?P<text>.+)",
        _not_that_day,
        polite=False,
    ),
    rule(
        r"(?P<what>.{3,40}?) (?:(?:needs to |has to |have to |need to )?(?:move|shift|go|be moved) to"
        r"|(?:start|begin|be) at)"
        r" (?P<text>.{1,40}?)",
        _needs_to_move,
    ),
    rule(rf"(?:meet |start |begin )?(?P<text>{_BY_HOURS}) (?:on|for) (?P<words>.{{3,30}}?)", _by_then),
    rule(r"(?:can we (?:do|meet|make it) )?next week instead(?: of this(?: week| one)?)?", _week_later),
    rule(rf"(?:do|have|make|start|hold|begin) (?P<text>.+ {_BY_HOURS})", _later),
    rule(
        r"(?:i(?:'m| am) |i(?:'ll| will) be )?(?:running )?(?:a bit |a little )?late,? (?:so )?(?:let's |can we )?"
        rf"(?:start|begin|make it|meet) (?P<text>{_BY_HOURS})",
        _late,
    ),
    rule(r"make it (?P<text>.{2,30}) instead", _instead),
    rule(
        r"(?:make|keep|cut|shorten|limit|do|have) (?P<what>.{3,40}?) (?:to |only |just |for )?"
        r"(?P<length>(?:\d{1,3}|half an|an|one) ?(?:minutes?|mins?|hours?))(?: (?:long|only|instead))?",
        _length,
    ),
    rule(r"(?:i (?:have|need|would like|want) to )?(?:cancel|call off|scrap) (?P<text>.+)", _cancel),
    rule(
        r"(?:skip|leave out) (?P<text>.+)"
        r"|(?:there is |there's )?no (?P<text2>(?:meetings?|calls?|talks?) (?:in|on) .+)"
        r"|(?:(?:take |have |make )?(?:a )?(?:break|pause) (?:in|for)|nothing in) (?P<text3>\w+)",
        _left_out,
    ),
)
