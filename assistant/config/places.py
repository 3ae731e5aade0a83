"""Where each key stands: a TOML file's keys and their lines, which `tomllib` does not tell.

The text has been read by `tomllib` before, so it is known to be right: this only walks over it. A path is what a reader
of the parsed value would write: ("protege", 0, "policy", "hold_minutes").
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)+")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_TEXT = re.compile(
    r'"""(?s:(?:[^\\]|\\.)*?)"{3,5}(?!")'
    r"|'''(?s:.*?)'{3,5}(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_PLAIN = re.compile(r"[^,\]}#\n]+")


@dataclass(slots=True)
class _Walker:
    """Goes through the text once. `tables` counts the elements of each array of tables."""

    text: str
    at: int = 0
    lines: dict[Path, int] = field(default_factory=dict)
    tables: dict[Path, int] = field(default_factory=dict)

    def line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    def space(self) -> None:
        if found := _SPACE.match(self.text, self.at):
            self.at = found.end()

    def peek(self, mark: str) -> bool:
        return self.text.startswith(mark, self.at)

    def file(self) -> dict[Path, int]:
        """Tables and `key = value` lines, to the end."""
        table: Path = ()
        self.space()
        while self.at < len(self.text):
            if self.peek("["):
                table = self.header()
            else:
                self.pair(table)
            self.space()
        return self.lines

    def header(self) -> Path:
        """`[a.b]` or `[[a.b]]`: the path of the table that it opens."""
        many = self.peek("[[")
        line = self.line()
        self.at += 2 if many else 1
        written = self.key()
        self.space()
        self.at += 2 if many else 1
        path: Path = ()
        for count, part in enumerate(written):
            path = (*path, part)
            self.lines.setdefault(path, line)
            last = count == len(written) - 1
            if many and last:
                self.tables[path] = self.tables.get(path, -1) + 1
            if path in self.tables:
                path = (*path, self.tables[path])
                self.lines.setdefault(path, line)
        return path

    def pair(self, table: Path) -> None:
        """`a.b = value`, in a table or between braces."""
        line = self.line()
        path = table
        for part in self.key():
            path = (*path, part)
            self.lines.setdefault(path, line)
        self.space()
        self.at += 1  # the equals sign
        self.value(path)

    def key(self) -> tuple[str, ...]:
        """A dotted key, unquoted."""
        parts: list[str] = []
        while True:
            self.space()
            found = _KEY.match(self.text, self.at)
            if found is None:  # cannot be in a text that tomllib has read
                raise ValueError(f"no key at {self.at}")
            self.at = found.end()
            word = found.group()
            parts.append(next(iter(tomllib.loads(f"{word} = 0"))))
            self.space()
            if not self.peek("."):
                return tuple(parts)
            self.at += 1

    def value(self, path: Path) -> None:
        self.space()
        if self.peek("["):
            self.array(path)
        elif self.peek("{"):
            self.braces(path)
        elif found := _TEXT.match(self.text, self.at) or _PLAIN.match(self.text, self.at):
            self.at = found.end()

    def array(self, path: Path) -> None:
        self.at += 1
        count = 0
        self.space()
        while not self.peek("]"):
            self.lines[(*path, count)] = self.line()
            self.value((*path, count))
            count += 1
            self.comma()
        self.at += 1

    def braces(self, path: Path) -> None:
        self.at += 1
        self.space()
        while not self.peek("}"):
            self.pair(path)
            self.comma()
        self.at += 1

    def comma(self) -> None:
        self.space()
        if self.peek(","):
            self.at += 1
            self.space()


def lines_of(text: str) -> dict[Path, int]:
    """The line (from 1) of every table, key and array element of a TOML text that `tomllib` reads."""
    return _Walker(text.replace("\r\n", "\n")).file()
