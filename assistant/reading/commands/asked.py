"""The protégé's own things in everyday words: "where do things stand?", "number 2 is done" (L2–L7, L9, L35, L38–L43).

The vocabulary itself stands beside its verb (`daily`, `settings` …) and is tried before. Nothing here approves.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.daily import reasoned
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.rules import MORE, Line, Make, rule, simple
from assistant.reading.commands.settings import away, digest, quiet, work_hours, zone

_DEAR = r"(?:mentor|mentors|someone|somebody|people|person)"


_IS_OLD = re.compile(
    r"s\b|(?:(?:has|have|was|is) )?(?:now )?(?:changed|different|wrong|done|reached|achieved|should|ought|must"
    r"|needs)\b",
    re.IGNORECASE,
)


def _new_goal(match: re.Match[str], line: Line) -> Command | None:
    words = "\n".join(filter(None, (match["text"].strip(" :–—-"), line.more))).strip()
    goal, why = reasoned(words)
    if _IS_OLD.match(goal):
        return None
    return Command(
        Verb.GOALS, op="new", text=goal, because=why, ask="" if goal else "What is the goal?", line=line.text
    )


def _new_goal_of(match: re.Match[str], line: Line) -> Command | None:
    words = (match["text"] or match["text2"] or "").strip()
    goal, why = reasoned("\n".join(filter(None, (words, line.more))))
    return Command(Verb.GOALS, op="new", text=goal, because=why, line=line.text) if goal else None


def _change_goal(match: re.Match[str], line: Line) -> Command:
    number = int(match["n"])
    goal, why = reasoned("\n".join(filter(None, (match["text"].strip(" :"), line.more))))
    ask = "" if number in line.reading.goals or not line.reading.goals else f"Goal {number} does not exist."
    return Command(Verb.GOALS, op="change", number=number, text=goal, because=why, ask=ask, line=line.text)


_NO_ACTION = frozenset(
    {
        "it",
        "this",
        "that",
        "she",
        "he",
        "they",
        "i",
        "we",
        "you",
        "all",
        "who",
        "what",
        "everything",
        "something",
        "nothing",
    }
)


def _done(match: re.Match[str], line: Line) -> Command | None:
    """ "I finished the pricing memo": an action by its words, where there are actions at all."""
    ref = match["ref"].strip(" .!")
    if re.search(r"\b(?:number|no\.?|task|item|action|point) ?#?\d", ref, re.IGNORECASE):
        return None  # it has its number, and a rule of its own
    if not line.reading.actions or mentioned(ref, line.reading) or ref.lower() in _NO_ACTION:
        return None
    return Command(Verb.ACTIONS, op="done", fields=(("ref", ref),), line=line.text)


def _numbered(op: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command | None:
        number, reading = int(match["n"]), line.reading
        ask = f"There is no action {number}." if reading.actions and number not in reading.actions else ""
        return Command(Verb.ACTIONS, op=op, number=number, ask=ask, line=line.text)

    return make


def _style(match: re.Match[str], line: Line) -> Command:
    return Command(Verb.IMPACT, op="style", text=match["text"].strip(" .,"), line=line.text)


def _help(match: re.Match[str], line: Line) -> Command:
    return Command(Verb.HELP, text=(match.groupdict().get("topic") or "").strip(), line=line.text)


def _setting_away(match: re.Match[str], line: Line) -> Command | None:
    first, last = away(match["text"], line)
    if not first or not last or last < line.reading.moment.today:
        return None
    return Command(Verb.SETTING, op="away", day=first, until=last, line=line.text)


RULES = (
    # help, status (L2, L3)
    rule(
        r"what (?:can|do) (?:you|i|we) (?:do|say|ask|write|understand|know)(?: here| with (?:you|this)| to you)?"
        r"|(?:which|what)(?: are the)? (?:commands|words)(?: (?:are there|do you (?:know|understand)"
        r"|can i (?:use|write|say)|exist))?"
        r"|how (?:do|does|can) (?:i use )?(?:this|you|it|that)(?: thing)?(?: work)?|(?:show|list|give"
        r"|send)(?: me)?(?: the| all| a list of)*"
        r" (?:commands|help|instructions|options)|(?:i )?(?:need|want)(?: some)? help|i(?:'m| am) (?:lost"
        r"|stuck|confused)|instructions|manual",
        _help,
        polite=True,
    ),
    rule(r"how (?:do|does) (?:the |my )?(?P<topic>[\w-]{3,20}) work(?:[?.!,]+ help [\w-]+)?", _help),
    rule(
        r"(?:what|where)(?:'s| is| are| do)?(?: we| i| things| everything| it)? ?(?:at|stand|up|standing"
        r"|open|pending|left|waiting|next"
        r"|outstanding|going on|new|my status)(?: (?:at the moment|right now|today|now|for me|to do"
        r"|on my side|with (?:my|the) mentoring))*"
        r"|(?:is )?(?:there )?(?:any|some)thing (?:open|pending|waiting|new|to do|outstanding|left"
        r"|i (?:should|need to|have to) do)(?: (?:for me|from me|on my side|today|right now))?"
        r"|(?:any|is there any|what(?:'s| is) the) (?:news|updates?|status|progress)|what do i (?:have"
        r"|need) to do(?: next| now| today)?"
        r"|what(?:'s| is) on my plate|(?:give|send|show|get)(?: me)?(?: an?| the| my| a quick"
        r"| a short)* (?:overview|status|summary|update|status update|pending items)"
        r"|how (?:are|is) (?:things|everything|it)(?: going| looking)?|where are we(?: now| at)?"
        r"|catch me up|my status|open items",
        simple(Verb.STATUS),
    ),
    # settings (L4)
    rule(
        r"(?:i(?:'ve| have)? (?:moved"
        r"|relocated)[\w ]{0,30}[,.;!]? (?:so )?)?(?P<my>my )?(?:new )?time ?zone (?:is|has changed to"
        r"|changed to|should be|to)(?: now)? (?P<text>[\w/+-]{2,40}(?: [\w]{2,20})?)",
        zone,
    ),
    rule(
        r"(?:change|set|switch|update) (?P<my>my )?time ?zone (?:to"
        r"|:)? ?(?P<text>[\w/+-]{2,40}(?: [\w]{2,20})?)",
        zone,
    ),
    rule(
        r"(?:i )?(?:only |usually |normally )?work(?:ing)? (?:from|between) (?P<text>\d.{3,30})|(?:set "
        r"|change )(?:my )?work(?:ing)? hours (?:to|:)? ?(?P<text2>.{3,40})",
        work_hours,
    ),
    rule(
        r"(?:i(?:'ll| will| shall|'m going to| am going to) be|i(?:'m| am)) (?:away|off|out|gone"
        r"|on (?:holidays?|vacation|leave)|travelling|traveling|abroad)(?: from"
        r"| between)? (?P<text>[^?]{3,80})",
        _setting_away,
    ),
    rule(
        r"(?:(?:my )?(?:holidays?|vacation|leave)(?: is| are)?(?: from|:)?"
        r"|out of (?:the )?office(?: from)?) (?P<text>\d[^?]{3,80})",
        _setting_away,
    ),
    rule(
        r"(?:(?:don't|do not) (?:send|write|mail|disturb|bother)(?: to)?(?: me)?(?: anything"
        r"| any (?:mails?|thing)| mails?)?|leave me (?:alone|in peace)|no (?:more )?(?:mails?"
        r"|messages)(?: please)?|(?:be |stay |keep )(?:quiet|silent)|quiet|silence)"
        r"(?: please)? (?:until|till|before) (?P<text>[^,;]{2,40})(?:[,;].{0,60})?",
        quiet,
    ),
    rule(
        r"(?:get |have |send (?:me )?|change |move |set )?(?:me )?(?:the |my )?(?:daily "
        r"|morning )?digest (?:at|to|by)(?: about| around)? (?P<text>.{1,12})",
        digest,
    ),
    # goals, reflection, plan, search (L5–L7, L9)
    rule(
        r"(?:show|list|see|read|send|what (?:are|were))(?: me)?(?: all)?(?: of)? ?(?:my "
        r"|the )goals(?: again)?",
        simple(Verb.GOALS, "show"),
    ),
    rule(
        r"(?:i have |here(?:'s| is) |add |there(?:'s| is) |set )?(?:a |an |my )?(?:new|another|further"
        r"|additional|second|third|one more|extra) goal(?: (?:is|would be"
        r"|of mine is))?[:,–—-]? ?(?P<text>.+)",
        _new_goal,
        MORE,
    ),
    rule(
        r"(?:add|set)(?: a| this| as)* goal:? (?P<text>.+)|(?:my )?goal:(?P<text2>.+)",
        _new_goal_of,
        MORE,
    ),
    rule(
        r"(?:update|replace|edit|reword|rewrite|set|make) goal (?P<n>\d{1,3})(?: to| with| into"
        r"|:)* (?P<text>.+)",
        _change_goal,
        MORE,
    ),
    rule(
        r"goal (?P<n>\d{1,3}) (?:should (?:be|say|read)|is now|becomes|is|changes to):? (?P<text>.+)",
        _change_goal,
        MORE,
    ),
    rule(
        r"(?:do |start |begin |make |have |send (?:me )?)?(?:a |the |my |another )?(?:reflection|reflexion"
        r"|reflect)(?: questions| round| mail)?(?: (?:again|now|today|a bit|on (?:this|it|things)))?",
        simple(Verb.REFLECT),
    ),
    rule(
        r"(?:can i |could i )?(?:see|get|have|show|send|give|print|make|write)(?: me)?(?: my| the| a"
        r"| our)* (?:one[- ]page )?(?:mentoring )?(?:action )?plan(?: (?:as .{2,30}|for .{2,30}"
        r"|to .{2,40}))?|map",
        simple(Verb.PLAN),
    ),
    rule(
        r"(?:where|how)(?: (?:can|could|do|should|would|might))? (?:i|we|one) (?:find|look for|search for"
        rf"|get|meet)(?: an?| some| good| new| potential| possible)* {_DEAR}(?: .{{0,60}})?"
        r"|(?:give|send|show)(?: me)? (?:some |a few |more )?ideas?(?: (?:of|about|for|on))? (?:who|whom"
        rf"|where|people|mentors?)\b.{{0,60}}"
        r"|(?:i )?(?:don't|do not) know (?:who|whom|anyone|anybody|where)(?: (?:to|i (?:could|should"
        rf"|can)).{{0,60}})?|(?:who|whom) (?:could|should|can|might) i (?:ask|contact|approach|write to)"
        r"|(?:find|search|look) (?:for )?(?:me )?(?:an? |some |new |more |potential "
        rf"|possible )*{_DEAR}(?: .{{0,60}})?|(?:suggest|recommend|propose)(?: me)? (?:an? |some "
        rf"|a few )*{_DEAR}|any ideas? (?:who|for|where).{{0,60}}"
        rf"|(?:start|begin|continue) (?:the |my )?search(?:ing)?(?: .{{0,40}})?",
        simple(Verb.FIND),
    ),
    # actions (L35)
    rule(
        r"(?:number|no\.?|nr\.?|item|action|task|point|todo) ?#?(?P<n>\d{1,3}) (?:is |has been |was "
        r"|now )*(?:done|finished|complete|completed|ready|ticked off|sorted)",
        _numbered("done"),
    ),
    rule(
        r"(?:i(?:'ve| have)? )?(?:done|finished|completed|did|ticked off|closed"
        r"|sorted)(?: with)? (?:number|no\.?|nr\.?|item|action|task|point) ?#?(?P<n>\d{1,3})",
        _numbered("done"),
        polite=False,
    ),
    rule(
        r"(?:i(?:'m| am) )?(?:doing|working on|started|busy with|starting) (?:number|no\.?|item|action"
        r"|task)? ?#?(?P<n>\d{1,3})(?: now)?",
        _numbered("doing"),
        polite=False,
    ),
    rule(
        r"(?:show|see|list|send|give|what(?:'s| is| are))(?: me)?(?: all)?(?: on)? ?(?:my |the )?(?:open "
        r"|current |remaining )?(?:actions?|to-?dos?|tasks?|to[- ]do list|action items?|action list"
        r"|task list|promises)(?: list)?",
        simple(Verb.ACTIONS, "list"),
    ),
    rule(
        r"(?:i(?:'ve| have)? )?(?:finished|completed|done with|wrapped up|ticked off) (?:the "
        r"|my )?(?P<ref>[^:\d@][^:@]{2,60}?)",
        _done,
        polite=False,
    ),
    rule(r"(?:the |my )?(?P<ref>[^:\d@][^:@]{2,60}?) is (?:done|finished|complete|completed)", _done, polite=False),
    # thanks style, why, records, undo (L38, L41–L43)
    rule(
        r"(?:i )?(?:prefer|like|want|would like|always want)(?: to)? (?:say|saying|send|sending|write"
        r"|give)? ?(?:thank you|thanks|thank-yous)(?: notes?)? (?:by|via|as|in|with|on|over)(?: an?"
        r"| the)? (?P<text>[\w -]{3,30}?)(?:[,.;].{0,60})?",
        _style,
    ),
    rule(
        r"why (?:am i getting|do i get|did i get|have i (?:got|received)|are you (?:sending|writing"
        r"|asking)|this|do you (?:ask|write|send|want))\b.{0,60}",
        simple(Verb.WHY),
        polite=False,
    ),
    rule(
        r"(?:send|give|download|export|get|have|show)(?: me)?(?: all| a copy of| everything| my| the"
        r"| of)* (?:data|records|archive|information)(?: (?:you (?:have|keep|store)|about me|as a file"
        r"|in a file))*",
        simple(Verb.RECORDS, "export"),
    ),
    rule(
        r"(?:undo|revert|reverse|take back|roll back)(?: (?:that|it|this|what (?:i|you) (?:just )?did"
        r"|the last .{2,20}|my last .{2,20}))?|(?:that|this|it) was (?:a mistake|wrong"
        r"|an accident)[,.!;]? (?:please )?(?:undo|take it back|revert)(?: (?:it|that))?",
        simple(Verb.UNDO),
    ),
)
