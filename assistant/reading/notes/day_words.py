"""Days and times of notes in the one form that `reading.dates` reads: "bis Donnerstag, 17 Uhr" is "by Thursday, 17:00".

Only what can be nothing else is written anew: names of days and months, and short forms of them beside a number."""

from __future__ import annotations

import re
from functools import cache

from assistant.reading.languages import by_language, phrases
from assistant.reading.notes.spoken_days import as_written

_TAGS = ("de", "fr", "es", "it", "pt", "nl", "ca", "sv", "da", "nb", "fi", "pl")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH = frozenset(
    word for name in (*_MONTHS, *_WEEKDAYS) for word in (name.lower(), name[:3].lower(), name[:4].lower())
)
_SPOKEN_ONLY_BESIDE = frozenset({"mars", "mer", "marts", "maart", "mardi", "sexta", "segunda", "quarta", "quinta"})
_OTHER_WORDS = frozenset({"do", "so", "on", "me", "la", "ma", "pt"})  # too common to be Thursday and Sunday
SURE = 5  # letters: a name that long needs no number beside it
_FULL = frozenset(
    {
        "lundi",
        "mardi",
        "jeudi",
        "lunes",
        "sexta",
        "abril",
        "avril",
        "enero",
        "julho",
        "junho",
        "marzo",
        "juni",
        "juli",
        "juin",
    }
)
LONGEST = 600

_DOTTED = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?!\d)(?=\s|$|[,;)\]])")
_DOTTED_TIMED = re.compile(r"(?<![\d.:])(?P<d>\d{1,2})\.(?P<m>\d{1,2})(?=,?\s+\d{1,2}(?::\d\d|\s?(?:h|Uhr)\b))")
_DOTTED_BEHIND = re.compile(r"(?<=(?:is|on|am|il|le) )(?P<d>\d{1,2})\.(?P<m>\d{1,2})(?=\s+(?:at|um|à|,)|,|\s*$)")
_HOURS = re.compile(
    r"\b(?:(?:à|às|as|a las|alle|alle ore|ore|om|um|kl\.?|at|klo)\s+)?(?P<h>[01]?\d|2[0-3])\s?"
    r"(?:(?:[hH:.]\s?(?P<m>[0-5]\d))?\s?(?:Uhr|uur|heures?|horas?|hrs?)\b|[hH](?P<m2>[0-5]\d)?\b)(?!\w)"
)
_ORE = re.compile(
    r"\b(?:h\.?|ore|alle|às|a las|kl\.?|klo|om|um)\s+(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?\b(?!\.?\d)"
)
_ISO_STAMP = re.compile(r"<(?P<day>\d{4}-\d\d-\d\d)(?:\s+[^\W\d]{2,4}\.?)?(?P<time>\s+\d{1,2}:\d\d)?>")


_AT_DAY = re.compile(r"@(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d{4}-\d\d)", re.IGNORECASE)
_B4 = re.compile(r"\bb4\b(?=\s+[^\W\d])", re.IGNORECASE)
_SLASHED_MONTH = re.compile(
    r"\b(?P<d>\d{1,2})[/-](?P<m>[a-z]{3})[/-](?:20)?(?P<y>\d\d)\b", re.IGNORECASE
)  # "18/Nov/26"
_NITE = re.compile(r"\bnite\b", re.IGNORECASE)
# "December 21 (Monday) from 17:00"
_DAY_IN_BRACKETS = re.compile(r"(?<=\d)\s\((?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?\)", re.IGNORECASE)
_FROM_TIME = re.compile(
    r"(?<=[\w)] )from (?=\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m)(?!.{0,8}(?:to|until|till|-|–)\s?\d))", re.IGNORECASE
)

# "Monday 19th by 11": an hour behind its day
_BY_HOUR = re.compile(
    r"(?<=(?:day|\dth|\dst|\dnd|\drd) )by (?=\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b|\W*$))", re.IGNORECASE
)


