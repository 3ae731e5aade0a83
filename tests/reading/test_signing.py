"""No signature commands, and none leaves a mail uncertain (`language.md`, "Which reading wins" 1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at

from assistant.mentoring.command import Verb
from assistant.reading.command import Reading, commands
from assistant.reading.commands.body import plain

_NAMES = (
    *("Ada", "Ada Byron", "A. Byron", "Dr Ada Byron, PhD", "Ada B.", "Ada Byron (she/her)", "Ada Byron | Analyst"),
    *("Ada Byron - Analyst - stop by", "Prof. Ada M. Byron", "Byron Ada"),
)
_OPENS = (
    *(
        "-- \n",
        "--\n",
        "-- ",
        "--",
        "— ",
        "- ",
        "~ ",
        "Best,\n",
        "Best, ",
        "Cheers ",
        "Thanks, ",
        "Take care, ",
        "xo\n",
    ),
    *("Kind regards,\n\n", "Yours, ", "See you,\n", "____\n", "***\n", "", "x "),
)
_TAGS = (
    *("", "\nStop by any Friday!", "\nUNDO the damage: plant kelp", "\nSend love, not leaflets", "\nCancel waste."),
    *("\nYes to apples", "\nDelete your account", "\nWrap up warm", "\nSTOP THE CUTS", "\nShorter queues"),
)
_MAILS = (
    *(("status", FRESH), ("SEND", DRAFT), ("shorter please", DRAFT), ("Lee said no", FRESH), ("stop Lee", FRESH)),
    *(("Ta, much appreciated", THREAD), ("new goal: learn to weld", FRESH), ("about Lee: he runs the lab", FRESH)),
    ("reach out to Lee about the lab", FRESH),
)


@given(st.sampled_from(_MAILS), st.sampled_from(_OPENS), st.sampled_from(_NAMES), st.sampled_from(_TAGS))
def test_a_mail_says_the_same_with_a_signature(mail: tuple[str, Reading], opens: str, name: str, tag: str) -> None:
    words, reading = mail
    assert commands("", f"{words}\n\n{opens}{name}{tag}", reading) == commands("", words, reading)


@pytest.mark.parametrize("sign", [" -- Ada", " -- Dr Ada Byron, MMed / Stop by!", " — Ada Byron, Analyst", " - Ada"])
@pytest.mark.parametrize("mail", _MAILS)
def test_a_signature_may_stand_at_the_end_of_the_line(mail: tuple[str, Reading], sign: str) -> None:
    words, reading = mail
    signed, plain = commands("", f"{words}{sign}\nSend love", reading), commands("", words, reading)
    assert [(one.verb, one.person, one.text) for one in signed] == [(one.verb, one.person, one.text) for one in plain]


@pytest.mark.parametrize("line", ["Ada, my boss, said so", "Ada Byron said so", "Adas Buch", "Best of Ada's work"])
def test_the_writers_name_in_a_sentence_is_no_signature(line: str) -> None:
    assert plain(f"status\n{line}", "Ada Byron").lines == ("status", line)


def test_a_wish_below_the_name_is_asked_about_where_it_is_a_postscript() -> None:
    found = commands("", "status\n\nDr Ada Byron, PhD\nPS: stop Lee", FRESH)
    assert [one.verb for one in found] == [Verb.STATUS, Verb.UNKNOWN]


def test_going_on_is_what_a_fit_means() -> None:
    reading = at(thread="minerva", answering="fit")
    text = "Yes it fits, very much. I would like to go on with her.\n\n-- \nDr Ada Byron, MMed (Rad)\nStop by"
    assert [one.verb for one in commands("", text, reading)] == [Verb.FIT]


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_name_and_any_text_are_read(name: str, text: str) -> None:
    assert commands("", text, at(protege=name))
