"""Dates made of dates: from the 3rd to the 9th, a fortnight on Friday, 3 days before the 20th, Mon-Wed next week."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from assistant.reading.dates.spans import make, monday_of, shifted, weekday_number
from assistant.reading.dates.words import COUNT, MONTH, MOVED_FROM, UNIT, WEEKDAY, Found, Moment, count, pattern

_YEAR = timedelta(days=366)
_REACH = 44  # characters before a date in which an amount that counts from it may stand
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<for>(?:for|away|off|leave|holiday|lasting) )?(?:(?:about|exactly"
    rf"|just) )?(?P<n>{COUNT}|the(?= day\b))[ -]?(?P<unit>{UNIT}|(?:(?<=24|48|72|96)|(?<=24 |48 |72 |96 ))h(?:ou)?r?s?)"
    r"(?:['’]s?)?\s+(?P<rel>(?:starting\s|beginning\s)?(?:from|after|before|on|prior to|following|starting"
    r"|beginning)\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
# "two days before our workshop on", "the day before the hearing, which is listed for"
_OF_EVENT = re.compile(
    rf"(?<![\w.,])(?P<n>{COUNT}|the(?= day\b))[ -]?(?P<unit>{UNIT}|(?<=24 |48 |72 |96 )hours)\s(?P<rel>before|after"
    rf"|following|prior to|ahead of)\s"
    r"(?:(?:the|our|my|your|his|her|their)\s)[\w-]{2,20}(?:\s[\w-]{2,20})?"
    r"(?:,?\s(?:which|that)\s(?:is|falls|starts|takes place)(?:\s(?:\w+ed|set|due))?)?\s(?:on|of|for)\s(?:the\s)?$",
    re.IGNORECASE,
)
_EVENT_REACH = 90
# "not this Friday but the one after"
_ONE_AFTER = re.compile(r"(?i),?\s(?:but\s)?the (?:one after(?: (?:that|it))?|(?:following|next) one|week after)\b")
_NOT = re.compile(r"\bnot\s$", re.IGNORECASE)
_LEAD = re.compile(r"(?:on|before|after|from|starting|beginning)\s+(?:the\s+)?", re.IGNORECASE)
_RANGE = re.compile(r"\s{0,2}(?:-|–|—|to|till?|until|through|thru|bis)\s{0,2}(?:the\s|on\s)?", re.IGNORECASE)
_AND = re.compile(r"\s{1,2}and\s{1,2}(?:the\s|on\s)?", re.IGNORECASE)
_FOR = re.compile(rf"\s(?:for|lasting)\s(?P<n>{COUNT})\s(?P<unit>{UNIT})(?!\w)", re.IGNORECASE)
_BARE = re.compile(rf"(?:(?:on|this)\s)?{WEEKDAY}", re.IGNORECASE)
_LIST = re.compile(r"\s?(?:,|/|&|-|–|,?\s(?:or|and|to)\s(?:on\s)?)\s?", re.IGNORECASE)
_OF_WEEK = re.compile(rf"(?:{WEEKDAY}.{{1,20}}\bweek|.{{0,16}}\bweek\b.{{1,6}}{WEEKDAY})", re.IGNORECASE)
_YEAR_SAID = re.compile(r"20\d\d|['’]\d\d")
_PLUS = re.compile(rf"\s?(?:\+|plus)\s?(?P<n>{COUNT})\s?(?P<unit>{UNIT})(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(rf"{COUNT}[\s-](?:{UNIT})\s(?:from|after|before)\s", re.IGNORECASE)
# "in less than three days": not the day itself.
_BOUND = re.compile(r"(?<!no )(?<!not )\b(?:less|more|fewer|longer) than\s$", re.IGNORECASE)
_MOVED = re.compile(MOVED_FROM, re.IGNORECASE)
_ENDS = re.compile(r"[.;!?]|\bso\b", re.IGNORECASE)  # what is moved is said before it
_SIDE = re.compile(r"\s{1,2}(?P<side>before|after|following)\s{1,2}(?:the\s)?", re.IGNORECASE)
_BESIDE = re.compile(rf",?\s?\(?(?P<wd>{WEEKDAY})\)?(?!\w)", re.IGNORECASE)
_NAMES_DATE = re.compile(rf"\d[./-]\d|\d.{{0,12}}{MONTH}|{MONTH}.{{0,4}}\d", re.IGNORECASE)
_TO_DAY = re.compile(r"\s?(?:to|until|till|through|-|–)\s?\d", re.IGNORECASE)
_WEEK_OF = pattern(r"(?:the )?(?:week (?:of|beginning|starting|commencing|from)|w/c|wc)(?: on)?:? ?(?:the )?")


def joined(text: str, found: list[Found], moment: Moment) -> list[Found]:
    """The dates of a text after those that belong together are made one, in their order."""
    counted: list[Found] = []
    for one in found:
        new = _counted(text, one, moment)
        free = not counted or new.start >= counted[-1].end  # an amount that is a date of its own counts from now
        counted.append(new if free else one)
    counted = _weekday_beside(text, _doubted(text, [_plus(text, one, moment) for one in counted]), moment)
    counted = [one for one in counted if not _BOUND.search(text[max(0, one.start - 16) : one.start])]
    weeks = [_week_of(text, one, moment) for one in counted]
    return _lasting(text, _ranges(text, _same_week(text, _checked(text, weeks), moment), moment), moment)


def _counted(text: str, one: Found, moment: Moment) -> Found:
    """A week on Friday, two weeks from tomorrow, 3 days before the 20th: counted from the date that follows."""
    if one.first is None:
        return one
    lead = _LEAD.match(text, one.start, one.end)
    cut = lead.end() if lead else one.start
    match = _AMOUNT.search(text[max(0, one.start - _REACH) : cut])
    if match is None:
        return _of_event(text, _the_one_after(text, one), cut, moment)
    start = max(0, one.start - _REACH) + match.start("n")
    words = (match["rel"] or "").lower().split()
    rel = words[0] if words else ""
    whole = text[one.start : one.end].lower()
    weekday = _BARE.fullmatch(text[cut : one.end]) is not None
    if rel == "on" and not (weekday and match["unit"][0].lower() in "wf"):
        return one
    if not rel and whole not in {"today", "tomorrow", "tonight"} and not weekday:
        return one
    if not rel and weekday and match["unit"][0].lower() not in "wf":
        return one
    number = count(match["n"])
    if match["for"] and rel in {"from", "starting", "beginning"}:
        return _from(one, start, number, match["unit"], moment)
    anchor = one.first if one.grain != "feast" or one.last is None else one.last
    if one.grain == "feast" and one.last is not None:  # Christmas is its first day, Easter its Sunday
        anchor = one.first if one.first.month == 12 else one.last - timedelta(days=1)
    day = shifted(anchor, -number if rel in {"before", "prior"} else number, match["unit"])
    if day is None:
        return one
    return replace(one, start=start, first=day, last=day, grain="day", past=day < moment.today)


def _of_event(text: str, one: Found, cut: int, moment: Moment) -> Found:
    """Two days before our workshop on 19 March."""
    near = max(0, cut - _EVENT_REACH)
    match = _OF_EVENT.search(text[near:cut])
    if match is None or one.day is None:
        return one
    number = count(match["n"]) * (1 if match["rel"].lower() in {"after", "following"} else -1)
    day = shifted(one.day, number, match["unit"])
    if day is None:
        return one
    return replace(one, start=near + match.start("n"), first=day, last=day, grain="day", point=None,
                   past=day < moment.today)  # fmt: skip


def _the_one_after(text: str, one: Found) -> Found:
    """Not this Friday but the one after: a week later."""
    after = _ONE_AFTER.match(text, one.end)
    ruled = _NOT.search(text[max(0, one.start - 5) : one.start])
    if not (after and ruled and one.day):
        return one
    day = one.day + timedelta(days=7)
    return replace(one, start=one.start - len(ruled[0]), end=after.end(), first=day, last=day, past=False)


def _plus(text: str, one: Found, moment: Moment) -> Found:
    """Next Tuesday + 10 days."""
    more = _PLUS.match(text, one.end) if one.day else None
    day = shifted(one.day, count(more["n"]), more["unit"]) if more and one.day else None
    return replace(one, end=more.end(), first=day, last=day, past=day < moment.today) if more and day else one


def _doubted(text: str, found: list[Found]) -> list[Found]:
    """Two months from today on Tuesday: a counted day and a weekday that is not its own are asked."""
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        bare = _BARE.fullmatch
        if before and before.day and one.day and re.fullmatch(r"\s(?:on\s)?", text[before.end : one.start]):
            sides = (text[before.start : before.end], text[one.start : one.end])
            counts = any(_COUNTED.match(words) for words in sides) and any(bare(words) for words in sides)
            if counts and before.day.weekday() != one.day.weekday():
                ask = f"“{text[before.start : one.end]}”: which day is that?"
                out[-1] = replace(before, end=one.end, first=None, last=None, point=None, ask=ask)
                continue
        out.append(one)
    return out


def _weekday_beside(text: str, found: list[Found], moment: Moment) -> list[Found]:
    """The Friday before Christmas, the Monday after the 20th: the nearest such weekday on that side."""
    out: list[Found] = []
    for one in found:
        last = out[-1] if out else None
        side = _SIDE.match(text, last.end, one.end) if last else None
        if (
            last
            and side
            and side.end() >= one.start
            and one.first
            and last.first
            and _BARE.fullmatch(text[last.start : last.end])
        ):
            if side["side"].lower() == "before":
                day = one.first - timedelta(days=(one.first.weekday() - last.first.weekday() - 1) % 7 + 1)
            else:
                after = one.last or one.first
                day = after + timedelta(days=(last.first.weekday() - after.weekday() - 1) % 7 + 1)
            out[-1] = replace(one, start=last.start, first=day, last=day, grain="day", past=day < moment.today)
            continue
        out.append(one)
    return out


def _from(one: Found, start: int, number: float, unit: str, moment: Moment) -> Found:
    """For 3 days starting next Monday: so many days, the first one included."""
    assert one.first is not None
    end = shifted(one.first, number, unit)
    if end is None or end <= one.first:
        return replace(one, start=start)
    last = end - timedelta(days=1)
    return replace(one, start=start, last=last, grain="range", past=last < moment.today)


def _week_of(text: str, one: Found, moment: Moment) -> Found:
    """Week commencing 9 November, w/c 9/11: that day's week."""
    if one.grain != "day" or one.first is None:
        return one
    before = text[max(0, one.start - 26) : one.start]
    whole = (m for words in (before + "0", before) for m in _WEEK_OF.finditer(words) if m.end() == len(before))
    match = next(whole, None)
    if match is None or ("from" in match[0].lower().split() and _TO_DAY.match(text, one.end)):
        return one
    monday = monday_of(one.first)
    last = monday + timedelta(days=6)
    return replace(one, start=one.start - len(before) + match.start(), first=monday, last=last, grain="week",
                   past=last < moment.today)  # fmt: skip


