"""Whom an answer sends one to: "ask Lee Tanaka, lee@example.org", "my assistant Grace will find a slot"."""

from __future__ import annotations

import re

from assistant.mentoring.facts import Address
from assistant.reading.commands.body import straight
from assistant.reading.phrases import any_of

_NAME = (
    r"@?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|Next|Zoom"
    r"|Teams|Google|Christmas|Easter)\b)(?-i:(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Frau|Herr|Herrn"
    r"|Sir)\.? )?[^\W\d_a-z])[\w.'’-]+"
)
_FULL = rf"(?!(?-i:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Miss|Sir|Madam|Frau|Herr|Dear|Hi|Hello)\b){_NAME} {_NAME}"
_ROLE = (
    r"(?:successor|colleague|friend|assistant|pa|ea|secretary|deputy|co-?founder|wife|husband|partner"
    r"|boss|team ?mate|manager"
    r"|kollegin|kollege|collègue|collega|kollega|colega|assistentin|assistent)"
)
REFERRAL = any_of(
    r"loop(?:ing|ed)? in",
    r"(?:contact|ask|try|ping(?:ing)?|hit up|tap|(?<!your )(?<!the )(?<!a )(?:message|dm|text)|e-?mail|mail|write to"
    r"|reach out to|talk(?:ed)? to|spoken (?:to|with)"
    r"|speak (?:to|with)|get in touch"
    r" with|go (?:via|through)|coordinate with|liaise with|connect with|check with|approach"
    r"|suggest you ask|recommend"
    r"|introduc\w+ you to|intro'?ing you to|connect(?:ing)? you (?:with|to)|have a (?:word|chat) with"
    r"|(?:a )?(?:question|one|job"
    r"|topic) for|(?:off )?with|put you in touch with|hand(?:ing)? (?:you )?over to"
    r"|refer(?:ring)? you to|point you to(?:wards)?"
    r"|adding|including|tagging|pass(?:ing|ed)? (?:you|this|it|your \w+)(?: \w+)? (?:on )?to"
    r"|forward(?:ing|ed)? (?:you"
    rf"|this|it) to|meet)(?: my {_ROLE},?)? {_NAME}",
    rf"(?:asked|let|told|bringing in|bring in|cc:?|ring|call|phone|get hold of|do you know|what about|how about|not"
    rf"|like|over to|recommends?|suggestion:?|@|why not ask|have you tried)"
    rf"(?: my {_ROLE},?)? {_NAME} (?!and\b){_NAME}",
    rf"(?:though|but|maybe|perhaps|possibly) {_NAME}(?: {_NAME})? (?:might|may|could|can|would|does|will|is)(?=\W"
    rf"|$)|@{_NAME}(?: {_NAME})?",
    rf"(?:handing|hand|passing|pass|giving|sending) (?:this|it|you)(?: over| on)? to {_NAME}|{_NAME}(?: {_NAME})? "
    rf"(?:(?:has |have )?(?:took|taken) (?:it |this |that |things )?over|(?:has )?succeeded me|now (?:leads|heads"
    rf"|runs|does)|(?:has )?replaced me)(?=\W|$)",
    rf"{_FULL}(?: [a-z]\w+){{0,4}} (?:would|might|could|'d) be (?:\w+ )?(?:perfect|ideal|right|great|good|better"
    rf"|best)(?: \w+)? for",
    rf"{_NAME} {_NAME}['’]s(?= ?[.!]| ?$)",
    rf"(?:talking|speaking|spoke|talked|writing|better to|person|one|expert|man|woman)(?: to| with| to talk to"
    rf"| to ask| you want| you need)?(?: is| would be)? {_FULL}",
    rf"{_FULL},? (?:who )?(?:(?:can|could|would|will|might) (?:tell|help|answer|advise|explain|assist|know|guide)"
    rf"|knows|looks after|is (?:handling|the one|responsible|in charge|your)|handles|took over|copied|in copy|in cc"
    rf"|cc'd|runs|leads|has taken)",
    rf"introduc(?:e|ing)(?: you to)?(?: my {_ROLE},?)? {_FULL}|(?:send|forward|pass)(?:ing)? (?:this|it|that)"
    rf"(?: on)? to {_FULL}",
    # an order to turn to a named person, and somebody named who has it now
    rf"(?:go(?: and)? (?:to|see)|see|direct(?:ed)? (?:your \w+ |it |this |them |these |such \w+ )?to"
    rf"|address(?:ed)? (?:your \w+ |it "
    rf"|this )?to|turn to|consult|call on|reach|use|drop|shoot|send|apply to|refer to|suggest|propose)"
    rf"(?: an? (?:mail|e-?mail|note|line|message) to)?(?: my {_ROLE},?)? {_NAME}(?: {_NAME})?(?= |[,.;:(]|$)(?! "
    rf"(?:at|on) \d)",
    r"(?:passed|forwarded|handed|given|referred|transferred|sent|shared|passing|forwarding|handing) (?:on )?(?:your"
    r"|the|this) [\w-]+ (?:on |over )?(?:to|with)",
    rf"you(?:'re| are)? (?:want|need|looking for|after) {_NAME}",
    rf"(?:it's|it is|that's|that is|this is|talk|ask for) {_NAME} (?:you (?:need|want|should)|who)|{_NAME} (?:is"
    rf"|would be) (?:your|the|a) (?:\w+ )?(?:man|woman|person|expert|contact|guy|one|choice|match|fit)",
    rf"(?:this|that|it)(?:'s| is) (?:now )?{_NAME}['’]s (?:\w+ )?(?:area|field|topic|job|baby|desk|department|team"
    rf"|turf|thing)|{_NAME}['’]s (?:area|field|turf|speciality|specialty|department) (?:now|these days)",
    rf"(?:my|our) (?:\w+ )?(?:mate|pal|colleague|friend|sister|brother|neighbour|student|deputy) {_NAME}",
    rf"(?:does|do|can|is|would|will)(?:,| the right| better| that)* (?:however )?(?:but )?{_NAME} (?:does|can|is"
    rf"|would|will)(?=\W|$)|but {_NAME}(?: {_NAME})? (?:does|can|is|would|will|might|could)(?=\W|$)",
    rf"(?:^|(?<=[\n.!])|(?<=[\n.!] ))\+ ?{_NAME}",
    r"is your (?:man|woman|person|best bet|guy)|can match you|handles? (?:mentoring|this|these|such)|has my "
    r"(?:old )?job",
    rf"(?:my|our|unsere|unser|meine|meinen|mein|ma|mon|mi|mia|il mio|mijn|min) {_ROLE},?(?: (?:is"
    rf"|called|named))? {_NAME}",
    rf"{_NAME}(?: \w+)? (?:would|might|could|may|can) (?:be (?:a |an |of )?(?:much |far "
    r"|way )?(?:better|great|good|able|ideal"
    r"|more useful|more help)|help|assist|know)[\w ]{0,30}",
    rf"{_NAME}(?: {_NAME})?,? (?:in|from) (?:our|my) \w+",
    r"(?:shall|should|can|could|may) i (?:introduce you|connect you|make an intro\w*|put you in touch)",
    r"(?:is|'s|are) (?:the |a |your )?(?:much |far |way )?(?:right|better|best|correct) (?:person"
    r"|contact|address|woman|man|one|bet|fit)",
    r"(?:better|best) off with",
    r"in (?:my )?place of me",
    r"instead of me",
    r"(?:have you|did you|ever) (?:ever )?(?:met|tried|talked to|spoken to|considered|asked|thought of|come across)",
    r"(?:she|he|they)(?:'d| would| might|'s| is|'re| are) (?:be )?(?:\w+ )?(?:perfect|ideal|great"
    r"|better|the one|the person|good) (?:for|at|person|to|match)",
    r"(?:arrange|book|fix|schedule|organise|sort) (?:it|this|something|a \w+) (?:with|through|via)",
    r"(?:pass|forward|hand|send|g[ai]v)(?:e|ed|ing|en)? (?:on )?(?:your|the|this) (?:mail|e-?mail"
    r"|message|note|question|request|name)\b",
    r"(?:much |far |way )?closer to (?:the|this|your|that)",
    r"not me,? but",
    r"know(?:s|ing) (?:way |far |much |a lot |all )?(?:more|about|everything|better)",
    r"(?:in|on|to|into) (?:cc|copy)\b|\bcc'?(?:ed|ing|d)\b|copied (?:in )?here|copying",
    r"(?:will|would|'ll|can) (?:take (?:it|this|you) (?:forward|from here|on)|find (?:us "
    r"|you )?a (?:slot|time)|sort|look after you"
    r"|be able to help|handle|arrange|set (?:it|this|something) up)",
    r"(?:someone|somebody|a person) (?:who(?! (?:\w+ed|saw|read|wrote|got|had|was)\b)|better|much|more)",
    r"(?:is|'s) (?:now )?(?:in charge|responsible|running|leading|looking after)|runs it now|took over"
    r"|has taken over",
    r"tell (?:her|him|them) (?:i|that i)",
    r"wenden sie sich (?:bitte )?an|wende dich an|adressez-vous à|contactez|dir[ií]jase a"
    r"|contacta(?:r)? (?:con|a)|si rivolga a"
    r"|neem contact op met|fragen sie",
)
ADDRESS = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\)| at (?=[\w-]{1,40} dot ))\s?[\w-]{1,63}(?:(?:\.| dot "
    r"|\[dot\])[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
# "My new address is …", "reach me at …": of the writer, nobody else's.
_OWN_ADDRESS = re.compile(
    r"(?:\b(?:my|our) (?:\w+ ){0,3}(?:address|e-?mail|mail|id|inbox|account)(?: \w+){0,3}[ :,–—-]*"
    r"|\b(?:reach|write|mail|e-?mail|contact|find|ping|invite|copy|cc|send|book|at|use)(?: \w+){0,1}? (?:me|it|them"
    r"|us|invites?|everything|here|the \w+|your \w+|an? \w+)\b[^.!?\n]{0,40})$",
    re.IGNORECASE,
)


def names_an_address(words: str) -> bool:
    """Whether a sentence gives an address that is not its writer's own."""
    for match in list(ADDRESS.finditer(words))[:5]:
        called = re.split(r"[\W\d_]", match[0])[0]
        if len(called) >= _LEAST and re.search(rf"\b{re.escape(called)}\b", words[: match.start()], re.IGNORECASE):
            return True
        start = max(words.rfind(mark, 0, match.start()) for mark in (". ", "! ", "? ", "\n"))
        before = words[max(start, match.start() - 120, 0) : match.start()]
        beside = len(before.split()) + len(words[match.end() : match.end() + 60].split())
        if beside >= _LEAST and not _OWN_ADDRESS.search(before.strip(" (<:,;-")):
            return True
    return False


# What is said of somebody who is named in full, and what turns one to them.
_SAID_OF = re.compile(
    r"[^.!?]{0,30}?\b(?:might|may|could|would|can|is|knows?|has|does|will|handles|runs|teaches|leads)\b(?! (?:not"
    r"|unable"
    r"|sorry|unfortunately|declin\w+|regret\w*|retired|asked|very busy|busy|away))",
    re.IGNORECASE,
)
_TURNS_TO = any_of(
    r"(?:ask|go see|go and see|see|try|write|write to|call|ring|talk to|speak to|speak with|contact|mail|e-?mail"
    r"|message|find|tell)"
    r" (?:her|him|them)",
    r"(?:instead of|rather than|not) (?:me|myself)|(?:can't|cannot|couldn't|could not|won't|unable to)(?: \w+){1,3}"
    r" myself",
    r"turn (?:yourself )?to|(?:person|one|man|woman|expert) who [\w ]{2,30}? (?:is|would be)",
    r"(?:person|one|man|woman|expert|name|contact) (?:to|you)(?: \w+){1,3}?(?: these days| now| today)? (?:is"
    r"|would be)",
)


def names_somebody(words: str) -> bool:
    """Whether a text names somebody in full and says what they can do, or turns one to them: often a referral."""
    return any(_SAID_OF.match(words[end:]) or _TURNS_TO.search(words) for _, end, _ in _others(words[:2000]))


def _others(words: str) -> list[tuple[int, int, str]]:
    """The full names that neither greet nor sign."""
    found = []
    for start, end, named in _names(words):
        greets = _GREETS.search(words[:start])
        signs = not re.search(r"[.!?]", words[end:]) and re.search(r"(?:[.!?]|,)\s*(?:\w+\.\s*)?$", words[:start])
        if " " in named and not greets and not signs:
            found.append((start, end, named))
    return found


_GREETS = re.compile(
    r"(?:^|\W)(?:dear|hi|hello|hey|regards|wishes|sincerely|yours|best)(?: \w{2,5}\.?)?,? $", re.IGNORECASE
)


def turns_to_somebody(words: str) -> bool:
    """Whether a text turns one from its writer to somebody whom it names: "ask her instead of me"."""
    return _TURNS_TO.search(words) is not None and names_somebody(words)


_LEAST = 3  # words beside an address: fewer are a line of a signature
_FAR = 40  # characters between a cue and the name it is about
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Frau|Herrn?)\.?\s)?"
    r"(?P<name>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,2})"
)
# Words with a capital that are no names.
_CAPITALS = """
You'd You'll You've You're We'd We'll We're They'd He'd She'd It'd I I'd I'm I'll I've You Your We They She He It
It's The This That But And Or If So Sorry Happy Better Please Have Has Would Could Not Yes No Thanks Thank Dear Hi
Hello Hey Shall Ask Can May His Her Their My Our Legal Then There Intro'ing Looping Unfortunately Maybe However Best
Regards Why Who Try Contact Email PhD MBA CV HR PA EA CEO CTO CFO PM IT AI UK US EU January February March April
June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mid
Kindly Pls For Hmm Hm Am Is Are Was As Next Any Either Both Here Another Some All Every Weekday Weekdays Evenings
Mornings Afternoons Lunch Coffee Half Mornin Now Later At In On Of To From With Someone Somebody Tell Talk Speak
Write What When Where How Which Good Great Well Actually Perhaps Right Honestly Just Also Oh Ah OK Ok Okay Really
Let Let's More Most Mrs Mr Ms Dr Prof Miss Madam Frau Herr Herrn Bitte Leider Ich Sie Wenden Meine Mein Je Vous Il
Elle Por Para Una Un La Le El Die Der Das Book Fine Post Send Yours Sincerely Kind Zoom Teams Google LinkedIn Meet
Skype WhatsApp Did Does Do Don't Adding Including Tagging Early Late Spring Summer Autumn Winter Christmas Easter
Save Stop Keep Take Leave Spare Go Come Give Find Look Get Make Put Never Nothing Enough Again Only After Before Until
Diwali Eid Ramadan Hanukkah Ping Pinging Hit Tap Message Text DM
"""
_NO_NAMES = frozenset(_CAPITALS.split())


