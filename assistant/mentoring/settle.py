"""Filing worded letters in the book: here the text is final, so codes, digests and Message-IDs are made here.

A letter to a person waits as PENDING with its code; a mail to the protégé is APPROVED from birth. The mail that shows
a draft is worded after the draft was filed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from assistant.mentoring.book import Book
from assistant.mentoring.days import zone
from assistant.mentoring.digest import digest
from assistant.mentoring.letters import Draft, Hit, Kind, Letter, LetterState
from assistant.mentoring.outbox import expires_at, moved
from assistant.mentoring.policy import Policy
from assistant.mentoring.tokens import Tokens

JOINED = "j"  # in the id of several answers in one; ids are hexadecimal else


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one letter: what `writing` made of a draft. `html` only to the protégé, `calendar` with CRLF."""

    subject: str
    text: str
    html: str = ""
    calendar: str = ""
    discloses: bool = False


def settle(book: Book, draft: Draft, text: Text, hits: tuple[Hit, ...], tokens: Tokens, policy: Policy) -> Book:
    """Files a letter to a person as a draft that waits; one of the same kind and occasion is replaced by it."""
    person = book.person(draft.person)
    for older in book.pending(person.id):
        same = (older.kind, older.meeting, older.occurrence) == (draft.kind, draft.meeting, draft.occurrence)
        if same and older.to == (draft.to or person.email):
            book = book.with_letter(moved(older, LetterState.WITHDRAWN))
    # RFC 5546 mails go to one recipient each; every other letter is copied to the protégé.
    letter = _letter(
        book, draft, text, tokens, draft.to or person.email, () if text.calendar else (book.protege.email,)
    )
    today = draft.at.astimezone(zone(book.protege.zone)).date()
    return book.with_letter(
        replace(
            letter,
            code=tokens.code(book.protege.id, draft.id, letter.digest),
            expires=_expires(book, draft, today, policy, person.country),
            hits=hits,
            values=draft.values,
        )
    )


def _expires(book: Book, draft: Draft, today: date, policy: Policy, country: str) -> datetime:
    """The end of its last business day; an agenda is of no use once its meeting has begun."""
    last = expires_at(book, today, policy.draft_expires_days, country)
    begins = draft.values.get("when")
    return min(last, begins) if draft.kind is Kind.AGENDA and isinstance(begins, datetime) else last


def post(book: Book, draft: Draft, text: Text, tokens: Tokens) -> Book:
    """Files a mail to the protégé, ready to leave; the drafts that it shows are shown once it has left (`fate`)."""
    letter = _letter(book, draft, text, tokens, book.protege.email)
    terms = draft.values.get("terms")  # a YES to this mail takes them
    values = {"terms": terms} if terms else {}
    return book.with_letter(replace(letter, state=LetterState.APPROVED, to_protege=True, values=values))


def _letter(book: Book, draft: Draft, text: Text, tokens: Tokens, to: str, cc: tuple[str, ...] = ()) -> Letter:
    """A draft with its words: what every letter has, whoever reads it."""
    return Letter(
        id=draft.id,
        kind=draft.kind,
        template=draft.letter,
        thread=draft.thread,
        to=to,
        cc=cc,
        subject=text.subject,
        text=text.text,
        html=text.html,
        calendar=text.calendar,
        digest=digest(to, cc, text.subject, text.text, text.calendar),
        created=draft.at,
        person=draft.person,
        message_id=tokens.message_id(book.protege.id, draft.id),
        in_reply_to=draft.answers,
        references=draft.references,
        shows=draft.shows,
        rung=draft.rung,
        why=draft.why,
        urgent=draft.urgent,
        discloses=text.discloses,
        meeting=draft.meeting,
        method=draft.method,
        occurrence=draft.occurrence,
        one_time=draft.one_time,
    )


def sent_within(book: Book, since: datetime, *, to_protege: bool) -> int:
    """How many letters have left since then, to the protégé or to people: what the limits count.

    One of which nobody knows whether it left counts as well: a limit only ever lowers volume.
    """
    return sum(
        x.to_protege is to_protege and not x.own_mailbox and (at := _left_at(x)) is not None and at > since
        for x in book.letters
    )


def _left_at(letter: Letter) -> datetime | None:
    return letter.sent_at or (None if letter.state is LetterState.APPROVED else letter.sending_at)


def is_asked(letter: Letter) -> bool:
    """Whether it is part of an answer to the protégé's own mail; everything else comes unasked."""
    return letter.to_protege and (letter.kind is Kind.OWN or bool(letter.in_reply_to))


def waiting_answers(book: Book) -> list[Letter]:
    """Answers to the protégé's own mails that have not left yet, oldest first."""
    return [
        x for x in book.letters if x.to_protege and x.kind is Kind.OWN and x.state is LetterState.APPROVED and not x.raw
    ]


def joined(book: Book, letters: list[Letter], tokens: Tokens, whole: Text) -> Book:
    """Over the hourly limit, answers are joined into one (`product.md`, promise 3): the first carries all of them."""
    first = letters[0]
    id = f"{first.id}{JOINED}{len(letters)}"
    for letter in letters:
        book = book.with_letter(moved(letter, LetterState.WITHDRAWN, failure="joined with others", html=""))
    return book.with_letter(
        replace(
            first,
            id=id,
            subject=whole.subject,
            text=whole.text,
            html=whole.html,
            digest=digest(first.to, (), whole.subject, whole.text, ""),
            calendar="",
            method="",
            meeting="",
            thread="general",
            message_id=tokens.message_id(book.protege.id, id),
            references=tuple(dict.fromkeys(m for x in letters for m in _answered_by(x) if m != first.in_reply_to)),
            shows=tuple(dict.fromkeys(i for x in letters for i in x.shows)),
        )
    )


def _answered_by(letter: Letter) -> tuple[str, ...]:
    """The mails that an answer is to: its own one, and all of those that were joined into it before."""
    joined_before = letter.references if JOINED in letter.id else ()
    return tuple(m for m in (letter.in_reply_to, *joined_before) if m)
