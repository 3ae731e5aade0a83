"""Words by which a mentor may end the meetings: "let's call it a day", "this is my last month", "end our sessions".

They are never a yes; whether they are an end is the protégé's to say.
"""

from __future__ import annotations

import re

_MEETINGS = r"(?:meetings|sessions|talks|calls|mentoring|mentorship|arrangement|relationship|conversations)"
_OURS = rf"(?:(?:our|my|the|these|being your|your) )?(?:\w+ )?{_MEETINGS}"
_ENDS = re.compile(
    r"\b(?:call it a day|call it quits|part ways|go our separate ways"
    r"|(?:this|next|december|it|that|november|january)(?: \w+)? (?:is|will be|would be|was|has to be)"
    r" (?:my|our|the) (?:last|final) (?:month|week|meeting|session|one|talk|call|time|term|year)"
    rf"|(?:end|ending|finish|conclude|wind up|wrap up|discontinue|terminate|quit) {_OURS}"
    rf"|(?:stop|stopping) (?:our|the|these|mentoring|being your)(?: {_MEETINGS})?"
    rf"|(?:step|stepping|pull|pulling) (?:back|down|away|out)(?: (?:from|of|as) {_OURS})?"
    r"(?! (?:for|until|till|a bit)\b)"
    r"|(?:can|could|will|able to) ?(?:no longer|not(?: \w+)? any ?more) (?:meet|mentor|be your mentor|continue|go on)"
    r"|(?:can't|cannot|won't|not able to|unable to) (?:continue|go on|carry on|keep (?:mentoring|meeting|this up))"
    r"|(?:bring|brought|draw) (?:this|it|our \w+|the \w+) to (?:an end|a close)|come to an end"
    r"|my last (?:month|week|term) (?:here|with you|as))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:don't|do not|never|no need to|not) (?:\w+ ){0,2}(?:end|stop|finish|quit|call it)\b", re.IGNORECASE
)


def may_end(text: str) -> bool:
    """Whether a mentor's words may end what runs between the two."""
    words = " ".join(text.replace("’", "'").split())[:3000]
    return bool(_ENDS.search(words)) and not _NOT.search(words)
