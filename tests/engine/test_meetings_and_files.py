"""Notes in files, and invites that their own time overtakes, through the whole assistant."""

from __future__ import annotations

import pytest
from engine.house import ADA, MINERVA, House, told

from assistant.mentoring.letters import LetterState

# --- notes in a file

NOTES = "We talked about tiers.\nI will send the memo by 4 December.\nDecision: drop the free tier.\n"


@pytest.fixture
def met(house: House) -> House:
    """Ada has had coffee with Minerva, and was asked for notes."""
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("coffee with Minerva 5 Nov 15:00 Café Luna")
    house.cycle(5)
    house.sends()
    house.cycle(40)
    house.cycle(2 * 24 * 60 + 6 * 60)
    for _ in range(9):
        house.cycle(30)
        if "NOTES of" in told(house):
            return house
    raise AssertionError(told(house))


@pytest.mark.parametrize(
    ("body", "subject", "name"),
    [
        ("", "Notes from Minerva", "tuesday.txt"),
        ("", "Minerva, notes", "tuesday.md"),
        ("see attached", "Notes Minerva", "tuesday.txt"),
        ("notes from my meeting with Minerva attached", "today", "tuesday.txt"),
        ("Please find attached my notes of the talk with Minerva.\n\nBest,\nAda", "today", "tuesday.txt"),
        ("Notes Minerva: see the attached file", "today", "tuesday.txt"),
        ("see attached", "today", "notes.txt"),
        ("", "", "notes-minerva.md"),
    ],
)
def test_notes_in_a_file_are_read_whatever_stands_in_the_mail(met: House, body: str, subject: str, name: str) -> None:
    met.says(body, subject=subject or " ", files={name: NOTES})
    met.cycle(5)
    assert "RECAP of your meeting with Minerva" in told(met)
    recap = met.book.recaps[-1]
    assert recap.points == ("We talked about tiers.",)
    assert recap.decisions == ("drop the free tier.",)
    assert [(a.text, a.owner) for a in met.book.actions] == [("send the memo", "me")]


def test_what_is_private_in_the_mail_stays_private_beside_the_file(met: House) -> None:
    met.says("notes from my meeting with Minerva attached, private: she is leaving Acme", files={"t.txt": NOTES})
    met.cycle(5)
    recap = met.book.recaps[-1]
    assert recap.points == ("We talked about tiers.",)
    assert recap.private == ("she is leaving Acme",)
    assert all("leaving" not in x.text for x in met.book.letters if not x.to_protege)


def test_words_in_the_mail_and_words_in_the_file_are_one_recap(met: House) -> None:
    met.says("Notes Minerva\nMinerva will introduce me to Lee.", files={"a.txt": NOTES, "b.md": "Pricing is a story."})
    met.cycle(5)
    recap = met.book.recaps[-1]
    assert recap.points == ("We talked about tiers.", "Pricing is a story.")
    assert recap.offers == ("introduce me to Lee",)


def test_the_answer_to_notes_may_be_a_file(met: House) -> None:
    met.says("attached", answers=ADA, files={"t.txt": NOTES})
    met.cycle(5)
    assert met.book.recaps[-1].points == ("We talked about tiers.",)


def test_two_lines_of_notes_above_the_fit_are_both_taken_and_the_fit_is_not_asked_again(met: House) -> None:
    met.says("We talked about tiers.\nI will write a one-page memo by 20 nov\n\nfit yes", answers=ADA)
    met.cycle(5)
    assert met.book.recaps[-1].points == ("We talked about tiers.",)
    assert [a.text for a in met.book.actions] == ["write a one-page memo"]
    assert met.book.person("minerva").fit == "yes"
    said = told(met)
    assert "FIT YES" not in said
    assert said.index("RECAP of your meeting") < said.index("Are you ready to commit?")


def test_notes_and_the_fit_in_one_paragraph_are_both_taken(met: House) -> None:
    met.says("We talked about tiers and prices. I will write a one-page memo by 20 nov. fit yes", answers=ADA)
    met.cycle(5)
    assert [a.text for a in met.book.actions] == ["write a one-page memo"]
    assert met.book.person("minerva").fit == "yes"


def test_a_word_beside_the_fit_is_no_notes(met: House) -> None:
    met.says("it went great! fit yes", answers=ADA)
    met.cycle(5)
    assert met.book.recaps == ()
    assert met.book.person("minerva").fit == "yes"


