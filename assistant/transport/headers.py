"""The header block of a mail, as bytes: just enough of it for the transport."""

from __future__ import annotations

import re

MOST = 256 * 1024  # bytes of a header block that are looked at: more is no header of a person's mail

_END = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]+")
_MESSAGE_ID = re.compile(rb"^message-id[ \t]*:(.*)$", re.IGNORECASE | re.MULTILINE)


def header_block(raw: bytes) -> bytes:
    """The header with its closing empty line, at most MOST bytes."""
    end = _END.search(raw, 0, MOST)
    return raw[: end.end() if end else MOST]


def has_message_id(raw: bytes, message_id: str) -> bool:
    """Whether the header has exactly this Message-ID, with or without <>: a server's SEARCH finds parts of it, too."""
    wanted = bare(message_id).encode()
    fields = _MESSAGE_ID.findall(_FOLD.sub(b" ", header_block(raw)))
    return any(field.strip().removeprefix(b"<").removesuffix(b">").strip() == wanted for field in fields)


def bare(message_id: str) -> str:
    """Without spaces and <>."""
    return message_id.strip().removeprefix("<").removesuffix(">").strip()
