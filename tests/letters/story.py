"""A story of Ada and her people, told through the real reading, core and desk: what every letter is worded from.

Times are Madrid's. Nothing here is random, so a letter changes only when a template or a rule does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from assistant.bootstrap import loader, zone_data
from assistant.engine.desk import Desk
from assistant.engine.understand import Arrived, understand
from assistant.mentoring import events as happened
from assistant.mentoring.book import Book, Protege
from assistant.mentoring.case import GENERAL
from assistant.mentoring.decide import decide
from assistant.mentoring.due import due
from assistant.mentoring.facts import Address, Mail
from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.policy import Policy
from assistant.mentoring.routing import Role, Route
from assistant.mentoring.tokens import Tokens
from assistant.writing import links
from assistant.writing.twin import Twin
from assistant.writing.wording import Wordsmith

POLICY = Policy()
TOKENS = Tokens(b"k" * 32, "assistant@example.org")
TEMPLATES = loader(None)
FOLDER = Path(__file__).parents[2] / "templates"
DESK = Desk(Wordsmith(TEMPLATES, "Robin", "Grace"), Twin(TEMPLATES), zone_data, TOKENS, "Robin", "Grace")
MADRID = ZoneInfo("Europe/Madrid")
HELLO = (
    "1. lead a pricing team because I love numbers\n2. Minerva McGee, minerva@example.org\n"
    "3. her ProductConf talk on pricing made my team drop our free tier in March"
)


class Story:
    """Ada writes, people answer, time goes by; `seen` is every letter in the order in which it was worded."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 10, tzinfo=MADRID).astimezone(UTC)
        self.book = Book(Protege("ada", "Ada Byron", "ada@example.org", zone="Europe/Madrid", country="ES-MD"))
        self.seen: list[Letter] = []
        self._count = 0

    # --- who writes

    def ada(self, text: str, *, subject: str = "", fresh: bool = False) -> Letter | None:
        """Ada answers the last mail that she got (`fresh`: writes a new one). Gives the mail that answers hers."""
        last = None if fresh else self.told
        thread = last.thread if last else GENERAL
        person = thread.removeprefix("person/") if thread.startswith("person/") else ""
        route = Route(Role.COMMAND, "ada", thread, person, last.id if last else "")
        before = len(self.seen)
        self.happens(self._arrived("ada@example.org", text, subject, route))
        answers = [x for x in self.seen[before:] if x.to_protege]
        return answers[-1] if answers else None

    def person(self, id: str, text: str) -> Letter | None:
        """A person of the book answers."""
        route = Route(Role.ANSWER, "ada", f"person/{id}", id)
        self.happens(self._arrived(self.book.person(id).email, text, "Re: your note", route))
        return self.told

    def happens(self, event: happened.Event) -> None:
        before = {x.id for x in self.book.letters}
        self.book = DESK.carry_out(decide(self.book, event, POLICY), POLICY)
        new = [x for x in self.book.letters if x.id not in before]
        self.seen += new
        for letter in new:
            if letter.to_protege:
                self._left(letter)

    def _left(self, letter: Letter) -> None:
        """It is handed over and has left."""
        self.book = self.book.with_letter(replace(letter, state=LetterState.SENDING, sending_at=self.now))
        self.happens(happened.LetterSent(f"sent {letter.id}", self.now, letter.id))

    # --- time

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    def leave(self) -> None:
        """Everything approved leaves, whenever it may."""
        for letter in self.book.letters:
            if letter.state is LetterState.APPROVED:
                if letter.not_before is not None:
                    self.now = max(self.now, letter.not_before)
                self._left(letter)

    def days(self, count: int) -> None:
        """Mornings pass; what is due happens."""
        for _ in range(count):
            local = (self.now + timedelta(days=1)).astimezone(MADRID)
            self.now = local.replace(hour=9, minute=5).astimezone(UTC)
            for _round in range(4):
                for event in due(self.book, self.now, POLICY):
                    self.happens(event)

    # --- looking

    @property
    def told(self) -> Letter | None:
        """The last mail to Ada."""
        mails = [x for x in self.seen if x.to_protege]
        return mails[-1] if mails else None

    @property
    def draft(self) -> Letter:
        """The last draft to a person."""
        return [x for x in self.seen if not x.to_protege][-1]

    def _arrived(self, sender: str, text: str, subject: str, route: Route) -> happened.Event:
        self._count += 1
        self.later(minutes=3)  # only mails take time: another event in between moves no letter's hour
        mail = Mail(
            key=f"mail {self._count}", message_id=f"<{self._count}@example.org>", senders=(Address(sender),),
            to=(Address(TOKENS.address),), cc=(), delivered_to=(), subject=subject, date=self.now, arrived=self.now,
            in_reply_to="", references=(), new_text=text, certain=True, text=text, authenticated=True, size=len(text),
        )  # fmt: skip
        return understand(Arrived(mail, route, self.book, f"mail{self._count}", POLICY))


def shown(letter: Letter) -> str:
    """A letter as its reader gets it, its tap links as "[label] what the reply says"."""
    text, taps = links.parted(letter.text) if letter.to_protege else (letter.text, ())
    lines = [f"[{tap.label}] {_says(tap.url)}" for tap in taps]
    whole = "\n".join([f"Subject: {letter.subject}", "", text, *([""] if lines else []), *lines])
    return re.sub(r"\b[A-HJ-NP-Z][2-9][A-HJ-NP-Z][2-9]\b", "K7Q2", whole) + "\n"


def _says(url: str) -> str:
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    body = " / ".join(query.get("body", [""])[0].splitlines())
    own = "" if "assistant" in parts.path else f"a mail to {parts.path.replace('%40', '@')}: "
    return own + (body if not own else body[:40] + "…")


def names(folder: str) -> Iterator[str]:
    """The templates of a folder, e.g. "person/first"."""
    for path in sorted((FOLDER / folder).glob("*.txt")):
        yield f"{folder}/{path.stem}"


# --- how most stories begin


def begun() -> Story:
    """Ada has said hello and answered the three questions: the first draft waits."""
    story = Story()
    story.ada("hi", subject="hi", fresh=True)
    story.ada(HELLO)
    return story


def written() -> Story:
    """The first note to Minerva has left."""
    story = begun()
    story.ada("SEND")
    story.leave()
    return story
