from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TemplateError
from assistant.writing.wording import Wording, Wordsmith, shortened, tidied

AT = datetime(2026, 11, 3, 8, 40, tzinfo=UTC)


def word(template: str, values: dict[str, Any] | None = None, **others: str) -> Wording:
    """The wording of one template that is called person/first."""
    known = {"person/first.txt": template, **others}
    smith = Wordsmith(lambda name: (known[name], f"templates/{name}") if name in known else None, "Robin", "the office")
    return smith.word("person/first", values or {})


def text(body: str, values: dict[str, Any] | None = None) -> str:
    return word(f"Subject: x\n\n{body}", values).text


def fails(template: str, values: dict[str, Any] | None = None, **others: str) -> str:
    with pytest.raises(TemplateError) as found:
        word(template, values, **others)
    return str(found.value)


def test_a_template_is_a_subject_a_blank_line_and_a_body() -> None:
    said = word(
        "Subject: Your step to {{ what }}\n\nHi {{ name }},\n\n{{ assistant }}\n",
        {"what": "pricing", "name": "Minerva"},
    )
    assert said == Wording("Your step to pricing", "Hi Minerva,\n\nRobin")


@pytest.mark.parametrize(
    ("template", "where", "why"),
    [
        ("Subject: x\n\nHi {{ name }}\n{{ missing }}", "line 4", "'missing' is undefined"),
        ("Subject: {{ missing }}\n\nHi", "line 1", "'missing' is undefined"),
        ("Subject: x\n\nHi\n{% if %}", "line 4", "Expected an expression"),
        ("Subject: x\n\n{{ 1 / 0 }}", "line 3", "ZeroDivisionError"),
        ("Subject: x\n\n{{ at }}", "line 3", "use a filter"),
        ("Subject: x\n\n{{ none }}", "line 3", "use a filter"),
        ("Subject: x\n\n{{ names }}", "line 3", "use a filter"),
        ("Subject: x\n\n{{ name|moment }}", "line 3", "a text is no date"),
        ("Subject: x\n\n{{ naive|moment('UTC') }}", "line 3", "a moment is a time with its zone"),
        ("Subject: x\n\n{{ at|moment('Nowhere') }}", "line 3", "none that we know"),
        ("Subject: x\n\n{{ at|moment }}", "line 3", "KeyError"),
        ("Subject: x\n\n{{ name|count('a', 'b') }}", "line 3", "whole number"),
        ("Subject: x\n\n{{ name.__class__ }}", "line 3", "unsafe"),
        ("Subject: x\n\n{{ names.append(1) }}", "line 3", "unsafe"),
        ("Subject: x\n\n{{ name|nothing }}", "line 3", "No filter named 'nothing'"),
        ("Hello", "line 1", "Subject"),
        ("Subject: x\nHello", "line 2", "blank line"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(template: str, where: str, why: str) -> None:
    values = {"name": "Minerva", "at": AT, "none": None, "names": ["a"], "naive": datetime(2026, 1, 1)}  # noqa: DTZ001 - on purpose
    said = fails(template, values)
    assert said.startswith(f"templates/person/first.txt, {where}: ")
    assert why in said


def test_a_mistake_in_an_included_part_is_named_with_the_part() -> None:
    said = fails("Subject: x\n\n{% include 'parts/end.txt' %}", {}, **{"parts/end.txt": "ok\n{{ missing }}"})
    assert said == "templates/parts/end.txt, line 2: 'missing' is undefined"


def test_a_template_that_is_not_there_is_named() -> None:
    assert "parts/none.txt" in fails("Subject: x\n\n{% include 'parts/none.txt' %}")
    with pytest.raises(TemplateError, match=r"person/none\.txt"):
        Wordsmith(lambda _name: None, "Robin").word("person/none", {})


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "person/First", "", "a//b", "person/first.txt"])
def test_only_letters_names_are_looked_up(name: str) -> None:
    with pytest.raises(TemplateError, match="no letter's name"):
        Wordsmith(lambda _name: ("Subject: x\n\ny", "x"), "Robin").word(name, {})


def test_an_empty_letter_is_a_mistake() -> None:
    assert "text came out empty" in fails("Subject: x\n\n{{ '' }}")
    assert "subject came out empty" in fails("Subject: {{ '' }}\n\nHi")


def test_a_mistake_never_quotes_what_somebody_wrote() -> None:
    assert "secret words" not in fails("Subject: x\n\n{{ name|day }}", {"name": "secret words"})
    assert "secret words" not in fails("Subject: x\n\n{{ name|int(name) / 0 }}", {"name": "secret words"})


def test_values_are_never_templates() -> None:
    assert text("{{ name }}", {"name": "{{ 7 * 7 }} {% include 'x' %}"}) == "{{ 7 * 7 }} {% include 'x' %}"


def test_a_value_cannot_end_the_subject_or_carry_control_characters() -> None:
    said = word("Subject: On {{ what }}\n\nHi {{ what }}", {"what": "a\r\nBcc: mallory@example.org\x00\x1b\u202e"})
    assert said.subject == "On a Bcc: mallory@example.org"
    assert said.text == "Hi a\nBcc: mallory@example.org"


def test_only_plain_data_goes_into_a_letter() -> None:
    assert "plain data only" in fails("Subject: x\n\ny", {"name": object()})


@given(st.text(), st.text())
def test_any_text_as_a_value_gives_a_tidy_letter(name: str, other: str) -> None:
    said = word(
        "Subject: For {{ name }}\n\nHi {{ name }}, {{ other }}!\n\n{{ other|quoted }}", {"name": name, "other": other}
    )
    assert len(said.subject) <= 60
    assert said.subject.isprintable() or not said.subject.isascii()
    for line in said.text.split("\n"):
        assert line == line.rstrip()
        assert line.startswith("  ") or "  " not in line
    assert "\n\n\n" not in said.text
    assert not any(c in said.text for c in "\r\x00\x0b\x0c\x1b\x85")


def test_blocks_leave_no_blank_lines_behind() -> None:
    body = "{% for x in xs %}\n  {% if x %}\n{{ x }}\n  {% endif %}\n{% endfor %}\n\n\n\nend"
    assert text(body, {"xs": ["a", "", "b"]}) == "a\nb\n\nend"


def test_spaces_are_single_except_in_quotes_and_in_the_codes_column() -> None:
    drawn = "DRAFT for Minerva,  first note            K7Q2\n\n  Hi  Minerva,\n    deep\n\n\n\nOne  two   \n three"
    assert (
        tidied(drawn) == "DRAFT for Minerva, first note            K7Q2\n\n  Hi  Minerva,\n    deep\n\nOne two\nthree"
    )


@given(st.text())
def test_tidying_twice_changes_nothing(drawn: str) -> None:
    once = tidied(drawn)
    assert tidied(once) == once


@given(st.text(max_size=200))
def test_a_subject_is_short_and_ends_with_a_word(subject: str) -> None:
    cut = shortened(subject)
    line = " ".join(subject.split())
    assert len(cut) <= 60
    assert line.startswith(cut)
    if len(line) > 60 and " " in line[:60]:
        assert cut == "" or line[len(cut)] in " ,;:–—-·("


def test_a_long_subject_ends_at_a_word() -> None:
    assert shortened("How you chose your first pricing project, and what you would do now") == (
        "How you chose your first pricing project, and what you would"
    )


class TestFilters:
    def test_a_moment_is_said_in_the_readers_zone(self) -> None:
        assert text("{{ at|moment('Europe/Madrid') }}", {"at": AT}) == "Tue 3 Nov at 09:40"
        assert text("{{ at|moment }}", {"at": AT, "zone": "America/New_York"}) == "Tue 3 Nov at 03:40"
        assert text("{{ at|moment }}", {"at": AT.isoformat(), "zone": "UTC"}) == "Tue 3 Nov at 08:40"
        assert text("{{ at|clock('Europe/Madrid') }}, {{ t|clock }}", {"at": AT, "t": time(9, 5)}) == "09:40, 09:05"

    def test_a_year_is_said_only_when_it_is_another_one(self) -> None:
        values = {"on": date(2027, 1, 4), "today": date(2026, 11, 3)}
        assert text("{{ on|day }}", values) == "Mon 4 Jan 2027"
        assert text("{{ on|day }}", {**values, "today": date(2027, 11, 3)}) == "Mon 4 Jan"
        assert text("{{ on|day }}", {"on": "2027-01-04"}) == "Mon 4 Jan"
        assert text("{{ on|day(other) }}", {**values, "other": date(2027, 2, 2)}) == "Mon 4 Jan"

    def test_a_day_of_a_moment_is_that_of_the_zone(self) -> None:
        late = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)
        assert text("{{ at|day }}", {"at": late, "zone": "Europe/Madrid"}) == "Wed 4 Nov"
        assert (
            text("{{ at|moment('Europe/Madrid') }}", {"at": late, "today": date(2025, 1, 1)})
            == "Wed 4 Nov 2026 at 00:30"
        )

    def test_lists_are_numbered_and_joined(self) -> None:
        assert text("{{ xs|numbered }}", {"xs": ["one\nline", "two"]}) == "1. one line\n2. two"
        assert text("{{ xs|numbered(4) }}", {"xs": ["four"]}) == "4. four"
        assert text("{{ xs|listed }}", {"xs": ["a", "b", "c"]}) == "a, b and c"
        assert text("{{ xs|listed('or') }}", {"xs": ["a", "b"]}) == "a or b"
        assert text("{{ xs|listed }}", {"xs": ["a"]}) == "a"
        assert text("-{{ xs|listed }}", {"xs": []}) == "-"

    def test_counts_and_quotes(self) -> None:
        assert text("{{ 1|count('word', 'words') }}, {{ n|count('word', 'words') }}", {"n": 84}) == "1 word, 84 words"
        assert text("{{ t|quoted }}", {"t": "Hi,\n\nAda"}) == "  Hi,\n\n  Ada"
