from __future__ import annotations

from assistant.mentoring.facts import Address
from assistant.writing.card import card


def test_the_card_names_the_assistant_and_its_address() -> None:
    made = card(Address("assistant@example.org", "Robin, a program"), "Forward notes here;\nreply STOP")
    assert (made.name, made.content_type) == ("assistant.vcf", "text/vcard")
    assert made.data.decode().split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:;Robin\\, a program;;;",
        "FN:Robin\\, a program",
        "EMAIL;TYPE=INTERNET:assistant@example.org",
        "NOTE:Forward notes here\\;\\nreply STOP",
        "END:VCARD",
        "",
    ]


def test_a_name_cannot_add_a_line() -> None:
    made = card(Address("assistant@example.org", "Robin\r\nEMAIL:mallory@example.org"))
    assert made.data.decode().count("\r\nEMAIL") == 1
