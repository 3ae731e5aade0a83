"""Which sentences are a promise, and whose: somebody, a word of intent, a verb of doing.

Conditions and wishes are no tasks, and what somebody merely thinks or recommends is not one either."""

from __future__ import annotations

import re

from assistant.reading.notes import tongues
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.doing import DOING, INGS, ONGOING, THIRDS
from assistant.reading.notes.modality import (
    CONDITION,
    LEAD,
    NEGATIVE,
    VIEW,
    from_subject,
    hangs_on_if,
    is_wish,
    without_fillers,
)
from assistant.reading.notes.present import EVENTS, present
from assistant.reading.notes.subjects import ADVERB, NAME, WHO, role_of
from assistant.reading.notes.task import Task
from assistant.reading.spelling import spelt

LONGEST = 400
# What is meant to be done. Behind it stands a verb, or what is taken on ("took on the letter").
_TO = (
    r"(?:'ll| will| wil| shall| gonna| going to| finna|(?: am| is| are|'m|'s|'re) (?:fixing to|fixin'? to|gonnae)"
    r"|'ve tae"
    r"| am to| is to| are to|'m to|'s to|'re to"
    r"|(?: am| is| are|'m|'s|'re) (?:also )?(?:going to|gonna|supposed to|meant to|due to|happy to|willing to|set to"
    r"|down to|ready to"
    r"|committed to|about to|responsible for|in charge of|taking on|taking care of|to have)"
    r"| mean to| means to| intend to| intends to| have to| has to|'ve to| (?:has|have) got to|'ve got to"
    r"|'s got to| got to| gotta| need to| needs to| must"
    r"| ought to|'d better"
    r"| better| should now| should to| owe(?:s)?(?: it)?(?: to)? (?:me|her|him|us)(?: the| a)? promise to"
    r"|(?: have| has|'ve|'s| had)? (?:also |kindly |very kindly )?(?:promised?|promises|agreed?|agrees|offered|offers"
    r"|committed|commits"
    r"|volunteered|volunteers|undertook|undertakes|undertaken|signed up|signs up|pledged|vowed|proposed)"
    r"(?: [^\W\d_][\w'-]{1,25})?"
    r" (?:to(?! meet)|that (?:i|she|he)(?:'d|'ll| would| will))"
    r"|(?: was (?:good|kind) enough to say|(?: have| has|'ve|'s)? (?:said|say|says|confirmed"
    r"|assured me)) (?:that )?(?:i|she|he|they|you)(?:'d|'ll| would| will|(?:'s|'m| is| am) (?:going to|gonna))"
    r"|(?: have| has|'ve|'s)? told (?:me|her|him|us) (?:that )?(?:i|she|he|you)(?:'d|'ll| would| will))"
)
_NOUN = (
    r"(?: still)?(?:(?: has| have|'ve|'s)? promised (?=(?!to\b|that\b|not\b|myself\b)\w)"
    r"| took on| takes on| take on| takes care of| take care of| took charge of| takes charge of"
    r"| committed to"
    r"| commits to| will do| volunteered for| owes?(?: to)? (?=[^\W\d_]{2})"
    r"|(?: has| have)? (?:promised|offered|promises|offers) (?=(?:me|her|him|us|you|[A-Z]\w+) (?:a|an|the|my|her|his"
    r"|some|two|three)\b))"
)
_WILL = re.compile(rf"^{LEAD}{WHO}{ADVERB}{_TO}{ADVERB} (?P<rest>\S.*)$", re.IGNORECASE)
_TAKES = re.compile(rf"^{LEAD}{WHO}{_NOUN}\s?(?P<rest>\S.*)$", re.IGNORECASE)
_BARE_TO = re.compile(rf"^{LEAD}{WHO} to (?P<rest>[a-zà-ÿ]{{2,}}\b.*)$", re.IGNORECASE)
_CAN = re.compile(
    rf"^{LEAD}{WHO} can (?P<rest>(?:introduce|send|share|connect|put me|lend|give|ask|forward|(?:get|find) (?:me"
    rf"|you|us|him|her))\b.*)$",
    re.IGNORECASE,
)
_MAY = re.compile(
    rf"^{LEAD}(?P<who>i) can (?P<rest>(?!not\b|be\b|see\b|only\b|do (?:the|it|that|this)\b)[a-z]+ \S.*)$", re.IGNORECASE
)
_COULD_YOU = re.compile(
    rf"^{LEAD}(?:could|can|would|will) you (?:please |also |then )*(?P<rest>(?!be\b|not\b|see\b|think\b"
    rf"|imagine\b|ever\b|say\b|consider\b|call it\b|agree\b|want\b|like\b|prefer\b)\S.*)\?$",
    re.IGNORECASE,
)
_WANTS_ME = re.compile(
    rf"^{LEAD}(?P<who>she|he|my mentor|{NAME})(?: also| then| really)? (?:asked|wants|wanted|expects|needs|asks"
    rf"|challenged|gave|set|told) "
    r"(?:me|you)(?: the (?:homework|task))? to (?P<rest>(?!not\b|think\b|be\b|know\b|stop\b|keep\b|relax\b"
    r"|slow\b|trust\b|focus\b|enjoy\b)\S.*)$",
    re.IGNORECASE,
)
# "Minerva's task is the speech", "tasks for me are …", "said she'd send it"
_TASK_IS = re.compile(
    r"^(?:the )?(?:(?P<mine>mine|hers)|(?P<own>my|her|his|[^\W\d_][\w-]{1,25}'s?)(?: only| first| next| main"
    r"| one)? (?:homework|job|task"
    r"|part|action|to-?do)s?"
    r"|(?:homework|job|task|action|to-?do)s? (?:for|of) (?P<of>me|her|him|us|[^\W\d_][\w-]{1,25})) (?:is|are|will be"
    r"|stays?) (?!to be\b|not\b|done\b|finished\b|that\b)\S",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"^{LEAD}(?:said|says|promised|agreed|confirmed|told)(?: (?:me|him|her|them|us))?(?: that)? "
    rf"(?P<who>i|she|he|{NAME})(?:'d|'ll| would| will) (?P<rest>\S.*)$",
    re.IGNORECASE,
)
# "Minerva promised that she makes a video"
_GIVES_WORD = re.compile(
    rf"^{LEAD}(?P<who>i|she|he|{NAME})(?: has| have)? (?:promised?|promises|offers|offered|agreed|(?P<said>said|says))"
    r"(?: (?:me|us))?(?: that)? (?:i|she|he) (?P<verb>[a-z]+) \S",
    re.IGNORECASE,
)
_AGREED_I = re.compile(
    rf"^{LEAD}(?:we|it was) (?:also )?(?:agreed|decided|settled)(?: that)? (?P<who>i|she|he|[^\W\d_]\w{{1,25}})"
    r"(?:'ll|'d| will| would| should)\s(?P<rest>(?!not\b|never\b)\S.*)$",
    re.IGNORECASE,
)
# The order of other tongues: "The certificate I must register this year".
_OBJECT_FIRST = re.compile(
    r"^(?:the|my|this|that) [\w '-]{2,40}? i (?:must|should|have to|need to|will) (?!not\b|be\b|have\b)[a-z]+"
    r"(?: (?:still|until|by|before|this|next|on|in|to|with|for)\b.*|[.!]?$)",
    re.IGNORECASE,
)
# "What I have to do is fix the login."
_CLEFT = re.compile(
    rf"^{LEAD}(?:what|all|the (?:one )?thing|one thing|my (?:homework|job|task|part)) (?:(?P<who>i|she|he) "
    r"(?:have to|has to|need to|needs to|must|'ll|will)(?: do)? )?(?:is|was),? (?:to )?(?P<rest>[a-z]+ \S.*)$",
    re.IGNORECASE,
)
# Behind a word of intent these say how things will be, and nothing that is done.
_BEING = "|".join(sorted(set(INGS) - ONGOING - EVENTS - {"going", "taking", "making", "doing"}))
_NO_DEED = re.compile(
    rf"(?:(?:also |then |still )?(?:be(?!\s(?:in touch|{_BEING}|speaking to|meeting with|visiting)\b)|not|never"
    rf"|always|no longer"
    r"|get (?:it|them|one)(?= (?:on|by|next|tomorrow|before)\b|\W*$)"
    r"|probably|tell you (?:who|what|why|how|something|one thing|a story)|like|love"
    r"|hate|need|know|feel|miss|think|see(?! (?:whether|if|to))|admit|say(?! to)|hope|want|wonder|enjoy|become"
    r"|turn (?:\w+t[yh]\b|\w+teen\b|\d)|remain|stay|understand"
    r"|remember(?! to)|believe|regret|mean|have(?! (?:\w+ for (?:me|you|her|him|us)\b|a (?:look|word|chat|go"
    r"|talk)|an? |the |it |them |my |"
    r"another |(?:her|his|someone|somebody|lee) \w+ )))\b)",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"(?:drop|skip|park|postpone|pause|shelve|cancel|stop|leave|keep|stick|hold off|wait|stay|go with)\b", re.IGNORECASE
)
_MEETING = re.compile(
    r"(?:(?:meet|see|speak|talk|catch|sit|chat|have|be|need|decide|regroup|reconvene|agree|confer|connect)\b"
    r"|(?:visit|call|get together|touch base|check in)\b.*\bagain\b)",
    re.IGNORECASE,
)
# ", who knows their director," between a subject and its verb
# "i said id email her"
_SHORT_I = re.compile(r"\b(?P<i>i'?d|ill|i ll|id) (?=(?:also |then |just )?(?P<verb>[a-z]+)\b)", re.IGNORECASE)
_ILL = re.compile(r"^ill (?=[a-z]+ (?:the|an?|my|her|his|it|them|him|this|that)\b)", re.IGNORECASE)
_SCANNED_I = re.compile(r"^l(?='ll\b| (?:will|am|have|[a-z]{3,}) )")  # as a scanner reads "I"
_SHORT_I_FOR = {"id": "I'd ", "i'd": "I'd ", "ill": "I'll ", "i ll": "I'll "}
_IMMA = re.compile(r"\b(?:imma|i'ma)\b", re.IGNORECASE)
_GOTTA = re.compile(r"\bi(?:'?ve)? gotta\b", re.IGNORECASE)
_DROPPED_G = re.compile(r"\b([a-z]{3,}in)\b'?", re.IGNORECASE)  # "I'm droppin off"
_IM = re.compile(r"\bim (?=gonna\b|going\b)", re.IGNORECASE)
_INSET = re.compile(
    r",\s(?:who|which|whose)\b[^,.;:]{3,80},\s?|,?\s(?:on (?:my|his|her) (?:side|part)|for (?:my|his|her) part),?\s"
)


