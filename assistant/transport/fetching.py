"""Mails by their UIDs: which are new, in batches that fit into memory, and what follows when one is not given."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from imapclient import IMAPClient

from assistant.errors import MailboxLost
from assistant.ports import Delivered
from assistant.transport.headers import MOST as HEADER_BYTES
from assistant.transport.headers import header_block

BATCH_MAILS = 100  # mail.md: 50–100
BATCH_BYTES = 32_000_000  # of all mails of a batch together, unless one alone is larger
WINDOW = 50_000  # mails searched at once: their UIDs stay below imaplib's line limit of 1 MB
TRIES = 3  # how often a mail that the server fails to give is asked for before it is passed on without its text

SIZE, DATE = b"RFC822.SIZE", b"INTERNALDATE"
WHOLE = ("BODY.PEEK[]", b"BODY[]")  # asked, answered
HEADER = (f"BODY.PEEK[HEADER]<0.{HEADER_BYTES}>", b"BODY[HEADER]<0>")

Answers = Mapping[int, Mapping[bytes, Any]]


def above(client: IMAPClient, exists: int, uid: int) -> list[int]:
    """The UIDs above `uid` in the open folder of `exists` mails, in order.

    Windows go from the end to the start: mails that move down while others are expunged are found twice, never missed.
    """
    found: set[int] = set()
    for top in range(exists, 0, -WINDOW):
        window = [] if exists <= WINDOW else [f"{max(1, top - WINDOW + 1)}:{top}"]
        found.update(client.search([*window, "UID", f"{uid + 1}:*"]))
    return sorted(each for each in found if each > uid)  # ⚠ mail.md: n:* always gives the last mail


def batches(uids: Sequence[int], costs: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    """Cuts `uids` so that each part is at most BATCH_MAILS mails and, unless it is a single mail, BATCH_BYTES bytes."""
    part: list[int] = []
    size = 0
    for uid in uids:
        cost = costs.get(uid, 0)
        if part and (len(part) >= BATCH_MAILS or size + cost > BATCH_BYTES):
            yield tuple(part)
            part, size = [], 0
        part.append(uid)
        size += cost
    if part:
        yield tuple(part)


@dataclass(slots=True)
class Fetcher:
    """Fetches from the open folder, and remembers which mails the server failed to give."""

    max_mail_bytes: int
    _failures: dict[tuple[int, int], int] = field(default_factory=dict)  # by validity and UID

    def sizes(self, client: IMAPClient, uids: Sequence[int]) -> dict[int, int]:
        """What is still there, with its size in bytes; 0 where the server does not say."""
        answers = _asked(client, uids, ("RFC822.SIZE",), SIZE)
        return {uid: int(answer.get(SIZE) or 0) for uid, answer in answers.items()}

    def cost(self, size: int) -> int:
        """The bytes that fetching a mail of this size takes."""
        return size if size <= self.max_mail_bytes else HEADER_BYTES

    def mails(self, client: IMAPClient, validity: int, sizes: Mapping[int, int]) -> tuple[Delivered, ...]:
        """The mails in order, only the header of those that are too large. A mail that has vanished is left out.

        A mail that is there and cannot be had raises MailboxLost TRIES - 1 times; then it comes as truncated,
        with its header or with nothing, so that one broken mail never hides those behind it.
        """
        fits = [uid for uid, size in sizes.items() if size <= self.max_mail_bytes]
        whole = _asked(client, fits, (WHOLE[0], "INTERNALDATE"), WHOLE[1])
        headers = _asked(client, [uid for uid in sizes if uid not in fits], (HEADER[0], "INTERNALDATE"), HEADER[1])
        bodies = {uid: answer[WHOLE[1]] for uid, answer in whole.items() if WHOLE[1] in answer}
        heads = {uid: answer[HEADER[1]] for uid, answer in headers.items() if HEADER[1] in answer}
        dates = {uid: _date(answer) for uid, answer in (*whole.items(), *headers.items())}
        withheld = sorted(dates.keys() - bodies.keys() - heads.keys())
        self._count(validity, withheld)
        heads |= {uid: _header_alone(client, uid) for uid in withheld}
        mails = [self._delivered(uid, body, dates[uid]) for uid, body in bodies.items()]
        mails += [Delivered(uid, header_block(head), dates[uid], sizes[uid], True) for uid, head in heads.items()]
        return tuple(sorted(mails, key=lambda mail: mail.uid))

    def _delivered(self, uid: int, body: bytes, date: datetime | None) -> Delivered:
        """Some servers only guess at RFC822.SIZE."""
        if len(body) > self.max_mail_bytes:
            return Delivered(uid, header_block(body), date, len(body), truncated=True)
        return Delivered(uid, body, date, len(body))

    def _count(self, validity: int, withheld: Sequence[int]) -> None:
        for uid in withheld:
            self._failures[validity, uid] = self._failures.get((validity, uid), 0) + 1
        again = [uid for uid in withheld if self._failures[validity, uid] < TRIES]
        if again:
            raise MailboxLost(f"the server fails to give the mail with UID {', '.join(map(str, again))}")


def _header_alone(client: IMAPClient, uid: int) -> bytes:
    """Of a mail that the server fails to give; nothing where it fails at that, too."""
    return bytes(_asked(client, [uid], (HEADER[0],), HEADER[1]).get(uid, {}).get(HEADER[1], b""))


def _asked(client: IMAPClient, uids: Sequence[int], items: Sequence[str], wanted: bytes) -> Answers:
    """FETCH, one by one where the server refuses them together. What has vanished is missing; what is there and was not
    given has an answer without `wanted`. ⚠ mail.md: lists of ints only."""
    answers: dict[int, Mapping[bytes, Any]] = {}
    if not uids:
        return answers
    try:
        answers.update(client.fetch(list(uids), list(items)))
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:  # Dovecot's NO [EXPUNGEISSUED], or a mail that it cannot read
        client.noop()
        for uid in uids:
            answers.update(_alone(client, uid, items))
    missing = [uid for uid in uids if answers.get(uid, {}).get(wanted) is None]
    if missing:
        there = set(client.search(["UID", ",".join(map(str, missing))]))
        for uid in missing:  # an unsolicited FETCH of its flags is no answer
            answers.pop(uid, None)
            if uid in there:
                answers[uid] = {}
    return answers


def _alone(client: IMAPClient, uid: int, items: Sequence[str]) -> Answers:
    try:
        answers: Answers = client.fetch([uid], list(items))
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        return {}
    return answers


def _date(answer: Mapping[bytes, Any]) -> datetime | None:
    date = answer.get(DATE)
    return date.astimezone(UTC) if isinstance(date, datetime) and date.tzinfo is not None else None
