"""The fields of a delivery report (RFC 3464 §2.3): one group for each recipient, wherever in the mail they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.reading.mime.charsets import decode
from assistant.reading.mime.headers import decoded

MOST_LINES = 4000
MOST_LINE = 1000
MOST_VALUE = 4000
MOST_RECIPIENTS = 100

ADDRESS = re.compile(
    r"(?<![\w.+=/-])(?:[^\s<>()\[\]:;,\"'`|@\\]{1,128}|\"[^\"\s@]{1,64}\")@(?=[\w])[\w.-]{1,250}(?<=\w)"
)
_FIELD = re.compile(r"(?:x-)?([a-z][a-z-]{2,40})[ \t]*:(.*)", re.IGNORECASE)
_NAMES = frozenset(
    {
        "final-recipient",
        "original-recipient",
        "actual-recipient",
        "action",
        "status",
        "diagnostic-code",
        "remote-mta",
        "last-attempt-date",
        "will-retry-until",
        "final-log-id",
        "powermta-bouncecategory",
    }
)
_ACTIONS = frozenset({"failed", "delayed", "delivered", "relayed", "expanded"})


@dataclass(frozen=True, slots=True)
class Group:
    """What a report says about one recipient; "" where it does not say it.

    recipient: where delivery ended. original: the address that was written to, where a redirection lies between.
    action: one of RFC 3464 §2.3.3, in lower case. diagnostic: the server's words, without their type.
    category: PowerMTA's own ("bad-mailbox").
    """

    recipient: str
    original: str
    action: str
    status: str
    diagnostic: str
    category: str = ""

    @property
    def failed(self) -> bool:
        """It will not arrive, or (`delayed`) has not yet."""
        return self.action not in {"delivered", "relayed", "expanded"}


def groups(data: bytes) -> list[Group]:
    """The groups of a message/delivery-status part. Broken ones are read as well as they can be."""
    return groups_in(decode(data.replace(b"\r\n", b"\n"), "utf-8")[0].split("\n"))


def groups_in(lines: Iterable[str]) -> list[Group]:
    """The groups that stand among these lines, also where other text stands between them."""
    found: list[Group] = []
    fields: dict[str, str] = {}
    for name, value in _fields(lines):
        if not name or (name in fields and name.endswith("-recipient")):
            _keep(fields, found)
            fields = {}
        if name:
            fields.setdefault(name, value)
        if len(found) >= MOST_RECIPIENTS:
            return found
    _keep(fields, found)
    return found


def address_in(value: str) -> str:
    """The address in `rfc822; <ada@example.org>`, `X400; …;dda:SMTP=ada@example.org` or bare text; "" if none is."""
    spot = ADDRESS.search(decoded(value[:MOST_LINE]).replace("SMTP=", " ").replace("smtp=", " "))
    return spot[0].strip(".'").lower() if spot else ""


def _fields(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(name, unfolded value), and ("", "") for what ends a group."""
    name, value = "", ""
    for number, line in enumerate(lines):
        if number >= MOST_LINES:
            break
        line = line[:MOST_LINE]  # noqa: PLW2901 - the rest of it is not looked at
        if line[:1] in {" ", "\t"} and name and line.strip():
            value = f"{value} {line.strip()}"[:MOST_VALUE]
            continue
        if name:
            yield name, value.strip()
        field = _FIELD.match(line)
        name = field[1].lower() if field else ""
        value = field[2] if field else ""
        if name not in _NAMES:
            name = ""
            if not line.strip():
                yield "", ""
    if name:
        yield name, value.strip()


def _keep(fields: dict[str, str], found: list[Group]) -> None:
    named = [address_in(_value(fields.get(f"{kind}-recipient", ""))) for kind in ("final", "original", "actual")]
    recipient = next((one for one in named if "." in one.partition("@")[2]), "") or next(filter(None, named), "")
    if not recipient:
        return
    action = re.match(r"[a-z]*", fields.get("action", "").strip().lower())
    said = action[0] if action else ""
    found.append(
        Group(
            recipient,
            named[1] if named[1] != recipient else "",
            said if said in _ACTIONS else "",
            fields.get("status", ""),
            _value(decoded(fields.get("diagnostic-code", ""))).strip(),
            fields.get("powermta-bouncecategory", "").strip().lower(),
        )
    )


def _value(text: str) -> str:
    """A value without its type: `smtp; 550 no` -> `550 no` (some leave the type out)."""
    kind, semicolon, rest = text.partition(";")
    return rest if semicolon and len(kind.strip()) <= 20 and " " not in kind.strip() else text
