"""The books and the mailbox's state on disk: `ports.Store` on TinyDB files.

books/<id>/book.json     the live book; beside it .bak, and .corrupt when it once was damaged
books/<id>/journal.jsonl every note, append-only; closed.jsonl: what has left the live book
mailbox.json             what belongs to the mailbox and to no book
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.errors import ConfigError, StorageError
from assistant.mentoring.book import Book, Note, Protege
from assistant.ports import MailboxState
from assistant.storage.codec import decode, encode
from assistant.storage.journal import Journal, Tail
from assistant.storage.lock import make_folder
from assistant.storage.schema import Memo, Schema
from assistant.storage.tinydb import AtomicStorage, Document, Tables

log = logging.getLogger(__name__)

BOOK = Schema(Book)
MAILBOX = Schema(MailboxState)

SAFE_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}", re.ASCII)
BY_MAIL = ("zone", "country", "opens", "closes", "digest_at", "away")  # what a protégé may set by mail
KEPT = ("letters", "meetings", "actions", "recaps")  # what goes to closed.jsonl when it leaves the live book


@dataclass(frozen=True, slots=True)
class Meta:
    """What the store keeps in a book's file for itself.

    configured: the configuration that the book's own settings came from, to tell them from those set by mail.
    journal, closed: what the last commit wants at the end of the two append-only files.
    """

    configured: Protege | None = None
    journal: Tail = field(default_factory=Tail)
    closed: Tail = field(default_factory=Tail)


class TinyDbStore:
    """`ports.Store` in a state folder, for one thread of the one process that holds `run.lock`.

    Others may read (`load`, `readable`, `notes`): reading changes nothing on disk.
    """

    def __init__(self, folder: Path, proteges: Sequence[Protege]) -> None:
        """Raises ConfigError for an id that is no safe name of a folder, or is there twice."""
        self.folder = folder
        self._shelves: dict[str, Shelf] = {}
        for protege in proteges:
            if not SAFE_ID.fullmatch(protege.id):
                raise ConfigError(f"protege id {protege.id!r}: a to z, 0 to 9, - and _ only, 41 at most")
            if protege.id in self._shelves:
                raise ConfigError(f"protege id {protege.id!r} is there twice")
            self._shelves[protege.id] = Shelf(folder / "books" / protege.id, protege)
        self._mailbox = AtomicStorage(folder / "mailbox.json")
        self._memo = Memo()

    def books(self) -> Sequence[str]:
        return tuple(self._shelves)

    def load(self, id: str) -> Book:
        """The book as last committed; a new one where there is none yet. Raises StorageError (or its SchemaError)."""
        return self._shelf(id).load()

    def save(self, book: Book, notes: Sequence[Note] = ()) -> None:
        """Items that `book` no longer has go to closed.jsonl, unless their person has left the book with them."""
        self._shelf(book.protege.id).save(book, notes)

    def load_mailbox(self) -> MailboxState:
        make_folder(self.folder)
        tables = self._mailbox.read()
        return MailboxState() if tables is None else MAILBOX.load(tables)[0]

    def save_mailbox(self, state: MailboxState) -> None:
        self.load_mailbox()  # another process's change, or a newer program's file, is never overwritten
        self._mailbox.write(MAILBOX.dump(state, {}, self._memo))

    # --- beyond the port

    def restored(self, id: str) -> bool:
        """The book is older than what once was: from its .bak, or set back by hand. True until the next `save`.

        Then every letter that is not final is in doubt, and the protégé is told."""
        return self._shelf(id).restored

    def readable(self, id: str) -> Document:
        """The whole book as JSON, for people and scripts: fields at their default are left out."""
        return dict(encode(self.load(id)))

    def notes(self, id: str) -> Iterator[Note]:
        """The whole journal, oldest first."""
        return self._shelf(id).notes()

    def closed(self, id: str) -> Iterator[Document]:
        """What has left the live book, oldest first: {"table": "letters", "item": {…}}."""
        return self._shelf(id).closed()

    def forget(self, book: Book, person: str, notes: Sequence[Note] = ()) -> None:
        """Commits `book`, from which the person is gone, and removes what the files beside it and the .bak know."""
        self._shelf(book.protege.id).forget(book, person, notes)

    def _shelf(self, id: str) -> Shelf:
        if id not in self._shelves:
            raise ConfigError(f"there is no protégé {id!r}; there is {', '.join(self._shelves) or 'none'}")
        return self._shelves[id]


class Shelf:
    """One protégé's folder."""

    def __init__(self, folder: Path, configured: Protege) -> None:
        self.folder = folder
        self._configured = configured
        self._storage = AtomicStorage(folder / "book.json")
        self._journal = Journal(folder / "journal.jsonl")
        self._closed = Journal(folder / "closed.jsonl")
        self._memo = Memo()
        self._tables: Tables | None = None  # what `_book` and `_meta` were read from
        self._book: Book | None = None
        self._meta = Meta()
        self._set_back = False

    @property
    def restored(self) -> bool:
        self.load()
        return self._set_back

    def load(self) -> Book:
        tables = self._storage.read()
        if self._book is None or tables is not self._tables:
            self._book = None
            self._take(tables)
            self._tables = tables
        assert self._book is not None
        return self._book

    def save(self, book: Book, notes: Sequence[Note]) -> None:
        before = self.load()
        make_folder(self.folder)
        self._settle()
        meta = replace(
            self._meta,
            journal=self._journal.plan([encode(note) for note in notes]),
            closed=self._closed.plan(_gone(before, book)),
        )
        tables = BOOK.dump(book, encode(meta), self._memo)
        self._storage.write(tables)
        self._tables, self._book, self._meta, self._set_back = tables, book, meta, False
        try:
            self._settle()
        except StorageError as error:  # the commit stands and holds the lines: they are appended before the next one
            log.warning("%s; it will be tried again", error)

    def forget(self, book: Book, person: str, notes: Sequence[Note]) -> None:
        """May be repeated after a crash. Commits three times: the lines of a commit stay in it and in the next .bak."""
        self.save(book, notes)
        self.save(book, ())
        self._journal.rewrite([line for line in self._journal.lines() if line.get("person") != person])
        self._closed.rewrite([line for line in self._closed.lines() if _person(line) != person])
        self.save(book, ())
        for damaged in self.folder.glob("book.json.corrupt*"):
            damaged.unlink()

    def notes(self) -> Iterator[Note]:
        self.load()
        for line in self._journal.lines(self._meta.journal):
            yield decode(Note, line)

    def closed(self) -> Iterator[Document]:
        self.load()
        return self._closed.lines(self._meta.closed)

    # --- inside

    def _take(self, tables: Tables | None) -> None:
        if tables is None:
            self._book, self._meta, self._set_back = Book(self._configured), Meta(self._configured), False
            return
        try:
            book, document = BOOK.load(tables)
            meta = decode(Meta, document)
        except StorageError as error:
            raise type(error)(f"{self._storage.path}: {error}") from error
        if book.protege.id != self._configured.id:
            raise StorageError(
                f"{self._storage.path} is the book of {book.protege.id!r}: it was put into a wrong folder"
            )
        protege, configured = settings(book.protege, meta.configured, self._configured)
        self._book, self._meta = replace(book, protege=protege), replace(meta, configured=configured)
        ahead = self._journal.ahead(meta.journal) or self._closed.ahead(meta.closed)
        overtaken = self._storage.read() is not tables  # by the daemon's commit, while a mere reader was reading
        self._set_back = self._storage.restored or (ahead and not overtaken)
        if self._set_back:
            log.warning("%s is older than it was before: restored from a backup", self._storage.path)

    def _settle(self) -> None:
        self._journal.settle(self._meta.journal)
        self._closed.settle(self._meta.closed)


