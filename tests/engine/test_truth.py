"""What the assistant says about meetings is true: who asked for a time, whether a talk is on, over or off."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from engine.house import ADA, MINERVA, OURS, House, contacted, told, writes

YES = "Hi Ada, happy to. Tuesday 10 Nov at 15:00 or Thursday 12 Nov at 16:00 works."


def everything_told(house: House, minutes: float, step: float = 60) -> str:
    """All that Ada gets while time goes by."""
    texts = []
    for _ in range(int(minutes / step)):
        for mail in house.cycle(step):
            body = mail.get_body(("plain",))
            texts.append(f"{mail['To']} {mail['Subject']}\n{body.get_content() if body else ''}")
    return "\n".join(texts)


def ada_says(house: House, text: str) -> str:
    house.says(text, answers=ADA)
    house.cycle(1)
    return told(house)


def invited(house: House) -> EmailMessage:
    """The coffee on Thu 12 Nov at 16:00 stands in both calendars."""
    contacted(house)
    writes(house, YES)
    ada_says(house, "thursday works")
    ada_says(house, "SEND")
    house.cycle(40)
    assert len(house.to(MINERVA)) == 2
    return house.last[MINERVA]


def calendar(
    house: House, method: str, invite: EmailMessage, answer: str = "", start: str = "", text: str = ""
) -> None:
    """Minerva's calendar program answers."""
    event = next(part.get_content() for part in invite.walk() if part.get_content_type() == "text/calendar")
    lines = []
    for line in event.replace("\r\n ", "").replace("\r\n", "\n").split("\n"):
        name = line.partition(":")[0].partition(";")[0]
        said = {"METHOD": f"METHOD:{method}", "DTSTAMP": f"DTSTAMP:{house.at:%Y%m%dT%H%M%SZ}"}.get(name, line)
        if name in ("DTSTART", "DTEND") and start and "TZID" in line:
            said = f"{name}:{start if name == 'DTSTART' else start[:11] + '2500Z'}"
        lines.append(said.replace("NEEDS-ACTION", answer) if answer else said)
    house.mails += 1
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = MINERVA, OURS, method
    mail["Date"], mail["Message-ID"] = format_datetime(house.at), f"<{house.mails}.calendar@example.org>"
    mail.set_content(text or "\n")
    mail.add_alternative("\r\n".join(lines), subtype="calendar", params={"method": method})
    house.put(mail.as_bytes())
    house.cycle(1)


def until(house: House, *when: int) -> None:
    """Time goes by until then (UTC), an hour at a time."""
    goal = datetime(*when, tzinfo=UTC)
    while house.at < goal:
        house.cycle(min(60, (goal - house.at).total_seconds() / 60))


# --- who asked for another time


def test_a_time_that_she_wishes_is_never_told_as_our_own_move(house: House) -> None:
    invited(house)
    writes(house, "Thursday doesn't work any more, sorry. Could we do Friday 13 Nov at 11:00?")
    ada_says(house, "friday works")
    ada_says(house, "SEND")
    house.cycle(40)
    said = told(house, MINERVA)
    assert "I have to move" not in said
    assert "Fri 13 Nov at 11:00 (Madrid time) works for me too" in said


def test_a_tap_on_the_time_that_she_named_says_yes_to_her(house: House) -> None:
    invited(house)
    writes(house, "Thursday doesn't work any more, sorry. Could we do Friday 13 Nov at 11:00?")
    assert "works for me too" in ada_says(house, "MOVE TO 2026-11-13 11:00")


def test_a_time_of_her_calendar_is_agreed_to_and_not_moved(house: House) -> None:
    invite = invited(house)
    calendar(house, "COUNTER", invite, start="20261113T100000Z", text="Can we move it?")
    ada_says(house, "SEND")
    house.cycle(40)
    said = told(house, MINERVA)
    assert "I have to move" not in said
    assert "Fri 13 Nov at 11:00 (Madrid time) works for me too" in said


def test_a_new_time_after_her_no_does_not_say_that_ada_has_to_move(house: House) -> None:
    calendar(house, "REPLY", invited(house), "DECLINED")
    said = ada_says(house, "COFFEE WITH Minerva M 2026-11-13 11:00")
    assert "I have to move" not in said
    assert "Would Fri 13 Nov at 11:00 (Madrid time) suit you instead?" in said


def test_a_move_of_her_own_says_so(house: House) -> None:
    invited(house)
    assert "I have to move our meeting." in ada_says(house, "move to fri 13 nov 10:00")


# --- a meeting that is off


def test_a_declined_meeting_is_not_planned_and_nothing_is_asked_of_it(house: House) -> None:
    calendar(house, "REPLY", invited(house), "DECLINED")
    said = ada_says(house, "status")
    assert "you meet on" not in said
    assert "a talk is planned" not in said
    assert "CAN'T MAKE" in said
    later = everything_told(house, 12 * 24 * 60, 120)
    assert "PREP" not in later
    assert "NOTES of" not in later
    assert "a word from you would help" not in later
    assert "let the draft to Minerva go" in later


