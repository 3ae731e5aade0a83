"""The present tense as a promise: "I'm calling them by Friday", "Minerva sends the form"; habits and views are none."""

from __future__ import annotations

import re

from assistant.reading.notes.cast import Cast
from assistant.reading.notes.doing import DOING, HANDING, INGS, ONGOING, THIRDS, meant
from assistant.reading.notes.modality import HABIT, LEAD
from assistant.reading.notes.subjects import ADVERB, WHO, role_of

_BUSY = re.compile(
    rf"^{LEAD}{WHO}{ADVERB}(?:'m|'s|'re| am| is| are)(?: also| now"
    rf"| currently)?{ADVERB} (?P<verb>[a-z-]+ing) (?P<rest>\S.*)$",
    re.IGNORECASE,
)
_A_WORD = re.compile(r"having an? (?:word|look|chat|think|read)\b", re.IGNORECASE)
_PRESENT = re.compile(rf"^{LEAD}{WHO}{ADVERB} (?P<verb>[a-z-]+) (?P<rest>\S.*)$", re.IGNORECASE)
_OBJECT = re.compile(
    r"(?:me|us|it|them|the|my|our|her|his|their|this|that|both|all|you|with|over|through|for|into|up|on|off|at|in|to"
    r"|out|down|back"
    r"|a|an|one|two|three|some|another|whether|if|around|about|by|\d+|[A-Z][\w-]+|[a-z]+ \d|[a-z]+ (?:by|on|to|for"
    r"|with)|(?:names"
    r"|links?))\b"
)
_NO_BUSY = re.compile(r"\b(?:right now|at the moment|currently|already|these days|now that)\b", re.IGNORECASE)
# "We're dropping the paper" is decided, and nothing is left to do.
_GIVING_UP = re.compile(
    rf"^{LEAD}(?:we both|we|both of us)(?:'re| are) (?:also |now |both )?(?:dropping|parking|skipping|postponing"
    r"|pausing|cancelling|canceling|leaving|stopping|keeping)\b",
    re.IGNORECASE,
)
# "I'm presenting on 3 September" says where one will be.
EVENTS = frozenset({
    "presenting", "attending", "speaking", "joining", "hosting", "meeting", "visiting", "leaving", "moving",
    "starting",
})  # fmt: skip
# What somebody thinks, and how things go on: no promise even with a day.
_TELLING = frozenset({
    "proposes", "recommends", "suggests", "finds", "starts", "stops", "keeps", "leaves", "changes", "moves", "opens",
    "closes", "holds", "uses", "works", "learns", "runs", "names", "mentions", "explains", "launches", "waits",
    "walks", "goes", "sees", "becomes",
})  # fmt: skip
# With a thing that is the other's, these are something done: "opens the server for her".
_HANDLED = frozenset({"opens", "changes", "moves", "closes", "launches", "leaves", "names", "runs"})
_THE = re.compile(r"(?:the|her|his|my|our|it|them)\s.*\bfor (?:me|her|him|us)\b|(?:my|it|them)\b", re.IGNORECASE)
_THEN = re.compile(r"(?:then|after that|afterwards),? i\b", re.IGNORECASE)  # "Then I send Jonas the list."
_HANDLES = re.compile(r"\w{3,}s (?:it|them)\b")  # "She controls it over the weekend."
_LIGHT = re.compile(
    r"(?:makes|takes) (?:contact|an? (?:appointment|call|introduction|list|plan)|care of)\b", re.IGNORECASE
)
# "works", "reports", "shows" of things and of habits.
_STATE_OF = re.compile(
    r"(?:shows (?:that|how)|looks (?:like|good|fine|great|well|tired|happy|forward)|reads as"
    r"|puts it|takes (?:time|it|a while)"
    r"|runs (?:a|the)\b|gives (?:talks|lectures)|makes sense|calls (?:it|this|that|herself|himself)"
    r"|tells (?:people|everyone)"
    r"|asks (?:how|why|who|what|me (?:how|why|what|if))|sees\b"
    r"|speaks (?:\w+ )?(?:languages?|german|french|english)|says\b)",
    re.IGNORECASE,
)


# "She is telling that my résumé is long" tells what was said.
_REPORTS = re.compile(
    rf"^{LEAD}{WHO}(?:'m|'s|'re| am| is| are) (?:also |now )?(?:telling|saying|asking|suggesting)"
    r" (?:that|how|why|(?:me |us )that)\b",
    re.IGNORECASE,
)


def present(head: str, names: Cast, speaker: str, *, dated: bool) -> str:
    """Whose promise a present tense is: "I'm calling them by Friday", "Minerva sends the form"."""
    if HABIT.search(head) or _NO_BUSY.search(head) or _REPORTS.match(head) or _GIVING_UP.match(head):
        return ""
    ours = names.writer == "mentor" or bool(speaker)
    if match := _BUSY.match(head):
        verb = "ask" if _A_WORD.match(head[match.start("verb") :]) else INGS.get(match["verb"].lower(), "")
        role = role_of(match["who"], names, speaker)
        who = match["who"].lower()
        if (
            role
            and verb
            and (dated or verb in HANDING or (verb == "find" and match["rest"][:4] == "out "))
            and match["verb"].lower() not in ONGOING | EVENTS
        ):
            return role if who != "you" or ours or names.to_self else ""
        return ""
    if not (match := _PRESENT.match(head)) or _STATE_OF.match(head[match.start("verb") :]):
        return ""
    who, verb = match["who"].lower(), match["verb"].lower()
    role = role_of(who, names, speaker)
    if verb in {"meet", "see"} and names.names(match["rest"], "mentor"):
        return ""  # "Today I meet Minerva by video"
    if who == "i" and role in {"me", "mentor"}:
        asks = verb in HANDING and (_THEN.match(head) or (ours and _OBJECT.match(match["rest"])))
        return role if verb in DOING and (dated or asks) else ""
    if who in {"we", "you", "both", "we both"} or role not in {"me", "mentor"}:
        named = who not in {"we", "both", "we both"} or "together" in head.lower()  # "Ada and Minerva write it"
        ours = ours or role == "both"
        asks = who == "you" and verb in HANDING and _OBJECT.match(match["rest"])
        return role if ours and named and verb in DOING and (dated or asks) else ""
    if _LIGHT.match(head[match.start("verb") :]):
        return role
    base = THIRDS.get(verb) or THIRDS.get(meant(verb), "")
    if base in HANDING and (_OBJECT.match(match["rest"]) or dated or verb not in THIRDS):
        return role
    base = base or (verb if _HANDLES.match(head[match.start("verb") :]) else "")
    deed = verb not in _TELLING or (verb in _HANDLED and _THE.match(match["rest"]))
    return role if base and dated and deed else ""
