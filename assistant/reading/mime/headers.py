"""The header block of a mail, read tolerantly: what is broken is read as well as it can be, and never raises.

Trust is stricter than this: what is not `sound` here proves nothing about a sender (`trust.py`).
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from urllib.parse import unquote_to_bytes

from assistant.mentoring.addresses import is_message_id
from assistant.mentoring.facts import Address
from assistant.reading.mime.charsets import decode, tidy

MOST_BYTES = 256 * 1024  # of a header block that is read
MOST_VALUE = 16 * 1024  # of one address field
MOST_ADDRESSES = 1000
MOST_IDS = 200

_CHARSET = re.compile(rb"charset=\"?([\w-]{2,40})", re.IGNORECASE)
_END = re.compile(rb"\r?\n\r?\n")
_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(?<=\?=)[ \t\n]+(?==\?)")
_ESCAPED = re.compile(rb"=([0-9A-Fa-f]{2})")
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[^\s@<>,;:\"()]{1,255}")
_ID = re.compile(r"<[^<>\s]{1,900}>")
_PARAMETER = re.compile(r";\s*([^\s=;]{1,60})\s*=\s*(?:\"((?:[^\"\\]|\\.)*+)\"|([^;]*))", re.DOTALL)
_ZONE = re.compile(r"[+-]\d{4}\b|\b(?:GMT|UT|UTC|Z|[ECMP][SD]T)\b", re.IGNORECASE)


class Headers:
    """The fields of one header block, in their order. Names are lower case, values unfolded and undecoded text.

    sound: a header block without NUL, bare CR, overlong size or lines that are no fields.
    """

    __slots__ = ("_values", "problems", "sound")

    def __init__(self, block: bytes) -> None:
        self.problems: tuple[str, ...] = ()
        if len(block) > MOST_BYTES:
            self.problems = (f"headers longer than {MOST_BYTES} bytes",)
            block = block[:MOST_BYTES]
        self.sound = not self.problems and b"\0" not in block and b"\r" not in block.replace(b"\r\n", b"\n")
        self._values: dict[str, list[str]] = {}
        name, lines = "", list[str]()
        for line in _block_text(block).split("\n"):
            if line[:1] in {" ", "\t"} and (name or lines):
                lines.append(line)
                continue
            self._keep(name, lines)
            name, colon, value = line.partition(":")
            name = name.rstrip(" \t").lower()
            if not colon or not name or not name.isascii() or " " in name:
                self.sound = self.sound and not line.strip()
                name, lines = "", [""]
                continue
            lines = [value]
        self._keep(name, lines)

    def _keep(self, name: str, lines: list[str]) -> None:
        if name:
            self._values.setdefault(name, []).append(" ".join(line.strip() for line in lines).strip())

    def all(self, name: str) -> list[str]:
        """Every value of this field, topmost first. `name` in lower case."""
        return self._values.get(name, [])

    def get(self, name: str) -> str:
        """The topmost value, or ""."""
        values = self._values.get(name)
        return values[0] if values else ""

    def text(self, name: str) -> str:
        """The topmost value, decoded, on one line."""
        return decoded(self.get(name))

    @property
    def charset(self) -> str:
        """A charset that this mail's own words use, for text that declares none; or ""."""
        found = (_WORD.search(value) for name in ("subject", "from") for value in self.all(name)[:1])
        return next((word[1].lower() for word in found if word), "")

    def __contains__(self, name: object) -> bool:
        return name in self._values


def _block_text(block: bytes) -> str:
    """The block as text: UTF-8 (RFC 6532), else each value by itself in what it can be."""
    block = block.replace(b"\r\n", b"\n")
    try:
        text = block.decode()
    except UnicodeDecodeError:
        declared = _CHARSET.search(block)
        hint = declared[1].decode() if declared else ""
        text = "\n".join(_line_text(line, hint) for line in block.split(b"\n"))
    return text.replace("\r", "\n").replace("\0", "")


def _line_text(line: bytes, hint: str) -> str:
    name, colon, value = line.partition(b":")
    if not colon or not name.isascii():
        name, colon, value = b"", b"", line
    return name.decode() + colon.decode() + decode(value, "", hint)[0].replace("\n", " ")


def cut(raw: bytes) -> tuple[bytes, bytes]:
    """The header block and the body. An mbox "From " line before the block is not part of it."""
    raw = raw.lstrip(b"\r\n")
    if raw.startswith((b"From ", b">From ")):
        raw = raw.partition(b"\n")[2]
    if raw[:1] == b"\n" or raw[:2] == b"\r\n":
        return b"", raw.lstrip(b"\r\n")
    end = _END.search(raw)
    return (raw, b"") if end is None else (raw[: end.start()], raw[end.end() :])


def decoded(value: str) -> str:
    """A value as people see it: encoded words (RFC 2047, broken ones too) decoded, on one line, nothing invisible."""
    if "=?" in value:
        value = _decode_words(value)
    elif value.isascii() and value.isprintable():
        return value
    return " ".join(tidy(value).split())


def _decode_words(value: str) -> str:
    """Neighbours in one charset are joined before decoding: senders cut characters in two."""
    out: list[str] = []
    pending: tuple[str, bytes] | None = None
    at = 0
    value = _BETWEEN.sub("", value)
    for word in _WORD.finditer(value):
        between = value[at : word.start()]
        charset, data = word[1].lower(), _word_bytes(word[2], word[3])
        if pending and not between and pending[0] == charset:
            pending = (charset, pending[1] + data)
        else:
            out.append(_flush(pending))
            out.append(between)
            pending = (charset, data)
        at = word.end()
    return "".join([*out, _flush(pending), value[at:]])


