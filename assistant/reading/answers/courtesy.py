"""Thanks, good wishes, praise, "it arrived": sentences that ask nothing, promise nothing and need no answer."""

from __future__ import annotations

import re

from assistant.reading.phrases import any_of

_NICE = (
    r"(?:great|good|nice|lovely|wonderful|fantastic|brilliant|excellent|amazing|awesome|beautiful|sweet|kind"
    r"|fabulous|superb|splendid"
    r"|terrific|thoughtful|touching|delightful|charming|fun|generous|super|cool|exciting|interesting|helpful"
    r"|marvellous|impressive)"
)
_GLAD = (
    r"(?:happy|glad|pleased|delighted|thrilled|proud|touched|moved|grateful|excited|chuffed|impressed|thankful"
    r"|relieved|over the moon)"
)
_THING = (
    r"(?:news|work|job|progress|card|note|letter|update|result|results|mail|e-?mail|message|surprise|gesture|gift"
    r"|present|flowers"
    r"|parcel|package|book|photos?|pictures?|summary|recap|words|thought|stuff|effort|report|deck|draft|article|post"
    r"|talk)"
)
_VERY = r"(?:so |very |really |truly |most |just |too |absolutely |extremely |such |quite |genuinely |super )*"

# A sentence that is one of these, up to its end.
_COURTESY = re.compile(
    r"\s*(?:(?:oh|ah|alright|all right|good|nice|cool|wow|aw+|ha+|hi|hello|hey|dear|well|ok|okay|and|yay|hooray"
    r"|hurrah|great|perfect|lovely|yes|haha|wow|super|brilliant|goodness)"
    r"(?: (?-i:[A-Z])\w+(?=[,!.:]))?[\s,!.:–—-]+)*"
    r"(?:"
    r"(?:(?:many|with|so many|a thousand|heartfelt|warm|big|huge|ok|okay|all my|my|our|a million|once again|again,?"
    r"|just|i just wanted to say|i wanted to say|we|i|i'd like to|i would like to) )*(?:thanks?\b|thank you|cheers\b"
    r"|ta\b|asante\b|much obliged|bless you|bravo|kudos|hats off|merci|danke|gracias|grazie|obrigad[oa])[^?]*"
    rf"|(?:many |heartiest |warmest |huge |big )?congrat\w*[^?]*|well done[^?]*|(?:{_NICE} )(?:one|job|going|stuff"
    rf"|work|effort)\b[^?]*|way to go[^?]*|good (?:for you|on you|show)[^?]*"
    rf"|(?:what|such) (?:a |an )?{_VERY}{_NICE}? ?{_NICE} [^?]*|how {_VERY}{_NICE}\b[^?]*|(?:that(?:'s| is| was)"
    rf"|this is|it(?:'s| is| was)|you(?:'re| are)|your \w+ (?:is|was)) {_VERY}(?:a |an )?{_VERY}{_NICE}(?: of you"
    rf"| to (?:hear|read|see|know|learn|meet|have)| (?:{_THING}))[^?]*"
    rf"|{_VERY}{_NICE} (?:{_THING}|of you|to (?:hear|read|see|know|learn|have met|meet))\b[^?]*"
    r"|(?:that|it|this) (?:was|has been) (?:really |truly )?a (?:real |great )?pleasure[^?]*"
    r"|(?:that|it|this)(?:'s| is| was)? (?:really |truly )?(?:means? a lot|meant a lot|means? (?:so|very) much|made "
    r"(?:my|our|me)|warmed|cheered|brightened|great fun)[^?]*"
    r"|(?:you|your (?:\w+ ){1,3})(?: have|'ve)? ?(?:really )?(?:made (?:my|our|me)|warmed|cheered|brightened|touched"
    r"|moved|means a lot|meant a lot)[^?]*"
    rf"|(?:(?:i|we)(?:'m| am| was|'re| are| were| feel| felt)? )?{_VERY}{_GLAD}\b(?!,)(?: (?:of|for(?! (?:you|him"
    rf"|her|us|them) to\b)|my|your|to "
    rf"(?:hear|read|see|know|learn|have (?:heard|read|seen|met|known|been))|that|it|you|the|by|about|this|we|things"
    rf"|i could|i was)[^?]*)"
    r"|(?:i|we)(?: have|'ve| very much| really| so| truly| also| do| always| particularly| greatly| thoroughly)* "
    r"(?:appreciate|enjoyed|enjoy|loved|liked|value|treasure)d?\b[^?]*"
    r"|(?:i |we )?(?:have |'ve |just |safely |duly )*(?:got|received|have read|read|saw|seen) (?:it|them|your|the"
    r"|this|that|all)\b[^?]*"
    rf"|(?:it|they|(?:your|the|both|all) (?:\w+ ){{0,3}}\w+)(?: has| have| just| all| safely| finally| both|'s"
    rf"|'ve)* (?:arrived|came|reached (?:me|us)|got here|is here|are here|received|landed|turned up|is on (?:my|the)"
    rf"|came through)\b[^?]*"
    r"|(?:that|this|it)(?: is|'s| was) exactly (?:the|what|how|it)\b[^?]*"
    r"|(?:well |duly |all |much |hugely |greatly |highly |really )*(?:noted|acknowledged|received|understood"
    r"|appreciated|arrived|copy that|roger(?: that)?|got it|seen|will do my reading|message received"
    r"|read and understood)\b[^?]*"
    r"|good luck\b[^?]*|(?:the )?(?:very )?best of luck\b[^?]*|fingers crossed[^?]*|all the (?:very )?best\b[^?]*"
    r"|enjoy\b[^?]*|have a \w+ (?:day|week|weekend|time|trip|evening|one|holiday)[^?]*"
    r"|keep (?:it up|going|up the|me posted|me in the loop|at it|us posted|shining|on)\b[^?]*|(?:please )?(?:let"
    r"|tell) me (?:know )?how (?:it|you|that|things)\b[^?]*"
    r"|(?:i |we )?(?:always )?(?:knew|told) (?:you|it)\b[^?]*|(?:i )?never doubted\b[^?]*|you(?:'ve)? "
    r"(?:more than )?(?:deserve|earned|nailed|did it|made it|rock|rocked|are a star|deserved|should be proud"
    r"|must be)\b[^?]*"
    r"|(?:i'll|i will|will) (?:read|have a look|take a look|look at|look forward to reading|treasure|keep it|use it"
    r"|watch|listen)\b[^?]*"
    r"|(?:lovely|nice|great|good|wonderful|a pleasure) (?:seeing|meeting|talking|chatting|hearing|working"
    r"|speaking)\b[^?]*"
    r"|(?:likewise|ditto|same (?:to you|here)|(?:and )?(?:to )?you too|and to you|all credit to you|legend|chapeau"
    r"|respect)(?:,? (?-i:[A-Z])\w+)?"
    rf"|you(?:'ve| have) made [^?]*|you(?:'re| are) (?:far |much )?too kind|(?:far |much )?too kind|(?:very |so "
    rf"|richly |truly )?well (?:deserved|earned)|(?:wishing|wish) you (?:all |every |the |much |lots )[^?]*"
    r"|(?:it|that|this) (?:was|is|has been) (?:\w+ )?(?:a )?(?:real |great |pure |such a )?(?:joy|pleasure|delight"
    r"|treat|great|lovely|nice|good|fun|wonderful) (?:to|meeting|seeing|talking|having|working|hearing|chatting"
    r"|speaking|reading)[^?]*"
    r"|you did (?:the|all|it|great|well)[^?]*|blushing[^?]*|(?:only )?(?:so )?good to (?:hear|know|see|read)[^?]*"
    r"|(?:you(?:'re| are) )?(?:very |most )?welcome\b(?! to\b)[^?]*|don't mention it|it was nothing"
    r"|think nothing of it|you (?:really )?shouldn't have"
    r"|smiling[^?]*|(?:always|was) (?:happy|glad|a pleasure) to (?:help|have helped|be of (?:help|use))"
    rf"|(?:i(?:'m| am) )?{_VERY}(?:touched|moved|grateful|speechless|lost for words|proud)"
    r"|(?:it's|it is|they're|(?:it|they) (?:\w+ )?(?:stands?|sits?"
    r"|hangs?|lives?)) on (?:my|the|our) (?:\w+ )*(?:mantel\w*|desk|wall|shelf|fridge|piano|table|window\w*)"
    r"|(?:sorry for|apologies for) (?:the |my )?(?:late|slow|delayed?)[^?]*|(?:love|loving) (?:it|this|that"
    r"|the)\b[^?]*|made my (?:day|week)[^?]*|means a lot[^?]*|proud of you[^?]*"
    r"|[👍🙏👌❤🎉😊🙂👏💪🥳🍀✨😀😍☺️♥🏻-🏿\ufe0f\s]+"
    r")[\s.!)🙏👍🎉😊🙂👏💪❤♥✨🥳🍀☺️\ufe0f-]*",
    re.IGNORECASE,
)
# Not mere courtesy: it gives, takes, refuses, puts off or asks.
_MORE = re.compile(
    r"\b(?:but|however|unfortunately|sadly|regret\w*|cannot|can't|won't|couldn't|unable|decline|busy|later|not "
    r"(?:now|able|for|sure|interested)"
    r"|if|though|although|still|instead|let's|let us|meet|call me|would you|could you|can you|please|kindly|consider"
    r"|think (?:about|it)|maybe|perhaps|pass|no"
    r"|get back|come back|come to you|reply|answer you|respond|invitation|offer|request|interest|asked|asking|ask"
    r"|hate|dislike|for nothing|worst|for thinking|idea|invit\w+|mentor\w*|reaching out|help you|i'm good|contact"
    r"|leave|away|out of)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"stop smiling|can't (?:stop smiling|thank you enough)|couldn't be (?:happier|prouder)|couldn't have|no need"
    r"|keep me (?:posted|in the loop)|for keeping|let me know how|no (?:problem|end|words)|offer (?:came|letter)|"
    r"(?:job|the) offer|still smiling|(?:please )?(?:tell|let) me (?:know )?how",
    re.IGNORECASE,
)
_NAME = re.compile(r"\s*(?:(?:hi|hello|hey|dear|oh|ah|wow|aw+) )?\w+[\s.!,]*|\s*[\W_]*", re.IGNORECASE)
_TINY = re.compile(
    r"\s*(?:yay|wow|hooray|amazing|awesome|fantastic|brilliant|wonderful|bravo|hurra[hy]?|ha+|x+|cheers|ta|thanks"
    r"|thx|respect|chapeau|nice|excellent|finally|marvellous|noted|received|ok|okay|super|splendid)[\s.!]*",
    re.IGNORECASE,
)
_MOST = 60  # words

