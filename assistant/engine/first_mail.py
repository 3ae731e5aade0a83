"""The hello's three questions in a protégé's mails: the first mail may answer them already, a later one need not."""

from __future__ import annotations

from assistant.engine.arrived import Arrived
from assistant.mentoring.book import Asks
from assistant.mentoring.case import GENERAL
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.protege.welcome import ASKS_THREE
from assistant.reading.commands import three

IN_WORDS = frozenset({Verb.HELLO, Verb.ANSWER, Verb.UNKNOWN})  # what prose is read as, where nothing else fits


def introduced(arrived: Arrived, commands: list[Command]) -> list[Command]:
    """The first mail is a hello, with what it says of the three questions; a later one answers them, or does not."""
    mail, book = arrived.mail, arrived.book
    new = book.welcomed is None
    if new and not any(c.verb is Verb.HELLO for c in commands):
        commands = [Command(Verb.HELLO, line="hi"), *(c for c in commands if c.verb is not Verb.UNKNOWN)]
    open_still = arrived.route.thread == GENERAL and book.question(GENERAL, Asks.THREE) is not None
    if not (new or open_still) or any(c.verb not in IN_WORDS for c in commands):
        return commands
    own = book.protege.addresses | {a.email for a in (*mail.to, *mail.cc)}
    told = next((c for c in commands if c.fields), Command(Verb.UNKNOWN)).fields
    if new:
        found = three.first(mail.new_text, protege=book.protege.name, own=own)
        return [Command(Verb.HELLO, answers=found, fields=told, line="hi")]
    asked = answers_three(arrived)
    found = three.three(mail.new_text, protege=book.protege.name, own=own, asked=asked)
    if found or asked:
        return [Command(Verb.ANSWER, answers=found, fields=told, text=mail.new_text, line=mail.new_text[:80])]
    return commands


def answers_three(arrived: Arrived) -> bool:
    """Whether the mail answers one that asked the three, by its thread or, where that is gone, by its subject."""
    asked = [x for x in arrived.book.letters if x.template in ASKS_THREE]
    if arrived.route.letter:
        return any(x.id == arrived.route.letter for x in asked)
    subject = " ".join(arrived.mail.subject.lower().split())
    return any(subject == f"re: {x.subject}".lower() for x in asked)
