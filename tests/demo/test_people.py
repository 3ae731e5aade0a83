"""The mail programs of the story's people do what real ones do."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

import icalendar
import pytest

from assistant.demo import people
from assistant.demo.people import Person

ADA = Person("Ada Byron", "ada@example.org", "Europe/Madrid", "Sent from my phone")
MINERVA = Person("Minerva Marsh", "minerva@example.org", "Europe/London")
AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
TAP = "mailto:assistant%2Bk7q2@example.org?subject=Re%3A%20Minerva%20%C2%B7%20mentoring&body=SEND%20K7Q2"
REQUEST = """\
BEGIN:VCALENDAR
PRODID:-//x//x//EN
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:u1@example.org
DTSTAMP:20261101T080000Z
DTSTART:20261118T100000Z
DTEND:20261118T102500Z
SEQUENCE:2
RECURRENCE-ID:20261117T100000Z
SUMMARY:Ada and Minerva
ORGANIZER:mailto:assistant@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:minerva@example.org
END:VEVENT
END:VCALENDAR
"""


def received(text: str = "Reply SEND\n", *, reply_to: str = "assistant+k7q2@example.org") -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Robin <assistant@example.org>"
    mail["To"] = "ada@example.org"
    mail["Reply-To"] = reply_to
    mail["Subject"] = "Minerva · mentoring"
    mail["Date"] = "Tue, 3 Nov 2026 08:00:00 +0000"
    mail["Message-ID"] = "<1@example.org>"
    mail["References"] = "<0@example.org>"
    mail.set_content(text)
    return mail


def test_a_reply_goes_to_reply_to_in_the_thread_and_quotes_the_mail_below_the_signature() -> None:
    answer = people.reply(ADA, AT, received(), "SEND")
    assert answer["To"] == "assistant+k7q2@example.org"
    assert answer["Subject"] == "Re: Minerva · mentoring"
    assert answer["In-Reply-To"] == "<1@example.org>"
    assert answer["References"] == "<0@example.org> <1@example.org>"
    assert people.text_of(answer).splitlines()[:5] == [
        "SEND",
        "",
        "Sent from my phone",
        "",
        "On Tue, 3 Nov 2026 at 09:00, Robin <assistant@example.org> wrote:",
    ]
    assert people.text_of(answer).endswith("> Reply SEND")


def test_a_reply_goes_to_everybody_in_reply_to_but_the_writer() -> None:
    mail = received(reply_to="assistant+k7q2@example.org, Ada Byron <ada@example.org>")
    assert people.reply(MINERVA, AT, mail, "yes")["To"] == "assistant+k7q2@example.org, ada@example.org"
    assert people.reply(ADA, AT, mail, "yes")["To"] == "assistant+k7q2@example.org"


def test_a_tap_sends_the_links_own_mail_and_nothing_of_the_thread() -> None:
    mail = received(f"Reply SEND\n\n[Send]  {TAP}\n")
    sent = people.tap(ADA, AT, mail, "Send")
    assert sent["To"] == "assistant+k7q2@example.org"
    assert sent["Subject"] == "Re: Minerva · mentoring"
    assert sent["In-Reply-To"] is None
    assert people.text_of(sent) == "SEND K7Q2\n\nSent from my phone"


def test_a_tap_on_a_link_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(KeyError, match=r"no link \[Skip\], but \['Send'\]"):
        people.tap(ADA, AT, received(f"[Send]  {TAP}\n"), "Skip")


def test_links_are_shortened_to_their_labels() -> None:
    text = f"Reply SEND\n\n[Send]  {TAP}\n\n[Later]  {TAP}\n[Skip]  {TAP}"
    assert people.shortened(text) == "Reply SEND\n\n[Send]  [Later]  [Skip]"


def test_a_quote_is_parted_from_the_new_text() -> None:
    answer = people.reply(ADA, AT, received(), "SEND")
    new, quoted = people.parted(people.text_of(answer))
    assert new == "SEND\n\nSent from my phone"
    assert quoted.startswith("On Tue, 3 Nov 2026")


def test_a_forward_names_the_mail_and_holds_its_text_unquoted() -> None:
    sent = people.forward(ADA, AT, "assistant@example.org", received(), "notes: below")
    new, forwarded = people.parted(people.text_of(sent))
    assert sent["Subject"] == "Fwd: Minerva · mentoring"
    assert new.startswith("notes: below")
    assert "From: Robin <assistant@example.org>" in forwarded
    assert forwarded.endswith("Reply SEND")


def test_a_calendar_program_answers_the_organizer_about_the_very_occurrence_it_was_asked_for() -> None:
    mail = received()
    mail.add_alternative(REQUEST, subtype="calendar", params={"method": "REQUEST"})
    answer = people.answer_invite(MINERVA, AT, mail, "ACCEPTED")
    [event] = icalendar.Calendar.from_ical(people.event_of(answer)).walk("VEVENT")
    assert answer["To"] == "assistant@example.org"
    assert event["UID"] == "u1@example.org"
    assert event["SEQUENCE"] == 2
    assert event["RECURRENCE-ID"].dt == datetime(2026, 11, 17, 10, tzinfo=UTC)
    assert event["DTSTAMP"].dt == AT
    assert event["ATTENDEE"] == "mailto:minerva@example.org"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    parts = {part.get_content_type(): part.get_param("method") for part in answer.walk()}
    assert parts["text/calendar"] == "REPLY"


def test_the_attachments_of_a_mail_are_named_and_an_event_without_a_file_by_its_method() -> None:
    mail = received()
    mail.add_alternative(REQUEST, subtype="calendar", params={"method": "REQUEST"})
    assert people.attachments(mail) == ["calendar request"]
    mail.add_attachment("BEGIN:VCARD", subtype="vcard", filename="robin.vcf")
    assert people.attachments(mail) == ["robin.vcf"]