def _checked(text: str, found: list[Found]) -> list[Found]:
    """4 December (Friday): a weekday right after a date must be its own, else it is asked; then it is one date."""
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        if before and before.day and one.day:
            beside = _BESIDE.fullmatch(text, before.end, one.end + (text[one.end : one.end + 1] == ")"))
            apart = re.search(r"[,(]", text[before.end : one.start])
            if beside and apart and _NAMES_DATE.search(text[before.start : before.end]):
                bracket = "(" in text[before.end : one.start]
                if before.day.weekday() == weekday_number(beside["wd"]):
                    out[-1] = replace(before, end=one.end)
                    continue
                if bracket:
                    ask = f"{before.day:%-d %B} is a {before.day:%A}: which day is meant?"
                    out[-1] = replace(before, end=one.end, first=None, last=None, ask=ask)
                    continue
        out.append(one)
    return out


def _same_week(text: str, found: list[Found], moment: Moment) -> list[Found]:
    """ "Mon, Tue or Wed next week": the bare weekdays before a day of a week are of that week."""
    out = list(found)
    for index, one in enumerate(found):
        if one.first is None or not _OF_WEEK.fullmatch(text[one.start : one.end]):
            continue
        at = index - 1
        while at >= 0 and out[at].first and _BARE.fullmatch(text[out[at].start : out[at].end]):
            if not _LIST.fullmatch(text[out[at].end : out[at + 1].start]):
                break
            wanted = monday_of(one.first) + timedelta(days=(out[at].first or one.first).weekday())
            out[at] = replace(out[at], first=wanted, last=wanted, past=wanted < moment.today)
            at -= 1
    return out


