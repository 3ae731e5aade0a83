"""What a protégé's commands hold that is for nobody else is set apart before the core sees them (promise 7).

Two readings meet: the marks within the words themselves, and those of the whole mail, where a mark may stand in another
line than its words. In doubt a word is private.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from assistant.mentoring import events as happened
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.facts import Notes
from assistant.reading.privacy import split_private, unmarked

# What these say goes to nobody else, or is no free text; an EDIT is the protégé's own letter, and only said.
OWN = frozenset(
    {Verb.HELP, Verb.STATUS, Verb.SETTING, Verb.SEND, Verb.YES, Verb.NO, Verb.SKIP, Verb.STOP, Verb.UNDO, Verb.WHY}
    | {Verb.RECORDS, Verb.THANKS_ONLY, Verb.CHOICE, Verb.UNKNOWN, Verb.PREP, Verb.REMIND, Verb.FIT, Verb.HEALTH}
    | {Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.SENT, Verb.TOUCH}
)
# Without their words these would do something that was not meant: an empty thanks, a goal without a text.
NEEDS_WORDS = frozenset({Verb.THANK, Verb.RECAP, Verb.GOALS, Verb.REACH_OUT, Verb.IMPACT, Verb.INTRODUCE})
LOCKS = "🔒🔏🔐🤫🤐🙊㊙"
MOST_PIECES = 200
LONGEST = 2000  # characters of a piece that are looked for in other words
ALL_PRIVATE = "these words are marked as private, so I used none of them"
_LOCKED = re.compile(rf"^([ \t]*(?:[-*•][ \t]+)?)(.*[{LOCKS}].*)$", re.MULTILINE)
_WORD = re.compile(r"\w+")


def apart(event: happened.Event, text: str) -> happened.Event:
    """The event of a protégé's mail with the private words of its commands set apart; any other as it is.

    text: all that the protégé wrote new in that mail, its subject included."""
    if not isinstance(event, happened.CommandsGiven):
        return event
    if all(command.verb in OWN for command in event.commands):
        return event
    whole = split(text)
    commands = [_apart(command, whole) for command in event.commands]
    last = max(n for n, command in enumerate(commands) if command.verb not in OWN)
    left = _in_no_command(whole, commands)
    commands[last] = replace(commands[last], private=(*commands[last].private, *left))
    return replace(event, commands=tuple(commands))


def marked(text: str) -> str:
    """Notes in which a line with a lock says in words that it is private, for their reading."""
    return _LOCKED.sub(r"\1private: \2", text)


def without_private(notes: Notes, text: str, mentor: str = "") -> Notes:
    """Notes whose answer to "what to thank for" keeps what is private of it; `text` is all that they were read from."""
    if not notes.used:
        return notes
    said = split(text, mentor).of(notes.used)
    private = dict.fromkeys((*notes.private, *map(unmarked, said.private)))
    return replace(notes, used=said.public, private=tuple(private))


@dataclass(frozen=True, slots=True)
class Split:
    """Words told apart: what others may read, and the pieces that are for nobody else, as they were written."""

    public: str
    private: tuple[str, ...] = ()

    def of(self, words: str) -> Split:
        """The words of a command that was read from this mail: their own marks count, and the mail's."""
        own = split(words)
        public, private = own.public, list(own.private)
        in_public = _folded(self.public)
        for piece in self.private[:MOST_PIECES]:
            cleaned = _without(public, piece[:LONGEST])
            if cleaned != public:
                private.append(piece)
                public = cleaned
            said = _folded(public)
            if said and said in _folded(piece) and said not in in_public:
                private.append(public.strip())
                public = ""
        return Split(public.strip() if private else words, tuple(dict.fromkeys(private)))


def split(text: str, mentor: str = "") -> Split:
    """`split_private`, and every line with a sign such as a lock."""
    public, pieces = split_private(text, mentor)
    open_lines: list[str] = []
    locked: list[str] = []
    for line in public.split("\n"):
        (locked if any(sign in line for sign in LOCKS) else open_lines).append(line)
    return Split("\n".join(open_lines), (*pieces, *(line.strip() for line in locked)))


def _apart(command: Command, whole: Split) -> Command:
    if command.verb in OWN or _makes_private(command):
        return command
    if command.verb is Verb.EDIT:
        return replace(command, private=tuple(map(unmarked, split(command.text).private)))
    text, because, place = (whole.of(words) for words in (command.text, command.because, command.place))
    fields = [(key, whole.of(value)) for key, value in command.fields]
    answers = [(number, whole.of(value)) for number, value in command.answers]
    parts = [text, because, place, *(x for _, x in fields), *(x for _, x in answers)]
    private = tuple(dict.fromkeys(unmarked(piece) for part in parts for piece in part.private))
    if not private:
        return command
    left = any(_folded(x.public) for x in parts)
    return replace(
        command,
        text=text.public,
        because=because.public,
        place=place.public,
        fields=tuple((key, x.public) for key, x in fields if x.public or not x.private),
        answers=tuple((number, x.public) for number, x in answers if x.public or not x.private),
        private=private,
        ask=ALL_PRIVATE if command.verb in NEEDS_WORDS and not left else command.ask,
    )


def _makes_private(command: Command) -> bool:
    """ "3 is private", "don't tell her about the shares": what makes a recap's line private is no secret itself."""
    return command.verb is Verb.RECAP and (command.op == "private" or ("of", "private") in command.fields)


def _in_no_command(whole: Split, commands: list[Command]) -> list[str]:
    """The private pieces of the mail that no command holds: they are kept, too, and said."""
    held = [said for command in commands for piece in command.private if (said := _folded(piece))]
    held += [said for command in commands if (said := _folded(command.line))]
    return [
        unmarked(piece)
        for piece in whole.private[:MOST_PIECES]
        if (said := _folded(piece)) and not any(said in other or other in said for other in held)
    ]


def _folded(text: str) -> str:
    """The words alone, with a space around each: what contains them can be asked."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return f" {' '.join(words)} " if (words := _WORD.findall(plain)) else ""


def _without(text: str, piece: str) -> str:
    """The text without these words, however they are spaced and pointed."""
    words = _WORD.findall(unicodedata.normalize("NFC", piece))
    if not words or _folded(piece) not in _folded(text):
        return text
    spaced = r"\W+".join(map(re.escape, words))
    found = re.compile(rf"(?<!\w){spaced}(?!\w)\W*", re.IGNORECASE)
    return found.sub(" ", unicodedata.normalize("NFC", text)).strip()
