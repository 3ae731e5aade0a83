"""Who does it: the words that stand for somebody at the beginning of a sentence, and whom they mean."""

from __future__ import annotations

from assistant.reading.notes.cast import Cast

NAME = r"[^\W\d_][\w.'-]{0,25}(?: [^\W\d_][\w'-]{1,25})??"
PAIR = rf"{NAME}(?: and | ?& ?| ?\+ ?| ?/ ?){NAME}"
WHO = (
    rf"(?P<who>i|she|he|we both|we|both of us|both|you|my mentor|(?:the )?(?:mentor|mentee|undersigned)|{PAIR}|{NAME})"
)
ADVERB = (
    r"(?:,? (?:also|then|now|still|just|first|next|really|very kindly|in turn|both|already|myself|himself|herself"
    r"|(?!reply\b"
    r"|apply\b|supply\b|rely\b|fly\b|early\b|only\b)[a-z]{3,}ly),?)*+"
)


def role_of(who: str, names: Cast, speaker: str) -> str:
    """Who "I", "you" and "she" are, for whoever speaks."""
    key = who.lower()
    if speaker in {"me", "mentor"}:
        other = "mentor" if speaker == "me" else "me"
        if key == "i":
            return speaker
        if key == "you":
            return other
    if key == "you" and names.to_self:
        return "me"
    if key in {"we both", "both of us"}:
        return "both"
    return names.role(key.removeprefix("the ")) or names.role(who)
