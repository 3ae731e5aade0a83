"""The protégé's own things in everyday words: "where do things stand?", "number 2 is done" (L2–L7, L9, L35, L38–L43).

The vocabulary itself stands beside its verb (`daily`, `settings` …) and is tried before. Nothing here approves.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.rules import Line, rule, simple
from assistant.reading.commands.settings import away, zone

_DEAR = r"(?:mentor|mentors|someone|somebody|people|person)"


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
    if re.search(r"\b(?:number|no\.?|task|item|action|point) ?#?\d|[.!?;]\s", ref, re.IGNORECASE):
        return None  # it has its number, and a rule of its own; or it is more than one sentence
    if not line.reading.actions or mentioned(ref, line.reading) or ref.lower() in _NO_ACTION:
        return None
    return Command(Verb.ACTIONS, op="done", fields=(("ref", ref),), line=line.text)


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
        r"|send)(?: me)?(?: the| all| a list of| list of)*"
        r" (?:commands|words|help|instructions|options)|(?:i )?(?:need|want)(?: some)? help|i(?:'m| am) (?:lost"
        r"|stuck|confused)|instructions|manual",
        _help,
        polite=True,
    ),
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
    # goals, reflection, plan, search (L5–L7, L9)
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
    # thanks style, why, records, undo (L38, L41–L43)
    rule(
        r"(?:send|give|download|export|get|have|show)(?: me)?(?: all| a copy of| everything| my| the"
        r"| of)* (?:data|records|archive|information)(?: (?:you (?:have|keep|store)|about me|as a file"
        r"|in a file))*",
        simple(Verb.RECORDS, "export"),
    ),
)
