"""The digest: weekdays when there is something, Monday always, one next step at its end (P80, P81, P106, P138)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import DIGEST, Case
from assistant.mentoring.days import shared, short_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.ladder import outreach_full
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap, Why
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.outbox import REPEATED, UNWRITABLE, approving, reminder_day
from assistant.mentoring.person import Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.preparing import brief
from assistant.mentoring.protege import held
from assistant.mentoring.protege.repeated import flat
from assistant.mentoring.relationship import loose_ends
from assistant.mentoring.slots import slot_words
from assistant.mentoring.standing import have_talked, is_after_stop, stands
from assistant.mentoring.unanswered import Unanswered, is_reminder_day, offers, unanswered

AHEAD = timedelta(days=7)


def has_something(book: Book, now: datetime, policy: Policy) -> bool:
    """Whether a weekday's digest is worth a mail."""
    today = now.astimezone(zone(book.protege.zone)).date()
    return bool(
        _expiring(book, policy)
        or due_actions(book, today, policy)
        or _reminders(book, today)
        or brief.todays(book, now)
        or brief.unasked(book, now, policy)
        or book.strangers
        or book.set_aside
        or held.dropped(book)
        or unproven_letters(book)
        or _unanswered(book, now, policy)
        or loose_ends.talks_to_name(book, now, policy)
        or loose_ends.recaps_to_name(book, now, policy)
        or loose_ends.next_to_name(book, now, policy)
        or any(is_reminder_day(book, u.since, today, policy) for u in unanswered(book, now))
    )


def _expiring(book: Book, policy: Policy) -> list[Letter]:
    """Drafts of which to remind: once, in the first digest of their day or after it."""
    last = book.digest_last
    return [
        x
        for x in book.pending()
        if x.reminded and x.shown and (day := reminder_day(book, x, policy)) and (last is None or last < day)
    ]


def due_actions(book: Book, today: date, policy: Policy) -> list[Action]:
    """The protégé's actions on the days they are named: two business days before, on the day, two after."""
    calendar = shared([book.protege.country], book.protege.away)
    found = []
    for action in book.actions:
        if action.state not in (ActionState.OPEN, ActionState.DOING) or action.due is None or action.owner == "mentor":
            continue
        before = calendar.add(action.due, -policy.action_before_days)
        after = calendar.add(action.due, policy.action_after_days)
        if today in (before, calendar.first(action.due), after):
            found.append(action)
    return found


def _reminders(book: Book, today: date) -> list[str]:
    return [r.text for r in book.reminders if not r.done and r.at is None and r.day <= today]


def unproven_letters(book: Book) -> list[Letter]:
    """Mails to the protégé of which nobody knows whether they left, or that could not be made: repeated here, so that
    they are neither lost nor sent twice."""
    unknown = ((LetterState.WITHDRAWN, "unknown"), (LetterState.FAILED, UNWRITABLE))
    return [x for x in book.letters if x.to_protege and (x.state, x.failure) in unknown]


def _unanswered(book: Book, now: datetime, policy: Policy) -> list[str]:
    """Invites without an answer: the protégé is told once, the mentor never (`policy.md`)."""
    calendar = shared([book.protege.country], book.protege.away)
    local = zone(book.protege.zone)
    names = []
    for meeting in book.meetings:
        person = book.find_person(meeting.person)
        sent = [x.sent_at for x in book.letters if x.meeting == meeting.uid and x.sent_at and not x.to_protege]
        if meeting.state != "invited" or meeting.organizer or person is None or not sent:
            continue
        following = meeting.next(now)
        if following is None or not stands(book, meeting, following[0]):
            continue
        if meeting.answer_of(person.email) != "NEEDS-ACTION":
            continue
        day = calendar.add(sent[0].astimezone(local).date(), policy.invite_unanswered_days)
        if day == now.astimezone(local).date():
            names.append(person.name)
    return names


def digest_due(case: Case, event: happened.DigestDue) -> Decision:
    """The digest of this day; what it says once is marked as said."""
    book = case.book
    repeated = unproven_letters(book)
    actions = due_actions(book, event.day, case.policy)
    values: dict[str, object] = {
        "day": event.day,
        "answers": waiting_answers(book, case.at),
        "drafts": [
            {
                "name": book.person(x.person).name,
                "code": x.code,
                "word": approving(book, x),
                "expires": x.expires,
                "subject": x.subject,
            }
            for x in book.pending()
            if x.shown
        ],
        "actions": [
            {"number": a.number, "text": a.text, "due": a.due, "late": bool(a.due and a.due < event.day)}
            for a in actions
        ],
        "reminders": _reminders(book, event.day),
        "briefs": [brief.row(case, talk) for talk in brief.todays(book, case.at)],
        "unasked": brief.unasked(book, case.at, case.policy),
        "meetings": _coming(case),
        "talks": loose_ends.talk_rows(book, case.at),
        "recaps": loose_ends.recap_rows(book, case.at),
        "no_next": loose_ends.next_rows(case),
        "unanswered": _unanswered(book, case.at, case.policy),
        "strangers": book.strangers,
        "aside": list(book.set_aside),
        "dropped": [{"name": book.person(x.person).first_name, "subject": x.subject} for x in held.dropped(book)],
        "repeated": flat(repeated),
        "effort": _effort(book, case.at) if event.day.weekday() == 0 else "",
        "paused": book.paused,
        **next_step(case),
    }
    for letter in repeated:
        book = book.with_letter(replace(letter, failure=REPEATED, text="", html=""))
    for letter in [x for x in book.letters if x.failure == held.DROPPED]:
        book = book.with_letter(replace(letter, failure=""))
    reminders = tuple(
        replace(r, done=True) if not r.done and r.at is None and r.day <= event.day else r for r in book.reminders
    )
    book = replace(book, digest_last=event.day, strangers=0, set_aside=(), reminders=reminders)
    step = str(values["step"])
    return case.on(book).answer(
        "protege/digest",
        thread=DIGEST,
        kind=Kind.DIGEST,
        values=values,
        taps=_taps(case, Tap(str(values["step_label"]), step)),
        why=Why("the digest: weekdays when there is something, Monday always", f"{event.day:%A}"),
    )


