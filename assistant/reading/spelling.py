"""How phones and hurried people write, written out: "cant", "pls", "rn"."""

from __future__ import annotations

import re

_CONTRACTED = {
    "cant": "can't", "dont": "don't", "dnt": "don't", "doesnt": "doesn't", "wont": "won't", "ive": "I've",
    "lets": "let's", "isnt": "isn't", "didnt": "didn't", "couldnt": "couldn't", "wouldnt": "wouldn't",
    "havent": "haven't", "hasnt": "hasn't", "arent": "aren't", "wasnt": "wasn't", "shouldnt": "shouldn't",
    "thats": "that's", "whats": "what's", "whos": "who's", "hows": "how's", "wheres": "where's", "hes": "he's",
    "shes": "she's", "theyre": "they're", "youre": "you're", "pls": "please", "plz": "please", "plse": "please",
    "thx": "thanks", "tnx": "thanks", "thnx": "thanks", "thnks": "thanks", "u": "you", "ur": "your", "hv": "have",
    "wanna": "want to", "gimme": "give me", "lemme": "let me", "gonna": "going to", "gotta": "have to",
    "frm": "from", "tmrw": "tomorrow", "tmr": "tomorrow",
    "2moro": "tomorrow", "yday": "yesterday", "ystd": "yesterday", "tommorow": "tomorrow",
    "tomorow": "tomorrow", "abt": "about", "cannae": "can't", "dinnae": "don't", "didnae": "didn't", "isnae": "isn't",
    "wouldnae": "wouldn't", "couldnae": "couldn't", "havenae": "haven't", "willnae": "won't", "wasnae": "wasn't",
    "mair": "more",
    "agn": "again", "smth": "something", "sth": "something", "sthg": "something",
    "wud": "would", "msg": "message", "msgs": "messages", "msging": "messaging", "cud": "could", "shud": "should",
}  # fmt: skip
_SHORT = {
    **_CONTRACTED, "id": "I'd", "ty": "thank you", "r": "are", "rn": "right now", "atm": "at the moment",
    "bc": "because", "k": "ok", "kk": "ok", "np": "no problem", "okey": "ok", "dunno": "don't know",
    "ya": "yes", "yess": "yes",
    "def": "definitely", "defo": "definitely", "soz": "sorry", "srry": "sorry", "sry": "sorry",
    "unfortunatly": "unfortunately", "definately": "definitely", "hapy": "happy", "recieved": "received",
}  # fmt: skip


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'@./-])(?:{'|'.join(map(re.escape, words))})(?![\w'@-])", re.IGNORECASE)


# "im" is a word of German too.
_I_AM = re.compile(
    r"(?<![\w'@.])im(?=\s+(?:in|not|on|at|a|an|the|so|free|busy|away|happy|afraid|sorry|off|out|ill|sick|fine|good"
    r"|here|done"
    r"|ready|sure|too|very|really|just|still|up|ok|your|his|her|from|with|\w+ing)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?<=\b(?:do|is))\s?nt\b|(?<=\b(?:are|did|has|was))\snt\b|(?<=\b(?:does|have|were))\snt\b", re.IGNORECASE
)  # "do nt"
_NO_G = re.compile(  # "quit textin me"
    r"\b(hitt|text|messag|writ|call|e-?mail|mail|bother|send|spamm|chas|pester|bugg|ping|contact|reach|blow|slid|ask|try"
    r"|look|think|work|meet|talk|go|do|com|gett|hav|mak)in['’]?(?!\w)",
    re.IGNORECASE,
)
_BOUT = re.compile(r"(?<=\bhow )['’]?bout\b", re.IGNORECASE)  # "how bout Thursday"
_WITH = re.compile(r"(?<=[a-z] )w/?(?= [^\W\d])")  # "coffee w lee"
_PATTERNS = {False: _pattern(_CONTRACTED), True: _pattern(_SHORT)}


def spelt(text: str, *, prose: bool = True) -> str:
    """The text with short spellings written out; addresses stay. `prose`: also words that may be names or codes."""
    text = _BOUT.sub("about", _WITH.sub("with", text))
    text = _NO_G.sub(r"\1ing", _NOT.sub("n't", _I_AM.sub("I'm", text)))
    return _PATTERNS[prose].sub(lambda match: _SHORT[match[0].lower()], text)
