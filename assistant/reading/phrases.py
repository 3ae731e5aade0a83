"""Small tools to build expressions out of sets of words: whole words only, and gaps of at most n words."""

from __future__ import annotations

import re


def any_of(*expressions: str) -> re.Pattern[str]:
    """One pattern for all of them, from a word's start to a word's end, whatever the case.

    An expression begins with a word, an apostrophe, @, + or a smiley; elsewhere none is tried, which keeps it quick."""
    return re.compile(r"(?<!\w)(?=[\w'@+:;])(?:" + "|".join(expressions) + r")(?!\w)", re.IGNORECASE)


def gap(most: int) -> str:
    """Up to `most` further words of the same clause, as few as will do."""
    return rf"(?: [\w'’@/&-]+){{0,{most}}}?"
