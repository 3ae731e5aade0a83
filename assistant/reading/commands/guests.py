"""Who keeps a person's calendar: told, added to a meeting, taken out again (L29; the field `scheduling:`)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import EMAIL
from assistant.reading.commands.rules import Line, Make, person, rule

_ADDRESS = EMAIL.pattern
_MEETING = (
    r"(?:the |my |our |her |his |their |all )?(?:next )?(?:meetings?|series|invites?|invitations?|coffee|calls?)"
    r"(?: (?:with|to) {who})?"
)
# "he keeps her calendar"
_BECAUSE = r"(?:,? (?:(?:because|since|as|for) )?(?:she|he|they|who|it) [^@.?!]{3,80})?"
_PRONOUNS = frozenset({"him", "her", "them"})


def _guest(op: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        if who is None:
            return None
        email = (match.groupdict().get("email") or "").rstrip(".").lower()
        name = (match.groupdict().get("name") or "").strip()
        ask = f"Which {who.named} do you mean?" if who.candidates else ""
        return Command(
            Verb.MEET, who.id, who.candidates, who.named, op=op, email=email, text=name, ask=ask, line=line.text
        )

    return make


def _known_guest(match: re.Match[str], line: Line) -> Command | None:
    """Somebody without an address: whoever keeps that calendar already ("add him to the meetings")."""
    name = match["name"]
    if name.lower() not in _PRONOUNS and not name[:1].isupper():
        return None  # "add pricing to the next meeting"
    return _guest("add_guest")(match, line)


def _contact(match: re.Match[str], line: Line) -> Command | None:
    """Minerva's assistant is Pat pat@example.org: her scheduling contact."""
    who = person(match, line)
    if who is None or (who.id is None and not who.candidates):
        return None
    email = match["email"].rstrip(".").lower()
    return Command(Verb.FIELDS, who.id, who.candidates, who.named, fields=(("scheduling", email),), line=line.text)


RULES = (
    rule(
        rf"(?:add|invite|include|copy in) (?:[\w'’-]{{2,30}} ){{0,3}}[<(]?(?P<email>{_ADDRESS})[>)]? (?:too )?"
        rf"(?:to|in|on|for) {_MEETING}{_BECAUSE}",
        _guest("add_guest"),
    ),
    rule(
        rf"(?:[\w'’-]{{2,30}} ){{0,3}}[<(]?(?P<email>{_ADDRESS})[>)]? (?:should|must|needs to|has to|wants to)"
        rf" (?:also )?(?:get|receive|have|be (?:on|in)) {_MEETING}",
        _guest("add_guest"),
    ),
    rule(
        r"(?:add|include|copy in) (?P<name>[\w'’.-]{2,40}) (?:too |as well )?(?:to|in|on)"
        r" (?:the |my |our |her |his |their |all )?(?:meetings?|series|invites?|invitations?)(?: with {who})?"
        rf"{_BECAUSE}",
        _known_guest,
    ),
    rule(
        rf"(?:remove|take|drop|uninvite) (?:(?P<email>{_ADDRESS})|(?P<name>[\w'’.-]{{2,40}})) "
        rf"(?:out of|from|off) {_MEETING}",
        _guest("remove_guest"),
    ),
    rule(
        rf"{{who}}(?:'s|’s|s)? (?:new )?(?:assistant|secretary|pa|ea|scheduler|scheduling contact|office)"
        rf" is (?:[\w'’-]{{2,30}} ){{0,3}},? ?[<(]?(?P<email>{_ADDRESS})[>)]?",
        _contact,
    ),
)
