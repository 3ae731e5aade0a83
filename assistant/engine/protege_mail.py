"""The second reading of a protégé's mail: commands, answers to our questions, forwards, notes (`product.md`).

Only a proven protégé's new words, to the assistant alone, are read as commands. What is not certain is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from assistant.engine.added_lines import with_kinds
from assistant.engine.arrived import Arrived, calendar_event, context, is_published, moment
from assistant.engine.first_mail import introduced
from assistant.engine.known import reading_of
from assistant.engine.notes_mail import files, from_files, met_lately, notes
from assistant.mentoring import events as happened
from assistant.mentoring.book import Asks
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.facts import Mail
from assistant.mentoring.letters import Kind
from assistant.mentoring.outreach import touches
from assistant.reading import answer as answers
from assistant.reading import command as spoken
from assistant.reading import notes as noted
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.shapes import joined
from assistant.reading.likeness import resembles
from assistant.writing import links

NOTES_WORDS = 40
NOTES_LINES = 3
FIT_LINES, FIT_WORDS = 2, 12  # of notes, beside the word that says how it fits
WITH_FORWARD = frozenset({Verb.ANSWERED, Verb.NOTES})


def command(arrived: Arrived) -> happened.Event:
    """A proven mail of the protégé to the assistant alone: commands, an answer, notes, a forward, or not understood."""
    mail = arrived.mail
    here = context(arrived)
    key, at = mail.key, mail.arrived
    oldest = mail.arrived - timedelta(days=arrived.policy.replay_days)
    if mail.date is not None and mail.date < oldest:
        return happened.NotUnderstood(key, at, here, f"a mail dated {mail.date:%d %b %Y}, too old to act on")
    if mail.closed:
        return _unread(arrived, f"it is {mail.closed}, and I can't open that")
    reading = reading_of(arrived)
    told = spoken.commands(mail.subject, _chosen(arrived, reading) or mail.new_text, reading)
    commands = with_kinds(arrived, _with_fields(joined(told)))
    if arrived.route.to_people:
        return _to_people(arrived, here, commands)
    calendar = calendar_event(arrived, here)
    published = calendar is not None and is_published(calendar) and mail.forward is None
    commanded = published and any(c.verb is not Verb.UNKNOWN for c in commands)
    if calendar is not None and not commanded and not any(c.verb in LOWERS for c in commands):
        return calendar
    if not mail.certain:
        return happened.NotUnderstood(key, at, here, "a mail in which I can't tell your new words from the quoted ones")
    return _understood(arrived, here, commands)


def _understood(arrived: Arrived, here: happened.Context, commands: list[Command]) -> happened.Event:
    """A forward, notes, commands, or the answer to a question: in this order."""
    mail, book = arrived.mail, arrived.book
    if mail.forward is not None:
        forwarded = _forward(arrived, here, commands)
        if forwarded is not None:
            return forwarded
    commands = introduced(arrived, commands)
    if len(commands) == 1 and commands[0].verb is Verb.NOTES:
        return notes(arrived, here, commands[0].text, commands[0].person)
    if _answers_prompt(arrived, commands):
        fits = tuple(replace(c, text="") for c in commands if c.verb is Verb.FIT)  # its other words are the notes
        said = FIT.sub("", mail.new_text).strip()
        return notes(arrived, here, said, book.letter(arrived.route.letter).person, commands=fits)
    in_files = from_files(arrived, here, commands, reading_of(arrived))
    if in_files is not None:
        return in_files
    known = [c for c in commands if c.verb is not Verb.UNKNOWN or c.ask]
    if any(c.verb is not Verb.UNKNOWN for c in known):
        return happened.CommandsGiven(mail.key, mail.arrived, tuple(known), here)
    return _without_command(arrived, here, commands)


# A line of its own, or the last sentence of one.
FIT = re.compile(
    r"(?:^|(?<=[.!?;,]))[ \t]*(?:did it )?fit[:?]?[ \t]+(?:yes|maybe|no)\b[ \t.!,]*$", re.IGNORECASE | re.MULTILINE
)
LOWERS = frozenset({Verb.STOP, Verb.UNDO})  # what only ever lets less leave


def _to_people(arrived: Arrived, here: happened.Context, commands: list[Command]) -> happened.Event:
    """The protégé answered their own copy of a letter: only we got it. It approves nothing; a stop counts."""
    lowering = tuple(c for c in commands if c.verb in LOWERS)
    if lowering and arrived.mail.certain:
        return happened.CommandsGiven(arrived.mail.key, arrived.mail.arrived, lowering, here)
    said = replace(here, thread=arrived.route.thread)
    return happened.OnlyWeGotIt(arrived.mail.key, arrived.mail.arrived, said, arrived.mail.new_text)


def _with_fields(commands: list[Command]) -> list[Command]:
    """A new mentor and the lines about them below are one command: one card shows them all."""
    found: list[Command] = []
    for command in commands:
        before = found[-1] if found else None
        adds = before is not None and before.verb is Verb.NEW_MENTOR and command.verb is Verb.FIELDS
        if adds and before is not None and not command.person and command.named == before.named:
            found[-1] = replace(before, fields=(*before.fields, *command.fields))
        else:
            found.append(command)
    return found


def _answers_prompt(arrived: Arrived, commands: list[Command]) -> bool:
    """Whether this answers "Notes?" with notes: prose such as "Minerva said …" only looks like a command there."""
    letter = arrived.book.find_letter(arrived.route.letter)
    if letter is None or not letter.template.endswith("notes_prompt"):
        return False
    if _reports_no_show(commands, letter.person) and len(arrived.mail.new_text.split()) < NOTES_WORDS:
        return False  # there was no talk
    said = FIT.sub("", arrived.mail.new_text)
    lines = [line for line in said.splitlines() if line.strip()]
    if any(c.verb is Verb.FIT for c in commands):
        return len(lines) >= FIT_LINES or len(said.split()) >= FIT_WORDS  # notes would be lost
    return len(lines) >= NOTES_LINES or any(c.ask for c in commands)


def _reports_no_show(commands: list[Command], person: str) -> bool:
    return [(c.verb, c.op) for c in commands] == [(Verb.NO_SHOW, "no_show")] and commands[0].person in (None, person)


WHICH = frozenset({"protege/whom", "protege/who_answered", "protege/stop_whom"})


def _chosen(arrived: Arrived, reading: spoken.Reading) -> str:
    """The words of the tap that "2" or "the Jones one" names, under a mail that asks which person; "" for none."""
    letter = arrived.book.find_letter(arrived.route.letter)
    if letter is None or letter.template not in WHICH:
        return ""
    found = [(link.label, links.says(link)) for link in links.parted(letter.text)[1]]
    return spoken.tapped(arrived.mail.new_text, [tap for tap in found if tap[0] not in ("Status", "Help")], reading)


def _without_command(arrived: Arrived, here: happened.Context, commands: list[Command]) -> happened.Event:
    """No command: the answer to the open question, else notes near a meeting, else "I did nothing"."""
    mail, book = arrived.mail, arrived.book
    key, at = mail.key, mail.arrived
    if spoken.is_bare_thanks(mail.new_text):
        return happened.CommandsGiven(key, at, (Command(Verb.THANKS_ONLY, line=mail.new_text[:80]),), here)
    letter = book.find_letter(arrived.route.letter)
    if letter is not None and letter.template.endswith("notes_prompt"):
        return notes(arrived, here, mail.new_text, letter.person)
    question = book.question(arrived.route.thread)
    if question is not None and question.asks is not Asks.THREE and mail.new_text.strip():
        said = Command(Verb.ANSWER, text=mail.new_text, line=mail.new_text[:80])
        return happened.CommandsGiven(key, at, (said,), here)
    near = met_lately(arrived)
    if len(mail.new_text.split()) >= NOTES_WORDS and near:
        return notes(arrived, here, mail.new_text, near, confirm=True)
    asks = tuple(c for c in commands if c.ask)[:1]
    if asks:
        return happened.CommandsGiven(key, at, asks, here)
    reading = reading_of(arrived)
    names = tuple(id for who in mentioned(mail.new_text, reading) for id in (who.candidates or (who.id or "",)))
    return happened.NotUnderstood(key, at, here, _said(mail), spoken.guesses(mail.new_text, reading), names)


def _said(mail: Mail) -> str:
    words = " ".join(mail.new_text.split()) or mail.subject
    found = files(mail)
    beside = [*found.named, *found.unread]
    unopened = f", with {', '.join(beside)}, which I left closed," if beside else ""
    if not words:
        return f"an empty mail{unopened}"
    return f"“{words[:120]}{'…' if len(words) > 120 else ''}”{unopened}"


def _forward(arrived: Arrived, here: happened.Context, commands: list[Command]) -> happened.Event | None:
    """A forward: somebody's answer, or notes. A command above it that needs neither wins."""
    mail, book = arrived.mail, arrived.book
    forward = mail.forward
    assert forward is not None
    known = [c for c in commands if c.verb is not Verb.UNKNOWN]
    if known and known[0].verb not in WITH_FORWARD:
        return None
    person = book.by_address(forward.sender.email) if forward.sender else None
    if person is not None and not (known and known[0].verb is Verb.NOTES):
        text = _newest(forward.body)
        found = answers.answer(text, moment(arrived, person), book.protege.called)
        return happened.AnswerReceived(
            mail.key, mail.arrived, person.id, found, text, subject=forward.subject, context=here
        )
    if person is None and not known and len(forward.body.split()) < NOTES_WORDS and not _own(arrived, forward.body):
        return None
    whom = known[0].person if known else None
    return notes(arrived, here, f"{forward.note}\n\n{forward.body}".strip(), whom, with_files=False)


