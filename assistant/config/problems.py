"""What is wrong in a configuration, said so that it can be mended: file, line, key, what is allowed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.config.kinds import near
from assistant.config.places import Path

_HINTS = {
    "password": "a password never stands in this file: use password_file, password_command, password_env or credential",
    "user": "did you mean username?",
    "tls": 'did you mean security = "tls"?',
    "ssl": 'did you mean security = "tls"?',
    "proteges": "did you mean protege?",
    "mentee": "did you mean protege?",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `says` goes on after the key: "must be …", "is missing …"."""

    path: Path
    says: str

    def line(self, name: str, lines: Mapping[Path, int]) -> str:
        """`config.toml, line 3: imap.port must be …`; what is missing is looked for in its table."""
        known = next((lines[self.path[:n]] for n in range(len(self.path), 0, -1) if self.path[:n] in lines), None)
        text = f"{name}{f', line {known}' if known else ''}: {spelt(self.path)} {self.says}"
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def spelt(path: Path) -> str:
    """A key as people say it: ("protege", 0, "name") is "name of protege 1", sections in brackets."""
    if len(path) == 1:
        return f"[{path[0]}]" if path[0] != "protege" else "[[protege]]"
    if path[0] == "protege" and isinstance(path[1], int):
        rest = ".".join(str(p) for p in path[2:])
        return f"protege {path[1] + 1}{': ' if rest else ''}{rest}"
    return ".".join(str(p) for p in path)


def shown(value: object) -> str:
    """A value as it stands in the file, shortened."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    text = json.dumps(value, ensure_ascii=True, default=str)
    return text if len(text) <= 60 else f"{text[:57]}…"


def problems_of(error: ValidationError, model: type[BaseModel], where: Path) -> Iterator[Problem]:
    """What pydantic found in one section, in our words."""
    said: set[Path] = set()
    for fault in error.errors(include_url=False):
        path = (*where, *fault["loc"])
        key = str(fault["loc"][0]) if fault["loc"] else ""
        if path in said:
            continue
        said.add(path)
        yield Problem(path, _says(fault, key, model))


def _says(fault: Any, key: str, model: type[BaseModel]) -> str:  # noqa: ANN401 - pydantic's own dict of many shapes
    kind = fault["type"]
    if kind == "extra_forbidden":
        return unknown(key, model.model_fields)
    if kind in {"model_type", "dict_type"}:
        return f"must be a table, not {shown(fault['input'])}"
    allowed = model.model_fields[key].description or "something else"
    if kind == "missing":
        return f"is missing: {allowed}"
    error = fault.get("ctx", {}).get("error")
    hint = f" ({error})" if error is not None and str(error) else ""
    return f"must be {allowed}, not {shown(fault['input'])}{hint}"


def unknown(key: str, known: Iterable[str]) -> str:
    """An unknown key, and the one that was probably meant, or all."""
    names = list(known)
    hint = _HINTS["password"] if key.startswith("passw") else _HINTS.get(key) or near(key, names)
    hint = hint or f"known here: {', '.join(names)}"
    return f"is not a key that the assistant knows ({hint})"
