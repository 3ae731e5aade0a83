"""The iTIP broker: what is stored, a message and who sent it -> what is stored then, what to ask, what to send.

Every METHOD of RFC 5546 is judged here and nowhere else. Pure: the time of what is sent is handed in.
"""

from __future__ import annotations

from datetime import datetime

from assistant.mentoring.itip import organizer, replies, requests
from assistant.mentoring.itip.event import Event, Stored
from assistant.mentoring.itip.outcome import Ask, Asks, Message, Outcome, Verdict
from assistant.mentoring.itip.rules import STRICT, Rules
from assistant.mentoring.itip.versions import Age, age

FROM_ATTENDEES = frozenset({"REPLY", "COUNTER", "REFRESH"})
FROM_ORGANIZERS = frozenset({"REQUEST", "CANCEL", "ADD", "DECLINECOUNTER"})


def receive(
    known: Stored | None,
    message: Message,
    sender: str,
    now: datetime,
    *,
    me: str = "",
    proven: bool = True,
    rules: Rules = STRICT,
) -> Outcome:
    """What becomes of a message. Never raises.

    known: what is stored of its UID. sender: the From address; proven: whether it is authenticated. me: the address of
    whoever holds `known`. now (aware): the stamp of what is sent.
    """
    against = _nonsense(known, message)
    if against:
        return Outcome(known, Verdict.REFUSED, against)
    if message.method == "PUBLISH":
        return Outcome(known, Verdict.NOTED, "a published event invites nobody")
    if known is None or known.first is None:
        return _unknown(message, me, rules)
    if message.method in FROM_ATTENDEES:
        if message.method == "REFRESH":
            return _refreshed(known, message, sender, now, rules)
        return replies.replied(known, message, sender, rules)
    if message.method in FROM_ORGANIZERS:
        return _organized(known, message, sender, me, proven, rules)
    return Outcome(known, Verdict.REFUSED, "its METHOD is none of RFC 5546")


def _nonsense(known: Stored | None, message: Message) -> str:
    """Why a message has no sense, whoever sent it."""
    uids = {event.uid for event in message.events}
    if not uids:
        return "it holds no event"
    if len(uids) > 1:
        return "it is about several events"
    if known is not None and known.first is not None and known.first.uid not in uids:
        return "it is about another event"
    return ""


def _unknown(message: Message, me: str, rules: Rules) -> Outcome:
    """A REQUEST is an invitation, also one of a single occurrence (calendar.md R10); nothing else has a meaning."""
    if message.method != "REQUEST" or any(event.onwards for event in message.events):
        return Outcome(None, Verdict.UNKNOWN, "it is about a meeting that nobody here knows")
    made = requests.requested(None, message.events, me, rules)
    return Outcome(made, Verdict.APPLIED, changed=requests.differences(None, made))


def _organized(known: Stored, message: Message, sender: str, me: str, proven: bool, rules: Rules) -> Outcome:
    """What the organizer says of their event: only the stored one, only what is proven, only what is newer (R6, R8)."""
    owner = known.organizer
    named = {event.organizer.address for event in message.events if event.organizer}
    if not rules.speaks_for(sender, owner) or (owner and named - {owner.address}):
        return Outcome(known, Verdict.REFUSED, "only the one who made the invite can change it")
    fresh = tuple(event for event in message.events if age(event, known) is not Age.STALE)
    if not fresh:
        return Outcome(known, Verdict.STALE, "it is not newer than what I know")
    if not proven:
        return _asked(known, Asks.UNPROVEN, "nothing proves who sent it", sender, fresh[0])
    if message.method == "DECLINECOUNTER":
        return Outcome(known, Verdict.NOTED, "another time was declined: the meeting stays as it is")
    if any(event.onwards for event in fresh):
        return _asked(known, Asks.ONWARDS, "it is about all occurrences from one on", sender, fresh[0])
    if message.method == "ADD":
        return _asked(known, Asks.ADDED, "it adds an occurrence", sender, fresh[0])
    if message.method == "CANCEL":
        made = requests.cancelled(known, fresh)
    else:
        made = requests.requested(known, fresh, me, rules)
    return Outcome(made, Verdict.APPLIED, changed=requests.differences(known, made))


def _asked(known: Stored, asks: Asks, because: str, sender: str, event: Event) -> Outcome:
    asked = Ask(asks, sender, event.instant, event.start, event.end)
    return Outcome(known, Verdict.NOTED, because, asks=(asked,))


def _refreshed(known: Stored, message: Message, sender: str, now: datetime, rules: Rules) -> Outcome:
    """An attendee asks how the event stands: they get it as it is (RFC 5546 §3.2.6)."""
    named = [one for event in message.events for one in event.attendees]
    invited = [one for event in known for one in event.attendees if rules.speaks_for(sender, one)]
    if not invited or any(rules.own(one.address) != rules.own(invited[0].address) for one in named):
        return Outcome(known, Verdict.REFUSED, "they are not invited")
    sends = organizer.restated(known, invited[0], now, rules)
    return Outcome(known, Verdict.NOTED, "they ask how it stands", invited[0].address, send=sends)
