"""Mails from the assistant to itself: do they come back, by which address, and which result does our server write?

Each is machine mail (`Auto-Submitted`), so the assistant files it and nobody is answered. What the server did to a mail
is read from the copy with the most trace headers: a copy in the Sent folder has none.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser
from email.policy import SMTP, compat32
from email.utils import format_datetime, parsedate_to_datetime
from typing import Protocol

import authres

from assistant.cli.findings import Finding, bad, good, unclear
from assistant.config import Config
from assistant.ports import Outcome, Submission

PATIENCE = 30.0  # seconds until a mail to ourselves counts as lost
STEP = 2.0
DRIFT = timedelta(minutes=5)  # more than this between two clocks spoils holds and windows
TRACE = ("Authentication-Results", "Return-Path", "Delivered-To", "X-Original-To", "Received")
ARRIVED = frozenset(TRACE[:4])  # what only a delivery adds
USUAL = {"gmail.com": "mx.google.com"}  # servers whose own mail does not pass the gate that writes results


class Copies(Protocol):
    """The part of a mailbox that is needed: every mail with a Message-ID."""

    def copies(self, message_id: str) -> Sequence[bytes]: ...


@dataclass(frozen=True, slots=True)
class Probe:
    """One mail to ourselves. `nonce` stands in the result that it forges, and nowhere else."""

    to: str
    message_id: str
    nonce: str
    raw: bytes


def make(config: Config, to: str, now: datetime, *, forged: bool = False) -> Probe:
    """A mail to `to`, with a forged result of our own server in it if wanted."""
    nonce = secrets.token_hex(8)
    own = config.assistant.address
    message = EmailMessage(policy=SMTP)
    domain = own.rpartition("@")[2]
    if forged:
        named = f"{config.trust.authserv_id}; " if config.trust.authserv_id else ""
        message["Authentication-Results"] = f"{named}dmarc=pass (forged-{nonce}) header.from={domain}"
    message["From"] = own
    message["To"] = to
    message["Subject"] = "A check of the assistant"
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<check.{nonce}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(
        "The assistant wrote this to itself, to see whether its mail comes back. Nothing is to be done.\n"
    )
    return Probe(to, str(message["Message-ID"]), nonce, message.as_bytes())


class Postbox:
    """Sends probes and waits for them. `sleep` and `now` (seconds) are handed in by tests."""

    def __init__(
        self,
        mailbox: Copies,
        submission: Submission,
        sender: str,
        *,
        patience: float = PATIENCE,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._mailbox = mailbox
        self._submission = submission
        self._sender = sender
        self._patience = patience
        self._sleep = sleep
        self._now = now

    def send(self, probe: Probe) -> str:
        """ "" when the server took it, else why not."""
        receipt = self._submission.submit(self._sender, probe.to, (), probe.raw)
        return "" if receipt.outcome is Outcome.ACCEPTED else f"{receipt.outcome}: {receipt.detail}"

    def fetch(self, probe: Probe) -> Message | None:
        """The headers as they came back, or None after the patience is over."""
        end = self._now() + self._patience
        best: Message | None = None
        while True:
            for raw in self._mailbox.copies(probe.message_id):
                headers = BytesHeaderParser(policy=compat32).parsebytes(raw)
                if best is None or _traces(headers) > _traces(best):
                    best = headers
            if (best is not None and ARRIVED & {h for h in TRACE if h in best}) or self._now() >= end:
                return best
            self._sleep(STEP)


def look(config: Config, postbox: Postbox, now: datetime) -> Iterator[Finding]:
    """All that probes can tell. Raises what mailbox and submission raise."""
    own = config.assistant.address
    plain = make(config, own, now, forged=False)
    plus = make(config, own.replace("@", "+check@", 1), now)
    forged = make(config, own, now, forged=True)
    refused = postbox.send(plain)
    if refused:
        yield bad("mail to ourselves", f"the server did not take it: {refused}", "see what it says, and [smtp]")
        return
    yield good("submission", f"{config.smtp.host} takes our mail")
    plus_refused = postbox.send(plus)
    forged_sent = config.trust.mode in {"authserv", "microsoft365"} and not postbox.send(forged)
    came = postbox.fetch(plain)
    if came is None:
        yield bad("mail to ourselves", "did not come back", "is assistant.address this mailbox's address?")
        return
    yield good("mail to ourselves", "came back")
    yield from _clock(came, now)
    arrived = None if plus_refused else postbox.fetch(plus)
    yield _plus(config, plus.to, plus_refused, came=arrived is not None)
    yield _result(config, came)
    if forged_sent:
        yield _forgery(forged, postbox.fetch(forged), stamped="Authentication-Results" in came)


def _clock(came: Message, now: datetime) -> Iterator[Finding]:
    """Our clock against that of the server, which stands in the topmost Received."""
    received = str(came.get("Received", ""))
    try:
        theirs = parsedate_to_datetime(received.rpartition(";")[2].strip())
    except ValueError:
        return
    ahead = now - (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC))
    if abs(ahead) > DRIFT:
        minutes = round(abs(ahead).total_seconds() / 60)
        yield bad(
            "server's clock",
            f"ours is {minutes} min {'ahead' if ahead > timedelta() else 'behind'}",
            "set the clock (systemd-timesyncd, chrony)",
        )
    else:
        yield good("server's clock", "agrees with ours")


def _plus(config: Config, address: str, refused: str, *, came: bool) -> Finding:
    what = "plus-addresses"
    if came and config.plus_addresses:
        return good(what, f"mail to {address} comes")
    if came:
        return unclear(what, f"mail to {address} comes", "plus_addresses = true makes threads surer")
    if config.plus_addresses:
        return bad(
            what, f"mail to {address} does not come{f' ({refused})' if refused else ''}", "plus_addresses = false"
        )
    return good(what, "not used, and not there")


def _result(config: Config, came: Message) -> Finding:
    """Whose name stands in the topmost result, and whether it is the one that we trust."""
    what = "authserv-id"
    mode, wanted = config.trust.mode, config.trust.authserv_id
    if mode in {"dkim", "open"}:
        return good(what, f"not needed with mode = “{mode}”")
    found = came.get_all("Authentication-Results") or []
    if not found:
        usual = next((v for k, v in USUAL.items() if config.smtp.host.endswith(k)), "")
        if usual and usual == wanted:
            return good(what, f"{usual}, as usual here")
        hint = (
            f'usual here: authserv_id = "{usual}"'
            if usual
            else "look into a mail from outside; none there: mode = “dkim”"
        )
        return unclear(what, "our own mail got no Authentication-Results", hint)
    name = authserv_id(str(found[0]))
    if not name:
        if mode == "microsoft365":
            return good(what, "results without a name, as Microsoft 365 writes them")
        return bad(
            what, "the server writes results without a name", 'Microsoft 365? mode = "microsoft365"; else "dkim"'
        )
    if mode == "authserv" and name.casefold() == wanted.casefold():
        return good(what, name)
    return bad(what, f"the server's name is {name}", f'[trust] mode = "authserv", authserv_id = "{name}"')


def _forgery(probe: Probe, came: Message | None, *, stamped: bool) -> Finding:
    """Only the topmost result is ever read: a forged one below a real one does no harm."""
    what = "forged result"
    if came is None:
        return good(what, "a mail with one does not come through")
    results = [str(r) for r in came.get_all("Authentication-Results") or []]
    if not any(probe.nonce in r for r in results):
        return good(what, "is removed by the server")
    if probe.nonce not in results[0]:
        return good(what, "survives below the real one, where nobody reads it")
    if stamped:
        return bad(
            what, "survives above the real one: anybody can pretend", "have the server remove it, or mode = “dkim”"
        )
    return unclear(
        what, "survives in our own mail, which got no real one", "look into a mail from outside, or use mode = “dkim”"
    )


def authserv_id(result: str) -> str:
    """The name in an Authentication-Results header (RFC 8601 §2.2), "" where there is none or it cannot be read."""
    try:
        name = authres.AuthenticationResultsHeader.parse_value(" ".join(result.split())).authserv_id
    except Exception:  # noqa: BLE001 - authres raises many kinds on strange headers: the first word says enough
        name = next(iter(result.partition(";")[0].split()), "")
    return "" if not name or "=" in str(name) else str(name)


def _traces(headers: Message) -> int:
    return sum(name in headers for name in TRACE)