def referral(text: str) -> Address | None:
    """The person that a text sends one to: an address, and the name nearest before it; None where there is neither."""
    words = straight(text)
    address = ADDRESS.search(words)
    cue = REFERRAL.search(words)
    names = _names(words[:2000])
    if address:
        before = [named for _, end, named in names if end <= address.start()]
        after = [named for start, _, named in names if address.end() <= start < address.end() + 30]
        return Address(_typed(address[0]), (before[-1:] or after[:1] or [""])[0])
    near = [named for start, end, named in names if cue and cue.start() <= end and start <= cue.end() + 20]
    if not near and cue:
        near = [named for start, end, named in names if cue.start() - _FAR <= end and start <= cue.end() + _FAR]
    if not near and _TURNS_TO.search(words):
        near = [named for _, _, named in _others(words[:2000])]
    return Address("", near[0]) if near else None


def _typed(address: str) -> str:
    plain = re.sub(r"\s?(?:\[at\]|\(at\)| at )\s?", "@", address, flags=re.IGNORECASE)
    return plain.replace(" dot ", ".").replace("[dot]", ".").strip(" .").lower()


def _names(words: str) -> list[tuple[int, int, str]]:
    """What may be names, with where they stand: "But Lee Park" is Lee Park."""
    found = []
    for match in _PERSON.finditer(words):
        parts = match["name"].split()
        while parts and parts[0] in _NO_NAMES:
            parts.pop(0)
        if parts and not _NO_NAMES.intersection(parts):
            named = " ".join(parts)
            found.append((match.end() - len(named), match.end(), named))
    return found
