"""Plain words where we asked just that: "are you ready to commit?", "does it fit?" (L26, P65, P66).

Only under the mail that asks: anywhere else "not yet" is a brake and "I'm ready" says nothing.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.rules import Line, Make, Rule

_READY = re.compile(
    r"(?:(?:yes|yep|yeah|sure|ok|okay|absolutely|definitely|of course)\b[\s,.!–—-]*)?"
    r"(?:(?:i am|i'm|we are|we're)(?: (?:so|very|totally|absolutely|all))?(?: ready| in)?|ready"
    r"|let'?s (?:do (?:it|this)|go)|count me in|go for it)"
    r"(?: (?:to (?:commit|go|start)|for (?:it|this)|now))?[\s.!:)]*",
    re.IGNORECASE,
)
_NOT_READY = re.compile(
    r"(?:no\b[\s,.!–—-]*)?(?:(?:i am|i'm) )?not (?:quite |really )?(?:yet|ready|now|sure)(?: yet| now)?"
    r"(?: to commit)?[\s.!:(]*|(?:maybe |rather |not now,? )?later[\s.!]*",
    re.IGNORECASE,
)
_FITS = {
    "no": r"(?:no\b[\s,.!–—-]*)?(?:it|she|he|they)? ?(?:(?:does|did|do) not|(?:does|did|do)n't) (?:really )?fit"
    r"|not a (?:good )?fit",
    "maybe": r"(?:i'?m |i am )?not (?:quite )?sure(?: (?:it|she|he) fits?| about the fit)?|maybe|hard to say",
    "yes": r"(?:yes\b[\s,.!–—-]*)?(?:it|she|he|they|we) (?:really |definitely )?(?:fits?|fitted|match|clicked?)"
    r"(?: (?:really |very |so )?(?:well|perfectly|good))?|(?:a |it's a |it was a )?(?:great|good"
    r"|perfect) (?:fit|match)|we clicked",
}
_ASKS_FIT = frozenset({"notes_prompt", "fit_asked", "fit"})
_BEFORE = re.compile(
    r"(?P<text>\S.{1,300}?)[\s.!,;:–—-]+(?:so |it'?s a )?fit[:\s]+(?P<fit>yes|maybe|no)[\s.!:)]*",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r"(?:so:? )?fit[:\s]+(?P<fit>yes|maybe|no)[\s.!,;:–—-]+(?P<text>\S.{1,300})", re.IGNORECASE | re.DOTALL
)


def _word(verb: Verb) -> Make:
    return lambda _match, line: Command(verb, line=line.text) if line.reading.answering == "ready" else None


def _fits(op: str) -> Make:
    def make(_match: re.Match[str], line: Line) -> Command | None:
        asked = line.reading.answering in _ASKS_FIT
        return Command(Verb.FIT, line.reading.thread, op=op, line=line.text) if asked else None

    return make


def _with_words(match: re.Match[str], line: Line) -> Command | None:
    """ "it went great! fit yes": the answer, and the words beside it, which are kept."""
    if "?" in match["text"] or not line.reading.thread:
        return None
    text = match["text"].strip(" ,;:")
    named = mentioned(re.split(r"[.!?;]", text)[0], line.reading) if re.match(r"(?:for|with) ", text) else []
    person = named[0].id if len(named) == 1 and named[0].id else line.reading.thread
    return Command(Verb.FIT, person, op=match["fit"].lower(), text=text, line=line.text)


RULES = (
    Rule(_READY, _word(Verb.YES)),
    Rule(_NOT_READY, _word(Verb.NO)),
    *(Rule(re.compile(rf"(?:{said})[\s.!:)]*", re.IGNORECASE), _fits(op)) for op, said in _FITS.items()),
    Rule(_BEFORE, _with_words),
    Rule(_AFTER, _with_words),
)
