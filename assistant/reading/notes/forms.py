"""Notes of programs, wikis, logs and clinics in the plain form that is read: headings, labels with a colon, items."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.reading.notes.headings import section

MOST_LINES = 1500  # of a text whose form is looked at
MOST_WORDS = 3  # of the head of a column
LONGEST = 400  # characters of a line whose form is looked at
MOST_HEAD = 60  # characters before a list in its line
OFTEN = 3  # lines with a time before them: a log

_WIKI = re.compile(r"^\s{0,3}(?P<level>={2,6})\s*(?P<text>[^=\s].*?)\s*={2,6}\s*$")
_WIKI_BOLD = re.compile(r"^(?P<before>\s*)'''(?P<text>[^']{2,60})'''\s*(?P<colon>:?)\s*(?P<rest>.*)$")
_COLUMN = re.compile(
    r"^\s*(?:list|column|lane|section|spalte|liste|lista|columna|colonne|colonna"
    r"|coluna)\s?:\s*(?P<name>\S.{1,40}?)\s*$",
    re.IGNORECASE,
)
_KEY = re.compile(r"^(?P<before>\s*(?:[-*]\s+)?)(?P<key>[a-z]{2,15}(?:_[a-z]{1,15}){1,3})(?=\s?[:=])", re.IGNORECASE)
# "NEXT MEETING  2027-04-19", "** DECISION one supplier": a label by its capitals.
_CAPITALS = re.compile(
    r"^\s*(?:\*{1,6}\s+|#{1,6}\s+)?(?P<label>[A-Z]{3,14}(?: [A-Z]{2,14}){0,2})\s+"
    r"(?P<rest>(?![A-Z]{2,}\b\s*[A-Z]{3,}\b)[^:=\s|-].*)$"
)
# "Next session  January 25", "** Next meeting <2027-06-01 Tue 14:00>": a day behind it makes a label of a heading.
_BEFORE_DAY = re.compile(
    r"^\s*(?:\*{1,6}\s+|#{1,6}\s+)?(?P<label>[^\W\d_][^\W\d_ ]{1,14}(?: [^\W\d_][^\s:|]{0,14}){0,2}?)"
    r"(?:\s{2,}|\s+(?=<))(?P<rest>\S.*)$"
)
_DAY = re.compile(
    r"[<\d]|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_HEADED = re.compile(r"^\s*(?:#{1,6}|\*{2,6})\s*(?P<label>[^:*#]{3,40}):\s+(?P<rest>[^\s*].*)$")
# "Beschluss / decision: …", "3. Pendenzen / action items": a label in two languages.
_TWICE = re.compile(
    r"^(?P<before>[\s*_•-]*(?:\d{1,2}[.)]\s+)?)(?P<a>[^\W\d_][^:/()|\n]{1,30}?)\s/\s(?P<b>[^:/()|\n]{1,30}?)"
    r"(?P<own>\s*\([^()]{1,30}\))?(?P<rest>\s*:.*)?$"
)
_STRESS = re.compile(r"[*_](?!\s)")  # "* " is a bullet
_PRONOUNS = frozenset({"me", "i", "my", "you", "both", "us", "ich", "moi", "yo", "eu", "io", "ik"})
_STAMP = re.compile(
    r"^\s*(?:[\[(]\s?(?:\d{1,2}:)?\d{1,2}:[0-5]\d\s?[\])]|(?P<bare>[01]\d|2[0-3])[0-5]\d[hH]?(?=\s))\s*[-–—:"
    r"|]?\s*(?=[^\W\d_])"
)
_STAMP_BEHIND = re.compile(r"\s*[(\[@]\s?(?:\d{1,2}:)?\d{1,2}:[0-5]\d\s?[)\]]?\s*$")
_SMILEY = re.compile(r"(?:^|(?<=: )):[a-z+][a-z0-9_+-]{1,24}:(?=\s|$)\s?")  # ":+1:"
_CLINIC = re.compile(r"^\s*(?P<letter>[SOAP])\s?:(?:\s+(?=\S)|\s*$)")
_CODE = re.compile(r"^\s*(?P<letter>[ADINQ])\d{1,3}[.):]?\s+(?=\S)")
_OF = re.compile(r"^\((?P<who>[^()]{1,24})\)\s+(?=\S)")
_CODES = {"A": "- [ ] ", "D": "Decision: ", "I": "- ", "N": "- ", "Q": "Question: "}
_ARROW = re.compile("[\u27a1\u279c\u2794\u27f6\u27a4\u25b6\u21d2]\ufe0f?")
_COUNTED = re.compile(r"^(?P<n>\d{1,2}) +(?=[^\t]*$)(?=[^\W\d_]{2})")
_BRANCH = re.compile(r"^\*{2,6}\s+\S")
ENOUGH = 2  # lines with such a letter that show what it stands for
_QUOTED = re.compile(r"^(?P<depth>\s+)>{1,2}\s+(?=\S)")
_TURN = re.compile(
    r"^\s*[\[(]\s?(?:\d{1,2}:)?\d{1,2}:[0-5]\d\s?[\])]\s*(?:[^\W\d_][\w.' -]{0,30}:\s"
    r"|[^\W\d_a-z][\w.'-]*(?:,? [^\W\d_a-z][\w.'-]*){0,2}\s*$)"
)


def plain_form(text: str) -> str:
    """The text with its lines in the form in which notes are read; words stay as they are. Linear."""
    lines = _ARROW.sub("→", text).split("\n")
    head, rest = lines[:MOST_LINES], lines[MOST_LINES:]
    for whole in (_unquoted, _outlined, _counted, _without_stamps, _coded, _clinic):
        head = whole(head)
    head = [_formed(one) if len(one) <= LONGEST else one for line in head for one in _listed(line)]
    return "\n".join([*head, *rest])


# --- what all lines together show


def _unquoted(lines: list[str]) -> list[str]:
    """Quotation marks before every line are none of their words; those before some, indented, are bullets."""
    said = [line for line in lines if line.strip()]
    if said and all(line.startswith("> ") for line in said):
        return [line.removeprefix("> ") for line in lines]
    return [_QUOTED.sub(r"\g<depth>- ", line) for line in lines]


def _outlined(lines: list[str]) -> list[str]:
    """Where "** …" stands below "* …", the latter is a heading; marks of the file ("#+TITLE: …") are left out."""
    if not any(_BRANCH.match(line) for line in lines):
        return lines
    return [
        re.sub(r"^\*\s+(?!TODO\b|DONE\b|NEXT\b|WAITING\b)(?=\S)", "# ", line)
        for line in lines
        if not line.startswith("#+")
    ]


def _counted(lines: list[str]) -> list[str]:
    """ "1 Prices", "2 Change log", "3 …": numbers that count the lines are bullets."""
    found = [_COUNTED.match(line) for line in lines]
    numbers = [int(one["n"]) for one in found if one]
    if any(section(line[one.end() :].strip()) for line, one in zip(lines, found, strict=True) if one):
        return lines  # "1 Actions", "1.1 …"
    if len(numbers) < OFTEN or numbers != list(range(1, len(numbers) + 1)):
        return lines
    return [f"- {line[one.end() :]}" if one else line for line, one in zip(lines, found, strict=True)]


def _without_stamps(lines: list[str]) -> list[str]:
    """The lines of a log, or of a summary of a recording, without their times; those of a talk are left to others."""
    found = [_STAMP.match(line[:LONGEST]) for line in lines]
    times = [re.sub(r"\D", "", one[0]) for one in found if one]
    talk = sum(bool(_TURN.match(line[:LONGEST])) for line in lines)
    if len(times) >= OFTEN and sorted(times, key=int) == times and talk < len(times) / 2:
        lines = [_item(line[one.end() :]) if one else line for line, one in zip(lines, found, strict=True)]
    behind = [_STAMP_BEHIND.search(line[-20:]) if len(line) > len("(00:00)") else None for line in lines]
    if sum(map(bool, behind)) > 1:
        lines = [_STAMP_BEHIND.sub("", line) if one else line for line, one in zip(lines, behind, strict=True)]
    return lines


def _item(said: str) -> str:
    """A line of a log as an item, which goes on in no other line; one that is long or ends so is prose already."""
    return f"- {said}" if said[:1].isalpha() and not said.endswith(":") else said


def _coded(lines: list[str]) -> list[str]:
    """ "A1 (AK) send it", "D1 one supplier", "Q1 who pays": what a line is by its letter, in minutes that count so."""
    found = [_CODE.match(line[:LONGEST]) for line in lines]
    if sum(one is not None and one["letter"] == "A" for one in found) < ENOUGH:
        return lines
    return [
        _CODES[one["letter"]] + _OF.sub(r"\g<who>: ", line[one.end() :]) if one else line
        for line, one in zip(lines, found, strict=True)
    ]


def _clinic(lines: list[str]) -> list[str]:
    """Subjective, objective, assessment, plan: the plan is what is to be done."""
    found = [_CLINIC.match(line) for line in lines]
    letters = {one["letter"] for one in found if one}
    if "P" not in letters or len(letters) < OFTEN:
        return lines
    return [
        line if one is None else _of_clinic(one["letter"], line[one.end() :])
        for line, one in zip(lines, found, strict=True)
    ]


def _of_clinic(letter: str, rest: str) -> str:
    if letter == "P":
        return f"TODO: {rest}" if rest else "## Actions"
    return f"- {rest}"


# --- what a line shows by itself


def _listed(line: str) -> list[str]:
    """ "Targets: 1) a plan by Monday 2) see the class": a list in one line, line by line."""
    found = list(_INLINE.finditer(line)) if len(line) <= LONGEST else []
    if len(found) < ENOUGH or [int(one["n"]) for one in found] != list(range(1, len(found) + 1)):
        return [line]
    head = line[: found[0].start()].strip()
    if head and not (head.endswith(":") and len(head) <= MOST_HEAD and "." not in head):
        return [line]
    ends = [*(one.start() for one in found[1:]), len(line)]
    return [
        *filter(None, [head]),
        *(f"- {line[one.end() : end].strip(' ,;')}" for one, end in zip(found, ends, strict=True)),
    ]


def _formed(line: str) -> str:
    if not line.strip():
        return line
    line = _SMILEY.sub("", line) if line.count(":") > 1 else line
    for form in _FORMS:
        if (found := form(line)) is not None:
            return found
    return line


def _wiki(line: str) -> str | None:
    if match := _WIKI.match(line):
        head = f"{'#' * len(match['level'])} {match['text']}"
        return _labelled(head) or head
    if (match := _WIKI_BOLD.match(line)) is None:
        return None
    if not match["rest"]:
        return f"{match['before']}## {match['text'].rstrip(':')}"
    return f"{match['before']}{match['text']}{match['colon']} {match['rest']}"


def _column(line: str) -> str | None:
    match = _COLUMN.match(line)
    return f"## {match['name']}" if match and match["name"].count(" ") < MOST_WORDS else None


def _key(line: str) -> str | None:
    match = _KEY.match(line)
    return f"{match['before']}{match['key'].replace('_', ' ')}{line[match.end() :]}" if match else None


def _labelled(line: str) -> str | None:
    """A label without its colon, or within a heading."""
    if section(line.strip(" *#")):
        return None
    if (match := _CAPITALS.match(line)) and (kind := section(match["label"])) in {
        "decisions",
        "actions",
        "points",
        "next",
    }:
        begins = kind != "next" or _DAY.match(match["rest"])
        return f"{match['label'].capitalize()}: {match['rest']}" if begins and match["label"] != "TODO" else None
    if (match := _BEFORE_DAY.match(line)) and section(match["label"]) in {"next", "decisions"}:
        return f"{match['label']}: {match['rest']}"
    if (match := _HEADED.match(line)) and section(match["label"]) in {"next", "decisions", "actions", "questions"}:
        return f"{match['label']}: {match['rest']}"
    return None


def _twice(line: str) -> str | None:
    match = _TWICE.match(line)
    if match is None:
        return None
    own = f" ({match['own'].strip(' ()').rpartition('/')[2].strip()})" if match["own"] else ""
    for side in (match["b"].strip(" *_"), match["a"].strip(" *_")):
        if (section(side) and section(side) != "skip") or (match["rest"] and side.lower() in _PRONOUNS):
            rest = re.sub(r"^\s*:[*_]*\s*", ": ", match["rest"]) if match["rest"] else ":"
            if side.lower() in _PRONOUNS:
                return f"TODO ({side}){rest}" if re.search(r"\d", rest) else f"{side}{rest}"
            return f"{_STRESS.sub('', match['before'])}{side}{own}{rest}"
    return None


def _numbered(line: str) -> str | None:
    """ "#01 OWNER: Ada | …" is no heading, "[next]" is one, and "? who pays" is a question."""
    if match := _TICK_AS_BULLET.match(line):
        return f"- {line[match.end() :]}"
    if (match := _CALLOUT.match(line)) and (found := _called_out(match["sort"].lower(), line[match.end() :].strip())):
        return f"## {found}"
    if match := _NAMED.match(line):
        return f"## {match['name'].strip()}"
    if match := _HASH_NUMBER.match(line):
        rest = line[match.end() :]
        return rest if "|" in rest else f"- {rest}"
    if match := _CALENDAR.match(line):
        return f"Next: {line[match.end() :]}"
    match = _ASKED.match(line)
    return f"Question: {line[match.end() :]}" if match else None


_CALENDAR = re.compile(
    r"^\s*(?:[-*•]\s+)?[\U0001f4c5\U0001f4c6\U0001f5d3]\ufe0f?\s+(?=\d|(?:mon|tue|wed|thu|fri|sat|sun))", re.IGNORECASE
)
_HASH_NUMBER = re.compile(r"^\s*#\d{1,3}[.):]?\s+(?=\S)")
_TICK_AS_BULLET = re.compile(r"^\s*✅\s*(?=[^→]{1,30}→\s*\S)")  # what is done is no more given to somebody
_CALLOUT = re.compile(r"^\s*(?:>\s*)?\[!(?P<sort>\w{2,20})\][-+]?\s*")
_CALLED = {"todo": "Actions", "task": "Actions", "done": "Done", "success": "Done", "question": "Questions"}


def _called_out(sort: str, title: str) -> str:
    """The heading that a callout is: "[!todo] Ada" -> "Actions for Ada", "[!note] Prices" -> "Prices"."""
    name = _CALLED.get(sort, "")
    return f"{name} for {title}" if name == "Actions" and title and section(title) != name.lower() else name or title


_INLINE = re.compile(r"(?:^|(?<=\s))\(?(?P<n>\d{1,2})\)\s+(?=\S)")
_NAMED = re.compile(r"^\s*\[{1,2}(?P<name>[^\W\d_][\w ]{2,30})\]{1,2}\s*$")  # "[next]" over its lines
_ASKED = re.compile(r"^\s*(?:[-*•]\s+)?\?{1,3}\s+(?=[^\W\d_])")

_FORMS: tuple[Callable[[str], str | None], ...] = (_numbered, _wiki, _column, _key, _labelled, _twice)
