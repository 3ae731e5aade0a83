"""The assistant's state at the moment of a command mail, made of the row's `context`, and the mail itself, routed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from accuracy.mails import TRUST
from accuracy.subject import Case

from assistant.engine.arrived import Arrived
from assistant.mentoring.book import Book, Challenge, Goal, Protege
from assistant.mentoring.case import DIGEST, GENERAL, thread_of
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.minutes import Action
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.routing import Directory, route
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.tokens import Purpose, Thread, Tokens
from assistant.reading import message

OURS, OWN, BOOK = "assistant@example.org", "protege@example.org", "protege"
TOKENS = Tokens(b"the key of the measurement", OURS)
CHALLENGE = "challenge"
_STAMP = f"mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from={OWN}"

# The corpus's names for our mails that are answered: the template that words each.
_TEMPLATES = {
    "welcome": "protege/welcome",
    "reflect": "protege/goals",
    "draft": "protege/draft",
    "reattempt": "protege/attempt",
    "invite_draft": "protege/invite_drafted",
    "recap": "protege/recap",
    "prep": "protege/prep",
    "digest": "protege/digest",
    "health": "protege/fit_asked",
    "settings": "protege/setting",
    "challenge": "protege/was_this_you",
}
_KINDS = {"draft": Kind.ATTEMPT, "reattempt": Kind.ATTEMPT, "invite_draft": Kind.INVITE, "recap": Kind.RECAP}


def arrived(case: Case) -> Arrived:
    """The row's mail as the engine has it after routing. No row says a country: what is read by it is to be asked."""
    row = case.row
    book = _book(row)
    sent = datetime.fromisoformat(row["sent_at"])
    mail = message.read(_mail(row, book).as_bytes(), sent.astimezone(UTC), trust=TRUST)
    ways = route(mail, Directory({BOOK: book}, TOKENS))
    return Arrived(mail, ways[0], book, "row", Policy(), now=sent.astimezone(UTC))


def person_id(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold()).strip("-")


# --- the mail


def _mail(row: dict[str, Any], book: Book) -> EmailMessage:
    mail = EmailMessage()
    mail["Authentication-Results"] = _STAMP
    mail["From"] = f"{_quoted(row['protege'])} <{OWN}>"
    mail["To"] = row["context"].get("to") or TOKENS.thread_address(_thread(row))
    mail["Delivered-To"] = OURS
    mail["Subject"] = row["subject"]
    mail["Date"] = format_datetime(datetime.fromisoformat(row["sent_at"]))
    mail["Message-ID"] = f"<{row['id']}@mail.example.org>"
    asked = next((letter for letter in book.letters if letter.id == "asked"), None)
    if asked is not None:
        mail["In-Reply-To"] = asked.message_id
    mail.set_content(row["body"])
    return mail


def _quoted(name: str) -> str:
    return '"' + name.replace('"', "") + '"'


def _thread(row: dict[str, Any]) -> Thread:
    """Where the mail is addressed: the answered mail's thread, or the plain beginning of one."""
    if row["in_reply_to"] == "challenge":
        return Thread(BOOK, CHALLENGE, Purpose.CHALLENGE)
    return Thread(BOOK, _thread_name(row), Purpose.OWNER)


def _thread_name(row: dict[str, Any]) -> str:
    if row["in_reply_to"] == "digest":
        return DIGEST
    name = row["context"].get("thread_person")
    return thread_of(person_id(name)) if name and row["in_reply_to"] else GENERAL


# --- the book


