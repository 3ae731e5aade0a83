"""Stable numbers for the mails of a Maildir, kept in one small file inside it, as an IMAP server would keep them.

A mail is known by the part of its file name before `:` (the flags), which stays when others move or flag it.
The file: `1 <validity> <next uid>`, then a line `<uid> <name>` for each mail.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from assistant.files import write_atomically

FILE = "assistant-uidlist"

log = logging.getLogger(__name__)


@dataclass(slots=True)
class UidList:
    """`validity` is new whenever the list had to be begun anew: in milliseconds, so that no two are the same."""

    validity: int
    following: int = 1
    uids: dict[str, int] = field(default_factory=dict)  # by base name

    def update(self, present: Iterable[str]) -> bool:
        """Forgets what is gone, numbers what is new, in order, never twice the same. True: something changed."""
        names = tuple(dict.fromkeys(present))
        gone = self.uids.keys() - set(names)
        for name in gone:
            del self.uids[name]
        fresh = [name for name in names if name not in self.uids]
        for name in fresh:
            self.uids[name] = self.following
            self.following += 1
        return bool(gone or fresh)

    def dump(self) -> bytes:
        """File names may hold any byte but a slash and NUL; a line end in one is written as its escape."""
        lines = [b"1 %d %d" % (self.validity, self.following)]
        lines += [b"%d %s" % (uid, _escaped(name)) for name, uid in self.uids.items()]
        return b"\n".join(lines) + b"\n"

    @classmethod
    def parse(cls, data: bytes) -> UidList:
        """Raises ValueError for anything that `dump` did not write whole."""
        if not data.endswith(b"\n"):
            raise ValueError("cut off")
        first, *lines = data[:-1].split(b"\n")
        version, validity, following = (int(number) for number in first.split(b" "))
        if version != 1 or validity <= 0:
            raise ValueError("another version")
        made = cls(validity, following)
        for line in lines:
            number, _, name = line.partition(b" ")
            made.uids[_unescaped(name)] = int(number)
        if len(set(made.uids.values())) != len(lines) or not all(0 < uid < following for uid in made.uids.values()):
            raise ValueError("numbers that cannot be")
        return made


def load(folder: Path) -> UidList:
    """The list of the Maildir `folder`; a new one where it is missing or broken. Raises OSError."""
    path = folder / FILE
    try:
        return UidList.parse(path.read_bytes())
    except FileNotFoundError:
        log.info("maildir %s: a new list of UIDs", folder)
    except ValueError as error:
        log.warning("maildir %s: %s is broken (%s), so all mails are numbered anew", folder, FILE, error)
    return UidList(time.time_ns() // 1_000)  # microseconds: two lists made in one millisecond must differ


def save(folder: Path, uids: UidList) -> None:
    """Raises StorageError."""
    write_atomically(folder / FILE, uids.dump())


def _escaped(name: str) -> bytes:
    return os.fsencode(name).replace(b"\\", b"\\\\").replace(b"\n", b"\\n")


def _unescaped(name: bytes) -> str:
    parts = name.split(b"\\\\")
    return os.fsdecode(b"\\".join(part.replace(b"\\n", b"\n") for part in parts))
