"""Under a draft, in free words: that it may go, that it is skipped, that it waits until a day (L15, L17).

An approval counts only where every clause is one: an order to send, praise, "I have read it", thanks ("Which reading
wins", 2). One clause more, a question, a condition or somebody else's name, and nothing is approved.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.courtesy import PARTICLES, is_bare_thanks
from assistant.reading.commands.meant.clauses import DENIES, DOUBTS, TELLS
from assistant.reading.commands.meant.scene import Scene
from assistant.reading.dates import at, dates

_MOST_WORDS = 40
_CODE = re.compile(r"(?<!\w)[A-Z]\d[A-Z]\d(?!\w)", re.IGNORECASE)
_LETTER = (
    r"(?:draft|note|e-?mail|mail|text|letter|message|wording|version|invite|invitation|recap|summary"
    r"|one|thing|proposal|same)"
)
_IT = rf"(?:it|this|that|everything|all(?: of it)?|(?:the|this|that|your) (?:\w+ )?{_LETTER})"
_ADV = (
    r"(?:very|really|so|just|all|absolutely|pretty|totally|perfectly|exactly|simply|truly|most|indeed"
    r"|quite|rather|much|completely|well|also|now|both)"
)
_GOOD = (
    r"(?:good|great|fine|perfect|lovely|excellent|wonderful|nice|ok|okay|right|correct|brilliant"
    r"|splendid|super|superb|spot on|beautiful|marvell?ous"
    r"|amazing|awesome|satisfactory|splendid|admirable|charming|delightful|elegant|no worries|cool|neat|solid"
    r"|well (?:written|done|put|said)|to the point|clear|ideal"
    r"|fantastic|terrific|fab|ace|sound|done|it|accurate|approved|in order"
    r"|no complaints|nicely (?:put|done|written|said|worded|phrased)|beautifully (?:put|done|written|said)|cheers"
    r"|alright|all right|agreed|yes|yep|yeah|sure|certainly|of course|absolutely|definitely|gladly"
    r"|very well|love it|like it|wow|bravo|happy|phew|oh|ah|ha|so|and|then|ok then|confirmed|noted|magnificent"
    r"|marvellous|stunning|no dramas?|all sorted|sweet(?: as)?|mint|grand|chur|choice|belter|lush|champion|magic"
    r"|class|deadly|aye|beaut|ripper|bonza|too easy|bellissimo|perfetto|perfecto|parfait|prima|super gut|genial"
    r"|bueno|bien|bene|dope|sick|fire|lit|sorted)"
)
_BY_ME = (
    r"(?: (?:to|for|with|by|from) (?:me|us)| (?:from|on) my (?:side|end|part)| as (?:it is|is"
    r"|it stands)| like (?:this|that)| in my (?:eyes|view|opinion)| now| indeed| already| enough| too"
    r"| thanks| thank you)*"
)
_PRAISE = re.compile(
    rf"(?:(?:{_ADV} )*{_GOOD}{_BY_ME}(?: {_IT})?"
    rf"|(?:{_IT} )?will do(?: \w+ly| nicely| fine| very well| well)?|(?:i think |i find )?{_IT}(?:'s| is| looks"
    rf"| sounds| reads| seems| feels"
    rf"| are)(?: {_ADV})* (?:{_GOOD}|well|like me|me)(?: (?:and|,) (?:{_ADV} )*{_GOOD})*{_BY_ME}"
    rf"|{_IT} (?:{_ADV} )*pleases me(?: {_ADV})*"
    rf"|(?:{_ADV} )*(?:like (?:this|that)|(?:the way|how|what) (?:i|i'd|i would)(?: have|'ve)?(?: (?:want(?:ed)?"
    rf"|like[d]?|put|say|said|write|written|do|done|phrase[d]?))? ?(?:it)?)|(?:that|this|it)(?:'?s"
    rf"| is) (?:{_ADV} )*(?:the one|the ticket|the stuff|how i(?:'d| would) (?:put|say|write|phrase) it)"
    rf"|(?:i )?(?:would(?:n'?t| not)|'d not|will not|won't) (?:change|touch|alter) (?:(?:an?|one|any|another"
    rf"|single|thing|word|comma|anything|it)\b ?){{1,4}}"
    rf"|(?:i(?:'m| am) )?in (?:full |complete |total )?agreement(?: with {_IT})?|(?:i )?(?:fully |completely "
    rf"|entirely )?agree(?: with {_IT})?"
    rf"|(?:looks|sounds|reads|seems|feels)(?: {_ADV})* (?:{_GOOD}|well|like me){_BY_ME}"
    rf"|(?:i(?:'m| am)? )?(?:{_ADV} )*(?:happy|fine|pleased|content|good|ok|okay|satisfied|delighted"
    rf"|glad)(?: with {_IT})?{_BY_ME}"
    rf"|(?:i )?(?:{_ADV} )*(?:like|love|agree with) (?:{_IT}|how {_IT} (?:sounds|reads|looks|came out"
    r"|turned out))(?: a lot| very much| as it is| so much)?"
    r"|(?:i have |i've |there(?:'s| is|'re| are) )?(?:no|zero)(?: further| more| other)? (?:changes?"
    rf"|objections?|edits?|corrections?|complaints?|remarks?|comments?|wishes|notes){_BY_ME}(?: needed"
    r"| necessary| at all)?"
    r"|(?:i have |i've |there(?:'s| is) )?nothing to (?:add|change|correct|improve|complain about)"
    rf"|{_IT}(?:'s| is)(?: {_ADV})* (?:what|how) i (?:wanted|meant|would(?:'ve| have)? (?:said|written"
    r"|put)|had in mind|want|needed)(?: to say| it| to put it)?"
    r"|(?:i )?could(?:n't| not) have (?:said|put|written) it better(?: myself)?|works for me|suits me"
    r"|fine by me|i approve|you nailed it|nailed it|nice work|(?:good|great|nice|excellent"
    r"|lovely) (?:job|work|draft|note|one))",
    re.IGNORECASE,
)
_READ = re.compile(
    r"(?:i(?:'ve| have)? )?(?:(?:just|now|also|carefully) )*(?:read|re-?read|checked|gone|went|been"
    r"|looked|reviewed|proof-?read|studied|had a look)(?: (?:over|at|through|it|this|that|the \w+"
    r"|everything|all|at it))*"
    r"(?: (?:twice|again|carefully|once more|now|closely|in full|three times|through"
    r"|thoroughly))*(?: and (?P<more>.+))?",
    re.IGNORECASE,
)
_HOW = (
    r"(?: (?:off|on|out|over|along|away|now|right now|right away|straight away|at once|immediately|asap"
    r"|(?:exactly |just )?as (?:it is|is|it stands|written|it reads)|like this|like that|on its way|through"
    r"|to (?:her|him|them)"
    r"|unchanged|for me))*"
)
_ORDER = re.compile(
    r"(?:(?:please|kindly|do|just|then|now|so|and|go ahead and|feel free to|by all means|yes"
    r"|you (?:can|may|could|should)|i(?:'d| would) like you to|i want you to|let'?s|let us|i(?:'m"
    r"| am) happy for you to|i(?:'d| would) say) )*"
    rf"(?:(?:send|post|mail|ship|fire|dispatch|release|deliver|submit)(?: {_IT}| her| him"
    rf"| them| 'er| er| 'em| em)?(?: {_IT})?{_HOW}|go ahead(?: with {_IT}| then| now)?(?: and (?:send|post"
    rf"|mail)(?: {_IT}| 'er| er| em| 'em)?{_HOW})?|(?:proceed|carry on|do the needful)(?: with {_IT})?(?: (?:and"
    rf"|to) (?:send|post"
    rf"|mail)(?: {_IT})?{_HOW})?|go for it|fire away|make it so|send away|off with it|out with it"
    rf"|away with it|let {_IT} (?:go|fly|leave){_HOW})"
    rf"|(?:then |so |and |now )?{_IT} (?:can|may|should|must|is allowed to|could|will)(?: now| then"
    r"| just)? (?:go|leave|be sent|be posted|head out)(?: (?:out|off|now|ahead|away|like this"
    r"|(?:exactly |just )?as (?:it is|written|it stands)|to (?:her|him|them)))*"
    rf"|(?:{_IT}(?:'s| is) |we(?:'re| are) )?(?:all |now )?(?:good|ready|clear|cleared|fine|okay|ok"
    rf"|free) (?:to (?:go|send|be sent|leave)|for sending)(?: out| off| now)*{_BY_ME}"
    rf"|(?:you(?:'ve got| have| got)?|here(?:'s| is)|{_IT} has|consider this|this is) (?:my "
    r"|the )?(?:full )?(?:approval|ok|okay|blessing|go-?ahead|green light|permission|yes"
    rf"|seal of approval)(?: (?:for|to send) {_IT}| to send)?"
    rf"|(?:i )?(?:hereby )?(?:approve|approved|release)(?: of)?(?: {_IT})?|consider {_IT} approved"
    rf"|(?:green light|thumbs up|go)(?: from (?:me|my side))?|off (?:you|it|we) go(?:es)?(?: with {_IT})?",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[.!;:,…\n()]+|\s[-–—]+\s|\s(?:and|so|then)\s(?=(?:please|kindly|send|go|you|it|i'm|i am|ship"
    r"|post|that|this|off)\b)",
    re.IGNORECASE,
)
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2190-\u2bff\ufe0f\u200d]+|[:;]-?[)D]+")
_TWICE = re.compile(r"\b(\w+)(?: \1\b)+", re.IGNORECASE)
_FRONT = re.compile(
    r"(?:(?:please|kindly|ok|okay|so|well|oh|yes|yeah|yep|hi|hey|robin|thanks|thank you|great|then"
    r"|right|alright|sure|mate|aye|och|aw|chur|righto|no (?:worries|problem))\b ?)+",
    re.IGNORECASE,
)
_END = re.compile(
    rf"(?: (?:please|pls|{PARTICLES}|bro|sis|man|boss|thanks|thank you|thx|robin|mate|cheers|now|then|a lot"
    rf"|very much))+$",
    re.IGNORECASE,
)


def approves(scene: Scene) -> Command | None:
    """The approval, with the code that was said; None where any clause is anything else."""
    words = scene.text
    codes = _CODE.findall(words)
    if "?" in words or len(words.split()) > _MOST_WORDS or len(codes) > 1 or _others(scene):
        return None
    if re.search(r"[\"“”«»]|\b(?:but|if|unless|only|except|instead)\b", words, re.IGNORECASE):
        return None
    parts = [_clean(part) for part in _PARTS.split(_CODE.sub(" ", _PICTURES.sub(" ", scene.plain(words))))]
    kinds = [_kind(part) for part in parts if part]
    if not kinds or "" in kinds or "order" not in kinds:
        return None
    return Command(Verb.SEND, code=codes[0].upper() if codes else "", line=scene.plain(words)[:400])


def _others(scene: Scene) -> bool:
    """Whether somebody else than the letter's person is named."""
    return any(who.id != scene.reading.thread for who in scene.people)


