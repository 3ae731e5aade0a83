"""The assistant itself, in free words: what it can do, what waits, why it wrote, what it keeps (L2, L3, L38–L43)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.meant.scene import Make, Scene, frame

GET = (
    r"(?:see|show|send|get|have|give|print|list|read|share|forward|tell|remind|want|need|like|find"
    r"|display|know|view|bring"
    r"|prepare|make|create|build|write|draft|generate|put together|compile|do|use|draw up|provide|pull up)"
)
_TOPICS = {
    "note": "notes", "notes": "notes", "recap": "notes", "goal": "goals", "goals": "goals", "draft": "draft",
    "drafts": "draft", "action": "actions", "actions": "actions", "setting": "settings", "settings": "settings",
}  # fmt: skip
_TOPIC = re.compile(rf"\b(?:{'|'.join(_TOPICS)})\b", re.IGNORECASE)


def shows(verb: Verb, op: str = "") -> Make:
    """Something that is about nobody."""

    def make(match: re.Match[str], scene: Scene) -> Command | None:
        return None if scene.named or "@" in match[0] else Command(verb, op=op, line=scene.plain(match[0]))

    return make


def _status(match: re.Match[str], scene: Scene) -> Command | None:
    """What waits: not what is to be asked at a meeting, and no other list."""
    return None if scene.named or _NO_STATUS.search(match[0]) else Command(Verb.STATUS, line=match[0])


_NO_STATUS = re.compile(
    r"\b(?:meet\w*|talk|calls?|coffee|her|him|she|he|prep\w*|actions?|promis\w*|tasks?|goals?|notes?"
    r"|mentors?|plan|milestone|tell|told|say|said|commands?)\b",
    re.IGNORECASE,
)


def _help(match: re.Match[str], scene: Scene) -> Command | None:
    topic = _TOPIC.search(match[0])
    said = scene.plain(match[0])
    return Command(Verb.HELP, text=_TOPICS[topic[0].lower()] if topic else "", line=said) if not scene.named else None


def _style(match: re.Match[str], scene: Scene) -> Command | None:
    words = scene.plain(match["text"]).strip(" .,")
    return Command(Verb.IMPACT, op="style", text=words, line=scene.plain(match[0])) if not scene.named else None


def _undo(match: re.Match[str], scene: Scene) -> Command | None:
    return Command(Verb.UNDO, line=scene.plain(match[0]))


FRAMES = (
    # what to do with the assistant (L2)
    frame(
        r"^(?:(?:tell|show|teach|explain)(?: to)?(?: me)? )?(?:what|which)(?: else| all| exactly| actually"
        r"| (?:on earth|in the world|the (?:heck|hell|devil))"
        r"| kind of (?:things?|help)| words?| commands?)?"
        r" (?:(?:can|could|do|would|are|is|should|may) )?(?:you(?:'re)?|i|there|the|my)\b.{0,30}\b(?:do|use"
        r"|able to|capable of|commands?|options|say to you"
        r"|ask you|write(?: to you)?|understand|words|help with|offer|know)(?: .{0,30})?$",
        _help,
        free=True,
    ),
    frame(
        r"^(?:(?:please )?(?:explain|tell me|show me|describe|i(?:'d| would) like to know|i don't (?:know"
        r"|understand|get)|remind me) )?how"
        r" (?:do|does|can|could|should|would|am|is|are|it|this|you|to|i)\b.{0,60}\b(?:you|this|here"
        r"|it works?|it goes|works?|notes|recaps?|commands?|drafts?"
        r"|the digest|settings?|reminders?|goals?)\b.*$",
        _help,
        free=True,
    ),
    frame(
        r"^(?:does|do|can|could|is|will|would) (?:the (?:word )?)?(?:undo|send|stop|skip|later|edit|drop|close"
        r"|status)\b"
        r".{0,20}\b(?:work|count|possible|mean|apply|do|happen|help|exist)\b.*$",
        _help,
        free=True,
    ),
    frame(
        r"^what (?:will|would|does|do|happens|is going to)\b.{0,20}(?:happen|mean|do)?s?\b.{0,20}\b(?:if"
        r"|when) i (?:write|say|type|answer|reply|send|use|tap|click)\b.*$",
        _help,
        free=True,
    ),
    frame(
        r"^.*\b(?:forgot|lost|don't (?:know|remember)|no idea|confused"
        r"|lost track of)\b.{0,30}\b(?:commands?|(?:magic )?words|how (?:this|it|you)\b.{0,10}works?"
        r"|to use (?:you|this))\b.*$",
        _help,
        free=True,
    ),
    frame(
        r"^.{0,40}\b(?:list|card|overview|summary) of (?:what|(?:all )?the (?:things|words)|everything|all)(?: that)?"
        r" (?:i|we|you) (?:can|may|could) (?:tell|ask|say|write|do|use|type|send)\b.{0,40}$",
        _help,
        free=True,
    ),
    frame(
        r"^.{0,40}?\bwhat (?:does|do|will|would) (?:the (?:word )?)?(?:undo|send|stop|skip|later|edit|drop|close"
        r"|status)\b"
        r".{0,12}\b(?:do|mean|change|cause)\b.{0,20}$",
        _help,
        free=True,
    ),
    frame(
        r"^.*\b(?:forget|forgotten|which|what) (?:\w+ )?words you (?:understand|know|want|take|need)\b.*$",
        _help,
        free=True,
    ),
    frame(
        r"^.{0,40}\b(?:help|card|advice|guidance)(?: card| me)? (?:with|on|about|for) (?:the |my )?(?:notes|goals"
        r"|drafts?|actions|"
        r"settings)\b.{0,40}$",
        _help,
        free=True,
    ),
    frame(
        r"^(?:list|show|send|give|name|tell)\b(?: me)?.{0,24}\b(?:outstanding|open|pending|waiting"
        r"|unfinished|unanswered)\b.{0,24}$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:does|do|is|are) (?:anything|something|any (?:drafts?|mails?|letters?))\b.{0,24}\b(?:needs?"
        r"|wants?|waits?|waiting"
        r"|awaits?|due)\b.{0,40}$",
        _status,
        free=True,
    ),
    frame(
        r"^what(?:'?s| is| are)?(?: still| all| left)* (?:hanging|lying|sitting|floating) (?:about|around|there"
        r"|over)\b.{0,40}$",
        _status,
        free=True,
    ),
    frame(r"^what do (?:i|we) have(?: (?:on|today|tomorrow|this week|to do|open))+$", _status, free=True),
    frame(r"^what (?:did|have) i miss(?:ed)?\b.{0,24}$", _status, free=True),
    frame(
        r"^.*\b(?:cheat ?sheet|manual|instructions|user guide|handbook|tutorial|documentation"
        r"|list of (?:all )?(?:commands|words)|(?:all|the|your) commands|how-to)\b.{0,30}$",
        _help,
        free=True,
    ),
    frame(
        r"^.{0,40}\b(?:how to (?:use|work with|talk to|write to|operate)|use of) (?:this|you|it"
        r"|the assistant)\b.{0,40}$",
        _help,
        free=True,
    ),
    frame(
        r"^what (?:happens|do you do|will you do|are you doing|becomes?)\b.{0,8}\b(?:with|to|of) (?:my|the) "
        r"(?:notes|data|mails?|goals|drafts?|recaps?)\b.*$",
        _help,
        free=True,
    ),
    # what waits (L3)
    frame(
        r"^(?:(?:show|send|give|tell|get|need|have|see)(?: me)? )?(?:an?|the|my|our|your|current|present"
        r"|actual|short|quick|latest|full| )*(?:status|overview|state of (?:play|things|affairs)"
        r"|lay of the land|summary|state|rundown|round-?up)(?: (?:of|on|about|for) (?:my|the|all"
        r"|everything|things|mentoring|what).{0,30}|(?: update| report))?$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:what(?:'s| is)|anything) (?:cooking|new|up|going on|the (?:story|news|score|state"
        r"|latest))\b.{0,16}$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:(?:is|are|was|do|did|have) )?(?:there )?(?:(?:is|are|'s) )?(?:i (?:have |got |miss(?:ed)? "
        r"|need to do |forget )|you (?:have |need ))?(?:anything|something|what(?:'s| is| are)?"
        r"|any (?:open )?(?:items?|things?|points?|tasks?)|how (?:many|much)(?: \w+)?)\b.{0,30}\b(?:pending"
        r"|open|awaiting|waiting|wait(?:s)?(?: for| on)?|outstanding|overdue|due|behind|next|in the pipeline"
        r"|happening|my turn|attention"
        r"|on (?:my|the) (?:plate|desk|list|side|agenda|radar)|urgent|important|on me|from (?:me|my side)"
        r"|need(?:s|ed)? (?:me|my|from me)|up (?:to|with me)|coming up|to (?:do|approve|decide|answer)"
        r"|missing|for me)\b.*$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:advise|tell me|show me|let me know|give me|send me|i(?:'d| would) like to (?:see|know)"
        r"|i want to (?:see|know))?,? ?(?:what|which)\b.{0,40}\b(?:pending|waiting|awaits?|outstanding|open"
        r"|overdue|from my side|still to do|in the pipeline)\b.*$",
        _status,
        free=True,
    ),
    # "did it go already?", "has she answered yet?", "any news?"
    frame(
        r"^(?:did|has|have|is|was) (?:it|that|this|(?:the|my) (?:mail|note|letter|draft|invite))(?: already)?"
        r" (?:go|gone|leave|left|been sent|sent|out|off)(?: out| off)?(?: yet| already)?$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:(?:did|has|have) (?:she|he|they|anyone|anybody)(?: already)? (?:answer(?:ed)?|repl(?:y|ied)"
        r"|respond(?:ed)?|write|written|come back|get back|got back)|any(?:thing(?= (?:from|back|new|yet|already|so)\b)"
        r"| (?:news|answers?|repl(?:y|ies)|response|word|updates?))(?: from (?:her|him|them|anyone|anybody))?)"
        r"(?: back| new)?(?: to (?:me|us|it))?(?: yet| already| so far)*$",
        shows(Verb.STATUS),
        free=True,
    ),
    frame(
        r"^(?:do|did|are|what do) you (?:still )?(?:need|want|wait(?:ing)? for|expect)\b.{0,24}\b(?:from"
        r"|of) me\b.{0,20}$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:(?:am|are) (?:i|we) (?:behind|late|up to date|on track|missing)|do i (?:owe"
        r"|need to (?:answer|reply|approve|decide))|have i (?:missed|forgotten|overlooked)|did i (?:miss"
        r"|forget))\b.*$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:remind me |tell me |show me )?where (?:we|things|i|everything|it all|matters|all of it|do (?:we"
        r"|things|i)|are (?:we|things)"
        r"|am i)\b.{0,16}\b(?:left off|stand|are|am|at|now|stopped|got to|with (?:things"
        r"|everything))\b.*$",
        _status,
        free=True,
    ),
    frame(
        r"^(?:catch me up|bring me up to (?:date|speed)|fill me in|get me up to speed|(?:an? |the |quick "
        r"|short )*(?:status|overview|update|state of (?:play|things)))\b.{0,40}$",
        _status,
        free=True,
    ),
    # thanks style, why, records, undo (L38, L41–L43)
    frame(
        r"^.*\b(?:thanks|thank(?:ing)?(?: people| you)?|thank-yous?)\b.{0,30}\b(?:by|via|with|in|as|on|be"
        r"|it|style(?: is|:| should be| to)?)(?: an?| the| my)? (?P<text>(?:hand-?written|postcards?|post|phone|cards?"
        r"|letters?|e-?mail|video|voice \w+|hand|person|flowers|a call|note)\b.{0,20}?)(?:[,.;].*)?$",
        _style,
    ),
    frame(
        r"^(?:why|how come|what for|for what reason|what(?:'s| is| was)? the (?:reason|point)"
        r"|what (?:triggered|caused|made|prompted|is behind))\b.{0,30}\b(?:this|that|mails?|message|you"
        r"|getting|get|got|write|wrote|send|sent|it|receive)\b.*$",
        shows(Verb.WHY),
        free=True,
    ),
    frame(
        rf"^(?:.*\b{GET}|download|export|back ?up|copy|archive|save|extract)\b.{{0,30}}\b(?:copy|export"
        r"|download|archive|back-?up|all (?:of )?(?:my|the) (?:data|stuff|records|information)"
        r"|everything you (?:have|know|store)|my data|my records)\b.*$",
        shows(Verb.RECORDS, "export"),
    ),
    frame(
        r"^(?:an? |the |one )?(?:full |complete )?(?:copy|export|download|archive|back-?up) of (?:all )?(?:of )?"
        r"(?:my|the) (?:data|stuff|records|information)$",
        shows(Verb.RECORDS, "export"),
    ),
    frame(r"^(?:download|export|back ?up) (?:everything|all|it all)\b.*$", shows(Verb.RECORDS, "export")),
    frame(
        rf"^(?:.*\b{GET}\b.{{0,20}}\b(?:the|my|your|our|full|whole)\b.{{0,10}}\b(?:log|journal|history"
        r"|protocol)|(?:the |an? |your |full )*(?:log(?! (?:it|this|that)\b)|journal|history)|what (?:has "
        r"|have )?(?:happened"
        r"|you (?:done|did|sent|been (?:doing|up to)))\b.{0,20}\b(?:on my behalf|so far|lately|until now|up to now"
        r"|this (?:week|month)|recently))\b.{0,30}$",
        shows(Verb.RECORDS, "log"),
        free=True,
    ),
    frame(
        r"^(?:(?:undo|revert|reverse|roll back|un-?do|take back|cancel)(?: (?:it|that|this|what (?:i"
        r"|you) just \w+|(?:the|my) last \w+(?: \w+){0,3}|that one))?|(?:take|pull|get|have) (?:it|that"
        r"|this|the last|that last)(?: last)?(?: (?:one|thing|step|change))? back)$",
        _undo,
    ),
)
