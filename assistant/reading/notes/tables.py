"""Tables of actions: the header says which cell is what, who and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.notes.cast import Cast
from assistant.reading.notes.tasks import Task

_COLUMNS = {
    "what": r"(?:what|actions?(?: items?)?|tasks?|to-?do|description|aufgabe|was"
    r"|quoi|t[aâ]che|tarea|qu[eé]|azione|actie|wat)",
    "who": r"(?:who|owners?|responsible|by whom|assignee|assigned(?: to)?|name|person"
    r"|lead|wer|verantwortlich|qui|responsable|qui[eé]n|chi|wie)",
    "when": r"(?:when|due(?: date| by)?|deadline|until|by(?: when)?|date|target(?:"
    r" date)?|wann|bis|frist|quand|[eé]ch[eé]ance|cu[aá]ndo|fecha|plazo|quando"
    r"|entro|wanneer)",
    "state": r"(?:status|state|done\??|progress|stand|[eé]tat|estado)",
}
_HEADS = {name: re.compile(words, re.IGNORECASE) for name, words in _COLUMNS.items()}
_CLOSED = re.compile(r"(?:done|closed|complete[d]?|finished|yes|x|✓|✔|✅|erledigt|fait|hecho)", re.IGNORECASE)
_EMPTY = re.compile(r"[-–—?.\s]*|tb[cd]|n/?a", re.IGNORECASE)


@dataclass(slots=True)
class Table:
    """A table as far as it is read. `columns` is () until its header came."""

    columns: tuple[str, ...] = ()

    def row(self, text: str, names: Cast, *, listed: bool) -> Task | str:
        """A row as a task; as a point, where it is none; "" for a header or a rule. listed: below "Action items"."""
        cells = [cell.strip(" *_") for cell in text.strip().strip("|").split("|")]
        if all(re.fullmatch(r":?-{2,}:?|", cell) for cell in cells):
            return ""
        heads = tuple(next((n for n, words in _HEADS.items() if words.fullmatch(cell)), "") for cell in cells)
        if "what" in heads and len(set(heads) - {""}) > 1:
            self.columns = heads
            return ""
        named = dict(zip(self.columns, cells, strict=False)) if self.columns else {}
        if not self.columns and listed:
            named = _guessed(cells, names)
        what = named.get("what", "")
        if not what or _CLOSED.fullmatch(named.get("state", "")):
            return " · ".join(cell for cell in cells if cell)
        who = named.get("who", "")
        role = names.role(who)
        when = named.get("when", "")
        words = f"by {when}" if when and not _EMPTY.fullmatch(when) else what
        other = "" if role or _EMPTY.fullmatch(who) else who
        return Task(what, role, other, marked=True, said=bool(role or other), words=words)


def _guessed(cells: list[str], names: Cast) -> dict[str, str]:
    """A table without a header: the cell that is a name is who, the longest of the rest what."""
    who = next((cell for cell in cells if names.role(cell)), "")
    rest = [cell for cell in cells if cell and cell != who]
    if not who or not rest:
        return {}
    what = max(rest, key=len)
    when = next((cell for cell in rest if cell != what and re.search(r"\d", cell)), "")
    return {"what": what, "who": who, "when": when}
