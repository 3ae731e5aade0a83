"""One date out of a text: the day meant, the moment, what a task is due on, until when somebody waits."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from assistant.reading.dates.clock import hours
from assistant.reading.dates.days import dates
from assistant.reading.dates.words import Found, Moment, pattern

_DUE_CUE = re.compile(
    r"(?:\bby|\bdue(?: on| by)?|\buntil|\btill?|\bbefore|\bno later than|\bnot later than"
    r"|\blatest(?: by| on)?|\bdeadline(?: is)?|\bdeliver on"
    r"|@due|📅|→|->|\bat the latest on)[\s:(]*(?:the |at the latest )?(?:end of |eod |cob "
    r"|close of business |\d{1,2}\s?[ap]m\s)?(?:on )?$",
    re.IGNORECASE,
)
# "the 1 July meeting" names a meeting, "since May" a past: neither says when something is due.
_ATTRIBUTE = re.compile(
    r"['’]?s?\s(?:meeting|call|session|talk|review|workshop|conference|event|deadline|board|lunch|notes?)\b",
    re.IGNORECASE,
)
_BEFORE_TAIL = re.compile(
    r"\b(?:since|after|as of|dated|last|until now|not (?:before|on)|starting|again in)[\s:]*$", re.IGNORECASE
)
_START = re.compile(r"(?:\bafter|\bfrom|\bonce|\bstarting)\s(?:the )?$", re.IGNORECASE)
_VAGUE = pattern(
    r"(?:after|before|over|until|till|during) (?:the |my |your )?(?:summer|winter|spring"
    r"|autumn|fall|holidays?|vacations?|exams?|break|launch)|soon|some ?day|sometime|asap"
)
_CHAINED = pattern(r"(?:the (?:day|week|month) after(?! tomorrow)(?! next)|(?:days?|weeks?|months?) (?:after|later))")


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
    if found.grain != "day" and not found.ask:
        return replace(found, first=None, ask=f"“{text[found.start : found.end].strip()}”: which day?")
    return found


def at(text: str, moment: Moment, *, back: bool = False) -> Found | None:
    """Day and time together: "next tue 15:00", "14 Nov at 3 pm". Without a time `time` is None."""
    found = day(text, moment, back=back)
    if found is None or found.ask:
        return found
    blanked = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    times = [one for one in hours(blanked, loose=True) if not one.all_day]
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


def due(text: str, moment: Moment) -> Found | None:
    """What day a task is due on, from the words only; never a day before the moment of writing.

    A cue wins ("by", "due", "until"), then the first date that is not a meeting's name; a week or a month counts to
    its end. `unusual` is set for feasts and what follows them, `ask` where there is no one reading."""
    rated: list[tuple[int, Found]] = []
    for found in dates(text, moment):
        before, after = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 14]
        inside = text[found.start : found.end].lower()
        if _BEFORE_TAIL.search(before) or _ATTRIBUTE.match(after):
            continue
        cued = bool(_DUE_CUE.search(before)) or inside.startswith(
            ("by ", "until ", "before ", "within", "till ", "til ")
        )
        rated.append((0 if cued else 1, found))
    rated.sort(key=lambda pair: (pair[0], pair[1].start))
    if not rated:
        return None
    _, best = rated[0]
    if best.ask:
        return best
    if best.past:
        return replace(best, first=None, ask=f"“{text[best.start : best.end].strip()}” is over: when is it due?")
    return _end(text, best, moment)


def _end(text: str, found: Found, moment: Moment) -> Found:
    """The last day of what is meant: "by March" is its first, "before Christmas" the day before."""
    assert found.first is not None
    words = text[max(0, found.start - 12) : found.end].lower()
    last = found.last or found.first
    if found.grain == "feast" and "before" in words:
        last = found.first if found.first.month == 12 and found.first.day == 24 else found.first - timedelta(days=1)
    elif (
        found.grain == "month"
        and re.search(r"\b(?:by|in|from|before)\s", words)
        and not re.search(r"\b(?:this|the|next)\s+month", words)
    ):
        last = max(found.first, moment.today)
    return replace(found, first=last, last=last, grain="day", unusual=found.unusual or found.grain == "feast")


def until(text: str, moment: Moment) -> Found | None:
    """The day that a "later" names: "after March" is 31 March, "not before 1 June" 1 June, "until 13 Feb" 13 Feb.

    `unusual` where it should be said back, `ask` where the words have no one meaning."""
    if chained := _CHAINED.search(text):
        return Found(chained.start(), chained.end(), None, ask=f"“{chained[0]}”: which day is that?")
    hits = dates(text, moment)
    if not hits:
        return day(text, moment)
    found = hits[-1] if len(hits) > 1 and not hits[-1].ask else hits[0]
    if found.ask or found.first is None:
        return found
    words = text[max(0, found.start - 14) : found.end].lower()
    last = found.last or found.first
    if re.search(r"\bnot before\b|\bfrom\b|\bin\b|\bearly\b", words) or found.grain == "day":
        chosen = found.first
    elif re.search(r"\bafter\b|\buntil\b|\btill?\b", words):
        chosen = last
    else:
        chosen = found.first
    return replace(
        found,
        first=chosen,
        last=chosen,
        grain="day",
        past=chosen < moment.today,
        unusual=found.unusual or found.grain == "feast",
    )
