"""The words of a delivery report: which addresses failed, and what was said about each.

Mail systems write lists of addresses, transcripts of the SMTP session, or sentences. What came back
below is cut off first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.reading.reports import bounce_words
from assistant.reading.reports.delivery_status import ADDRESS, MOST_LINE, MOST_RECIPIENTS

MOST_LINES = 600
MOST_OF_ONE = 30  # lines about one recipient
MOST_AHEAD = 12

_RETURNED = bounce_words.returned()
_FAILED = bounce_words.pattern("failed")
_HELP = bounce_words.pattern("help")
_FIELD = re.compile(r"(?:[>|] ?){0,8}([A-Za-z][\w-]{1,40}):")
_OF_MAIL = frozenset(
    [
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "dkim-signature",
        "domainkey-signature",
        "x-mailer",
        "user-agent",
        "received-spf",
        "x-originating-ip",
        "arc-seal",
        "x-google-dkim-signature",
        "x-received",
        "delivered-to",
    ]
)
_BESIDE = _OF_MAIL | frozenset(
    ["from", "to", "cc", "subject", "date", "reply-to", "sender", "content-type", "precedence"]
)

_LEADING = re.compile(rf"[\s>*•·|#.\[-]{{0,20}}(?:\d{{1,3}}[.)]\s)?<?({ADDRESS.pattern})>?(.*)", re.IGNORECASE)
_PROSE = re.compile(r"\s+(?:is|was|has|and|or|in|for|at|if|you|to)\s", re.IGNORECASE)
_COMMAND = re.compile(rf"\brcpt to\s?:\s*<?({ADDRESS.pattern})", re.IGNORECASE)
_OTHER_COMMAND = re.compile(r"[\s<>]*(?:(?:In|C|SMTP):\s*)?(?:>>>\s*)?(MAIL\b|DATA\b|QUIT\b|RSET\b|[EH]E?HLO\b)")
_REPLY = re.compile(
    r"[\s<>*:-]*(?:(?:Out|S|Received|Response|Server|SMTP|Error|reason)\W{1,6})?([245])\d\d(?=[\s-])", re.IGNORECASE
)
_LABELLED = re.compile(
    rf"(?:{bounce_words.phrases('labels')})(?: is| was)?\s?[:：]?\s*[<'\"(]?({ADDRESS.pattern})", re.IGNORECASE
)
_SKIPPED = re.compile(
    r"\s*(?:>>>\s*)?(?:(?:mail from|from|sender|return-path|message-id|reply-to|subject|received|x-[\w-]+)\s?:|"
    r"reporting-mta|in-reply-to|envelope-from|orig(?:inal)?-)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says in words: the addresses that failed, each with its lines.

    sure: they stand in a list, a session, or a sentence that tells of a failure, and not just anywhere.
    """

    failed: dict[str, list[str]]
    sure: bool = False


def cut(text: str) -> tuple[list[str], list[str]]:
    """The lines of the report itself, and those of the mail that came back below it."""
    lines = [line[:MOST_LINE] for line in text.split("\n", MOST_LINES)[:MOST_LINES]]
    for at, line in enumerate(lines):
        if (at and _RETURNED.match(line.strip())) or _begins_mail(lines, at):
            return lines[:at], lines[at:]
    return lines, []


def _begins_mail(lines: list[str], at: int) -> bool:
    """A run of header fields, some of which only a whole mail has."""
    names: set[str] = set()
    for line in lines[at : at + MOST_AHEAD]:
        found = _FIELD.match(line)
        if found:
            names.add(found[1].lower())
        elif not names or line[:1] not in {" ", "\t", ">", "|"}:
            break
    return bool(names & _OF_MAIL) and len(names & _BESIDE) >= 2


_LISTED, _SAID, _NAMED = range(3)  # how an address stands in a report, the surest first


@dataclass(slots=True)
class _Reader:
    """Goes through a report line by line.

    current: whom the lines are about. asked: in an RCPT without reply yet. accepted: in one with a good reply.
    command: what the SMTP session is at, "" outside of one.
    """

    about: dict[str, list[str]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    current: str = ""
    asked: str = ""
    accepted: list[str] = field(default_factory=list)
    command: str = ""
    blanks: int = 0

    def line(self, line: str) -> None:
        if not line.strip():
            self.blanks += 1
            if self.blanks > 1:
                self.current = ""
            return
        self.blanks = 0
        if _SKIPPED.match(line):
            self.command = ""
            return
        reply = _REPLY.match(line)
        command = None if reply else _COMMAND.search(line)
        if command:
            self.asked = self.current = _key(command[1])
            self.command = "RCPT TO"
            self._keep(_SAID, self.asked, line)
        elif reply:
            self._reply(line, reply[1])
        elif not self._address(line):
            other = _OTHER_COMMAND.match(line)
            if other:
                self.asked = ""
                self.command = "end of DATA" if other[1].upper() == "DATA" else ""
            elif self.current:
                self._keep(_NAMED, self.current, line)

    def _reply(self, line: str, digit: str) -> None:
        if digit == "2":
            self.accepted.extend([self.asked] if self.asked else [])
            self.asked = ""
            return
        spot = ADDRESS.search(line)
        who = self.asked or (_key(spot[0]) if spot else self.current)
        said = f"{line.strip()} (in reply to {self.command})" if self.command else line
        if who:
            self._keep(_LISTED if spot or self.asked else _NAMED, who, said)
            self.current = who
        elif self.command == "end of DATA":
            for one in self.accepted:
                self._keep(_LISTED, one, said)

    def _address(self, line: str) -> bool:
        """Whether the line names somebody: at its beginning, after a label, or anywhere in it."""
        leading = _LEADING.match(line) if "@" in line else None
        if leading and not _PROSE.match(leading[2]):
            self.current = _key(leading[1])
            self._keep(_LISTED, self.current, line)
            return True
        spot = (_LABELLED.search(line) or ADDRESS.search(line)) if "@" in line else None
        if spot is None or _HELP.search(ADDRESS.sub("", line)):
            return False
        self.current = _key(spot[spot.re.groups])
        told = spot.re is _LABELLED or _FAILED.search(line)
        self._keep(_SAID if told else _NAMED, self.current, line)
        return True

    def _keep(self, rank: int, who: str, line: str) -> None:
        if len(self.ranks) >= MOST_RECIPIENTS and who not in self.ranks:
            return
        self.ranks[who] = min(rank, self.ranks.get(who, rank))
        about = self.about.setdefault(who, [])
        if len(about) < MOST_OF_ONE:
            about.append(line.strip())


def read(lines: list[str], own: frozenset[str]) -> Told:
    """Who failed, by the lines of a report. `own`: the addresses of its sender and reader, who fail only if alone."""
    reader = _Reader()
    for line in lines:
        reader.line(line)
    others = [who for who in reader.ranks if who not in own and not _is_system(who)] or list(reader.ranks)
    others = [who for who in others if not any(one != who and one.endswith(who) for one in others)]  # torn by a wrap
    best = min((reader.ranks[who] for who in others), default=_NAMED)
    return Told({who: reader.about[who] for who in others if reader.ranks[who] == best}, sure=best < _NAMED)


def _key(address: str) -> str:
    return address.strip(".'\"").lower()


def _is_system(address: str) -> bool:
    return address.partition("@")[0] in {"postmaster", "mailer-daemon", "abuse", "hostmaster", "root"}
