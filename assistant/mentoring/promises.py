"""A task of the notes in the words of a list ("send her the memo") and of a letter ("I'll send you the memo by …")."""

from __future__ import annotations

import re

from assistant.mentoring.minutes import Action
from assistant.mentoring.words.phrases import DUE_WITHIN, addressed, clause, promised, task_of, undated
from assistant.mentoring.words.turning import base, whose

# What notes put before the doing itself: "I promised to", "gonna", "She asked me to", "We agreed that I'd".
_BEFORE = re.compile(
    r"^(?:(?:and|so|also|then|ok|okay|great|right|yes|but|meanwhile),? )*"
    r"(?:i (?:also |then |have |had )?(?:promised(?: \w+)? to|agreed to"
    r"|committed(?: myself)? to|offered to|must|need to|have to"
    r"|'ve got to|got to|gotta|shall"
    r"|undertook to|volunteered to|am to|should)|i(?:'m|’m| am) (?:to|gonna|going to)|i(?:'d|’d) better|gonna|going to"
    r"|need to|must|have to|got to|gotta|remember to|make sure to"
    r"|(?:she|he|they|my mentor|[A-Z]\w+) (?:asked|wants|wanted|expects|needs|asks|challenged) me to"
    r"|(?:we|it was) (?:also )?(?:agreed|decided)(?: that)? i(?:'ll|’ll|'d|’d| will| would| should)) ",
    re.IGNORECASE,
)
# "I rewrite the intro": the present tense of a promise.
_I_DO = re.compile(r"^(?:(?:and|so|also|then),? )*I (?:also |then )?(?=[a-z])")
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
_MORE_VERBS = frozenset(
    """
    aim analyse analyze benchmark brainstorm coach demo discuss document estimate evaluate explain explore focus handle
    hold identify improve include incorporate investigate lead learn leave listen log negotiate note outline own pilot
    pitch price prove pull push raise rank rate recruit reduce reflect rehearse rename replace resend resolve return
    rebuild redo redraft reread rethink revisit rework rewrite
    save score shadow simplify skip sort split stick summarise summarize support swap switch tackle thank
    trim turn validate verify volunteer walk weigh wrap
    """.split()  # noqa: SIM905 - a list of eighty quoted words reads worse
)
# Nouns that begin a line with a capital only because it is a line: "Memo on the tiers"; a name keeps its own.
_PLAIN = frozenset(
    """
    a agenda an call deck draft email first intro list mail memo my new notes one our plan proposal questions report
    review room short slide slides some summary talk the three two
    """.split()  # noqa: SIM905 - as above
)
_AND_TO = re.compile(r" and to (?=[a-z])")
# "a call with Lee", "draft of the memo": the noun, not the verb.
_NOUN = re.compile(r"^(?:[\w-]+)(?:\s(?:of|with|from|on|at|v\d+)\b|$)", re.IGNORECASE)
_SURE = frozenset(
    {"agree", "apply", "check", "come", "connect", "follow", "go", "look", "meet", "speak", "talk", "work", "put"}
)


def is_doing(text: str) -> bool:
    """Whether a task begins with what is done ("send the memo"), and is no thing ("the memo", "call with Lee")."""
    first, _, rest = text.partition(" ")
    first = first.lower()
    if first in ("intro", "mail", "text") and re.match(r"(?:to|for|about)\b", rest):
        return False  # "intro to the head of sales"
    return first in _VERBS | _MORE_VERBS and (first in _SURE or _NOUN.match(text) is None)


def task_words(text: str, *, dated: bool) -> str:
    """ "I promised to send her the memo by Friday" -> "send her the memo". dated: the day is told apart."""
    said = _I_DO.sub("", _BEFORE.sub("", clause(text), count=1), count=1)
    words, whole = base(task_of(said, dated=dated) or clause(text), _VERBS | _MORE_VERBS), clause(text)
    if not is_doing(words) and whole.lower().startswith(words.lower()):
        return whole[: len(words)]  # a thing keeps its capital: "Zahlen"
    return words


def promise(action: Action, first_name: str) -> dict[str, object]:
    """A task as a letter says it to `first_name`: "send you the memo", its date, and whether both do it.

    thing: "memo on the tiers", which "I'll" can't stand before; and words in which "her" may be somebody else: they
    stand as they were written, in quotes."""
    if whose(action.text, first_name):
        return {"text": f"“{clause(action.text)}”", "due": action.due, "both": action.owner == "both", "thing": True}
    if not is_doing(task_words(action.text, dated=action.due is not None)):  # a thing keeps its capital: "Zahlen"
        plain = undated(clause(action.text)) if action.due else clause(action.text)
        plain = addressed(plain, first_name)
        if plain.split(" ", 1)[0].lower() in _PLAIN:
            plain = plain[:1].lower() + plain[1:]
        return {"text": plain, "due": action.due, "both": action.owner == "both", "thing": True}
    text = DUE_WITHIN.sub("", action.text) if action.due else action.text  # the letter's own date stands at its end
    text = _AND_TO.sub(" and ", _BEFORE.sub("", text, count=1))
    words = promised(text, first_name, dated=action.due is not None)
    words = re.sub(rf"\b{re.escape(first_name)}\b(?!['’]s)", "you", words) if first_name else words
    return {"text": words, "due": action.due, "both": action.owner == "both", "thing": False}
