"""What became of a mail that was sent: it came back, or somebody complained. Facts only, as `facts.py` has them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why a mail did not arrive, as people would say it. The first four say that the address itself is no good."""

    NO_USER = "unknown user"
    NO_HOST = "unknown domain"
    MOVED = "moved"
    NO_MAIL = "takes no mail"
    DISABLED = "disabled mailbox"
    FULL = "full mailbox"
    TOO_LARGE = "too large"
    EXPIRED = "tried for too long"
    NETWORK = "network"
    BUSY = "too much at once"
    BLOCKED = "blocked server"
    POLICY = "policy"
    UNPROVEN = "sender not authenticated"
    SENDER = "sender refused"
    RELAY = "relaying refused"
    SPAM = "taken for spam"
    VIRUS = "taken for a virus"
    CONTENT = "content refused"
    FILTERED = "filtered"
    SYSTEM = "fault of a system"
    UNKNOWN = ""

    @property
    def hard(self) -> bool:
        """Trying again cannot help: the address does not exist, or takes no mail at all."""
        return self in (Cause.NO_USER, Cause.NO_HOST, Cause.MOVED, Cause.NO_MAIL)


@dataclass(frozen=True, slots=True)
class Failure:
    """One recipient of a delivery report.

    recipient: where delivery ended. original: the address written to, where that is another, or "".
    permanent: the address is no good (`Cause.hard`). status: "5.1.1", of RFC 3463, made from the SMTP reply where the
    report has none. reason: the server's own words.
    """

    recipient: str
    permanent: bool
    delayed: bool = False
    status: str = ""
    cause: Cause = Cause.UNKNOWN
    reason: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery report. `message_ids` are the ids of returned mail: a bounce acts only when one of them is ours.

    permanent, status, reason are those of the first recipient; `failures` tells all of them apart.
    """

    recipients: tuple[str, ...]
    permanent: bool
    status: str = ""
    reason: str = ""
    message_ids: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()

    def about(self, email: str) -> Failure | None:
        """What the report says about this address, None where it does not speak of it."""
        return next((one for one in self.failures if email in (one.recipient, one.original)), None)


@dataclass(frozen=True, slots=True)
class Complaint:
    """A feedback report (RFC 5965): somebody pressed "this is spam" on the mails with these ids."""

    kind: str
    message_ids: tuple[str, ...] = ()
