"""People, and reaching out to them: L8, L10–L14, L18–L24."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import EMAIL, Who, resolve
from assistant.reading.commands.rules import MORE, Line, Make, about, person, rule
from assistant.reading.dates import day, until

_LINK = re.compile(r"https?://|www\.|[\"“«].{8,}")
_NAME = re.compile(r"[^\W\d_][\w'.-]*(?:\s[^\W\d_][\w'.-]*){0,3}")


def _new_mentor(match: re.Match[str], line: Line) -> Command | None:
    """new mentor Minerva M minerva@example.org — heard her talk on pricing; also on several lines."""
    maybe = match[0].lower().lstrip().startswith("maybe")
    whole = "\n".join(filter(None, (match["text"].strip(" :"), line.more)))
    address = EMAIL.search(whole)
    before = whole[: address.start()] if address else re.split(r"[,;\n–—]|\s-\s", whole, maxsplit=1)[0]
    after = whole[address.end() :] if address else whole[len(before) :]
    name = " ".join(before.strip(" \n,;:<(–—-").split())
    if not name and address:
        name, after = _name_after(after)
    if not _NAME.fullmatch(name):
        return (
            None
            if not maybe and not address
            else Command(Verb.NEW_MENTOR, ask="What is their name, and their address?", line=line.text)
        )
    reason = " ".join(after.split()).strip(" .,;:>)–—-").removeprefix("because ").strip()
    named = " ".join(w[:1].upper() + w[1:] for w in name.split()) if name == name.lower() else name
    known = resolve(address[0] if address else name, line.reading)
    return Command(
        Verb.NEW_MENTOR,
        known.id if known else None,
        named=named,
        op="maybe" if maybe else "",
        because=reason,
        email=address[0].lower() if address else "",
        line=line.text,
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


def _rank(op: str) -> Make:
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


def _reach(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    if who is None:
        return None
    text = (match.groupdict().get("text") or "").strip()
    return about(Verb.REACH_OUT, who, line, text=" ".join(filter(None, (text, line.more if text else ""))).strip(" .!"))


def _done(verb: Verb, op: str = "") -> Make:
    """What the protégé did: the day said, else today."""

    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        if who is None:
            return None
        said = match.groupdict().get("text") or ""
        found = day(said, line.reading.moment, back=True) if said.strip() else None
        if said.strip() and found is None:
            return None
        when = found.day if found else line.reading.moment.today
        ask = found.ask if found else ""
        if when and when > line.reading.moment.today:
            return None  # what is still to come has not been done
        if not who.id and not who.candidates:
            ask = "To whom?" if verb is Verb.SENT else "With whom?"
        command = about(verb, who, line, op=op)
        return replace(command, day=when, ask=ask or command.ask)

    return make


def _answered(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    if who is None:
        return None
    text = "\n".join(filter(None, ((match.groupdict().get("text") or "").strip(" :,"), line.more))).strip()
    return what_they_said(who, text, line)


_SAYS_YES = re.compile(
    r"^(?:yes|she'?s in|sure|of course|happy to|would love|she would|glad|let'?s"
    r"|agreed to (?:talk|meet)|she is happy|he is happy)\b|\b(?:is|are|would be) (?:happy"
    r"|glad) to\b|\bwould love to\b",
    re.IGNORECASE,
)
_SAYS_NO = re.compile(
    r"^(?:no(?:[.!,]|$)(?! problem)|no thanks|not interested|declined|she can'?t|he can'?t)"
    r"|\b(?:not interested|can ?not take|can'?t take|declines?|declined|turned me down)\b",
    re.IGNORECASE,
)
_SAYS_LATER = re.compile(
    r"^(?:later|not now|not before|after|in \w+ (?:weeks|months)|ask (?:me )?again"
    r"|try (?:me )?again|come back|next (?:month|year))\b|\b(?:come back|write again"
    r"|try (?:me )?again|get back to (?:her|him|me)) (?:in|after)\b",
    re.IGNORECASE,
)


def what_they_said(who: Who, text: str, line: Line) -> Command:
    """What a person answered, in the protégé's words: yes, later until a day, no, a question; else it is asked."""
    words = text.strip()
    if _SAYS_LATER.search(words) and not _SAYS_YES.search(words):
        return later(who, words, line)
    if _SAYS_NO.search(words):
        return about(Verb.SAID_NO, who, line)
    if words.endswith("?"):
        return about(Verb.ANSWERED, who, line, op="question", text=words)
    if _SAYS_YES.search(words):
        rest = re.sub(r"^yes\b[\s,.!:]*", "", words, flags=re.IGNORECASE)
        return about(Verb.ANSWERED, who, line, op="yes", text=rest)
    command = about(Verb.ANSWERED, who, line, text=words)
    return command if command.ask else replace(command, ask="Is this a YES, LATER or NO?")


