"""Putting the protégé's own words into a sentence to somebody, without adding any."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from assistant.mentoring.words.turning import clause_end, is_many, is_of_another, joined, plural

LONGEST_LINE = 400  # characters that are shown of a line
DISCLOSURE = "A program posts this for me and files replies; I approved every word. To leave it out, write to {email}."
_DISCLOSED = "\n\n" + DISCLOSURE.partition(" and files")[0]

VERBS = frozenset(
    (
        *("become", "be", "lead", "run", "build", "write", "move", "manage", "get", "learn", "start", "change", "grow"),
        *("design", "own", "found", "make", "work", "teach", "help", "create", "develop", "launch", "sell", "speak"),
        *("join", "earn", "finish", "publish", "find", "understand", "improve", "switch", "go", "do", "have", "open"),
        *("set", "negotiate"),
    )
)
OPENERS = re.compile(
    r"^(?:in (?:two|2) years,?\s+)?"
    r"(?:i(?:'d| would|’d)? (?:want|like|hope|wish|love|plan|need)\s+to\s+|my goal is to\s+|to\s+)"
    r"(?:be able to\s+)?|^be able to\s+",
    re.IGNORECASE,
)
# Words that show that something is said *of* a work, and not only its name.
EFFECT = re.compile(
    r"\b(?:\w{2,}ed|made|gave|got|taught|showed|led|let|cut|put|kept|left|won|lost|grew|began|brought|built|chose|came"
    r"|found|felt|held|learnt|meant|ran|rebuilt|said|saw|sold|set|spoke|stood|thought|told|took|understood|went|wrote"
    r"|read|heard|is|was|has|have|are|were|makes|gives|helps|shows|taught|means)\b",
    re.IGNORECASE,
)
MINE = re.compile(r"^(?:bought|met|follow|love|like|enjoy|know)\b", re.IGNORECASE)
# What the stages of a relationship are called to the protégé.
STAGES = {
    "prospect": "not written to yet",
    "ready": "first note in hand",
    "contacted": "written to",
    "coffee_set": "a talk is planned",
    "coffee_done": "you have talked",
    "proposed": "asked to be your mentor",
    "active": "your mentor",
    "winding_down": "ending soon",
    "closed": "closed",
    "resting": "resting",
    "declined": "said no",
    "paused": "paused",
}
ABOUT_HER = re.compile(r"\b(she|he|her|his|hers|their|theirs|they|them|him)\b", re.IGNORECASE)
NO_NOUN = frozenset(
    (
        *(
            "in",
            "on",
            "at",
            "to",
            "for",
            "about",
            "with",
            "when",
            "and",
            "or",
            "but",
            "that",
            "is",
            "was",
            "by",
            "from",
        ),
        *("the", "a", "an", "my", "our", "this", "these", "those", "some", "what", "how", "why", "where", "whether"),
        *("as", "once", "again", "more", "back", "first", "if", "before", "after", "because"),
    )
)

ABOUT_A_TIME = re.compile(
    r"\d|\b(?:which|when|works?|suits?|fits?|free|time|days?|week|month|morning|afternoon|(?:mon|tues|wednes|thurs|fri)day)\b",
    re.IGNORECASE,
)

I_WILL = re.compile(
    r"^(?:[-*•]\s+|\[ ?\]\s*|(?:ai|action|todo|to do|new|also|me)\s*:\s*)*"
    r"(?:i(?:['’]ll| will| am going to|['’]m going to| need to| have to)|we(?:['’]ll| will)|will|to)\s+",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_SAYS_WHEN = (
    rf"(?:{_DAY}|{_MONTH}|\d{{1,4}}(?:[:./-]\d{{1,4}}){{0,2}}(?:st|nd|rd|th|pm|am|h)?|tomorrow|tonight|today|weeks?|months?"
    r"|weekend|year|day|quarter|christmas|easter|noon|morning|afternoon|evening)"
)
_BESIDE = (
    r"(?:the|a|my|our|end|beginning|start|middle|of|next|this|that|coming|following|early|late|mid|at|in|latest|new)"
)
# "by 4 December", "(before the end of next week)"; "tomorrow", "this Friday", "next week" need no preposition.
DUE_TAIL = re.compile(
    rf"[\s,(]+(?:(?:by|before|until|till|due|on)(?: {_BESIDE})*|(?:early |late |some ?time )?(?:next|this|coming)"
    rf"|(?=to(?:morrow|night|day)\b)) ?{_SAYS_WHEN}(?:,? (?:{_BESIDE} )*{_SAYS_WHEN})*\)?$",
    re.IGNORECASE,
)

# The same between two doings: "rewrite the page by Friday and call two customers".
DUE_WITHIN = re.compile(
    rf"[\s,(]+(?:by|before|until|till|due)(?: {_BESIDE})* ?{_SAYS_WHEN}(?: {_SAYS_WHEN})?\)?(?= and\b)", re.IGNORECASE
)
_FILLERS = re.compile(r"(?:[\s,]+(?:and|so|oh|yeah|uh+|um+|uhm|erm?|like))+[\s,.]*$", re.IGNORECASE)


def unfilled(text: str) -> str:
    """Dictated words without what only held the breath at their end: "cut it in half and uh" -> "cut it in half"."""
    return _FILLERS.sub("", text) or text


def undated(text: str) -> str:
    """A promise without the day at its end, however often said: "write it by next week, by Friday" -> "write it"."""
    while (shorter := DUE_TAIL.sub("", text).rstrip(" ,;(")) not in ("", text):
        text = shorter
    return text


def clause(text: str) -> str:
    """A sentence without its final stop and with single spaces, so that it fits where a sentence goes on."""
    return " ".join(text.split()).rstrip(" .;,")


def shortened(text: str) -> str:
    """A line that fits a screen: cut at a word, with an ellipsis, where it is longer than anybody reads."""
    return text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE].rsplit(' ', 1)[0]} …"


def promised(text: str, first_name: str, *, dated: bool) -> str:
    """ "I will send her the memo by 4 December" -> "send you the memo", as it goes on after "I'll" to that person.

    dated: the date is told apart, so the words' own goes. A task that was noted as "the memo" stays as it is.
    """
    words = I_WILL.sub("", clause(text), count=1)
    if dated:
        words = undated(words)
    words = addressed(words, first_name)
    return words[:1].lower() + words[1:]


def phrase_of_aim(goal: str) -> str:
    """ "I want to lead a pricing team" -> "to lead a pricing team"; a noun stays: "a role in pricing"."""
    text = clause(goal)
    rest = OPENERS.sub("", text, count=1)
    first = rest.split(" ", 1)[0].lower()
    if first in VERBS or rest != text:
        return f"to {rest[:1].lower()}{rest[1:]}" if rest else ""
    return rest


def says_something(text: str) -> bool:
    """Whether words can stand as a sentence in a letter: "her talk on pricing" alone is a name, not a sentence."""
    said = text.strip()
    return EFFECT.search(said) is not None and EFFECT.match(said) is None and MINE.match(said) is None


def undisclosed(text: str) -> str:
    """A letter's text without the line about the program below the name."""
    return text.partition(_DISCLOSED)[0].rstrip()


