"""Mail that no person wrote to us: bounces first, then absence notices, other automatic replies, lists.

A bounce is known by RFC 3464 first, then by `flufl.bounce`. X-Auto-Response-Suppress alone is no evidence: Exchange
puts it on mail that people wrote.
"""

from __future__ import annotations

import email
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from flufl.bounce import all_failures

from assistant.mentoring.facts import Absence, Bounce, Machine
from assistant.reading import absence
from assistant.reading.headers import Headers, addresses, cut, date_of, decoded, message_ids
from assistant.reading.parts import Part

MOST_SCANNED = 200_000  # bytes of a mail that are given to flufl.bounce
MOST_SCANNED_LINES = 4000
MOST_SCANNED_LINE = 1000
MOST_RECIPIENTS = 100

_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_RETURNED_ID = re.compile(r"^[>|\s]{0,8}Message-I[dD]:\s*(<[^<>\s]{1,900}>)", re.MULTILINE)
_DAEMON = re.compile(
    r"(?:mailer[-_.]?daemon|postmaster|mail[-_.]?delivery|mdaemon|mail\.?adm\w*|bounce\w*)\b", re.IGNORECASE
)
_NO_REPLY = re.compile(
    r"(?:no|do[-_.]?not|never|ne)[-_.]?(?:reply|answer|respond|responder|repondre)\b|noreply", re.IGNORECASE
)
_AUTOMATIC_FIELDS = ("x-autoreply", "x-autorespond", "x-vacation", "x-autoresponder", "x-mail-autoreply")
_FAILED_SUBJECT = re.compile(
    r"undeliver|delivery (?:status|fail|report|notif|problem|has)|(?:mail|message) (?:delivery|could not)|"
    r"returned mail|"
    r"return(?:ed)? to sender|failure notice|unzustellbar|nicht zustellbar|zustellung|non remis|"
    r"échec de (?:la )?remise|"
    r"no se puede entregar|no entregado|não (?:foi )?entreg|mancato recapito|onbestelbaar|kan inte leveras|niedostarcz|"
    r"недостав|не доставлен|配信不能|配達不能|退信|mail system error|mail fail|user unknown",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What kind of machine wrote a mail: `machine` is None for a person."""

    machine: Machine | None = None
    bounce: Bounce | None = None
    absence: Absence | None = None


@dataclass(slots=True)
class _Delivery:
    """What the delivery reports in a mail say."""

    failed: dict[str, None] = field(default_factory=dict)
    delayed: dict[str, None] = field(default_factory=dict)
    statuses: list[str] = field(default_factory=list)
    reason: str = ""


def classify(headers: Headers, root: Part, raw: bytes, text: str, own: Iterable[str]) -> Report:
    """`text` is the body's text; `own` are the addresses of sender and recipients, who are nobody's deputy."""
    bounce = _bounce(headers, root, raw, text)
    if bounce:
        return Report(Machine.BOUNCE, bounce)
    subject = headers.text("subject")
    written = date_of(headers.get("date"))
    automatic = _has_automatic_header(headers) or root.params.get("report-type", "") == "disposition-notification"
    told = automatic and written is not None and absence.return_date(text, written.date(), only_back=True) is not None
    if told or absence.is_absence(subject, text, automatic=automatic):
        return Report(Machine.ABSENCE, absence=absence.read(subject, text, headers, own))
    if "list-id" in headers or ("list-unsubscribe" in headers and _precedence(headers) in {"list", "bulk"}):
        return Report(Machine.LIST)
    if automatic or absence.is_automatic_subject(subject) or _is_no_reply(headers):
        return Report(Machine.AUTO_REPLY)
    return Report()


def _precedence(headers: Headers) -> str:
    return headers.get("precedence").strip().lower().replace("-", "_")


def _has_automatic_header(headers: Headers) -> bool:
    submitted = headers.get("auto-submitted").partition(";")[0].partition("(")[0].strip().lower()
    if submitted and submitted != "no":
        return True
    if any(name in headers and headers.get(name).strip().lower() not in {"no", "false"} for name in _AUTOMATIC_FIELDS):
        return True
    if headers.get("x-auto-response-type") or headers.get("delivered-to").strip().lower() == "autoresponder":
        return True
    return _precedence(headers) in {"auto_reply", "junk", "bulk"}


def _is_no_reply(headers: Headers) -> bool:
    senders = addresses(headers.all("from"))
    locals_ = [sender.email.partition("@")[0] for sender in senders]
    if any(_NO_REPLY.match(local) for local in locals_):
        return True
    return _has_null_path(headers) and any(_DAEMON.match(local) for local in locals_)


def _has_null_path(headers: Headers) -> bool:
    return headers.get("return-path").replace(" ", "") == "<>"


def _bounce(headers: Headers, root: Part, raw: bytes, text: str) -> Bounce | None:
    parts = list(root.walk())
    delivery = _Delivery()
    reports = [part for part in parts if part.kind == "message/delivery-status"]
    for part in reports:
        _read_status(part.payload, delivery)
    if delivery.failed or delivery.delayed:
        return _made(delivery, parts, text)
    if reports and not _FAILED_SUBJECT.search(headers.text("subject")):
        return None  # it tells of success
    failed = addresses(headers.all("x-failed-recipients"))
    if failed:
        delivery.failed.update(dict.fromkeys(one.email for one in failed))
    elif _looks_failed(headers, root):
        _scan(raw, delivery)
    if delivery.failed or delivery.delayed or _is_surely_failed(headers):
        return _made(delivery, parts, text)
    return None


def _is_surely_failed(headers: Headers) -> bool:
    """A mail system wrote it, and its subject tells of a failure: a bounce, also where nobody can read for whom."""
    senders = addresses(headers.all("from"))
    daemon = any(_DAEMON.match(sender.email) for sender in senders) or (not senders and "from" in headers)
    return (daemon or _has_null_path(headers)) and bool(_FAILED_SUBJECT.search(headers.text("subject")))


def _looks_failed(headers: Headers, root: Part) -> bool:
    """Whether it is worth, and safe, to search the body for a delivery report."""
    if root.kind == "multipart/report" and root.params.get("report-type", "delivery-status") == "delivery-status":
        return True
    senders = addresses(headers.all("from"))
    daemon = any(_DAEMON.match(sender.email) for sender in senders) or not senders
    return daemon or bool(_FAILED_SUBJECT.search(headers.text("subject")))


def _read_status(data: bytes, delivery: _Delivery) -> None:
    """The groups of fields of a message/delivery-status (RFC 3464 §2): one about the mail, one for each recipient."""
    for block in re.split(rb"\r?\n[ \t]*\r?\n", data.strip())[: MOST_RECIPIENTS + 1]:
        fields = Headers(block)
        action = fields.get("action").strip().lower().partition(" ")[0]
        recipient = _recipient(fields)
        if not recipient or action in {"delivered", "relayed", "expanded"}:
            continue
        status = _STATUS.search(fields.get("status"))
        if status:
            delivery.statuses.append(status[1])
        if not delivery.reason:
            delivery.reason = decoded(fields.get("diagnostic-code").partition(";")[2]).strip()[:300]
        temporary = action == "delayed" or (not action and status is not None and status[1].startswith("4"))
        (delivery.delayed if temporary else delivery.failed)[recipient] = None


def _recipient(fields: Headers) -> str:
    """Original-Recipient is the address that we wrote to, Final-Recipient may be behind a redirection."""
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        value = fields.get(name)
        found = addresses([value.partition(";")[2] or value])
        if found:
            return found[0].email
    return ""


def _scan(raw: bytes, delivery: _Delivery) -> None:
    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)  # it logs tracebacks of what strangers send
    try:
        lines = raw[:MOST_SCANNED].split(b"\n", MOST_SCANNED_LINES)[:MOST_SCANNED_LINES]
        temporary, permanent = all_failures(
            email.message_from_bytes(b"\n".join(line[:MOST_SCANNED_LINE] for line in lines))
        )
    except Exception:  # noqa: BLE001 - it raises IndexError on a missing From, and what not: then it has found nothing
        return
    delivery.failed.update(dict.fromkeys(_address_text(one) for one in permanent))
    delivery.delayed.update(dict.fromkeys(_address_text(one) for one in temporary if one not in permanent))


def _address_text(value: bytes | str) -> str:
    return (value.decode("utf-8", "replace") if isinstance(value, bytes) else value).strip().lower()


def _made(delivery: _Delivery, parts: list[Part], text: str) -> Bounce:
    recipients = delivery.failed or delivery.delayed
    status = next(iter(delivery.statuses), "") or _first_status(text)
    permanent = status.startswith("5") or (bool(delivery.failed) and not status.startswith("4"))
    permanent = permanent and (bool(delivery.failed) or not delivery.delayed)
    reason = delivery.reason or next((line.strip()[:300] for line in text.split("\n") if _STATUS.search(line)), "")
    return Bounce(tuple(recipients)[:MOST_RECIPIENTS], permanent, status, reason, _returned_ids(parts, text))


def _first_status(text: str) -> str:
    found = _STATUS.search(text[:20_000])
    return found[1] if found and found[1][0] in "45" else ""


def _returned_ids(parts: list[Part], text: str) -> tuple[str, ...]:
    """The Message-IDs of the mails that came back, wherever the report keeps them."""
    found: dict[str, None] = {}
    for part in parts:
        if part.kind == "message/rfc822":
            blocks = [child.headers for child in part.children]
        elif part.kind in {"text/rfc822-headers", "message/rfc822-headers"}:
            blocks = [Headers(cut(part.payload)[0])]
        else:
            continue
        for block in blocks:
            found.update(dict.fromkeys(message_ids(block.get("message-id"))))
    found.update(dict.fromkeys(_RETURNED_ID.findall(text)))
    return tuple(found)[:MOST_RECIPIENTS]
