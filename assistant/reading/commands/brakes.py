"""Words that hold back what goes: "cancel it", "wait a sec", "STOP STOP STOP" (L17, L23, L43).

What they mean is for the core: with a letter on hold they take it back, else nothing is done and it is asked. So they
may be read freely: at worst a letter waits for one word more.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, Rule

LONGEST = 120
MOST_CLAUSES = 6
HOLD, WAIT, STOP = "hold", "wait", "stop"
GOES = "goes"  # the mail that says when an approved letter goes
UNTIL_WHEN = "Nothing leaves. Until when shall it wait? For example LATER fri."
HOW_MUCH = "Only this note, or for good?"

_BETWEEN = re.compile(r"[.,!?…:;\n–—)(]+|\s-\s")
_REPEATED = re.compile(r"\b(\w+(?:'t)?)(?:\s+\1\b)+", re.IGNORECASE)
# Words around a brake that change nothing; each is tried at the front or the end only.
_AROUND = (
    r"(?:please|pls|kindly|oh|ah|um|uh|hm+|hey|hi|sorry|actually|ok|okay|and|so|then|just|quickly|immediately|now"
    r"|at once|asap|again|right (?:now|away)|still|thanks|thank you|thx|robin|assistant|(?:can|could|would|will) you"
    r"|you should"
    r"|i(?:'d| would) like (?:you )?to|i want (?:you )?to|i need (?:you )?to|we (?:should|must)|let'?s|better"
    r"|on second thoughts?|after all|for now|for the moment|for today|if (?:you can|possible|it'?s not too late))"
)
_FRONT = re.compile(rf"{_AROUND}\s+", re.IGNORECASE)
_END = re.compile(rf"\s+{_AROUND}$", re.IGNORECASE)
_FILLER = re.compile(rf"{_AROUND}|yes|damn|wow|whoa", re.IGNORECASE)
_IT = (
    r"(?: (?:it|this|that|this one|that one|them|(?:the|that|this|my) (?:letter|e-?mail|mail|note|message|invite"
    r"|invitation|draft|one|thing)|sending(?: (?:it|this|that|the \w+))?|(?:the )?send(?:ing)?|my approval|my send))?"
)
_HOLDS = re.compile(
    r"(?:cancel|abort|withdraw|halt|retract|recall|revoke|unsend|un-send|scrap|kill|pull|hold|freeze|block|delay"
    rf"|postpone|scratch|rescind){_IT}(?: back| off)?"
    r"|(?:drop|forget|forget about) (?:it|this|that|the (?:letter|e-?mail|mail|note|message|invite|invitation|draft))"
    r"|(?:stop|quit) (?:it|this|that|(?:the|that|this|my) (?:letter|e-?mail|mail|note|message|invite|invitation|draft"
    r"|one|send)"
    r"|sending(?: (?:it|this|that|the \w+))?)(?: from (?:going|leaving)(?: out)?)?"
    r"|(?:get|call|pull|bring) (?:it|this|that|the (?:letter|e-?mail|mail|note|message|invite))(?: all)? (?:back|off)"
    r"|undo (?:the |my )?(?:send(?:ing)?|approval|yes)|(?:i|i've|i have|we) (?:\w+ )?changed (?:my|our) mind"
    r"|changed my mind"
    r"|(?:no )?(?:don'?t|do not)(?: do (?:it|that|this))?|(?:don'?t|do not) (?:let it go|post|deliver)"
    r"(?: it| that| this)?"
    r"|(?:don'?t|do not|not) send(?: (?:it|this|that|the \w+|my \w+))?(?: out| off)?(?: (?:yet|today|now))?"
    r"|never ?mind|no(?: way)? (?:stop|wait|don'?t|cancel|hold on|not (?:this|that) one|send)|stop wait",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"(?:wait|hang on|hold on|hold off|hold your horses|stand by)(?: (?:a|one|another)(?: (?:sec|second|moment|minute"
    rf"|min|bit|while|day|little))?)?(?: with{_IT})?|not (?:yet|now|so fast|quite yet|right now|just yet)",
    re.IGNORECASE,
)
# These say so only to a draft or to a letter that goes: elsewhere they may be about anything.
_SOFT = re.compile(
    r"(?:(?:that|it|this) (?:was|is)|that's|it's) (?:a |an |my )?(?:mistake|error|accident|wrong)|(?:my )?mistake"
    r"|by mistake|oops|whoops|ouch|wrong (?:person|text|letter|draft|one|button|date|day|time|name|version)"
    r"|i did(?:n'?t| not) mean (?:to|that|it)(?: send(?: (?:it|this|that))?)?"
    r"|i (?:tapped|pressed|hit|clicked|sent|approved|said)(?: (?:it|send|yes|that|this))? (?:by mistake|by accident"
    r"|too (?:early|soon|fast|quickly))",
    re.IGNORECASE,
)
_SOFT_WAITS = re.compile(
    r"(?:a|one|half a) (?:sec|second|moment|minute)|give me (?:a|one|some) (?:sec|second|moment|minute|bit|time|day)"
    r"|(?:let me|i need to|i have to|i want to) (?:think|sleep on|check|look|read)(?: (?:about|on|over|at|through))?"
    r"(?: (?:it|this|that))?(?: (?:again|first|once more))?|not (?:today|ready)"
    r"|i(?:'m| am) not (?:ready|sure)(?: yet)?|too (?:soon|early)",
    re.IGNORECASE,
)
_STOPS = re.compile(r"stop", re.IGNORECASE)
_DROPS = re.compile(r"\s*(?:please )?drop (?:it|this|that|the (?:letter|draft|note|mail|invite))[\s.!]*", re.IGNORECASE)
_CODE = re.compile(r"(?<!\w)[A-Z]\d[A-Z]\d(?!\w)", re.IGNORECASE)
_NOS = re.compile(r"(?:no|nope|nein)(?: (?:no|nope))+", re.IGNORECASE)


_PRAISE = re.compile(
    r"(?:(?:oh|and|so|very|really|all|just|thanks|thank you|ok|okay|that|it|this|sounds|looks|is|that's|it's|it is"
    r"|that is|this is|i'm|i am|can't|cannot|with|by|me|to|for)[\s,.!;:–—-]+)*"
    r"(?:great|good|perfect|super|nice|cool|fine|lovely|wonderful|excellent|awesome|brilliant|yay|hooray|noted|got it"
    r"|will do|wait to hear(?: back)?|(?:i'm )?(?:excited|curious|looking forward)(?: to (?:it|this|that|her answer))?"
    r"|fingers crossed|love it|here we go|can'?t wait|gut|prima|klasse|genial|parfait|perfecto)"
    r"(?: (?:with|by|for|to) me)?",
    re.IGNORECASE,
)


def is_praise(text: str) -> bool:
    """Whether a short text is nothing but content: "ok cool", "Great, looking forward to it!"."""
    if len(text) > LONGEST or "?" in text:
        return False
    parts = [part.strip() for part in re.split(r"[,.!;:)–—]+", text) if part.strip()]
    praised = [part for part in parts if not _FILLER.fullmatch(part)]
    return bool(praised) and all(_PRAISE.fullmatch(part) for part in praised)


def kind(text: str, *, soft: bool = False) -> str:
    """What a short text that is nothing but a brake says: "stop", "hold", "wait", or "" where there is more to it.

    soft: it stands under a draft or a letter that goes, so "oops" and "let me think" say it too."""
    if len(text) > LONGEST:
        return ""
    clauses = [" ".join(part.split()) for part in _BETWEEN.split(text)]
    found = [_clause(clause, soft=soft) for clause in clauses if clause]
    said = [what for what in found if what != "filler"]
    if not said or "" in said or len(found) > MOST_CLAUSES:
        return ""
    if said == ["no"] and len(found) == 1:
        return ""  # a bare no has meanings of its own
    return STOP if set(said) == {STOP} else HOLD if {HOLD, STOP, "no"} & set(said) else WAIT


def _clause(clause: str, *, soft: bool) -> str:
    if _NOS.fullmatch(clause):
        return HOLD
    words = _REPEATED.sub(r"\1", clause)
    patterns = {_STOPS: STOP, _HOLDS: HOLD, _WAITS: WAIT}
    if soft:
        patterns |= {_SOFT: HOLD, _SOFT_WAITS: WAIT}
    for _ in range(4):
        for pattern, name in patterns.items():
            if pattern.fullmatch(words):
                return name
        if re.fullmatch(r"no|nope", words, re.IGNORECASE):
            return "no"
        if _FILLER.fullmatch(words):
            return "filler"
        shorter = _END.sub("", _FRONT.sub("", words, count=1) if _FRONT.match(words) else words)
        if shorter == words:
            return ""
        words = shorter
    return ""


def _brake(_match: re.Match[str], line: Line) -> Command | None:
    reading = line.reading
    code = _CODE.search(line.text)
    text = _CODE.sub("", line.text) if code else line.text
    match kind(text, soft=reading.under_draft or reading.answering == GOES):
        case "stop":
            return _stop(line)
        case "wait":
            return Command(Verb.SKIP, reading.thread, op="later", code=_said(code), ask=UNTIL_WHEN, line=line.text)
        case "hold":
            if reading.under_draft and _DROPS.fullmatch(line.text):
                return None  # that is SKIP
            return Command(Verb.SKIP, reading.thread, op="hold", code=_said(code), line=line.text)
        case _:
            return None


def _said(code: re.Match[str] | None) -> str:
    return code[0].upper() if code else ""


def _stop(line: Line) -> Command:
    """A bare STOP: under a letter that goes it is asked how much is meant ("Which reading wins", 3)."""
    reading = line.reading
    if reading.thread is None:
        return Command(Verb.STOP, ask="Whom shall I stop writing to, or everything?", line=line.text)
    if reading.answering == GOES:
        return Command(Verb.STOP, reading.thread, ask=HOW_MUCH, line=line.text)
    return Command(Verb.STOP, reading.thread, op="person", line=line.text)


RULES = (Rule(re.compile(rf".{{2,{LONGEST}}}", re.DOTALL), _brake),)
