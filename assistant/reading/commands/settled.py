"""Whether what is told of an answer has happened: not denied, supposed, awaited, or said of somebody beside them.

"Minerva would say yes", "still no yes from Lee", "Sam's wife said yes", "he might be happy to talk": such words stand
between who it is and what they said. What stands there must be known to leave the answer as it is; else it is asked.
"""

from __future__ import annotations

import re

from assistant.reading.commands.certainty import unknown_words
from assistant.reading.commands.context import Reading
from assistant.reading.commands.noes import EASY

_OPEN = re.compile(
    r"\b(?:not|never|no|nobody|none|without|hardly|neither|if|unless|whether|suppos\w+|assum\w+|imagin\w+|dream\w*"
    r"|should|might|may|could|would|will|shall|cannot|wants?|wanted|hop(?:e|es|ed|ing)|wish\w*|wait\w*|await\w*"
    r"|expect\w*|needs?|almost|nearly|about to|going to|supposed|soon|yet|until|till|before|once|when|probably|perhaps"
    r"|maybe|possibly|likely|apparently|seems?|seemed|reckons?|thinks?|guess\w*|doubts?|predicts?|bets?|usually|always"
    r"|normally|rarely|sometimes|(?:is|are|was|were) (?:said|told|thought|believed|rumou?red|supposed))\b"
    r"|n't\b|'(?:ll|d)\b|\?",
    re.IGNORECASE,
)
_OF_THEIRS = re.compile(
    r"^\s*'s\s+(?!(?:just|already|now|finally|also|actually|very|really|more|only|so|too)\b)", re.IGNORECASE
)
_HAS = re.compile(r"^\s*'(?:s|ve)\b")
_A_NO = re.compile(
    r"(?:^|\b(?:an?|the|her|his|their|clear|definite|firm|polite|flat|big) )no (?:from|by)\s*$", re.IGNORECASE
)
# How an answer comes, and what is said around it.
_TELLING = (
    *("answer*", "repl*", "respon*", "wrote", "written", "write", "writes", "said", "says", "say", "saying", "told"),
    *("tells", "call*", "phone*", "rang", "ring", "text*", "messag*", "mail*", "e-mail*", "email*", "came", "come"),
    *("got", "back", "confirm*", "agree*", "accept*", "sent", "news", "word*", "yes", "know", "letting", "lunch"),
    *("whatsapp", "linkedin", "slack", "teams", "zoom", "signal", "person", "phone", "voicemail", "note", "card"),
    *("finally", "gladly", "happily", "politely", "kindly", "sadly", "immediately", "promptly", "quickly", "straight"),
    *("short", "long", "lovely", "warm", "friendly", "polite", "positive", "big", "clear", "definite", "firm"),
    *("minutes", "hour*", "weekend", "office", "corridor", "train", "line", "lines", "sms", "asked", "ask", "spoke"),
    *("regret*", "afraid"),
    *("heard", "hear", "received", "receive", "from", "proposal", "invitation", "invite", "idea", "coffee", "talk"),
)


# "She would" before "love to meet" supposes nothing: so a yes is said.
_WOULD = re.compile(r"(?:\bwould|'d)\s+(?:(?:really|absolutely|certainly|very much|just)\s+)*$", re.IGNORECASE)
_GLAD = re.compile(r"(?:love|like|be\s+(?:\w+\s+)?(?:glad|happy|delighted|pleased|honou?red|up for))\b", re.IGNORECASE)


def is_settled(words: str, reading: Reading, said: str = "") -> bool:
    """Whether the words between a person and their answer leave it as it is. said: the answer itself."""
    words = EASY.sub(" ", words)
    if _GLAD.match(said):
        words = _WOULD.sub("", words)
    if _OPEN.search(words) or _OF_THEIRS.match(words):
        return False
    return not unknown_words(_HAS.sub("", words), reading, _TELLING)


def is_heard(words: str) -> bool:
    """Whether the words in front of "from them" tell of an answer that came: "got a yes", no "still no yes"."""
    return not _OPEN.search(_A_NO.sub(" ", words))
