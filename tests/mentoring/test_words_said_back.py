"""Words that are said back: an offer turned only where that is sure, a no with its day, days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.mentoring.book import Person
from assistant.mentoring.days import said_day
from assistant.mentoring.people import out_of_reach
from assistant.mentoring.words.phrases import changed_lines, offered


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("She will introduce me to Lee.", "Minerva offered to introduce you to Lee."),
        ("Minerva can read my memo", "Minerva offered to read your memo."),
        ("She will ask her boss.", "Minerva offered: “She will ask her boss.”"),
        ("Lee will send me a list", "Minerva offered: “Lee will send me a list”"),
        ("an introduction to Lee", "Minerva offered: “an introduction to Lee”"),
    ],
)
def test_an_offer_is_turned_only_where_it_is_sure(line: str, said: str) -> None:
    assert offered(line, "Minerva") == said


def test_a_no_is_told_as_a_no_with_its_day() -> None:
    lee = Person(
        id="lee", name="Lee Park", email="", do_not_contact="declined", do_not_contact_since=date(2026, 11, 24)
    )
    assert out_of_reach(lee) == "Lee said no on Tue 24 Nov 2026"
    assert said_day(date(2026, 11, 4)) == "Wed 4 Nov 2026"


def test_a_change_reads_the_same_in_text_and_twin() -> None:
    assert changed_lines("one\n\ntwo", "one\n\nthree") == ["Was: two", "Now: three"]
