"""Which line of a recap words name: by number, by its own words, by what it is, by whose it is. The core finds it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import tasks
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import PARTICLES
from assistant.reading.commands.names import fold, mentioned

MINE, HERS, OURS = "me", "mentor", "both"
MOST_WORDS = 6
_KINDS = {"point": "points", "main point": "points", "decision": "decisions", "question": "questions"}
_VAGUE = frozenset({"thing", "part", "bit", "line"})
_ACTIONS = frozenset({"action", "task", "item", "todo", "to-do", "promise"})
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_KIND = r"(?P<kind>main point|action|task|item|todo|to-do|promise|point|decision|question|line|offer|part|bit|thing)"
_NUMBERED = re.compile(
    rf"(?:the |my |her |his )?(?:{_KIND}|number|nr|no|nro)?\.? ?(?:number |no\.? ?)?#?(?P<n>\d{{1,3}})[:.)]?",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"(?:the )?(?P<nth>{'|'.join(_ORDINALS)}|last)(?: (?:one|{_KIND}))?(?: (?:action|point))?", re.IGNORECASE
)
_WHOSE = re.compile(
    rf"(?:(?P<mine>mine|my)|(?P<hers>hers|his|theirs|her|their)|(?P<name>[^\W\d_][\w-]*)'s)(?: (?:one )?{_KIND}?s?)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"(?:the |that |this |my |her |his )?(?:whole )?(?:{_KIND}|one|sentence|story|stuff|note)s?"
    r" (?:about|on|with|saying|regarding|of|for|that says)(?: the| that| my| her)? (?P<text>.+)",
    re.IGNORECASE,
)
_THE_KIND = re.compile(rf"(?:the |that |this |your |our )?{_KIND}", re.IGNORECASE)
_PARTICLE = re.compile(rf"\s+(?:{PARTICLES})$", re.IGNORECASE)
_SMALL = re.compile(
    r"the|an?|my|her|his|their|our|your|that|this|those|these|it|to|of|for|on|with|about|and|one|line|point|action"
)


@dataclass(frozen=True, slots=True)
class Ref:
    """A line as it was named. of: a list of the recap ("points", "decisions", "questions", "actions"), "" for any.

    by: whose it is as said ("me" | "mentor"), where that is what names it."""

    number: int | None = None
    text: str = ""
    of: str = ""
    by: str = ""

    def on(self, command: Command) -> Command:
        """The command with its line: its number, and what else names it as fields."""
        said = (("ref", self.text), ("of", self.of), ("by", self.by))
        return replace(
            command, number=self.number, fields=(*command.fields, *((key, value) for key, value in said if value))
        )


def ref(words: str, reading: Reading) -> Ref | None:
    """The line that these words name; None where they can name none."""
    plain = _PARTICLE.sub("", words.strip(" ,.;:!")).removesuffix(" one")
    said = tasks.in_digits(f"{plain} is").removesuffix(" is")
    if not said:
        return None
    if match := _NUMBERED.fullmatch(said):
        return Ref(int(match["n"]), of=_list(match["kind"]))
    if (match := _NTH.fullmatch(said)) and match["nth"].lower() in _ORDINALS:
        return Ref(_ORDINALS.index(match["nth"].lower()) + 1, of=_list(match["kind"]))
    if match := _WHOSE.fullmatch(said):
        by = MINE if match["mine"] else HERS if match["hers"] else whose(match["name"], reading)
        return Ref(by=by, of="actions") if by else None
    if match := _ABOUT.fullmatch(said):
        return _by_words(match["text"], _list(match["kind"]), reading)
    if match := _THE_KIND.fullmatch(said):
        return Ref(of=_list(match["kind"])) if match["kind"].lower() not in _VAGUE else None
    return _by_words(said, "", reading)


def whose(name: str, reading: Reading) -> str:
    """ "Minerva" -> "mentor", "Ada" -> "me"; "" for anybody else."""
    said = fold(name.removesuffix("'s"))
    if said in {fold(word) for word in reading.protege.split()}:
        return MINE
    mentor = next((p for p in reading.people if p.id == reading.thread), None)
    if mentor is not None and said in {fold(mentor.name), *(fold(word) for word in mentor.name.split())}:
        return HERS
    return ""


def _list(kind: str | None) -> str:
    said = (kind or "").lower()
    return "actions" if said in _ACTIONS else _KINDS.get(said, "offers" if said == "offer" else "")


def _by_words(words: str, of: str, reading: Reading) -> Ref | None:
    """A line by words of its own. Where the recap's lines are known, one of them has to hold the words."""
    plain = [word for word in re.findall(r"[\w'-]+", words.lower()) if not _SMALL.fullmatch(word)]
    if not plain or len(plain) > MOST_WORDS or "?" in words:
        return None
    if reading.lines and not any(holds(line, plain) for line in reading.lines):
        return None
    if not reading.lines and mentioned(words, reading):
        return None
    return Ref(text=" ".join(plain), of=of)


def holds(line: str, words: list[str]) -> bool:
    """Whether a line has all of these words, each as it stands or with another ending."""
    own = re.findall(r"[\w'-]+", line.lower())
    return all(any(_same(word, other) for other in own) for word in words)


def _same(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    return word == other or (shorter >= 4 and word[: max(4, shorter - 1)] == other[: max(4, shorter - 1)])


def correction(op: str, reading: Reading, line: str, **more: object) -> Command:
    """One correction of the recap of this thread."""
    return Command(Verb.RECAP, reading.thread, op=op, line=line[:400], **more)  # type: ignore[arg-type]
