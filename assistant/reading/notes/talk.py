"""A talk written down: who speaks, and what one asks for and the other takes on ("Could you …?" – "Will do")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.notes.cast import Cast
from assistant.reading.notes.doing import DOING
from assistant.reading.notes.sentences import clauses
from assistant.reading.notes.task import Task
from assistant.reading.notes.tasks import ANY_IMPERATIVE
from assistant.reading.notes.unnamed import bare
from assistant.reading.transcripts import LABELS, SPEAKER, STAMP

_ACCEPTS = re.compile(
    r"^(?:(?:ok(?:ay)?|right|great|good|fine|thanks|thank you|perfect|got it|sounds good)[,.!]? )*"
    r"(?:yes|yep|yeah|aye|on it|sure|will do|i will|i'll do(?: that| it)?|i can do"
    r"|of course|absolutely|deal|done|happy to|no problem|certainly|definitely"
    r"|d'accord|bien s[uû]r|oui|volontiers|ja|gerne|klar|sí|claro|vale|certo|va bene|sì|sim|tak|jasne|evet"
    r"|okay|ok)\b",
    re.IGNORECASE,
)
# "Friday is difficult. Next Monday I can do it."
_CAN = re.compile(
    r"\bi(?:'ll| will| can| could)(?: \w+)? (?:do|manage|make|finish|send) (?:it|that|this|them)\b", re.IGNORECASE
)
_TAG = re.compile(r",\s(?:(?:would|could|will|can) you|please|ok(?:ay)?|yes|right)(?: please)?\?$", re.IGNORECASE)
_SUITS = re.compile(
    r"^(?:(?:ok(?:ay)?|yes|yep|yeah|oh|that|it|the \w+|[a-z]+(?= (?:is|works|suits)\b)|great|good)(?:'s)?[,.!]? )*"
    r"(?:works|suits|is (?:good|fine|perfect|ok)|fine|good|great|perfect|lovely|see you then|i'll be there|booked"
    r"|in my diary)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:(?:ok(?:ay)?|so|then|and|right|great|good|also|next),? )*(?:(?:could"
    r"|can|would|will) you (?:please |also |then |maybe )*(?P<rest>\S.{3,})\?|(?:please|kindly) (?P<please>\S.{3,}))$",
    re.IGNORECASE,
)
_DO = re.compile(r"^(?:(?:ok(?:ay)?|so|then|and|right|great|good|also|next|well|kindly),? )+(?=\w)", re.IGNORECASE)
_THAT_AND = re.compile(r"^do (?:that|it|this),?\s(?:and )?(?=\w+ \w+ \w)", re.IGNORECASE)
MOST_ANSWER = 200  # characters of an answer that may say until when
MOST_ASKED = 14  # words of a request
_LONG = re.compile(r"[^\W\d_]{4,}")
_NO_OBJECT = frozenset(
    [
        "will",
        "have",
        "this",
        "that",
        "then",
        "them",
        "with",
        "from",
        "okay",
        "right",
        "sure",
        "great",
        "good",
        "done",
        "today",
        "tonight",
        "tomorrow",
        "morning",
        "evening",
        "week",
        "next",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "your",
        "mine",
    ]
)
_IT = re.compile(r"\b(?:it|that|this|them)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Utterance:
    role: str  # "me", "mentor", "" for somebody else
    text: str


def utterance(line: str, names: Cast) -> Utterance | None:
    """Who says what in a line of a transcript; None for a line without a speaker."""
    bare_line = STAMP.sub("", line[:2000])
    match = SPEAKER.match(bare_line)
    if not match or (match["nick"] or match["name"]).casefold() in LABELS:
        return None
    rest = STAMP.sub("", line)[match.start("said") :].strip()
    return Utterance(names.role(match["nick"] or match["name"]), rest)


def request(spoken: list[str]) -> str:
    """What the sentences of one utterance ask the other to do; "" where they ask for nothing."""
    wanted = ""
    for asked in spoken:
        sentence = _TAG.sub(".", asked)
        parts = [_DO.sub("", part).strip() for part in clauses(sentence)]
        clean = next((one for one in parts if bare(one)), "") or next(
            (
                one
                for one in parts
                if not (wanted or one.endswith("?")) and _is_asked(one) and len(one.split()) <= MOST_ASKED
            ),
            "",
        )
        if match := _ASKS.match(sentence):
            said = (match["rest"] or match["please"] or "").strip()
            if said.split()[0].lower() not in DOING and not (wanted and _IT.search(said)):
                continue
            wanted = f"{wanted} {sentence}".strip() if wanted and _IT.search(said) else said
        elif clean:
            wanted = f"{wanted} {clean}" if wanted and _IT.search(clean) else _THAT_AND.sub("", clean)
    return wanted


def _is_asked(text: str) -> bool:
    """Whether words ask for something that they name: "Leave it." does not."""
    return ANY_IMPERATIVE.match(text) is not None and len(set(_LONG.findall(text.lower())) - _NO_OBJECT) > 1


def takes(answer: Utterance) -> bool:
    """Whether an answer begins with that a proposal is fine: "Works. See you then."."""
    return _SUITS.match(answer.text) is not None or _ACCEPTS.match(answer.text) is not None


def accepted(wanted: str, answer: Utterance) -> Task | None:
    """The task that an answer takes on; None where it does not."""
    if not wanted or answer.role not in {"me", "mentor"} or not _is_taken(wanted, answer.text):
        return None
    first = re.split(r"(?<=[.!?])\s", answer.text, maxsplit=1)[0]
    if can := next((one for one in re.split(r"(?<=[.!?])\s", answer.text[:MOST_ANSWER]) if _CAN.search(one)), ""):
        return Task(wanted.rstrip("?. ") + ".", answer.role, said=True, words=can)
    first = answer.text[:MOST_ANSWER] if is_same(wanted, answer.text[:MOST_ANSWER]) else first
    return Task(wanted.rstrip("?. ") + ".", answer.role, said=True, words=f"{wanted} {first}")


def _is_taken(wanted: str, answer: str) -> bool:
    """Whether an answer takes on what is wanted: "Sure", "Next Monday I can do it"; "Thursday works" to a question."""
    if _ACCEPTS.match(answer) or _CAN.search(answer[:MOST_ANSWER]):
        return True
    return wanted.endswith("?") and _SUITS.match(answer) is not None


def is_same(wanted: str, answer: str) -> bool:
    """Whether an answer promises no more than was asked for: "lock the price" – "on it, will lock it by Monday"."""
    asked, said = (set(_LONG.findall(text.lower())) - _NO_OBJECT for text in (wanted, answer))
    return bool(asked & said) or not said
