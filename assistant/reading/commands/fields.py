"""`Key: value` lines about a person, and numbered answers to a letter's questions."""

from __future__ import annotations

import re

# language.md, "Fields": the key as kept, and how people write it.
_KEYS = {
    "why": "why",
    "hope": "hope",
    "commitment": "commitment",
    "becoming": "becoming",
    "ask": "ask",
    "result": "result",
    "idea": "idea",
    "referred by": "referred by",
    "employer": "employer",
    "company": "employer",
    "timezone": "timezone",
    "time zone": "timezone",
    "country": "country",
    "post": "post",
    "postal address": "post",
    "key": "key",
    "same site": "same site",
    "scheduling": "scheduling",
    "thanks style": "thanks style",
    "boundaries": "boundaries",
    "greeting": "greeting",
    "language": "language",
    "name": "name",
    "email": "email",
    "address": "email",
    "term": "term",
    "meetings": "meetings",
    "medium": "medium",
    "minutes": "minutes",
    "ends": "ends",
    "until": "ends",
    "purpose": "purpose",
    "what for": "purpose",
    "success": "success",
    "it worked when": "success",
}
AGREEMENT = frozenset({"purpose", "success"})  # lines of the agreement, not of the person (L28)
_FIELD = re.compile(r"^\s*(?:[-*•]\s*)?(?P<key>[A-Za-z][A-Za-z ]{1,24}?)\s*:\s*(?P<value>.*)$")
# "foo: bar" is a line of its own, said back as unknown; "https://…" and "at 9:30" are not.
_UNKNOWN = re.compile(r"^\s*(?:[-*•]\s*)?(?P<key>[A-Za-z]+(?: [A-Za-z]+)?)\s?:\s+(?P<value>\S.*)$")
_GOAL = re.compile(r"^\s*goal (?P<n>\d{1,2})\s*:\s*(?P<value>.+)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\(?#?(?P<n>\d{1,2})\s*(?:[.):]|[-–—]\s)\s*(?P<value>.*)$")
_BARE = re.compile(r"^\s*\(?#?(?P<n>\d{1,2})\s*(?:[.):]|[-–—]\s|\s(?=[^\W\d]))\s*(?P<value>.*)$")


def field(line: str) -> tuple[str, str] | None:
    """The key and value of a field's line, None for any other text."""
    match = _FIELD.match(line[:2000])
    key = _KEYS.get(" ".join(match["key"].lower().split())) if match else None
    return (key, line[match.start("value") :].strip()) if match and key else None


def fields(lines: tuple[str, ...]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The fields of the lines, values to the blank line or the next field, the top one wins; and what is left.

    A key below a field that nobody knows is kept under its own name, so that it can be said back."""
    found: dict[str, str] = {}
    left: list[str] = []
    current = ""
    for line in lines:
        pair = field(line) or (_unknown(line) if found else None)
        if pair:
            current = pair[0] if pair[0] not in found else ""
            found.setdefault(*pair)
        elif current and line.strip() and not _NUMBERED.match(line):
            found[current] = f"{found[current]} {line.strip()}".strip()
        else:
            current = ""
            left.append(line)
    return tuple(found.items()), tuple(left)


def _unknown(line: str) -> tuple[str, str] | None:
    match = _UNKNOWN.match(line[:200])
    return (" ".join(match["key"].lower().split()), line[match.start("value") :].strip()) if match else None


def goal_lines(lines: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """The changed lines of a goal sheet: "Goal 1: …"."""
    found: dict[int, str] = {}
    for line in lines:
        if match := _GOAL.match(line[:2000]):
            found.setdefault(int(match["n"]), match["value"].strip())
    return tuple(found.items())


def numbered(lines: tuple[str, ...], *, bare: bool = False) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
    """Answers by number ("1. …", "2) …", "3: …"), each with the lines to the next number; and what is left.

    The numbers have to rise: "3 of us" in prose is no answer. `bare`: a number needs no dot. A field's line, and what
    follows it, is no part of an answer."""
    found: dict[int, list[str]] = {}
    left: list[str] = []
    last = 0
    told = False
    for line in lines:
        match = (_BARE if bare else _NUMBERED).match(line[:4000])
        number = int(match["n"]) if match else 0
        if match and last < number <= last + 5 and number <= 20:
            found[number] = [line[match.start("value") :].strip()]
            last, told = number, False
        elif last and not told and field(line) is None and (line.strip() or found[last]):
            found[last].append(line.strip())
        else:
            told = told or field(line) is not None
            left.append(line)
    return tuple((n, "\n".join(values).strip()) for n, values in found.items()), tuple(left)


_INLINE = re.compile(r"(?:^|[\s,;])(?P<n>[1-9])\s*(?:[.):]|[-–—]\s)\s*(?=\S)")


def inline(text: str) -> tuple[tuple[int, str], ...]:
    """Answers by number on one line: "1. a seat on the board 2. nobody yet 3. nothing"."""
    marks = list(_INLINE.finditer(text[:4000]))
    if len(marks) < 2 or [int(m["n"]) for m in marks] != list(
        range(int(marks[0]["n"]), int(marks[0]["n"]) + len(marks))
    ):
        return ()
    ends = [m.start() for m in marks[1:]] + [len(text)]
    return tuple((int(m["n"]), text[m.end() : end].strip(" ,;\n")) for m, end in zip(marks, ends, strict=True))
