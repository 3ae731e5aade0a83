"""Goals, reflection, the plan and the search in free words (L5–L7, L9)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.changed_goals import CHANGES, NTH, changed
from assistant.reading.commands.daily import reasoned
from assistant.reading.commands.meant.own import GET, shows
from assistant.reading.commands.meant.scene import Scene, frame

_ADDS = re.compile(
    r"\b(?:new|another|further|additional|extra|more|add|set|note|write|create|include|save|define"
    rf"|goal\s?:|{NTH})\b",
    re.IGNORECASE,
)


def _goal(match: re.Match[str], scene: Scene) -> Command | None:
    goal, why = reasoned(scene.plain(match["text"]).strip(" :,–—-\"'"))
    if re.match(
        r"(?:has |have |was |is )?(?:now |since )?(?:changed?|different|wrong|should|ought|must|old|done|reached"
        r"|achieved|needs?|of)\b",
        goal,
        re.IGNORECASE,
    ):
        return None
    return Command(Verb.GOALS, op="new", text=goal, because=why, line=scene.plain(match[0])) if len(goal) > 3 else None


def _changed(match: re.Match[str], scene: Scene) -> Command | None:
    return changed(match, scene.plain(match["text"]), scene.plain(match[0]), scene.reading.goals)


def _numbered(match: re.Match[str], scene: Scene) -> Command | None:
    """ "my goal number 3 is to …": a new one where there is no such goal yet, else whether it changes is asked."""
    number = int(match["n"])
    if number in scene.reading.goals or not scene.reading.goals:
        return None
    return _goal(match, scene)


FRAMES = (
    frame(r"^(?:my |the )?goal (?:number |no\.? |#)?(?P<n>\d{1,2})(?: is(?: to)?| to|:) (?P<text>\S.{4,})$", _numbered),
    # goals, reflection, plan, search (L5–L7, L9)
    frame(
        r"^(?:i(?:'m| am|'ve| have)? )?(?:now )?(?:run out|ran out|out|short) of (?:names|people|mentors|candidates"
        r"|ideas)\b"
        r".{0,40}$",
        shows(Verb.FIND),
        free=True,
    ),
    frame(
        r"^.*\b(?:put|ask|give|send|let me have)\b.{0,16}\b(?:five|5|reflection|thinking) (?:questions"
        r"|exercise)\b.{0,24}$",
        shows(Verb.REFLECT),
        free=True,
    ),
    frame(
        r"^.*\b(?:new|another|one more|extra) (?:one )?(?:for|to|on|in|among) (?:my "
        r"|the )?(?:list of )?goals\s?[:,–—-]+ ?(?P<text>.{4,})$",
        _goal,
    ),
    frame(
        r"^whom?\b.{0,20}\bi\b.{0,10}\b(?:approach|ask|contact|write to|talk to|turn to"
        r"|learn from)\b.{0,30}$",
        shows(Verb.FIND),
        free=True,
    ),
    frame(
        r"^(?:(?:add|note|write down|set|put down|create|include|have|make|save|formulate|define|i have"
        r"|here(?:'s| is)|there(?:'s| is))(?: down)?(?: as)? )?(?:an? |one |my |the |this )*(?:new"
        rf"|another|further|additional|extra|more|{NTH}|next)? ?goal"
        r"(?: (?:for me|of mine|please|to my list|on my list|for this year|for the list))?(?: is"
        r"| would be| will be)?(?: to(?= \w)|[:,–—-]+)? ?(?P<text>(?!s\b|\d|(?:is|was|number|no|should|ought|must"
        r"|again|sheet|list)\b).{4,})$",
        lambda match, scene: _goal(match, scene) if _ADDS.search(match[0]) else None,
    ),
    frame(
        r"^(?:put|note|write|add|save|take|record)\b.{0,20}\bas (?:an? |my |one )?(?:new "
        r"|next )?goals?\s?[:,–—-]+ ?(?P<text>.{4,})$",
        _goal,
    ),
    frame(rf"^{CHANGES}$", _changed),
    frame(
        rf"^(?:(?:my|the) )?(?:(?P<nth>{NTH}) goal|goal (?:number |no\.? |#)?(?P<n>\d{{1,2}}))(?:'s| is"
        r"| should| must| has to| needs to| ought to| would| has| have)?(?: (?:rather|better|actually"
        r"|really|now|instead|not right|changed))?(?: (?:be|read|say|become|to))?(?: (?:rather"
        r"|now))?[:,]? (?P<text>\S.*)$",
        lambda match, scene: (
            _changed(match, scene)
            if re.search(r"should|must|has to|needs to|ought|now|rather|changed", match[0], re.IGNORECASE)
            else None
        ),
    ),
    frame(
        rf"^(?:.*\b{GET}\b.{{0,30}}\b(?:my|me|the|our|those|all|current|present)\b.{{0,40}}\bgoals\b"
        r"|(?:what|which)\b.{0,30}\bgoals?\b|(?:my|the|our|all)(?: current"
        r"| present)* goals\b)[^:]{0,30}$",
        shows(Verb.GOALS, "show"),
        free=True,
    ),
    frame(
        r"^.*\b(?:reflect(?:ing|ions?)?|reflexion|look back|take stock|self[- ]review)\b.*$",
        shows(Verb.REFLECT),
        free=True,
    ),
    frame(
        rf"^.*\b{GET}\b.{{0,40}}\b(?:my|the|a|our|me)\b.{{0,30}}\b(?:(?:mentoring|action|development) plan"
        r"|plan|one[- ]pager|(?:mentoring|everything|things|it)(?: \w+)? on (?:one|a single) page)\b.*$",
        shows(Verb.PLAN),
        free=True,
    ),
    frame(r"^.*\b(?:one[- ]pager|on one page|on a single page)\b.*$", shows(Verb.PLAN), free=True),
    frame(
        r"^.*\b(?:find|finding|look(?:ing)?|search\w*|ideas?|suggest\w*|recommend\w*|propos\w+|where|who"
        r"|know|hunt\w*|come up with|candidates|need|identify)\b.{0,60}\b(?:(?:an?|some|good|new|suitable"
        r"|potential|possible|right|the) )*(?:mentors?\b(?! (?:said|knows|meeting))"
        r"|mentor me|(?:to|could|can|should|might) (?:i )?(?:ask|approach|contact|write to|help me)"
        r"|help me (?:find|look|search)).*$",
        shows(Verb.FIND),
        free=True,
    ),
)
