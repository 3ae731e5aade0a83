"""Tasks that the writer of notes leaves without a person: "need to send it", "email Lee", "I rewrite it by Friday"."""

from __future__ import annotations

import re

from assistant.reading.notes.cast import Cast
from assistant.reading.notes.modality import CONDITION, IF, LEAD, WISH, hangs_on_if
from assistant.reading.notes.task import Task
from assistant.reading.notes.tasks import IMPERATIVE, VERB, begins_with_verb

MOST_WORDS = 14  # of a line that begins with a verb and names nobody
MOST_CHARACTERS = 160

_DROPPED_I = re.compile(
    r"^(?:and |also |so )?(?:need to|need(?= an? | the | my )|gonna|going"
    r" to|will(?= (?-i:[a-z]))|must|have to|got to|gotta|should(?= (?-i:[a-z]))|remember"
    r" to|don't forget to"
    r"|make sure to|to do:?|todo)\s(?P<rest>(?!be\b|not\b|do[.!]?$)\S.*)$",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    rf"^{LEAD}i {VERB}\s(?P<rest>\S.*)$",
    re.IGNORECASE,
)
# "Please find below", "do the needful": manners, and no thing to do.
_MANNERS = re.compile(
    r"(?:please|kindly|pls) (?:find (?:what|below|attached|enclosed|herewith|here|my notes)|see|note|refer"
    r"|do the needful|excuse|forgive|ignore|bear)\b|do the needful",
    re.IGNORECASE,
)
# "No pressure", "start small", "keep going", "stop applying cold": advice, which is a point and no task.
_ADVICE = re.compile(
    r"^(?:pls |please |also |and )?(?:start|stop|keep|learn|try|make sure"
    r"|get better|choose|pick|decide|plan|get|make)\b",
    re.IGNORECASE,
)


def present(text: str, names: Cast) -> Task | None:
    """ "I rewrite the discussion": the present tense of a promise, where an arrow or a date makes it one."""
    if not _PROMPT.match(text[:400]) or text.endswith("?") or WISH.search(text[:400]):
        return None
    return Task(text, names.writer, said=True, words=text)


def dropped_subject(text: str) -> Task | None:
    """ "need to send her the form", "gonna email them": the "I" that notes leave out."""
    if len(text) > MOST_CHARACTERS or text.endswith("?") or WISH.search(text) or hangs_on_if(text):
        return None
    return Task(text, "me", said=True, words=text) if _DROPPED_I.match(text) else None


def bare(text: str, *, dated: bool = False) -> Task | None:
    """A short line that begins with a verb: something to do, but nobody says who will. dated: it names a day."""
    if (
        len(text) > MOST_CHARACTERS
        or text.endswith("?")
        or _MANNERS.match(text)
        or WISH.search(text)
        or IF.search(text)
        or CONDITION.match(text)
    ):
        return None
    begins = begins_with_verb(text) if dated else IMPERATIVE.match(text) is not None
    if begins and len(text.split()) <= MOST_WORDS and not _ADVICE.match(text):
        return Task(text, "", words=text)
    return None
