"""The filters of the letters' templates: dates as people write them, lists, counts, quotes.

Names of days and months are fixed here: the letters are English on every machine, whatever its locale.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined


class Unfit(ValueError):
    """A value that cannot be written this way. The message holds no value: values may be a mail's text."""


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pass_context
def moment(context: Context, at: datetime | str, zone: str | Undefined | None = None) -> str:
    """`{{ at|moment(zone) }}`: "Tue 4 Nov at 09:40". `at` is aware; without a zone, the value `zone` is taken."""
    local = _local(context, at, zone)
    return f"{_day(context, local.date(), None)} at {local:%H:%M}"


@pass_context
def clock(context: Context, at: datetime | time | str, zone: str | Undefined | None = None) -> str:
    """`{{ at|clock(zone) }}`: "09:40". A plain time is shown as it is."""
    return f"{at if isinstance(at, time) else _local(context, at, zone):%H:%M}"


@pass_context
def day(context: Context, on: date | str, today: date | Undefined | None = None) -> str:
    """`{{ on|day }}`: "Tue 4 Nov", with the year where it is not that of `today` (the argument, or the value).

    Takes a date, or a naive local datetime; an aware one is shown in the value `zone`.
    """
    if isinstance(on, str):
        on = _parsed(on).date() if len(on) == len("2026-11-04") else _parsed(on)
    if isinstance(on, datetime):
        on = (on if on.tzinfo is None else _local(context, on, None)).date()
    return _day(context, on, today)


def numbered(items: Iterable[object], start: int = 1) -> str:
    """`{{ items|numbered }}`: "1. …", one a line: the numbers that a reply uses."""
    return "\n".join(f"{number}. {' '.join(str(item).split())}" for number, item in enumerate(items, start))


def count(number: int, one: str, many: str) -> str:
    """`{{ n|count("word", "words") }}`: "1 word", "2 words"."""
    if isinstance(number, bool) or not isinstance(number, int):
        raise Unfit("a count is a whole number")
    return f"{number} {one if number == 1 else many}"


def quoted(text: str) -> str:
    """`{{ text|quoted }}`: every line moved in by two spaces, as a draft is shown."""
    return "\n".join(f"  {line}".rstrip() for line in str(text).splitlines())


def listed(items: Iterable[object], word: str = "and") -> str:
    """`{{ names|listed }}`: "a, b and c"."""
    names = [str(item) for item in items]
    return f" {word} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


FILTERS = {
    "moment": moment,
    "clock": clock,
    "day": day,
    "numbered": numbered,
    "count": count,
    "quoted": quoted,
    "listed": listed,
}


def _local(context: Context, at: datetime | str, zone: str | Undefined | None) -> datetime:
    aware = _parsed(at) if isinstance(at, str) else at
    if not isinstance(aware, datetime) or aware.tzinfo is None:
        raise Unfit("a moment is a time with its zone")
    name = context["zone"] if zone is None else zone
    try:
        return aware.astimezone(ZoneInfo(str(name)))
    except (KeyError, ValueError, OSError) as error:  # a zone that is none: ZoneInfoNotFoundError is a KeyError
        raise Unfit("the zone is none that we know") from error


def _parsed(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise Unfit("a text is no date") from error


def _day(context: Context, on: date, today: date | str | Undefined | None) -> str:
    reference = context.resolve("today") if today is None else today
    if isinstance(reference, str):
        reference = _parsed(reference)
    if not isinstance(on, date):
        raise Unfit("a day is a date")
    year = f" {on.year}" if isinstance(reference, date) and reference.year != on.year else ""
    return f"{_DAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1]}{year}"