def _book(row: dict[str, Any]) -> Book:
    context, sent = row["context"], datetime.fromisoformat(row["sent_at"]).astimezone(UTC)
    before = sent - timedelta(days=1)
    people = tuple(Person(person_id(p["name"]), p["name"], p["address"].lower()) for p in row["people"])
    pending = tuple(_pending(one, row, before) for one in context.get("pending") or ())
    challenges = (Challenge(CHALLENGE, before, OWN, ("held",)),) if row["in_reply_to"] == "challenge" else ()
    return Book(
        Protege(BOOK, row["protege"], OWN, zone=row["timezone"]),
        welcomed=None if context.get("first_mail") else sent - timedelta(days=30),
        goals=tuple(Goal(number, text) for number, text in _numbered(context.get("goals"))),
        people=people,
        letters=(*pending, *_asked(row, pending, before)),
        meetings=tuple(_meetings(context, row["timezone"], sent)),
        actions=tuple(_action(number, text, row) for number, text in _numbered(context.get("actions"))),
        challenges=challenges,
    )


def _numbered(found: dict[str, str] | list[Any] | None) -> Iterator[tuple[int, str]]:
    """Goals or actions by their number; a list of them counts from 1, or says the number itself (`n`)."""
    if isinstance(found, dict):
        return ((int(number), text) for number, text in found.items())
    listed = [one if isinstance(one, dict) else {"n": number, "text": one} for number, one in enumerate(found or (), 1)]
    return ((int(one["n"]), str(one["text"])) for one in listed)


def _action(number: int, text: str, row: dict[str, Any]) -> Action:
    whose = row["context"].get("thread_person") or next((p["name"] for p in row["people"]), "")
    return Action(number, text, person_id(whose), owner="me")


def _pending(one: dict[str, Any], row: dict[str, Any], at: datetime) -> Letter:
    """A letter that waits for the protégé's word."""
    person = person_id(one["person"])
    address = next((p["address"] for p in row["people"] if p["name"] == one["person"]), "nobody@example.org")
    invite = one["kind"] == "invite_draft"
    return Letter(
        id=f"pending {one['code']}",
        kind=_KINDS.get(one["kind"], Kind.OWN),
        template="person/invite" if invite else "person/first",
        thread=thread_of(person),
        to=address,
        subject="a question",
        text="Might I ask you for 20 minutes?",
        digest=one["code"],
        created=at,
        person=person,
        code=one["code"],
        shown=True,
        rung=0,
        calendar="BEGIN:VCALENDAR" if invite else "",
    )


def _asked(row: dict[str, Any], pending: tuple[Letter, ...], at: datetime) -> Iterator[Letter]:
    """Our mail that is answered; it shows the person's letter that waits."""
    kind = row["in_reply_to"]
    if kind not in _TEMPLATES:
        return
    person = person_id(row["context"].get("thread_person") or "")
    theirs = [letter for letter in pending if letter.person == person]
    if len(theirs) > 1:  # one mail shows one draft: the one whose code it quotes
        theirs = [letter for letter in theirs if letter.code in row["body"]]
    yield Letter(
        id="asked",
        kind=Kind.DIGEST if kind == "digest" else Kind.OWN,
        template=_TEMPLATES[kind],
        thread=_thread_name(row),
        to=OWN,
        subject="what we wrote",
        text="what we wrote",
        digest="asked",
        created=at,
        state=LetterState.SENT,
        person=person,
        to_protege=True,
        sent_at=at,
        message_id=TOKENS.message_id(BOOK, "asked"),
        shows=tuple(letter.id for letter in theirs),
    )


def _meetings(context: dict[str, Any], zone: str, sent: datetime) -> Iterator[Meeting]:
    """The last one ended before the mail was written, the next one is in the afternoon."""
    for name, hour in (("last_meeting", 0), ("next_meeting", 15)):
        meeting = context.get(name)
        if isinstance(meeting, str):  # only when it was: then it is with the person of the thread
            meeting = {"date": meeting[:10], "with": context.get("thread_person") or ""}
        if meeting and meeting["with"]:
            start = datetime.combine(date.fromisoformat(meeting["date"]), time(hour))
            person = person_id(meeting["with"])
            yield Meeting(f"{name}@example.org", person, "mentoring", start, zone, 45, state="invited", stamp=sent)
