"""Free words against the frames: sentence by sentence, clause by clause; what is not certain is left."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import joined
from assistant.reading.commands.certainty import is_accounted_for
from assistant.reading.commands.context import Reading
from assistant.reading.commands.meant import (
    aims,
    approvals,
    chores,
    introductions,
    meetings,
    outreach,
    own,
    own_settings,
    people,
    putting_off,
    reaching,
)
from assistant.reading.commands.meant.clauses import (
    DENIES,
    DOUBTS,
    TELLS,
    clauses,
    core,
    cores,
    doubted,
    sentences,
    unquoted,
)
from assistant.reading.commands.meant.fits import fits
from assistant.reading.commands.meant.scene import Frame, Scene, scene
from assistant.reading.commands.meant.told import told
from assistant.reading.commands.prose import looks_like_notes
from assistant.reading.commands.reader import match_line
from assistant.reading.commands.sameness import without_repeats

_LONGEST = 700
_MOST_WORDS = 110
_MOST_COMMANDS = 5
_FRAMES: tuple[Frame, ...] = (
    *chores.FRAMES,
    *own.FRAMES,
    *own_settings.FRAMES,
    *aims.FRAMES,
    *meetings.FRAMES,
    *introductions.FRAMES,
    *people.FRAMES,
    *reaching.FRAMES,
    *outreach.FRAMES,
)
# What may deny: it stops or takes something back, or the denial stands in its free text.
_MAY_DENY = frozenset(
    {
        *(Verb.STOP, Verb.SETTING, Verb.RANK, Verb.REMIND, Verb.ABOUT, Verb.IMPACT, Verb.THANK, Verb.GOALS, Verb.UNDO),
        *(Verb.NO_SHOW, Verb.ACTIONS, Verb.WRAP_UP, Verb.FIT),
    }
)
_FREE_TEXT = frozenset({Verb.ABOUT, Verb.IMPACT, Verb.THANK, Verb.GOALS, Verb.REMIND, Verb.NEW_MENTOR, Verb.ACTIONS})
_MAY_ASK = frozenset({Verb.INTRODUCE, Verb.HEALTH, Verb.RANK})  # "could Lee introduce me?"
# Under a draft the words may be about its text: only what is plainly about something else is taken there.
_BESIDE_A_DRAFT = frozenset(
    {
        *(Verb.HELP, Verb.STATUS, Verb.WHY, Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.SENT, Verb.TOUCH),
        *(Verb.STOP, Verb.RECORDS, Verb.FIT),
    }
)
_WISHES = re.compile(
    r"\b(?:please|pls|kindly|(?:can|could|would|will) (?:you|we|i)|i(?:'d| would) like|let'?s"
    r"|i (?:want|need))\b",
    re.IGNORECASE,
)
_TURNS = re.compile(r"^(?:or|but|wait|no\b|actually|hm+|although|though|however|on the other hand)\b", re.IGNORECASE)


def meant(text: str, reading: Reading) -> list[Command]:
    """What free words ask for or report, in order; [] where it is nothing, or not certain. Nothing here approves."""
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return []
    if (fit := fits(text, reading)) is not None:
        return [fit]
    whole = scene("\n".join(line for line, _ in joined(tuple(text.split("\n")))), reading)
    if reading.under_draft and (about_it := putting_off.skips(whole) or _waits(whole)):
        return [about_it]
    found: list[Command] = []
    slack: list[str] = []
    hits: list[Command] = []
    for sentence in sentences(whole.text):
        hits = _sentence(sentence, whole)
        found += hits
        if not hits:
            slack.append(sentence)
    found = _once(found)
    if any(one.verb is Verb.UNDO for one in hits):
        slack = [words for words in slack if not _TURNS.match(words)]  # "Wait, I was too fast! Take it back."
    if reading.under_draft:
        meets = reading.answering == "invite_draft"
        found = [one for one in found if one.verb in _BESIDE_A_DRAFT or (meets and one.verb is Verb.MEET)]
    if looks_like_notes(text, reading) and not _WISHES.search(whole.text):
        return []
    slack = [words for words in slack if not _SET_UP.fullmatch(words)]
    turned = any(DOUBTS.search(words) or "?" in words or _TURNS.match(words) for words in slack)
    if not found or len(found) > _MOST_COMMANDS or (turned and not all(_is_free(one) for one in found)):
        return []
    return found


def _waits(whole: Scene) -> Command | None:
    """Under an invite another day is the meeting's."""
    return putting_off.waits(whole) if whole.reading.answering != "invite_draft" else None


