"""Letters on their way: what may leave and when, and what follows from what the edge reports.

Patience counts from `LetterSent`, never from the decision; a letter in doubt is decided again, since an answer may
have come (`architecture.md`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring import invites
from assistant.mentoring.book import Asks, Book, Person, Stage
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.days import first_allowed, shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import MOVES, Kind, Letter, LetterState, Tap
from assistant.mentoring.policy import Policy

UNWRITABLE = "no mail could be made of it"
REPEATED = "repeated in the digest"  # a mail to the protégé that did not arrive: its text stands there
RESTORED = "protege/restored"  # the one letter that a restored book is sure not to have sent


def moved(letter: Letter, state: LetterState, **changes: object) -> Letter:
    """The letter in its next state. A move that the table does not know is our bug."""
    assert state in MOVES[letter.state], f"a letter never goes from {letter.state} to {state}"
    return replace(letter, state=state, **changes)  # type: ignore[arg-type]


def withdraw(book: Book, person: str, *, kinds: Collection[Kind] | None = None, keep: str = "") -> tuple[Book, int]:
    """Takes back what waits for this person and has not left; gives the book and how many letters it was.

    kinds: only these. keep: the id of one that stays. What is on the wire is decided when its fate is known.
    """
    count = 0
    for letter in book.letters:
        waits = letter.state in (LetterState.PENDING, LetterState.APPROVED)
        if letter.person != person or letter.to_protege or not waits or letter.id == keep:
            continue
        if kinds is None or letter.kind in kinds:
            book = book.with_letter(moved(letter, LetterState.WITHDRAWN))
            count += 1
    return book, count


def reader_zone(book: Book, person: Person | None) -> str:
    """The zone of the reader; the protégé's where nobody told us."""
    return (person.zone if person else "") or book.protege.zone


def leaves_at(book: Book, letter: Letter, approved: datetime, policy: Policy) -> tuple[datetime, datetime]:
    """When the hold of a letter approved at `approved` ends, and the first allowed moment after it (both UTC)."""
    if _is_urgent(book, letter, approved):
        hold = policy.urgent_hold_minutes
    else:
        hold = policy.invite_hold_minutes if letter.calendar else policy.hold_minutes
    held = approved + timedelta(minutes=hold)
    return held, earliest(book, letter, held, policy)


def earliest(book: Book, letter: Letter, at: datetime, policy: Policy) -> datetime:
    """The first moment from `at` on (UTC) at which this letter may reach its reader (`policy.md`).

    A letter to a person goes inside the sending window, an attempt not within five business days of the last touch.
    It holds when a letter is approved and again when it leaves: a night or another letter may have come between.
    """
    if letter.to_protege or _is_urgent(book, letter, at):
        return at
    person = book.find_person(letter.person)
    countries = [book.protege.country] + ([person.country] if person else [])
    calendar = shared(countries, book.protege.away)
    if letter.kind is Kind.ATTEMPT and person is not None and person.ladder.last is not None:
        local = zone(book.protege.zone)
        day = calendar.add(person.ladder.last.astimezone(local).date(), policy.touch_gap_days)
        at = max(at, datetime.combine(day, time(), local).astimezone(UTC))
    if letter.kind is Kind.ATTEMPT and letter.rung == 0 and person is not None and person.first_from is not None:
        at = max(at, datetime.combine(person.first_from, time(), zone(book.protege.zone)).astimezone(UTC))
    return first_allowed(at, calendar, reader_zone(book, person), policy.window_opens, policy.window_closes)


def expires_at(book: Book, since: date, days: int, country: str) -> datetime:
    """The end of the `days`-th business day after the local day `since`, as UTC."""
    calendar = shared([book.protege.country, country], book.protege.away)
    return datetime.combine(calendar.add(since, days), time(18), zone(book.protege.zone)).astimezone(UTC)


def reminder_day(book: Book, letter: Letter, policy: Policy) -> date | None:
    """The local day on which the digest reminds of a draft that waits, once; None where it never expires."""
    if letter.expires is None:
        return None
    calendar = shared([book.protege.country], book.protege.away)
    before = policy.draft_expires_days - policy.draft_reminder_days
    return calendar.add(letter.expires.astimezone(zone(book.protege.zone)).date(), -before)


def _is_urgent(book: Book, letter: Letter, at: datetime) -> bool:
    """Moving or cancelling a meeting that is near; an answer only while their mail is under 24 hours old."""
    if not letter.urgent or letter.kind is not Kind.ANSWER:
        return letter.urgent
    person = book.find_person(letter.person)
    return person is not None and person.answered_at is not None and at - person.answered_at < timedelta(days=1)