def _own(arrived: Arrived, body: str) -> bool:
    found = noted.notes(body, moment(arrived), protege=arrived.book.protege.name, mentor="")
    return bool(found.actions or found.points)


def _newest(body: str) -> str:
    from assistant.reading.reply import split  # noqa: PLC0415 - only forwards need it

    return split(body).new or body


def too_large(arrived: Arrived) -> happened.Event:
    """Only its headers were read: it is set aside, and they are told."""
    return _unread(arrived, f"it is {arrived.mail.size / 1_000_000:.0f} MB and I read only up to a limit")


def _unread(arrived: Arrived, why: str) -> happened.Event:
    return happened.MailSetAside(arrived.mail.key, arrived.mail.arrived, arrived.mail.subject, why, context(arrived))


def correspondence(arrived: Arrived) -> happened.Event:
    """The protégé's own mail to people. The draft that they sent themselves is known by its subject or its words, or
    by the hidden copy that its link sends to the thread (L18)."""
    mail, book, route = arrived.mail, arrived.book, arrived.route
    waiting = [x for x in book.letters if x.person in route.people and not x.to_protege and x.state in touches.WAITS]
    same = [
        x for x in waiting if not x.calendar and (x.subject == mail.subject.strip() or resembles(x.text, mail.text))
    ]
    attempts = [x for x in waiting if x.kind is Kind.ATTEMPT and route.hidden and x.person == route.person]
    letter = same[0].id if same else (attempts[0].id if len(attempts) == 1 else "")
    return happened.CorrespondenceSeen(mail.key, mail.arrived, route.people, mail.subject, mail.message_id, letter)


