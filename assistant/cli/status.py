"""`assistant status` and `assistant book`: what the state folder holds, read beside a running daemon."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from assistant import bootstrap
from assistant.cli import report, tables
from assistant.config import Config
from assistant.errors import ConfigError
from assistant.mentoring.book import Book
from assistant.mentoring.due import Next, next_for
from assistant.mentoring.person import Person
from assistant.storage.codec import encode


def status(config: Config, protege: str | None, *, as_json: bool) -> None:
    """Prints all protégés, or the one named by id or address. ConfigError for one that is not configured."""
    now = datetime.now(UTC)
    ids = [_named(config, protege)] if protege else [p.id for p in config.proteges]
    store = bootstrap.open_store(config)
    books = [store.load(one) for one in ids]
    said = report.status(books, store.load_mailbox(), queue(config.assistant.state), _next(config, now), now)
    if as_json:
        _print_json(said)
    else:
        tables.show(tables.status(said, {b.protege.id: b.protege.zone for b in books}))


def book(config: Config, protege: str, *, log: bool, as_json: bool) -> None:
    """Prints one book, or its log. ConfigError for a protégé who is not configured."""
    now = datetime.now(UTC)
    wanted = _named(config, protege)
    store = bootstrap.open_store(config)
    found = store.load(wanted)
    if log:
        notes = tuple(store.notes(wanted))
        if as_json:
            _print_json([encode(note) for note in notes])
        else:
            tables.show(tables.log(notes, found.protege.zone))
    elif as_json:
        _print_json(encode(found))
    else:
        tables.show(tables.of_book(found, report.of_book(found, _next(config, now), now)))


def queue(state: Path) -> report.Queue:
    """How many mails wait and were set aside; files that are only being written (a dot first) do not count."""

    def count(folder: Path) -> int:
        return sum(not f.name.startswith(".") for f in folder.iterdir()) if folder.is_dir() else 0

    return report.Queue(count(state / "spool" / "new"), count(state / "spool" / "aside"))


def _next(config: Config, now: datetime) -> report.NextFor:
    def due(book: Book, person: Person) -> Next | None:
        return next_for(book, person, config.policy_for(book.protege.id), now)

    return due


def _named(config: Config, wanted: str) -> str:
    """The id of the protégé with this id, address or name."""
    word = wanted.casefold()
    for protege in config.proteges:
        if word in {protege.id, protege.email, *protege.also, protege.name.casefold()}:
            return protege.id
    known = ", ".join(p.id for p in config.proteges)
    raise ConfigError(f"no protégé {wanted!r} in {config.path}; there is: {known}")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))  # noqa: T201 - what the command is for