def test_two_fits_beside_notes_are_asked(met: House) -> None:
    met.says("We talked about tiers.\nI will write a memo by 20 nov\nfit no\nfit yes", answers=ADA)
    met.cycle(5)
    assert met.book.recaps[-1].points == ("We talked about tiers.",)
    assert met.book.person("minerva").fit == ""
    assert "FIT YES" in told(met)


def test_a_file_that_may_be_anything_is_asked_about(met: House) -> None:
    met.says("see attached", subject="today", files={"tuesday.txt": NOTES})
    met.cycle(5)
    assert "ARE THESE NOTES of your meeting with Minerva" in told(met)
    met.says("YES", answers=ADA)
    met.cycle(5)
    assert met.book.recaps[-1].points == ("We talked about tiers.",)


def test_notes_in_a_web_page_and_in_a_mail_that_was_saved_are_read(met: House) -> None:
    page = "<h2>Action items</h2><ul><li>Ada: send the memo by 4 December</li></ul>"
    saved = "From: Ada <ada@example.org>\nSubject: notes\n\nMinerva will introduce me to Lee.\n"
    met.says("my notes are attached", subject="Minerva", files={"notes.html": page, "more.eml": saved})
    met.cycle(5)
    found = {(a.text, a.owner) for a in met.book.actions}
    assert found == {("send the memo", "me"), ("introduce me to Lee", "mentor")}


@pytest.mark.parametrize("name", ["notes.docx", "notes.pdf", "IMG_1.jpg"])
def test_a_file_that_cannot_be_read_is_said_plainly(met: House, name: str) -> None:
    met.says("my notes are attached", subject="Minerva", files={name: "…"})
    met.cycle(5)
    assert f"I can't read {name}" in told(met)
    assert met.book.recaps == ()


def test_a_file_that_cannot_be_read_beside_notes_that_can_is_said_too(met: House) -> None:
    met.says("Notes Minerva\nWe talked about tiers.", files={"slides.pdf": "…", "logo.png": "…"})
    met.cycle(5)
    assert met.book.recaps[-1].points == ("We talked about tiers.",)
    assert "I can't read slides.pdf" in told(met)
    assert "logo.png" not in told(met)


def test_a_forgotten_file_is_asked_for(met: House) -> None:
    met.says("notes from my meeting with Minerva attached")
    met.cycle(5)
    assert "Did you attach it?" in told(met)
    assert met.book.recaps == ()


def test_a_file_beside_a_command_changes_nothing_of_it(met: House) -> None:
    met.says("status", files={"t.txt": NOTES})
    met.cycle(5)
    assert "RECAP" not in told(met)
    assert met.book.recaps == ()


def test_a_file_beside_words_that_are_not_understood_is_named(met: House) -> None:
    met.says("the weather is nice", files={"plan.docx": "…"})
    met.cycle(5)
    assert "I did nothing" in told(met)
    assert "plan.docx" in told(met)


# --- an invite that is overtaken by its own time


def test_an_approved_invite_whose_time_has_come_is_taken_back_and_said(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("coffee with Minerva 5 Nov 15:00 Café Luna")
    house.cycle(5)
    house.sends()
    before = len(house.to(MINERVA))
    house.cycle(3 * 24 * 60)  # the machine slept over it
    assert len(house.to(MINERVA)) == before
    assert "NOT SENT" in told(house)
    assert "Thu 5 Nov at 15:00" in told(house)
    invite = next(x for x in house.book.letters if x.calendar and not x.to_protege)
    assert invite.state is LetterState.WITHDRAWN
    house.cycle(24 * 60)
    assert len(house.to(MINERVA)) == before


def test_a_move_is_taken_back_when_the_old_time_has_come_and_the_meeting_stands(met: House) -> None:
    met.says("coffee with Minerva 12 Nov 15:00 Café Luna")
    met.cycle(5)
    met.sends()
    met.cycle(17 * 60)
    met.says("move to mon 16 nov 15:00", answers=ADA)
    met.cycle(5)
    assert "MOVE for Minerva" in told(met)
    met.sends()
    before = len(met.to(MINERVA))
    met.cycle(7 * 24 * 60)
    assert len(met.to(MINERVA)) == before
    assert "NOT SENT" in "".join(str(mail.raw) for mail in met.to(ADA))
    assert met.book.changes_waiting == ()
    meeting = [m for m in met.book.meetings if m.purpose == "coffee"][-1]
    assert meeting.start.isoformat() == "2026-11-12T15:00:00"
