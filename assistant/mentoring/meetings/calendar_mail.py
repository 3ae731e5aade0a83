"""What calendar programs answer to our invites (calendar.md, "Receiving").

The iTIP broker judges who may say what (R6), about which occurrence (R7), and what is older than what we know (R8).
Here it becomes mail to the protégé, who hears what needs a word. Nobody is chased.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring import itip
from assistant.mentoring.book import Book, Note
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.itip.event import Answer
from assistant.mentoring.itip.outcome import Asks, Outcome, Verdict
from assistant.mentoring.letters import Kind
from assistant.mentoring.meetings import calendar_asks, counters, meeting_events, moves, private_dates, reschedule
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting, actual_start

KNOWN_ANSWERS = frozenset({"ACCEPTED", "DECLINED", "TENTATIVE"})


# --- answers to our invites


@dataclass(frozen=True, slots=True)
class _Heard:
    """An answer that counts: the meeting as it was, with it, and which answer is told (a decline before all others)."""

    before: Meeting
    meeting: Meeting
    person: Person
    answer: Answer

    @property
    def target(self) -> Upcoming:
        original = self.answer.instant or self.before.begins
        return Upcoming(self.meeting, self.person, original, actual_start(self.before, original) or original)


def invite_answered(case: Case, event: happened.InviteAnswered) -> Decision:
    """A REPLY or COUNTER. Recorded for whom it is from; a decline or another time becomes a mail to the protégé.

    One that the protégé forwarded is answered, whatever comes of it (`product.md`, promise 3).
    """
    decision = _answered(case, event)
    if not case.answers or any(draft.to_protege for draft in decision.drafts):
        return decision
    said = "; ".join(note.text for note in decision.notes)
    return decision.then(case.on(decision.book).answer("protege/noted", values={"what": f"Noted: {said}."}))


def _answered(case: Case, event: happened.InviteAnswered) -> Decision:
    meeting = case.book.find_meeting(event.answer.uid)
    person = case.book.find_person(meeting.person) if meeting else None
    if meeting is None or person is None:
        return _unknown(case, event)
    outcome = _judged(case, meeting, event)
    if outcome.send:
        return calendar_asks.refreshed(case, event, _about(case, meeting, person))
    raised = {one.asks for one in outcome.asks}
    if Asks.UNINVITED in raised:
        return calendar_asks.uninvited(case, event, _about(case, meeting, person))
    if Asks.ONWARDS in raised:
        return calendar_asks.from_one_on(case, event, _about(case, meeting, person))
    if outcome.verdict is not Verdict.APPLIED:
        said = f"an answer from {event.sender} changed nothing: {outcome.because}"
        return noted(case, said, person.id)
    assert outcome.stored is not None
    after = meeting_events.answered(meeting, outcome.stored)
    known = meeting_events.stored_of(case.book, meeting).answers
    new = [one for one in outcome.stored.answers if one not in known]
    heard = _Heard(meeting, after, person, min(new, key=lambda one: one.partstat != "DECLINED"))
    if event.answer.method == "COUNTER":
        return _countered(case, event, heard, outcome)
    return _recorded(case, event, heard)


def _about(case: Case, meeting: Meeting, person: Person) -> Upcoming:
    """The next of its meetings; of one that is over its first."""
    return Upcoming(meeting, person, *(meeting.next(case.at) or (meeting.begins, meeting.begins)))


def _judged(case: Case, meeting: Meeting, event: happened.InviteAnswered) -> Outcome:
    """What the broker makes of it. "Needs action" and "delegated" answer nothing: they are noted."""
    rules = meeting_events.rules_of(case.book, meeting)
    known = meeting_events.stored_of(case.book, meeting)
    message = meeting_events.said(meeting, (event.answer, *event.more), rules, event.sender)
    given = {one.partstat for each in message.events for one in each.attendees}
    if message.method == "REPLY" and given and not given & KNOWN_ANSWERS:
        return Outcome(known, Verdict.NOTED, f"it says {min(given).lower()}")
    if message.method == "REPLY":  # Thunderbird lists every exception beside its answer, unanswered
        said = tuple(x for x in message.events if not x.attendees or {a.partstat for a in x.attendees} & KNOWN_ANSWERS)
        message = replace(message, events=said)
    return itip.receive(known, message, event.sender, case.at, rules=rules)


def _recorded(case: Case, event: happened.InviteAnswered, heard: _Heard) -> Decision:
    meeting, person, said = heard.meeting, heard.person, heard.answer.partstat
    before = heard.before.answer_of(heard.answer.address, heard.answer.instant)
    waits = meeting.proposed is not None and meeting.proposed.occurrence != heard.answer.instant
    book = case.book.with_meeting(meeting if waits else replace(meeting, proposed=None))
    note = case.note("invite answered", f"{event.sender}: {said.lower()}", person.id)
    if heard.answer.address == case.book.protege.email:
        return _own_answer(case.on(book), heard.target, said, note)
    book = human_answer(book, person, case.at)
    if said == "DECLINED":
        return _declined(case.on(book), heard, note, event, again=before == said)
    book = reschedule.overtaken(book, meeting, heard.answer.instant)
    is_news = meeting.purpose == "coffee" or before == "DECLINED"
    if not is_news or before == said or meeting.noted:
        return Decision(book, notes=(note,))
    return case.on(book).answer(
        "protege/accepted",
        person=person.id,
        notes=(note,),
        values={
            "name": person.name,
            "when": heard.target.actual,
            "place": meeting.place_of(heard.answer.instant),
            "maybe": said == "TENTATIVE",
            "words": event.said,
        },
    )


def human_answer(book: Book, person: Person, at: datetime) -> Book:
    """A calendar's answer is a human answer: the ladder ends (`policy.md`)."""
    ladder = person.ladder if person.ladder.ended else replace(person.ladder, ended="answered")
    book = book.with_person(replace(person, answered_at=at, ladder=ladder, slots=(), offered=()))
    return withdraw(book, person.id, kinds={Kind.ATTEMPT})[0]


