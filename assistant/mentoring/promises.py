"""A task of the notes in the words of a list ("send her the memo") and of a letter ("I'll send you the memo by …")."""

from __future__ import annotations

import re

from assistant.mentoring.minutes import Action
from assistant.mentoring.phrases import clause, promised, task_of

# What notes put before the doing itself: "I promised to", "gonna", "She asked me to", "We agreed that I'd".
_BEFORE = re.compile(
    r"^(?:(?:and|so|also|then|ok|okay|great|right|yes|but|meanwhile),? )*"
    r"(?:i (?:promised(?: \w+)? to|agreed to|committed(?: myself)? to|offered to|must|need to|have to"
    r"|'ve got to|got to|gotta|shall"
    r"|undertook to|volunteered to|am to|should)|i(?:'m|’m| am) (?:to|gonna|going to)|i(?:'d|’d) better|gonna|going to"
    r"|need to|must|have to|got to|gotta|remember to|make sure to"
    r"|(?:she|he|they|my mentor|[A-Z]\w+) (?:asked|wants|wanted|expects|needs|asks|challenged) me to"
    r"|(?:we|it was) (?:also )?(?:agreed|decided)(?: that)? i(?:'ll|’ll|'d|’d| will| would| should)) ",
    re.IGNORECASE,
)
_VERBS = frozenset(
    (
        *(
            "add",
            "agree",
            "apply",
            "arrange",
            "ask",
            "attend",
            "block",
            "book",
            "bring",
            "build",
            "buy",
            "calculate",
            "call",
        ),
        *(
            "cancel",
            "check",
            "choose",
            "clean",
            "collect",
            "come",
            "compare",
            "complete",
            "confirm",
            "connect",
            "contact",
        ),
        *(
            "correct",
            "create",
            "cut",
            "decide",
            "define",
            "describe",
            "do",
            "download",
            "draft",
            "email",
            "enrol",
            "enroll",
        ),
        *(
            "figure",
            "fill",
            "find",
            "finish",
            "fix",
            "follow",
            "forward",
            "gather",
            "get",
            "give",
            "go",
            "hand",
            "have",
        ),
        *(
            "help",
            "interview",
            "intro",
            "introduce",
            "invite",
            "join",
            "keep",
            "learn",
            "let",
            "list",
            "look",
            "mail",
            "make",
        ),
        *(
            "map",
            "measure",
            "meet",
            "message",
            "move",
            "nominate",
            "open",
            "order",
            "organise",
            "organize",
            "pass",
            "pay",
        ),
        *("phone", "pick", "ping", "plan", "polish", "post", "practice", "practise", "prepare", "present", "print"),
        *(
            "proofread",
            "propose",
            "publish",
            "put",
            "reach",
            "read",
            "recommend",
            "record",
            "redo",
            "refer",
            "register",
        ),
        *(
            "remove",
            "renew",
            "reply",
            "report",
            "request",
            "research",
            "review",
            "revise",
            "rewrite",
            "run",
            "schedule",
        ),
        *(
            "send",
            "set",
            "share",
            "shorten",
            "show",
            "sign",
            "sketch",
            "speak",
            "start",
            "stop",
            "study",
            "submit",
            "take",
        ),
        *(
            "talk",
            "teach",
            "tell",
            "test",
            "text",
            "think",
            "tidy",
            "track",
            "translate",
            "try",
            "update",
            "upload",
            "use",
        ),
        *("visit", "watch", "work", "write", "role-play", "also", "then", "first"),
    )
)
# "a call with Lee", "draft of the memo": the noun, not the verb.
_NOUN = re.compile(r"^(?:[\w-]+)(?:\s(?:of|with|from|on|at|v\d+)\b|$)", re.IGNORECASE)
_SURE = frozenset(
    {"agree", "apply", "check", "come", "connect", "follow", "go", "look", "meet", "speak", "talk", "work", "put"}
)


def is_doing(text: str) -> bool:
    """Whether a task begins with what is done ("send the memo"), and is no thing ("the memo", "call with Lee")."""
    first = text.split(" ", 1)[0].lower()
    return first in _VERBS and (first in _SURE or _NOUN.match(text) is None)


def task_words(text: str, *, dated: bool) -> str:
    """ "I promised to send her the memo by Friday" -> "send her the memo". dated: the day is told apart."""
    said = _BEFORE.sub("", clause(text), count=1)
    return task_of(said, dated=dated) or clause(text)


def promise(action: Action, first_name: str) -> dict[str, object]:
    """A task as a letter says it to `first_name`: "send you the memo", its date, and whether both do it.

    thing: "memo on the tiers", which "I'll" can't stand before."""
    words = promised(_BEFORE.sub("", action.text, count=1), first_name, dated=action.due is not None)
    words = re.sub(rf"\b{re.escape(first_name)}\b(?!['’]s)", "you", words) if first_name else words
    return {"text": words, "due": action.due, "both": action.owner == "both", "thing": not is_doing(words)}
