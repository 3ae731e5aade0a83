"""People in everyday words: "put Sam first", "I got a no from Minerva", "end it with Lee" (L8–L14, L18–L29, L34, L40).

The vocabulary itself stands beside its verb (`people`, `outreach`, `meetings` …) and is tried before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.coffee import coffee
from assistant.reading.commands.meetings import terms
from assistant.reading.commands.names import EMAIL, Who, resolve
from assistant.reading.commands.outreach import commented, did, introduce, reach
from assistant.reading.commands.people import new_person, rank
from assistant.reading.commands.prose import cannot
from assistant.reading.commands.rules import MORE, Line, about, on_person, person, rule, simple
from assistant.reading.dates import months

_LIST = r"(?:list|ranking|order|mentors|mentor list|people|prospects|candidates)"
_MEET = r"(?:meeting|talk|call|coffee|session|chat|appointment|catch-?up)"
_MEETS = re.compile(
    r"\b(?:meeting|talk|call|coffee|session|appointment|chat|make it|attend|come|join|be there)\b", re.IGNORECASE
)


def _newcomer(match: re.Match[str], line: Line) -> Command | None:
    """A person with an address, and words that say what for: "I found someone! Rosa Lind rosa@example.org …"."""
    return new_person(match, line) if EMAIL.search(match["text"]) else None


def _coffee(match: re.Match[str], line: Line) -> Command | None:
    return coffee(match, line) if match["text"] else None


def _when(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    return Command(Verb.MEET, who.id, who.candidates, who.named, "when", line=line.text) if who else None


def _assigned(match: re.Match[str], line: Line) -> Command | None:
    who = resolve(match["who"], line.reading)
    return about(Verb.ASSIGNED, who, line) if who else None


def _one_of(match: re.Match[str], line: Line) -> Who | None:
    """The person in the alternative that matched."""
    word = next((value for key, value in match.groupdict().items() if key.startswith("who") and value), "")
    return resolve(word, line.reading) if word else None


def _dropped(match: re.Match[str], line: Line) -> Command | None:
    who = _one_of(match, line)
    return about(Verb.RANK, who, line, op="drop") if who else None


def _refused(match: re.Match[str], line: Line) -> Command | None:
    who = _one_of(match, line)
    return about(Verb.SAID_NO, who, line) if who else None


def _lighter(match: re.Match[str], line: Line) -> Command | None:
    who = _one_of(match, line)
    return about(Verb.WRAP_UP, who, line, op="lighter") if who else None


def _extended(match: re.Match[str], line: Line) -> Command | None:
    who = resolve(match["who"], line.reading)
    return replace(about(Verb.WRAP_UP, who, line, op="renew"), months=months(match["text"])) if who else None


def _remember(match: re.Match[str], line: Line) -> Command | None:
    who = resolve(match["who"], line.reading)
    if who is None:
        return None
    words = match.groupdict().get("verb") or ""
    text = "\n".join(filter(None, (f"{words} {match['text']}".strip(), line.more)))
    return about(Verb.ABOUT, who, line, text=text)


RULES = (
    # people (L8, L10–L13)
    rule(
        r"(?:i(?:'ve| have)? (?:found|met|discovered|thought of|got)|here(?:'s| is)|there(?:'s| is)"
        r"|consider|another|what about|i'd like|a) (?:an? |one |my )?(?:new |other |further |possible "
        r"|potential |good |interesting |next )*"
        r"(?:someone|somebody|mentor|person|candidate|prospect|option|one|idea|choice)(?: for (?:me"
        r"|mentoring|my list|the list))?(?: (?:would|could|might) be| is)?[:,!.–—-]* (?P<text>.+)",
        _newcomer,
        MORE,
    ),
    rule(r"(?:add|put|include|save|note)(?: a)? (?P<text>.{3,200}?@.{3,300}?)", _newcomer, MORE),
    rule(
        r"(?P<text>.{3,120}?@\S{3,80}) (?:is|would be|could be|might be) (?:a |my |another )?(?:new |good "
        r"|possible |potential |great )*(?:mentor|candidate|prospect|person)(?: for me)?.{0,100}",
        _newcomer,
        MORE,
    ),
    rule(
        r"(?:put|move|rank|place|set|take|bump|push|stick|chuck|pop|bring)"
        r" {who} (?:first|up|at the top|to the top|on top|at number (?:1"
        r"|one)|as number (?:1|one)|on (?:place|position) (?:1|one))(?: of (?:the|my) list| on (?:the"
        r"|my) list)?",
        rank("first"),
    ),
    rule(
        r"(?:i(?:'d| would) (?:rather|prefer to|like to) |rather |please )?(?:start|begin"
        r"|go) (?:first )?with {who}(?: first)?",
        rank("first"),
    ),
    rule(
        r"{who} (?:is|should be|shall be|comes|goes|to be) (?:my |the )?(?:first(?: choice)?|number (?:1"
        r"|one)|favourite|favorite|top(?: choice)?|next)",
        rank("first"),
    ),
    rule(r"(?:my )?(?:first choice|favourite|favorite|number one) is {who}", rank("first")),
    rule(
        r"(?:delete|remove|take|cross|strike|kick|throw) {who} (?:off|from|out of)(?: the| my)? ?(?:list"
        r"|ranking|search|table)?|(?:i(?:'m| am) )?(?:no longer|not) interested in {who2}"
        r"|forget about {who3}|give up on {who4}".replace("{who2}", r"(?P<who2>[\w'.@ -]{2,60}?)")
        .replace("{who3}", r"(?P<who3>[\w'.@ -]{2,60}?)")
        .replace("{who4}", r"(?P<who4>[\w'.@ -]{2,60}?)"),
        _dropped,
    ),
    rule(
        rf"who(?:'s| is| are| do i have)(?: all)? (?:on|in|active on) (?:my |the )?{_LIST}(?: .{{0,40}})?"
        rf"|(?:show|see|send|list|print)(?: me)? (?:my |the )?(?:mentor |current )?{_LIST}"
        rf"|(?:in )?which order.{{0,40}}|who (?:is|comes) (?:first|next)|my (?:mentor )?(?:list|ranking)",
        simple(Verb.RANK, "show"),
    ),
    rule(
        r"{who} (?:has been|was|is|got|have been) (?:assigned|allocated|given|matched|appointed)(?: to me"
        r"| with me| for me)?(?: as (?:a |my )?mentor)?(?: (?:by|through|from|in) .{2,60})?",
        _assigned,
    ),
    rule(
        r"(?:i(?:'ve| have)?(?: been| was| got| am)? (?:assigned|matched|paired|given|allocated)(?: to"
        r"| with)?|(?:they|the \w+|my \w+) (?:gave|assigned|matched|paired|have given|has given) me(?: to"
        r"| with)?) {who}(?: as (?:a |my )?mentor)?(?: (?:by|through|from|in) .{2,60})?",
        _assigned,
    ),
    rule(r"{who} is my (?:new |assigned |official )?mentor(?: (?:now|from the program(?:me)?|at work))?", _assigned),
    # notes about people (L10)
    rule(
        r"(?:remember|keep in mind|fyi|for your information|please note"
        r"|note)(?: that)?[:,]? {who} (?P<verb>is|has|likes|prefers|hates|loves|works|lives|moved|wants"
        r"|said she|said he|studied|knows a|was|never|always|does|doesn't|speaks)"
        r" (?P<text>(?!(?:also )?my (?:\w+ )?(?:boss|manager|supervisor|superior)[.!]*$).+)",  # that is L12
        _remember,
        MORE,
    ),
    rule(
        r"(?:add|put|write|make|take)(?: an?| this| the following)* (?:note|remark|comment|info)?(?: (?:to"
        r"|on|about|for|in|under))? {who}(?:'s)?(?: card| file| notes)?[:–—-]+ ?(?P<text>.+)",
        _remember,
        MORE,
    ),
    # outreach, touches, answers (L14, L18–L21, L24)
    rule(
        r"(?:write|draft|prepare|compose|send|make|get|start|do)(?: me| up)?(?: a| an| the| my"
        r"| some)*(?: (?:something|short|first|little|nice|polite|new|few|lines|message|mail|e-?mail|note"
        r"|letter|draft|intro(?:duction)?|line))+ (?:to|for) {who}(?:,? (?:about|on|asking"
        r"|because of) (?P<text>.+))?",
        reach,
        MORE,
    ),
    rule(
        r"(?:reach out|get in (?:touch|contact)|contact|write|connect|approach|message|mail|email"
        r"|ask(?=.{1,80} about\b))(?: to| with)? {who}(?:,? (?:about|on|because of|regarding) (?P<text>.+))?",
        reach,
        MORE,
    ),
    rule(
        r"(?:i )?(?:have |'ve )?(?:already |just )?(?:sent|mailed|posted|emailed) (?:it|that|this"
        r"|the (?:note|mail|letter|draft|message))(?: off| out)?(?: already)?(?: (?:myself|by myself"
        r"|from my own (?:account|mailbox|address)|manually))(?: (?:to )?{who})?(?P<text>(?: (?:today"
        r"|yesterday|just now|this \w+|on \w+|last \w+))?)",
        did(Verb.SENT),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:have |'ve )?(?:already |just )?(?:written|wrote|mailed|emailed|messaged|texted"
        r"|dropped)(?: a (?:line|mail|note|message))?(?: to)? {who}(?: myself| directly"
        r"| already)?(?P<text>(?: (?:today|yesterday|just now|this \w+|on \w+|last \w+|earlier today))?)",
        did(Verb.SENT),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:just |have |'ve )?(?:had|having) (?:a |an )?(?:quick |short |nice "
        r"|good )?(?:phone )?(?:call|chat on the phone) with {who}(?P<text>(?: (?:today|yesterday|just now"
        r"|this \w+|on \w+|last \w+))?)",
        did(Verb.TOUCH, "call"),
        polite=False,
    ),
    rule(
        r"(?:i )?(?:just |have |'ve )?(?:commented|left (?:a |my )?comment|liked|reacted|replied)(?: (?:on"
        r"|under|to) (?P<text>.{2,80}))",
        commented,
        polite=False,
    ),
    rule(
        r"(?:i )?(?:just )?(?:got|received|had) (?:a |an? clear )?(?:no|rejection|refusal"
        r"|negative (?:answer|reply)) from {who}|{who2} (?:has )?(?:rejected|refused|turned (?:me"
        r"|it|us) down|doesn't want to|does not want to|won't do it|can't do it|isn't keen"
        r"|is not keen)(?: (?:me|it|my \w+|to .{2,40}))?".replace(
            "{who2}", r"(?P<who2>[\w'.@-]{2,40}(?: [\w'.@-]{2,40})?)"
        ),
        _refused,
        polite=False,
    ),
    rule(
        r"(?P<via>[\w'.@-]{2,40}(?: [\w'.@-]{2,40})?) (?:could|can|will|would|might"
        r"|may)? ?(?:please )?(?:introduce|intro|connect) (?:me|us) (?:to|with) {who}",
        introduce,
    ),
    rule(
        r"(?:could|can|would|might"
        r"|will) (?P<via>[\w'.@-]{2,40}(?: [\w'.@-]{2,40})?) (?:please )?(?:introduce|intro|connect) (?:me"
        r"|us) (?:to|with) {who}",
        introduce,
        polite=False,
    ),
    rule(
        r"(?:ask|get|have) (?P<via>[\w'.@-]{2,40}(?: [\w'.@-]{2,40})?) (?:for|to make"
        r"|to do) an? intro(?:duction)? to {who}",
        introduce,
    ),
    rule(
        r"(?:get |make |do |i(?:'d| would) like |i need "
        r"|i want )?(?:an? )?intro(?:duction)? to {who} (?:via|through|from"
        r"|by) (?P<via>[\w'.@-]{2,40}(?: [\w'.@-]{2,40})?)",
        introduce,
    ),
    # meetings (L25, L27, L29, L34)
    rule(
        r"(?:i(?:'m| am) |we(?:'re| are) )?(?:having|meeting|getting|going for|grabbing|doing) (?:a "
        r"|for )?(?:coffee|lunch|tea|call|breakfast|drink)?(?: with)? ?{who} (?:on |for (?:a )?coffee on "
        r"|at )?(?P<text>\S.*\d.*)",
        _coffee,
    ),
    rule(
        r"propose (?:an? )?(?:mentorship|mentoring|proposal|agreement)(?: (?:to|with"
        r"|for))? {who}(?:[,:]? (?:for )?(?P<text>(?:\d|one|two|three|six|half|a year|twelve|monthly|every"
        r"|quarterly|weekly|fortnightly|until).*))?",
        terms(Verb.PROPOSE),
    ),
    rule(
        r"when (?:do|will|am|are|is|'s) (?:i|we|my|our|the)? ?(?:next |meeting |meet |seeing "
        rf"|see )*(?:{_MEET} )?(?:with )?{{who}}(?: next| again)?|when (?:do|will) (?:i|we) (?:meet|see"
        r"|talk)(?: each other)?(?: next| again)?|(?:what's|what is|when's|when is) (?:my|our"
        rf"|the) next {_MEET}",
        _when,
    ),
    rule(
        r"(?:i )?(?:can't|cannot|can not|won't be able to|will not be able to|(?:i am |am )?not able to|have to miss"
        r"|must miss|need to miss) (?:make|attend|come to|join|do|be at)?(?: (?:the|our|my|it|this|that"
        r"|today's|tomorrow's))* ?(?:meeting|talk|call|coffee|session|appointment|chat)?.{0,80}",
        lambda m, line: cannot(m, line) if _MEETS.search(m[0]) else None,
        polite=True,
    ),
    rule(
        r"(?:i(?:'m| am) |sorry,? i(?:'m| am) )?(?:ill|sick|unwell|stuck|delayed"
        r"|down with \w+)[^?]{0,30}(?:can't|cannot|won't|have to miss)[^?]{0,80}",
        lambda m, line: cannot(m, line) if _MEETS.search(m[0]) else None,
    ),
    # endings (L40)
    rule(
        r"(?:finish|end|conclude|wind down|close|terminate|stop)(?: (?:it|this|things|the mentoring"
        r"|the relationship|the mentorship|our meetings|my mentoring|working|everything))?(?: up"
        r"| off)? with {who}(?: (?:nicely|well|properly|kindly|gracefully|on good terms))?",
        on_person(Verb.WRAP_UP, "wrap_up"),
    ),
    rule(
        r"(?:meet|see|talk to) {who} (?:less|less often|not so often|only (?:quarterly|every .{3,30}))"
        r"|(?:fewer|less) meetings with {who2}".replace("{who2}", r"(?P<who2>[\w'.@-]{2,40}(?: [\w'.@-]{2,40})?)"),
        _lighter,
    ),
    rule(
        r"(?:extend|prolong|continue|go on|renew)(?: (?:it|the mentoring|this"
        r"|things))?(?: with)? {who}(?: for| by)? (?P<text>(?:\d|one|two|three|six|a|half|another).{1,30})",
        _extended,
    ),
)