def later(who: Who, words: str, line: Line) -> Command:
    """They want to be asked again after a day: parked until then."""
    command = about(Verb.SAID_LATER, who, line, text=words)
    found = until(words, line.reading.moment)
    if found is None or found.first is None or found.past:
        ask = (found.ask if found else "") or "Until when? For example: later, after 3 May."
        return replace(command, ask=command.ask or ask)
    return replace(command, day=found.first, until=found.first)


def _later(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    return later(who, match["text"], line) if who else None


def _stop(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    if who is None:
        return None
    command = about(Verb.STOP, who, line, op="person")
    if not match.groupdict().get("who") and not who.id:
        return replace(command, op="", ask="Whom shall I stop writing to, or everything?")
    return command


def _introduce(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    via = resolve(match["via"], line.reading)
    if who is None or via is None:
        return None
    command = about(Verb.INTRODUCE, who, line)
    ask = command.ask or (f"Which {via.named} do you mean?" if via.candidates else "")
    return replace(command, fields=(("via", via.id or ""),), text=match["via"], ask=ask)


_DID = r"(?P<text>(?: (?:today|yesterday|tonight|this \w+|on \w+|last \w+|\d{1,2} \w+|on \d{1,2} \w+|just now))?)"
RULES = (
    rule(
        r"(?:new (?:mentor|person|prospect)|add(?: a)?(?: new)?(?: mentor| person)?"
        r"|maybe)[: ](?P<text>.+)",
        lambda m, line: _new_mentor(m, line) if not m[0].lower().startswith("add") or EMAIL.search(m[0]) else None,
        MORE,
    ),
    rule(
        r"new (?:mentor|person|prospect)(?P<text>:?)", lambda m, line: _new_mentor(m, line) if line.more else None, MORE
    ),
    rule(r"(?:about|note on|note about|note for|one more thing about) {who}(?::|,)(?P<text>.*)", _about, MORE),
    rule(r"(?:note on|note about) {who} (?P<text>.+)", _about, MORE),
    rule(r"(?:write down|note)(?: down)? on {who} ?card that (?P<text>.+)", _about, MORE),
    rule(r"(?:rank|ranking|order)", lambda _m, line: Command(Verb.RANK, op="show", line=line.text)),
    rule(r"{who} (?:first|comes first|goes first)", _rank("first")),
    rule(r"(?:drop|remove|take off) {who}(?: from the list| off the list)?", _rank("drop")),
    rule(r"take {who} off (?:the|my) list", _rank("drop")),
    rule(r"override boss because (?P<because>.+)", _relation("override_boss"), polite=False),
    rule(r"{who} is (?:also )?my (?:boss|manager|line manager|supervisor|superior)", _relation("boss")),
    rule(r"{who} is (?:also )?(?:a|my) (?:good |old |close )?friend(?: of mine)?", _relation("friend")),
    rule(r"{who} knows (?P<other>[\w' .@-]{2,60}?)(?: well| too)?", _relation("knows")),
    rule(r"(?:i (?:was|got|am|have been) )?assigned(?: to|:)?(?P<text> .{2,120}?)(?: by .{3,60})?", _assigned),
    rule(
        r"the program(?:me)? has (?:given|assigned) me (?P<text>.{3,60}?) as (?:a "
        r"|my )?mentor(?P<x>.{0,60})",
        lambda m, line: _assigned(m, line) if not EMAIL.search(m["x"]) else _assigned_with(m, line),
    ),
    rule(
        r"(?:reach out|write|draft(?: a (?:first )?note)?|get in touch|first note)(?: to| for"
        r"| with) {who}(?: about (?P<text>.+)|(?:, topic is|: topic) (?P<topic>.+))?",
        lambda m, line: _reach_topic(m, line),
        MORE,
    ),
    rule(r"(?:contact|approach) {who}(?: about (?P<text>.+))?", _reach, MORE),
    rule(
        r"(?:prepare|write|draft|make) (?:a |the )?(?:first )?(?:note|mail|letter|draft)(?: to"
        r"| for) {who}(?:,? (?:about|topic is|topic:|on) (?P<text>.+))?",
        _reach,
        MORE,
    ),
    rule(r"sent(?: it| myself)?" + _DID, _done(Verb.SENT), polite=False),
    rule(
        r"i(?:'ve| have)? (?:sent it|wrote|written|mailed|emailed"
        r"|e-mailed)(?: it)?(?: myself)?(?: to)? {who}" + _DID,
        _done(Verb.SENT),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:already |have already )?(?:did that,? |sent it,? )?(?:wrote|mailed"
        r"|emailed)(?: to)? {who}(?: myself)?" + _DID,
        _done(Verb.SENT),
        polite=False,
    ),
    rule(r"(?:i )?(?:called|phoned|rang)(?: up)? {who}" + _DID, _done(Verb.TOUCH, "call"), polite=False),
    rule(
        r"(?:i )?(?:saw|met|ran into|bumped into|talked to|spoke (?:to|with)) {who}(?: (?:at|in"
        r"|on) (?:the |a )?[\w' -]{2,40}?)?" + _DID,
        _done(Verb.TOUCH, "in_person"),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:posted|mailed off|put) the (?:note|letter|card)(?: (?:to"
        r"|for) {who})?(?: in the post)?" + _DID,
        _done(Verb.TOUCH, "handwritten"),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:commented|left a comment)(?: (?:on|under) .{2,60})?",
        lambda m, line: about(Verb.TOUCH, Who(line.reading.thread), line, op="comment"),
    ),
    rule(r"did it" + _DID, _done(Verb.TOUCH), polite=False),
    rule(
        r"{who} said no(?: thanks| thank you| to (?:me|it|us))?|{who2} (?:declined|refused"
        r"|turned me down|is not interested|isn't interested)".replace(
            "{who2}", r"(?P<who2>[\w'@+.<>-]{2,64}(?: [\w'@+.<>-]{1,64}){0,3}?)"
        ),
        lambda m, line: _said_no(m, line),
    ),
    rule(r"{who}(?: said)?: (?P<text>(?:later|not now|not before|after)\b.*)", _later, MORE),
    rule(r"{who} said (?P<text>(?:later|not now|not before|after)\b.*)", _later, MORE),
    rule(
        r"{who} (?:asks|asked|wants|told) me to (?P<text>(?:come back|write|try|get back|ask|wait"
        r"|contact).{3,80})",
        _later,
    ),
    rule(
        r"{who} (?:answered|replied|wrote back|said|says|responded|wrote)(?: to me)?(?::"
        r"|,)?(?: that)?(?P<text> .+|:?)",
        _answered,
        MORE,
    ),
    rule(
        r"(?:she |he |they )?(?:answered|replied|has answered)(?P<text>:? ?.*)",
        lambda m, line: _answered(m, line) if line.reading.thread or line.reading.answering else None,
        MORE,
    ),
    rule(
        r"(?:stop|quit)(?: (?:contacting|writing(?: to)?|mailing|everything (?:to|for)|all (?:to"
        r"|for)))? {who}(?: (?:for good|for ever|forever|at once|now))?",
        _stop,
    ),
    rule(
        r"(?:never|don't|do not|dont) (?:ever )?(?:write(?: to)?|contact|mail|email"
        r"|bother)(?: to)? {who}(?: (?:again|anymore|any more|ever|ever again))?(?:[,;.] .*"
        r"| because .*)?",
        _stop,
    ),
    rule(r"stop", _stop, polite=False),
    rule(
        r"(?:pause|stop)(?: with)? (?:all|everything|everybody|everyone)",
        lambda _m, line: Command(Verb.STOP, op="all", line=line.text),
    ),
    rule(r"(?:intro(?:duction|duce me)?(?: to)? {who} )?(?:via|through) (?P<via>[\w' .@-]{2,60}?)", _introduce),
    rule(
        r"ask (?P<via>[\w' .@-]{2,60}?) (?:if (?:she|he|they)(?:'d| would| could| can)"
        r"|to) introduce me to {who}",
        _introduce,
    ),
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


def _reach_topic(match: re.Match[str], line: Line) -> Command | None:
    command = _reach(match, line)
    return replace(command, text=match["topic"].strip()) if command and match["topic"] else command


def _said_no(match: re.Match[str], line: Line) -> Command | None:
    who = resolve(match["who"] or match["who2"], line.reading)
    return about(Verb.SAID_NO, who, line) if who else None


__all__ = ["RULES", "later", "what_they_said"]
