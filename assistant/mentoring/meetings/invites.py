"""Invites and their changes between draft and departure: what people see changes only when the letter has left.

A new meeting is in the book as "draft" until its invite has left. A change of an invited meeting waits beside it
(`Book.changes_waiting`): the calendar text is made from it, the book's own meeting becomes it with `apply_sent`.
One change waits a meeting: a newer one takes its place and withdraws the older one's letter, so that the sequence in
the text and in the book never part (RFC 5546 §2.1.4).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.letters import BOUNCED, Draft, Kind, Letter, LetterState, Why
from assistant.mentoring.meetings import meeting_events
from assistant.mentoring.meetings.prepared import followed
from assistant.mentoring.person import BEFORE_COFFEE, Stage
from assistant.mentoring.recurrence import without_end
from assistant.mentoring.rhythm import cadence_of, shifted, until
from assistant.mentoring.schedule import Attendance, Change, Meeting, Waiting

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # an answer of the same sequence is always newer, whatever its clock says
COPY = "invite/copy"  # the same event for whoever keeps the person's calendar (`guests`)
CHANGED = "its meeting changed"  # the `failure` of an agenda that is drafted anew for the new time
GOES_ON = "goes_on_as"  # in the values of a letter that ends a series: the UID of the one that takes its place
WAITS = frozenset({LetterState.PENDING, LetterState.APPROVED})
ON_ITS_WAY = frozenset({LetterState.SENDING, LetterState.IN_DOUBT})


def as_worded(book: Book, draft: Draft) -> Meeting:
    """The meeting from which the calendar text of this draft is made: as it will be when the letter has left."""
    if draft.to_protege:  # their own copy shows what has left, not what waits
        return next(m for m in book.meetings if m.uid == draft.meeting)
    waiting = _waiting(book, draft.meeting, draft.method, draft.occurrence)
    if waiting is None and draft.letter == COPY and draft.values.get("what") == "add":
        # Who joins while a change waits gets the whole with that change in it.
        waiting = next((w for w in book.changes_waiting if w.meeting.uid == draft.meeting), None)
    if waiting is not None:
        return waiting.meeting
    return next(m for m in book.meetings if m.uid == draft.meeting)


def apply_sent(book: Book, letter: Letter) -> Book:
    """The book after a letter with a meeting left: the change is true now, a first invite makes it "invited"."""
    meeting = book.find_meeting(letter.meeting)
    if meeting is None or letter.to_protege or letter.kind is Kind.AGENDA:
        return book
    if letter.template == COPY:
        return left(book, meeting, letter)
    waiting = _waiting(book, letter.meeting, letter.method, letter.occurrence)
    if waiting is not None:
        book = replace(book, changes_waiting=tuple(w for w in book.changes_waiting if w is not waiting))
        made = _applied(book, meeting, waiting)
        book = _with_past(book, meeting, made, letter.sent_at or LONG_AGO).with_meeting(made)
        # The end of a series that goes on as another one is not the agreement's.
        return book if letter.values.get(GOES_ON) else _agreement_follows(book, made)
    if letter.method == "DECLINECOUNTER":
        return book.with_meeting(replace(meeting, proposed=None))
    if letter.method == "CANCEL":
        return book if letter.occurrence else book.with_meeting(replace(meeting, state="cancelled"))
    if meeting.state == "draft":
        made = replace(meeting, state="invited")
        return coffee_is_set(_agreement_follows(book.with_meeting(made), made), meeting)
    return book


def _agreement_follows(book: Book, series: Meeting) -> Book:
    """The agreement ends with the last of its series (S5), and is as often: a renewal or a lighter one has left."""
    person = book.find_person(series.person)
    end = until(series.rrule)
    if person is None or person.agreement is None or end is None or series.state != "invited":
        return book
    ends = max(person.agreement.ends_on, end.astimezone(ZoneInfo(series.zone)).date())
    kept = replace(
        person.agreement,
        ends_on=ends,
        cadence=cadence_of(series.rrule) or person.agreement.cadence,
        minutes=series.minutes,
        rule=without_end(series.rrule) if person.agreement.rule else "",
        hour=series.start.time() if person.agreement.hour else None,
    )
    goes_on = person.stage is Stage.WINDING_DOWN and ends > person.agreement.ends_on
    return book.with_person(replace(person, agreement=kept, stage=Stage.ACTIVE if goes_on else person.stage))


def _with_past(book: Book, known: Meeting, made: Meeting, now: datetime) -> Book:
    """The book with the meetings of a series that were held before it got its new start: their notes may still come.

    Exactly those, wherever they were moved to: what was still to come is in the series as it is now, or is off."""
    if not known.rrule or made.state == "cancelled" or made.begins == known.begins:
        return book
    still = {actual for _, actual in made.occurrences(LONG_AGO, now)}
    held = {original for original, actual in known.occurrences(LONG_AGO, now) if actual not in still}
    if not held:
        return book
    end = max(held)
    originals = [original for original, _ in replace(known, changes=()).occurrences(LONG_AGO, end)]
    off = (Change(original, cancelled=True) for original in originals if original not in held)
    past = replace(
        known,
        uid=f"{known.uid}.{known.start:%Y%m%d}",
        rrule=f"{without_end(known.rrule)};UNTIL={end:%Y%m%dT%H%M%SZ}",
        changes=(*(c for c in known.changes if c.original in held), *off),
    )
    return book.with_meeting(past)


def left(book: Book, meeting: Meeting, letter: Letter) -> Book:
    """The book after a contact's own mail left: they belong to the meeting from then on, or no more."""
    others = tuple(one for one in meeting.guests if one != letter.to)
    if letter.method == "REQUEST":
        return book.with_meeting(replace(meeting, guests=(*others, letter.to)))
    gone = letter.method == "CANCEL" and letter.occurrence is None
    return book.with_meeting(replace(meeting, guests=others)) if gone else book


