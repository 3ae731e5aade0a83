"""Which sentences are a decision: "we agreed …", "no longer …", "it was resolved that …", in whichever tongue."""

from __future__ import annotations

import re

from assistant.reading.notes import tongues

_NOW = r"(?:also |have |then |both |finally |all |just |now )*"
_SETTLED = (
    r"(?:agreed|decided|settled|concluded|resolved|set one goal|set a goal|said no|said we|chose|chosen|opted|at one\b"
    r"|of one mind|landed on|went with|ruled out|dropped|gave up on|signed off on"
    r"|c[ao]me down on the side of)"
)
_DECIDED = re.compile(
    "|".join(
        (
            # the sentence begins with it
            rf"^(?:we|it was|both|you both)?\s?{_NOW}(?:agreed|decid(?:ed|et|d)|settled|resolved|concluded)\b",
            (
                rf"\b(?:we|you both|both of us|the two of us|\w+ and (?:i|me)|(?:i|me) and \w+)(?:'ve| have"
                rf"| were|'re| are)?"
                rf" {_NOW}{_SETTLED}\b"
            ),
            r"^we\b.{1,120}\band (?:agreed|decided|settled) (?!to (?:meet|talk|speak))",
            (
                r"\b(?:it (?:was|is|has been)|it'?s|that'?s|that is|this is) (?:now |all |also |[a-z]{3,}ly )?"
                r"(?:agreed|finali[sz]ed|approved|concluded|determined|fixed|decided|settled|resolved|clear now"
                r"|final)\b"
            ),
            r"\b(?:plan|line|choice|route|rule) is (?:now |all )?(?:fixed|set|agreed|decided|settled|final)\b",
            r"\bwe shook (?:hands )?on\b",
            r"\bdecision (?:made|is|taken)\b|\bthe decision (?:is|was) to\b",
            r"\bwe(?:'ll| will| are|'re)? (?:no longer|go(?:ing)? with|stick(?:ing)? (?:with|to)|keep(?:ing)? to)\b",
            r"\bwe(?:'re| are) going ahead with\b",
            r"^(?:chose|chosen|opted|going with|sticking with|agreement reached|consensus)\b",
            r"\b(?:i|we)(?:'ve| have)? made (?:my|our) (?:decision|choice)\b",
            r"^(?:no longer|from now on)\b|\bfrom now on,? (?:i|we)\b",
            # what one does not do is decided; what one drops, too
            r"^(?:and |so |but )?we(?:'re| are) not (?:going to )?\w+",
            r"^(?:i|we)(?:'m| am|'re| are) (?:not|NOT) \w+ing\b.*\b(?:final|settled|decided)\b",
            r"\b(?:i|we) (?:have |'ve )?(?:made up (?:my|our) minds?)\b",
            (
                r"^(?:i|she|he) (?:have |has |'ve )?(?:also |now )?(?:decided|resolved|settled on|opted)\b"
                r"(?!.{0,20}\b(?:ago|once|then|back in|when)\b)"
            ),
            r"\bwe(?:'re| are) (?:now |both )?(?:dropping|parking|skipping|postponing|pausing|cancelling|canceling)\b",
            r"[-–—,(.]\s?(?:agreed|decided|decision|final|settled|firm)[)!. ]*$",
            (
                r"^(?:(?:the|our|my) )?(?:[\w'-]+ ){1,5}(?:stays?|remains?) (?:as (?:it is|is|they are|before)"
                r"|unchanged|the same)\b"
            ),
            # "hiring freeze agreed", "yes, decided, plastic only", "this was accepted by me"
            (
                r"^(?!.*\b(?:i|she|he|they|we|you|not|never|and|who|my|her|his|to"
                r"|be)\b)(?:[\w'%-]+ ){1,5}(?-i:[a-z])[\w'-]+ "
                r"(?:agreed|decided|settled)[.!]?$"
            ),
            r"^(?:(?:yes|yep|yeah|ok|okay|right|sure|fine|good)[,.!]? )+(?:agreed|decided|settled)\b[,:–—-]? \S",
            r"\bthis was (?:accepted|approved|agreed) by (?:me|us|both)\b",
        )
    ),
    re.IGNORECASE,
)
# "ok so decided: …", "Decision, final: …", "so we decided it: …", "[DECISION] …"
_LABEL = re.compile(
    r"^(?:[^\W\d_]{2,20} / )?(?:(?:k|ok|okay|so|then|and|yes|right|alright|outcome:|result:),?\s)*"
    r"(?:(?:my|our|the|final|big|one|main),?\s)*"
    r"(?:(?:decision|(?:(?:we|i)(?:'ve| have)? )?(?:both )?(?:decided|agreed|resolved|settled)"
    r"(?: (?:it|this|that|one thing|two things))?"
    r"|it(?:'s| is) final)"
    r"(?:,?\s(?:then|final|made|now|today|is|taken|by both))?\s?(?:[:=]|,\s(?=\w+ing\b))|decided,\s(?=(?:we|no|not"
    r"|it|it's|the|that)\b)"
    r"|\[(?:decision|decided|agreed|dec)\]\s*:?\s*(?=\w))",
    re.IGNORECASE,
)
# "no second shop before 2028", "no beehives this year": what is not to be, and for how long.
_BAN = re.compile(
    r"^(?:(?:so|and|also|=)\s)*(?:no|not)(?: (?:more|new|other|further))?+ (?!one\b|need\b|idea\b|answer|news\b|repl"
    r"|response|word\b"
    r"|luck\b|decision|date\b|time\b|conclusion|problem|sure\b|yet\b|only\b|much\b|enough\b|so\b|feedback|progress|sign"
    r"|actions?\b|meetings?\b|questions?\b|changes?\b|bad\b|clear\b|known\b|in\b|a\b|the\b)[^.!?;]{2,60}?"
    r" (?:this (?:year|season|term|semester|spring|summer|autumn|fall|winter|month|quarter|time)|before|until|till"
    r"|for now|any ?more|from now on|for the time being|next (?:year|season|term))\b",
    re.IGNORECASE,
)
_SEAL = re.compile(
    r"(?:(?:that|it|this)(?:'s| is| was) |we )?(?:now |all |both |have )*(?:agreed|decided|settled|decision made|final"
    r"|done deal|it's a deal"
    r"|that's the decision|(?:i|we)(?:'ve| have) decided|finali[sz]ed)(?: then| now)?[.!]?"
    r"(?:, (?:no going back|final|full stop|finish|and that's|end of|done)[^,.]{0,20})?",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"^[^:→=>.!?]{2,48}(?:\s?(?:→|->|=>)\s*|:\s+)")
