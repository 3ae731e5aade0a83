"""The assistant's address card (vCard 3.0, RFC 2426), which the welcome carries: one tap puts it into the contacts."""

from __future__ import annotations

from assistant.mentoring.facts import Address
from assistant.writing import ics
from assistant.writing.letter import Attached


def card(assistant: Address, note: str = "") -> Attached:
    """The card as a file to attach. The name is one line; the address is taken as it is configured."""
    name = ics.line_of_text(assistant.name or assistant.email)
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:;{name};;;", f"FN:{name}", f"EMAIL;TYPE=INTERNET:{assistant.email}"]
    if note:
        lines.append(f"NOTE:{ics.text(note)}")
    return Attached("assistant.vcf", "text/vcard", ics.document([*lines, "END:VCARD"]).encode())
