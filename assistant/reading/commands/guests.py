"""Who keeps a person's calendar: told, added to a meeting, taken out again (L29; the field `scheduling:`)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.certainty import unknown_words
from assistant.reading.commands.names import EMAIL, Who, mentioned
from assistant.reading.commands.rules import Line, Make, person, rule

_ADDRESS = EMAIL.pattern
_INVITES = r"(?:the |my |our |her |his |their |all )?(?:next )?(?:meetings?|series|invites?|invitations?|coffee|calls?)"
_MEETING = rf"{_INVITES}(?: (?:with|to) {{who}})?"
_GETS = r"(?:should|must|needs to|has to|wants to) (?:also )?(?:get|receive|have|be (?:on|in))"
_TENDS = r"(?:keeps?|manages?|runs?|handles?|looks? after|does|organi[sz]es?)"
_DIARY = r"(?:calendar|diary|agenda|schedule|appointments|bookings)"
_ASSISTANT = r"(?:assistant|secretary|pa|ea|scheduler|scheduling contact|office)"


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


def _added(match: re.Match[str], line: Line) -> Command | None:
    """Somebody who is to get a person's invites, by address or by name; None where a word of it says something else.

    Without an address: whoever keeps that calendar already ("add him to the meetings")."""
    emails = EMAIL.findall(line.text)
    keeps = _KEEPS.search(line.text)
    if len(emails) > 1 or not (emails or match["verb"].lower() in _NAMES_WHOM):
        return None
    named = mentioned(EMAIL.sub(" ", line.text), line.reading)
    who = named[0] if named else Who(line.reading.thread)
    other = unknown_words(line.text, line.reading, _SAID)
    given = [w for w in re.findall(r"[\w'’-]+", EMAIL.sub(" ", line.text)) if w.lower() in other]
    called = any(name[:1].isupper() for name in given) or re.search(r"\b(?:him|her|them)\b", match["text"])
    if len(named) > 1 or any(name[:1].islower() for name in given) or not (emails or called):
        return None
    email = emails[0].rstrip(".").lower() if emails else ""
    if not _MEETS.search(_KEEPS.sub(" ", match["text"])):
        return _keeps(who, email) if keeps and named and email else None
    name = " ".join(given) or ("" if email else "them")
    ask = f"Which {who.named} do you mean?" if who.candidates else ""
    command = Command(
        Verb.MEET, who.id, who.candidates, who.named, op="add_guest", email=email, ask=ask, line=line.text
    )
    return replace(command, text="" if email else name)


def tells_of_a_calendar(text: str) -> bool:
    """Whether a text tells who keeps somebody's calendar: whoever that is, is no mentor."""
    return bool(_KEEPS.search(text) or _THEIR.search(text))


def _keeps(who: Who, email: str) -> Command | None:
    """Their scheduling contact."""
    return Command(Verb.FIELDS, who.id, who.candidates, who.named, fields=(("scheduling", email),), line=email)


_NAMES_WHOM = frozenset({"add", "invite", "include", "copy", "cc"})
_MEETS = re.compile(r"\b(?:meetings?|series|invites?|invitations?|calls?|coffee|sessions?)\b", re.IGNORECASE)
_KEEPS = re.compile(
    rf"(?:(?:she|he|they|who|it) )?{_TENDS} (?:all (?:of )?)?[\w'’-]{{2,40}}(?: [\w'’-]+)? {_DIARY}", re.IGNORECASE
)
_THEIR = re.compile(rf"(?:\b(?:his|her|their)|['’]s?) {_ASSISTANT}\b", re.IGNORECASE)
_SAID = tuple(
    word
    for line in (
        "add adding invite include copy cc loop put bring keep send meeting meetings series invites invitation",
        "invitations call calls coffee session sessions assistant secretary pa ea scheduler office contact",
        "colleague keeps manage manages run runs handle handles look looks after does organises organizes",
        "calendar calendars diary agenda schedule appointments bookings because since receive future everything",
        "copied scheduling",
    )
    for word in line.split()
)


def _contact(match: re.Match[str], line: Line) -> Command | None:
    """Minerva's assistant is Pat pat@example.org: her scheduling contact."""
    who = person(match, line)
    if who is None or (who.id is None and not who.candidates):
        return None
    email = match["email"].rstrip(".").lower()
    return Command(Verb.FIELDS, who.id, who.candidates, who.named, fields=(("scheduling", email),), line=line.text)


RULES = (
    rule(r"(?P<verb>add|invite|include|copy|cc|loop|put|bring|keep|send) (?P<text>.{3,200})", _added),
    rule(
        rf"(?P<who>[^\W\d_][\w'’-]{{1,30}}?)['’]s? {_ASSISTANT} (?:[\w'’-]{{2,30}} ){{0,3}}"
        rf"[<(]?(?P<email>{_ADDRESS})[>)]? {_GETS} {_INVITES}(?: (?:with|to) [^@]{{2,40}})?",
        _guest("add_guest"),
    ),
    rule(
        rf"(?:[\w'’-]{{2,30}} ){{0,3}}[<(]?(?P<email>{_ADDRESS})[>)]?,? (?:who )?{_TENDS}"
        rf" (?P<who>[\w'’-]{{2,40}}?)['’]s {_DIARY}.{{0,60}}",
        lambda match, line: (
            _keeps(who, match["email"].rstrip(".").lower()) if (who := person(match, line)) and who.named else None
        ),
    ),
    rule(
        rf"(?:[\w'’-]{{2,30}} ){{0,3}}[<(]?(?P<email>{_ADDRESS})[>)]? {_GETS} {_MEETING}",
        _guest("add_guest"),
    ),
    rule(
        rf"(?:remove|take|drop|uninvite) (?:(?P<email>{_ADDRESS})|(?P<name>[\w'’.-]{{2,40}})) "
        rf"(?:out of|from|off) {_MEETING}",
        _guest("remove_guest"),
    ),
    rule(
        rf"{{who}}(?:'s|’s|s)? (?:new )?{_ASSISTANT} is"
        rf" (?:[\w'’-]{{2,30}} ){{0,3}},? ?[<(]?(?P<email>{_ADDRESS})[>)]?",
        _contact,
    ),
)