def _ranges(text: str, found: list[Found], moment: Moment) -> list[Found]:
    """From 10 August to 12 September, Friday to Monday, between Monday and Wednesday, Aug 8 - Aug 12."""
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        together = before and not _ENDS.search(text[before.end : one.start])
        if together and before and _moves(text, before) and one.first and before.first and one.first < before.first:
            ask = f"“{text[before.start : one.end]}”: which day is that?"
            out.append(replace(one, first=None, last=None, point=None, ask=ask))
            continue
        if before and not _moves(text, before) and _reaches(text, before, one):
            whole = _whole(text, before, one)
            if whole is not None and whole.first and whole.last and whole.last - whole.first < 2 * _YEAR:
                out[-1] = replace(whole, past=whole.last < moment.today)
                continue
        out.append(one)
    return out


def _moves(text: str, one: Found) -> bool:
    """Whether something is moved from a day to another."""
    return _MOVED.search(text[max(0, one.start - _REACH) : one.start + len("from ")]) is not None


def _reaches(text: str, before: Found, one: Found) -> bool:
    """Whether one date runs to the other."""
    if not before.first or not one.first or before.grain not in {"day", "month"} or before.grain != one.grain:
        return False
    between, inside = text[before.end : one.start], text[one.start : one.end].lower()
    if _RANGE.fullmatch(between):
        return True
    if not between.strip() and inside.startswith(("to ", "until ", "till ", "til ", "through ", "- ")):
        return True
    lead = text[max(0, before.start - 9) : before.start + 8].lower()
    return bool(_AND.fullmatch(between)) and "between " in lead