def stands_against(book: Book, letter: Letter) -> str:
    """Why a letter to a person must not leave now, in words; "" when nothing stands against it."""
    if letter.to_protege:
        return ""
    if letter.approved != letter.digest or not letter.digest:
        return "it is not approved"
    if letter.recalled:
        return "you took it back"
    person = book.find_person(letter.person)
    if person is None:
        return "the person is not in the book"
    if letter.to not in person.addresses:
        return f"{letter.to} is not {person.name}'s address any more"
    if person.do_not_contact and not last_thanks(book, person, letter.kind):
        return f"{person.name} must not be written to ({person.do_not_contact})"
    if person.paused:
        return f"letters to {person.name} are paused ({person.paused})"
    if book.paused:
        return f"all letters are paused ({book.paused})"
    if letter.kind is Kind.ATTEMPT and person.answered_at and person.answered_at >= letter.created:
        return f"{person.name} has answered"
    return ""


def last_thanks(book: Book, person: Person, kind: Kind) -> bool:
    """Whether this is the one thanks that may follow a no (`product.md`, promise 2)."""
    if person.do_not_contact != "declined" or kind is not Kind.THANKS:
        return False
    since = person.do_not_contact_since
    return not any(
        x.person == person.id
        and x.kind is Kind.THANKS
        and x.sent_at is not None
        and (since is None or x.sent_at.astimezone(zone(book.protege.zone)).date() >= since)
        for x in book.letters
    )


def may_leave(book: Book, letter: Letter, now: datetime, read_to_end: datetime | None) -> bool:
    """Whether this letter may be handed to submission now.

    read_to_end: when the reading of the mailbox began that reached its end in this cycle; None if none did.
    A letter to a person waits until a reading began after its hold ended: an answer or UNDO may lie there.
    """
    if letter.state is not LetterState.APPROVED or (letter.not_before and now < letter.not_before):
        return False
    if letter.to_protege:
        return True
    if stands_against(book, letter):
        return False
    return read_to_end is not None and letter.hold_until is not None and read_to_end >= letter.hold_until


# --- what the edge reports


def sent(case: Case, event: happened.LetterSent) -> Decision:
    """A letter left: the clocks of its person start here."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is LetterState.SENT:
        return Decision(case.book)
    values = letter.values if letter.kind in (Kind.ATTEMPT, Kind.PROPOSAL) else {}
    gone = moved(letter, LetterState.SENT, sent_at=case.at, raw="", html="", values=values, failure="")
    book = case.book.with_letter(gone)
    if letter.to_protege:
        return Decision(_seen(book, gone))
    person = book.find_person(letter.person)
    if person is None:
        return Decision(book)
    if letter.discloses:
        person = replace(person, disclosed=True)
    book = invites.apply_sent(_follow(book.with_person(person), gone, case.at), gone)
    said = f"“{letter.subject}” to {person.name} left"
    if event.copies_refused:
        said += f"; copies refused for {', '.join(event.copies_refused)}"
    drafts = (invites.own_copy(case.on(book), gone),) if gone.method in ("REQUEST", "CANCEL") else ()
    return Decision(book, drafts=drafts, notes=(case.note("letter sent", said, person.id),))


def _seen(book: Book, letter: Letter) -> Book:
    """A draft is shown from the moment on at which a mail left that shows it: before, a bare SEND can't mean it."""
    told = [letter]
    if letter.kind is Kind.DIGEST:
        told += [x for x in book.letters if x.to_protege and x.failure == REPEATED]
    for id in dict.fromkeys(id for x in told for id in x.shows):
        draft = book.find_letter(id)
        if draft is not None and not draft.shown:
            book = book.with_letter(replace(draft, shown=True))
    return book


def _follow(book: Book, letter: Letter, at: datetime) -> Book:
    """What a letter that left means for its person."""
    person = book.person(letter.person)
    ladder = replace(person.ladder, last=at)
    if letter.kind is Kind.ATTEMPT and letter.rung is not None:
        ladder = replace(ladder, rung=letter.rung, started=person.ladder.started or at, ended="", waits_until=None)
        if person.stage in (Stage.PROSPECT, Stage.READY, Stage.RESTING):
            person = replace(person, stage=Stage.CONTACTED)
    if letter.kind is Kind.PROPOSAL and person.stage is Stage.COFFEE_DONE:
        person = replace(person, stage=Stage.PROPOSED)
    return book.with_person(replace(person, ladder=ladder))


def deferred(case: Case, event: happened.LetterDeferred) -> Decision:
    """The server said "not now": again later, each time after a longer while; after two days it has failed."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.SENDING:
        return Decision(case.book)
    waits = [_wait(attempt, case.policy) for attempt in range(letter.attempts + 1)]
    if sum(waits, timedelta()) > timedelta(hours=case.policy.retry_hours_most):
        return _failed(case, letter, event.reason)
    again = moved(letter, LetterState.APPROVED, attempts=letter.attempts + 1, not_before=case.at + waits[-1])
    return Decision(case.book.with_letter(replace(again, failure=event.reason)))


def _wait(attempt: int, policy: Policy) -> timedelta:
    return timedelta(minutes=policy.retry_minutes * 2 ** min(attempt, 6))


def refused(case: Case, event: happened.LetterRefused) -> Decision:
    """The server said "never": told to the protégé, unless it was their own mail that could not go."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.SENDING:
        return Decision(case.book)
    return _failed(case, letter, event.reason)


