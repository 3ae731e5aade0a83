"""Corrections of a recap: "2 is mine, due 5 Dec", "18 Dec yes, next tue 8 Dec 16:00" (L33). Never approvals."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.preps import shares
from assistant.reading.dates import at, day, due

_OWNERS = {
    "mine": "me",
    "me": "me",
    "my": "me",
    "hers": "mentor",
    "his": "mentor",
    "theirs": "mentor",
    "her": "mentor",
    "him": "mentor",
    "ours": "both",
    "both": "both",
}


def corrections(text: str, reading: Reading) -> list[Command]:
    """A recap's corrections in one line: "deck is mine, 18 Dec yes, next tue 8 Dec 16:00"."""
    if reading.answering != "recap" or len(text) > 600:
        return []
    said = straight(text).strip()
    if _ALL_RIGHT.fullmatch(said):
        return [Command(Verb.YES, line=said)]
    used = _USED.search(said)
    out: list[Command] = []
    if used:
        words = " ".join(used["text"].split())
        out.append(Command(Verb.RECAP, reading.thread, op="used", text=words, line=used[0].strip()[:80]))
    line = f"{said[: used.start()]}\n{said[used.end() :]}" if used else said
    for part in re.split(r"(?:,|;|\.(?=\s|$)|\n)\s*", line):
        clean = re.sub(r"^(?:(?:ok|okay|yes|fine|good)[,]? )?(?:but|and) ", "", part.strip(" .!"), flags=re.IGNORECASE)
        if clean.lower() in {"ok", "okay", "yes", "fine", "good"} and re.search(r"[,.;]|\bbut\b", line):
            continue
        if not clean or re.fullmatch(
            r"(?:and )?(?:the )?(?:rest|others?|everything else)(?: is| are)? (?:ok|fine|good|right|yes)",
            clean,
            re.IGNORECASE,
        ):
            continue
        if shared := shares(clean, reading):
            out += shared
            continue
        command = _correction(clean, reading, out)
        if command is None:
            return []
        if command in out:
            continue
        out.append(command)
    return out


_ALL_RIGHT = re.compile(
    r"(?:(?:yes|ok|okay|yep|great|perfect|thanks|thank you)[\s,.!]*)*(?:(?:all|that|this|it|everything"
    r"|the recap)(?:'s| is| looks| are|)"
    r" ?)?(?:all )?(?:correct|right|good|fine|ok|accurate|as it was|how it was"
    r"|exactly right)[\s.!:)]*(?:thanks|thank you)?[\s.!]*",
    re.IGNORECASE,
)
# To the blank line, or to a line that is another correction.
_USED = re.compile(
    r"^(?:used|i used|thanks for)\s*:\s*(?P<text>\S.*(?:\n(?!\s*$|\d|share\b|next\b|due\b).*)*)",
    re.IGNORECASE | re.MULTILINE,
)


_OWNED = re.compile(
    r"(?:(?P<n>\d{1,2})|(?:the )?(?P<ref>\w[\w ]{0,40}?)) (?:is|are|was) (?P<owner>mine|hers"
    r"|his|theirs|ours|both|me)(?: not \w+| and not \w+)?",
    re.IGNORECASE,
)


_DUE = re.compile(r"(?:(?P<n>\d{1,2}) )?(?:is )?(?:due|by)(?: on)? (?P<text>.{2,40})", re.IGNORECASE)


_DATE_YES = re.compile(
    r"(?P<text>.{3,30}?) (?:is )?(?:yes|ok|right|correct)|(?:and )?no:? it(?:'s"
    r"| is) (?P<other>.{3,30})",
    re.IGNORECASE,
)


_NEXT = re.compile(r"next(?: meeting)?:? (?P<text>.{2,50})", re.IGNORECASE)


def _correction(part: str, reading: Reading, before: list[Command]) -> Command | None:
    thread = reading.thread
    if match := _OWNED.fullmatch(part):
        number = int(match["n"]) if match["n"] else None
        return Command(
            Verb.RECAP,
            thread,
            op="fix",
            number=number,
            text=match["ref"] or "",
            fields=(("owner", _OWNERS[match["owner"].lower()]),),
            line=part,
        )
    if match := _DUE.fullmatch(part):
        found = due("by " + match["text"], reading.moment)
        if found is None:
            return None
        if before and match["n"] is None and before[-1].op == "fix" and found.first:
            last = before.pop()
            return replace(
                last,
                day=found.first,
                fields=(*last.fields, ("due", found.first.isoformat())),
                line=f"{last.line}, {part}",
            )
        fields = (("due", found.first.isoformat()),) if found.first else ()
        return Command(
            Verb.RECAP,
            thread,
            op="fix",
            number=int(match["n"]) if match["n"] else None,
            day=found.first,
            fields=fields,
            ask=found.ask,
            line=part,
        )
    if match := _NEXT.fullmatch(part):
        moment = at(
            part if "next " in part.lower() and not part.lower().startswith("next meeting") else match["text"],
            reading.moment,
        )
        if moment is None:
            return None
        return Command(
            Verb.RECAP,
            thread,
            op="next",
            day=moment.day,
            at=moment.at,
            ask=moment.ask or ("That is over." if moment.past else ""),
            line=part,
        )
    if match := _DATE_YES.fullmatch(part):
        found = day(match["text"] or match["other"] or "", reading.moment)
        if found is None:
            return None
        return Command(Verb.RECAP, thread, op="due", day=found.day, ask=found.ask, line=part)
    if part.lower() in {"me", "mine", "her", "hers", "his", "both"}:
        return Command(Verb.RECAP, thread, op="fix", fields=(("owner", _OWNERS[part.lower()]),), line=part)
    return None
