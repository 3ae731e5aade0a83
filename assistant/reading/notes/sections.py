"""Where in the notes one is: what stands below which heading, and where that ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.reading.notes.again import is_label
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.headings import owner_words, says_action, section
from assistant.reading.notes.lines import Form, Line

SIGNED = re.compile(
    r"^(?:cheers|thanks|best|regards|kind regards|best wishes|thank you|lg|vg|mfg|cordialement|saludos)[,.!]?$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_a-z][\w.'-]{1,20}(?: [^\W\d_a-z][\w.'-]{0,20}){0,2}")
_PLAIN = re.compile(r"next steps?", re.IGNORECASE)
MOST_ENTRY = 40  # words of a line without a bullet that still is an entry of a list
MOST_PARTING = 5  # words of a line that parts two lists
LEAST_BARE = 4  # words of a heading over nothing that is a line
MOST_HEADING = 60  # characters of a line that is a heading by its words alone


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading. name: "actions", "decisions", …, "" for any other. owner, other: whose list it is.

    depth, level, item: of the heading, to see where it ends. items: it has bullets; begun: one has come.
    owes: below a name, one of its lines was a task: the others are, too."""

    name: str = ""
    owner: str = ""
    other: str = ""
    depth: int = 0
    level: int = 0
    item: bool = False
    items: bool = False
    begun: bool = False
    owes: bool = False


def lists(found: Sequence[Line]) -> list[bool]:
    """For each line, whether a bullet comes after it, before the next heading that is more than a name."""
    out = [False] * len(found)
    coming = False
    for number in range(len(found) - 1, -1, -1):
        out[number] = coming
        line = found[number]
        if line.form is Form.HEADING and line.level < 8:
            coming = False
        elif line.form in {Form.ITEM, Form.BOX, Form.DONE}:
            coming = True
    return out


def is_heading(line: Line, following: Line | None, names: Cast) -> bool:
    """Whether a line is a heading: by its form, by its words, or as an item with a list of its own below it."""
    if line.form is Form.HEADING:
        return True
    if line.form is Form.PROSE:
        deeper = following is not None and following.depth > line.depth
        if deeper and len(line.text) <= MOST_HEADING and (names.role(line.text) or section(line.text)):
            return True
        over_items = following is not None and following.form in {Form.ITEM, Form.BOX}
        begins = line.text[:1].isupper() or is_label(line.text) or over_items
        return begins and len(line.text) <= MOST_HEADING and bool(section(line.text))
    head = line.text.strip(" *_:")
    deeper = line.form is Form.ITEM and following is not None and following.depth > line.depth
    if not deeper or len(head) > MOST_HEADING:
        return False
    return bool(section(head)) or line.text.startswith("**") or names.role(head) in {"me", "mentor", "both"}


def parts_lists(here: Section, line: Line, following: Line | None) -> bool:
    """Whether a short line between two lists is a heading, of whatever words: "We meet again"."""
    return (
        here.begun
        and here.items
        and line.form is Form.PROSE
        and following is not None
        and following.form in {Form.ITEM, Form.BOX}
        and line.depth <= here.depth
        and len(line.text.split()) <= MOST_PARTING
        and line.text[-1:].isalpha()
    )


def is_bare(line: Line, following: Line | None, names: Cast) -> bool:
    """Whether a heading of no known sort stands over nothing: then it is a line, and says something."""
    if (
        line.form is not Form.HEADING
        or section(line.text)
        or names.role(line.text)
        or len(line.text.split()) < LEAST_BARE
    ):
        return False
    return following is None or (following.form is Form.HEADING and following.level <= line.level)


def is_loose_box(line: Line, *, many: bool) -> bool:
    """ "[ ] 3 Issue" without a bullet, among many people, is a topic that is still open and no item of a list."""
    return many and line.form is Form.BOX and not line.bulleted


def entered(here: Section, line: Line, names: Cast, *, items: bool, many: bool) -> Section:
    """The section below a heading that comes while one is `here`. items: bullets follow it."""
    name, owned = section(line.text), ""
    if (
        not name
        and (parts := line.text.strip(" *_:").rpartition(" "))[0]
        and names.role(parts[2])
        and section(parts[0]) == "actions"
    ):
        name, owned = "actions", parts[2]  # "Aufgaben Ada"
    if not name and here.name == "actions":
        if role := names.role(line.text):  # "Ada:" among the actions: the next ones are Ada's
            return replace(here, owner=role, other="")
        if line.level == 8 and _PERSON.fullmatch(line.text):
            return replace(here, owner="", other=line.text)
        if line.form is Form.HEADING and here.level and here.level < line.level < 8:
            return here
    if not name and not many and (role := names.role(line.text)) in {"me", "mentor", "both"}:
        return Section("named", role, "", line.depth, line.level, line.form is Form.ITEM, items)
    own = owned or owner_words(line.text)
    owner = names.role(own) if name in {"actions", "offers"} and own else ""
    other = own if name == "actions" and own and not owner and own[:1].isupper() else ""
    if many and name == "actions" and not (says_action(line.text) or _PLAIN.fullmatch(line.text)):
        name = ""  # among many, "Follow-ups for …" inside a discussion is a topic
    return Section(name, owner, other, line.depth, line.level or (9 if name else 0), line.form is Form.ITEM, items)


def goes_on(here: Section, line: Line, *, many: bool) -> Section:
    """The section that a line stands in: an item's ends at its sibling, a list's at the prose after it."""
    if not here.name:
        return here
    prose = line.form is Form.PROSE or is_loose_box(line, many=many)
    if (
        (here.item and line.depth <= here.depth)
        or (here.depth and line.depth <= here.depth and line.form is Form.PROSE)
        or (here.begun and prose and line.depth <= here.depth and line.after_blank)
        or (not here.items and here.name == "actions" and len(line.text.split()) > MOST_ENTRY)
        or SIGNED.match(line.text[:40])
    ):
        return Section()
    return replace(here, begun=True) if line.form is not Form.PROSE and not here.begun else here
