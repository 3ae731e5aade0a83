"""The word that approves, agrees or denies, and nothing else beside it but a draft's code (L15, rule 2)."""

from __future__ import annotations

import re

from assistant.reading.commands.body import straight

_APPROVES = (
    r"(?:(?:yes|yep|yeah|ok|okay|k|kk|sure|great|perfect|fine|good|thanks|thank you|please|all good"
    r"|(?:that |it |this )?(?:looks|sounds|is|reads) (?:good|great|fine|perfect|lovely|excellent"
    r"|wonderful)(?: to me)?"
    r"|(?:that|it|this)'s (?:very |really |just |all )?(?:good|great|fine|perfect|lovely|excellent"
    r"|wonderful|nice|ok|right)"
    r"|lgtm|i like it|love it|i love it)[\s,.!;:–—-]+){0,4}"
    r"(?:(?:please )?send(?: it| this| that)?(?: off| out| now| as it is| as is)?"
    r"|go ahead(?: and send(?: it| this)?)?|approved?|you can send (?:it|this)|off you go|off it goes"
    r"|ship it|fire away"
    r"|let it (?:go|fly)|(?:please )?do send(?: it| this)?|send away|out with it|good to go|ready to (?:go|send))"
    r"(?:[\s,.!;:–—-]+(?:please|thanks|thank you|thx|go ahead|looks good|now|yes|ok))*"
)
_CODE = re.compile(r"(?<!\w)[A-Z]\d[A-Z]\d(?!\w)", re.IGNORECASE)
_SENDS = re.compile(rf"{_APPROVES}[\s.!:)]*", re.IGNORECASE)
_LOOKS_GOOD = re.compile(
    r"(?:yes|ok|okay|great|perfect)?[\s,!.]*(?:(?:that |it |this )?(?:looks|sounds"
    r"|reads) (?:good|great|fine|perfect)(?: to me)?|lgtm)[\s.!,:)]*",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:yes|yep|yeah|ok|okay|sure|y|yes please|yes yes|ok ok|yes ok|ok yes|sure yes|oui"
    r"|all ok|all right|alright)[\s.!:)]*",
    re.IGNORECASE,
)
_NO = re.compile(r"(?:no|nope|nein|no thanks|no thank you|rather not|no please)[\s.!:(]*", re.IGNORECASE)
_PICTURES = re.compile(r"[👍🙏😊🎉👌🙂✅]")


def short_word(text: str) -> tuple[str, str] | None:
    """("send" | "yes" | "no", code) where the whole text is nothing but that word and at most a draft's code."""
    words = straight(text).strip()
    if len(words) > 200 or "?" in words:
        return None
    codes = _CODE.findall(words)
    bare = " ".join(_PICTURES.sub(" ", _CODE.sub(" ", words)).split())
    if len(codes) > 1:
        return None
    code = codes[0].upper() if codes else ""
    for kind, expression in (("yes", _YES), ("no", _NO), ("send", _SENDS), ("yes", _LOOKS_GOOD)):
        if expression.fullmatch(bare):
            return kind, code
    return None
