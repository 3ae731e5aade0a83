"""The newest text of a reply: exactly what the peers' own tests ask for (`reply/README.md`)."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accuracy.mails import pressed, read, same
from accuracy.subject import Case, Subject, files
from accuracy.verdict import Verdict

# "encode one project's choice that other projects contradict: leave them out of a headline number"
_CONTRADICTED = frozenset({"policy:keep-forward", "policy:keep-signature"})
_WORD = re.compile(r"\w+")
_MARKED = re.compile(r"^\s*>.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reply:
    """text: what is new. shown: what the protégé sees, all of it where nothing is new for certain."""

    text: str
    seconds: float
    shown: str = ""


def cases(corpus: Path) -> Iterator[Case]:
    """All replies but those that other projects contradict."""
    for case in files(corpus / "reply" / "expected.jsonl", "reply"):
        if not _CONTRADICTED.intersection(case.row.get("tags", [])):
            yield case


def newest(case: Case) -> Reply:
    began = time.perf_counter()
    mail = read(case)
    seconds = time.perf_counter() - began
    unsure = not mail.certain or mail.forward is not None  # nothing new in it for certain: it is shown in full
    return Reply(mail.new_text, seconds, mail.new_text or (mail.text if unsure else ""))


def judge(case: Case, ours: Reply) -> Iterator[Verdict]:
    expected = case.row["expected"]
    wanted = _wanted(expected)
    right = _is_right(expected, ours)
    whole = expected["assertion"] == "exact"
    html = case.row.get("input") == "text/html"
    shape = "reply.exact.html" if html else "reply.exact.text"
    yield Verdict(shape if whole else "reply.contains", right, 1, wanted, ours.text)
    if whole and any(tag.startswith("lang:") and tag != "lang:en" for tag in case.row.get("tags", [])):
        yield Verdict("reply.exact.non_english", right, 1, wanted, ours.text)
    if expected["assertion"] != "time":
        _, leaked = _differences(expected, ours.text)
        lost, _ = _differences(expected, ours.shown or ours.text)
        yield Verdict("reply.lost", bool(lost), 1, wanted, f"lost: {lost}")
        if "signature" not in case.row.get("tags", []):  # a sign-off that is kept was not quoted
            yield Verdict("reply.leaked", bool(leaked), 1, wanted, f"leaked: {leaked}")


def _wanted(expected: dict[str, Any]) -> object:
    if expected["assertion"] == "exact":
        return expected["reply"]
    return {name: value for name, value in expected.items() if name != "assertion"}


def _is_right(expected: dict[str, Any], ours: Reply) -> bool:
    if expected["assertion"] == "time":
        return bool(ours.seconds <= expected["max_seconds"])
    if expected["assertion"] == "exact":
        spaces = expected.get("whitespace") != "ignore"
        return any(same(text, ours.text, spaces=spaces) for text in _accepted(expected))
    missing, unwanted = _phrases(expected, ours.text)
    begins = pressed(ours.text).startswith(pressed(expected.get("starts_with", "")))
    return begins and not missing and not unwanted


def _accepted(expected: dict[str, Any]) -> list[str]:
    return [expected["reply"], *expected.get("accept", [])]


def _phrases(expected: dict[str, Any], text: str) -> tuple[list[str], list[str]]:
    """What must be there and is not, and what must not be there and is."""
    text = pressed(text)
    missing = [phrase for phrase in expected.get("contains", []) if pressed(phrase) not in text]
    return missing, [phrase for phrase in expected.get("not_contains", []) if pressed(phrase) in text]


def _differences(expected: dict[str, Any], text: str) -> tuple[list[str], list[str]]:
    """The words that are missing and those that are too many, against the accepted text that is nearest."""
    if expected["assertion"] == "contains":
        return _phrases(expected, text)
    ours = Counter(_WORD.findall(text))
    glued = pressed(text, spaces=False)
    found = []
    for accepted in _accepted(expected):
        if expected.get("whitespace") == "ignore" and same(accepted, glued, spaces=False):
            return [], []  # its words were glued together when its tags were taken out
        theirs = Counter(_WORD.findall(accepted))
        own = Counter(_WORD.findall(_MARKED.sub("", accepted)))  # what they quoted are not their words
        found.append((list((own - ours).elements()), list((ours - theirs).elements())))
    return min(found, key=lambda pair: len(pair[0]) + len(pair[1]))


SUBJECT = Subject("reply", cases, newest, judge, Reply("", float("inf")))