def in_english(text: str) -> str:
    """The text with days and times as English notes write them; the same text where there is nothing to mend."""
    said = text[:LONGEST]
    if _foreign_name().search(said) or _END_OF.search(said):
        said = _named_days(said)
    said = _DAY_IN_BRACKETS.sub("", said)
    said = _AT_DAY.sub("", said)
    said = _B4.sub("before", _NITE.sub("night", said))
    said = _SLASHED_MONTH.sub(r"\g<d> \g<m> 20\g<y>", said)
    said = _BY_HOUR.sub("at ", _FROM_TIME.sub("at ", said))
    said = _ISO_STAMP.sub(r"\g<day>\g<time>", said)
    said = _DOTTED.sub(_dotted, said)
    said = _DOTTED_TIMED.sub(_dotted, said)
    said = _DOTTED_BEHIND.sub(_dotted, said)
    said = _HOURS.sub(lambda m: f"at {m['h']}:{m['m'] or m['m2'] or '00'}", said)
    said = _ORE.sub(lambda m: f"at {m['h']}:{m['m'] or '00'}", said)
    return as_written(said)


def _dotted(match: re.Match[str]) -> str:
    day, month = int(match["d"]), int(match["m"])
    return f"{day} {_MONTHS[month - 1]}" if 1 <= month <= 12 and 1 <= day <= 31 else match[0]


