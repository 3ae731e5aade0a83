"""From the talk to an agreement (L27, L28, P66–P78): the one place where the word mentoring is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta

from dateutil.relativedelta import relativedelta

from assistant.mentoring.book import Asks, Question
from assistant.mentoring.case import Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Letter, Tap, Why
from assistant.mentoring.meetings import inviting, series
from assistant.mentoring.meetings.meetings import reported
from assistant.mentoring.meetings.moves import TAPS, greeting
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.person import BEFORE_COFFEE, Agreement, Person, Stage
from assistant.mentoring.relationship.terms import Terms, last_offer, proposed, terms
from assistant.mentoring.rhythm import rule_of
from assistant.mentoring.words.phrases import clause, phrase_of_aim

READY, DEFAULTS = "ready", "defaults"
AN_INVITE = re.compile(
    r"\s*(?:(?:to )?(?:the|my|our) )?(?:calendar )?(?:invite|invitation|coffee|meeting|date)\b", re.IGNORECASE
)


# --- ready?


def ask_ready(case: Case, person: Person) -> Decision:
    """The second of the two confirmations: it fits; are you ready to commit? (P66)"""
    agreed_terms = terms(case, case.policy)
    return case.asking(
        Asks.AGREEMENT,
        "protege/ready",
        person=person.id,
        data={"what": READY, "terms": case.command.line},
        values={"name": person.first_name, "hours": agreed_terms.hours, "months": agreed_terms.months},
        taps=(Tap("Yes", "YES"), Tap("Not yet", "NO")),
    )


def question_answered(case: Case, question: Question, word: str) -> Decision:
    """A yes or no to "are you ready?" or "shall I take the defaults?"."""
    person = case.book.find_person(question.person)
    case = case.on(case.book.without_question(question.id))
    if person is None:
        return case.nothing_done("that person is not in your book any more")
    if question.get("what") == DEFAULTS:
        return _settled(case, person) if word == "yes" else _change_terms(case, person)
    if word != "yes":
        book = case.book.with_person(replace(person, ready=False))
        what = f"No proposal to {person.first_name} for now. PROPOSE {person.name} whenever you are ready."
        return case.on(book).answer("protege/noted", person=person.id, values={"what": what})
    person = replace(person, ready=True)
    case = case.on(case.book.with_person(person))
    if person.stage is not Stage.COFFEE_DONE:
        return _not_yet(case, person)
    return _drafted(case, person, terms(case, case.policy))


# --- the proposal (L27)


def propose(case: Case) -> Decision:
    """`propose Minerva 6 months monthly`: only after the talk, and after fit and readiness were confirmed."""
    person = case.person
    if person is None:
        return case.ask_whom("PROPOSE")
    against = inviting.refused(person)
    if against:
        return case.nothing_done(against, person=person.id)
    if person.stage not in (Stage.COFFEE_DONE, Stage.PROPOSED):
        return _not_yet(case, person)
    if person.fit != "yes":
        return case.answer(
            "protege/fit_asked",
            person=person.id,
            values={"name": person.first_name},
            taps=(Tap("It fits", "FIT YES"), Tap("Not sure", "FIT MAYBE"), Tap("No", "FIT NO")),
        )
    # Who writes PROPOSE with a name and terms has said that they are ready.
    person = replace(person, ready=True)
    return _drafted(case.on(case.book.with_person(person)), person, terms(case, case.policy))


def _not_yet(case: Case, person: Person) -> Decision:
    if person.stage in (Stage.ACTIVE, Stage.WINDING_DOWN):
        return case.nothing_done(f"{person.first_name} and you have an agreement already", person=person.id)
    if person.stage in BEFORE_COFFEE:
        return case.answer(
            "protege/talk_first",
            person=person.id,
            values={"name": person.first_name},
            taps=(Tap("Arrange a talk", f"COFFEE WITH {person.name}"), Tap("We have met", "FIT YES")),
        )
    return case.nothing_done(f"{person.first_name} is {person.stage.value}", person=person.id)


def _drafted(case: Case, person: Person, offer: Terms) -> Decision:
    goal = case.book.goals[0] if case.book.goals else None
    talks = [r for r in case.book.recaps if r.person == person.id]
    draft = case.write(
        "person/proposal",
        Kind.PROPOSAL,
        person,
        values={
            "greeting": greeting(person),
            "used": clause(talks[-1].used) if talks else "",
            "aim": phrase_of_aim(goal.text) if goal else "",
            "hope": clause(person.hope),
            "commitment": clause(person.commitment),
            "months": offer.months,
            "cadence": offer.cadence,
            "minutes": offer.minutes,
            "hours": offer.hours,
        },
        why=Why("a proposal comes after the talk, when it fits", case.command.line or "you are ready"),
    )
    return case.answer(
        "protege/proposal_drafted",
        person=person.id,
        drafts=(draft,),
        taps=TAPS,
        values={"name": person.first_name, "missing": list(offer.missing)},
        notes=(case.note("proposal", f"a proposal to {person.name} drafted", person.id),),
    )


# --- the agreement (L28)


def agreed(case: Case) -> Decision:
    """`Minerva agreed …`: active from now on; what was not said takes the defaults, and they are named."""
    person = case.person
    if person is None:
        return case.ask_whom("AGREED")
    if AN_INVITE.match(case.command.text):
        return reported(replace(case, command=replace(case.command, op="accepted")))
    said = terms(case, proposed(case, person))
    fields = {name.lower(): value for name, value in case.command.fields}
    ends = case.command.until or case.today + relativedelta(months=said.months)
    if ends <= case.today:
        return case.nothing_done(f"the end ({said_day(ends)}) has passed", person=person.id)
    old = person.agreement
    rule, hour = _days_agreed(case, old)
    kept = Agreement(
        since=old.since if old else case.today,
        ends_on=ends,
        cadence=said.cadence,
        minutes=said.minutes,
        purpose=fields.get("purpose", old.purpose if old else ""),
        success=fields.get("success", old.success if old else ""),
        rule=rule,
        hour=hour,
    )
    person = replace(person, stage=Stage.ACTIVE, ready=True, fit=person.fit or "yes", agreement=kept, awaits="")
    book, _ = withdraw(case.book, person.id, kinds={Kind.PROPOSAL, Kind.ATTEMPT})
    case = case.on(book.with_person(person))
    missing = [x for x in said.missing if not (x == "the term" and case.command.until)]
    missing += ["which week of the month"] if fields.get("guessed") else []
    note = case.note("agreed", f"{person.name}: {kept.cadence}, {kept.minutes} min, until {said_day(ends)}", person.id)
    values = {**_values(case, person, kept), "missing": missing}
    series_tap = Tap("Invite the series", series.suggestion(case, person))
    if not missing:
        decision = case.answer("protege/agreed", person=person.id, values=values, taps=(series_tap,))
    else:
        decision = case.asking(
            Asks.AGREEMENT,
            "protege/agreed",
            person=person.id,
            data={"what": DEFAULTS},
            values=values,
            taps=(Tap("Take them", "YES"), series_tap),
        )
    return replace(decision, notes=(note,))


def waits(case: Case, answered: Letter) -> bool:
    """Whether a mail told of their yes to the proposal, and the terms are not kept yet: a YES to it keeps them."""
    person = case.book.find_person(answered.person)
    told = answered.template == "protege/said_yes" and answered.values.get("terms") is not None
    return told and person is not None and person.stage in (Stage.PROPOSED, Stage.COFFEE_DONE)


def taken(case: Case, answered: Letter) -> Decision:
    """YES to that mail: the terms that they named, and for the rest those that were proposed; then the series."""
    person = case.book.person(answered.person)
    kept = answered.values.get("terms")
    said = dict(kept) if isinstance(kept, Mapping) else {}
    offer = last_offer(case, person)
    rule, hour = str(said.get("rule") or ""), said.get("hour")
    named_months, named_minutes = said.get("months"), said.get("minutes")
    command = Command(
        Verb.AGREED,
        person.id,
        text="" if rule else offer.cadence,
        rrule=rule,
        time=hour if isinstance(hour, time) else None,
        minutes=named_minutes if isinstance(named_minutes, int) else offer.minutes,
        months=named_months if isinstance(named_months, int) else offer.months,
        line=case.command.line,
    )
    done = agreed(replace(case, command=command))
    if "BY" not in rule or command.time is None:
        return done
    meet = Command(Verb.MEET, person.id, op="series", rrule=rule, time=command.time, minutes=command.minutes)
    done = replace(done, drafts=tuple(_with_series_below(draft) for draft in done.drafts))
    return done.then(series.series(replace(case.on(done.book), command=meet)))


def _with_series_below(told: Draft) -> Draft:
    """The mail that says what was agreed, where the series is drafted in the same mail."""
    return replace(told, taps=(), values={**told.values, "drafted": True}) if told.to_protege else told


def _days_agreed(case: Case, old: Agreement | None) -> tuple[str, time | None]:
    """The days and the hour as agreed now, "first thursday 17:00"; what was agreed before where nothing is said."""
    rule, hour = rule_of(case.command), case.command.time
    rule = rule if "BY" in rule else ""
    if not rule and hour is None and old is not None:
        return old.rule, old.hour
    return rule, hour


def _values(case: Case, person: Person, kept: Agreement) -> dict[str, object]:
    return {
        "name": person.first_name,
        "cadence": kept.cadence,
        "minutes": kept.minutes,
        "ends": kept.ends_on,
        "winds_down": kept.ends_on - timedelta(weeks=case.policy.wind_down_weeks),
        "purpose": kept.purpose,
        "success": kept.success,
    }


def _settled(case: Case, person: Person) -> Decision:
    """The defaults are taken: the short agreement as a draft for the mentor (P73), the series one tap away."""
    kept = person.agreement
    if kept is None:
        return case.nothing_done(
            f"I know no terms with {person.first_name} yet: {person.first_name} AGREED 12 months monthly"
        )
    draft = case.write(
        "person/agreement",
        Kind.AGREEMENT,
        person,
        values={
            "greeting": greeting(person),
            "cadence": kept.cadence,
            "minutes": kept.minutes,
            "ends": kept.ends_on,
            "purpose": clause(kept.purpose),
            "success": clause(kept.success),
        },
        why=Why("the agreement in short, on your approval only", "you took the terms"),
    )
    tap = Tap("Invite the series", series.suggestion(case, person))
    return case.answer(
        "protege/agreement_settled",
        person=person.id,
        drafts=(draft,),
        values=_values(case, person, kept),
        taps=(TAPS[0], tap, TAPS[2]),
    )


def _change_terms(case: Case, person: Person) -> Decision:
    what = f"Tell me the terms in one line, like  {person.first_name} AGREED 6 months monthly 45 min"
    return case.answer("protege/noted", person=person.id, values={"what": what})
