"""When one meets again, as people write it in notes: labels, sentences, talks, rows; spoken days and glued times."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment, recurrence
from assistant.reading.notes import notes
from assistant.reading.notes.again import asks_when, is_label, names_next, only_until
from assistant.reading.notes.day_words import in_english
from assistant.reading.notes.spoken_days import as_written

LONDON = Moment(datetime(2026, 9, 15, 17, tzinfo=UTC), "Europe/London")
PHOENIX = Moment(datetime(2026, 9, 15, 22, tzinfo=UTC), "America/Phoenix", day_first=False)
OTHER_DAYS = "Talked about the budget.\nI need to send the deck by 22 September.\nShe is at a fair on 1 October.\n"


def read(text: str, moment: Moment = LONDON) -> Notes:
    return notes(text, moment, protege="Ada Byron", mentor="Minerva McGee")


def start(text: str, moment: Moment = LONDON) -> str:
    found = read(OTHER_DAYS + text, moment)
    return (
        f"{found.next_start:%d %b %H:%M}" if found.next_start else f"{found.next_day:%d %b}" if found.next_day else ""
    )


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("Nxt: 6 Oct 615pm", "06 Oct 18:15"),
        ("Next catch-up with Minerva: 6 October, 18:15", "06 Oct 18:15"),
        ("NM 6 Oct 9.30am", "06 Oct 09:30"),
        ("again: 6 Oct 8pm", "06 Oct 20:00"),
        ("follow-up: Tue 6 Oct, 10am", "06 Oct 10:00"),
        ("next_session: 2026-10-06 09:15", "06 Oct 09:15"),
        ("# Next call: 2026-10-06 09:15", "06 Oct 09:15"),
        ("| Subject | Remarks |\n|---|---|\n| Next talk | 6 Oct, 17:15 |", "06 Oct 17:15"),
        ("NEXT LUNCH\nTue 6 Oct\n12.30-13.30\n", "06 Oct 12:30"),
        ("Prossimo colloquio martedì 6 ottobre ore 18", "06 Oct 18:00"),
        ("Próxima cita: martes 6 de octubre, 19:00", "06 Oct 19:00"),
        ("Próxima ligação: 6/10 às 18h30", "06 Oct 18:30"),
        ("Nächste Sitzung: Di 6.10., 8:30 Uhr", "06 Oct 08:30"),
        ("Prochain échange le 6 octobre à 14h", "06 Oct 14:00"),
        ("Další setkání / next date: 6. 10., 16:00", "06 Oct 16:00"),
        ("Nästa träff: tisdag 6 oktober kl 15", "06 Oct 15:00"),
        ("neste møte 6. oktober kl. 18", "06 Oct 18:00"),
        ("Min 4.3 Date of next session\nTuesday, 6 October 2026 at 2:00 p.m.", "06 Oct 14:00"),
        ("Date of meeting: 15/9/2026\nDate and time of next meeting: 6/10/2026 19:00", "06 Oct 19:00"),
        ("#when Tue 6 Oct 15:00 on Teams", "06 Oct 15:00"),
        ("1. What did we agree? That I stay.\n2. When do we talk? Tuesday 6 October, 4pm", "06 Oct 16:00"),
    ],
)
def test_a_label_or_heading_says_the_next_meeting_in_any_tongue(said: str, when: str) -> None:
    assert start(said) == when


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("we sit down again on the sixth of october at five p m", "06 Oct 17:00"),
        ("Back together on October 6th, 4ish", "06 Oct 16:00"),
        ("Booked in again for 6/10 at 4.", "06 Oct 16:00"),
        ("she can't do September. so october 6th 10 am it is", "06 Oct 10:00"),
        ("Her son is ill, so we moved our next tea to Tuesday 6 October at 19:00", "06 Oct 19:00"),
        ("We'd planned 29 September but she travels, it's now 6 October at 9.", "06 Oct 09:00"),
        ("We'll take this up again in three weeks", "06 Oct"),
        ("Reconvene 6 October 0930", "06 Oct 09:30"),
        ("Good talk. Second call Tue 6 Oct 8am her time.", "06 Oct 08:00"),
        ("She has us down for 6 October, 8:15", "06 Oct 08:15"),
        ("We pencilled in the 6th of October, half ten", "06 Oct 10:30"),
        ("Our review is set for 6 October at 3pm", "06 Oct 15:00"),
        ("Catching up again 6 Oct, 1230", "06 Oct 12:30"),
        ("We'll be speaking on the 6th of October at 3 o'clock sharp", "06 Oct 15:00"),
        ("Next sitting: 6 October @ 3:30p", "06 Oct 15:30"),
        ("Our next call is 6 October at 10 because she is away until the 12th", "06 Oct 10:00"),
        ("Next call Tue 6 Oct, 5pm CEST", "06 Oct 16:00"),
        ("next meeting\n6 oct 10am", "06 Oct 10:00"),
        ("Then she looked at her diary and gave me Tuesday the 6th of October, half nine.", "06 Oct 09:30"),
        ("She expects me at her kitchen table on Tuesday 6 October at four.", "06 Oct 16:00"),
        ("The board meets on 1 October at 14:00. Our own appointment stands for 6 October, 11:30.", "06 Oct 11:30"),
        ("we said wednesday week quarter past five for the next round", "23 Sep 17:15"),
        ("we're meeting again tuesday the sixth of october at four thirty pm her house", "06 Oct 16:30"),
        ("Next seen in June, I hope. Next meeting: 6 October 9:00", "06 Oct 09:00"),
    ],
)
def test_a_sentence_says_it_and_no_other_day_of_the_notes(said: str, when: str) -> None:
    assert start(said) == when


@pytest.mark.parametrize(
    "said",
    [
        "My next exam is on 6 October at 9.",
        "The course starts again on 6 October.",
        "She will see her lawyer again on 6 October.",
        "She is back in the office on 6 October.",
        "We talked about her trip on 3 October.",
        "They meet every Monday at her firm.",
        "I write the next one by Tuesday 6 October.",
        "Last meeting: 18 August 2026.",
        "Next meeting: 6 or 7 October",
        "Her advice: meet customers in December.",
        "We meet the board on 3 December.",
        "Meeting ten investors on 9 December.",
    ],
)
def test_days_of_other_things_are_no_next_meeting(said: str) -> None:
    found = read(OTHER_DAYS + said)
    assert (found.next_start, found.next_day, recurrence(in_english(found.next_meeting))) == (None, None, None)


def test_numbers_are_a_day_in_the_order_of_the_writers_country() -> None:
    assert (start("Next meeting 10/6 at 8am", PHOENIX), start("Next meeting 6/10 at 8am")) == ("06 Oct 08:00",) * 2


@pytest.mark.parametrize(
    ("talk", "when"),
    [
        ("Minerva: When's good for you?\nAda: 6 October, 5:30 p.m.\nMinerva: Good.", "06 Oct 17:30"),
        ("Ada: What about the 29th at noon?\nMinerva: Works. See you then.\nAda: Thanks a lot.", "29 Sep 12:00"),
        ("Minerva: Shall we say October 6?\nAda: The 6th is good. 5 o'clock?\nMinerva: Fine by me.", "06 Oct 17:00"),
        ("Minerva: Thursday week at nine?\nAda: Nine is good.\nMinerva: Lovely.", "24 Sep 09:00"),
        ("Ada: When do we see us?\nMinerva: Tuesday 29 September, at eighteen.\nAda: Perfect.", "29 Sep 18:00"),
        ("Ada: What about the 29th at noon?\nMinerva: No, I am away.\nAda: Oh well then.", ""),
    ],
)
def test_a_day_that_one_asks_for_and_the_other_grants_is_the_next_meeting(talk: str, when: str) -> None:
    found = read(f"Ada: My week was rather long.\nMinerva: Tell me more about it.\n{talk}")
    assert (f"{found.next_start:%d %b %H:%M}" if found.next_start else "") == when


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("we keep it to every second tuesday, 6pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("Rhythm: first Monday of each month", "FREQ=MONTHLY;BYDAY=1MO"),
    ],
)
def test_a_rhythm_is_kept_as_one(said: str, rule: str) -> None:
    assert sorted((recurrence(in_english(read(said).next_meeting)) or "").split(";")) == sorted(rule.split(";"))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("june 3rd 630pm", "june 3rd at 6:30 pm"),
        ("the sixteenth of june at five p m", "the 16 june at 5 pm"),
        ("may twenty-first three thirty pm", "May 21 at 3:30 pm"),
        ("1 June, 1030", "1 June at 10:30"),
        ("3 June 2027", "3 June 2027"),
        ("9u30", "9:30"),
        ("next time is September", "next time is in September"),
        ("the ninth at four", "the 9th at 4"),
        ("Friday at nineteen thirty", "Friday at 19:30"),
        ("12 Nov, eighteen hundred", "12 Nov, at 18:00"),
        ("Thursday 12 Nov, seven", "Thursday 12 Nov at 7"),
        ("chapters 3, seven", "chapters 3, seven"),
        ("room 1030 may help three people", "room 1030 may help three people"),
        ("the first thing, two seconds later", "the first thing, two seconds later"),
    ],
)
def test_spoken_and_hurried_days_are_written_out(said: str, written: str) -> None:
    assert as_written(said) == written


@pytest.mark.parametrize("said", ["7.6 08:30", "7.6. 08:30", "le 7 juin, 08:30", "domingo 7 de junio 08:30"])
def test_days_of_other_tongues_and_points_are_the_same_day(said: str) -> None:
    assert in_english(said).endswith("7 June 08:30") or in_english(said).endswith("7 June, 08:30")


def test_labels_and_questions_are_told_from_look_alikes() -> None:
    labels = ("Next café with Lee", "DONM", "Nächstes Treffen mit Lee", "příští schůzka", "Date of our next session")
    none = ("Next steps", "Talk", "Next exam", "Meeting room", "Nächstes Jahr", "Once again we spoke")
    assert all(map(is_label, labels[:4]))
    assert not any(map(is_label, none))
    assert asks_when("When are you free?")
    assert not asks_when("When did she leave?")
    assert not asks_when("She asked when we meet.")
    assert only_until("read the next one by 3 June")
    assert not only_until("the next one is on 3 June")


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_any_words_are_read_without_harm(text: str) -> None:
    as_written(text)
    names_next(text)
    is_label(text[:60])
