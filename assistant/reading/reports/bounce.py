"""Bounces: which mail could not be delivered, to whom, and why. RFC 3464 first, then the words of the report.

A bounce is only what a mail system wrote: a person who forwards one, or speaks of one, has written to us.
"""

from __future__ import annotations

import email
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass

from flufl.bounce import all_failures

from assistant.mentoring.delivery import Bounce, Cause, Failure
from assistant.reading.mime.charsets import decode
from assistant.reading.mime.headers import Headers, addresses, cut, decoded, message_ids
from assistant.reading.mime.parts import Part
from assistant.reading.quotes import words
from assistant.reading.reports import bounce_causes as causes
from assistant.reading.reports import bounce_text, bounce_words
from assistant.reading.reports.bounce_text import Told
from assistant.reading.reports.delivery_status import ADDRESS, MOST_RECIPIENTS, Group, groups, groups_in

MOST_SCANNED = 200_000  # bytes of a mail that are given to flufl.bounce
MOST_SCANNED_LINES = 1500
MOST_SCANNED_LINE = 1000
MOST_TEXT = 100_000
MOST_WORDS = 4000  # of a report, in which reasons are looked for
MOST_REASON = 300
MOST_REASON_LINES = 100
MOST_ATTACHED = 20_000  # of each text that is attached: some put their report there

_REPORTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_WHOLE = frozenset({"message/rfc822"})
_HEADERS_ONLY = frozenset({"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"})
_RETURNED_ID = re.compile(r"^[>|\s]{0,8}Message-I[dD]:\s*(<[^<>\s]{1,900}>)", re.MULTILINE)
_SYSTEM = bounce_words.pattern("senders")
_SUBJECT = bounce_words.pattern("subjects")
_FAILED = bounce_words.pattern("failed")
_DELAYED = bounce_words.pattern("delayed")
_NOBODY = re.compile(r"(?:no|do[-_.]?not)[-_.]?reply@", re.IGNORECASE)
_ANSWER = re.compile(rf"\s*\[?(?:{words.REPLY_PREFIXES}|{words.FORWARD_PREFIXES})\s*[:：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Letter:
    """What is known about a mail before its text is judged. `words` is the beginning of its report, on one line."""

    parts: list[Part]
    report: list[str]
    words: str
    returned: list[str]
    own: frozenset[str]

    @property
    def came_back(self) -> bool:
        """The mail that failed is in it, whole or its header."""
        return bool(self.returned) or any(part.kind in _WHOLE | _HEADERS_ONLY for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the header of a mail tells of who wrote it."""

    system: bool  # a mail system by its name
    machine: bool  # without a return path, automatic, or by nobody who reads
    subject: bool  # its subject tells of a failure
    answer: bool  # it answers or forwards something


def _signs(headers: Headers) -> _Signs:
    sender, path = decoded(headers.get("from")), headers.get("return-path").replace(" ", "")
    submitted = headers.get("auto-submitted").strip().lower()
    automatic = bool(submitted) and not submitted.startswith("no")
    subject = headers.text("subject")
    return _Signs(
        system=bool(_SYSTEM.search(sender)) or "@" not in sender or "x-mlserver" in headers,
        machine=path == "<>" or bool(_SYSTEM.search(path)) or automatic or bool(_NOBODY.search(sender)),
        subject=bool(_SUBJECT.search(subject)),
        answer=bool(_ANSWER.match(subject)),
    )


def read(headers: Headers, root: Part, raw: bytes, text: str) -> Bounce | None:
    """The bounce that a mail is, or None. `text` is its body's text."""
    parts = list(root.walk())
    reports = [part for part in parts if part.kind in _REPORTS]
    signs = _signs(headers)
    if not (reports or signs.system or signs.machine or "x-failed-recipients" in headers):
        return None
    found = [group for part in reports for group in groups(part.payload)]
    if found and not any(group.failed for group in found):
        return None  # it tells of success
    letter = _letter(headers, parts, text)
    if not letter.words.strip() and not found:
        text, _ = decode(cut(raw)[1][:MOST_TEXT], "utf-8")  # its boundary is not the one that its header names
        letter = _letter(headers, parts, text)
    if not found:
        found = groups_in(letter.report)
    failing = [group for group in found if group.failed]
    if failing:
        return _of_groups(letter, failing, text)
    told = _told(letter, headers, raw)
    if "x-failed-recipients" not in headers and not _is_bounce(
        letter, signs, told, headers, root, reports=bool(reports)
    ):
        return None
    delayed = bool(_DELAYED.search(f"{headers.text('subject')} {letter.words}"))
    return _of_words(letter, told, text, delayed=delayed)


def _letter(headers: Headers, parts: list[Part], text: str) -> _Letter:
    report, returned = bounce_text.cut(text[:MOST_TEXT])
    for part in parts:
        if part.kind == "text/plain" and part.filename and len(report) < bounce_text.MOST_LINES:
            report += bounce_text.cut(part.text()[0][:MOST_ATTACHED])[0]
    own = addresses(value for name in ("from", "to", "cc", "sender", "delivered-to") for value in headers.all(name))
    return _Letter(parts, report, " ".join(report)[:MOST_WORDS], returned, frozenset(one.email for one in own))


def _is_bounce(letter: _Letter, signs: _Signs, told: Told, headers: Headers, root: Part, *, reports: bool) -> bool:
    """Whether a mail without a readable report is one: who wrote it, its subject and its words must agree."""
    fails = bool(_FAILED.search(letter.words) or causes.REPLY.search(letter.words))
    tells = bool(told.failed) and told.sure and fails
    if reports and (signs.subject or tells):
        return True
    if _is_receipt(root):
        return "(rejected)" in headers.get("auto-submitted") or (signs.subject and tells)
    if signs.system:
        return (signs.subject and not signs.answer) or tells or (fails and letter.came_back)
    return tells and signs.machine and not signs.answer and (signs.subject or letter.came_back)


def _is_receipt(root: Part) -> bool:
    """An MDN (RFC 8098): read, deleted, but arrived. Sieve's `reject` answers with one too (RFC 5429)."""
    return root.params.get("report-type", "") == "disposition-notification"


def _told(letter: _Letter, headers: Headers, raw: bytes) -> Told:
    """Who failed, by the words: the report's text, then `flufl.bounce`, then the bytes, where it is cut wrongly."""
    told = bounce_text.read(letter.report, letter.own)
    named = [one.email for one in addresses(headers.all("x-failed-recipients"))]
    if named and not (told.sure and len(told.failed) == len(named) and letter.own.isdisjoint(told.failed)):
        return Told({one: told.failed.get(one, []) for one in named[:MOST_RECIPIENTS]}, sure=True)
    if told.sure:
        return told
    scanned = _scan(raw)
    if scanned:
        return Told({one: [] for one in scanned[:MOST_RECIPIENTS]}, sure=True)
    if told.failed:
        return told
    body, _ = decode(cut(raw)[1][:MOST_TEXT], "utf-8")
    whole = bounce_text.read(bounce_text.cut(body)[0], letter.own)
    return whole if whole.sure else told


def _scan(raw: bytes) -> list[str]:
    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)  # it logs tracebacks of what strangers send
    try:
        lines = raw[:MOST_SCANNED].split(b"\n", MOST_SCANNED_LINES)[:MOST_SCANNED_LINES]
        found = all_failures(email.message_from_bytes(b"\n".join(line[:MOST_SCANNED_LINE] for line in lines)))
    except Exception:  # noqa: BLE001 - it raises IndexError on a missing From, and what not: then it has found nothing
        return []
    names = [
        one.decode("utf-8", "replace") if isinstance(one, bytes) else one for kind in reversed(found) for one in kind
    ]
    return sorted({name.strip().lower() for name in names if ADDRESS.fullmatch(name.strip())})


def _of_groups(letter: _Letter, failing: list[Group], text: str) -> Bounce:
    told = bounce_text.read(letter.report, frozenset())
    report = letter.words if len(failing) == 1 else ""
    failures = {}
    for group in failing:
        about = told.failed.get(group.recipient) or told.failed.get(group.original) or []
        code = causes.status(group.status, group.diagnostic or " ".join(about))
        delayed = group.action == "delayed" or (not group.action and code.startswith("4"))
        why = causes.BY_CATEGORY.get(group.category) or _cause(letter, code, group.diagnostic, " ".join(about), report)
        reason = group.diagnostic or _reason(about)
        failures[group.recipient] = _failure(
            group.recipient, code, why, reason, delayed=delayed, original=group.original
        )
    return _bounce(failures.values(), letter, text)


def _of_words(letter: _Letter, told: Told, text: str, *, delayed: bool) -> Bounce:
    general = causes.status("", letter.words) or ("4.0.0" if delayed else "5.0.0")
    reason = _reason(letter.report)
    failures = []
    for who, about in (_others(told, letter) or {"": []}).items():
        said = " ".join(about)
        code = causes.status("", said) or general
        why = _cause(letter, code, said, letter.words)
        failures.append(_failure(who, code, why, _reason(about) or reason, delayed=delayed))
    return _bounce(failures, letter, text)


def _others(told: Told, letter: _Letter) -> dict[str, list[str]]:
    """Who failed: not the one who reads the report, unless nobody else is named, there or by what came back."""
    if told.failed and letter.own.isdisjoint(told.failed):
        return told.failed
    return {who: [] for who in _returned_to(letter) if who not in letter.own} or told.failed


def _cause(letter: _Letter, code: str, *said: str) -> Cause:
    """Why, by the first of these texts that tells. Addresses are named for what they are (see `causes.cause`)."""
    texts = [ADDRESS.sub(lambda spot: "sender" if spot[0].lower() in letter.own else "address", one) for one in said]
    more = " ".join(texts)
    found = next(filter(None, (causes.cause(code, one, more) for one in texts if one.strip())), Cause.UNKNOWN)
    if found is Cause.FILTERED and causes.cause("", texts[1]) is Cause.NO_USER:
        return Cause.NO_USER  # the system that reports it says so too, in words of its own
    return found or causes.cause(code, "")


def _failure(who: str, code: str, why: Cause, reason: str, *, delayed: bool, original: str = "") -> Failure:
    permanent = why.hard and not delayed and not code.startswith("4")
    return Failure(who, permanent, delayed, code, why, reason[:MOST_REASON].strip(), original)


def _reason(lines: list[str]) -> str:
    """The line with the code, without the address in front of it; else the first that tells of a failure."""
    for pattern in (causes.CODE, causes.REPLY, _FAILED):
        for line in lines[:MOST_REASON_LINES]:
            if pattern.search(line[:MOST_REASON]):
                return line.strip()[:MOST_REASON]
    return ""


def _bounce(failures: Iterable[Failure], letter: _Letter, text: str) -> Bounce:
    """Those that failed stand before those that wait."""
    found = tuple(sorted(failures, key=lambda one: one.delayed))[:MOST_RECIPIENTS]
    recipients = tuple(dict.fromkeys(one.recipient for one in found if one.recipient))
    first = found[0]
    named = tuple(one for one in found if one.recipient)
    return Bounce(recipients, first.permanent, first.status, first.reason, returned_ids(letter.parts, text), named)


def _returned_to(letter: _Letter) -> list[str]:
    """The recipients of the mail that came back, where the report names nobody."""
    blocks = [child.headers for part in letter.parts if part.kind == "message/rfc822" for child in part.children]
    blocks += [Headers(cut(part.payload)[0]) for part in letter.parts if part.kind in _HEADERS_ONLY]
    if not blocks and letter.returned:
        block = "\n".join(letter.returned[1:]).strip("\n").partition("\n\n")[0]
        blocks = [Headers(block.encode())]
    return [one.email for block in blocks[:3] for one in addresses(block.all("to"))][:MOST_RECIPIENTS]


def returned_ids(parts: list[Part], text: str) -> tuple[str, ...]:
    """The Message-IDs of the mails that came back, wherever the report keeps them."""
    found: dict[str, None] = {}
    for part in parts:
        if part.kind == "message/rfc822":
            blocks = [child.headers for child in part.children]
        elif part.kind in _HEADERS_ONLY:
            blocks = [Headers(cut(part.payload)[0])]
        else:
            continue
        for block in blocks:
            found.update(dict.fromkeys(message_ids(block.get("message-id"))))
    found.update(dict.fromkeys(_RETURNED_ID.findall(text)))
    return tuple(found)[:MOST_RECIPIENTS]
