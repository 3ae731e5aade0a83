from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import unescape_backslash

from assistant.writing import ics

PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]))


@given(st.lists(PRINTED, min_size=1))
def test_folded_lines_are_short_whole_characters_and_unfold_to_themselves(lines: list[str]) -> None:
    made = ics.document(lines)
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert made.replace("\r\n ", "") == "".join(f"{line}\r\n" for line in lines) or any(
        x.startswith(" ") for x in lines
    )


@given(st.text(st.characters(exclude_characters="\r\n "), max_size=200))
def test_what_is_no_text_is_folded_all_the_same(line: str) -> None:
    made = ics.document([line])
    assert made.replace("\r\n ", "") == f"{line}\r\n"
    assert all(len(part.encode("utf-8", "surrogatepass")) <= 75 for part in made.split("\r\n"))


@given(st.lists(PRINTED).map("\n".join))
def test_a_text_comes_back_from_its_escapes(value: str) -> None:
    assert unescape_backslash(ics.text(value)) == value.strip()


@given(st.text())
def test_no_value_adds_a_line(value: str) -> None:
    for made in (ics.text(value), ics.line_of_text(value), ics.parameter(value)):
        assert len(ics.document([f"X:{made}"]).replace("\r\n ", "").split("\r\n")) == 2
    assert ics.parameter(value).count('"') == 2


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).map(str.strip).filter(bool))
def test_what_a_calendar_shows_is_read_back_from_the_event(words: str) -> None:
    lines = ["SUMMARY:Ada and Minerva", f"DESCRIPTION:{ics.text(f'1. {words}')}", "BEGIN:VALARM"]
    made = ics.document([*lines, "DESCRIPTION:Ada and Minerva", "END:VALARM"])
    assert ics.shown(made) == ("Ada and Minerva", [f"1. {words}"])


def test_a_caret_in_a_name_is_no_line_end() -> None:
    assert ics.parameter("^n Minerva^'s") == '"n Minerva\'s"'
