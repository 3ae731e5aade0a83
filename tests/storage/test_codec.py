"""Whatever a book holds comes back from its JSON; what does not fit is refused with its place, never with its text."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.mentoring.book import Book, Goal, Note, Protege
from assistant.mentoring.letters import Kind, Letter
from assistant.mentoring.person import Ladder, Person, Stage
from assistant.mentoring.schedule import Meeting
from assistant.ports import MailboxState
from assistant.storage.codec import SchemaError, codec_of, decode, encode
from assistant.storage.jsonfile import dumps, loads
from assistant.storage.schema import Memo, Schema

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)

ZONES = st.one_of(st.none(), st.just(UTC), st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))))
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.dates()
    | st.datetimes(timezones=ZONES)
    | st.times(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text() | st.sampled_from(["$date", "$tuple", "$dict", "$x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type as annotated: every field filled, those with defaults too."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is object:
        return PLAIN
    if hint is int:
        return st.integers(-(2**63), 2**63 - 1)
    if hint is datetime:
        return st.datetimes(timezones=ZONES)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if is_dataclass(hint):
        return any_document(hint)
    if NoneType in arguments:
        return st.none() | any_of(next(a for a in arguments if a is not NoneType))
    if origin is tuple and arguments[1:] == (...,):
        return st.lists(any_of(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(any_of, arguments))
    if origin in (dict, Mapping):
        return st.dictionaries(st.text(), any_of(arguments[1]), max_size=3)
    return st.from_type(hint)


def any_document(type_: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(type_)
    plain = {f.name: any_of(hints[f.name]) for f in fields(type_)}
    return st.builds(type_, **plain)


any_book = any_document(Book)
slow = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
)


@given(book=any_book)
@slow
def test_any_book_survives_the_round_trip(book: Book) -> None:
    assert decode(Book, loads(dumps(encode(book)))) == book


@given(book=any_book)
@slow
def test_any_book_survives_as_tables(book: Book) -> None:
    schema, meta = Schema(Book), {"configured": {"id": "ada"}}
    tables = schema.dump(book, meta, Memo())
    assert schema.load(loads(dumps(tables, readable=True))) == (book, meta)


@given(state=any_document(MailboxState))
def test_any_mailbox_state_survives(state: MailboxState) -> None:
    schema = Schema(MailboxState)
    assert schema.load(loads(dumps(schema.dump(state, {}, Memo())))) == (state, {})


@given(value=PLAIN)
def test_plain_values_come_back_with_their_types(value: object) -> None:
    plain = codec_of(object)
    again = plain.decode(loads(dumps(plain.encode(value))))
    assert again == value
    assert type(again) is type(value)


@given(
    junk=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from([f.name for f in fields(Person)]) | st.text(), inner)
        ),
    )
)
def test_junk_is_refused_as_such_or_is_a_person(junk: object) -> None:
    try:
        person = decode(Person, junk)
    except SchemaError:
        return
    assert decode(Person, encode(person)) == person


def test_what_is_at_its_default_is_left_out() -> None:
    assert encode(Goal(1, "Lead a team")) == {"number": 1, "text": "Lead a team"}
    assert encode(Person("minerva", "Minerva", stage=Stage.READY, ladder=Ladder(rung=0))) == {
        "id": "minerva",
        "name": "Minerva",
        "stage": "ready",
        "ladder": {"rung": 0},
    }


def test_dates_are_readable_and_keep_their_offset_or_their_lack_of_one() -> None:
    summer = datetime(2026, 7, 1, 9, tzinfo=timezone(timedelta(hours=2)))
    meeting = Meeting("m1", "minerva", "Coffee", datetime(2026, 7, 1, 9), "Europe/Madrid", 30, stamp=summer)  # noqa: DTZ001 - local
    document = encode(meeting)
    assert document["start"] == "2026-07-01T09:00:00"
    assert document["stamp"] == "2026-07-01T09:00:00+02:00"
    again = decode(Meeting, document)
    assert again.start.tzinfo is None
    assert again.stamp is not None
    assert again.stamp.utcoffset() == timedelta(hours=2)


def test_plain_values_read_well() -> None:
    values = {"day": date(2026, 3, 3), "at": time(9, 30), "slots": ["Mon", "Tue"], "n": 2, "who": None}
    assert codec_of(object).encode(values) == {
        "day": {"$date": "2026-03-03"},
        "at": {"$time": "09:30:00"},
        "slots": ["Mon", "Tue"],
        "n": 2,
        "who": None,
    }


def test_a_field_of_a_newer_program_is_refused_and_named() -> None:
    with pytest.raises(SchemaError, match=r"Book: goals\.2\.colour: this version knows no such field"):
        decode(
            Book, {"protege": ADA, "goals": [{"number": 1, "text": "x"}, {"number": 2, "text": "x", "colour": "red"}]}
        )


def test_a_missing_field_without_default_is_named() -> None:
    with pytest.raises(SchemaError, match="Book: protege: this field is missing"):
        decode(Book, {})


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("welcomed", "soon: a secret", "welcomed: datetime in ISO 8601 expected"),
        ("strangers", "a secret", "strangers: int expected"),
        ("strangers", True, "strangers: int expected"),
        ("people", {"a secret": 1}, "people: a list expected"),
        ("people", [{"id": "m", "name": "M", "stage": "a secret"}], r"people\.1\.stage: one of prospect, .* expected"),
        (
            "people",
            [{"id": "m", "name": "M", "stage": ["a secret"]}],
            r"people\.1\.stage: one of prospect, .* expected",
        ),
        ("undo", ["a secret"], "undo: a list of 3 expected"),
        ("handled", {"a secret": 7}, r"handled\.value: date in ISO 8601 expected"),
        ("letters", [{"values": {"x": {"$moon": 1}}, "id": ""}], "letters"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place_and_without_its_text(field: str, value: object, says: str) -> None:
    with pytest.raises(SchemaError, match=says) as refused:
        decode(Book, {"protege": ADA, field: value})
    assert "secret" not in str(refused.value)
    assert not refused.value.retry


def test_a_wrong_value_never_gets_into_a_file() -> None:
    with pytest.raises(TypeError, match=r"Goal\.text: str expected, got NoneType"):
        encode(Goal(1, None))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"Goal\.number: int expected"):
        encode(Goal(True, "x"))
    with pytest.raises(TypeError, match=r"Goal\.number: int expected"):
        encode(Goal(2**63, "x"))
    with pytest.raises(TypeError, match=r"Note\.at: datetime expected, got date"):
        encode(Note(date(2026, 3, 3), "", "", ""))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"Letter\.values: plain data expected, got set"):
        encode(replace(letter(), values={"x": {1}}))


def test_an_unknown_type_is_refused_when_its_codec_is_built() -> None:
    @dataclass(frozen=True)
    class Odd:
        x: complex

    with pytest.raises(TypeError, match="no codec for"):
        encode(Odd(1j))


def test_a_lone_surrogate_of_a_broken_mail_survives() -> None:
    goal = Goal(1, "caf\udce9 \N{GRINNING FACE}")
    assert decode(Goal, loads(dumps(encode(goal)))) == goal


# --- the versions of the schema


def test_old_tables_go_through_every_migration_in_turn() -> None:
    def name_in_full(tables: Any) -> Any:
        tables["protege"]["1"]["name"] = tables["protege"]["1"].pop("called")
        return tables

    def goals_get_numbers(tables: Any) -> Any:
        for number, goal in tables["goals"].items():
            goal["number"] = int(number)
        return tables

    schema = Schema(Book, version=3, migrations={1: name_in_full, 2: goals_get_numbers})
    old: Any = {
        "meta": {"1": {"schema": 1}},
        "protege": {"1": {"id": "ada", "email": "ada@example.org", "called": "Ada Byron"}},
        "goals": {"1": {"text": "Lead"}, "2": {"text": "Write"}},
    }
    book, _ = schema.load(old)
    assert book == Book(Protege("ada", "Ada Byron", "ada@example.org"), goals=(Goal(1, "Lead"), Goal(2, "Write")))


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"meta": {"1": {"schema": 2}}}, "newer version of the assistant"),
        ({}, "version of its schema is missing"),
        ({"meta": {"1": {"schema": "1"}}}, "version of its schema is missing"),
        ({"meta": {"1": {"schema": 1}}, "moons": {"1": {}}}, "moons: this version knows no such field"),
        ({"meta": {"1": {"schema": 1}}, "protege": {"1": {}, "2": {}}}, "protege: one document expected"),
        ({"meta": {"1": {"schema": 1}, "2": {}}}, "meta: one document expected"),
        ({"meta": {"1": {"schema": 1}}, "state": {"1": {"goals": []}}, "goals": {}}, "goals: both a table and"),
    ],
)
def test_tables_that_are_not_ours_are_refused(tables: Any, says: str) -> None:
    with pytest.raises(SchemaError, match=says):
        Schema(Book).load(tables)


def test_a_book_kept_from_schema_1_is_still_read() -> None:
    book, _ = Schema(Book).load(loads(KEPT_1))
    assert book.protege.away == ((date(2026, 8, 1), date(2026, 8, 15)),)
    assert book.people[0].stage is Stage.CONTACTED
    assert book.people[0].ladder.started == NOON
    assert book.letters == (replace(letter(), values={"day": date(2026, 3, 9)}),)
    assert book.handled == {"k1": date(2026, 3, 3)}


def test_unchanged_items_are_encoded_once() -> None:
    memo, schema = Memo(), Schema(Book)
    book = Book(Protege("ada", "Ada", "ada@example.org"), letters=(letter(),), goals=(Goal(1, "x"),))
    first = schema.dump(book, {}, memo)
    second = schema.dump(replace(book, goals=(Goal(1, "y"),)), {}, memo)
    assert second["letters"]["1"] is first["letters"]["1"]
    assert second["goals"]["1"] == {"number": 1, "text": "y"}


def letter() -> Letter:
    return Letter("l1", Kind.ATTEMPT, "person/first", "person/minerva", "minerva@example.org", "Hi", "Hi!", "d", NOON)


ADA = {"id": "ada", "name": "Ada Byron", "email": "ada@example.org"}

KEPT_1 = b"""
{
  "meta": {"1": {"schema": 1, "configured": {"id": "ada", "name": "Ada", "email": "ada@example.org"}}},
  "protege": {"1": {"id": "ada", "name": "Ada", "email": "ada@example.org", "away": [["2026-08-01", "2026-08-15"]]}},
  "people": {"1": {"id": "minerva", "name": "Minerva", "email": "minerva@example.org", "stage": "contacted",
                   "ladder": {"rung": 0, "started": "2026-03-03T12:00:00+00:00"}}},
  "letters": {"1": {"id": "l1", "kind": "attempt", "template": "person/first", "thread": "person/minerva",
                    "to": "minerva@example.org", "subject": "Hi", "text": "Hi!", "digest": "d",
                    "created": "2026-03-03T12:00:00+00:00", "values": {"day": {"$date": "2026-03-09"}}}},
  "handled": {"1": {"k1": "2026-03-03"}},
  "state": {"1": {"strangers": 2, "misses": ["2026-03-03T12:00:00+00:00"]}}
}
"""
