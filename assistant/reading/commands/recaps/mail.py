"""A mail under a recap, taken apart: every correction in it, and what of it was not understood (L33).

Once one part is a correction, nothing else of the mail is lost: another command stays one, and any other words are
told back as not understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import tasks
from assistant.reading.commands.approving import short_word
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import is_bare_thanks
from assistant.reading.commands.preps import shares
from assistant.reading.commands.reader import match_line
from assistant.reading.commands.recaps import lines
from assistant.reading.commands.recaps.following import following, meets_again
from assistant.reading.commands.recaps.owners_days import fix
from assistant.reading.commands.recaps.refs import correction, whose
from assistant.reading.dates import day
from assistant.reading.dates.words import MONTH

LONGEST = 1500  # characters: a longer mail is no correction
MOST_PARTS = 60
WEAK = frozenset({"fix", "due", "next"})
_OWNERS = {"me": "me", "mine": "me", "her": "mentor", "hers": "mentor", "his": "mentor", "both": "both", "ours": "both"}

_THAT_IS = re.compile(r"^(?:that's|thats|that is|it's|it is|rather)\s+", re.IGNORECASE)
# What opens a correction, and what may stand beside one.
_LEAD = re.compile(
    r"^(?:(?:ok|okay|yes|no|nope|fine|good|well|hi|hello|so|sorry|oh|ah|wait|actually|hmm|also|then|oops|please"
    r"|pls)\b[,.:!]*\s+(?!\d+ ?$))*"
    r"(?:(?:but|and|only|just|though|also|except(?: that)?)\s+)*"
    r"(?:(?:an?|the|one|two|just|only|small|little|minor|quick|tiny|short) ){0,3}"
    r"(?:(?:correction|fix|change|amendment)s?(?::|,| [–—-])\s?)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:please|pls|thanks|thank you|thx|ok|though|actually|btw|kindly correct))+$", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?:and )?(?:all (?:of )?)?(?:the )?(?:rest|others?|everything else|other (?:points?|things?|lines?|items?))"
    r"(?: of it| is| are| was| were| looks?| stays?| all| can stay| as){0,3}"
    r" (?:ok|okay|fine|good|right|yes|correct|accurate|true|perfect|great|it (?:is|was))"
    r"|(?:and )?not (?:before|earlier|later|mine|hers|his|theirs|ours|me|her|him|[\w-]+'s)"
    r"|(?:please |kindly |pls )*(?:correct|fix|amend|change|update|adjust|note)(?: (?:it|that|this|accordingly))?"
    r"(?: please)?|(?:please|pls|kindly|sorry|(?:an?|one|two|some|few|small|little|minor|quick|tiny|short| )*"
    r"(?:correction|fix|change)s?)"
    r"|(?:ok|okay|yes|no|nope|fine|good|hi|hello|sorry|oops|hmm|but|and|great|perfect|nice)"
    r"|(?:that|this|it|the recap)?(?:'s| is| ?looks| ?sounds| was)? ?(?:all |mostly |nearly |almost )?(?:good|great"
    r"|fine|ok|right|correct)"
    r"|(?:and |but )?(?:about )?(?:the )?(?:rest|others?) (?:i'm|i am|is|are|i)(?: still| not| don't know)*(?: sure"
    r"| open| know| clear)*(?: yet)?"
    r"|(?:great|good|nice|lovely) (?:recap|summary)|(?:one|two|three|a few|some) (?:things?|points?)",
    re.IGNORECASE,
)
# To the blank line, or to a line that is another correction.
_USED = re.compile(
    r"(?:^|(?<=[.;!] ))(?:i )?(?:used|thanks for)\s*:\s*(?P<text>\S.*(?:\n(?!\s*$|\d|share\b|next\b|due\b|fit\b).*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_DATE_YES = re.compile(
    r"(?P<text>.{3,30}?) (?:is )?(?:yes|ok|right|correct)|(?:and )?no:? it(?:'s| is) (?P<other>.{3,30})", re.IGNORECASE
)
# A full stop behind a number may belong to a date ("12. dec"), and so may one behind a short form.
_SENTENCE = re.compile(
    rf"(?<=[.!?;])(?<!\b\d\.)(?<!\b\d\d\.)(?<!\bno\.)(?<!\bnr\.)\s+|(?<=\d\.)\s+(?!{MONTH})(?=#?\w)",
    re.IGNORECASE,
)
_PIECE = re.compile(
    r",\s+|;\s*|\s+(?:and|but)\s+(?=(?:the |number |point |action |line )?#?\d|it\b|by\b|due\b|the\b|take\b|keep\b"
    r"|not\b)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\w.])#?\d{1,2}(?:,? ?(?:,|and|&|\+) ?#?\d{1,2})+(?![\w.])", re.IGNORECASE)


_FIRST = re.compile(
    r"(?P<what>wrong|private|confidential|not for her|not for him|mine|hers|his|ours|done)(?:: ?| (?:is|are) "
    r"| )(?P<n>#?\d{1,3})",
    re.IGNORECASE,
)


# "number 3 is wrong. Take it out."
_AGAIN = re.compile(
    r"(?:take|leave|kick|cut|strike) (?:it|that|this) out|(?:remove|delete|drop) (?:it|that|this)", re.IGNORECASE
)


@dataclass(slots=True)
class _Read:
    """What was found so far, in order, and the words that nothing was made of."""

    found: list[Command] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    approves: bool = False

    def take(self, command: Command) -> None:
        if command not in self.found:
            self.found.append(command)


def corrections(text: str, reading: Reading) -> list[Command]:
    """Everything that a mail under a recap corrects: "deck is mine, 18 Dec yes, next tue 8 Dec 16:00"; [] for none."""
    under = reading.answering == "recap"
    if not (under or reading.lines) or len(text) > LONGEST:
        return []
    said = straight(text).strip()
    if under and (again := meets_again(said, reading)):
        return [again]
    read = _Read()
    for part in _sentences(_without_used(said, reading, read))[:MOST_PARTS]:
        _sentence(part, reading, read)
    return _judged(read, reading)


def _without_used(said: str, reading: Reading, read: _Read) -> str:
    used = _USED.search(said)
    if used is None:
        return said
    words = " ".join(used["text"].split())
    read.take(correction("used", reading, used[0].strip()[:80], text=words))
    return f"{said[: used.start()]}\n{said[used.end() :]}"


def _sentences(said: str) -> list[str]:
    lines = (line.strip(" \t-*•") for line in said.splitlines())
    return [part for line in lines if line for part in _SENTENCE.split(line) if part.strip()]


def _sentence(part: str, reading: Reading, read: _Read) -> None:
    """One sentence as a whole, else its pieces; a piece that is none is not understood."""
    if _one(part, reading, read):
        return
    pieces = [piece for piece in _PIECE.split(part) if piece and piece.strip()]
    if len(pieces) < 2:
        read.unread.append(part.strip())
        return
    missed = [piece.strip() for piece in pieces if not _one(piece, reading, read)]
    if missed:
        read.unread.append(part.strip() if len(missed) == len(pieces) else ", ".join(missed))


def _one(part: str, reading: Reading, read: _Read) -> bool:
    """Whether something was made of these words, or they say nothing by themselves."""
    bare = part.strip(" .!,;")
    word = short_word(bare)
    if word is not None and word[0] == "send":
        read.approves = True
        return True
    clean = _TAIL.sub("", _LEAD.sub("", bare)).strip(" .!,;:") if not bare.endswith("?") else ""
    if not bare or _BESIDE.fullmatch(bare) or is_bare_thanks(bare):
        return True
    if bare.endswith("?"):
        return False
    if not clean or _BESIDE.fullmatch(clean):
        return True
    if match := _FIRST.fullmatch(clean):
        clean = f"{match['n']} is {match['what']}"  # "wrong: 2", "hers: 3"
    if _AGAIN.fullmatch(clean) and read.found and read.found[-1].op in {"out", "wrong"}:
        return True
    adding = lines.add(bare, reading)
    found = [adding] if adding is not None else _read(clean, reading)
    if not found:
        return False
    last = read.found[-1] if read.found else None
    if len(found) == 1 and last is not None and _goes_on(found[0], last):
        read.found[-1] = _with_day(last, found[0])
        return True
    for command in found:
        read.take(command)
    return True


def _read(part: str, reading: Reading) -> list[Command]:
    """The corrections that these words are: one, or one for each number of "1 and 3 are private"."""
    if shared := shares(part, reading):
        return shared
    if (tying := tasks.for_goal(part)) is not None:
        return [replace(tying, verb=Verb.RECAP, person=reading.thread)]
    if several := _of_each(part, reading):
        return several
    found = _of_one(part, reading)
    return [found] if found is not None else []


def _of_each(part: str, reading: Reading) -> list[Command]:
    several = _NUMBERS.search(part)
    if several is None or lines.merge(part, reading) is not None:
        return []
    rest = re.sub(r"^ (?:are|were)\b", " is", part[several.end() :])
    each = [_of_one(f"{part[: several.start()]}{n}{rest}", reading) for n in re.findall(r"\d+", several[0])]
    return [one for one in each if one is not None] if all(each) else []


def _of_one(part: str, reading: Reading) -> Command | None:
    bare = _THAT_IS.sub("", part)
    if owner := _OWNERS.get(bare.lower()) or (whose(bare, reading) if bare != part else ""):
        return correction("fix", reading, part, fields=(("owner", owner),))
    if (dated := _date_said(part, reading)) is not None:
        return dated
    return following(part, reading) or lines.said(part, reading) or fix(part, reading)


def _date_said(part: str, reading: Reading) -> Command | None:
    """ "18 Dec yes", "no: it's 4 Apr": the day that was asked about."""
    match = _DATE_YES.fullmatch(part)
    found = day(match["text"] or match["other"] or "", reading.moment) if match else None
    if match is None or found is None:
        return None
    return correction("due", reading, part, day=found.day, ask=found.ask)


def _goes_on(one: Command, last: Command) -> bool:
    """ "…, by 18 dec", "…, that's hers": the day or the owner of the line that was just named."""
    if dict(last.fields).get("owner") == "?" and one.op == "fix" and not (one.number or one.text or one.day):
        return True
    names = one.number is not None or one.text or {"owner", "by", "of"} & dict(one.fields).keys()
    return one.op == last.op == "fix" and not names and last.day is None and one.day is not None


def _with_day(last: Command, more: Command) -> Command:
    told = tuple(pair for pair in last.fields if pair != ("owner", "?") or not dict(more.fields).get("owner"))
    return replace(
        last,
        day=more.day or last.day,
        ask=more.ask,
        fields=(*told, *more.fields),
        line=f"{last.line}, {more.line}",
    )


def _judged(read: _Read, reading: Reading) -> list[Command]:
    """The corrections, the other commands of the mail, and the words that are neither."""
    found = list(read.found)
    if not found or (read.unread and not any(_is_sure(one, reading) for one in found)):
        return []
    missed: list[Command] = []
    for words in read.unread:
        other = match_line(words.strip(" .!"), "", "", reading)
        if other is not None and other[0].verb not in {Verb.SEND, Verb.YES, Verb.NO, Verb.HELLO} and not other[0].ask:
            found.append(other[0])
        else:
            missed.append(_not_understood(words, reading))
    if read.approves:
        found.append(correction("not_sent", reading, "send"))
    return [*missed, *found]


def _is_sure(one: Command, reading: Reading) -> bool:
    """Whether words can only be a correction, so that what stands beside it is told back."""
    return one.op not in WEAK or one.number is not None or bool(one.text and reading.lines)


def _not_understood(words: str, reading: Reading) -> Command:
    """Said back; a question that would be a correction without its question mark is offered as one."""
    wished = words.rstrip(" ?")
    means = wished if words.rstrip().endswith("?") and _read(_LEAD.sub("", wished), reading) else ""
    return correction("unread", reading, words, text=words, fields=(("means", means),) if means else ())
