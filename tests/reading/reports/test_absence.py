"""Automatic replies in many languages: which mails are one, what they tell, and who is a person all the same."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.notices import HUMANS, RETURNS, UNMARKED

from assistant.mentoring.facts import Absence, Machine, Mail, Notice
from assistant.reading.message import read as read_mail
from assistant.reading.reports.absence import is_automatic_subject
from assistant.reading.reports.return_days import day_back

ARRIVED = datetime(2026, 11, 4, 12, tzinfo=UTC)  # a Wednesday
WRITTEN = ARRIVED.date()
BACK = date(2026, 11, 16)  # a Monday


class Nobody:
    """Proves nothing."""

    def proves(self, *_: object) -> bool:
        return False


def mail(text: str, *, subject: str = "Re: Your talk", fields: str = "", zone: str = "+0100") -> Mail:
    raw = (
        f"From: Minerva McGee <minerva@example.org>\r\nTo: ada@example.org\r\nSubject: {subject}\r\n{fields}"
        f"Date: Wed, 04 Nov 2026 10:00:00 {zone}\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
    )
    return read_mail(raw.encode(), ARRIVED, trust=Nobody())


def automatic(text: str, *, subject: str = "Re: Your talk", zone: str = "+0100") -> Absence:
    found = mail(text, subject=subject, fields="Auto-Submitted: auto-replied\r\n", zone=zone)
    assert found.absence is not None, text
    return found.absence


@pytest.mark.parametrize("text", RETURNS)
def test_the_first_working_day_back_is_read_in_any_language(text: str) -> None:
    found = automatic(text, zone="-0500" if "PTO" in text else "+0100")
    assert (found.kind, found.returns) == (Notice.AWAY, BACK)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I'm out today and back tomorrow.", date(2026, 11, 5)),
        ("I am out of the office today.", date(2026, 11, 5)),
        ("I'm off this week.", date(2026, 11, 9)),
        ("I will be back on Monday.", date(2026, 11, 9)),
        ("I am away until Friday.", date(2026, 11, 9)),
        ("I'm back in two weeks.", date(2026, 11, 18)),
        ("Ich bin bis Ende der Woche nicht im Büro.", date(2026, 11, 9)),
        ("Je suis absente aujourd'hui, de retour demain.", date(2026, 11, 5)),
        ("Jestem dziś nieobecny, wracam jutro.", date(2026, 11, 5)),
        ("Ik ben er donderdag weer.", date(2026, 11, 5)),
        ("Palaan torstaina.", date(2026, 11, 5)),
        ("Mañana vuelvo a la oficina, hoy estoy fuera.", date(2026, 11, 5)),
        ("I'm away until the end of November.", date(2026, 12, 1)),
        ("Back on the 9th.", date(2026, 11, 9)),
        ("I won't be back until Monday 9 November.", date(2026, 11, 9)),
        ("The office closes on 23 December and reopens on Monday 4 January.", date(2027, 1, 4)),
        ("أنا في إجازة حتى يوم الخميس 12 نوفمبر", date(2026, 11, 15)),  # Sunday is a working day
    ],
)
def test_days_without_a_date_are_counted_from_the_mail(text: str, wanted: date) -> None:
    assert day_back(text, WRITTEN) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "I am away until further notice.",
        "I am on parental leave until spring 2027.",
        "I'll be back in January.",
        "I am away until mid-November.",
        "On 12 November I am at a conference.",
        "From 9 November on I am on leave.",
        "Back on 9 November, or back on 16 November.",
        "I was back on 2 November.",
        "Back on 31 November.",
        "Back Tuesday 16 November.",
        "I am on leave; please register for the webinar by 16 November.",
        "Ich bin in Elternzeit und kehre im Sommer 2027 zurück.",
        "Je serai de retour courant novembre.",
    ],
)
def test_what_names_no_one_day_gives_none(text: str) -> None:
    assert day_back(text, WRITTEN) is None


@pytest.mark.parametrize(
    ("text", "order", "wanted"),
    [
        ("Back 11/12.", "mdy", date(2026, 11, 12)),
        ("Back 11/12.", "dmy", date(2026, 12, 11)),
        ("Back 11/12.", "", None),
        ("Back Thursday, 11/12.", "", date(2026, 11, 12)),
        ("Back Friday, 11/12.", "", date(2026, 12, 11)),
        ("Out 11/05 to 11/13, back 11/16.", "", BACK),
        ("Out 05/11 to 13/11.", "", BACK),
        ("Back 4/12.", "", None),
        ("Back 7/11.", "", date(2026, 11, 7)),  # July is far
        ("De retour le 11/12.", "mdy", date(2026, 12, 11)),  # French has one order
    ],
)
def test_numbers_are_read_in_the_senders_order_or_as_the_text_shows(text: str, order: str, wanted: date | None) -> None:
    assert day_back(text, WRITTEN, order=order) == wanted


@pytest.mark.parametrize("text", UNMARKED)
def test_a_notice_without_any_mark_of_a_program_is_known_by_what_it_consists_of(text: str) -> None:
    found = mail(text)
    assert found.machine is Machine.ABSENCE
    assert found.absence is not None
    assert found.absence.deputy == "lee@example.org"
    assert found.absence.returns in {BACK, date(2026, 11, 9)}


@pytest.mark.parametrize("text", HUMANS)
def test_a_person_who_writes_of_an_absence_is_a_person(text: str) -> None:
    assert mail(text).machine is None
    assert mail(text, subject="Holiday").machine is None


def test_a_forwarded_notice_is_the_mail_of_who_forwards_it() -> None:
    text = "FYI, she is away.\n\n---------- Forwarded message ---------\nFrom: Lee\n\nI am out of office until Friday."
    assert mail(text, subject="Fwd: Automatic reply: Your talk").machine is None


@pytest.mark.parametrize(
    ("text", "subject", "kind"),
    [
        ("Minerva McGee no longer works at Example. Please write to lee@example.org.", "Re: Hi", Notice.LEFT),
        ("Frau McGee ist nicht mehr bei uns tätig. Bitte wenden Sie sich an lee@example.org.", "Re: Hi", Notice.LEFT),
        ("Mme McGee ne fait plus partie de notre société. Contactez lee@example.org.", "Re: Hi", Notice.LEFT),
        ("Минерва у нас больше не работает. Пишите на lee@example.org.", "Re: Hi", Notice.LEFT),
        ("My e-mail address has changed, please use minerva@example.net.", "New address", Notice.MOVED),
        ("Meine neue E-Mail-Adresse lautet minerva@example.net.", "Neue Adresse", Notice.MOVED),
        ("Your request has been received as ticket 4471020.", "[Ticket #4471020] Hi", Notice.TICKET),
        ("Your message was read on Wednesday.", "Read: Hi", Notice.READ),
        ("To deliver your message, please confirm that you are a human: https://example.org/x", "Hi", Notice.CHALLENGE),
        ("Your post to the list is held for the moderator.", "Your message", Notice.HELD),
    ],
)
def test_other_notices_are_told_apart(text: str, subject: str, kind: Notice) -> None:
    found = automatic(text, subject=subject)
    assert found.kind is kind
    assert found.returns is None
    assert found.deputy == ("lee@example.org" if kind is Notice.LEFT else "")
    assert found.address == ("minerva@example.net" if kind is Notice.MOVED else "")


def test_the_deputy_is_who_helps_and_never_the_sender_under_another_address() -> None:
    text = (
        "I am away until 13 November. For urgent matters please contact Lee Park (lee@example.org).\n\n"
        "Minerva McGee\nminerva.mcgee@example.net\nwww.example.org"
    )
    assert automatic(text).deputy == "lee@example.org"
    assert automatic("I am away. Newsletter: a@example.org, shop: b@example.org").deputy == ""


@pytest.mark.parametrize(
    ("subject", "is_so"),
    [
        ("Automatic reply: Your talk", True),
        ("[Automatische Antwort] Ihr Vortrag", True),
        ("自動返信：お問い合わせ", True),
        ("Re: Automatic reply: Your talk", False),
        ("Automatic replies are rude", False),
        ("Auto sale on Friday", False),
        ("", False),
    ],
)
def test_only_the_start_of_a_subject_tells(subject: str, *, is_so: bool) -> None:
    assert is_automatic_subject(subject) is is_so


@given(st.text(max_size=300), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_text_breaks_it_and_no_day_back_lies_in_the_past(text: str, written: date) -> None:
    found = day_back(text, written)
    assert found is None or found >= written


@settings(max_examples=300)
@given(
    st.dates(date(2026, 11, 5), date(2027, 6, 1)), st.sampled_from(["{d}.{m}.{y}", "{y}-{m:02}-{d:02}", "{d}/{m}/{y}"])
)
def test_a_full_date_comes_back_as_it_was_written(day: date, form: str) -> None:
    said = form.format(d=day.day, m=day.month, y=day.year)
    assert day_back(f"I will be back on {said}.", WRITTEN, order="dmy") == day


HOSTILE = [
    "a" * 100_000,
    "1" * 100_000,
    "1." * 50_000,
    "Monday " * 14_000,
    "until " * 16_000,
    "back on 1 " * 10_000,
    "(" * 100_000,
    "a@" * 50_000,
    "я " * 50_000,
    "年月日" * 30_000,
    "\n" * 100_000,
    "in in in 2 " * 9_000,
    "> " * 50_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
def test_hostile_text_takes_no_time(text: str) -> None:
    automatic("I am away until 13 November.")  # the tables are loaded
    day_back(text[:100], WRITTEN)
    start = time.process_time()
    mail(text, fields="Auto-Submitted: auto-replied\r\n")
    assert time.process_time() - start < 0.5