# What was said is to be done: "set it up?"
_SET_UP = re.compile(
    r"(?:(?:can|could|would|will) you |please |so |and )*"
    r"(?:set|sort|arrange|organi[sz]e|make|get|do|put|book|send|create)"
    r" (?:it|that|this|(?:the |an? )(?:invit\w+|entry|appointment))"
    r"(?: up| happen| out| going| done| in(?:to)? (?:the|my|our|both) (?:calendars?|diary))?(?: for me)?"
    r"(?:,? please)?[?!. ]*",
    re.IGNORECASE,
)


def approved(text: str, reading: Reading) -> Command | None:
    """The approval of the draft that is answered, or that it is skipped; None where anything else is said."""
    if not (reading.under_draft or reading.answering == "recap") or len(text) > _LONGEST:
        return None
    whole = scene(text, reading)
    return approvals.approves(whole) or (putting_off.skips(whole) if reading.under_draft else None)


def _sentence(sentence: str, whole: Scene) -> list[Command]:
    """What a sentence says as a whole; else what its clauses say, each for itself."""
    if (several := _several(sentence, whole)) is not None:
        return several
    spoken = unquoted(sentence)
    quotes = spoken != sentence
    hit = _clause(sentence, whole, sentence)
    if hit and (not quotes or hit.verb in _FREE_TEXT or hit.verb is Verb.HELP):
        return [hit]
    if quotes:
        return []
    parts = clauses(sentence)
    if len(parts) < 2 or doubted(sentence):
        return []
    return [one for part in parts for one in _of_part(part, whole, sentence)]


def _of_part(part: str, whole: Scene, sentence: str) -> list[Command]:
    """What a clause says: "1 and 2 are done" says two things."""
    if (several := _several(part, whole)) is not None:
        return several
    return [one] if (one := _clause(part, whole, sentence)) else []


_NUMBERS = re.compile(
    r"(?:(?P<verb>done|finished|completed|did|ticked off)(?: with)? )?(?:both |all )?(?:(?:numbers"
    r"|nos?\.?|actions|items|tasks|points) )?"
    r"(?P<numbers>#?\d{1,3}(?:(?:,? and |,? & |,? plus |, ?| ?[+/&] ?)#?\d{1,3}){1,8})(?: (?:(?:are|is|have been|both"
    r"|all|now) )*(?:done|finished|complete|completed|ready))?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|plus|as well as)\s(?:also |then )?", re.IGNORECASE)


def _several(sentence: str, whole: Scene) -> list[Command] | None:
    """ "1 and 2 are done"; "show my goals and the plan": each for itself. None where it is one thing, or unclear."""
    words = core(sentence)[0]
    if (listed := _NUMBERS.fullmatch(words)) and re.search(
        r"d(?:one|id)|finish|complet|ready|tick", words, re.IGNORECASE
    ):
        numbers = re.findall(r"\d+", listed["numbers"])
        return [one for n in numbers if (one := _clause(f"{n} is done", whole, sentence))]
    parts = _AND.split(words)
    if not 1 < len(parts) <= _MOST_COMMANDS or DOUBTS.search(sentence) or "?" in words:
        return None
    head = _HEAD.match(words)
    found: dict[tuple[Verb, str], Command] = {}
    for index, part in enumerate(parts):
        said = f"{head[0]}{part}" if index and head else part
        one = _clause(said, whole, sentence) or _clause(part, whole, sentence)
        if one is None or not (_is_free(one) or one.verb in _EITHER):
            return None
        found.setdefault((one.verb, one.op), one)
    return list(found.values()) if len(found) == len(parts) else None


