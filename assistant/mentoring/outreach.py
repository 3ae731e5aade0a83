"""First contact and the creative re-attempts (P37–P60): reach out, the ladder, touches on other channels.

The ladder is finite, each rung is a different idea, and any human answer on any channel ends it (`policy.md`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book, Ladder, Person, Stage
from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.ladder import RUNGS, mails_sent
from assistant.mentoring.letters import Draft, Kind, Letter, LetterState, Tap, Why
from assistant.mentoring.outbox import moved, reader_zone, withdraw
from assistant.mentoring.phrases import addressed, clause, phrase_of_aim

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
    Tap("Rest now", "STOP"),
    Tap("Send", "SEND"),
    Tap("Shorter", "SHORTER"),
    Tap("Later", "LATER"),
)


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
        return case.answer(
            "protege/needs", person=person.id, values={"name": person.name, "missing": missing, "email": person.email}
        )
    pending = case.book.pending(person.id)
    if pending and not case.command.text:
        return case.answer("protege/draft", person=person.id, shows_ids=[x.id for x in pending], taps=FIRST_TAPS)
    book, _ = withdraw(case.book, person.id, kinds={Kind.ATTEMPT})
    return first_draft(case.on(book), person)


def first_draft(case: Case, person: Person) -> Decision:
    """The draft of rung 0 and the mail that shows it."""
    draft = _attempt(case, person, 0, why=Why("first note (policy.md, rung 0)", "you asked to reach out"))
    book = case.book.with_person(replace(person, stage=Stage.READY if person.stage is Stage.PROSPECT else person.stage))
    return case.on(book).answer(
        "protege/draft",
        person=person.id,
        drafts=(draft,),
        taps=FIRST_TAPS,
        notes=(case.note("draft", f"first note to {person.name}", person.id),),
        why=draft.why,
    )


def what_is_missing(book: Book, person: Person) -> list[str]:
    """What a first note to this person still needs, as questions; [] when it is complete (P37, P38, P45)."""
    missing = []
    if not person.email:
        missing.append(f"{person.first_name}'s address, e.g.  email: minerva@example.org")
    if not book.goals:
        missing.append("one goal of yours, e.g.  new goal: lead a pricing team because …")
    if not person.why and not person.evidence:
        missing.append(
            f"what of {person.first_name}'s you used and what it changed, as you would say it to them, "
            "e.g.  why: your talk on pricing made us drop our free tier"
        )
    return missing


def _stands_against(case: Case, person: Person) -> str:
    """Why no first note may be drafted, in words; "" when nothing stands against it."""
    name = person.first_name
    if person.do_not_contact:
        since = f" since {person.do_not_contact_since:%d %b %Y}" if person.do_not_contact_since else ""
        return f"{name} is not to be written to{since} ({person.do_not_contact})"
    if person.relation == "boss" and not person.override:
        return f"{name} is your boss, and a boss is no mentor: OVERRIDE BOSS because … goes on all the same"
    if person.stage in (Stage.COFFEE_SET, Stage.COFFEE_DONE, Stage.PROPOSED, Stage.ACTIVE, Stage.WINDING_DOWN):
        return f"you are in touch with {name} already ({person.stage.value.replace('_', ' ')})"
    if person.ladder.started and not person.ladder.ended:
        return f"the first note to {name} left on {person.ladder.started:%d %b}; the next idea comes by itself"
    running = [p for p in case.book.people if p.stage is Stage.CONTACTED and not p.ladder.ended and p.id != person.id]
    if len(running) >= case.policy.outreach_most and all(p.ladder.rung < 1 for p in running):
        names = " and ".join(p.first_name for p in running)
        return f"you have {names} in outreach, and two at a time is plenty; {name} is next"
    return ""


# --- wording a rung


def _attempt(case: Case, person: Person, rung: int, *, why: Why, length: str = "full", flattery: bool = True) -> Draft:
    """The draft of one rung, with everything its template needs."""
    step = RUNGS[rung]
    values = attempt_values(case, person, rung)
    values.update(length=length, flattery=flattery)
    previous = _last_attempt(case.book, person) if step.same_thread else None
    return case.write(
        f"person/{step.name}",
        Kind.ATTEMPT,
        person,
        values=values,
        why=why,
        rung=rung,
        answers=previous.message_id if previous else "",
        references=(*previous.references, previous.message_id) if previous else (),
    )


def _last_attempt(book: Book, person: Person) -> Letter | None:
    sent = [x for x in book.letters if x.person == person.id and x.kind is Kind.ATTEMPT and x.sent_at]
    return sent[-1] if sent else None


def attempt_values(case: Case, person: Person, rung: int) -> dict[str, object]:
    """The plain values of an attempt's template. Nothing is invented: an empty slot would have been asked for."""
    goal = case.book.goals[0] if case.book.goals else None
    connection = person.why or (person.evidence[0].text if person.evidence else "")
    previous = _last_attempt(case.book, person)
    windows = _windows(case, person) if rung == 0 else []
    learnt = dict(case.book.learnt)
    return {
        "greeting": person.greeting or f"Hi {person.first_name}",
        "connection": clause(addressed(connection, person.first_name)),
        "aim": phrase_of_aim(goal.text) if goal else "",
        "becoming": clause(person.becoming or learnt.get("becoming", "")),
        "topic": person.hope.rstrip(".?! "),
        "ask": person.ask.rstrip(".?! "),
        "result": clause(person.result),
        "referrer": person.referred_by,
        "windows": windows,
        "first_window": windows[0] if windows else None,
        "zone": reader_zone(case.book, person),
        "zone_said": "your time" if person.zone else zone_city(case.book.protege.zone) + " time",
        "subject_before": previous.subject if previous else "",
    }


