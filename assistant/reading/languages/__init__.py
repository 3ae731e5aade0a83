"""The words of mail in many languages, out of the TOML files of this folder (`README.md` tells what each key means)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_BETWEEN = re.compile(r"\s*\n\s*|\s+\|\s+")
_JOINER = "\u200c"  # Persian writes it inside words, where mail and its readers drop it
_PLAIN_START = re.compile(r"[^\W\d_](?![*?{])")


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    """Every language's sections, by its tag, in the order of the tags."""
    folder = files(__name__)
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return {entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text("utf-8")) for entry in found}


@cache
def phrases(section: str, key: str) -> tuple[str, ...]:
    """The phrases of a key in all languages, each once, the longest first; () for a key that no language has."""
    values = (table.get(section, {}).get(key, "") for table in _tables().values())
    found = {phrase for value in values for phrase in _BETWEEN.split(value.strip()) if phrase}
    found |= {phrase.replace(_JOINER, other) for phrase in found if _JOINER in phrase for other in ("", " ")}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def by_language(section: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """A section of each language that has it: by its tag, the phrases of each key, as they stand."""
    return {
        tag: {key: tuple(filter(None, _BETWEEN.split(value.strip()))) for key, value in table[section].items()}
        for tag, table in _tables().items()
        if section in table
    }


def alternation(section: str, *keys: str) -> str:
    """The phrases of one or more keys as the inside of a group, for `re.compile(rf"(?:{alternation(…)})")`."""
    return "|".join(dict.fromkeys(phrase for key in keys for phrase in phrases(section, key)))


class Openings:
    """The phrases of a key where a line begins with them, case aside.

    Only those with the line's first letter are tried: one alternation of all of them costs more than a line is worth.
    """

    def __init__(self, section: str, key: str, after: str = "") -> None:
        """`after` is a regular expression for what must follow."""
        groups: dict[str, list[str]] = {}
        for phrase in phrases(section, key):
            first = phrase[0].lower() if _PLAIN_START.match(phrase) else phrase[0] if phrase[0] == "." else ""
            groups.setdefault(first, []).append(phrase)
        wild, anyhow = groups.pop(".", []), groups.pop("", [])  # "Samsung cihazımdan gönderildi" begins with anything
        self._wild = _compiled(wild, after)
        self._others = _compiled(anyhow, after)
        self._by_letter = {letter: _compiled([*found, *anyhow], after) for letter, found in groups.items()}

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase with which `text` begins, or None."""
        found = self._by_letter.get(text[:1].lower(), self._others).match(text)
        return found if found or text.isascii() else self._wild.match(text)


def _compiled(found: list[str], after: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(found) or '(?!)'}){after}", re.IGNORECASE)