THUMBS = re.compile(r"[👍🙏👌❤🎉😊🙂👏💪🏻-🏿\ufe0f\s]+")
THANKS = any_of(
    r"(?:many |with )?thanks?(?: you)?",
    r"ta(?= (?:for|very|so|muchly|mate|love)\b|[.,!]|$)",
    r"congrat\w*",
    r"well done",
    r"nice (?:work|one)",
    r"(?:great|good|nice|lovely|wonderful|fantastic|brilliant|excellent|amazing) (?:job|news|progress|work|to hear"
    r"|stuff|result|start)",
    r"(?:glad|happy|pleased|good|lovely|nice|great|delighted) to (?:hear|read|see|know)[\w ]{0,30}",
    r"proud of you",
    r"(?:well )?received",
    r"noted",
    r"(?:much |greatly )?obliged(?! (?:if|by|to (?:say|decline|inform)))",
    r"got it",
    r"i'll read it[\w ]{0,20}",
    r"appreciated?",
    r"love it",
    r"cheers",
    r"will (?:have a look|take a look|read it|look at it)",
    r"(?:so |really |very )?(?:happy|pleased|glad|excited) for you(?! to\b)",
    r"keep (?:it up|me posted|going|up the)",
    r"good for you",
    r"bravo",
    r"fingers crossed",
)
# "Ok, noted with thanks", "Perfect, thank you": somebody was told something and agrees to nothing.
_BRIEF = 60  # characters
_COURTEOUS = re.compile(
    r"(?:(?:ok|okay|perfect|great|good|fine|cool|lovely|super|nice|brilliant|excellent|wonderful|noted|received|got it"
    r"|thanks?|thank you|cheers|many|with|for|a lot|so much|very much|this|that"
    r"|the (?:info|update|news|note|mail)|well)"
    r"[\s.,!:)🙏👍]*)+",
    re.IGNORECASE,
)


def is_all_courtesy(sentences: list[str]) -> bool:
    """Whether every sentence of a text is thanks, praise or good wishes, and at least one says so in words."""
    told = [one for one in sentences if one.strip(" .,!-–—")]
    if not told or sum(len(one.split()) for one in told) > _MOST:
        return False
    kind = [_COURTESY.fullmatch(one.strip()) is not None for one in told]
    if not any(kind):
        return False
    if any(_MORE.search(_KEPT.sub(" ", one)) for one in told):
        return False
    return all(
        yes or _TINY.fullmatch(one) or (n == 0 and _is_greeting(one))
        for n, (yes, one) in enumerate(zip(kind, told, strict=True))
    )


def _is_greeting(sentence: str) -> bool:
    return (
        len(sentence.split()) <= 3 and _NAME.fullmatch(sentence) is not None and sentence.rstrip().endswith((",", "!"))
    )


def is_brief_courtesy(words: str) -> bool:
    """Whether a short text is made of nothing but small words of thanks and "noted"."""
    return len(words) < _BRIEF and _COURTEOUS.fullmatch(words) is not None
