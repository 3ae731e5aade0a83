"""Corrections of a recap: "2 is mine, due 5 Dec", "18 Dec yes, next tue 8 Dec 16:00" (L33). Never approvals."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import tasks
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import is_bare_thanks
from assistant.reading.commands.preps import shares
from assistant.reading.dates import at, day, due

MOST_WORDS = 60  # characters of an answer that is a time and nothing else
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
    if whole := _whole(said, reading):
        return whole
    used = _USED.search(said)
    out: list[Command] = []
    if used:
        words = " ".join(used["text"].split())
        out.append(Command(Verb.RECAP, reading.thread, op="used", text=words, line=used[0].strip()[:80]))
    line = f"{said[: used.start()]}\n{said[used.end() :]}" if used else said
    for part in re.split(r"(?:,|;|\.(?=\s|$)|\n)\s*", line):
        clean = _LEAD.sub("", part.strip(" .!"))
        if _says_nothing(clean, line):
            continue
        if shared := shares(clean, reading):
            out += shared
            continue
        command = _correction(clean, reading, out)
        if command is None:
            return []
        if command not in out:
            out.append(command)
    return out


def _whole(said: str, reading: Reading) -> list[Command]:
    """What a mail says that is only this: when one meets again, or actions in other words; [] for any other."""
    if following := _meets_again(said, reading):
        return [following]
    if (tying := tasks.for_goal(said.strip(" ."))) is not None:
        return [replace(tying, verb=Verb.RECAP, person=reading.thread)]
    worded = [_SAYS.fullmatch(line.strip()) for line in said.splitlines() if line.strip()]
    return [_reworded(match, reading) for match in worded if match] if all(worded) else []


def _reworded(match: re.Match[str], reading: Reading) -> Command:
    """ "3 should say ask Lee about Lee's plans": an action in other words."""
    return Command(
        Verb.RECAP, reading.thread, op="words", number=int(match["n"]), text=match["text"].strip(), line=match[0][:80]
    )


_SAYS = re.compile(
    r"#?(?P<n>\d{1,3}) (?:should (?:say|read|be)|(?:says|reads|means)|is to say)[:,]? (?P<text>\S.{1,300})",
    re.IGNORECASE,
)


def _says_nothing(part: str, line: str) -> bool:
    """ "ok, …", "the rest is fine", "kindly correct", "not mine": no correction of its own."""
    if part.lower() in {"ok", "okay", "yes", "fine", "good"} and re.search(r"[,.;]|\bbut\b", line):
        return True
    return not part or _BESIDE.fullmatch(part) is not None or is_bare_thanks(part)


# What opens a correction, and what may stand beside one.
_LEAD = re.compile(
    r"^(?:(?:ok|okay|yes|fine|good|well|hi|hello|so)[,]? )?(?:(?:but|and|only|just) )?"
    r"(?:(?:an?|the|one|two|just|only|small|little|minor|quick|tiny|short) ){0,3}"
    r"(?:(?:correction|fix|change|amendment)s?(?::|,| [–—-])\s?)?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:and )?(?:all (?:of )?)?(?:the )?(?:rest|others?|everything else|other (?:points?|things?|lines?|items?))"
    r"(?: of it| is| are| was| were| looks?| stays?| all| can stay| as){0,3}"
    r" (?:ok|okay|fine|good|right|yes|correct|accurate|true|perfect|great|it (?:is|was))"
    r"|(?:and )?not (?:before|earlier|later|mine|hers|his|theirs|ours|me|her|him|[\w-]+'s)"
    r"|(?:please |kindly |pls )*(?:correct|fix|amend|change|update|adjust|note)(?: (?:it|that|this|accordingly))?"
    r"(?: please)?|(?:please|pls|kindly|sorry|(?:an?|one|two|some|few|small|little|minor|quick|tiny|short| )*"
    r"(?:correction|fix|change)s?)",
    re.IGNORECASE,
)
_ALL_RIGHT = re.compile(
    r"(?:(?:yes|ok|okay|yep|great|perfect|thanks|thank you)[\s,.!]*)*(?:(?:all|that|this|it|everything"
    r"|the recap)(?:'s| is| looks| sounds| are| was|)"
    r" ?)?(?:all |exactly |very |a )*(?:correct|right|good|fine|ok|okay|accurate|perfect|great"
    r"|as it was|how it was|what (?:was said|we said)"
    r"|(?:perfect|great|good|nice) (?:recap|summary)|exactly right)(?:[\s,.!–-]+(?:all |everything "
    r"|and )*(?:correct|right|good|fine|accurate|there))*[\s.!:)]*(?:thanks|thank you)?[\s.!]*",
    re.IGNORECASE,
)
# To the blank line, or to a line that is another correction.
_USED = re.compile(
    r"^(?:used|i used|thanks for)\s*:\s*(?P<text>\S.*(?:\n(?!\s*$|\d|share\b|next\b|due\b).*)*)",
    re.IGNORECASE | re.MULTILINE,
)


_OWNED = re.compile(
    r"(?:(?P<n>\d{1,2})|(?:the )?(?P<ref>\w[\w ]{0,40}?)) (?:is|are|was) (?P<owner>mine|hers"
    r"|his|theirs|ours|both|me)(?:,? (?:and )?not [\w'-]+)?",
    re.IGNORECASE,
)


_DUE = re.compile(
    r"(?:(?P<n>\d{1,2}) )?(?:(?:it )?(?:is|was|falls|should be|must be|is to be|comes) )?(?:(?:and )?(?:i|she|he"
    r"|they|we)(?:'ll| will|'d| would|'m going to) (?:do|have"
    r"|finish|send|bring"
    r"|deliver)(?: (?:it|this|that))?(?: done| ready)? (?=by\b))?(?:due|by)(?: on)? (?P<text>.{2,40})",
    re.IGNORECASE,
)


_DATE_YES = re.compile(
    r"(?P<text>.{3,30}?) (?:is )?(?:yes|ok|right|correct)|(?:and )?no:? it(?:'s"
    r"| is) (?P<other>.{3,30})",
    re.IGNORECASE,
)


_NEXT = re.compile(r"next(?: meeting)?:? (?P<text>.{2,50})", re.IGNORECASE)


_AGAIN = re.compile(
    r"(?:(?:let's |lets |we(?:'ll| will| could| should|) |i(?:'ll| will) )?(?:meet|see (?:her|him|them|each other)|talk"
    r"|speak)(?: (?:her|him|them))?(?: again)?(?: on| at)?|again(?: on)?|how about|maybe|perhaps|say|on)[:,]?"
    r" (?P<text>.{2,50})",
    re.IGNORECASE,
)


def _meets_again(said: str, reading: Reading) -> Command | None:
    """A day and hour alone, "meet again in six weeks": the answer to "When do you meet again?".

    A day alone, without such a word, may be when something is due where that is open."""
    words = said.strip(" .!")
    match = _AGAIN.fullmatch(words)
    text = match["text"] if match else words
    found = at(text, reading.moment) if len(words) <= MOST_WORDS else None
    if found is None or text[: found.start].strip(" ,") or text[found.end :].strip(" ,.!?"):
        return None
    if found.at is None and match is None and reading.question == "recap":
        return None
    ask = found.ask or ("That is over: when do you meet?" if found.past else "")
    return Command(Verb.RECAP, reading.thread, op="next", day=found.day, at=found.at, ask=ask, line=words)


def _due(match: re.Match[str], part: str, reading: Reading, before: list[Command]) -> Command | None:
    """ "due 5 Dec" of a line, or of the one that was just said."""
    thread = reading.thread
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


_COUNTED = re.compile(r"^(?:the )?(?:number|no\.?|nr\.?|item|action|point|task|line|#) ?#?(?=\d)", re.IGNORECASE)
_DEADLINE = re.compile(
    r"(?:the )?(?:due date|deadline|date|day) (?:of|for) (?:number |no\.? |item |action |point |task |#)?(?P<n>\d{1,2})"
    r"(?: is| was| should be|:)? (?P<text>.{2,40})",
    re.IGNORECASE,
)


def _numbered(part: str) -> str:
    """ "the deadline of number 2 is 3 June" -> "2 due 3 June", "number 2 is for me" -> "2 is mine"."""
    if match := _DEADLINE.fullmatch(part):
        return f"{match['n']} due {match['text']}"
    counted = re.sub(r"^(\d{1,2})[:.)] ", r"\1 ", _COUNTED.sub("", _in_digits(part)))
    counted = re.sub(r"(?<=\d) (?:is|was) \w+'s$", " is hers", counted)
    return _IS_MINE.sub(" is mine", counted)


_IS_MINE = re.compile(
    r"(?<=\d) (?:(?:is|was) (?:for|on|with) me|(?:is|was) my (?:job|task|part|turn)"
    r"|(?:belongs|falls|goes|comes|is up) to me|mine)$",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = re.compile(
    rf"^(?:the )?(?P<nth>{'|'.join(_ORDINALS)})(?: (?:one|action|point|item|task))? (?=is\b|was\b|falls\b"
    rf"|belongs\b|goes\b)",
    re.IGNORECASE,
)


def _in_digits(part: str) -> str:
    """ "the first one was hers" -> "1 was hers"; "number two is mine" -> "number 2 is mine"."""
    return _NTH.sub(lambda m: f"{_ORDINALS.index(m['nth'].lower()) + 1} ", tasks.in_digits(part))


def _correction(part: str, reading: Reading, before: list[Command]) -> Command | None:
    thread = reading.thread
    part = _numbered(part)
    if (tying := tasks.for_goal(part)) is not None:
        return replace(tying, verb=Verb.RECAP, person=thread)
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
        return _due(match, part, reading, before)
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
