"""Bytes to text, whatever the charset label says: never fails, and names what was odd."""

from __future__ import annotations

import codecs
import re

# Labels of the wild and of the WHATWG's Encoding Standard: a superset is never worse than what was announced.
ALIASES = {
    "": "utf-8",
    "default": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "unknown-8bit": "utf-8",
    "8bit": "utf-8",
    "x-unknown": "utf-8",
    "utf8mb4": "utf-8",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "cp-850": "cp850",
    "unicode-1-1-utf-7": "utf-7",
}
# Codecs of Python that are no charsets of mail, some of them with quadratic cost.
NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})

_INVISIBLE = re.compile(
    "[\u200b\u200c\u200e\u200f\u2060\u2061\u202a-\u202e\u2066-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HALVES = re.compile("[\ud800-\udfff]")  # UTF-7 may hold half a character: nothing can write it
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def decode(data: bytes, charset: str = "") -> tuple[str, str]:
    """The text, and a problem or "". Tries `charset`, then UTF-8, then Windows-1252, which takes any byte."""
    label = charset.strip().strip("\"'").lower()
    name = ALIASES.get(label, label)
    problem = ""
    if not _is_charset(name):
        problem = f"unknown charset {label[:40]}"
        name = "utf-8"
    for candidate in dict.fromkeys((name, "utf-8")):
        try:
            return _HALVES.sub("\ufffd", data.decode(candidate)), problem
        except (UnicodeError, ValueError):
            continue
    if data.isascii():  # a multi-byte charset whose escapes are broken
        return data.decode("ascii"), problem
    return data.decode("cp1252", "replace").replace("\ufffd", "?"), problem or f"text is not {label[:40] or 'utf-8'}"


def _is_charset(name: str) -> bool:
    if name in NO_CHARSETS or "\0" in name:
        return False
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return bool(getattr(info, "_is_text_encoding", True)) and info.name not in NO_CHARSETS


def tidy(text: str) -> str:
    """One kind of line end, one kind of space, nothing invisible. (U+200D stays: it joins emoji and Indic letters.)"""
    if text.isascii() and "\r" not in text and "\0" not in text:
        return _INVISIBLE.sub("", text)
    return _HALVES.sub("\ufffd", _INVISIBLE.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", text))))
