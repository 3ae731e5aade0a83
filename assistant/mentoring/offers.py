"""What the mentor takes on is an offer (P117): "Minerva offered to introduce you to Lee"; it is never chased."""

from __future__ import annotations

import re
from datetime import date

from assistant.mentoring.days import short_day
from assistant.mentoring.promises import is_doing
from assistant.mentoring.words.phrases import clause, undated
from assistant.mentoring.words.turning import joined

_WHO = r"(?:and |so |also |then )?(?:she|he|they|my mentor|{name})"
_MODAL = (
    r"(?:['’]ll| will(?: also| then| kindly)?| would| can| is going to| is"
    r" happy to| is willing to| volunteered to| is to| has to"
    r"| (?:also |kindly )?(?:offered|offers|promised|promises|agreed|proposed)(?:"
    r" me)? to| said (?:she|he|they)(?:['’]ll|['’]d| will| would)| to) "
)
_OFFERED = re.compile(
    r"^(?:(?:kindly |also )?(?:offered|offers|promised|to|will)(?: me)? to"
    r" |(?:to|will|please) )",
    re.IGNORECASE,
)
_MINE = re.compile(r"^(?:and |so |also )?i(?:['’]ll| will| can|['’]m going to| am going to) ", re.IGNORECASE)
# The third person of the verbs of favours; any other verb stays as it was written.
_VERBS = [
    "ask",
    "book",
    "bring",
    "call",
    "check",
    "connect",
    "contact",
    "correct",
    "draft",
    "email",
    "find",
    "forward",
    "give",
    "introduce",
    "invite",
    "look",
    "make",
    "nominate",
    "organise",
    "organize",
    "arrange",
    "pass",
    "ping",
    "prepare",
    "proofread",
    "put",
    "read",
    "recommend",
    "refer",
    "review",
    "send",
    "set",
    "share",
    "show",
    "sign",
    "speak",
    "talk",
    "tell",
    "try",
    "watch",
    "listen",
    "comment",
    "come",
    "help",
    "join",
    "test",
    "practise",
    "rehearse",
    "explain",
    "teach",
    "write",
    "present",
    "role-play",
]
_BASE = {
    **{f"{verb}s": verb for verb in _VERBS},
    "passes": "pass",
    "tries": "try",
    "watches": "watch",
    "teaches": "teach",
}
_TURNED = (("myself", "yourself"), ("me", "you"), ("my", "your"), ("mine", "yours"))


def offer_of(text: str, first_name: str, *, dated: bool) -> str:
    """ "Minerva will introduce me to Lee by Friday." -> "introduce me to Lee"; dated: its day is told apart."""
    said = clause(text)
    subject = re.compile(rf"^{_WHO.format(name=re.escape(first_name))}(?P<modal>{_MODAL}| (?=\w+s\b))", re.IGNORECASE)
    match = subject.match(said) or _MINE.match(said) or _OFFERED.match(said)
    rest = said[match.end() :] if match else said
    first, blank, more = rest.partition(" ")
    if match and first.lower() not in _BASE and match.groupdict().get("modal") == " ":
        rest = said  # "Minerva always brings …": no verb that we know
    else:
        verb = _BASE.get(first.lower(), first)
        rest = f"{verb}{joined(f'{blank}{more}') if verb != first else f'{blank}{more}'}"
    return undated(rest) if dated else rest


def offer_line(task: str, first_name: str, due: date | None, number: int) -> str:
    """The offer as a sentence to the protégé: "Minerva offered to introduce you to Lee (3, Fri 4 Dec)."."""
    when = f"{number}, {short_day(due)}" if due else f"{number}"
    words = clause(task)
    if not is_doing(words):
        return f"{first_name} offered: {words} ({when})."
    for mine, yours in _TURNED:
        words = re.sub(rf"\b{mine}\b", yours, words)
    return f"{first_name} offered to {words[:1].lower()}{words[1:]} ({when})."