def zone_city(name: str) -> str:
    """ "Europe/Madrid" as people say it: "Madrid"."""
    return name.rpartition("/")[2].replace("_", " ")


def _windows(case: Case, person: Person) -> list[datetime]:
    """Two afternoons that both sides could make, far enough off for an approval that takes its time (P52).

    Inside the protégé's working hours and the reader's day; within 15 business days.
    """
    calendar = case.calendar(person)
    local = zone(reader_zone(case.book, person))
    own = zone(case.zone)
    found: list[datetime] = []
    day = calendar.add(case.today, 6)
    for _ in range(15):
        for hour in (15, 16, 11, 10):
            start = datetime.combine(day, time(hour), local)
            mine = start.astimezone(own)
            end = mine + timedelta(hours=1)
            open_then = case.book.protege.opens <= mine.time() and end.time() <= case.book.protege.closes
            if open_then and mine.date() == end.date():
                found.append(start.astimezone(UTC))
                break
        if len(found) == 2:
            break
        day = calendar.add(day, 2 if found else 1)
    return found


def again(case: Case, letter: Letter) -> Draft:
    """The same letter worded afresh with today's values (new times), for a new approval."""
    person = case.book.person(letter.person)
    values = dict(letter.values)
    if letter.rung is not None and not values.get("own_text"):
        fresh = attempt_values(case, person, letter.rung)
        values.update({k: v for k, v in fresh.items() if k in ("windows", "first_window", "zone", "zone_said")})
    return _redraft(case, letter, letter.template, values)


def reworded(case: Case, letter: Letter, op: str, text: str) -> Draft | None:
    """The draft with one change, or None where no rule can make it (then the protégé's own words are wanted).

    op: shorter | warmer | no_flattery | mention | replace; a replaced text is the protégé's, word for word.
    """
    values = dict(letter.values)
    if op in ("replace", "edit"):
        values.update(own_text=text.strip(), own_subject=letter.subject)
        return _redraft(case, letter, "person/own", values)
    if op == "mention":
        values["own_text"] = _mentioning(letter.text, text, case.book.protege.name)
        values["own_subject"] = letter.subject
        return _redraft(case, letter, "person/own", values)
    if letter.kind is not Kind.ATTEMPT or values.get("own_text"):
        return None
    if op == "shorter":
        values["length"] = "short"
    elif op == "warmer":
        values["warm"] = True
    elif op == "no_flattery":
        values["flattery"] = False
    else:
        return None
    return _redraft(case, letter, letter.template, values)


