"""The files of a Maildir: how they are named, listed and delivered (qmail's maildir(5), Maildir++)."""

from __future__ import annotations

import os
import re
import socket
import time
from itertools import count
from pathlib import Path

from assistant.files import sync_folder

PARTS = ("new", "cur")  # in this order: a mail that moves on meanwhile is seen twice, never missed

MOST_LINE = 1000  # bytes of the longest line that mail may have (RFC 5322 §2.1.1)

_delivery = count(1)


def deliver(folder: Path, raw: bytes, *, seen: bool = False) -> Path:
    """Puts a mail into the Maildir `folder`: written in `tmp`, synced, then renamed. Raises OSError."""
    host = socket.gethostname().replace("/", "\\057").replace(":", "\\072")
    now = time.time_ns()
    name = f"{now // 10**9}.M{now % 10**9 // 1000}P{os.getpid()}Q{next(_delivery)}.{host}"
    temporary = folder / "tmp" / name
    try:
        with temporary.open("xb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        target = folder / "cur" / f"{name}:2,S" if seen else folder / "new" / name
        temporary.rename(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return target


def make(folder: Path, *, top: bool = False) -> None:
    for part in ("tmp", "new", "cur"):
        (folder / part).mkdir(mode=0o700, parents=True, exist_ok=True)
    if not top:
        (folder / "maildirfolder").touch(exist_ok=True)  # Maildir++: not a Maildir of its own


def files(folder: Path) -> dict[str, Path]:
    """The mails of a Maildir by their base names; empty where there is none."""
    found: dict[str, Path] = {}
    for part in PARTS:
        try:
            with os.scandir(folder / part) as entries:
                found |= {
                    base_name(e.name): Path(e.path)
                    for e in entries
                    if not e.name.startswith(".") and e.is_file(follow_symlinks=False)
                }
        except FileNotFoundError:
            continue
    return found


def base_name(name: str) -> str:
    return name.partition(":")[0]


def with_seen(name: str) -> str:
    """The file name with the flag S; flags stand in alphabetical order."""
    base, _, info = name.partition(":2,")
    return f"{base_name(base)}:2,{''.join(sorted({*info, 'S'}))}"


def mtime(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def as_sent(raw: bytes) -> bytes:
    """As it travelled: local delivery stores LF where the mail had CRLF, and signatures count them (RFC 6376 §3.4)."""
    return raw if b"\r\n" in raw[:MOST_LINE] else re.sub(rb"(?<!\r)\n", b"\r\n", raw)
