"""A rhythm with its hour, in any order of words: "Minerva and I will be meeting monthly, on the second …" (L29).

Certain where every word of the sentence is one of meetings, days, hours, people or places: then it is nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.certainty import unknown_words
from assistant.reading.commands.meant.scene import Scene
from assistant.reading.commands.rules import about
from assistant.reading.commands.since import SINCE, first_day
from assistant.reading.dates import clock, minutes, recurrence

# What a sentence about a series may be made of, beside people, days and small words.
_OF_SERIES = (
    *("meet*", "talk*", "call*", "see*", "chat*", "speak*", "series", "slot*", "date*", "session*", "catch-up*"),
    *("schedule*", "arrange*", "book*", "set", "plan*", "organi*", "fix*", "agree*", "decide*", "suggest*", "put"),
    *("start*", "create*", "invit*", "wish*", "prefer*", "calendar*", "diary", "regular*", "standing", "recurring"),
    *("one", "two", "three", "four", "five", "six", "eight", "ten", "twelve", "twice", "once", "times", "alternate"),
    *("monthly", "weekly", "biweekly", "bi-weekly", "fortnight*", "quarter*", "year*", "other", "second", "third"),
    *("fourth", "half", "hour*", "hrs", "hr", "min*", "myself", "clock", "o'clock", "until", "till", "between"),
    *("starting", "beginning", "video", "phone", "zoom", "teams", "skype", "online", "office", "person", "coffee"),
    *("lunch", "breakfast", "works", "suits", "best", "hold", "keep", "become", "rhythm", "repeat*", "ongoing"),
)
_PLACE = re.compile(
    r"\b(?:at|in) (?:the |her |his |my )?[A-ZÀ-Ý][\w'’&.-]*(?: [A-ZÀ-Ý0-9][\w'’&.-]*){0,3}|https?://\S+"
)


def series(match: re.Match[str], scene: Scene) -> Command | None:
    """A rhythm with its hour, in the thread of a person or with one named."""
    said = scene.plain(match[0])
    rule = recurrence(said)
    who = scene.who(None)
    bare = re.sub(r"\b(?:\d{1,3}|an?|one|half an?) ?(?:min|hour|h\b)\w*", " ", said, flags=re.IGNORECASE)
    hour = clock(bare)
    if not rule or hour is None or len(scene.people) > 1 or who is None:
        return None
    if unknown_words(_PLACE.sub(" ", said), scene.reading, _OF_SERIES):
        return None
    length, since = minutes(re.sub(r"\b\d{1,2}[:.]\d\d\b", " ", said)), SINCE.search(said)
    first, line = first_day(since["day"], scene.line(said)) if since else None, scene.line(match[0])
    return replace(about(Verb.MEET, who, line, op="series"), rrule=rule, time=hour, minutes=length, day=first)
