"""People, and reaching out to them: L8, L10–L14, L18–L24."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.mentoring.words.naming import named as proper
from assistant.reading.commands import reports, sent_oneself
from assistant.reading.commands.names import EMAIL, Who, mentioned, resolve
from assistant.reading.commands.rules import MORE, Line, Make, about, person, rule
from assistant.reading.dates import day


def reach(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    if who is None:
        return _newcomer(match, line)
    text = (match.groupdict().get("text") or "").strip()
    return about(Verb.REACH_OUT, who, line, text=" ".join(filter(None, (text, line.more if text else ""))).strip(" .!"))


def _newcomer(match: re.Match[str], line: Line) -> Command | None:
    """Somebody who is not in the book, given with an address: their card, and what a first note still needs (L14)."""
    address = EMAIL.search(match["who"])
    name = match["who"][: address.start()].strip(" <(,") if address else ""
    if address is None or not name:
        return None
    topic = (match.groupdict().get("text") or "").strip(" .!")
    email = address[0].lower().rstrip(".")
    return Command(Verb.NEW_MENTOR, named=proper(name), because=topic, email=email, line=line.text)


# When it was, within the words for where: "met her at the gate yesterday and said hello".
_WHEN = re.compile(
    r"\b(?:the day before yesterday|yesterday|last (?:night|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} days ago)\b",
    re.IGNORECASE,
)


def did(verb: Verb, op: str = "") -> Make:
    """What the protégé did: the day said, else today."""

    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        if who is None:
            return None
        said = match.groupdict().get("text") or ""
        if not said and (when := _WHEN.search(match[0])):
            said = when[0]
        found = day(said, line.reading.moment, back=True) if said.strip() else None
        if said.strip() and found is None:
            return None
        done = found.day if found else line.reading.moment.today
        ask = found.ask if found else ""
        if done and done > line.reading.moment.today:
            return None  # what is still to come has not been done
        if not who.id and not who.candidates:
            ask = "To whom?" if verb is Verb.SENT else "With whom?"
        command = about(verb, who, line, op=op)
        return replace(command, day=done, ask=ask or command.ask)

    return make


def commented(match: re.Match[str], line: Line) -> Command | None:
    """A comment on what somebody wrote: theirs who is named, else the thread's."""
    named = mentioned(match["text"] or "", line.reading)
    who = named[0] if len(named) == 1 else Who(line.reading.thread) if not named else None
    return replace(about(Verb.TOUCH, who, line, op="comment"), day=line.reading.moment.today) if who else None


FOR_NOW = re.compile(
    r"\b(?:yet|before|until|till|without|today|tomorrow|this (?:week|month)|for now"
    r"|at (?:the )?weekends?|on \w+days?)\b",
    re.IGNORECASE,
)


