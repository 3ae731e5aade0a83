"""One date out of a text: the day meant, the moment, what a task is due on, until when somebody waits."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from assistant.reading.dates.clock import hours
from assistant.reading.dates.days import blank, dates
from assistant.reading.dates.told import aside, corrected, frames
from assistant.reading.dates.words import Found, Moment, pattern

_DUE_CUE = re.compile(
    r"(?:\bby|\bdue(?: on| by)?|\buntil|\btill?|\bbefore|\bno later than|\bnot later than"
    r"|\blatest(?: by| on)?|\bdeadline(?: is)?|\bdeliver on"
    r"|@due|📅|→|->|\bat the latest on)[\s:(]*(?:the |at the latest )?(?:end of |eod |cob "
    r"|close of business |\d{1,2}\s?[ap]m\s)?(?:on )?$",
    re.IGNORECASE,
)
_BEFORE_FEAST = re.compile(r"\b(?:by|before|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
# Some count the day of "before Friday", some do not: it is said back.
_BEFORE_DAY = re.compile(r"(?<!on or )\bbefore\s(?!noon|lunch)(?:the\s)?", re.IGNORECASE)
_VAGUE = pattern(
    r"(?:after|before|over|until|till|during|in|next|this|come|around) (?:the |my |your |early "
    r"|late )?(?:summer|winter|spring"
    r"|autumn|fall|holidays?|vacations?|exams?|break|launch|term|semester)|soon|some ?day|sometime|asap"
    r"|(?:in|after) a few (?:days|weeks|months)|later (?:this|in the) (?:year|month)"
)
_OR = re.compile(r"\s{0,2}(?:,?\s?or|/)\s{0,2}(?:in\s|maybe\s|on\s|by\s)?(?:the\s)?", re.IGNORECASE)
_CHAINED = pattern(
    r"(?:the (?:day|week|month) after(?! tomorrow)(?! next)|(?:days?|weeks?"
    r"|months?) (?:after(?! next)|later))"
)


def _one(text: str, moment: Moment, *, back: bool = False) -> Found | None:
    found = dates(text, moment, back=back)
    if not found:
        return None
    first = found[0]
    if first.ask:
        return first
    if any(other.ask or other.first != first.first for other in found[1:]):
        return Found(first.start, found[-1].end, None, ask="There is more than one date: which is meant?")
    return first


def day(text: str, moment: Moment, *, back: bool = False) -> Found | None:
    """The one day that a text names; with a question where it names a whole week, a feast or two days."""
    found = _one(text, moment, back=back)
    if found is None:
        vague = _VAGUE.search(text)
        return Found(vague.start(), vague.end(), None, ask=f"“{vague[0]}”: which day is that?") if vague else None
    if found.point:
        return _narrowed(found, found.point, moment)
    if found.grain != "day" and not found.ask:
        return replace(found, first=None, ask=f"“{text[found.start : found.end].strip()}”: which day?")
    return found


def at(text: str, moment: Moment, *, back: bool = False) -> Found | None:
    """Day and time together: "next tue 15:00", "14 Nov at 3 pm". Without a time `time` is None."""
    found = day(text, moment, back=back)
    if found is None or found.ask:
        return found
    times = [one for one in hours(blank(text, dates(text, moment, back=back)), loose=True) if not one.all_day]
    exact = [one for one in times if not one.part and not one.open_end]
    if len(exact) > 1:
        return replace(found, first=None, ask="There is more than one time: which is meant?")
    if exact:
        one = exact[0]
        # a zone or another word may stand between: the span covers what lies between day and time only when it is near
        start, end = min(found.start, one.start), max(found.end, one.end)
        past = found.day == moment.today and one.at <= moment.local.time()
        return replace(found, start=start, end=end, time=one.at, until=one.to, past=found.past or past)
    return found


def _narrowed(found: Found, day: date, moment: Moment) -> Found:
    return replace(found, first=day, last=day, grain="day", point=None, past=day < moment.today)


def due(text: str, moment: Moment) -> Found | None:
    """What day a task is due on, from the words only; never a day before the moment of writing.

    A cue wins ("by", "due", "until"), then the first date that is not a meeting's name; a week or a month counts to
    its end. `unusual` is set for feasts and what follows them, `ask` where there is no one reading."""
    rated: list[tuple[int, Found]] = []
    for found in corrected(text, dates(text, moment)):
        before = text[max(0, found.start - 40) : found.start]
        inside = text[found.start : found.end].lower()
        cued = bool(_DUE_CUE.search(before)) or inside.startswith(
            ("by ", "until ", "before ", "within", "till ", "til ")
        )
        if aside(text, found, moment.today, cued=cued):
            continue
        if frames(text, found):
            rated.append((3, found))
            continue
        again = re.search(r"\b(?:every|each)\s$", before, re.IGNORECASE)  # "every Friday, starting 24 July"
        rated.append((0 if cued else 2 if again else 1, found))
    if rated and all(rank == 2 for rank, _ in rated):  # "three chapters every Sunday" is never done
        return None
    rated.sort(key=lambda pair: (pair[0], pair[1].start))
    if not rated:
        return None
    _, best = rated[0]
    if best.ask:
        return best
    if _is_choice(text, best, [found for _, found in rated]):
        return replace(best, first=None, last=None, point=None, ask="There is more than one date: which is meant?")
    if best.past:
        return replace(best, first=None, ask=f"“{text[best.start : best.end].strip()}” is over: when is it due?")
    return _end(text, best, moment)


def _is_choice(text: str, best: Found, others: list[Found]) -> bool:
    """ "By Thursday or Friday": another date stands beside it, and "or" between them."""
    return any(one.first and one.first != best.first and _OR.fullmatch(text[best.end : one.start]) for one in others)


def _end(text: str, found: Found, moment: Moment) -> Found:
    """The last day of what is meant: of a week its Friday; "by March" is its first, "before Easter" the day before."""
    assert found.first is not None
    before = text[max(0, found.start - 14) : found.start].lower()
    words = before[-12:] + text[found.start : found.end].lower()
    last = found.point or found.last or found.first
    named = text[found.start : found.end]
    itself = (
        before.split()[-1:] == ["by"]
        and found.grain == "day"
        and not re.search(r"year(?:['’]?s)?(?: day)?$", named, re.IGNORECASE)
    )
    itself = itself or bool(re.search(r"\b(?:before|after)\s", named, re.IGNORECASE))  # "the Thursday after Easter"
    if _BEFORE_FEAST.search(before) and found.unusual and found.grain in {"day", "feast"} and not itself:
        last = found.first - timedelta(days=1)
    elif found.grain == "week" and found.first.weekday() < 5:
        last = found.first + timedelta(days=4 - found.first.weekday())
    elif found.grain == "week" and re.search(r"\b(?:by|before)\s(?:the\s)?", words) and found.first.weekday() == 5:
        last = found.first - timedelta(days=1)  # "by the weekend" is Friday
    elif (
        found.grain == "month"
        and re.search(r"\b(?:by|in|from|before)\s", words)
        and not re.search(r"\b(?:this|the|next)\s+month", words)
    ):
        last = found.first
    last = max(last, moment.today)
    strict = last > moment.today and _BEFORE_DAY.search(text[max(0, found.start - 16) : found.start + 7]) is not None
    return replace(
        found,
        first=last,
        last=last,
        grain="day",
        point=None,
        past=False,
        unusual=found.unusual or found.grain == "feast" or (strict and found.grain == "day"),
    )


def until(text: str, moment: Moment) -> Found | None:
    """The day that a "later" names: "after March" is 31 March, "not before 1 June" 1 June, "until 13 Feb" 13 Feb.

    `unusual` where it should be said back, `ask` where the words have no one meaning."""
    hits = dates(text, moment)
    chained = _CHAINED.search(text)
    if chained and not any(one.start <= chained.start() < one.end for one in hits):
        return Found(chained.start(), chained.end(), None, ask=f"“{chained[0]}”: which day is that?")
    if not hits:
        return day(text, moment)
    found = hits[-1] if len(hits) > 1 and not hits[-1].ask else hits[0]
    if found.ask or found.first is None:
        return found
    if len(hits) > 1 and _OR.fullmatch(text[hits[-2].end : hits[-1].start]):
        return replace(found, start=hits[-2].start, first=None, ask="There is more than one date: which is meant?")
    words = text[max(0, found.start - 14) : found.end].lower()
    chosen = _resumed(words, found)
    if found.first <= moment.today <= (found.last or found.first):
        chosen = max(chosen, moment.today)
    return replace(_narrowed(found, chosen, moment), unusual=found.unusual or found.grain == "feast")


def _resumed(words: str, found: Found) -> date:
    """The day to wait for: the last of what is to be over, the first of what is to begin."""
    assert found.first is not None
    if found.point:
        return found.point
    last = found.last or found.first
    if found.grain == "day" or re.search(r"\bnot (?:before|until|till)\b", words):
        return found.first
    if re.search(r"\bnext\s+(?!week|month|year|quarter)\S+\s", words) and found.grain == "range":
        return last  # "in the next ten days": when they are over
    if re.search(
        r"\bnot (?:in )?(?:this|next)\b|(?<!week\s)(?<!month\s)\bafter\b|\b(?:post|until|till?|once"
        r"|away|through|off)\b",
        words,
    ):
        return last
    return found.first