def _whole(text: str, before: Found, one: Found) -> Found | None:
    """The range of two dates: an end that seems earlier is the next such day; a year said once is the year of both."""
    assert before.first
    assert one.first
    first, last = before.first, one.last or one.first
    if last <= first and _BARE.fullmatch(text[one.start : one.end]):
        last = first + timedelta(days=(last.weekday() - first.weekday() - 1) % 7 + 1)
    if last < first:
        end = None if _YEAR_SAID.search(text[one.start : one.end]) else make(last.year + 1, last.month, last.day)
        if end is None:
            return None
        last = end
    elif not _YEAR_SAID.search(text[before.start : before.end]) and _YEAR_SAID.search(text[one.start : one.end]):
        year = last.year if (first.month, first.day) <= (last.month, last.day) else last.year - 1
        first = make(year, first.month, first.day) or first
    return replace(before, end=one.end, first=first, last=last, grain="range" if before.grain == "day" else "month")


def _lasting(text: str, found: list[Found], moment: Moment) -> list[Found]:
    """18 December for ten days."""
    out = []
    for one in found:
        match = _FOR.match(text, one.end) if one.day else None
        long = match and (shifted(one.first, count(match["n"]), match["unit"]) if one.first else None)
        if match and long and one.first and long - one.first > timedelta(days=1):
            out.append(replace(_from(one, one.start, count(match["n"]), match["unit"], moment), end=match.end()))
        else:
            out.append(one)
    return out
