"""Bytes to text, whatever the charset label says: never fails, and names what was odd."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import chardet
from chardet import EncodingEra

MOST_SAMPLE = 20_000  # bytes that are looked at where the charset must be guessed

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

_MULTIBYTE = re.compile(r"gb|big5|cp9(?:32|36|49|50)|euc|johab|shift|iso-?2022|hz|utf-?(?:7|16|32)")
_LATIN = re.compile(r"(?:windows-|cp)125[0478]|iso-?8859-(?:1|2|3|4|9|10|13|14|15|16)$")
_WESTERN = frozenset({"cp1252", "utf-8", "iso-8859-15", "cp850", "mac_roman"})
_HIGH = bytes(range(0x80, 0x100))
_LETTERS = bytes((*range(0x41, 0x5B), *range(0x61, 0x7B)))

_INVISIBLE = re.compile(
    "[\u200b\u200e\u200f\u2060\u2061\u202a-\u202e\u2066-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f]"
    "|(?<![\u0600-\u06ff\u0900-\u0d7f])\u200c"  # Persian and Indic words need it
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HALVES = re.compile("[\ud800-\udfff]")  # UTF-7 may hold half a character: nothing can write it
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def decode(data: bytes, charset: str = "", hint: str = "") -> tuple[str, str]:
    """The text, and a problem or "". `charset`: as declared; `hint`: what the same mail uses elsewhere.

    A declaration is believed where the bytes allow it. Bytes that can only be UTF-8, UTF-16 or ISO-2022 are read so
    whatever is declared; bytes that fit nothing declared are guessed, and in the end Windows-1252 takes any.
    """
    label = charset.strip().strip("\"'").lower()
    name = ALIASES.get(label, label)
    problem = ""
    if not _is_charset(name):
        problem, name = f"unknown charset {label[:40]}", "utf-8"
    for candidate in dict.fromkeys(_candidates(data, name)):
        text = _try(data, candidate)
        if text is not None:
            return text, problem
    if data.isascii():  # a multi-byte charset whose escapes are broken
        return data.decode("ascii"), problem
    return _guessed(data, name, hint), problem or f"text is not {label[:40] or 'utf-8'}"


def _candidates(data: bytes, name: str) -> Iterator[str]:
    """What these bytes may be, the surest first."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        yield "utf-8-sig" if data[:1] == b"\xef" else "utf-16"
    if b"\x1b$" in data and not name.startswith("iso-2022"):
        yield "iso2022_kr" if b"\x1b$)C" in data else "iso2022_jp_2"
    if not _MULTIBYTE.match(name):
        yield "utf-8"  # text in a one-byte charset is never valid UTF-8 by chance
    if not (name in _WESTERN and _is_dense(data)):  # no text in Latin letters has more accents than letters
        yield name
    yield "utf-8"


def _try(data: bytes, name: str) -> str | None:
    try:
        return _HALVES.sub("\ufffd", data.decode(name))
    except (UnicodeError, ValueError):
        return None


def _is_dense(data: bytes) -> bool:
    sample = data[:MOST_SAMPLE]
    high = len(sample) - len(sample.translate(None, _HIGH))
    return high > 2 and high > len(sample) - len(sample.translate(None, _LETTERS))


def _guessed(data: bytes, name: str, hint: str) -> str:
    """Text whose declaration is missing or wrong: UTF-8 with a fault, the mail's other charset, a guess, Western."""
    faulty = data.decode("utf-8", "replace")
    if faulty.count("\ufffd") * 10 <= sum(map(_not_ascii, faulty[:MOST_SAMPLE])):
        return faulty
    other = ALIASES.get(hint.lower(), hint.lower())
    if other and other not in {"utf-8", name} and _is_charset(other) and (text := _try(data, other)) is not None:
        return text
    found = chardet.detect(data[:MOST_SAMPLE], encoding_era=EncodingEra.MODERN_WEB | EncodingEra.LEGACY_ISO)["encoding"]
    found = ALIASES.get((found or "").lower(), (found or "").lower())
    sure = _is_dense(data) or _LATIN.match(found)
    for candidate in (found, name) if sure and _is_charset(found) else (name,):
        text = data.decode(candidate, "replace")
        if text.count("\ufffd") * 20 <= len(text):
            return text.replace("\ufffd", "?")
    return data.decode("cp1252", "replace").replace("\ufffd", "?")


def _not_ascii(char: str) -> bool:
    return char > "\x7f"


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
