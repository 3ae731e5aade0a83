"""The people of the search: new ones, notes about them, their order, how one knows them (L8, L10–L13)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.mentoring.words.naming import named as proper
from assistant.reading.commands.guests import tells_of_a_calendar
from assistant.reading.commands.names import EMAIL, Who, resolve
from assistant.reading.commands.rules import MORE, Line, Make, about, person, rule

_LINK = re.compile(r"https?://|www\.|[\"“«].{8,}")


_NAME = re.compile(r"[^\W\d_][\w'.-]*(?:\s[^\W\d_][\w'.-]*){0,3}")


# "add pat@example.org to the meetings", "add him to the invite": nobody is called so.
_IS_NO_NAME = re.compile(
    r"^(?:him|her|them|it|this|that|to|in|on|for)\b"
    r"|\b(?:the|my|our|her|his|their) (?:meetings?|series|invites?|calls?)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"^(?:(?:also|and|even|another|one more|then)\b,? ?)+", re.IGNORECASE)


def new_person(match: re.Match[str], line: Line) -> Command | None:
    """new mentor Minerva M minerva@example.org — heard her talk on pricing; also on several lines."""
    maybe = _MAYBE.search(match[0]) is not None
    if tells_of_a_calendar(line.text) and not _NEW.match(line.text):
        return None
    whole = "\n".join(filter(None, (match["text"].strip(" :"), line.more)))
    whole = _NEW.sub("", whole, count=1)
    address = EMAIL.search(whole)
    before = whole[: address.start()] if address else re.split(r"[,;\n–—]|\s-\s", whole, maxsplit=1)[0]
    after = whole[address.end() :] if address else whole[len(before) :]
    name = _ALSO.sub("", " ".join(before.strip(" \n,;:<(–—-").split()))
    if not name and address:
        name, after = _name_after(after)
    if _IS_NO_NAME.search(name):
        return None
    if not _NAME.fullmatch(name):
        return (
            None
            if not maybe and not address
            else Command(Verb.NEW_MENTOR, ask="What is their name, and their address?", line=line.text)
        )
    wish = _WISH.search(after)
    reason = " ".join((after[: wish.start()] if wish else after).split())
    reason = reason.strip(" .,;:>)–—-").removeprefix("because ").strip()
    known = resolve(address[0] if address else name, line.reading)
    return Command(
        Verb.NEW_MENTOR,
        (known.id or None) if known else None,  # somebody whom this mail adds has no id yet
        named=proper(name),
        op="maybe" if maybe else "",
        because=reason,
        email=address[0].lower() if address else "",
        line=line.text,
    )


_NEW = re.compile(r"^[^@\n]{0,40}?\bnew (?:mentor|person|candidate|prospect)\b[\s:,–—-]+", re.IGNORECASE)
_MAYBE = re.compile(r"^\s*(?:maybe|perhaps|possibly)\b|\b(?:just|only|as|is) (?:an? )?maybe\b", re.IGNORECASE)


# A sentence behind the reason that bids something: "she ran the clinic. Draft for Aoife please."
_WISH = re.compile(
    r"(?<=[.!?;])\s+(?=(?:(?:and|also|then|please|pls|now|next),? )*(?:(?:can|could|would) you|draft|write|reach out"
    r"|contact|remind|show|find|put|rank|add|thank|send)\b)",
    re.IGNORECASE,
)


def _name_after(text: str) -> tuple[str, str]:
    match = re.match(r"[\s,(]*(" + _NAME.pattern + r")", text)
    return (match[1], text[match.end() :]) if match else ("", text)


def _about(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    if who is None:
        return None
    text = "\n".join(filter(None, (match["text"].strip(" :,"), line.more))).strip()
    command = about(Verb.ABOUT, who, line, op="evidence" if _LINK.search(text) else "", text=text)
    return replace(command, ask="What shall I note?") if not text and not command.ask else command


def rank(op: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        return about(Verb.RANK, who, line, op=op) if who and match["who"] else None

    return make


def _relation(relation: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        if who is None:
            return None
        other = resolve(match["other"], line.reading) if "other" in match.groupdict() and match["other"] else None
        if "other" in match.groupdict() and other is None:
            return None
        command = about(Verb.RELATION, who, line, op=relation, because=(match.groupdict().get("because") or "").strip())
        return replace(command, fields=(("other", other.id or ""),)) if other else command

    return make


def _assigned(match: re.Match[str], line: Line) -> Command | None:
    whole = match["text"].strip(" :.")
    address = EMAIL.search(whole)
    name = EMAIL.sub("", whole).strip(" <>(),.")
    known = resolve(address[0] if address else name, line.reading) or resolve(name, line.reading)
    if known is None and not address:
        return None
    who = known or Who(named=name)
    return Command(
        Verb.ASSIGNED,
        who.id,
        who.candidates,
        name or who.named,
        email=address[0].lower() if address else "",
        ask=f"Which {name}?" if who.candidates else "",
        line=line.text,
    )


def _assigned_with(match: re.Match[str], line: Line) -> Command | None:
    address = EMAIL.search(match["x"])
    known = resolve(match["text"], line.reading)
    return Command(
        Verb.ASSIGNED,
        known.id if known else None,
        named=match["text"].strip(),
        email=address[0].lower() if address else "",
        line=line.text,
    )


RULES = (
    rule(
        r"(?:new (?:mentor|person|prospect)|add(?: a)?(?: new)?(?: mentor| person)?"
        r"|maybe|perhaps|possibly)[: ](?P<text>.+)",
        lambda m, line: new_person(m, line) if not m[0].lower().startswith("add") or EMAIL.search(m[0]) else None,
        MORE,
    ),
    rule(
        r"new (?:mentor|person|prospect)(?P<text>:?)", lambda m, line: new_person(m, line) if line.more else None, MORE
    ),
    rule(r"(?:about|note on|note about|note for|one more thing about) {who}(?::|,)(?P<text>.*)", _about, MORE),
    rule(r"(?:note on|note about) {who} (?P<text>.+)", _about, MORE),
    rule(r"(?:write down|note)(?: down)? on {who} ?card that (?P<text>.+)", _about, MORE),
    rule(
        r"(?:rank|ranking|order)(?: list)?|ranked list", lambda _m, line: Command(Verb.RANK, op="show", line=line.text)
    ),
    rule(r"{who} (?:first|comes first|goes first)", rank("first")),
    rule(r"(?:drop|remove|take off|bin|ditch|scrap|axe) {who}(?: from the list| off the list)?", rank("drop")),
    rule(r"take {who} off (?:the|my) list", rank("drop")),
    rule(r"override boss because (?P<because>.+)", _relation("override_boss"), polite=False),
    rule(
        r"{who} is (?:also )?my (?:new )?(?:boss|manager|line manager|supervisor|superior)"
        r"(?: (?:now|these days|(?:since|as of|from) [\w ]{2,20}))?",
        _relation("boss"),
    ),
    rule(r"{who} is (?:also )?(?:a|my) (?:good |old |close )?friend(?: of mine)?", _relation("friend")),
    rule(r"{who} knows (?P<other>[\w' .@-]{2,60}?)(?: well| too)?", _relation("knows")),
    rule(r"(?:i (?:was|got|am|have been) )?assigned(?: to|:)?(?P<text> .{2,120}?)(?: by .{3,60})?", _assigned),
    rule(
        r"the program(?:me)? has (?:given|assigned) me (?P<text>.{3,60}?) as (?:a "
        r"|my )?mentor(?P<x>.{0,60})",
        lambda m, line: _assigned(m, line) if not EMAIL.search(m["x"]) else _assigned_with(m, line),
    ),
)
