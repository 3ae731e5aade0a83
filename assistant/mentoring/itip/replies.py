"""REPLY and COUNTER, as the organizer of an event hears them (RFC 5546 §3.2.3, §3.2.7).

An answer changes what its sender answered, and nothing else. Who is not invited changes nothing (calendar.md R6).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.mentoring.itip.event import Answer, Event, Party, Property, Stored, Version, address
from assistant.mentoring.itip.occurrences import answered
from assistant.mentoring.itip.outcome import Ask, Asks, Changed, Message, Outcome, Verdict
from assistant.mentoring.itip.rules import Rules, public
from assistant.mentoring.itip.versions import is_answer_new

SUCCESS = "2.0"  # REQUEST-STATUS of an answer that says nothing else (RFC 5546 §3.6)


def replied(known: Stored, message: Message, sender: str, rules: Rules) -> Outcome:
    """What a REPLY or COUNTER of this sender makes of the stored event."""
    named = {one.address: one for event in message.events for one in event.attendees}
    if len(named) != 1 or any(len(event.attendees) != 1 for event in message.events):
        return Outcome(known, Verdict.REFUSED, "an answer names exactly one attendee")
    who = rules.own(next(iter(named)))
    invited = next((one for event in known for one in event.attendees if rules.own(one.address) == who), None)
    if invited is None:
        return _uninvited(known, message, sender, rules, named[next(iter(named))])
    if not rules.speaks_for(sender, invited):
        return Outcome(known, Verdict.REFUSED, "they are not invited, and speak for nobody who is")
    return _heard(known, message, invited.address, rules)


def _uninvited(known: Stored, message: Message, sender: str, rules: Rules, party: Party) -> Outcome:
    """No party-crashers, unless the organizer admits whoever comes; they may want to know of it."""
    if address(sender) != party.address:
        return Outcome(known, Verdict.REFUSED, "they are not invited, and speak for nobody who is")
    if not rules.admits:
        asks = (Ask(Asks.UNINVITED, party.address),)
        return Outcome(known, Verdict.REFUSED, "they are not invited", party.address, asks=asks)
    return _heard(known, message, party.address, rules)


def _heard(known: Stored, message: Message, who: str, rules: Rules) -> Outcome:
    """Every answer in the message that is about an occurrence that is there, and new."""
    if any(event.onwards for event in message.events):
        first = message.events[0]
        asks = (Ask(Asks.ONWARDS, who, first.instant, first.start, first.end),)
        return Outcome(known, Verdict.NOTED, "it is about all occurrences from one on", who, asks=asks)
    hearing = _Hearing(known, message.method, who, rules)
    for event in message.events:
        hearing.hear(event)
    if hearing.applied:
        return Outcome(
            hearing.known, Verdict.APPLIED, who=who, changed=tuple(hearing.changed), asks=tuple(hearing.asks)
        )
    return Outcome(known, hearing.verdict, hearing.because, who)


@dataclass(slots=True)
class _Hearing:
    """One message being heard, event by event."""

    known: Stored
    method: str
    who: str
    rules: Rules
    applied: bool = False
    verdict: Verdict = Verdict.REFUSED
    because: str = ""
    changed: list[Changed] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)

    def hear(self, event: Event) -> None:
        instant = event.instant
        place = answered(self.known, instant)
        if place is None:
            return self._pass(Verdict.REFUSED, "there is no meeting at that time")
        if place.cancelled or (self.known.master is not None and self.known.master.cancelled):
            return self._pass(Verdict.REFUSED, "the meeting is cancelled")
        if self.method == "COUNTER" and event.start is None:
            return self._pass(Verdict.REFUSED, "another time is proposed, but not which")
        party = place.attendee(self.who)
        if party is None:
            party = self._admit(event, place)
            if party is None:
                return self._pass(Verdict.REFUSED, "they are not invited to that one")
        answer = self._answer(event, place, party)
        if not is_answer_new(answer, self.known.answer(self.who, instant), place, party):
            return self._pass(Verdict.STALE, "older than what is known, or the same once more")
        self.known, self.applied = self.known.with_answer(answer), True
        self._say(event, place, party, answer)
        return None

    def _pass(self, verdict: Verdict, because: str) -> None:
        self.verdict, self.because = verdict, because

    def _admit(self, event: Event, place: Event) -> Party | None:
        """Puts the sender among the attendees of that one, where whoever answers is welcome."""
        if not self.rules.admits:
            return None
        said = event.attendees[0]
        party = Party(self.who, said.name)
        self.known = self.known.put(place.with_attendee(party))
        return party

    def _answer(self, event: Event, place: Event, party: Party) -> Answer:
        """A SEQUENCE above ours is not theirs to count: it would shut out their later answers."""
        said, rules = event.attendees[0], self.rules
        kept = tuple(pair for pair in party.more if pair[0] not in rules.attendee_parameters)
        shared = public(said.more, rules.attendee_parameters)
        return Answer(
            self.who,
            event.instant,
            "TENTATIVE" if self.method == "COUNTER" else said.partstat,
            Version(min(event.version.sequence, place.version.sequence), event.version.stamp),
            event.outcome or SUCCESS,
            (*kept, *(pair for pair in shared if pair[0] in rules.attendee_parameters)),
            tuple(one for one in event.properties if one.name in rules.attendee_properties),
        )

    def _say(self, event: Event, place: Event, party: Party, answer: Answer) -> None:
        """What is otherwise now, and what a person may have to decide."""
        changed = _changed(event.instant, place, party, answer)
        if changed.parameters or changed.properties:
            self.changed.append(changed)
        if self.method == "COUNTER":
            self.asks.append(Ask(Asks.COUNTER, self.who, event.instant, event.start, event.end))
        elif answer.partstat == "DECLINED":
            self.asks.append(Ask(Asks.DECLINED, self.who, event.instant))


def _changed(instant: datetime | None, place: Event, party: Party, answer: Answer) -> Changed:
    old, new = dict(party.more), dict(answer.more)
    parameters = {name for name in old | new if old.get(name) != new.get(name)}
    if party.partstat != answer.partstat:
        parameters.add("PARTSTAT")
    properties = {one.name for one in answer.properties if _plain(one) not in {_plain(p) for p in place.properties}}
    return Changed(instant, tuple(sorted(parameters)), tuple(sorted(properties)))


def _plain(one: Property) -> Property:
    return replace(one, parameters=tuple(sorted(one.parameters)))