# "Barbara said that she will come" gives her word, as "promised" does.
_GIVEN_WORD = re.compile(
    r"\b(?:offered|promised|agreed|(?:said|told (?:me|us)) that (?:i|she|he)(?='| will\b| would\b))\b", re.IGNORECASE
)
# "Don't forget, Ada: you told him …" in a note to oneself.
_CALLED = re.compile(r"^(?:[^\W\d_][\w' ]{1,24},\s)?[^\W\d_][\w'-]{1,20}\s?[:,]\s(?=you\b)", re.IGNORECASE)


def prose(text: str, names: Cast, *, speaker: str, dated: bool = False) -> Task | None:
    """A promise, an offer or a request in a sentence; None for any other. speaker: whose words they are, or "".

    dated: it names a day, which makes a promise of a present tense ("I write it by Friday")."""
    head = _INSET.sub(" ", spelt(_said_short(without_fillers(text[:LONGEST])), prose=False)).lstrip(
        " -–—*•.,;!)@\U0001f44d"
    )
    if names.writer == "mentor" and not speaker and (match := _COULD_YOU.match(head)):
        return Task(match["rest"].strip(), "me", said=True, words=text)
    head = from_subject(_CALLED.sub("", head) if names.to_self else head)
    if text.endswith("?") or NEGATIVE.match(head) or CONDITION.match(head):
        return None
    role = _promised(head, names, speaker, dated=dated)
    if not role and not is_wish(head):
        role = tongues.promise(head, names, dated=dated)
    return Task(_told(head, text), role, said=True, words=text) if role else None


