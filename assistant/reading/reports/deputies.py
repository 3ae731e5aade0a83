"""The addresses in an automatic reply: who stands in for its sender, and where the sender is from now on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.mentoring.facts import Address
from assistant.reading.absence_words import Tongue
from assistant.reading.folding import fold

MOST_ADDRESSES = 20

_EMAIL = re.compile(r"[A-Za-z0-9_.+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_SENTENCE = re.compile(r"[!?。\n]|\.(?=\s|$)")


def named(text: str, own: Iterable[str]) -> tuple[str, ...]:
    """The addresses in a text, in order, lower case, without the sender's and ours."""
    known = {address.lower() for address in own}
    found = dict.fromkeys(one.lower().strip(".'-") for one in _EMAIL.findall(text)[:MOST_ADDRESSES])
    return tuple(one for one in found if one not in known)


def deputy(text: str, tongues: tuple[Tongue, ...], sender: Address | None, own: Iterable[str]) -> str:
    """The address of the stand-in: the one that a sentence about help names, or the only one; "" where none is sure.

    Another address of the sender (from the signature) is nobody's deputy.
    """
    found = [one for one in named(text, own) if sender is None or not is_of(sender, one)]
    if len(found) < 2:
        return "".join(found)
    helping = [one for one in found if any(_helps(text, one, told) for told in tongues)]
    return helping[0] if helping else ""


def _helps(text: str, address: str, told: Tongue) -> bool:
    at = text.lower().find(address)
    start = max((m.end() for m in _SENTENCE.finditer(text, max(0, at - 300), at)), default=max(0, at - 300))
    return told.has("contact", fold(text[start : at + len(address) + 80]))


def new_address(text: str, sender: Address | None, own: Iterable[str]) -> str:
    """Where the sender says to be from now on: an address that bears their name, or the only one; "" else."""
    found = named(text, own)
    theirs = [one for one in found if sender is not None and is_of(sender, one)]
    if len(theirs) == 1:
        return theirs[0]
    return found[0] if len(found) == 1 and not theirs else ""


def is_of(sender: Address, address: str) -> bool:
    """Whether an address looks like another one of the same person: the same box, or their family name in it."""
    local = address.partition("@")[0]
    if local == sender.email.partition("@")[0]:
        return True
    words = re.findall(r"[a-z]{3,}", fold(sender.name))
    return bool(words) and words[-1] in fold(local) and len(words) > 1
