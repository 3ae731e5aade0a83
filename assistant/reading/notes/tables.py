"""Tables of actions, whatever draws them: bars, tabs, commas, columns of blanks, or a record a task."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.reading.cells import quoted
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.headings import labelled, section
from assistant.reading.notes.task import Task
from assistant.reading.notes.tasks import is_taskish

_COLUMNS = {
    "what": r"(?:what|cards?|actions?(?: items?| points?)?|tasks?|items?|to-?dos?|description|deliverable|promise"
    r"|next steps?|outcomes?|homework|step|matters?|subjects?|work|promise made|commitments?"
    r"|aufgaben?|was|quoi|t[aâ]ches?|actions? à faire|tareas?|qu[eé]|acci[oó]n(?:es)?|azion[ei]|cosa|attivit[aà]"
    r"|acties?|taak|wat|tarefas?"
    r"|o qu[eê])",
    "who": r"(?:who|members?|owners?|responsible|resp\.?|by whom|assignee|assigned(?: to)?|name|person(?: in charge"
    "| responsible)?|in charge|lead|whose|pic"
    r"|wer|verantwortlich|zust[aä]ndig|qui"
    r"|responsable|qui[eé]n|chi|responsabile|wie|quem|respons[aá]vel)",
    "when": r"(?:when|due(?: date| by| on)?|deadline|until|by(?: when)?|(?:time )?limit|date|target(?: date)?"
    "|wann|bis(?: wann)?|frist"
    r"|f[aä]llig|termin"
    r"|quand|(?:pour|d')?\s?[eé]ch[eé]ance|pour quand|cu[aá]ndo|fecha(?: l[ií]mite)?|plazo|quando|entro|scadenza"
    r"|wanneer|prazo|at[eé])",
    "state": r"(?:status|state|done\??|progress|stand|[eé]tat|estado|stato)",
    "kind": r"(?:type|kind|category|typ|art|kategorie|tipo|soort|catégorie|categor[ií]a)",
    "decided": r"(?:decisions?(?: made| taken)?|decided|agreed|entscheidung(?:en)?|beschl[uü]sse?|d[ée]cisions?"
    r"|decisi[oó]n(?:es)?"
    r"|decisioni?e?|decis[aã]o|decis[oõ]es|besluit(?:en)?)",
    # who may read a row is none of its words; what only the writer may read was split off before
    "sight": r"(?:who (?:may|can|should|must) (?:see|read|know)(?: (?:it|this))?|visib(?:le(?: (?:to|for))?|ility)"
    r"|shar(?:ed?|ing)(?: with)?|audience|privacy|confidential(?:ity)?|sichtbar(?:keit)?|visibilit[ée]|visibilidad)",
    "number": r"(?:#|(?:sl|s)\.? ?no\.?|no\.?|nr\.?|n[°º]|id)",
}
_HEADS = {name: re.compile(words, re.IGNORECASE) for name, words in _COLUMNS.items()}
_CLOSED = re.compile(
    r"(?:done|closed|complete[d]?|finished|yes|x|✓|✔|✅|erledigt|fait|hecho|fatto|feito|klaar"
    r"|dropped|cancell?ed|abandoned|withdrawn|obsolete|void|verworfen|abgesagt|annulée?|cancelado"
    r"|annullato)",
    re.IGNORECASE,
)
# "OWNER: Ada | freeze it | DUE 14 Sep": a row that names its cells.
_CELL_LABEL = re.compile(
    r"^(?:owner|who|assignee|responsible|task|action|what|due|deadline|by|status)(?:\s?[:=]\s*|\s+(?=\d))(?=\S)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[-–—?.\s]*|tb[cd]|n/?a|open|offen|asap", re.IGNORECASE)
_PRIORITY = re.compile(r"^[P#]\d{1,2}[.:]?\s+(?=[^\W\d])")  # "P1 Ada Byron"
# Rows of such a sort are no tasks.
_NO_TASK = re.compile(
    r"info(?:rmation)?|fyi|remark|idea|risk|observation|fact|comment|advice|view|insight", re.IGNORECASE
)
_DOERS = frozenset({"me", "mentor", "both"})
MOST_TICK = 4  # characters: "x", "yes", "✓"; more are words of their own
_NOBODY = re.compile(r"[-–—]+")  # a row that somebody says has nobody to do it
_MAIL = re.compile(r"\s*subject\s?:", re.IGNORECASE)
_UNDER = re.compile(r"-{2,}(?:\s{2,}-{2,})+")
_RECORD = re.compile(r"^\s*(?:[-*•]\s+)?(?P<label>[^\W\d][\w ]{1,18}?)\s?[:=]\s*(?P<value>\S.*)$")
_SPLITS: tuple[Callable[[str], list[str]], ...] = (
    lambda line: line.strip("\t").split("\t"),
    lambda line: re.split(r"\s{2,}", line.strip()),
    lambda line: quoted(line, ";"),
    lambda line: quoted(line, ","),
    lambda line: re.split(r"\s/\s", line.strip()),
)
_DAY = re.compile(
    r"\d{1,4}[./-]\d{1,2}|\d{1,2}\.?\s?[^\W\d]{3,}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|next week",
    re.IGNORECASE,
)
MOST_CELLS = 8
LEAST_TABS = 3  # cells between tabs, in two lines: a table, whatever its heads
MOST_BARS = 60  # of a row; a line with more is no row that somebody fills in
MOST_LINES = 1000  # of a text whose tables are drawn
_PARTED = re.compile(r"[\t;,]|\S\s{2,}\S|\s/\s")
LONGEST = 500  # characters of a line that may be a row


def barred(text: str) -> str:
    """The text with every table of it drawn with bars: its header is known by its words. Linear."""
    out: list[str] = []
    split: Callable[[str], list[str]] | None = None
    record: dict[str, tuple[str, str]] = {}  # what, who, when: the value, and the line that said it
    columns = 0
    lines = text.split("\n")
    for number, line in enumerate(lines[:MOST_LINES]):
        if not line.strip():
            out += [*_drawn(record), line]
            split, record = None, {}
            continue
        cells = split(line) if split and line.strip() and len(line) <= LONGEST else []
        if split and len(cells) > 1 and (len(cells) == columns or split not in _SPLITS[3:]):
            out.append(_row([*cells[: columns - 1], " ".join(cells[columns - 1 :])] if len(cells) > columns else cells))
            continue
        split = _splitter(line, "".join(lines[number + 1 : number + 2]))
        columns = len(split(line)) if split else 0
        if split:
            out.append(_row(split(line)))
            continue
        name, value = ("", "") if _MAIL.match(line) else _field(line)
        if record and (not name or name in record):
            out += _drawn(record)
            record = {}
        if name and (name in {"what", "who"} or record):
            record[name] = (value, line)
        else:
            out.append(line)
    return "\n".join([*out, *_drawn(record), *lines[MOST_LINES:]])


def _splitter(line: str, below: str) -> Callable[[str], list[str]] | None:
    """What parts the cells, where a line is the header of a table without bars. below: the line after it."""
    if "|" in line or len(line) > LONGEST or not _PARTED.search(line):
        return None
    for split in _SPLITS:
        cells = [cell.strip(" *_\r") for cell in split(line)]
        if split is _SPLITS[1] and len(cells) > 1 and _UNDER.fullmatch(below.strip()):
            return split  # heads with rules of their own below them
        heads = [head_of(cell) for cell in cells] if 2 <= len(cells) <= MOST_CELLS else []
        known = set(heads) - {""}
        if split is _SPLITS[0] and len(cells) >= LEAST_TABS and all(cells) and len(_tabbed(below)) == len(cells):
            return _tabbed
        if all(cells) and len(known) > 1 and ("what" in heads or ("who" in heads and len(split(below)) == len(cells))):
            return split
    return None


def _tabbed(line: str) -> list[str]:
    return line.strip("\t").split("\t")


def head_of(cell: str) -> str:
    """What a column with this head holds: "what", "who", "when", "state", "kind", "number"; "" for no such head."""
    return next((name for name, words in _HEADS.items() if words.fullmatch(cell[:40])), "")


def is_closed(state: str) -> bool:
    """Whether a cell says that its task is done or dropped."""
    return _CLOSED.fullmatch(state) is not None


def _field(line: str) -> tuple[str, str]:
    match = _RECORD.match(line[:LONGEST])
    name = head_of(match["label"]) if match else ""
    return (name, match["value"].strip()) if match and name else ("", "")


def _drawn(record: dict[str, tuple[str, str]]) -> list[str]:
    """One task told field by field, as a table of one row; a lone field stays a line."""
    if not record:
        return []
    if "what" not in record or not {"who", "when"} & set(record):
        return [line for _, line in record.values()]
    return [_row(list(record)), _row([value for value, _ in record.values()]), ""]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.strip() for cell in cells)} |"


@dataclass(slots=True)
class Table:
    """A table as far as it is read. `columns` is () until its header came; `people`: a column each."""

    columns: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def row(self, text: str, names: Cast, *, listed: bool) -> list[Task] | str:
        """A row as tasks; as a point, where it is none; "" for a header or a rule. listed: below "Action items"."""
        if text.count("|") > MOST_BARS:
            return text
        cells = [_PRIORITY.sub("", cell.strip(" *_")) for cell in text.strip().strip("|").split("|")]
        if all(re.fullmatch(r":?-{2,}:?|", cell) for cell in cells):
            return ""
        heads = _with_topic(tuple(map(head_of, cells)))
        roles = tuple(names.role(cell) for cell in cells)
        if "what" in heads and len(set(roles) & _DOERS) > 1 and not self.columns:
            self.columns = tuple(role if role in _DOERS else head for role, head in zip(roles, heads, strict=True))
            return ""
        if "what" in heads and len(set(heads) - {""}) > 1 and (not self.columns or all(heads)):
            self.columns = heads
            return ""
        if not self.columns and not self.people and {"me", "mentor"} <= set(roles) and roles.count("") <= 1:
            self.people = roles
            return ""
        if not _DOERS.isdisjoint(self.columns):
            return self._ticked(cells)
        if self.people:
            pairs = list(zip(self.people, cells, strict=False))
            day = next((f", by {cell}" for role, cell in pairs if not role and _DAY.search(cell)), "")
            return [
                Task(cell, role, marked=True, said=True, words=f"{cell}{day}")
                for role, cell in pairs
                if role and not _EMPTY.fullmatch(cell)
            ]
        named = self._named(cells) if self.columns else _guessed(cells, names, listed=listed)
        said = _said_otherwise(named)
        if said is not None:
            return said
        return _entry(named, cells, names)

    def _ticked(self, cells: list[str]) -> list[Task] | str:
        """A row whose doers are ticked, each in a column of their own: "| send it | x | |"."""
        said: dict[str, str] = {}
        for column, cell in zip(self.columns, cells, strict=False):
            if column and not _EMPTY.fullmatch(cell):
                said.setdefault(column, cell)
        doers = sorted(_DOERS.intersection(said))
        what = said.get("what", "")
        if not what or _CLOSED.fullmatch(said.get("state", "")):
            return " · ".join(filter(None, cells))
        role = "both" if len(doers) > 1 else "".join(doers)
        own = "".join(f": {said[one]}" for one in doers if len(said[one]) > MOST_TICK)
        words = f"{what}, by {said['when']}" if "when" in said else f"{what}{own}"
        return [Task(f"{what}{own}", role, marked=True, said=bool(role), words=words)]

    def _named(self, cells: list[str]) -> dict[str, str]:
        """The cells by their columns; what stands in a column of no known sort is more of what is to be done."""
        pairs = [
            (name, "" if _NOBODY.fullmatch(cell) else cell) for name, cell in zip(self.columns, cells, strict=False)
        ]
        more = [cell for name, cell in pairs if not name and not _EMPTY.fullmatch(cell)]
        return dict(pairs) | {"": " · ".join(more)}


def _said_otherwise(named: dict[str, str]) -> str | None:
    """What a row says that has its sort ("decision"), a label or a decision in it, and is no task; None for another."""
    what, sort, decided = (named.get(head, "") for head in ("what", "kind", "decided"))
    kind = section(sort) or section(f"{sort}s") if sort else ""
    if kind == "points" or _NO_TASK.fullmatch(sort):
        return ": ".join(filter(None, (what, named.get(""))))
    if kind and kind != "actions":
        return f"{sort}: {' '.join(filter(None, (what, named.get('when', ''))))}"
    if not any(named.get(other) for other in ("who", "when", "state")) and labelled(what)[0]:
        return what
    if named.get("when") and not named.get("who") and section(what) == "next":
        return f"{what}: {named['when']}"
    if "decided" in named and not named.get("who"):
        return f"Decision: {': '.join(filter(None, (what, decided)))}" if not _EMPTY.fullmatch(decided) else what
    return None


def _entry(named: dict[str, str], cells: list[str], names: Cast) -> list[Task] | str:
    """The task that a row is; as a point, where it is done, or said to be nobody's."""
    what = ": ".join(filter(None, (named.get("what", ""), named.get("decided", ""))))
    if not what or any(_CLOSED.fullmatch(named.get(head, "")) for head in ("state", "when")):
        return " · ".join(cell for cell in cells if cell)
    who, when = named.get("who", ""), named.get("when", "")
    if not who and not when and any(_NOBODY.fullmatch(cell) for cell in cells):
        return " · ".join(cell for cell in cells if not _NOBODY.fullmatch(cell))
    role = names.role(who)
    words = f"by {when}" if when and not _EMPTY.fullmatch(when) else what
    other = "" if role or _EMPTY.fullmatch(who) else who
    text = ": ".join(filter(None, (what, named.get(""))))
    return [Task(text, role, other, marked=True, said=bool(role or other), words=words)]


def _with_topic(heads: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of a table of decisions: the first one without a known head holds what they are about."""
    if "decided" not in heads or "what" in heads or "" not in heads:
        return heads
    topic = heads.index("")
    return (*heads[:topic], "what", *heads[topic + 1 :])


def _guessed(cells: list[str], names: Cast, *, listed: bool) -> dict[str, str]:
    """A table without a header: the cell that is a name is who, the longest of the rest what.

    Outside a list of actions a day beside them is asked for."""
    if any(_CELL_LABEL.match(cell) for cell in cells):
        listed = True
        cells = [_CELL_LABEL.sub("", cell) for cell in cells]
    if any(_CLOSED.fullmatch(cell) for cell in cells):
        return {}
    who = next((cell for cell in cells if names.role(cell)), "")
    rest = [cell for cell in cells if cell and cell != who]
    if not who or not rest:
        return {}
    what = max(rest, key=len)
    when = next((cell for cell in rest if cell != what and _DAY.search(cell)), "")
    return {"what": what, "who": who, "when": when} if listed or when or is_taskish(what, dated=False) else {}
