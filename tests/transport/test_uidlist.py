from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.transport.uidlist import FILE, UidList, load, save

NAMES = st.lists(st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1), unique=True)


@given(NAMES, NAMES)
def test_a_list_comes_back_as_it_was_written(first: list[str], second: list[str]) -> None:
    uids = UidList(7)
    uids.update(first)
    uids.update(second)
    assert UidList.parse(uids.dump()) == uids


@given(st.lists(NAMES))
def test_no_number_is_ever_given_twice_and_none_changes(looks: list[list[str]]) -> None:
    uids = UidList(7)
    given_out: dict[int, str] = {}
    for names in looks:
        before = dict(uids.uids)
        uids.update(names)
        assert set(uids.uids) == set(names)
        for name, uid in uids.uids.items():
            assert before.get(name, uid) == uid
            if name not in before:
                assert uid not in given_out
                given_out[uid] = name


@given(st.binary())
def test_any_other_content_is_a_value_error(data: bytes) -> None:
    try:
        parsed = UidList.parse(data)
    except ValueError:
        return
    assert parsed.validity > 0
    assert all(0 < uid < parsed.following for uid in parsed.uids.values())


@pytest.mark.parametrize("cut", range(1, 20))
def test_a_list_that_was_cut_off_is_not_believed(cut: int) -> None:
    uids = UidList(7)
    uids.update(["a", "bb", "ccc"])
    whole = uids.dump()
    if not whole[:-cut].endswith(b"\n"):
        with pytest.raises(ValueError):
            UidList.parse(whole[:-cut])


def test_a_name_that_is_no_utf8_is_kept() -> None:
    uids = UidList(7)
    uids.update(["caf\udce9", "two\nlines", "back\\slash\\n"])
    assert UidList.parse(uids.dump()) == uids


def test_a_broken_list_begins_anew_and_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        first = load(tmp_path)
        save(tmp_path, first)
        assert load(tmp_path) == first
        assert not caplog.records
        (tmp_path / FILE).write_bytes(b"1 7\n")
        assert load(tmp_path).validity >= first.validity
    assert "broken" in caplog.text
