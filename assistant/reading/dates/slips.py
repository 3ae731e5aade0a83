"""Slips of the thumb and short forms of date words, written out: "tmrw", "thurday", "nxt wk", "c.o.b."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_MEANT = {
    "monday": "mondy mondey",
    "tuesday": "tuseday teusday tusday tuesdy tuesady teusdy tueday",
    "wednesday": "wensday wendsday wednsday wedensday wednesdy wendesday wednessday wedesday wednesay wednes",
    "thursday": "thrusday thurday thursady thusday thursdy thrsday thirsday thurdsay",
    "friday": "firday fridy fryday frday firady",
    "saturday": "satruday saterday saturdy satuday sturday",
    "sunday": "sundy sundey sunady",
    "today": "2day todya",
    "tonight": "tonite 2nite 2night tonigth",
    "tomorrow": "tmrw tmrrw tmw tmr tmro tmrow tmorrow tomo tomoz tomoro tomoroow tomorow tomorrw 2moro 2moz 2morrow "
                "2mrw 2mro tommorow tommorrow tomorrrow tommorw tomorro tomarrow",
    "january": "janurary januray janaury janury",
    "february": "febuary feburary febrary febuarary februrary",
    "march": "marhc",
    "april": "arpil apirl aprill",
    "august": "agust auguest augsut",
    "september": "septemeber setember septmber septembre septemper",
    "october": "ocotber octobre oktober octuber otober",
    "november": "novemeber novembre novmber noverber novemer",
    "december": "decemeber decembre desember dezember decmber",
    "next": "nxt",
    "week": "wk weeek",
    "weeks": "wks",
    "weekend": "wkend wknd wkd weeked",
    "weekly": "wkly weekley",
    "month": "mth",
    "months": "mths",
    "fortnight": "fortnite fornight",
    "before": "b4 befor",
    "between": "btwn 'tween ’tween",
    "until": "untill untl unitl",
    "every": "evry",
    "morning": "mornin mornin' mornin’ mrng",
    "mornings": "mornins",
    "evening": "evenin evenin' evenin’ evng",
    "afternoon": "aftn afternon",
}  # fmt: skip
_DOTTED = {"cob": "c.o.b", "eod": "e.o.d eob e.o.b eop e.o.p", "eow": "e.o.w", "eom": "e.o.m", "eoy": "e.o.y"}
_RIGHT = {slip: word for table in (_MEANT, _DOTTED) for word, slips in table.items() for slip in slips.split()}
_LETTERED = "|".join(re.escape(slip) for slip in sorted(_RIGHT, key=len, reverse=True))
# "by c.o.b. Thursday": the last dot is the short form's, not the end of a sentence.
_BEFORE_DAY = r"\.(?=\s(?:on|today|this|next|the|(?:mon|tue|wed|thu|fri|sat|sun|tom)\w{0,6})\b)"
_SLIP = re.compile(
    rf"(?<![\w@./'’-])(?:{_LETTERED})(?:(?<=\.\w){_BEFORE_DAY})?(?=\.?(?![\w@'’/]|[.-]\w)|[’']s\b)", re.IGNORECASE
)
_NAMES = frozenset({"Tomo", "Tomoz"})


def written_out(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with such words as they are meant, and for a place in it the place in the text that was given."""
    pieces: list[str] = []
    theirs, given = [0], [0]  # where the replaced words end, in the new text and in the given one
    for match in _SLIP.finditer(text):
        word = _meant(match)
        if word:
            pieces += [text[given[-1] : match.start()], word]
            theirs.append(theirs[-1] + match.start() - given[-1] + len(word))
            given.append(match.end())
    if not pieces:
        return text, lambda place: place
    limits = [*given[1:], len(text)]

    def place_in_given(place: int) -> int:
        index = bisect_right(theirs, place) - 1
        return min(given[index] + place - theirs[index], limits[index])

    return "".join([*pieces, text[given[-1] :]]), place_in_given


def _meant(match: re.Match[str]) -> str:
    """The word that is meant, "" where it may be another: a name ("Tomo"), a longer short form."""
    slip, text, end = match[0], match.string, match.end()
    word = _RIGHT[slip.lower().rstrip(".")]
    if slip in _NAMES or ("." in slip and text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()):
        return ""
    return word.title() if slip[0].isupper() else word