def test_a_decline_that_is_taken_back_counts_again(house: House) -> None:
    invite = invited(house)
    calendar(house, "REPLY", invite, "DECLINED")
    house.cycle(5)
    calendar(house, "REPLY", invite, "ACCEPTED")
    assert "you meet on Thu 12 Nov at 16:00" in ada_says(house, "status")
    assert "GOAL TODAY" in everything_told(house, 7 * 24 * 60)


@pytest.mark.parametrize(
    "news",
    [
        "I'm so sorry, my mother has died and I have to cancel everything.",
        "Sorry, I have been diagnosed with cancer and am stepping back from everything.",
        "My husband passed away on Sunday. I can't do Thursday.",
        "I was made redundant this morning, so Thursday is off.",
    ],
)
def test_hard_news_pauses_everything(house: House, news: str) -> None:
    invited(house)
    before = len(house.to(MINERVA))
    said = writes(house, news)
    assert news in said
    assert "HARD NEWS" in said
    assert "two lines of your own" in said.lower()
    assert not house.book.pending()
    assert "you meet on" not in ada_says(house, "status")
    later = everything_told(house, 14 * 24 * 60, 120)
    for word in ("PREP", "NOTES", "GOAL TODAY", "a word from you would help", "offer Minerva"):
        assert word not in later
    assert len(house.to(MINERVA)) == before


def test_resume_after_hard_news_lets_letters_go_on(house: House) -> None:
    contacted(house)
    writes(house, "My father died last week, please bear with me.")
    ada_says(house, "resume Minerva")
    assert not house.book.person("minerva").paused


def test_a_busy_person_has_no_hard_news(house: House) -> None:
    contacted(house)
    assert "HARD NEWS" not in writes(house, "This deadline is killing me; my laptop died too. Thursday 12 Nov 16:00?")


# --- after the talk


def test_after_the_talk_the_digest_says_what_is_open_and_not_that_she_waits(house: House) -> None:
    calendar(house, "REPLY", invited(house), "ACCEPTED")
    until(house, 2026, 11, 12, 17, 0)
    assert "NOTES" in told(house)
    later = everything_told(house, 5 * 24 * 60)
    assert "SAID YES" not in later
    assert "Minerva M, Thu 12 Nov at 16:00: your notes and FIT are open" in later
    assert "1 talk" in later


def test_no_talk_is_counted_before_it_took_place(house: House) -> None:
    invited(house)
    later = everything_told(house, 6.5 * 24 * 60)
    assert "So far: 1 contacted." in later


def test_a_mentor_without_a_next_meeting_is_named_with_the_series_to_tap(house: House) -> None:
    calendar(house, "REPLY", invited(house), "ACCEPTED")
    until(house, 2026, 11, 12, 17, 0)
    ada_says(house, "fit yes")
    house.says("Minerva agreed 6 months monthly 45 min")
    house.cycle(1)
    later = everything_told(house, 12 * 24 * 60)
    assert later.count("Minerva M: no next meeting is set") >= 2
    word = next(line for line in later.splitlines() if "no next meeting is set" in line).partition("Reply ")[2]
    house.says(word.partition(" for ")[0])
    house.cycle(1)
    assert "INVITE for Minerva M" in told(house)


# --- times in her words


def test_thanks_after_the_talk_offer_no_time(house: House) -> None:
    calendar(house, "REPLY", invited(house), "ACCEPTED")
    until(house, 2026, 11, 12, 19, 0)
    said = writes(house, "Great talking to you today, Ada! Let's do this again in December.")
    assert "Thu 12 Nov" not in said.replace("proposed", "")
    assert "proposed" not in said


def test_a_rhythm_is_a_wish_for_a_series_and_no_slot(house: House) -> None:
    calendar(house, "REPLY", invited(house), "ACCEPTED")
    until(house, 2026, 11, 12, 17, 0)
    ada_says(house, "fit yes")
    ada_says(house, "yes")
    ada_says(house, "SEND")
    until(house, 2026, 11, 13, 12, 0)
    said = writes(house, "I'd love to, Ada. Monthly works, let's do first Tuesdays at 16:00.")
    assert "proposed: Tue" not in said
    assert "Minerva M AGREED monthly first tue 16:00" in said
    assert "MEET monthly first tue 16:00" in ada_says(house, "Minerva M AGREED monthly first tue 16:00")


def test_the_zone_that_she_names_is_hers_from_then_on_and_her_question_stays_open(house: House) -> None:
    contacted(house)
    said = writes(
        house, "Sure. What would you like to cover? I'm free Tue 10 Nov 15:00 or Thu 12 Nov 16:00 (London time)."
    )
    assert "Tue 10 Nov 16:00 (15:00 London time)" in said
    assert "What would you like to cover?" in said.replace("\n", " ").partition("also asks")[2]
    said = ada_says(house, "thursday works")
    assert "Thu 12 Nov at 16:00 your time" in said
    assert "For Minerva it is Thu 12 Nov 16:00 (London time)." in said
