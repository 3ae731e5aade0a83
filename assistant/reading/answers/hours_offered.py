"""The hours and the far days that an answer names: they say what else its words may mean."""

from __future__ import annotations

from assistant.reading.dates import Moment, dates, offers_an_hour, slots

SOON = 15  # days: "let's talk on Tuesday" is a yes, "let's talk in May" a later


def invites(words: str, moment: Moment) -> bool:
    """Whether a text offers an hour: who does seldom wants to be left alone, and a stop is for good. It is asked."""
    return offers_an_hour(words, moment) and any(not slot.whole_day for slot in slots(words, moment))


def offers_exactly(words: str, moment: Moment) -> bool:
    """Whether a text offers an hour, and no mere morning: then its far day is one to meet on."""
    return offers_an_hour(words, moment) and any(
        not slot.whole_day and slot.end is None for slot in slots(words, moment)
    )


def names_an_hour(words: str, moment: Moment) -> bool:
    """Whether a text proposes an hour or a part of a day."""
    return any(not slot.whole_day for slot in slots(words, moment))


def names_a_far_day(words: str, moment: Moment) -> bool:
    """Whether a yes may hold only from a day on: "the book first (10 December), then let's meet"."""
    return any(day.first and (day.first - moment.today).days > SOON for day in dates(words, moment))
