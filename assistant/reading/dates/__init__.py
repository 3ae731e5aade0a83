"""Dates, times, lengths and rhythms in people's words, looking forward. Deterministic, linear, offline."""

from assistant.reading.dates.clock import Hours, clock, hours
from assistant.reading.dates.days import dates
from assistant.reading.dates.deadlines import at, day, due, until
from assistant.reading.dates.lengths import minutes, months
from assistant.reading.dates.recurrence import recurrence
from assistant.reading.dates.slots import offers_an_hour, slots, without_refused_days
from assistant.reading.dates.words import Found, Moment, day_first
from assistant.reading.dates.zones import zone

__all__ = [
    "Found",
    "Hours",
    "Moment",
    "at",
    "clock",
    "dates",
    "day",
    "day_first",
    "due",
    "hours",
    "minutes",
    "months",
    "offers_an_hour",
    "recurrence",
    "slots",
    "until",
    "without_refused_days",
    "zone",
]
