"""How a rule is written: a pattern of a whole line, and what it makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import PARTICLES
from assistant.reading.commands.names import Who, resolve

WHO = r"(?P<who>[\w'@+.<>-]{2,64}(?: [\w'@+.<>-]{1,64}){0,3}?)"
CODE = r"(?P<code>[A-Za-z]\d[A-Za-z]\d)"
# Every word here can be read in one way only, and few of them: no input makes the rules slow.
_POLITE = (
    r"(?:(?:please|pls|ok|okay|so|and|also|then|now|kindly|hi|hey|hello|just|sorry|well|oh|oh no|btw"
    r"|by the way|alright"
    r"|great|perfect|actually|quick one|right)[,:.!]{0,2} "
    r"|(?:can|could|would|will) (?:you|we|i) |i think (?:we should |i should |i'd like to )?|(?:it'?s "
    r"|it is )?time to "
    r"|(?:lets|let's|let us|i'd like to|i'd like you to|i'd love to|i want to|i want you to|i would like to"
    r"|i would like you to|i need to|i need you to|i have to|we should|help me|i wish to) ){0,5}"
)
_TAIL = (
    rf"(?:[,]? (?:please|pls|{PARTICLES}|thanks|thank you|thx|now|again|for me|if possible|if you can|when you can"
    r"|asap|too|also|as well|ok|okay"
    r"|a lot|cheers|robin)){0,4}[\s.!?…:;()😀-🙏👍👌🎉✅☺️-]*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line, what follows it, and the moment. `more`: up to the blank line; `rest`: everything after."""

    text: str
    more: str
    rest: str
    reading: Reading


Make = Callable[[re.Match[str], Line], "Command | None"]
MORE, REST = "more", "rest"


@dataclass(frozen=True, slots=True)
class Rule:
    """`takes`: which following lines the rule's free text swallows ("more", "rest" or none)."""

    pattern: re.Pattern[str]
    make: Make
    takes: str = ""


def rule(expression: str, make: Make, takes: str = "", *, polite: bool = True) -> Rule:
    """A rule for a whole line; `{who}` and `{code}` stand for a person and a draft's code, `(?P<text>…)` is free."""
    body = expression.replace("{who}", WHO).replace("{code}", CODE)
    spaced = re.sub(
        r"\[[^\]]*\]| \?| ", lambda m: m[0] if m[0][0] == "[" else r"\s{0,4}" if m[0] == " ?" else r"\s{1,4}", body
    )
    tail = (
        ""
        if "(?P<text>" in expression and expression.rstrip(")").endswith((".*", ".+", ".+?", ".*?"))
        else _TAIL.replace(" ", r"\s{1,2}")
    )
    head = _POLITE.replace(" ", r"\s{1,2}") if polite else ""
    return Rule(re.compile(rf"{head}(?:{spaced}){tail}", re.IGNORECASE | re.DOTALL), make, takes)


def simple(verb: Verb, op: str = "", *, asks: str = "") -> Make:
    """A rule that says nothing but its verb."""
    return lambda _match, line: Command(verb, op=op, ask=asks, line=line.text)


def person(match: re.Match[str], line: Line) -> Who | None:
    """Who is named by the rule's `{who}`, else the thread's person; None where the name is nobody's of the book."""
    word = named_in(match)
    return resolve(word, line.reading) if word else Who(line.reading.thread)


def named_in(match: re.Match[str]) -> str:
    """The name in the alternative of a rule that matched: `{who}`, `{who2}` …; "" for none."""
    return next((said for group, said in match.groupdict().items() if group.startswith("who") and said), "")


# Where nobody is named the engine may know whom: the next meeting, the one active mentor.
_ENGINE_KNOWS = frozenset({Verb.MEET, Verb.WRAP_UP, Verb.HEALTH, Verb.PREP, Verb.NOTES, Verb.NO_SHOW, Verb.FIT})


def about(verb: Verb, who: Who, line: Line, *, op: str = "", text: str = "", because: str = "") -> Command:
    """A command about a person, with the question that an unclear name needs."""
    ask = f"Which {who.named} do you mean?" if who.candidates else ""
    if who.id is None and not who.candidates and verb not in _ENGINE_KNOWS:
        ask = "Whom do you mean?"
    return Command(verb, who.id, who.candidates, who.named, op, text=text, because=because, ask=ask, line=line.text)


def on_person(verb: Verb, op: str = "") -> Make:
    """A rule that needs a person and may carry free text; it is none where the name is nobody's."""

    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        if who is None:
            return None
        text = (match.groupdict().get("text") or "").strip(" :—–-")
        return about(verb, who, line, op=op, text=text, because=(match.groupdict().get("because") or "").strip())

    return make
