"""The verbs of doing in their English forms: what a promise, a line of a to-do list or a request begins with.

They stand in `languages/en.toml`, `[notes]`."""

from __future__ import annotations

from functools import cache

from assistant.reading.languages import phrases

# Behind a name they are a promise without a day: "Minerva sends the form".
HANDING = frozenset(phrases("notes", "hands"))
DOING = HANDING.union(phrases("notes", "does"))
_DOUBLED = frozenset(phrases("notes", "doubles"))  # "get" -> "getting"
# What somebody is always busy with: "is working on a book" tells of now.
ONGOING = frozenset({"working", "running", "learning", "using", "looking", "trying", "keeping", "waiting", "listening"})


def third(verb: str) -> str:
    """ "send" -> "sends", "reply" -> "replies"."""
    if verb.endswith(("s", "x", "sh", "ch", "do", "go")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def ing(verb: str) -> str:
    """ "write" -> "writing", "cut" -> "cutting"."""
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


THIRDS = {third(verb): verb for verb in DOING}
INGS = {ing(verb): verb for verb in DOING}


@cache
def meant(word: str) -> str:
    """The third person that a mistyped word means ("snds" -> "sends"); "" where it is none, or no one.

    One letter is missing, doubled, wrong or swapped, the first one is right."""
    if len(word) < 4 or not word.endswith("s"):
        return ""
    near = {form for form in THIRDS if form[0] == word[0] and THIRDS[form] in HANDING and _is_near(word, form)}
    return near.pop() if len(near) == 1 else ""


def _is_near(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a == b:
        return a == b
    first = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[first + 1 :] == b[first + 1 :] or a[first : first + 2] == b[first : first + 2][::-1] != ""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[first + 1 :] == shorter[first:]
