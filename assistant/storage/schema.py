"""A state file: a value of the core as tables, with the version of its schema. One document an item, so that it stays
readable, and each document may become a row of a larger database one day.

A field of the value that is a tuple of dataclasses is a table with a document an item, in order; a dataclass or a
mapping is a table with one document; the small rest is the one document of the table `state`. The table `meta` says
the version, and keeps what the store itself needs to know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from functools import cache
from typing import Generic, TypeVar, cast, get_args, get_origin, get_type_hints

from assistant.storage.codec import Codec, Misfit, SchemaError, Values, codec_of
from assistant.storage.tinydb import Document, Tables

T = TypeVar("T")
Migration = Callable[[Tables], Tables]

META, STATE, ONLY = "meta", "state", "1"


class Memo:
    """Documents of the last dump, by the very value that they encode: between two commits almost all are the same.

    It holds the values, so an identity is never reused while it counts; what a dump did not ask for is let go.
    """

    def __init__(self) -> None:
        self._last: dict[int, tuple[object, Document]] = {}
        self._next: dict[int, tuple[object, Document]] = {}

    def document(self, codec: Codec, value: object) -> Document:
        known = self._last.get(id(value))
        entry = known if known is not None else (value, codec.encode(value))
        self._next[id(value)] = entry
        return entry[1]

    def turn(self) -> None:
        self._last, self._next = self._next, {}


@dataclass(frozen=True, slots=True)
class Schema(Generic[T]):
    """How one kind of state file holds its value.

    `migrations` maps a version to the function that makes its tables those of the next one.
    """

    type: type[T]
    version: int = 1
    migrations: Mapping[int, Migration] = field(default_factory=dict)

    def dump(self, value: T, meta: Document, memo: Memo) -> Tables:
        """The tables that hold `value`. Tables that would be empty are left out."""
        tables: Tables = {META: {ONLY: {"schema": self.version, **meta}}}
        shape, book = shape_of(self.type), cast("Values", value)
        rest = codec_of(self.type).encode(replace(book, **dict.fromkeys(shape.many, ())))
        for name in shape.order:
            if name in shape.many:
                documents = [memo.document(shape.many[name], item) for item in getattr(book, name)]
                tables[name] = {str(number): document for number, document in enumerate(documents, 1)}
            elif name in rest and name in shape.one:
                tables[name] = {ONLY: rest[name]}
            elif name in rest:
                tables.setdefault(STATE, {ONLY: {}})[ONLY][name] = rest[name]
        memo.turn()
        return {name: table for name, table in tables.items() if table}

    def load(self, tables: Tables) -> tuple[T, Document]:
        """The value and the meta document. Raises SchemaError for what is newer, or does not fit."""
        tables = self._migrated(tables)
        try:
            meta = dict(_only(META, tables[META]))
            del meta["schema"]
            return codec_of(self.type).decode(self._joined(tables)), meta
        except Misfit as misfit:
            raise SchemaError(f"{self.type.__name__}: {misfit}") from misfit

    def _joined(self, tables: Tables) -> Document:
        """The one document of the whole value."""
        shape = shape_of(self.type)
        whole: Document = dict(tables.get(STATE, {}).get(ONLY, {}))
        for name, table in tables.items():
            if name in (META, STATE):
                continue
            if name in whole:
                raise Misfit("both a table and a field of state", name)
            whole[name] = list(table.values()) if name in shape.many else _only(name, table)
        return whole

    def _migrated(self, tables: Tables) -> Tables:
        version = tables.get(META, {}).get(ONLY, {}).get("schema")
        if type(version) is not int or version < 1:
            raise SchemaError(f"{self.type.__name__}: the version of its schema is missing")
        if version > self.version:
            raise SchemaError(
                f"{self.type.__name__}: written by a newer version of the assistant"
                f" (schema {version}, this one knows {self.version})"
            )
        for old in range(version, self.version):
            tables = self.migrations[old](tables)
        return tables


def _only(name: str, table: dict[str, Document]) -> Document:
    if set(table) != {ONLY}:
        raise Misfit("one document expected", name)
    return table[ONLY]


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a type, in `order`: which are a table with a document an item (`many`), which one with `one`."""

    order: tuple[str, ...]
    many: dict[str, Codec]
    one: frozenset[str]


def shape_of(type_: Values) -> Shape:
    return _shape(type_)


@cache
def _shape(type_: Values) -> Shape:
    hints: dict[str, Values] = get_type_hints(type_)
    origins: dict[str, Values] = {name: get_origin(hint) for name, hint in hints.items()}
    tuples = {name: get_args(hints[name]) for name, origin in origins.items() if origin is tuple}
    assert not {META, STATE} & hints.keys(), "a field by the name of the store's own tables"
    return Shape(
        order=tuple(hints),
        many={n: codec_of(a[0]) for n, a in tuples.items() if is_dataclass(a[0]) and a[1:] == (...,)},
        one=frozenset(n for n, hint in hints.items() if is_dataclass(hint) or origins[n] in (dict, Mapping)),
    )
