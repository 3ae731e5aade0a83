"""What was done oneself, stops, and what is kept of people (L18, L19, L23, L42)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.certainty import unknown_words, vocabulary
from assistant.reading.commands.meant.people import of
from assistant.reading.commands.meant.reaching import NO_REACH
from assistant.reading.commands.meant.scene import Make, Scene, frame, mark
from assistant.reading.commands.outreach import FOR_NOW
from assistant.reading.commands.sent_oneself import HOW_SENT
from assistant.reading.dates import day

_ADV = r"(?:(?:just|already|finally|also|now|then|today|recently|quickly) )*"
_DONE = rf"^(?:i(?:'ve| have| did| had)? |we(?:'ve| have| had)? )?{_ADV}"
_NOT_SENT = re.compile(
    r"\b(?:card|postcard|comment|calendar|invite|invitation|draft(?:ed)?|notes? (?:on|about|from)"
    r"|off (?:the|my)|back then|last year|years? ago|asked me|because|list)\b"
    r"|\bto (?!her\b|him\b|them\b|say\b|ask\b|tell\b)[a-z]\w*\b",
    re.IGNORECASE,
)


_LAST_NIGHT = re.compile(r"\blast (?:night|evening)\b", re.IGNORECASE)
_ON_THE_PHONE = re.compile(r"\b(?:phone|blower|dog and bone|zoom|teams|facetime|video|call)\b", re.IGNORECASE)


def _did(verb: Verb, op: str = "") -> Make:
    """What the writer has done, on the day they say, else today; what is still to come was not done."""

    def make(match: re.Match[str], scene: Scene) -> Command | None:
        command = scene.command(verb, match[0], mark(match), op=op)
        said = _LAST_NIGHT.sub("yesterday", scene.plain(scene.text))
        found = day(said, scene.reading.moment, back=True)
        when = found.day if found else scene.reading.moment.today
        if verb is Verb.SENT and (len(scene.people) > 1 or not _is_sent(match, scene)):
            return None  # to which of them? and what else?
        if command is None or "?" in match[0] or when is None or when > scene.reading.moment.today:
            return None
        return replace(command, day=when, ask=command.ask or (found.ask if found else ""))

    return make


# Behind it stands what it said.
_SAYING = re.compile(
    r"\b(?:about|regarding|re|concerning|on|saying|asking|telling|to (?:say|ask|tell|thank|wish|invite)|because|and"
    r"|so)\b"
    r"|[,;:.!()]|\s[-–—]",
    re.IGNORECASE,
)


def _is_sent(match: re.Match[str], scene: Scene) -> bool:
    """Whether every word is accounted for up to what the letter said."""
    said = _SAYING.split(scene.plain(match[0]), maxsplit=1)[0]
    return not unknown_words(said, scene.reading, (*vocabulary(match.re), *HOW_SENT))


def _forget(match: re.Match[str], scene: Scene) -> Command | None:
    """Somebody's data removed; what was *said* about them is no data. The core asks once, with a code."""
    if re.search(r"\b(?:said|told|wrote|mentioned|asked|draft|note|mail|meeting)\b", scene.text, re.IGNORECASE):
        return None
    return scene.command(Verb.RECORDS, match[0], mark(match), op="forget")


def _stop(match: re.Match[str], scene: Scene) -> Command | None:
    command = scene.command(Verb.STOP, match[0], mark(match), op="person")
    if command is None or "?" in scene.text:
        return None
    if FOR_NOW.search(scene.text):
        return replace(command, op="", ask="Only for now, or for good? For good: stop and the name alone.")
    return command


def _stop_all(match: re.Match[str], scene: Scene) -> Command | None:
    return None if scene.named or "?" in scene.text else Command(Verb.STOP, op="all", line=scene.plain(match[0]))


_DRINK = r"(?:cuppa|brew|tea|coffee|pint|beer|drink|lunch|dinner|breakfast|natter|chinwag|yarn|kopi|chai|merienda)"

