"""Delivery reports: whether a mail is one, for whom, and what it says (`reply/README.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accuracy.mails import NOTHING, read
from accuracy.subject import Case, Subject, files
from accuracy.verdict import Verdict

from assistant.mentoring.delivery import Bounce
from assistant.mentoring.facts import Mail

# Sisimai makes an address up where the report holds none.
_MADE_UP = "@libsisimai.org.invalid"
_NO_BOUNCE = Bounce((), permanent=False)


def cases(corpus: Path) -> Iterator[Case]:
    """The rows of bounces, and those of automatic replies, which must not be taken for any."""
    yield from files(corpus / "reply" / "expected.jsonl", "bounce")
    yield from files(corpus / "reply" / "expected.jsonl", "autoreply")


def judge(case: Case, mail: Mail) -> Iterator[Verdict]:
    expected = case.row["expected"]
    found = mail.bounce
    if not expected["is_bounce"]:
        yield Verdict("bounce.false", found is not None, 1, "no bounce", found)
        return
    yield Verdict("bounce.recall", found is not None, 1, "a bounce", mail.machine or "a person's mail")
    if case.row["kind"] != "bounce":
        return
    ours = found or _NO_BOUNCE
    recipients = _recipients(expected)
    if recipients:
        right = recipients == set(ours.recipients)
        yield Verdict("bounce.recipients", right, 1, sorted(recipients), sorted(ours.recipients))
    classes = _classes(expected)
    if classes:
        ours_class = _class(ours) if found else ""
        yield Verdict("bounce.class", ours_class in classes, 1, sorted(classes), f"{ours_class} ({ours.status})")
    hard = _hard(expected)
    if hard:
        yield Verdict(
            "bounce.hard",
            found is not None and ours.permanent in hard,
            1,
            f"{_words(hard)} ({_reasons(expected)})",
            f"{_words({ours.permanent})} ({ours.status} {ours.reason})" if found else "no bounce",
        )


def _recipients(expected: dict[str, Any]) -> set[str]:
    """Those that failed, or where none did those that wait; empty where nothing is asserted."""
    if "recipients_derived" in expected:
        named = [str(one["address"]) for one in expected["recipients_derived"]]
        return {address.lower() for address in named if not address.endswith(_MADE_UP)}
    return {str(address).lower() for address in expected.get("failed") or expected.get("delayed") or ()}


def _classes(expected: dict[str, Any]) -> set[str]:
    """The first digits of the asserted statuses. A report about several recipients may have two: a mail has one."""
    statuses = [expected.get("status"), *(one.get("status") for one in expected.get("results", []))]
    return {str(status)[0] for status in statuses if status}


def _class(bounce: Bounce) -> str:
    """Where a report has no status, what is permanent is of class 5."""
    return bounce.status[:1] or ("5" if bounce.permanent else "4")


def _hard(expected: dict[str, Any]) -> set[bool]:
    if "permanence" in expected:
        return {expected["permanence"] == "permanent"}
    return {bool(one["hard"]) for one in expected.get("results", [])}


def _reasons(expected: dict[str, Any]) -> str:
    return ", ".join(sorted({str(one.get("reason")) for one in expected.get("results", [])}))


def _words(hard: set[bool]) -> str:
    return " or ".join("hard" if one else "soft" for one in sorted(hard))


SUBJECT = Subject("bounce", cases, read, judge, NOTHING)