@cache
def _names() -> dict[str, str]:
    """Names of months and weekdays in other tongues, folded by case, and their English; the doubtful are left out."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    tables = by_language("days")
    for tag in _TAGS:
        for key, english in (("months", _MONTHS), ("weekdays", _WEEKDAYS)):
            for forms, name in zip(tables[tag].get(key, ()), english, strict=False):
                for form in (one.strip().lower() for one in forms.split(" / ")):
                    if found.setdefault(form, name) != name:
                        doubtful.add(form)
    left_out = doubtful | _ENGLISH | _OTHER_WORDS
    return {form: name for form, name in found.items() if form not in left_out and " " not in form}


@cache
def _foreign_name() -> re.Pattern[str]:
    words = sorted((*_names(), *_fixed(), *_joined("weeks").split("|")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _fixed() -> dict[str, str]:
    """Days told from the day of writing."""
    tables = by_language("days")
    found: dict[str, str] = {}
    for tag in _TAGS:
        for key, english in (("this_week", "this week"), ("next_week", "next week"), ("tomorrow", "tomorrow"),
                             ("today", "today"), ("overmorrow", "the day after tomorrow")):  # fmt: skip
            for form in tables[tag].get(key, ()):
                if len(form) > 3 and form not in {"morgen", "mañana", "morgon"}:  # mornings as well
                    found.setdefault(form.lower(), english)
    found |= {"heute abend": "tonight", "ce soir": "tonight", "esta noche": "tonight", "stasera": "tonight"}
    return found | {"bis morgen": "by tomorrow", "para mañana": "by tomorrow", "hoy": "today", "oggi": "today"}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str | None], ...]:
    fixed = "|".join(map(re.escape, sorted(_fixed(), key=len, reverse=True)))
    names = "|".join(map(re.escape, sorted(_names(), key=len, reverse=True)))
    weeks, spans = _joined("weeks"), _joined("days")
    numbers = _joined("numbers")
    day = rf"(?:end of |{'|'.join((*_MONTHS, *_WEEKDAYS))}|\d|the day|this week|next week|tomorrow|today|tonight)"
    article = r"(?:(?:le|el|la|il|lo|o|a|den|dem|de|l'|am|ce)\s+)?"
    by, after = (_plain(phrases("notes", key)) for key in ("by", "after"))
    return (
        (re.compile(rf"(?<!\w)(?P<fixed>{fixed})(?!\w)", re.IGNORECASE), None),
        (re.compile(rf"(?<!\w)(?P<before>\d{{1,2}}(?:\.|º|er|e)?\s*(?:de\s+|di\s+|d')?)?(?P<name>{names})"
                    r"(?P<dot>\.)?(?P<after>\s*,?\s*(?:den\s+|le\s+|el\s+|il\s+)?\d)?(?!\w)", re.IGNORECASE), None),
        (re.compile(rf"\b(?:in|dans|dentro de|en|tra|fra|over|om|em|daqui a)\s+(?P<n>\d{{1,2}}|{numbers})\s+"
                    rf"(?:(?P<weeks>{weeks})|(?P<days>{spans}))\b", re.IGNORECASE), None),
        (re.compile(rf"(?<!\w)(?:{by})\s+{article}(?={day})", re.IGNORECASE), "by "),
        (re.compile(rf"(?<!\w)(?:{after})\s+{article}(?={day})", re.IGNORECASE), "after "),
    )  # fmt: skip


def _joined(key: str) -> str:
    words = {form for tag in _TAGS[:6] for form in by_language("days")[tag].get(key, ())}
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _plain(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


_END_OF = re.compile(
    rf"\b(?:ende|fin|fine|finales|final|fim|eind)(?: (?:de|di|do|van|des monats))?\s(?=(?:{'|'.join(_MONTHS)})\b)",
    re.IGNORECASE,
)
# "9 de June", "9 d'April": the month's name is English by now.
_DE_MONTH = re.compile(rf"(?<=\d) (?:d[ei] |d')(?=(?:{'|'.join(_MONTHS)})\b)")
# "en October", "im October": a month alone
_IN_MONTH = re.compile(rf"\b(?:en|im|em|nel|a|au mois d[e']) ?(?=(?:{'|'.join(_MONTHS)})\b(?! \d))")
_ORDINAL_DAYS = {
    "segunda": "Monday",
    "terça": "Tuesday",
    "quarta": "Wednesday",
    "quinta": "Thursday",
    "sexta": "Friday",
}
_WEEKDAY_PT = re.compile(
    rf"\b(?:até|para)\s+(?:a\s+|à\s+)?(?P<name>{'|'.join(_ORDINAL_DAYS)})(?:-feira)?\b", re.IGNORECASE
)


def _named_days(text: str) -> str:
    fixed, names, spans, by, after = _patterns()
    said = fixed[0].sub(lambda match: _fixed()[match["fixed"].lower()], text)
    said = names[0].sub(_named, names[0].sub(_named, said))  # "Mittwoch, 1. Juli": a day may take the month's number
    said = _DE_MONTH.sub(" ", said)
    said = _END_OF.sub("end of ", said)
    said = _IN_MONTH.sub("in ", said)
    said = spans[0].sub(_span, said)
    said = by[0].sub(by[1] or "", said)
    said = _WEEKDAY_PT.sub(lambda m: f"by {_ORDINAL_DAYS[m['name'].lower()]}", said)
    return after[0].sub(after[1] or "", said)


def _named(match: re.Match[str]) -> str:
    """A name that is short, or a word of another meaning, only counts beside its number."""
    form = match["name"].lower()
    english = _names()[form]
    month = english in _MONTHS
    beside = match["before"] if month else match["after"]
    sure = (len(form) >= SURE or form in _FULL) and form not in _SPOKEN_ONLY_BESIDE
    if not sure and not beside:
        return match[0]
    before = re.sub(r"\D", "", match["before"] or "")
    after = re.sub(r"^\s*,?\s*(?:den|le|el|il)\s+", " ", match["after"] or "")
    kept = (match["before"] or "") if before and not month else f"{before} " if before else ""
    return f"{kept}{english}{after}"


def _span(match: re.Match[str]) -> str:
    number = match["n"].lower()
    tables = by_language("days")
    if not number.isdigit():
        for tag in _TAGS[:6]:
            words = tables[tag].get("numbers", ())
            if number in words:
                number = str(min(words.index(number) + 1, 6) if words.index(number) < 6 else 1)
                break
    return f"in {number} {'weeks' if match['weeks'] else 'days'}"
