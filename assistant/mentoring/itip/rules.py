"""What a broker is told to do where RFC 5546 leaves a choice, and who may speak for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.mentoring.itip.event import Event, Pairs, Party, Property, address

NOT_SENT = frozenset({"SCHEDULE-AGENT", "SCHEDULE-FORCE-SEND", "SCHEDULE-STATUS"})  # RFC 6638 §7


@dataclass(frozen=True, slots=True)
class Rules:
    """The choices. By default the strictest.

    admits: an answer of somebody who was not invited invites them (RFC 5546 §3.2.3 lets the organizer choose); else
    they are refused, and the organizer may be asked. alone: a change of one occurrence is told by that occurrence
    alone (calendar.md S6), else by the whole event.
    organizer_*, attendee_*: names of X- properties and parameters that the side may show the other; all others stay.
    speakers: an address that speaks for an attendee, such as a scheduling contact's, to the attendee's own.
    """

    admits: bool = False
    alone: bool = True
    organizer_properties: frozenset[str] = frozenset()
    organizer_parameters: frozenset[str] = frozenset()
    attendee_properties: frozenset[str] = frozenset()
    attendee_parameters: frozenset[str] = frozenset()
    speakers: Mapping[str, str] = field(default_factory=dict)

    def own(self, who: str) -> str:
        """The attendee's own address, by the address that speaks for them."""
        bare = address(who)
        return self.speakers.get(bare, bare)

    def speaks_for(self, sender: str, party: Party | None) -> bool:
        """Whether mail of this sender is the party's word: their own, their stored SENT-BY's, or a known contact's.

        Nobody's mail (sender "") speaks for an event without organizer: it belongs to whoever holds it.
        """
        who = address(sender)
        if party is None or not who:
            return party is None and not who
        return self.own(who) == self.own(party.address) or who == address(party.sent_by)


STRICT = Rules()


def sent(event: Event, rules: Rules, *, reply: bool = False) -> Event:
    """The event as the other side may see it: nothing private of ours (X-), no alarms, no bookkeeping."""
    properties = rules.attendee_properties if reply else rules.organizer_properties
    parameters = rules.attendee_parameters if reply else rules.organizer_parameters
    kept = (_sent_property(one, parameters) for one in event.properties if _public(one.name, properties))
    return replace(
        event,
        organizer=event.organizer and sent_party(event.organizer, parameters),
        attendees=tuple(sent_party(one, parameters) for one in event.attendees),
        properties=tuple(kept),
        alarms=(),
    )


def sent_party(party: Party, parameters: frozenset[str]) -> Party:
    """An attendee as a message to others names them: without what is only known here."""
    return replace(party, force="", outcome="", agent="SERVER", asked=None, more=public(party.more, parameters))


def public(pairs: Pairs, names: frozenset[str]) -> Pairs:
    """What of these properties or parameters others get: of the private ones (X-) those with these names."""
    return tuple((name, value) for name, value in pairs if name not in NOT_SENT and _public(name, names))


def _sent_property(one: Property, parameters: frozenset[str]) -> Property:
    """A private parameter is left out of what the standard knows; of an X- property it is part."""
    return one if one.name.startswith("X-") else replace(one, parameters=public(one.parameters, parameters))


def _public(name: str, names: frozenset[str]) -> bool:
    return not name.startswith("X-") or name in names
