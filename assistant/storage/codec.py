"""Values ↔ JSON, derived from the types of the dataclasses themselves: there are no hand-written lists of fields.

Dates and times are ISO 8601 (aware ones with their offset, naive ones without), a StrEnum is its value, a tuple a list.
A field at its default is left out, so the defaults are part of the schema: whoever changes one writes a migration.
A field that the JSON has and the type has not was written by a newer program: it is refused, since dropping it would
lose data. A type that has no codec is refused with a TypeError when the codec is built.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from assistant.errors import StorageError
from assistant.storage.jsonfile import Json

T = TypeVar("T")
Values: TypeAlias = Any  # what a codec takes and gives: only the codec knows its type

INTEGERS = range(-(2**63), 2**63)  # what every JSON library reads back as written


class SchemaError(StorageError):
    """A state file that this program can't read: written by a newer one, or edited wrongly. Nobody's waiting helps."""

    retry = False


class Misfit(ValueError):
    """JSON that does not fit its type: `expected`, and the `places` that lead there. Never the text itself."""

    def __init__(self, expected: str, *places: object) -> None:
        super().__init__(": ".join(filter(None, (".".join(map(str, places)), expected))))
        self.expected = expected
        self.places = places

    def inside(self, place: object) -> Misfit:
        return Misfit(self.expected, place, *self.places)


@dataclass(frozen=True, slots=True)
class Codec:
    """One type's way to JSON and back. `encode` raises TypeError (our bug), `decode` Misfit (the file's)."""

    encode: Callable[[Values], Json]
    decode: Callable[[Json], Values]


def encode(value: object) -> Json:
    """A dataclass as a JSON document."""
    return codec_of(type(value)).encode(value)


def decode(type_: type[T], document: Json) -> T:
    """The dataclass that `document` holds. Raises SchemaError, which names the place and what was expected."""
    try:
        return cast("T", codec_of(type_).decode(document))
    except Misfit as misfit:
        raise SchemaError(f"{type_.__name__}: {misfit}") from misfit


def codec_of(type_: Values) -> Codec:
    """The codec of a type as annotated, built once. Raises TypeError for a type that has none."""
    return _built(type_)


@cache
def _built(type_: Values) -> Codec:
    origin: Values = get_origin(type_)
    arguments = get_args(type_)
    if type_ is object:
        return Codec(_plain_to_json, _plain_from_json)
    if type_ in (str, int, bool, float):
        return _scalar(type_)
    if type_ in (datetime, date, time):
        return _moment(type_)
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return _enum(type_)
    if is_dataclass(type_):
        return _document(cast("type", type_))
    if origin in (UnionType, Union) and len(arguments) == 2 and NoneType in arguments:
        return _optional(codec_of(next(a for a in arguments if a is not NoneType)))
    if origin is tuple:
        return _list(codec_of(arguments[0])) if arguments[1:] == (...,) else _row(arguments)
    if origin in (dict, Mapping) and arguments[0] is str:
        return _mapping(codec_of(arguments[1]))
    raise TypeError(f"no codec for {type_}: storage.codec must learn it first")


def _scalar(type_: type) -> Codec:
    def encode_scalar(value: Values) -> Json:
        if type_ is str and isinstance(value, str):
            return str(value)  # a StrEnum in a field of text is its value
        if type(value) is not type_ or (type_ is int and value not in INTEGERS) or not _finite(value):
            raise TypeError(f"{type_.__name__} expected, got {type(value).__name__}")
        return value

    def decode_scalar(data: Json) -> Values:
        if type(data) is not type_:
            raise Misfit(f"{type_.__name__} expected")
        return data

    return Codec(encode_scalar, decode_scalar)


def _moment(type_: Values) -> Codec:
    def encode_moment(value: Values) -> Json:
        if type(value) is not type_:
            raise TypeError(f"{type_.__name__} expected, got {type(value).__name__}")
        return value.isoformat()

    def decode_moment(data: Json) -> Values:
        try:
            return type_.fromisoformat(data)
        except (TypeError, ValueError) as error:
            raise Misfit(f"{type_.__name__} in ISO 8601 expected") from error

    return Codec(encode_moment, decode_moment)


def _enum(type_: type[StrEnum]) -> Codec:
    def encode_enum(value: Values) -> Json:
        return type_(value).value

    def decode_enum(data: Json) -> Values:
        try:
            return type_(data)
        except (TypeError, ValueError) as error:
            raise Misfit(f"one of {', '.join(type_)} expected") from error

    return Codec(encode_enum, decode_enum)


def _optional(inner: Codec) -> Codec:
    return Codec(
        lambda value: None if value is None else inner.encode(value),
        lambda data: None if data is None else inner.decode(data),
    )


def _list(inner: Codec) -> Codec:
    def encode_list(value: Values) -> Json:
        if not isinstance(value, tuple):
            raise TypeError(f"tuple expected, got {type(value).__name__}")
        return [inner.encode(item) for item in value]

    def decode_list(data: Json) -> Values:
        return tuple(_at(place, inner, item) for place, item in enumerate(_checked(data, list), 1))

    return Codec(encode_list, decode_list)


def _row(types: tuple[Values, ...]) -> Codec:
    """A tuple of fixed length."""
    inner = tuple(codec_of(t) for t in types)

    def encode_row(value: Values) -> Json:
        return [codec.encode(item) for codec, item in zip(inner, value, strict=True)]

    def decode_row(data: Json) -> Values:
        if len(_checked(data, list)) != len(inner):
            raise Misfit(f"a list of {len(inner)} expected")
        return tuple(_at(place, codec, item) for place, (codec, item) in enumerate(zip(inner, data, strict=True), 1))

    return Codec(encode_row, decode_row)


def _mapping(inner: Codec) -> Codec:
    def encode_mapping(value: Values) -> Json:
        return {_key(key): inner.encode(item) for key, item in value.items()}

    def decode_mapping(data: Json) -> Values:
        return {key: _at("value", inner, item) for key, item in _checked(data, dict).items()}

    return Codec(encode_mapping, decode_mapping)


def _document(type_: type) -> Codec:
    """A dataclass. Its fields' codecs are found at first use, so that a type may hold its own kind."""

    @cache
    def plan() -> dict[str, tuple[Codec, Callable[[], Values] | None]]:
        hints = get_type_hints(type_)
        return {f.name: (codec_of(hints[f.name]), _default(f)) for f in fields(type_)}

    def encode_document(value: Values) -> Json:
        if type(value) is not type_:
            raise TypeError(f"{type_.__name__} expected, got {type(value).__name__}")
        document = {}
        for name, (codec, default) in plan().items():
            item = getattr(value, name)
            try:
                data = codec.encode(item)
            except (TypeError, ValueError) as error:
                raise TypeError(f"{type_.__name__}.{name}: {error}") from error
            if default is None or item != default():
                document[name] = data
        return document

    def decode_document(data: Json) -> Values:
        _check_names(_checked(data, dict), {name: default is None for name, (_, default) in plan().items()})
        return type_(**{name: _at(name, plan()[name][0], item) for name, item in data.items()})

    return Codec(encode_document, decode_document)


