"""The forwarded mail inside a mail: sender, subject, date and body, all of them right (`reply/README.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from accuracy.mails import NOTHING, pressed, read, same
from accuracy.subject import Case, Subject, files
from accuracy.verdict import Verdict

from assistant.mentoring.facts import Forward, Mail


def cases(corpus: Path) -> Iterator[Case]:
    return files(corpus / "reply" / "expected.jsonl", "forward")


def judge(case: Case, mail: Mail) -> Iterator[Verdict]:
    """A row that may be a reply as well is right where the note and the mail below it are told apart."""
    expected = case.row["expected"]
    if expected["forwarded"] is None:
        wrong = _apart(expected, mail)
    elif expected["forwarded"]:
        wrong = _core(expected, mail)
    else:
        wrong = {"forwarded": (False, True)} if mail.forward else {}
    wanted = {name: pair[0] for name, pair in wrong.items()}
    got = {name: pair[1] for name, pair in wrong.items()}
    yield Verdict("forward.core", not wrong, 1, wanted, got)
    if "nested" in case.row.get("tags", []):
        yield Verdict("forward.nested", not wrong, 1, wanted, got)


def _core(expected: dict[str, Any], mail: Mail) -> dict[str, tuple[object, object]]:
    """What of the asserted core is wrong: each as expected and as found."""
    found = mail.forward
    if found is None:
        return {"forwarded": (True, False)}
    spaces = expected.get("whitespace") != "ignore"
    wrong: dict[str, tuple[object, object]] = {}
    wanted, ours = _sender(expected), _ours(found)
    if wanted is not None and wanted != ours:
        wrong["from"] = wanted, ours
    for name in ("subject", "body"):
        if name in expected and not same(expected[name] or "", getattr(found, name), spaces=spaces):
            wrong[name] = expected[name], getattr(found, name)
    if "date_raw" in expected and not same(expected["date_raw"], found.date):
        wrong["date"] = expected["date_raw"], found.date
    if "date_present" in expected and bool(expected["date_present"]) != bool(found.date):
        wrong["date"] = expected["date_present"], found.date
    if "embedded_raw" in expected:
        wrong |= _apart(expected, mail)
    return wrong


def _sender(expected: dict[str, Any]) -> tuple[str, str] | None:
    """Name and address in lower case, "" for what is not there; None where no sender is asserted."""
    if expected.get("from"):
        return pressed(expected["from"].get("name") or ""), (expected["from"].get("address") or "").lower()
    if "from_raw" not in expected:
        return None
    name, address = parseaddr(expected["from_raw"])
    return (name, address.lower()) if "@" in address else (expected["from_raw"], "")


def _ours(found: Forward) -> tuple[str, str]:
    return (pressed(found.sender.name), found.sender.email) if found.sender else ("", "")


def _apart(expected: dict[str, Any], mail: Mail) -> dict[str, tuple[object, object]]:
    """Whether the mail below and the note above it are told apart. A reply's note may be cut short of older quotes."""
    wrong: dict[str, tuple[object, object]] = {}
    note = mail.forward.note if mail.forward else mail.new_text
    whole = pressed(expected["message"] or "")
    told = pressed(note) == whole if mail.forward else bool(note) and whole.startswith(pressed(note))
    if not told:
        wrong["note"] = expected["message"], note
    below = mail.text[len(note) :] if mail.forward else mail.quoted
    if pressed(_unmarked(expected["embedded_raw"])) not in pressed(_unmarked(below)):
        wrong["embedded"] = expected["embedded_raw"], below
    return wrong


def _unmarked(text: str) -> str:
    """Without the marks of a quotation, which the assertions leave out."""
    return "\n".join(line.lstrip("> ") for line in text.split("\n"))


SUBJECT = Subject("forward", cases, read, judge, NOTHING)
