"""That the writer has sent the note themself: "sent", "sent yesterday, from my office account" (L18).

It starts a clock, so every word of the sentence has to be accounted for: what was sent, how, from where and when.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import EMAIL, Who, fold, mentioned
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.dates import day

_LAST_NIGHT = re.compile(r"\blast (?:night|evening)\b", re.IGNORECASE)
# "Sent from my phone" is what a client writes below a mail.
_CLIENT = re.compile(r"\s*(?:from|via|with|using)\b", re.IGNORECASE)
# "Wrote it" says of nobody that they have it.
_SENT = re.compile(r"sent|posted|e?-?mailed", re.IGNORECASE)
_TO_THEM = re.compile(r"\b(?:her|him|them)\b", re.IGNORECASE)
HOW_SENT = frozenset(
    word
    for line in (
        # what
        "it this that the same a an one note mail e-mail email message letter text draft line her him them to dm",
        # how and from where
        "myself meself masel personally directly manually by hand via through on in at from with my own our work",
        "office",
        "university official private personal company business school college other usual normal proper home account",
        "address mailbox mail email id inbox outlook gmail phone laptop computer linkedin whatsapp slack so",
        # when
        "already just now only off out today tonight this morning afternoon evening night arvo ago minute minutes hour",
        "hours half few short long quick lines emailing e-mailing messaging something similar couple of and then",
        "also finally is sent",
    )
    for word in line.split()
)


_FROM = re.compile(
    r"\b(?:from|via|through|by|with|on|using) (?:my|the|our|an?) (?:(?!wrong\b)[\w'-]+ ){0,3}?"
    r"(?:mailbox|account|address|id|e-?mail|mail|inbox|phone|laptop|computer)\b|\bby me\b",
    re.IGNORECASE,
)


def _sent(match: re.Match[str], line: Line) -> Command | None:
    said = _LAST_NIGHT.sub("yesterday", match["text"])
    people = mentioned(said, line.reading)
    if (
        "?" in line.text
        or len(people) > 1
        or _CLIENT.match(said)
        or not (people or _SENT.match(match["verb"]) or _TO_THEM.search(said))
    ):
        return None
    found = day(said, line.reading.moment, back=True)
    when = found.day if found else line.reading.moment.today
    rest = f"{said[: found.start]} {said[found.end :]}" if found else said
    if (when and when > line.reading.moment.today) or not _is_known(rest, people):
        return None
    who = people[0] if people else Who(line.reading.thread)
    ask = found.ask if found else ""
    if not who.id and not who.candidates:
        ask = "To whom?"
    command = about(Verb.SENT, who, line)
    return replace(command, day=when, ask=ask or command.ask)


def _is_known(rest: str, people: list[Who]) -> bool:
    names = {word for who in people for word in fold(who.named).split()}
    words = re.findall(r"[^\W_][\w'-]*", _FROM.sub(" ", EMAIL.sub(" ", rest)))
    return all(word.lower() in HOW_SENT or fold(re.sub(r"'s$", "", word)) in names for word in words)


RULES = (
    rule(
        r"(?:(?:i|we)(?:'ve| have)? )?(?:(?:already|just|now|finally|also|did that,?|sent it,?) )*"
        r"(?P<verb>sent|wrote|mailed|e-?mailed|messaged|texted|written"
        r"|posted(?=.{0,60}\b(?:mailbox|account|address|inbox|outlook|gmail)\b)|dropped(?=.{0,24} a (?:line|note"
        r"|mail|message)\b))(?P<text>(?:\W[^?]{0,119})?)",
        _sent,
        polite=False,
    ),
)
