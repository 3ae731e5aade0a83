"""Thanks and nothing else: "great, thanks!", "🙏": noted, not answered (`product.md`, promise 3)."""

from __future__ import annotations

import re

from assistant.reading.commands.body import straight

_LONGEST = 200
# What other Englishes hang on a clause: "show goals po", "send lah", "no worries eh".
PARTICLES = r"po|lah?|eh|na|naman|leh|lor|mah|hor|yaar|innit|sia|abeg"


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Every word has to be one of these, each clause thanks or praises, and one of them thanks.
_THANKS = _words(
    "thanks thank thx ty tx ta tnx cheers merci danke gracias grazie obrigado obrigada tack takk tak kiitos dank",
    "dankie",
    "bedankt shukran shukriya dhanyavaad salamat asante enkosi mahalo arigato hvala dzięki dziękuję diolch děkuji",
    "ευχαριστώ спасибо дякую appreciate appreciated grateful thankful gratitude",
)
_PRAISE = _words(
    "great perfect super nice cool lovely wonderful excellent good awesome brilliant fantastic amazing grand",
    "marvellous",
    "helpful useful kind quick fast sweet thoughtful patient star gem legend hero champ champion angel lifesaver best",
    "treasure darling boss helped helps noted mate pal love hun pet friend friendly",
)
_ASIDE = _words(
    PARTICLES.replace("|", " ").replace("?", ""), "ok okay well really wow ah oh hi hey again indeed robin too sorry"
)
_BESIDE = _words(
    "i i'm i've we you your you're it it's this that that's these those all everything was is am are were been be",
    "have do",
    "for of the a an so very much truly just do me us once more lot lots million ton tons bunch ever always today now",
    "also and as usual in advance extremely incredibly most greatly deeply got want wanted needed need to say know",
    "what",
    "exactly kindly letting big real such many constant day weekend week evening nice of from both quite totally",
)
# What one thanks for, and may as well wish for: "quick help, thanks" thanks for nothing yet.
_GIVEN = _words(
    "support help helping assistance work reminder reminders answer answers reply replies effort patience kindness",
    "digest",
    "recap information info advice heads-up update explanation",
)
_HAD = _words("that that's this it it's you you're your was such were")
_EMOJI = re.compile(r"[\s👍🙏❤️😊🎉👌🏻🏼🏽🏾🏿🌟⭐💛💚💙🤗🙌-]+")
_BETWEEN = re.compile(r"[.,!;:)(…\n🌟👍🙏❤️😊🎉👌⭐💛💚💙🤗🙌]+|\s[-–—]+(?:\s|$)")
# "Thanks Robin": one name behind a word of thanks.
_TO_NAME = re.compile(r"\b((?i:thanks|thank you|thx|ta|cheers)(?: (?:so much|a lot|again))?) [A-Z][a-z]{1,15}$")
# "Gracias! I will look at it tonight": nothing is asked of anybody.
_READS_LATER = re.compile(
    r"(?:i(?:'ll| will|'m going to)|will|gonna|let me) (?:look at|have a look at|read|check|go through|think about"
    r"|get back to|digest|come back to) (?:it|this|that|them|you)(?: (?:properly|carefully|all))?"
    r"(?: (?:tonight|tomorrow|later|soon|today|now|this \w+|at the weekend|on \w+day|in the (?:morning|evening)))*",
    re.IGNORECASE,
)


def is_bare_thanks(text: str) -> bool:
    """Whether a text is thanks and nothing else: noted, not answered."""
    words = straight(text).strip()
    if not words or len(words) >= _LONGEST or "?" in words:
        return False
    if _EMOJI.fullmatch(words):
        return True
    clauses = [part.strip(" '\"-–—") for part in _BETWEEN.split(words)]
    said = [part for part in clauses if part]
    return any(_thanks(part) for part in said) and all(_is_grateful(part) for part in said)


def _thanks(clause: str) -> bool:
    return any(word in _THANKS for word in clause.lower().split())


def _is_grateful(clause: str) -> bool:
    if _READS_LATER.fullmatch(clause) or _NEEDED.fullmatch(clause):
        return True
    words = {word for word in re.split(r"[^\w'-]+", _TO_NAME.sub(r"\1", clause).lower()) if word}
    if not words <= _THANKS | _PRAISE | _ASIDE | _BESIDE | _GIVEN:
        return False
    had = bool(words & (_THANKS | _HAD)) or not words & _GIVEN or bool(_A_HELP.fullmatch(clause))
    return (had and bool(words & (_THANKS | _PRAISE))) or words <= _ASIDE


_NEEDED = re.compile(
    r"(?:that|this|it)(?:'s| is| was) (?:(?:all|just|exactly) )*what i (?:needed|wanted)(?: to know)?", re.IGNORECASE
)
_A_HELP = re.compile(r"(?:(?:a|really|very) )*(?:great|big|real|good) help", re.IGNORECASE)
