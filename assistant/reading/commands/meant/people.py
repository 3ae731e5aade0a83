"""People in free words: new ones, how one knows them, notes about them, their order (L8, L10–L12)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.mentoring.words.naming import named as proper
from assistant.reading.commands.guests import tells_of_a_calendar
from assistant.reading.commands.meant import assigned
from assistant.reading.commands.meant.clauses import DENIES
from assistant.reading.commands.meant.scene import PERSON, Make, Scene, frame, mark
from assistant.reading.commands.names import EMAIL
from assistant.reading.commands.rules import about
from assistant.reading.commands.three import name_beside

_BOSS = (
    r"(?:boss|(?:\w+ )?chief|(?:line |direct )?manager|supervisor|superior|team lead(?:er)?|head of (?:the |our "
    r"|my )?\w+"
    r"|boss's boss|manager's boss)"
)
_URL = re.compile(r"https?://\S+|www\.\S+")


def of(verb: Verb, op: str = "") -> Make:
    """About the person of the frame."""

    def make(match: re.Match[str], scene: Scene) -> Command | None:
        return scene.command(verb, match[0], mark(match), op=op)

    return make


def _newcomer(match: re.Match[str], scene: Scene) -> Command | None:
    """Somebody with an address that the book does not have, as a person for the list."""
    said = scene.plain(match[0])
    found = list(EMAIL.finditer(said))
    if (
        len(found) != 1
        or scene.named
        or tells_of_a_calendar(said)
        or not _SOUGHT.search(scene.text)
        or DENIES.search(scene.text)
    ):
        return None
    before, after = _PUT.sub("", _NEW.sub("", said[: found[0].start()])), said[found[0].end() :]
    name = _TITLE.sub("", name_beside(before, after))
    if not name:
        return None
    why = " ".join(after.split()).strip(" .,;:>)–—-")
    maybe = "maybe" if _MAYBE.search(said) else ""
    email = found[0][0].lower().rstrip(".")
    return Command(Verb.NEW_MENTOR, named=proper(name), op=maybe, because=why, email=email, line=said)


_NEW = re.compile(r"^.*\bnew (?:mentor|person|candidate|prospect)\b[\s:,–—-]*", re.IGNORECASE)
_PUT = re.compile(
    r"^\W*(?:(?:please|pls|and|also|can you|could you) )*(?:put|add|include|save|list|note|consider|keep) (?:also )?",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"^\s*(?:maybe|perhaps|possibly)\b|\b(?:just|only|as|is|an?) (?:a )?maybe\b", re.IGNORECASE)
_SOUGHT = re.compile(
    r"\b(?:add|put|include|save|list|found|discovered|consider|new|maybe|perhaps|mentors?"
    r"|candidates?|prospects?|someone|somebody|could be"
    r"|would be|recommended|suggested|interested|another|came across|admire)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|miss)\.? )+", re.IGNORECASE)


def _about(match: re.Match[str], scene: Scene) -> Command | None:
    said = scene.plain(match["text"]).strip(" ,:–—-")
    if _THANKS.search(match[0][: match.start("text")]):
        return None
    op = "evidence" if _URL.search(said) else ""
    return scene.command(Verb.ABOUT, match[0], mark(match), op=op, text=said) if len(said) > 2 else None


_THANKS = re.compile(r"\bthank", re.IGNORECASE)


def _link(_match: re.Match[str], scene: Scene) -> Command | None:
    """A page kept for the one person who is named beside it."""
    if len(scene.people) != 1 or not _URL.search(scene.text):
        return None
    return scene.command(Verb.ABOUT, scene.text, None, op="evidence", text=scene.plain(scene.text))


_ACTIVE = re.compile(r"\b(?:who(?:'s| is| are)? waiting|who(?:'s| is| are)? (?:\w+ )?active.*)$", re.IGNORECASE)


def _order(match: re.Match[str], scene: Scene) -> Command | None:
    if re.search(
        r"\b(?:meeting|meet|wait\w*(?<!waits)|actions?|goals?|tasks?|words|commands)\b",
        _ACTIVE.sub("", match[0]),
        re.IGNORECASE,
    ):
        return None
    return Command(Verb.RANK, op="show", line=scene.plain(match[0]))


def _knows(match: re.Match[str], scene: Scene) -> Command | None:
    who, other = scene.who(mark(match)), scene.who(mark(match, "q"))
    if re.search(r"\bintroduc|\bconnect", scene.text, re.IGNORECASE):
        return None
    if who is None or other is None or other.id is None or who.id == other.id:
        return None
    return replace(about(Verb.RELATION, who, scene.line(match[0]), op="knows"), fields=(("other", other.id),))


FRAMES = (
    *assigned.FRAMES,
    # a new person (L8)
    frame(r"^(?!(?:write|draft|send|mail|reach|contact|thank|forward)\b).*@.*$", _newcomer),
    # how one knows them (L12)
    frame(
        rf"^.*{{p}}[^:]{{0,40}}\bmy (?:(?:new|current|own|old|former|direct|immediate) )?{_BOSS}\b.*$",
        of(Verb.RELATION, "boss"),
    ),
    frame(
        rf"^{{she}}(?:'s| is) (?:actually |also |in fact )?my (?:new |current |own |direct )?{_BOSS}\b.{{0,30}}$",
        of(Verb.RELATION, "boss"),
    ),
    frame(r"^{p} (?:directly )?(?:manages|supervises|line[- ]manages) me(?: directly)?$", of(Verb.RELATION, "boss")),
    frame(
        rf"^(?:my (?:new |current |own |old |former )?{_BOSS} is {{p}}|i (?:now )?(?:report"
        r"|answer) to {p}|i work (?:for|under) {p}).{0,40}$",
        of(Verb.RELATION, "boss"),
    ),
    frame(
        r"^{p}(?:,|'s| is| was| has been| and (?:i|me) (?:are|were|have been|go)\b).{0,24}\b(?:friends?|pal|buddy"
        r"|mate|cousin|neighbou?r|roommate)\b(?: of mine"
        r"| with me)?.{0,30}$|^(?:i am|i'm) (?:good |old |close )*friends with {p2}.{0,30}$",
        lambda match, scene: (
            scene.command(Verb.RELATION, match[0], mark(match) or mark(match, "q"), op="friend")
            if len(scene.people) == 1
            else None
        ),
    ),
    frame(
        r"^{p} (?:also |personally |really )?(?:knows|is (?:a )?(?:good |old |close )?(?:friends?"
        r"|colleagues?|acquaintances?) (?:with|of)|worked with|works with|studied with|went to (?:school"
        r"|university|college) with) {p2}(?!'s)(?:(?:,|\s[-–—]+) .{0,120}|.{0,40})$",
        _knows,
    ),
    frame(
        r"^we(?:'ve| have|'re| are| were)\b.{0,24}\bfriends\b.{0,40}$",
        lambda match, scene: of(Verb.RELATION, "friend")(match, scene) if len(scene.people) == 1 else None,
    ),
    # notes about people (L10)
    frame(
        r"^(?:(?:an? |one |more |another |short |quick |little |my |this |following |the )*(?:note|remark"
        r"|info|information|fact|detail|comment|thing|something|update|observation"
        r"|tidbit)s?\b.{0,30}?\b(?:on|about|for|regarding|to|of|in)|(?:on|for|in|under"
        r"|to)) {p}'s? (?:card|file|page|profile|record|entry|folder|notes)\b[\s:,–—-]*(?P<text>.+)$",
        _about,
    ),
    frame(
        r"^(?:(?:an? |one |more |another |short |quick |little |my |new )*(?:note|remark|info|information"
        r"|fact|detail|comment|thing|something|update|observation)\b.{0,30}?\b(?:on|about|regarding"
        r"|of)) {p}\s?(?:[:,–—-]+| that) ?(?P<text>.+)$",
        _about,
    ),
    frame(
        r"^(?:add|put|note|write|save|store|keep|record|jot down|remember|file|log)\b.{0,30}?\b(?:on"
        r"|about|for|regarding|of|to|in|under|with) {p}(?:'s? (?:card|file|page|profile|record"
        r"|notes))?\s?(?:[:,–—-]+| that) ?(?P<text>.+)$",
        _about,
    ),
    frame(r"^(?:about|on|re|regarding) {p}\s?[:,–—-]+ ?(?P<text>.+)$", _about),
    frame(
        r"^(?P<text>.*{p}.*?),? (?:and )?(?:so )?(?:please )?(?:note|remember|keep|save|record"
        r"|write) (?:that|this|it)(?: down| in mind)?$",
        _about,
    ),
    frame(
        r"^(?:remember|note|keep in mind|don't forget(?! [\ue000-\ue0ff],)|for the record|for your information|know"
        r"|bear in mind|(?:you should|(?:it's |it is )?good to|worth|useful to"
        r"|you might want to) know(?:ing)?)(?: that|:|,)* (?P<text>{p}.{4,})$",
        _about,
    ),
    frame(
        r"^(?=.*(?:https?://|www\.))(?=.*\b(?:found|read|saw|watched|heard|save|keep|store|add|file|piece"
        r"|article|paper|talk|post|interview|video|link|page|book|here(?:'s| is)|by|about|evidence|liked"
        rf"|used|relied)\b).*{PERSON}.*$",
        _link,
    ),
    frame(rf"^.*{PERSON}.*(?:https?://|www\.).*$", _link),
    frame(
        r"^(?P<text>{p}.*?), (?:and |so )?(?:please )?(?:put|add|note|write|save|keep|store) (?:that|this|it)"
        r" (?:on|in|to|down|with)\b.{0,24}$",
        _about,
    ),
    # their order (L11)
    frame(
        r"^(?:i(?:'d| would)?(?: really| rather| still)? (?=want|have|prefer))?(?:put|move|rank|place|set|take|make"
        r"|keep|list|prioriti[sz]e|bump|pull|want|have|prefer|start|begin"
        r"|go|try)\b.{0,20}?{p}.{0,30}?\b(?:first(?! (?:note|mail|meeting|talk|time|thing|draft|letter"
        r"|name))|top|number one|no\.? ?1|number 1|#1|up|ahead of|before|above|favou?rite|priority)\b.*$",
        of(Verb.RANK, "first"),
    ),
    frame(
        r"^{p}(?:'s| is| should| shall| ought| must| will| would| comes| goes| to| has| be| now| really"
        r"| actually)*(?: to)?(?: be| come| go| move)?(?: (?:at|on|my|the|to|in|of))* ?(?:first|top"
        r"|number one|no\.? ?1|number 1|#1|favou?rite|priority|first choice|first place)\b(?! (?:in (?!my"
        r"|the list)|at|to|author|of (?!my|the))).*$",
        of(Verb.RANK, "first"),
    ),
    frame(
        r"^who(?:'s| is| comes| goes| stands)? (?:now )?(?:first|next|after|behind|on top|at the top)\b.{0,50}$",
        _order,
        free=True,
    ),
    frame(
        r"^(?:how|in (?:what|which) order) (?:do|does|are|is) (?:my|the) (?:mentors?|people|list|candidates|prospects)"
        r"\b.{0,20}\b(?:rank|ranked|ranking|ordered|sorted|placed|stand|come)\b.{0,24}$"
        r"|^in (?:what|which) order (?:are|do) (?:my|the) (?:mentors?|people|candidates|prospects)\b.{0,24}$"
        r"|^who(?:'s| is| are)? (?:currently |still |now )?(?:active|waiting|waits)(?:,? and who(?:'s| is| are)?"
        r" (?:currently |still |now )?(?:active|waiting|waits))?(?: (?:now|right now|at the moment))?$",
        _order,
        free=True,
    ),
    frame(
        r"^(?:can|could|should|may|let|shall|make) {p} (?:be|come|go|move|become)\b.{0,16}\b(?:first|top"
        r"|number one|number 1|no\.? ?1|#1|favou?rite|priority)\b.{0,20}$",
        of(Verb.RANK, "first"),
    ),
    frame(
        r"^(?:my |the )?(?:first|top|favou?rite|number one|new first)(?: choice| pick| candidate"
        r"| one)?(?: is| would be| should be|:)? (?:now )?{p}$",
        of(Verb.RANK, "first"),
    ),
    frame(
        r"^(?:take|cross|strike|kick|remove|drop|delete|throw|get|scratch|leave) {p}(?: off| out"
        r"| from)*(?: (?:of )?(?:the|my) (?:list|ranking|search|candidates|people|prospects))?(?: for now| please"
        r"| again)?$",
        of(Verb.RANK, "drop"),
    ),
    frame(
        r"^{p}(?:'s| is| isn't| seems)?\b.{0,30}\b(?:not (?:for me|right|the right (?:one|person)"
        r"|a candidate|an option|in question)|no longer (?:a candidate|an option|interested in"
        r"|on my list)|off (?:the|my) list|out of the (?:running|question))\b.{0,20}$",
        of(Verb.RANK, "drop"),
    ),
    frame(
        r"^{p} (?:can|may|should|must|could) (?:come|go|be taken|be removed|drop) (?:off|from|out of)(?: of)?"
        r" (?:the|my) (?:list|ranking|candidates)(?: now| please)?$",
        of(Verb.RANK, "drop"),
    ),
    frame(
        r"^(?:remove|take|delete|cross|drop|strike) {she}(?: off| out| from)(?: of)? (?:the|my) (?:list"
        r"|ranking|candidates)$",
        of(Verb.RANK, "drop"),
    ),
    frame(
        r"^(?:who(?:'s| is| are| comes| do i have)?|what(?:'s| is)?|which|show|see|send|list|tell"
        r"|give)\b.{0,30}\b(?:on top|(?<!her )(?<!his )(?<!their )first|next|in line|my list|the list"
        r"|ranking|rank(?:ed)?|order|mentor list|candidates|prospects|priority list)\b.{0,40}$",
        lambda match, scene: None if scene.named else _order(match, scene),
        free=True,
    ),
)
