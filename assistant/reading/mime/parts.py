"""The MIME structure of a mail: a tree of parts, cut in linear time, with a limit on everything.

Our own cutter, not `email`'s: the same header reading everywhere, no recursion that a mail decides about, bytes kept
as they came. What is beyond a limit is named in `Cutter.problems`.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.reading.mime.charsets import decode, tidy
from assistant.reading.mime.headers import Headers, cut, from_base64, parameters
from assistant.reading.mime.sealed import is_smime, signed_content

MOST_PARTS = 1000
MOST_DEPTH = 20
MOST_TEXT = 1_000_000  # characters of one part's text that are read

_META = re.compile(rb"<meta[^<>]{0,200}\bcharset=[\"']?([\w-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `kind` is its content type in lower case; `body` is as sent (see `payload`)."""

    headers: Headers
    kind: str
    params: dict[str, str]
    body: bytes
    children: tuple[Part, ...] = ()

    @property
    def disposition(self) -> str:
        return parameters(self.headers.get("content-disposition"))[0]

    @property
    def filename(self) -> str:
        """The name that the sender gave the file, without any folder, or ""."""
        given = parameters(self.headers.get("content-disposition"))[1].get("filename") or self.params.get("name", "")
        return re.split(r"[/\\]", given)[-1].strip()[:200]

    @property
    def payload(self) -> bytes:
        """The decoded bytes."""
        encoding = self.headers.get("content-transfer-encoding").strip().lower()
        if encoding == "base64":
            return from_base64(self.body)
        if encoding == "quoted-printable":
            return quopri.decodestring(self.body)
        if encoding in {"x-uuencode", "uuencode", "x-uue"}:
            return _from_uu(self.body)
        return self.body

    def text(self, hint: str = "") -> tuple[str, str]:
        """The part as tidy text, and a problem or "". `hint`: a charset of the same mail. format=flowed is joined."""
        data = self.payload[: MOST_TEXT * 4]
        charset = self.params.get("charset", "")
        if not charset and self.kind == "text/html" and (named := _META.search(data[:4000])):
            charset = named[1].decode()
        text, problem = decode(data, charset, hint)
        if len(text) > MOST_TEXT:
            text, problem = text[:MOST_TEXT], f"text longer than {MOST_TEXT} characters"
        text = tidy(text)
        if self.kind == "text/plain" and self.params.get("format", "").lower() == "flowed":
            text = unflow(text, delsp=self.params.get("delsp", "").lower() == "yes")
        return text, problem

    def walk(self) -> Iterator[Part]:
        """This part and all below it, in order, but nothing inside a message/rfc822."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            if part.kind != "message/rfc822":
                waiting.extend(reversed(part.children))


@dataclass(slots=True)
class Cutter:
    """Cuts one mail into parts and keeps count."""

    parts: int = 0
    problems: dict[str, None] = field(default_factory=dict)

    def cut(self, headers: Headers, body: bytes, depth: int = 0, default: str = "text/plain") -> Part:
        self.parts += 1
        kind, params = parameters(headers.get("content-type"))
        if kind.count("/") != 1:
            kind = default
        part = Part(headers, kind, params, body)
        boundary = params.get("boundary", "").encode("utf-8", "replace")
        if kind.startswith("multipart/") and boundary:
            if depth >= MOST_DEPTH:
                self.problems[f"parts nested deeper than {MOST_DEPTH}"] = None
                return part
            inner = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            pieces = self._pieces(body, boundary)
            return Part(headers, kind, params, body, tuple(self._part(piece, depth + 1, inner) for piece in pieces))
        if kind.startswith("multipart/"):
            self.problems["multipart without boundary"] = None
            return Part(headers, "text/plain", {}, body)
        if kind in {"message/rfc822", "message/global"} and depth < MOST_DEPTH:
            whole = self.cut(*_headers_of(part.payload), depth + 1)
            return Part(headers, "message/rfc822", params, body, (whole,))
        if is_smime(kind) and depth < MOST_DEPTH and (inner_mail := signed_content(part.payload)) is not None:
            whole = self.cut(*_headers_of(inner_mail), depth + 1)
            return Part(headers, "multipart/signed", params, body, (whole,))
        return part

    def _part(self, piece: bytes, depth: int, default: str) -> Part:
        return self.cut(*_headers_of(piece), depth, default)

    def _pieces(self, body: bytes, boundary: bytes) -> Iterator[bytes]:
        """What stands between the boundary lines; a missing last one is the end of the mail."""
        start = -1
        for begin, end, last in _boundary_lines(body, b"--" + boundary):
            if start >= 0:
                yield body[start : _before_break(body, begin)]
            if last:
                return
            start = end
            if self.parts >= MOST_PARTS:
                self.problems[f"more than {MOST_PARTS} parts"] = None
                return
        if start >= 0:
            self.problems["the end is missing"] = None
            yield body[start:]


def _boundary_lines(body: bytes, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where each boundary line begins and ends, and whether it is the last one ("--" after it)."""
    at = 0 if body.startswith(mark) else _after_break(body, mark, 0)
    while at >= 0:
        end = body.find(b"\n", at + len(mark))
        end = len(body) if end < 0 else end + 1
        tail = body[at + len(mark) : end].rstrip() if end - at < len(mark) + 1000 else b"?"
        if tail in {b"", b"--"}:
            yield at, end, tail == b"--"
        at = _after_break(body, mark, end - 1)


def _after_break(body: bytes, mark: bytes, since: int) -> int:
    found = body.find(b"\n" + mark, since)
    return -1 if found < 0 else found + 1


def _headers_of(piece: bytes) -> tuple[Headers, bytes]:
    if piece[:1] == b"\n" or piece[:2] == b"\r\n":  # a part without header fields
        return Headers(b""), piece[1:] if piece[:1] == b"\n" else piece[2:]
    block, body = cut(piece)
    return Headers(block), body


def _before_break(body: bytes, at: int) -> int:
    """The line break before a boundary belongs to the boundary (RFC 2046 §5.1.1)."""
    if at and body[at - 1 : at] == b"\n":
        at -= 1
    return at - 1 if at and body[at - 1 : at] == b"\r" else at


def _from_uu(data: bytes) -> bytes:
    out = []
    for line in data.splitlines():
        if line.startswith((b"begin ", b"end")):
            continue
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(out)


def unflow(text: str, *, delsp: bool) -> str:
    """Joins flowed lines of the same quote depth and takes the stuffed space away (RFC 3676 §4)."""
    out: list[str] = []
    open_depth = -1
    pieces: list[str] = []
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        if pieces and depth != open_depth:
            out.append(_line(open_depth, pieces))
            pieces = []
        flowed = content.endswith(" ") and content != "-- "
        open_depth = depth
        pieces.append(content[:-1] if flowed and delsp else content)
        if not flowed:
            out.append(_line(depth, pieces))
            pieces = []
    if pieces:
        out.append(_line(open_depth, pieces))
    return "\n".join(out)


def _line(depth: int, pieces: list[str]) -> str:
    content = "".join(pieces)
    return f"{'>' * depth} {content}" if depth else content
