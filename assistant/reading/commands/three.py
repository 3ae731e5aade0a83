"""The answers to the hello's three questions (L1): by number, one below the other, or as people write of themselves.

What is not certain is not taken: it is asked. A number may come more than once: two goals, two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.mentoring.addresses import TYPED
from assistant.mentoring.words.phrases import says_something
from assistant.reading.commands.body import plain, straight
from assistant.reading.commands.fields import fields, inline

GOAL, WHO, USED = 1, 2, 3
Answers = tuple[tuple[int, str], ...]
_PERSON_WORDS = 12  # more beside an address is prose
_GOAL_WORDS = range(2, 26)
_LONGEST = 8000

_NUMBERED = re.compile(r"\s*\(?(?P<n>[123])\s*(?:[.):]|[-–—]\s)\s*(?P<rest>.*)")
_BARE = re.compile(r"\s*(?P<n>[123])\s+(?P<rest>[^\W\d].*|-+)")
_NOBODY = re.compile(
    r"(?:i (?:don't|do not) know(?: anybody| anyone)?|nobody|no one|noone|none|not)(?: yet)?[\s.!]*", re.IGNORECASE
)
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_NAME = re.compile(
    rf"{_CAPITAL}(?: (?:van|von|de|der|den|del|della|di|da|dos|la|le|bin|al|el|ten)\b| {_CAPITAL}){{0,4}}"
)
_NO_NAME = frozenset({"i", "i'm", "i'd", "my", "hi", "hello", "dear", "contact", "mentor", "address", "mail", "email"})
# "M. McGee" and "Dr. Marsh" end no sentence.
_STOP = re.compile(r"(?<![\s.]\w)(?<!\b(?:Dr|Mr|Ms|St))(?<!\b(?:Mrs))(?<!\bProf)[.!?]+(?:\s+|$)|\n\s*\n")
_WISH = re.compile(
    r"\b(?:i (?:really |would |do )?(?:want|like|love|hope|wish|plan|aim)|i'd (?:really )?(?:like|love)"
    r"|my (?:goal|aim|dream) is|i(?:'m| am) (?:hoping|aiming|trying)) to (?:be able to )?(?P<goal>[^.!?;\n]+)",
    re.IGNORECASE,
)
# What is wished of us, or of somebody: no goal.
_OF_SOMEBODY = re.compile(
    r"(?:find|have|get|look for|search for|work with|meet|see|talk|speak|write|reach|contact|ask|connect|try|use|test"
    r"|thank|hear|know|tell|invite|learn from|introduce|say|stop|cancel|sign|be in touch|start (?:with|using))\b"
    r"(?=.*\b(?:mentor|coach|sponsor|you|him|her|them|this|it|to|with|if|how|what|whether|up|off|more|from)\b|.*@"
    r"|\s+[A-Z])",
)
_TAIL = re.compile(r"[ ,–—-]*\b(?:and|but|so|like|as) (?:[Ii]|she|he|they|does|did|has|[A-Z]\w+ (?:has|did|does))\b.*")
_GREETING = re.compile(r"(?:hi|hello|hey|dear|good (?:morning|day|evening))\b[\w ]{0,30}[,!.]?", re.IGNORECASE)
_MARKS = " ,;:(<[–—-"
_LINKS = re.compile(r"\s(?:whose (?:address|e-?mail) is|is at|is|at|on)$")
_ABOUT = re.compile(r"(?:^|[,;:–—]\s+|-\s+)(?P<used>(?:her|his|their)\s\w.*)", re.IGNORECASE)


def three(text: str, *, protege: str, own: frozenset[str], asked: bool) -> Answers:
    """What a mail answers, by number; () where nothing is certain. Linear in the text.

    protege: whose name ends the mail. own: addresses that are nobody's but theirs and ours. asked: the mail answers our
    question, so plain lines in its order count. Else it needs an address and one thing more, or "nobody yet" by number.
    """
    told, left = fields(_lines(text, protege))
    by_field = _from_fields(dict(told))
    marked = _unglued(max(_marked(left), dict(inline("\n".join(left))), key=len))
    if marked and (asked or _is_who(marked.get(WHO, ""))):
        found = tuple(_people(marked))
    else:
        found = (_below(left) if asked else ()) or _prose("\n".join(left), own)
    if by_field and not any(n == WHO for n, _ in found):
        found = (*found, (WHO, by_field))
    if not asked and not marked and (len({n for n, _ in found}) < 2 or not any(n == WHO for n, _ in found)):
        return ()
    return found


def first(text: str, *, protege: str, own: frozenset[str]) -> Answers:
    """What somebody's very first mail says of the three, before they were asked: any of them may stand there alone."""
    found = three(text, protege=protege, own=own, asked=False)
    return found or _prose("\n".join(_lines(text, protege)), own)


def _lines(text: str, protege: str) -> tuple[str, ...]:
    """The lines that say something: without quotes, closing, name, and a greeting of its own line ("Hi Robin,")."""
    lines = [straight(line) for line in plain(text[:_LONGEST], protege).lines]
    while lines and (not lines[0].strip() or _GREETING.fullmatch(lines[0].strip())):
        lines.pop(0)
    return tuple(lines)


def _from_fields(told: dict[str, str]) -> str:
    name, email = told.get("name", ""), told.get("email", "")
    return f"{name}, {email}".strip(", ") if name else ""


# --- by number