GREETING = re.compile(r"(?:hi|hello|hey|dear|hallo|hola|bonjour)\b[\w ]{0,30}[,!.]?", re.IGNORECASE)
IT_WAS = re.compile(
    r"(?:y|yes|yep|yeah|yup|ja|jo|si|sí|oui|sim|ok|okay|it was me|that was me|was me)\b(?!\s*\?)", re.IGNORECASE
)
IT_WAS_NOT = re.compile(r"(?:n|no|nope|nein|non|não|not me|it was not|it wasn[’']?t|that was not)\b", re.IGNORECASE)


def challenge(arrived: Arrived) -> happened.Event:
    """YES, NO, or neither: on a guess nothing is released and nothing is thrown away."""
    mail = arrived.mail
    lines = [line.strip() for line in mail.new_text.splitlines() if line.strip()]
    first = next((line for line in lines if not GREETING.fullmatch(line)), "") or mail.subject
    yes, no = IT_WAS.match(first) is not None, IT_WAS_NOT.match(first) is not None
    return happened.ChallengeAnswered(
        mail.key, mail.arrived, arrived.route.challenge, yes and not no, context(arrived), unclear=yes is no
    )


def unproven(arrived: Arrived) -> happened.Event:
    """Held. The key is not the mail's own: released, the mail itself is handled under its own."""
    mail = arrived.mail
    sender = mail.sender.email if mail.sender else ""
    words = " ".join((mail.new_text or mail.text).split())[:80]
    return happened.SenderUnproven(f"unproven {mail.key}", mail.arrived, sender, mail.subject, arrived.name, words)
