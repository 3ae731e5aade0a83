"""What became of a letter at the edge (`mail.md`, "Out"): it left, must wait, failed, or nobody knows.

Patience counts from `LetterSent`, never from the decision; a letter in doubt is decided again, since an answer may
have come (`architecture.md`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring import offered_times, senders
from assistant.mentoring.book import Asks, Book
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.meetings import calling_off, invites, own_again
from assistant.mentoring.outbox import REPEATED, RESTORED, UNWRITABLE, earliest, moved, stands_against, unsure
from assistant.mentoring.person import Stage
from assistant.mentoring.policy import Policy

NO_COPY = "our own copy was refused"  # the `failure` of a letter in doubt whose missing copy proves nothing


def sent(case: Case, event: happened.LetterSent) -> Decision:
    """A letter left: the clocks of its person start here."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is LetterState.SENT:
        return Decision(case.book)
    values = letter.values if letter.kind in (Kind.ATTEMPT, Kind.PROPOSAL) else offered_times.kept(letter.values)
    gone = moved(letter, LetterState.SENT, sent_at=case.at, raw="", html="", values=values, failure="")
    book = case.book.with_letter(gone)
    if letter.to_protege:
        return Decision(_seen(book, gone))
    person = book.find_person(letter.person)
    if person is None:
        return Decision(book)
    if letter.discloses:
        person = replace(person, disclosed=True)
    book = _follow(book.with_person(person), gone, case.at)
    book = invites.apply_sent(book, replace(gone, values=letter.values))
    if letter.kind is Kind.CLOSING:
        book = calling_off.unseen_gone(book, person)
    said = f"“{letter.subject}” to {person.name} left"
    if event.copies_refused:
        said += f"; copies refused for {', '.join(event.copies_refused)}"
    drafts = (invites.own_copy(case.on(book), gone, letter.values.get("old")),) if _shows_event(gone) else ()
    return Decision(book, drafts=drafts, notes=(case.note("letter sent", said, person.id),))


def _shows_event(letter: Letter) -> bool:
    """Whether the protégé's own calendar has to follow: the copy of a scheduling contact says nothing new to it."""
    return letter.method in ("REQUEST", "CANCEL") and letter.template != invites.COPY


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
    if letter.kind is Kind.CLOSING:
        person = replace(person, stage=Stage.CLOSED)
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
    failure = NO_COPY if event.no_copy else ""
    book = case.book.with_letter(moved(letter, LetterState.IN_DOUBT, sending_at=at, failure=failure))
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
    if event.shows and letter.failure != NO_COPY:
        leaves = _again_at(case, letter)
        again = moved(
            letter, LetterState.APPROVED, not_before=leaves, hold_until=max(case.at, letter.hold_until or case.at)
        )
        note = case.note("sent again", "no copy of it anywhere", letter.person)
        return Decision(case.book.with_letter(again), notes=(note,))
    if letter.to_protege and (copy := own_again.again(case, letter)):
        book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN, failure=own_again.AGAIN))
        return Decision(book, (copy,), notes=(case.note("not proven", "a calendar that may be missing goes again"),))
    if letter.kind is Kind.CHALLENGE:
        book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN, failure="asked again"))
        return senders.may_be_lost(case.on(book), letter.one_time)
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
