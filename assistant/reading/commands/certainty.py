"""Whether every word of a text is accounted for: by what is looked for in it, by its people and days, by courtesy.

A reading that only looks for a few words in a text is a guess where another word of it is unknown: "a thank-you mail
to Lee" is no first note to him, "I shall revert by Friday" takes nothing back. What is a guess is asked.
"""

from __future__ import annotations

import re

from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import PARTICLES
from assistant.reading.commands.names import EMAIL, fold
from assistant.reading.dates.words import MONTH, WEEKDAY

# Words that carry no meaning of their own here: who, where, how it is asked, and how politely.
_LIGHT = frozenset(
    word
    for line in (
        "a an the this that these those some any each every all both no one ones thing things it its it's i i'm i've",
        "i'd i'll me my mine myself we we're we've we'd we'll us our ours you you're you've your yours he he's him",
        "his she she's her hers they they're them their theirs who who's whom whose which what what's where where's",
        "when why how am is are was were be been being do does did done doing don't have has had having can could",
        "will would shall should may might must let let's need needs want wants wanted like liked love loved to of in",
        "on at by for towards toward from with about as into onto up down out off over under through per via re and or",
        "but so if",
        "then than also too just only even still yet already now here there again once more most much many very",
        "really please pls kindly thanks thank thx cheers ok okay yes yeah yep well oh ah hey hi hello dear hm hmm um",
        "right great good nice fine sorry actually maybe perhaps btw fyi heads wait whoa wow hang quick quickly soon",
        "today tonight tomorrow yesterday morning afternoon evening day days week weeks month months year time moment",
        "ago next last first second robin assistant mate guy man woman lady fella person somebody someone way bit",
        "little kind sort go going get got give make take put see know think guess believe reckon wondering wonder",
        "looking help ready able said honest honestly simply directly one's anyway though however together time's",
        "dont cant wont doesnt didnt isnt arent wasnt",
        "there's here's that's curious meet meets met app robot program system mail mails e-mail email message ever",
        "always never not new old wrong dr prof mr mrs ms anymore to-do to-dos todo mentor mentors night noon",
    )
    for word in line.split()
)
_DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH}|\d+(?:st|nd|rd|th|am|pm|h)?)s?", re.IGNORECASE)
_PARTICLE = re.compile(PARTICLES, re.IGNORECASE)
_NAMED = re.compile(r"([a-z][a-z']+)(\?|\\w[*+])?")
_MARKS = re.compile(r"\\[bBdDsSwW](?![*+])|\(\?(?:P<\w+>|<?[!=]|[:a-z-]*:)|\[[^\]]*\]|\{[^}]*\}")


def vocabulary(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The words that a pattern names, each as it stands, or with "*" where it is only how a word begins."""
    found: dict[str, None] = {}
    for word, more in _NAMED.findall(_MARKS.sub(" ", pattern.pattern)):
        found |= dict.fromkeys((word, word[:-1]) if more == "?" else (f"{word}*" if more else word,))
    return tuple(found)


# Behind one of these stands why, or how long, which may be said in any words.
_WHY = re.compile(
    r"\b(?:because|since|as|now that|given that|seeing that|until|till?)\b|[,;:()]|\s[-–—]+\s", re.IGNORECASE
)
# What an ending, a pause or a lighter rhythm may be of, and how it is to be done.
_OF_ENDINGS = (
    *(
        "mentoring",
        "mentorship",
        "relationship",
        "series",
        "meeting*",
        "sessions",
        "rhythm",
        "list",
        "lists",
        "ranking",
    ),
    *("gracefully", "nicely", "properly", "proper", "manner", "well", "kindly", "terms", "note", "together", "whole"),
    *("contact*", "writing", "write", "letters", "messages", "everything", "anything", "choice", "number", "favour*"),
    *("quarter*", "fortnight*", "monthly", "weekly", "half", "completely", "correspondence"),
)


def is_accounted_for(words: str, reading: Reading, pattern: re.Pattern[str]) -> bool:
    """Whether nothing unknown stands in a clause, up to its reason. pattern: what was looked for in it."""
    return not unknown_words(_WHY.split(words, maxsplit=1)[0], reading, (*vocabulary(pattern), *_OF_ENDINGS))


def unknown_words(text: str, reading: Reading, known: tuple[str, ...]) -> list[str]:
    """The words of a text that nothing accounts for. known: words, with "*" where they may go on."""
    people = {word for person in reading.people for word in fold(person.name).split()}
    begins = tuple(word[:-1] for word in known if word.endswith("*"))
    plain = straight(EMAIL.sub(" ", text)).lower()
    return [
        word
        for word in re.findall(r"[^\W_][\w'-]*", plain)
        if word not in _LIGHT
        and word not in known
        and fold(re.sub(r"'s$", "", word)) not in people
        and not (begins and word.startswith(begins))
        and not _DAY.fullmatch(word)
        and not _PARTICLE.fullmatch(word)
    ]