def _stop(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    if who is None:
        return None
    command = about(Verb.STOP, who, line, op="person")
    if FOR_NOW.search(line.text) or "pause" in match.groupdict():
        return replace(command, op="", ask="Only for now, or for good? For good: stop and the name alone.")
    if not match.groupdict().get("who") and not who.id:
        return replace(command, op="", ask="Whom shall I stop writing to, or everything?")
    return command


def _resume(match: re.Match[str], line: Line) -> Command | None:
    """What was paused goes on: with one person, or with all."""
    who = person(match, line)
    if who is None:
        return None
    return Command(Verb.STOP, who.id, who.candidates, who.named, op="resume", line=line.text)


def _rest(match: re.Match[str], line: Line) -> Command | None:
    """No more attempts for now (`policy.md`, the ladder)."""
    if line.reading.answering == "recap":
        return None  # "rest ok" is what is left of its lines
    who = person(match, line)
    return about(Verb.SKIP, who, line, op="rest") if who else None


def introduce(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    via = resolve(match["via"], line.reading)
    if who is None or via is None:
        return None
    command = about(Verb.INTRODUCE, who, line)
    ask = command.ask or (f"Which {via.named} do you mean?" if via.candidates else "")
    return replace(command, fields=(("via", via.id or ""),), text=match["via"], ask=ask)


_DID = r"(?P<text>(?: (?:today|yesterday|tonight|this \w+|on \w+|last \w+|\d{1,2} \w+|on \d{1,2} \w+|just now))?)"


def _reach_topic(match: re.Match[str], line: Line) -> Command | None:
    command = reach(match, line)
    return replace(command, text=match["topic"].strip()) if command and match["topic"] else command


RULES = (
    rule(
        r"(?:reach out|write|draft(?: (?:a (?:first )?note|one|something))?|get in touch"
        r"|(?:(?:a|the|my) )?first (?:note|draft|mail|letter))(?: to| for"
        r"| with) {who}(?: about (?P<text>.+)|(?:, topic is|: topic) (?P<topic>.+))?",
        _reach_topic,
        MORE,
    ),
    rule(r"(?:contact|approach) {who}(?: about (?P<text>.+))?", reach, MORE),
    rule(
        r"(?:prepare|write|draft|make) (?:a |the )?(?:first )?(?:note|mail|letter|draft)(?: to"
        r"| for) {who}(?:,? (?:about|topic is|topic:|on) (?P<text>.+))?",
        reach,
        MORE,
    ),
    *sent_oneself.RULES,
    rule(r"(?:i )?(?:called|phoned|rang)(?: up)? {who}" + _DID, did(Verb.TOUCH, "call"), polite=False),
    rule(
        r"(?:i )?(?:saw|met|ran into|bumped into|talked to|spoke (?:to|with)) {who}(?: (?:at|in"
        r"|on) (?:the |a )?[\w' -]{2,40}?)?" + _DID,
        did(Verb.TOUCH, "in_person"),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:posted|mailed off|put) the (?:note|letter|card)(?: (?:to"
        r"|for) {who})?(?: in the post)?" + _DID,
        did(Verb.TOUCH, "handwritten"),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:commented|left a comment)(?: (?:on|under) (?P<text>.{2,60}))?",
        commented,
    ),
    rule(r"did it" + _DID, did(Verb.TOUCH), polite=False),
    rule(r"did it,?(?: (?:with|for|to))? {who}" + _DID, did(Verb.TOUCH), polite=False),
    *reports.RULES,
    rule(
        r"(?:stop|quit)(?: (?:contacting|writing(?: to)?|mailing|everything (?:to|for|towards?|with)|all (?:to"
        r"|for|towards?|with)))? {who}(?: (?:for good|for ever|forever|at once|now))?",
        _stop,
    ),
    rule(
        r"(?:never|don't|do not|dont) (?:ever )?(?:write(?: to)?|contact|mail|email"
        r"|bother)(?: to)? {who}(?: (?:again|anymore|any more|ever|ever again))?(?:[,;.] .*"
        r"| because .*)?",
        _stop,
    ),
    rule(r"(?:leave|let) {who} (?:alone|in peace|be)(?: (?:from now on|for good|now|forever))?", _stop),
    rule(
        r"no (?:more )?(?:mails?|letters?|notes?|messages?|contact|attempts)(?: any ?more)? (?:to|with"
        r"|for) {who}",
        _stop,
    ),
    rule(r"stop", _stop, polite=False),
    rule(
        r"(?:pause|stop|freeze|halt)(?: with)? (?:all|everything|everybody|everyone)(?: (?:for (?:now"
        r"|a while|the moment)|at once"
        r"|immediately|until further notice|going out|that goes out))?",
        lambda _m, line: Command(Verb.STOP, op="all", line=line.text),
    ),
    rule(
        r"(?:pause|freeze|halt)(?: (?:things|it|contact|writing))?(?: with| to)? {who}(?P<pause>)"
        r"(?: for (?:now|a while|the moment|the time being))?",
        _stop,
    ),
    rule(r"(?:resume|go on|carry on|continue|unpause)(?: with {who})?", _resume),
    rule(r"(?:resume|unpause) {who}", _resume),
    rule(r"rest(?: now)?|let {who} rest(?: now)?", _rest, polite=False),
    rule(r"rest {who}", _rest, polite=False),
    rule(r"(?:intro(?:duction|duce me)?(?: to)? {who} )?(?:via|through) (?P<via>[\w' .@-]{2,60}?)", introduce),
    rule(
        r"ask (?P<via>[\w' .@-]{2,60}?) (?:if (?:she|he|they)(?:'d| would| could| can)"
        r"|to) introduce me to {who}",
        introduce,
    ),
)