def _told(head: str, text: str) -> str:
    """What the mentor told the writer to do, without who told it: "she told me to ask Lee" -> "ask Lee"."""
    match = _WANTS_ME.match(head)
    return match["rest"].strip() if match else text


def _said_short(text: str) -> str:
    """ "im gonna" and "id email" as "I'm gonna" and "I'd email": hurried hands leave out points."""
    text = _DROPPED_G.sub(lambda match: f"{match[1]}g" if f"{match[1].lower()}g" in INGS else match[0], text)
    text = _SCANNED_I.sub("I", text)
    text = _SHORT_I.sub(lambda m: _SHORT_I_FOR[m["i"].lower()] if m["verb"].lower() in DOING else m[0], text)
    text = _IMMA.sub("I'm going to", text)
    text = _ILL.sub("I'll ", text)
    return _GOTTA.sub("I have to", _IM.sub("I'm ", text))


def _promised(head: str, names: Cast, speaker: str, *, dated: bool) -> str:
    """Whose promise an English sentence is: "me", "mentor", "both", or "" for none."""
    if is_wish(head) and not _WANTS_ME.match(head):
        return ""
    if role := _given(head, names, speaker, dated=dated):
        return role
    match = _SAID.match(head) or _WILL.match(head) or _TAKES.match(head) or _CAN.match(head)
    match = match or (_MAY.match(head) if dated and speaker else None)
    if match and not _NO_DEED.match(match["rest"]) and (dated or " " in match["rest"].strip()):
        return _of_subject(match, head, names, speaker)
    if (match := _BARE_TO.match(head)) and not _NO_DEED.match(match["rest"]):
        role = role_of(match["who"], names, speaker)
        if role:  # "Minerva talks to HR" has none
            return role if match["who"].lower() not in {"you", "we"} else ""
    return present(head, names, speaker, dated=dated)