def _taps(case: Case, step: Tap) -> tuple[Tap, ...]:
    """The next step, the series of each mentor without a meeting, and the status: no tap twice."""
    found = [step, *loose_ends.recap_taps(case.book, case.at), *loose_ends.next_taps(case), Tap("Status", "STATUS")]
    return tuple({tap.says: tap for tap in reversed(found)}.values())[::-1]


def waiting_answers(book: Book, now: datetime) -> list[dict[str, object]]:
    """Whose answer waits for the protégé, a yes first: {name, first, what, since, slots, word, does, reply, asked}."""
    return [
        {
            "name": u.person.name,
            "first": u.person.first_name,
            "what": u.what,
            "since": u.since,
            "slots": [slot_words(slot) for slot in offers(book, u.person, now)],
            "word": u.word,
            "reply": _reply(book, u, now),
            "asked": u.asked,
            "does": u.does,
        }
        for u in unanswered(book, now)
    ]


def _reply(book: Book, waits: Unanswered, now: datetime) -> str:
    """How to take one of their times in plain words, "Tue works"; "" where that could mean somebody else's."""
    slots = offers(book, waits.person, now)
    offering = [p for p in book.people if offers(book, p, now)]
    if len(offering) != 1 or not slots or waits.word.startswith("SEND"):
        return ""
    days = [f"{slot.start:%a}" for slot in slots]
    return f"{days[0]} works" if days.count(days[0]) == 1 else "the first one"


def _coming(case: Case) -> list[dict[str, object]]:
    """Meetings of the next seven days beside those of today, whose brief says more: {name, at, answer}."""
    told = {(talk.meeting.uid, talk.original) for talk in brief.todays(case.book, case.at)}
    rows: list[tuple[datetime, dict[str, object]]] = []
    for meeting in case.book.meetings:
        person = case.book.find_person(meeting.person)
        if meeting.state != "invited" or person is None:
            continue
        for original, actual in meeting.occurrences(case.at, case.at + AHEAD):
            if (meeting.uid, original) in told or is_after_stop(case.book, person, actual):
                continue
            answer = brief.said_answer(meeting, person, original)
            rows.append((actual, {"name": person.name, "at": actual, "answer": answer}))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _effort(book: Book, now: datetime) -> str:
    """Effort, not failure rates (P63). A talk counts once it was held."""
    contacted = sum(p.ladder.started is not None for p in book.people)
    talks = sum(have_talked(book, p, now) for p in book.people)
    active = sum(p.stage in (Stage.ACTIVE, Stage.WINDING_DOWN) for p in book.people)
    told = [(contacted, "contacted"), (talks, "talk" if talks == 1 else "talks"), (active, "active")]
    return ", ".join(f"{count} {what}" for count, what in told if count)


def next_step(case: Case) -> dict[str, object]:
    """The one step that one word takes (P138): {step, step_label, step_says}."""
    book = case.book
    if book.paused:
        return _step("RESUME", "Go on", "let letters go on")
    answers = unanswered(book, case.at)
    if answers:
        name = answers[0].person.first_name
        return _step(answers[0].word, f"Answer {name}", answers[0].does)
    drafts = [x for x in book.pending() if x.shown and approving(book, x) == "SEND"]
    if drafts:
        name = book.person(drafts[0].person).first_name
        return _step(f"SEND {drafts[0].code}", f"Send to {name}", f"send the note to {name}")
    talks = loose_ends.open_talks(book, case.at)
    if talks:
        last = talks[0]
        day = last.talk.actual.astimezone(zone(case.zone))
        said = f"{last.person.name}, {short_day(day)}: {last.what} open"
        return _step(last.word, f"Notes of {last.person.first_name}" if last.notes else "It fits", said)
    idle = loose_ends.next_rows(case)
    if idle:
        return _step(str(idle[0]["word"]), "Meet", f"the next meetings with {idle[0]['name']}")
    mine = [a for a in book.actions if a.state in (ActionState.OPEN, ActionState.DOING) and a.owner in ("me", "both")]
    if mine:
        first = min(mine, key=lambda a: (a.due or date.max, a.number))
        return _step(f"DONE {first.number}", f"Done {first.number}", first.text)
    if not book.goals:
        return _step("GOALS", "Goals", "one line that says what you want to be able to do")
    waiting = {x.person for x in book.letters if not x.to_protege and not x.final}
    ready = [
        p
        for p in book.people
        if p.stage in (Stage.PROSPECT, Stage.READY)
        and p.id not in waiting
        and not (p.do_not_contact or p.paused or p.ladder.waits_until or outreach_full(book, p, case.policy))
    ]
    if ready:
        person = min(ready, key=lambda p: p.rank)
        return _step(
            f"REACH OUT TO {person.name}", f"Write to {person.first_name}", f"a first note to {person.first_name}"
        )
    return _step("HELP START", "How to add somebody", "think of one more person you could learn from")


def _step(word: str, label: str, says: str) -> dict[str, object]:
    return {"step": word, "step_label": label, "step_says": says}
