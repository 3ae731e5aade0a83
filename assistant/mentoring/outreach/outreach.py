"""First contact and the creative re-attempts (P37–P60): reach out, the ladder, touches on other channels.

The ladder is finite, each rung is a different idea, and any human answer on any channel ends it (`policy.md`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.mentoring import events as happened
from assistant.mentoring.addresses import is_plain
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.ladder import REST, RUNGS, mails_sent, next_rung, outreach_full
from assistant.mentoring.letters import Kind, Letter, Tap, Why
from assistant.mentoring.outbox import last_thanks, withdraw
from assistant.mentoring.outreach.attempts import (
    again,
    attempt,
    attempt_values,
    connection_of,
    in_own_words,
    own_text,
    turned,
)
from assistant.mentoring.people import last_to, next_prospect, out_of_reach
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.words.phrases import STAGES

FIRST_TAPS = (
    Tap("Send it myself", "", own=True),
    Tap("Send", "SEND"),
    Tap("Shorter", "SHORTER"),
    Tap("Later", "LATER"),
    Tap("Skip", "SKIP"),
)
AGAIN_TAPS = (
    Tap("Answered elsewhere", "ANSWERED"),
    Tap("I wrote myself", "SENT"),
    Tap("Rest now", "REST"),
    Tap("Send", "SEND"),
    Tap("Shorter", "SHORTER"),
    Tap("Later", "LATER"),
)


REPLY = re.compile(r"^(?:re:\s*)+", re.IGNORECASE)


# --- reach out to … (L14)


def reach_out(case: Case) -> Decision:
    """The first note as a draft, or everything that it still needs, in one mail."""
    person = case.person
    if person is None:
        return case.ask_whom("REACH OUT TO")
    if case.command.text:
        person = replace(person, hope=person.hope or case.command.text)
    against = _stands_against(case, person)
    if against:
        return case.nothing_done(against, person=person.id, taps=(Tap("Card", f"SHOW {person.name}"),))
    missing = what_is_missing(case.book, person)
    case = case.on(case.book.with_person(person))
    if missing:
        return needs(case, person, missing)
    pending = case.book.pending(person.id)
    if pending and not case.command.text and not outdated(case, person, pending[0]):
        return case.answer("protege/draft", person=person.id, shows_ids=[x.id for x in pending], taps=FIRST_TAPS)
    book, _ = withdraw(case.book, person.id, kinds={Kind.ATTEMPT})
    case = case.on(book)
    return first_draft(case, person) if mails_sent(book, person) == 0 else _once_more(case, person)


def needs(case: Case, person: Person, missing: list[str]) -> Decision:
    """What a first note still needs; with the answer the draft comes in the next mail."""
    return case.answer(
        "protege/needs", person=person.id, values={"name": person.name, "missing": missing, "email": person.email}
    )


def _once_more(case: Case, person: Person) -> Decision:
    """After a rest: never the same note again, but the next idea that is left, or the protégé's own words."""
    rung = next_rung(case.book, person)
    if rung is None:
        return case.nothing_done(
            f"{person.first_name} has had every idea of mine. A reason of your own is the best one now: reply EDIT and "
            "below it the whole note",
            person=person.id,
        )
    again = replace(person, stage=Stage.CONTACTED, ladder=replace(person.ladder, ended="", waits_until=None))
    return _next_idea(case.on(case.book.with_person(again)), again, rung, "you asked to reach out again")


def outdated(case: Case, person: Person, letter: Letter) -> bool:
    """Whether the protégé has told more since this first note was drafted (a field of the card, a goal)."""
    if letter.template != "person/first":
        return False
    now = attempt_values(case, person, 0)
    return any(now[name] != letter.values.get(name) for name in now if name not in ("windows", "first_window"))


