"""Whom an answer sends one to: "ask Lee Tanaka, lee@example.org", "my assistant Grace will find a slot"."""

from __future__ import annotations

import re

from assistant.mentoring.facts import Address
from assistant.reading.commands.body import straight
from assistant.reading.stop_words import any_of

_NAME = r"@?(?-i:(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Frau|Herr|Herrn|Sir)\.? )?[^\W\d_a-z])[\w.'’-]+"
_ROLE = (
    r"(?:successor|colleague|friend|assistant|pa|ea|secretary|deputy|co-?founder|wife|husband|partner"
    r"|boss|team ?mate|manager"
    r"|kollegin|kollege|collègue|collega|kollega|colega|assistentin|assistent)"
)
REFERRAL = any_of(
    r"loop(?:ing|ed)? in",
    r"(?:contact|ask|try|e-?mail|mail|write to|reach out to|talk(?:ed)? to|spoken (?:to|with)"
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
    r"(?:someone|somebody|a person) (?:who|better|much|more)",
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
_FAR = 40  # characters between a cue and the name it is about
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Frau|Herrn?)\.?\s)?"
    r"(?P<name>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,2})"
)
# Words with a capital that are no names.
_CAPITALS = """
I I'd I'm I'll I've You Your We They She He It It's The This That But And Or If So Sorry Happy Better Please
Have Has Would Could Not Yes No Thanks Thank Dear Hi Hello Hey Shall Ask Can May His Her Their My Our Legal
Then There Intro'ing Looping Unfortunately Maybe However Best Regards Why Who Try Contact Email PhD MBA CV HR
PA EA CEO CTO CFO PM IT AI UK US EU January February March April June July August September October November
December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mid Kindly Pls For Hmm Hm Am Is Are Was As
At In On Of To From With Someone Somebody Tell Talk Speak Write What When Where How Which Good Great Well
Actually Perhaps Right Honestly Just Also Oh Ah OK Ok Okay Really Let Let's More Most Mrs Mr Ms Dr Prof Frau
Herr Herrn Bitte Leider Ich Sie Wenden Meine Mein Je Vous Il Elle Por Para Una Un La Le El Die Der Das Zoom
Teams Google LinkedIn Meet Skype WhatsApp Did Does Do Don't Adding Including Tagging Early Late Spring Summer
Autumn Winter Christmas Easter Diwali Eid Ramadan Hanukkah
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
