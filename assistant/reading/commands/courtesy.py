"""Thanks and nothing else: "great, thanks!", "🙏": noted, not answered (`product.md`, promise 3)."""

from __future__ import annotations

import re

from assistant.reading.commands.body import straight

_THANKS = re.compile(
    r"(?:(?:great|perfect|super|nice|cool|lovely|wonderful|excellent|ok|okay|ah|oh|many|got it"
    r"|noted|good|awesome|brilliant)[\s,.!]{1,5}){0,5}"
    r"(?:thanks|thank you|thx|ty|cheers|much appreciated|merci|danke|gracias|grazie|obrigad[oa])"
    r"(?:[\s,.!:)]{0,5}(?:a lot|so much|very much|again|for (?:that|this|the help|your help"
    r"|letting me know|the reminder|everything)|that (?:helps|helped|is (?:great"
    r"|helpful))(?: a lot| me)?|this helps|you|great|super|appreciated|really|indeed|👍|🙏|❤️"
    r"|mate|legend|champion|champ|hero|star|gem|boss|pal|😊|(?-i:[A-Z][a-z]{1,15})|you(?:'re| are) (?:great|the best"
    r"|awesome|amazing|a star|a gem|brilliant|a lifesaver"
    r"|very kind|so helpful))){0,8}[\s.,!:);-]*",
    re.IGNORECASE,
)
# What other Englishes hang on a clause: "show goals po", "send lah", "no worries eh".
PARTICLES = r"po|lah?|eh|na|naman|leh|lor|mah|hor|yaar|innit|sia|abeg"
_EMOJI = re.compile(r"[\s👍🙏❤️😊🎉👌🏻🏼🏽🏾🏿]+")


# A sentence of thanks in more words: "Thank you so much for your kind support!", "that was super helpful".
_GRATEFUL = re.compile(
    r"(?:(?:(?:oh|wow|ok|okay|ah|hi|hey|robin|many|again|well|and|just)[\s,]+)*"
    r"(?:(?:(?:i |we )?(?:really |very much |do |just )*(?:want(?:ed)? to (?:say )?)?(?:thank(?:s"
    r"| you)?|thx|appreciate|am (?:so |very )?grateful)|i'm (?:so |very )?grateful|many thanks)\b"
    r"(?:[\s,]+(?:you|so|very|much|really|a (?:lot|million|ton|bunch)|again|robin|once more|indeed"
    r"|ever|all|for|of|(?:all )?(?:your|the|this|that|these|it|everything)"
    r"|kind(?:ly|ness)?|quick|great|good|wonderful|patient|constant|friendly|excellent|useful|fast"
    r"|support|help|helping|assistance|work|reminders?|answers?|replies|reply|effort|patience"
    r"|kindness|digest|recap|information|info|advice|heads[- ]up|update|explanation|appreciated"
    r"|in advance|always|today|me|us))*"
    r"|(?:that|this|it|you)(?:'s| was| is|'re| were| are| have been)?(?: (?:really|very|so|super"
    r"|extremely|most|always|incredibly))*"
    r" (?:helpful|useful|kind|quick|fast|sweet|thoughtful|great|perfect|appreciated|helped(?: (?:me"
    r"|a lot|so much|very much))*|nice(?: of you)?|a (?:big|great|real) help)"
    r"|you(?:'re| are) (?:an? |the |such an? )(?:\w+ )?(?:gem|star|legend|hero|champion|angel|lifesaver|treasure|best"
    r"|darling)"
    r"|(?:that|this)(?:'s| is| was) (?:all|exactly what|just what|what) i (?:needed|wanted)|(?:you're"
    r"|you are) (?:a |the )\w+"
    r"|(?:(?:really|much|very much|very|greatly|so|most|super) )?(?:appreciated|kind|helpful"
    r"|good of you|nice of you|well done|great|perfect)))",
    re.IGNORECASE,
)


def is_bare_thanks(text: str) -> bool:
    """Whether a text is thanks and nothing else: noted, not answered."""
    words = straight(text).strip()
    if not words or len(words) >= 200:
        return False
    return bool(_THANKS.fullmatch(words) or _EMOJI.fullmatch(words) or _is_grateful(words))


def _is_grateful(words: str) -> bool:
    """Every clause is thanks or praise of the help, and one of them thanks."""
    if "?" in words or not _THANKED.search(words):
        return False
    clauses = [part.strip() for part in _BETWEEN.split(words) if part.strip()]
    return all(_GRATEFUL.fullmatch(one) or _THANKS.fullmatch(one) or _READS_LATER.fullmatch(one) for one in clauses)


# "Gracias! I will look at it tonight": nothing is asked of anybody.
_READS_LATER = re.compile(
    r"(?:i(?:'ll| will|'m going to)|will|gonna|let me) (?:look at|have a look at|read|check|go through|think about"
    r"|get back to|digest|come back to) (?:it|this|that|them|you)(?: (?:properly|carefully|all))?"
    r"(?: (?:tonight|tomorrow|later|soon|today|now|this \w+|at the weekend|on \w+day|in the (?:morning|evening)))*",
    re.IGNORECASE,
)


_THANKED = re.compile(
    r"\b(?:thank\w*|gracias|merci|danke|grazie|obrigad[oa]|thx|appreciate\w*|grateful|cheers)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"[.,!;:)(…\n]+|\s[-–—]+\s|[^\w\s'.,!?-]+")
