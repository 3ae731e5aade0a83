"""Whom a programme gave, in free words: somebody of the book, or somebody new with an address (L13)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.mentoring.words.naming import named as proper
from assistant.reading.commands.meant.scene import Scene, frame, mark
from assistant.reading.commands.names import EMAIL

_PROGRAM = re.compile(
    r"\b(?:mentor\w*|program(?:me)?|scheme|hr|l&d|human resources|office|company|university|faculty"
    r"|college|cell|school|foundation|committee|board|scholarship|agency|institute|society|ministry|fellowship"
    r"|coordinator|trust|hospital|academy|association|club|guild|union|network|platform|accelerator|department"
    r"|matched|paired|allott?ed|assigned)\b",
    re.IGNORECASE,
)
_GIVEN = r"(?:assigned|matched|paired|given|allocated|allott?ed|appointed|teamed|partnered)"
_NAMED = r"(?P<name>(?-i:[A-Z])[\w'-]+(?: (?:(?:de|da|del|van|von|bin|al) )?(?-i:[A-Z])[\w'-]+){1,3})"


def _assigned(match: re.Match[str], scene: Scene) -> Command | None:
    """Somebody new whom a programme gave, with an address."""
    said = scene.plain(match[0])
    found = list(EMAIL.finditer(said))
    if len(found) != 1 or scene.named:
        return None
    email = found[0][0].lower().rstrip(".")
    return Command(Verb.ASSIGNED, named=proper(match["name"]), email=email, line=said)


FRAMES = (
    # somebody new
    frame(
        rf"^(?:i|we)(?:'ve| have)? (?:was|were|am|got|been)(?: just| now)? {_GIVEN}(?: up)?(?: (?:with|to))?"
        rf" {_NAMED}\b.{{0,80}}@.*$",
        _assigned,
    ),
    frame(
        rf"^(?P<by>.{{3,60}}?) (?:has |have )?(?:just |now )?(?!given){_GIVEN} (?:me(?: up)? (?P<with>with "
        rf"|to )?)?{_NAMED}\b"
        r".{0,80}@.*$",
        lambda match, scene: _assigned(match, scene) if match["with"] or _PROGRAM.search(match["by"]) else None,
    ),
    # somebody of the book
    frame(
        r"^(?:.*\b(?:assigned|matched|paired|allott?ed|allocated|given|gave|appointed|teamed|partnered"
        r"|put)\b.{0,24}{p}.{0,60}|.*{p2}.{0,30}\b(?:assigned|matched|paired|allott?ed"
        r"|allocated|appointed|given)\b.{0,60})$",
        lambda match, scene: (
            scene.command(Verb.ASSIGNED, match[0], mark(match) or mark(match, "q"))
            if _PROGRAM.search(match[0]) and len(scene.people) == 1
            else None
        ),
    ),
    frame(
        r"^(?:i |we )?(?:was|were|have been|got|am|'ve been) (?:given|assigned|allott?ed|allocated"
        r"|appointed) (?:an? |my |the )?"
        r"(?:new )?mentor\b.{0,60}{p}.{0,20}$",
        lambda match, scene: scene.command(Verb.ASSIGNED, match[0], mark(match)) if len(scene.people) == 1 else None,
    ),
    frame(
        r"^(?:the |our |hr |my )?.{0,40}\b(?:program(?:me)?|scheme|hr|company|university|faculty|team"
        r"|l&d|office|coordinator|organisation|organization)\b.{0,30}{p}.{0,30}\bmentor\b.{0,40}$"
        r"|^{p2} is (?:now |officially |from today )*my (?:new |official |assigned )?mentor\b.{0,60}$",
        lambda match, scene: (
            scene.command(Verb.ASSIGNED, match[0], mark(match) or mark(match, "q")) if len(scene.people) == 1 else None
        ),
    ),
)