def _own_answer(case: Case, target: Upcoming, said: str, note: Note) -> Decision:
    """The protégé declining our invite means `I can't make it` (`policy.md`, "urgent")."""
    if said != "DECLINED" or target.actual <= case.at:
        return Decision(case.book, notes=(note,))
    decision = moves.cannot_make_it(case, target)
    return replace(decision, notes=(note, *decision.notes))


def _declined(case: Case, heard: _Heard, note: Note, event: happened.InviteAnswered, *, again: bool) -> Decision:
    """A decline of what is still to come; said once more, or of what is over, it makes no draft (R8, R9)."""
    whole = bool(heard.meeting.rrule) and heard.answer.instant is None
    following = heard.meeting.next(case.at) if whole else None
    target = Upcoming(heard.meeting, heard.person, *following) if following else heard.target
    if target.actual <= case.at:
        return Decision(case.book, notes=(note,))
    if again:
        return reschedule.declined_again(case, target, whole=whole, notes=(note,), words=event.said)
    return reschedule.declined(
        case,
        target,
        whole=whole,
        notes=(note,),
        words=event.said,
        named=event.times,
        wish=event.wish,
        by=event.sender.lower(),
    )


def _countered(case: Case, event: happened.InviteAnswered, heard: _Heard, outcome: Outcome) -> Decision:
    """Another time proposed: shown to the protégé, who says yes or no (R9)."""
    start = next((ask.start.instant for ask in outcome.asks if ask.start), None)
    person = heard.person
    if start is None or heard.answer.address == case.book.protege.email:
        return noted(case, f"{event.sender} proposed another time, but not which", person.id)
    book = human_answer(case.book.with_meeting(heard.meeting), person, case.at)
    proposal = counters.Proposal(heard.target, heard.answer.instant, start, event.said)
    return counters.proposed(case.on(book), proposal)


def _unknown(case: Case, event: happened.InviteAnswered) -> Decision:
    """An answer to nothing of ours: shown to the protégé when it is from somebody they know (L30)."""
    if private_dates.find(case.book, event.answer.uid) is not None:
        return noted(case, f"{event.sender} answered a private date: it stands as it is")
    person = case.book.by_address(event.sender.lower())
    note = case.note("invite answered", f"{event.sender} answered an invite that I don't know")
    if person is None:
        return Decision(case.book, notes=(note,))
    given = [status.lower() for _, status in event.answer.answers]
    return case.answer(
        "protege/calendar_unknown",
        person=person.id,
        notes=(note,),
        values={
            "name": person.name,
            "subject": event.subject,
            "answer": given[-1] if given else "",
            "words": event.words,
        },
    )


def noted(case: Case, text: str, person: str = "") -> Decision:
    """A line in the journal, and nothing else."""
    return Decision(case.book, notes=(case.note("calendar", text, person),))
