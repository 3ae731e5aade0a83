"""Whether it fits, in the words of somebody who was just asked (L26): under the mail that asks, nowhere else."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.spelling import spelt

_ASKS = frozenset({"notes_prompt", "fit_asked", "fit"})
_MOST_WORDS = 30
_FIT = (
    r"(?:fits?|fitted|match(?:es|ed)?|click(?:ed)?|hit it off|got on|get on|gel(?:led)?|suits?"
    r"|connect(?:ed)?|right (?:one|person|mentor)?|good (?:one|match|fit|mentor)|(?:great|perfect"
    r"|lovely|fine|solid|nice) (?:fit|match|mentor|person)|chemistry|same wavelength|for me|in common)"
)
_MAYBE = re.compile(
    r"\b(?:maybe|perhaps|on the fence|(?:not|isn't|aren't|'m not) (?:entirely |quite |totally |yet "
    r"|so |100 ?% )*(?:sure|certain|convinced)|unsure|undecided|hard to (?:say|tell)"
    r"|too early|can't (?:say|tell)|cannot (?:say|tell)|jury is|mixed|half|(?:one"
    r"|another) more (?:time|coffee|talk|meeting)|meet (?:again|once more|one more time)"
    r"|second (?:coffee|talk|meeting)|need(?:s)? (?:more )?time|so-so|meh|don't know|do not know"
    r"|no idea|depends)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:(?:not|don't|doesn't|didn't|isn't|wasn't|no|never|nothing|zero|hardly|lack of"
    rf"|without)\b(?: [\w']+){{0,6}} {_FIT}|not for me|wrong (?:person|mentor|one)|(?:nothing"
    r"|little) to (?:say|talk about)|awkward|waste of time)\b|^(?:hm+,? |well,? |honestly,? |sadly,? "
    r"|unfortunately,? |sorry,? |i'm afraid,? )*no\b",
    re.IGNORECASE,
)
_YES = re.compile(
    rf"\b{_FIT}\b|^(?:oh |well,? )*(?:yes|yeah|yep|absolutely|definitely|totally|for sure|certainly)\b"
    r"|\blove to (?:work|go on|continue|learn)\b",
    re.IGNORECASE,
)


def fits(text: str, reading: Reading) -> Command | None:
    """ "yeah we clicked", "I'm on the fence", "not the right person for me"; None where it is none of the three."""
    words = spelt(straight(text), prose=False).strip()
    if reading.answering not in _ASKS or not words or len(words.split()) > _MOST_WORDS or "?" in words:
        return None
    op = "maybe" if _MAYBE.search(words) else "no" if _NO.search(words) else "yes" if _YES.search(words) else ""
    if not op or (op == "yes" and re.search(r"\b(?:but|if|n't|not)\b", words)):
        return None
    return Command(Verb.FIT, reading.thread, op=op, text=words if len(words.split()) > 3 else "", line=words)
