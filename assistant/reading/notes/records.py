"""Tasks told in named fields: "Card: send it / Member: Ada / Due: 9 May" in one line, or all notes as such a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from assistant.reading.notes.tables import head_of, is_closed

MOST_LINES = 1500
LONGEST = 400  # characters of a line whose fields are looked at
LONGEST_FILE = 100_000
MOST_PARTS = 8
DEEPEST = 6  # lists within lists
_PARTS = tuple(map(re.compile, (r"\s+/\s+", r"\s*\|\s*", r"\s*;\s+", r"\t+", r",\s+", r"\s+·\s+", r"\s{2,}")))
_FIELD = re.compile(r"^(?P<label>[^\W\d_][\w ]{0,18}?)\s?(?:[:=]|\?(?!\?))\s*(?P<value>\S.*)?$")
_LEAD = re.compile(r"^(?P<depth>\s*)(?:[-*•·+–—]\s+|\d{1,2}[.)]\s+)?")
_NUMBER = re.compile(r"[A-Z]{1,10}-?\d{1,6}|#?\d{1,6}")
_NO_VALUE = re.compile(r"(?:[-–—?.]+|none|null|n/?a|nil|tb[cd]|open|no (?:date|deadline|due date))?", re.IGNORECASE)
_STATE = re.compile(r"(?:open|new|to ?do|in progress|doing|pending|started|planned)", re.IGNORECASE)


def with_records(text: str) -> str:
    """The text with each line of named fields as an item that says whose it is and until when; others stay. Linear."""
    lines = text.split("\n")
    return "\n".join([*(_drawn(line) or line for line in lines[:MOST_LINES]), *lines[MOST_LINES:]])


def _drawn(line: str) -> str | None:
    if len(line) > LONGEST or not re.search(r"[:=?]", line):
        return None
    lead = _LEAD.match(line)
    said = line[lead.end() :] if lead else line
    for parts in (split.split(said.strip(" |")) for split in _PARTS):
        if 2 <= len(parts) <= MOST_PARTS and (found := _fields(parts)):
            return _item(lead["depth"] if lead else "", found)
    return None


def _fields(parts: list[str]) -> dict[str, str]:
    """What, who, when and state by the labels of the parts; {} where these are not two, or one says another thing."""
    found: dict[str, str] = {}
    bare: list[str] = []
    for part in parts:
        match = _FIELD.match(part.strip())
        name = head_of(match["label"].strip()) if match else ""
        if match and name and name not in found:
            found[name] = (match["value"] or "").strip()
        elif not match and not _NUMBER.fullmatch(part.strip()):
            bare.append(part.strip())
        elif match:
            return {}
    labels = {"what", "who", "when", "state"} & set(found)
    if len(labels) < 2 or not {"who", "when"} & labels:
        return {}
    state = next((one for one in bare if is_closed(one) or _STATE.fullmatch(one)), "")
    if state:
        found.setdefault("state", state)
        bare.remove(state)
    if "what" not in found and bare:
        found["what"] = max(bare, key=len)
    return found if found.get("what") else {}


def _item(depth: str, found: dict[str, str]) -> str:
    who, when = ("" if _NO_VALUE.fullmatch(found.get(name, "")) else found[name] for name in ("who", "when"))
    box = "x" if is_closed(found.get("state", "")) else " "
    return f"{depth}- [{box}] {f'{who}: ' if who else ''}{found['what'].strip(' .,;')}{f', by {when}' if when else ''}"


# --- a file of fields


def opened(text: str) -> str:
    """A text that is a file of fields (JSON) as lines of labels and items; the same text where it is none."""
    said = text.strip()
    if len(said) > LONGEST_FILE or said[:1] + said[-1:] not in {"{}", "[]"}:
        return text
    try:
        found = json.loads(said)
    except (ValueError, RecursionError):
        return text
    return "\n".join(_lines(found, 0)) if isinstance(found, (dict, list)) and found else text


def _lines(found: object, depth: int) -> Iterator[str]:
    """A value as lines: a label with its value, a heading over a list, an item."""
    if depth > DEEPEST:
        yield f"- {json.dumps(found, ensure_ascii=False)}"
    elif isinstance(found, dict):
        for label, value in found.items():
            name = str(label).replace("_", " ")
            if isinstance(value, (dict, list)) and value:
                yield f"\n## {name}"
                yield from _lines(value, depth + 1)
            else:
                yield f"{name}: {_said(value)}"
    elif isinstance(found, list):
        for one in found:
            if isinstance(one, dict) and not any(isinstance(value, (dict, list)) for value in one.values()):
                yield "- " + " | ".join(
                    f"{str(label).replace('_', ' ')}: {_said(value)}" for label, value in one.items()
                )
            elif isinstance(one, (dict, list)):
                yield from _lines(one, depth + 1)
            else:
                yield f"- {_said(one)}"
    else:
        yield _said(found)


def _said(value: object) -> str:
    """A plain value in one line; what is empty is a dash."""
    if value is None or value == "" or isinstance(value, (dict, list)):
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value).split()) or "-"