def coffee_is_set(book: Book, meeting: Meeting) -> Book:
    """A first meeting stands: the person's stage follows, if it was before it."""
    person = book.find_person(meeting.person)
    if person is None or meeting.purpose != "coffee" or person.stage not in BEFORE_COFFEE:
        return book
    return book.with_person(replace(person, stage=Stage.COFFEE_SET))


def own_copy(case: Case, letter: Letter, old: object = None) -> Draft:
    """The protégé's own copy of an invite that has just left: to them alone (S2), with the same event.

    old: the start that it was told as the old one, where it changed something.
    """
    meeting = case.book.find_meeting(letter.meeting)
    person = case.book.person(letter.person)
    start = meeting.begins if meeting else case.at
    if meeting and letter.occurrence:
        moved = meeting.change_of(letter.occurrence).start
        start = meeting.instant(moved) if moved else letter.occurrence
    return Draft(
        id=case.id("own copy", letter.id),
        letter="invite/own",
        kind=Kind.NOTICE,
        to_protege=True,
        thread=letter.thread,
        at=case.at,
        person=person.id,
        values={
            "name": person.name,
            "when": start,
            "old": old if isinstance(old, datetime) else None,
            "cancelled": letter.method == "CANCEL",
            "series": bool(meeting and meeting.rrule and letter.occurrence is None),
            "place": meeting.place_of(letter.occurrence) if meeting else "",
            "shifted": shifted(meeting, person.zone) if meeting and meeting.rrule and not letter.occurrence else [],
        },
        why=Why("your own copy of the invite", "the invite left"),
        meeting=letter.meeting,
        method=letter.method,
        occurrence=letter.occurrence,
    )


# --- making a change wait


def change(book: Book, known: Meeting, new: Meeting, now: datetime) -> Book:
    """The book with this change waiting, as the iTIP broker tells the person of it: METHOD, occurrence and SEQUENCE.

    now: aware. A change of which the person has nothing to hear is our bug.
    """
    raised, message = meeting_events.told(book, known, new, now)
    return wait_for(book, raised, message.method, message.events[0].instant)


def wait_for(book: Book, meeting: Meeting, method: str, occurrence: datetime | None = None) -> Book:
    """The book with this change of an invited meeting waiting; an older one and its letter make room."""
    assert method in ("REQUEST", "CANCEL")
    book = withdraw_for(book, meeting.uid)
    kept = tuple(w for w in book.changes_waiting if w.meeting.uid != meeting.uid)
    return replace(book, changes_waiting=(*kept, Waiting(meeting, method, occurrence)))


def withdraw_for(book: Book, uid: str) -> Book:
    """Takes back every letter about this meeting that has not left, and the change that waited for it."""
    for letter in book.letters:
        if letter.meeting == uid and not letter.to_protege and letter.state in WAITS:
            failure = CHANGED if letter.kind is Kind.AGENDA else letter.failure
            book = book.with_letter(replace(letter, state=LetterState.WITHDRAWN, failure=failure))
    return replace(book, changes_waiting=tuple(w for w in book.changes_waiting if w.meeting.uid != uid))


