"""Which sentences are a decision: "we agreed …", "no longer …", "it was resolved that …", in whichever tongue."""

from __future__ import annotations

import re

from assistant.reading.notes import tongues

_DECIDED = re.compile(
    r"^(?:we|it was|they|both|you both)?\s?(?:also |have |then |finally |both )*(?:agreed|decid(?:ed|et|d)|settled"
    r"|resolved|concluded)\b"
    r"|\b(?:we|you both|they|both of us)(?:'ve| have| were|'re)? (?:also |then |both |finally |all"
    r" |just )*(?:agreed|decided"
    r"|settled|concluded"
    r"|resolved|set one goal|set a goal|said no|said we|chose|opted|at one\b|of one mind|landed on|went with"
    r"|ruled out|dropped|gave up on)\b"
    r"|^we\b.{1,120}\band (?:agreed|decided|settled) (?!to (?:meet|talk|speak))|\b(?:it (?:was|is|has been)"
    r"|it's) (?:agreed|determined|fixed"
    r"|decided|settled|resolved|clear now)\b|\bdecision (?:made|is|taken)\b"
    r"|\bwe(?:'ll| will| are|'re)? (?:no longer|go(?:ing)? with|stick(?:ing)? (?:with|to)|keep(?:ing)? to)\b"
    r"|^(?:no longer|from now on)\b"
    r"|^(?:and |so |but )?we(?:'re| are) not (?:going to )?\w+|^(?:i|we)(?:'m| am|'re| are) (?:not"
    r"|NOT) \w+ing\b.*\b(?:final|settled|decided)\b|\b(?:i|we) (?:have |'ve )?(?:made up (?:my|our) minds?)\b"
    r"|^(?:i|she|he) (?:have |has |'ve )?(?:decided|resolved|settled on|opted)\b"
    r"|\bwe(?:'re| are) (?:now |both )?(?:dropping|parking|skipping|postponing|pausing|cancelling|canceling)\b"
    r"|[-–—,(]\s?(?:agreed|decided|decision)[)!. ]*$",
    re.IGNORECASE,
)
# "ok so decided: …", "Decision, final: …", "decided then: …"
_LABEL = re.compile(
    r"^(?:(?:k|ok|okay|so|then|and|yes|right|right,|alright|outcome:|result:),?\s)*(?:(?:my|our|the|final|big"
    r"|one|main),?\s)*"
    r"(?:decision|decided|agreed|resolved)(?:,?\s(?:then|final|made|now|today|is|taken"
    r"|by both))?\s?(?:[:=]|,\s(?=\w+ing\b))",
    re.IGNORECASE,
)
_WE_DO = re.compile(
    r"^we (?:start|keep|stop|focus|go|use|drop|skip|stick|wait|leave|begin|continue|postpone|move|try|take|limit|stay"
    r"|pause|cancel|hold"
    r"|do not|don't|won't|will not)\b(?!.*\?)",
    re.IGNORECASE,
)


def is_decision(text: str) -> bool:
    """Whether a sentence or clause says what was decided."""
    head = text[:400]
    return _DECIDED.search(head) is not None or tongues.is_decided(head)


def is_labelled(text: str) -> bool:
    """Whether a sentence says of itself that it is a decision: "so, final decision: I drop the course"."""
    return _LABEL.match(text[:400]) is not None


def is_plan(text: str) -> bool:
    """Whether both now do, or no longer do, something: "we keep the old name"."""
    return _WE_DO.match(text[:400]) is not None
