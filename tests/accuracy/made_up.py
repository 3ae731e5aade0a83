"""Small corpora for the tests of the scorer: laid out like the real ones, in our own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from accuracy.subject import Case

Row = dict[str, Any]


def corpus(folder: Path, file: str, *rows: Row, **messages: str) -> Path:
    """Writes the rows to `folder/file`, and each message beside it under its row's `file`."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    for name, text in messages.items():
        (path.parent / name).write_text(text, "utf-8")
    return folder


def reply(file: str, *tags: str, input: str = "text/plain", **expected: object) -> Row:
    asked = {"assertion": "exact", **expected}
    return {"file": file, "kind": "reply", "input": input, "tags": list(tags), "expected": asked}


def message(file: str, kind: str, *tags: str, input: str = "message/rfc822", **expected: object) -> Row:
    return {"file": file, "kind": kind, "input": input, "tags": list(tags), "expected": expected}


def case(row: Row) -> Case:
    """A row by itself, for a `judge` that looks at nothing else."""
    return Case("row", row, Path())


def command(body: str, verb: str, person: str | None = "Minerva Marsh", **more: Any) -> Row:
    """A mail of Ada's under a draft for Minerva; `args`, `ask` and `must_not` belong to what is expected."""
    asked = {"verb": verb, "person": person, "args": more.pop("args", {}), "ask": more.pop("ask", False)}
    if "must_not" in more:
        asked["must_not"] = more.pop("must_not")
    return {
        "id": "c1",
        "subject": "Re: Minerva · mentoring",
        "body": body,
        "in_reply_to": "draft",
        "sent_at": "2026-11-03T10:00:00+01:00",
        "timezone": "Europe/Madrid",
        "protege": "Ada Byron",
        "people": [{"name": "Minerva Marsh", "address": "minerva@example.org"}],
        "context": {
            "thread_person": "Minerva Marsh",
            "pending": [{"code": "K7Q2", "person": "Minerva Marsh", "kind": "draft"}],
        },
        "expected": asked,
        **more,
    }