def changed_lines(before: str, after: str) -> list[str]:
    """What differs between two texts of a letter, by paragraph: "Was: …" and "Now: …" lines, [] when nothing does."""
    old, new = (_paragraphs(text) for text in (before, after))
    found = []
    for what, first, last, start, end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what != "equal":
            found += [f"Was: {line}" for line in old[first:last]] + [f"Now: {line}" for line in new[start:end]]
    return found


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", undisclosed(text)) if part.strip()]


def question_of(text: str) -> str:
    """The first question of a mail that is not about when to meet, in its own words; "" where there is none."""
    said = re.split(r"(?<=[.!?…])\s+", " ".join(text.split()))
    return next((one for one in said if one.endswith("?") and not ABOUT_A_TIME.search(one)), "")


def speaks_about(text: str) -> bool:
    """Whether the words speak *about* somebody ("her talk") rather than to them ("your talk")."""
    return ABOUT_HER.search(text) is not None


_SUBJECT = re.compile(
    r"\b(?:she|he)(?:['’]s(?= (?P<after>\w+))"
    r"|(?P<adverb> (?:also|always|never|often|still|really|usually|already|only))? "
    r"(?P<verb>[a-z]+?(?:n['’]t)?))(?![a-z'’])",
    re.IGNORECASE,
)