def settings(kept: Protege, seen: Protege | None, configured: Protege) -> tuple[Protege, Protege]:
    """The protégé as they are now, and the configuration that this came from.

    Who they are comes from the configuration. A setting in the book (`kept`) that still is the one once configured
    (`seen`) was never set by mail: it follows the configuration. Any other was set by mail and wins.
    """
    seen = seen or configured
    follows = [name for name in BY_MAIL if getattr(kept, name) == getattr(seen, name)]
    by_mail = [name for name in BY_MAIL if name not in follows]
    protege = replace(configured, **{name: getattr(kept, name) for name in by_mail})
    return protege, replace(configured, **{name: getattr(seen, name) for name in by_mail})


def _gone(before: Book, after: Book) -> list[Document]:
    """The items that leave the live book. Those whose person leaves with them are forgotten, not kept."""
    known = {person.id for person in after.people} | {""}
    lines: list[Document] = []
    for table in KEPT:
        still = {_id(item) for item in getattr(after, table)}
        gone = [item for item in getattr(before, table) if _id(item) not in still and item.person in known]
        lines += [{"table": table, "item": encode(item)} for item in gone]
    return lines


def _id(item: object) -> object:
    """What an item is known by: id, uid or number, always its first field."""
    return getattr(item, next(iter(item.__dataclass_fields__)))  # type: ignore[attr-defined]


def _person(line: Document) -> str:
    item = line.get("item")
    return str(item.get("person", "")) if isinstance(item, dict) else ""
