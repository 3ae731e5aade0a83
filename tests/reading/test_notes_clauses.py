"""Who commits, is asked or is assigned in a clause or a line of notes, in ways that no list of phrases holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment
from assistant.reading.notes import dictated, notes

NOW = Moment(datetime(2026, 9, 15, 17, tzinfo=UTC), "Europe/London")


def read(text: str) -> Notes:
    return notes(text, NOW, protege="Ada Byron", mentor="Minerva McGee")


def owned(text: str) -> list[tuple[str, str]]:
    """The tasks of notes: whose each is, and until when."""
    return [(one.owner, f"{one.due:%d %b}" if one.due else "") for one in read(text).actions]


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("He himself will clean the figures.", [("mentor", "")]),
        ("I myself will ring the printer on Friday.", [("me", "18 Sep")]),
        ("She in turn is writing to the editor.", [("mentor", "")]),
        ("Minerva graciously offered to lend me her scanner.", [("mentor", "")]),
        ("No wait, I first make the cost sheet of the seat, for Tuesday.", [("me", "22 Sep")]),
        (
            "I undertook to redraft the note not later than 21 September, and she kindly undertook to write to Lee.",
            [("me", "21 Sep"), ("mentor", "")],
        ),
        ("She undertook to have her accountant look at the lease.", [("mentor", "")]),
        ("Mine is the cash-flow sheet, which she wants in her hands by 9 October.", [("me", "09 Oct")]),
        ("Hers is the call to the union.", [("mentor", "")]),
        ("She's having a word with the timber merchant.", [("mentor", "")]),
        ("She can get me the salary bands.", [("mentor", "")]),
        ("The ethics form is to be filed by Ada not later than 22 September.", [("me", "22 Sep")]),
        ("Ada and Minerva write the abstract together, due Sep 25.", [("both", "25 Sep")]),
        ("She wants me to walk every classroom, I'll do that by Friday.", [("me", "18 Sep")]),
        ("Taglio il capitolo 4 entro lunedì.", [("me", "21 Sep")]),
        ("Me: chase the solicitors who owe since summer - Friday.", [("me", "18 Sep")]),
    ],
)
def test_a_clause_says_who_does_it_and_until_when(said: str, whose: list[tuple[str, str]]) -> None:
    assert owned(said) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Assigned to Ada:\n- three interviews (until 25/9)\n- the write-up", [("me", "25 Sep"), ("me", "")]),
        ("MINERVA\n* intro to the director\n* old score of the Fauré", [("mentor", ""), ("mentor", "")]),
        ("#me redo the line by 25 Sep\n#mentor send last year's form", [("me", "25 Sep"), ("mentor", "")]),
        ("TODO #me visit the shop\nTODO #mentor send the data", [("me", ""), ("mentor", "")]),
        ("doing: rewrite the summary (me, 25 Sep)", [("me", "25 Sep")]),
        ("doc Minerva - raise the ratio with the board", [("mentor", "")]),
        ("Dear Ada,\n\n- you clean the figures before the 20th", [("me", "20 Sep")]),
        ("Who writes the readme?\nI do, till next Friday.\nAnd who asks the printer?\nMinerva.",
         [("me", "25 Sep"), ("mentor", "")]),
        (
            (
                "Mentee: Ada Byron\nMentor: Minerva McGee\nMentee commitments: 1) register by 25/9 2) call Lee\n"
                "Mentor commitments: lend the software"
            ),
            [("me", "25 Sep"), ("me", ""), ("mentor", "")],
        ),
        ("List: Waiting\n- Workshop place @Minerva\nList: Done\n- Form @Ada", [("mentor", "")]),
        ("Minerva, this is what I kept: You will look at chapter 2.", [("mentor", "")]),
        (
            "S: tired\nO: CV outdated\nA: ready\nP:\n - Ada updates the CV, 24 Sep\n - Minerva forwards the advert",
            [("me", "24 Sep"), ("mentor", "")],
        ),
        ("ADA                     MINERVA\n----                    ----\ncall Lee (Friday)       lend the scanner",
         [("me", "18 Sep"), ("mentor", "")]),
        ("What did Minerva want from me? A list of ten customers by Friday.\nWhat did she promise? To ask Lee.",
         [("me", "18 Sep"), ("mentor", "")]),
    ],
)  # fmt: skip
def test_lines_below_or_beside_a_name_are_assigned(text: str, whose: list[tuple[str, str]]) -> None:
    assert owned(text) == whose


@pytest.mark.parametrize(
    "said",
    [
        "Pls do the needful.",
        "Please find what we talked about yesterday.",
        "Hello, I report today's talk with Ms McGee.",
        "tags: [mentor, minerva]",
        "She says rent first, buy later.",
        "Minerva - end of year\npinned",
        "item,type,owner,due\nThe yield came in at 13.9,info,,",
    ],
)
def test_manners_marks_and_what_is_told_are_no_tasks(said: str) -> None:
    assert owned(said) == []


def test_a_table_has_one_column_for_who_does_it_and_loses_no_cell() -> None:
    found = read(
        "| Topic | Remark | Person in charge | Limit | Who may see |\n|---|---|---|---|---|\n"
        "| Portfolio | cut to six projects | Ada | 21 Sep | all |\n"
        "| Letter | two paragraphs | Minerva | - | all |"
    )
    assert [(one.owner, one.due and one.due.day) for one in found.actions] == [("me", 21), ("mentor", None)]
    assert "six projects" in found.actions[0].text
    assert "two paragraphs" in found.actions[1].text


def test_a_line_in_capitals_among_headings_in_capitals_is_a_heading() -> None:
    found = read("TO DO\nme - ring the bank by Friday\n\nTALKED ABOUT\nwhether it is worth it\n\nNEXT\n6 Oct, 12.15")
    assert len(found.actions) == 1
    assert "whether it is worth it" in found.points
    assert str(found.next_start) == "2026-10-06 12:15:00"


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("no second shop before 2028", "no second shop"),
        ("= no beehives this year", "no beehives"),
        ("No new committee until the spring.", "committee"),
        ("We pass on the Leeds job.", "pass on"),
        ("Office → we keep the old one until March", "keep the old one"),
        ("The working title stays as it is.", "title"),
        ("Resolved: Ada leads the next paper, Minerva reads only the final.", "leads"),
        ("It was accordingly agreed that the consortium would bid alone.", "alone"),
        ("Naming the line => decided, it's called Batoche", "Batoche"),
        ("==Decision: apply to Leiden only==", "Leiden"),
        ("What's settled: I stay on the project until June.", "stay on"),
        ("we fix: the weekly update stays on wednesday", "wednesday"),
        ("skip the October conference - final", "conference"),
        ("No relocation this year. Settled.", "relocation"),
    ],
)
def test_what_is_not_to_be_or_stays_as_it_is_was_decided(said: str, what: str) -> None:
    (found,) = read(said).decisions
    assert what in found
    assert read(said).actions == ()


@pytest.mark.parametrize(
    "said", ["No answer before Friday.", "No news until then.", "not sure before May", "No meeting this month."]
)
def test_what_is_only_missing_was_not_decided(said: str) -> None:
    assert read(said).decisions == ()


def test_lines_that_assign_work_by_initials_are_no_talk() -> None:
    assert not dictated("AB: mail the manager by Fri\nMM: check internally for a slot\nAB: brush up the basics")
    assert dictated("Ada: mail me the draft, will you?\nMinerva: Sure, tomorrow.\nAda: Thanks a lot.")


@pytest.mark.parametrize(
    "talk",
    [
        (
            "[Ada] [10:01 PM] Did you read it?\n[Minerva] [10:02 PM] I will send you my old contract.\n"
            "[Ada] [10:03 PM] Thank you so much!"
        ),
        "[04/09/26 20.31.10] Minerva: I will send you my old contract.\n[04/09/26 20.33.01] Ada: Thank you so much!",
    ],
)
def test_stamps_of_chats_are_read_whatever_their_brackets(talk: str) -> None:
    assert dictated(talk)
    assert owned(talk) == [("mentor", "")]
