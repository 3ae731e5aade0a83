"""The protégé's own things: hello, help, status, settings, goals, reminders, records, undo
(L1–L7, L9, L36, L41–L43)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import CODE, MORE, Line, Make, about, person, rule, simple
from assistant.reading.dates import at, day


def _new_goal(match: re.Match[str], line: Line) -> Command:
    words = "\n".join(filter(None, (match["text"].strip(" :"), line.more))).strip()
    goal, because = reasoned(words)
    return Command(
        Verb.GOALS, op="new", text=goal, because=because, ask="" if goal else "What is the goal?", line=line.text
    )


def reasoned(words: str) -> tuple[str, str]:
    parts = re.split(r"[,;]?\s+(?:because|bc|b/c|cos|coz|cuz|'cause)\s+", words, maxsplit=1, flags=re.IGNORECASE)
    return parts[0].strip(" ."), parts[1].strip(" .") if len(parts) > 1 else ""


def _change_goal(match: re.Match[str], line: Line) -> Command:
    number = int(match["n"])
    goal, because = reasoned("\n".join(filter(None, (match["text"].strip(), line.more))))
    ask = "" if number in line.reading.goals or not line.reading.goals else f"Goal {number} does not exist."
    return Command(Verb.GOALS, op="change", number=number, text=goal, because=because, ask=ask, line=line.text)


_ASKED = re.compile(
    r"(?:when|where|what|who|how|which) (?:do |did |is |are |was )?(?:i|we|she|he|they|my|our|the)\b(?!.*\bto\b)",
    re.IGNORECASE,
)


def remind(match: re.Match[str], line: Line) -> Command | None:
    """remind me in 2 weeks to …; reminder tomorrow 9am call the registrar"""
    words = match["text"].strip(" :,")
    if _ASKED.match(words):
        return None  # "remind me when I meet her next"
    moment = line.reading.moment
    found = at(words, moment)
    if found is not None and found.ask and (told := _DATED_FIRST.fullmatch(words)):
        first = at(told["when"], moment)  # "in 2 weeks to ask about Friday": what is to be done may hold a day
        found = first if first is not None and not first.ask else found
    if found is None:
        return Command(Verb.REMIND, op="remind", text=words, ask="When shall I remind you?", line=line.text)
    text = re.sub(
        r"^(?:to|that|about|of)\s+",
        "",
        re.sub(
            r"^(?:on|at|by)\s*(?=\s)",
            "",
            f"{words[: found.start]} {words[found.end :]}".strip(" ,:"),
            flags=re.IGNORECASE,
        ).strip(" ,:"),
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\s*\bon\s*$|^on\s+to\s+", "", text).strip()
    ask = found.ask or (f"That was {found.first:%A}: when do you mean?" if found.past and found.first else "")
    return Command(
        Verb.REMIND,
        op="remind",
        day=None if ask else found.day,
        time=found.time,
        at=None if ask else found.at,
        text=text.strip(" ."),
        ask=ask,
        line=line.text,
    )


_DATED_FIRST = re.compile(r"(?P<when>.{2,30}?)\s+(?:to|that|about)\s+.+", re.IGNORECASE | re.DOTALL)


def milestone(match: re.Match[str], line: Line) -> Command:
    words = match["text"].strip()
    found = day(words, line.reading.moment)
    text = f"{words[: found.start]} {words[found.end :]}".strip(" ,:-") if found else words
    text = re.sub(r"\s+(?:on|at|by|in)$", "", text)
    ask = "When is it?" if found is None else found.ask or ("That day is over: when is it?" if found.past else "")
    return Command(
        Verb.REMIND, op="milestone", day=None if ask or found is None else found.day, text=text, ask=ask, line=line.text
    )


def _record(op: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command | None:
        who = person(match, line)
        if who is None or not match["who"]:
            return None
        return replace(about(Verb.RECORDS, who, line, op=op), code=(match.groupdict().get("code") or "").upper())

    return make


def _delete_all(match: re.Match[str], line: Line) -> Command:
    ask = "Your draft, or everything I keep?" if line.reading.under_draft else ""
    return Command(Verb.RECORDS, op="delete_all", code=(match["code"] or "").upper(), ask=ask, line=line.text)


def _remind_dated(when: str, what: str, line: Line) -> Command | None:
    found = day(when, line.reading.moment)
    if found is None:
        return None
    return Command(Verb.REMIND, op="remind", day=found.day, text=what.strip(), ask=found.ask, line=line.text)


RULES = (
    rule(
        r"(?:hi|hello|hey|start|begin|good (?:day|morning|evening))(?: there| assistant)?",
        simple(Verb.HELLO),
        polite=False,
    ),
    rule(
        r"help(?: (?:with|on|about))?(?P<topic>(?: [\w-]+)?)|\?+|commands",
        lambda m, line: Command(Verb.HELP, text=(m["topic"] or "").strip(), line=line.text),
        polite=False,
    ),
    rule(
        r"status|what's up|whats up|pending|what(?:'s| is) (?:waiting|pending|open)|what waits"
        r"|overview",
        simple(Verb.STATUS),
    ),
    rule(r"(?:show (?:me )?)?(?:my )?goals?", simple(Verb.GOALS, "show")),
    rule(r"(?:new|add(?: a)?) goal(?!s\b):?(?P<text>.*)", _new_goal, MORE),
    rule(
        r"(?:goal|number) (?P<n>\d{1,3}) (?:(?:is wrong|isn't right|is not right|isn't correct"
        r"|has changed)(?: any ?more"
        r"| now)?[.,;]? (?:it )?should (?:say|be|read):?|should (?:say"
        r"|be)) (?P<text>.+)",
        _change_goal,
        MORE,
        polite=False,
    ),
    rule(r"reflect(?:ion)?", simple(Verb.REFLECT)),
    rule(r"(?:send me |show me )?(?:my |the )?(?:action |mentoring (?:action )?)?plan", simple(Verb.PLAN)),
    rule(
        r"find|(?:find me |give me )?(?:some )?ideas for (?:a )?mentors?"
        r"|find (?:me )?(?:a )?mentors?|help me (?:find|look)(?: for)?(?: a)?(?: mentors?)?"
        r"|no names yet[.,;]? help me look",
        simple(Verb.FIND),
    ),
    rule(r"(?:remind me|reminder|set a reminder)(?P<text>[ :].{3,400})", remind),
    rule(
        r"on (?P<a>\w+ \w+) i must (?P<b>.{3,200}?),? remind me",
        lambda m, line: _remind_dated(m["a"], m["b"], line),
        polite=False,
    ),
    rule(r"milestone:? (?P<text>.{3,200})", milestone),
    rule(
        r"why(?: this)?(?: mail| now)?|why did (?:i|you) (?:get|send"
        r"|write)(?: me)?(?: this)?(?: mail| message)?|how come.{0,80}",
        simple(Verb.WHY),
        polite=False,
    ),
    rule(r"(?:show (?:me )?the )?(?:log|journal)", simple(Verb.RECORDS, "log")),
    rule(r"(?:log|journal)(?: of| for| on)? {who}", _record("log")),
    rule(r"(?:show|card(?: of)?)(?: me)? {who}", _record("show")),
    rule(
        r"(?:(?:show|see|open)(?: me)? )?(?:her|his|their) (?:card|file|record)",
        lambda _, line: about(Verb.RECORDS, Who(line.reading.thread), line, op="show") if line.reading.thread else None,
    ),
    rule(r"what do you (?:have stored|know|keep|have) (?:about|on) {who}", _record("show"), polite=False),
    rule(r"export(?: (?:everything|all|my data))?", simple(Verb.RECORDS, "export")),
    rule(rf"forget {{who}}(?: {CODE})?", _record("forget")),
    rule(rf"delete everything(?: {CODE})?", _delete_all, polite=False),
    rule(
        r"undo(?: (?:that|it|this|the last(?: thing| one)?|the \w+))?(?: {code})?|(?:revert|take back) (?:that"
        r"|it|the last(?: thing| one)?)(?:[,;] .{0,80})?|(?:i )?take (?:it|that|this)(?: all)? back|revert",
        lambda m, line: Command(Verb.UNDO, code=(m["code"] or "").upper(), line=line.text),
    ),
)
