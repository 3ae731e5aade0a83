"""A first note to somebody in free words, whether the book has them or they come with their address (L14)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.mentoring.words.naming import named as proper
from assistant.reading.commands.context import Known
from assistant.reading.commands.meant.scene import Scene, frame, mark, scene
from assistant.reading.commands.names import EMAIL
from assistant.reading.commands.three import name_beside

_NOTE = (
    r"(?:note|mail|e-?mail|letter|message|draft|lines?|word|text|hello|outreach|contact|approach"
    r"|something|introduction of myself)"
)

NO_REACH = re.compile(
    r"\b(?:card|file|thank\w*|grateful\w*|propos\w+|invit\w+|coffee|intro\w*|blurb|goodbye|farewell"
    r"|meet(?:ing)? (?:on|at)|cancel\w*|again|card"
    r"|reminder|remind|apolog\w+|sorry|back|answer|reply|notes?(?= (?:on|about|of|from)))\b",
    re.IGNORECASE,
)


def _reach(match: re.Match[str], scene: Scene) -> Command | None:
    if NO_REACH.search(match[0]) or len(scene.people) > 1:
        return None
    topic = scene.plain(match.groupdict().get("text") or "").strip(" .!,")
    return scene.command(Verb.REACH_OUT, match[0], mark(match), text=topic)


def _to_newcomer(match: re.Match[str], outer: Scene) -> Command | None:
    """A first note to somebody with an address whom the book does not have: their card, and what a note needs."""
    said = outer.plain(match[0])
    found = EMAIL.findall(said)
    if len(found) != 1 or outer.named:
        return None
    before, after = said.split(found[0], 1)
    name = name_beside(before, after)
    if not name:
        return None
    words = re.sub(rf"{re.escape(name)}[\s,<(]*{re.escape(found[0])}[>)]?", name, said)
    email = found[0].lower().rstrip(".")
    known = Known("newcomer", name, (email,))
    inner = scene(words, replace(outer.reading, people=(known,)))
    for one in _REACHES:
        hit = one.pattern.match(inner.text)
        if hit and (command := one.make(hit, inner)):
            return Command(Verb.NEW_MENTOR, named=proper(name), because=command.text, email=email, line=said)
    return None


_TO_WRITE = r"write|draft|prepare|compose|send|drop|start"
_REACHES = (
    frame(
        r"^(?:write|draft|prepare|compose|send|make|do|create|put together|start|begin|drop|work on"
        rf"|come up with|get|drafting|writing|preparing|have)\b.{{0,30}}?\b{_NOTE}\b.{{0,20}}?\b(?:to|for"
        r"|with|at) {p}(?:,? (?:about|regarding|concerning|re|on|asking|because of|saying|topic|topic:"
        r"|around|and ask)(?: about)? (?P<text>.+))?$",
        _reach,
    ),
    frame(
        rf"^(?:an? |the |my )?(?:first |short |little |new )*{_NOTE} (?:to|for|with) {{p}}(?:,? (?:about"
        r"|regarding|concerning|re|on|asking|because of) (?P<text>.+))?$",
        _reach,
    ),
    frame(
        r"^(?:send|write|drop|give|shoot) {p} (?:an? |some )?(?:first |short |quick |little )*(?:note|line|mail|e-?mail"
        r"|message|letter|few lines)(?:,? (?:about|regarding|on|asking(?: about)?|to ask(?: about)?) (?P<text>.+))?$",
        _reach,
    ),
    frame(
        r"^(?:go ahead|start|begin|carry on|get going|proceed) with (?:an? |the |my )?(?:first |short "
        r"|new )*(?:note|mail|e-?mail"
        r"|letter|message|draft) (?:to|for) {p}(?:,? (?:about|regarding|on) (?P<text>.+))?$",
        _reach,
    ),
    frame(
        r"^(?:hit up|hmu|holler at|shoot|slide into the dms of|drop a line to) {p}"
        r"(?:,? (?:about|regarding|on) (?P<text>.+))?$",
        _reach,
    ),
    frame(
        r"^(?:write|writing|draft|drop|contact|approach|message|mail|e-?mail|text|ping|ask|reach out"
        r"|reaching out|get in touch|getting in touch|make contact|get the ball rolling|start|get started"
        r"|introduce myself|connect)(?: (?:to|with|at))? {p}(?: (?:a|some) (?:line|note|mail|message|word"
        r"|lines|few lines))?(?:,? (?:about|regarding|concerning|re|on|because of"
        r"|around)(?: about)? (?P<text>.+))?$",
        lambda match, scene: (
            None
            if re.match(r"ask|start|text", match[0], re.IGNORECASE)
            and not re.search(r"about|with", match[0], re.IGNORECASE)
            else _reach(match, scene)
        ),
    ),
)
FRAMES = (
    *_REACHES,
    frame(rf"^(?:{_TO_WRITE}|mail|reach|contact|approach|message|ping|get)\b.*@.*$", _to_newcomer),
)
