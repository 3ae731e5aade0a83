"""Whose an action is, by columns, tags, handles, clauses, callouts, questions and talks; and what stays nobody's."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes import notes

BERLIN = "Europe/Berlin"
AT = Moment(datetime(2026, 11, 17, 18, tzinfo=ZoneInfo(BERLIN)), BERLIN)  # a Tuesday


def read(text: str) -> Notes:
    return notes(text, AT, protege="Ada Byron", mentor="Minerva McGee")


def actions(text: str) -> list[tuple[str, str]]:
    return [(one.owner, one.text) for one in read(text).actions]


def starts(found: Notes) -> str:
    return f"{found.next_start:%Y-%m-%d %H:%M}" if found.next_start else ""


# --- tables, tags and handles


def test_ticks_in_the_columns_of_the_two_say_whose_a_row_is() -> None:
    found = read(
        "| Task | Ada | Minerva | Due |\n|---|:-:|:-:|---|\n| Log the core | X | | 4 Dec |\n"
        "| Order the acid | | X | |\n| Plan the field week | X | X | |\n| Wash the jars | | | |\n"
    )
    assert [(one.owner, one.text) for one in found.actions] == [
        ("me", "Log the core"),
        ("mentor", "Order the acid"),
        ("both", "Plan the field week"),
        ("", "Wash the jars"),
    ]
    assert found.actions[0].due == date(2026, 12, 4)


def test_words_in_the_column_of_a_doer_are_kept() -> None:
    table = "| Task | Ada | Minerva |\n|---|---|---|\n| The grant | writes part two | |\n"
    assert actions(table) == [("me", "The grant: writes part two")]


def test_who_may_see_a_row_is_none_of_its_words_and_a_done_one_is_no_task() -> None:
    table = (
        "| Item | Who | When | Who may see it |\n|---|---|---|---|\n| Weigh the samples | Ada | 20 Nov | anyone |\n"
        "| Meters calibrated | Ada | done | anyone |\n"
    )
    found = read(table)
    assert [(one.owner, one.text) for one in found.actions] == [("me", "Weigh the samples")]
    assert "Meters calibrated" in found.points[0]


@pytest.mark.parametrize(
    ("line", "owner", "said"),
    [
        ("- [ ] @Ada Recalibrate the peak", "me", "Recalibrate the peak"),
        ("- [ ] @ada @minerva Review the form", "both", "Review the form"),
        ("- phone the paint rep #minerva", "mentor", "phone the paint rep"),
        ("- price the van wrap #ada by Friday", "me", "price the van wrap by Friday"),
        ("- Ada + Minerva: visit the archive", "both", "visit the archive"),
        ("ACTION: mmcgee to ask legal", "mentor", "ask legal"),
        ("Action AB + MM: agree the date", "both", "agree the date"),
        ("To do\n- me = write the letter", "me", "write the letter"),
        ("To do\n- both = read the chapter", "both", "read the chapter"),
        ("Notes\n- ours: the joint slides", "both", "the joint slides"),
        ("To do\n- key for the chapel (Minerva asks the priest)", "mentor", "key for the chapel"),
    ],
)
def test_a_mark_beside_a_line_says_whose_it_is(line: str, owner: str, said: str) -> None:
    [(whose, text)] = actions(line)
    assert whose == owner
    assert said in text


def test_tags_behind_lines_say_what_they_are() -> None:
    found = read("- chrome is dead #decision\n- 24 Nov 19:00 #next\n- teach the teachers, not the kids #idea\n")
    assert found.decisions == ("chrome is dead",)
    assert starts(found) == "2026-11-24 19:00"
    assert found.actions == ()
    assert found.points == ("teach the teachers, not the kids",)


def test_a_task_that_is_said_to_be_nobodys_stays_a_task() -> None:
    found = read("- Sand the boards -> Ada\n- Ring the forester -> Minerva\n- Compare the kilns → ?")
    assert [one.text for one in found.actions] == ["Sand the boards", "Ring the forester", "Compare the kilns"]


# --- headings


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("> [!todo] Minerva", "mentor"),
        ("Ball in my court:", "me"),
        ("Ball in her court:", "mentor"),
        ("On Minerva's plate:", "mentor"),
        ("What I owe Minerva:", "me"),
        ("What Minerva owes me:", "mentor"),
        ("What will your mentor do?", "mentor"),
    ],
)
def test_a_heading_says_whose_the_lines_below_it_are(heading: str, owner: str) -> None:
    asked = "What will you do, and by when?\n- chart the tides by Friday\n" if heading.endswith("?") else ""
    answer = f"{asked}{heading}\n{'> ' if heading.startswith('>') else '- '}forward the bylaws"
    if asked:
        answer = answer.replace("?\n- ", "? ")
    assert (owner, "forward the bylaws") in actions(answer)


def test_a_name_over_a_deeper_list_says_whose_it_is() -> None:
    text = "MINERVA\n  > me\n      - record the grooves\n  > Minerva\n      - write the letter\n"
    assert actions(text) == [("me", "record the grooves"), ("mentor", "write the letter")]


# --- sentences


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Secondly, she has kindly offered to forward my draft to two agents.", "mentor"),
        ("For my part I have undertaken to finish the draft.", "me"),
        ("she gonna intro me to the bank", "mentor"),
        ("imma fix the gate by sunday", "me"),
        ("ill price the steel by monday", "me"),
        ("He said he's going to call the nurse tomorrow.", "mentor"),
        ("The referee is going to be found by Minerva.", "mentor"),
        ("I make the comparison of three steels. Deadline Dec. 11 (Fri).", "me"),
    ],
)
def test_who_commits_is_whose_it_is(sentence: str, owner: str) -> None:
    assert [whose for whose, _ in actions(sentence)] == [owner]


def test_each_of_two_infinitives_with_its_own_day_is_a_task() -> None:
    found = read("I have promised to finish the draft by 20 November and to translate ten pages by 30 November.")
    assert [(one.owner, one.due) for one in found.actions] == [
        ("me", date(2026, 11, 20)),
        ("me", date(2026, 11, 30)),
    ]


def test_two_infinitives_with_one_day_are_one_task() -> None:
    [only] = read("I have promised to write the story and to let her read it by 20 November.").actions
    assert only.due == date(2026, 11, 20)


def test_a_word_given_without_commas_begins_a_task_of_its_own() -> None:
    found = read(
        "okay just out of her office um she said she's going to call the nurse tomorrow and I said I'd bring the"
        " numbers on friday and yeah we agreed the night audit is off next time is the first of december at nine a m"
    )
    assert [one.owner for one in found.actions] == ["mentor", "me"]
    assert [one.due for one in found.actions] == [date(2026, 11, 18), date(2026, 11, 20)]
    assert starts(found) == "2026-12-01 09:00"
    assert any("her office" in point for point in found.points)  # no words are lost


def test_what_both_no_longer_do_is_decided_and_nobodys_task() -> None:
    found = read("We will drop the winter tour for now.")
    assert found.actions == ()
    assert found.decisions == ("We will drop the winter tour for now.",)


def test_what_somebody_expects_is_no_task_below_an_arrow() -> None:
    assert actions("-> price is too high, she expects it to fall after the crop") == []


# --- talks and logs


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Write a one-page call tree then. Can you get it to me by Thursday?", "Thursday works."),
        ("Send me the call tree before Thursday, would you?", "sure, will do"),
        ("Kindly share the call tree by Thursday.", "Sure, will share"),
        ("Can you also draft the call tree?", "Of course."),
        ("Please add the call tree. Is Friday possible?", "Friday is difficult. Next Monday I can do it."),
    ],
)
def test_what_is_asked_and_taken_on_is_whose_who_takes_it(asked: str, answer: str) -> None:
    talk = f"Minerva: {asked}\nAda: {answer}\nMinerva: How was the fair?\nAda: Loud.\nMinerva: I hear you.\nAda: Bye."
    assert [whose for whose, text in actions(talk) if "call tree" in text] == ["me"]


def test_lines_of_a_log_do_not_run_into_each_other() -> None:
    log = (
        "00:03 right, her office, Monday\n00:31 so I'm gonna record one induction and listen back to it, by Friday\n"
        "00:48 Minerva's going to put my name up for the emergency response panel\n01:10 the diploma, nah, not now\n"
    )
    assert [whose for whose, _ in actions(log)] == ["me", "mentor"]


def test_a_link_of_a_wiki_is_a_name_and_no_task() -> None:
    assert actions("- [[Minerva McGee]] walk and talk\n- TODO me: rewrite the abstract\n") == [
        ("me", "rewrite the abstract")
    ]


# --- the next meeting


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("next one 8/12 half 6 pm", "2026-12-08 18:30"),
        ("Next: 8 December h 16", "2026-12-08 16:00"),
        ("8 December, 9 PM: next session", "2026-12-08 21:00"),
        ("Termin: 8.12.2026 17:00", "2026-12-08 17:00"),
    ],
)
def test_the_next_meeting_is_read(line: str, start: str) -> None:
    assert starts(read(f"- Ada: call Lee\n{line}")) == start


def test_a_topic_or_another_tongue_may_stand_before_the_word_for_a_decision() -> None:
    found = read("- line 14: ustalone / agreed: headway stays 8 min\n- validated: never under 60 %\n")
    assert any("headway stays" in one for one in found.decisions)
    assert "never under 60 %" in found.decisions