def _mentioning(body: str, text: str, signature: str) -> str:
    """The body with the wish as a paragraph of its own, before the last paragraph above the name."""
    lines = body.rstrip().removesuffix(signature).rstrip()
    head, _, last = lines.rpartition("\n\n")
    sentence = clause(text.strip())
    said = sentence[:1].upper() + sentence[1:] + "."
    return f"{head}\n\n{said}\n\n{last}" if head else f"{lines}\n\n{said}"


def _redraft(case: Case, letter: Letter, template: str, values: dict[str, object]) -> Draft:
    return Draft(
        id=case.id("again", letter.id),
        letter=template,
        kind=letter.kind,
        to_protege=False,
        thread=letter.thread,
        at=case.at,
        person=letter.person,
        values=values,
        answers=letter.in_reply_to,
        references=letter.references,
        why=letter.why,
        rung=letter.rung,
        meeting=letter.meeting,
        method=letter.method,
        occurrence=letter.occurrence,
        urgent=letter.urgent,
    )


def own_words(case: Case, person: Person, text: str) -> Decision:
    """A draft in the protégé's own words, in the thread of the person's last mail if there is one."""
    last = next((x for x in reversed(case.book.letters) if x.person == person.id and x.sent_at), None)
    draft = case.write(
        "person/own",
        Kind.ANSWER,
        person,
        values={"own_text": text.strip(), "own_subject": f"Re: {last.subject.removeprefix('Re: ')}" if last else ""},
        why=Why("your own words", "you wrote the text"),
        answers=last.message_id if last else "",
        references=(*last.references, last.message_id) if last else (),
    )
    return case.answer(
        "protege/draft", person=person.id, drafts=(draft,), taps=(Tap("Send", "SEND"), Tap("Skip", "SKIP"))
    )


# --- the ladder moves on with time


def attempt_due(case: Case, event: happened.AttemptDue) -> Decision:
    """No answer in time: the next rung is drafted, never sent (P55). Off-mail rungs come as a task with ready words."""
    person = case.book.person(event.person)
    step = RUNGS[event.rung]
    why = Why(
        f"rung {event.rung} of the ladder (policy.md): {step.purpose}",
        f"no answer since {person.ladder.last:%a %d %b}" if person.ladder.last else "no answer",
        stop=f"REST {person.name}" if person.name else "",
    )
    if step.channel == "mail":
        draft = _attempt(case, person, event.rung, why=why)
        return case.answer(
            "protege/attempt",
            person=person.id,
            kind=Kind.NOTICE,
            drafts=(draft,),
            values={"name": person.name, "rung": event.rung, "days": _waited(case, person)},
            taps=AGAIN_TAPS,
            why=why,
            notes=(case.note("attempt due", f"rung {event.rung} ({step.name}) for {person.name} drafted", person.id),),
        )
    ladder = replace(person.ladder, rung=event.rung)
    book = case.book.with_person(replace(person, ladder=ladder))
    values = {**attempt_values(case, person, event.rung), "name": person.name, "post": person.post}
    return case.on(book).answer(
        f"protege/task_{step.name}",
        person=person.id,
        kind=Kind.NOTICE,
        values=values,
        taps=(Tap("Did it", "DID IT"), Tap("Answered elsewhere", "ANSWERED"), Tap("Rest now", "STOP")),
        why=why,
        notes=(case.note("attempt due", f"rung {event.rung} ({step.name}) for {person.name} as a task", person.id),),
    )


def _waited(case: Case, person: Person) -> int:
    if person.ladder.last is None:
        return 0
    first = person.ladder.last.astimezone(zone(case.zone)).date()
    return case.calendar(person).between(first, case.today)


# --- what the protégé did themselves (L18, L19)