def _second(match: re.Match[str]) -> str:
    """ "she leaves" -> "you leave": the verb goes with its new subject."""
    if match["verb"] is None:  # "she's": is, but has before a participle
        after = match["after"].lower()
        return "you have" if after in ("been", "got", "had", "done") or after.endswith("ed") else "you are"
    verb = match["verb"]
    negated = verb[-3:] if re.search(r"n['’]t$", verb, re.IGNORECASE) else ""
    stem = verb.removesuffix(negated)
    return f"you{match['adverb'] or ''} {plural(stem)}{negated}"


def addressed(text: str, first_name: str) -> str:
    """Words about a person turned into words to them: "her talk on pricing" -> "your talk on pricing".

    Only the sure cases: possessives before a word, subjects, "Minerva's". The draft is shown before it is sent.
    """
    words = re.sub(rf"\b{re.escape(first_name)}(?:'s|’s)(?=\s)", "your", text) if first_name else text
    words = _turned(r"\b(?:his|their)\b(?=\s+\w)", words, first_name)
    words = _turned(r"\bher\b(?=\s+(?P<next>\w+))", words, first_name)
    words = _subjects(words)
    words = re.sub(r"\b(?:she|he)\b", "you", words, flags=re.IGNORECASE)
    return _turned(r"\b(?:her|him)\b", words, first_name)


def _turned(pattern: str, words: str, first_name: str) -> str:
    """Pronouns as "your" or "you"; those that are sure to be somebody else's as they are."""

    def turn(match: re.Match[str]) -> str:
        word, start = match[0].lower(), match.start()
        another = is_of_another(match.string, start, first_name) or (word == "their" and is_many(match.string, start))
        if another:
            return match[0]
        following = match.groupdict().get("next")
        owns = word in ("his", "their") or (following is not None and following.lower() not in NO_NOUN)
        return "your" if owns else "you"

    return re.sub(pattern, turn, words, flags=re.IGNORECASE)


def _subjects(words: str) -> str:
    """Each "she" with its verb, and the verbs that are joined to that one in its clause."""
    out, done = [], 0
    for match in _SUBJECT.finditer(words):
        end = clause_end(words, match.end())
        out += [words[done : match.start()], _second(match), joined(words[match.end() : end])]
        done = end
    return "".join((*out, words[done:]))


OFFERS = re.compile(
    r"^(?:she|he|they|\w+)(?:['’]ll| will| would| can| could| offered to| offers to) (?=[a-z])", re.IGNORECASE
)
THIRD = re.compile(r"\b(?:she|he|they|her|his|their|hers|theirs|him|them|we|us|our|i|mine)\b|[.;?!]\s", re.IGNORECASE)


def offered(line: str, first_name: str) -> str:
    """ "She will introduce me to Lee." -> "Minerva offered to introduce you to Lee."; else the line in quotes.

    Only where one clause says who and nobody else is spoken of."""
    said = " ".join(line.split())
    mark = OFFERS.match(said)
    rest = clause(said[mark.end() :]) if mark else ""
    subject = re.split(r"[\s'’]", said, maxsplit=1)[0].lower()
    if not rest or THIRD.search(rest) or subject not in ("she", "he", "they", first_name.lower()):
        return f"{first_name} offered: “{said}”"
    rest = re.sub(r"\bme\b", "you", re.sub(r"\bmy\b", "your", re.sub(r"\bmyself\b", "yourself", rest)))
    return f"{first_name} offered to {rest}."


def task_of(text: str, *, dated: bool) -> str:
    """A promise as a task: "I will write it by 20 Nov" -> "write it". Without `dated` the day's words stay."""
    words = I_WILL.sub("", clause(text), count=1)
    if dated:
        words = undated(words)
    changed = words != clause(text)
    return words[:1].lower() + words[1:] if changed and not words[:2].isupper() else words
