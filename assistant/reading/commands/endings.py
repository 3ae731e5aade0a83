"""Why an agreement ends, in the protégé's own words: "we reached the goal", "she has no time any more" (L40)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.rules import Line, about, person, rule

COMPLETED, PRIORITIES, NOT_WORKING, THEIR_TIME, NO_REASON = (
    "completed",
    "priorities",
    "not_working",
    "their_time",
    "no_reason",
)
LONGEST = 200  # characters of a reason
MOST_OWN = 12  # words of a reason that a letter can say as it stands
_NTH = {
    "1": COMPLETED,
    "first": COMPLETED,
    "2": PRIORITIES,
    "second": PRIORITIES,
    "3": NOT_WORKING,
    "third": NOT_WORKING,
}
_ORDER = re.compile(
    r"(?:the |number |no\.? ?|reason )?(?P<nth>[123]|first|second|third)(?: one| reason)?", re.IGNORECASE
)
_THEY = r"(?:she|he|they|her|his|their)"
# The first that fits: "no reason" before all, hers before mine, what failed before what is done.
_TONES = (
    (
        NO_REASON,
        (
            r"^(?:for )?(?:no|without (?:any |a )?|not any )(?: ?particular| ?special| ?real)? ?reasons?\b|^none\b"
            r"|^just because\b"
            r"|\b(?:rather not say|don't want to say|no need for a reason)"
        ),
    ),
    (
        NOT_WORKING,
        (
            r"(?:\bnot\b|n't\b|\bnever\b|\bno longer\b|\bhardly\b).{0,25}\b(?:work(?:s|ed|ing)?(?: out)?|help(?:s|ed"
            r"|ful|ing)?|useful|a (?:good )?fit"
            r"|fit|what i need|click|get along|lead anywhere)\b|\b(?:no chemistry|going nowhere|leads nowhere"
            r"|a waste|disappoint\w+"
            r"|not working|pointless)\b"
        ),
    ),
    (
        THEIR_TIME,
        (
            rf"\b{_THEY}\b.{{0,30}}\b(?:(?:no|little|less|not enough|hardly any|n't (?:have )?(?:any |the "
            rf"|enough )?)\s*time|busy|overloaded"
            r"|full|swamped|leav(?:es|ing)|retir(?:es|ing|ed)|mov(?:es|ing) away|stops?)\b"
        ),
    ),
    (
        COMPLETED,
        (
            r"\b(?:reached|achieved|accomplished|succeeded|completed?|finished|done|learn(?:ed|t)|got (?:the|a|my"
            r"|what)|have (?:the|my) "
            r"(?:job|role|promotion)|promoted|(?:it|that) worked|what i came for|take it from here|goals? (?:is|are"
            r"|was|were) met|met (?:the|my|our) goals?)\b"
        ),
    ),
    (
        PRIORITIES,
        (
            r"\b(?:chang(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|new (?:job|field|role|city|team|company|boss|direction)"
            r"|no(?:t enough)? time|too busy"
            r"|too much|priorit\w+|other things|something else|focus|baby|child|parental|maternity|relocat\w+"
            r"|stud(?:y|ies|ying)|switch\w*"
            r"|leav(?:e|ing)|money|health|family|shifted|different)\b"
        ),
    ),
)
_OWN = re.compile(
    r"(?:i am|i'm|i have|i've|i will|i'll|i got|i start(?:ed)?|my [\w ]{3,30} (?:is|has|have|are)) \w.*", re.IGNORECASE
)
_OF_ACTION = re.compile(r"(?:done|finished|move|drop)\b[^.]{0,20}#?\d", re.IGNORECASE)  # "done 2" is no reason
_LEAD = re.compile(
    r"^(?:(?:because|since|as|well|so|it's that|the reason is(?: that)?|reason:?|that)[,:]?\s+)+", re.IGNORECASE
)


def tone_of(words: str) -> str:
    """Which reason words give, "" for none that is known."""
    said = _LEAD.sub("", straight(words).strip(" .!,;:–—-"))
    if len(said) > LONGEST or said.endswith("?") or _OF_ACTION.match(said):
        return ""
    if match := _ORDER.fullmatch(said):
        return _NTH[match["nth"].lower()]
    return next((tone for tone, pattern in _TONES if re.search(pattern, said, re.IGNORECASE)), "")


def own_words(words: str) -> str:
    """The reason as a letter can say it, "I am changing fields"; "" where it speaks of them, or at length."""
    said = _LEAD.sub("", straight(words).strip(" .!,;:–—-"))
    speaks_of_them = re.search(rf"\b{_THEY}\b", said, re.IGNORECASE)
    if speaks_of_them or "time" in said.lower().split() or len(said.split()) > MOST_OWN or not _OWN.fullmatch(said):
        return ""
    return said[:1].upper() + said[1:]


def reasoned(command: Command, words: str, reading: Reading) -> Command | None:
    """The ending with its reason; None where the words give none."""
    words = _with_pronouns(words, reading)
    tone = tone_of(words)
    if not tone:
        return None
    return replace(command, text=tone, because=own_words(words) if tone in (PRIORITIES, COMPLETED) else "")


def _with_pronouns(words: str, reading: Reading) -> str:
    """ "Minerva is leaving" as "she is leaving"."""
    for who in mentioned(words, reading):
        words = re.sub(rf"\b{re.escape(who.named)}\b", "she", words, flags=re.IGNORECASE)
    return words


def told(whole: str, reading: Reading) -> Command | None:
    """An answer to "which reason is true?", in words or by its number."""
    if reading.answering != "wrap_up":
        return None
    return reasoned(Command(Verb.WRAP_UP, reading.thread, op="wrap_up", line=whole[:400]), whole, reading)


def _with_reason(match: re.Match[str], line: Line) -> Command | None:
    """ "wrap up with Minerva, we reached the goal"."""
    who = person(match, line)
    command = about(Verb.WRAP_UP, who, line, op="wrap_up") if who else None
    return reasoned(command, " ".join((match["text"], line.more)), line.reading) if command else None


def _below(match: re.Match[str], line: Line) -> Command | None:
    """ "wrap up Minerva", and why on the lines below."""
    who = person(match, line)
    if who is None:
        return None
    command = about(Verb.WRAP_UP, who, line, op="wrap_up")
    return (reasoned(command, line.more, line.reading) or command) if line.more else command


RULES = (
    rule(
        r"(?:wrap(?: it| things)? up|finish|close)(?: with)? {who}(?: ?[,:;.–—-]+ ?| because | since "
        r"| as )(?:because )?(?P<text>.+)",
        _with_reason,
        "more",
    ),
    rule(r"wrap(?: it| things)? up(?: with)?(?: {who})?", _below, "more"),
)
