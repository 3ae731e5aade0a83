"""The protégé's own things: hello, help, status, settings, goals, actions, reminders, records, undo
(L1–L7, L9, L35, L36, L41–L43)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from zoneinfo import available_timezones

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import CODE, MORE, Line, Make, about, person, rule, simple
from assistant.reading.dates import at, clock, dates, day, due


def _zone(match: re.Match[str], line: Line) -> Command:
    word = match["text"].strip(" .").replace(" ", "_")
    names = {name.lower(): name for name in available_timezones()}
    name = names.get(word.lower()) or next(
        (n for n in sorted(names.values()) if n.lower().rsplit("/", 1)[-1] == word.lower()), ""
    )
    near = [n for n in sorted(names.values()) if word.lower()[:5] and word.lower()[:5] in n.lower()][:3]
    ask = (
        ""
        if name
        else f"I do not know the zone “{word}”. "
        + (f"Near it: {', '.join(near)}." if near else "For example Europe/Madrid.")
    )
    return Command(Verb.SETTING, op="timezone", text=name, ask=ask, line=line.text)


_HOURS = re.compile(
    r"(?P<a>\d{1,2})(?::?(?P<am>\d\d))?\s?(?P<ap>[ap]m)?\s?(?:-|–"
    r"|to)\s?(?P<b>\d{1,2})(?::?(?P<bm>\d\d))?\s?(?P<bp>[ap]m)?",
    re.IGNORECASE,
)


def _hour(match: re.Match[str], side: str) -> str:
    hour, half = int(match[side]), (match[f"{side}p"] or "").lower()
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    return f"{hour:02}:{int(match[f'{side}m'] or 0):02}" if hour < 24 and int(match[f"{side}m"] or 0) < 60 else ""


def _work_hours(match: re.Match[str], line: Line) -> Command:
    hours = _HOURS.search(match["text"])
    first, last = (_hour(hours, "a"), _hour(hours, "b")) if hours else ("", "")
    good = bool(first and last and first < last)
    return Command(
        Verb.SETTING,
        op="work_hours",
        fields=(("from", first), ("to", last)) if good else (),
        ask="" if good else "From when to when? For example: work hours 9-18.",
        line=line.text,
    )


def _quiet(match: re.Match[str], line: Line) -> Command:
    found = day(match["text"], line.reading.moment)
    ask = (
        "Until when? For example: quiet until 3 Jan."
        if found is None
        else found.ask or ("That day is over: until when?" if found.past else "")
    )
    return Command(Verb.SETTING, op="quiet", until=None if ask or found is None else found.day, ask=ask, line=line.text)


_RANGE = re.compile(
    r"(?P<a>\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|to|until|till)\s?(?P<rest>\d{1,2}(?:st|nd|rd|th)?\s.+)", re.IGNORECASE
)


def _away(match: re.Match[str], line: Line) -> Command:
    """away 1-14 Aug; away from 13 February to 24 February: both days included."""
    first, last = away(match["text"], line)
    ask = "" if first and last else "From when to when are you away? For example: away 1-14 Aug."
    if first and last and last < line.reading.moment.today:
        first, last, ask = None, None, "Those days are over: when are you away?"
    return Command(Verb.SETTING, op="away", day=first, until=last, ask=ask, line=line.text)


def away(words: str, line: Line) -> tuple[date | None, date | None]:
    """First and last day of an absence, (None, None) where it is not clear."""
    found = [one for one in dates(words, line.reading.moment) if not one.ask]
    if len(found) >= 2 and found[0].first and found[1].first:
        first, last = found[0].first, found[1].last or found[1].first
        if last < first:  # "28 Dec to 3 Jan"
            last = last.replace(year=first.year + 1) if (last.month, last.day) != (2, 29) else last
        return (first, last) if first <= last else (None, None)
    if len(found) == 1 and found[0].first:
        span, short = found[0], _RANGE.search(words)
        if short and span.last == span.first and span.first:
            try:
                return span.first.replace(day=int(short["a"])), span.last
            except ValueError:
                return None, None
        return span.first, span.last or span.first
    return None, None


def _digest(match: re.Match[str], line: Line) -> Command:
    hour = clock(f"at {match['text'].strip()}")
    if re.fullmatch(r"\s*[1-6]\s*", match["text"]):  # a digest at 6 is meant for the morning
        hour = hour.replace(hour=int(match["text"])) if hour else None
    return Command(
        Verb.SETTING,
        op="digest",
        time=hour,
        ask="" if hour else "At what time? For example: digest at 8.",
        line=line.text,
    )


def _holidays(match: re.Match[str], line: Line) -> Command:
    return Command(Verb.SETTING, op="holidays", text=match["text"].strip(" .").upper(), line=line.text)


def _new_goal(match: re.Match[str], line: Line) -> Command:
    words = "\n".join(filter(None, (match["text"].strip(" :"), line.more))).strip()
    goal, because = _because(words)
    return Command(
        Verb.GOALS, op="new", text=goal, because=because, ask="" if goal else "What is the goal?", line=line.text
    )


def _because(words: str) -> tuple[str, str]:
    parts = re.split(r"[,;]?\s+because\s+", words, maxsplit=1, flags=re.IGNORECASE)
    return parts[0].strip(" ."), parts[1].strip(" .") if len(parts) > 1 else ""


def _change_goal(match: re.Match[str], line: Line) -> Command:
    number = int(match["n"])
    goal, because = _because("\n".join(filter(None, (match["text"].strip(), line.more))))
    ask = "" if number in line.reading.goals or not line.reading.goals else f"Goal {number} does not exist."
    return Command(Verb.GOALS, op="change", number=number, text=goal, because=because, ask=ask, line=line.text)


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
        result = (words.get("result") or "").strip()
        fields = (("ref", ref),) if ref else ()
        return Command(
            Verb.ACTIONS,
            op=op,
            number=number,
            text=result,
            because=(words.get("because") or "").strip(" ."),
            fields=fields,
            ask=ask,
            line=line.text,
        )

    return make


def _move_action(match: re.Match[str], line: Line) -> Command | None:
    found = due("by " + match["text"], line.reading.moment)
    if found is None:
        return None
    command = _action("move")(match, line)
    ask = found.ask or ("That day is over: to when?" if found.past else "")
    return replace(command, day=None if ask else found.first, ask=command.ask or ask) if command else None


def _remind(match: re.Match[str], line: Line) -> Command | None:
    """remind me in 2 weeks to …; reminder tomorrow 9am call the registrar"""
    words = match["text"].strip(" :,")
    moment = line.reading.moment
    found = at(words, moment)
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


def _milestone(match: re.Match[str], line: Line) -> Command:
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
    rule(r"(?:my )?time ?zone(?: is|:)? (?P<text>[\w/+-]{2,40}(?: [\w]{2,20})?)", _zone),
    rule(r"(?:my )?work(?:ing)? hours(?: are|:)? (?P<text>.{2,40})", _work_hours),
    rule(r"quiet (?:until|till) (?P<text>.{2,60})", _quiet),
    rule(r"(?:i(?:'m| am) )?(?:away|on (?:holiday|vacation|leave))(?: from)? (?P<text>[^?]{3,80})", _away),
    rule(r"digest at (?P<text>.{1,12})", _digest),
    rule(r"(?:public )?holidays:? (?P<text>[a-z]{2}(?:-[a-z0-9]{1,3})?)", _holidays),
    rule(r"(?:show (?:me )?)?(?:my )?goals?", simple(Verb.GOALS, "show")),
    rule(r"(?:new|add(?: a)?) goal:?(?P<text>.*)", _new_goal, MORE),
    rule(r"change goal (?P<n>\d{1,3})(?: to|:)? (?P<text>.+)", _change_goal, MORE),
    rule(
        r"goal (?P<n>\d{1,3}) (?:is wrong[.,;]? (?:it )?should (?:say|be)|should (?:say"
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
    rule(r"(?:list |show )?(?:my )?(?:actions|to-?dos?|tasks)", simple(Verb.ACTIONS, "list")),
    rule(
        r"(?:done|finished)(?: with)?:? #?(?P<n>\d{1,3})(?:(?::| -"
        r"|,)? (?:result:? )?(?P<result>.+))?",
        _action("done"),
        polite=False,
    ),
    rule(r"(?:mark )?#?(?P<n>\d{1,3}) (?:as |is )?(?:done|finished)", _action("done")),
    rule(
        r"done:? (?P<ref>[^:\d][^:]{1,80}?)(?:: ?(?:result:? )?(?P<result>.+))?",
        lambda m, line: _action("done")(m, line),
        polite=False,
    ),
    rule(r"(?:doing|started|working on) #?(?P<n>\d{1,3})", _action("doing")),
    rule(r"doing (?P<ref>[^:\d]{2,80})", _action("doing"), polite=False),
    rule(r"drop #?(?P<n>\d{1,3})(?:[,;]? because (?P<because>.+))?", _action("drop")),
    rule(r"(?:move|shift|postpone) #?(?P<n>\d{1,3}) to (?P<text>.{2,60})", _move_action),
    rule(r"(?:remind me|reminder|set a reminder)(?P<text>[ :].{3,400})", _remind),
    rule(
        r"on (?P<a>\w+ \w+) i must (?P<b>.{3,200}?),? remind me",
        lambda m, line: _remind_dated(m["a"], m["b"], line),
        polite=False,
    ),
    rule(r"milestone:? (?P<text>.{3,200})", _milestone),
    rule(
        r"why(?: this)?(?: mail| now)?|why did (?:i|you) (?:get|send"
        r"|write)(?: me)?(?: this)?(?: mail| message)?|how come.{0,80}",
        simple(Verb.WHY),
        polite=False,
    ),
    rule(r"(?:show (?:me )?the )?(?:log|journal)", simple(Verb.RECORDS, "log")),
    rule(r"(?:show|card(?: of)?)(?: me)? {who}", _record("show")),
    rule(r"what do you (?:have stored|know|keep|have) (?:about|on) {who}", _record("show"), polite=False),
    rule(r"export(?: (?:everything|all|my data))?", simple(Verb.RECORDS, "export")),
    rule(rf"forget {{who}}(?: {CODE})?", _record("forget"), polite=False),
    rule(rf"delete everything(?: {CODE})?", _delete_all, polite=False),
    rule(
        r"undo(?: (?:that|it|this|the last(?: thing| one)?|the \w+))?|(?:revert|take back) (?:that"
        r"|it|the last(?: thing| one)?)(?:[,;] .{0,80})?",
        simple(Verb.UNDO),
    ),
)


def _remind_dated(when: str, what: str, line: Line) -> Command | None:
    found = day(when, line.reading.moment)
    if found is None:
        return None
    return Command(Verb.REMIND, op="remind", day=found.day, text=what.strip(), ask=found.ask, line=line.text)
