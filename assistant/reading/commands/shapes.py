""" "less formal, and shorter": two changes of one draft are one new draft, not two."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.command import Command, Verb

SHAPES = frozenset({"shorter", "warmer", "no_flattery"})


def joined(found: list[Command]) -> list[Command]:
    """The commands with all changes of shape in the first of them, as "warmer+shorter"."""
    shapes = [c for c in found if c.verb is Verb.EDIT and c.op in SHAPES and not c.code]
    if len({c.op for c in shapes}) < 2 or len({c.person for c in shapes}) > 1:
        return found
    both = replace(shapes[0], op="+".join(dict.fromkeys(c.op for c in shapes)))
    kept = [c for c in found if c not in shapes]
    return [both, *kept]