def unwritable(case: Case, event: happened.LetterUnwritable) -> Decision:
    """No mail could be made of it, now or ever: it must not keep the others back (the operator's log says why)."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.APPROVED:
        return Decision(case.book)
    return _failed(case, letter, UNWRITABLE)


def _failed(case: Case, letter: Letter, reason: str) -> Decision:
    book = case.book.with_letter(moved(letter, LetterState.FAILED, failure=reason, raw=""))
    note = case.note("letter failed", f"“{letter.subject}” could not be sent: {reason}", letter.person)
    person = book.find_person(letter.person)
    if letter.to_protege or person is None:
        return Decision(book, notes=(note,))
    return case.on(book).answer(
        "protege/not_delivered",
        person=person.id,
        notes=(note,),
        values={"name": person.name, "subject": letter.subject, "text": letter.text, "reason": reason},
        taps=(Tap("Card", f"SHOW {person.name}"),),
    )


def unsure(book: Book, letter: Letter) -> bool:
    """Whether it may have left already without the book knowing: it was ready to go before the book was set back."""
    if book.restored is None or letter.state is not LetterState.APPROVED or letter.template == RESTORED:
        return False
    doubted = letter.sending_at is not None and letter.sending_at >= book.restored
    return not doubted and (letter.approved_at or letter.created) <= book.restored


def restored(case: Case, event: happened.BookRestored) -> Decision:
    """The book is an older one: what was on its way may have left, and mail since then is handled again."""
    book = replace(case.book, restored=case.at)
    doubtful = [x for x in book.letters if x.state is LetterState.SENDING or unsure(book, x)]
    for letter in doubtful:
        book = book.with_letter(moved(letter, LetterState.IN_DOUBT, sending_at=case.at))
    names = [p.name for x in doubtful if not x.to_protege and (p := book.find_person(x.person))]
    note = case.note("restored", f"an older book: {len(doubtful)} letters in doubt, {event.again} mails again")
    values: dict[str, object] = {"names": list(dict.fromkeys(names)), "again": event.again}
    return case.on(book).answer(RESTORED, thread=GENERAL, values=values, notes=(note,))


def doubted(case: Case, event: happened.LetterDoubted) -> Decision:
    """Nobody knows whether it left: proof is looked for before anything else."""
    letter = case.book.find_letter(event.letter)
    if letter is None or not (letter.state is LetterState.SENDING or unsure(case.book, letter)):
        return Decision(case.book)
    at = letter.sending_at if letter.state is LetterState.SENDING else case.at
    book = case.book.with_letter(moved(letter, LetterState.IN_DOUBT, sending_at=at))
    return Decision(book, notes=(case.note("in doubt", f"“{letter.subject}”: did it leave?", letter.person),))


def lost(case: Case, event: happened.LetterLost) -> Decision:
    """No proof was found in time. Decided again: an answer, a stop or a pause may have come meanwhile."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.IN_DOUBT:
        return Decision(case.book)
    against = stands_against(case.book, letter)
    if against:
        book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN, failure=against))
        return Decision(book, notes=(case.note("withdrawn", f"not sent again: {against}", letter.person),))
    if event.shows:
        leaves = _again_at(case, letter)
        again = moved(
            letter, LetterState.APPROVED, not_before=leaves, hold_until=max(case.at, letter.hold_until or case.at)
        )
        note = case.note("sent again", "no copy of it anywhere", letter.person)
        return Decision(case.book.with_letter(again), notes=(note,))
    if letter.to_protege:
        # Neither sent twice nor lost: the next digest carries its text (`daily`).
        book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN, failure="unknown"))
        return Decision(book, notes=(case.note("not proven", "nobody knows whether it left; the digest repeats it"),))
    return _ask_arrived(case, letter)


def _again_at(case: Case, letter: Letter) -> datetime:
    """Not before its own time, and a letter to a person only inside the window, as the first time."""
    return earliest(case.book, letter, max(case.at, letter.not_before or case.at), case.policy)


def _ask_arrived(case: Case, letter: Letter) -> Decision:
    """This server never showed a copy of ours: only the protégé can find out."""
    person = case.book.person(letter.person)
    if case.book.question(thread_of(person.id), Asks.IN_DOUBT):
        # One question at a time: this letter's turn comes when the other is answered.
        open_still = {key: day for key, day in case.book.handled.items() if key != case.key}
        return Decision(replace(case.book, handled=open_still))
    return case.asking(
        Asks.IN_DOUBT,
        "protege/in_doubt",
        person=person.id,
        data={"letter": letter.id},
        values={"name": person.name, "subject": letter.subject, "at": letter.sending_at},
        taps=(Tap("It arrived", "YES"), Tap("It did not", "NO")),
    )
