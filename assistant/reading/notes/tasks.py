"""Which lines are a task, and whose: by a marker, in a list of actions, or by the name beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.notes import tongues
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.doing import DOING, HANDING, INGS, THIRDS
from assistant.reading.notes.headings import says_action
from assistant.reading.notes.owners import owned, suffixed
from assistant.reading.notes.promises import prose
from assistant.reading.notes.task import Task

LONGEST = 2000
LONGEST_NAME = 40
HANDING_THIRDS = frozenset(form for form, verb in THIRDS.items() if verb in HANDING)


_MARK = re.compile(
    r"^[*_`]{0,3}(?P<mark>(?:new )?(?:action(?: items?| points?)?|ai|ap|a\.i\.)(?:[-\s]?\d{1,4})?"
    r"|to[- ]?do|doing|in progress|task|homework|next steps?|follow[- ]?up"
    r"|aufgabe|[aà] faire|tarea|tarefa|azione|actie|accion|acci[oó]n|a[cç][aã]o)\b[*_`]{0,3}"
    r"(?:\s?[(\[](?P<in>[^)\]]{1,40})[)\]]|\s(?P<for>for\s|on\s|@)?(?P<by>[^\W\d_][\w.'-]{0,19}(?:(?:\s|\s?[+&/]\s?)[\w"
    r".'-]{1,20})?))?[*_`]{0,3}"
    r"\s?(?P<sep>[:=→]|->|[-–—]{1,2}(?=\s))[*_`]{0,3}\s*(?P<rest>(?!//)\S.*)$",
    re.IGNORECASE,
)
_BARE_MARK = re.compile(r"^(?:AI|TODO|ACTION)\s+(?P<rest>(?!is\b|was\b|tools?\b|models?\b|items?\b)\S.*)$")
# "action for me get the sample", as it is said aloud.
_FOR_WHO = re.compile(
    r"^(?:and |then |an? |one )?(?:action|task|to-?do|homework|job)s? (?:item )?(?:for"
    r"|on) (?P<who>[^\W\d_][\w'-]{1,20})[,:]?"
    r"\s(?:(?:is )?to )?(?P<rest>(?!is\b|was\b|are\b)\S.*)$",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"^\[(?P<who>[^\]]{1,40})\]\s*(?!\()(?P<rest>\S.*)$")
VERB = (
    r"(?:send|ask|book|call|email|e-mail|mail|write|read|prepare|draft|finish"
    r"|update|register|submit|pay|contact|check|find|set up|schedule"
    r"|review|share|apply|order|buy|sign up|sign|collect|list|rewrite|redo"
    r"|follow up|talk to|speak to|speak with|talk with|arrange|organi[sz]e"
    r"|upload|publish|download|invite|reply|print|fix|research|look up|look"
    r" into|make|create|build|try|practi[sc]e|bring|add|remove|cut"
    r"|complete|reach out|get|ping|text|phone|message|visit|attend|join|enrol"
    r"|enroll|learn|study|watch|test|measure|track|plan|compare"
    r"|choose|pick|decide|define|describe|map|sketch|record|report|present"
    r"|interview|gather|tidy|clean|cancel|confirm|renew|request|propose"
    r"|post|polish|shorten|revise|proofread|translate|calculate|work out"
    r"|figure out|put together|come up with|block|start|stop|keep|hand in"
    r"|count|tell|give|return|remind|thank|suggest|ring|raise|lend|introduce|hand|chase|forward|unlock|scan|fill in"
    r"|line up"
    r"|email|copy|bake|cook|wash|pack|cost|loop in|approach|investigate|explore|rehearse|sort out|nail down"
    r"|go through"
    r"|change|delete|install|set"
    r"|do)"
)
# "Call with Lee", "plan of the year": a thing and no request.
_NO_THING = (
    r"(?!(?:with|of|goes|comes|needs|takes|starts|ends|begins|remains|stays|is|was|are|were|has|had|will|looks?|sounds?|went|works?|prices?|again"
    r"|you for|i|you|we|they|she|he)\b)"
)
_BEFORE = r"^(?:pls |please |also |then |first |and )?"
IMPERATIVE = re.compile(rf"{_BEFORE}{VERB}\s{_NO_THING}(?P<rest>\S.*)$", re.IGNORECASE)
# Whatever one can do: it is meant where a day stands beside it, or where one asks the other for it.
ANY_IMPERATIVE = re.compile(
    rf"{_BEFORE}(?:{VERB}|{'|'.join(sorted(DOING, key=len, reverse=True))})\s{_NO_THING}(?P<rest>\S.*)$", re.IGNORECASE
)
# "rework the pricing page": before an article there is a verb, or one of few other words.
_SHAPE = re.compile(
    rf"{_BEFORE}(?P<verb>(?!(?:all|about|after|and|are|as|at|before|be|been|both|but|by|during|even|ever|find|for|from"
    r"|got|gave|had|half|has|have|heard|how|if|in|into|is|just|left|like|made|maybe|met|more|most|need|never|no|nor|not"
    r"|of|off|on|once|only|or|over|perhaps|quite|rather|said|same|saw|such|since|so|sent|spoke|than|that|then|thought"
    r"|till|to|told|too|took|under|until|up|very|was|went|were|what|when|where|which|while|who|why|with|within"
    r"|without|wrote|know|trust|love|own|mind|enjoy|hate|miss|want|hope|feel|think|see|wish)\b)"
    r"[a-z]{3,}(?<!ed)(?<!ing)(?<![^s]s)(?<!ly))(?: (?:up|out|down|off|in|back|over|through|with|to|for))?"
    r" (?:the|an?|my|our|her|his|their|this|these|those|two|three|four|five|\d+|me|him|them|us|it)\s\S",
    re.IGNORECASE,
)


def begins_with_verb(text: str) -> bool:
    """Whether words begin with a verb, known or by what stands behind it: "rework the pricing page"."""
    return ANY_IMPERATIVE.match(text) is not None or _SHAPE.match(text) is not None


# Words that begin a sentence and no "Name: task".
_SENTENCE = re.compile(r"(?:i|she|he|we|you|they|my mentor|both of us|so|and|then|also|the|this|that)\b", re.IGNORECASE)
# "Ada will update her page": hers is the doer's own; in "send her the page" her is somebody else.
OWN = re.compile(
    r"\b(?:her|his|their)\b(?=\s+(?!(?:the|an?|my|to|about|on|for|by|with"
    r"|in|at|and|or|when|that|if|before|after|next|this)\b)[^\W\d_])",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:none|no (?:new )?(?:actions?|action items?)|n/?a|nil|nothing|keine|aucune?|ninguna?|nessuna?|geen|[-–—])"
    r"(?: (?:this|for) (?:week|time|now|month|me|us)| yet| today| so far)?[\s.!]*",
    re.IGNORECASE,
)


def marked(text: str, names: Cast, *, many: bool = False) -> Task | None:
    """A task by its own marker: "ACTION: …", "AI -- …", "TODO(me): …", "[Mira] …"; None without one.

    many: in minutes of many a bare "TODO" is a remark."""
    head = text[:LONGEST]
    match = _MARK.match(head)
    if match and not (many and not says_action(match["mark"])):
        rest = text[match.start("rest") :].strip()
        given = match["in"] or match["by"] or ""
        role = names.role(given)
        if role:
            return Task(rest, role, marked=True, said=True, words=rest)
        if match["by"] and (match["sep"] not in ":=→->" or (given.islower() and not match["for"])):
            return None  # "follow up with Lee - he knows", "action item scribe: Lee": words and no name
        return listed(rest, names)
    if (match := _FOR_WHO.match(head)) and (role := names.role(match["who"])):
        rest = text[match.start("rest") :].strip()
        return Task(rest, role, marked=True, said=True, words=rest)
    if not many and (match := _BARE_MARK.match(head)):
        return listed(text[match.start("rest") :].strip(), names)
    if (match := _GROUPED.match(head)) and (role := names.role(match["who"])):
        rest = text[match.start("rest") :].strip()
        return Task(rest, role, marked=True, said=True, words=rest)
    return None


def is_none(text: str) -> bool:
    """Whether a list says that there is nothing on it."""
    return _NONE.fullmatch(text.strip()) is not None


def listed(rest: str, names: Cast, *, owner: str = "", other: str = "") -> Task:
    """An item of a list of actions. owner, other: whose list it is, where its heading says so."""
    if _SENTENCE.match(rest) and (found := prose(rest, names, speaker="")):
        return Task(found.text, found.owner, marked=True, said=True, words=rest)
    one = owned(rest, names)
    if one.role == "me" and names.names(rest[: len(rest) - len(one.text)], "me"):
        one = replace(one, text=OWN.sub("my", one.text))
    role = one.role or ("" if one.other else owner)
    third = one.other or ("" if role else other)
    return Task(one.text, role, third, marked=True, said=bool(role or third), words=rest)


def by_name(text: str, names: Cast, *, item: bool, dated: bool) -> Task | None:
    """An unmarked line with its owner: "… -> me", "… [Mira]", "Mira: send …", "Mira → it". dated: it names a day."""
    if (item or _TAIL_ARROW.search(text[-140:]) or _WITH_DAY.search(text[-140:])) and (found := suffixed(text, names)):
        tail = text[len(found.text.rsplit(" ", 1)[0]) :]
        given = "[" in tail or _WITH_DAY.search(text[-140:]) or re.search("->|→|=>", text)
        if given or is_taskish(found.text, dated=False):
            return None if _CLOSED_TAG.search(tail) else Task(found.text, found.role, said=True, words=text)
    one = owned(text, names)
    before = text[: len(text) - len(one.text)] if text.endswith(one.text) else ""
    if len(one.text) < LONGEST_NAME and names.role(one.text):
        return None  # "Mentor: Minerva McGee"
    if not one.role or not before or not re.search(r"[:→>–—)\]-]\s*$|^[(@]", before) or one.text.endswith("?"):
        return None
    if before.startswith("@") and IMPERATIVE.match(one.text):
        return Task(one.text, one.role, said=True, words=text)
    dated = dated or one.role == "both" or _PRONOUN.match(before) is not None
    said_twice = any(is_taskish(part, dated=dated) for part in one.text.split(" / "))
    if re.search(r"->|→|=>", before) or said_twice or before.startswith("("):
        return Task(one.text, one.role, said=True, words=text)
    return None


def is_own(text: str, names: Cast) -> bool:
    """Whether the writer's own name stands before a line, which says whose it is: nobody quotes themselves."""
    match = re.match(r"(?P<who>[^:–—-]{1,39}?)(?::|\s[–—-])\s", text[:60])
    return match is not None and names.role(match["who"]) == names.writer


