"""Scoring commands: acted on, right, asked, and nothing outward on a trap (`commands/README.md`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from accuracy import commands
from accuracy.command_args import Said, says, wrong
from accuracy.made_up import case, command, corpus
from accuracy.verdict import measures
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import NoteAction, Notes

FILE = "commands/commands.jsonl"


def scored(folder: Path, *rows: dict[str, Any]) -> dict[str, float]:
    corpus(folder, FILE, *rows)
    subject = commands.SUBJECT
    return {one.name: one.value for one in measures(subject.judged(row) for row in subject.cases(folder))}


def judged(row: dict[str, Any], *said: Said, did: bool = True, outward: str = "") -> dict[str, float]:
    ours = commands.Read(said, "minerva-marsh", did, outward)
    return {one.measure: one.hits for one in commands.judge(case(row), ours)}


# --- through the whole assistant


def test_an_approval_under_a_draft_is_acted_on(tmp_path: Path) -> None:
    assert scored(tmp_path, command("SEND", "L15")) == {"commands.right": 1, "commands.acted": 1}
    found = commands.read(next(commands.cases(tmp_path)))
    assert found.outward == "leaves: ['pending K7Q2']"


def test_a_typing_error_approves_nothing(tmp_path: Path) -> None:
    assert scored(tmp_path, command("sned", "L15", ask=True, trap="typo")) == {"commands.outward": 0}


def test_a_help_card_changes_nothing(tmp_path: Path) -> None:
    assert scored(tmp_path, command("help", "L2", None)) == {"commands.right": 1, "commands.acted": 1}
    assert not commands.read(next(commands.cases(tmp_path))).did


def test_a_new_mentor_starts_no_clock(tmp_path: Path) -> None:
    row = command("new mentor Lee Tanaka lee@example.org - she gave a talk", "L8", "Lee Tanaka", in_reply_to=None)
    scored(tmp_path, row)
    found = commands.read(next(commands.cases(tmp_path)))
    assert (found.did, found.outward) == (True, "")


def test_private_lines_of_notes_are_looked_for_where_others_read(tmp_path: Path) -> None:
    body = "Notes Minerva\n- we spoke about pricing\n- private: she is leaving"
    row = command(body, "L32", args={"contains": ["pricing"], "private": ["she is leaving"]}, in_reply_to=None)
    assert scored(tmp_path, row)["notes.private"] == 0


def test_a_mail_with_a_copy_to_us_is_a_touch(tmp_path: Path) -> None:
    row = command("Hi Minerva, may I ask?", "L18", args={"date": "2026-11-03", "bcc": True}, in_reply_to="none")
    row["context"] = {"bcc": True, "to": "minerva@example.org"}
    assert scored(tmp_path, row) == {"commands.right": 1, "commands.acted": 1}


def test_an_answer_to_was_this_you_is_one(tmp_path: Path) -> None:
    row = command("YES X8Z6", "answer", None, args={"code": "X8Z6", "answer": "yes"}, in_reply_to="challenge")
    assert scored(tmp_path, row) == {"commands.right": 1, "commands.acted": 1}


def read(folder: Path, row: dict[str, Any]) -> commands.Read:
    corpus(folder, FILE, row)
    return commands.read(next(commands.cases(folder)))


def test_corrections_of_a_recap_are_one_thing(tmp_path: Path) -> None:
    args = {"op": "fix", "fixes": [{"ref": "deck", "owner": "me"}], "due": "2026-12-18", "next": "2026-12-08T16:00"}
    row = command("deck is mine, 18 Dec yes, next tue 8 Dec 16:00", "L33", args=args, in_reply_to="recap")
    assert scored(tmp_path, row) == {"commands.right": 1, "commands.acted": 1}
    row["expected"]["args"]["due"] = "2026-12-19"
    assert scored(tmp_path, row)["commands.right"] == 0


def test_one_of_two_with_a_name_is_asked(tmp_path: Path) -> None:
    row = command("reach out to Anna", "L14", None, in_reply_to=None, context={})
    row["people"] = [{"name": f"Anna {name}", "address": f"{name}@example.org"} for name in ("Berg", "Dahl")]
    assert [one.asks for one in read(tmp_path, row).said] == [True]


def test_a_forwarded_answer_that_is_not_certain_is_asked(tmp_path: Path) -> None:
    head = "---------- Forwarded message ---------\nFrom: Minerva <minerva@example.org>\nSubject: Re: hi\nTo: Ada\n\n"
    for words, asks in (("I am sorry, but I have to say no.", False), ("Hmm.", True)):
        row = command(head + words, "forward_answer", subject="Fwd: Re: hi", in_reply_to="none", context={})
        found = read(tmp_path, row).said
        assert [(one.verb, one.asks) for one in found] == [("forward_answer", asks)]


def test_notes_of_nobody_in_particular_are_asked_about(tmp_path: Path) -> None:
    for named, asks in (("Notes Minerva", False), ("notes:", True)):
        body = f"{named}\n- we spoke about pricing"
        row = command(body, "L32", subject="Our talk", in_reply_to=None, context={})
        row["people"].append({"name": "Lee Tanaka", "address": "lee@example.org"})
        assert [(one.verb, one.asks) for one in read(tmp_path, row).said] == [("notes", asks)]


def test_notes_under_a_subject_of_ours_are_of_whom_it_names(tmp_path: Path) -> None:
    body = "notes:\n- we spoke about pricing"
    row = command(body, "L32", subject="Re: Minerva · mentoring", in_reply_to=None, context={})
    row["people"].append({"name": "Lee Tanaka", "address": "lee@example.org"})
    assert [(one.verb, one.person, one.asks) for one in read(tmp_path, row).said] == [("notes", "minerva-marsh", False)]


def test_sending_it_oneself_starts_a_clock(tmp_path: Path) -> None:
    assert read(tmp_path, command("sent", "L18")).outward == "a clock starts: ['minerva-marsh']"


def test_evidence_and_remarks_are_told_apart(tmp_path: Path) -> None:
    text = "her talk on pricing at the fair"
    told = command(f"note on Minerva: {text}", "L10", args={"text": text, "evidence": False}, in_reply_to=None)
    assert scored(tmp_path, told) == {"commands.right": 1, "commands.acted": 1}
    told["expected"]["args"]["evidence"] = True
    assert scored(tmp_path, told)["commands.right"] == 0


def test_whom_a_code_or_a_meeting_means_is_known(tmp_path: Path) -> None:
    row = command("SEND K7Q2", "L15", args={"code": "K7Q2"}, in_reply_to=None)
    row["people"].append({"name": "Lee Tanaka", "address": "lee@example.org"})
    assert scored(tmp_path, row) == {"commands.right": 1, "commands.acted": 1}
    row["expected"]["person"] = "Lee Tanaka"
    assert scored(tmp_path, row)["commands.right"] == 0


# --- the judging


def test_a_question_is_not_acted_on() -> None:
    row = command("x", "L17", args={"op": "skip"})
    assert judged(row, Said("L17", None, {"op": "skip"}, asks=True)) == {"commands.acted": 0}
    assert judged(row, Said("L17", None, {"op": "skip"})) == {"commands.acted": 1, "commands.right": 1}


@pytest.mark.parametrize(
    "said",
    [
        Said("L16", None, {"op": "later", "date": "2026-11-06"}),
        Said("L17", "lee-tanaka", {"op": "later", "date": "2026-11-06"}),
        Said("L17", None, {"op": "skip", "date": "2026-11-06"}),
        Said("L17", None, {"op": "later", "date": "2026-11-13"}),
        Said("L17", None, {"op": "later"}),
    ],
)
def test_another_verb_person_or_arg_is_wrong(said: Said) -> None:
    row = command("x", "L17", args={"op": "later", "date": "2026-11-06"})
    assert judged(row, said)["commands.right"] == 0


def test_a_verb_that_is_as_good_is_right_with_any_args() -> None:
    row = command("x", "L17", args={"op": "skip"})
    row["expected"]["also_ok"] = ["L11"]
    assert judged(row, Said("L11", None, {"op": "drop"}))["commands.right"] == 1


def test_what_was_not_said_must_not_be_read() -> None:
    row = command("x", "L2", args={"topic": None})
    assert judged(row, Said("L2", None, {"topic": None}))["commands.right"] == 1
    assert judged(row, Said("L2", None, {"topic": "notes"}))["commands.right"] == 0


def test_acting_where_it_should_ask_is_wrong_and_an_approval_is_outward() -> None:
    row = command("yes?", "L15", ask=True)
    approved = judged(row, Said("L15"), outward="leaves: x")
    assert approved == {"commands.right": 0, "commands.outward": 1}
    assert judged(row, Said("L17")) == {"commands.right": 0, "commands.outward": 0}
    assert judged(row, Said("L17", asks=True)) == {"commands.outward": 0}
    assert judged(row, Said("unknown", asks=True), did=False) == {"commands.outward": 0}


def test_a_forbidden_verb_is_a_fault_when_it_does_something() -> None:
    row = command("yes but shorter", "L16", args={"op": "shorter"}, must_not=["L15"])
    assert judged(row, Said("L15"), outward="leaves: x") == {
        "commands.acted": 1,
        "commands.right": 0,
        "commands.outward": 1,
    }
    assert judged(row, Said("L16", None, {"op": "shorter"}))["commands.outward"] == 0


def test_several_things_are_compared_in_their_order() -> None:
    row = command("done 1\nprep", "multiple", None)
    row["expected"]["parts"] = [
        {"verb": "L35", "person": None, "args": {"op": "done", "number": 1}, "ask": False},
        {"verb": "L31", "person": None, "args": {"op": "show"}, "ask": False},
    ]
    done, prep = Said("L35", None, {"op": "done", "number": 1}), Said("L31", None, {"op": "show"})
    assert judged(row, done, prep)["commands.right"] == 1
    assert judged(row, prep, done)["commands.right"] == 0
    assert judged(row, done)["commands.right"] == 0


def test_notes_are_notes_with_or_without_the_word() -> None:
    noted = {"text": "about pricing", "notes": Notes(actions=(NoteAction("x"),), private=("she leaves",))}
    row = command("x", "L32", args={"contains": ["Pricing"]})
    assert judged(row, Said("notes", None, noted))["commands.right"] == 1


def test_a_private_phrase_among_the_points_is_a_leak() -> None:
    row = command("x", "L32", args={"private": ["she leaves"]})
    kept = {"text": "", "notes": Notes(private=("she leaves",))}
    told = {"text": "", "notes": Notes(points=("she leaves in May",))}
    assert judged(row, Said("notes", None, kept))["notes.private"] == 0
    assert judged(row, Said("notes", None, told))["notes.private"] == 1


@pytest.mark.parametrize(
    ("expected", "ours", "right"),
    [
        ({"cadence": "monthly"}, {"rrule": "FREQ=MONTHLY;BYDAY=1TU"}, True),
        ({"cadence": "quarterly"}, {"rrule": "FREQ=MONTHLY"}, False),
        ({"weekday": "first tue"}, {"rrule": "FREQ=MONTHLY;BYDAY=1TU"}, True),
        ({"weekday": "first tue"}, {"rrule": "FREQ=MONTHLY;BYDAY=2TU"}, False),
        ({"fixes": [{"n": 2, "owner": "me"}]}, {"fixes": [{"n": 2, "ref": None, "owner": "me"}]}, True),
        ({"fixes": [{"n": 2, "owner": "me"}]}, {"fixes": [{"n": 2, "owner": "mentor"}]}, False),
        ({"answers": {"1": "politics"}}, {"answers": {"1": "office politics"}}, True),
        ({"answers": {"1": "politics"}}, {"answers": {"1": "none"}, "text": "politics"}, False),
        ({"answers": {"1": "politics", "2": "time"}}, {"answers": {"1": "politics", "2": "none"}}, False),
        ({"answers": {"1": "politics"}}, {"answers": {}, "text": "I struggle with politics"}, True),
        ({"months": 6}, {"months": 6}, True),
        ({"months": 6}, {"months": None}, False),
    ],
)
def test_args_by_their_kind(expected: dict[str, Any], ours: dict[str, Any], right: bool) -> None:
    assert (not wrong(expected, ours)) is right


@given(st.text(), st.text(), st.text())
def test_a_phrase_stands_in_a_text_without_case_and_with_any_blanks(before: str, phrase: str, after: str) -> None:
    text = f"{before} {phrase} {after}"
    assert says(text, phrase)
    assert says("\n\t".join(text.split()), phrase)