def _given(head: str, names: Cast, speaker: str, *, dated: bool) -> str:
    """Whose task a sentence says that it is: "it falls to …", "she asked me to …", "my task is …"; "" for none."""
    me = speaker or names.writer
    if _OBJECT_FIRST.match(head):
        return me
    if (match := _GIVES_WORD.match(head)) and _does(match, dated=dated):
        role = role_of(match["who"], names, speaker)
        return role if role in {"me", "mentor"} else ""
    if (match := _CLEFT.match(head)) and match["rest"].split()[0].lower() in DOING:
        return role_of(match["who"] or "i", names, speaker)
    if match := _FALLS.match(head):
        return role_of("i" if match["who"].lower() == "me" else match["who"], names, speaker)
    if (match := _AGREED_I.match(head)) and (role := role_of(match["who"], names, speaker)) in {"me", "mentor"}:
        return role
    if (match := _WANTS_ME.match(head)) and names.role(match["who"]) == "mentor" and not hangs_on_if(head):
        return me
    if match := _PASSIVE.match(head) or _TO_BE_DONE.search(head) or _OBJECT_BEFORE.match(head):
        return names.role(match["who"])
    match = _TASK_IS.match(head)
    return _possessor(match["mine"] or match["own"] or match["of"], names, speaker) if match else ""


def _does(match: re.Match[str], *, dated: bool) -> bool:
    """Whether a given word is to do something; what one merely says needs a day: "I said I make it by Friday"."""
    return (dated or not match["said"]) and (match["verb"] in DOING or match["verb"] in THIRDS)


# "It's on me to book the hall", "it falls to Minerva to ask"
_FALLS = re.compile(
    rf"^{LEAD}it(?:'s| is| falls| fell)(?: up| down)? (?:on|to|for) (?P<who>me|her|him|us|my mentor"
    rf"|{NAME}) to (?P<rest>\S.*)$",
    re.IGNORECASE,
)


# What follows a name at its end.
_NAMED = r"(?=\s(?:by|before|on|until|till|in|no|not|within|at)\b|[.,;]|$)"
# "The results will be sent by Ada"
_PASSIVE = re.compile(
    rf"^(?:the|a|an|all|this|that|these|both|my|her|our)\b.{{2,80}}?"
    r" (?:will|must|shall|should|(?:is|are) (?:going )?to|(?:has|have|needs?) to)"
    rf" be \w+(?:ed|en|nt|nd|wn|ne|ght|ade)\b"
    rf".{{0,60}}? by (?P<who>{NAME}){_NAMED}",
    re.IGNORECASE,
)


# "Budget - to be prepared by Ada", "Speaker list – Minerva will provide"
_TO_BE_DONE = re.compile(
    rf"\bto be \w+(?:ed|en|nt|wn|ne|ght|ade)\b.{{0,40}}? by (?P<who>{NAME}){_NAMED}",
    re.IGNORECASE,
)
_OBJECT_BEFORE = re.compile(
    rf"^[^.:;?!]{{3,60}}? [–—-]{{1,2}} (?P<who>{NAME}) (?:will|shall|to) (?:do|provide|send|bring|handle|prepare|take"
    r"|draft|write|organi[sz]e|arrange|check|own|lead)\b[^,;]{0,40}$",
    re.IGNORECASE,
)


def _possessor(word: str, names: Cast, speaker: str) -> str:
    """Who "my", "her", "Minerva's" or "me" is."""
    key = {"my": "i", "me": "i", "mine": "i", "hers": "she", "her": "she", "him": "he", "his": "he"}.get(
        word.lower(), word
    )
    return role_of(key.removesuffix("'s").removesuffix("'"), names, speaker)


def _of_subject(match: re.Match[str], head: str, names: Cast, speaker: str) -> str:
    who = match["who"].lower()
    role = role_of(who, names, speaker)
    if who == "you":
        return role if names.writer == "mentor" or speaker or names.to_self or names.to_mentor else ""
    if role == "both" and _NO_MORE.match(match["rest"]):
        return ""  # decided, and nothing is left to do
    if role == "both":
        return (
            ""
            if re.search(r"\b(?:agreed?|decided)\b", head[: match.start("rest")], re.IGNORECASE)
            or _MEETING.match(match["rest"])
            else "both"
        )
    said_before = head[: match.start("rest")]
    if who not in {"i", "we"} and VIEW.search(_GIVEN_WORD.sub("", said_before)):
        return ""
    return role
