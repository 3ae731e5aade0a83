"""What others said commands nothing: their words in quotes, or told as theirs ("Which reading wins", 5 and 6).

"My broker told me never to write to May" stops nobody. A report of an answer, a note and a tale are no commands of
theirs, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.meant.clauses import sentences
from assistant.reading.commands.meant.having_read import tells_reading
from assistant.reading.commands.orders import IN_ORDER

# What a mail may tell of others, or what its free text holds, is the writer's own to say.
_TOLD = frozenset({
    *(Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.AGREED, Verb.ASSIGNED, Verb.NEW_MENTOR, Verb.INTRODUCE),
    *(Verb.ABOUT, Verb.NOTES, Verb.THANK, Verb.IMPACT, Verb.GOALS, Verb.REMIND, Verb.FIELDS, Verb.EDIT, Verb.RECAP),
    *(Verb.ANSWER, Verb.PREP, Verb.NO_SHOW, Verb.HELLO, Verb.UNKNOWN, Verb.THANKS_ONLY, Verb.HELP, Verb.COFFEE),
    *(Verb.CALENDAR, Verb.CHOICE, Verb.YES, Verb.NO),
})  # fmt: skip
_ANSWERS = frozenset({Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.AGREED})
_PRONOUNS = frozenset({"she", "he", "they"})
_WHO = (
    r"(?:(?:my|our|the|an?|one of (?:my|our|the)|some|this|that)(?: (?!i\b|to\b|you\b|please\b)[\w'-]+){1,3}"
    r"|s?he|somebody|someone|every(?:one|body)"
    r"|(?-i:(?!(?:I|We|You|Have|Has|Had|Just|Already|Finally|Never|Well|Also|Then|And|But|So|Or|Not|Yes|No|If"
    r"|When|What|Who)\b)[A-Z][\w'-]+)(?: (?-i:[A-Z][\w'-]+))?)"
)
_HOW = (
    r"(?: (?:always|also|once|just|often|even|never|really|keeps?|kept|would|used to|has|have|had|still|clearly|only))*"
)
_WANTS = r"(?:want|ask|urge|beg|order|push|like|need)"
_SAYS = (
    r"(?:says|said|saying|told|tells|telling|wrote|writes|written|thinks|thought|reckons|feels|suggests|suggested"
    r"|recommends|recommended|advises|advised|insists|insisted|warns|warned|preaches|quotes|quoted"
    rf"|{_WANTS}(?:e?s|e?d|g?ed)? (?:me|us) to)\b"
)
_PEOPLE = (
    r"(?:they|people|(?:my|our|the|some|all)(?: [\w'-]+){1,2}s) (?:always |often |all )?(?:say|think|tell"
    r"|write|reckon|advise|suggest|recommend|insist)\b"
)
_TELLS = re.compile(
    rf"(?<!\w)(?:{_WHO}{_HOW} {_SAYS}|{_PEOPLE}"
    rf"|according to {_WHO}|as {_WHO} (?:says?|said|put it|puts it)"
    r"|(?:(?:i|we)(?:'ve| have)? )?(?:(?:just|once|recently) )?(?:read|heard|saw|seen)"
    r" (?:somewhere|online|that|it said|in (?:a|an|the|my|some)\b|on (?:a|the|some)\b))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"]{2,}\"")
_MARK = re.compile(r"^\s*(?:[-*•·–]|[a-z\d]{1,2}[.):])\s+|^\s*(?:[-*•·–]|[a-z\d]{1,2}[.):])\s*$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
# The writer's own wish, behind what was told: "she can't on Tuesday, so please move it".
_MINE = re.compile(
    r"[,;–—-]\s*(?:so|therefore|hence|then|but|and)?,?\s*(?:please|pls|kindly|(?:can|could|would) (?:you|we)|let'?s"
    r"|i(?:'d| would) like|i want)\b",
    re.IGNORECASE,
)


def without(text: str) -> str:
    """A text without what it tells as others' words; the text itself where it tells none."""
    out = text
    for sentence in sentences(straight(text)):
        told = _TELLS.search(sentence)
        if told is None or tells_reading(sentence.rstrip(" .!"), ""):
            continue
        quoted = _QUOTED.search(sentence)
        start = min(told.start(), quoted.start()) if quoted else told.start()
        mine = _MINE.search(sentence, max(told.end(), quoted.end() if quoted else 0))
        out = _cut(out, sentence[start : mine.start() if mine else len(sentence)])
    return out


def _cut(text: str, words: str) -> str:
    """Without these words, however they are wrapped."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return re.sub(spaced, lambda _: "", straight(text), count=1)


def own(found: list[Command], text: str, again: Callable[[str], list[Command]]) -> list[Command]:
    """The commands that are the writer's own; where all were others', that nothing was understood.

    again: reads a text anew."""
    rest = without(text)
    found = [one for one in found if not _is_of_another(one, text, rest)] or [_nothing(text)]
    if all(one.verb in _TOLD for one in found):
        return found
    if rest == text:
        return found
    bare = [IN_ORDER.sub("", f"{_MARK.sub('', line)} ").strip() for line in rest.split("\n")]  # of a list's marks
    rest = "\n".join(line if _LETTER.search(line) else "" for line in bare).strip(" ,;:–—-\n")
    said = {(one.verb, one.op, one.person, one.number) for one in (again(rest) if rest else ())}
    left = " ".join(rest.split())
    kept = [
        one
        for one in found
        if one.verb in _TOLD
        or (one.verb, one.op, one.person, one.number) in said
        or (one.line and one.line in left and one.line != left)  # a sentence of its own beside what was told
    ]
    return kept or [_nothing(text)]


def _is_of_another(command: Command, text: str, rest: str) -> bool:
    """Whether an answer would be of somebody whom only somebody else's words name. rest: the text without these."""
    if command.verb not in _ANSWERS or command.ask or not command.named or command.named in rest:
        return False
    if command.named.lower() in _PRONOUNS:  # somebody whom the thread, or another sentence, names
        return False
    spoken = _QUOTED.sub("", straight(text))
    return not any(command.named in told[0] for told in _TELLS.finditer(spoken))


def _nothing(text: str) -> Command:
    return Command(Verb.UNKNOWN, text=text, line=text[:400])
