"""Thanks and nothing else: "great, thanks!", "🙏": noted, not answered (`product.md`, promise 3)."""

from __future__ import annotations

import re

from assistant.reading.commands.body import straight

_THANKS = re.compile(
    r"(?:(?:great|perfect|super|nice|cool|lovely|wonderful|excellent|ok|okay|ah|oh|many|got it"
    r"|noted|good|awesome|brilliant)[\s,.!]{1,5}){0,5}"
    r"(?:thanks|thank you|thx|ty|cheers|much appreciated|merci|danke|gracias)"
    r"(?:[\s,.!:)]{0,5}(?:a lot|so much|very much|again|for (?:that|this|the help|your help"
    r"|letting me know|the reminder|everything)|that (?:helps|helped|is (?:great"
    r"|helpful))(?: a lot| me)?|this helps|you|great|super|appreciated|really|indeed|👍|🙏|❤️"
    r"|😊|(?-i:[A-Z][a-z]{1,15})|you(?:'re| are) (?:great|the best|awesome|amazing|a star|a gem|brilliant|a lifesaver"
    r"|very kind|so helpful))){0,8}[\s.,!:);-]*",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"[\s👍🙏❤️😊🎉👌🏻🏼🏽🏾🏿]+")


def is_bare_thanks(text: str) -> bool:
    """Whether a text is thanks and nothing else: noted, not answered."""
    words = straight(text).strip()
    return bool(words) and len(words) < 200 and bool(_THANKS.fullmatch(words) or _EMOJI.fullmatch(words))
