from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.config.places import Path, lines_of


def paths(value: Any, above: Path = ()) -> Iterator[Path]:
    """Every path of a parsed TOML value."""
    if above:
        yield above
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*above, key))
    elif isinstance(value, list):
        for count, inner in enumerate(value):
            yield from paths(inner, (*above, count))


def test_a_key_is_on_the_line_where_it_stands() -> None:
    text = (
        '# first\n[imap]\nhost = "x"\n\n[[protege]]\nname = "Ada"\n'
        '[protege.policy]\nhold_minutes = 1\n[[protege]]\nname = "Ben"\n'
    )
    found = lines_of(text)
    assert found["imap", "host"] == 3
    assert found["protege", 0, "name"] == 6
    assert found["protege", 0, "policy", "hold_minutes"] == 8
    assert found["protege", 1] == 9
    assert found["protege", 1, "name"] == 10


TRICKY = [
    'a = """\n[not.a.table]\nx = 1\n"""\nb = 2\n',
    "a = '''\nq = \"\"\"\n'''\nb = 1",
    'a = [1, # one ]\n 2,\n]\n"b.c" = {d = [{e = 1}, {e = 2}], f.g = "}"}\n',
    'a = "\\"]#" # no\nb.c . d = 1979-05-27 07:32:00\n',
    "[a . 'b c'.\"d\"]\ne = 1.5e3\n[[f]]\n[[f.g]]\nh=1\n[[f.g]]\nh=2\n[f.i]\nj=3",
    'a = """x""""\nb = """"y"""\nc = \'\'\'z\'\'\'\'\n',
    "a = []\nb = {}\nc = [[], [1]]\r\nd = true",
    "",
]


@pytest.mark.parametrize("text", TRICKY)
def test_all_keys_are_found_and_no_others(text: str) -> None:
    assert set(lines_of(text)) == set(paths(tomllib.loads(text)))


KEYS = st.sampled_from(["a", "b-1", '"c d"', "'e.f'", '"\\u00e9"', "9"])
SCALARS = st.sampled_from(
    ["1", "true", "-1.5", '"x # ["', "'y = ]'", "07:30:00", '"""\n[t]\nk=1"""', "'''a\n'b'\n'''", '"\\\\"', "inf"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda found: f"[\n {', '.join(found)} ]")
        | st.lists(st.tuples(KEYS, inner), max_size=3, unique_by=lambda pair: pair[0]).map(
            lambda found: "{" + ", ".join(f"{k} = {v}" for k, v in found) + "}"
        )
    ),
    max_leaves=6,
)
LINES = st.one_of(
    st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]} # end ] }}"),
    st.tuples(KEYS, KEYS, VALUES).map(lambda three: f"{three[0]}.{three[1]} = {three[2]}"),
    st.tuples(KEYS, KEYS).map(lambda pair: f"[ {pair[0]} . {pair[1]} ]"),
    KEYS.map(lambda key: f"[{key}]"),
    KEYS.map(lambda key: f"[[{key}]]"),
    st.just("# [no] = 1"),
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_whatever_tomllib_reads_is_walked_through_alike(text: str) -> None:
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = lines_of(text)
    assert set(found) == set(paths(parsed))
    assert all(1 <= line <= text.count("\n") + 1 for line in found.values())