def first_draft(case: Case, person: Person) -> Decision:
    """The draft of rung 0 and the mail that shows it."""
    trigger = "you asked to reach out" if case.answers else "the day has come to which you moved it"
    why = Why("the first note of at most three", trigger)
    own = in_own_words(case.book, person, 0)  # what the protégé wrote stays in their words
    draft = again(case, own) if own else attempt(case, person, 0, why=why)
    wrote, told = turned(person) if own is None else ("", "")
    book = case.book.with_person(replace(person, stage=Stage.READY if person.stage is Stage.PROSPECT else person.stage))
    return case.on(book).answer(
        "protege/draft",
        person=person.id,
        drafts=(draft,),
        values={"wrote": wrote, "turned": told},
        taps=FIRST_TAPS,
        notes=(case.note("draft", f"first note to {person.name}", person.id),),
        why=draft.why,
    )


def what_is_missing(book: Book, person: Person) -> list[str]:
    """What a first note to this person still needs, as questions; [] when it is complete (P37, P38, P45)."""
    missing = []
    if not is_plain(person.email):
        missing.append(f"{person.first_name}'s address, e.g.  email: minerva@example.org")
    if not book.goals:
        missing.append("one goal of yours, e.g.  new goal: lead a pricing team because …")
    if not connection_of(person):
        missing.append(
            f"what of {person.first_name}'s you used and what it changed, as you would say it to them, "
            "e.g.  why: your talk on pricing made us drop our free tier"
        )
    return missing


def _stands_against(case: Case, person: Person) -> str:
    """Why no first note may be drafted, in words; "" when nothing stands against it."""
    name = person.first_name
    if person.do_not_contact:
        return out_of_reach(person)
    if person.relation == "boss" and not person.override:
        return f"{name} is your boss, and a boss is no mentor: OVERRIDE BOSS because … goes on all the same"
    if person.stage in (Stage.COFFEE_SET, Stage.COFFEE_DONE, Stage.PROPOSED, Stage.ACTIVE, Stage.WINDING_DOWN):
        return f"you are in touch with {name} already ({STAGES[person.stage.value]})"
    if person.answered_at is not None:
        return f"{name} has answered, and after an answer your own words are best: reply EDIT and below it what to say"
    if person.ladder.started and not person.ladder.ended:
        left = said_day(person.ladder.started.astimezone(zone(case.zone)).date())
        return f"the first note to {name} left on {left}; the next idea comes by itself"
    return outreach_full(case.book, person, case.policy)


# --- the ladder moves on with time


def attempt_due(case: Case, event: happened.AttemptDue) -> Decision:
    """No answer in time: the next rung is drafted, never sent (P55). Off-mail rungs come as a task with ready words."""
    person = case.book.person(event.person)
    if event.rung == 0:
        waited = replace(person, ladder=replace(person.ladder, waits_until=None))
        return first_draft(case.on(case.book.with_person(waited)), waited)
    if event.rung == REST:
        return _rest(case, person)
    trigger = f"no answer since {person.ladder.last:%a %d %b}" if person.ladder.last else "no answer"
    return _next_idea(case, person, event.rung, trigger)


def _rest(case: Case, person: Person) -> Decision:
    """Every idea was tried: nothing for months, then the protégé is asked; the next in the queue (P62)."""
    until = case.today + relativedelta(months=case.policy.rest_months)
    ladder = replace(person.ladder, ended="rested", waits_until=until)
    book = case.book.with_person(replace(person, stage=Stage.RESTING, ladder=ladder))
    following = next_prospect(book, person.id)
    return case.on(book).answer(
        "protege/ladder_ended",
        person=person.id,
        values={"name": person.name, "until": until, "next": following, "sent": mails_sent(book, person)},
        taps=(Tap(f"Write to {following}", f"REACH OUT TO {following}"),) if following else (),
        notes=(case.note("rest", f"no more ideas for {person.name} until {said_day(until)}", person.id),),
    )