# "Me: the letter": beside a pronoun a thing is what is to be done; beside a name it may be what they said.
_PRONOUN = re.compile(
    r"(?:me|i|you|both|both of us|mine|hers?|his|him|she|he|ich|moi|yo|eu|io|ik|ja|jeg|jag|minä)\s?:", re.IGNORECASE
)
_TAIL_ARROW = re.compile(r"->|→|=>|\]\s*$")
# "(Ada, by 30 Nov)": whose and until when says that it is a task, in whatever words.
_WITH_DAY = re.compile(
    r"[(\[][^()\[\]]{2,40}?,\s?(?:by|due|until|before|bis|avant|pour|antes del?|entro|até|voor)\b"
    r"[^()\[\]]{1,30}[)\]]\W*$",
    re.IGNORECASE,
)
_CLOSED_TAG = re.compile(r"\b(?:done|erledigt|fait|hecho|fatto|ok|sent)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|thinks|says|said|likes|knows|wants|feels|finds|seems|can|could|would|should|might"
    r"|isn't|doesn't"
    r"|ist|war|hat|findet|est|était|trouve|es|era|tiene|cree|è|ha|trova|é|tem|acha|heeft|vindt)\b",
    re.IGNORECASE,
)
MOST_NOUNS = 12


def is_taskish(text: str, *, dated: bool) -> bool:
    """Whether words behind a name are something to do: a verb of doing, an infinitive, or a thing with a day."""
    head = text[:LONGEST]
    first = re.match(r"(?:pls |please |to |will |also |then |and )?(?P<verb>[^\W\d_][\w'-]*)\s+\S", head, re.IGNORECASE)
    verb = first["verb"].lower() if first else ""
    if verb in DOING or verb in INGS or verb in HANDING_THIRDS or re.match(r"(?:to|will)\s", head):
        return True
    if IMPERATIVE.match(head) or tongues.is_infinitive(head) or (dated and _SHAPE.match(head)):
        return True
    return dated and len(head.split()) <= MOST_NOUNS and not _FINITE.search(head)
