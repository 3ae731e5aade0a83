"""Who gets a person's invites beside them: whoever keeps their calendar, their scheduling contact (calendar.md R6, S6).

Each gets a mail of their own with themselves as the only attendee (S2), which waits for the protégé's word like the
person's own. What they answer counts for the person. From then on every change goes to both, by one SEND.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Letter, LetterState
from assistant.mentoring.meetings import invites, moves
from assistant.mentoring.meetings.invites import COPY, WAITS
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.person import Person
from assistant.mentoring.rhythm import last_start
from assistant.mentoring.schedule import Meeting

MOST = 3  # contacts of one meeting
PLACE = "invite/place"


def change(case: Case) -> Decision:
    """`add pat@example.org to the meeting`, `remove Pat from the meetings`: drafts, one a meeting of ours to come."""
    adds = case.command.op == "add_guest"
    word = f"{'ADD' if adds else 'REMOVE'} {case.command.email or case.command.text}"
    found = moves.upcoming(case.book, case.at, case.person)
    if case.person is None and len({u.person.id for u in found}) > 1:
        return moves.ask_whose(case, f"{word} {'TO' if adds else 'FROM'} THE MEETING WITH {{name}}")
    if not found:
        return case.nothing_done("I know no meeting that is still to come")
    return _add(case, found) if adds else _remove(case, found)


def with_copies(case: Case, decision: Decision, before: Book) -> Decision:
    """The decision with a copy of every invite and change for whoever keeps that person's calendar.

    before: the book that was decided on; a change overtakes the letters about its meeting that wait there."""
    drafts: list[Draft] = []
    copied: dict[str, list[str]] = {}
    for draft in decision.drafts:
        drafts.append(draft)
        for copy in _copies(case, draft, before):
            drafts.append(copy)
            copied.setdefault(draft.id, []).append(copy.id)
    if not copied:
        return decision
    return replace(decision, drafts=tuple(_showing(draft, copied) for draft in drafts))


def carried(book: Book, meeting: Meeting) -> Meeting:
    """A new meeting with the contacts of the one before it with that person: a renewed series goes to them too."""
    person = book.find_person(meeting.person)
    known = [m for m in book.meetings if m.person == meeting.person and m.uid != meeting.uid and m.state != "draft"]
    if person is None or not known or any(m.uid == meeting.uid for m in book.meetings):
        return meeting
    last = max(known, key=last_start)
    return replace(meeting, guests=tuple(one for one in last.guests if one in person.addresses))


# --- adding and removing


def _add(case: Case, found: list[Upcoming]) -> Decision:
    person = found[0].person
    email = case.command.email.lower() or _keeper(person, case.command.text)
    against = _against_adding(case, person, email)
    if against:
        return case.nothing_done(against, person=person.id)
    ours = [u for u in _of(found, case, person) if not u.meeting.organizer and email not in u.meeting.guests]
    if not ours:
        return case.nothing_done(
            f"there is no meeting of ours to which I could add them: an invite that {person.first_name} made is theirs "
            f"to pass on",
            person=person.id,
        )
    if any(invites.waits(case.book, u.meeting.uid) for u in ours):
        return case.nothing_done("a letter about that meeting waits; SEND or SKIP it first", person=person.id)
    book = case.book.with_person(_contact(person, email))
    for target in ours:  # a change that was skipped, or has expired, is not what they are invited to
        book = invites.withdraw_for(book, target.meeting.uid)
    return _drafted(case.on(book), ours, (email,), "add")


def _keeper(person: Person, name: str) -> str:
    """The address of whoever keeps the person's calendar, where they are said as "him" or "Pat"; else ""."""
    words = {*re.findall(r"[^\W\d_]+", person.scheduling.partition("@")[0].lower()), "him", "her", "them"}
    return person.scheduling if name.lower() in words else ""


def _remove(case: Case, found: list[Upcoming]) -> Decision:
    said = (case.command.email or case.command.text).lower()
    ours = [(u, guest) for u in found for guest in u.meeting.guests if said in (guest, guest.partition("@")[0])]
    if not said or not ours or len({guest for _, guest in ours}) > 1:
        known = sorted({guest for u in found for guest in u.meeting.guests})
        named = f"; I know {', '.join(known)}" if known else ""
        return case.nothing_done(f"nobody of that name is in a meeting beside the two of you{named}")
    person = ours[0][0].person
    meetings = [u for u, _ in ours if u.person.id == person.id]
    if any(invites.waits(case.book, u.meeting.uid) for u in meetings):
        return case.nothing_done("a letter about that meeting waits; SEND or SKIP it first", person=person.id)
    return _drafted(case, _of(meetings, case, person), (ours[0][1],), "remove")


def _drafted(case: Case, ours: list[Upcoming], guests: Iterable[str], what: str) -> Decision:
    """One draft a meeting and contact. Others' own invites name only themselves, so they do not change."""
    person = ours[0].person
    method = "REQUEST" if what == "add" else "CANCEL"
    drafts = []
    for target in ours:
        values: dict[str, object] = {"what": what, "old": target.actual, "when": target.actual}
        made = moves.letter(case, COPY, target, method, {**values, "whose": person.name}, whole=True)
        drafts += [_addressed(case, made, guest) for guest in guests]
    guest = drafts[0].to
    return case.answer(
        "protege/guest_drafted",
        person=person.id,
        drafts=drafts,
        taps=moves.TAPS,
        values={"name": person.name, "guest": guest, "what": what, "count": len(drafts)},
        notes=(case.note("contact", f"{guest}: {what} drafted for {person.name}", person.id),),
    )