FRAMES = (
    frame(
        r"^(?:i )?(?:ended up|just finished|have been|took to) (?:e-?mailing|mailing|messaging|writing|texting)(?: to)?"
        r" (?:{p}|her\b|him\b|them\b).{0,80}$",
        lambda match, scene: None if _NOT_SENT.search(match[0]) else _did(Verb.SENT)(match, scene),
    ),
    frame(
        r"^(?:don't|do not|never)(?: ever)? (?:send|write|mail|forward) {p} (?:anything|a thing|mails?"
        r"|e-?mails?|letters?|notes?)\b"
        r".{0,24}\b(?:any ?more|again|ever|from now on|at all|any longer)\b.{0,16}$",
        _stop,
    ),
    frame(  # an answer that asks back (L20)
        r"^{she} (?:has|had|have|came back with|sent|wrote back with|is asking) (?:an?|one|some|two|several) questions?"
        r" ?(?:for me)?\s?[:,–—-]\s*(?P<text>.+)$",
        lambda match, scene: scene.command(
            Verb.ANSWERED, match[0], mark(match), op="question", text=scene.plain(match["text"])
        ),
        free=True,
    ),
    # written oneself (L18), and other touches (L19)
    frame(
        rf"{_DONE}(?:sent|wrote|written|gave|handed|mailed|posted) {{she}} .{{0,20}}\b(?:card|postcard"
        r"|hand-?written|paper)\b.{0,40}$",
        _did(Verb.TOUCH, "handwritten"),
    ),
    frame(rf"{_DONE}(?:had|got) {{p}} on the (?:phone|line)\b.{{0,40}}$", _did(Verb.TOUCH, "call")),
    frame(
        rf"{_DONE}(?:(?:(?:got|came|am|'m|been)(?: just)? )?(?:off|from|on)(?: an?| the)? (?:phone|call|line"
        rf"|zoom)(?: call)?"
        r"|finished an? (?:\w+ )?(?:call|zoom)|hung up) (?:with|to|from) {p}.{0,80}$",
        _did(Verb.TOUCH, "call"),
    ),
    frame(
        rf"{_DONE}(?:had|grabbed|shared) (?:an? |some |my |our |the )?"
        rf"(?:quick |nice |good |lovely |first |second |third |next |long |short |promised |morning )*{_DRINK}"
        r" (?:with {p}|(?:with|at|in) {p}'s .{1,20}).{0,80}$",
        lambda match, scene: _did(Verb.TOUCH, "call" if _ON_THE_PHONE.search(match[0]) else "in_person")(match, scene),
    ),
    frame(
        r"^(?:we|{p} and (?:i|me)|i and {p})(?: just| finally)? (?:met|bumped into each other"
        r"|ran into each other|crossed paths|chatted)\b.{0,80}$",
        lambda match, scene: (
            _did(Verb.TOUCH, "in_person")(match, scene) if len(scene.people) == 1 and scene.named else None
        ),
    ),
    frame(
        rf"{_DONE}(?:gave|given) {{p}} a (?:quick |short )?(?:ring|call|bell|shout|buzz)\b.{{0,40}}$",
        _did(Verb.TOUCH, "call"),
    ),
    frame(
        rf"{_DONE}(?:put|stuck|dropped|posted|mailed|sent|wrote|written|handed)\b.{{0,20}}\b(?:card"
        r"|postcard|(?:paper |hand-?written )(?:note|letter)|letter)\b.{0,24}{she}.{0,60}$",
        _did(Verb.TOUCH, "handwritten"),
    ),
    frame(
        r"^(?:the |my |a )?(?:(?:hand-?written|paper) (?:note|letter|card)|card|postcard|letter"
        r"|note) (?:to|for) {p} (?:is|has been|was|went|has gone|left) ?.{0,12}(?:out|post(?:ed)?"
        r"|mail(?:ed)?|out by post)\b.{0,40}$",
        _did(Verb.TOUCH, "handwritten"),
    ),
    frame(
        rf"{_DONE}(?:wrote|written|sent|mailed|e-?mailed|messaged|texted|dropped (?=.*\b(?:line|note|mail|message)\b)"
        r"|pinged|dm'?ed|contacted"
        r"|reached out)\b(?! (?:me|us"
        r"|you)\b).{0,40}?(?<!with )(?<!from )(?<!about ){she}(?!'s).{0,80}$",
        lambda match, scene: None if _NOT_SENT.search(match[0]) else _did(Verb.SENT)(match, scene),
    ),
    frame(
        rf"{_DONE}(?:called|phoned|rang|telephoned|facetimed|(?:had|made) .{{0,16}}\b(?:call"
        r"|chat on the phone|phone chat)\b.{0,8}|spoke(?: on the phone)?(?=.*\bphone)"
        r"|talked(?=.*\bphone)|chatted(?=.*\bphone)|was on the phone|got .{0,8}on the phone)(?: (?:to"
        r"|with|up))* ?{p}.{0,80}$",
        _did(Verb.TOUCH, "call"),
    ),
    frame(
        rf"{_DONE}(?:met|saw|ran into|bumped into|spoke|talked|chatted|crossed paths|sat next to|caught up"
        r"|said hello|shook hands|had a (?:quick |short |nice )*(?:chat|word|talk)"
        r"|had the (?:pleasure|honou?r|luck|chance|joy) (?:of|to) (?:meet(?:ing)?|see(?:ing)?|talk(?:ing)?"
        r"|speak(?:ing)?))"
        r"\b(?: (?:to|with|into))* ?{p}.{0,100}$",
        lambda match, scene: (
            None if re.search(r"\bphone\b", match[0], re.IGNORECASE) else _did(Verb.TOUCH, "in_person")(match, scene)
        ),
    ),
    frame(
        rf"{_DONE}(?:went (?:for|out for|to|on) (?:an? )?(?:beer|drink|pint|coffee|tea|lunch|dinner|walk|run|hike"
        rf"|breakfast)"
        r"|had (?:an? )?(?:beer|drink|pint|coffee|tea|lunch|dinner|breakfast|walk)) with {p}.{0,60}$",
        _did(Verb.TOUCH, "in_person"),
    ),
    frame(
        rf"{_DONE}(?:commented|replied|reacted|(?:put|left|wrote|made|posted|added|dropped) (?:an? "
        r"|my )?(?:\w+ )?comment|liked)\b.{0,40}{p}.{0,60}$",
        _did(Verb.TOUCH, "comment"),
    ),
    # what is kept of them (L42)
    frame(
        r"^(?:show|tell|give|list|see|send|get|display|read|what|which|everything|ask"
        r"|know)\b.{0,40}\b(?:everything|all|stored|have|hold|know|known|kept|keep|saved|card|file|data"
        r"|information|details|written down|record(?:s|ed)?)\b.{0,24}\b(?:on|about|of|for"
        r"|with) {p}.{0,20}$",
        lambda match, scene: (
            None
            if NO_REACH.search(match[0]) and not re.search(r"\bcard\b|\bfile\b", match[0], re.IGNORECASE)
            else of(Verb.RECORDS, "show")(match, scene)
        ),
        free=True,
    ),
    frame(
        r"^(?:show|see|open|give|send|display)(?: me)? (?:{she}(?:'s?)?|his|their) (?:card|file|page|profile|record"
        r"|details"
        r"|entry)$",
        of(Verb.RECORDS, "show"),
        free=True,
    ),
    frame(
        r"^(?:forget|erase|wipe|purge|delete) {p}(?: (?:and|with|including) (?:all|everything)\b.{0,40}"
        r"| (?:completely|entirely|for good|altogether|from (?:your|the) (?:memory|records|files|book)))?$",
        _forget,
    ),
    frame(
        r"^(?:forget|erase|wipe|purge|delete|remove|clear|destroy)\b.{0,12}\b(?:everything|anything|all"
        r"|every)\b.{0,30}\b(?:about|on|of|for|with|concerning|regarding) {p}.{0,20}$|^(?:forget|erase"
        r"|wipe|purge|delete|remove|clear)(?: all)? {p}'s (?:data|details|information|records?|card|file)$",
        _forget,
    ),
    # no more (L23)
    frame(
        r"^(?:no (?:more|further) (?:mails?|e-?mails?|letters?|notes?|messages?|contact|attempts|drafts)"
        r"|(?:stop|cease|end|halt|quit)\b.{0,24}\b(?:contact\w*|writing|mails?|e-?mails?|letters?|notes|mailing"
        r"|messages?"
        r"|messaging|attempts|everything|communication|correspondence|drafts|outreach))\b.{0,20}\b(?:to"
        r"|with|for|at)? ?{p}.{0,40}$",
        _stop,
    ),
    frame(r"^(?:nothing|no)(?: more| further| else)? (?:to|for) {p}.{0,30}$", _stop),
    frame(r"^stop {p}(?:,.{0,60})?$", _stop),
    frame(r"^(?:leave|let) {p} (?:alone|in peace|be)\b.{0,60}$", _stop),
    frame(
        r"^(?:i )?(?:don't|do not|never) (?:want|wish|need)\b.{0,30}\b(?:anything|mails?|e-?mails?"
        r"|contact|letters?|notes?|messages?|you|us|to)\b.{0,30}\b(?:to|with|write|writing|contact"
        r"|contacting|mail|sent)\b.{0,10}{p}.{0,40}\b(?:any ?more|again|ever|from now on|at all"
        r"|any longer)\b.{0,10}$",
        _stop,
    ),
    frame(
        r"^(?:don't|do not|never|(?:under|in) no circumstances?)(?: ever)? (?:write|contact|mail|e-?mail|message|bother"
        r"|approach"
        r"|send anything)(?: to)? {p} (?:any ?more|again|ever|ever again|from now on|at all"
        r"|any longer).{0,40}$",
        _stop,
    ),
    frame(
        r"^(?:pause|freeze|stop|halt|suspend|hold|put|shut down)\b(?: (?:with|off|sending"
        r"|down))?.{0,8}\b(?:all(?! (?:mails|messages) to me)|everything|everybody|everyone"
        r"|the whole thing|all of it)\b(?! (?:to|for|with|about) me).{0,60}$",
        _stop_all,
    ),
)
