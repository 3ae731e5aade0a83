"""Every sentence of a mail is accounted for: done, asked about, or said back as not understood; else it is prose.

Nothing is passed over in silence: a partial reading that says nothing of the rest is the fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.approving import short_word
from assistant.reading.commands.body import joined
from assistant.reading.commands.certainty import unknown_words
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import is_bare_thanks
from assistant.reading.commands.edits import edits
from assistant.reading.commands.endings import tone_of
from assistant.reading.commands.fields import field
from assistant.reading.commands.free_words import of_line
from assistant.reading.commands.meant.clauses import core, sentences
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.orders import IN_ORDER, OPENS, orders
from assistant.reading.commands.repeats import adds_nothing
from assistant.reading.commands.sameness import TOLD, goes_on, is_line_of, is_said, is_text_of, plain, same
from assistant.reading.commands.subjects import OF_SOMEBODY, with_newcomers
from assistant.reading.commands.unread import not_understood

_LONGEST = 4000
_MOST = 40  # sentences
# Whoever reads one of these has read the whole text.
_TAKES_ALL = frozenset({Verb.NOTES, Verb.ANSWER, Verb.HELLO, Verb.THANKS_ONLY, Verb.SEND, Verb.CALENDAR})
# What is never done beside something else on a guess: it approves, answers, or takes the text that follows along.
_NOT_BESIDE = _TAKES_ALL | {
    *(Verb.UNKNOWN, Verb.SKIP, Verb.EDIT, Verb.YES, Verb.NO, Verb.CHOICE, Verb.RECAP, Verb.FIELDS, Verb.PREP)
}
# What a sentence may seem to say by itself, and says nothing of it.
_WEAK = frozenset({Verb.YES, Verb.NO, Verb.HELLO, Verb.THANKS_ONLY, Verb.SEND, Verb.UNKNOWN})
# Beside what is only shown a question is another way to ask for it: "Why? Which rule made this mail?"
_SHOWS = frozenset({Verb.HELP, Verb.STATUS, Verb.REFLECT, Verb.PLAN, Verb.FIND, Verb.HEALTH, Verb.WHY})
# What is ordered of it was said before: "set up the series", "help me wrap it up", "please log it".
_BACK = re.compile(
    r"\b(?:it|them|'?em|this|that(?! (?:we|i|you|he|she|they|the|it|my)\b)|she|her|he|him|his|they|their|something"
    r"|the (?:series|invit\w+|meeting|calendar|draft|note|same|rest|questions|blurb|intro\w*)"
    r"|the relationship|show me$|(?:hold|keep) (?:everything|all|mails?) back|(?:send|make) (?:an? )?invit\w+)\b",
    re.IGNORECASE,
)
_SHOW = re.compile(r"(?:please |and |also )*(?:show|list|give)(?: me)? the\b", re.IGNORECASE)
_OF_HIM = re.compile(r"\b(?:him|her|them)\s?:", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:she|he|they|hers?|his|him|them|their)\b", re.IGNORECASE)
_OF_ACTION = re.compile(
    r"\b(?:number|action|task|item) ?#?\d{1,3}\b|^\W*\d{1,3} (?:is|was|are|has|can|needs|done)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[,;]\s+(?:(?:and|then|but|plus|also)\s+)*|\s(?:and|plus|then)\s(?:also\s|then\s)*", re.IGNORECASE
)
# "I can't make it, please tell Minerva": that is what the apology does.
_TELL_THEM = re.compile(r"(?:please |pls )?(?:tell|let|inform|warn) [\w.-]+(?: know)?(?: please)?", re.IGNORECASE)
# Why something is taken back: "UNDO!! wrong Sam".
_SLIP = re.compile(
    r"(?:(?:sorry|oops|whoops|argh|no|it was|that was|this was|i (?:picked|chose|took|meant|tapped|sent)|the|an?|my)"
    r"[\s,]+){0,4}(?:wrong(?: [\w'-]+){0,3}?|(?:my )?(?:bad|mistake|error|slip)|not (?:this|that|him|her|them)(?: one)?"
    r"|too (?:fast|quick|soon|early|hasty))(?:[\s,]+(?:sorry|oops))?[\s.!]*",
    re.IGNORECASE,
)
_MOST_CLAUSES = 8
_A_THING = frozenset({"a", "an", "the", "my", "some", "this", "that", "our"})
_FEW = 3  # words of "all right?", "does that work?"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """alone: what it says by itself. near: the reading of its clauses, in which whoever it is about may be left out."""

    words: str
    alone: list[Command]
    near: Reading


def complete(text: str, found: list[Command], reading: Reading) -> list[Command]:
    """The commands, and what else the text says: a sentence that is surely one more, in its place; and the questions
    about sentences and clauses that bid something, or say one more thing, and became no command."""
    found = [one for one in found if not goes_on(one, found)]
    if not found or len(text) > _LONGEST or any(one.verb in _TAKES_ALL for one in found):
        return found
    if [one.verb for one in found] == [Verb.UNKNOWN] and is_text_of(text, found):
        return found
    reading = with_newcomers(found, reading)
    said = list(_sentences(text, found, reading))
    # A command that no sentence says alone was read from several: it accounts for one order among them.
    spare = sum(not _is_alone(one, said) for one in found)
    out = list(found)
    for index, sentence in enumerate(said):
        if any(is_said(one, out) for one in sentence.alone):
            out += [not_understood(words) for words in _clauses(sentence, found)]
        elif _is_taken(sentence.words, found, reading) or _is_to_tell(sentence.words, found):
            continue
        elif spare <= 0 and (sure := _sure(sentence.alone)):
            out += sure
        elif _says_more(sentence, found, reading, first=not index):
            spare -= 1
            out += [not_understood(sentence.words)] if spare < 0 else []
    out = [one for one in out if not goes_on(one, out)]
    return out if out == found else sorted(out, key=lambda one: _place(one, said))


def _sentences(text: str, found: list[Command], reading: Reading) -> Iterator[_Sentence]:
    """The sentences that may say something, each read with "she" as whom the mail named last before it."""
    people = {one.person for one in found}
    only = people.pop() if len(people) == 1 else None
    last = reading.thread
    kept: dict[str | None, Reading] = {reading.thread: reading}
    for words in sentences("\n".join(line for line, _ in joined(tuple(text.split("\n")))), _MOST):
        if OPENS.fullmatch(words) or is_bare_thanks(words):
            continue
        named = mentioned(words, reading)
        thread = last if not named and (only or _PRONOUN.search(words)) else reading.thread
        last = named[0].id or last if len(named) == 1 else last
        own, near = (kept.setdefault(whose, replace(reading, thread=whose)) for whose in (thread, only or last))
        alone = _says(words, own, found)
        if not alone and near is not own:
            alone = [one for one in of_line(words, near) if is_said(one, found)]
        yield _Sentence(words, alone, near)


def _says(words: str, reading: Reading, found: list[Command]) -> list[Command]:
    """What a sentence or clause says by itself; under a draft also what it changes in it."""
    alone = of_line(words, reading)
    if not reading.under_draft or any(is_said(one, found) for one in alone):
        return alone
    return [one for one in edits(words, reading) if is_said(one, found)] or alone


def _is_alone(command: Command, said: list[_Sentence]) -> bool:
    """Whether single sentences say this command."""
    line, whole = plain(command.line), plain(" ".join(one.words for one in said))
    of_lines = line != whole[: len(line)] and any(plain(one.words) in line for one in said)
    return of_lines or any(
        is_line_of(command, one.words) or any(same(each, command) for each in one.alone) for one in said
    )


def _is_taken(words: str, found: list[Command], reading: Reading) -> bool:
    """Whether a command was read from this sentence, or took it along; what is to be remembered ends with its own."""
    if adds_nothing(words, found, reading):
        return True
    takes = [one for one in found if one.verb is not Verb.REMIND]
    told = any(one.verb in TOLD and one.text and plain(one.text) in plain(words) for one in found)
    slip = any(one.verb is Verb.UNDO for one in found) and bool(_SLIP.fullmatch(words))
    reason = any(one.verb is Verb.WRAP_UP and one.text for one in found) and bool(tone_of(words))
    return told or reason or slip or is_text_of(words, takes) or any(is_line_of(one, words) for one in found)


def _is_to_tell(words: str, found: list[Command]) -> bool:
    return any(one.verb is Verb.NO_SHOW for one in found) and bool(_TELL_THEM.fullmatch(words.strip(" .!")))


def _sure(alone: list[Command]) -> list[Command]:
    """What a sentence says by itself, where all of it is certain and may be done beside other things."""
    return alone if all(_is_certain(one) for one in alone) else []


def _is_certain(command: Command) -> bool:
    return not ((command.verb in _NOT_BESIDE and command.op != "show") or command.ask or command.candidates)


def _says_more(sentence: _Sentence, found: list[Command], reading: Reading, *, first: bool) -> bool:
    """Whether a sentence that became no command may be one: reads as one, bids or asks, or is of somebody else.

    A SEND beside changes is answered by them (rule 2)."""
    if short_word(sentence.words):
        return False
    reads = bool(sentence.alone) and not any(one.verb in _WEAK for one in sentence.alone)
    shown = all(one.verb in _SHOWS for one in found)
    bids = _is_wish(sentence.words, first=first, shown=shown)
    numbered = bool(reading.actions) and bool(_OF_ACTION.search(sentence.words))
    return (
        reads
        or bids
        or numbered
        or _does_something(sentence.words, reading)
        or _is_of_another(sentence.words, found, reading)
    )


def _does_something(sentence: str, reading: Reading) -> bool:
    """ "Chuck Will a postcard": an unknown verb, somebody, and what they are to get."""
    words = sentence.split(maxsplit=3)
    if len(words) < len(("verb", "person", "a", "thing")) or words[2].lower() not in _A_THING:
        return False
    return bool(mentioned(words[1], reading) and unknown_words(words[0], reading, ()))


def _is_wish(sentence: str, *, first: bool, shown: bool) -> bool:
    bare = IN_ORDER.sub("", sentence)
    if field(bare):
        return True
    asks = _is_question(sentence) and not core(bare)[1]  # "could you …?" bids
    return (asks and not shown) or (orders(sentence) and (first or not _goes_back(sentence)))


def _goes_back(words: str) -> bool:
    """Whether what is ordered was said before; "thank him: he lent me his notes" says something of its own."""
    return bool(_BACK.search(words)) and not _OF_HIM.search(words) and not _SHOW.match(words)


def _is_question(sentence: str) -> bool:
    """Whether something is asked; "ok?", "right?" and the like ask nothing."""
    return sentence.rstrip(" \"')").endswith("?") and len(sentence.split()) > _FEW


def _is_of_another(sentence: str, found: list[Command], reading: Reading) -> bool:
    """Whether a sentence names somebody whom no command is about: it may say anything of them."""
    if any(one.verb in OF_SOMEBODY and not (one.person or one.candidates) for one in found):
        return False  # it may be the one whom the command leaves out
    known = {id for one in found for id in (one.person, *one.candidates, *dict(one.fields).values())}
    return any(who.id not in known for who in mentioned(sentence, reading) if who.id)


def _clauses(sentence: _Sentence, found: list[Command]) -> list[str]:
    """The clauses of a sentence that say something else than its command, which stands in the first of them."""
    if all(one.verb in TOLD for one in sentence.alone):
        return []  # what they said may hold all kinds of wishes
    parts = [part for part in _CLAUSE.split(sentence.words)[:_MOST_CLAUSES] if part.strip()]
    alone = any(is_said(one, found) for one in of_line(parts[0], sentence.near)) if parts else False
    verbs = frozenset() if alone else frozenset(one.verb for one in found)  # "1 and 3 are for goal 2" is one thing
    return [part for part in parts[1:] if _is_lost(part, found, sentence.near, verbs)]


def _is_lost(clause: str, found: list[Command], reading: Reading, verbs: frozenset[Verb]) -> bool:
    taken = is_text_of(clause, found) or _is_to_tell(clause, found)
    if taken or _goes_back(clause) or not core(IN_ORDER.sub("", clause))[0]:
        return False
    more = _says(clause, reading, found)
    if any(is_said(one, found) or one.verb in verbs for one in more):
        return False
    return any(_is_certain(one) for one in more) or orders(clause)


def _place(command: Command, said: list[_Sentence]) -> int:
    """Which sentence says it, the first where none does."""
    for index, one in enumerate(said):
        if any(same(each, command) for each in one.alone):
            return index
    line = plain(command.line)
    return next((index for index, one in enumerate(said) if line and line in plain(one.words)), 0)
