"""Notes that answer our question for them by number: 3 is what to thank for, 4 the next date, no main points (P103)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.facts import Notes
from assistant.reading.commands.fields import numbered
from assistant.reading.dates import Moment, at, dates
from assistant.reading.notes import notes
from assistant.reading.notes.cast import cast
from assistant.reading.notes.promises import prose
from assistant.reading.notes.tasks import marked
from assistant.reading.notes.unnamed import dropped_subject

THANKS, NEXT = 3, 4
_NOTHING = re.compile(
    r"(?:nothing|none|no(?:body|t really| surprises?)?|n/?a|-+|—|not (?:yet|fixed|planned|known|sure)|don't know|open)"
    r"[\s.!]*",
    re.IGNORECASE,
)
_WORDS = 12  # more is a point of the notes, and no date


def prompted_notes(text: str, moment: Moment, *, protege: str, mentor: str) -> Notes:
    """Notes below "Notes?", as `notes` reads them; answers 3 and 4 go where the question asked them for.

    A numbered list of one's own (more than four, or with a task at 3 or 4) is read as notes as it stands."""
    answers, left = numbered(tuple(text.replace("\r\n", "\n").split("\n")))
    said = dict(answers)
    names = cast(text, protege, mentor)
    special = [said[n] for n in (THANKS, NEXT) if n in said]
    own = max(said, default=0) > NEXT or any(
        marked(words, names) or prose(words, names, speaker="") or dropped_subject(words) for words in special
    )
    if not special or own or len(said) < 2 or not _is_date(said.get(NEXT, ""), moment):
        return notes(text, moment, protege=protege, mentor=mentor)
    kept = [words for n, words in answers if n not in (THANKS, NEXT) and not _NOTHING.fullmatch(words)]
    found = notes("\n".join((*kept, *left)), moment, protege=protege, mentor=mentor)
    used, following = (_said(said.get(n, "")) for n in (THANKS, NEXT))
    when = at(following, moment) if following else None
    if following:
        start = when.at if when and not when.past and not when.ask else None
        found = replace(found, next_meeting=following, next_start=start)
    return replace(found, used=used)


def _is_date(words: str, moment: Moment) -> bool:
    """Whether the answer to "when do you meet next?" is one: a date, or "not yet"."""
    return not words or bool(_NOTHING.fullmatch(words) or dates(words, moment)) or len(words.split()) <= _WORDS


def _said(words: str) -> str:
    clean = " ".join(words.split()).strip(" .")
    return "" if _NOTHING.fullmatch(clean) else clean