_WE_DO = re.compile(
    r"^(?:(?:and|so|yes|yeah|ok|okay|right|fine|then),? )*we(?:'ll| will)? "
    r"(?:start|keep|stop|focus|go|use|drop|skip|stick|wait|leave|begin|continue|postpone|move|try"
    r"|take|limit"
    r"|stay|park|pause|cancel|hold|pass|buy|sell|build|hire|apply|submit|publish|choose|pick|name|rent|launch|close"
    r"|open|play"
    r"|run|make|cut|add|charge|raise|lower|fix|set|do not|don't|won't|will not)\b(?!.*\?)",
    re.IGNORECASE,
)


# What stands before a decision's colon, or above a list of them.
_HEAD = re.compile(
    r"(?:(?:the|our|my|final|joint|main|big|key|one|today's) )*(?:decisions?|dec|verdict|ruling|consensus"
    r"|final call|agreement reached|signed off)"
    r"(?: (?:made|taken|reached|today|so far|of the day|log|we made|now|then|final|point|#?\d{1,2}))*"
    r"|(?:what |things |points )?(?:we|we've|we both|both)(?: have)? (?:decided|agreed|settled|concluded|resolved)"
    r"(?: on| upon)?"
    r"|(?:what(?:'s| is| was| got) )?(?:decided|agreed|settled|concluded|resolved|fixed|finali[sz]ed|accepted|approved"
    r"|validated|ratified)"
    r"(?: (?:on|upon|today|now|so far|then|together|by both|with \w+|between us))*"
    r"|we(?:'re| are)? (?:go(?:ing)?|stick(?:ing)?) with|we (?:fix|settle|agree|decide)(?: on)?|it(?:'s"
    r"| is) (?:final|decided|settled|agreed)"
    r"|(?:that's )?final",
    re.IGNORECASE,
)


def is_label(head: str) -> bool:
    """Whether words before a colon, or a heading, say that decisions follow: "Decided today", "Rozhodnuto", "DEC"."""
    said = head.strip(" *_:#.–—-[]")
    if re.fullmatch(r"(?:\d{1,2}\.? )?dec\.?(?: \d{1,4})?", said, re.IGNORECASE) and said != "DEC":  # the month
        return False
    return _HEAD.fullmatch(said) is not None or tongues.is_decided_label(said)


def is_decision(text: str) -> bool:
    """Whether a sentence or clause says what was decided."""
    head = text[:400]
    return _DECIDED.search(head) is not None or _BAN.match(head) is not None or tongues.is_decided(head)


def is_labelled(text: str) -> bool:
    """Whether a sentence says of itself that it is a decision: "so, final decision: I drop the course"."""
    head = text[:400]
    topic = _TOPIC.match(head)
    return _LABEL.match(head) is not None or (topic is not None and _LABEL.match(head[topic.end() :]) is not None)


def is_seal(text: str) -> bool:
    """Whether a sentence only says that the one before it is decided: "Settled."."""
    return _SEAL.fullmatch(text[:60].strip(" ()")) is not None


def is_plan(text: str) -> bool:
    """Whether both now do, or no longer do, something: "we keep the old name"."""
    head = text[:400]
    topic = _TOPIC.match(head)
    return _WE_DO.match(head[topic.end() :] if topic else head) is not None
