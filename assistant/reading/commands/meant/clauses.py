"""Sentences and clauses without their courtesies, and what stops a clause from being a wish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.commands.courtesy import PARTICLES
from assistant.reading.commands.noes import NOUN

_MOST = 14  # sentences of a text, and clauses of a sentence
_ABBREVIATED = (
    r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bProf\.)(?:(?<!\bNo\.)(?<!\bno\.)|(?!\s*\d))"
)
_SENTENCE = re.compile(rf"(?<=[.!?…]){_ABBREVIATED}[\"')]*\s+|\n+")
_CLAUSE = re.compile(
    rf"(?:(?<!\bno)(?:,|\s[-–—]+)|(?<=\bno)(?:,|\s[-–—]+)(?!\s{{1,3}}{NOUN}\b))\s+"
    r"(?:(?:so|and|but|then)\s+)?|;\s+|:\s+(?=(?:please|can|could)\b)"
    r"|\s(?:so|and)\s(?=(?:please|kindly|can|could|would|let'?s|i'd|i want|i need|do)\b)",
    re.IGNORECASE,
)
_MARKS = " \t,.;:!?…)(–—-\"'*"
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2190-\u2bff\ufe0f\u200d]+|(?<!\\w)[:;]-?[()DPp/|]+|(?<!\\w)x+(?!\\w)$")
_FRONT = re.compile(
    r"(?:hi|hey|hello|dear|g'day|yo|oi|abeg|ey|listen|ok|okay|so|well|oh|ah|um|hm+|oops|whoops|alright|right|great"
    r"|good|perfect|yes|yeah|yep"
    r"|please|kindly|pray|just|also|and|then|now|again|btw|by the way|fyi|heads[ -]?up|quick (?:one|question|note"
    r"|update)"
    r"|one more thing|(?:very |such )?(?:good|great|wonderful|amazing|bad|sad|big|lovely) (?:news|one)|update"
    r"|(?:very |so )?(?:lovely|happy|glad|pleased|delighted|good|nice|great|sorry|sad) to (?:report|say|tell you|share)"
    r"(?: that)?|(?:log|note|record) that(?= (?:i|we)\b)"
    r"|just so you know|so you know|guess what|sorry|apologies|actually|finally|sadly|unfortunately"
    r"|luckily|happily|hooray"
    r"|to be honest|tbh|honestly|on (?:reflection|second thoughts?)|after (?:all|some thought)"
    r"|in the end|at (?:long )?last|it seems(?: that)?"
    r"|(?:it )?looks like|apparently|(?:please )?be informed that|i (?:just )?(?:wanted"
    r"|want) to (?:tell you|let you know|say)"
    r"(?: that)?|i(?:'m| am) (?:very |so |truly )?(?:glad|happy|pleased|delighted|sorry|sad|proud|afraid|thrilled"
    r"|relieved)"
    r" (?:to (?:report|say|tell you|inform you|announce|let you know|share)|that)(?: that)?"
    r"|i (?:should|must|have to|can|may) (?:mention|add|tell you|report|say)(?: that)?|(?:please )?note that"
    r"|as (?:you (?:suggested|asked|said)|agreed|promised|discussed)|if (?:possible|you can|you could"
    r"|it'?s not too much"
    r"|you have (?:time|a moment))|when(?:ever)? you (?:can|have (?:time|a (?:moment|sec|minute)))"
    r"|robin|assistant|mate|folks|tomorrow"
    r"|(?:one|two|three|a few|some|several|a couple of) (?:more |quick )?(?:things?|points?"
    r"|questions?)|for me|today|tonight|this (?:morning|afternoon|evening)|yesterday"
    r"|(?:the )?last (?:thing|one)|next|first|second(?:ly)?"
    r"|i (?:think|guess|believe|feel|reckon|suppose)(?: that)?(?: it'?s| it is)?(?= time\b| \w))"
    r"(?:[\s,.:!…–—-]+|$)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:(?:can|could|would|will|may|might) (?:you|we|i)(?: (?:please|kindly|perhaps|maybe|possibly|just|also))*"
    r"|(?:you|we) can(?: now| just)?(?= (?:drop|skip|remove|delete|close|forget|stop|cancel|move|show"
    r"|take|scrap|cross)\b)|(?:would|do) you mind|(?:i|we) (?:was|were|am|'m) (?:wondering"
    r"|hoping)(?: if)? (?:you|we|i) (?:can|could|would|might)"
    r"|i(?:'d| would)(?: (?:really|very much|quite))? (?:like|love|prefer|appreciate it if)(?: (?:you"
    r"|it if you|to have you))?"
    r"(?: could| would)?(?: to)?"
    r"|i(?:'d| would)(?: (?:really|very much))? (?:like|love|prefer) (?:that|if) (?:you|we)(?: (?:could|would))?"
    r"|i(?:'d| would| should) be (?:very |so )?(?:glad|grateful|happy|obliged) (?:of|for|to (?:have|get|receive|see)"
    r"|if (?:you|we) (?:could|would|can|might))"
    r"|(?:can|could|may)(?= (?:the|my) (?:digest|work\w* hours)\b)|i(?:'d| would) rather|(?:(?:i|we)(?: both"
    r"| all)? )?(?:just |really )?(?:want|wanted|need|wish)(?: you)? to"
    r"|i (?:really )?(?:have|ought|would want)(?: you)? to|(?:we(?: both)?|i) wanna"
    r"|i(?:'d| would) be (?:very |most |so |much )?(?:obliged|grateful|glad|thankful|happy|delighted) if (?:you|we)"
    r" (?:could|would|can|might)|(?:may|might) i ask you to|(?:i"
    r"|we) should|let'?s|let us"
    r"|(?:let me know|tell me|advise(?: me)?|inform me|let me see|i(?:'d| would) like to know"
    r"|i (?:want|need) to know|do you know|remind me"
    r"|can you (?:tell me|check|see))(?: please)?(?: (?:if|whether)(?= (?:there|any|i|we"
    r"|you)\b))?(?= (?:there|any\w*|i|we|you|the|my|our|your|what|which|when|how|where|who|why)\b)"
    r"|(?:it )?would be (?:nice|good|great|lovely|helpful|super|cool)(?: to| if (?:you|we|i) could)?"
    r"|(?:it'?s |it is |now'?s |now is |high )?time (?:to|for)|(?:i'm |i am |we'?re |i feel |feel )?ready (?:to|for)"
    r"|go ahead and"
    r"|feel free to|help me(?: to)?|try to|try(?= \w+ing)|be so (?:kind|good) as to"
    r"|(?:i(?:'m| am|'ll| will|'ve| have)? )?(?:wanna|gonna|going to|gotta|got to|have to|need to)(?: (?:need"
    r"|have) to)?)\s+",
    re.IGNORECASE,
)
_END = re.compile(
    rf"[\s,.!?…–—-]+(?:please|pls|{PARTICLES}|thanks|thank you|thx|ty|cheers|mate|robin|now|then|for me"
    r"|if (?:possible|you can|that'?s ok"
    r"|you could|you don'?t mind)|when(?:ever)? you (?:can|have (?:time|a (?:moment|minute)))|asap"
    r"|again|too|also|as well|ok|okay"
    r"|what a pity|a pity|sadly|unfortunately|sorry|lol|haha|yay|woohoo|hooray|just so you know|fyi|in advance|so much"
    r"|very much|a lot|would you|will you|could you|can you|right)$",
    re.IGNORECASE,
)
# What makes a clause no wish and no report of the writer's.
DENIES = re.compile(
    r"\b(?:not|never|no longer|nobody|no one|nothing|none|neither|without|hardly)\b|n't\b"
    r"|\bno(?= (?:need|way|point|reason"
    r"|idea|more)\b)",
    re.IGNORECASE,
)
DOUBTS = re.compile(
    r"\b(?:if|unless|whether|in case|provided|should i|shall i|should we|wish|perhaps|one day|some ?day"
    r"|wondering|considering|thinking (?:of|about)|not sure|unsure|about to|was going to"
    r"|were going to|was to|almost|nearly"
    r"|supposed to|meant to|tempted|hopefully|hope|dream|imagine|pretend|would have|could have"
    r"|should have|once (?:i|we|you"
    r"|she|he|they|it)|as soon as|until (?:i|we|you|she|he|they)|before (?:i|we)|might)\b",
    re.IGNORECASE,
)
# "I'd be grateful if you could …" supposes nothing.
_POLITE_IF = re.compile(
    r"\b(?:grateful|glad|happy|obliged|thankful|delighted|nice|good|great|kind|lovely|helpful|appreciate it|appreciated"
    r"|wondering|hoping) if (?:you|we|i) (?:could|would|can|might)\b|\bif (?:you (?:can|could|don't mind)|possible)\b",
    re.IGNORECASE,
)
TELLS = re.compile(
    r"\b(?:she|he|they|my \w+|the \w+|somebody|someone|everybody|people|(?P<who>[\ue000-\ue0ff]))"
    r" (?:\w+ly )?(?:says?|said|told|tells|thinks?|thought|suggests?|suggested|recommends?"
    r"|recommended|asks?|asked|wants? me"
    r"|wanted me|advised|insists?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«»][^\"“”«»]{2,}[\"“”«»]")


def doubted(sentence: str) -> bool:
    """Whether a sentence doubts or supposes, courtesies aside."""
    return bool(DOUBTS.search(_POLITE_IF.sub(" ", sentence)))


def sentences(text: str, most: int = _MOST) -> list[str]:
    return [" ".join(part.split()) for part in _SENTENCE.split(text)[:most] if part.strip(_MARKS)]


def clauses(sentence: str) -> list[str]:
    return [part for part in _CLAUSE.split(sentence)[:_MOST] if part and part.strip(_MARKS)]


# "a log would be welcome"
_WELCOME = re.compile(
    r" would be (?:(?:very|most|really|so) )?(?:welcome|nice|great|lovely|helpful|good|handy|useful|appreciated)$",
    re.IGNORECASE,
)


def core(clause: str) -> tuple[str, bool]:
    """A clause without courtesies at both ends, and whether one of them asks for something ("could you …")."""
    words = _PICTURES.sub(" ", clause).strip(_MARKS)
    wished = _WELCOME.search(words)
    words, asked = (words[: wished.start()], True) if wished else (words, False)
    for _ in range(8):
        shorter = words
        if match := _ASKS.match(shorter):
            shorter, asked = shorter[match.end() :], True
        elif match := _FRONT.match(shorter):
            shorter = shorter[match.end() :]
        if match := _END.search(shorter):
            shorter = shorter[: match.start()]
        shorter = " ".join(shorter.strip(_MARKS).split())
        if shorter == words or not shorter:
            break
        words = shorter
    return words, asked


def cores(sentence: str) -> Iterator[str]:
    """The sentence as it stands, and without what stands before its wish."""
    words = " ".join(_PICTURES.sub(" ", sentence).strip(_MARKS).split())
    yield words
    shorter, _ = core(sentence)
    if shorter != words:
        yield shorter


def unquoted(sentence: str) -> str:
    """Without what stands in quotes: a word that is spoken of is not said."""
    return _QUOTED.sub(" … ", sentence)