def _flush(pending: tuple[str, bytes] | None) -> str:
    return decode(pending[1], pending[0])[0] if pending else ""


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if encoding in "bB":
        return from_base64(data)
    return _ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), data.replace(b"_", b" "))


def from_base64(data: bytes) -> bytes:
    """Base64 with whatever is not its alphabet left out and missing padding added."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def addresses(values: Iterable[str]) -> tuple[Address, ...]:
    """Every mailbox of address fields: names, comments, groups, quotes and encoded words understood; no repeats."""
    found: dict[str, Address] = {}
    for value in values:
        for chunk in _mailboxes(value[:MOST_VALUE]):
            address = _mailbox(chunk)
            if address and address.email not in found:
                found[address.email] = address
            if len(found) >= MOST_ADDRESSES:
                return tuple(found.values())
    return tuple(found.values())


def _mailboxes(value: str) -> list[str]:
    """Cut at the commas and semicolons, and after the name of a group, that stand outside quotes, <> and comments."""
    chunks, start, angle = list[str](), 0, False
    for at in _open_marks(value):
        char = value[at]
        if char in "<>":
            angle = char == "<"
        elif char == ";" or (char == "," and not angle):
            chunks.append(value[start:at])
            start, angle = at + 1, False
        elif char == ":" and not angle:
            start = at + 1  # "Undisclosed recipients:;"
    return [*chunks, value[start:]]


def _open_marks(value: str) -> Iterator[int]:
    """Where the characters <>,;: stand outside quotes and comments."""
    depth, quoted, escaped = 0, False, False
    for at, char in enumerate(value):
        if escaped:
            escaped = False
        elif char == "\\" and (quoted or depth):
            escaped = True
        elif quoted or (char == '"' and not depth):
            quoted = char != '"' if quoted else True
        elif char in "()":
            depth = max(0, depth + (1 if char == "(" else -1))
        elif not depth and char in "<>,;:":
            yield at


def _mailbox(chunk: str) -> Address | None:
    """`Ada <ada@example.org>`, `ada@example.org (Ada)`, `"x@y" <ada@example.org>`, and what comes near."""
    before, angle, after = chunk.rpartition("<")
    spot = _EMAIL.search(after.partition(">")[0]) if angle else _EMAIL.search(_without_quotes(chunk))
    if spot is None:
        spot = _EMAIL.search(decoded(chunk))
        before = ""
    if spot is None:
        return None
    email = decoded(spot[0]).strip(".'").lower().removeprefix("mailto:")
    name = before if angle else "".join(re.findall(r"\(([^()]*)\)", chunk))
    name = decoded(re.sub(r"\\(.)", r"\1", name.strip().strip('"'))).strip("'\" ")
    return Address(email, "" if name.lower() == email else name[:200]) if "@" in email else None


def _without_quotes(chunk: str) -> str:
    return re.sub(r'"(?:[^"\\]|\\.)*+"(?!@)|\([^()]*\)', " ", chunk)


def message_ids(value: str) -> tuple[str, ...]:
    """The Message-IDs in a field, with their angle brackets, in order, no repeats: those that we could write too."""
    found = dict.fromkeys(filter(is_message_id, _ID.findall(value[: MOST_VALUE * 2])))
    return tuple(found)[-MOST_IDS:]


def date_of(value: str) -> datetime | None:
    """A Date field as an aware time in the offset that it names; without one, or with -0000, it is UTC.

    None where there is no date in it, or one that no mail can have (before 1980, after 2100).
    """
    if not value or len(value) > 200:
        return None
    try:
        parsed = parsedate_tz(value)
        if parsed is None:
            return None
        year, month, day, hour, minute, second = parsed[:6]
        offset = parsed[9] or 0
        zone = timezone(timedelta(seconds=offset)) if offset and _ZONE.search(value) else UTC
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
        moment.astimezone(UTC)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return moment if 1980 <= moment.year <= 2100 else None


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """`text/plain; charset="utf-8"; name*0*=utf-8''a%20; name*1=b` -> ("text/plain", {"charset": …, "name": …})."""
    value = value[:MOST_VALUE]
    main = value.partition(";")[0].strip().lower()
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for field in _PARAMETER.finditer(value):
        name = field[1].lower()
        text = re.sub(r"\\(.)", r"\1", field[2]) if field[2] is not None else field[3].strip()
        base, star, rest = name.partition("*")
        number = rest.rstrip("*")
        if not star:
            plain.setdefault(name, decoded(text))
        elif not number or number.isdecimal():
            pieces.setdefault(base, {})[int(number[:4] or 0)] = (text, name.endswith("*"))
    for name, numbered in pieces.items():
        plain[name] = _joined(numbered)
    return main, plain


def _joined(numbered: dict[int, tuple[str, bool]]) -> str:
    """RFC 2231: pieces in order; the first encoded one names the charset."""
    charset, data = "utf-8", b""
    for place, number in enumerate(sorted(numbered)):
        text, encoded = numbered[number]
        if encoded and place == 0 and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data += unquote_to_bytes(text) if encoded else text.encode("utf-8", "replace")
    return " ".join(tidy(decode(data, charset)[0]).split())
