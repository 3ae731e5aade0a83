"""The bytes of a calendar part as text.

A calendar is UTF-8 unless its part says otherwise (RFC 5545 §3.1.4), and lines are folded by octets, in the middle of a
letter too (§3.1): then only the unfolded bytes are text. Nothing is tidied: an invisible letter may be part of a UID.
"""

from __future__ import annotations

import re

from assistant.reading.invites.lines import SIZE_MOST
from assistant.reading.mime.charsets import ALIASES, decode

_FOLD = re.compile(rb"\r*\n[ \t]")
_BREAK = re.compile(r"\r*\n|\r+")
_FAULT = "\ufffd"
_WIDE = {b"B\0E\0": "utf-16-le", b"\0B\0E": "utf-16-be"}  # without the mark that should be there


def calendar_text(payload: bytes, charset: str = "", hint: str = "") -> tuple[str, str]:
    """The text with LF, and a problem or "". `charset`: as declared; `hint`: what the same mail uses elsewhere.

    More than `SIZE_MOST` characters are cut, but to more than that, so that a reader sees it.
    """
    text, problem = _decoded(payload[: SIZE_MOST * 4 + 4], charset, hint)
    return _BREAK.sub("\n", text.lstrip("\ufeff")[: SIZE_MOST + 1]).strip("\n") + "\n", problem


def _decoded(data: bytes, charset: str, hint: str) -> tuple[str, str]:
    wide = _WIDE.get(data.lstrip()[:4])
    if wide:
        return data.decode(wide, "replace"), ""
    label = charset.strip().lower()
    if ALIASES.get(label, label) not in {"utf-8", "utf8"} or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decode(data, charset, hint)
    for folded in (data, _FOLD.sub(b"", data)):
        try:
            return folded.decode("utf-8-sig"), ""
        except UnicodeDecodeError:
            continue
    text = data.decode("utf-8-sig", "replace")
    letters = sum(char > "\x7f" for char in text)
    if text.count(_FAULT) * 2 <= letters:  # most of it is UTF-8: a letter or two were lost on the way
        return text, "text is not utf-8"
    return decode(data, "windows-1252", hint)[0], "text is not utf-8"