def _check_names(data: Json, known: dict[str, bool]) -> None:
    """`known`: the fields, and whether they are needed."""
    for name in data:
        if name not in known:
            raise Misfit("this version knows no such field (written by a newer one?)", name)
    for name, needed in known.items():
        if needed and name not in data:
            raise Misfit("this field is missing", name)


def _default(field: Field[Values]) -> Callable[[], Values] | None:
    if field.default is not MISSING:
        return lambda: field.default
    return None if field.default_factory is MISSING else field.default_factory


# --- plain values (`dict[str, object]`): JSON as it is, and one tag for what JSON has not

TAGGED: dict[str, Values] = {"$date": date, "$datetime": datetime, "$time": time}


def _plain_to_json(value: Values) -> Json:
    """Dates, times, tuples become {"$date": …}; a dict that looks like such a tag is itself tagged as $dict."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if type(value) is int or type(value) is float:
        return codec_of(type(value)).encode(value)
    if isinstance(value, (datetime, date, time)):
        kind = "datetime" if isinstance(value, datetime) else "date" if isinstance(value, date) else "time"
        return {f"${kind}": value.isoformat()}
    if isinstance(value, list):
        return [_plain_to_json(item) for item in value]
    if isinstance(value, tuple):
        return {"$tuple": [_plain_to_json(item) for item in value]}
    if isinstance(value, Mapping):
        document = {_key(key): _plain_to_json(item) for key, item in value.items()}
        return {"$dict": document} if _tag(document) else document
    raise TypeError(f"plain data expected, got {type(value).__name__}")


def _plain_from_json(data: Json) -> Values:
    if isinstance(data, list):
        return [_plain_from_json(item) for item in data]
    if not isinstance(data, dict):
        return data
    tag = _tag(data)
    if tag in TAGGED:
        return codec_of(TAGGED[tag]).decode(data[tag])
    if tag == "$tuple":
        return tuple(_plain_from_json(item) for item in _checked(data[tag], list))
    if tag == "$dict":
        data = _checked(data[tag], dict)
    elif tag:
        raise Misfit("a tag that this version does not know (written by a newer one?)")
    return {key: _plain_from_json(item) for key, item in data.items()}


def _tag(document: dict[str, Json]) -> str:
    name = next(iter(document)) if len(document) == 1 else ""
    return name if name.startswith("$") else ""


# --- small helpers


def _at(place: object, codec: Codec, data: Json) -> Values:
    try:
        return codec.decode(data)
    except Misfit as misfit:
        raise misfit.inside(place) from misfit


def _checked(data: Json, type_: type) -> Json:
    if type(data) is not type_:
        raise Misfit(f"{'a list' if type_ is list else 'an object'} expected")
    return data


def _key(key: Values) -> str:
    if not isinstance(key, str):
        raise TypeError(f"keys are text, got {type(key).__name__}")
    return str(key)


def _finite(value: Values) -> bool:
    return type(value) is not float or math.isfinite(value)