def _marked(lines: tuple[str, ...]) -> dict[int, str]:
    """The answers below their numbers. A number without a dot counts where the next one is expected."""
    found: dict[int, list[str]] = {}
    last = 0
    for line in lines:
        match = _NUMBERED.match(line)
        bare = None if match else _BARE.match(line)
        if bare and (int(bare["n"]) == last + 1) and (last != GOAL or _is_who(bare["rest"])):
            match = bare
        number = int(match["n"]) if match else 0
        if match and number > last:
            found[number] = [match["rest"].strip()]
            last = number
        elif last:
            found[last].append(line.strip())
    return {n: "\n".join(part).strip() for n, part in found.items() if "".join(part).strip()}


def _unglued(marked: dict[int, str]) -> dict[int, str]:
    """A person's line below the goal is the second answer, numbered or not; what follows it is the third."""
    if WHO in marked or GOAL not in marked:
        return marked
    below = dict(_below(tuple(marked[GOAL].split("\n"))))
    if WHO not in below or GOAL not in below:
        return marked
    return {**below, **{n: said for n, said in marked.items() if n != GOAL}}


def _people(said: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Each answer; the second one once for every address in it."""
    for number, words in said.items():
        ends = [m.end() for m in TYPED.finditer(words)] if number == WHO else []
        if len(ends) < 2:
            yield number, _plainly(words) if number == WHO else words
            continue
        for start, end in zip([0, *ends], [*ends, len(words)], strict=False):
            part = re.sub(r"^[\s,;)>\]]*(?:and\b|&|or\b)?\s*", "", words[start:end])
            if TYPED.search(part):
                yield number, _plainly(part)


def _plainly(words: str) -> str:
    """ "my former boss Lee Ito, lee@example.org" -> "Lee Ito, lee@example.org"; else as it stands."""
    found = TYPED.search(words)
    before = words[: found.start()].strip(" ,;:(<[-–—") if found else ""
    name = name_beside(before, "") if before and not re.search(r"[,;(\n]", before) else ""
    return f"{name}, {words[found.start() :]}" if found and name and name != before else words


# --- one below the other


def _below(lines: tuple[str, ...]) -> Answers:
    """Plain lines or paragraphs in the order of the questions: around the one that is a person, else three of them."""
    text = "\n".join(lines).strip()
    pieces = _named_lines([line.strip() for line in lines if line.strip()])
    who = [i for i, piece in enumerate(pieces) if _is_who(piece)]
    if len(who) == 1:
        before, after = " ".join(pieces[: who[0]]), " ".join(pieces[who[0] + 1 :])
        found = ((GOAL, before), (WHO, _plainly(pieces[who[0]])), (USED, after))
        return tuple(pair for pair in found if pair[1])
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip()]
    for three_of in (paragraphs, pieces):
        if len(three_of) == 3 and len(three_of[1].split()) <= _PERSON_WORDS and "?" not in text:
            return tuple(enumerate(three_of, 1))
    return ()


def _named_lines(lines: list[str]) -> list[str]:
    """A name and below it nothing but an address are one line."""
    found: list[str] = []
    for line in lines:
        if found and TYPED.fullmatch(line.strip("<>() ")) and _NAME.fullmatch(found[-1].strip(" ,:")):
            found[-1] = f"{found[-1].strip(' ,:')}, {line.strip('<>() ')}"
        else:
            found.append(line)
    return found


def _is_who(line: str) -> bool:
    """Whether a line is a person with an address, or says that there is nobody yet."""
    if _NOBODY.fullmatch(line.strip(" -")):
        return True
    return len(TYPED.findall(line)) == 1 and len(line.split()) <= _PERSON_WORDS and not re.search(r"[.!?]\s", line)


# --- as people write


def _prose(text: str, own: frozenset[str]) -> Answers:
    """What sentences say for certain: a wish for oneself, the one person with an address, what theirs changed."""
    sentences = [" ".join(s.split()) for s in _STOP.split(text) if s.strip()]
    goals = [goal for s in sentences if (goal := _goal(s))]
    found: list[tuple[int, str]] = [(GOAL, goal) for goal in goals]
    addresses = {m.lower() for m in TYPED.findall(text)} - own
    if len(addresses) != 1:
        return tuple(found)
    address = addresses.pop()
    name = ""
    used: list[str] = []
    for sentence in sentences:
        at = sentence.lower().find(address)
        if at >= 0:
            name = name or name_beside(sentence[:at], sentence[at + len(address) :])
        about = _ABOUT.search(sentence[max(at, 0) + (len(address) if at >= 0 else 0) :])
        if about and says_something(about["used"]):
            used.append(about["used"].strip(" .,"))
    found.append((WHO, f"{name}, {address}".strip(", ")))
    return (*found, *((USED, words) for words in used))


def _goal(sentence: str) -> str:
    """ "I'd like to get better at pricing, like Minerva does" -> "get better at pricing"; "" for a wish of somebody."""
    wish = _WISH.search(sentence)
    words = _TAIL.sub("", wish["goal"]).strip(" ,.") if wish else ""
    if not words or _OF_SOMEBODY.match(words) or TYPED.search(words) or len(words.split()) not in _GOAL_WORDS:
        return ""
    return words


def name_beside(before: str, after: str) -> str:
    """The name that stands just before an address, or in brackets behind it."""
    close = _LINKS.sub("", before[-100:].rstrip(_MARKS)).rstrip(_MARKS)
    found = [m for m in _NAME.finditer(close) if m.end() == len(close)]
    words = found[-1][0].split() if found else []
    while words and words[0].lower() in _NO_NAME:
        words.pop(0)
    if words:
        return " ".join(words)
    behind = re.match(rf"[\s>)\]]*\((?P<name>{_NAME.pattern})\)", after)
    return behind["name"] if behind else ""