def on_its_way(book: Book, uid: str) -> bool:
    """Whether a letter about this meeting is being sent at this moment: no second change until its fate is known."""
    return any(x.meeting == uid and not x.to_protege and x.state in ON_ITS_WAY for x in book.letters)


def waits(book: Book, uid: str) -> bool:
    """Whether a letter that says something about the meeting itself has not left yet; an agenda does not."""
    return any(
        x.meeting == uid and not x.to_protege and not x.final and x.kind is not Kind.AGENDA for x in book.letters
    )


def last_of_whole(book: Book, uid: str) -> Letter | None:
    """The letter to the person that told last of the whole of a meeting, and has left."""
    left = [x for x in book.letters if x.meeting == uid and x.method == "REQUEST" and x.sent_at and not x.to_protege]
    return next((x for x in reversed(left) if x.occurrence is None and x.template != COPY), None)


def is_given_up(book: Book, meeting: Meeting) -> bool:
    """A meeting that nobody was told of, and whose invite was skipped, expired or withdrawn: no meeting any more.

    UNDO of the skip drafts the invite anew, and the meeting counts again.
    """
    about = [x for x in book.letters if x.meeting == meeting.uid and not x.to_protege]
    return meeting.state == "draft" and bool(about) and all(x.final for x in about)


def came_back(book: Book, letter: Letter) -> Book:
    """The book after an invite bounced: where nobody was told of the meeting, it is a draft again, and given up."""
    meeting = book.find_meeting(letter.meeting)
    if meeting is None or meeting.organizer or meeting.state != "invited" or letter.method != "REQUEST":
        return book
    about = [x for x in book.letters if x.meeting == meeting.uid and not x.to_protege and x.sent_at is not None]
    if meeting.attendance or any(x.failure != BOUNCED for x in about):
        return book
    return book.with_meeting(replace(meeting, state="draft"))


def not_worded(book: Book, draft: Draft) -> Book:
    """The book without what a draft was to tell, when no invite could be made of it: nobody ever hears of that."""
    book = withdraw_for(book, draft.meeting)
    told = any(x.meeting == draft.meeting and not x.to_protege for x in book.letters)
    meetings = tuple(m for m in book.meetings if told or m.uid != draft.meeting or m.state != "draft")
    return replace(book, meetings=meetings)


def still_fits(book: Book, letter: Letter) -> bool:
    """Whether a letter about a meeting, drafted anew, would still carry what it says: its change still waits."""
    meeting = book.find_meeting(letter.meeting)
    if meeting is None or meeting.state == "cancelled" or letter.method not in ("REQUEST", "CANCEL"):
        return meeting is not None and meeting.state != "cancelled"
    unseen = meeting.state == "draft" and letter.method == "REQUEST"
    return unseen or _waiting(book, letter.meeting, letter.method, letter.occurrence) is not None


def _waiting(book: Book, uid: str, method: str, occurrence: datetime | None) -> Waiting | None:
    wanted = (uid, method, occurrence)
    return next((w for w in book.changes_waiting if (w.meeting.uid, w.method, w.occurrence) == wanted), None)


def _applied(book: Book, known: Meeting, waiting: Waiting) -> Meeting:
    """The change on the meeting as it is now: answers and notes may have come since it was drafted.

    Answers to what was changed count no longer: they were to another time.
    """
    new = waiting.meeting
    person = book.find_person(known.person)
    gone = waiting.occurrence
    attendance = tuple(a for a in known.attendance if gone is not None and a.occurrence != gone)
    if person is not None and waiting.method == "REQUEST":
        asked = Attendance(person.email, "NEEDS-ACTION", new.sequence, LONG_AGO, gone)
        attendance = (*attendance, asked)
    changed = replace(
        known,
        start=new.start,
        zone=new.zone,
        minutes=new.minutes,
        place=new.place,
        rrule=new.rrule,
        changes=new.changes,
        sequence=new.sequence,
        state=new.state,
        summary=new.summary,
        attendance=attendance,
        weighed=tuple(dict.fromkeys((*known.weighed, *new.weighed))),
        proposed=None,
    )
    return followed(known, changed)
