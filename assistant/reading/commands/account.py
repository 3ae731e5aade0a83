"""Every clause is accounted for: what a mail says beside its commands is courtesy or prose, else it is asked about.

Nothing is passed over in silence: a partial reading that says nothing of the rest is the fault.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import joined, straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.free_words import of_line
from assistant.reading.commands.meant.clauses import sentences
from assistant.reading.commands.orders import not_understood, orders

_LONGEST = 1500
# Whoever reads one of these has read the whole text, or says what it did not read.
_TAKES_ALL = frozenset({
    *(Verb.UNKNOWN, Verb.NOTES, Verb.EDIT, Verb.ANSWER, Verb.HELLO, Verb.THANKS_ONLY, Verb.SEND, Verb.YES, Verb.NO),
    *(Verb.PREP, Verb.CHOICE, Verb.RECAP, Verb.FIELDS, Verb.SKIP, Verb.STOP),
})  # fmt: skip
# Whose text is the writer's own: what others said, and terms, hold no further wish.
_FREE_TEXT = frozenset({
    *(Verb.ABOUT, Verb.IMPACT, Verb.THANK, Verb.GOALS, Verb.REMIND, Verb.NEW_MENTOR, Verb.REACH_OUT, Verb.ACTIONS),
    *(Verb.RELATION, Verb.WHY, Verb.HELP),
})  # fmt: skip
# Beside what is only shown a question is another way to ask for it: "Why? Which rule made this mail?"
_SHOWS = frozenset({Verb.HELP, Verb.STATUS, Verb.REFLECT, Verb.PLAN, Verb.FIND, Verb.HEALTH, Verb.WHY})
# What is ordered of it was said before: "set up the series", "help me wrap it up", "please log it".
_BACK = re.compile(
    r"\b(?:it|them|'?em|this|that(?! (?:we|i|you|he|she|they|the|it|my)\b)|she|her|he|him|his|they|their|something"
    r"|the (?:series|invit\w+|meeting|calendar|draft|note|same|rest|questions|blurb|intro\w*)"
    r"|the relationship|show me$|(?:hold|keep) (?:everything|all|mails?) back|(?:send|make) (?:an? )?invit\w+)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;]\s+(?:(?:and|then|but|plus|also)\s+)*|\s(?:and|plus|then)\s(?:also\s|then\s)*", re.IGNORECASE
)
_NO_WORD = re.compile(r"[^\w@]+")
_MOST_CLAUSES = 8
_FEW = 3  # words of "all right?", "does that work?"
_Key = tuple[Verb, str | None, int | None]


def unaccounted(text: str, found: list[Command], reading: Reading) -> list[Command]:
    """The questions about sentences and clauses that bid something, or say one more thing, and became no command."""
    if not found or len(text) > _LONGEST or any(one.verb in _TAKES_ALL for one in found):
        return []
    people = {one.person for one in found}
    if len(people) == 1 and None not in people:
        reading = replace(reading, thread=people.pop())  # "she", and what names nobody, is about them
    known = {_key(one) for one in found}
    texts = [one for one in found if one.verb is not Verb.REMIND]  # what is to be done then ends with its sentence
    shown = all(one.verb in _SHOWS for one in found)
    said = sentences("\n".join(line for line, _ in joined(tuple(text.split("\n")))))
    alone = [of_line(sentence, reading) for sentence in said]
    # A command that no sentence says alone was read from several: it accounts for one order among them.
    spare = len(known - {_key(one) for each in alone for one in each})
    left: list[str] = []
    for index, sentence in enumerate(said):
        if any(_is_said(one, known) for one in alone[index]):
            left += _clauses(sentence, found, known, reading)
        elif _is_wish(sentence, first=not index, shown=shown) and not _is_text_of(sentence, texts):
            spare -= 1
            left += [sentence] if spare < 0 else []
    return [not_understood(words) for words in left]


_MEANWHILE = re.compile(
    r"\b(?:(?:in|for|on|during) (?:those|these|that|the) (?:days?|weeks?|time|dates?|period)|those days"
    r"|(?:in the )?meantime"
    r"|meanwhile|during that|while i(?:'m| am)|until (?:then|i(?:'m| am) back))\b",
    re.IGNORECASE,
)


def paused_once(found: list[Command]) -> list[Command]:
    """ "I am away 9-20 June, please hold everything those days" is one thing: the absence holds everything."""
    away = any(one.verb is Verb.SETTING and one.op in {"away", "quiet"} for one in found)
    return [
        one for one in found if not (away and one.verb is Verb.STOP and one.op == "all" and _MEANWHILE.search(one.line))
    ]


def _is_wish(sentence: str, *, first: bool, shown: bool) -> bool:
    return (_is_question(sentence) and not shown) or (orders(sentence) and (first or not _BACK.search(sentence)))


def _is_question(sentence: str) -> bool:
    """Whether something is asked; "ok?", "right?" and the like ask nothing."""
    return sentence.rstrip(" \"')").endswith("?") and len(sentence.split()) > _FEW


def _clauses(sentence: str, found: list[Command], known: set[_Key], reading: Reading) -> list[str]:
    """The clauses of a sentence that say something else than its command, which stands in the first of them."""
    parts = [part for part in _CLAUSE.split(sentence)[:_MOST_CLAUSES] if part.strip()]
    alone = any(_is_said(one, known) for one in of_line(parts[0], reading)) if parts else False
    verbs = frozenset() if alone else frozenset(one.verb for one in found)  # "1 and 3 are for goal 2" is one thing
    return [part for part in parts[1:] if _is_lost(part, found, known, reading, verbs)]


def _is_lost(clause: str, found: list[Command], known: set[_Key], reading: Reading, verbs: frozenset[Verb]) -> bool:
    if _BACK.search(clause) or _is_text_of(clause, found):
        return False
    more = of_line(clause, reading)
    if any(_is_said(one, known) or one.verb in verbs for one in more):
        return False
    return any(_is_certain(one) for one in more) or orders(clause)


def _is_said(command: Command, known: set[_Key]) -> bool:
    """Whether this is one of the commands, or says its verb once more; "hold everything" is what being away means."""
    verbs = {verb for verb, _, _ in known}
    bare = not (command.person or command.candidates or command.number)
    paused = command.verb is Verb.STOP and bare and Verb.SETTING in verbs
    return _key(command) in known or paused or (command.verb in verbs and bare)


def _is_certain(command: Command) -> bool:
    held = command.verb in _TAKES_ALL and command.verb is not Verb.STOP
    return not (held or command.ask or command.candidates)


def _is_text_of(words: str, found: list[Command]) -> bool:
    """Whether a command took these words along as its free text."""
    texts = (
        text
        for one in found
        if one.verb in _FREE_TEXT
        for text in (one.text, one.because, *(value for _, value in one.fields))
    )
    plain = _plain(words)
    return any(plain in _plain(text) for text in texts if text)


def _key(command: Command) -> _Key:
    return command.verb, command.person or command.named or None, command.number


def _plain(text: str) -> str:
    return " ".join(_NO_WORD.sub(" ", straight(text).lower()).split())
