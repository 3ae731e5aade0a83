from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from rich.console import Console, RenderableType

from assistant.cli import report, tables
from assistant.mentoring.book import Book, Goal, Note, Protege
from assistant.mentoring.due import Next
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.schedule import Attendance, Meeting
from assistant.ports import MailboxState

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
ADA = Protege("ada", "Ada Byron", "ada@example.org", zone="Europe/Madrid")
MINERVA = Person("minerva", "Minerva M", "minerva@example.org", stage=Stage.CONTACTED, rank=1)
LEE = Person("lee", "Lee", "lee@example.org", rank=2)


def letter(state: LetterState = LetterState.PENDING, *, to_protege: bool = False) -> Letter:
    return Letter(
        f"letter-{state}-{to_protege}",
        Kind.ATTEMPT,
        "person/first",
        "person/minerva",
        "minerva@example.org",
        "Your talk on pricing",
        "Hi Minerva",
        "digest",
        NOW,
        state=state,
        person="minerva",
        to_protege=to_protege,
        code="K7Q2",
        expires=NOW + timedelta(days=7),
    )


COFFEE = Meeting(
    "uid-1",
    "minerva",
    "Coffee",
    datetime(2026, 3, 11, 16),  # noqa: DTZ001 - local to the meeting's zone
    "Europe/Madrid",
    30,
    state="invited",
    attendance=(Attendance("minerva@example.org", "ACCEPTED", 0, NOW),),
)
BOOK = Book(ADA, people=(LEE, MINERVA), letters=(letter(),), meetings=(COFFEE,))


def attempt(book: Book, person: Person) -> Next | None:
    return Next("attempt smaller", NOW + timedelta(days=1)) if person.id == "minerva" else None


def shown(what: RenderableType) -> str:
    out = io.StringIO()
    Console(file=out, width=160, highlight=False).print(what)
    return out.getvalue()


def test_a_book_is_said_in_the_shapes_that_scripts_rely_on() -> None:
    said = report.status([BOOK], MailboxState(last_contact=NOW), report.Queue(2, 1), attempt, NOW)
    ada = said["proteges"][0]
    assert ada["id"] == "ada"
    assert [p["name"] for p in ada["people"]] == ["Minerva M", "Lee"], "in the order of their rank"
    assert ada["people"][0] | {"email": "minerva@example.org", "stage": "contacted"} == ada["people"][0]
    assert ada["people"][0]["next"] == {"what": "attempt smaller", "at": "2026-03-04T09:00:00+00:00"}
    assert ada["people"][1]["next"] is None
    draft = {"code": "K7Q2", "person": "Minerva M", "kind": "attempt", "state": "pending"}
    assert ada["drafts"][0] | draft | {"expires": "2026-03-10T09:00:00+00:00"} == ada["drafts"][0]
    meeting = ada["meetings"][0]
    assert (meeting["uid"], meeting["start"], meeting["with"]) == ("uid-1", "2026-03-11T15:00:00+00:00", "Minerva M")
    assert meeting["answers"] == {"ada@example.org": "NEEDS-ACTION", "minerva@example.org": "ACCEPTED"}
    assert said["mailbox"] == {"last_contact": "2026-03-03T09:00:00+00:00", "queue": 2, "aside": 1, "in_doubt": 0}
    assert json.loads(json.dumps(said)) == said, "plain data only"


def test_drafts_are_letters_to_people_that_are_not_final() -> None:
    letters = (*(letter(state) for state in LetterState), letter(to_protege=True))
    said = report.of_book(replace(BOOK, letters=letters), attempt, NOW)
    assert [d["state"] for d in said["drafts"]] == ["pending", "approved", "sending", "in_doubt"]


def test_letters_in_doubt_are_counted_over_all_books() -> None:
    doubted = replace(BOOK, letters=(letter(LetterState.IN_DOUBT), letter(LetterState.IN_DOUBT, to_protege=True)))
    said = report.status([doubted, BOOK, doubted], MailboxState(), report.Queue(0, 0), attempt, NOW)
    assert said["mailbox"]["in_doubt"] == 4
    assert said["mailbox"]["last_contact"] is None


def test_a_cancelled_meeting_is_no_meeting_and_a_past_one_has_no_next() -> None:
    past = replace(COFFEE, start=datetime(2026, 2, 2, 16))  # noqa: DTZ001 - local to the meeting's zone
    said = report.of_book(replace(BOOK, meetings=(replace(COFFEE, state="cancelled"), past)), attempt, NOW)
    assert [(m["start"], m["next"]) for m in said["meetings"]] == [("2026-02-02T15:00:00+00:00", None)]


def test_an_action_without_an_owner_or_a_day_keeps_them_open() -> None:
    action = Action(2, "send the deck", "minerva", due=date(2026, 3, 9))
    said = report.of_book(replace(BOOK, actions=(action, Action(3, "read", "minerva"))), attempt, NOW)
    assert said["actions"][0]["due"] == "2026-03-09"
    assert said["actions"][1] | {"owner": "", "due": None, "person": "Minerva M", "state": "open"} == said["actions"][1]


def test_people_read_times_in_the_proteges_zone() -> None:
    text = shown(tables.of_protege(report.of_book(BOOK, attempt, NOW), ZoneInfo("Europe/Madrid")))
    for part in ("Ada Byron <ada@example.org>", "Wed 04 Mar 2026 10:00", "K7Q2", "Wed 11 Mar 2026 16:00", "ACCEPTED"):
        assert part in text


def test_an_empty_book_says_how_to_start() -> None:
    assert "writes “hi” to start" in shown(tables.of_protege(report.of_book(Book(ADA), attempt, NOW), ZoneInfo("UTC")))


def test_words_of_a_mail_are_neither_markup_nor_control_codes() -> None:
    mallory = replace(MINERVA, name="[red]Mallory[/red]\x1b[2J\n")
    text = shown(
        tables.status(
            report.status([replace(BOOK, people=(mallory,))], MailboxState(), report.Queue(0, 0), attempt, NOW), {}
        )
    )
    assert "[red]Mallory[/red]" in text
    assert "\x1b" not in text


def test_closed_actions_are_for_scripts_only() -> None:
    actions = (Action(1, "write the memo", "minerva", state=ActionState.DONE), Action(2, "send the deck", "minerva"))
    text = shown(tables.of_protege(report.of_book(replace(BOOK, actions=actions), attempt, NOW), ZoneInfo("UTC")))
    assert "send the deck" in text
    assert "write the memo" not in text


def test_a_whole_book_shows_goals_cards_and_the_log() -> None:
    book = replace(
        BOOK, goals=(Goal(1, "lead pricing", "it moves the product"),), people=(replace(MINERVA, why="her talk"),)
    )
    text = shown(tables.of_book(book, report.of_book(book, attempt, NOW)))
    assert "lead pricing" in text
    assert "her talk" in text
    log = shown(tables.log([Note(NOW, "L8", "mail 7", "Minerva is a prospect")], "Europe/Madrid"))
    assert "Tue 03 Mar 2026 10:00" in log
    assert "Minerva is a prospect" in log
