"""Tables whose cells came one below the other, as a pasted page gives them: "Action", "Owner", "Due", each task."""

from __future__ import annotations

from assistant.reading.notes.tables import head_of

MOST_LINES = 1000
MOST_COLUMNS = 5


def unstacked(text: str) -> str:
    """The text with such tables drawn with bars; the same text where there is none. Linear."""
    lines = text.split("\n")
    out: list[str] = []
    number = 0
    while number < min(len(lines), MOST_LINES):
        columns = _columns(lines, number)
        end = number
        while columns and end < len(lines) and lines[end].strip():
            end += 1
        cells = [line.strip() for line in lines[number:end]]
        if columns and len(cells) > columns and len(cells) % columns == 0:
            out += [f"| {' | '.join(cells[at : at + columns])} |" for at in range(0, len(cells), columns)]
            number = end
        else:
            out.append(lines[number])
            number += 1
    return "\n".join([*out, *lines[number:]])


def _columns(lines: list[str], number: int) -> int:
    """How many heads of a table stand below one another from here on; 0 where they are none."""
    heads: list[str] = []
    for line in lines[number : number + MOST_COLUMNS]:
        head = head_of(line.strip()) if "|" not in line else ""
        if not head or head in heads:
            break
        heads.append(head)
    return len(heads) if "what" in heads and {"who", "when"} & set(heads) else 0
