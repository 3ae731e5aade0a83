"""Mail that no person wrote."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.mentoring.delivery import Bounce, Cause, Failure
from assistant.mentoring.facts import Absence, Machine, Mail
from assistant.reading.message import read as read_with
from assistant.reading.reports.absence import return_date
from assistant.reading.trust import Nobody

WRITTEN = date(2026, 3, 3)  # a Tuesday


def read(text: str) -> Mail:
    return read_with(text.replace("\n", "\r\n").encode(), datetime(2026, 3, 3, 9, tzinfo=UTC), trust=Nobody())


def notice(fields: str, body: str) -> Mail:
    return read(
        "From: Minerva <minerva@example.org>\nTo: assistant@example.org\nDate: Tue, 3 Mar 2026 08:00:00 +0000\n"
        f"{fields}\n\n{body}\n"
    )


def delivery_report(action: str, status: str) -> str:
    return (
        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\nTo: assistant@example.org\nSubject: Report\n"
        "Auto-Submitted: auto-replied\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\n\nIt could not be delivered.\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        f"Final-Recipient: rfc822; Minerva@example.org\nAction: {action}\nStatus: {status}\n"
        "Diagnostic-Code: smtp; 550 no such user\n\n"
        "--b\nContent-Type: message/rfc822\n\nMessage-ID: <ours@example.org>\n"
        "From: assistant@example.org\n\nHi\n--b--\n"
    )


def test_a_delivery_report_is_a_bounce_with_all_that_it_says() -> None:
    mail = read(delivery_report("failed", "5.1.1"))
    assert mail.machine is Machine.BOUNCE
    failure = Failure("minerva@example.org", True, False, "5.1.1", Cause.NO_USER, "550 no such user")
    assert mail.bounce == Bounce(
        ("minerva@example.org",), True, "5.1.1", "550 no such user", ("<ours@example.org>",), (failure,)
    )
    assert mail.forward is None


@pytest.mark.parametrize(("action", "status"), [("delayed", "4.4.1"), ("delayed", "5.4.1"), ("failed", "4.4.7")])
def test_what_may_still_arrive_is_not_permanent(action: str, status: str) -> None:
    bounce = read(delivery_report(action, status)).bounce
    assert bounce is not None
    assert not bounce.permanent


def test_a_report_of_success_is_no_bounce() -> None:
    assert read(delivery_report("delivered", "2.0.0")).machine is Machine.AUTO_REPLY


def test_a_returned_message_id_is_found_in_the_text() -> None:
    mail = read(
        "From: postmaster@example.org\nSubject: Returned mail\n\n"
        "550 5.1.1 no such user\n\n> Message-Id: <ours@example.org>\n"
    )
    assert mail.bounce is not None
    assert (mail.bounce.message_ids, mail.bounce.status) == (("<ours@example.org>",), "5.1.1")


def test_a_person_who_speaks_of_a_bounce_is_no_bounce() -> None:
    assert notice("Subject: Undelivered mail?", "My mail to Lee came back: 550 5.1.1 no such user.").machine is None


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Hi",
        "Out of Office: Hi",
        "Abwesenheitsnotiz",
        "Réponse automatique : Hi",
        "Respuesta automática: Hi",
        "Risposta automatica: Hi",
        "Automatisch antwoord: Hi",
        "Autosvar: Hi",
        "Automaattinen vastaus: Hi",
        "Odpowiedź automatyczna: Hi",
        "Automatická odpověď: Hi",
        "Automatikus válasz: Hi",
        "Răspuns automat: Hi",
        "Otomatik yanıt: Hi",
        "Автоматический ответ: Hi",
        "Αυτόματη απάντηση: Hi",
        "自动回复: Hi",
        "自動返信: Hi",
        "자동 회신: Hi",
        "תשובה אוטומטית: Hi",
    ],
)
def test_an_automatic_subject_is_known_in_any_language(subject: str) -> None:
    assert notice(f"Subject: {subject}", "thank you").machine in {Machine.ABSENCE, Machine.AUTO_REPLY}


@pytest.mark.parametrize(
    "field",
    [
        "Auto-Submitted: auto-replied",
        "X-Autoreply: yes",
        "X-Autorespond: x",
        "Precedence: auto_reply",
        "Precedence: junk",
    ],
)
def test_a_field_of_a_program_is_heard(field: str) -> None:
    assert notice(f"Subject: Re: Hi\n{field}", "noted").machine is Machine.AUTO_REPLY
    assert notice(f"Subject: Re: Hi\n{field}", "I am out of the office.").machine is Machine.ABSENCE


@pytest.mark.parametrize(
    "field", ["Auto-Submitted: no", "X-Auto-Response-Suppress: All", "List-Unsubscribe: <mailto:x@example.org>"]
)
def test_a_field_that_people_s_mail_carries_too_is_no_evidence(field: str) -> None:
    assert notice(f"Subject: Re: Hi\n{field}", "Yes, gladly.").machine is None


def test_a_person_who_speaks_of_an_absence_is_a_person() -> None:
    assert notice("Subject: Re: Coffee", "I am out of the office until 14 March, then gladly!").machine is None
    assert notice("Subject: Re: Automatic reply: Coffee", "Thanks, then next week.").machine is None


def test_lists_and_senders_that_take_no_answer_are_machines() -> None:
    assert notice("Subject: x\nList-Id: <l.example.org>", "x").machine is Machine.LIST
    assert read("From: no-reply@example.org\nSubject: x\n\nx").machine is Machine.AUTO_REPLY


def test_an_absence_gives_the_day_back_and_the_deputy() -> None:
    mail = notice(
        "Subject: Automatic reply: Hi\nAuto-Submitted: auto-replied",
        "I am away until 13 March. Ask lee@example.org or me, minerva@example.org.",
    )
    assert mail.absence == Absence(date(2026, 3, 16), "lee@example.org")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I am away until 12 March 2026.", date(2026, 3, 13)),
        ("I am away from 5 to 13 March and back on Monday, March 16.", date(2026, 3, 16)),
        ("Ich bin ab 16. März wieder im Büro.", date(2026, 3, 16)),
        ("Ich bin bis einschließlich 13.03.2026 im Urlaub.", date(2026, 3, 16)),
        ("Je serai de retour le 16 mars 2026.", date(2026, 3, 16)),
        ("Estaré fuera hasta el 13 de marzo.", date(2026, 3, 16)),
        ("Back in the office 3/28.", date(2026, 3, 28)),
        ("I return on 2026-03-16", date(2026, 3, 16)),
        ("until 3 January", date(2027, 1, 4)),
        ("I am away until 4/5.", None),
        ("Back on 16 March, or back on 18 March.", None),
        ("I am away until further notice.", None),
        ("Our fair is on 16 March.", None),
        ("back on 31 February", None),
    ],
)
def test_the_day_back_is_told_or_not(text: str, wanted: date | None) -> None:
    assert return_date(text, WRITTEN) == wanted