def sent(case: Case) -> Decision:
    """`sent`: the note left from their own mailbox; the clock starts then."""
    person = case.person
    pending = [x for x in case.book.pending() if x.shown and (person is None or x.person == person.id)]
    if person is None and len({x.person for x in pending}) == 1:
        person = case.book.person(pending[0].person)
    if person is None:
        return case.ask_whom("I WROTE TO")
    day = case.command.day or case.today
    if day > case.today:
        return case.nothing_done("that day has not come yet; tell me when it is sent", person=person.id)
    when = case.at if day == case.today else datetime.combine(day, time(12), zone(case.zone)).astimezone(UTC)
    book = touched(case, person, when, "mail")
    return _quiet_until(case.on(book), book.person(person.id))


def touched(case: Case, person: Person, when: datetime, channel: str, letter: Letter | None = None) -> Book:
    """The book after the protégé wrote to or met this person: what waited is overtaken, the clock counts from here."""
    attempts = [x for x in case.book.pending(person.id) if x.kind is Kind.ATTEMPT]
    overtaken = letter or (attempts[-1] if attempts else None)
    book = case.book
    rung = person.ladder.rung
    if overtaken is not None:
        if channel == "mail":
            book = book.with_letter(
                moved(overtaken, LetterState.SENT, sent_at=when, own_mailbox=True, approved="", raw="")
            )
        rung = max(rung, overtaken.rung or 0)
    book, _ = withdraw(book, person.id, kinds={Kind.ATTEMPT})
    ladder = replace(
        person.ladder,
        rung=max(rung, 0),
        started=person.ladder.started or when,
        last=max(when, person.ladder.last or when),
        waits_until=None,
        ended="" if person.answered_at is None else person.ladder.ended,
    )
    stage = Stage.CONTACTED if person.stage in (Stage.PROSPECT, Stage.READY, Stage.RESTING) else person.stage
    return book.with_person(replace(person, ladder=ladder, stage=stage))


def _quiet_until(case: Case, person: Person) -> Decision:
    return case.answer(
        "protege/clock_started",
        person=person.id,
        values={"name": person.name, "day": quiet_until(case, person), "sent": person.ladder.last},
        notes=(case.note("touch", f"you wrote to {person.name} yourself", person.id),),
    )


def quiet_until(case: Case, person: Person) -> date:
    """The day on which the next rung is due at the earliest."""
    last = (person.ladder.last or case.at).astimezone(zone(case.zone)).date()
    return case.calendar(person).add(last, case.policy.touch_gap_days)


def touch(case: Case) -> Decision:
    """`called Minerva`, `posted the note`, `did it`: a touch on another channel; the ladder moves on."""
    person = case.person
    if person is None:
        return case.ask_whom("DID IT")
    day = case.command.day or case.today
    if day > case.today:
        return case.nothing_done("that day has not come yet; tell me when it is done", person=person.id)
    when = case.at if day == case.today else datetime.combine(day, time(12), zone(case.zone)).astimezone(UTC)
    if mails_sent(case.book, person) == 0 and person.ladder.started is None:
        person = replace(person, ladder=Ladder())
    book = touched(case, person, when, case.command.op or "touch")
    said = case.command.op.replace("_", " ") or "done"
    return case.on(book).answer(
        "protege/touch_noted",
        person=person.id,
        values={"name": person.name, "what": said, "day": quiet_until(case.on(book), book.person(person.id))},
        notes=(case.note("touch", f"{said}: {person.name}", person.id),),
    )


def correspondence(case: Case, event: happened.CorrespondenceSeen) -> Decision:
    """The protégé's own mail to people, seen by Bcc or Cc: a touch for each; never answered (`product.md`)."""
    book = case.book
    notes = []
    for id in event.people:
        person = book.find_person(id)
        if person is None:
            continue
        letter = book.find_letter(event.letter)
        shown = letter if letter and letter.person == id and letter.state is LetterState.PENDING else None
        book = touched(case.on(book), person, case.at, "mail", shown)
        notes.append(case.note("touch", f"your own mail to {person.name}", id))
    return Decision(book, notes=tuple(notes))