def _clean(part: str) -> str:
    return _TWICE.sub(r"\1", " ".join(part.strip(" '\"*").split()))


def _kind(part: str) -> str:
    """ "order", "praise", or "" for anything else."""
    for words in dict.fromkeys(
        (part, _END.sub("", part), _FRONT.sub("", part, count=1), _END.sub("", _FRONT.sub("", part, count=1)))
    ):
        if not words or is_bare_thanks(words):
            return "praise"
        if _ORDER.fullmatch(words):
            return "order"
        if _PRAISE.fullmatch(words) or re.fullmatch(r"(?:please|robin|thanks|for all|mate)", words, re.IGNORECASE):
            return "praise"
        if (read := _READ.fullmatch(words)) and (not read["more"] or _kind(read["more"])):
            return _kind(read["more"]) if read["more"] else "praise"
    return ""


_SKIP = re.compile(
    r"(?:(?:nah|no|nope|hm+|sorry|i'll pass(?: on (?:this|it|this one))?|let'?s|i'd rather"
    r"|i would rather|i'll|we(?:'ll)? can|we should"
    r"|better|please|just|i think|i want to|i'd like to|actually|this time|then)[\s,]*)*"
    r"(?:skip|drop|bin|scrap|ditch|discard|leave (?:it|this|this one|that) out|leave out|throw (?:it"
    rf"|this) away|not (?:write|send) this one)(?: {_IT}| this time"
    r"| the whole thing)?(?: this time)?(?P<rest>[\s,.;:–—!-].*)?",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:wait\w*|later|postpone\w*|delay|hold|park|keep|instead|rather|not (?:this|today|now|yet"
    r"|before|until|tomorrow)|do (?:this|it)|send it|move|push|put off|ask me|show (?:it|me)"
    r"|come back to (?:me|it|this)|until|till|after|next|schedule|send (?:this|that)|let it|leave it"
    r"|can go|go (?:out )?on|go ahead on)\b",
    re.IGNORECASE,
)
_ABOUT_MORE = re.compile(
    r"\b(?:meet\w*|coffee|call|remind\w*|lunch|talk|appointment|invite|change|mention|shorter|warmer"
    r"|write|wrote|sent|said|says|add|replace|word|line|sentence|paragraph|instead of|think|sleep on"
    r"|today|tonight|correct|wrong|typo|birthday|because she|holiday|says|vacation|away|is the|was)\b",
    re.IGNORECASE,
)


_IF = re.compile(r"\b(?:if|unless|otherwise|in case|provided)\b", re.IGNORECASE)


def skips(scene: Scene) -> Command | None:
    """ "nah, skip this one": dropped, whatever reason stands behind it."""
    match = _SKIP.fullmatch(scene.plain(scene.text).strip())
    if (
        match is None
        or "?" in scene.text
        or re.search(r"\b(?:but|send|line|sentence|paragraph|word|part)\b", scene.text, re.IGNORECASE)
    ):
        return None
    return Command(Verb.SKIP, scene.reading.thread, op="skip", line=scene.plain(scene.text)[:400])


def waits(scene: Scene) -> Command | None:
    """ "not this week, next Tuesday please": the one day that is named in a short text that puts it off."""
    said = scene.plain(scene.text)
    if (
        len(said.split()) > 16
        or _ABOUT_MORE.search(said)
        or _others(scene)
        or not _WAITS.search(said)
        or _IF.search(said)
    ):
        return None
    words = re.sub(
        r"\bnot (?:this|next) (?:week|month)\b|\bnot (?:today|tomorrow|on \w+day|before)\b",
        " ",
        said,
        flags=re.IGNORECASE,
    )
    found = at(words, scene.reading.moment)
    if found is None or found.ask or found.past or found.day is None or len(dates(words, scene.reading.moment)) > 1:
        return None
    return Command(
        Verb.SKIP, scene.reading.thread, op="later", day=found.day, at=found.at, time=found.time, line=said[:400]
    )


__all__ = ["DENIES", "DOUBTS", "TELLS", "approves", "skips", "waits"]
