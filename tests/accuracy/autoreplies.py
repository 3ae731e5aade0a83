"""Automatic replies: found, never seen in a person's mail, and the first day back (`reply/README.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from accuracy.mails import NOTHING, read
from accuracy.subject import Case, Subject, files
from accuracy.verdict import Verdict

from assistant.mentoring.facts import Machine, Mail


def cases(corpus: Path) -> Iterator[Case]:
    """The rows of automatic replies, and what else says of itself that it is none."""
    yield from files(corpus / "reply" / "expected.jsonl", "autoreply")
    for case in files(corpus / "reply" / "expected.jsonl", "bounce"):
        if case.row["expected"].get("is_autoreply") is False:
            yield case


def judge(case: Case, mail: Mail) -> Iterator[Verdict]:
    expected = case.row["expected"]
    got = f"{mail.machine or 'a person'}: {mail.subject}"
    automatic = mail.machine not in {None, Machine.BOUNCE}
    if not expected["is_autoreply"]:
        claimed = automatic and mail.machine is not Machine.LIST  # what people write to lists is kept apart as that
        yield Verdict("autoreply.false", claimed, 1, "written by a person", got)
        return
    found = automatic or (expected.get("is_bounce") and mail.machine is Machine.BOUNCE)
    yield Verdict("autoreply.found", bool(found), 1, expected.get("subtype") or "automatic", got)
    if "return_date" in expected:
        right = {expected["return_date"], *_also(expected.get("return_date_accept"))}
        returns = mail.absence.returns if mail.absence else None
        ours = returns.isoformat() if returns else None
        yield Verdict("autoreply.return_date", ours in right, 1, expected["return_date"], f"{ours} · {mail.new_text}")


def _also(accepted: object) -> list[object]:
    if accepted is None:
        return []
    return list(accepted) if isinstance(accepted, list) else [accepted]


SUBJECT = Subject("autoreply", cases, read, judge, NOTHING)
