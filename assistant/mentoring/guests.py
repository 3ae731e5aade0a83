"""Who gets a person's invites beside them: whoever keeps their calendar, their scheduling contact (calendar.md R6, S6).

Each gets a mail of their own with themselves as the only attendee (S2), which waits for the protégé's word like the
person's own. What they answer counts for the person. From then on every change goes to both, by one SEND.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.mentoring import moves
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.invites import COPY
from assistant.mentoring.letters import Draft, Letter
from assistant.mentoring.moves import Upcoming
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting

MOST = 3  # contacts of one meeting


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


def with_copies(case: Case, decision: Decision) -> Decision:
    """The decision with a copy of every invite and change for whoever keeps that person's calendar."""
    drafts: list[Draft] = []
    copied: dict[str, list[str]] = {}
    for draft in decision.drafts:
        drafts.append(draft)
        for guest in _guests(decision.book, draft):
            copy = _copy(case, draft, guest)
            drafts.append(copy)
            copied.setdefault(draft.id, []).append(copy.id)
    if not copied:
        return decision
    return replace(decision, drafts=tuple(_showing(draft, copied) for draft in drafts))


# --- adding and removing


def _add(case: Case, found: list[Upcoming]) -> Decision:
    email = case.command.email.lower()
    person = found[0].person
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
    if any(_changes(case.book, u.meeting) for u in ours):
        return case.nothing_done("a letter about that meeting waits; SEND or SKIP it first", person=person.id)
    case = case.on(case.book.with_person(_contact(person, email)))
    return _drafted(case, ours, (email,), "add")


def _remove(case: Case, found: list[Upcoming]) -> Decision:
    said = (case.command.email or case.command.text).lower()
    ours = [(u, guest) for u in found for guest in u.meeting.guests if said in (guest, guest.partition("@")[0])]
    if not said or not ours or len({guest for _, guest in ours}) > 1:
        known = sorted({guest for u in found for guest in u.meeting.guests})
        named = f"; I know {', '.join(known)}" if known else ""
        return case.nothing_done(f"nobody of that name is in a meeting beside the two of you{named}")
    person = ours[0][0].person
    meetings = [u for u, _ in ours if u.person.id == person.id]
    if any(_changes(case.book, u.meeting) for u in meetings):
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
    """All their meetings where several are said, else the next one."""
    theirs = [u for u in found if u.person.id == person.id and u.meeting.state == "invited"]
    every = "meetings" in case.command.line.lower() or "series" in case.command.line.lower()
    return theirs if every else theirs[:1]


def _changes(book: Book, meeting: Meeting) -> bool:
    return any(x.meeting == meeting.uid and not x.to_protege and not x.final for x in book.letters)


def _contact(person: Person, email: str) -> Person:
    """Their mail is the person's word from now on: what a scheduling contact answers counts for them."""
    if email in person.addresses:
        return person
    if not person.scheduling:
        return replace(person, scheduling=email)
    return replace(person, also=(*person.also, email))


# --- copies


def _guests(book: Book, draft: Draft) -> tuple[str, ...]:
    if draft.to_protege or draft.to or draft.method not in ("REQUEST", "CANCEL"):
        return ()
    meeting = book.find_meeting(draft.meeting)
    person = book.find_person(draft.person)
    if meeting is None or person is None:
        return ()
    return tuple(one for one in meeting.guests if one in person.addresses)


def _copy(case: Case, draft: Draft, guest: str) -> Draft:
    person = case.book.find_person(draft.person)
    old, when = draft.values.get("old"), draft.values.get("when")
    what = "cancel" if draft.method == "CANCEL" else "move" if old else "invite"
    values = {**draft.values, "what": what, "old": old or when, "when": when or old}
    return _addressed(
        case, replace(draft, letter=COPY, values={**values, "whose": person.name if person else ""}), guest
    )


def _addressed(case: Case, draft: Draft, guest: str) -> Draft:
    return replace(draft, id=case.id("copy", draft.id, guest), to=guest)


def _showing(draft: Draft, copied: dict[str, list[str]]) -> Draft:
    """The mail that shows the person's draft shows its copies too: one SEND covers what was seen together."""
    more = [copy for id in draft.shows for copy in copied.get(id, ()) if copy not in draft.shows]
    return replace(draft, shows=(*draft.shows, *more)) if more else draft


def go_together(letters: list[Letter]) -> bool:
    """Whether these are invites of one meeting to one person and their contacts, which one SEND covers."""
    alike = {(x.person, x.method) for x in letters}
    readers = {(x.meeting, x.to) for x in letters}
    return len(alike) == 1 and len(readers) == len(letters) and all(x.calendar for x in letters)