def _next_idea(case: Case, person: Person, rung: int, trigger: str) -> Decision:
    """The draft of this rung, or the task, and the mail that shows it."""
    step = RUNGS[rung]
    why = Why(f"after a silence, another idea each time: {step.purpose}", trigger, stop=f"REST {person.name}")
    if step.channel == "mail":
        own = in_own_words(case.book, person, rung)
        return case.answer(
            "protege/attempt",
            person=person.id,
            drafts=(again(case, own) if own else attempt(case, person, rung, why=why),),
            values={
                "name": person.name,
                "rung": rung,
                "days": _waited(case, person),
                "back": _back_since(case, person),
            },
            taps=AGAIN_TAPS,
            why=why,
            notes=(case.note("no answer", f"another idea for {person.name} drafted: {step.purpose}", person.id),),
        )
    book = case.book.with_person(replace(person, ladder=replace(person.ladder, rung=rung)))
    return case.on(book).answer(
        f"protege/task_{step.name}",
        person=person.id,
        values={**attempt_values(case, person, rung), "name": person.name, "post": person.post},
        taps=(Tap("Did it", "DID IT"), Tap("Answered elsewhere", "ANSWERED"), Tap("Rest now", "REST")),
        why=why,
        notes=(case.note("no answer", f"another idea for {person.name} as a task: {step.purpose}", person.id),),
    )


def _waited(case: Case, person: Person) -> int:
    if person.ladder.last is None:
        return 0
    first = person.ladder.last.astimezone(zone(case.zone)).date()
    return case.calendar(person).between(first, case.today)


def _back_since(case: Case, person: Person) -> date | None:
    """The day on which they came back from an absence that stopped the clock; None where there was none."""
    waited, last = person.ladder.waits_until, person.ladder.last
    if waited is None or last is None or waited != person.away_until or not last.date() < waited <= case.today:
        return None
    return case.calendar(person).add(waited, -case.policy.return_days)


def own_words(case: Case, person: Person, text: str) -> Decision:
    """A draft in the protégé's own words: under the person's last mail, else in the thread of our last letter."""
    against = out_of_reach(person)
    if against:
        thanks = f"; one thanks is all that may still go: THANK {person.first_name}: …"
        ends_well = last_thanks(case.book, person, Kind.THANKS)
        return case.nothing_done(against + (thanks if ends_well else ""), person=person.id)
    last = last_to(case.book, person)
    ids = person.their_mail or ((*last.references, last.message_id) if last else ())
    before = person.their_subject or (last.subject if last else "")
    subject, own = own_text(text)
    if not own:
        return case.nothing_done("I found no text below EDIT", person=person.id)
    draft = case.write(
        "person/own",
        Kind.ANSWER,
        person,
        values={"own_text": own, "own_subject": subject or (f"Re: {REPLY.sub('', before)}" if before else "")},
        why=Why("your own words", "you wrote the text"),
        answers=ids[-1] if ids else "",
        references=ids,
        urgent=person.answered_at is not None and case.at - person.answered_at < timedelta(days=1),
    )
    return case.answer(
        "protege/draft", person=person.id, drafts=(draft,), taps=(Tap("Send", "SEND"), Tap("Skip", "SKIP"))
    )


def resume_due(case: Case, event: happened.ResumeDue) -> Decision:
    """The day has come, theirs or the end of a rest: the protégé is asked, nobody is written to."""
    person = case.book.person(event.person)
    rested = person.ladder.ended == "rested"
    ladder = replace(person.ladder, waits_until=None, ended=person.ladder.ended if rested else "answered")
    book = case.book.with_person(replace(person, ladder=ladder))
    return case.on(book).answer(
        "protege/rest_over" if rested else "protege/resume",
        person=person.id,
        kind=Kind.NOTICE,
        values={"name": person.name, "answered": person.answered_at, "months": case.policy.rest_months},
        taps=(Tap("Write to them", "EDIT"), Tap("Let it rest", "REST")),
    )
