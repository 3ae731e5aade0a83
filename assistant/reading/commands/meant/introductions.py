"""Who is to introduce the writer, and to whom, in free words (L24)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.meant.scene import Scene, frame, mark
from assistant.reading.commands.rules import about


def _introduce(match: re.Match[str], scene: Scene) -> Command | None:
    """Exactly two are named: who is to introduce, and to whom."""
    who, via = scene.who(mark(match, "q")), scene.who(mark(match))
    if who is None or via is None or via.id is None or who.id == via.id or len(scene.people) != 2:
        return None
    command = about(Verb.INTRODUCE, who, scene.line(match[0]))
    return replace(command, fields=(("via", via.id),), text=scene.plain(mark(match) or ""))


FRAMES = (
    frame(
        r"^(?:ask|get|beg|request)(?: from)? {p} (?:for |to (?:give|get|make|write|do) (?:me |us )?)?(?:an? |some "
        r"|the |his |her |their |that )?(?:quick |short |warm |kind )*intro(?:duction)?s? (?:to|with) {p2}.{0,24}$",
        _introduce,
    ),
    frame(
        r"^.{0,24}\b(?:way|route|path|door|bridge) (?:in )?to {p2} (?:is|goes|leads|would be) (?:via|through|over"
        r"|with)? ?{p}.{0,60}$",
        _introduce,
    ),
    frame(
        r"^.*\bintro(?:duction|duce me)?\b.{0,12}\bto {p2}.{0,30}{p} (?:could|can|would|may|might|offered"
        r"|is happy|knows)\b"
        r".{0,40}$",
        _introduce,
    ),
    # an introduction (L24)
    frame(
        r"^.*{p}.{0,60}\b(?:introduc\w+|intro|connect(?:ing)?|put(?:ting)?|hook(?:ing)?"
        r"|link(?:ing)?)\b.{0,20}\b(?:me|us)\b.{0,20}\b(?:to|with) {p2}.{0,80}$",
        _introduce,
    ),
    frame(r"^.*{p}.{0,30}{p2}.{0,60}\b(?:introduce|connect|recommend) me\b(?! (?:to|with)\b).{0,40}$", _introduce),
    frame(
        r"^.*\bintro(?:duction)?\b.{0,20}\b(?:to|with) {p2}.{0,20}\b(?:via|through|by|from|using"
        r"|with the help of|over) {p}.{0,60}$",
        _introduce,
    ),
    frame(
        r"^.*\b(?:via|through|using|with the help of) {p}.{0,30}\b(?:intro(?:duction|duce\w*)?|to reach"
        r"|reach|get to|to) .{0,12}?{p2}.{0,40}$",
        _introduce,
    ),
    frame(
        r"^(?:(?:i|we) (?:can|could|might|may) )?(?:get|reach|approach|meet|contact|go) (?:to )?{p2} (?:via|through)"
        r" {p}.{0,60}$",
        _introduce,
    ),
)
