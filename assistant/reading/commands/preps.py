"""Lines that prepare a meeting: `ask: …`, `idea: …`, `goal today: …`, ideas by number; several are one (L31)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.fields import field

_LINES = frozenset({"ask", "idea"})


def prep_lines(lines: tuple[str, ...], reading: Reading) -> Command | None:
    """What these lines add to the next meeting, None where they are no such lines: then they are a person's fields.

    An idea alone is always one: a person has no such field."""
    pairs: list[tuple[str, str]] = []
    for line in lines:
        pair = field(line)
        if pair:
            pairs.append(pair)
        elif pairs and line.strip():
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]} {line.strip()}")
    keys = {key for key, _ in pairs}
    if not keys or not keys <= _LINES or not (reading.prepares or keys == {"idea"}):
        return None
    person = reading.thread or (reading.about[0] if len(reading.about) == 1 else None)
    return _as_one(Command(Verb.PREP, person, line="\n".join(lines)[:400]), tuple(pairs))


def _as_one(command: Command, pairs: tuple[tuple[str, str], ...]) -> Command:
    """One line is the plain command; more of them are "lines", in their order."""
    if len(pairs) == 1 and not command.answers:
        return replace(command, op=pairs[0][0], text=pairs[0][1], fields=())
    if [key for key, _ in pairs] == ["ask", "idea"] and not command.answers:
        return replace(command, op="ask", text=pairs[0][1], fields=pairs[1:])
    return replace(command, op="lines" if pairs else "answers", text="", fields=pairs)


def _pairs(command: Command) -> tuple[tuple[str, str], ...]:
    return command.fields if command.op in {"lines", "answers"} else ((command.op, command.text), *command.fields)


def merged(found: list[Command]) -> list[Command]:
    """Neighbouring lines for one meeting as one command: they are answered by one brief."""
    out: list[Command] = []
    for one in found:
        before = out[-1] if out else None
        if before and one.verb is before.verb is Verb.PREP and one.person == before.person and _adds(one, before):
            whole = replace(before, answers=(*before.answers, *one.answers), line=f"{before.line}\n{one.line}"[:400])
            out[-1] = _as_one(whole, (*_pairs(before), *_pairs(one)))
        else:
            out.append(one)
    return out


def _adds(*commands: Command) -> bool:
    return all(c.op in {"ask", "idea", "goal", "lines", "answers"} and not c.candidates for c in commands)


_SHARE = re.compile(r"(?:please )?share (?P<numbers>#?\d{1,2}(?:(?:,| and|,? &) ?#?\d{1,2})*)", re.IGNORECASE)


def shares(text: str, reading: Reading) -> list[Command]:
    """ "share 2", "share 1 and 3": the main points of the recap that go along (L33)."""
    match = _SHARE.fullmatch(text.strip(" .!"))
    numbers = re.findall(r"\d+", match["numbers"]) if match else []
    return [Command(Verb.RECAP, reading.thread, op="share", number=int(n), line=text) for n in numbers]