_HEAD = re.compile(
    r"(?:(?:i )?(?:want|need)|show|send|give|list|get|want|need|see|have|share|print|forward|pull up)(?: me)? ",
    re.IGNORECASE,
)
_EITHER = frozenset({Verb.RANK, Verb.GOALS, Verb.ACTIONS, Verb.RECORDS, Verb.SETTING, Verb.REMIND})


def _clause(clause: str, whole: Scene, sentence: str) -> Command | None:
    asked = core(clause)[1]
    for words in cores(clause):
        if len(words) > 400:
            return None
        for frame in _FRAMES:
            match = frame.pattern.match(words)
            command = frame.make(match, whole) if match else None
            if command and _holds(command, frame, words, sentence, whole, asked=asked):
                return command
        if command := told(words, whole) or _by_vocabulary(words, whole):
            return command
    return None


# What a clause may say in the words of the vocabulary: the rest of its sentence is its reason.
_CLAUSES = frozenset(
    {
        Verb.MEET,
        Verb.SETTING,
        Verb.COFFEE,
        Verb.RANK,
        Verb.UNDO,
        Verb.STATUS,
        Verb.PLAN,
        Verb.HEALTH,
        Verb.WRAP_UP,
        Verb.PROPOSE,
        Verb.INTRODUCE,
        Verb.NO_SHOW,
    }
)


def _by_vocabulary(words: str, whole: Scene) -> Command | None:
    matched = match_line(whole.plain(words), "", "", whole.reading)
    command = matched[0] if matched else None
    sure = command is not None and not command.ask and "?" not in words and not DENIES.search(words)
    shown = command is not None and (command.verb in _CLAUSES or command.op in _SHOWN)
    return command if command and sure and shown else None


def _holds(command: Command, frame: Frame, words: str, sentence: str, whole: Scene, *, asked: bool) -> bool:
    """Whether it is said for certain: not denied, supposed, told by others, or a question about it."""
    if frame.free:
        return True
    if command.verb in _ENDS and not is_accounted_for(whole.plain(words), whole.reading, frame.pattern):
        return False
    if _SOME_DAY.search(words) and command.verb not in _KEPT:
        return False
    if sentence.rstrip(" \"')").endswith("?") and not asked and command.verb not in _MAY_ASK:
        return False
    if command.verb in _FREE_TEXT:
        return True
    if DENIES.search(words) and command.verb not in _MAY_DENY:
        return False
    if command.verb is Verb.INTRODUCE:  # "ask Lee whether he would introduce me"
        return True
    said = _TO_RETURN.sub("", sentence) if command.verb is Verb.STOP else sentence
    return not (doubted(said) or TELLS.search(said))


# What ends something is taken where every word is known: "draw up the proposal" wraps nothing up.
_ENDS = frozenset({Verb.WRAP_UP, Verb.STOP, Verb.RANK})
_SOME_DAY = re.compile(
    r"\b(?:some ?day|one (?:fine )?day|at some point|sooner or later|eventually|one of these days)\b", re.IGNORECASE
)
_KEPT = frozenset({Verb.GOALS, Verb.ABOUT, Verb.IMPACT, Verb.REMIND, Verb.NEW_MENTOR})
# "until I tell you otherwise": a stop holds for good until it is taken back.
_TO_RETURN = re.compile(r"\buntil (?:i|we) (?:say|tell|write|ask|come|let|am|are)\b.*", re.IGNORECASE | re.DOTALL)


_FREE = frozenset(
    {
        Verb.HELP,
        Verb.STATUS,
        Verb.REFLECT,
        Verb.PLAN,
        Verb.FIND,
        Verb.HEALTH,
        Verb.WHY,
        Verb.PREP,
        Verb.ABOUT,
        Verb.IMPACT,
    }
)
_SHOWN = frozenset({"show", "list", "when", "log"})


def _is_free(command: Command) -> bool:
    return command.verb in _FREE or command.op in _SHOWN


def _once(found: Iterable[Command]) -> list[Command]:
    """The same said twice is said once; the fuller one counts."""
    kept: dict[tuple[object, ...], Command] = {}
    for one in found:
        key = (one.verb, one.op, one.person, one.candidates, one.number)
        if key not in kept or len(one.text) > len(kept[key].text):
            kept[key] = one
    return without_repeats(list(kept.values()))
