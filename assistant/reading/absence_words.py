"""The words of automatic replies by language, compiled out of `languages/*.toml`, and which languages a text is in.

Phrases are plain words, folded as the text is; `*` at the end of one stands for any ending.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from assistant.reading.folding import fold
from assistant.reading.languages import by_language

MOST_SPOKEN = 2  # languages of one mail that are read
MOST_WORDS = 600  # that are looked at to tell the language

_WORD = re.compile(r"[^\W\d_]{1,24}")
_ENDING = r"\w{0,14}"
# What Semitic scripts write in one word with the next: "and", "in", "to", "the".
_PREFIXES = {"he": "[בלהומש]{0,2}", "ar": "(?:[وفبل]?(?:ال)?|لل)"}
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh-Hans", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e4e]")),
    ("hi", re.compile("[\u0904-\u0963]")),
    ("he", re.compile("[א-ת]")),
    ("el", re.compile("[α-ω]")),
)
_SCRIPT_SHARE = 8  # letters of a script for it to be a language of the text


def _inside(plain: str, *, spaceless: bool) -> str:
    """A folded phrase as a regular expression, up to the border behind it."""
    inside = re.escape(plain.rstrip("*")).replace(r"\*", _ENDING).replace(r"\ ", r"\s")
    if plain.endswith("*"):
        inside += _ENDING
    return inside + (r"(?!\w)" if plain[-1:].isalnum() and not spaceless else "")


def alternatives(phrases: tuple[str, ...], *, spaceless: bool = False, prefix: str = "") -> str:
    """Phrases as the inside of a group, the longest first; it matches nothing where there are none.

    Those that begin with a letter stand behind one common border: a search passes over the middles of words at once.
    """
    plain = sorted({fold(one) for one in phrases}, key=lambda one: (-len(one), one))
    loose = [one for one in plain if spaceless or not one[:1].isalnum()]
    words = "|".join(_inside(one, spaceless=spaceless) for one in plain if one not in loose)
    found = [rf"(?<!\w){prefix}(?:{words})"] if words else []
    return "|".join([*found, *(_inside(one, spaceless=spaceless) for one in loose)]) or r"(?!)"


@dataclass(frozen=True)
class Tongue:
    """One language: `days` and `absence` are its sections, `order` how 3/4 is read ("dmy", "mdy", "ymd" or "")."""

    tag: str
    days: dict[str, tuple[str, ...]]
    absence: dict[str, tuple[str, ...]]
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict)

    @property
    def order(self) -> str:
        return next(iter(self.days.get("order", ())), "")

    @property
    def off(self) -> frozenset[int]:
        """The weekdays on which nobody works (0 is Monday)."""
        names = {"thu": 3, "fri": 4, "sat": 5, "sun": 6}
        told = " ".join(self.days.get("off", ("sat sun",))).split()
        return frozenset(names[name] for name in told)

    @property
    def spaceless(self) -> bool:
        """Written without blanks between words (or with endings glued on): a phrase may stand anywhere."""
        return self.tag == "ko" or "spaceless" in self.days

    def words(self, key: str) -> str:
        """The phrases of a key, of either section, as the inside of a group."""
        found = self.absence.get(key) or self.days.get(key, ())
        return alternatives(found, spaceless=self.spaceless, prefix=_PREFIXES.get(self.tag, ""))

    def pattern(self, key: str) -> re.Pattern[str]:
        """The phrases of a key, compiled once."""
        if key not in self._compiled:
            self._compiled[key] = re.compile(f"(?:{self.words(key)})")
        return self._compiled[key]

    def has(self, key: str, text: str) -> bool:
        """Whether a phrase of the key stands in the folded text."""
        return self.pattern(key).search(text) is not None


@cache
def tongue(tag: str) -> Tongue:
    """A language by its tag."""
    return Tongue(tag, by_language("days").get(tag, {}), by_language("absence").get(tag, {}))


@cache
def _common() -> dict[str, tuple[str, ...]]:
    """Which languages a word belongs to: the very common ones, names of days and months, the words of absences."""
    found: dict[str, dict[str, None]] = {}
    for tag in by_language("days"):
        told = tongue(tag)
        names = (*told.days.get("months", ()), *told.days.get("weekdays", ()))
        cues = (told.absence.get(key, ()) for key in ("absent", "back", "automatic", "thanks", "contact"))
        for text in (*told.days.get("common", ()), *names, *(one for cue in cues for one in cue)):
            for word in _WORD.findall(fold(text)):
                found.setdefault(word, {})[tag] = None
    return {word: tuple(tags) for word, tags in found.items()}


def spoken(text: str) -> tuple[Tongue, ...]:
    """The languages of a folded text, the main one first; English where nothing tells."""
    common, counts = _common(), Counter[str]()
    for word in _WORD.findall(text[:8000])[:MOST_WORDS]:
        tags = common.get(word, ())
        for tag in tags:
            counts[tag] += 12 // len(tags)
    for tag, letters in _SCRIPTS:
        written = len(letters.findall(text[:2000]))
        if written >= _SCRIPT_SHARE and not (tag == "zh-Hans" and "ja" in counts):
            counts[tag] += written * 6
    if not counts:
        return (tongue("en"),)
    best = counts.most_common(MOST_SPOKEN + 1)
    least = best[0][1] * 0.35
    return tuple(tongue(tag) for tag, count in best if count >= least)[:MOST_SPOKEN]


@cache
def anywhere(key: str) -> re.Pattern[str]:
    """The phrases of a key in all languages: for subjects, which are too short to tell their language."""
    every = (
        alternatives(keys.get(key, ()), spaceless=tongue(tag).spaceless) for tag, keys in by_language("absence").items()
    )
    return re.compile("(?:" + "|".join(every) + ")")
