"""In what zone a time is meant: a short form, an offset, a city, a country, "my time", "your time"."""

from __future__ import annotations

import re
from functools import lru_cache
from zoneinfo import available_timezones

from assistant.reading.dates.words import Moment, pattern

_ZONES = {
    "UTC": "utc gmt z", "America/New_York": "et est edt eastern", "America/Chicago": "ct cdt central",
    "America/Denver": "mt mdt mountain", "America/Los_Angeles": "pt pst pdt pacific", "America/Anchorage": "akst akdt",
    "Pacific/Honolulu": "hst", "Europe/Paris": "cet cest", "Europe/Berlin": "mez mesz", "Europe/Athens": "eet eest",
    "Europe/Lisbon": "wet west", "Europe/London": "uk", "Europe/Moscow": "msk", "Europe/Istanbul": "trt",
    "Asia/Tokyo": "jst", "Asia/Seoul": "kst", "Asia/Singapore": "sgt", "Asia/Hong_Kong": "hkt", "Asia/Karachi": "pkt",
    "Asia/Dubai": "gst",
    "Asia/Kathmandu": "npt", "Asia/Jakarta": "wib", "Asia/Manila": "pht", "Asia/Bangkok": "ict",
    "Africa/Nairobi": "eat", "Africa/Johannesburg": "sast", "Africa/Lagos": "wat", "Africa/Maputo": "cat",
    "Australia/Sydney": "aest aedt aet", "Australia/Perth": "awst", "Australia/Adelaide": "acst acdt",
    "Pacific/Auckland": "nzst nzdt nzt", "America/Sao_Paulo": "brt", "America/Argentina/Buenos_Aires": "art",
    "America/Bogota": "cot",
}  # fmt: skip
_BY_SHORT = {short: name for name, shorts in _ZONES.items() for short in shorts.split()}
# One short form, several countries: the sender's own decides, else the first.
_SHARED = {
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "mst": ("America/Denver", "America/Phoenix"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
}
_ALSO = {"Asia/Calcutta": "Asia/Kolkata", "Europe/Belfast": "Europe/London"}  # older names of the same zone
# Words too: they are zones only in capitals, right after a time.
_WORDS = frozenset(
    {"z", "et", "ct", "mt", "pt", "west", "eat", "wet", "wat", "art", "cat", "cot", "ict", "hst", "gst", "uk"}
)
_PLAIN = "|".join(
    sorted({*_BY_SHORT, *_SHARED} - _WORDS - {"eastern", "central", "mountain", "pacific"}, key=len, reverse=True)
)
_SHORT = pattern(rf"(?P<z>{_PLAIN})(?: time)?")
_REGION = re.compile(
    r"(?:(?<=[\dmMn:]\s)|(?<=\d[ap]\s)|(?<=US\s)|(?<=noon\s)|(?<=midday\s)|\()(?:US\s)?(?P<z>eastern|central|mountain"
    r"|pacific)\b(?!\s(?:europ|afric|asia))"
    r"|\b(?:US\s)?(?P<z2>eastern|central|mountain|pacific)\s(?:(?:standard|daylight)\s)?time\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"(?:(?<=\d\s)|(?<=\d[ap]m\s)|(?<=\d\s[ap]m\s)|(?<=\d[AP]M\s)|(?<=\d\s[AP]M\s)|(?<=\.m\.\s)|(?<=oon\s)"
    r"|(?<=\ball\s)|(?<=\bin\s)(?=\w+\b[,.;!?)])|(?<=\btimes\s)|(?<=\btimes in\s))(?P<z>ET|CT|MT|PT|WET|WEST|EAT|WAT"
    r"|ART|CAT|COT|ICT|HST|GST"
    r"|UK)\b|(?<=\d)(?P<z2>Z)\b"
    r"|\((?P<z3>ET|CT|MT|PT|UK)\)"
)
# Words of French, German and others: zones only right after a time.
_FOREIGN_WORDS = frozenset({"est", "ist", "cet", "ast"})
_HOUR_BEFORE = re.compile(r"\d\s?(?:[ap]\.?m\.?\s?)?$", re.IGNORECASE)
_NAMED = {
    "central european": "Europe/Paris", "greenwich mean": "UTC", "british summer": "Europe/London",
    "indian standard": "Asia/Kolkata", "uk": "Europe/London", "british": "Europe/London", "irish": "Europe/Dublin",
    "german": "Europe/Berlin", "germany": "Europe/Berlin", "austrian": "Europe/Vienna", "swiss": "Europe/Zurich",
    "french": "Europe/Paris", "spanish": "Europe/Madrid", "italian": "Europe/Rome", "dutch": "Europe/Amsterdam",
    "polish": "Europe/Warsaw", "israel": "Asia/Jerusalem", "israeli": "Asia/Jerusalem", "turkish": "Europe/Istanbul",
    "indian": "Asia/Kolkata", "india": "Asia/Kolkata", "japan": "Asia/Tokyo", "japanese": "Asia/Tokyo",
    "chinese": "Asia/Shanghai", "china": "Asia/Shanghai", "korean": "Asia/Seoul", "korea": "Asia/Seoul",
    "pakistan": "Asia/Karachi", "nigerian": "Africa/Lagos", "nigeria": "Africa/Lagos", "kenyan": "Africa/Nairobi",
    "kenya": "Africa/Nairobi", "south african": "Africa/Johannesburg", "south africa": "Africa/Johannesburg",
    "new zealand": "Pacific/Auckland", "east coast": "America/New_York", "west coast": "America/Los_Angeles",
    "argentina": "America/Argentina/Buenos_Aires", "colombia": "America/Bogota", "spain": "Europe/Madrid",
    "france": "Europe/Paris", "italy": "Europe/Rome", "sweden": "Europe/Stockholm", "poland": "Europe/Warsaw",
}  # fmt: skip
_CITIES = {
    "America/New_York": "nyc|new york city|boston|philadelphia|washington|washington dc|atlanta|miami",
    "America/Los_Angeles": "san francisco|sf|bay area|seattle|san diego|silicon valley|portland|la",
    "America/Chicago": "dallas|houston|austin|minneapolis", "America/Toronto": "ottawa|montreal",
    "Europe/London": "edinburgh|manchester|cambridge|oxford|glasgow|cardiff|belfast",
    "Europe/Berlin": "munich|münchen|frankfurt|hamburg|cologne|köln|stuttgart|leipzig|dresden",
    "Europe/Madrid": "barcelona|valencia|seville", "Europe/Paris": "lyon|toulouse|marseille",
    "Europe/Rome": "milan|turin|naples", "Europe/Zurich": "geneva|basel|lausanne|bern|zürich",
    "Asia/Kolkata": "mumbai|delhi|new delhi|bangalore|bengaluru|chennai|hyderabad|pune|calcutta|ahmedabad"
                    "|gurgaon|noida",
    "Asia/Shanghai": "beijing|shenzhen|guangzhou", "Asia/Tokyo": "osaka|kyoto", "Asia/Jerusalem": "tel aviv",
    "Africa/Johannesburg": "cape town|durban|pretoria", "Africa/Lagos": "abuja", "Asia/Dubai": "abu dhabi",
    "America/Sao_Paulo": "são paulo|rio|rio de janeiro", "America/Bogota": "bogotá|medellín",
    "Australia/Melbourne": "canberra", "Pacific/Auckland": "wellington",
}  # fmt: skip
# Given names and plain words that are also places: only with "time" beside them.
_NAMES = frozenset({"casey", "regina", "adelaide", "davis", "palmer", "sofia", "santiago", "troll", "easter", "center",
                    "virgin", "jamaica", "nome", "la", "rio", "vincent", "paris", "petersburg", "london"})  # fmt: skip
_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?(?P<s>[+−-])\s?(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d))?(?!\d)", re.IGNORECASE)
# A bare offset is +05:30 or -0500; 15:00-05:00 is one only after a T: else it is a range.
_BARE_OFFSET = re.compile(
    r"(?<=[\dmM)])\s{0,2}\(?(?:(?P<s>\+)(?P<h>[01]\d):?(?P<m>00|15|30|45)|(?P<s2>[−-])(?P<h2>[01]\d)(?P<m2>00"
    r"|30))(?![\d:-])\)?"
    r"|(?<=T\d\d:\d\d)(?::\d\d)?(?P<s3>[−-])(?P<h3>[01]\d):(?P<m3>00|15|30|45)(?![\d:-])"
)
_WALL = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?\s?$|\d\s?[ap]\.?m\.?\s?$|\dT\d\d:?\d\d(?::\d\d)?$", re.IGNORECASE)
# Offsets that are no whole hours, and those east of the last zone of Etc.
_ODD = {"+05:30": "Asia/Kolkata", "+05:45": "Asia/Kathmandu", "+03:30": "Asia/Tehran", "+04:30": "Asia/Kabul",
        "+06:30": "Asia/Yangon", "+09:30": "Australia/Darwin", "+08:45": "Australia/Eucla",
        "-09:30": "Pacific/Marquesas", "+10:30": "Australia/Lord_Howe",
        "+12:45": "Pacific/Chatham", "+13:45": "Pacific/Chatham",
        "-03:30": "America/St_Johns", "-02:30": "America/St_Johns"}  # fmt: skip
_CITY = re.compile(
    r"(?P<city>[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12}){0,2})\s(?:local\s)?[Tt]ime\b"
    r"|\((?P<c2>[A-Z][^\W\d_]{2,12}(?:\s[A-Z][^\W\d_]{2,12})?)\)"
    r"|(?:(?<=\d)|(?<=\d[ap]m)|(?<=\d\s[ap]m)|(?<=\.m\.)"
    r"|(?<=noon)),?\s(?:in\s)?(?P<c3>[A-Z][^\W\d_]{2,12}(?:\s[A-Z][^\W\d_]{2,12})?)(?=\s*(?:[,.;:!?)/]|$|\n"
    r"|\s(?:or|and|on)\b))"
)
_IANA = re.compile(r"\b[A-Z][A-Za-z]{2,12}/[A-Z][A-Za-z_]{2,20}(?:/[A-Z][A-Za-z_]{2,20})?")
_YOURS = pattern(
    r"(?:your|ur) (?:local |end ?)?time|\d ?(?:[ap]\.?m\.?|h|uhr|o['’]clock)?,? (?:on |at )?your end|your timezone"
    r"|your time zone"
)
_NOT_YOURS = pattern(r"not (?:in |on |by )?(?:your|ur) (?:local )?time(?: ?zone)?")
_MINE = pattern(r"(?:my|our) (?:local |own )?time(?:[ -]?zone)?|local time here|time here")
_I_AM_IN = re.compile(
    r"\b(?:I['’]?m|I am|I live|I work|[Bb]ased|[Cc]urrently|[Ww]riting from|[Hh]ere)(?: now| currently| based)? in "
    r"(?P<city>[A-Z][^\W\d_]{2,12}(?:\s[A-Z][^\W\d_]{2,12}){0,2})"
)


class NotKnown(Exception):
    """A zone is said that cannot be told: the time is asked, not guessed."""


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities that a zone is named for, and those that people name instead."""
    named = {
        name.rsplit("/", 1)[-1].replace("_", " ").lower(): name
        for name in sorted(available_timezones())
        if "/" in name
        and not name.startswith(("Etc/", "Antarctica/", "US/", "Canada/", "Brazil/", "Mexico/", "Chile/"))
    }
    return named | {city: name for name, cities in _CITIES.items() for city in cities.split("|")} | _NAMED


def zone(text: str, sender: str) -> str | None:
    """The IANA zone that a text says its times are in, None where it says none; `sender`: the writer's own zone."""
    if offset := _OFFSET.search(text) or _after_time(text):
        return _fixed(offset)
    if (named := _IANA.search(text)) and named[0] in available_timezones():
        return named[0]
    if region := _REGION.search(text):
        return _BY_SHORT[(region["z"] or region["z2"]).lower()]
    match = next((found for found in _SHORT.finditer(text) if not _is_word(found)), None)
    word = match["z"].lower() if match and re.search(r"\d|noon|midday|o['’]clock|half|quarter", text) else ""
    if not word and (two := _CAPITALS.search(text)):
        word = (two["z"] or two["z2"] or two["z3"]).lower()
    if word in _SHARED:
        return sender if _ALSO.get(sender, sender) in _SHARED[word] else _SHARED[word][0]
    return _BY_SHORT[word] if word else _of_city(text)


def _is_word(match: re.Match[str]) -> bool:
    """Whether a short form is a word of another language: "le vendredi est complet", "16 Uhr ist gut"."""
    return match["z"] in _FOREIGN_WORDS and not _HOUR_BEFORE.search(
        match.string[max(0, match.start() - 8) : match.start()]
    )


def zone_meant(text: str, moment: Moment) -> str | None:
    """As `zone`; "my time" is the writer's, "your time" that of the one written to. NotKnown: nobody says."""
    if _YOURS.search(_NOT_YOURS.sub(" ", text)):
        if not moment.theirs:
            raise NotKnown
        return moment.theirs
    if _MINE.search(text) and not _of_city(text):
        return moment.zone
    return zone(text, moment.zone)


def home(text: str) -> str | None:
    """The zone of a writer who says "my time" and where that is: "I'm in Lisbon: Friday 11:00 my time"."""
    match = _I_AM_IN.search(text) if _MINE.search(text) else None
    words = match["city"].lower().split() if match else []
    return next((_cities()[name] for n in range(len(words), 0, -1) if (name := " ".join(words[:n])) in _cities()), None)


def _after_time(text: str) -> re.Match[str] | None:
    for match in _BARE_OFFSET.finditer(text):
        if _WALL.search(text[max(0, match.start() - 14) : match.start()]):
            return match
    return None


def _fixed(offset: re.Match[str]) -> str | None:
    """The zone of an offset: those of whole hours, and the few others that exist."""
    sign, written, minutes = next(found for found in zip(*[iter(offset.groups())] * 3, strict=True) if found[0])
    hour, minute = int(written), int(minutes or 0)
    sign = "+" if sign == "+" else "-"
    if minute:
        return _odd(f"{sign}{hour:02}:{minute:02}")
    if not hour:
        return "UTC"
    if hour > (14 if sign == "+" else 12):
        raise NotKnown
    return f"Etc/GMT{'-' if sign == '+' else '+'}{hour}"


def _odd(written: str) -> str:
    if written not in _ODD:
        raise NotKnown
    return _ODD[written]


def _of_city(text: str) -> str | None:
    for match in _CITY.finditer(text):
        words = (match["city"] or match["c2"] or match["c3"]).lower().split()
        for start in range(len(words)):
            name = " ".join(words[start:])
            if name in _cities() and (match["city"] or name not in _NAMES - {"london", "paris"}):
                return _cities()[name]
    return None
