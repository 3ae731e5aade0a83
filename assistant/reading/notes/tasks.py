"""Which words are a task, and whose: markers, promises and offers; tense and modality decide in prose.

Conditions and wishes are no tasks, and what somebody merely thinks or recommends is not one either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.reading.notes.cast import Cast
from assistant.reading.notes.headings import says_action
from assistant.reading.notes.owners import owned, suffixed

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Task:
    """A task's words and owner ("" where they are not said; `other` is a third person's name).

    marked: it has a marker or stands in a list of actions. said: its words name who does it, so it is no guess.
    words: where to look for its date."""

    text: str
    owner: str = ""
    other: str = ""
    marked: bool = False
    said: bool = False
    words: str = ""


_MARK = re.compile(
    r"^[*_`]{0,3}(?P<mark>(?:new )?(?:action(?: items?| points?)?|ai|ap|a\.i\.)(?:[-\s]?\d{1,4})?"
    r"|to[- ]?do|task|homework|next steps?|follow[- ]?up"
    r"|aufgabe|[aà] faire|tarea|tarefa|azione|actie|accion|acci[oó]n|a[cç][aã]o)\b[*_`]{0,3}"
    r"(?:\s?[(\[](?P<in>[^)\]]{1,40})[)\]]|\s(?P<for>for\s|on\s|@)?(?P<by>[^\W\d_][\w.'-]{0,19}(?:\s[\w"
    r".'-]{1,20})?))?[*_`]{0,3}"
    r"\s?(?P<sep>[:=→]|->|[-–—]{1,2}(?=\s))[*_`]{0,3}\s*(?P<rest>(?!//)\S.*)$",
    re.IGNORECASE,
)
_BARE_MARK = re.compile(r"^(?:AI|TODO|ACTION)\s+(?P<rest>(?!is\b|was\b|tools?\b|models?\b|items?\b)\S.*)$")
_GROUPED = re.compile(r"^\[(?P<who>[^\]]{1,40})\]\s*(?!\()(?P<rest>\S.*)$")
_ASKING = r"(?:ask|asks|check|checks|see|find out|know|clarify|verify|look|test|decide|tell|confirm|whether)"
IF = re.compile(
    r"\b(?:if (?:i|she|he|we|it|the|they|there|that|this|my|possible|needed"
    r"|necessary|you|nothing|somebody)\b|unless\b|provided\b"
    r"|in case\b)",
    re.IGNORECASE,
)
_ASKING_IF = re.compile(rf"\b{_ASKING}\b[^.;,]{{0,60}}$", re.IGNORECASE)
CONDITION = re.compile(
    r"^(?:(?:and|but|so|then) )?(?:if|when|once|unless|in case|should (?:she"
    r"|he|they|i)|maybe|perhaps|possibly|ideally|one day"
    r"|would be|it would)\b",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\b(?:would (?:be|like|love|prefer|have)|could be|might|may(?: want)"
    r"|wish|hope to|hopes to|hoping|not decided|nice to have"
    r"|thinking (?:of|about)|probably|maybe|perhaps|some ?day|eventually|at some point|in theory)\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"\b(?:if i|unless|would like|wants|thinks|thought|recommends?|recommended"
    r"|suggest\w*|means|said that|told me|mentioned"
    r"|could|might|wishes|hopes|believes|feels)\b",
    re.IGNORECASE,
)
LEAD = (
    r"(?:(?:so|and|also|then|ok|okay|great|right|yes|yep|sure|fine|well|thanks|first|second|finally|lastly|but|meanwhile"
    r"|for next time|next time|in return|until then|before that|after that),?[.!]? )*"
)
_I_WILL = re.compile(
    rf"^{LEAD}(?P<who>i)(?:'ll| will(?: also| then| now)?| am going to|'m"
    rf" going to|'m gonna|'m to| am to| have to| must| need to|'ve got to"
    r"| got to| promised(?: \w+)? to| agreed to| committed(?: myself)? to"
    r"| offered to| said i(?:'d| would|'ll| will)| gotta| shall| should now"
    r"| owe \w+|'d better| undertook to| volunteered to| signed up to)\s(?P<rest>(?!be\b"
    r"|not\b|never\b|have (?!a |an |the |it |them |my )|admit\b|say\b|see\b)\S.*)$",
    re.IGNORECASE,
)
_OFFER = (
    r"(?:'ll| will(?: also| then| kindly)?| is going to|'s going to| is to"
    r"| has to| is happy to|'s happy to| is willing to| volunteered to"
    r"| (?:also |kindly |very kindly )?(?:offered|offers|offered me|offers"
    r" me|promised|promises|promised me|agreed|undertook|proposed)(?: to(?!"
    r" meet)|(?= me| us| my| a))"
    r"| owes me| said (?:she|he|they)(?:'ll|'d| will| would)| can (?=introduce"
    r"|send|share|connect|put me)| to(?= [a-z]{2,}\b))"
)
_PRESENT = (
    r"(?: (?:sends|gives|checks|introduces|shares|brings|writes|corrects"
    r"|reviews|reads|asks|looks|connects|forwards|calls|emails|books"
    r"|prepares|drafts|proofreads|organi[sz]es|arranges|refers|nominates"
    r"|signs|passes|puts|talks to|speaks to|contacts|pings))"
    r"(?= (?:me|us|it|them|the|my|our|her|his|this|that|both|all|you|with"
    r"|over|through|for|into|up|on|at|a|an|one|two|three|\d)\b)"
)
_THEY_WILL = re.compile(
    rf"^{LEAD}(?P<who>she|he|my mentor|[^\W\d_][\w.'-]{{1,25}}(?: [^\W\d_][\w'-]{{1,25}})??)(?:{_OFFER}"
    rf"|{_PRESENT})\s?(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_YOU_WILL = re.compile(
    rf"^{LEAD}you(?:'ll| will| have to| should| need to| promised to| agreed"
    rf" to| are going to|'re going to| were going to)\s(?P<rest>(?!be\b|see\b"
    rf"|find\b|have\b|never\b|not\b)\S.*)$",
    re.IGNORECASE,
)
_COULD_YOU = re.compile(
    rf"^{LEAD}(?:could|can|would|will) you (?:please |also |then )*(?P<rest>(?!be\b"
    rf"|not\b|see\b|think\b|imagine\b)\S.*)\?$",
    re.IGNORECASE,
)
_WE_WILL = re.compile(
    rf"^{LEAD}(?:we|both of us|we both)(?:'ll| will| are going to|'re going"
    rf" to)(?: both)?\s(?P<rest>(?!be\b|see\b|meet\b|speak\b|talk\b|have\b"
    rf"|not\b|never\b|decide\b|catch\b|need\b)\S.*)$",
    re.IGNORECASE,
)
_WANTS_ME = re.compile(
    r"^(?:and |also |so )?(?P<who>she|he|my mentor|[^\W\d_][\w.'-]{1,25}(?:"
    r" [^\W\d_][\w'-]{1,25})??) (?:asked|wants|wanted|expects|needs|asks"
    r"|challenged|gave|set) me"
    r"(?: the (?:homework|task))? to (?P<rest>(?!not\b|think\b|be\b|know\b)\S.*)$",
    re.IGNORECASE,
)
_AGREED_I = re.compile(
    r"^(?:and |also |so )?(?:we|it was) (?:also )?(?:agreed|decided|settled)(?:"
    r" that)? (?P<who>i|she|he|[^\W\d_]\w{1,25})(?:'ll|'d| will| would| should)\s(?P<rest>(?!not\b"
    r"|never\b)\S.*)$",
    re.IGNORECASE,
)
# The order of other tongues: "The certificate I must register this year".
_OBJECT_FIRST = re.compile(
    r"^(?:the|my|this|that) [\w '-]{2,40}? i (?:must|should|have to|need"
    r" to|will) (?!not\b|be\b|have\b)[a-z]+(?: (?:still|until|by|before|this"
    r"|next|on|in|to|with|for)\b.*|[.!]?$)",
    re.IGNORECASE,
)
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
    r"|do)"
)
IMPERATIVE = re.compile(rf"^(?:pls |please |also |then |first |and )?{VERB}\s(?P<rest>\S.*)$", re.IGNORECASE)
# Words that begin a sentence and no "Name: task".
_SENTENCE = re.compile(r"(?:i|she|he|we|you|they|my mentor|both of us|so|and|then|also|the|this|that)\b", re.IGNORECASE)
# "Ada will update her page": hers is the doer's own; in "send her the page" her is somebody else.
OWN = re.compile(
    r"\b(?:her|his|their)\b(?=\s+(?!(?:the|an?|my|to|about|on|for|by|with"
    r"|in|at|and|or|when|that|if|before|after|next|this)\b)[^\W\d_])",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:none|no actions?|n/?a|nil|nothing|keine|aucune?|ninguna?|nessuna?|geen|[-–—])[\s.!]*", re.IGNORECASE
)
_NEGATIVE = re.compile(
    r"^(?:i|she|he|we|you)?\s?(?:won't|will not|am not going|shouldn't|should"
    r" not|don't|do not|didn't|can't|cannot|no need)\b",
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


def by_name(text: str, names: Cast, *, item: bool) -> Task | None:
    """An unmarked item with its owner: "… -> me", "… (Mira)", "Mira: send …"."""
    if not item:
        return None
    if (found := suffixed(text, names)) and (
        IMPERATIVE.match(found.text) or "->" in text or "→" in text or "=>" in text
    ):
        return Task(found.text, found.role, said=True, words=text)
    one = owned(text, names)
    if re.match(r"(?:i|you|we|she|he|all|both)\b", text, re.IGNORECASE):
        return None  # a sentence, which is read as one
    if one.role and one.text != text.strip() and (IMPERATIVE.match(one.text) or re.match(r"(?:to|will)\s", one.text)):
        return Task(one.text, one.role, said=True, words=text)
    return None


def prose(text: str, names: Cast, *, speaker: str) -> Task | None:
    """A promise, an offer or a request in a sentence; None for any other. speaker: whose words they are, or ""."""
    head = text[:400]
    if names.writer == "mentor" and not speaker and (match := _COULD_YOU.match(head)):
        return Task(match["rest"].strip(), "me", said=True, words=text)
    if text.endswith("?") or _NEGATIVE.match(head) or CONDITION.match(head):
        return None
    me = speaker or names.writer
    other = "mentor" if me == "me" else "me"
    spoken = bool(speaker) or names.writer == "mentor"
    wish = WISH.search(head) is not None or hangs_on_if(head)
    if (_I_WILL.match(head) or _OBJECT_FIRST.match(head)) and not wish:
        return Task(text, me, said=True, words=text)
    if spoken and _YOU_WILL.match(head) and not wish:
        return Task(text, other, said=True, words=text)
    if _WE_WILL.match(head) and not wish:
        return Task(text, "both", said=True, words=text)
    if (match := _AGREED_I.match(head)) and (role := names.role(match["who"])) in {"me", "mentor"}:
        return Task(text, me if match["who"].lower() == "i" else role, said=True, words=text)
    if (match := _WANTS_ME.match(head)) and names.role(match["who"]) == "mentor" and not hangs_on_if(head):
        return Task(text, me, said=True, words=text)
    if (match := _THEY_WILL.match(head)) and not _VIEW.search(head[: match.start("rest")]) and not hangs_on_if(head):
        role = names.role(match["who"])
        if role in {"me", "mentor"} and not re.match(r"(?:be|not|never|also be)\b", match["rest"]):
            return Task(text, role, said=True, words=text)
    return None


def hangs_on_if(text: str) -> bool:
    """ "I'll apply if they open it" hangs on something; "I'll ask if they open it" does not."""
    match = IF.search(text)
    return match is not None and not (match[0].lower().startswith("if") and _ASKING_IF.search(text[: match.start()]))
