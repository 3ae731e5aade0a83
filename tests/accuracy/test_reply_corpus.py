"""Scoring replies, forwards, bounces and automatic replies, as `reply/README.md` says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from accuracy import autoreplies, bounces, forwards, replies
from accuracy.made_up import case, corpus, message, reply
from accuracy.mails import NOTHING, same
from accuracy.subject import Subject
from accuracy.verdict import Verdict, measures

from assistant.mentoring.delivery import Bounce
from assistant.mentoring.facts import Absence, Address, Forward, Machine

FILE = "reply/expected.jsonl"
QUOTED = "Yes, gladly.\n\nOn Tue, Mar 3, 2026 at 8:00 AM Robin <assistant@example.org> wrote:\n> May I ask?\n"


def values(subject: Subject[Any], folder: Path) -> dict[str, float]:
    return {one.name: one.value for one in measures(subject.judged(row) for row in subject.cases(folder))}


def hits(verdicts: list[Verdict]) -> dict[str, float]:
    return {one.measure: one.hits for one in verdicts}


def said(text: str, **expected: Any) -> dict[str, float]:
    """The verdicts on a newest text, against what a row asserts."""
    row = reply("a.txt", **expected)
    return hits(list(replies.judge(case(row), replies.Reply(text, 0.1))))


# --- replies


def test_a_reply_goes_through_the_whole_reading_of_a_mail(tmp_path: Path) -> None:
    row = reply("a.txt", "lang:en", reply="Yes,   gladly.")
    corpus(tmp_path, FILE, row)
    (tmp_path / "reply/a.txt").write_text(QUOTED)
    assert values(replies.SUBJECT, tmp_path) == {"reply.exact.text": 1, "reply.lost": 0, "reply.leaked": 0}


def test_html_is_compared_without_any_white_space(tmp_path: Path) -> None:
    row = reply("a.html", "html", input="text/html", reply="Yes,gladly.Ada", whitespace="ignore")
    corpus(tmp_path, FILE, row)
    page = "<p>Yes, gladly.</p><p>Ada</p><blockquote type='cite'>May I ask?</blockquote>"
    (tmp_path / "reply/a.html").write_text(page)
    assert values(replies.SUBJECT, tmp_path) == {"reply.exact.html": 1, "reply.lost": 0, "reply.leaked": 0}


def test_rows_whose_file_is_absent_or_that_others_contradict_are_left_out(tmp_path: Path) -> None:
    corpus(tmp_path, FILE, reply("gone.txt", reply="x"), reply("a.txt", "policy:keep-signature", reply="x"))
    (tmp_path / "reply/a.txt").write_text("x")
    assert list(replies.cases(tmp_path)) == []


def test_another_accepted_text_is_as_right() -> None:
    assert said("Hello.", reply="Hello. Ada", accept=["Hello."])["reply.exact.text"] == 1
    assert said("Hello", reply="Hello. Ada", accept=["Hello."])["reply.exact.text"] == 0


def test_words_that_are_missing_are_lost_and_words_too_many_are_leaked() -> None:
    assert said("one two", reply="one two three") == {"reply.exact.text": 0, "reply.lost": 1, "reply.leaked": 0}
    assert said("one two one", reply="one two") == {"reply.exact.text": 0, "reply.lost": 0, "reply.leaked": 1}
    assert said("one, two", reply="one two") == {"reply.exact.text": 0, "reply.lost": 0, "reply.leaked": 0}


def test_a_sign_off_that_is_kept_is_no_leak() -> None:
    row = reply("a.txt", "signature", reply="Hey!")
    assert "reply.leaked" not in hits(list(replies.judge(case(row), replies.Reply("Hey! Ada", 0.1))))


def test_phrases_are_asked_for_and_forbidden() -> None:
    asked = {"assertion": "contains", "contains": ["on time"], "not_contains": ["quoted"], "starts_with": "I am"}
    assert said("I am on\ntime", **asked) == {"reply.contains": 1, "reply.lost": 0, "reply.leaked": 0}
    assert said("He is on time", **asked)["reply.contains"] == 0
    assert said("I am late", **asked)["reply.lost"] == 1
    assert said("I am on time quoted", **asked)["reply.leaked"] == 1


def test_a_row_about_time_is_right_when_it_was_quick() -> None:
    assert said("", assertion="time", max_seconds=1.0) == {"reply.contains": 1}
    assert said("", assertion="time", max_seconds=0.01) == {"reply.contains": 0}


def test_other_languages_are_counted_apart() -> None:
    row = reply("a.txt", "lang:de", reply="Ja")
    assert hits(list(replies.judge(case(row), replies.Reply("Ja", 0.1))))["reply.exact.non_english"] == 1


def test_runs_of_white_space_are_one_space() -> None:
    assert same(" a\n\n b", "a b")
    assert not same("ab", "a b")
    assert same("ab", "a b", spaces=False)


# --- forwards

FORWARDED = {
    "forwarded": True,
    "from": {"name": "Lee", "address": "lee@example.org"},
    "subject": "Hello",
    "date_present": True,
    "body": "Text",
}
FOUND = Forward("see below", Address("lee@example.org", "Lee"), "Hello", "Tue, 3 Mar 2026", "Text")


def forwarded(found: Forward | None, *tags: str, **expected: Any) -> dict[str, float]:
    row = message("a.txt", "forward", *tags, **expected)
    return hits(list(forwards.judge(case(row), replace(NOTHING, forward=found, text="see below\nText"))))


def test_a_forward_is_right_when_all_of_its_core_is() -> None:
    assert forwarded(FOUND, "nested", **FORWARDED) == {"forward.core": 1, "forward.nested": 1}
    assert forwarded(None, **FORWARDED) == {"forward.core": 0}


@pytest.mark.parametrize(
    "wrong",
    [
        {"from": {"name": "Ben", "address": "lee@example.org"}},
        {"from": {"name": "Lee", "address": "ben@example.org"}},
        {"subject": "Hallo"},
        {"date_raw": "Wed, 4 Mar 2026"},
        {"date_present": False},
        {"body": "Text and more"},
    ],
)
def test_one_wrong_field_makes_a_forward_wrong(wrong: dict[str, Any]) -> None:
    assert forwarded(FOUND, **{**FORWARDED, **wrong}) == {"forward.core": 0}


def test_a_raw_sender_may_have_no_address() -> None:
    raw = {"forwarded": True, "from_raw": "Lee Tanaka"}
    assert forwarded(Forward("", Address("", "Lee Tanaka"), "", "", ""), **raw) == {"forward.core": 1}


def test_what_is_no_forward_must_not_be_found() -> None:
    assert forwarded(None, forwarded=False) == {"forward.core": 1}
    assert forwarded(FOUND, forwarded=False) == {"forward.core": 0}


def test_a_reply_or_forward_is_right_when_note_and_mail_are_told_apart() -> None:
    asked = {"forwarded": None, "message": "see below", "embedded_raw": "Text"}
    assert forwarded(FOUND, **asked) == {"forward.core": 1}
    assert forwarded(FOUND, **{**asked, "message": "something else"}) == {"forward.core": 0}
    assert forwarded(FOUND, **{**asked, "embedded_raw": "more than there is"}) == {"forward.core": 0}


def test_of_a_reply_the_note_may_end_before_older_quotes() -> None:
    asked: dict[str, Any] = {
        "forwarded": None,
        "message": "Thank you.\n\nOn Monday Lee wrote: hello",
        "embedded_raw": "From: Ben",
    }
    row = message("a.txt", "forward", **asked)
    told = replace(NOTHING, new_text="Thank you.", quoted="On Monday Lee wrote: hello\n> From: Ben")
    assert hits(list(forwards.judge(case(row), told))) == {"forward.core": 1}
    assert hits(list(forwards.judge(case(row), replace(told, new_text="")))) == {"forward.core": 0}
    assert hits(list(forwards.judge(case(row), replace(told, new_text="Thank you. From: Ben")))) == {"forward.core": 0}


# --- bounces


def bounced(found: Bounce | None, **expected: Any) -> dict[str, float]:
    row = message("a.eml", "bounce", **expected)
    machine = Machine.BOUNCE if found else None
    return hits(list(bounces.judge(case(row), replace(NOTHING, bounce=found, machine=machine))))


HARD = Bounce(("minerva@example.org",), permanent=True, status="5.1.1")
RESULT = {"status": "5.1.1", "reason": "userunknown", "hard": True}
DERIVED = {"address": "Minerva@example.org", "in_dsn_header": True}


def test_a_bounce_is_found_with_recipient_class_and_kind() -> None:
    asked = {"is_bounce": True, "results": [RESULT], "recipients_derived": [DERIVED]}
    right = {"bounce.recall": 1, "bounce.recipients": 1, "bounce.class": 1, "bounce.hard": 1}
    assert bounced(HARD, **asked) == right
    assert bounced(None, **asked) == dict.fromkeys(right, 0)
    soft = Bounce(("lee@example.org",), permanent=False, status="4.2.2")
    assert bounced(soft, **asked) == {**dict.fromkeys(right, 0), "bounce.recall": 1}


def test_without_a_status_what_is_permanent_is_of_class_5() -> None:
    for permanent, right in ((True, 1), (False, 0)):
        assert bounced(Bounce((), permanent=permanent), is_bounce=True, status="5.0.0")["bounce.class"] == right


def test_a_delay_is_about_those_who_wait() -> None:
    assert bounced(HARD, is_bounce=True, failed=[], delayed=["minerva@example.org"])["bounce.recipients"] == 1
    assert "bounce.recipients" not in bounced(HARD, is_bounce=True)


def test_an_address_that_was_made_up_is_not_asked_for() -> None:
    invented = {"address": "undisclosed@libsisimai.org.invalid"}
    assert "bounce.recipients" not in bounced(HARD, is_bounce=True, recipients_derived=[invented])


def test_a_complaint_or_a_person_that_is_taken_for_a_bounce_is_a_fault() -> None:
    assert bounced(HARD, is_bounce=False) == {"bounce.false": 1}
    assert bounced(None, is_bounce=False) == {"bounce.false": 0}


def test_permanence_is_asked_where_it_is_asserted() -> None:
    assert bounced(HARD, is_bounce=True, permanence="permanent")["bounce.hard"] == 1
    assert bounced(HARD, is_bounce=True, permanence="temporary")["bounce.hard"] == 0


# --- automatic replies


def automatic(machine: Machine | None, absence: Absence | None = None, **expected: Any) -> dict[str, float]:
    row = message("a.eml", "autoreply", is_bounce=False, **expected)
    return hits(list(autoreplies.judge(case(row), replace(NOTHING, machine=machine, absence=absence))))


def test_any_kind_of_automatic_reply_is_found() -> None:
    for machine in (Machine.ABSENCE, Machine.AUTO_REPLY, Machine.LIST):
        assert automatic(machine, is_autoreply=True) == {"autoreply.found": 1}
    for wrong in (None, Machine.BOUNCE):
        assert automatic(wrong, is_autoreply=True) == {"autoreply.found": 0}


def test_a_person_who_is_taken_for_a_machine_is_a_fault() -> None:
    assert automatic(None, is_autoreply=False) == {"autoreply.false": 0}
    assert automatic(Machine.ABSENCE, is_autoreply=False) == {"autoreply.false": 1}


def test_the_first_day_back_or_another_that_is_as_right() -> None:
    back = Absence(date(2026, 3, 16))
    asked = {"is_autoreply": True, "return_date": "2026-03-16"}
    assert automatic(Machine.ABSENCE, back, **asked)["autoreply.return_date"] == 1
    assert automatic(Machine.ABSENCE, None, **asked)["autoreply.return_date"] == 0
    other = {"is_autoreply": True, "return_date": "2026-03-17", "return_date_accept": "2026-03-16"}
    assert automatic(Machine.ABSENCE, back, **other)["autoreply.return_date"] == 1
    none = {"is_autoreply": True, "return_date": None}
    assert automatic(Machine.ABSENCE, back, **none)["autoreply.return_date"] == 0
    assert automatic(Machine.AUTO_REPLY, None, **none)["autoreply.return_date"] == 1
