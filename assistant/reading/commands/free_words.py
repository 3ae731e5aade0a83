"""What free words say beside the lines of the vocabulary, and where no line is one: the surest reading wins."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import own_questions
from assistant.reading.commands.context import Reading
from assistant.reading.commands.drafts import at_an_hour
from assistant.reading.commands.meant.reader import meant
from assistant.reading.commands.orders import IN_ORDER, is_one_more
from assistant.reading.commands.prose import is_tale, said
from assistant.reading.commands.reader import match_line

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LEAD = re.compile(r"^(?:good news|bad news|by the way|btw|well|today|this morning|just now)[,:]?\s+", re.IGNORECASE)
_NOT_ALONE = frozenset({Verb.SEND, Verb.YES, Verb.NO, Verb.HELLO, Verb.NOTES, Verb.HELP, Verb.EDIT})
# Letters that ask something to be answered in prose: there only what is plainly no answer is a command.
ANSWERABLE = frozenset({"welcome", "goals", "reflect", "question"})
_NO_ANSWER = frozenset(
    {Verb.HELP, Verb.STATUS, Verb.WHY, Verb.UNDO, Verb.STOP, Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.RECORDS}
)
_FEW = 3  # lines of prose beside commands

# What a line of the vocabulary may leave open, though the words around it say it.
_OPEN = frozenset({Verb.ANSWERED, Verb.NEW_MENTOR, Verb.REMIND})


def clearer(kept: list[Command], prose: list[str], whole: str, reading: Reading) -> list[Command]:
    """The commands of the lines, with what the free words beside them say for certain."""
    if len(kept) == 1 and kept[0].verb in _OPEN:
        found = certain(whole, reading) if kept[0].ask or kept[0].verb is Verb.ANSWERED else []
        fuller = len(found) > 1 and found[0].verb is kept[0].verb
        return found if found and (kept[0].ask or fuller or found[0].verb is Verb.AGREED) else kept
    if not kept or not 0 < len(prose) <= _FEW:
        return kept
    known = {(one.verb, one.op, one.person) for one in kept}
    more = [one for line in prose for one in certain(line, reading) if (one.verb, one.op, one.person) not in known]
    return sorted([*kept, *more], key=lambda one: max(0, whole.find(one.line[:40])))


def certain(text: str, reading: Reading) -> list[Command]:
    """What free words say without leaving anything to ask; [] else."""
    if reading.new:
        return []  # a first mail is welcomed, and its answers to the three questions are read
    found = reading.once("free words", text, lambda: meant(text, reading))
    if reading.answering in ANSWERABLE and not all(one.verb in _NO_ANSWER for one in found):
        return []
    return [] if any(one.ask or one.candidates for one in found) else found


def of_line(line: str, reading: Reading) -> list[Command]:
    """What one line, sentence or clause says by itself: in the words of the vocabulary, or in free words."""
    bare = IN_ORDER.sub("", line)
    said = tuple(dict.fromkeys((line, bare)))
    matched = [hit[0] for words in said if (hit := match_line(words, "", "", reading))]
    sure = [one for one in matched if not one.ask][:1]
    found = sure or next((free for words in said if (free := certain(words, reading))), matched[:1])
    if not found and is_one_more(line):  # "What waits? And the prep for Sam"
        wishes = (f"show me {bare}", _ARTICLE.sub("", bare))
        found = next((more for wish in wishes if (more := shown(wish, reading))), [])
    return [replace(one, line=line[:400]) for one in found]


_ARTICLE = re.compile(r"^(?:my|the|our|a|an)\s", re.IGNORECASE)


def shown(line: str, reading: Reading) -> list[Command]:
    """What a line asks to see; [] where it asks for anything else."""
    found = of_line(line, reading)
    return found if all(one.op in _SHOWN or one.verb in _SHOWS for one in found) else []


def in_free_words(whole: str, reading: Reading) -> list[Command]:
    """What prose says: its one sentence of the vocabulary, else its free words, else an answer to our question."""
    by_sentence = one_sentence(whole, reading)
    found = certain(whole, reading)
    if by_sentence and not by_sentence.ask:
        if by_sentence.verb in {one.verb for one in found}:
            return found if len(found) > 1 or by_sentence.verb is Verb.AGREED else [by_sentence]
        if any(one.verb is Verb.FIT for one in found):
            return [by_sentence]  # a fit is read in the whole text, whatever else it says
        return sorted([*found, by_sentence], key=lambda one: max(0, whole.find(one.line[:40])))
    if found:
        return found
    command = by_sentence or said(whole, reading) or own_questions.in_prose(whole, reading)
    return [command] if command else []


_SHOWN = frozenset({"show", "list", "when", "log"})
_SHOWS = frozenset({Verb.HELP, Verb.STATUS, Verb.REFLECT, Verb.PLAN, Verb.FIND, Verb.HEALTH, Verb.PREP})
# What only shows something does no harm beside a doubt; anything else is asked there.
_HARMLESS = frozenset(
    {Verb.HELP, Verb.STATUS, Verb.GOALS, Verb.REFLECT, Verb.PLAN, Verb.FIND, Verb.WHY, Verb.UNDO, Verb.STOP}
)
_DOUBTED = re.compile(
    r"\b(?:not sure|unsure|should i|shall i|or (?:should|shall|not)|actually no|no wait|scratch that|never ?mind"
    r"|wondering|would it be)\b",
    re.IGNORECASE,
)


def one_sentence(whole: str, reading: Reading) -> Command | None:
    """The one sentence of a short prose that is a command of the vocabulary; never one that approves."""
    if len(whole) > 1500:
        return None
    hits: list[Command] = []
    for sentence in _SENTENCE.split(" ".join(whole.split()))[:8]:
        matched = match_line(_LEAD.sub("", sentence), "", "", reading)
        if matched and matched[0].verb not in _NOT_ALONE:
            hits.append(replace(matched[0], line=sentence))
    if len({hit.verb for hit in hits}) != 1 or (hits[0].verb not in _HARMLESS and _DOUBTED.search(whole)):
        return None
    if is_tale(hits, whole, reading):
        return None
    if hits[0].verb is Verb.REACH_OUT and not hits[0].text:  # what about may stand in another sentence
        fuller = said(whole, reading)
        return fuller if fuller and fuller.verb is Verb.REACH_OUT and fuller.text else hits[0]
    return hits[0]


_TIMED = re.compile(
    r"(?:ok(?:ay)?,? |yes,? |please )*send (?:it|this) (?P<when>(?!to |but )\w.{1,40}?)[.!]*", re.IGNORECASE
)


def send_at(whole: str, reading: Reading) -> Command | None:
    """ "send it tomorrow": the date wins, nothing leaves now; an hour to send at is asked about."""
    match = _TIMED.fullmatch(whole) if len(whole) < 100 else None
    if not match:
        return None
    result = match_line(f"later {match['when']}", "", "", reading)
    command = result[0] if result and result[0].verb is Verb.SKIP else None
    return at_an_hour(replace(command, line=whole)) if command else None