def _against_adding(case: Case, person: Person, email: str) -> str:
    if not email:
        return "I need their address: ADD pat@example.org TO THE MEETING"
    if email in case.book.protege.addresses:
        return "you have your own copy of every invite already"
    if email == person.email:
        return f"{person.first_name} has the invite already"
    other = case.book.by_address(email)
    if other is not None and other.id != person.id:
        return f"{other.name} is a person of your book: an invite of their own is COFFEE WITH {other.name}"
    if any(len(m.guests) >= MOST for m in case.book.meetings if m.person == person.id):
        return f"more than {MOST} contacts of one person are nobody's calendar"
    return ""


def _of(found: list[Upcoming], case: Case, person: Person) -> list[Upcoming]:
    """All their meetings where several are said, every series where that is said, else the next one."""
    theirs = [u for u in found if u.person.id == person.id and u.meeting.state == "invited"]
    line = case.command.line.lower()
    if "series" in line:
        return [u for u in theirs if u.meeting.rrule]
    return theirs if re.search(r"\b(?:meetings|invites|invitations|calls|all)\b", line) else theirs[:1]


def _contact(person: Person, email: str) -> Person:
    """Their mail is the person's word from now on: what a scheduling contact answers counts for them."""
    if email in person.addresses:
        return person
    if not person.scheduling:
        return replace(person, scheduling=email)
    return replace(person, also=(*person.also, email))


# --- copies


def _copies(case: Case, draft: Draft, before: Book) -> list[Draft]:
    """One for each contact: of the change itself, or of what the change overtook and still holds for them."""
    if draft.to_protege or draft.to or draft.method not in ("REQUEST", "CANCEL"):
        return []
    meeting = case.book.find_meeting(draft.meeting)
    person = case.book.find_person(draft.person)
    if meeting is None or person is None:
        return []
    overtaken = _overtaken(case.book, draft.meeting, before)
    known = dict.fromkeys((*meeting.guests, *overtaken))
    ends = draft.method == "CANCEL" and draft.occurrence is None
    found = []
    for guest in known:
        what = "" if ends else overtaken.get(guest, "")
        if guest in person.addresses and (what or guest in meeting.guests) and not _waits(case.book, draft, guest):
            copy = _again(draft, what) if what else _copy(draft)
            values = {**copy.values, "whose": person.name}
            found.append(_addressed(case, replace(copy, letter=COPY, values=values), guest))
    return found


def _waits(book: Book, draft: Draft, guest: str) -> bool:
    """Whether their copy of this very change waits already: the person's letter was only put in other words."""
    same = (draft.meeting, draft.method, draft.occurrence, guest)
    return any((x.meeting, x.method, x.occurrence, x.to) == same for x in book.pending(draft.person))


def _overtaken(book: Book, uid: str, before: Book) -> dict[str, str]:
    """Contacts whose own letter about this meeting waited, and was withdrawn just now: "add" or "remove" for each."""
    waited = [x for x in before.letters if x.meeting == uid and x.template == COPY and x.state in WAITS]
    gone = [x for x in waited if (now := book.find_letter(x.id)) and now.state is LetterState.WITHDRAWN]
    return {x.to: what for x in gone if (what := str(x.values.get("what", ""))) in ("add", "remove")}


def _again(draft: Draft, what: str) -> Draft:
    """Who was to be added gets the whole as it is after the change; who was to be removed hears of no change."""
    when = draft.values.get("when") or draft.values.get("old")
    values = {**draft.values, "what": what, "old": when, "when": when}
    return replace(draft, method="REQUEST" if what == "add" else "CANCEL", occurrence=None, values=values)


def _copy(draft: Draft) -> Draft:
    old, when = draft.values.get("old"), draft.values.get("when")
    changes = "place" if draft.letter == PLACE else "move" if old else "invite"
    what = "cancel" if draft.method == "CANCEL" else changes
    return replace(draft, values={**draft.values, "what": what, "old": old or when, "when": when or old})


def _addressed(case: Case, draft: Draft, guest: str) -> Draft:
    return replace(draft, id=case.id("copy", draft.id, guest), to=guest)


def _showing(draft: Draft, copied: dict[str, list[str]]) -> Draft:
    """The mail that shows the person's draft shows its copies too: one SEND covers what was seen together."""
    more = [copy for id in draft.shows for copy in copied.get(id, ()) if copy not in draft.shows]
    return replace(draft, shows=(*draft.shows, *more)) if more else draft


def beside(book: Book, letter: Letter) -> list[str]:
    """The invites that wait and were shown together with this one: in other words it still goes with them."""
    seen = {id for x in book.letters if letter.id in x.shows for id in x.shows} if letter.calendar else set()
    return [x.id for x in book.pending(letter.person) if x.id in seen and x.id != letter.id and x.calendar]


def go_together(letters: list[Letter]) -> bool:
    """Whether these are invites of one meeting to one person and their contacts, which one SEND covers."""
    people = {x.person for x in letters}
    methods = {x.method for x in letters if x.template != COPY}
    readers = {(x.meeting, x.to) for x in letters}
    return len(people) == 1 and len(methods) <= 1 and len(readers) == len(letters) and all(x.calendar for x in letters)
