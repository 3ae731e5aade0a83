"""Actions by their number or words: done, doing, dropped and moved with a reason, for which goal (L35, P121)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, Make, rule, simple
from assistant.reading.dates import due

# An action by its number: "2", "#2", "number 2", "task 2".
_N = r"(?:(?:the )?(?:number|no\.?|nr\.?|action|item|task|point) ?)?#?(?P<n>\d{1,3})"
_WHY = r"(?:(?:[,;:]? (?:because|since|as|:)|[,;:]| [-–—]+) (?P<because>.+))?"
# "2 is not worth it any more": what such words say of an action lets it go.
_LET_GO = (
    r"(?:(?:is|was|are|seems|looks|has become|isn't|wasn't|isnt) )?(?P<why>"
    r"(?:not )?(?:really )?(?:worth (?:it|the (?:time|effort|trouble)|doing)|needed|necessary|relevant|important"
    r"|useful)(?: (?:any ?more|any longer|after all|now|to me))*|(?:no longer|no more) (?:worth (?:it|doing)|needed"
    r"|necessary|relevant|important|useful|possible)|obsolete|moot|pointless|superfluous|off the table|dead"
    r"|overtaken(?: by events)?)"
)
_NOT = re.compile(r"\b(?:not|no longer|no more)\b|n't\b|\bisnt\b", re.IGNORECASE)
_NEEDS_NOT = re.compile(r"worth|needed|necessary|relevant|important|useful|possible", re.IGNORECASE)
# What can only be another wish: "drop 2 because it is closed. 1 is done.", "3 is done, show me the rest"
_NEXT = (
    r"(?:(?:and|also|then|please) )*(?:#?\d{1,3} (?:is|was|can|has|needs|done)|(?:drop|move|done|doing|remind me|show"
    r"|list|prep|wrap up|thank|cancel|actions|status|help|what's|what is|when)\b)"
)
_THEN = re.compile(rf"[.!?;]\s+{_NEXT}", re.IGNORECASE)
_BEHIND = re.compile(_NEXT, re.IGNORECASE)
_REASON = re.compile(r"^[\s,;:.–—-]*(?:(?:because|since|as|instead)\b[\s,:]*)*", re.IGNORECASE)


def _action(op: str) -> Make:
    """done 2, done pricing memo: result …, drop 3 because …"""

    def make(match: re.Match[str], line: Line) -> Command | None:
        words = match.groupdict()
        number = int(words["n"]) if words.get("n") else None
        reading = line.reading
        ref = (words.get("ref") or "").strip()
        if number is None and not ref and op != "list":
            return None
        unknown = number is not None and bool(reading.actions) and number not in reading.actions
        ask = f"There is no action {number}." if unknown else ""
        result, because = ((words.get(name) or "").strip() for name in ("result", "because"))
        if is_next(match) or _THEN.search(because):
            return None  # "3 is done, show me the rest": two things
        fields = (("ref", ref),) if ref else ()
        return Command(
            Verb.ACTIONS,
            op=op,
            number=number,
            text=result,
            because=because.strip(" ."),
            fields=fields,
            ask=ask,
            line=line.text,
        )

    return make


def is_next(match: re.Match[str]) -> bool:
    """Whether what stands behind "done 3," is an order of its own; behind a colon it is a result."""
    result = match.groupdict().get("result") or ""
    return bool(_BEHIND.match(result)) and match.string[: match.start("result")].rstrip().endswith(",")


def _told(match: re.Match[str], line: Line) -> Command | None:
    """ "2 is done: two customers signed"."""
    command = _action("done")(match, line)
    if re.match(
        r"(?:and )?#?\d{1,3} (?:is |are )?(?:done|finished)", match["told"] or match["result"] or "", re.IGNORECASE
    ):
        return None  # "1 done, 3 done": two of them
    return replace(command, text=command.text or (match["told"] or "").strip()) if command else None


def _let_go(match: re.Match[str], line: Line) -> Command | None:
    """ "2 is not worth it any more, the budget is gone": dropped, and why in its own words."""
    if int(match["n"]) not in line.reading.actions:
        return None
    said = match[0]
    if _NEEDS_NOT.search(match["why"]) and not _NOT.search(said[: match.end("why")]):
        return None  # "2 is important"
    why = match["why"] if _NOT.search(match["why"]) or not _NOT.search(said) else f"not {match['why']}"
    because = (match["because"] or "").strip(" .")
    return Command(
        Verb.ACTIONS, op="drop", number=int(match["n"]), because=", ".join(filter(None, (why, because))), line=line.text
    )


_ANOTHER = re.compile(
    r"(?:(?:and|also|then) )*(?:drop|move|done|finish\w*|remind|show|send|put|call\w*)\b", re.IGNORECASE
)


def _move(match: re.Match[str], line: Line) -> Command | None:
    """ "move 2 to friday, the lab is closed": the day, and what stands behind it is why."""
    command = _action("move")(match, line)
    if command is None or command.ask:
        return command
    words = match["text"] or ""
    if not words or command.number is None:
        return replace(command, ask=f"Move {command.number} to which day?")
    found = moved(command.number, words, line)
    if found and _ANOTHER.match(found.because):
        return None  # "move 2 to monday. And drop 3.": two things
    return found


def moved(number: int, words: str, line: Line) -> Command | None:
    """An action moved to the day that the words begin with; what stands behind the day is why."""
    found = due("by " + words, line.reading.moment)
    if found is None:
        return None
    known = line.reading.actions
    unknown = f"There is no action {number}." if known and number not in known else ""
    ask = unknown or found.ask or ("That day is over: to when?" if found.past else "")
    rest = words[max(0, found.end - len("by ")) :]
    because = _REASON.sub("", rest).strip(" .")
    if _COURTESY.fullmatch(because):
        because = ""
    day = None if ask else found.first
    return Command(Verb.ACTIONS, op="move", number=number, day=day, because=because, ask=ask, line=line.text)


_COURTESY = re.compile(r"(?:(?:please|pls|thanks|thank you|sorry|ok|now|instead|then)[\s,.!]*)+", re.IGNORECASE)
_FOR_GOAL = (
    r"(?P<numbers>#?\d{1,3}(?:(?:,|,? and|,? &) #?\d{1,3}){0,8})"
    r" (?:(?:is|are|goes|go|belongs|belong|counts|count)? ?(?:for|to|towards?|under)|serves?)"
    r" (?:my )?(?:goal #?(?P<goal>\d{1,2})|(?:no|none of (?:the|my)) goals?)"
)


def for_goal(text: str) -> Command | None:
    """ "2 is for goal 1", "1 and 3 are for goal 2", "2 serves no goal"; None for anything else."""
    match = _TIES.fullmatch(text.strip())
    return _tying(match, text) if match else None


_TIES = re.compile(_FOR_GOAL, re.IGNORECASE)


def _tying(match: re.Match[str], line: str) -> Command:
    numbers = re.findall(r"\d{1,3}", match["numbers"])
    fields = (("goal", match["goal"] or "0"), ("numbers", " ".join(numbers)))
    return Command(Verb.ACTIONS, op="goal", number=int(numbers[0]), fields=fields, line=line)


_DIGITS = {
    word: str(n)
    for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_IN_WORDS = re.compile(
    rf"^(?P<head>(?:the )?(?:number|no\.?|action|task|item|point) )(?P<n>{'|'.join(_DIGITS)})(?= (?:is|was|are|can"
    rf"|done|moves)\b)",
    re.IGNORECASE,
)


def in_digits(words: str) -> str:
    """ "number one is done": the number that begins a line, in digits."""
    return _IN_WORDS.sub(lambda match: match["head"] + _DIGITS[match["n"].lower()], words)


RULES = (
    rule(r"(?:list |show )?(?:my )?(?:actions|to-?dos?|tasks)", simple(Verb.ACTIONS, "list")),
    rule(
        r"(?:show|give|list|see)(?: me)? (?:the )?(?:rest|others|remaining ones)",
        lambda _, line: Command(Verb.ACTIONS, op="list", line=line.text) if line.reading.actions else None,
    ),
    rule(
        rf"(?:i(?:'m| am) (?:now |all |also )?)?(?:done|finished|through)(?: with)?:? {_N}(?:(?::| -"
        r"|,)? (?:result:? )?(?P<result>.+))?",
        _action("done"),
        polite=False,
    ),
    rule(
        rf"(?:(?:mark|tick|check|set|put) )?{_N} (?:as |is |are |was |to )?(?:done|finished|completed?)"
        r"(?:(?::|,| [-–—]+)? (?:with )?(?:result:? )"
        r"(?P<result>.+)|(?::| [-–—]+) (?P<told>.+))?",
        _told,
    ),
    rule(
        r"(?:done|finished)(?: with)? (?:the |my )?(?P<ref>[^:,\d][^:,]{1,60}?)[,;.:]? result:? (?P<result>.+)",
        _action("done"),
        polite=False,
    ),
    rule(
        r"(?:the |my )?(?P<ref>[^\W\d][^:,.!?]{2,60}?) (?:is|was|has been)(?: now| finally| all)? (?:done|finished)"
        r"[,;.:–—-]+ ?(?:the )?result:? (?:is |was )?(?P<result>.+?)\.?",
        _action("done"),
        polite=False,
    ),
    rule(
        r"done:? (?P<ref>[^:\d][^:]{1,80}?)(?:: ?(?:result:? )?(?P<result>.+))?",
        _action("done"),
        polite=False,
    ),
    rule(rf"(?:tick|check|cross|strike) (?:off )?{_N}(?: off)?(?: (?:the|my) list)?", _action("done")),
    rule(rf"{_N} (?:can|may) be (?:closed|ticked off|checked off)", _action("done")),
    rule(rf"(?:doing|started|working on) {_N}", _action("doing")),
    rule(r"doing (?P<ref>[^:\d]{2,80})", _action("doing"), polite=False),
    rule(rf"(?:drop|scrap|let go of|give up(?: on)?) {_N}{_WHY}", _action("drop")),
    rule(rf"{_N} (?:can|should|must|may) (?:go|be dropped){_WHY}", _action("drop")),
    rule(rf"{_N} {_LET_GO}{_WHY}", _let_go),
    rule(rf"(?:move|shift|postpone|push|delay|defer) {_N}(?: (?:to|until|till|back to) (?P<text>.{{2,300}}))?", _move),
    rule(rf"{_N} (?:moves?|slips|has moved|is moved|will move|has to move) to (?P<text>.{{2,300}})", _move),
    rule(_FOR_GOAL, lambda match, line: _tying(match, line.text)),
)
